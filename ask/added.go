package ask

import (
	"regexp"
	"slices"
	"strings"

	"steward/slm"
)

// An extra is a role that was added to the four. The tables of phrases and
// rules do not know it: it is found by its names and by the words of its
// clauses.
type extra struct {
	role    *slm.Role
	names   []*regexp.Regexp // longest first
	clauses []wording
}

// A wording is a clause of a role as the stems of its words, once in each
// language.
type wording struct {
	id    string
	asked bool // of whoever holds it: a qualification
	stems map[string]bool
}

// extrasOf gets the added roles of a directory ready.
func (x *Index) extrasOf() []extra {
	var all []extra
	for i := range x.dir.Roles {
		role := &x.dir.Roles[i]
		if _, built := slm.RoleOf(role.Key); built {
			continue
		}
		e := extra{role: role, names: x.namesOf(role)}
		for _, c := range role.Responsibilities {
			e.clauses = append(e.clauses, wordings(c, false)...)
		}
		for _, c := range role.Qualifications {
			e.clauses = append(e.clauses, wordings(c, true)...)
		}
		all = append(all, e)
	}
	return all
}

// namesOf gives what a role is called: its names and key, and the last word of
// its English name, as in "the librarian", where that means nothing else.
func (x *Index) namesOf(role *slm.Role) []*regexp.Regexp {
	names := []string{role.Name.EN, role.Name.ZH, role.Short.EN, role.Short.ZH, string(role.Key)}
	words := strings.Fields(strings.ToLower(role.Name.EN))
	if n := len(words); n > 1 {
		last := words[n-1]
		if _, named := x.words[last]; !named && len(last) > 4 && !x.lex.words[last] {
			names = append(names, last)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	var all []*regexp.Regexp
	for _, name := range names {
		if pattern := spelling(name); pattern != "" {
			all = append(all, regexp.MustCompile(pattern))
		}
	}
	return all
}

// spelling gives the pattern of a name: in any case, with any space or hyphen
// between its words, and in the plural.
func spelling(name string) string {
	var words []string
	han := false
	for _, u := range units(name) {
		words = append(words, regexp.QuoteMeta(u.text))
		han = han || u.han
	}
	switch {
	case len(words) == 0:
		return ""
	case han:
		return `(?i)` + strings.Join(words, `\s*`)
	}
	return `(?i)\b` + strings.Join(words, `[\s_-]+`) + `(?:['’]?s)?\b`
}

// A stand is a role that is named in the place of another.
type stand struct {
	role   slm.RoleKey
	en, zh string
}

// stands are the names under which added roles are read: those of the four,
// about which anything can be asked already.
var stands = []stand{
	{slm.ProcessLead, "process execution lead", "流程执行负责人"},
	{slm.ServiceLevelAdministrator, "service level administrator", "服务级别管理员"},
	{slm.ServiceLevelManager, "service level manager", "服务级别经理"},
	{slm.ProcessOwner, "slm process owner", "服务级别管理流程主管"},
}

// withExtras understands a question that names added roles: each is read as one
// of the four that the question does not name, and put back in the answer.
func (x *Index) withExtras(q Question) (Meaning, bool) {
	if len(x.extras) == 0 {
		return Meaning{}, false
	}
	text := strings.Map(simplified, fold(q.Text))
	named := x.rolesIn(text)
	read := map[slm.RoleKey]*slm.Role{}
	for i := range x.extras {
		e := &x.extras[i]
		for _, name := range e.names {
			at := name.FindStringIndex(text)
			free := slices.IndexFunc(stands, func(s stand) bool { return read[s.role] == nil && !named[s.role] })
			if at == nil || free < 0 {
				continue
			}
			as := " " + stands[free].en + " "
			if text[at[0]] >= 0x80 {
				as = stands[free].zh
			}
			text = name.ReplaceAllLiteralString(text, as)
			read[stands[free].role] = e.role
			break
		}
	}
	if len(read) == 0 {
		return Meaning{}, false
	}
	q.Text = text
	return x.putBack(x.Understand(q), read), true
}

// rolesIn gives which of the four a text names.
func (x *Index) rolesIn(text string) map[slm.RoleKey]bool {
	us := units(text)
	named := map[slm.RoleKey]bool{}
	for _, h := range x.lex.find(us, make([]bool, len(us))) {
		for _, c := range h.cues {
			named[slm.RoleKey(c)] = true
		}
	}
	return named
}

// putBack puts the roles that were read as others into a meaning.
func (x *Index) putBack(m Meaning, read map[slm.RoleKey]*slm.Role) Meaning {
	roles := slices.Clone(m.Roles)
	var clauses []string
	for i, key := range roles {
		of, _ := slm.RoleOf(key)
		if stood := read[key]; stood != nil {
			roles[i] = stood.Key
			clauses = append(clauses, clausesFor(m.Intent, *stood)...)
			continue
		}
		for _, id := range m.Clauses {
			if role, _, ok := slm.ClauseOf(id); ok && role.Key == of.Key {
				clauses = append(clauses, id)
			}
		}
	}
	m.Roles, m.Clauses = roles, clauses
	return m
}

// clausesFor gives the clauses of a role that an intent asks for.
func clausesFor(intent Intent, role slm.Role) []string {
	var ids []string
	clauses := role.Responsibilities
	switch intent {
	case Qualifications:
		clauses = role.Qualifications
	case RoleInfo:
	default:
		return nil
	}
	for _, c := range clauses {
		ids = append(ids, c.ID)
	}
	return ids
}
