package commands

import (
	"time"

	"steward/slm"
	"steward/store"
)

// outlook says in words what may still go wrong with a target, what becomes
// of the promise at this pace, and how old the data are.
func (v voice) outlook(reading store.Reading, c store.Course, f slm.Forecast, r Request) Markup {
	var notes []string
	switch {
	case reading.Standing == slm.Unknown:
	case !f.Sure:
		notes = append(notes, string(v.say("pace.unsure")))
	default:
		notes = append(notes, string(v.spare(reading.Target, c, f)))
		if what := v.pace(reading.Target, f, r.At); what != "" {
			notes = append(notes, string(what))
		}
	}
	if age := v.age(c, r); age != "" {
		notes = append(notes, string(age))
	}
	return join(notes)
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
