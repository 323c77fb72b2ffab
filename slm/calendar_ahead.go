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

// Name gives the name of the holiday on a date, or of the one that a working
// day makes up for, and nothing for other days. Countries whose holidays have
// one name only have it in both languages.
func (h *Holidays) Name(date Date) Text {
	name := h.off[date]
	if name == "" {
		name = h.makeUp[date]
	}
	if zh, ok := chineseNames[name]; ok {
		return Text{EN: name, ZH: zh}
	}
	return Text{EN: name, ZH: name}
}

// chineseNames are those of the State Council's notices.
var chineseNames = map[string]string{
	"New Year":                             "元旦",
	"Spring Festival":                      "春节",
	"Tomb-Sweeping Day":                    "清明节",
	"Labour Day":                           "劳动节",
	"Dragon Boat Festival":                 "端午节",
	"Mid-Autumn Festival":                  "中秋节",
	"National Day":                         "国庆节",
	"Mid-Autumn Festival and National Day": "中秋节、国庆节",
	"National Day and Mid-Autumn Festival": "国庆节、中秋节",
	"Victory Day":                          "抗日战争胜利纪念日",
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
