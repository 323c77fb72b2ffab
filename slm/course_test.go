package slm

import (
	"fmt"
	"testing"
	"time"
)

func TestPoints(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	days := func(bad ...int64) []Measurement {
		var ms []Measurement
		for i, b := range bad {
			from := start.AddDate(0, 0, i)
			ms = append(ms, Measurement{From: from, To: from.AddDate(0, 0, 1), Good: 100 - b, Total: 100})
		}
		return ms
	}
	tests := []struct {
		name    string
		days    []Measurement
		allowed int64
		n       int
		want    string
	}{
		{"nothing", nil, 10, 20, ""},
		{"a day each", days(0, 5, 10), 10, 20, "1: 100.0 % 100.0 %; 2: 95.0 % 50.0 %; 3: 90.0 % -50.0 %; "},
		{"two days share a point, the odd one is the first", days(0, 5, 10, 1, 0), 100, 3, "1: 100.0 % 100.0 %; 3: 92.5 % 85.0 %; 5: 99.5 % 84.0 %; "},
		{"nothing may be bad", days(0, 1), 0, 20, "1: 100.0 % 0.0 %; 2: 99.0 % 0.0 %; "},
		{"a third is rounded down", days(1), 3, 1, "1: 99.0 % 66.6666 %; "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := ""
			for _, p := range Points(tt.days, tt.allowed, tt.n) {
				got += fmt.Sprintf("%d: %s %s; ", p.Day.From.Day(), p.Attained, p.Left)
			}
			if got != tt.want {
				t.Errorf("points are\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
