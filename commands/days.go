package commands

import (
	"time"

	"steward/slm"
)

// Forms ask for days and records keep moments: a day is read in one zone, which
// the form names, and proposes the day that it is there.

// today gives the date that it is in a time zone, as a form writes it.
func today(r Request, zone string) string {
	return r.At.In(location(zone)).Format(time.DateOnly)
}

// firstMoment gives the beginning of a day in a time zone.
func firstMoment(day, zone string) (time.Time, error) {
	t, err := time.ParseInLocation(time.DateOnly, day, location(zone))
	if err != nil {
		return t, slm.Refuse(slm.Invalid, "date", "value", day)
	}
	return t, nil
}

// dayHint says in which zone a form reads its days.
func (v voice) dayHint(zone string) string {
	return v.plain("form.zone", "zone", location(zone))
}

// location gives a time zone by its name: UTC for one that nobody knows.
func location(name string) *time.Location {
	if zone, err := time.LoadLocation(name); err == nil {
		return zone
	}
	return time.UTC
}
