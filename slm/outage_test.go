package slm

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// atClock gives a time of 15 June 2026 in UTC.
func atClock(t testing.TB, clock string) time.Time {
	t.Helper()
	at, err := time.Parse("2006-01-02 15:04:05", "2026-06-15 "+clock)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// spans reads "12:00:00-12:05:00 12:10:00-" where the last one has no end.
func spans(t testing.TB, text string) []Period {
	t.Helper()
	var ps []Period
	for _, word := range strings.Fields(text) {
		from, to, _ := strings.Cut(word, "-")
		p := Period{From: atClock(t, from)}
		if to != "" {
			p.To = atClock(t, to)
		}
		ps = append(ps, p)
	}
	return ps
}

func TestWatch(t *testing.T) {
	t.Parallel()
	shanghai, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name                string
		span, outages, gaps string
		zone                *time.Location
		want                string
	}{
		{"nothing happens", "12:00:00-13:00:00", "", "", time.UTC, "12:00:00-13:00:00 good"},
		{"one outage", "12:00:00-13:00:00", "12:10:00-12:11:30", "", time.UTC, "12:00:00-12:10:00 good, 12:10:00-12:11:30 bad, 12:11:30-13:00:00 good"},
		{"it lasts", "12:00:00-13:00:00", "12:10:00-", "", time.UTC, "12:00:00-12:10:00 good, 12:10:00-13:00:00 bad"},
		{"it began before", "12:00:00-13:00:00", "11:00:00-12:10:00", "", time.UTC, "12:00:00-12:10:00 bad, 12:10:00-13:00:00 good"},
		{"all of it", "12:00:00-13:00:00", "11:00:00-", "", time.UTC, "12:00:00-13:00:00 bad"},
		{"outside", "12:00:00-13:00:00", "11:00:00-12:00:00 13:00:00-", "", time.UTC, "12:00:00-13:00:00 good"},
		{"two overlap", "12:00:00-13:00:00", "12:20:00-12:40:00 12:10:00-12:30:00", "", time.UTC, "12:00:00-12:10:00 good, 12:10:00-12:40:00 bad, 12:40:00-13:00:00 good"},
		{"two meet", "12:00:00-13:00:00", "12:10:00-12:20:00 12:20:00-12:30:00", "", time.UTC, "12:00:00-12:10:00 good, 12:10:00-12:30:00 bad, 12:30:00-13:00:00 good"},
		{"no longer than nothing", "12:00:00-13:00:00", "12:10:00-12:10:00", "", time.UTC, "12:00:00-13:00:00 good"},
		{"a gap is unknown", "12:00:00-13:00:00", "", "12:10:00-12:40:00", time.UTC, "12:00:00-12:10:00 good, 12:40:00-13:00:00 good"},
		{"an outage in a gap is known", "12:00:00-13:00:00", "12:20:00-12:30:00", "12:10:00-12:40:00", time.UTC, "12:00:00-12:10:00 good, 12:20:00-12:30:00 bad, 12:40:00-13:00:00 good"},
		{"all of it is a gap", "12:00:00-13:00:00", "", "11:00:00-14:00:00", time.UTC, ""},
		{"no time at all", "12:00:00-12:00:00", "11:00:00-", "", time.UTC, ""},
		{"over midnight in the zone", "15:30:00-16:30:00", "", "", shanghai, "15:30:00-16:00:00 good, 16:00:00-16:30:00 good"},
		{
			"an outage over midnight", "15:30:00-16:30:00", "15:50:00-16:10:00", "", shanghai,
			"15:30:00-15:50:00 good, 15:50:00-16:00:00 bad, 16:00:00-16:10:00 bad, 16:10:00-16:30:00 good",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, w := range Watch(spans(t, tt.span)[0], spans(t, tt.outages), spans(t, tt.gaps), tt.zone) {
				how := map[bool]string{true: "bad", false: "good"}[w.Bad]
				got = append(got, fmt.Sprintf("%s-%s %s", w.From.UTC().Format(time.TimeOnly), w.To.UTC().Format(time.TimeOnly), how))
			}
			if text := strings.Join(got, ", "); text != tt.want {
				t.Errorf("%s\nwant %s", text, tt.want)
			}
		})
	}
}

