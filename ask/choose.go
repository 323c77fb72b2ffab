package ask

import (
	"slices"
	"time"

	"steward/slm"
)

// choose finds the agreement, service or party that explains the content.
func (x *Index) choose(s *sentence, n *naming, content mask) {
	for _, kinds := range s.readings() {
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
		n.several = x.orAgreements(s, content, ms)
		return
	}
	n.unknown = true
}

// orAgreements puts the agreements of the kind that the sentence speaks of before
// the things that little was said of: "the SLA of the hospital" is one of
// theirs.
func (x *Index) orAgreements(s *sentence, content mask, ms []match) []match {
	kinds := s.kinds()
	all := x.rank(s, content, func(t *thing) bool {
		return t.agreement != nil && slices.Contains(kinds, t.agreement.Kind)
	})
	all = x.living(s, closest(all))
	for _, m := range ms {
		if x.things[m.thing].agreement == nil {
			all = append(all, m)
		}
	}
	if len(all) == 0 {
		return ms
	}
	return all
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
	ms = x.living(s, x.directed(s, x.fuller(s, closest(ms), content)))
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

// living drops agreements that have ended where others fit as well: few ask
// about what is over.
func (x *Index) living(s *sentence, ms []match) []match {
	living := slices.DeleteFunc(slices.Clone(ms), func(m match) bool {
		a := x.things[m.thing].agreement
		return a != nil && ended(a, s.at)
	})
	if len(living) == 0 {
		return ms
	}
	return living
}

// ended reports whether the agreement is over at a time, or as it stands where
// the time is not known.
func ended(a *slm.Agreement, at time.Time) bool {
	state := a.State
	if !at.IsZero() {
		state = a.StateAt(at)
	}
	return state == slm.Expired || state == slm.Terminated
}

// soft looks for a name that consists of words with a meaning of their own, as
// "客户系统" does, and takes it only where little of the name is missing.
func (x *Index) soft(s *sentence, n *naming) {
	kinds := s.kinds()
	words := s.softMask(kinds != nil && s.about())
	if words.empty() {
		return
	}
	ms := x.rank(s, words, func(t *thing) bool {
		return t.kind != personKind && (t.agreement == nil) == (kinds == nil) &&
			(t.agreement == nil || slices.Contains(kinds, t.agreement.Kind))
	})
	ms = slices.DeleteFunc(ms, func(m match) bool {
		said := and(m.mask, words)
		return m.share < 0.99 || m.recall < 0.33 || said.count() < 3 && m.recall < 0.9
	})
	act, clarity := x.activity(s)
	if len(act) > 0 && clarity >= 1 && words.count() < 3 {
		return
	}
	switch ms = closest(ms); {
	case len(ms) == 1:
		n.one, n.confidence = &x.things[ms[0].thing], 0.7
	case len(ms) > 1:
		n.several = ms
	}
}

// about reports whether the sentence says what an agreement is about, as in
// "the SLR about supplier figures".
func (s *sentence) about() bool {
	return slices.ContainsFunc(s.units, func(u unit) bool { return u.text == "about" || u.text == "on" || u.text == "关于" })
}

// softMask gives the units of phrases that may as well be part of a name:
// those for kinds of things that the process is not about.
func (s *sentence) softMask(all bool) mask {
	var m mask
	for _, h := range s.hits {
		if slices.ContainsFunc(h.cues, func(c cue) bool {
			return c == aService || c == aParty || c == "business" || all && isObject(c) && c != agreement
		}) {
			for i := h.from; i < h.to; i++ {
				m.set(i)
			}
		}
	}
	return m
}

// fuller keeps, of several matches, those that explain clearly more of the
// words that may as well be part of a name.
func (x *Index) fuller(s *sentence, ms []match, content mask) []match {
	if len(ms) < 2 {
		return ms
	}
	if titled := x.titled(s, ms, content); len(titled) > 0 && content.count() > 1 {
		ms = titled
	}
	soft, most := s.softMask(false), 0
	for _, m := range ms {
		most = max(most, and(m.mask, soft).count())
	}
	return slices.DeleteFunc(ms, func(m match) bool { return and(m.mask, soft).count() < most-1 })
}

// titled gives those of several agreements that have all of the content in one
// name of their own, and not only in the names of their service. Where the
// content is a customer, all of its agreements are equal.
func (x *Index) titled(s *sentence, ms []match, content mask) []match {
	at := map[int32]mask{}
	for _, t := range s.terms {
		m := at[t.word]
		m.or(t.mask)
		at[t.word] = m
	}
	var kept []match
	for _, m := range ms {
		t := &x.things[m.thing]
		if slices.ContainsFunc(t.related, func(r int32) bool {
			return x.things[r].kind == partyKind && without(content, s.masks[r]).empty() && s.together(content)
		}) {
			return nil
		}
		if t.agreement != nil && slices.ContainsFunc(t.names, func(name []int32) bool {
			var said mask
			for _, w := range name {
				said.or(at[w])
			}
			return without(content, said).empty()
		}) {
			kept = append(kept, m)
		}
	}
	return kept
}

// together reports whether the units of a mask stand side by side, as a name
// does: "Bluewave Radio", but not "the radio contract of Bluewave".
func (s *sentence) together(m mask) bool {
	first := -1
	for i, u := range s.units {
		switch {
		case m.has(i) && first < 0:
			first = i
		case first >= 0 && !m.has(i) && !glue[u.text]:
			return m.count() == and(m, span(first, i)).count()
		}
	}
	return true
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

// known reports whether every unit of the content is a word of some name.
func (x *Index) known(s *sentence, content mask) bool {
	return without(content, s.heardMask()).empty()
}

// heardMask gives the units that are words of some name.
func (s *sentence) heardMask() mask {
	var all mask
	for _, t := range s.terms {
		all.or(t.mask)
	}
	return all
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
