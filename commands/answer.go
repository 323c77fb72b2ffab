package commands

import (
	"context"
	"strings"

	"steward/ask"
	"steward/slm"
)

// An Answer is what a question was understood to mean, and what was answered:
// for programs that ask, and for measuring how right the answers are.
type Answer struct {
	Meaning ask.Meaning
	Holders []*slm.Person // named as responsible now, in the order of the roles
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

// A Place is where a question is asked, which says what "it" and "here" mean.
// Either code may be empty.
type Place struct {
	Service   string // that the channel belongs to
	Agreement string // that the thread is about
}

// Answer answers a question asked at a place.
func (d *Desk) Answer(ctx context.Context, r Request, at Place) (Answer, error) {
	m := d.names(r.Dir).Understand(ask.Question{Text: r.Text, Asker: r.ID(), Service: at.Service, Agreement: at.Agreement})
	if m.Lang != "" {
		r.Lang = m.Lang
	}
	reply, err := d.answer(ctx, r, m)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Meaning: m, Reply: reply}
	if m.Intent != ask.Who {
		return a, nil
	}
	for _, role := range m.Roles {
		rungs := r.Dir.Responsible(role, scopeOf(m), r.At)
		if p := rungs[lead(rungs)].Person; p != nil {
			a.Holders = append(a.Holders, p)
		}
	}
	return a, nil
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
		case p.Note != "":
			lines = append(lines, string(p.Note))
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
