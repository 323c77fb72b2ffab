package ask

import (
	"slices"
	"strings"

	"steward/slm"
)

// Understand says what the question means. It never guesses: what it is not
// sure of is asked back or unknown.
func (x *Index) Understand(q Question) Meaning {
	s := x.read(q)
	m := x.decide(s, q)
	m.Lang = s.lang()
	if m.Asked == "" {
		m.Asked = m.Intent
	}
	return m
}

func unknown() Meaning { return Meaning{Intent: Unknown, Confidence: 0.1} }

func (x *Index) decide(s *sentence, q Question) Meaning {
	if len(s.units) == 0 && s.person == 0 || s.cues[instruct] {
		return unknown()
	}
	asked := s.intent(x, q)
	switch asked {
	case Unknown:
		return unknown()
	case Greeting, Thanks, Help:
		return Meaning{Intent: asked, Confidence: 0.95}
	}
	if asked == RoleInfo || asked == Qualifications {
		return x.answer(Meaning{Intent: asked, Confidence: 0.95}, s, naming{})
	}
	n := x.names(s, asked == Cover || asked == Next || asked == Duties)
	if _, clarity := x.activity(s.cues); n.unknown && clarity > 1.39 && s.noise(s.contentMask(), mask{}) {
		n = naming{confidence: 0.7}
	}
	if n.unknown {
		return unknown()
	}
	if n.person == 0 && s.cues[me] && (asked == Duties || asked == Cover || asked == Next) {
		n.person = q.Asker
	}
	m := Meaning{Intent: asked, Confidence: n.confidence, Person: n.person}
	if n.one != nil {
		m.place(n.one)
		x.unhear(s, n.one)
	}
	x.context(&m, s, q, &n)
	m = x.answer(m, s, n)
	if len(n.several) > 0 && m.Intent != Unknown {
		m.Asked, m.Intent, m.Confidence = m.Intent, AskBack, 0.5
		m.Candidates = x.candidates(n.several)
	}
	return m
}

// intent is what the cues ask for, before names are looked at.
func (s *sentence) intent(x *Index, q Question) Intent {
	c := s.cues
	roles := len(s.roles()) > 0
	act, clarity := x.activity(c)
	content := !s.contentMask().empty() || s.person != 0
	asks := c[who] || c[handle] && !c[plain] || content || roles
	switch {
	case c[instruct]:
		return Unknown
	case c[thank] && !c[who] && !c[handle] && !c[absent] && !content && !roles:
		return Thanks
	case c[help] && !c[who] && !content && !roles:
		return Help
	case c[greet] && !asks && !c[handle] && len(act) == 0:
		return Greeting
	case c[next]:
		return Next
	case c["escalate"] && (content || roles) && !s.escalates():
		return Next
	case c[absent]:
		return Cover
	case c[other] && !c[who]:
		return Unknown
	case (c[qualify] || c["need"] && !c[who]) && roles:
		return Qualifications
	case c["role"] && c[me] && c[what] && !c[who]:
		return Duties
	case (roles || c["role"] && len(act) == 0 && !content) && (c[what] || c[duty]) && !c[who]:
		return RoleInfo
	case !c[who] && (c[duty] || c[what] && c[handle]) && (content || c[me]):
		return Duties
	case c[who] || c[handle] || c["role"] && clarity >= 1:
		return Who
	case c[what]:
		return Unknown
	case roles && !content && clarity < 1 && q.Agreement == "" && q.Service == "":
		return RoleInfo
	case roles || content || len(act) > 0:
		return Who
	}
	return Unknown
}

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
	act, clarity := x.activity(s.cues)
	thing := m.Agreement != "" || m.Service != "" || m.Party != "" || len(n.several) > 0
	switch {
	case alerted(s) && m.Agreement != "":
		m.Roles = []slm.RoleKey{x.dir.Agreement(m.Agreement).AlertRole}
		return m
	case len(m.Roles) > 0 && (clarity < 1 || s.asksHolder()):
		return m
	case len(act) > 0:
		m.Clauses = act
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

// place puts the thing into the meaning.
func (m *Meaning) place(t *thing) {
	switch t.kind {
	case agreementKind:
		m.Agreement = t.id
	case serviceKind:
		m.Service = t.id
	case partyKind:
		m.Party = t.id
	}
}

// context takes what the thread or channel is about where the question names
// nothing itself.
func (x *Index) context(m *Meaning, s *sentence, q Question, n *naming) {
	if n.one != nil || len(n.several) > 0 || m.Person != 0 {
		return
	}
	act, _ := x.activity(s.cues)
	if !s.cues[here] && slices.ContainsFunc(act, companyWide) {
		return
	}
	kinds := s.kinds()
	if a := x.dir.Agreement(q.Agreement); a != nil && (kinds == nil || slices.Contains(kinds, a.Kind)) {
		m.Agreement = a.Code
		return
	}
	if x.dir.Service(q.Service) == nil {
		return
	}
	if kinds != nil && s.definite() {
		n.several = x.agreementsOn(q.Service, kinds)
	}
	if len(n.several) == 1 {
		m.place(&x.things[n.several[0].thing])
		n.several = nil
		return
	}
	m.Service = q.Service
}

// unhear drops the cues that are part of the name of the thing, such as
// "updates" in "the Paywell updates contract".
func (x *Index) unhear(s *sentence, t *thing) {
	own := s.masks[t.place]
	named := and(own, s.contentMask())
	kept := map[cue]bool{}
	for i, h := range s.hits {
		beside := h.from > 0 && named.has(h.from-1) || h.to < len(s.units) && named.has(h.to)
		asked := i > 0 && slices.Contains(s.hits[i-1].cues, who)
		if !asked && beside && own.has(h.from) && own.has(h.to-1) && !slices.Contains(h.cues, agreement) {
			continue
		}
		for _, c := range h.cues {
			kept[c] = true
		}
	}
	s.cues = kept
}

// agreementsOn gives the agreements of the kinds on the service.
func (x *Index) agreementsOn(service string, kinds []slm.AgreementKind) []match {
	var ms []match
	for i, t := range x.things {
		if a := t.agreement; a != nil && slices.Contains(kinds, a.Kind) && slices.Contains(a.Services, service) {
			ms = append(ms, match{thing: int32(i), share: 1, recall: 1})
		}
	}
	return ms
}

// companyWide reports whether the responsibility is for the process or the
// catalogue as a whole, and not for one agreement or service.
func companyWide(clause string) bool {
	switch clause {
	case "SM-1", "SM-2", "SM-3", "SM-8", "SA-1", "SA-2":
		return true
	}
	return strings.HasPrefix(clause, "P") || strings.HasPrefix(clause, "process")
}

func (x *Index) candidates(ms []match) []Candidate {
	var cs []Candidate
	for _, m := range ms[:min(len(ms), 5)] {
		t := &x.things[m.thing]
		cs = append(cs, Candidate{Kind: t.kind, ID: t.id, Score: m.score()})
	}
	return cs
}
