package ask

import "slices"

// directed keeps, of the agreements between two parties that are both named,
// those with the provider that the sentence says: "what Builds promised to
// Platform", "构建组给平台部的OLA".
func (x *Index) directed(s *sentence, ms []match) []match {
	if len(ms) < 2 {
		return ms
	}
	kept := slices.DeleteFunc(slices.Clone(ms), func(m match) bool {
		a := x.things[m.thing].agreement
		if a == nil {
			return true
		}
		var provider, consumer mask
		for _, r := range x.things[m.thing].related {
			switch t := &x.things[r]; {
			case t.kind != partyKind:
			case t.id == a.Provider:
				provider = and(s.masks[r], s.contentMask())
			case t.id == a.Consumer:
				consumer = and(s.masks[r], s.contentMask())
			}
		}
		return !s.promises(provider, consumer)
	})
	if len(kept) == 0 {
		return ms
	}
	return kept
}

// promises reports whether the sentence says that the one gives something to the
// other, and not the other way round: by the words between the two.
func (s *sentence) promises(provider, consumer mask) bool {
	giver, taker := without(provider, consumer), without(consumer, provider) // what both are called says nothing
	switch {
	case giver.empty() && taker.empty():
		return false
	case taker.empty():
		return s.gives(provider)
	case giver.empty():
		return slices.Contains([]string{"to", "for", "给", "向", "为"}, s.before(consumer))
	}
	from, to := s.first(giver), s.first(taker)
	if from < to {
		return s.between(from, to, "to", "for", "give", "gives", "owes", "给", "向", "为", "对")
	}
	return s.between(to, from, "from", "by", "gets", "get", "从", "由", "受")
}

// gives reports whether the sentence says of a party alone that it gives
// something: "the OLA provided by Builds", "构建组提供的".
func (s *sentence) gives(provider mask) bool {
	if before := s.before(provider); before == "by" || before == "from" {
		return true
	}
	at := s.first(provider)
	for at < len(s.units) && provider.has(at) {
		at++
	}
	return at < len(s.units) && slices.Contains([]string{"提", "promised", "promises", "provides", "offers", "owes", "gives"}, s.units[at].text)
}

// before is the word before a name, or before its article.
func (s *sentence) before(name mask) string {
	for _, u := range slices.Backward(s.units[:s.first(name)]) {
		if u.text != "the" && u.text != "our" {
			return u.text
		}
	}
	return ""
}

// first is the place of the first unit of a mask.
func (s *sentence) first(m mask) int {
	for i := range s.units {
		if m.has(i) {
			return i
		}
	}
	return len(s.units)
}

// between reports whether one of the words stands between two units.
func (s *sentence) between(from, to int, words ...string) bool {
	return slices.ContainsFunc(s.units[from:to], func(u unit) bool { return slices.Contains(words, u.text) })
}
