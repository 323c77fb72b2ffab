package commands

import (
	"context"

	"steward/slm"
	"steward/store"
)

var renewals = Command{Name: "renewals", About: "about.renewals", Run: runRenewals}

// renewalsShown is how many decisions one answer lists.
const renewalsShown = 30

// runRenewals lists what has to be decided within a year: which agreements end
// or are prolonged, and by when notice has to be given.
func runRenewals(_ context.Context, _ *Desk, r Request) (Reply, error) {
	v := r.voice()
	all := r.Dir.Decisions(r.At, r.At.AddDate(1, 0, 0))
	if len(all) == 0 {
		return Reply{Text: v.say("renewals.none")}, nil
	}
	title := v.say("renewals.title", "n", len(all))
	lines := title
	for _, x := range all[:min(renewalsShown, len(all))] {
		a := r.Dir.Agreement(x.Agreement)
		key := "renewals.line"
		if x.By < slm.DateOf(r.At.In(v.zoneOf(a.Code))) {
			key = "renewals.late"
		}
		lines += "\n" + v.say(key, "by", v.dated(x.By, r), "code", a.Code, "title", v.text(a.Title),
			"what", v.ending(a, x.TermEnd, r), "who", v.managedBy(a, r))
	}
	if more := len(all) - renewalsShown; more > 0 {
		lines += "\n" + v.say("list.more", "n", more)
	}
	return Reply{Text: title, Parts: []Part{{Body: lines}}}, nil
}

// managedBy names who manages an agreement.
func (v voice) managedBy(a *slm.Agreement, r Request) Markup {
	for _, rung := range r.Dir.Responsible(slm.ServiceLevelManager, slm.Scope{Kind: slm.AgreementScope, Code: a.Code}, r.At) {
		if rung.Person != nil {
			return v.who(rung.Person)
		}
	}
	return v.say("rung.none")
}

// ending says what becomes of an agreement at the end of a term.
func (v voice) ending(a *slm.Agreement, e slm.TermEnd, r Request) Markup {
	if e.Renews {
		return v.say("ending.renews", "last", v.dated(e.Last, r), "notice", v.dated(e.Notice, r), "term", v.term(a.Renewal))
	}
	return v.say("ending.ends", "last", v.dated(e.Last, r))
}

// dated tells a date, without the year if it is this one.
func (v voice) dated(d slm.Date, r Request) Markup {
	now := r.At.In(v.zone)
	v.zone = now.Location()
	return v.day(d.In(v.zone, 0), now)
}

// term tells a length of time on the calendar.
func (v voice) term(t slm.Term) Markup {
	switch {
	case t.Days == 0:
		return v.say("term.months", "n", t.Months)
	case t.Months == 0:
		return v.say("term.days", "n", t.Days)
	}
	return v.say("term.both", "n", t.Months, "m", t.Days)
}

// termOf is term for one that may be none, of which nothing is said.
func (v voice) termOf(t slm.Term) Markup {
	if t == (slm.Term{}) {
		return ""
	}
	return v.term(t)
}

// life says in which state an agreement is, since when its version holds, and
// what becomes of it.
func (v voice) life(ctx context.Context, d *Desk, a *slm.Agreement, r Request) (Markup, error) {
	version, err := d.db.VersionAt(ctx, a.Code, r.At)
	if err != nil {
		return "", err
	}
	line := v.say("show.state", "state", v.say("state."+string(a.State)))
	if version != nil {
		line = v.say("show.since", "state", v.say("state."+string(a.State)), "day", v.date(version.At, r.At), "by", v.author(version.By))
	}
	if e, ends := a.NextNotice(r.At); ends && a.State.Binding() && a.State != slm.Terminated && a.State != slm.Expired {
		line += " · " + v.ending(a, e, r)
	} else if !ends && !a.Notice.IsZero() {
		line += " · " + v.say("ending.open", "term", v.term(a.Notice))
	}
	return line, nil
}

// drawMoves tells somebody what time has done to agreements.
func (v voice) drawMoves(r Request, p store.Ping) Reply {
	text := v.say("moved.title", "n", len(p.Why.Moves))
	lines := text
	for i, m := range p.Why.Moves {
		if i == renewalsShown {
			lines += "\n" + v.say("list.more", "n", len(p.Why.Moves)-i)
			break
		}
		a := v.dir.Agreement(m.Agreement)
		if a == nil {
			continue
		}
		lines += "\n" + v.say("moved.line", "code", a.Code, "title", v.text(a.Title), "what", v.moved(a, m, r))
	}
	return Reply{Text: text, Parts: []Part{{Body: lines}, {Note: v.say("moved.note")}}}
}

func (v voice) moved(a *slm.Agreement, m slm.Move, r Request) Markup {
	switch {
	case m.To == slm.Expired:
		return v.say("moved.over")
	case m.To == slm.Expiring && m.Term != nil:
		return v.ending(a, *m.Term, r)
	case m.From == slm.Expiring && m.Term != nil:
		return v.say("moved.prolonged", "last", v.dated(m.Term.Last, r), "notice", v.dated(m.Term.Notice, r))
	}
	return v.say("moved.begun")
}
