package commands

import (
	"slices"
	"strings"

	"steward/ask"
	"steward/slm"
)

// A duty is a role that a person holds, or fills for somebody else.
type duty struct {
	assignment *slm.Assignment
	rung       slm.Rung // where the person stands, or who stands in for the person
	own        bool     // the person's own role, also while away
}

// same reports whether a duty is at the scope and of the rank of an assignment.
func (d duty) same(a *slm.Assignment) bool {
	return d.assignment.Scope == a.Scope && d.assignment.Deputy == a.Deputy
}

// dutiesOf gives what a person holds or covers at the time.
func dutiesOf(r Request, p *slm.Person) []duty {
	var all []duty
	for i := range r.Dir.Assignments {
		a := &r.Dir.Assignments[i]
		if !p.ActiveAt(r.At) || r.At.Before(a.From) || (a.To != nil && !r.At.Before(*a.To)) {
			continue
		}
		for _, rung := range r.Dir.Responsible(a.Role, a.Scope, r.At) {
			own := a.Person == p.ID
			if own && slices.ContainsFunc(all, func(d duty) bool { return d.own && d.rung.Role == rung.Role && d.same(a) }) {
				continue // held twice, as a role and as one that is part of it
			}
			if rung.Assignment == a && (own || rung.Person != nil && rung.Person.ID == p.ID) {
				all = append(all, duty{a, rung, own})
			}
		}
	}
	return all
}

// rolesHeld gives the roles that a person holds or covers, each once, and the
// person where there is one.
func rolesHeld(r Request, id int64) (roles []slm.RoleKey, holders []*slm.Person) {
	p := r.Dir.Person(id)
	if p == nil {
		return nil, nil
	}
	for _, d := range dutiesOf(r, p) {
		if !slices.Contains(roles, d.rung.Role) {
			roles = append(roles, d.rung.Role)
		}
	}
	if len(roles) == 0 {
		return nil, nil
	}
	return roles, []*slm.Person{p}
}

// duties lists what a person holds.
func (v voice) duties(r Request, id int64) Reply {
	p := r.Dir.Person(id)
	if p == nil {
		return Reply{Text: v.say("unknown")}
	}
	lines := v.rolesOf(r, p)
	if len(lines) == 0 && v.self != "" && p.SlackID == v.self {
		return Reply{Text: v.say("home.noroles")}
	}
	if len(lines) == 0 && v.guest {
		return Reply{Text: v.say("duties.hidden", "person", v.text(p.Name))}
	}
	if len(lines) == 0 {
		return Reply{Text: v.say("duties.none", "person", v.text(p.Name))}
	}
	text := v.say("duties.title", "person", v.text(p.Name))
	reply := Reply{Text: text, Parts: []Part{{Body: text + "\n" + Markup(strings.Join(lines, "\n"))}}}
	if mark := v.unreached(p); mark != "" {
		reply.Parts = append(reply.Parts, Part{Note: mark})
	}
	return reply
}

// rolesOf lists, a line each, what a person holds or covers.
func (v voice) rolesOf(r Request, p *slm.Person) []string {
	var lines []string
	for _, d := range dutiesOf(r, p) {
		a := d.assignment
		key := "duties.line"
		switch {
		case d.own && d.rung.Why == slm.Covers:
			key = "duties.covered"
		case d.own && d.rung.Why == slm.Absent:
			key = "duties.absent"
		case d.rung.Why == slm.Covers:
			key = "duties.cover"
		case d.rung.Why == slm.Deputy:
			key = "duties.deputy"
		}
		lines = append(lines, string(v.say(key, "role", v.role(d.rung.Role), "scope", v.scope(a.Scope, r),
			"day", v.date(a.From, r.At), "for", v.who(d.rung.For), "by", v.who(d.rung.Person))))
	}
	return lines
}

// tellRoles says what the roles of a question do: a role in full, or what each
// of several is for.
func (v voice) tellRoles(r Request, m ask.Meaning) Reply {
	if len(m.Roles) == 1 {
		if role, ok := r.Dir.Role(m.Roles[0]); ok {
			return showRole(r, role, true, false)
		}
	}
	reply := Reply{Text: v.say("roles.title")}
	for _, key := range m.Roles {
		role, _ := r.Dir.Role(key)
		reply.Parts = append(reply.Parts, Part{Body: v.say("roles.line", "role", v.text(role.Name), "purpose", v.text(role.Purpose))})
	}
	return reply
}

// qualified says what the holders of roles must bring, and who they are.
func (v voice) qualified(r Request, m ask.Meaning) Reply {
	var lines []string
	var reply Reply
	for _, key := range m.Roles {
		line := v.say("role.needs", "role", v.role(key))
		lines = append(lines, string(line))
		for _, id := range m.Clauses {
			if role, clause, ok := r.Dir.Clause(id); ok && role.Key == key {
				line += "\n" + v.say("role.clause", "id", id, "text", v.text(clause.Text))
			}
		}
		reply.Parts = append(reply.Parts, Part{Body: line},
			Part{Note: v.say("roles.held", "holders", v.holders(key, scopeOf(m), r), "key", string(key))})
	}
	reply.Text = Markup(strings.Join(lines, "\n"))
	return reply
}
