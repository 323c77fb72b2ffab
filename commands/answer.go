package commands

import (
	"context"
	"slices"
	"strings"
	"time"

	"steward/ask"
	"steward/slm"
)

// An Answer is what a question was understood to mean, and what was answered:
// for programs that ask, and for measuring how right the answers are.
type Answer struct {
	Meaning ask.Meaning
	Roles   []slm.RoleKey // that the answer is about
	Holders []*slm.Person // named as responsible at that time, in the order of the roles
	Reply   Reply
}

// Outcome says which of the three kinds of answer it is.
func (a Answer) Outcome() string {
	switch a.Meaning.Intent {
	case ask.AskBack:
		return "ask_back"
	case ask.Unknown:
		return "decline"
	}
	return "answer"
}

// Answer answers a question in a person's own words, in the language of the
// question.
func (d *Desk) Answer(ctx context.Context, r Request) (Answer, error) {
	m := d.understand(r)
	if m.Lang != "" {
		r.Lang = m.Lang
	}
	return d.answerTo(ctx, r, m)
}

// understand gives what a question means where it is asked.
func (d *Desk) understand(r Request) ask.Meaning {
	m := d.names(r.Dir).Understand(ask.Question{
		Text: r.Text, Asker: r.ID(), Service: r.Place.Service, Agreement: r.Place.Agreement, Now: r.At.In(r.zone()),
	})
	// Who comes after somebody who does not answer depends on what for: on what
	// is talked about, if they answer for that.
	if m.Intent == ask.Next && m.Person != 0 && m.Agreement == "" && m.Service == "" && len(m.Roles) == 0 {
		if a := r.Dir.Agreement(r.Place.Agreement); a != nil && slices.ContainsFunc(r.Dir.Ladder(a, when(r, m)), func(rung slm.Rung) bool {
			return rung.Person != nil && rung.Person.ID == m.Person || rung.For != nil && rung.For.ID == m.Person
		}) {
			m.Agreement = a.Code
		}
	}
	return m
}

// answerTo answers what was understood.
func (d *Desk) answerTo(ctx context.Context, r Request, m ask.Meaning) (Answer, error) {
	reply, err := d.answer(ctx, r, m)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Meaning: m, Roles: m.Roles, Reply: reply}
	r.At = when(r, m)
	a.Roles = become(r, m.Roles)
	switch m.Intent {
	case ask.Who:
		a.Holders = holders(r, m)
	case ask.Duties:
		a.Roles, a.Holders = rolesHeld(r, m.Person)
	case ask.Next:
		if rungs, next := ladder(r, m); next < len(rungs) {
			a.Roles, a.Holders = []slm.RoleKey{rungs[next].Role}, []*slm.Person{rungs[next].Person}
		}
	case ask.Cover:
		if p := standIn(r, m); p != nil {
			a.Holders = []*slm.Person{p}
		}
	}
	return a, nil
}

// zone is where the asking person's days begin: the company's where that is
// not known.
func (r Request) zone() *time.Location {
	if r.Zone != nil {
		return r.Zone
	}
	if zone, err := time.LoadLocation(r.Dir.Zone); err == nil {
		return zone
	}
	return time.UTC
}

// when is the moment that a question is about.
func when(r Request, m ask.Meaning) time.Time {
	if m.At.IsZero() {
		return r.At
	}
	return m.At
}

// holders gives the first who can be reached for each of the roles.
func holders(r Request, m ask.Meaning) []*slm.Person {
	var people []*slm.Person
	for _, role := range m.Roles {
		rungs := r.Dir.Responsible(role, scopeOf(m), r.At)
		if p := rungs[lead(rungs)].Person; p != nil && !slices.Contains(people, p) {
			people = append(people, p)
		}
	}
	return people
}

// Plain gives a reply as lines of text: what Slack would show, without
// buttons' deeds.
func (r Reply) Plain() string {
	if len(r.Parts) == 0 {
		return string(r.Text)
	}
	var lines []string
	for _, p := range r.Parts {
		switch {
		case p.Head != "":
			lines = append(lines, p.Head)
		case p.Body != "":
			lines = append(lines, strings.TrimRight(string(p.Body), "\n"))
		case p.Quote != "":
			lines = append(lines, p.Quote)
		case p.Note != "":
			lines = append(lines, string(p.Note))
		case p.Chart != nil && p.Chart.Instead != "":
			lines = append(lines, string(p.Chart.Instead))
		}
		for _, f := range p.Fields {
			lines = append(lines, string(f))
		}
		var labels []string
		for _, b := range p.Buttons {
			labels = append(labels, "["+b.Label+"]")
		}
		if len(labels) > 0 {
			lines = append(lines, strings.Join(labels, " "))
		}
	}
	return strings.Join(lines, "\n")
}
