package commands

import (
	"context"
	"strings"
	"time"

	"steward/ask"
	"steward/slm"
)

// chooseID stands apart, since what choose does may ask back once more.
const chooseID = "choose"

// choose answers a question that was asked back.
var choose = Click{ID: chooseID, Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	a, err := d.answerTo(ctx, r, meant(r))
	if err != nil {
		return Reply{}, err
	}
	return r.voice().withAsides(r, a), nil
}}

// meaning puts what is asked about something into the value of a button: the
// intent, the kind and id of the thing, then roles, clauses and, unless it is
// today, the moment in question. All of them are words without spaces.
func meaning(m ask.Meaning, kind, id string) string {
	value := []string{string(m.Asked), kind, id}
	for _, key := range m.Roles {
		value = append(value, string(key))
	}
	value = append(value, m.Clauses...)
	if !m.At.IsZero() {
		value = append(value, m.At.Format(time.RFC3339))
	}
	return strings.Join(value, " ")
}

// meant reads what meaning wrote. What is not there any more is left out.
func meant(r Request) ask.Meaning {
	asked, rest, _ := strings.Cut(r.Value, " ")
	kind, rest, _ := strings.Cut(rest, " ")
	id, rest, _ := strings.Cut(rest, " ")
	m := ask.Meaning{Intent: ask.Intent(asked), Asked: ask.Intent(asked)}
	for _, part := range strings.Fields(rest) {
		if _, _, ok := r.Dir.Clause(part); ok {
			m.Clauses = append(m.Clauses, part)
		} else if _, ok := r.Dir.Role(slm.RoleKey(part)); ok {
			m.Roles = append(m.Roles, slm.RoleKey(part))
		} else if at, err := time.Parse(time.RFC3339, part); err == nil {
			m.At = at
		}
	}
	switch kind {
	case "agreement":
		m.Agreement = id
	case "service":
		m.Service = id
	case "person":
		if p := r.Dir.ByEmail(id); p != nil {
			m.Person = p.ID
		}
	case "role":
		m.Roles = []slm.RoleKey{slm.RoleKey(id)}
	}
	return m
}

// askBack offers what may have been meant, best first.
func (v voice) askBack(r Request, m ask.Meaning) Reply {
	reply := Reply{Text: v.say("askback")}
	var buttons []Button
	for _, c := range m.Candidates {
		buttons = append(buttons, Button{Label: v.label(r, c), Action: chooseID, Value: meaning(m, c.Kind, c.ID)})
	}
	reply.Parts = []Part{{Body: reply.Text}, {Buttons: buttons}}
	return reply
}

// label names a candidate on a button.
func (v voice) label(r Request, c ask.Candidate) string {
	switch c.Kind {
	case "agreement":
		if a := r.Dir.Agreement(c.ID); a != nil {
			return a.Code + " " + a.Title.In(v.lang)
		}
	case "service":
		if s := r.Dir.Service(c.ID); s != nil {
			return s.Name.In(v.lang)
		}
	case "person":
		if p := r.Dir.ByEmail(c.ID); p != nil {
			return p.Name.In(v.lang)
		}
	case "role":
		if role, ok := r.Dir.Role(slm.RoleKey(c.ID)); ok {
			return role.Name.In(v.lang)
		}
	case "party":
		if p := r.Dir.Party(c.ID); p != nil {
			return p.Name.In(v.lang)
		}
	}
	return c.ID
}
