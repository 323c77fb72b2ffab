package commands

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"steward/slm"
	"steward/store"
)

var status = Command{Name: "status", Usage: "usage.status", About: "about.status", Run: runStatus}

// shown is how many agreements one status shows: each takes two of the fifty
// blocks of a message, and people read no further.
const shown = 15

// runStatus shows how promises stand this month, worst first: of an agreement,
// of a service, or of what the person has to do with.
func runStatus(ctx context.Context, d *Desk, r Request) (Reply, error) {
	title, agreements, err := d.asked(r)
	if err != nil {
		return Reply{}, err
	}
	accounts, err := d.accounts(ctx, r, agreements)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	reply := Reply{Text: title + "\n" + v.tally(accounts), Parts: []Part{{Body: title + "\n" + v.tally(accounts)}}}
	alone := r.Text != "" && len(accounts) == 1
	if alone {
		reply.About = accounts[0].Code
	}
	for _, a := range accounts[:min(shown, len(accounts))] {
		parts, err := d.statusOf(ctx, r, a, alone)
		if err != nil {
			return Reply{}, err
		}
		reply.Parts = append(reply.Parts, parts...)
	}
	if more := len(accounts) - shown; more > 0 {
		reply.Parts = append(reply.Parts, Part{Note: v.say("status.more", "n", more)})
	}
	return reply, nil
}

// asked gives the agreements that a status is about, with a title for them.
func (d *Desk) asked(r Request) (Markup, []*slm.Agreement, error) {
	v := r.voice()
	if r.Text == "" {
		if agreements := mine(r); len(agreements) > 0 {
			return v.say("status.mine"), agreements, nil
		}
		var all []*slm.Agreement
		for i := range r.Dir.Agreements {
			all = append(all, &r.Dir.Agreements[i])
		}
		return v.say("status.all"), all, nil
	}
	a, s, err := d.find(r, r.Text)
	if err != nil {
		return "", nil, err
	}
	if a != nil {
		return v.say("who.about", "code", a.Code, "title", v.text(a.Title)), []*slm.Agreement{a}, nil
	}
	return v.say("who.about", "code", s.Code, "title", v.text(s.Name)), agreementsOn(r.Dir, s.Code), nil
}

// mine gives the agreements that the person holds a role for or is party to.
func mine(r Request) []*slm.Agreement {
	if r.Person == nil {
		return nil
	}
	var roles []slm.RoleKey
	for _, role := range r.Dir.Roles {
		roles = append(roles, role.Key)
	}
	var found []*slm.Agreement
	for i := range r.Dir.Agreements {
		a := &r.Dir.Agreements[i]
		party := r.Person.Party != "" && (a.Consumer == r.Person.Party || a.Provider == r.Person.Party)
		if party || r.Dir.Holds(r.Person.ID, slm.Scope{Kind: slm.AgreementScope, Code: a.Code}, r.At, roles...) {
			found = append(found, a)
		}
	}
	return found
}

// an account is an agreement with how its targets stand.
type account struct {
	*slm.Agreement
	readings []store.Reading
}

// accounts reads how agreements stand, and puts the worst first.
func (d *Desk) accounts(ctx context.Context, r Request, agreements []*slm.Agreement) ([]account, error) {
	var all []account
	for _, a := range agreements {
		readings, err := d.db.Readings(ctx, a, r.At)
		if err != nil {
			return nil, err
		}
		slices.SortStableFunc(readings, func(a, b store.Reading) int { return gravity(a.Standing) - gravity(b.Standing) })
		all = append(all, account{a, readings})
	}
	slices.SortStableFunc(all, func(a, b account) int { return gravity(a.worst()) - gravity(b.worst()) })
	return all, nil
}

// worst gives the standing of the target that stands worst.
func (a account) worst() slm.Standing {
	if len(a.readings) == 0 {
		return slm.Unknown
	}
	return a.readings[0].Standing
}

