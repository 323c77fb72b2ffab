package ask

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"sync"
)

// learned is what was learned from the texts in taught, by the test that also
// shows that nothing else would be learned from them:
//
//	go test ./ask -run TestLearned -update
//
//go:embed learned.bin
var learned []byte

// A classifier says which of its classes a text is likely to mean, by how much
// each of its features speaks for each class (multinomial logistic regression).
type classifier struct {
	classes []string
	rows    map[uint64]int // feature -> place of its weights, one byte a class
	weights []byte
}

// grain is the smallest difference between two weights.
const grain = 1.0 / 16

// sensible is the classifier of senses, which is the same for every directory.
var sensible = sync.OnceValue(func() *classifier { return readClassifier(learned) })

// readClassifier reads a line with the names of the classes, and for each feature
// its sum and its weights.
func readClassifier(file []byte) *classifier {
	names, rest, _ := bytes.Cut(file, []byte("\n"))
	c := &classifier{classes: strings.Fields(string(names)), weights: rest}
	size := 8 + len(c.classes)
	c.rows = make(map[uint64]int, len(rest)/size)
	for at := 0; at+size <= len(rest); at += size {
		c.rows[binary.LittleEndian.Uint64(rest[at:])] = at + 8
	}
	return c
}

// knows reports whether the feature was in the texts learned from.
func (c *classifier) knows(feature string) bool {
	_, ok := c.rows[sum(feature)]
	return ok
}

// likely gives how likely each class is, from 0 to 1 and together 1.
func (c *classifier) likely(features []string) []float32 {
	totals := make([]int, len(c.classes))
	known, rare := 0, 0
	add := func(f string) {
		at, ok := c.rows[sum(f)]
		if !ok {
			if isWord(f) {
				rare++
			}
			return
		}
		known++
		for i := range totals {
			totals[i] += int(int8(c.weights[at+i]))
		}
	}
	for _, f := range features {
		add(f)
	}
	for _, f := range rares(rare) {
		add(f)
	}
	scores := make([]float32, len(totals))
	for i, t := range totals {
		scores[i] = float32(float64(t) * grain * evenly(known))
	}
	softmax(scores)
	return scores
}

// isWord reports whether the feature is a word or two Han characters.
func isWord(feature string) bool {
	if strings.ContainsAny(feature[:1], "~#@?") {
		return false
	}
	if feature[0] < 0x80 {
		return !strings.Contains(feature, " ") && len(feature) > 3
	}
	return len(feature) == 7
}

// rares gives the features for how many words are unknown.
func rares(n int) []string {
	var fs []string
	for i, least := range [...]int{1, 2, 4} {
		if n >= least {
			fs = append(fs, [...]string{"?1", "?2", "?4"}[i])
		}
	}
	return fs
}

// evenly is the factor that lets long and short texts count alike.
func evenly(features int) float64 { return 1 / math.Sqrt(float64(features+1)) }

// softmax makes likelihoods of scores.
func softmax(scores []float32) {
	top, whole := slices.Max(scores), float32(0)
	for i, s := range scores {
		scores[i] = float32(math.Exp(float64(s - top)))
		whole += scores[i]
	}
	for i := range scores {
		scores[i] /= whole
	}
}

// sum is the FNV-1a hash of a feature, in place of the feature itself.
func sum(feature string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(feature) {
		h = (h ^ uint64(feature[i])) * 1099511628211
	}
	return h
}
