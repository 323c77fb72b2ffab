package commands

import (
	"context"
	"strconv"

	"steward/slm"
	"steward/store"
)

var status = Command{Name: "status", Usage: "usage.status", About: "about.status", Run: runStatus}

// shown is how many agreements one status shows.
const shown = 12

// runStatus shows how promises stand this month: of an agreement, of a
// service, or of what the person has to do with.
func runStatus(ctx context.Context, d *Desk, r Request) (Reply, error) {
	v := r.voice()
	var agreements []*slm.Agreement
	title := v.say("status.mine")
	if r.Text == "" {
		agreements = mine(r)
		if len(agreements) == 0 {
			title = v.say("status.all")
			for i := range r.Dir.Agreements {
				agreements = append(agreements, &r.Dir.Agreements[i])
			}
		}
	} else {
		a, s, err := d.find(r, r.Text)
		if err != nil {
			return Reply{}, err
		}
		if a != nil {
			agreements, title = []*slm.Agreement{a}, v.say("who.about", "code", a.Code, "title", v.text(a.Title))
		} else {
			agreements, title = agreementsOn(r.Dir, s.Code), v.say("who.about", "code", s.Code, "title", v.text(s.Name))
		}
	}
	reply := Reply{Text: title, Parts: []Part{{Body: title}}}
	for _, a := range agreements[:min(shown, len(agreements))] {
		part, err := d.statusOf(ctx, r, a)
		if err != nil {
			return Reply{}, err
		}
		reply.Parts = append(reply.Parts, part...)
	}
	if more := len(agreements) - shown; more > 0 {
		reply.Parts = append(reply.Parts, Part{Note: v.say("list.more", "n", more)})
	}
	return reply, nil
}

// mine gives the agreements that the person answers for or is party to.
func mine(r Request) []*slm.Agreement {
	if r.Person == nil {
		return nil
	}
	var found []*slm.Agreement
	for i := range r.Dir.Agreements {
		a := &r.Dir.Agreements[i]
		holds := r.Dir.Holds(r.Person.ID, slm.Scope{Kind: slm.AgreementScope, Code: a.Code}, r.At,
			slm.ServiceLevelAdministrator, slm.ServiceLevelManager)
		if holds || r.Person.Party != "" && (a.Consumer == r.Person.Party || a.Provider == r.Person.Party) {
			found = append(found, a)
		}
	}
	return found
}

// statusOf shows one agreement: each target, standing first, and who answers
// for it.
func (d *Desk) statusOf(ctx context.Context, r Request, a *slm.Agreement) ([]Part, error) {
	v := r.voice()
	readings, err := d.db.Readings(ctx, a, r.At)
	if err != nil {
		return nil, err
	}
	body := v.say("status.agreement", "code", a.Code, "title", v.text(a.Title))
	for _, reading := range readings {
		body += "\n" + v.reading(reading)
	}
	if len(readings) == 0 {
		body += "\n" + v.say("status.none")
	}
	open, err := d.db.OpenBreaches(ctx, a.Code, 3)
	if err != nil {
		return nil, err
	}
	parts := []Part{{Body: body}}
	if len(open) > 0 {
		parts[0].Accessory = &Button{Label: v.plain("button.explain"), Action: explain.ID, Value: strconv.FormatInt(open[0].ID, 10)}
	}
	rung := r.Dir.Responsible(a.AlertRole, slm.Scope{Kind: slm.AgreementScope, Code: a.Code}, r.At)[0]
	return append(parts, Part{Note: v.say("status.who", "person", v.rung(rung, r), "role", v.role(a.AlertRole))}), nil
}

// reading says how one target stands. A figure carries its coverage.
func (v voice) reading(r store.Reading) Markup {
	if r.Standing == slm.Unknown {
		return v.say("status.unknown", "target", v.text(r.Target.Name), "objective", r.Objective, "month", v.month(r.Period.From))
	}
	return v.say("status.line", "mark", standingMark(r.Standing), "standing", v.say("standing."+string(r.Standing)),
		"target", v.text(r.Target.Name), "attained", r.Attained, "objective", r.Objective,
		"coverage", wholePercent(r.Coverage), "month", v.month(r.Period.From))
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
