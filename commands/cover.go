package commands

import (
	"context"
	"strconv"
	"strings"
	"time"

	"steward/slm"
)

var cover = Command{Name: "cover", About: "about.cover", Usage: "usage.cover", Form: coverForm, Run: runCover}

// coverForm asks who is away, when, and who stands in. Its days are those of
// whoever is away: the asker, until another person is chosen.
func coverForm(r Request) Form {
	v := r.voice()
	today := today(r, v.zone.String())
	return Form{
		ID: "cover", Title: v.plain("cover.title"), Send: v.plain("cover.send"), Cancel: v.plain("form.cancel"),
		Inputs: []Input{
			{ID: "absent", Kind: PersonInput, Label: v.plain("cover.absent"), Initial: r.SlackID},
			{ID: "by", Kind: PersonInput, Label: v.plain("cover.by"), Hint: v.plain("cover.byhint"), May: true},
			{ID: "from", Kind: DateInput, Label: v.plain("form.from"), Hint: v.plain("cover.zone", "zone", v.zone), Initial: today},
			{ID: "to", Kind: DateInput, Label: v.plain("cover.to"), Initial: today},
			{ID: "reason", Label: v.plain("cover.reason"), Max: 200, May: true},
		},
	}
}

// runCover lists the person's covers that are not over, each with a button
// that ends it.
func runCover(_ context.Context, _ *Desk, r Request) (Reply, error) {
	if err := known(r); err != nil {
		return Reply{}, err
	}
	if r.Text != "" && !strings.EqualFold(r.Text, "list") {
		return Reply{}, slm.Refuse(slm.Invalid, "form.words").Try("/sla cover")
	}
	v := r.voice()
	reply := Reply{Text: v.say("cover.list")}
	for i := range r.Dir.Covers {
		c := &r.Dir.Covers[i]
		if !r.At.Before(c.To) || c.Person != r.Person.ID && c.By != r.Person.ID {
			continue
		}
		part := Part{Body: v.coverLine(c, r)}
		if c.Person == r.Person.ID {
			part.Accessory = &Button{Label: v.plain("cover.end"), Action: endCover.ID, Value: strconv.FormatInt(c.ID, 10)}
		}
		reply.Parts = append(reply.Parts, part)
	}
	if len(reply.Parts) == 0 {
		return Reply{Text: v.say("cover.none")}, nil
	}
	reply.Parts = append([]Part{{Body: reply.Text}}, reply.Parts...)
	return reply, nil
}

// coverLine says who stands in for whom, when and why.
func (v voice) coverLine(c *slm.Cover, r Request) Markup {
	key := "cover.line"
	if c.By == 0 {
		key = "cover.away"
	}
	return v.say(key, "by", v.nameOf(c.By), "for", v.nameOf(c.Person), "from", v.starts(c, r.At),
		"until", v.until(c, r.At), "reason", v.reason(c))
}

// standFor are those who may enter covers for others.
var standFor = []slm.RoleKey{slm.ProcessLead, slm.ProcessOwner, slm.ServiceLevelManager}

var saveCover = Submit{ID: "cover", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := known(r); err != nil {
		return Reply{}, err
	}
	absent, err := somebody(r, "absent")
	if err != nil {
		return Reply{}, err
	}
	c := slm.Cover{Person: absent.ID, Reason: strings.TrimSpace(r.Fields["reason"])}
	if r.Fields["by"] != "" {
		by, err := somebody(r, "by")
		if err != nil {
			return Reply{}, err
		}
		if by.ID == absent.ID {
			return Reply{}, slm.Refuse(slm.Invalid, "cover.self").At("by")
		}
		c.By = by.ID
	}
	if absent.ID != r.Person.ID {
		if err := mayFor(r, slm.Scope{Kind: slm.Organisation}, standFor...); err != nil {
			return Reply{}, err
		}
	}
	if c.From, err = firstMoment(r.Fields["from"], absent.Zone); err != nil {
		return Reply{}, err
	}
	last, err := firstMoment(r.Fields["to"], absent.Zone)
	if err != nil {
		return Reply{}, err
	}
	c.To = last.AddDate(0, 0, 1) // the last day is included
	if !c.From.Before(c.To) || c.To.Sub(c.From) > 366*24*time.Hour || c.To.Before(r.At) {
		return Reply{}, slm.Refuse(slm.Invalid, "cover.span").At("to")
	}
	if err := d.db.AddCover(ctx, c, r.Person, r.At); err != nil {
		return Reply{}, err
	}
	v := r.voice()
	return Reply{Text: v.say("cover.saved", "line", v.coverLine(&c, r))}, nil
}}

// endCover withdraws a cover of one's own.
var endCover = Click{ID: "endcover", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := known(r); err != nil {
		return Reply{}, err
	}
	id, err := number(r)
	if err != nil {
		return Reply{}, err
	}
	for i := range r.Dir.Covers {
		if c := &r.Dir.Covers[i]; c.ID == id {
			if c.Person != r.Person.ID {
				if err := mayFor(r, slm.Scope{Kind: slm.Organisation}, standFor...); err != nil {
					return Reply{}, err
				}
			}
			if err := d.db.EndCover(ctx, *c, r.Person, r.At); err != nil {
				return Reply{}, err
			}
			return Reply{Text: r.voice().say("cover.ended", "for", r.voice().nameOf(c.Person))}, nil
		}
	}
	return Reply{}, slm.Refuse(slm.NotFound, "button")
}}

// somebody gives the person chosen in a field.
func somebody(r Request, field string) (*slm.Person, error) {
	if p := r.Dir.BySlack(r.Fields[field]); p != nil && p.ActiveAt(r.At) {
		return p, nil
	}
	return nil, slm.Refuse(slm.NotFound, "person").At(field)
}

// mayFor refuses, as Forbidden, people who hold none of the roles at the
// scope.
func mayFor(r Request, scope slm.Scope, roles ...slm.RoleKey) error {
	if r.Person != nil && r.Dir.Holds(r.Person.ID, scope, r.At, roles...) {
		return nil
	}
	refusal := slm.Refuse(slm.Forbidden, "role.forbidden")
	for _, role := range roles {
		refusal.Who = append(refusal.Who, r.Dir.Responsible(role, scope, r.At)...)
	}
	return refusal
}
