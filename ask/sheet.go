package ask

import "slices"

// A sheet is what was found in the index for one question. It has a place for
// every word and thing of the index, so it is used again for other questions,
// wiped in the places that were written on.
type sheet struct {
	found   []uint8   // word -> how well it was found: 0, weak or sure
	masks   []mask    // thing -> the units that it explains
	wide    []mask    // thing -> the same, with what it is related to
	heard   []int32   // the things that explain anything, with what they are related to
	recalls []float64 // thing -> 1 + how much of its name was said, 0 if not counted yet
	counted []int32   // the things whose recall was counted
}

// blank gives a sheet with nothing on it.
func (x *Index) blank() *sheet {
	if used, ok := x.sheets.Get().(*sheet); ok {
		return used
	}
	n := len(x.things)
	return &sheet{
		found:   make([]uint8, len(x.posts)),
		masks:   make([]mask, n),
		wide:    make([]mask, n),
		recalls: make([]float64, n),
	}
}

// wipe gives the sentence's sheet back.
func (x *Index) wipe(s *sentence) {
	for _, t := range s.terms {
		s.found[t.word] = 0
	}
	for _, th := range s.heard {
		s.masks[th], s.wide[th] = mask{}, mask{}
	}
	for _, th := range s.counted {
		s.recalls[th] = 0
	}
	s.heard, s.counted = s.heard[:0], s.counted[:0]
	x.sheets.Put(s.sheet)
}

// widen notes that the thing, or what it is related to, explains units.
func (s *sheet) widen(thing int32, m mask) {
	if s.wide[thing].empty() {
		s.heard = append(s.heard, thing)
	}
	s.wide[thing].or(m)
}

// inOrder puts the things that were heard in the order of the index: where they
// are many, by going through all, which is quicker than to sort.
func (s *sheet) inOrder() {
	if len(s.heard) < len(s.wide)/16 {
		slices.Sort(s.heard)
		return
	}
	s.heard = s.heard[:0]
	for i, m := range s.wide {
		if !m.empty() {
			s.heard = append(s.heard, int32(i))
		}
	}
}
