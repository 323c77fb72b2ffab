package main

import (
	"io"
	"strings"
	"testing"
)

const christmas = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
DTSTART;VALUE=DATE:20201225
RRULE:FREQ=YEARLY
SUMMARY:Christmas Day
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261226
SUMMARY:Boxing Day
END:VEVENT
END:VCALENDAR
`

// TestProposeCalendar: a feed changes nothing before it is accepted, and says
// what it would change. A Saturday that is closed anyway does not count.
func TestProposeCalendar(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.says("import", file(t, "company.yaml", relativeDay.ReplaceAllString(demoCompany, "2026-06-15")))
	before := s.says("export")
	propose := []string{"calendar", "propose", file(t, "feed.ics", christmas), "--calendar", "OFFICE-CN", "--from", "2026-01-01", "--to", "2026-12-31"}
	want := `2026-12-25 Fri  08:30-12:00, 13:00-17:30 -> closed  Christmas Day
open in 2026: 1979h30m0s -> 1971h30m0s
1 date changes; used by OLA-FIRST-CALL
Nothing has changed yet. To accept: steward calendar accept 1
`
	if got := s.says(propose...); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if s.says("export") != before {
		t.Error("the proposal changed the company")
	}
	s.says("calendar", "accept", "1")
	if after := s.says("export"); !strings.Contains(after, "{date: 2026-12-25, name: Christmas Day}") {
		t.Errorf("accepted, and not there:\n%s", after)
	}
	if got := s.says(propose...); got != "OFFICE-CN is like that already: nothing to propose.\n" {
		t.Errorf("once more: %s", got)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"calendar", "accept", "1"}, "Somebody has settled this proposal for OFFICE-CN already"},
		{[]string{"calendar", "accept", "one"}, "is no number of a proposal"},
		{append(propose[:4:4], "NONE"), "--calendar takes one of: OFFICE-CN, SHOP-US"},
	} {
		err := run(t.Context(), c.args, func(name string) string { return s.env[name] }, io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %s", c.args, err, c.want)
		}
	}
}
