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

// inAll is how much of a person's name must be said for all of it: a slip is
// allowed.
const inAll = 0.85

// margin is how much better the best match must be not to be asked back.
const margin = 0.06

// names finds what the sentence names. Person says that the question is about
// somebody, so that a part of a name is enough.
func (x *Index) names(s *sentence, person bool) naming {
	if s.stranger {
		return naming{unknown: true}
	}
	content := x.named(s)
	n := x.namesIn(s, content, person)
	if n.one != nil && s.cutShort(content) && x.fullest(s, n.one) < inAll {
		return x.namesIn(s, s.contentMask(), person)
	}
	return n
}

// cutShort reports whether a word that was left out of the content stands beside
// one that is in it, so that both are perhaps one name.
func (s *sentence) cutShort(content mask) bool {
	for i := 1; i < len(s.units); i++ {
		if s.content[i] && s.content[i-1] && !s.units[i].gap && content.has(i) != content.has(i-1) {
			return true
		}
	}
	return false
}

// namesIn finds what is named in the content.
func (x *Index) namesIn(s *sentence, content mask, person bool) naming {
	n := naming{person: s.person, confidence: sure}
	if x.byCode(s, &n, content, person) {
		return n
	}
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

// byCode finds the code of an agreement, however it is written. Nothing else
// may be named beside it but what belongs to it, or somebody.
func (x *Index) byCode(s *sentence, n *naming, content mask, partly bool) bool {
	th, code := x.code(s)
	if code.empty() {
		return false
	}
	content = x.people(s, n, without(content, code), partly)
	if len(n.several) > 0 {
		return true
	}
	m := match{thing: th, share: 1, recall: inFull, mask: s.wide[th]}
	left := without(content, m.mask)
	if n.one = &x.things[th]; left.empty() || s.noise(left, code) || !s.claimed(left) {
		return true
	}
	n.one, n.several = nil, []match{m}
	return true
}

// claimed reports whether one of the units is said to belong to what is asked:
// "for billing", "和财务的".
func (s *sentence) claimed(left mask) bool {
	for i := range s.units {
		if !left.has(i) || !s.asked(i) {
			continue
		}
		if s.units[i].han || s.oneKindAt(i+1) {
			return true
		}
		for _, u := range s.units[max(0, i-2):i] {
			if u.text == "for" || u.text == "of" || u.text == "with" {
				return true
			}
		}
	}
	return false
}

// code finds the longest run of units that is the code of an agreement.
func (x *Index) code(s *sentence) (thing int32, at mask) {
	longest := 1
	for i := range s.units {
		joined := ""
		for j := i; j < min(i+8, len(s.units)); j++ {
			joined += s.units[j].text
			th, ok := x.exact[joined]
			if !ok && j > i && (i == 0 || !kindWord(s.units[i-1].text)) {
				th, ok = x.short[joined]
				ok = ok && !x.isParty(joined)
			}
			if n := j - i + 1; ok && (n > longest || at.empty() && len(joined) > 5 && !x.inLonger(s, i)) {
				thing, at, longest = th, mask{}, n
				for k := i; k <= j; k++ {
					at.set(k)
				}
			}
		}
	}
	return thing, at
}

// isParty reports whether a party is called so: "the contract with Bluewave
// Radio" is not UC-BLUEWAVE-RADIO alone.
func (x *Index) isParty(joined string) bool {
	t, known := x.codes[joined]
	return known && x.things[t].kind == partyKind
}

// inLonger reports whether the unit is a part of a longer name that is said in
// full: "servers" in "the OLA of Cables and Servers".
func (x *Index) inLonger(s *sentence, at int) bool {
	for i := max(0, at-3); i <= at; i++ {
		joined := ""
		for j := i; j < min(i+6, len(s.units)); j++ {
			joined += s.units[j].text
			if _, known := x.codes[joined]; known && j > i && j >= at {
				return true
			}
		}
	}
	return false
}

func kindWord(word string) bool {
	return word == "sla" || word == "ola" || word == "uc" || word == "slr"
}

// people finds the person whom the sentence names and gives the content that is
// left. A part of a name counts only where partly is set.
func (x *Index) people(s *sentence, n *naming, content mask, partly bool) mask {
	var full []match
	for _, i := range s.heard {
		t := &x.things[i]
		if t.kind != personKind || and(s.masks[i], content).empty() {
			continue
		}
		if r := x.recall(s, t); r > inAll {
			full = append(full, match{thing: i, share: 1, recall: r, mask: s.masks[i]})
		}
	}
	if len(full) == 0 && partly && n.person == 0 {
		x.partly(s, n, content)
		if known := and(content, s.heardMask()); n.unknown && !known.empty() && (s.cues[absent] || s.cues[stead]) && !x.strangeIn(s, without(content, known)) {
			x.partly(s, n, known)
		}
		if n.person != 0 || len(n.several) > 0 {
			n.unknown = false
			return mask{}
		}
		n.unknown = false
		return content
	}
	full = longest(closest(full))
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

// somebody reports whether the sentence names a person in full.
func (x *Index) somebody(s *sentence) bool {
	content := s.contentMask()
	for _, i := range s.heard {
		t := &x.things[i]
		if t.kind == personKind && !and(s.masks[i], content).empty() && x.recall(s, t) > inAll {
			return true
		}
	}
	return false
}

// longest drops the matches for a part of what another is for: "Lina Berg" is
// not "Li Na".
func longest(ms []match) []match {
	return slices.DeleteFunc(slices.Clone(ms), func(m match) bool {
		return slices.ContainsFunc(ms, func(o match) bool { return o.mask != m.mask && and(o.mask, m.mask) == m.mask })
	})
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

func (s *sentence) contentMask() mask {
	var m mask
	for i, c := range s.content {
		if c {
			m.set(i)
		}
	}
	return m
}

// readings gives the kinds of agreement to try, one set after the other: a
// "contract" is one with a supplier, and a "requirement" an SLR, if there is
// such a one.
func (s *sentence) readings() [][]slm.AgreementKind {
	kinds := s.kinds()
	switch {
	case kinds == nil && s.demands():
		return [][]slm.AgreementKind{{slm.SLR}}
	case kinds == nil:
		return nil
	case s.cues["contract"] && len(kinds) > 1:
		return [][]slm.AgreementKind{{slm.UC}, kinds}
	}
	return [][]slm.AgreementKind{kinds}
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
