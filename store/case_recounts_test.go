package store

import (
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// recount judges all open clocks by the terms of now, as the bot does.
func recount(t *testing.T, s *Store, now time.Time) (cases int) {
	t.Helper()
	for {
		n, err := s.RecountCases(t.Context(), now, 2)
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			return cases
		}
		cases += n
	}
}

// changed imports the company anew, with a change.
func changed(t *testing.T, s *Store, now time.Time, change func(*slm.Directory)) {
	t.Helper()
	d := small()
	clocked(d)
	change(d)
	if _, err := s.Replace(t.Context(), d.Index(), "test", false, now); err != nil {
		t.Fatal(err)
	}
}

func TestTermsChange(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		change  func(*slm.Directory)
		cases   int
		running string // how the open clock stands afterwards
	}{
		{"nothing", func(*slm.Directory) {}, 0, "running kept 00:30:00 16 12:00:00 16 10:00:00 -"},
		{"somebody's name", func(d *slm.Directory) { d.People[0].Name.EN = "Anna" }, 0, "running kept 00:30:00 16 12:00:00 16 10:00:00 -"},
		{"a holiday tomorrow", func(d *slm.Directory) {
			d.Calendars[0].Exceptions = []slm.Exception{{Date: slm.DateOf(noon) + 1}}
		}, 3, "running kept 00:30:00 17 12:00:00 17 10:00:00 -"},
		{"other hours, by which the pause counts otherwise", func(d *slm.Directory) {
			d.Calendars[0].Week[time.Monday] = []slm.Hours{{From: 10 * time.Hour, To: 17 * time.Hour}}
		}, 3, "running kept 00:30:00 16 12:00:00 16 10:00:00 -"},
		{"twice the time", func(d *slm.Directory) {
			a := d.Agreement("SLA-1")
			a.Targets[1].Within = 8 * time.Hour
		}, 2, "running kept 00:30:00 16 16:00:00 16 12:00:00 -"},
		{"always", func(d *slm.Directory) { d.Agreement("SLA-1").Calendar = "" }, 3, "running kept 00:30:00 15 20:00:00 15 18:00:00 -"},
		{"no such promise any more", func(d *slm.Directory) {
			a := d.Agreement("SLA-1")
			a.Targets = append(a.Targets[:1:1], a.Targets[2:]...)
		}, 2, "cancelled unknown 00:30:00 - - -"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := company(t, clocked)
			now := at(t, "16:30")
			// Done before; late before; running, with a pause; and one of another priority.
			happened(t, s, now, reports(t, "DONE", "09:00 start, 09:10 stop response, 11:00 stop")...)
			happened(t, s, now, reports(t, "LATE", "09:00 start, 09:10 stop response")...)
			happened(t, s, now, reports(t, "T-1", "15:30 start, 15:30 stop response, 15:45 pause, 16:15 resume")...)
			happened(t, s, now, reports(t, "T-2", "15:30 start, 15:30 stop response, 15:45 pause, 16:15 resume")...)
			happened(t, s, now, reports(t, "T-3", "16:25 start P1, 16:30 stop response")...)
			recount(t, s, now)
			done, late := clocksOf(t, s, "DONE"), clocksOf(t, s, "LATE")
			changed(t, s, now, tt.change)
			if n := recount(t, s, now); n != tt.cases {
				t.Errorf("%d cases were counted again, want %d", n, tt.cases)
			}
			if got := clocksOf(t, s, "T-1"); !strings.HasPrefix(got, "resolution "+tt.running) {
				t.Errorf("%s, want %s", got, tt.running)
			}
			if got := clocksOf(t, s, "DONE"); got != done {
				t.Errorf("what was done is now\n%s, was\n%s", got, done)
			}
			if got := clocksOf(t, s, "LATE"); got != late {
				t.Errorf("what was late is now\n%s, was\n%s", got, late)
			}
			// A late event about what is decided is judged by the terms of then.
			happened(t, s, now, reports(t, "DONE", "09:30 pause response, 09:40 resume response")...)
			happened(t, s, now, reports(t, "LATE", "16:20 pause response, 16:25 resume response")...)
			if got := clocksOf(t, s, "DONE"); got != done {
				t.Errorf("with a late pause, what was done is now\n%s, was\n%s", got, done)
			}
			if got := clocksOf(t, s, "LATE"); got != late {
				t.Errorf("with a late pause, what was late is now\n%s, was\n%s", got, late)
			}
		})
	}
}
