package ask

import "math/bits"

// A mask is a set of units, of the first 160.
type mask [3]uint64

func (m *mask) set(i int) { m[i/64] |= 1 << (i % 64) }

// one is the set of a single unit.
func one(i int) (m mask) {
	m.set(i)
	return m
}

// span is the set of the units [from, to).
func span(from, to int) (m mask) {
	for i := from; i < to; i++ {
		m.set(i)
	}
	return m
}

func (m *mask) has(i int) bool { return m[i/64]&(1<<(i%64)) != 0 }

func (m *mask) or(o mask) {
	m[0] |= o[0]
	m[1] |= o[1]
	m[2] |= o[2]
}

func (m mask) count() int {
	return bits.OnesCount64(m[0]) + bits.OnesCount64(m[1]) + bits.OnesCount64(m[2])
}

func (m mask) empty() bool { return m == mask{} }

func and(a, b mask) mask { return mask{a[0] & b[0], a[1] & b[1], a[2] & b[2]} }

func without(a, b mask) mask { return mask{a[0] &^ b[0], a[1] &^ b[1], a[2] &^ b[2]} }
