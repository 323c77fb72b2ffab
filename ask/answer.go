package ask

import (
	"slices"

	"steward/slm"
)

// answer fills in the roles and clauses that answer the intent.
func (x *Index) answer(m Meaning, s *sentence, n naming) Meaning {
	m.Roles = s.roles()
	switch m.Intent {
	case RoleInfo:
		if len(m.Roles) == 0 {
			for _, r := range slm.Roles {
				m.Roles = append(m.Roles, r.Key)
			}
		}
		m.Clauses = clausesOf(m.Roles, func(r slm.Role) []slm.Clause { return r.Responsibilities })
		return m
	case Qualifications:
		if asked, _ := x.quality(s); len(asked) > 0 && (len(m.Roles) == 0 || s.cues[who] || s.cues["role"] && !s.inApposition() || s.oneQuality()) {
			m.Roles, m.Clauses = answering(theirs(asked, m.Roles))
			return m
		}
		m.Clauses = clausesOf(m.Roles, func(r slm.Role) []slm.Clause { return r.Qualifications })
		return m
	case Next, Cover:
		if m.empty() && len(n.several) == 0 {
			return unknown()
		}
		return m
	case Duties:
		if m.Person == 0 && len(n.several) == 0 {
			return unknown()
		}
		return m
	}
	return x.answerWho(m, s, n)
}

func (m *Meaning) empty() bool {
	return m.Person == 0 && m.Agreement == "" && m.Service == "" && m.Party == "" && len(m.Roles) == 0
}

func (x *Index) answerWho(m Meaning, s *sentence, n naming) Meaning {
	act, clarity := x.activity(s)
	thing := m.Agreement != "" || m.Service != "" || m.Party != "" || len(n.several) > 0
	switch {
	case alerted(s) && m.Agreement != "":
		m.Roles = []slm.RoleKey{x.dir.Agreement(m.Agreement).AlertRole}
		return m
	case len(m.Roles) > 0 && (clarity < 1 && !(n.one != nil && likely(s.guesses, senseThing) > certain) || s.asksHolder()):
		return m
	case m.Agreement == "" && m.Service != "" && slices.Equal(act, []string{"SM-7"}) && !s.cues["process"] && !s.cues["escalate"]:
		m.Clauses = agreed[oneKind(s.kinds())] // whoever answers for a service that broke
	case m.Agreement != "" && x.dir.Agreement(m.Agreement).Kind == slm.SLR && (slices.Contains(act, "SM-1") || s.demands()) && !s.cues["process"]:
		m.Clauses = agreed[slm.SLR] // the requirement is the thing itself
	case thing && slices.Equal(act, []string{"SM-4"}) && s.deedless() && s.guesses[0].likely < certain:
		m.Clauses = agreed[oneKind(s.kinds())] // "who deals with Acme as a customer"
	case len(act) > 0:
		m.Clauses, m.active = act, true
	case m.Agreement != "":
		m.Clauses = agreed[x.dir.Agreement(m.Agreement).Kind]
	case thing, s.cues[agreement]:
		m.Clauses = agreed[oneKind(s.kinds())]
	case m.Person != 0:
		m.Intent = Duties
		return m
	default:
		return unknown()
	}
	m.Roles, m.Clauses = answering(m.Clauses)
	return m
}

func alerted(s *sentence) bool { return s.cues[alert] }

func oneKind(kinds []slm.AgreementKind) slm.AgreementKind {
	if len(kinds) == 1 {
		return kinds[0]
	}
	return ""
}

// answering gives the roles that have the clauses, each once, and the clauses.
// A role's key among them stands for its purpose and cites no clause.
func answering(ids []string) (roles []slm.RoleKey, clauses []string) {
	for _, id := range ids {
		role, _, ok := slm.ClauseOf(id)
		if ok {
			clauses = append(clauses, id)
		} else {
			role, _ = slm.RoleOf(slm.RoleKey(id))
		}
		if !slices.Contains(roles, role.Key) {
			roles = append(roles, role.Key)
		}
	}
	return roles, clauses
}

func clausesOf(keys []slm.RoleKey, of func(slm.Role) []slm.Clause) []string {
	var ids []string
	for _, key := range keys {
		role, _ := slm.RoleOf(key)
		for _, c := range of(role) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}
