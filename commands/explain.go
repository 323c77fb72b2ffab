package commands

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

var explained = Command{Name: "explain", Usage: "usage.explain", About: "about.explain", Run: runExplain}

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
	e, err := d.db.Explain(ctx, a, reading.Target, at, r.At)
	if err != nil {
		return nil, err
	}
	exclusions, err := d.db.Exclusions(ctx, a, reading.Period)
	if err != nil {
		return nil, err
	}
	parts := []Part{{Body: v.valueOf(e)}}
	if reading.Target.Kind != slm.ValueTarget {
		if parts, err = d.levelOf(ctx, r, reading, e, at); err != nil {
			return nil, err
		}
	}
	for _, body := range []Markup{v.worst(e, r), v.leftOut(e, exclusions, r), v.listed(e, slm.Replaced, r), v.listed(e, slm.Unmeasured, r)} {
		if body != "" {
			parts = append(parts, Part{Body: body})
		}
	}
	if n := len(e.Entries); e.Reported.Count+e.Measured.Count > 0 {
		parts = append(parts, Part{Buttons: []Button{{Label: v.plain("button.entries", "n", n), Action: pageID, Value: pageValue(e, 0)}}})
	}
	return parts, nil
}

// levelOf shows the calculation of a level, and its course.
func (d *Desk) levelOf(ctx context.Context, r Request, reading store.Reading, e slm.Explanation, at time.Time) ([]Part, error) {
	if e.Reported.Total == 0 {
		return nil, nil
	}
	v := r.voice()
	zone := v.zoneOf(reading.Target.Agreement)
	course, err := d.courseOf(ctx, r.Dir.Agreement(reading.Target.Agreement), reading, at)
	if err != nil {
		return nil, err
	}
	f, err := slm.Foresee(reading.Objective, reading.Period, course.Measured(), reading.Coverage, at)
	if err != nil {
		return nil, fmt.Errorf("foresee %s %s: %w", reading.Target.Agreement, reading.Target.Key, err)
	}
	return append([]Part{{Body: v.pencil(e, course, f)}}, v.charts(reading.Target, course.Days, f, reading.Period, zone, at)...), nil
}

// pencil writes the calculation down so that it can be checked by hand.
func (v voice) pencil(e slm.Explanation, c store.Course, f slm.Forecast) Markup {
	l := e.Reported.Level
	bad := l.Total - l.Good
	key := "explain.pencil"
	if c.Timed {
		key = "explain.penciltime"
	}
	text := v.say(key, "n", l.Count, "good", count(l.Good), "total", count(l.Total), "bad", count(bad),
		"attained", l.Attained, "time", v.span(time.Duration(bad)*time.Second))
	text += "\n" + v.say("explain.budget", "share", slm.Whole-l.Objective, "allowed", count(f.AllowedOf(l.Total)), "total", count(l.Total))
	if f.Sure && e.Target.Window.Unit != slm.Rolling {
		text += "\n" + v.possible(e, c, f)
	}
	if e.Measured.Sum != l.Sum {
		text += "\n" + v.say("explain.measured", "good", count(e.Measured.Good), "total", count(e.Measured.Total), "attained", e.Measured.Attained)
	}
	return text
}

// possible says what is left for the whole window, and between what the figure
// can still end.
func (v voice) possible(e slm.Explanation, c store.Course, f slm.Forecast) Markup {
	key, left := "explain.left", f.Spare
	if left < 0 {
		key, left = "explain.overdrawn", -left
	}
	return v.say(key, "whole", v.amount(f.Allowed, c), "span", v.whole(e.Target.Window), "left", v.amount(left, c)) +
		"\n" + v.say("explain.possible", "worst", e.Reported.Worst, "best", e.Reported.Best)
}

// valueOf says what the values of a target become.
func (v voice) valueOf(e slm.Explanation) Markup {
	if e.Reported.Standing == slm.Unknown {
		return ""
	}
	statistic := e.Target.Statistic
	if statistic == "" {
		statistic = slm.Mean
	}
	return v.say("explain.value", "statistic", v.say("statistic."+string(statistic)), "n", e.Reported.Count,
		"value", slm.Bound{At: e.Reported.Value, Unit: e.Target.Bound.Unit}.Number())
}

// amount tells how many events, or how many seconds and what that is.
func (v voice) amount(n int64, c store.Course) Markup {
	if !c.Timed {
		return count(n)
	}
	return v.say("explain.amount", "n", count(n), "time", v.span(time.Duration(n)*time.Second))
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
