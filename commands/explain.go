package commands

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

var explained = Command{Name: "explain", Usage: "usage.explain", About: "about.explain", Run: runExplain}

// How many measurements and gaps an explanation lists, and how many
// measurements a page of all of them has.
const (
	worstShown  = 8
	pausesShown = 8
	pageShown   = 30
)

// runExplain shows how a figure came about: the calculation, what counted
// most against it, what did not count, and what was not measured.
func runExplain(ctx context.Context, d *Desk, r Request) (Reply, error) {
	a, t, at, err := d.figureAsked(r)
	if err != nil {
		return Reply{}, err
	}
	reading, err := d.readingOf(ctx, a, t, at)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	title := v.say("explain.title", "code", a.Code, "target", v.text(reading.Target.Name))
	parts := []Part{{Head: unescape(string(title))}, {Body: v.reading(reading)}}
	if reading.Target.Kind == slm.ClockTarget {
		return Reply{Text: title, About: a.Code, Parts: append(parts, Part{Body: v.say("explain.cases", "code", a.Code)})}, nil
	}
	rest, err := d.accountOf(ctx, r, a, reading, at)
	if err != nil {
		return Reply{}, err
	}
	parts = append(append(parts, rest...), Part{Note: v.say("explain.by", "version", a.Version, "zone", a.Zone, "calendar", v.calendarOf(a, &reading.Target))})
	return Reply{Text: title, About: a.Code, Parts: parts}, nil
}

var monthForm = regexp.MustCompile(`^\d{4}-\d{2}$`)

// figureAsked reads "SLA-ORION-HR availability 2026-06": an agreement, a
// target, and a month. Without a target it is nil, and without a month the
// moment is now. Of a month that is over it is the last one.
func (d *Desk) figureAsked(r Request) (*slm.Agreement, *slm.Target, time.Time, error) {
	const usage = "/sla explain SLA-…"
	fields, at, month := strings.Fields(r.Text), r.At, ""
	if n := len(fields); n > 0 && monthForm.MatchString(fields[n-1]) {
		month, fields = fields[n-1], fields[:n-1]
	}
	if len(fields) == 0 {
		return nil, nil, at, slm.Refuse(slm.Invalid, "usage").Try(usage)
	}
	a, rest := r.Dir.Agreement(strings.ToUpper(fields[0])), strings.Join(fields[1:], " ")
	if a == nil {
		r.Text, rest = strings.Join(fields, " "), ""
		var err error
		if a, err = d.agreement(r, usage); err != nil {
			return nil, nil, at, err
		}
	}
	if month != "" {
		first, err := time.ParseInLocation("2006-01", month, r.voice().zoneOf(a.Code))
		if err != nil || first.After(at) {
			return nil, nil, at, slm.Refuse(slm.Invalid, "month", "value", month)
		}
		if last := first.AddDate(0, 1, 0).Add(-time.Second); last.Before(at) {
			at = last
		}
	}
	if rest == "" {
		return a, nil, at, nil
	}
	i := slices.IndexFunc(a.Targets, func(t slm.Target) bool {
		return slices.ContainsFunc([]string{t.Key, t.Name.EN, t.Name.ZH}, func(name string) bool { return strings.EqualFold(name, rest) })
	})
	if i < 0 {
		var keys []string
		for _, t := range a.Targets {
			keys = append(keys, t.Key)
		}
		return nil, nil, at, slm.Refuse(slm.NotFound, "targets", "code", a.Code, "target", rest, "keys", strings.Join(keys, ", "))
	}
	return a, &a.Targets[i], at, nil
}

// readingOf gives how a target of an agreement stood, or where none is named
// the one that stood worst.
func (d *Desk) readingOf(ctx context.Context, a *slm.Agreement, t *slm.Target, at time.Time) (store.Reading, error) {
	readings, err := d.db.Readings(ctx, a, at)
	if err != nil {
		return store.Reading{}, err
	}
	if len(readings) == 0 {
		return store.Reading{}, slm.Refuse(slm.NotFound, "untargeted", "code", a.Code)
	}
	worst := readings[0]
	for _, reading := range readings {
		if t != nil && reading.Target.ID == t.ID {
			return reading, nil
		}
		known := reading.Standing != slm.Unknown // of what is not known there is least to explain
		if known && (worst.Standing == slm.Unknown || gravity(reading.Standing) < gravity(worst.Standing)) {
			worst = reading
		}
	}
	return worst, nil
}

