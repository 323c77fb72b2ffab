package slm

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func office() *NamedCalendar {
	day := []Hours{{9 * time.Hour, 12 * time.Hour}, {13 * time.Hour, 18 * time.Hour}}
	return &NamedCalendar{
		Code: "OFFICE", Zone: "Asia/Shanghai", Country: "CN", Week: Week{time.Monday: day, time.Tuesday: day, time.Wednesday: day, time.Thursday: day, time.Friday: day},
		Exceptions: []Exception{{Date: NewDate(2026, time.October, 16), Hours: day[:1], Name: Text{EN: "Party", ZH: "年会"}}},
	}
}

// TestSpecialDays has what the State Council's notice for 2026 says of October.
func TestSpecialDays(t *testing.T) {
	t.Parallel()
	days, err := office().SpecialDays(NewDate(2026, time.October, 6), NewDate(2026, time.October, 31))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range days {
		got = append(got, fmt.Sprintf("%s %v %s %s %t", d.Date, d.Hours, d.Name.EN, d.Name.ZH, d.MakeUp))
	}
	want := []string{
		"2026-10-06 [] National Day 国庆节 false",
		"2026-10-07 [] National Day 国庆节 false",
		"2026-10-10 [09:00-12:00 13:00-18:00] National Day 国庆节 true",
		"2026-10-16 [09:00-12:00] Party 年会 false",
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("special days:\n%s\nwant:\n%s", a, b)
	}
}

func TestHolidaysEnd(t *testing.T) {
	t.Parallel()
	if year, has := office().HolidaysEnd(); year < 2026 || !has {
		t.Errorf("the holidays of China end in %d, %t", year, has)
	}
	plain := office()
	plain.Country = ""
	if _, has := plain.HolidaysEnd(); has {
		t.Error("a calendar without a country has holidays")
	}
}

func TestCloses(t *testing.T) {
	t.Parallel()
	c, err := office().Calendar()
	if err != nil {
		t.Fatal(err)
	}
	night, err := NewCalendar(time.UTC, Week{time.Monday: {{22 * time.Hour, 24 * time.Hour}}, time.Tuesday: {{0, 6 * time.Hour}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	at := func(s string) time.Time {
		parsed, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return parsed
	}
	tests := []struct {
		name     string
		calendar *Calendar
		at, end  string
		ends     bool
	}{
		{"before lunch", c, "2026-06-15T10:00:00+08:00", "2026-06-15T12:00:00+08:00", true},
		{"the moment of opening", c, "2026-06-15T13:00:00+08:00", "2026-06-15T18:00:00+08:00", true},
		{"at lunch", c, "2026-06-15T12:00:00+08:00", "2026-06-15T12:00:00+08:00", true},
		{"over midnight", night, "2026-06-15T23:00:00Z", "2026-06-16T06:00:00Z", true},
		{"never", AlwaysOpen(time.UTC), "2026-06-15T23:00:00Z", "2027-06-15T23:00:00Z", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			end, ends := tt.calendar.Closes(at(tt.at))
			if !end.Equal(at(tt.end)) || ends != tt.ends {
				t.Errorf("closes %v, %t; want %s, %t", end, ends, tt.end, tt.ends)
			}
		})
	}
}
