package company

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"steward/slm"
)

// Limits of a feed of holidays.
const (
	maxICal    = 2 << 20 // bytes
	maxEvents  = 2_000
	maxLasting = 400 // days of one event
)

// ReadICal reads the holidays of a feed (RFC 5545) from the first date to the
// last, both included: events of whole days, and times of a day as a clock in
// zone shows them. Of repeating events it knows those that come every year, by
// month, day of the month and weekday. An event that its feed marks as a
// working day, as Apple's does for China and summaries do with 补班, opens its
// date. Cancelled events do not count.
//
// Whatever else there is in an event, such as alarms, is passed over. Mistakes
// are Problems with their line, all at once, up to MaxProblems.
func ReadICal(r io.Reader, file string, zone *time.Location, first, last slm.Date) ([]slm.Closure, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxICal+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	f := feed{zone: zone, first: first, last: last}
	f.problems.begin(file, bytes.Count(text, []byte("\n"))+1)
	switch {
	case len(text) > maxICal:
		f.problems.add(0, "is longer than %d MiB; take another feed", maxICal>>20)
	case !utf8.Valid(text):
		f.problems.add(0, "is not UTF-8; save it as UTF-8")
	case !strings.HasPrefix(strings.ToUpper(strings.TrimPrefix(string(text), "\ufeff")), "BEGIN:VCALENDAR"):
		f.problems.add(0, "is not an iCalendar file, which begins with BEGIN:VCALENDAR; take the address that the site calls iCal or .ics")
	default:
		f.read(strings.TrimPrefix(string(text), "\ufeff"))
	}
	if err := f.problems.err(); err != nil {
		return nil, err
	}
	return f.closures, nil
}

// A feed is one under way.
type feed struct {
	problems    problems
	zone        *time.Location
	first, last slm.Date
	events      int
	closures    []slm.Closure
}

// A contentLine is one line of a feed after the folds were taken out.
type contentLine struct {
	number int // where it begins
	name   string
	params map[string]string
	value  string
}

// read goes through the lines and takes each event as it ends. What stands in
// an event within an event, such as an alarm, is passed over.
func (f *feed) read(text string) {
	var event map[string][]contentLine
	begun, depth := 0, 0
	for _, line := range unfold(text) {
		switch inner := event != nil && depth > 0; {
		case line.name == "BEGIN" && strings.EqualFold(line.value, "VEVENT") && event == nil:
			event, begun, depth = map[string][]contentLine{}, line.number, 0
		case line.name == "BEGIN" && event != nil:
			depth++
		case line.name == "END" && inner:
			depth--
		case line.name == "END" && event != nil:
			if f.events++; f.events > maxEvents {
				f.problems.add(begun, "this is more than %d events; take a feed of holidays only", maxEvents)
				return
			}
			f.event(begun, event)
			event = nil
		case event != nil && !inner:
			event[line.name] = append(event[line.name], line)
		}
	}
	if event != nil {
		f.problems.add(begun, "the event has no end; save the whole feed")
	}
}

// unfold puts lines together that go on with a space, and takes them apart
// into names, parameters and values.
func unfold(text string) []contentLine {
	var lines []contentLine
	var whole strings.Builder
	number := 0
	end := func() {
		if whole.Len() > 0 {
			lines = append(lines, parseLine(whole.String(), number))
			whole.Reset()
		}
	}
	for i, raw := range strings.Split(text, "\n") {
		raw = strings.TrimSuffix(raw, "\r")
		if raw != "" && (raw[0] == ' ' || raw[0] == '\t') {
			whole.WriteString(raw[1:])
			continue
		}
		end()
		number = i + 1
		whole.WriteString(raw)
	}
	end()
	return lines
}

// parseLine takes "DTSTART;VALUE=DATE:20261001" apart. A colon or semicolon in
// double quotes is part of a parameter.
func parseLine(s string, number int) contentLine {
	line := contentLine{number: number, params: map[string]string{}}
	var parts []string
	quoted, from := false, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ';' || c == ':':
			parts = append(parts, s[from:i])
			from = i + 1
			if c == ':' {
				line.value = s[from:]
				i = len(s)
			}
		}
	}
	if len(parts) == 0 {
		return line
	}
	line.name = strings.ToUpper(parts[0])
	for _, p := range parts[1:] {
		key, value, _ := strings.Cut(p, "=")
		line.params[strings.ToUpper(key)] = strings.Trim(value, `"`)
	}
	return line
}