// accountOf shows what a figure was made from.
func (d *Desk) accountOf(ctx context.Context, r Request, a *slm.Agreement, reading store.Reading, at time.Time) ([]Part, error) {
	v := r.voice()
	zone := v.zoneOf(a.Code)
	course, err := d.db.CourseOf(ctx, reading.Target, reading.Period, zone, at)
	if err != nil {
		return nil, err
	}
	var parts []Part
	if reading.Target.Kind == slm.LevelTarget && reading.Total > 0 {
		f, err := slm.Foresee(reading.Objective, reading.Period, course.Days, reading.Coverage, at)
		if err != nil {
			return nil, err
		}
		parts = append([]Part{{Body: v.pencil(reading, course, f)}}, v.charts(reading.Target, course.Days, f, reading.Period, zone, at)...)
		worst, err := d.db.WorstOf(ctx, reading.Target, reading.Period, worstShown)
		if err != nil {
			return nil, err
		}
		parts = append(parts, Part{Body: v.worst(worst, reading.Count, r)})
	}
	if gaps := v.gaps(reading, course, at, r); gaps != "" {
		parts = append(parts, Part{Body: gaps})
	}
	if reading.Count > 0 {
		parts = append(parts, Part{Buttons: []Button{{
			Label: v.plain("button.measurements", "n", reading.Count), Action: measurements.ID, Value: pageValue(reading, 0),
		}}})
	}
	return parts, nil
}

// pencil writes the calculation down so that it can be checked by hand.
func (v voice) pencil(reading store.Reading, c store.Course, f slm.Forecast) Markup {
	bad := reading.Total - reading.Good
	key := "explain.pencil"
	if c.Timed {
		key = "explain.penciltime"
	}
	text := v.say(key, "n", reading.Count, "good", count(reading.Good), "total", count(reading.Total), "bad", count(bad),
		"attained", reading.Attained, "time", v.span(time.Duration(bad)*time.Second))
	share := slm.Whole - reading.Objective
	text += "\n" + v.say("explain.budget", "share", share, "allowed", count(f.AllowedOf(reading.Total)), "total", count(reading.Total))
	switch span := v.whole(reading.Target.Window); {
	case !f.Sure || reading.Target.Window.Unit == slm.Rolling:
		return text
	case f.Spare < 0:
		return text + " " + v.say("explain.overdrawn", "whole", v.amount(f.Allowed, c), "span", span, "over", v.amount(-f.Spare, c))
	default:
		return text + " " + v.say("explain.left", "whole", v.amount(f.Allowed, c), "span", span, "spare", v.amount(f.Spare, c))
	}
}

// amount tells how many events, or how many seconds and what that is.
func (v voice) amount(n int64, c store.Course) Markup {
	if !c.Timed {
		return count(n)
	}
	return v.say("explain.amount", "n", count(n), "time", v.span(time.Duration(n)*time.Second))
}

// worst lists the measurements that counted most against a figure.
func (v voice) worst(worst []slm.Measurement, of int64, r Request) Markup {
	if len(worst) == 0 {
		return v.say("explain.allgood", "n", of)
	}
	lines := v.say("explain.worst")
	for _, m := range worst {
		lines += "\n" + v.measurement(m, r)
	}
	return lines
}

func (v voice) measurement(m slm.Measurement, r Request) Markup {
	return v.say("explain.line", "from", v.at(m.From, r.At), "to", v.at(m.To, r.At), "good", count(m.Good), "total", count(m.Total),
		"source", inCode(m.Source), "key", inCode(cut(m.Key, 40)))
}

