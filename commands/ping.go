package commands

import (
	"context"
	"slices"

	"steward/slm"
	"steward/store"
)

// Still reports whether a ping that was not sent yet is still to be sent: not
// when somebody has answered for the breach, and only to somebody who stands
// on the ladder now. The reason is for the record.
func (d *Desk) Still(ctx context.Context, p store.Ping, r Request) (ok bool, rule store.Rule, why string, err error) {
	switch p.Kind {
	case "breach":
		b, err := d.db.Breach(ctx, p.Breach)
		if err != nil {
			return false, "", "", err
		}
		if _, corrected := b.Corrected(); corrected || !b.Follow.Open() {
			return false, "", "answered, or no breach", nil
		}
		if !onLadder(r, b.Agreement, p.Person) {
			return false, store.ByReroute, "not responsible any more", nil
		}
	case "warning":
		if p.Case == 0 {
			a, reading, err := d.warned(ctx, p, r)
			if err != nil || a == nil || reading.Standing != slm.AtRisk {
				return false, "", "decided", err
			}
			return onLadder(r, a.Code, p.Person), "", "not responsible any more", nil
		}
		c, err := d.db.Case(ctx, p.Case, r.At)
		if err != nil {
			return false, "", "", err
		}
		if clock := c.Clock(p.Target); clock == nil || !clock.Open() {
			return false, "", "decided", nil
		}
		return onLadder(r, c.Agreement, p.Person), "", "not responsible any more", nil
	case "survey":
		s, err := d.db.Survey(ctx, p.Survey)
		if err != nil {
			return false, "", "", err
		}
		return s.OpenAt(r.At), "", "round closed", nil
	case "notice":
		if p.Why.Rule == "questions" {
			_, n, err := d.db.Questions(ctx, 1)
			return n > 0, "", "settled", err
		}
	}
	return true, "", "", nil
}

// onLadder reports whether a person stands on the ladder of an agreement.
func onLadder(r Request, code string, person int64) bool {
	a := r.Dir.Agreement(code)
	return a != nil && slices.ContainsFunc(r.Dir.Ladder(a, r.At), func(rung slm.Rung) bool {
		return rung.Person != nil && rung.Person.ID == person
	})
}

// Draw shows a ping to its person, as things stand now.
func (d *Desk) Draw(ctx context.Context, p store.Ping, r Request) (Reply, error) {
	v := r.voice()
	switch p.Kind {
	case "breach":
		b, err := d.db.Breach(ctx, p.Breach)
		if err != nil {
			return Reply{}, err
		}
		if p.Why.Round > 0 {
			return v.drawReminder(r, b), nil
		}
		if b.Case == 0 {
			return v.drawBreach(r, p, b, nil), nil
		}
		c, err := d.db.Case(ctx, b.Case, r.At)
		return v.drawBreach(r, p, b, &c), err
	case "warning":
		if p.Case == 0 {
			return d.drawLevelWarning(ctx, r, p)
		}
		c, err := d.db.Case(ctx, p.Case, r.At)
		return v.drawWarning(r, p, c), err
	case "survey":
		s, err := d.db.Survey(ctx, p.Survey)
		if err != nil {
			return Reply{}, err
		}
		a, err := d.db.Answer(ctx, p.Survey, p.Person)
		if err != nil {
			return Reply{}, err
		}
		return v.drawSurvey(r, s, a), nil
	}
	if p.Kind == "notice" && p.Why.Rule == "taught" {
		return d.drawTaught(ctx, p, r)
	}
	if p.Kind == "notice" && p.Why.Rule == "questions" {
		return d.listQuestions(ctx, r)
	}
	if p.Kind == "notice" && p.Why.Rule == "proposal" {
		return d.drawProposal(ctx, r, p.Why.Propose)
	}
	if p.Kind == "notice" {
		return v.drawNotice(r, p), nil
	}
	if p.Why.Rule == "exclusion" {
		return d.drawExclusion(ctx, p, r)
	}
	text := v.say("request.body", "person", v.person(p.Why.By), "command", p.Why.Ask)
	return Reply{Text: text, Parts: []Part{{Body: text}, {Note: v.say("request.note")}}}, nil
}

