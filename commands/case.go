package commands

import (
	"context"
	"slices"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

var oneCase = Command{Name: "case", Usage: "usage.case", About: "about.case", Run: runCase}

// sameName is how many cases of one name an answer shows: sources do not agree
// on whose numbers are whose.
const sameName = 3

// runCase shows how a case stands and why, interval by interval.
func runCase(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if r.Text == "" {
		return Reply{}, slm.Refuse(slm.Invalid, "usage").Try("/sla case INC-…")
	}
	found, err := d.db.CasesNamed(ctx, r.Text, sameName, r.At)
	if err != nil {
		return Reply{}, err
	}
	found = slices.DeleteFunc(found, func(c store.CaseView) bool { return r.Dir.Agreement(c.Agreement) == nil }) // not for guests
	if len(found) == 0 {
		return Reply{}, slm.Refuse(slm.NotFound, "case", "ref", r.Text).Try("/sla cases")
	}
	v := r.voice()
	reply := Reply{}
	for _, c := range found {
		one := v.drawCase(r, c, 0)
		if reply.Text == "" {
			reply.Text, reply.About = one.Text, one.About
		}
		reply.Parts = append(reply.Parts, one.Parts...)
	}
	return reply, nil
}

// showCase is runCase behind a button.
var showCase = Click{ID: "case", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	id, err := number(r)
	if err != nil {
		return Reply{}, err
	}
	c, err := d.db.Case(ctx, id, r.At)
	if err != nil {
		return Reply{}, err
	}
	if r.Dir.Agreement(c.Agreement) == nil {
		return Reply{}, slm.Refuse(slm.NotFound, "case", "ref", r.Value)
	}
	return r.voice().drawCase(r, c, 0), nil
}}

// drawCase shows the clocks of a case, or of one target only, each with its
// timeline.
func (v voice) drawCase(r Request, c store.CaseView, target int64) Reply {
	head := v.say("case.head", "ref", caseRef(c), "code", c.Agreement, "source", inCode(c.Source))
	if c.Priority != "" {
		head = v.say("case.prioritised", "head", head, "priority", c.Priority)
	}
	reply := Reply{Text: head, About: c.Agreement, Parts: []Part{{Body: head}}}
	shown := false
	for i := range c.Clocks {
		clock := &c.Clocks[i]
		if target != 0 && clock.Of.ID != target {
			continue
		}
		shown = true
		reply.Parts = append(reply.Parts, Part{Body: v.clockLine(clock, r) + v.timeline(clock, c, r)})
	}
	if !shown {
		reply.Parts = append(reply.Parts, Part{Body: v.say("case.noclocks")})
	}
	return reply
}

// clockLine says how one clock stands.
func (v voice) clockLine(c *slm.CaseClock, r Request) Markup {
	left := v.say("case.left", "left", v.lasts(c.Left()))
	switch {
	case c.State == slm.Stopped:
		left = ""
	case c.Left() < 0:
		left = v.say("case.over", "left", v.lasts(-c.Left()))
	}
	line := v.say("case.clock", "mark", standingMark(c.Standing), "target", v.text(c.Of.Name), "standing", v.say("standing."+string(c.Standing)),
		"used", v.lasts(c.Used), "within", v.lasts(c.Terms.Within), "left", left, "now", v.clockNow(c, r))
	if c.Open() && !c.Due.IsZero() {
		line += "\n" + v.due(c, r)
	}
	return line
}

// stretchesShown is how many lines a timeline has.
const stretchesShown = 15

// timeline tells what the clock did when, and the sum. Of a long one the
// beginning is left out and said.
func (v voice) timeline(c *slm.CaseClock, of store.CaseView, r Request) Markup {
	all := slm.Timeline(c.Hours, slm.EventsFor(c.Of.Clock, of.Reports), r.At)
	if len(all) == 0 {
		return ""
	}
	lines := Markup("")
	if more := len(all) - stretchesShown; more > 0 {
		sum := all[0]
		for _, s := range all[1:more] {
			sum.Open += s.Open
		}
		lines += "\n" + v.say("case.earlier", "n", more, "open", v.lasts(sum.Open))
		all = all[more:]
	}
	special := v.specialDays(c, r.At)
	for _, s := range all {
		lines += "\n" + v.say("stretch."+string(s.What), "from", v.at(s.From, r.At), "to", v.at(s.To, s.From), "open", v.lasts(s.Open)) +
			v.holidays(s, special, c.Hours.Zone())
	}
	return lines + "\n" + v.say("case.sum", "used", v.lasts(c.Used), "within", v.lasts(c.Terms.Within), "calendar", c.Terms.Calendar, "zone", c.Hours.Zone().String())
}

// specialDays gives the holidays and make-up working days in the life of a
// clock, as its calendar has them now.
func (v voice) specialDays(c *slm.CaseClock, now time.Time) []slm.SpecialDay {
	calendar := v.dir.NamedCalendar(c.Terms.Calendar)
	if calendar == nil || c.Started.IsZero() {
		return nil
	}
	zone := c.Hours.Zone()
	days, err := calendar.SpecialDays(slm.DateOf(c.Started.In(zone)), slm.DateOf(now.In(zone)))
	if err != nil {
		return nil // it is an ornament: the hours themselves are those of the clock
	}
	return days
}

// holidays says which holidays lie in a closed stretch, and which working day
// makes up for one in a stretch that counts.
func (v voice) holidays(s slm.Stretch, special []slm.SpecialDay, zone *time.Location) Markup {
	var names []string
	for _, day := range special {
		name := day.Name.In(v.lang)
		if !(slm.Period{From: day.Date.In(zone, 0), To: (day.Date + 1).In(zone, 0)}).Overlaps(s.Period) || name == "" || slices.Contains(names, name) {
			continue
		}
		if s.What == slm.Closed && len(day.Hours) == 0 {
			names = append(names, name)
		}
		if s.What == slm.Counts && day.MakeUp {
			names = append(names, v.plain("stretch.makeup", "name", name))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return v.say("stretch.named", "names", strings.Join(names, ", "))
}
