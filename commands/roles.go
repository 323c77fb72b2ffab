package commands

import (
	"context"
	"strings"
	"unicode/utf8"

	"steward/ask"
	"steward/slm"
)

var roles = Command{Name: "roles", About: "about.roles", Run: runRoles}

// rolesShown is how many roles one answer shows: Slack takes fifty blocks, and
// a role two of them.
const rolesShown = 20

// runRoles lists the roles with who holds them for the whole organisation, and
// those that were merged.
func runRoles(_ context.Context, _ *Desk, r Request) (Reply, error) {
	v := r.voice()
	reply := Reply{Text: v.say("roles.title")}
	reply.Parts = append(reply.Parts, Part{Head: v.plain("roles.title")})
	all := r.Dir.RolesAt(r.At)
	for _, role := range all[:min(rolesShown, len(all))] {
		reply.Parts = append(reply.Parts, Part{
			Body: v.say("roles.line", "role", v.text(role.Name), "purpose", v.text(role.Purpose)),
		}, Part{
			Note: v.say("roles.held", "holders", v.holders(role.Key, slm.Scope{Kind: slm.Organisation}, r), "key", string(role.Key)),
		})
	}
	if more := len(all) - rolesShown; more > 0 {
		reply.Parts = append(reply.Parts, Part{Note: v.say("list.more", "n", more)})
	}
	var merged []string
	for _, role := range r.Dir.Roles {
		if m := r.Dir.MergeOf(role.Key, r.At); m != nil {
			merged = append(merged, string(v.merged(r, m)))
		}
	}
	for len(merged) > 0 { // a paragraph takes 3,000 characters
		n := min(10, len(merged))
		reply.Parts = append(reply.Parts, Part{Note: Markup(strings.Join(merged[:n], "\n"))})
		merged = merged[n:]
	}
	return reply, nil
}

// merged says what a role has become part of, since when and by whom.
func (v voice) merged(r Request, m *slm.Merge) Markup {
	return v.say("role.merged", "role", v.role(m.From), "into", v.role(m.Into), "at", v.at(m.At, r.At), "person", v.nameOf(m.By))
}

// holders names who holds a role at a scope, on one line.
func (v voice) holders(role slm.RoleKey, scope slm.Scope, r Request) Markup {
	var names []string
	for _, rung := range r.Dir.Responsible(role, scope, r.At) {
		if rung.Why != slm.Already {
			names = append(names, string(v.rung(rung, r)))
		}
	}
	return Markup(strings.Join(names, " · "))
}

var role = Command{
	Name: "role", Usage: "usage.role", About: "about.role", Run: runRole,
	Form: roleForm, Opens: "add", Fills: []slm.RoleKey{slm.ProcessOwner},
}

// runRole shows what a role does and what its holder must bring, or changes
// which roles there are.
func runRole(ctx context.Context, d *Desk, r Request) (Reply, error) {
	first, rest, _ := strings.Cut(r.Text, " ")
	switch strings.ToLower(first) {
	case "":
		return Reply{}, slm.Refuse(slm.Invalid, "usage").Try("/sla role " + string(slm.ServiceLevelManager))
	case "add":
		return runRoleAdd(r)
	case "merge":
		r.Text = rest
		return runMerge(ctx, d, r)
	case "undo":
		return runUndo(r)
	}
	found, err := d.roleNamed(r, r.Text)
	if err != nil {
		return Reply{}, err
	}
	return showRole(r, found, true, true), nil
}

// roleNamed gives the role that the words name. It refuses, as NotFound, words
// that name none or several.
func (d *Desk) roleNamed(r Request, words string) (slm.Role, error) {
	if role, ok := r.Dir.RoleNamed(words); ok {
		return role, nil
	}
	if m := d.names(r.Dir).Understand(ask.Question{Text: words}); len(m.Roles) == 1 {
		if role, ok := r.Dir.Role(m.Roles[0]); ok {
			return role, nil
		}
	}
	return slm.Role{}, slm.Refuse(slm.NotFound, "role", "words", words).Try("/sla roles")
}

// showRole shows a role's clauses: what it does, what it asks for, or both. Of
// one that was merged it says so first, and shows what it was; one that others
// became part of has their clauses too.
func showRole(r Request, role slm.Role, does, asks bool) Reply {
	v := r.voice()
	reply := Reply{Text: v.text(role.Name)}
	reply.Parts = append(reply.Parts, Part{Head: role.Name.In(v.lang)})
	if m := r.Dir.MergeOf(role.Key, r.At); m != nil {
		reply.Parts = append(reply.Parts, Part{Body: v.merged(r, m)})
	} else {
		role, _ = r.Dir.RoleAt(role.Key, r.At)
	}
	if role.Purpose != (slm.Text{}) {
		reply.Parts = append(reply.Parts, Part{Body: v.text(role.Purpose)})
	}
	reply.Parts = append(reply.Parts, Part{
		Note: v.say("roles.held", "holders", v.holders(role.Key, slm.Scope{Kind: slm.Organisation}, r), "key", string(role.Key)),
	})
	for _, part := range r.Dir.PartsOf(role.Key, r.At)[1:] {
		reply.Parts = append(reply.Parts, Part{Note: v.merged(r, r.Dir.MergeOf(part.Role, r.At))})
	}
	if does {
		reply.Parts = append(reply.Parts, v.clauses(v.say("role.does"), role.Responsibilities)...)
	}
	if asks {
		reply.Parts = append(reply.Parts, v.clauses(v.say("role.asks"), role.Qualifications)...)
	}
	return reply
}

// clauses lists clauses below a title, in as many paragraphs as Slack needs.
func (v voice) clauses(title Markup, clauses []slm.Clause) []Part {
	var parts []Part
	body := title + "\n"
	for _, c := range clauses {
		line := v.say("role.clause", "id", c.ID, "text", v.text(c.Text)) + "\n"
		if utf8.RuneCountInString(string(body+line)) > 2900 {
			parts = append(parts, Part{Body: body})
			body = ""
		}
		body += line
	}
	if len(clauses) == 0 {
		return nil
	}
	return append(parts, Part{Body: body})
}

// become gives what the roles have become at the time of the request, each
// once.
func become(r Request, keys []slm.RoleKey) []slm.RoleKey {
	var now []slm.RoleKey
	seen := map[slm.RoleKey]bool{}
	for _, key := range keys {
		if key = r.Dir.Successor(key, r.At); !seen[key] {
			seen[key] = true
			now = append(now, key)
		}
	}
	return now
}
