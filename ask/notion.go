package ask

import (
	"math"
	"slices"
)

// A notion is a word or short phrase of a clause or a question, and what it is
// recognised by: its own stem, and the groups of words that mean the same.
type notion struct {
	key    string
	groups []int
	loose  bool // two Han characters side by side that are perhaps no word
}

// A placed notion is one of units [from, to).
type placed struct {
	notion
	from, to int
}

func textNotions(ps []placed) []notion {
	ns := make([]notion, len(ps))
	for i, p := range ps {
		ns[i] = p.notion
	}
	return ns
}

// notionsOf finds the notions in units that are not left out: entries of the
// thesaurus first, then the words that are left, and pairs of the Han characters.
func notionsOf(us []unit, out []bool) []placed {
	all := thesauri()
	var found []placed
	for i := 0; i < len(us); {
		end := i
		for end < len(us) && !out[end] && end < i+longestPhrase {
			end++
		}
		if end == i || !us[i].han && glue[us[i].text] {
			i++
			continue
		}
		key, n := all.longest(us[i:end])
		switch {
		case n > 0:
			found = append(found, placed{notion{key: key, groups: all[key]}, i, i + n})
			i += n
			continue
		case !us[i].han:
			found = append(found, placed{notion{key: stem(us[i].text)}, i, i + 1})
		case end > i+1 && us[i+1].han && !all.begins(us[i+1:end]):
			found = append(found, placed{notion{key: us[i].text + us[i+1].text, loose: true}, i, i + 2})
		}
		i++
	}
	return found
}

// weightOf is how much a notion says: little, if many clauses have it.
func (x *Index) weightOf(n notion) float64 {
	count := x.clausesWith[n.key]
	for _, g := range n.groups {
		count = max(count, x.groupsWith[g])
	}
	return 1 / (1 + 0.5*math.Log(float64(max(count, 1))))
}

// like reports whether the notions are one, or mean nearly the same.
func (n notion) like(o notion) bool {
	return n.key == o.key || slices.ContainsFunc(n.groups, func(g int) bool { return slices.Contains(o.groups, g) })
}
