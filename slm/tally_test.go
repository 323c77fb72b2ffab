package slm_test

import (
	"errors"
	"math/big"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"steward/slm"
)

// someMeasurements draws measurements of June 2026, some of them with values.
func someMeasurements(t *rapid.T) []slm.Measurement {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) slm.Measurement {
		from := day(1).Add(time.Duration(rapid.IntRange(0, 29*24*60).Draw(t, "from")) * time.Minute)
		m := slm.Measurement{From: from, To: from.Add(time.Duration(rapid.IntRange(1, 600).Draw(t, "minutes")) * time.Minute)}
		m.Total = rapid.Int64Range(0, 1000).Draw(t, "total")
		m.Good = rapid.Int64Range(0, m.Total).Draw(t, "good")
		if rapid.Bool().Draw(t, "valued") {
			value := rapid.Int64Range(-5_000_000, 5_000_000).Draw(t, "value")
			m.Value = &value
		}
		return m
	}), 0, 20).Draw(t, "measurements")
}

// TestTalliesAddUp: order changes nothing, and nor does how measurements are
// grouped before they are added up.
func TestTalliesAddUp(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		ms := someMeasurements(t)
		want := slm.TallyOf(ms)
		cut := rapid.IntRange(0, len(ms)).Draw(t, "cut")
		shuffled := rapid.Permutation(ms).Draw(t, "shuffled")
		for name, got := range map[string]slm.Tally{
			"shuffled": slm.TallyOf(shuffled),
			"grouped":  slm.TallyOf(ms[:cut]).Plus(slm.TallyOf(ms[cut:])),
			"both":     slm.TallyOf(shuffled[cut:]).Plus(slm.TallyOf(shuffled[:cut])),
		} {
			if len(got.Covered) == 0 && len(want.Covered) == 0 {
				got.Covered = want.Covered
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: %+v, want %+v", name, got, want)
			}
		}
	})
}

// TestSplittingChangesNothing: a span that is sent in two parts, and its
// events with it, is judged as the whole one is.
func TestSplittingChangesNothing(t *testing.T) {
	t.Parallel()
	period := slm.Period{From: day(1), To: day(31)}
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.Int64Range(0, 20*24*60).Draw(t, "from")
		length := rapid.Int64Range(2, 5*24*60).Draw(t, "length")
		total := 60 * length // seconds
		bad := rapid.Int64Range(0, total).Draw(t, "bad")
		at := func(minute int64) time.Time { return day(1).Add(time.Duration(minute) * time.Minute) }
		whole := slm.Measurement{From: at(from), To: at(from + length), Good: total - bad, Total: total}
		cut := rapid.Int64Range(1, length-1).Draw(t, "cut")
		badFirst := rapid.Int64Range(max(0, bad-60*(length-cut)), min(bad, 60*cut)).Draw(t, "bad first")
		first, second := whole, whole
		first.To, first.Total, first.Good = at(from+cut), 60*cut, 60*cut-badFirst
		second.From, second.Total, second.Good = at(from+cut), 60*(length-cut), 60*(length-cut)-(bad-badFirst)
		now := at(from + length)
		one, err := slm.JudgePeriod(995_000, period, []slm.Measurement{whole}, now)
		if err != nil {
			t.Fatal(err)
		}
		two, err := slm.JudgePeriod(995_000, period, []slm.Measurement{second, first}, now)
		if err != nil {
			t.Fatal(err)
		}
		// Where in the span the bad events are is what splitting tells in addition.
		one.ExhaustedAt, two.ExhaustedAt, one.Count, two.Count = time.Time{}, time.Time{}, 0, 0
		if one != two {
			t.Fatalf("%+v in one, %+v in two", one, two)
		}
	})
}

// TestBestAndWorst compares with fractions.
func TestBestAndWorst(t *testing.T) {
	t.Parallel()
	period := slm.Period{From: day(1), To: day(31)}
	rapid.Check(t, func(t *rapid.T) {
		elapsed := rapid.Int64Range(1, 30*24).Draw(t, "hours")
		total := rapid.Int64Range(1, 1_000_000_000_000).Draw(t, "total")
		good := rapid.Int64Range(0, total).Draw(t, "good")
		now := day(1).Add(time.Duration(elapsed) * time.Hour)
		b := slm.BudgetOf(999_000, period, []slm.Measurement{{From: day(1), To: now, Good: good, Total: total}}, now)
		whole := big.NewRat(total*30, 1)
		whole.Mul(whole, big.NewRat(24, elapsed))
		floor := func(good *big.Rat) slm.Share {
			good.Mul(good.Quo(good, whole), big.NewRat(int64(slm.Whole), 1))
			return slm.Share(new(big.Int).Quo(good.Num(), good.Denom()).Int64())
		}
		best := floor(new(big.Rat).Sub(whole, big.NewRat(total-good, 1)))
		if worst := floor(big.NewRat(good, 1)); b.Best != best || b.Worst != worst {
			t.Fatalf("from %d to %d, want %d to %d", b.Worst, b.Best, worst, best)
		}
		if b.Worst > b.Attained || b.Best < b.Attained {
			t.Fatalf("attained %d, but possible only %d to %d", b.Attained, b.Worst, b.Best)
		}
	})
}