// event adds what one event closes.
func (f *feed) event(begun int, lines map[string][]contentLine) {
	get := func(name string) *contentLine {
		if all := lines[name]; len(all) > 0 {
			return &all[0]
		}
		return nil
	}
	if status := get("STATUS"); status != nil && strings.EqualFold(status.value, "CANCELLED") {
		return
	}
	start := get("DTSTART")
	if start == nil {
		f.problems.add(begun, "the event has no DTSTART; take another feed")
		return
	}
	from, whole, ok := f.moment(start)
	if !ok {
		return
	}
	to := from.AddDate(0, 0, 1)
	if !whole {
		to = from
	}
	if end := get("DTEND"); end != nil {
		if to, _, ok = f.moment(end); !ok {
			return
		}
	} else if !whole {
		f.problems.add(begun, "the event begins at a time of day and has no DTEND; take another feed")
		return
	}
	if !to.After(from) || to.Sub(from) > maxLasting*24*time.Hour {
		f.problems.add(begun, "the event does not last from a minute to %d days; take another feed", maxLasting)
		return
	}
	f.repeat(span{from, to}, f.called(lines), get("RRULE"), f.without(lines["EXDATE"]))
}

// moment reads a date or a time: as a clock in the feed's zone shows it, and
// whether it is a date.
func (f *feed) moment(line *contentLine) (t time.Time, whole, ok bool) {
	zone := f.zone
	if id := line.params["TZID"]; id != "" {
		other, err := time.LoadLocation(id)
		if err != nil || id == "Local" {
			f.problems.add(line.number, "%q is not a time zone that I know; take a feed with zones such as Asia/Shanghai", short(id))
			return t, false, false
		}
		zone = other
	}
	var err error
	switch len(line.value) {
	case len("20261001"):
		whole = true
		t, err = time.ParseInLocation("20060102", line.value, time.UTC)
	case len("20261001T090000Z"):
		t, err = time.Parse("20060102T150405Z", line.value)
	default:
		t, err = time.ParseInLocation("20060102T150405", line.value, zone)
	}
	if err != nil || t.Year() < 1970 || t.Year() > 2199 {
		f.problems.add(line.number, "%q is not a date such as 20261001 or a time such as 20261001T090000", short(line.value))
		return t, false, false
	}
	if !whole { // the same clock, without zones, so that days can be counted
		y, m, d := t.In(f.zone).Date()
		h, mi, s := t.In(f.zone).Clock()
		t = time.Date(y, m, d, h, mi, s, 0, time.UTC)
	}
	return t, whole, true
}

// called gives the event's name, and whether it is a working day.
func (f *feed) called(lines map[string][]contentLine) slm.Closure {
	summary := ""
	if all := lines["SUMMARY"]; len(all) > 0 {
		summary = oneLine(unescape(all[0].value))
	}
	c := slm.Closure{Name: slm.Text{EN: summary}}
	if strings.ContainsFunc(summary, func(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }) {
		c.Name = slm.Text{ZH: summary}
	}
	if special := lines["X-APPLE-SPECIAL-DAY"]; len(special) > 0 {
		c.Work = strings.EqualFold(special[0].value, "ALTERNATE-WORKDAY")
		return c
	}
	c.Work = slices.ContainsFunc([]string{"补班", "（班）", "(班)", "调休上班"}, func(s string) bool { return strings.Contains(summary, s) })
	return c
}

func unescape(s string) string {
	return strings.NewReplacer(`\n`, " ", `\N`, " ", `\,`, ",", `\;`, ";", `\\`, `\`).Replace(s)
}

// without gives the dates on which a repeating event does not come.
func (f *feed) without(lines []contentLine) []slm.Date {
	var dates []slm.Date
	for _, line := range lines {
		for value := range strings.SplitSeq(line.value, ",") {
			one := line
			one.value = value
			if t, _, ok := f.moment(&one); ok {
				dates = append(dates, slm.DateOf(t))
			}
		}
	}
	return dates
}

// A span is a time as a clock shows it, kept in UTC.
type span struct{ from, to time.Time }

// repeat adds an event, and each time that it comes again.
func (f *feed) repeat(s span, as slm.Closure, rule *contentLine, without []slm.Date) {
	start := slm.DateOf(s.from)
	if rule == nil {
		f.close(s, start, as)
		return
	}
	y, err := parseYearly(rule.value, start)
	if err != nil {
		f.problems.add(rule.number, "%v", err)
		return
	}
	for _, date := range y.dates(f.first-maxLasting, f.last) {
		if !slices.Contains(without, date) {
			f.close(s, date, as)
		}
	}
}

// close adds what an event closes when it begins on a date, within the dates
// that are asked for.
func (f *feed) close(s span, begins slm.Date, as slm.Closure) {
	const day = 24 * time.Hour
	midnight := s.from.Truncate(day)
	from, to := s.from.Sub(midnight), s.to.Sub(midnight)
	for date := begins; to > 0; date++ {
		if date >= f.first && date <= f.last {
			as.Date, as.Hours = date, slm.Hours{From: from, To: min(to, day)}
			f.closures = append(f.closures, as)
		}
		from, to = 0, to-day
	}
}
