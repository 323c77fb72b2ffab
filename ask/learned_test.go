package ask

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"flag"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var relearn = flag.Bool("learn", false, "make learned.bin anew from the examples")

// An example is a sentence and the clauses that it may be about, the best
// first; none where it is about no duty of the process.
type example struct {
	IDs  []string `json:"ids"`
	Lang string   `json:"lang"`
	Text string   `json:"text"`
}

func (e example) class() string {
	if len(e.IDs) == 0 {
		return nothing
	}
	return e.IDs[0]
}

// examples gives all examples, and their checksum.
func examples(t *testing.T) ([]example, []byte) {
	t.Helper()
	files, err := filepath.Glob("testdata/examples_*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	sum := sha256.New()
	var all []example
	for _, file := range files {
		lines, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = sum.Write(lines)
		for line := range bytes.Lines(lines) {
			var e example
			if err := json.Unmarshal(line, &e); err != nil {
				t.Fatalf("%s: %v: %s", file, err, line)
			}
			all = append(all, e)
		}
	}
	return all, sum.Sum(nil)
}

// TestLearned finds weights that are older than the examples, and examples
// that they do not even know themselves.
func TestLearned(t *testing.T) {
	all, sum := examples(t)
	if *relearn {
		measureLearning(t, all)
		if err := os.WriteFile("learned.bin", append(sum, writeModel(train(all))...), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(learnedFile[:sumSize], sum) {
		t.Fatal("the examples have changed: go test ./ask -run TestLearned -learn")
	}
	wrong := 0
	for _, e := range all {
		if best := duties(units(e.Text))[0].clause; best != e.class() && !slices.Contains(e.IDs, best) {
			wrong++
		}
	}
	if wrong*100 > len(all) {
		t.Errorf("%d of %d examples are taken for something else", wrong, len(all))
	}
}

// measureLearning says how much is learned, by examples that were left out.
func measureLearning(t *testing.T, all []example) {
	all = slices.Clone(all)
	rand.New(rand.NewPCG(2, 2)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	some := len(all) / 5
	m := train(all[some:])
	right, wrong := map[string]int{}, map[string]int{}
	for _, e := range all[:some] {
		if best := m.best(features(units(e.Text))); best == e.class() || slices.Contains(e.IDs, best) {
			right[e.Lang]++
		} else {
			wrong[e.Lang]++
		}
	}
	t.Logf("right %v, wrong %v", right, wrong)
}

// A trainer holds the weights while they are learned.
type trainer struct {
	classes     []string
	bias        []float64
	biasSquares []float64
	weights     map[uint32][]float64 // by feature, then class
	squares     map[uint32][]float64 // of the gradients so far
	shares      []float64
}

// rounds is how often each example is looked at.
const rounds = 25

// train learns by multinomial logistic regression, with steps that become
// smaller for each weight the more it was changed (AdaGrad).
func train(all []example) *trainer {
	tr := &trainer{weights: map[uint32][]float64{}, squares: map[uint32][]float64{}}
	for _, e := range all {
		if !slices.Contains(tr.classes, e.class()) {
			tr.classes = append(tr.classes, e.class())
		}
	}
	slices.Sort(tr.classes)
	n := len(tr.classes)
	tr.bias, tr.biasSquares, tr.shares = make([]float64, n), make([]float64, n), make([]float64, n)
	fs, count := make([][]uint32, len(all)), map[uint32]int{}
	for i, e := range all {
		fs[i] = features(units(e.Text))
		for _, f := range fs[i] {
			count[f]++
		}
	}
	for i := range fs {
		fs[i] = slices.DeleteFunc(fs[i], func(f uint32) bool { return count[f] < 2 })
		for _, f := range fs[i] {
			if tr.weights[f] == nil {
				tr.weights[f], tr.squares[f] = make([]float64, n), make([]float64, n)
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 1))
	for range rounds {
		for _, i := range random.Perm(len(all)) {
			tr.learn(fs[i], slices.Index(tr.classes, all[i].class()))
		}
	}
	return tr
}

// judge fills in how likely each class is. The conversions keep compilers from
// joining operations, so that every machine learns the same.
func (tr *trainer) judge(fs []uint32) (norm float64) {
	norm = 1 / math.Sqrt(float64(len(fs)+1))
	copy(tr.shares, tr.bias)
	for _, f := range fs {
		for c, w := range tr.weights[f] {
			tr.shares[c] += float64(w * norm)
		}
	}
	most, sum := slices.Max(tr.shares), 0.0
	for c, s := range tr.shares {
		tr.shares[c] = math.Exp(s - most)
		sum += tr.shares[c]
	}
	for c := range tr.shares {
		tr.shares[c] /= sum
	}
	return norm
}

func (tr *trainer) best(fs []uint32) string {
	tr.judge(fs)
	return tr.classes[slices.Index(tr.shares, slices.Max(tr.shares))]
}

func (tr *trainer) learn(fs []uint32, class int) {
	norm := tr.judge(fs)
	for c, g := range tr.shares {
		if c == class {
			g--
		}
		if math.Abs(g) < 1e-3 {
			continue
		}
		tr.biasSquares[c] += float64(g * g)
		tr.bias[c] -= float64(0.1*g) / math.Sqrt(tr.biasSquares[c]+1e-6)
		g *= norm
		for _, f := range fs {
			tr.squares[f][c] += float64(g * g)
			tr.weights[f][c] -= float64(0.5*g) / math.Sqrt(tr.squares[f][c]+1e-6)
		}
	}
}

// writeModel writes the weights as readModel reads them.
func writeModel(tr *trainer) []byte {
	var out []byte
	number := func(n int) { out = binary.AppendVarint(out, int64(n)) }
	number(len(tr.classes))
	for c, name := range tr.classes {
		number(len(name))
		for _, b := range []byte(name) {
			number(int(b))
		}
		number(steps(tr.bias[c]))
	}
	kept := map[uint32][]pull{}
	var order []uint32
	for f, ws := range tr.weights {
		for c, w := range ws {
			if n := steps(w); n > 1 || n < -1 {
				kept[f] = append(kept[f], pull{uint8(c), int16(n)})
			}
		}
		if len(kept[f]) > 0 {
			order = append(order, f)
		}
	}
	slices.Sort(order)
	number(len(order))
	at := 0
	for _, f := range order {
		number(int(f) - at)
		number(len(kept[f]))
		for _, w := range kept[f] {
			number(int(w.class))
			number(int(w.steps))
		}
		at = int(f) + 1
	}
	return out
}

func steps(w float64) int { return int(math.Round(w * weightSteps)) }
