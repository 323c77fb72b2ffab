package ask

import (
	"steward/slm"
)

// taught finds what the question means among the lessons of the directory.
// Case, width and punctuation make no difference, every word does: what was
// taught for one question says nothing about another.
func (x *Index) taught(q Question) (Meaning, bool) {
	if len(x.lessons) == 0 {
		return Meaning{}, false
	}
	l, ok := x.lessons[lessonKey(q.Text)]
	if !ok {
		return Meaning{}, false
	}
	m := Meaning{Intent: Who, Agreement: l.Agreement, Service: l.Service, Party: l.Party, Confidence: sure}
	switch {
	case l.Role != "":
		m.Roles = []slm.RoleKey{l.Role}
	case l.Clause != "":
		role, _, known := x.dir.Clause(l.Clause)
		if !known {
			return Meaning{}, false
		}
		m.Roles, m.Clauses = []slm.RoleKey{role.Key}, []string{l.Clause}
	default:
		m.Roles, m.Clauses = answering(agreed[x.kindOf(l.Agreement)])
	}
	return m, true
}

// kindOf gives the kind of an agreement, or "".
func (x *Index) kindOf(code string) slm.AgreementKind {
	if a := x.dir.Agreement(code); a != nil {
		return a.Kind
	}
	return ""
}

// lessonsOf gives the lessons by their questions; the last one counts.
func lessonsOf(d *slm.Directory) map[string]*slm.Lesson {
	lessons := make(map[string]*slm.Lesson, len(d.Lessons))
	for i := range d.Lessons {
		if key := lessonKey(d.Lessons[i].Text); key != "" {
			lessons[key] = &d.Lessons[i]
		}
	}
	return lessons
}

func lessonKey(text string) string {
	plain, users := strip(text)
	key := squeeze(units(plain))
	for _, id := range users { // "what does @mei do?" is another question than "what does @bob do?"
		key += " " + id
	}
	return key
}
