package company

import "strings"

// nearest gives the candidate that differs least from the word, or nothing
// when none is near. Case, and whether words are joined by spaces, dashes or
// underscores, do not count. Words of three letters are near only to
// themselves: among codes that short, every other one would be.
//
// Beyond MaxProblems nobody reads the hint, and a large file with a mistake on
// every line would wait for it.
func (r *reader) nearest(word string, candidates []string) string {
	if len(r.problems.all) > MaxProblems {
		return ""
	}
	best, least := "", 0
	plain := plainly(word)
	for _, candidate := range candidates {
		against := plainly(candidate)
		limit := min(3, (max(len(plain), len(against))-1)/3)
		if d := distance(plain, against, limit); d <= limit && (best == "" || d < least) {
			best, least = candidate, d
		}
	}
	return best
}

// plainly gives the letters of the word that count in a comparison.
func plainly(word string) []rune {
	word = strings.NewReplacer(" ", "", "-", "", "_", "").Replace(word)
	return []rune(strings.ToLower(word))
}

// distance counts the letters to insert, delete, replace or swap with the
// neighbour to get from a to b. It gives more than limit as soon as that is
// certain.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			replace := above[j-1]
			if a[i-1] != b[j-1] {
				replace++
			}
			row[j] = min(replace, above[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
