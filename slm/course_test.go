package slm

import (
	"fmt"
	"testing"
	"time"
)

// unmeasured is a day on which nothing was measured.
const unmeasured = -1

func TestPoints(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	days := func(bad ...int64) []Day {
		var all []Day
		for i, b := range bad {
			from := start.AddDate(0, 0, i)
			day := Day{Period: Period{from, from.AddDate(0, 0, 1)}}
			if b != unmeasured {
				day.Sum = Sum{1, 100 - b, 100}
			}
			all = append(all, day)
		}
		return all
	}
	tests := []struct {
		name    string
		days    []Day
		allowed int64
		n       int
		want    string
	}{
		{"nothing", nil, 10, 20, ""},
		{"a day each", days(0, 5, 10), 10, 20, "1: 100.0 % 100.0 %; 2: 95.0 % 50.0 %; 3: 90.0 % -50.0 %; "},
		{"two days share a point, the odd one is the first", days(0, 5, 10, 1, 0), 100, 3, "1: 100.0 % 100.0 %; 3: 92.5 % 85.0 %; 5: 99.5 % 84.0 %; "},
		{"nothing may be bad", days(0, 1), 0, 20, "1: 100.0 % 0.0 %; 2: 99.0 % 0.0 %; "},
		{"a day without anything is a point of its own", days(1, unmeasured, 1), 4, 20, "1: 99.0 % 75.0 %; 2: unknown 75.0 %; 3: 99.0 % 50.0 %; "},
		{"unless it shares one", days(1, unmeasured, 1, 1), 4, 2, "2: 99.0 % 75.0 %; 4: 99.0 % 25.0 %; "},
		{"a third is rounded down", days(1), 3, 1, "1: 99.0 % 66.6666 %; "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := ""
			for _, p := range Points(tt.days, tt.allowed, tt.n) {
				attained := p.Attained.String()
				if !p.Known {
					attained = "unknown"
				}
				got += fmt.Sprintf("%d: %s %s; ", p.Day.From.Day(), attained, p.Left)
			}
			if got != tt.want {
				t.Errorf("points are\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestEachDay has no day twice and none left out, but for the one that has only
// just begun.
func TestEachDay(t *testing.T) {
	t.Parallel()
	zone, err := time.LoadLocation("America/Santiago") // where midnight is left out on 6 September 2026
	if err != nil {
		t.Fatal(err)
	}
	at := func(day, hour int) time.Time { return time.Date(2026, 9, day, hour, 0, 0, 0, zone) }
	known := func(days ...int) []Day {
		var all []Day
		for _, n := range days {
			all = append(all, Day{Period: DayOf(at(n, 12), zone), Sum: Sum{1, 1, 1}})
		}
		return all
	}
	tests := []struct {
		name  string
		known []Day
		to    time.Time
		want  string
	}{
		{"nothing at all", nil, at(7, 9), "4? 5? 6? "},
		{"at midnight the day is over", nil, at(7, 0), "4? 5? 6? "},
		{"gaps", known(5, 7), at(8, 9), "4? 5 6? 7 "},
		{"today counts when something does", known(4, 8), at(8, 9), "4 5? 6? 7? 8 "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := ""
			for _, d := range EachDay(tt.known, Period{at(4, 0), tt.to}, zone) {
				got += fmt.Sprint(d.From.In(zone).Day())
				if !d.Known() {
					got += "?"
				}
				got += " "
			}
			if got != tt.want {
				t.Errorf("the days are %s, want %s", got, tt.want)
			}
		})
	}
}
