package ask

import (
	"slices"

	"steward/slm"
)

// A naming is what the words of a question that are not ordinary turned out to
// name.
type naming struct {
	person     int64
	one        *thing  // the agreement, service or party; nil if none
	several    []match // things that fit equally well, best first
	unknown    bool    // there is a name that fits nothing
	confidence float64
}

// margin is how much better the best match must be not to be asked back.
const margin = 0.06

// names finds what the sentence names. Person says that the question is about
// somebody, so that a part of a name is enough.
func (x *Index) names(s *sentence, person bool) naming {
	content := s.contentMask()
	n := naming{person: s.person, confidence: 0.95}
	if s.stranger {
		return naming{unknown: true}
	}
	x.look(s)
	if content.empty() {
		x.soft(s, &n)
		return n
	}
	content = x.people(s, &n, content, person)
	if content.empty() || len(n.several) > 0 {
		return n
	}
	x.choose(s, &n, content)
	if n.unknown && n.person == 0 && !person {
		x.partly(s, &n, content)
	}
	return n
}

// people finds the person whom the sentence names and gives the content that is
// left. A part of a name counts only where partly is set.
func (x *Index) people(s *sentence, n *naming, content mask, partly bool) mask {
	var full []match
	for i := range x.things {
		t := &x.things[i]
		if t.kind != personKind || and(s.masks[i], content).empty() {
			continue
		}
		if r := x.recall(s, t); r > 0.85 {
			full = append(full, match{thing: int32(i), share: 1, recall: r, mask: s.masks[i]})
		}
	}
	if len(full) == 0 && partly && n.person == 0 {
		x.partly(s, n, content)
		if n.person != 0 || len(n.several) > 0 {
			n.unknown = false
			return mask{}
		}
		n.unknown = false
		return content
	}
	full = closest(full)
	switch {
	case len(full) == 1 && n.person == 0:
		n.person = x.things[full[0].thing].person
		return without(content, full[0].mask)
	case len(full) > 1 && disjoint(full):
		for _, m := range full {
			content = without(content, m.mask)
		}
	case len(full) > 1 && n.person == 0:
		n.several = full
	}
	return content
}

// disjoint reports whether the matches are for different words: two people are
// named, and not one name that two people have.
func disjoint(ms []match) bool {
	var seen mask
	for _, m := range ms {
		if !and(seen, m.mask).empty() {
			return false
		}
		seen.or(m.mask)
	}
	return true
}

// partly takes the content for a part of somebody's name.
func (x *Index) partly(s *sentence, n *naming, content mask) {
	ms := closest(x.rank(s, content, func(t *thing) bool { return t.kind == personKind }))
	switch {
	case len(ms) == 0 || ms[0].share < 0.99:
		n.unknown = true
	case len(ms) == 1:
		n.person, n.unknown, n.confidence = x.things[ms[0].thing].person, false, 0.8
	default:
		n.several, n.unknown = ms, false
	}
}

// choose finds the agreement, service or party that explains the content.
func (x *Index) choose(s *sentence, n *naming, content mask) {
	if kinds := s.kinds(); kinds != nil {
		ms := x.rank(s, content, func(t *thing) bool {
			return t.agreement != nil && slices.Contains(kinds, t.agreement.Kind)
		})
		if x.settle(s, n, content, ms) {
			return
		}
	}
	ms := x.widest(s, x.rank(s, content, func(t *thing) bool { return t.kind != personKind }))
	if x.settle(s, n, content, ms) {
		if n.one != nil && n.one.agreement != nil && !s.speaksOf(n.one.agreement.Kind) {
			n.one, n.several = nil, ms[:1]
		}
		return
	}
	if x.beside(s, n, content, ms) {
		return
	}
	if len(ms) > 0 && x.known(s, content) {
		n.several = ms
		return
	}
	n.unknown = true
}

// beside finds a thing and, in what is left, a part of somebody's name, as in
// "Is Jonas responsible for the payroll SLA?".
func (x *Index) beside(s *sentence, n *naming, content mask, ms []match) bool {
	if len(ms) == 0 || n.person != 0 {
		return false
	}
	left := without(content, ms[0].mask)
	people := x.rank(s, left, func(t *thing) bool { return t.kind == personKind })
	if left.empty() || len(people) == 0 || people[0].share < 0.99 || len(closest(people)) > 1 {
		return false
	}
	n.person = x.things[people[0].thing].person
	x.choose(s, n, without(content, left))
	return true
}

// speaksOf reports whether the sentence may mean an agreement of the kind.
func (s *sentence) speaksOf(kind slm.AgreementKind) bool {
	kinds := s.kinds()
	return kinds == nil || slices.Contains(kinds, kind)
}

// settle decides for the matches that explain everything, if any do.
func (x *Index) settle(s *sentence, n *naming, content mask, ms []match) bool {
	ms = slices.DeleteFunc(slices.Clone(ms), func(m match) bool { return !x.explains(s, m, content) })
	ms = x.fuller(s, closest(ms))
	switch {
	case len(ms) == 0:
		return false
	case len(ms) == 1 && !and(ms[0].mask, s.doubt).empty():
		n.several = ms
	case len(ms) == 1:
		n.one = &x.things[ms[0].thing]
		n.confidence = min(n.confidence, 0.5+0.45*ms[0].share*max(ms[0].recall, 0.7))
	default:
		n.several = ms
	}
	return true
}

