package slm_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// day gives midnight UTC of a day in June 2026.
func day(n int) time.Time { return time.Date(2026, 6, n, 0, 0, 0, 0, time.UTC) }

// share reads a percentage that is known to be one.
func share(t *testing.T, s string) slm.Share {
	t.Helper()
	v, err := slm.ParseShare(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestJudge(t *testing.T) {
	t.Parallel()
	const huge = 9_000_000_000_000_000
	tests := []struct {
		name        string
		objective   string
		good, total int64
		attained    string
		standing    slm.Standing
	}{
		{"nothing measured", "99.9%", 0, 0, "0.0 %", slm.Unknown},
		{"all good", "99.9%", 1000, 1000, "100.0 %", slm.Kept},
		{"exactly the objective", "99.9%", 999, 1000, "99.9 %", slm.AtRisk},
		{"one below the objective", "99.9%", 998, 1000, "99.8 %", slm.Breached},
		{"one of many below the objective", "99.9%", 998_999_999, 1_000_000_000, "99.8999 %", slm.Breached},
		{"three quarters used up", "99.9%", 3_997_000, 4_000_000, "99.925 %", slm.AtRisk},
		{"one less than three quarters", "99.9%", 3_997_001, 4_000_000, "99.925 %", slm.Kept},
		{"100 % kept", "100%", 5, 5, "100.0 %", slm.Kept},
		{"100 % missed by one", "100%", huge - 1, huge, "99.9999 %", slm.Breached},
		{"all bad", "0.0001%", 0, 5, "0.0 %", slm.Breached},
		{"huge, exactly the objective", "99.9%", huge / 1000 * 999, huge, "99.9 %", slm.AtRisk},
		{"huge, one below the objective", "99.9%", huge/1000*999 - 1, huge, "99.8999 %", slm.Breached},
		{"huge, three quarters used up", "99.9%", huge - huge/4000*3, huge, "99.925 %", slm.AtRisk},
		{"huge, one less than three quarters", "99.9%", huge - huge/4000*3 + 1, huge, "99.925 %", slm.Kept},
		{"few events leave no room for risk", "99.9%", 10, 10, "100.0 %", slm.Kept},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			sum := slm.Sum{Count: 1, Good: tt.good, Total: tt.total}
			got := slm.Judge(share(t, tt.objective), sum)
			if got.Standing != tt.standing || got.Attained.String() != tt.attained || got.Sum != sum {
				t.Errorf("Judge = %s at %s, want %s at %s", got.Standing, got.Attained, tt.standing, tt.attained)
			}
		})
	}
}

