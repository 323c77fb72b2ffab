package ask

import (
	"slices"
	"strings"

	"steward/slm"
)

// An extra is a role that was added to the four. The tables of phrases and
// rules do not know it: it is found by its titles and by the words of its
// clauses.
type extra struct {
	role    *slm.Role
	clauses []wording
}

// addExtras gets the added roles of the directory ready.
func (x *Index) addExtras() {
	for i := range x.dir.Roles {
		role := &x.dir.Roles[i]
		if _, built := slm.RoleOf(role.Key); built {
			continue
		}
		e := extra{role: role}
		for _, c := range role.Responsibilities {
			e.clauses = append(e.clauses, wordingOf(c, false))
		}
		for _, c := range role.Qualifications {
			e.clauses = append(e.clauses, wordingOf(c, true))
		}
		x.titles = append(x.titles, x.titlesOf(role, len(x.extras))...)
		x.extras = append(x.extras, e)
	}
	if len(x.extras) > 0 {
		x.countClauses()
	}
}

// countClauses counts in how many clauses, of all roles, each notion is.
func (x *Index) countClauses() {
	x.ofFour, x.clausesWith, x.groupsWith = map[string]wording{}, map[string]int{}, map[int]int{}
	count := func(w wording) {
		for key := range w.keys {
			x.clausesWith[key]++
		}
		for g := range w.groups {
			x.groupsWith[g]++
		}
	}
	for _, role := range slm.Roles {
		for _, c := range slices.Concat(role.Responsibilities, role.Qualifications) {
			x.ofFour[c.ID] = wordingOf(c, false)
			count(x.ofFour[c.ID])
		}
	}
	for _, e := range x.extras {
		for _, w := range e.clauses {
			count(w)
		}
	}
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

// spellOut puts titles that are abbreviated in full, and reads each added role
// as one of the four that the question does not name, so that it can be put
// back in the answer. It gives nothing where the text has no such title.
func (x *Index) spellOut(q Question) (Question, map[slm.RoleKey]*slm.Role, bool) {
	text := plainText(q.Text)
	tokens := tokensOf(text)
	places := x.titlesIn(tokens)
	if len(places) == 0 {
		return q, nil, false
	}
	read := map[slm.RoleKey]*slm.Role{}
	free := x.free(text, tokens, places)
	stand := map[int]stand{}
	var out strings.Builder
	done := 0
	for _, p := range places {
		as := p.title.as
		if e := p.title.extra; e >= 0 {
			if _, taken := stand[e]; !taken {
				if len(free) == 0 {
					continue
				}
				stand[e], free = free[0], free[1:]
				read[stand[e].role] = x.extras[e].role
			}
			if as = stand[e].en; p.title.han != "" {
				as = stand[e].zh
			}
		}
		from, to := tokens[p.from].from, tokens[p.to-1].to
		out.WriteString(text[done:from] + " " + as + " ")
		done = to
	}
	q.Text = out.String() + text[done:]
	return q, read, true
}

// free gives the stands for roles that a text does not name, beside the titles
// of added roles in it.
func (x *Index) free(text string, tokens []token, places []place) []stand {
	var rest strings.Builder
	done := 0
	for _, p := range places {
		from, to := tokens[p.from].from, tokens[p.to-1].to
		rest.WriteString(text[done:from] + " ; " + p.title.as + " ; ")
		done = to
	}
	named := x.rolesIn(rest.String() + text[done:])
	return slices.DeleteFunc(slices.Clone(stands), func(s stand) bool { return named[s.role] })
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
