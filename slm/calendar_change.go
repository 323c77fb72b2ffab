package slm

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// A Closure is time of a date at which a feed of holidays says that nobody
// works, or that people do although they mostly would not.
type Closure struct {
	Date Date
	Hours
	Work bool // a working day that makes up for a holiday
	Name Text
}

// A DayChange is a date that has other hours than before.
type DayChange struct {
	Date     Date
	Was, Now []Hours
	Name     Text
}

// With gives the calendar with closures as exceptions, without a version, and
// the dates that change. A closure takes its time out of what is open then; a
// working day has the make-up hours. Where nothing changes, as on a day that is
// closed anyway, there is no exception.
func (n *NamedCalendar) With(closures []Closure) (NamedCalendar, []DayChange, error) {
	c, err := n.Calendar()
	if err != nil {
		return NamedCalendar{}, nil, err
	}
	next := *n
	next.Exceptions = slices.Clone(n.Exceptions)
	byDate := map[Date][]Closure{}
	var dates []Date
	for _, x := range closures {
		if byDate[x.Date] == nil {
			dates = append(dates, x.Date)
		}
		byDate[x.Date] = append(byDate[x.Date], x)
	}
	slices.Sort(dates)
	var changes []DayChange
	for _, date := range dates {
		was := c.On(date)
		now, name := n.closed(was, byDate[date])
		if slices.Equal(was, now) {
			continue
		}
		changes = append(changes, DayChange{Date: date, Was: was, Now: now, Name: name})
		next.Exceptions = slices.DeleteFunc(next.Exceptions, func(e Exception) bool { return e.Date == date })
		next.Exceptions = append(next.Exceptions, Exception{Date: date, Hours: now, Name: name})
	}
	slices.SortStableFunc(next.Exceptions, func(a, b Exception) int { return cmp.Compare(a.Date, b.Date) })
	_, err = next.Calendar()
	return next, changes, err
}

// closed gives what is left of hours, and what the closure is called that
// decides. A working day comes before everything else.
func (n *NamedCalendar) closed(open []Hours, closures []Closure) ([]Hours, Text) {
	for _, x := range closures {
		if x.Work {
			makeUp := n.MakeUp
			if len(makeUp) == 0 {
				makeUp = n.Week[time.Monday]
			}
			return slices.Clone(makeUp), x.Name
		}
	}
	for _, x := range closures {
		var left []Hours
		for _, h := range open {
			if before := (Hours{h.From, min(h.To, x.From)}); before.From < before.To {
				left = append(left, before)
			}
			if after := (Hours{max(h.From, x.To), h.To}); after.From < after.To {
				left = append(left, after)
			}
		}
		open = left
	}
	return open, closures[0].Name
}

// DayChanges gives the dates on which two versions of a calendar differ by
// their exceptions.
func DayChanges(before, after *NamedCalendar) ([]DayChange, error) {
	was, err := before.Calendar()
	if err != nil {
		return nil, err
	}
	now, err := after.Calendar()
	if err != nil {
		return nil, err
	}
	names := map[Date]Text{}
	for _, n := range []*NamedCalendar{before, after} {
		for _, e := range n.Exceptions {
			names[e.Date] = e.Name
		}
	}
	var changes []DayChange
	for _, date := range slices.Sorted(maps.Keys(names)) {
		if !slices.Equal(was.On(date), now.On(date)) {
			changes = append(changes, DayChange{Date: date, Was: was.On(date), Now: now.On(date), Name: names[date]})
		}
	}
	return changes, nil
}

// An OpenYear is the open time of a year before and after a change.
type OpenYear struct {
	Year     int
	Was, Now time.Duration
}

// OpenYears compares two calendars over the years in which dates change.
func OpenYears(was, now *Calendar, changes []DayChange) []OpenYear {
	var all []OpenYear
	for _, change := range changes {
		year := change.Date.Year()
		if len(all) > 0 && all[len(all)-1].Year == year {
			continue
		}
		first, next := NewDate(year, time.January, 1), NewDate(year+1, time.January, 1)
		open := func(c *Calendar) time.Duration { return c.Between(first.In(c.Zone(), 0), next.In(c.Zone(), 0)) }
		all = append(all, OpenYear{Year: year, Was: open(was), Now: open(now)})
	}
	return all
}

// UsersOf gives the agreements that a calendar counts for, as a whole or for
// one of their targets.
func (d *Directory) UsersOf(calendar string) []*Agreement {
	var all []*Agreement
	for i := range d.Agreements {
		a := &d.Agreements[i]
		if a.Calendar == calendar || slices.ContainsFunc(a.Targets, func(t Target) bool { return t.Calendar == calendar }) {
			all = append(all, a)
		}
	}
	return all
}
