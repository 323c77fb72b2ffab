package commands

import (
	"context"
	"strconv"
	"strings"

	"steward/ask"
	"steward/slm"
	"steward/store"
)

var questions = Command{Name: "questions", Usage: "usage.questions", About: "about.questions", Run: runQuestions}

// questionsShown is how many questions one list shows.
const questionsShown = 10

// teachers are those who may say what a question meant.
var teachers = []slm.RoleKey{slm.ServiceLevelAdministrator, slm.ServiceLevelManager, slm.ProcessLead, slm.ProcessOwner}

// runQuestions lists what Steward could not answer, so that it can be taught,
// or what it was taught.
func runQuestions(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := mayFor(r, slm.Scope{Kind: slm.Organisation}, teachers...); err != nil {
		return Reply{}, err
	}
	if strings.EqualFold(r.Text, "taught") {
		return d.listTaught(ctx, r)
	}
	return d.listQuestions(ctx, r)
}

// listQuestions lists the questions that wait, each with what may be done.
func (d *Desk) listQuestions(ctx context.Context, r Request) (Reply, error) {
	waiting, n, err := d.db.Questions(ctx, questionsShown)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	title := v.say("questions.title", "n", n)
	reply := Reply{Text: title, Parts: []Part{{Body: title}}}
	for _, q := range waiting {
		key := "questions.line"
		if q.Wrong {
			key = "questions.wrong"
		}
		id := strconv.FormatInt(q.ID, 10)
		reply.Parts = append(reply.Parts,
			Part{Body: v.say(key, "person", v.who(r.Dir.BySlack(q.SlackID)), "at", v.at(q.At, r.At))},
			Part{Quote: quoted(cut(q.Text, 300))},
			Part{Buttons: []Button{
				{Label: v.plain("questions.mean"), Action: mean.ID, Value: id + " " + cut(q.Text, 300)},
				{Label: v.plain("questions.teach"), Action: teach.ID, Value: id},
				{Label: v.plain("questions.settle"), Action: settle.ID, Value: id},
			}})
	}
	return reply, nil
}

// settle takes a question off the list without learning from it.
var settle = Click{ID: "settle", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := mayFor(r, slm.Scope{Kind: slm.Organisation}, teachers...); err != nil {
		return Reply{}, err
	}
	id, err := number(r)
	if err != nil {
		return Reply{}, err
	}
	if err := d.db.SettleQuestion(ctx, id, r.Person, r.At); err != nil {
		return Reply{}, err
	}
	return Reply{Text: r.voice().say("questions.settled")}, nil
}}

// wrong keeps an answer that somebody says is wrong for the administrator.
var wrong = Click{ID: "wrong", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := d.db.AddQuestion(ctx, store.Question{At: r.At, SlackID: r.SlackID, Text: r.Value, Wrong: true}); err != nil {
		return Reply{}, err
	}
	return Reply{Text: r.voice().say("wrong.kept")}, nil
}}

// whole shows the whole ladder that an answer names the first of.
var whole = Click{ID: "ladder", Run: func(_ context.Context, _ *Desk, r Request) (Reply, error) {
	a := r.Dir.Agreement(r.Value)
	if a == nil {
		return Reply{}, slm.Refuse(slm.NotFound, "button")
	}
	return r.voice().rungs(r, r.Dir.Ladder(a, r.At)), nil
}}

// link is a button that opens an address; there is nothing to do for it.
var link = Click{ID: "link", Run: func(context.Context, *Desk, Request) (Reply, error) { return Reply{}, nil }}

// withAsides gives an answer about who is responsible with its buttons.
func (v voice) withAsides(r Request, a Answer) Reply {
	if a.Meaning.Intent == ask.Who && len(a.Reply.Parts) > 0 {
		a.Reply.Parts = append(a.Reply.Parts, v.asides(r, a))
	}
	return a.Reply
}

// asides are the buttons below an answer: write to whom it names, more on
// demand.
func (v voice) asides(r Request, a Answer) Part {
	var part Part
	holders, agreement := a.Holders, a.Meaning.Agreement
	if len(holders) > 0 && holders[0].ActiveAt(r.At) && holders[0].SlackID != "" && holders[0].SlackID != r.SlackID {
		part.Buttons = append(part.Buttons, Button{
			Label: v.plain("button.message", "person", holders[0].Name.In(v.lang)), Action: link.ID,
			URL: "https://slack.com/app_redirect?channel=" + holders[0].SlackID,
		})
	}
	part.Buttons = append(part.Buttons, v.detailsButton(a.Meaning))
	if agreement != "" {
		part.Buttons = append(part.Buttons, Button{Label: v.plain("button.ladder"), Action: whole.ID, Value: agreement})
	}
	if r.Text != "" {
		part.Buttons = append(part.Buttons, Button{Label: v.plain("button.wrong"), Action: wrong.ID, Value: cut(r.Text, 300)})
	}
	return part
}
