package commands

import (
	"steward/ask"
	"steward/slm"
)

// ladder gives who is told one after the other about what a question names, and
// the place of the next one: behind who does not answer. It is the length of
// the ladder where nobody is left.
func ladder(r Request, m ask.Meaning) (rungs []slm.Rung, next int) {
	m.Roles = become(r, m.Roles)
	if a := r.Dir.Agreement(m.Agreement); a != nil {
		rungs = r.Dir.Ladder(a, r.At)
	} else {
		first, scope := start(r, m)
		for _, key := range r.Dir.Chain(first, r.At) {
			rungs = append(rungs, r.Dir.Responsible(key, scope, r.At)...)
		}
	}
	at := silent(rungs, m)
	passed := map[int64]bool{m.Person: true}
	for i, rung := range rungs {
		if i > at && !rung.Vacant() && !passed[rung.Person.ID] {
			return rungs, i
		}
		if rung.Person != nil {
			passed[rung.Person.ID] = true
		}
	}
	return rungs, len(rungs)
}

// start gives the role and scope at which a ladder starts where no agreement is
// named: those of the person who does not answer, if somebody is named.
func start(r Request, m ask.Meaning) (slm.RoleKey, slm.Scope) {
	if len(m.Roles) > 0 {
		return m.Roles[0], scopeOf(m)
	}
	if p := r.Dir.Person(m.Person); p != nil {
		if all := dutiesOf(r, p); len(all) > 0 {
			return all[0].assignment.Role, all[0].assignment.Scope
		}
	}
	return slm.ServiceLevelAdministrator, scopeOf(m)
}

// silent gives the place of who does not answer: the person or role that the
// question names, or else the first who can be reached. It is -1 for a person
// who does not stand on the ladder.
func silent(rungs []slm.Rung, m ask.Meaning) int {
	if m.Person != 0 {
		at := -1
		for i, rung := range rungs {
			if rung.Person != nil && rung.Person.ID == m.Person || rung.For != nil && rung.For.ID == m.Person {
				at = i
			}
		}
		return at
	}
	if len(m.Roles) > 0 {
		for i, rung := range rungs {
			if rung.Role == m.Roles[0] && !rung.Vacant() {
				return i
			}
		}
	}
	return lead(rungs)
}

// ladder shows who comes next, and the whole ladder around.
func (v voice) ladder(r Request, m ask.Meaning) Reply {
	rungs, next := ladder(r, m)
	text := v.say("ladder.nobody")
	if next < len(rungs) {
		text = v.marked(v.say("ladder.next", "person", v.rung(rungs[next], r), "role", v.role(rungs[next].Role)), rungs[next].Person)
	}
	reply := v.rungs(r, rungs)
	return Reply{Text: text, Parts: append([]Part{{Body: text}}, reply.Parts...)}
}

// rungs lists who is told one after the other.
func (v voice) rungs(r Request, rungs []slm.Rung) Reply {
	text := v.say("ladder.title")
	body := text
	n := 0
	for _, rung := range rungs {
		if rung.Why == slm.Already {
			continue
		}
		n++
		body += "\n" + v.marked(v.say("ladder.line", "n", n, "person", v.rung(rung, r), "role", v.role(rung.Role)), rung.Person)
	}
	return Reply{Text: text, Parts: []Part{{Body: body}}}
}
