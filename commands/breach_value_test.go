package commands

import (
	"testing"
	"time"

	"steward/slm"
	"steward/store"
)

// TestBreachOfAValue: a breach of a value says the value and the bound, not
// good of total, and names the window of its target.
func TestBreachOfAValue(t *testing.T) {
	t.Parallel()
	april := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	d := (&slm.Directory{Agreements: []slm.Agreement{{Code: "SLA-1", Zone: "UTC", Targets: []slm.Target{
		{ID: 1, Agreement: "SLA-1", Kind: slm.ValueTarget, Window: slm.Window{Unit: slm.Quarter}},
		{ID: 2, Agreement: "SLA-1", Window: slm.Window{Unit: slm.Quarter}},
	}}}}).Index()
	value := slm.Breach{
		Target: 1, Agreement: "SLA-1", Period: slm.Period{From: april, To: april.AddDate(0, 3, 0)}, Sum: slm.Sum{Count: 3},
		Bound: slm.Bound{Sense: slm.AtLeast, At: 4_200_000, Unit: "points"}, Value: 4_100_000, FoundAt: april.AddDate(0, 1, 0),
	}
	share := slm.Breach{
		Target: 2, Agreement: "SLA-1", Period: value.Period, Objective: 990_000, Attained: 980_000, Sum: slm.Sum{Count: 1, Good: 98, Total: 100},
	}
	tests := []struct {
		name   string
		breach slm.Breach
		lang   slm.Lang
		want   Markup
	}{
		{"value", value, slm.English, "*Measured*\n4.1 points in Q2 2026, from 3 values"},
		{"value in Chinese", value, slm.Chinese, "*度量结果*\n2026年第2季度 4.1 points（3 个数值）"},
		{"share", share, slm.English, "*Measured*\n98 of 100 good in Q2 2026"},
	}
	for _, tt := range tests {
		v := voice{lang: tt.lang, zone: time.UTC, dir: d}
		if got := v.measured(store.BreachView{Breach: tt.breach}); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	r := Request{Lang: slm.English, Zone: time.UTC, Dir: d, At: april.AddDate(0, 1, 0)}
	want := Markup("When it was found, at 00:00: *4.1 points* in Q2 2026, from 3 values, agreed at least 4.2 points.")
	if got := r.voice().found(store.BreachView{Breach: value}, r); got != want {
		t.Errorf("found: %q, want %q", got, want)
	}
}
