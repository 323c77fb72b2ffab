package commands

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"steward/slm"
)

var survey = Command{Name: "survey", Usage: "usage.survey", About: "about.survey", Run: runSurvey}

// surveyDays is how long a round stays open.
const surveyDays = 7

// mayManage refuses, as Forbidden, people who hold none of the roles for the
// agreement. command is what they could ask somebody to do for them.
func mayManage(r Request, a *slm.Agreement, command string, roles ...slm.RoleKey) error {
	scope := slm.Scope{Kind: slm.AgreementScope, Code: a.Code}
	if r.Person != nil && r.Dir.Holds(r.Person.ID, scope, r.At, roles...) {
		return nil
	}
	refusal := slm.Refuse(slm.Forbidden, "forbidden", "code", a.Code).Try(command)
	for _, role := range roles {
		refusal.Who = append(refusal.Who, r.Dir.Responsible(role, scope, r.At)...)
	}
	return refusal
}

// runSurvey starts a round of asking how satisfied people are: the work of the
// service level administrator (SA-7).
func runSurvey(ctx context.Context, d *Desk, r Request) (Reply, error) {
	a, err := d.agreement(r, "/sla survey SLA-…")
	if err != nil {
		return Reply{}, err
	}
	if err := mayManage(r, a, "/sla survey "+a.Code, slm.ServiceLevelAdministrator, slm.ServiceLevelManager); err != nil {
		return Reply{}, err
	}
	audience := r.Dir.Audience(a, r.At)
	s, err := d.db.OpenSurvey(ctx, slm.Survey{
		Agreement: a.Code, OpenedBy: r.Person.ID, OpenedAt: r.At, ClosesAt: r.At.Add(surveyDays * 24 * time.Hour),
	}, audience)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	return Reply{Text: v.say("survey.started", "code", a.Code, "n", len(audience), "until", v.at(s.ClosesAt, r.At),
		"command", "/sla feedback "+a.Code)}, nil
}

// drawSurvey shows the question, or thanks for the answer, as long as the
// round is open; afterwards what was said.
func (v voice) drawSurvey(r Request, s slm.Survey, a slm.Answer) Reply {
	agreement := v.dir.Agreement(s.Agreement)
	title := slm.Text{EN: s.Agreement, ZH: s.Agreement}
	if agreement != nil {
		title = agreement.Title
	}
	question := v.say("survey.question", "code", s.Agreement, "title", v.text(title))
	if !s.OpenAt(r.At) {
		text := v.say("survey.over", "code", s.Agreement)
		if a.Score > 0 {
			text += "\n" + v.said(a)
		}
		return Reply{Text: text, Parts: []Part{{Body: text}, {Quote: quoted(a.Comment)}}}
	}
	until := v.at(s.ClosesAt, r.At)
	scale := Part{}
	for score := 1; score <= 5; score++ {
		scale.Buttons = append(scale.Buttons, Button{
			Label:  v.plain("score." + strconv.Itoa(score)),
			Action: rate.ID, Value: strconv.FormatInt(s.ID, 10) + " " + strconv.Itoa(score), Primary: score == a.Score,
		})
	}
	if a.Score == 0 {
		return Reply{Text: question, Parts: []Part{{Body: question}, scale, {Note: v.say("survey.note", "until", until)}}}
	}
	thanks := v.say("survey.thanks", "code", s.Agreement) + "\n" + v.said(a)
	key := "button.comment"
	if a.Comment != "" {
		key = "button.recomment"
	}
	scale.Buttons = append(scale.Buttons, Button{Label: v.plain(key), Action: remark.ID, Value: strconv.FormatInt(s.ID, 10)})
	return Reply{Text: thanks, Parts: []Part{{Body: thanks}, {Quote: quoted(a.Comment)}, scale, {Note: v.say("survey.change", "until", until)}}}
}

// said repeats an answer's score.
func (v voice) said(a slm.Answer) Markup {
	return v.say("survey.said", "score", v.say("score."+strconv.Itoa(a.Score)))
}

// quoted puts marks around somebody's words, if there are any.
func quoted(words string) string {
	if words == "" {
		return ""
	}
	return "“" + words + "”"
}

// rate stores a score with one click, and offers a form for the why.
var rate = Click{
	ID: "rate",
	Form: func(r Request) Form {
		id, score := cutNumber(r.Value)
		return remarkForm(r, id, score)
	},
	Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
		id, rest := cutNumber(r.Value)
		score, err := strconv.Atoi(rest)
		if err != nil || score < 1 || score > 5 {
			return Reply{}, slm.Refuse(slm.NotFound, "button")
		}
		if err := known(r); err != nil {
			return Reply{}, err
		}
		_, err = d.db.Rate(ctx, id, r.Person.ID, score, r.At)
		return Reply{}, err
	},
}

// remark opens the form for a comment.
var remark = Click{
	ID: "remark",
	Form: func(r Request) Form {
		id, _ := cutNumber(r.Value)
		return remarkForm(r, id, "")
	},
	Run: func(context.Context, *Desk, Request) (Reply, error) { return Reply{}, nil },
}

// remarkForm asks for the reason of a score.
func remarkForm(r Request, survey int64, score string) Form {
	v := r.voice()
	body := Markup("")
	if score != "" {
		body = v.say("survey.said", "score", v.say("score."+score))
	}
	return Form{
		ID: saveRemark.ID, Value: strconv.FormatInt(survey, 10),
		Title: v.plain("remark.title"), Send: v.plain("remark.send"), Cancel: v.plain("remark.cancel"), Body: body,
		Inputs: []Input{{ID: "comment", Label: v.plain("remark.label"), Hint: v.plain("remark.hint"), Long: true, Max: 3000, May: true}},
	}
}

var saveRemark = Submit{ID: "remark", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	id, err := number(r)
	if err := errors.Join(err, known(r)); err != nil {
		return Reply{}, err
	}
	comment := strings.TrimSpace(r.Fields["comment"])
	if comment == "" {
		return Reply{}, nil
	}
	_, err = d.db.Comment(ctx, id, r.Person.ID, comment, r.At)
	return Reply{}, err
}}

// cutNumber splits "17 rest".
func cutNumber(value string) (int64, string) {
	first, rest, _ := strings.Cut(value, " ")
	n, err := strconv.ParseInt(first, 10, 64)
	if err != nil {
		return 0, rest
	}
	return n, rest
}
