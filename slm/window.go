package slm

import (
	"cmp"
	"slices"
	"time"
)

// A Period is the time [From, To).
type Period struct{ From, To time.Time }

// Contains reports whether the time lies in the period.
func (p Period) Contains(t time.Time) bool { return !t.Before(p.From) && t.Before(p.To) }

// Overlaps reports whether the two periods have some time in common.
func (p Period) Overlaps(o Period) bool { return p.From.Before(o.To) && o.From.Before(p.To) }

// Length gives how long the period is.
func (p Period) Length() time.Duration { return p.To.Sub(p.From) }

// MonthOf gives the calendar month in zone that contains the time.
func MonthOf(t time.Time, zone *time.Location) Period { return Window{Unit: Month}.At(t, zone) }

// DayOf gives the calendar day in zone that contains the time. Where clocks go
// forward at midnight, it begins when they do.
func DayOf(t time.Time, zone *time.Location) Period {
	date := DateOf(t.In(zone))
	return Period{date.In(zone, 0), (date + 1).In(zone, 0)}
}

// At gives the window that contains the time: a month, quarter or year of the
// calendar in zone, or for a rolling window the day in zone that contains the
// time, and as many before it as make its number. So it moves at midnight, not
// by the second, and everybody who asks on one day means the same days.
func (w Window) At(t time.Time, zone *time.Location) Period {
	date := DateOf(t.In(zone))
	y, m, _ := t.In(zone).Date()
	from, to := NewDate(y, m, 1), NewDate(y, m+1, 1)
	switch w.Unit {
	case Quarter:
		m -= (m - 1) % 3
		from, to = NewDate(y, m, 1), NewDate(y, m+3, 1)
	case Year:
		from, to = NewDate(y, 1, 1), NewDate(y+1, 1, 1)
	case Rolling:
		from, to = date+1-Date(max(1, w.Days)), date+1
	}
	return Period{from.In(zone, 0), to.In(zone, 0)}
}

// Union gives the same time as the periods, in order, without those that
// overlap or touch: they become one. Periods of no length are left out.
func Union(periods []Period) []Period {
	periods = slices.DeleteFunc(slices.Clone(periods), func(p Period) bool { return !p.From.Before(p.To) })
	slices.SortFunc(periods, func(a, b Period) int { return cmp.Or(a.From.Compare(b.From), a.To.Compare(b.To)) })
	merged := periods[:0]
	for _, p := range periods {
		if n := len(merged); n > 0 && !p.From.After(merged[n-1].To) {
			if p.To.After(merged[n-1].To) {
				merged[n-1].To = p.To
			}
			continue
		}
		merged = append(merged, p)
	}
	return merged
}

// Subtract gives the parts of a period that none of the others covers, in
// order.
func (p Period) Subtract(others []Period) []Period {
	var left []Period
	at := p.From
	for _, o := range Union(others) {
		if o = o.within(p); !o.From.Before(o.To) {
			continue
		}
		if at.Before(o.From) {
			left = append(left, Period{at, o.From})
		}
		at = o.To
	}
	if at.Before(p.To) {
		left = append(left, Period{at, p.To})
	}
	return left
}