// gaps lists when nothing was measured, the longest first.
func (v voice) gaps(reading store.Reading, c store.Course, at time.Time, r Request) Markup {
	until := reading.Period
	if at.Before(until.To) {
		until.To = at
	}
	gaps := until.Subtract(c.Covered)
	if len(gaps) == 0 || reading.Count == 0 {
		return ""
	}
	slices.SortStableFunc(gaps, func(a, b slm.Period) int { return int(b.Length()/time.Second) - int(a.Length()/time.Second) })
	lines := v.say("explain.gaps", "coverage", wholePercent(reading.Coverage))
	for _, g := range gaps[:min(pausesShown, len(gaps))] {
		lines += "\n" + v.say("explain.gap", "from", v.at(g.From, r.At), "to", v.at(g.To, r.At), "length", v.span(g.Length()))
	}
	if more := len(gaps) - pausesShown; more > 0 {
		lines += "\n" + v.say("list.more", "n", more)
	}
	return lines
}

// calendarOf names the calendar in which a target counts.
func (v voice) calendarOf(a *slm.Agreement, t *slm.Target) Markup {
	_, version, err := v.dir.CalendarOf(a, t)
	code := t.Calendar
	if code == "" {
		code = a.Calendar
	}
	if err != nil || version == 0 {
		return Markup(slm.Always)
	}
	return v.say("explain.calendar", "code", code, "version", version)
}

// measurements shows all that counted, page by page in the order of time.
var measurements = Click{ID: pageID, Run: runMeasurements}

// pageID is the id of measurements, which leads to its own next page.
const pageID = "measurements"

func runMeasurements(ctx context.Context, d *Desk, r Request) (Reply, error) {
	t, at, page, err := pageOf(r)
	if err != nil {
		return Reply{}, err
	}
	a := r.Dir.Agreement(t.Agreement)
	reading, err := d.readingOf(ctx, a, &t, at)
	if err != nil {
		return Reply{}, err
	}
	counted, err := d.db.CountedOf(ctx, t, reading.Period, page*pageShown, pageShown)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	title := v.say("explain.page", "code", a.Code, "target", v.text(t.Name), "first", page*pageShown+1, "last", page*pageShown+len(counted), "n", reading.Count)
	reply := Reply{Text: title, Parts: []Part{{Body: title}}}
	for chunk := range slices.Chunk(counted, pageShown/3) { // a paragraph takes 3,000 characters
		var lines []string
		for _, m := range chunk {
			lines = append(lines, string(v.measurement(m, r)))
		}
		reply.Parts = append(reply.Parts, Part{Body: Markup(strings.Join(lines, "\n"))})
	}
	if int64((page+1)*pageShown) < reading.Count {
		reply.Parts = append(reply.Parts, Part{Buttons: []Button{{Label: v.plain("button.further"), Action: pageID, Value: pageValue(reading, page+1)}}})
	}
	return reply, nil
}

// pageValue is what the button of a page carries: the target, the window and
// the page.
func pageValue(reading store.Reading, page int) string {
	return strings.Join([]string{
		reading.Target.Agreement, strconv.FormatInt(reading.Target.ID, 10), strconv.FormatInt(reading.Period.To.Unix()-1, 10), strconv.Itoa(page),
	}, " ")
}

// pageOf reads a button's value. It refuses, as NotFound, targets that are not
// there any more.
func pageOf(r Request) (t slm.Target, at time.Time, page int, err error) {
	gone := slm.Refuse(slm.NotFound, "button")
	fields := strings.Fields(r.Value)
	if len(fields) != 4 {
		return t, at, 0, gone
	}
	id, idErr := strconv.ParseInt(fields[1], 10, 64)
	unix, timeErr := strconv.ParseInt(fields[2], 10, 64)
	page, pageErr := strconv.Atoi(fields[3])
	a := r.Dir.Agreement(fields[0])
	if idErr != nil || timeErr != nil || pageErr != nil || page < 0 || a == nil {
		return t, at, 0, gone
	}
	i := slices.IndexFunc(a.Targets, func(t slm.Target) bool { return t.ID == id })
	if i < 0 {
		return t, at, 0, gone
	}
	return a.Targets[i], time.Unix(unix, 0), page, nil
}
