package ask

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A classifier says which of its classes a text is likely to mean. It learns
// from texts with known classes how much each feature speaks for each class
// (multinomial logistic regression).
type classifier struct {
	classes  []string
	features map[string]int32
	weights  [][]float32 // feature -> class -> weight
	bias     []float32   // class -> weight
}

// An example is a text to learn from, as its features, and what it means.
type example struct {
	features []string
	class    string
}

// How the classifier learns: how often it goes through the examples, how far a
// mistake moves the weights, and how much less so every time.
const (
	rounds  = 8
	stride  = 3
	fatigue = 0.1
)

// learned makes a classifier of the examples. The same examples in the same
// order make the same classifier.
func learned(examples []example) *classifier {
	c := &classifier{features: map[string]int32{}}
	counts := map[string]int{}
	for _, e := range examples {
		for _, f := range e.features {
			counts[f]++
		}
		if !slices.Contains(c.classes, e.class) {
			c.classes = append(c.classes, e.class)
		}
	}
	type lesson struct {
		features []int32
		class    int
	}
	lessons := make([]lesson, len(examples))
	for i, e := range examples {
		for _, f := range e.features {
			if counts[f] > 1 { // what occurs once says nothing about other texts
				lessons[i].features = append(lessons[i].features, c.feature(f))
			}
		}
		lessons[i].class = slices.Index(c.classes, e.class)
	}
	c.bias = make([]float32, len(c.classes))
	likely := make([]float32, len(c.classes))
	order := rand.New(rand.NewPCG(1, 2))
	for round := range rounds {
		order.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		for _, l := range lessons {
			c.score(l.features, likely)
			c.correct(l.features, l.class, likely, stride/(1+fatigue*float32(round)))
		}
	}
	return c
}

// feature gives the place of the feature, a new one if need be.
func (c *classifier) feature(f string) int32 {
	at, ok := c.features[f]
	if !ok {
		at = int32(len(c.weights))
		c.features[f] = at
		c.weights = append(c.weights, make([]float32, len(c.classes)))
	}
	return at
}

// correct moves the weights of the features towards the right class and away
// from the others, the further the more mistaken the likelihoods are, which it
// uses up.
func (c *classifier) correct(features []int32, class int, likely []float32, step float32) {
	size := evenly(len(features))
	for i := range likely {
		likely[i] *= -step
	}
	likely[class] += step
	for i := range likely {
		c.bias[i] += likely[i] / 10
		likely[i] *= size
	}
	for _, f := range features {
		for i, w := range c.weights[f] {
			c.weights[f][i] = w + likely[i]
		}
	}
}

// score fills in how likely each class is, from 0 to 1 and together 1.
func (c *classifier) score(features []int32, likely []float32) {
	copy(likely, c.bias)
	size := evenly(len(features))
	for _, f := range features {
		for i, w := range c.weights[f] {
			likely[i] += size * w
		}
	}
	top, sum := slices.Max(likely), float32(0)
	for i, l := range likely {
		likely[i] = float32(math.Exp(float64(l - top)))
		sum += likely[i]
	}
	for i := range likely {
		likely[i] /= sum
	}
}

// evenly is the factor that lets long and short texts count alike.
func evenly(features int) float32 { return float32(1 / math.Sqrt(float64(features+1))) }

// known gives the features that the classifier knows.
func (c *classifier) known(features []string) []int32 {
	var known []int32
	for _, f := range features {
		if at, ok := c.features[f]; ok {
			known = append(known, at)
		}
	}
	return known
}
