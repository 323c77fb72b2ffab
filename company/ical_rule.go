package company

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"steward/slm"
)

// A yearly is a rule by which an event comes every year, or every few.
type yearly struct {
	start     slm.Date
	interval  int
	count     int      // 0: no limit
	until     slm.Date // 0: no limit
	months    []int
	monthDays []int // also counted from the end: -1 is the last
	weekdays  []nth
}

// An nth is a weekday: every one, the first of a month or year (1), the last
// (-1).
type nth struct {
	n   int
	day time.Weekday
}

var weekdayNames = map[string]time.Weekday{
	"SU": time.Sunday, "MO": time.Monday, "TU": time.Tuesday, "WE": time.Wednesday, "TH": time.Thursday, "FR": time.Friday, "SA": time.Saturday,
}

// parseYearly reads a rule such as FREQ=YEARLY;BYMONTH=11;BYDAY=4TH. It refuses
// what holidays do not need.
func parseYearly(s string, start slm.Date) (*yearly, error) {
	y := &yearly{start: start, interval: 1}
	freq := ""
	for part := range strings.SplitSeq(strings.TrimSuffix(strings.ToUpper(s), ";"), ";") {
		key, value, _ := strings.Cut(part, "=")
		var err error
		switch key {
		case "FREQ":
			freq = value
		case "INTERVAL":
			y.interval, err = number(value, 1, 100)
		case "COUNT":
			y.count, err = number(value, 1, 10_000)
		case "UNTIL":
			var t time.Time
			if t, err = time.Parse("20060102", value[:min(8, len(value))]); err == nil {
				y.until = slm.DateOf(t)
			}
		case "BYMONTH":
			y.months, err = numbers(value, 1, 12)
		case "BYMONTHDAY":
			y.monthDays, err = numbers(value, -31, 31)
		case "BYDAY":
			y.weekdays, err = weekdays(value)
		case "WKST":
		default:
			return nil, fmt.Errorf("the rule %q has %s, which I do not know; write the event out for each year", short(s), short(part))
		}
		if err != nil {
			return nil, fmt.Errorf("the rule %q has %s, which cannot be; take another feed", short(s), short(part))
		}
	}
	if freq != "YEARLY" {
		return nil, fmt.Errorf("the rule %q does not come every year; a holiday does, so take a feed of holidays only", short(s))
	}
	return y, nil
}

func number(s string, least, most int) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < least || n > most || n == 0 {
		return 0, fmt.Errorf("%q", s)
	}
	return n, nil
}

func numbers(s string, least, most int) ([]int, error) {
	var all []int
	for word := range strings.SplitSeq(s, ",") {
		n, err := number(word, least, most)
		if err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, nil
}

func weekdays(s string) ([]nth, error) {
	var all []nth
	for word := range strings.SplitSeq(s, ",") {
		day, known := weekdayNames[word[max(0, len(word)-2):]]
		w := nth{day: day}
		var err error
		if n := strings.TrimPrefix(word[:max(0, len(word)-2)], "+"); n != "" {
			w.n, err = number(n, -53, 53)
		}
		if !known || err != nil {
			return nil, fmt.Errorf("%q", word)
		}
		all = append(all, w)
	}
	return all, nil
}

// dates gives the dates of the rule from the first to the last. The event's
// own is always one (RFC 5545, 3.8.5.3).
func (y *yearly) dates(first, last slm.Date) []slm.Date {
	var all []slm.Date
	from := max(first, y.start)
	if y.count > 0 {
		from = y.start
	}
	if y.until != 0 {
		last = min(last, y.until)
	}
	for date, n := from, 0; date <= last; date++ {
		if date != y.start && !y.matches(date) {
			continue
		}
		if n++; y.count > 0 && n > y.count {
			break
		}
		if date >= first {
			all = append(all, date)
		}
	}
	return all
}

func (y *yearly) matches(date slm.Date) bool {
	t := date.In(time.UTC, 0)
	start := y.start.In(time.UTC, 0)
	month, day := t.Month(), t.Day()
	inMonth := time.Date(t.Year(), month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	switch {
	case (t.Year()-start.Year())%y.interval != 0,
		len(y.months) > 0 && !slices.Contains(y.months, int(month)),
		len(y.monthDays) > 0 && !slices.Contains(y.monthDays, day) && !slices.Contains(y.monthDays, day-inMonth-1):
		return false
	case len(y.weekdays) > 0:
		at, of := day, inMonth
		if len(y.months) == 0 {
			at, of = t.YearDay(), time.Date(t.Year(), time.December, 31, 0, 0, 0, 0, time.UTC).YearDay()
		}
		return slices.ContainsFunc(y.weekdays, func(w nth) bool {
			return w.day == t.Weekday() && (w.n == 0 || w.n == (at-1)/7+1 || w.n == -((of-at)/7+1))
		})
	case len(y.monthDays) > 0:
		return true
	}
	return day == start.Day() && (len(y.months) > 0 || month == start.Month())
}
