package ask

import (
	"slices"
	"strings"

	"steward/slm"
)

func wordings(c slm.Clause, asked bool) []wording {
	var all []wording
	for _, text := range []string{c.Text.EN, c.Text.ZH} {
		if stems := stemsOf(units(text)); len(stems) > 0 {
			all = append(all, wording{c.ID, asked, stems})
		}
	}
	return all
}

func stemsOf(us []unit) map[string]bool {
	stems := map[string]bool{}
	for _, piece := range pieces(us) {
		stems[stem(piece)] = true
	}
	return stems
}

// stem takes the usual endings off an English word, so that "files", "filed"
// and "filing" are one.
func stem(word string) string {
	if word[0] >= 0x80 {
		return word
	}
	for _, ending := range []string{"ing", "ies", "ed", "es", "s", "y", "e"} {
		if rest, found := strings.CutSuffix(word, ending); found && len(rest) > 2 {
			return strings.TrimSuffix(rest, "e")
		}
	}
	return word
}

// A closeness is how much of what a question says must be in a clause of an
// added role, and how much of the clause in the question.
type closeness struct{ question, clause float64 }

// To answer what is not understood otherwise, and to answer instead.
var (
	alike = closeness{0.6, 0.3}
	alone = closeness{0.99, 0.6}
)

// orExtra looks among the clauses of added roles for the one that a question
// asks for, and lists those roles where all are asked for.
func (x *Index) orExtra(m Meaning, s *sentence) Meaning {
	switch {
	case len(x.extras) == 0:
		return m
	case m.Intent == RoleInfo && len(m.Roles) == len(slm.Roles) && len(s.roles()) == 0:
		for _, e := range x.extras {
			m.Roles = append(m.Roles, e.role.Key)
			m.Clauses = append(m.Clauses, clausesFor(RoleInfo, *e.role)...)
		}
		return m
	case !s.cues[who] || m.Intent != Unknown && m.Intent != Who && m.Intent != Qualifications && m.Intent != AskBack:
		return m
	}
	want := alike
	if m.Intent != Unknown {
		want = alone
	}
	found, several := x.clauseWith(saidBesides(s), want)
	if found == nil || several {
		return m
	}
	role, _, _ := x.dir.Clause(found.id)
	got := Meaning{Intent: Who, Roles: []slm.RoleKey{role.Key}, Clauses: []string{found.id}, Confidence: 0.8}
	if found.asked {
		got.Intent = Qualifications
	}
	return got
}

// oneAsked is the meaning of a question about an added role that asks for one of
// its qualifications, in the words of that: "must the clerk be patient?"
func (x *Index) oneAsked(m Meaning, q Question, read map[slm.RoleKey]*slm.Role) Meaning {
	s := x.read(q)
	defer x.wipe(s)
	switch m.Intent {
	case Unknown, RoleInfo, Qualifications, Who:
	default:
		return m
	}
	if s.cues[who] || s.cues[instruct] {
		return m
	}
	found, several := x.clauseWith(saidBesides(s), alike)
	if found == nil || several || !found.asked {
		return m
	}
	role, _, _ := x.dir.Clause(found.id)
	for _, named := range read {
		if named.Key == role.Key {
			m.Intent, m.Asked, m.Confidence = Qualifications, Qualifications, 0.8
			m.Roles, m.Clauses = []slm.RoleKey{role.Key}, []string{found.id}
			m.Candidates = nil
		}
	}
	return m
}

// A remainder is what a question says besides that it asks who: the stems that
// must be explained, and those of ordinary words, which count if they fit.
type remainder struct{ must, may map[string]bool }

func saidBesides(s *sentence) remainder {
	asks := make([]bool, len(s.units))
	ordinary := make([]bool, len(s.units))
	for _, h := range s.hits {
		for i := h.from; i < h.to; i++ {
			asks[i] = isRole(h) && h.to > h.from+2 || slices.ContainsFunc(h.cues, func(c cue) bool {
				return c == who || c == handle || c == what || c == "role" || c == duty ||
					(c == must || c == qualify) && (!h.han || h.to > h.from+1) // 应 is a part of 应急
			})
			ordinary[i] = slices.Contains(h.cues, plain)
		}
	}
	said := remainder{map[string]bool{}, map[string]bool{}}
	for i := range s.units {
		to := min(i+1, len(s.units)-1)
		switch piece := pieces(s.units[i : to+1]); {
		case asks[i], len(piece) == 0, i > 0 && s.units[i].han && s.units[i-1].han && (to == i || asks[to] || !s.units[to].han):
		case asks[to]:
			said.add(s.units[i].text, ordinary[i])
		case s.units[i].han:
			said.add(piece[0], ordinary[i] || ordinary[to])
		case !glue[s.units[i].text]:
			said.add(piece[0], ordinary[i])
		}
	}
	return said
}

// add notes a piece of what was said.
func (said remainder) add(piece string, ordinary bool) {
	if ordinary {
		said.may[stem(piece)] = true
		return
	}
	said.must[stem(piece)] = true
}

// clauseWith gives the clause that holds most of what is said, if it is so
// close and holds two stems of it, and whether another role's holds as many.
func (x *Index) clauseWith(said remainder, least closeness) (found *wording, several bool) {
	best := 0
	var of *slm.Role
	for i := range x.extras {
		e := &x.extras[i]
		for j := range e.clauses {
			n := said.in(e.clauses[j].stems, least)
			switch {
			case n < 2 || n < best:
			case n == best:
				several = several || of != e.role
			default:
				found, best, of, several = &e.clauses[j], n, e.role, false
			}
		}
	}
	return found, several
}

// in counts what a clause holds of what is said, or gives 0 where that is not
// so close.
func (said remainder) in(clause map[string]bool, least closeness) int {
	may := common(said.may, clause)
	n := common(said.must, clause) + may
	if float64(n) < least.question*float64(len(said.must)+may) || float64(n) < least.clause*float64(len(clause)) {
		return 0
	}
	return n
}

// common counts what two sets have in common.
func common(a, b map[string]bool) int {
	n := 0
	for s := range a {
		if b[s] {
			n++
		}
	}
	return n
}
