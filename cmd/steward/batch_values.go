package main

import (
	"fmt"
	"strings"
	"time"

	"steward/slm"
)

// A complaint says in a sentence what is wrong with a line.
type complaint string

func (c complaint) Error() string { return string(c) }

func complain(format string, args ...any) error { return complaint(fmt.Sprintf(format, args...)) }

// zones are the time zones that were loaded.
type zones map[string]*time.Location

// find gives a zone by its IANA name. The zone of this machine has none.
func (z zones) find(name string) (*time.Location, error) {
	if zone, ok := z[name]; ok {
		return zone, nil
	}
	if name == "" {
		return nil, complain("The field \"zone\" is missing: an IANA name such as Europe/Berlin or UTC.")
	}
	zone, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		return nil, complain("%q is no time zone: write an IANA name such as Europe/Berlin or UTC.", name)
	}
	z[name] = zone
	return zone, nil
}

// readTime reads the value of a field as a time.
func readTime(field, value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, complain("The field %q is missing: a time such as 2026-06-15T09:00:00+08:00.", field)
	}
	t, err := time.Parse(time.RFC3339, strings.ToUpper(value)) // RFC 3339 lets people write t and z
	if err != nil || t.UTC().Year() < 1 || t.UTC().Year() > 9999 {
		return time.Time{}, complain("The field %q is no time: %q. Write it as 2026-06-15T09:00:00+08:00.", field, value)
	}
	return t, nil
}

// readMoment reads a time, or a date, which is its first moment in the zone.
func readMoment(field, value string, zone *time.Location) (time.Time, error) {
	if date, err := slm.ParseDate(value); err == nil {
		return date.In(zone, 0), nil
	}
	return readTime(field, value)
}

// readDuration reads the value of a field as a duration in Go's notation.
func readDuration(field, value string) (time.Duration, error) {
	if value == "" {
		return 0, complain("The field %q is missing: a duration such as 1h30m.", field)
	}
	d, err := time.ParseDuration(value)
	if err != nil {
		return 0, complain("The field %q is no duration: %q. Write it as 1h30m.", field, value)
	}
	return d, nil
}

// stamp writes a time in a zone, or nothing for the zero time. An offset that
// is no whole minute, as most were before 1900, cannot be written; UTC can.
func stamp(t time.Time, zone *time.Location) *string {
	if t.IsZero() {
		return nil
	}
	t = t.In(zone)
	if _, offset := t.Zone(); offset%60 != 0 {
		t = t.UTC()
	}
	s := t.Format(time.RFC3339Nano)
	return &s
}

// percent writes a share without a space, such as "99.9%".
func percent(s slm.Share) *string {
	text := strings.ReplaceAll(s.String(), " ", "")
	return &text
}
