package commands

import (
	"context"
	"strconv"
	"time"

	"steward/slm"
	"steward/store"
)

// lasts tells a length of open time, such as "30 h 20 min": to the minute,
// rounded down, and to the second below a minute. It has no days, whose length
// a calendar would have to say.
func (v voice) lasts(d time.Duration) Markup {
	hours, minutes := int64(d/time.Hour), int64(d/time.Minute)%60
	switch {
	case d < time.Minute:
		return v.say("unit.s", "n", int64(d/time.Second))
	case hours == 0:
		return v.say("unit.min", "n", minutes)
	case minutes == 0:
		return v.say("unit.h", "n", hours)
	}
	return v.say("unit.h", "n", hours) + " " + v.say("unit.min", "n", minutes)
}

// caseRef names a case, as a link to its source if there is one.
func caseRef(c store.CaseView) Markup {
	if c.Link == "" {
		return Markup(escape(c.Ref))
	}
	return Markup("<" + escape(c.Link) + "|" + escape(c.Ref) + ">")
}

// clockNow says what the clock of a case does now; nil is one that is void. It
// says nothing that becomes wrong by time alone: messages are not edited then.
func (v voice) clockNow(c *slm.CaseClock, r Request) Markup {
	if c == nil || c.State == slm.Cancelled {
		return v.say("clock.void")
	}
	if c.Left() < 0 {
		return v.say("clock.late."+string(c.State), "since", v.at(c.Since, r.At), "left", v.lasts(-c.Left()))
	}
	return v.say("clock."+string(c.State), "since", v.at(c.Since, r.At), "left", v.lasts(c.Left()))
}

// due tells when a clock is due; in a pause nobody can say.
func (v voice) due(c *slm.CaseClock, r Request) Markup {
	if c == nil || c.Due.IsZero() {
		return v.say("clock.nodue")
	}
	return v.say("clock.due", "due", v.at(c.Due, r.At))
}

// drawWarning shows that a case is about to break a promise, and then what
// became of it.
func (v voice) drawWarning(r Request, p store.Ping, c store.CaseView) Reply {
	clock := c.Clock(p.Target)
	mark := standingMark(slm.Unknown)
	if clock != nil && clock.State != slm.Cancelled {
		mark = standingMark(clock.Standing)
	}
	head := v.say("warning.head", "mark", mark, "code", c.Agreement, "ref", caseRef(c), "target", v.targetName(c.Agreement, p.Target))
	if clock == nil || !clock.Open() {
		now := v.clockNow(clock, r)
		if clock != nil && clock.Standing == slm.Breached {
			now = v.say("warning.late", "at", v.at(clock.Decided, r.At))
		}
		return Reply{Text: head + "\n" + now, About: c.Agreement, Parts: []Part{{Body: head}, {Body: now}, {Buttons: v.caseButtons(c)}}}
	}
	fields := []Markup{
		v.due(clock, r),
		v.say("warning.used", "within", v.lasts(clock.Terms.Within), "percent", clock.Warned()),
		v.say("breach.you", "role", v.role(p.Why.Role), "cover", v.asCover(p.Why)),
		v.say("clock.now", "now", v.clockNow(clock, r)),
	}
	return Reply{Text: head, About: c.Agreement, Parts: []Part{{Body: head}, {Fields: fields}, {Body: v.say("warning.do")}, {Buttons: v.caseButtons(c)}}}
}

// caseButtons are the ways on from a message about a case.
func (v voice) caseButtons(c store.CaseView) []Button {
	return []Button{{Label: v.plain("button.explain"), Action: showCase.ID, Value: strconv.FormatInt(c.ID, 10)}}
}

// breachHead is the first line about a breach: of a period, or of the case, as
// far as that is known.
func (v voice) breachHead(mark Markup, b store.BreachView, c *store.CaseView) Markup {
	if b.Case != 0 {
		ref := Markup(escape(b.CaseRef))
		if c != nil {
			ref = caseRef(*c)
		}
		return v.say("case.late", "mark", mark, "code", b.Agreement, "ref", ref, "target", v.target(b.Breach))
	}
	if b.Bound.Sense != "" {
		return v.say("breach.value", "mark", mark, "code", b.Agreement, "target", v.target(b.Breach),
			"value", v.valueBroken(b), "sense", v.say("sense."+string(b.Bound.Sense)), "bound", b.Bound.Number())
	}
	return v.say("breach.head", "mark", mark, "code", b.Agreement, "target", v.target(b.Breach), "attained", b.Attained, "objective", b.Objective)
}

// corrected says that a breach turned out to be none, and why; or nothing.
func (v voice) corrected(b store.BreachView, r Request) Markup {
	at, corrected := b.Corrected()
	if !corrected {
		return ""
	}
	why := b.Events[len(b.Events)-1].Why
	for _, e := range b.Events {
		if e.Kind == "corrected" {
			why = e.Why
		}
	}
	return v.say("breach.corrected", "at", v.at(at, r.At), "why", v.because(why))
}

// caseFacts are what a message about the breach of a case says of it.
func (v voice) caseFacts(r Request, b store.BreachView, c store.CaseView) []Markup {
	clock := c.Clock(b.Target)
	within := time.Duration(0)
	if clock != nil {
		within = clock.Terms.Within
	}
	return []Markup{
		v.say("case.within", "since", v.at(b.Since, r.At), "within", v.lasts(within)),
		v.say("clock.now", "now", v.clockNow(clock, r)),
	}
}

// explainCase shows what was counted for a case, and who was told of its
// breach, when and why.
func (d *Desk) explainCase(ctx context.Context, r Request, b store.BreachView) (Reply, error) {
	c, err := d.db.Case(ctx, b.Case, r.At)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	reply := v.drawCase(r, c, b.Target)
	reply.Parts = append(reply.Parts, Part{Body: v.say("explain.told") + v.history(b, r)},
		Part{Note: v.say("explain.pinned", "version", b.Version, "found", v.at(b.FoundAt, r.At), "id", b.ID)})
	return reply, nil
}
