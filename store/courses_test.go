package store

import (
	"slices"
	"testing"
	"time"

	"steward/slm"
)

// TestCourse adds up by the days of Shanghai, which begin at 16:00 UTC.
func TestCourse(t *testing.T) {
	t.Parallel()
	shanghai, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	june := slm.MonthOf(noon, shanghai)
	span := func(key string, from time.Time, length time.Duration, good, total int64) slm.Measurement {
		return slm.Measurement{Key: key, Agreement: "SLA-1", Target: "availability", From: from, To: from.Add(length), Good: good, Total: total}
	}
	before := span("may", june.From.Add(-time.Hour), time.Hour, 3600, 3600)
	tests := []struct {
		name     string
		measured []slm.Measurement
		days     []slm.Measurement
		last     time.Time
		timed    bool
	}{
		{"nothing ever", nil, nil, time.Time{}, false},
		{"nothing this month", []slm.Measurement{before}, nil, june.From, false},
		{
			"two days, the second until now",
			[]slm.Measurement{
				span("a", june.From, time.Hour, 3600, 3600),
				span("b", june.From.Add(23*time.Hour), 2*time.Hour, 7000, 7200), // counts where it begins
				before,
				span("c", noon.Add(-time.Hour), time.Hour, 3000, 3600),
			},
			[]slm.Measurement{
				{From: june.From, To: june.From.Add(24 * time.Hour), Good: 10600, Total: 10800},
				{From: june.From.Add(14 * 24 * time.Hour), To: noon, Good: 3000, Total: 3600},
			},
			noon, true,
		},
		{
			"events are not seconds",
			[]slm.Measurement{span("a", june.From, time.Hour, 3600, 3600), span("b", june.From.Add(time.Hour), time.Hour, 5, 9)},
			[]slm.Measurement{{From: june.From, To: june.From.Add(24 * time.Hour), Good: 3605, Total: 3609}},
			june.From.Add(2 * time.Hour), false,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := company(t)
			take(t, s, tt.measured...)
			d, err := s.Directory(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			target := d.Agreement("SLA-1").Targets[0]
			got, err := s.CourseOf(t.Context(), target, june, shanghai, noon)
			if err != nil {
				t.Fatal(err)
			}
			same := func(a, b slm.Measurement) bool {
				return a.From.Equal(b.From) && a.To.Equal(b.To) && a.Good == b.Good && a.Total == b.Total
			}
			if !slices.EqualFunc(got.Measured(), tt.days, same) || !got.Last.Equal(tt.last) || got.Timed != tt.timed {
				t.Errorf("the course is %+v\nwant %v, last %v, timed %t", got, tt.days, tt.last, tt.timed)
			}
			if _, err := slm.JudgePeriod(target.Objective, june, got.Measured(), noon); err != nil {
				t.Errorf("the days cannot be judged: %v", err)
			}
		})
	}
}

// TestSumSince takes what reaches into the time, but nothing that is too long
// to tell a pace.
func TestSumSince(t *testing.T) {
	t.Parallel()
	s := company(t)
	span := func(key string, from, to time.Duration, bad int64) slm.Measurement {
		return slm.Measurement{Key: key, Agreement: "SLA-1", Target: "availability", From: noon.Add(from), To: noon.Add(to), Good: 100 - bad, Total: 100}
	}
	const h = time.Hour
	take(t, s, span("before", -5*h, -2*h, 1), span("into", -3*h, -h, 2), span("in", -h, 0, 4), span("long", -25*h, 0, 8))
	sum, covered, err := s.SumSince(t.Context(), onlyTarget(t, s).ID, noon.Add(-2*h), noon)
	if err != nil {
		t.Fatal(err)
	}
	if want := (slm.Sum{Count: 2, Good: 194, Total: 200}); sum != want || covered != 2*h {
		t.Errorf("%+v in %s, want %+v in 2 h", sum, covered, want)
	}
}
