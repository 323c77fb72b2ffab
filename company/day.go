package company

import (
	"regexp"
	"time"

	"go.yaml.in/yaml/v3"
)

// location reads an IANA time zone. Without a node it gives the company's
// zone, or nil where the file names none.
func (r *reader) location(n *yaml.Node) (string, *time.Location) {
	if n == nil {
		if r.zone == nil {
			return "", nil
		}
		return r.zone.String(), r.zone
	}
	name := r.value(n)
	if name == "" {
		return "", nil
	}
	loc := r.loaded(name)
	if loc == nil {
		r.problems.add(n.Line, "%q is not a time zone; write one such as %s", short(name), zoneFor(name))
		return "", nil
	}
	return name, loc
}

// loaded gives the zone of a name, or nil where there is none.
func (r *reader) loaded(name string) *time.Location {
	if loc := r.zones[name]; loc != nil {
		return loc
	}
	loc, err := time.LoadLocation(name)
	if err != nil || name == "" || name == "Local" {
		return nil
	}
	r.zones[name] = loc
	return loc
}

// zoneFor suggests a zone for names that people write and IANA does not have.
func zoneFor(name string) string {
	switch name {
	case "Asia/Beijing", "Asia/Shenzhen", "Asia/Guangzhou", "Beijing", "China", "CST":
		return "Asia/Shanghai"
	case "Asia/Mumbai", "Asia/Delhi", "Asia/Bangalore", "India", "IST":
		return "Asia/Kolkata"
	case "Europe/Munich", "Europe/Frankfurt", "Europe/Hamburg", "Germany", "CEST":
		return "Europe/Berlin"
	case "America/San_Francisco", "America/Seattle", "PST", "PDT":
		return "America/Los_Angeles"
	case "America/Boston", "America/Washington", "EDT":
		return "America/New_York"
	}
	return "Asia/Shanghai or Europe/Berlin"
}

// zoneOf reads the zone of an entry, whose own comes before the company's. One
// of them must be there: a day begins at another moment in each zone.
func (r *reader) zoneOf(f fields) (string, *time.Location) {
	n := f.may("zone")
	name, loc := r.location(n)
	if n == nil && loc == nil && f.of != nil && !r.zoneless {
		r.zoneless = true
		hint := "write company: {zone: Asia/Shanghai} at the top of the file"
		if r.problems.sheet(f.line) {
			hint = `write one such as Asia/Shanghai in the sheet "company"`
		}
		r.problems.add(f.line, "there is no time zone for %s; %s", f.what, hint)
	}
	if loc == nil {
		loc = time.UTC // only so that the rest can be checked
	}
	return name, loc
}

// A day is a calendar day as written, before a zone makes moments of it, or a
// moment that was written as such.
type day struct {
	date   time.Time // midnight in UTC; zero when there is none
	moment time.Time // zero when it is a day
	text   string
	line   int
}

var dayForm = regexp.MustCompile(`^(19[7-9]\d|20\d\d|21\d\d)-\d\d-\d\d(T.*)?$`)

// day reads a day such as 2026-01-31, or a moment such as
// 2026-01-31T14:30:00+08:00.
func (r *reader) day(n *yaml.Node) day {
	s := r.value(n)
	if s == "" {
		return day{}
	}
	d := day{text: s, line: n.Line}
	var err error
	if d.moment, err = time.Parse(time.RFC3339, s); err == nil {
		d.date, d.moment = d.moment, d.moment.Truncate(time.Microsecond) // as exact as Postgres
	} else {
		d.date, err = time.Parse(time.DateOnly, s)
	}
	if err != nil || !dayForm.MatchString(s) {
		r.problems.add(n.Line, "%q is not a day from 1970-01-01 to 2199-12-31; write one such as 2026-01-31", short(s))
		return day{}
	}
	return d
}

func (d day) none() bool { return d.date.IsZero() }

// span reads "from" and "to", in days of the zone, and checks their order.
func (r *reader) span(f fields, loc *time.Location, needsTo bool) (time.Time, *time.Time) {
	from := r.day(f.must("from", "2026-01-31"))
	n := f.may("to")
	if needsTo {
		n = f.must("to", "2026-12-31")
	}
	to := r.day(n)
	begin, end := from.begin(loc), to.end(loc)
	if !from.none() && end != nil && !end.After(begin) {
		r.problems.add(to.line, `"to" (%s) is before "from" (%s); write the first day as "from" and the last day as "to"`, to.text, from.text)
	}
	return begin, end
}

// begin is the first moment of the day in the zone.
func (d day) begin(loc *time.Location) time.Time {
	if !d.moment.IsZero() {
		return d.moment
	}
	y, m, dd := d.date.Date()
	t := time.Date(y, m, dd, 0, 0, 0, 0, loc)
	if t.Day() != dd {
		// The clocks jump over this midnight and Go answered with the hour
		// before the jump.
		t = t.Add(time.Hour)
	}
	return t
}

// end is the moment after the day, in the zone, or nil without a day. A moment
// is its own end: what ends then is over.
func (d day) end(loc *time.Location) *time.Time {
	switch {
	case d.none():
		return nil
	case !d.moment.IsZero():
		return &d.moment
	}
	t := day{date: d.date.AddDate(0, 0, 1)}.begin(loc)
	return &t
}
