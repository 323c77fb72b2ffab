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

// Answer answers a question asked where the context says: in the channel of a
// service, in the thread about an agreement.
func (d *Desk) Answer(ctx context.Context, r Request, q ask.Question) (Answer, error) {
	q.Text, q.Asker = r.Text, r.ID()
	m := d.names(r.Dir).Understand(q)
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
		case p.Quote != "":
			lines = append(lines, p.Quote)
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
