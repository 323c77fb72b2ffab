package ask

import (
	"slices"
	"strings"

	"steward/slm"
)

// How much of what a question says must be in a clause of an added role to be
// answered with it, and how much more than in a clause of the four; with nearly
// as much both roles are asked back.
const (
	nearlyHalf    = 0.45
	mostly        = 0.5
	twoThirds     = 0.66
	threeQuarters = 0.75
	ahead         = 0.2
	farAhead      = 0.3
	abreast       = 0.05
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
	case !s.cues[who], m.Intent != Unknown && (len(s.roles()) > 0 || !asksDeed(m.Intent)):
		return m
	case m.Intent == Who && (m.Agreement != "" || m.Service != "" || m.Party != "") && s.onlyNames():
		return m
	}
	known := float32(0)
	if asksDeed(m.Intent) && len(m.Clauses) > 0 {
		known = likely(s.guesses, m.Clauses[0])
	}
	if m.Agreement != "" || m.Service != "" || m.Party != "" || m.Intent == AskBack {
		known = max(known, likely(s.guesses, senseThing))
	}
	said := x.besides(s)
	found, share := x.likest(said, known < plausible)
	if found == nil {
		return m
	}
	role, _, _ := x.dir.Clause(found.id)
	four := x.shareOfFour(said, m.Clauses)
	switch {
	case share >= needed(known) && share >= four+lead(known), found.verbatim(said):
		m = Meaning{Intent: Who, Roles: []slm.RoleKey{role.Key}, Clauses: []string{found.id}, Confidence: 0.8}
		if found.asked {
			m.Intent = Qualifications
		} else if t := x.onlyThing(s); t != nil {
			m.place(t)
		}
	case m.Intent == Who && len(m.Roles) == 1 && known < certain && share >= mostly && share >= four-abreast:
		m.Asked, m.Intent, m.Confidence = Who, AskBack, 0.5
		m.Candidates = []Candidate{{Kind: roleKind, ID: string(role.Key), Score: share}, {Kind: roleKind, ID: string(m.Roles[0]), Score: four}}
		m.Roles, m.Clauses = nil, nil
	}
	return m
}

// oneAsked is the meaning of a question about an added role that asks for one of
// its qualifications, in the words of that: "must the clerk be patient?"
func (x *Index) oneAsked(m Meaning, q Question, read map[slm.RoleKey]*slm.Role) Meaning {
	s := x.read(q)
	defer x.wipe(s)
	asks := m.Intent == Who || m.Intent == Qualifications || m.Intent == RoleInfo || m.Intent == Unknown
	if !asks || s.cues[who] || s.cues[instruct] {
		return m
	}
	found, share := x.likest(x.besides(s), true)
	if found == nil || !found.asked || share < twoThirds {
		return m
	}
	role, _, _ := x.dir.Clause(found.id)
	for _, named := range read {
		if named.Key == role.Key {
			m.Intent, m.Asked, m.Confidence = Qualifications, Qualifications, 0.8
			m.Roles, m.Clauses, m.Candidates = []slm.RoleKey{role.Key}, []string{found.id}, nil
		}
	}
	return m
}

// asksDeed reports whether an intent may be about what somebody does or brings.
func asksDeed(i Intent) bool { return i == Who || i == Qualifications || i == AskBack }

// needed is how much of a question must be in a clause of an added role, the
// more the surer the classifier is of one of the four.
func needed(known float32) float64 {
	if known < plausible {
		return nearlyHalf
	}
	return twoThirds
}

// lead is how much more it must be than in the clause of the four.
func lead(known float32) float64 {
	if known < certain {
		return ahead
	}
	return farAhead
}

// A remark is a notion of a question and how much it counts.
type remark struct {
	notion
	weight float64
	part   bool // of the part of the question that asks who
}

// besides gives what a question says besides that it asks who.
func (x *Index) besides(s *sentence) []remark {
	asks := make([]bool, len(s.units))
	ordinary := make([]bool, len(s.units))
	for _, h := range s.hits {
		for i := h.from; i < h.to; i++ {
			asks[i] = isRole(h) && h.to > h.from+2 || slices.ContainsFunc(h.cues, func(c cue) bool {
				return c == who || c == what || c == "role" || c == duty || c == handle && s.onlyAsks(h)
			})
			ordinary[i] = slices.ContainsFunc(h.cues, func(c cue) bool {
				return c == plain || c == handle || c == me || c == must || c == qualify || c == "need"
			})
		}
	}
	heard := and(s.heardMask(), s.contentMask())
	var all []remark
	for _, p := range notionsOf(s.units, asks) {
		all = append(all, remark{p.notion, x.weightOf(p.notion) * s.telling(p, ordinary, heard), s.asksIn(p.from)})
	}
	return all
}

// onlyAsks reports whether a phrase for whoever handles something says nothing
// about what is done: "in charge of" is no charge, "负责" no duty of its own.
func (s *sentence) onlyAsks(h hit) bool {
	said := squeeze(s.units[h.from:h.to])
	return h.to > h.from+1 && !h.han || said == "do" || strings.HasPrefix(said, "respons") || strings.HasPrefix(said, "account") ||
		strings.ContainsAny(said, "责管归")
}

// telling is the share of a notion's weight that counts: little of names, of
// ordinary words, and of characters that are perhaps no word.
func (s *sentence) telling(p placed, ordinary []bool, heard mask) float64 {
	named := true
	for i := p.from; i < p.to; i++ {
		named = named && heard.has(i)
	}
	first, last := ordinary[p.from], ordinary[p.to-1]
	switch {
	case named:
		return 0.3
	case first && last && len(p.groups) == 0, p.loose && (first || last):
		return 0.15
	case p.loose:
		return 0.5
	case first && last:
		return 0.6
	}
	return 1
}

// asksIn reports whether the unit is in a part of the sentence, between one mark
// and the next, that asks who.
func (s *sentence) asksIn(i int) bool {
	for from := 0; from < len(s.units); {
		to := s.partEnd(from)
		if i < to {
			return s.cuesIn(from, to)[who]
		}
		from = to
	}
	return false
}

// likest gives the clause of an added role that has most of what is said, and
// how much that is: two notions of it at least, or one that no other clause has,
// where alone says that none of the four does it. Where two roles have as much, it is neither.
func (x *Index) likest(said []remark, alone bool) (*wording, float64) {
	var found *wording
	best, of, tie := 0.0, -1, false
	for i := range x.extras {
		e := &x.extras[i]
		for j := range e.clauses {
			w := &e.clauses[j]
			share := max(w.share(said, false), w.share(said, true))
			if share < nearlyHalf || !w.enough(x, said, alone && share >= threeQuarters) {
				continue
			}
			switch {
			case share > best+0.01:
				found, best, of, tie = w, share, i, false
			case share > best-0.01 && of != i:
				tie = true
			}
		}
	}
	if tie {
		return nil, 0
	}
	return found, best
}

// shareOfFour is how much of what is said is in clauses of the four.
func (x *Index) shareOfFour(said []remark, ids []string) float64 {
	most := 0.0
	for _, id := range ids {
		if w, ok := x.ofFour[id]; ok {
			most = max(most, w.share(said, false), w.share(said, true))
		}
	}
	return most
}