// gravity orders standings by how much they want to be looked at. What is not
// known comes before what is kept: it may be anything.
func gravity(s slm.Standing) int {
	return slices.Index([]slm.Standing{slm.Breached, slm.AtRisk, slm.Unknown, slm.Kept}, s)
}

// tally counts the targets by standing, worst first.
func (v voice) tally(accounts []account) Markup {
	counts := map[slm.Standing]int{}
	for _, a := range accounts {
		for _, reading := range a.readings {
			counts[reading.Standing]++
		}
	}
	var parts []string
	for _, s := range []slm.Standing{slm.Breached, slm.AtRisk, slm.Unknown, slm.Kept} {
		if n := counts[s]; n > 0 {
			parts = append(parts, string(v.say("status.tally", "mark", standingMark(s), "n", n, "standing", v.say("standing."+string(s)))))
		}
	}
	if len(parts) == 0 {
		return v.say("status.none")
	}
	return Markup(strings.Join(parts, "  "))
}

// statusOf shows one agreement: each target, standing first, and who answers
// for it. Alone it stands under its own title, with charts.
func (d *Desk) statusOf(ctx context.Context, r Request, a account, alone bool) ([]Part, error) {
	v := r.voice()
	var lines []string
	if !alone {
		lines = append(lines, string(v.say("status.agreement", "code", a.Code, "title", v.text(a.Title))))
	}
	var charts []Part
	for _, reading := range a.readings {
		o, err := d.outlookOf(ctx, r, a.Agreement, reading)
		if err != nil {
			return nil, err
		}
		if lines = append(lines, string(v.reading(reading))); o.words != "" {
			lines = append(lines, string(v.say("status.outlook", "words", o.words)))
		}
		if alone && len(charts) < chartsShown {
			charts = append(charts, v.charts(reading.Target, o.course.Days, o.forecast, reading.Period, v.zoneOf(a.Code), r.At)...)
		}
	}
	if len(a.readings) == 0 {
		lines = append(lines, string(v.say("status.none")))
	}
	open, err := d.db.OpenBreaches(ctx, a.Code, 1)
	if err != nil {
		return nil, err
	}
	parts := append([]Part{{Body: Markup(strings.Join(lines, "\n"))}}, charts...)
	if len(open) > 0 {
		parts[0].Accessory = &Button{Label: v.plain("button.explain"), Action: explain.ID, Value: strconv.FormatInt(open[0].ID, 10)}
	}
	rungs := r.Dir.Responsible(a.AlertRole, slm.Scope{Kind: slm.AgreementScope, Code: a.Code}, r.At)
	return append(parts, Part{Note: v.say("status.who", "person", v.rung(rungs[lead(rungs)], r), "role", v.role(rungs[lead(rungs)].Role))}), nil
}

// reading says how one target stands. A figure carries its coverage.
func (v voice) reading(r store.Reading) Markup {
	switch {
	case r.Standing != slm.Unknown:
		return v.say("status.line", "mark", standingMark(r.Standing), "standing", v.say("standing."+string(r.Standing)),
			"target", v.text(r.Target.Name), "attained", v.figure(r), "objective", v.promise(r.Target),
			"coverage", wholePercent(r.Coverage), "period", v.period(r.Target.Window, r.Period))
	case r.Target.Kind == slm.ClockTarget:
		return v.say("status.cases", "target", v.text(r.Target.Name), "objective", v.promise(r.Target))
	}
	return v.say("status.unknown", "target", v.text(r.Target.Name), "objective", v.promise(r.Target), "period", v.period(r.Target.Window, r.Period))
}

// wholePercent rounds down to whole per cent, but never something to nothing.
func wholePercent(s slm.Share) Markup {
	if s > 0 && s < 10_000 {
		return "&lt; 1 %"
	}
	return Markup(strconv.FormatInt(int64(s)/10_000, 10) + " %")
}

func standingMark(s slm.Standing) Markup {
	switch s {
	case slm.Kept:
		return ":large_green_circle:"
	case slm.AtRisk:
		return ":large_orange_circle:"
	case slm.Breached:
		return ":red_circle:"
	}
	return ":white_circle:"
}