func TestMeasurementCheck(t *testing.T) {
	t.Parallel()
	now := day(15)
	good := slm.Measurement{Key: "k", From: day(14), To: day(15), Good: 1, Total: 2}
	tests := []struct {
		name    string
		change  func(*slm.Measurement)
		refused string
	}{
		{"fine", func(*slm.Measurement) {}, ""},
		{"nothing happened", func(m *slm.Measurement) { m.Good, m.Total = 0, 0 }, ""},
		{"31 days", func(m *slm.Measurement) { m.From = m.To.AddDate(0, 0, -31) }, ""},
		{"clock a little ahead", func(m *slm.Measurement) { m.To = now.Add(5 * time.Minute) }, ""},
		{"largest total", func(m *slm.Measurement) { m.Total = 1e12 }, ""},
		{"longest key", func(m *slm.Measurement) { m.Key = strings.Repeat("k", 200) }, ""},
		{"longest key in Chinese", func(m *slm.Measurement) { m.Key = strings.Repeat("键", 200) }, ""},
		{"no key", func(m *slm.Measurement) { m.Key = "" }, "measurement.key"},
		{"key too long", func(m *slm.Measurement) { m.Key = strings.Repeat("k", 201) }, "measurement.key"},
		{"key that Postgres cannot hold", func(m *slm.Measurement) { m.Key = "a\x00b" }, "measurement.key"},
		{"no start", func(m *slm.Measurement) { m.From = time.Time{} }, "measurement.span"},
		{"no end", func(m *slm.Measurement) { m.To = time.Time{} }, "measurement.span"},
		{"ends when it starts", func(m *slm.Measurement) { m.To = m.From }, "measurement.span"},
		{"ends before it starts", func(m *slm.Measurement) { m.To = m.From.Add(-1) }, "measurement.span"},
		{"more than 31 days", func(m *slm.Measurement) { m.From = m.To.AddDate(0, 0, -31).Add(-1) }, "measurement.long"},
		{"clock far ahead", func(m *slm.Measurement) { m.To = now.Add(5*time.Minute + 1) }, "measurement.future"},
		{"good below zero", func(m *slm.Measurement) { m.Good = -1 }, "measurement.counts"},
		{"total below zero", func(m *slm.Measurement) { m.Good, m.Total = -2, -1 }, "measurement.counts"},
		{"more good than total", func(m *slm.Measurement) { m.Good = 3 }, "measurement.counts"},
		{"total too large", func(m *slm.Measurement) { m.Total = 1e12 + 1 }, "measurement.large"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := good
			tt.change(&m)
			err := m.Check(now)
			var refusal *slm.Error
			switch {
			case tt.refused == "" && err != nil:
				t.Errorf("Check = %v", err)
			case tt.refused != "" && (!errors.As(err, &refusal) || refusal.Kind != slm.Invalid || refusal.Key != tt.refused):
				t.Errorf("Check = %v, want %s", err, tt.refused)
			}
		})
	}
}

func TestCoverage(t *testing.T) {
	t.Parallel()
	month := slm.Period{From: day(1), To: day(11)}
	span := func(from, to int) slm.Period { return slm.Period{From: day(from), To: day(to)} }
	tests := []struct {
		name  string
		spans []slm.Period
		now   time.Time
		want  string
	}{
		{"nothing", nil, day(11), "0.0 %"},
		{"all", []slm.Period{span(1, 11)}, day(11), "100.0 %"},
		{"half", []slm.Period{span(3, 5), span(6, 9)}, day(11), "50.0 %"},
		{"overlapping", []slm.Period{span(1, 4), span(2, 6)}, day(11), "50.0 %"},
		{"one inside another", []slm.Period{span(1, 6), span(2, 3)}, day(11), "50.0 %"},
		{"twice the same", []slm.Period{span(1, 6), span(1, 6)}, day(11), "50.0 %"},
		{"out of order", []slm.Period{span(6, 9), span(1, 3)}, day(11), "50.0 %"},
		{"reaching out on both sides", []slm.Period{span(-5, 2), span(10, 20)}, day(11), "20.0 %"},
		{"outside", []slm.Period{span(-5, 1), span(11, 20)}, day(11), "0.0 %"},
		{"of the part that is over", []slm.Period{span(1, 2)}, day(3), "50.0 %"},
		{"beyond now", []slm.Period{span(1, 11)}, day(3), "100.0 %"},
		{"before it begins", []slm.Period{span(1, 11)}, day(1), "0.0 %"},
		{"long after", []slm.Period{span(1, 6)}, day(30), "50.0 %"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := slm.Coverage(month, tt.spans, tt.now); got.String() != tt.want {
				t.Errorf("Coverage = %s, want %s", got, tt.want)
			}
		})
	}
}

