package commands

import (
	"context"

	"steward/ask"
	"steward/slm"
)

// details shows all that an answer rests on.
var details = Click{ID: "details", Run: func(_ context.Context, _ *Desk, r Request) (Reply, error) {
	m := meant(r)
	if len(m.Roles) == 0 {
		return Reply{}, slm.Refuse(slm.NotFound, "button")
	}
	asked := r.At
	r.At = when(r, m)
	v := r.voice()
	v.past = !m.At.IsZero()
	return v.asOf(m.At, asked, v.details(r, m)), nil
}}

// detailsButton shows what answered a question in full.
func (v voice) detailsButton(m ask.Meaning) Button {
	scope := scopeOf(m)
	code := scope.Code
	if code == "" {
		code = "-"
	}
	return Button{Label: v.plain("button.details"), Action: details.ID, Value: meaning(m, string(scope.Kind), code)}
}

// details says role by role what it is for, which of its clauses answer, and
// who holds it, each with scope, since when, by whom it is confirmed, and
// whether they can be reached.
func (v voice) details(r Request, m ask.Meaning) Reply {
	scope := scopeOf(m)
	reply := Reply{Text: v.say("details.title")}
	if about := v.about(r, scope); about != "" {
		reply.Parts = append(reply.Parts, Part{Body: about})
	}
	for _, key := range become(r, m.Roles) {
		role, _ := r.Dir.RoleAt(key, r.At)
		body := v.say("roles.line", "role", v.role(key), "purpose", v.text(role.Purpose))
		for _, id := range m.Clauses {
			if of, clause, ok := r.Dir.Clause(id); ok && r.Dir.Successor(of.Key, r.At) == key {
				body += "\n" + v.say("role.clause", "id", id, "text", v.text(clause.Text))
			}
		}
		reply.Parts = append(reply.Parts, Part{Body: body}, Part{Body: v.places(r, key, scope)})
	}
	return reply
}

// places lists who holds a role for a scope, best first.
func (v voice) places(r Request, key slm.RoleKey, scope slm.Scope) Markup {
	var lines Markup
	n := 0
	for _, rung := range r.Dir.Responsible(key, scope, r.At) {
		if rung.Why == slm.Already {
			continue
		}
		notes := []string{string(v.rung(rung, r))}
		if a := rung.Assignment; a == nil {
			notes = []string{string(v.say("who.vacant", "role", v.role(key)))}
		} else {
			notes = append(notes, string(v.since(a, r)))
			if by := v.confirmed(a, r); by != "" {
				notes = append(notes, string(by))
			}
		}
		if mark := v.unreached(rung.Person); mark != "" {
			notes = append(notes, string(mark))
		}
		if n++; n > 1 {
			lines += "\n"
		}
		lines += v.say("details.line", "n", n, "notes", join(notes))
	}
	return lines
}
