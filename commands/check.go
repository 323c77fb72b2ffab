package commands

import (
	"context"
	"strings"
	"time"

	"steward/slm"
)

var check = Command{Name: "check", Usage: "usage.show", About: "about.check", Run: runCheck}

// gapsListed is how many gaps of a chain one answer lists.
const gapsListed = 20

// runCheck says what does not fit between an agreement and what carries it.
func runCheck(_ context.Context, d *Desk, r Request) (Reply, error) {
	a, err := d.agreement(r, "/sla check SLA-…")
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	title := v.say("check.title", "code", a.Code, "title", v.text(a.Title))
	body := title + "\n" + v.chained(a.Code, r)
	return Reply{Text: title, About: a.Code, Parts: []Part{{Body: body}, {Note: v.say("check.rules")}}}, nil
}

// chained says what carries an agreement and lists the gaps in it.
func (v voice) chained(code string, r Request) Markup {
	gaps := r.Dir.CheckChain(code, r.At)
	supports := len(r.Dir.Supports(code))
	switch {
	case supports == 0:
		return v.say("check.alone")
	case len(gaps) == 0:
		return v.say("check.fits", "n", supports)
	}
	return v.say("check.gaps", "n", len(gaps)) + v.chainGaps(gaps, r)
}

// chainGaps lists gaps, a line each.
func (v voice) chainGaps(gaps []slm.ChainGap, r Request) Markup {
	var lines Markup
	for _, g := range gaps[:min(gapsListed, len(gaps))] {
		lines += "\n" + v.chainGap(g, r)
	}
	if more := len(gaps) - gapsListed; more > 0 {
		lines += "\n" + v.say("list.more", "n", more)
	}
	return lines
}

// chainGap says what one gap is, with the provision on both sides.
func (v voice) chainGap(g slm.ChainGap, r Request) Markup {
	above := v.provision(g.Above)
	joint := Markup(" + ")
	if g.Kind == slm.SupportWeak {
		joint = " × "
	}
	var below Markup
	for i, p := range g.Below {
		if i > 0 {
			below += joint
		}
		below += v.provision(p) + v.promised(p, g)
	}
	switch g.Kind {
	case slm.SupportUnsigned:
		key := "chain.unsigned"
		if g.State.Binding() { // and yet it binds nobody: it is over
			key = "chain.over"
		}
		return v.say(key, "above", above, "below", below, "state", v.say("state."+string(g.State)), "code", g.Below[0].Agreement, "carried", g.Above.Agreement)
	case slm.SupportLate:
		return v.say("chain.later", "above", above, "below", below, "day", v.day(g.Begins, r.At), "from", v.day(g.From, r.At))
	case slm.SupportEnds:
		if g.Endless {
			return v.say("chain.endless", "above", above, "below", below, "sure", v.dated(g.Sure, r))
		}
		return v.say("chain.sooner", "above", above, "below", below, "sure", v.dated(g.Sure, r), "until", v.dated(g.Until, r))
	case slm.SupportClosed:
		return v.say("chain.hours", "above", above, "below", below, "missing", v.spell(g.Missing),
			"first", v.at(g.First.From, r.At), "to", Markup(g.First.To.In(v.zone).Format("15:04")))
	case slm.SupportWeak:
		return v.say("chain.level", "above", above, "below", below, "promised", g.Promised, "carried", g.Carried)
	case slm.SupportLong:
		return v.say("chain.window", "above", above, "below", below, "window", v.over(g.Window), "longer", v.over(g.Longer))
	}
	return v.say("chain.time", "above", above, "below", below, "within", v.spell(g.Within), "needed", v.spell(g.Needed))
}

// provision names a place in an agreement.
func (v voice) provision(p slm.Provision) Markup {
	a := v.dir.Agreement(p.Agreement)
	if a != nil && p.Target != "" {
		for _, t := range a.Targets {
			if t.Key == p.Target {
				return v.say("chain.target", "code", p.Agreement, "target", v.text(t.Name), "field", v.say("chain.key."+p.Field))
			}
		}
	}
	return v.say("chain.field", "code", p.Agreement, "field", v.say("chain.key."+p.Field))
}

// promised gives what a support promises, where several add up or multiply.
func (v voice) promised(p slm.Provision, g slm.ChainGap) Markup {
	a := v.dir.Agreement(p.Agreement)
	if a == nil || g.Kind != slm.SupportWeak && g.Kind != slm.SupportSlow {
		return ""
	}
	for _, t := range a.Targets {
		switch {
		case t.Key != p.Target:
		case g.Kind == slm.SupportSlow:
			return v.say("chain.value", "value", v.spell(t.Within))
		default:
			return v.say("chain.value", "value", t.Objective)
		}
	}
	return ""
}

// over tells the time over which something is judged.
func (v voice) over(w slm.Window) Markup {
	switch w.Unit {
	case slm.Quarter:
		return v.say("over.quarter")
	case slm.Year:
		return v.say("over.year")
	case slm.Rolling:
		return v.say("term.days", "n", w.Days)
	}
	return v.say("over.month")
}

// spell tells a length of open time in hours, minutes and seconds.
func (v voice) spell(d time.Duration) Markup {
	h, m, s := int64(d/time.Hour), int64(d/time.Minute)%60, int64(d/time.Second)%60
	var parts []string
	if h > 0 {
		parts = append(parts, string(v.say("spell.h", "n", count(h))))
	}
	if m > 0 {
		parts = append(parts, string(v.say("spell.m", "n", m)))
	}
	if s > 0 {
		parts = append(parts, string(v.say("spell.s", "n", s)))
	}
	return Markup(strings.Join(parts, " "))
}
