package slm_test

import (
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"

	"steward/slm"
)

// counted makes a measurement from one day in June 2026 to another.
func counted(from, to int, good, total int64) slm.Measurement {
	return slm.Measurement{From: day(from), To: day(to), Good: good, Total: total}
}

func TestJudgePeriod(t *testing.T) {
	t.Parallel()
	june := slm.Period{From: day(1), To: day(31)} // 30 days
	tests := []struct {
		name      string
		objective string
		measured  []slm.Measurement
		now       time.Time
		standing  slm.Standing
		attained  string
		coverage  string
		left      string // "" where there is no budget
		exhausted time.Time
	}{
		{"nothing measured", "99.9%", nil, day(16), slm.Unknown, "0.0 %", "0.0 %", "", time.Time{}},
		{"nothing happened", "99.9%", []slm.Measurement{counted(1, 16, 0, 0)}, day(16), slm.Unknown, "0.0 %", "100.0 %", "", time.Time{}},
		{"not begun", "99.9%", nil, day(1).AddDate(0, -1, 0), slm.Unknown, "0.0 %", "0.0 %", "", time.Time{}},
		{"all good", "99.9%", []slm.Measurement{counted(1, 16, 1000, 1000)}, day(16), slm.Kept, "100.0 %", "100.0 %", "100.0 %", time.Time{}},
		{"half spent", "99.9%", []slm.Measurement{counted(1, 16, 99_950, 100_000)}, day(16), slm.Kept, "99.95 %", "100.0 %", "50.0 %", time.Time{}},
		{"three quarters spent", "99%", []slm.Measurement{counted(1, 16, 3970, 4000)}, day(16), slm.AtRisk, "99.25 %", "100.0 %", "25.0 %", time.Time{}},
		{"all spent", "99%", []slm.Measurement{counted(1, 31, 99, 100)}, day(31), slm.AtRisk, "99.0 %", "100.0 %", "0.0 %", time.Time{}},
		// 1000 in 10 days are 3000 in 30, of which 30 may be bad: at 15 in 10 days
		// they are gone after 20.
		{"at this pace", "99%", []slm.Measurement{counted(1, 11, 985, 1000)}, day(11), slm.Breached, "98.5 %", "100.0 %", "-50.0 %", day(21)},
		{"gone already", "99%", []slm.Measurement{counted(1, 11, 960, 1000)}, day(11), slm.Breached, "96.0 %", "100.0 %", "-300.0 %", day(8).Add(12 * time.Hour)},
		{
			"gone in one measurement", "99%",
			[]slm.Measurement{counted(1, 6, 500, 500), counted(7, 11, 400, 400), counted(6, 7, 40, 100)},
			day(11),
			slm.Breached, "94.0 %", "100.0 %", "-500.0 %", day(6).Add(12 * time.Hour),
		},
		{
			"gone at the end", "99%",
			[]slm.Measurement{counted(1, 30, 2900, 2900), counted(30, 31, 40, 100)},
			day(31),
			slm.Breached, "98.0 %", "100.0 %", "-100.0 %", day(30).Add(12 * time.Hour),
		},
		{"judged long after", "99%", []slm.Measurement{counted(1, 31, 98, 100)}, day(200), slm.Breached, "98.0 %", "100.0 %", "-100.0 %", day(16)},
		{"half covered", "99%", []slm.Measurement{counted(1, 6, 500, 500)}, day(11), slm.Kept, "100.0 %", "50.0 %", "100.0 %", time.Time{}},
		{"no bad allowed, none there", "100%", []slm.Measurement{counted(1, 11, 5, 5)}, day(11), slm.Kept, "100.0 %", "100.0 %", "", time.Time{}},
		{"no bad allowed, one there", "100%", []slm.Measurement{counted(1, 6, 5, 5), counted(6, 11, 4, 5)}, day(11), slm.Breached, "90.0 %", "100.0 %", "", day(6)},
		{"a hair too much", "99.9%", []slm.Measurement{counted(1, 31, 9_989_999, 10_000_000)}, day(31), slm.Breached, "99.8999 %", "100.0 %", "-0.01 %", day(30).Add(23*time.Hour + 55*time.Minute + 41*time.Second)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			b, err := slm.JudgePeriod(share(t, tt.objective), june, tt.measured, tt.now)
			if err != nil {
				t.Fatal(err)
			}
			left := ""
			if b.HasBudget {
				left = b.Left.String()
			}
			if b.Standing != tt.standing || b.Attained.String() != tt.attained || b.Coverage.String() != tt.coverage || left != tt.left || !b.ExhaustedAt.Equal(tt.exhausted) {
				t.Errorf("%s, %s, covered %s, left %q, exhausted %s; want %s, %s, %s, %q, %s", b.Standing, b.Attained, b.Coverage, left, b.ExhaustedAt,
					tt.standing, tt.attained, tt.coverage, tt.left, tt.exhausted)
			}
		})
	}
}

