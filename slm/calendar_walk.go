package slm

import (
	"iter"
	"math"
	"slices"
	"sort"
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
	last := first + 8
	if n := len(c.dates); n > 0 {
		last = max(last, c.dates[n-1]+8)
	}
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
	return time.Time{}, deny("calendar.ends", "at", at.Format(time.RFC3339))
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
	first, last := DateOf(from), DateOf(to)+1 // + 1: see Spans
	for date := first; date <= last; {
		if n := c.plainWeeks(date, last-1); date > first && n > 0 {
			open = plus(open, n, c.weekly)
			date += Date(7 * n)
			continue
		}
		for _, p := range c.day(date) {
			if p = p.within(Period{from, to}); p.From.Before(p.To) {
				open = plus(open, 1, p.To.Sub(p.From))
			}
		}
		date++
	}
	return open
}

// plainWeeks gives how many whole weeks from a date on, and before the last
// date, have neither an exception nor a change of clocks, so that each holds
// the weekly open time.
func (c *Calendar) plainWeeks(date, last Date) int {
	if last-date < 7 {
		return 0
	}
	last = min(last, c.exceptionFrom(date))
	if _, change := date.In(c.zone, 0).ZoneBounds(); !change.IsZero() {
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

// plus gives a + n*b, or the longest Duration. None may be negative.
func plus(a time.Duration, n int, b time.Duration) time.Duration {
	if b > 0 && time.Duration(n) > (math.MaxInt64-a)/b {
		return math.MaxInt64
	}
	return a + time.Duration(n)*b
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
	first := DateOf(from)
	n, ok := days(int(lastDate-first)+1, func(n int) bool {
		return c.Between(from, (first+Date(n)+1).In(c.zone, 0)) >= open
	})
	if !ok {
		return time.Time{}, c.outOfTime(from)
	}
	date := first + Date(n)
	open -= c.Between(from, date.In(c.zone, 0))
	for _, p := range c.day(date) {
		p = p.within(Period{from, p.To})
		if length := p.To.Sub(p.From); length < open {
			open -= max(0, length)
			continue
		}
		return p.From.Add(open), nil
	}
	return time.Time{}, c.outOfTime(from)
}

// back is Add into the past.
func (c *Calendar) back(from time.Time, open time.Duration) (time.Time, error) {
	first := DateOf(from) + 1 // + 1: see Spans
	n, ok := days(int(first-NewDate(1, time.January, 1)), func(n int) bool {
		return c.Between((first-Date(n)).In(c.zone, 0), from) >= open
	})
	if !ok {
		return time.Time{}, c.outOfTime(from)
	}
	date := first - Date(n)
	skip := c.Between(date.In(c.zone, 0), from) - open
	for _, p := range c.day(date) {
		if length := p.To.Sub(p.From); length <= skip {
			skip -= length
			continue
		}
		return p.From.Add(skip), nil
	}
	return time.Time{}, c.outOfTime(from)
}

// days gives the smallest number of days below limit for which enough holds,
// once it holds then for every larger one. It looks near first.
func days(limit int, enough func(int) bool) (int, bool) {
	reach := 1
	for reach < limit && !enough(reach-1) {
		reach = min(2*reach, limit)
	}
	n := sort.Search(reach, enough)
	return n, n < reach
}

// outOfTime refuses what a calendar cannot reach.
func (c *Calendar) outOfTime(from time.Time) error {
	if c.weekly == 0 {
		return deny("calendar.ends", "at", from.Format(time.RFC3339))
	}
	return deny("calendar.far", "at", from.Format(time.RFC3339))
}
