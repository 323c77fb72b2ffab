package ask

import "slices"

// Understand says what the question means. It never guesses: what it is not
// sure of is asked back or unknown.
func (x *Index) Understand(q Question) Meaning {
	if m, ok := x.taught(q); ok {
		s := x.read(q)
		defer x.wipe(s)
		return x.finish(m, s)
	}
	if full, read, ok := x.spellOut(q); ok {
		return x.oneAsked(x.putBack(x.understand(full), read), full, read)
	}
	return x.understand(q)
}

// understand understands a question whose titles are ones of the four.
func (x *Index) understand(q Question) Meaning {
	s := x.read(q)
	defer x.wipe(s)
	m := x.decide(s, q)
	s.takeDay(q.told, m.Intent)
	aside := (m.Intent == Cover || m.Intent == Next) && m.Person == 0 // "I was on leave. Who ...?"
	if m.Intent == Unknown || aside {
		if told, ok := x.tale(s, q); ok && (!aside || told.Intent == Who) {
			return told
		}
	}
	if m.Intent == Who && !m.active && m.Agreement != "" && len(m.Clauses) > 0 {
		if told, ok := x.tale(s, q); ok && told.active && told.Agreement == m.Agreement {
			return told
		}
	}
	return x.finish(x.orExtra(m, s), s)
}

// finish fills in the language and the day.
func (x *Index) finish(m Meaning, s *sentence) Meaning {
	m.Lang, m.At = s.lang(), x.awayIn(m, s.day)
	if m.Asked == "" {
		m.Asked = m.Intent
	}
	return m
}

// offTopic is how likely it must be that a question is about nothing that the
// roles do, for it to be declined.
const offTopic = 0.8

// nonsense is how likely it must be that a question about somebody is about
// nothing of the roles, for it to be declined.
const nonsense = 0.9

// aThird of a name is too little of it, where the word may mean something else.
const aThird = 0.34

// How confident a meaning is, at most, and how clearly an activity must be
// named to be answered although there is a stray word: by what is done and to
// what.
const (
	sure    = 0.95
	clearly = 1.39
)

// offTopic reports whether the sentence is about nothing that the roles do, and
// names nothing, or only words of several names where none is expected. Who asks
// for the holder of a role means it, whatever is told around.
func (x *Index) offTopic(s *sentence, n naming) bool {
	switch none := likely(s.guesses, senseNone); {
	case n.one != nil || s.asksHolder() && s.bareRole():
		return false
	case len(n.several) == 0:
		return none > offTopic
	case s.kinds() != nil || s.cues[handle] || none < certain:
		return false
	}
	return !slices.ContainsFunc(n.several, func(m match) bool { return x.fullest(s, &x.things[m.thing]) > 0.6 })
}

func unknown() Meaning { return Meaning{Intent: Unknown, Confidence: 0.1} }

// decide puts what is wanted and what is named together.
func (x *Index) decide(s *sentence, q Question) Meaning {
	said := len(s.units) > 0 || s.person != 0 || !s.day.at.IsZero()
	if !said || s.cues[instruct] || s.orders(q.Text) {
		return unknown()
	}
	x.look(s)
	s.takePerson(q.told)
	x.guess(s)
	asked := x.intent(s, q)
	switch asked {
	case Unknown:
		return unknown()
	case Greeting, Thanks, Help:
		return Meaning{Intent: asked, Confidence: sure}
	case RoleInfo, Qualifications:
		return x.answer(Meaning{Intent: asked, Confidence: sure}, s, naming{})
	}
	if s.cues[vacant] && asked == Who && len(s.roles()) == 0 && (s.cues["role"] || s.cues[who]) && !s.at.IsZero() {
		if open := x.vacant(s); len(open) > 0 {
			return Meaning{Intent: Who, Roles: open, Confidence: sure}
		}
		return Meaning{Intent: AllHeld, Confidence: sure}
	}
	n := x.names(s, asked == Cover || asked == Next || asked == Duties)
	if asked == Cover && n.person == 0 && n.one != nil && len(s.roles()) == 0 {
		if s.unhear(n.one); !s.cues[absent] { // "backups" was part of the name
			asked = x.intent(s, q)
		}
	}
	s.thingOnly = n.one != nil && s.cues[handle] && (s.cues[agreement] || s.cues["actual"]) && s.deedless() && x.fullest(s, n.one) > inAll
	if act, clarity := x.activity(s); len(act) > 0 && clarity > clearly {
		x.doubtNames(s, &n, act)
	}
	if asked == Who && n.unknown && len(s.roles()) > 0 && !x.strange(s) {
		n = naming{person: n.person, confidence: 0.7} // what surrounds the question for a role
	}
	if n.person != 0 && (asked == Duties || asked == Cover) && s.kinds() == nil && likely(s.guesses, senseNone) < nonsense && x.somebody(s) {
		n.unknown, n.several = false, nil // what is told beside somebody's full name
	}
	if n.unknown && n.person != 0 && (s.cues[handle] || s.cues[duty] || asked == Cover) && !x.strange(s) {
		n.unknown = false
	}
	if asked == Who && n.one != nil && x.fullest(s, n.one) < aThird && x.byTheWay(s, n.one) && likely(s.guesses, senseThing) >= certain {
		n.one, n.several = nil, x.rank(s, s.contentMask(), func(t *thing) bool { return t.kind != personKind }) // too little to be sure
	}
	if n.unknown || asked == Who && n.one != nil && x.fullest(s, n.one) < aThird && x.byTheWay(s, n.one) ||
		asked == Who && x.offTopic(s, n) {
		return unknown()
	}
	n.takeTold(s, q.told)
	if s.cues[me] && (asked == Duties || asked == Cover) && n.nobody() && len(s.roles()) == 0 {
		n.person = q.Asker
	}
	m := Meaning{Intent: asked, Confidence: n.confidence, Person: n.person}
	if n.one != nil {
		m.place(n.one)
		if s.unhear(n.one); !s.partOf.empty() {
			x.guess(s)
		}
	}
	x.context(&m, s, q, &n)
	if asked == Who && m.empty() && n.nobody() && s.pointsAtNothing() {
		return unknown()
	}
	m = x.answer(m, s, n)
	x.narrow(&m, s, &n)
	x.required(&m, s)
	if len(n.several) > 0 && m.Intent != Unknown {
		m.Asked, m.Intent, m.Confidence = m.Intent, AskBack, 0.5
		m.Candidates = x.candidates(n.several)
	}
	return m
}

// nobody reports whether nothing and nobody was named.
func (n naming) nobody() bool { return n.person == 0 && n.one == nil && len(n.several) == 0 }

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

func (x *Index) candidates(ms []match) []Candidate {
	var cs []Candidate
	for _, m := range ms[:min(len(ms), 5)] {
		t := &x.things[m.thing]
		cs = append(cs, Candidate{Kind: t.kind, ID: t.id, Score: m.score()})
	}
	return cs
}