// drawNotice tells somebody what was entered about them.
func (v voice) drawNotice(r Request, p store.Ping) Reply {
	if p.Why.Rule == "cover" {
		c := slm.Cover{Person: p.Why.For, From: *p.Why.From, To: *p.Why.To}
		key := "cover.told"
		if p.Person == c.Person {
			key = "cover.entered"
		}
		return Reply{Text: v.say(key, "by", v.person(p.Why.By), "for", v.nameOf(c.Person), "from", v.starts(&c, r.At), "until", v.until(&c, r.At))}
	}
	if p.Why.Rule == "merged" || p.Why.Rule == "unmerged" {
		return v.drawMerge(p)
	}
	if p.Why.Rule == "moved" {
		return v.drawMoves(r, p)
	}
	if p.Why.Rule == "gaps" {
		return v.drawGaps(r, p.Why.Gaps)
	}
	if p.Why.Rule == "silence" {
		return v.drawSilence(r, p.Why.Silences)
	}
	scope := slm.Scope{Kind: slm.Organisation}
	if p.Why.Scope != "" {
		scope = slm.Scope{Kind: slm.ServiceScope, Code: p.Why.Scope}
		if v.dir.Agreement(p.Why.Scope) != nil {
			scope.Kind = slm.AgreementScope
		}
	}
	return Reply{Text: v.say("assign.told", "by", v.person(p.Why.By), "role", v.role(p.Why.Role), "scope", v.scope(scope, r),
		"day", v.date(*p.Why.From, r.At), "command", "/sla role "+string(p.Why.Role))}
}

// gapsShown is how many gaps one message lists.
const gapsShown = 20

// drawGaps tells the process owner where nobody can be reached, and which
// covers end.
func (v voice) drawGaps(r Request, gaps []slm.Gap) Reply {
	var open, ending []Markup
	for _, g := range gaps {
		if g.Kind == slm.Ending {
			ending = append(ending, v.say("gap.ending", "person", v.nameOf(g.Person), "by", v.nameOf(g.Cover.By), "until", v.until(g.Cover, r.At)))
			continue
		}
		open = append(open, v.say("gap."+string(g.Kind), "role", v.role(g.Role), "scope", v.scope(g.Scope, r), "person", v.nameOf(g.Person)))
	}
	reply := Reply{Parts: slices.Concat(
		v.gapList(v.say("gap.title", "n", len(open)), open),
		v.gapList(v.say("gap.ends", "n", len(ending)), ending))}
	reply.Text = reply.Parts[0].Body
	reply.Parts = append(reply.Parts, Part{Note: v.say("gap.do")})
	return reply
}

// gapList is a title with a line for each, or nothing where there is none.
func (v voice) gapList(text Markup, lines []Markup) []Part {
	if len(lines) == 0 {
		return nil
	}
	for _, line := range lines[:min(gapsShown, len(lines))] {
		text += "\n" + line
	}
	if more := len(lines) - gapsShown; more > 0 {
		text += "\n" + v.say("list.more", "n", more)
	}
	return []Part{{Body: text}}
}

// askThem sends what somebody may not do to somebody who may.
var askThem = Click{ID: "ask", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := known(r); err != nil {
		return Reply{}, err
	}
	to, command := cutNumber(r.Value)
	if r.Dir.Person(to) == nil || len(command) > 200 {
		return Reply{}, slm.Refuse(slm.NotFound, "button")
	}
	if err := d.db.RequestPing(ctx, to, store.Reason{Rule: "request", By: r.Person.ID, Ask: command}, r.At); err != nil {
		return Reply{}, err
	}
	return Reply{Text: r.voice().say("request.sent", "person", r.voice().person(to))}, nil
}}
