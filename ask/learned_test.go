package ask

import (
	"bytes"
	"encoding/binary"
	"flag"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "learn anew and write learned.bin")

// TestLearned shows that learned.bin is what the texts in taught teach.
func TestLearned(t *testing.T) {
	got := teach(lessons(t)).file()
	if *update {
		if err := os.WriteFile("learned.bin", got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !alikeFiles(got, learned) {
		t.Error("the texts in taught teach something else than learned.bin has: go test ./ask -run TestLearned -update")
	}
}

// alikeFiles allows for the last digits that other processors reckon otherwise.
func alikeFiles(a, b []byte) bool {
	differ := 0
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			differ++
		}
	}
	return len(a) == len(b) && differ <= len(a)/1000
}

// An example is a text to learn from, as its features, and what it means.
type example struct {
	features []string
	class    string
}

// lessons reads the texts to learn from: lines under a heading that says what
// they mean, one sense or several. In place of a name there is the sign for one.
func lessons(t *testing.T) []example {
	t.Helper()
	files, err := filepath.Glob("taught/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		classes := ""
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if heading, ok := strings.CutPrefix(line, "# "); ok {
				classes = heading
				continue
			}
			for class := range strings.FieldsSeq(classes) {
				if line != "" {
					all = append(all, example{textFeatures(line), class})
				}
			}
		}
	}
	return all
}

// How a student learns: how often it goes through the examples, how far a
// mistake moves a weight at first, and how often a feature must occur to say
// anything about other texts; a single word, less often.
const (
	rounds = 10
	stride = 0.3
	often  = 3
	twice  = 2
)

// A student learns the weights of a classifier, with steps that get the smaller
// the more a weight was moved already (AdaGrad).
type student struct {
	classes  []string
	features map[string]int
	weights  [][]float64 // feature -> class -> weight
	moved    [][]float64 // feature -> class -> sum of the squares of all moves
}

// teach makes the same of the same examples always.
func teach(examples []example) *student {
	s := &student{features: map[string]int{}}
	counts := map[string]int{}
	for _, e := range examples {
		for _, f := range e.features {
			counts[f]++
		}
		if !slices.Contains(s.classes, e.class) {
			s.classes = append(s.classes, e.class)
		}
	}
	type lesson struct {
		features []int
		class    int
	}
	all := make([]lesson, len(examples))
	for i, e := range examples {
		all[i].class = slices.Index(s.classes, e.class)
		rare := 0
		for _, f := range e.features {
			if isWord(f) && counts[f] < twice {
				rare++
			}
		}
		for _, r := range rares(rare) {
			all[i].features = append(all[i].features, s.feature(r))
		}
		for _, f := range e.features {
			if n := counts[f]; n >= often || n >= twice && isWord(f) {
				all[i].features = append(all[i].features, s.feature(f))
			}
		}
	}
	order := rand.New(rand.NewPCG(1, 2))
	for range rounds {
		order.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, l := range all {
			s.study(l.features, l.class)
		}
	}
	return s
}

func (s *student) feature(f string) int {
	at, ok := s.features[f]
	if !ok {
		at = len(s.weights)
		s.features[f] = at
		s.weights = append(s.weights, make([]float64, len(s.classes)))
		s.moved = append(s.moved, make([]float64, len(s.classes)))
	}
	return at
}

// study moves the weights of the features towards the class and away from the
// others, the further the more mistaken they are.
func (s *student) study(features []int, class int) {
	scores := make([]float32, len(s.classes))
	size := evenly(len(features))
	for _, f := range features {
		for i, w := range s.weights[f] {
			scores[i] += float32(size * w)
		}
	}
	softmax(scores)
	for i := range scores {
		wanted := 0.0
		if i == class {
			wanted = 1
		}
		slope := size * (wanted - float64(scores[i]))
		if math.Abs(slope) < 1e-4 {
			continue
		}
		for _, f := range features {
			s.moved[f][i] += slope * slope
			s.weights[f][i] += stride * slope / math.Sqrt(s.moved[f][i]+1e-6)
		}
	}
}

// file gives what was learned as readClassifier reads it.
func (s *student) file() []byte {
	var b bytes.Buffer
	b.WriteString(strings.Join(s.classes, " ") + "\n")
	for _, f := range slices.Sorted(maps.Keys(s.features)) {
		b.Write(binary.LittleEndian.AppendUint64(nil, sum(f)))
		for _, w := range s.weights[s.features[f]] {
			b.WriteByte(byte(int8(max(-127, min(127, math.Round(w/grain))))))
		}
	}
	return b.Bytes()
}
