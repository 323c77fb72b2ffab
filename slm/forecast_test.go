package slm

import (
	"testing"
	"time"
)

// TestForesee has its figures from pencil and paper: June has 43,200 minutes,
// and 99.9 % allows 43 of them, or 2,592 seconds, to be bad.
func TestForesee(t *testing.T) {
	t.Parallel()
	june := Period{time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)}
	const day = 86_400
	// days gives whole days in seconds, with so many bad ones each.
	days := func(bad ...int64) []Measurement {
		var ms []Measurement
		for i, b := range bad {
			from := june.From.AddDate(0, 0, i)
			ms = append(ms, Measurement{From: from, To: from.AddDate(0, 0, 1), Good: day - b, Total: day})
		}
		return ms
	}
	tests := []struct {
		name           string
		objective      Share
		measured       []Measurement
		coverage       Share
		now            time.Time
		allowed, spare int64
		sure, lost     bool
		at             string // when the budget is gone
	}{
		{"nothing yet", 999_000, nil, 0, june.From.AddDate(0, 0, 3), 0, 0, false, false, ""},
		{"all is well", 999_000, days(0, 0, 0), Whole, june.From.AddDate(0, 0, 3), 2592, 2592, true, false, ""},
		{"a fifth is gone after a third", 999_000, days(0, 520, 0, 0, 0, 0, 0, 0, 0, 0), Whole, june.From.AddDate(0, 0, 10), 2592, 2072, true, false, ""},
		// 1,296 in 10 days are 129.6 a day: the other 1,296 last for 10 more.
		{"half is gone after a third", 999_000, days(1296, 0, 0, 0, 0, 0, 0, 0, 0, 0), Whole, june.From.AddDate(0, 0, 10), 2592, 1296, true, false, "2026-06-21T00:00:00Z"},
		{"all is gone", 999_000, days(0, 5184), Whole, june.From.AddDate(0, 0, 2), 2592, -2592, true, true, "2026-06-02T12:00:00Z"},
		{"the first hour is no pace", 999_000, []Measurement{{From: june.From, To: june.From.Add(time.Hour), Good: 3599, Total: 3600}}, Whole, june.From.Add(time.Hour), 2592, 2591, false, false, ""},
		{"too little measured", 999_000, days(0, 520, 0), 249_999, june.From.AddDate(0, 0, 3), 2592, 2072, false, false, "2026-06-15T22:53:33Z"},
		{"nothing bad allowed", Whole, days(0, 1), Whole, june.From.AddDate(0, 0, 2), 0, -1, true, true, "2026-06-02T00:00:00Z"},
		{"after the end", 999_000, days(0, 520), Whole, june.To.AddDate(0, 0, 5), 172, -348, true, true, "2026-06-02T07:58:32Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f, err := Foresee(tt.objective, june, tt.measured, tt.coverage, tt.now)
			if err != nil {
				t.Fatal(err)
			}
			at := ""
			if !f.ExhaustedAt.IsZero() {
				at = f.ExhaustedAt.Format(time.RFC3339)
			}
			if f.Allowed != tt.allowed || f.Spare != tt.spare || f.Sure != tt.sure || f.Lost(tt.now) != tt.lost || at != tt.at {
				t.Errorf("allowed %d, spare %d, sure %t, lost %t, at %s\nwant    %d,       %d,      %t,      %t,    %s",
					f.Allowed, f.Spare, f.Sure, f.Lost(tt.now), at, tt.allowed, tt.spare, tt.sure, tt.lost, tt.at)
			}
		})
	}
}