// TestWatchSeconds compares with a count second by second, for spans that are
// cut anywhere: cutting changes nothing.
func TestWatchSeconds(t *testing.T) {
	t.Parallel()
	start := atClock(t, "23:58:00")
	at := func(n int) time.Time { return start.Add(time.Duration(n) * time.Second) }
	rapid.Check(t, func(t *rapid.T) {
		period := rapid.Custom(func(t *rapid.T) Period {
			from := rapid.IntRange(-20, 260).Draw(t, "from")
			p := Period{From: at(from).Add(time.Duration(rapid.IntRange(0, 999).Draw(t, "ms")) * time.Millisecond)}
			if n := rapid.IntRange(-1, 100).Draw(t, "length"); n >= 0 {
				p.To = at(from + n).Add(999 * time.Millisecond)
			}
			return p
		})
		outages := rapid.SliceOfN(period, 0, 5).Draw(t, "outages")
		gaps := rapid.SliceOfN(period, 0, 3).Draw(t, "gaps")
		cut := rapid.IntRange(0, 240).Draw(t, "cut")
		var good, bad [240]int
		for _, span := range []Period{{at(0), at(cut)}, {at(cut), at(240)}} {
			for _, w := range Watch(span, outages, gaps, time.UTC) {
				for n := range good {
					if w.Contains(at(n)) && w.Bad {
						bad[n]++
					} else if w.Contains(at(n)) {
						good[n]++
					}
				}
				if midnight := at(120); w.From.Before(midnight) && w.To.After(midnight) {
					t.Fatalf("%v goes over midnight", w)
				}
			}
		}
		covers := func(ps []Period, n int) bool {
			for _, p := range ps {
				if !at(n).Before(p.From.Truncate(time.Second)) && (p.To.IsZero() || at(n).Before(p.To.Truncate(time.Second))) {
					return true
				}
			}
			return false
		}
		for n := range good {
			wantBad, wantGood := 0, 0
			switch {
			case covers(outages, n):
				wantBad = 1
			case !covers(gaps, n):
				wantGood = 1
			}
			if good[n] != wantGood || bad[n] != wantBad {
				t.Fatalf("second %d: good %d, bad %d; want %d, %d", n, good[n], bad[n], wantGood, wantBad)
			}
		}
	})
}

func TestOutageReports(t *testing.T) {
	t.Parallel()
	now := atClock(t, "12:00:00")
	tests := []struct {
		name   string
		report OutageReport
		want   string
	}{
		{"lasts", OutageReport{Key: "k", From: now}, ""},
		{"is over", OutageReport{Key: "k", From: now.Add(-time.Minute), To: now}, ""},
		{"is over at once", OutageReport{Key: "k", From: now, To: now}, ""},
		{"no key", OutageReport{From: now}, "outage.key"},
		{"a key with a NUL", OutageReport{Key: "\x00", From: now}, "outage.key"},
		{"no begin", OutageReport{Key: "k"}, "outage.span"},
		{"ends before", OutageReport{Key: "k", From: now, To: now.Add(-time.Second)}, "outage.span"},
		{"begins in the future", OutageReport{Key: "k", From: now.Add(6 * time.Minute)}, "measurement.future"},
		{"ends in the future", OutageReport{Key: "k", From: now, To: now.Add(6 * time.Minute)}, "measurement.future"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := ""
			if err, refused := tt.report.Check(now).(*Error); refused { //nolint:errorlint // it is not wrapped
				got = err.Key
			}
			if got != tt.want {
				t.Errorf("refused as %q, want %q", got, tt.want)
			}
		})
	}
}
