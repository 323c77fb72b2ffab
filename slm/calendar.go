package slm

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Hours are the open time [From, To) of a day, each counted from midnight as
// a clock on the wall shows it, to the second, up to 24 h.
type Hours struct{ From, To time.Duration }

// ParseHours reads hours such as "09:00-17:00", "18:00-24:00" or
// "08:59:30-12:00". It refuses hours that end before they start: a night is
// two spans, on two days.
func ParseHours(s string) (Hours, error) {
	from, to, ok := strings.Cut(s, "-")
	h := Hours{}
	if ok {
		h.From, ok = parseClock(from)
	}
	if ok {
		h.To, ok = parseClock(to)
	}
	switch {
	case !ok:
		return Hours{}, deny("hours.form", "value", s)
	case h.From >= h.To:
		return Hours{}, deny("hours.backward", "value", s)
	}
	return h, nil
}

// parseClock reads "09:00", "09:00:30" or "24:00".
func parseClock(s string) (time.Duration, bool) {
	if s == "24:00" || s == "24:00:00" {
		return 24 * time.Hour, true
	}
	layout := "15:04:05"
	if len(s) == len("15:04") {
		layout = "15:04"
	}
	t, err := time.Parse(layout, s)
	if err != nil || len(s) != len(layout) { // "9:00" and "09:00:00.5" are refused
		return 0, false
	}
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second, true
}

// String writes the hours as ParseHours reads them.
func (h Hours) String() string { return clock(h.From) + "-" + clock(h.To) }

func clock(d time.Duration) string {
	hour, minute, second := int(d/time.Hour), int(d/time.Minute)%60, int(d/time.Second)%60
	if second == 0 {
		return fmt.Sprintf("%02d:%02d", hour, minute)
	}
	return fmt.Sprintf("%02d:%02d:%02d", hour, minute, second)
}

// A Week says when each day of the week is open, Sunday first. A day without
// hours is closed.
type Week [7][]Hours

// A Calendar says when somebody works: hours for each day of the week in a
// time zone, and dates on which other hours hold. Make it with NewCalendar; it
// never changes.
//
// Borders are found on the wall clock of each date (see Date.In), and time is
// counted between them as it really passes, so that a night on which clocks
// change is as long as it was.
type Calendar struct {
	zone       *time.Location
	week       Week
	exceptions map[Date][]Hours
	dates      []Date        // of the exceptions, in order
	weekly     time.Duration // open time of a week without exceptions
}

// NewCalendar makes a calendar. The exceptions replace all hours of their
// date: none closes it, hours on a day off open it (a make-up working day). It
// refuses overlapping hours and a calendar that never opens.
func NewCalendar(zone *time.Location, week Week, exceptions map[Date][]Hours) (*Calendar, error) {
	c := &Calendar{zone: zone, exceptions: make(map[Date][]Hours, len(exceptions))}
	opens := false
	for day, hours := range week {
		sorted, err := inOrder(hours)
		if err != nil {
			return nil, err
		}
		c.week[day] = sorted
		for _, h := range sorted {
			c.weekly += h.To - h.From
		}
	}
	c.dates = slices.Sorted(maps.Keys(exceptions))
	for _, date := range c.dates {
		sorted, err := inOrder(exceptions[date])
		if err != nil {
			return nil, err
		}
		c.exceptions[date] = sorted
		opens = opens || len(sorted) > 0
	}
	if c.weekly == 0 && !opens {
		return nil, deny("calendar.closed")
	}
	return c, nil
}

// AlwaysOpen is the calendar without closed time: 24 hours on 7 days.
func AlwaysOpen(zone *time.Location) *Calendar {
	c := &Calendar{zone: zone, weekly: 7 * 24 * time.Hour}
	for day := range c.week {
		c.week[day] = []Hours{{0, 24 * time.Hour}}
	}
	return c
}

// inOrder sorts the hours of one day and refuses those that overlap. Hours
// that only touch do not.
func inOrder(hours []Hours) ([]Hours, error) {
	sorted := slices.SortedFunc(slices.Values(hours), func(a, b Hours) int { return cmp.Compare(a.From, b.From) })
	for i, h := range sorted {
		if h.From < 0 || h.From >= h.To || h.To > 24*time.Hour {
			return nil, deny("hours.backward", "value", h.String())
		}
		if i > 0 && h.From < sorted[i-1].To {
			return nil, deny("hours.overlap", "first", sorted[i-1].String(), "second", h.String())
		}
	}
	return sorted, nil
}

// Zone gives the calendar's time zone.
func (c *Calendar) Zone() *time.Location { return c.zone }

// On gives the hours of a date.
func (c *Calendar) On(date Date) []Hours {
	if hours, ok := c.exceptions[date]; ok {
		return hours
	}
	return c.week[date.Weekday()]
}

// day gives the open time of a date, in order and without overlap: where
// clocks skip the end of one span, it may reach into the next, but never out
// of its date. A date that clocks skip as a whole has none.
func (c *Calendar) day(date Date) []Period {
	hours := c.On(date)
	if len(hours) == 0 {
		return nil
	}
	start, end := date.In(c.zone, 0), (date+1).In(c.zone, 0)
	change := steadyUntil(start)
	plain := end.Sub(start) == 24*time.Hour && (change.IsZero() || !change.Before(end))
	open := make([]Period, 0, len(hours))
	at := start
	for _, h := range hours {
		p := Period{start.Add(h.From), start.Add(h.To)}
		if !plain {
			p = Period{date.In(c.zone, h.From), date.In(c.zone, h.To)}.within(Period{at, end})
		}
		if p.From.Before(p.To) {
			open = append(open, p)
			at = p.To
		}
	}
	return open
}

// within gives the part of p that lies in the other period. Where there is
// none, the result does not end after it starts.
func (p Period) within(other Period) Period {
	if p.From.Before(other.From) {
		p.From = other.From
	}
	if p.To.After(other.To) {
		p.To = other.To
	}
	return p
}
