package company

import (
	"errors"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// addedRole reads a role beside the four that every installation starts with.
// Its clauses get their ids from its key.
func (r *reader) addedRole(n *yaml.Node) {
	f := r.fields(n, "a role", "key", "name", "purpose", "responsibilities", "qualifications", "from")
	draft := slm.RoleDraft{
		Key:     slm.RoleKey(r.value(f.must("key", "records-librarian"))),
		Name:    r.text(f.must("name", "{en: Records Librarian, zh: 档案管理员}")),
		Purpose: r.text(f.may("purpose")),
	}
	each(r, f.must("responsibilities", "[files each signed agreement]"), "responsibilities", func(n *yaml.Node) {
		draft.Responsibilities = append(draft.Responsibilities, r.text(n))
	})
	each(r, f.may("qualifications"), "qualifications", func(n *yaml.Node) {
		draft.Qualifications = append(draft.Qualifications, r.text(n))
	})
	if draft.Key == "" || draft.Name == (slm.Text{}) || len(draft.Responsibilities) == 0 {
		return // which was just said
	}
	role, err := r.dir.NewRole(draft)
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		r.problems.add(n.Line, "the role %q cannot be: %s", short(string(draft.Key)), cannot(refusal.Key))
		return
	}
	if from := f.may("from"); from != nil {
		_, loc := r.zoneOf(f)
		if day := r.day(from); !day.none() {
			at := day.begin(loc)
			role.AddedAt = &at
		}
	}
	r.dir.Roles = append(r.dir.Roles, role)
}

// cannot says why slm refuses a role.
func cannot(key string) string {
	switch key {
	case "role.key":
		return "write its key in small letters, digits and single hyphens, at most 40, as in process-lead"
	case "role.name":
		return "it needs a name in English and one in Chinese, of at most 75 characters"
	case "role.taken":
		return "another role has its key or one of its names"
	}
	return "it has too many clauses, or too long ones"
}

// roles draws the roles that were added; without any there is no section.
func (w *drawing) roles(d *slm.Directory) {
	var added []slm.Role
	for _, role := range d.Roles {
		if _, built := slm.RoleOf(role.Key); !built {
			added = append(added, role)
		}
	}
	add(w, "roles", added, w.role)
}

func (w *drawing) role(role *slm.Role) *yaml.Node {
	n := mapping("key", word(string(role.Key)), "name", text(role.Name), "purpose", text(role.Purpose),
		"responsibilities", clauses(role.Responsibilities), "qualifications", clauses(role.Qualifications))
	if role.AddedAt != nil {
		n.Content = append(n.Content, word("from"), first(*role.AddedAt, w.zone))
	}
	return n
}

func clauses(all []slm.Clause) *yaml.Node {
	if len(all) == 0 {
		return nil
	}
	n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	for _, c := range all {
		n.Content = append(n.Content, text(c.Text))
	}
	return n
}
