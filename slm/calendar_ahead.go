package slm

import (
	"slices"
	"time"
)

// A SpecialDay is a date on which a calendar has hours of its own: a holiday,
// a working day that makes up for one, or another exception.
type SpecialDay struct {
	Date   Date
	Hours  []Hours // none: closed
	Name   Text    // of the holiday or the exception; empty where it has none
	MakeUp bool    // open, although its day of the week is not
}

// SpecialDays gives those from one date to another, both included, in order.
// It refuses what Calendar refuses.
func (n *NamedCalendar) SpecialDays(from, to Date) ([]SpecialDay, error) {
	c, err := n.Calendar()
	if err != nil {
		return nil, err
	}
	names := map[Date]Text{}
	if n.Country != "" {
		holidays, err := HolidaysOf(n.Country)
		if err != nil {
			return nil, err
		}
		for date := from; date <= to; date++ {
			names[date] = holidays.Name(date)
		}
	}
	for _, e := range n.Exceptions {
		names[e.Date] = e.Name
	}
	var days []SpecialDay
	at, _ := slices.BinarySearch(c.dates, from)
	for _, date := range c.dates[at:] {
		if date > to {
			break
		}
		hours := c.On(date)
		days = append(days, SpecialDay{date, hours, names[date], len(hours) > 0 && len(c.week[date.Weekday()]) == 0})
	}
	return days, nil
}

// HolidaysEnd gives the last year whose holidays the calendar knows, and
// whether it has holidays at all: after it, days count as those of the week.
func (n *NamedCalendar) HolidaysEnd() (year int, has bool) {
	holidays, err := HolidaysOf(n.Country)
	if n.Country == "" || err != nil {
		return 0, false
	}
	return holidays.Last, true
}

// Closes gives the end of the open time that a moment lies in, across spans
// that touch, and whether there is an end within a year. A closed moment is
// its own end.
func (c *Calendar) Closes(at time.Time) (time.Time, bool) {
	end := at
	for p := range c.Spans(at, at.AddDate(1, 0, 0)) {
		if p.From.After(end) {
			return end, true
		}
		end = p.To
	}
	return end, end.Before(at.AddDate(1, 0, 0))
}
