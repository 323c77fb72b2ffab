package commands

import (
	"context"
	"fmt"
	"time"

	"steward/slm"
	"steward/store"
)

// an outlook is what lies ahead of one target.
type outlook struct {
	words    Markup
	course   store.Course
	forecast slm.Forecast
}

// outlookOf looks ahead for one target, if there is something to look at.
func (d *Desk) outlookOf(ctx context.Context, r Request, a *slm.Agreement, reading store.Reading) (o outlook, err error) {
	v := r.voice()
	if r.At.Before(a.From) || a.To != nil && !r.At.Before(*a.To) {
		return outlook{words: v.say("status.notinforce", "dates", v.agreed(a, r))}, nil
	}
	t := reading.Target
	if t.Kind == slm.ClockTarget && t.OwesEach() {
		return outlook{}, nil
	}
	if o.course, err = d.courseOf(ctx, a, reading, r.At); err != nil {
		return o, err
	}
	if t.Kind == slm.ValueTarget {
		o.words = join(notEmpty(v.valueAhead(reading, o.course, r.At), v.age(o.course, r)))
		return o, nil
	}
	if o.forecast, err = slm.Foresee(reading.Objective, reading.Period, o.course.Measured(), reading.Coverage, r.At); err != nil {
		return o, fmt.Errorf("foresee %s %s: %w", a.Code, t.Key, err)
	}
	if t.Kind == slm.ClockTarget {
		o.words, err = d.casesAhead(ctx, v, reading)
		return o, err
	}
	paces, err := d.pacesOf(ctx, t, r.At)
	o.words = v.outlook(reading, o, paces, r)
	return o, err
}

// courseOf gives the course of a target in its window, from when the agreement
// was in force.
func (d *Desk) courseOf(ctx context.Context, a *slm.Agreement, reading store.Reading, at time.Time) (store.Course, error) {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return store.Course{}, fmt.Errorf("stored zone of %s: %v", a.Code, err)
	}
	window := reading.Period
	if window.From.Before(a.From) {
		window.From = slm.DayOf(a.From, zone).From
	}
	return d.db.CourseOf(ctx, reading.Target, window, zone, at)
}

// notEmpty leaves out what is empty.
func notEmpty(words ...Markup) (notes []string) {
	for _, w := range words {
		if w != "" {
			notes = append(notes, string(w))
		}
	}
	return notes
}

// outlook says in words what may still go wrong with a target, what becomes
// of the promise at this pace and at that of late, and how old the data are.
func (v voice) outlook(reading store.Reading, o outlook, paces []recent, r Request) Markup {
	t, f := reading.Target, o.forecast
	switch {
	case reading.Standing == slm.Unknown:
		return v.age(o.course, r)
	case !f.Sure:
		return join(notEmpty(v.say("pace.unsure"), v.age(o.course, r)))
	}
	return join(notEmpty(v.spare(t, o.course, f), v.pace(t, f, r.At), v.lately(reading, f, paces, r.At), v.age(o.course, r)))
}

// age says how old the data are.
func (v voice) age(c store.Course, r Request) Markup {
	if c.Last.IsZero() {
		return ""
	}
	return v.say("status.last", "at", v.at(c.Last, r.At))
}

// spare says how much may still go wrong, or how much too much did: in time
// where the target counts seconds.
func (v voice) spare(t slm.Target, c store.Course, f slm.Forecast) Markup {
	window := v.window(t.Window)
	over := f.Spare < 0
	switch amount := max(f.Spare, -f.Spare); {
	case over && c.Timed:
		return v.say("spare.overtime", "amount", v.span(time.Duration(amount)*time.Second), "window", window)
	case over:
		return v.say("spare.over", "n", count(amount), "window", window)
	case c.Timed:
		return v.say("spare.time", "amount", v.span(time.Duration(amount)*time.Second), "window", window)
	default:
		return v.say("spare.count", "n", count(amount), "window", window)
	}
}

// pace says when the promise is lost, was lost, or that it will be kept. Of
// windows that move along there is no end to look ahead to.
func (v voice) pace(t slm.Target, f slm.Forecast, now time.Time) Markup {
	span := v.whole(t.Window)
	switch {
	case t.Window.Unit == slm.Rolling:
		return ""
	case f.Lost(now):
		return v.say("pace.lost", "span", span, "when", v.when(f.ExhaustedAt, now))
	case f.ExhaustedAt.IsZero():
		return v.say("pace.kept", "span", span)
	}
	return v.say("pace.coming", "span", span, "when", v.when(f.ExhaustedAt, now))
}

// window names the time over which a target is judged: "this month".
func (v voice) window(w slm.Window) Markup { return v.say("window."+unitOf(w), "n", w.Days) }

// whole is the same as the subject of a sentence: "the month".
func (v voice) whole(w slm.Window) Markup { return v.say("span."+unitOf(w), "n", w.Days) }

func unitOf(w slm.Window) string {
	if w.Unit == "" {
		return string(slm.Month)
	}
	return string(w.Unit)
}

// when tells a moment as people speak of it: today with the hour, other days
// by their date.
func (v voice) when(t, now time.Time) Markup {
	if a, b := t.In(v.zone), now.In(v.zone); a.YearDay() == b.YearDay() && a.Year() == b.Year() {
		return v.say("when.today", "at", Markup(a.Format("15:04")))
	}
	return v.say("when.day", "day", v.day(t, now))
}

// span tells a length of time with two units at most, rounded down: "12 min",
// "1 h 20 min", "3 d 4 h".
func (v voice) span(d time.Duration) Markup {
	units := []struct {
		key    string
		length time.Duration
	}{{"d", 24 * time.Hour}, {"h", time.Hour}, {"min", time.Minute}, {"s", time.Second}}
	first := 0
	for first < len(units)-1 && d < units[first].length {
		first++
	}
	said := v.say("unit."+units[first].key, "n", int64(d/units[first].length))
	if next := first + 1; next < len(units) {
		if rest := d % units[first].length / units[next].length; rest > 0 {
			said += " " + v.say("unit."+units[next].key, "n", int64(rest))
		}
	}
	return said
}
