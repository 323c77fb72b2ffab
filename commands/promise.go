package commands

import (
	"strconv"

	"steward/slm"
	"steward/store"
)

// promise says what a target promises: "99.9 %", "95.0 % at most 300 ms", "at
// least 4.2 points", "90.0 % within 16 h".
func (v voice) promise(t slm.Target) Markup {
	switch t.Kind {
	case slm.ValueTarget:
		key := "promise.atmost"
		if t.Bound.Sense == slm.AtLeast {
			key = "promise.atleast"
		}
		return v.say(key, "bound", t.Bound.Number())
	case slm.ClockTarget:
		promise := v.say("promise.cases", "objective", t.Objective, "within", v.lasts(t.Within))
		if t.Objective == slm.Whole {
			promise = v.say("promise.case", "within", v.lasts(t.Within))
		}
		if t.Priority != "" {
			promise = v.say("promise.priority", "promise", promise, "priority", t.Priority)
		}
		return promise
	}
	switch t.Bound.Sense {
	case slm.AtMost:
		return v.say("promise.within", "objective", t.Objective, "bound", t.Bound.Number())
	case slm.AtLeast:
		return v.say("promise.beyond", "objective", t.Objective, "bound", t.Bound.Number())
	}
	return Markup(t.Objective.String())
}

// figure says what was delivered.
func (v voice) figure(r store.Reading) Markup {
	if r.Target.Kind == slm.ValueTarget {
		return Markup(escape(slm.Bound{At: r.Value, Unit: r.Target.Bound.Unit}.Number()))
	}
	return Markup(r.Attained.String())
}

// period names the time over which a target was judged, such as "June 2026".
// The days of the period are those of the zone that it is in.
func (v voice) period(w slm.Window, p slm.Period) Markup {
	year := strconv.Itoa(p.From.Year())
	switch w.Unit {
	case slm.Quarter:
		return v.say("period.quarter", "n", int(p.From.Month()+2)/3, "year", year)
	case slm.Year:
		return v.say("period.year", "year", year)
	case slm.Rolling:
		return v.say("period.days", "n", w.Days)
	}
	return v.month(p.From)
}
