package ask

import (
	"cmp"
	"slices"

	"steward/slm"
)

// A match is a thing that a sentence perhaps names.
type match struct {
	thing  int32
	share  float64 // of the content that it explains
	recall float64 // of its best name that was said, or inFull
	mask   mask
}

// order puts what people mean most often first.
func (t *thing) order() int {
	switch {
	case t.agreement == nil:
		return 0
	case t.agreement.Kind == slm.SLA:
		return 1
	}
	return 2
}

// inFull is the recall of an agreement whose own code or title was said. It
// beats those whose service and customer were said.
const inFull = 1.25

// score orders matches: what is said must be explained before anything else.
func (m match) score() float64 { return 0.7*m.share + 0.3*m.recall }

// rank gives the things that explain the content best, best first: all that
// explain at least half of it. Keep limits which things count.
func (x *Index) rank(s *sentence, content mask, keep func(*thing) bool) []match {
	whole := s.weight(content)
	var ms []match
	for _, i := range s.heard {
		m := s.wide[i]
		if !keep(&x.things[i]) {
			continue
		}
		share := 1.0
		if whole > 0 {
			share = s.weight(and(m, content)) / whole
		}
		if share >= 0.5 {
			ms = append(ms, match{thing: i, share: share, mask: m})
		}
	}
	return x.sort(s, ms)
}

// sort orders matches. Only those that explain nearly the most are worth the
// count of how much of their names was said.
func (x *Index) sort(s *sentence, ms []match) []match {
	most := 0.0
	for _, m := range ms {
		most = max(most, m.share)
	}
	ms = slices.DeleteFunc(ms, func(m match) bool { return m.share < most-0.1 })
	for i := range ms {
		t := &x.things[ms[i].thing]
		ms[i].recall = x.recall(s, t)
		if t.agreement != nil && ms[i].recall > 0.99 && !x.inParty(s, t) {
			ms[i].recall = inFull
		}
		for _, r := range t.related {
			ms[i].recall = max(ms[i].recall, x.recall(s, &x.things[r]))
		}
	}
	slices.SortStableFunc(ms, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score(), a.score()), cmp.Compare(x.things[a.thing].order(), x.things[b.thing].order()))
	})
	return ms
}

// inParty reports whether what was said of the agreement is no more than a part
// of the names of its provider and consumer that were said in full.
func (x *Index) inParty(s *sentence, t *thing) bool {
	var parties mask
	for _, r := range t.related {
		if x.things[r].kind == partyKind && x.recall(s, &x.things[r]) > inAll {
			parties.or(and(s.masks[r], s.contentMask()))
		}
	}
	own := and(s.masks[t.place], s.contentMask())
	return parties.count() > own.count() && without(own, parties).empty()
}

// recall is how much of the thing's best name was said. It is counted once: a
// service is asked about for each of its agreements.
func (x *Index) recall(s *sentence, t *thing) float64 {
	if known := s.recalls[t.place]; known > 0 {
		return known - 1
	}
	best := 0.0
	for _, name := range t.names {
		said, whole := 0.0, 0.0
		for _, w := range name {
			whole += x.rarity[w]
			switch s.found[w] {
			case 2:
				said += x.rarity[w]
			case 1:
				said += 0.9 * x.rarity[w]
			}
		}
		best = max(best, said/whole)
	}
	s.recalls[t.place] = best + 1
	s.counted = append(s.counted, t.place)
	return best
}

// weight is how much the units of a mask say: a word twice as much as a Han
// character.
func (s *sentence) weight(m mask) float64 {
	return float64(m.count()) - 0.5*float64(and(m, s.han).count())
}
