package commands

import (
	"context"
	"strconv"
	"time"

	"steward/slm"
	"steward/store"
)

// a recent is what was measured of late.
type recent struct {
	slm.Sum
	over time.Duration
}

// A day tells where things lead, and an hour what is going on: the longer and
// the shorter window of burn rates as in Google's SRE Workbook, chapter 5.
const (
	longPace  = 24 * time.Hour
	shortPace = time.Hour
)

// pacesOf gives what was measured of a target in the last day and hour, if at
// least a quarter of that time was: less tells no pace.
func (d *Desk) pacesOf(ctx context.Context, t slm.Target, at time.Time) (all []recent, err error) {
	for _, over := range []time.Duration{longPace, shortPace} {
		sum, covered, err := d.db.SumSince(ctx, t.ID, at.Add(-over), at)
		if err != nil {
			return nil, err
		}
		if covered >= over/4 && sum.Total > 0 {
			all = append(all, recent{sum, over})
		}
	}
	return all, nil
}

// lately says how fast the budget was used up of late: in the last day, or in
// the last hour if that went worse and too fast. An even pace, at which the
// budget lasts exactly to the end, is 1.
func (v voice) lately(reading store.Reading, f slm.Forecast, paces []recent, now time.Time) Markup {
	var worst recent
	var burn int64
	for _, p := range paces {
		b := slm.BurnOf(f.Objective, p.Sum)
		if worst.over == 0 || b > max(burn, 100) {
			worst, burn = p, b
		}
	}
	span := v.span(worst.over)
	if worst.over == longPace {
		span = v.say("unit.h", "n", 24)
	}
	window := reading.Target.Window
	when := f.ExhaustedBy(worst.Sum, reading.Period, now)
	switch {
	case worst.over == 0 || f.Objective == slm.Whole:
		return ""
	case burn == 0:
		return v.say("lately.good", "span", span)
	case window.Unit == slm.Rolling || when.IsZero():
		return v.say("lately.pace", "span", span, "times", times(burn))
	}
	return v.say("lately.lost", "span", span, "times", times(burn), "window", v.whole(window), "when", v.when(when, now))
}

// times writes hundredths with one decimal, rounded up as they are.
func times(hundredths int64) Markup {
	tenths := (hundredths + 9) / 10
	return Markup(strconv.FormatInt(tenths/10, 10) + "." + strconv.FormatInt(tenths%10, 10))
}

// valueAhead says what has to come for a value to keep its promise, and on which
// side of its figure it can still end.
func (v voice) valueAhead(reading store.Reading, c store.Course, now time.Time) Markup {
	t := reading.Target
	what, rest := t.Ahead(c.Values, reading.Period, now)
	if what == "" {
		return ""
	}
	key, bound := "promise.atmost", t.Bound
	if t.Bound.Sense == slm.AtLeast {
		key = "promise.atleast"
	}
	if what == slm.RestWithin {
		bound.At = rest
	}
	side := Markup("")
	switch {
	case what == slm.KeptAlready || what == slm.LostAlready:
	case t.Statistic == slm.Highest:
		side = v.say("endat.above", "value", v.figure(reading))
	case t.Statistic == slm.Lowest:
		side = v.say("endat.below", "value", v.figure(reading))
	}
	return join(notEmpty(v.say("ahead."+string(what), "bound", v.say(key, "bound", bound.Number()), "span", v.whole(t.Window)), side))
}

// casesAhead says how many more of the open cases of a target may be late, and
// between what its share can still end with them.
func (d *Desk) casesAhead(ctx context.Context, v voice, reading store.Reading) (Markup, error) {
	open, err := d.db.OpenCases(ctx, reading.Target.ID)
	if err != nil || reading.Total+open == 0 {
		return "", err
	}
	more := slm.LateAllowed(reading.Objective, reading.Sum, open)
	key := "late.more"
	switch {
	case more < 0:
		key, more = "late.over", -more
	case more == 0:
		key = "late.none"
	}
	words := v.say(key, "n", more, "total", count(reading.Total+open))
	if open > 0 {
		best := slm.Judge(reading.Objective, slm.Sum{Good: reading.Good + open, Total: reading.Total + open})
		worst := slm.Judge(reading.Objective, slm.Sum{Good: reading.Good, Total: reading.Total + open})
		words = join(notEmpty(words, v.say("late.open", "open", open, "best", best.Attained, "worst", worst.Attained)))
	}
	return words, nil
}