// TestRecentPace has its figures from pencil and paper, too: of 99.9 % of June
// half is left after ten days, 1,296 seconds.
func TestRecentPace(t *testing.T) {
	t.Parallel()
	june := Period{time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)}
	now := june.From.AddDate(0, 0, 10)
	f, err := Foresee(999_000, june, []Measurement{{From: june.From, To: now, Good: 864_000 - 1296, Total: 864_000}}, Whole, now)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name   string
		recent Sum
		burn   int64
		at     string
	}{
		{"nothing measured", Sum{}, 0, ""},
		{"nothing bad", Sum{1, 86_400, 86_400}, 0, ""},
		{"as fast as allowed", Sum{1, 86_400_000 - 86_400, 86_400_000}, 100, "2026-06-26T00:00:00Z"}, // 86.4 a day: 15 days
		{"half as fast", Sum{1, 172_800_000 - 86_400, 172_800_000}, 50, ""},
		{"14.4 times: two days' worth in an hour", Sum{1, 3_600_000 - 51_840, 3_600_000}, 1440, "2026-06-12T01:00:00Z"}, // 25 hours
		{"all is bad", Sum{1, 0, 3600}, 100_000, "2026-06-11T00:21:36Z"},                                                // 1,296 seconds
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			at := ""
			if when := f.ExhaustedBy(tt.recent, june, now); !when.IsZero() {
				at = when.Format(time.RFC3339)
			}
			if burn := BurnOf(f.Objective, tt.recent); burn != tt.burn || at != tt.at {
				t.Errorf("burns at %d until %s, want %d until %s", burn, at, tt.burn, tt.at)
			}
		})
	}
	if BurnOf(Whole, Sum{1, 0, 1}) != 0 {
		t.Error("there is no budget where nothing bad is allowed")
	}
}

func TestLateAllowed(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ good, total, open, want int64 }{
		{0, 0, 0, 0}, {9, 10, 0, 0}, {10, 10, 0, 1}, {10, 10, 10, 2}, {8, 10, 0, -1}, {8, 10, 10, 0},
	} {
		if got := LateAllowed(900_000, Sum{tt.total, tt.good, tt.total}, tt.open); got != tt.want {
			t.Errorf("%d of %d with %d open: %d more may be late, want %d", tt.good, tt.total, tt.open, got, tt.want)
		}
	}
}

// TestValueAhead: 10 of 30 days are over; the mean so far is that of ten values.
func TestValueAhead(t *testing.T) {
	t.Parallel()
	june := Period{time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)}
	seen := func(low, high, mean int64) Values {
		return Values{Count: 10, Sum: 10 * mean, Low: low, High: high, Last: mean}
	}
	month := Window{Unit: Month}
	tests := []struct {
		name      string
		statistic Statistic
		sense     Sense
		values    Values
		window    Window
		days      int
		want      ValueAhead
		rest      int64
	}{
		{"no values", Mean, AtMost, Values{}, month, 10, "", 0},
		{"after the end", Highest, AtMost, seen(1, 2, 1), month, 30, "", 0},
		{"a rolling window", Highest, AtMost, seen(1, 2, 1), Window{Rolling, 30}, 10, "", 0},
		{"all within, at most", Highest, AtMost, seen(100, 300, 200), month, 10, EachWithin, 0},
		{"one beyond, at most", Highest, AtMost, seen(100, 301, 200), month, 10, LostAlready, 0},
		{"the peak was reached", Highest, AtLeast, seen(100, 300, 200), month, 10, KeptAlready, 0},
		{"the peak is yet to come", Highest, AtLeast, seen(100, 299, 200), month, 10, OneWithin, 0},
		{"all within, at least", Lowest, AtLeast, seen(300, 400, 350), month, 10, EachWithin, 0},
		{"one beyond, at least", Lowest, AtLeast, seen(299, 400, 350), month, 10, LostAlready, 0},
		{"the dip was reached", Lowest, AtMost, seen(300, 400, 350), month, 10, KeptAlready, 0},
		{"the last", Latest, AtMost, seen(100, 300, 200), month, 10, LastWithin, 0},
		{"mean below", Mean, AtMost, seen(0, 0, 200), month, 10, RestWithin, 350},                 // (30*300 - 10*200) / 20
		{"mean above", Mean, AtMost, seen(0, 0, 401), month, 10, RestWithin, 249},                 // 249.5, rounded to the safe side
		{"mean, at least", Mean, AtLeast, seen(0, 0, 401), month, 10, RestWithin, 250},            // likewise
		{"one that nothing reaches", Mean, AtMost, seen(0, 0, 2000), month, 10, RestWithin, -550}, // less than nothing
		{"too early for a mean", Mean, AtMost, seen(0, 0, 200), month, 0, "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			target := Target{Kind: ValueTarget, Statistic: tt.statistic, Bound: Bound{Sense: tt.sense, At: 300}, Window: tt.window}
			if got, rest := target.Ahead(tt.values, june, june.From.AddDate(0, 0, tt.days)); got != tt.want || rest != tt.rest {
				t.Errorf("%q %d, want %q %d", got, rest, tt.want, tt.rest)
			}
		})
	}
}