// soft looks for a name that consists of words with a meaning of their own, as
// "客户系统" does, and takes it only where little of the name is missing.
func (x *Index) soft(s *sentence, n *naming) {
	words := s.softMask()
	if words.empty() {
		return
	}
	kinds := s.kinds()
	ms := x.rank(s, words, func(t *thing) bool {
		return t.kind != personKind && (t.agreement == nil) == (kinds == nil) &&
			(t.agreement == nil || slices.Contains(kinds, t.agreement.Kind))
	})
	ms = slices.DeleteFunc(ms, func(m match) bool {
		said := and(m.mask, words)
		return m.share < 0.99 || m.recall < 0.33 || said.count() < 3 && m.recall < 0.9
	})
	switch ms = closest(ms); {
	case len(ms) == 1:
		n.one, n.confidence = &x.things[ms[0].thing], 0.7
	case len(ms) > 1:
		n.several = ms
	}
}

// softMask gives the units of phrases that may as well be part of a name:
// those for kinds of things that the process is not about.
func (s *sentence) softMask() mask {
	var m mask
	for _, h := range s.hits {
		if slices.ContainsFunc(h.cues, func(c cue) bool { return c == aService || c == aParty || c == "business" }) {
			for i := h.from; i < h.to; i++ {
				m.set(i)
			}
		}
	}
	return m
}

// fuller keeps, of several matches, those that explain clearly more of the
// words that may as well be part of a name.
func (x *Index) fuller(s *sentence, ms []match) []match {
	if len(ms) < 2 {
		return ms
	}
	soft, most := s.softMask(), 0
	for _, m := range ms {
		most = max(most, and(m.mask, soft).count())
	}
	return slices.DeleteFunc(ms, func(m match) bool { return and(m.mask, soft).count() < most-1 })
}

// explains reports whether the match leaves no content unexplained, but for a
// slip in a name written in Han characters.
func (x *Index) explains(s *sentence, m match, content mask) bool {
	left := without(content, m.mask)
	if left.empty() {
		return m.recall >= 0.25
	}
	if m.recall > 0.85 && s.noise(left, m.mask) {
		return true
	}
	for i, u := range s.units {
		if left.has(i) && !u.han {
			return false
		}
	}
	return m.share >= 0.7 && m.recall >= 0.5
}

// noise reports whether what is left unexplained does not look like a name that
// belongs to the one that was found: a stray word somewhere else, or a single
// Han character.
func (s *sentence) noise(left, named mask) bool {
	count := 0
	for i, u := range s.units {
		if !left.has(i) {
			continue
		}
		count++
		near := func(j int) bool {
			return j >= 0 && j < len(s.units) && (left.has(j) || !u.han && (named.has(j) || s.kindAt(j)))
		}
		if count > 2 || near(i-1) || near(i+1) || !u.han && (u.caps || u.title && i > 0 || s.introduced(i)) {
			return false
		}
	}
	return true
}

// introduced reports whether a preposition stands before the unit, so that a
// name is to be expected.
func (s *sentence) introduced(i int) bool {
	for _, u := range s.units[max(0, i-2):i] {
		switch u.text {
		case "for", "of", "with", "from", "by", "at", "in", "to", "called", "named":
			return true
		}
	}
	return false
}

// kindAt reports whether the unit is a word for an agreement or a service.
func (s *sentence) kindAt(i int) bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		return h.from <= i && i < h.to && (slices.Contains(h.cues, agreement) || slices.Contains(h.cues, aService))
	})
}

// known reports whether every unit of the content is a word of some name.
func (x *Index) known(s *sentence, content mask) bool {
	var all mask
	for _, t := range s.terms {
		all.or(t.mask)
	}
	return without(content, all).empty()
}

// widest prefers a service or party to its agreements where the question does
// not say that it means an agreement, unless the agreement itself is named.
func (x *Index) widest(s *sentence, ms []match) []match {
	if len(ms) == 0 {
		return nil
	}
	best := ms[0].share
	wide := slices.ContainsFunc(ms, func(m match) bool {
		return x.things[m.thing].agreement == nil && m.share >= best-1e-9
	})
	return slices.DeleteFunc(slices.Clone(ms), func(m match) bool {
		t := &x.things[m.thing]
		return wide && t.agreement != nil && x.recall(s, t) < 0.99
	})
}

// closest keeps the matches that are nearly as good as the first.
func closest(ms []match) []match {
	for i := range ms {
		if ms[i].score() < ms[0].score()-margin {
			return ms[:i]
		}
	}
	return ms
}

func without(a, b mask) mask { return mask{a[0] &^ b[0], a[1] &^ b[1], a[2] &^ b[2]} }

func (s *sentence) contentMask() mask {
	var m mask
	for i, c := range s.content {
		if c {
			m.set(i)
		}
	}
	return m
}

// kinds gives the kinds of agreement that the sentence speaks of, all of them
// where it says only "agreement", and nil where it speaks of none.
func (s *sentence) kinds() []slm.AgreementKind {
	var kinds []slm.AgreementKind
	for _, k := range []slm.AgreementKind{slm.SLR, slm.SLA, slm.OLA, slm.UC} {
		if s.cues[cue(k)] {
			kinds = append(kinds, k)
		}
	}
	if kinds == nil && s.cues[agreement] {
		return []slm.AgreementKind{slm.SLR, slm.SLA, slm.OLA, slm.UC}
	}
	return kinds
}
