package slm

import (
	"embed"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

//go:embed holidays/*.txt
var holidayFiles embed.FS

// Holidays say which days a country works. Everybody rests on Saturday and
// Sunday there, on holidays, and on the days that replace holidays; and works
// on what the state has made up for (调休).
type Holidays struct {
	Country     string // ISO 3166-1, such as "CN"
	Scope       string // what the file covers, such as "federal holidays"
	First, Last int    // the years that are covered

	off    map[Date]string // what the file calls the holiday
	makeUp map[Date]string
	moved  map[Date]bool // of those off: in the place of another day
	names  map[string]Text
}

// Countries gives the countries whose holidays are known, in order.
func Countries() []string {
	files, err := holidayFiles.ReadDir("holidays")
	if err != nil {
		return nil // the folder is part of the program
	}
	var all []string
	for _, f := range files {
		all = append(all, strings.TrimSuffix(f.Name(), ".txt"))
	}
	return all
}

// HolidaysOf gives the holidays of a country. It refuses one that is not
// known; nothing is ever guessed.
func HolidaysOf(country string) (*Holidays, error) {
	if !slices.Contains(Countries(), country) {
		return nil, deny("holidays.country", "country", country, "known", strings.Join(Countries(), ", "))
	}
	text, err := holidayFiles.ReadFile(path.Join("holidays", country+".txt"))
	if err != nil {
		return nil, deny("holidays.country", "country", country, "known", strings.Join(Countries(), ", "))
	}
	return readHolidays(country, string(text))
}

// Working reports whether people work on a date. It refuses years that are not
// covered.
func (h *Holidays) Working(date Date) (bool, error) {
	if year := date.Year(); year < h.First || year > h.Last {
		return false, deny("holidays.year", "country", h.Country, "year", strconv.Itoa(year),
			"first", strconv.Itoa(h.First), "last", strconv.Itoa(h.Last))
	}
	if _, ok := h.makeUp[date]; ok {
		return true, nil
	}
	_, off := h.off[date]
	return !off && !weekend(date), nil
}

// Exceptions gives the holidays as exceptions of a calendar whose week is open
// from Monday to Friday; on make-up days it has the given hours.
func (h *Holidays) Exceptions(makeUp []Hours) map[Date][]Hours {
	all := make(map[Date][]Hours, len(h.off)+len(h.makeUp))
	for date := range h.off {
		all[date] = nil
	}
	for date := range h.makeUp {
		all[date] = makeUp
	}
	return all
}

func weekend(date Date) bool {
	return date.Weekday() == time.Saturday || date.Weekday() == time.Sunday
}