func TestTargetJudgesValues(t *testing.T) {
	t.Parallel()
	of := func(values ...int64) (ms []slm.Measurement) {
		for i, v := range values {
			ms = append(ms, slm.Measurement{From: day(1 + i), To: day(2 + i), Value: &v})
		}
		return ms
	}
	tests := []struct {
		name      string
		statistic slm.Statistic
		bound     slm.Bound
		values    []slm.Measurement
		value     int64
		want      slm.Standing
	}{
		{"nothing", slm.Mean, slm.Bound{Sense: slm.AtLeast, At: 4_000_000}, nil, 0, slm.Unknown},
		{"a mean at the bound", slm.Mean, slm.Bound{Sense: slm.AtLeast, At: 4_000_000}, of(3_000_000, 5_000_000), 4_000_000, slm.Kept},
		{"a mean a third of a millionth below", slm.Mean, slm.Bound{Sense: slm.AtLeast, At: 4_000_000}, of(4_000_000, 4_000_000, 3_999_999), 3_999_999, slm.Breached},
		{"a mean a third of a millionth above", slm.Mean, slm.Bound{Sense: slm.AtMost, At: 4_000_000}, of(4_000_000, 4_000_000, 4_000_001), 4_000_000, slm.Breached},
		{"a mean below nothing is rounded down", slm.Mean, slm.Bound{Sense: slm.AtMost, At: -1}, of(-1, -2), -2, slm.Kept},
		{"the highest", slm.Highest, slm.Bound{Sense: slm.AtMost, At: 300_000_000}, of(1, 300_000_001, 2), 300_000_001, slm.Breached},
		{"the lowest", slm.Lowest, slm.Bound{Sense: slm.AtLeast, At: 2}, of(5, 2, 7), 2, slm.Kept},
		{"the last", slm.Latest, slm.Bound{Sense: slm.AtLeast, At: 5}, of(9, 9, 4), 4, slm.Breached},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			target := slm.Target{Kind: slm.ValueTarget, Objective: slm.Whole, Statistic: tt.statistic, Bound: tt.bound}
			l := target.Judge(slm.TallyOf(tt.values))
			if l.Standing != tt.want || l.Value != tt.value {
				t.Errorf("%s at %d, want %s at %d", l.Standing, l.Value, tt.want, tt.value)
			}
		})
	}
}

func TestMeasurementFor(t *testing.T) {
	t.Parallel()
	value := int64(300_000_000)
	over := value + 1
	level, clock := slm.Target{Key: "x", Kind: slm.LevelTarget}, slm.Target{Kind: slm.ClockTarget}
	fast := slm.Target{Key: "x", Kind: slm.LevelTarget, Bound: slm.Bound{Sense: slm.AtMost, At: value, Unit: "ms"}}
	slow := slm.Target{Key: "x", Kind: slm.LevelTarget, Bound: slm.Bound{Sense: slm.AtLeast, At: value}}
	score := slm.Target{Key: "x", Kind: slm.ValueTarget, Bound: fast.Bound}
	histogram := []slm.Bucket{{UpTo: 100_000_000, Count: 5}, {UpTo: value, Count: 8}, {UpTo: 1_000_000_000, Count: 9}}
	tests := []struct {
		name        string
		target      slm.Target
		m           slm.Measurement
		good, total int64
		refusal     string
	}{
		{"counts", level, slm.Measurement{Good: 3, Total: 4}, 3, 4, ""},
		{"a histogram with the bound as a border", fast, slm.Measurement{Total: 10, Buckets: histogram}, 8, 10, ""},
		{"a histogram without it", fast, slm.Measurement{Total: 10, Buckets: histogram[:1]}, 0, 0, "measurement.border"},
		{"a histogram of a target without bound", level, slm.Measurement{Total: 10, Buckets: histogram}, 0, 0, "measurement.events"},
		{"a histogram and good", fast, slm.Measurement{Good: 1, Total: 10, Buckets: histogram}, 0, 0, "measurement.either"},
		{"a histogram for at least", slow, slm.Measurement{Total: 10, Buckets: histogram}, 0, 0, "measurement.atleast"},
		{"one value within", fast, slm.Measurement{Value: &value}, 1, 1, ""},
		{"one value beyond", fast, slm.Measurement{Value: &over}, 0, 1, ""},
		{"one value of at least", slow, slm.Measurement{Value: &value}, 1, 1, ""},
		{"counts with a bound", fast, slm.Measurement{Good: 3, Total: 4}, 3, 4, ""},
		{"a value that is compared", score, slm.Measurement{Value: &value}, 0, 0, ""},
		{"counts where a value is compared", score, slm.Measurement{Good: 1, Total: 1}, 0, 0, "measurement.value"},
		{"a case's target", clock, slm.Measurement{Good: 1, Total: 1}, 0, 0, "measurement.clock"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m, err := tt.m.For(tt.target)
			var refusal *slm.Error
			if errors.As(err, &refusal); tt.refusal != "" {
				if refusal == nil || refusal.Key != tt.refusal {
					t.Fatalf("%v, want %s", err, tt.refusal)
				}
				return
			}
			if err != nil || m.Good != tt.good || m.Total != tt.total {
				t.Errorf("%d of %d, %v; want %d of %d", m.Good, m.Total, err, tt.good, tt.total)
			}
		})
	}
}
