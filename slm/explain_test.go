package slm_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"steward/slm"
)

func TestExplain(t *testing.T) {
	t.Parallel()
	target := slm.Target{Objective: 990_000}
	june := slm.Period{From: day(1), To: day(31)}
	fact := func(from, to int, bad int64) slm.Fact {
		return slm.Fact{Measurement: slm.Measurement{Source: "probe", Key: "k", From: day(from), To: day(to), Good: 1000 - bad, Total: 1000}}
	}
	replaced, left := fact(5, 6, 900), fact(8, 9, 500)
	replaced.CorrectedBy, left.Excluded = "k2", true
	facts := []slm.Fact{fact(3, 4, 0), fact(1, 2, 0), fact(2, 3, 0), fact(5, 6, 7), replaced, left}
	e := slm.Explain(target, june, facts, []slm.Period{{From: day(8), To: day(10)}}, day(16))
	type row struct {
		from, to int
		what     slm.EntryKind
		good     int64
	}
	want := []row{
		{1, 4, slm.InFigure, 3000},
		{4, 5, slm.Unmeasured, 0},
		{5, 6, slm.InFigure, 993},
		{5, 6, slm.Replaced, 100},
		{6, 8, slm.Unmeasured, 0},
		{8, 9, slm.LeftOut, 500},
		{9, 10, slm.LeftOut, 0},
		{10, 16, slm.Unmeasured, 0},
		{16, 31, slm.ToCome, 0},
	}
	if len(e.Entries) != len(want) {
		t.Fatalf("%d entries, want %d: %+v", len(e.Entries), len(want), e.Entries)
	}
	for i, w := range want {
		got := e.Entries[i]
		if !got.From.Equal(day(w.from)) || !got.To.Equal(day(w.to)) || got.What != w.what || got.Tally.Good != w.good {
			t.Errorf("entry %d is %s, %s to %s, %d good; want %+v", i, got.What, got.From, got.To, got.Tally.Good, w)
		}
	}
	if e.Reported.Good != 3993 || e.Reported.Standing != slm.Kept || e.Measured.Good != 4493 || e.Measured.Standing != slm.Breached {
		t.Errorf("reported %d %s, measured %d %s", e.Reported.Good, e.Reported.Standing, e.Measured.Good, e.Measured.Standing)
	}
	if e.Reported.Coverage != 400_000 { // 6 of 15 days
		t.Errorf("covered %s", e.Reported.Coverage)
	}
}

// TestExplanationsAddUp: the entries that count add up to the figure, and all
// of them fill the window.
func TestExplanationsAddUp(t *testing.T) {
	t.Parallel()
	period := slm.Period{From: day(1), To: day(31)}
	rapid.Check(t, func(t *rapid.T) {
		target := slm.Target{Objective: 990_000}
		windows := []slm.Period{{From: day(rapid.IntRange(1, 15).Draw(t, "from")), To: day(rapid.IntRange(16, 29).Draw(t, "to"))}}
		now := day(1).Add(time.Duration(rapid.IntRange(1, 40*24).Draw(t, "now")) * time.Hour)
		var facts []slm.Fact
		for _, m := range someMeasurements(t) {
			if m.To.After(now) || m.To.After(period.To) {
				continue
			}
			f := slm.Fact{Measurement: m, Excluded: slm.Inside(slm.Period{From: m.From, To: m.To}, windows)}
			if rapid.IntRange(0, 9).Draw(t, "corrected") == 0 {
				f.CorrectedBy = "other"
			}
			facts = append(facts, f)
		}
		e := slm.Explain(target, period, facts, windows, now)
		var sum slm.Tally
		var spans []slm.Period
		for _, entry := range e.Entries {
			if spans = append(spans, entry.Period); entry.What == slm.InFigure {
				sum = sum.Plus(entry.Tally)
			}
		}
		if sum.Sum != e.Reported.Sum {
			t.Fatalf("the entries add up to %+v, the figure is of %+v", sum.Sum, e.Reported.Sum)
		}
		if gaps := period.Subtract(spans); len(gaps) != 0 {
			t.Fatalf("no entry says anything about %v", gaps)
		}
	})
}
