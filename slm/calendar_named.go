package slm

import (
	"fmt"
	"time"
)

// Always is the code of the calendar that is never closed. Every company has
// it.
const Always = "24x7"

// A NamedCalendar is a calendar as a company keeps it: under a code, in
// versions. Breaches pin the version that they were judged by.
type NamedCalendar struct {
	Code       string
	Version    int
	Name       Text
	Zone       string // IANA id
	Week       Week
	Country    string  // whose holidays hold, such as "CN"; empty: none
	MakeUp     []Hours // of working days that replace holidays; none: those of a Monday
	Exceptions []Exception
}

// An Exception says which hours hold on a date, instead of those of the week
// and of holidays. None: closed.
type Exception struct {
	Date  Date
	Hours []Hours
	Name  Text // such as the holiday's
}

// Calendar makes the calendar that the entry describes. It refuses what
// NewCalendar refuses, and a country whose holidays are not known.
func (n *NamedCalendar) Calendar() (*Calendar, error) {
	zone, err := time.LoadLocation(n.Zone)
	if err != nil {
		return nil, fmt.Errorf("zone of calendar %s: %v", n.Code, err)
	}
	exceptions := map[Date][]Hours{}
	if n.Country != "" {
		holidays, err := HolidaysOf(n.Country)
		if err != nil {
			return nil, err
		}
		makeUp := n.MakeUp
		if len(makeUp) == 0 {
			makeUp = n.Week[time.Monday]
		}
		exceptions = holidays.Exceptions(makeUp)
	}
	for _, e := range n.Exceptions {
		exceptions[e.Date] = e.Hours
	}
	return NewCalendar(zone, n.Week, exceptions)
}

// Calendar gives the calendar with the code, and its version. The code Always
// and the empty one are the calendar that is never closed, in zone.
func (d *Directory) Calendar(code, zone string) (*Calendar, int, error) {
	if code == "" || code == Always {
		loc, err := time.LoadLocation(zone)
		if err != nil {
			return nil, 0, fmt.Errorf("zone of calendar %s: %v", Always, err)
		}
		return AlwaysOpen(loc), 0, nil
	}
	made := d.calendars[code]
	if made == nil {
		return nil, 0, fmt.Errorf("no calendar %s", code)
	}
	return made.calendar, made.named.Version, made.err
}

// CalendarOf gives the calendar in which a target counts, and its version: its
// own, or else that of the agreement, or else the one that is never closed.
func (d *Directory) CalendarOf(a *Agreement, t *Target) (*Calendar, int, error) {
	code := t.Calendar
	if code == "" {
		code = a.Calendar
	}
	return d.Calendar(code, a.Zone)
}

// NamedCalendar gives the calendar's entry, or nil.
func (d *Directory) NamedCalendar(code string) *NamedCalendar {
	if made := d.calendars[code]; made != nil {
		return made.named
	}
	return nil
}

type madeCalendar struct {
	named    *NamedCalendar
	calendar *Calendar
	err      error
}

func madeCalendars(all []NamedCalendar) map[string]*madeCalendar {
	m := make(map[string]*madeCalendar, len(all))
	for i := range all {
		made := &madeCalendar{named: &all[i]}
		made.calendar, made.err = all[i].Calendar()
		m[all[i].Code] = made
	}
	return m
}
