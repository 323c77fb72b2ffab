package slm_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"steward/slm"
)

func zoneOf(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func TestWindowAt(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		window   slm.Window
		zone, at string
		from, to string
	}{
		{"month", slm.Window{}, "UTC", "2026-02-28T23:59:59Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"},
		{"month of a zone ahead", slm.Window{Unit: slm.Month}, "Asia/Shanghai", "2026-05-31T16:00:00Z", "2026-05-31T16:00:00Z", "2026-06-30T16:00:00Z"},
		{"month in which clocks go forward", slm.Window{Unit: slm.Month}, "Europe/Berlin", "2026-03-15T12:00:00Z", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z"},
		{"first quarter", slm.Window{Unit: slm.Quarter}, "UTC", "2026-03-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"},
		{"last quarter", slm.Window{Unit: slm.Quarter}, "UTC", "2026-10-01T00:00:00Z", "2026-10-01T00:00:00Z", "2027-01-01T00:00:00Z"},
		{"year", slm.Window{Unit: slm.Year}, "America/New_York", "2026-07-01T00:00:00Z", "2026-01-01T05:00:00Z", "2027-01-01T05:00:00Z"},
		{"one day", slm.Window{Unit: slm.Rolling, Days: 1}, "UTC", "2026-06-15T12:00:00Z", "2026-06-15T00:00:00Z", "2026-06-16T00:00:00Z"},
		{"thirty days, today one of them", slm.Window{Unit: slm.Rolling, Days: 30}, "UTC", "2026-06-15T12:00:00Z", "2026-05-17T00:00:00Z", "2026-06-16T00:00:00Z"},
		{"seven days, one of 23 hours", slm.Window{Unit: slm.Rolling, Days: 7}, "Europe/Berlin", "2026-03-31T12:00:00Z", "2026-03-24T23:00:00Z", "2026-03-31T22:00:00Z"},
		{"a month whose first midnight does not exist", slm.Window{}, "America/Asuncion", "2017-10-15T12:00:00Z", "2017-10-01T04:00:00Z", "2017-11-01T03:00:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			at, err := time.Parse(time.RFC3339, tt.at)
			if err != nil {
				t.Fatal(err)
			}
			p := tt.window.At(at, zoneOf(t, tt.zone))
			if from, to := p.From.UTC().Format(time.RFC3339), p.To.UTC().Format(time.RFC3339); from != tt.from || to != tt.to {
				t.Errorf("[%s, %s), want [%s, %s)", from, to, tt.from, tt.to)
			}
		})
	}
}

// TestWindowsMeet: windows of the calendar contain the time they are asked
// for, are the same for every time in them, and one ends where the next
// begins. Days of a zone fill them.
func TestWindowsMeet(t *testing.T) {
	t.Parallel()
	zones := []string{"UTC", "Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Apia"}
	rapid.Check(t, func(t *rapid.T) {
		zone, err := time.LoadLocation(rapid.SampledFrom(zones).Draw(t, "zone"))
		if err != nil {
			t.Fatal(err)
		}
		at := time.Unix(rapid.Int64Range(1_000_000_000, 2_500_000_000).Draw(t, "at"), 0)
		for _, unit := range []slm.WindowUnit{slm.Month, slm.Quarter, slm.Year} {
			w := slm.Window{Unit: unit}
			p := w.At(at, zone)
			last, next := w.At(p.To.Add(-time.Second), zone), w.At(p.To, zone)
			if !p.Contains(at) || !last.From.Equal(p.From) || !next.From.Equal(p.To) {
				t.Fatalf("%s at %s: %v, its last second in %v, then %v", unit, at, p, last, next)
			}
		}
		if d := slm.DayOf(at, zone); !d.Contains(at) || d != slm.DayOf(d.From, zone) {
			t.Fatalf("day of %s: %v", at, d)
		}
	})
}

func TestSubtract(t *testing.T) {
	t.Parallel()
	at := func(hour int) time.Time { return time.Date(2026, 6, 15, hour, 0, 0, 0, time.UTC) }
	span := func(from, to int) slm.Period { return slm.Period{From: at(from), To: at(to)} }
	tests := []struct {
		name   string
		others []slm.Period
		want   []slm.Period
	}{
		{"nothing", nil, []slm.Period{span(8, 12)}},
		{"the middle", []slm.Period{span(9, 10)}, []slm.Period{span(8, 9), span(10, 12)}},
		{"all of it", []slm.Period{span(7, 13)}, nil},
		{"in two that meet", []slm.Period{span(10, 12), span(8, 10)}, nil},
		{"what overlaps", []slm.Period{span(9, 11), span(8, 10)}, []slm.Period{span(11, 12)}},
		{"what lies outside", []slm.Period{span(1, 8), span(12, 13)}, []slm.Period{span(8, 12)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			left := span(8, 12).Subtract(tt.others)
			if len(left) != len(tt.want) {
				t.Fatalf("%v, want %v", left, tt.want)
			}
			for i := range left {
				if left[i] != tt.want[i] {
					t.Errorf("%v, want %v", left, tt.want)
				}
			}
		})
	}
}
