package commands

import (
	"steward/slm"
	"steward/store"
)

// found says what a breach was recorded by: that stays, whatever is measured
// later.
func (v voice) found(b store.BreachView, r Request) Markup {
	if b.Bound.Sense != "" {
		return v.say("explain.valuefound", "value", v.valueBroken(b), "sense", v.say("sense."+string(b.Bound.Sense)), "bound", b.Bound.Number(),
			"month", v.windowOf(b), "n", b.Count, "at", v.at(b.FoundAt, r.At))
	}
	sum := v.say("explain.sum", "good", count(b.Good), "total", count(b.Total), "attained", b.Attained, "objective", b.Objective,
		"month", v.windowOf(b), "n", b.Count, "at", v.at(b.FoundAt, r.At))
	if b.Total > 0 {
		allowed := int64(slm.Whole-b.Objective) * b.Total / int64(slm.Whole)
		sum += "\n" + v.say("explain.allowed", "allowed", count(allowed), "bad", count(b.Total-b.Good))
	}
	return sum
}

// measured says what a breach was recorded by in the message about it.
func (v voice) measured(b store.BreachView) Markup {
	if b.Bound.Sense != "" {
		return v.say("breach.valued", "value", v.valueBroken(b), "n", b.Count, "month", v.windowOf(b))
	}
	return v.say("breach.measured", "good", count(b.Good), "total", count(b.Total), "month", v.windowOf(b))
}

// valueBroken tells the value by which a promise about a value was broken.
func (v voice) valueBroken(b store.BreachView) Markup {
	return Markup(escape(slm.Bound{At: b.Value, Unit: b.Bound.Unit}.Number()))
}

// windowOf names the time that a breach is about: a month, where its target is
// not there any more.
func (v voice) windowOf(b store.BreachView) Markup {
	t, _ := targetOf(v.dir, b.Agreement, b.Target)
	zone := v.zoneOf(b.Agreement)
	return v.period(t.Window, slm.Period{From: b.Period.From.In(zone), To: b.Period.To.In(zone)})
}
