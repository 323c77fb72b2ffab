package commands

import (
	"context"
	"slices"

	"steward/slm"
	"steward/store"
)

var cases = Command{Name: "cases", Usage: "usage.cases", About: "about.cases", Run: runCases}

// casesShown is how many cases one list shows.
const casesShown = 10

// runCases shows which cases are due next: of all agreements, or of one, and
// of that also how many cases were in time, with the late ones behind it.
func runCases(ctx context.Context, d *Desk, r Request) (Reply, error) {
	v := r.voice()
	if r.Text != "" {
		a, err := d.agreement(r, "/sla cases SLA-…")
		if err != nil {
			return Reply{}, err
		}
		return d.casesOf(ctx, r, a)
	}
	var targets []int64
	for i := range r.Dir.Agreements {
		for _, t := range clocksIn(&r.Dir.Agreements[i]) {
			targets = append(targets, t.ID)
		}
	}
	next, err := d.db.NextCases(ctx, targets, casesShown)
	if err != nil {
		return Reply{}, err
	}
	text := v.say("cases.next")
	return Reply{Text: text, Parts: []Part{{Body: text + v.nextCases(next, r)}}}, nil
}

// clocksIn gives the targets of an agreement that are about cases.
func clocksIn(a *slm.Agreement) []slm.Target {
	return slices.DeleteFunc(slices.Clone(a.Targets), func(t slm.Target) bool { return t.Kind != slm.ClockTarget })
}

// casesOf shows the cases of one agreement.
func (d *Desk) casesOf(ctx context.Context, r Request, a *slm.Agreement) (Reply, error) {
	v := r.voice()
	clocks := clocksIn(a)
	if len(clocks) == 0 {
		return Reply{}, slm.Refuse(slm.NotFound, "case.noclock", "code", a.Code).Try("/sla show " + a.Code)
	}
	head := v.say("who.about", "code", a.Code, "title", v.text(a.Title))
	reply := Reply{Text: head, About: a.Code, Parts: []Part{{Body: head}}}
	var targets []int64
	for _, t := range clocks {
		targets = append(targets, t.ID)
		body, err := d.share(ctx, r, t, t.Window.At(r.At, v.zoneOf(a.Code)))
		if err != nil {
			return Reply{}, err
		}
		reply.Parts = append(reply.Parts, Part{Body: body})
	}
	next, err := d.db.NextCases(ctx, targets, casesShown)
	reply.Parts = append(reply.Parts, Part{Body: v.say("cases.next") + v.nextCases(next, r)})
	return reply, err
}

// share says how many cases of a target were in time in a window, what is
// still possible with those that are open now, and which were late.
func (d *Desk) share(ctx context.Context, r Request, t slm.Target, window slm.Period) (Markup, error) {
	v := r.voice()
	sum, err := d.db.DecidedCases(ctx, t.ID, window)
	if err != nil {
		return "", err
	}
	level := slm.Judge(t.Objective, sum)
	body := v.say("cases.share", "mark", standingMark(level.Standing), "target", v.text(t.Name), "good", count(sum.Good), "total", count(sum.Total),
		"attained", level.Attained, "objective", v.promise(t), "period", v.period(t.Window, window))
	if sum.Total == 0 {
		body = v.say("cases.none", "mark", standingMark(slm.Unknown), "target", v.text(t.Name), "objective", v.promise(t), "period", v.period(t.Window, window))
	}
	if window.Contains(r.At) {
		open, err := d.db.OpenCases(ctx, t.ID)
		if err != nil {
			return "", err
		}
		body += v.withOpen(t, sum, open)
	}
	late, err := d.db.LateCases(ctx, t.ID, window, casesShown)
	for _, c := range late {
		body += "\n" + v.say("cases.late", "ref", lineRef(c), "at", v.at(*c.Decided, r.At), "within", v.lasts(c.Within))
	}
	if more := sum.Total - sum.Good - int64(len(late)); more > 0 {
		body += "\n" + v.say("list.more", "n", more)
	}
	return body, err
}

// withOpen says between what the share of a target can still end up with the
// cases that are open.
func (v voice) withOpen(t slm.Target, sum slm.Sum, open int64) Markup {
	if open == 0 {
		return ""
	}
	best := slm.Judge(t.Objective, slm.Sum{Good: sum.Good + open, Total: sum.Total + open})
	worst := slm.Judge(t.Objective, slm.Sum{Good: sum.Good, Total: sum.Total + open})
	return "\n" + v.say("cases.open", "n", open, "best", best.Attained, "worst", worst.Attained)
}

// nextCases lists clocks with their due times, a line each.
func (v voice) nextCases(next []store.CaseLine, r Request) Markup {
	if len(next) == 0 {
		return "\n" + v.say("cases.nothing")
	}
	lines := Markup("")
	for _, c := range next {
		lines += "\n" + v.say("cases.line", "mark", standingMark(c.Standing), "ref", lineRef(c), "code", c.Agreement,
			"target", v.targetName(c.Agreement, c.Target), "due", v.at(*c.Due, r.At))
	}
	return lines
}

func lineRef(c store.CaseLine) Markup { return caseRef(store.CaseView{Ref: c.Ref, Link: c.Link}) }

// explainShare shows which cases are behind the breach of a share of cases, as
// is known by now, and who was told of it.
func (d *Desk) explainShare(ctx context.Context, r Request, b store.BreachView, t slm.Target) (Reply, error) {
	v := r.voice()
	title := v.say("explain.title", "code", b.Agreement, "target", v.target(b.Breach))
	zone := v.zoneOf(b.Agreement)
	body, err := d.share(ctx, r, t, slm.Period{From: b.Period.From.In(zone), To: b.Period.To.In(zone)})
	if err != nil {
		return Reply{}, err
	}
	return Reply{Text: title, Parts: []Part{
		{Head: unescape(string(title))},
		{Body: v.say("cases.found", "good", count(b.Good), "total", count(b.Total), "attained", b.Attained, "ref", b.Key, "at", v.at(b.FoundAt, r.At))},
		{Body: body},
		{Body: v.say("explain.told") + v.history(b, r)},
		{Note: v.say("explain.pinned", "version", b.Version, "found", v.at(b.FoundAt, r.At), "id", b.ID)},
	}}, nil
}
