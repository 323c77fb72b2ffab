package slm

import (
	"iter"
	"math"
	"slices"
	"time"
)

// lastDate is the end of the years that RFC 3339 can write.
var lastDate = NewDate(9999, time.December, 31)

// Spans gives the open time in [from, to), span by span in order. Spans of
// two dates are never joined: a calendar that is always open has one a day.
func (c *Calendar) Spans(from, to time.Time) iter.Seq[Period] {
	return func(yield func(Period) bool) {
		from, to := from.In(c.zone), to.In(c.zone)
		// Where clocks go back over midnight, the date after that of to has begun.
		for date := DateOf(from); date <= DateOf(to)+1; date++ {
			for _, p := range c.day(date) {
				if p = p.within(Period{from, to}); p.From.Before(p.To) && !yield(p) {
					return
				}
			}
		}
	}
}

// Open reports whether the time lies in open time. The moment of closing does
// not.
func (c *Calendar) Open(at time.Time) bool {
	for range c.Spans(at, at.Add(1)) {
		return true
	}
	return false
}

// Next gives the first open moment at or after a time. It refuses when there
// is none before the year 10000.
func (c *Calendar) Next(at time.Time) (time.Time, error) {
	at = at.In(c.zone)
	first := DateOf(at)
	last := first // of what differs from the week
	if n := len(c.dates); n > 0 {
		last = max(last, c.dates[n-1])
	}
	last += 15 // clocks may skip all that one week has open, but not two
	for date := first; date <= min(last, lastDate); date++ {
		if c.weekly == 0 {
			date = max(date, c.exceptionFrom(date))
		}
		for _, p := range c.day(date) {
			if p.From.After(at) {
				return p.From, nil
			}
			if p.To.After(at) {
				return at, nil
			}
		}
	}
	return time.Time{}, c.outOfTime(at, 0)
}

// Between gives the open time in [from, to): 0 when to is not after from (as
// zendesk/biz and Znuny have it), and no more than a Duration holds, which is
// 292 years.
func (c *Calendar) Between(from, to time.Time) time.Duration {
	from, to = from.In(c.zone), to.In(c.zone)
	if !from.Before(to) {
		return 0
	}
	open := time.Duration(0)
	for date, weeks := range c.steps(DateOf(from), DateOf(to)+1) { // + 1: see Spans
		if weeks > 0 {
			open = plus(open, weeks, c.weekly)
			continue
		}
		for _, p := range c.day(date) {
			if p = p.within(Period{from, to}); p.From.Before(p.To) {
				open = plus(open, 1, p.To.Sub(p.From))
			}
		}
	}
	return open
}

// plus gives a + n*b, or the longest Duration. None may be negative.
func plus(a time.Duration, n int, b time.Duration) time.Duration {
	if b > 0 && time.Duration(n) > (math.MaxInt64-a)/b {
		return math.MaxInt64
	}
	return a + time.Duration(n)*b
}

// steps walks from the first date to the last in steps of one date, or of as
// many weeks as hold the weekly open time. The first and the last two dates
// are always steps of their own, since of them only a part may count.
func (c *Calendar) steps(first, last Date) iter.Seq2[Date, int] {
	return func(yield func(date Date, weeks int) bool) {
		for date := first; date <= last; {
			weeks := 0
			if date > first {
				weeks = c.plainWeeks(date, last-1)
			}
			if !yield(date, weeks) {
				return
			}
			date += Date(max(1, 7*weeks))
		}
	}
}

// plainWeeks gives how many whole weeks from a date on, and before the last
// date, have neither an exception nor a change of clocks.
func (c *Calendar) plainWeeks(date, last Date) int {
	if last-date < 7 {
		return 0
	}
	last = min(last, c.exceptionFrom(date))
	// Seen from just before midnight, a midnight that clocks skip is a change.
	if change := steadyUntil(date.In(c.zone, 0).Add(-1)); !change.IsZero() {
		last = min(last, DateOf(change.Add(-1).In(c.zone)))
	}
	return max(0, int(last-date)/7)
}

// exceptionFrom gives the date of the first exception at or after a date, or
// lastDate.
func (c *Calendar) exceptionFrom(date Date) Date {
	if i, _ := slices.BinarySearch(c.dates, date); i < len(c.dates) {
		return c.dates[i]
	}
	return lastDate
}

// Add gives the moment by which so much open time has passed since from, in
// the calendar's zone. What ends exactly at closing ends at that closing, not
// at the next opening. No time at all from outside the hours is the next
// opening (as zendesk/biz has it), inside them from itself.
//
// Less than no time goes back: the last moment from which on so much open
// time passes until from, an opening rather than the closing before it.
//
// Add refuses what lies outside the years 1 to 9999, or after the last open
// time of a calendar that opens on exceptions only.
func (c *Calendar) Add(from time.Time, open time.Duration) (time.Time, error) {
	from = from.In(c.zone)
	switch {
	case open == 0:
		return c.Next(from)
	case open < 0:
		return c.back(from, -open)
	}
	last := lastDate
	if n := len(c.dates); c.weekly == 0 && n > 0 {
		last = c.dates[n-1]
	}
	left := open
	for date, weeks := range c.steps(DateOf(from), last) {
		end := date + 1
		if weeks > 0 {
			whole := weeks
			if c.weekly > 0 {
				whole = int(min(time.Duration(weeks), (left-1)/c.weekly))
			}
			left -= time.Duration(whole) * c.weekly
			date, end = date+Date(7*whole), date+Date(7*weeks)
		}
		for ; date < end; date++ {
			var at time.Time
			if at, left = spend(c.day(date), from, left); left == 0 {
				return at, nil
			}
		}
	}
	return time.Time{}, c.outOfTime(from, open)
}

// spend gives the moment in the spans, from a time on, by which so much open
// time has passed, or else what is left of it, which is more than none.
func spend(spans []Period, from time.Time, left time.Duration) (time.Time, time.Duration) {
	for _, p := range spans {
		p = p.within(Period{from, p.To})
		length := max(0, p.To.Sub(p.From))
		if length >= left {
			return p.From.Add(left), 0
		}
		left -= length
	}
	return time.Time{}, left
}

// back is Add into the past. It takes whole years until they hold enough, and
// counts forward from there what is too much.
func (c *Calendar) back(from time.Time, open time.Duration) (time.Time, error) {
	found := time.Duration(0)
	for end, year := from, from.Year(); year > 0; year-- {
		start := NewDate(year, time.January, 1).In(c.zone, 0)
		found = plus(found, 1, c.Between(start, end))
		if found >= open {
			at, err := c.Add(start, found-open)
			if err != nil {
				return time.Time{}, err
			}
			return c.Next(at)
		}
		end = start
	}
	return time.Time{}, c.outOfTime(from, -open)
}

// outOfTime refuses what a calendar cannot reach.
func (c *Calendar) outOfTime(from time.Time, open time.Duration) error {
	key := "calendar.far"
	if c.weekly == 0 {
		key = "calendar.ends"
	}
	return deny(key, "at", from.Format(time.RFC3339), "open", open.String())
}