// TestCoverageDoesNotDependOnOrder compares with counting the minutes one by
// one, in any order of the spans.
func TestCoverageDoesNotDependOnOrder(t *testing.T) {
	t.Parallel()
	const minutes = 200
	random := rand.New(rand.NewPCG(1, 2))
	period := slm.Period{From: day(1), To: day(1).Add(minutes * time.Minute)}
	for range 300 {
		var spans []slm.Period
		covered := map[int]bool{}
		for range random.IntN(12) {
			from := random.IntN(minutes+40) - 20
			to := from + random.IntN(50)
			spans = append(spans, slm.Period{From: day(1).Add(time.Duration(from) * time.Minute), To: day(1).Add(time.Duration(to) * time.Minute)})
			for m := max(from, 0); m < min(to, minutes); m++ {
				covered[m] = true
			}
		}
		want := slm.Share(len(covered)) * slm.Whole / minutes
		for range 3 {
			random.Shuffle(len(spans), func(i, j int) { spans[i], spans[j] = spans[j], spans[i] })
			before := append([]slm.Period(nil), spans...)
			if got := slm.Coverage(period, spans, period.To); got != want {
				t.Fatalf("Coverage(%v) = %d, want %d", spans, got, want)
			}
			for i := range spans {
				if spans[i] != before[i] {
					t.Fatal("Coverage changed the caller's spans")
				}
			}
		}
	}
}

// zones change their clocks in different ways: at midnight of a month's first
// day (Asuncion, Havana), by a whole day (Apia), not at all.
var zones = []string{
	"UTC", "Asia/Shanghai", "Asia/Kolkata", "Europe/Berlin", "America/New_York", "America/Asuncion", "America/Havana",
	"Australia/Lord_Howe", "Pacific/Apia", "Asia/Amman", "America/Sao_Paulo",
}

func TestMonthOf(t *testing.T) {
	t.Parallel()
	shanghai := zone(t, "Asia/Shanghai")
	tests := []struct {
		name     string
		at       time.Time
		zone     *time.Location
		from, to string
	}{
		{"last moment", time.Date(2026, 5, 31, 15, 59, 59, 999, time.UTC), shanghai, "2026-05-01T00:00:00+08:00", "2026-06-01T00:00:00+08:00"},
		{"first moment", time.Date(2026, 5, 31, 16, 0, 0, 0, time.UTC), shanghai, "2026-06-01T00:00:00+08:00", "2026-07-01T00:00:00+08:00"},
		{"December", day(1).AddDate(0, 6, 5), time.UTC, "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"},
		{"clocks forward within", day(1).AddDate(0, -3, 5), zone(t, "Europe/Berlin"), "2026-03-01T00:00:00+01:00", "2026-04-01T00:00:00+02:00"},
		{"clocks back within", day(1).AddDate(0, 4, 5), zone(t, "Europe/Berlin"), "2026-10-01T00:00:00+02:00", "2026-11-01T00:00:00+01:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := slm.MonthOf(tt.at, tt.zone)
			if from, to := got.From.Format(time.RFC3339), got.To.Format(time.RFC3339); from != tt.from || to != tt.to {
				t.Errorf("MonthOf = %s to %s, want %s to %s", from, to, tt.from, tt.to)
			}
		})
	}
}

// TestMonthsMeet looks at the hours around the beginning of every month for
// years: each moment lies in its own month, and months leave no gap.
func TestMonthsMeet(t *testing.T) {
	t.Parallel()
	for _, name := range zones {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			loc := zone(t, name)
			for month := time.Date(2011, 1, 1, 0, 0, 0, 0, time.UTC); month.Year() < 2028; month = month.AddDate(0, 1, 0) {
				for minutes := -36 * 60; minutes <= 36*60; minutes += 30 {
					at := month.Add(time.Duration(minutes) * time.Minute)
					p := slm.MonthOf(at, loc)
					if !p.Contains(at) {
						t.Fatalf("%s lies outside its month %s to %s", at.In(loc), p.From, p.To)
					}
					if next := slm.MonthOf(p.To, loc); !next.From.Equal(p.To) {
						t.Fatalf("the month ends at %s, the next begins at %s", p.To, next.From)
					}
				}
			}
		})
	}
}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestPeriodContains(t *testing.T) {
	t.Parallel()
	p := slm.Period{From: day(1), To: day(2)}
	for at, want := range map[time.Time]bool{
		day(1).Add(-1): false, day(1): true, day(2).Add(-1): true, day(2): false,
	} {
		if got := p.Contains(at); got != want {
			t.Errorf("Contains(%s) = %v", at, got)
		}
	}
}
