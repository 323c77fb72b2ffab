package slm

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A file of holidays has lines "years; when; moves; name", and comments after
// "#". The first line gives the years that are covered, and as its name what
// the file covers. Lines "= name" give the names in both languages.
//
//	years   "2021-", "2000-2023", "2022" or nothing: each year that is covered
//	when    "05-01"                    each year on that day
//	        "mon>=09-01"               the first Monday at or after that day
//	        "easter+39"                so many days after Easter Sunday (Gregorian)
//	        "2026-10-01..2026-10-07"   these days
//	        "+2026-10-10"              no holiday but a make-up working day
//	moves   "nearest": from Saturday to Friday, from Sunday to Monday
//	        "next": from a weekend to the next working day
//	        "sunday": from a Sunday to the next working day
//	        "between": no day of its own: what lies between two holidays is one
//	        "moved": is itself the day to which the holiday has moved
//
// Days that move stay days off; the day to which they move becomes another.

// A holidayRule is one line.
type holidayRule struct {
	first, last int // years
	when, moves string
	name        string
}

// A holidayReader reads the lines of a file; what moves waits for all of them.
type holidayReader struct {
	*Holidays
	moving  map[Date]holidayRule
	between holidayRule
}

// readHolidays works out a file. What is wrong with one is an error of the
// program, not of a person.
func readHolidays(country, text string) (*Holidays, error) {
	h := &Holidays{Country: country, off: map[Date]string{}, makeUp: map[Date]string{}, moved: map[Date]bool{}, names: map[string]Text{}}
	r := holidayReader{Holidays: h, moving: map[Date]holidayRule{}, between: holidayRule{first: 1}}
	for number, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		if err := r.read(line); err != nil {
			return nil, fmt.Errorf("holidays of %s, line %d: %w", country, number+1, err)
		}
	}
	h.fillBetween(r.between)
	h.move(r.moving)
	return h, nil
}

// read takes one line.
func (r *holidayReader) read(line string) error {
	if name, ok := strings.CutPrefix(line, "="); ok {
		return r.readName(name)
	}
	rule, err := readRule(line, r.First, r.Last)
	switch {
	case err != nil:
		return err
	case r.First == 0:
		r.First, r.Last, r.Scope = rule.first, rule.last, rule.name
		return nil
	case rule.moves == "between":
		r.between = rule
		return nil
	}
	dates, err := rule.dates()
	days := r.off
	if strings.HasPrefix(rule.when, "+") {
		days = r.makeUp
	}
	for _, date := range dates {
		days[date] = rule.name
		switch rule.moves {
		case "":
		case "moved":
			r.moved[date] = true
		default:
			r.moving[date] = rule
		}
	}
	return err
}

// readRule reads a line; without years it holds from first to last.
func readRule(line string, first, last int) (holidayRule, error) {
	fields := strings.Split(line, ";")
	if len(fields) != 4 {
		return holidayRule{}, fmt.Errorf("%d fields instead of 4", len(fields))
	}
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	// A holiday of the year after may move into the last year that is covered.
	r := holidayRule{first: first - 1, last: last + 1, when: fields[1], moves: fields[2], name: fields[3]}
	if fields[0] == "" {
		return r, nil
	}
	from, to, open := strings.Cut(fields[0], "-")
	var err error
	if r.first, err = strconv.Atoi(from); err != nil {
		return r, fmt.Errorf("years: %w", err)
	}
	switch {
	case !open:
		r.last = r.first
	case to != "":
		if r.last, err = strconv.Atoi(to); err != nil {
			return r, fmt.Errorf("years: %w", err)
		}
	}
	return r, nil
}

// dates gives the days of a rule in all its years.
func (r holidayRule) dates() ([]Date, error) {
	if days := strings.TrimPrefix(r.when, "+"); len(days) >= len(time.DateOnly) && days[4] == '-' {
		return datesFromTo(days)
	}
	var all []Date
	for year := r.first; year <= r.last; year++ {
		date, err := r.in(year)
		if err != nil {
			return nil, err
		}
		all = append(all, date)
	}
	return all, nil
}

// datesFromTo reads "2026-10-10" or "2026-10-01..2026-10-07".
func datesFromTo(days string) ([]Date, error) {
	from, to, several := strings.Cut(days, "..")
	first, err := ParseDate(from)
	if err != nil {
		return nil, err
	}
	last := first
	if several {
		if last, err = ParseDate(to); err != nil {
			return nil, err
		}
	}
	if last < first {
		return nil, fmt.Errorf("%s ends before it starts", days)
	}
	var all []Date
	for date := first; date <= last; date++ {
		all = append(all, date)
	}
	return all, nil
}

// in gives the day of a rule in one year.
func (r holidayRule) in(year int) (Date, error) {
	if offset, ok := strings.CutPrefix(r.when, "easter"); ok {
		days, err := strconv.Atoi(offset)
		return easter(year) + Date(days), err
	}
	weekday, day, later := strings.Cut(r.when, ">=")
	if !later {
		day = r.when
	}
	date, err := ParseDate(fmt.Sprintf("%04d-%s", year, day))
	if err != nil || !later {
		return date, err
	}
	for range 7 {
		if strings.HasPrefix(strings.ToLower(date.Weekday().String()), weekday) {
			return date, nil
		}
		date++
	}
	return 0, fmt.Errorf("%q is no day of the week", weekday)
}

// easter gives Easter Sunday of the Gregorian calendar, after the anonymous
// rule that J. Meeus prints (Astronomical Algorithms, chapter 8).
func easter(year int) Date {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	n := h + l - 7*((a+11*h+22*l)/451) + 114
	return NewDate(year, time.Month(n/31), n%31+1)
}

// fillBetween makes a holiday of each day between two.
func (h *Holidays) fillBetween(rule holidayRule) {
	for _, date := range slices.Sorted(maps.Keys(h.off)) {
		_, next := h.off[date+1]
		_, after := h.off[date+2]
		if year := date.Year(); after && !next && rule.first <= year && year <= rule.last && (date+1).Weekday() != time.Sunday {
			h.off[date+1] = rule.name
		}
	}
}

// move adds the days that replace holidays which fall on days off, the first
// holiday first, so that two of them never move to the same day.
func (h *Holidays) move(moving map[Date]holidayRule) {
	for _, date := range slices.Sorted(maps.Keys(moving)) {
		rule, to := moving[date], date
		switch {
		case !weekend(date), rule.moves == "sunday" && date.Weekday() != time.Sunday:
			continue
		case rule.moves == "nearest" && date.Weekday() == time.Saturday:
			to = date - 1
		default:
			for h.off[to] != "" || weekend(to) {
				to++
			}
		}
		h.off[to], h.moved[to] = rule.name, true
	}
}
