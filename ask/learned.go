package ask

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"slices"
	"strings"
	"sync"
)

// Which duty a sentence is about is learned from examples, not written down as
// rules: people name a duty by what they see of it, and nobody can list all of
// those words. The examples stand in testdata; TestLearned makes weights of
// them. A sentence is its words, pairs of words, parts of words and runs of
// Han characters; each of these speaks for or against a duty, and the sum of
// what they say, turned into shares of one, is how likely the duty is.

// nothing is the class of sentences about no duty of the process.
const nothing = "none"

// A likely is a clause, or nothing, and how likely a sentence is about it.
type likely struct {
	clause string
	share  float64 // of 1
}

// duties says which clauses the units may be about, the most likely first.
func duties(us []unit) []likely {
	m := learnedModel()
	scores := slices.Clone(m.bias)
	fs := features(us)
	for _, f := range fs {
		m.add(scores, f)
	}
	norm := 1 / math.Sqrt(float64(len(fs)+1))
	most := math.Inf(-1)
	for c, score := range scores {
		scores[c] = m.bias[c] + (score-m.bias[c])*norm
		most = max(most, scores[c])
	}
	sum := 0.0
	for c, score := range scores {
		scores[c] = math.Exp(score - most)
		sum += scores[c]
	}
	all := make([]likely, len(scores))
	for c, score := range scores {
		all[c] = likely{m.classes[c], score / sum}
	}
	slices.SortFunc(all, func(a, b likely) int {
		return cmp.Or(cmp.Compare(b.share, a.share), strings.Compare(a.clause, b.clause))
	})
	return all
}

// features are what the weights know a sentence by, each once, in order.
func features(us []unit) []uint32 {
	var fs []uint32
	add := func(kind byte, parts ...string) {
		h := fnv.New32a()
		_, _ = h.Write([]byte{kind})
		for _, p := range parts {
			_, _ = io.WriteString(h, p+" ")
		}
		fs = append(fs, h.Sum32()&(1<<featureBits-1))
	}
	before := "^"
	for i, u := range us {
		if u.han {
			run := ""
			for _, next := range us[i:min(i+3, len(us))] {
				if !next.han || run != "" && next.gap {
					break
				}
				run += next.text
				add('h', run)
			}
			continue
		}
		stem := stemOf(u.text)
		add('w', stem)
		add('b', before, stem)
		before = stem
		padded := "<" + stem + ">"
		for j := 0; j+4 <= len(padded); j++ {
			add('c', padded[j:j+4])
		}
	}
	slices.Sort(fs)
	return slices.Compact(fs)
}

// featureBits is how many bits of a feature's hash count.
const featureBits = 18

// stemOf cuts the commonest endings of English words off, as long as three
// letters stay.
func stemOf(word string) string {
	for _, ending := range []string{"ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "e"} {
		if strings.HasSuffix(word, ending) && len(word)-len(ending) >= 3 {
			return strings.TrimSuffix(word, ending)
		}
	}
	return word
}

// A model is the weights of features for classes, sparse: the weights of
// feature f are weights[first[f]:first[f+1]].
type model struct {
	classes []string
	bias    []float64
	first   []int32
	weights []pull
}

type pull struct {
	class uint8
	steps int16 // of 1/weightSteps
}

// weightSteps is how many steps of weights make 1.
const weightSteps = 8

// add adds what a feature says about each class.
func (m *model) add(scores []float64, feature uint32) {
	for _, w := range m.weights[m.first[feature]:m.first[feature+1]] {
		scores[w.class] += float64(w.steps) / weightSteps
	}
}

//go:embed learned.bin
var learnedFile []byte

var learnedModel = sync.OnceValue(func() *model {
	m, err := readModel(bytes.NewReader(learnedFile[sumSize:]))
	if err != nil {
		panic(fmt.Sprintf("ask: learned.bin: %v", err)) // it is part of the program
	}
	return m
})

// sumSize is the length of the checksum of the examples before the weights.
const sumSize = 32

// readModel reads what TestLearned writes: the names of the classes; the bias
// of each; and for each feature with weights, how many features on it is, how
// many weights it has, and their classes and steps.
func readModel(r io.ByteReader) (*model, error) {
	m := &model{first: make([]int32, 1<<featureBits+1)}
	var err error
	number := func() int {
		n, e := binary.ReadVarint(r)
		err = cmp.Or(err, e)
		return int(n)
	}
	for range number() {
		name := make([]byte, number())
		for i := range name {
			name[i] = byte(number())
		}
		m.classes = append(m.classes, string(name))
		m.bias = append(m.bias, float64(number())/weightSteps)
	}
	at := 0
	for left := number(); left > 0 && err == nil; left-- {
		for skip := number(); skip > 0; skip-- {
			m.first[at+1] = int32(len(m.weights))
			at++
		}
		for range number() {
			m.weights = append(m.weights, pull{uint8(number()), int16(number())})
		}
		m.first[at+1] = int32(len(m.weights))
		at++
	}
	for ; at < 1<<featureBits; at++ {
		m.first[at+1] = int32(len(m.weights))
	}
	return m, err
}
