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