func TestJudgePeriodRefuses(t *testing.T) {
	t.Parallel()
	june := slm.Period{From: day(1), To: day(31)}
	const huge = 600_000_000_000_000_000
	tests := []struct {
		name     string
		period   slm.Period
		measured []slm.Measurement
		refused  string
	}{
		{"backward period", slm.Period{From: day(2), To: day(1)}, nil, "budget.period"},
		{"empty period", slm.Period{From: day(1), To: day(1)}, nil, "budget.period"},
		{"backward measurement", june, []slm.Measurement{counted(3, 2, 1, 1)}, "budget.span"},
		{"more good than total", june, []slm.Measurement{counted(2, 3, 2, 1)}, "budget.counts"},
		{"less than none", june, []slm.Measurement{counted(2, 3, -1, 1)}, "budget.counts"},
		{"too many", june, []slm.Measurement{counted(2, 3, 0, huge), counted(3, 4, 0, huge)}, "budget.large"},
		{"before the period", slm.Period{From: day(2), To: day(31)}, []slm.Measurement{counted(1, 3, 1, 1)}, "budget.outside"},
		{"after the period", slm.Period{From: day(2), To: day(5)}, []slm.Measurement{counted(4, 6, 1, 1)}, "budget.outside"},
		{"in the future", june, []slm.Measurement{counted(2, 17, 1, 1)}, "budget.future"},
		{"overlap", june, []slm.Measurement{counted(5, 8, 1, 1), counted(1, 6, 1, 1)}, "budget.overlap"},
		{"repeated", june, []slm.Measurement{counted(5, 8, 1, 1), counted(5, 8, 1, 1)}, "budget.overlap"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := slm.JudgePeriod(share(t, "99%"), tt.period, tt.measured, day(16))
			wantRefusal(t, err, tt.refused)
		})
	}
}

// TestJudgePeriodElsewhere judges with measurements that lie out of the period
// or begin after now, and overlap each other there: they change nothing.
func TestJudgePeriodElsewhere(t *testing.T) {
	t.Parallel()
	period := slm.Period{From: day(5), To: day(20)}
	inside := []slm.Measurement{counted(5, 8, 97, 100), counted(10, 12, 100, 100)}
	want, err := slm.JudgePeriod(share(t, "99%"), period, inside, day(16))
	if err != nil {
		t.Fatal(err)
	}
	got, err := slm.JudgePeriod(share(t, "99%"), period, append(inside,
		counted(1, 5, 0, 100), counted(2, 3, 0, 100), counted(20, 25, 0, 100), counted(16, 20, 0, 100), counted(17, 22, 0, 100)), day(16))
	if err != nil || got != want {
		t.Errorf("%v, %v, want %v", got, err, want)
	}
}

// TestJudgePeriodExact compares the budget with the same sum in fractions.
func TestJudgePeriodExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		objective := slm.Share(rapid.Int64Range(0, int64(slm.Whole)-1).Draw(rt, "objective"))
		var measured []slm.Measurement
		good, total := int64(0), int64(0)
		for d := 1; d <= rapid.IntRange(1, 30).Draw(rt, "days"); d++ {
			m := counted(d, d+1, 0, rapid.Int64Range(1, 1_000_000_000_000).Draw(rt, "total"))
			m.Good = rapid.Int64Range(0, m.Total).Draw(rt, "good")
			measured, good, total = append(measured, m), good+m.Good, total+m.Total
		}
		b, err := slm.JudgePeriod(objective, slm.Period{From: day(1), To: day(31)}, measured, day(31))
		if err != nil {
			rt.Fatal(err)
		}
		spent := big.NewRat(total-good, total)
		spent.Quo(spent, big.NewRat(int64(slm.Whole-objective), int64(slm.Whole)))
		left := new(big.Rat).Sub(big.NewRat(1, 1), spent)
		left.Mul(left, big.NewRat(int64(slm.Whole), 1))
		below := new(big.Rat).Sub(left, big.NewRat(int64(b.Left), 1))
		if below.Sign() < 0 || below.Cmp(big.NewRat(1, 1)) >= 0 {
			rt.Fatalf("%s is left, exactly %s millionths", b.Left, left.FloatString(3))
		}
		if (b.Standing == slm.Breached) != (b.Left < 0) {
			rt.Fatalf("%s with %s left", b.Standing, b.Left)
		}
		if b.Standing == slm.Breached && b.ExhaustedAt.IsZero() && good*10 < total*9 {
			rt.Fatalf("breached, but never exhausted")
		}
	})
}
