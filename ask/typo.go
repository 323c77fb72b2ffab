package ask

import (
	"iter"
	"slices"
)

// typos finds the words nearest to one that is perhaps misspelt, by the
// trigrams they share.
type typos struct {
	words []string
	grams map[trigram][]int32 // trigram -> places in words
}

func newTypos(words []string) *typos {
	t := &typos{words: words, grams: make(map[trigram][]int32, len(words))}
	for i, w := range words {
		for g := range trigrams(w) {
			if at := t.grams[g]; len(at) == 0 || at[len(at)-1] != int32(i) {
				t.grams[g] = append(at, int32(i))
			}
		}
	}
	return t
}

// near gives the places of the words at the smallest distance from the word,
// and that distance: of equally near ones those with the same letters, or else
// the same first letter, since people rarely miss that one. Words of 4 to 7 letters may differ by one slip, longer
// ones by two; shorter ones are never corrected.
func (t *typos) near(word string) (at []int32, distance int) {
	limit := slips(len(word))
	if limit == 0 {
		return nil, 0
	}
	shared := make([]uint8, len(t.words))
	var alike []int32 // share two trigrams
	for g := range trigrams(word) {
		for _, i := range t.grams[g] {
			if shared[i]++; shared[i] == 2 {
				alike = append(alike, i)
			}
		}
	}
	best := limit
	for _, i := range alike {
		d := slip(word, t.words[i], best)
		if d > best || slips(len(t.words[i])) < d || len(t.words[i]) < 5 {
			continue
		}
		if d < best {
			best, at = d, at[:0]
		}
		at = append(at, i)
	}
	slices.Sort(at)
	return t.likely(word, at), best
}

// likely keeps the likeliest kind of slip among words equally near.
func (t *typos) likely(word string, at []int32) []int32 {
	for _, alike := range []func(a, b string) bool{sameLetters, sameStart} {
		var kept []int32
		for _, i := range at {
			if alike(word, t.words[i]) {
				kept = append(kept, i)
			}
		}
		if len(kept) > 0 {
			return kept
		}
	}
	return at
}

func sameStart(a, b string) bool { return a[0] == b[0] }

func sameLetters(a, b string) bool {
	as, bs := []byte(a), []byte(b)
	slices.Sort(as)
	slices.Sort(bs)
	return slices.Equal(as, bs)
}

func slips(letters int) int {
	switch {
	case letters < 4:
		return 0
	case letters < 8:
		return 1
	}
	return 2
}

// A trigram is three bytes of a word with its edges marked.
type trigram [3]byte

// trigrams gives the overlapping trigrams of a word.
func trigrams(word string) iter.Seq[trigram] {
	return func(yield func(trigram) bool) {
		g := trigram{'^', '^', '^'}
		for i := range len(word) + 1 {
			g[0], g[1], g[2] = g[1], g[2], '$'
			if i < len(word) {
				g[2] = word[i]
			}
			if !yield(g) {
				return
			}
		}
	}
}

// slip counts the letters to add, drop, replace or swap with their neighbour to
// get from a to b; anything over limit is limit+1.
func slip(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var rows [3][64]int
	if len(a) >= 63 || len(b) >= 63 {
		return limit + 1
	}
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// lookSwapped finds a short part of somebody's name with two letters swapped,
// where another part stands beside it: "Lou Bin" for Luo Bin.
func (x *Index) lookSwapped(s *sentence, i int) bool {
	word := []byte(s.units[i].text)
	if len(word) != 3 && len(word) != 4 {
		return false
	}
	for j := 1; j < len(word); j++ {
		word[j-1], word[j] = word[j], word[j-1]
		w, known := x.words[string(word)]
		word[j-1], word[j] = word[j], word[j-1]
		if known && slices.ContainsFunc(x.posts[w], func(t int32) bool {
			return x.things[t].kind == personKind && x.besideName(s, i, t)
		}) {
			s.see(w, false, i, i+1)
			return true
		}
	}
	return false
}

// besideName reports whether a word of the thing's names stands next to the unit.
func (x *Index) besideName(s *sentence, i int, t int32) bool {
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j >= len(s.units) {
			continue
		}
		if w, known := x.words[s.units[j].text]; known && slices.Contains(x.posts[w], t) {
			return true
		}
	}
	return false
}
