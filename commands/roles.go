package commands

import (
	"context"
	"strings"

	"steward/ask"
	"steward/slm"
)

var roles = Command{Name: "roles", About: "about.roles", Run: runRoles}

// runRoles lists the roles with who holds them for the whole organisation.
func runRoles(_ context.Context, _ *Desk, r Request) (Reply, error) {
	v := r.voice()
	reply := Reply{Text: v.say("roles.title")}
	reply.Parts = append(reply.Parts, Part{Head: v.plain("roles.title")})
	for _, role := range slm.Roles {
		reply.Parts = append(reply.Parts, Part{
			Body: v.say("roles.line", "role", v.text(role.Name), "purpose", v.text(role.Purpose)),
		}, Part{
			Note: v.say("roles.held", "holders", v.holders(role.Key, slm.Scope{Kind: slm.Organisation}, r), "key", string(role.Key)),
		})
	}
	return reply, nil
}

// holders names who holds a role at a scope, on one line.
func (v voice) holders(role slm.RoleKey, scope slm.Scope, r Request) Markup {
	var names []string
	for _, rung := range r.Dir.Responsible(role, scope, r.At) {
		names = append(names, string(v.rung(rung, r)))
	}
	return Markup(strings.Join(names, " · "))
}

var role = Command{Name: "role", Usage: "usage.role", About: "about.role", Run: runRole}

// runRole shows what a role does and what its holder must bring.
func runRole(_ context.Context, d *Desk, r Request) (Reply, error) {
	if r.Text == "" {
		return Reply{}, slm.Refuse(slm.Invalid, "usage").Try("/sla role " + string(slm.ServiceLevelManager))
	}
	found, ok := slm.RoleOf(slm.RoleKey(strings.ToLower(r.Text)))
	if !ok {
		m := d.names(r.Dir).Understand(ask.Question{Text: r.Text})
		if len(m.Roles) == 1 {
			found, ok = slm.RoleOf(m.Roles[0])
		}
	}
	if !ok {
		return Reply{}, slm.Refuse(slm.NotFound, "role", "words", r.Text).Try("/sla roles")
	}
	return showRole(r, found, true, true), nil
}

// showRole shows a role's clauses: what it does, what it asks for, or both.
func showRole(r Request, role slm.Role, does, asks bool) Reply {
	v := r.voice()
	reply := Reply{Text: v.text(role.Name)}
	reply.Parts = append(reply.Parts, Part{Head: role.Name.In(v.lang)}, Part{Body: v.text(role.Purpose)},
		Part{Note: v.say("roles.held", "holders", v.holders(role.Key, slm.Scope{Kind: slm.Organisation}, r), "key", string(role.Key))})
	if does {
		reply.Parts = append(reply.Parts, Part{Body: v.say("role.does") + "\n" + v.clauses(role.Responsibilities)})
	}
	if asks {
		reply.Parts = append(reply.Parts, Part{Body: v.say("role.asks") + "\n" + v.clauses(role.Qualifications)})
	}
	return reply
}

func (v voice) clauses(clauses []slm.Clause) Markup {
	var lines Markup
	for _, c := range clauses {
		lines += v.say("role.clause", "id", c.ID, "text", v.text(c.Text)) + "\n"
	}
	return lines
}
