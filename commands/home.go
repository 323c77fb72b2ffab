package commands

import (
	"context"
	"strconv"
	"strings"

	"steward/slm"
)

// onHome is how many breaches or surveys the home tab lists.
const onHome = 10

// Home shows what is the person's: breaches to answer, surveys to answer,
// roles.
func (d *Desk) Home(ctx context.Context, r Request) (Reply, error) {
	v := r.voice()
	title := v.say("home.title")
	reply := Reply{Text: title, Parts: []Part{{Head: unescape(string(title))}}}
	if r.Person == nil {
		reply.Parts = append(reply.Parts, Part{Body: v.say("home.stranger")}, Part{Note: v.say("home.ask")})
		return reply, nil
	}
	breaches, err := d.db.ToldOf(ctx, r.Person.ID, onHome)
	if err != nil {
		return Reply{}, err
	}
	reply.Parts = append(reply.Parts, Part{Body: v.say("home.breaches", "n", len(breaches))})
	for _, b := range breaches {
		id := strconv.FormatInt(b.ID, 10)
		reply.Parts = append(reply.Parts, Part{
			Body:      v.breachHead(standingMark(slm.Breached), b, nil) + "\n" + v.say("home.since", "since", v.at(b.Since, r.At)),
			Accessory: &Button{Label: v.plain("button.acknowledge"), Action: acknowledge.ID, Value: id, Primary: true},
		})
	}
	surveys, err := d.db.SurveysToAnswer(ctx, r.Person.ID, r.At)
	if err != nil {
		return Reply{}, err
	}
	reply.Parts = append(reply.Parts, Part{Line: true}, Part{Body: v.say("home.surveys", "n", len(surveys))})
	for _, s := range surveys[:min(onHome, len(surveys))] {
		drawn := v.drawSurvey(r, s, slm.Answer{})
		reply.Parts = append(reply.Parts, drawn.Parts...)
	}
	if mayFor(r, slm.Scope{Kind: slm.Organisation}, teachers...) == nil {
		_, n, err := d.db.Questions(ctx, 1)
		if err != nil {
			return Reply{}, err
		}
		if n > 0 {
			reply.Parts = append(reply.Parts, Part{Line: true}, Part{Body: v.say("home.questions", "n", n)})
		}
	}
	roles := v.rolesOf(r, r.Person)
	held := v.say("home.noroles")
	if len(roles) > 0 {
		held = v.say("home.roles") + "\n" + Markup(strings.Join(roles[:min(20, len(roles))], "\n"))
	}
	reply.Parts = append(reply.Parts, Part{Line: true}, Part{Body: held}, Part{Note: v.say("home.ask")})
	return reply, nil
}
