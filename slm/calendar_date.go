package slm

import "time"

// A Date is a day of the calendar without a zone, counted from 1970-01-01.
type Date int

// DateOf gives the date that a calendar on the wall shows at t, in t's zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return NewDate(y, m, d)
}

// NewDate gives the date of a day. A day or month outside its range counts on,
// as in time.Date: 31 April is 1 May.
func NewDate(y int, m time.Month, d int) Date {
	return Date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// ParseDate reads a date such as "2026-10-01". It refuses everything else,
// also days that no month has.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, deny("date.form", "value", s)
	}
	return DateOf(t), nil
}

// String writes the date as ParseDate reads it.
func (d Date) String() string { return d.utc().Format(time.DateOnly) }

// Weekday gives the day of the week.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// Year gives the year.
func (d Date) Year() int { return d.utc().Year() }

func (d Date) utc() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

const secondsPerDay = 24 * 60 * 60

// In gives the moment at which a clock in zone shows the time of day, counted
// from midnight, on the date; 24 h is midnight of the next date. A time that
// the clock skips moves forward by what is skipped (02:30 becomes 03:30), of a
// time that it shows twice the first counts. That is how zendesk/biz has it;
// time.Date leaves both open.
func (d Date) In(zone *time.Location, clock time.Duration) time.Time {
	shown := int64(d)*secondsPerDay + int64(clock/time.Second)
	t := time.Unix(shown-26*60*60, 0).In(zone) // earlier than that time in every zone
	for {
		_, before := t.Zone()
		change := steadyUntil(t)
		at := shown - int64(before)
		if change.IsZero() || at < change.Unix() {
			return time.Unix(at, 0).In(zone)
		}
		if _, after := change.Zone(); shown-int64(after) < change.Unix() {
			return time.Unix(at, 0).In(zone) // skipped
		}
		t = change
	}
}

// steadyUntil gives a time after t before which t's zone does not change its
// offset, or zero where it never changes. Mostly that is the next change.
func steadyUntil(t time.Time) time.Time {
	_, change := t.ZoneBounds()
	if !change.IsZero() && !change.After(t) {
		// Go 1.26 says this on 31 December of leap years after the end of a
		// zone's table, such as 2040.
		return t.Add(time.Hour)
	}
	return change
}
