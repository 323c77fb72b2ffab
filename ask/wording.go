package ask

import (
	"slices"

	"steward/slm"
)

// A wording is a clause of a role in notions, once in each language.
type wording struct {
	id     string
	asked  bool       // of whoever holds it: a qualification
	in     [][]notion // by language
	keys   map[string]bool
	groups map[int]bool
}

func wordingOf(c slm.Clause, asked bool) wording {
	w := wording{id: c.ID, asked: asked, keys: map[string]bool{}, groups: map[int]bool{}}
	for _, text := range []string{c.Text.EN, c.Text.ZH} {
		us := units(text)
		if notions := notionsOf(us, make([]bool, len(us))); len(notions) > 0 {
			w.in = append(w.in, textNotions(notions))
		}
	}
	for _, n := range slices.Concat(w.in...) {
		w.keys[n.key] = true
		for _, g := range n.groups {
			w.groups[g] = true
		}
	}
	return w
}

// share is how much of what is said is in the clause; part takes only the part
// of the question that asks.
func (w *wording) share(said []remark, part bool) float64 {
	all, in, n := 0.0, 0.0, 0
	for _, r := range said {
		if part && !r.part {
			continue
		}
		n++
		all += r.weight
		in += r.weight * w.has(r.notion)
	}
	if all == 0 || part && n < 2 {
		return 0
	}
	return in / all
}

// has is 1 where the clause has the very word, and less for one like it.
func (w *wording) has(n notion) float64 {
	if w.keys[n.key] {
		return 1
	}
	if slices.ContainsFunc(n.groups, func(g int) bool { return w.groups[g] }) {
		return 0.9
	}
	return 0
}

// twoNotions is what two notions say that are not in every clause.
const twoNotions = 1.3

// enough reports whether the clause has enough of what is said: two notions, or
// where one will do, one that no other clause has and that is not what is done
// but to what.
func (w *wording) enough(x *Index, said []remark, one bool) bool {
	for _, notions := range w.in {
		sum, object := 0.0, false
		left := slices.Clone(notions)
		for _, r := range said {
			at := slices.IndexFunc(left, r.like)
			if at < 0 {
				continue
			}
			sum += x.weightOf(left[at])
			object = object || x.weightOf(r.notion) == 1 && !r.like(w.in[0][0])
			left = slices.Delete(left, at, at+1)
		}
		if sum >= twoNotions || one && object {
			return true
		}
	}
	return false
}

// verbatim reports whether all that is said is in the clause in the same words,
// and is most of one of its texts.
func (w *wording) verbatim(said []remark) bool {
	for _, r := range said {
		if !w.keys[r.key] {
			return false
		}
	}
	return slices.ContainsFunc(w.in, func(notions []notion) bool {
		n := 0
		for _, notion := range notions {
			if slices.ContainsFunc(said, func(r remark) bool { return r.key == notion.key }) {
				n++
			}
		}
		return 10*n >= 6*len(notions)
	})
}
