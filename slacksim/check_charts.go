package slacksim

import (
	"slices"
	"strconv"
)

// shortName is a rule for the short names in charts.
var shortName = chars(1, 20)

// Six is what the documentation says; some sources say twelve.
const chartParts = 6

var (
	pieShape = shape{must("segments", listOf(1, chartParts, objectOf(shape{must("label", shortName), must("value", positive)})))}

	seriesShape = shape{
		must("series", listOf(1, chartParts, objectOf(shape{
			must("name", shortName),
			must("data", listOf(1, 20, objectOf(shape{must("label", shortName), must("value", number)}))),
		}))),
		must("axis_config", objectOf(shape{
			must("categories", listOf(1, 20, shortName)), may("x_label", chars(0, 50)), may("y_label", chars(0, 50)),
		})),
	}

	chartKinds = []string{"pie", "bar", "area", "line"}
)

// positive is what a slice of a pie has to be.
func positive(k *checker, at string, v any) {
	number(k, at, v)
	if n, ok := v.(float64); ok && n <= 0 {
		k.breaks(at, "minimum", 0, n, "must be greater than 0")
	}
}

func chart(k *checker, at string, v any) {
	c, ok := k.object(at, v)
	switch {
	case !ok:
	case c["type"] == nil:
		k.missing(at, "type")
	case c["type"] == "pie":
		k.fields(at, c, pieShape)
	case slices.Contains(chartKinds, text(c["type"])):
		k.fields(at, c, seriesShape)
		k.series(at, c)
	default:
		k.unsupported(at, c, chartKinds...)
	}
}

// series have names of their own, and one point for every category.
func (k *checker) series(at string, c Block) {
	axis, _ := c["axis_config"].(map[string]any)
	categories := textsIn(axis["categories"])
	if twice(categories) {
		k.wrong(at+"/axis_config/categories", "must be different from each other")
	}
	var names []string
	for i, s := range blocksIn(c["series"]) {
		names = append(names, text(s["name"]))
		var points []string
		for _, p := range blocksIn(s["data"]) {
			points = append(points, text(p["label"]))
		}
		if len(categories) > 0 && len(points) > 0 && !sameWords(points, categories) {
			k.wrong(at+"/series/"+strconv.Itoa(i)+"/data", "must have exactly one point for every category")
		}
	}
	if twice(names) {
		k.wrong(at+"/series", "must have different names")
	}
}

// textsIn gives the texts of a JSON array.
func textsIn(v any) []string {
	items, _ := v.([]any)
	var found []string
	for _, item := range items {
		if s, ok := item.(string); ok {
			found = append(found, s)
		}
	}
	return found
}

func twice(list []string) bool {
	sorted := slices.Sorted(slices.Values(list))
	return len(slices.Compact(sorted)) < len(list)
}

func sameWords(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
