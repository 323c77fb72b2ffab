package commands

import (
	"slices"
	"strings"

	"steward/slm"
)

// footing says what an answer stands on: where and since when the holder holds
// the role and who confirmed it, who would have come before, and who follows.
// Where the holder cannot be reached it names who can.
func (v voice) footing(rungs []slm.Rung, scope slm.Scope, r Request) Markup {
	first := lead(rungs)
	if rungs[first].Person == nil {
		return v.vacant(rungs, scope, r)
	}
	var notes []string
	if a := rungs[first].Assignment; a != nil {
		notes = append(notes, string(v.since(a, r)))
		if by := v.confirmed(a, r); by != "" {
			notes = append(notes, string(by))
		}
	}
	for _, rung := range rungs[:first] {
		notes = append(notes, string(v.passed(rung, r)))
	}
	if status := v.status(rungs[first].Person, r); status != "" {
		notes = append(notes, string(status))
	}
	if mark := v.unreached(rungs[first].Person); mark != "" {
		notes = append(notes, string(mark))
		return join(append(notes, v.instead(rungs, first, scope, r)...))
	}
	for _, rung := range rungs[first+1:] {
		if rung.Why != slm.Already {
			notes = append(notes, string(v.say("who.then", "person", v.rung(rung, r))))
		}
	}
	return join(notes)
}

func join(notes []string) Markup { return Markup(strings.Join(notes, " · ")) }

// vacant says why nobody holds a role, and who can be reached instead.
func (v voice) vacant(rungs []slm.Rung, scope slm.Scope, r Request) Markup {
	var notes []string
	for _, rung := range rungs {
		if rung.Assignment != nil {
			notes = append(notes, string(v.passed(rung, r)))
		}
	}
	if len(notes) == 0 {
		notes = append(notes, string(v.say("who.vacant", "role", v.role(rungs[0].Role))))
	}
	return join(append(notes, v.instead(rungs, len(rungs)-1, scope, r)...))
}

// since says where and since when an assignment holds.
func (v voice) since(a *slm.Assignment, r Request) Markup {
	return v.say("who.since", "scope", v.scope(a.Scope, r), "day", v.date(a.From, r.At))
}

// confirmed says who entered an assignment, and when. It is empty where that is
// not known, and for guests, who do not see the record of changes.
func (v voice) confirmed(a *slm.Assignment, r Request) Markup {
	if a.EnteredBy == "" || v.guest {
		return ""
	}
	day := v.date(a.EnteredAt, r.At)
	if p := v.dir.ByEmail(a.EnteredBy); p != nil {
		return v.say("who.confirmed", "person", v.text(p.Name), "day", day)
	}
	return v.say("who.imported", "day", day)
}

// status says what somebody's Slack account says of the moment, or nothing: it
// is not known of other days, and guests do not see why people are away.
func (v voice) status(p *slm.Person, r Request) Markup {
	status := p.StatusAt(r.At)
	switch {
	case status == "" || v.past || v.guest:
		return ""
	case p.StatusUntil == nil:
		return v.say("who.status", "status", status)
	}
	return v.say("who.status.until", "status", status, "until", v.at(*p.StatusUntil, r.At))
}

// passed says why somebody who stands higher is not named first.
func (v voice) passed(rung slm.Rung, r Request) Markup {
	if rung.Why == slm.Absent {
		return v.say("who.away", "for", v.text(rung.For.Name), "until", v.until(rung.Cover, r.At))
	}
	if rung.For != nil {
		return v.say("who.left", "for", v.text(rung.For.Name))
	}
	return v.say("rung.none")
}

// reached reports whether somebody can be written to. As long as nobody at all
// is matched to an account, everybody is taken to be, and so it is of days past.
func (v voice) reached(p *slm.Person) bool { return p.SlackID != "" || v.past || !v.dir.Matched() }

// unreached says that somebody cannot be written to, or nothing.
func (v voice) unreached(p *slm.Person) Markup {
	if p == nil || v.reached(p) {
		return ""
	}
	return v.say("who.unreached", "person", v.text(p.Name))
}

// marked is a sentence about somebody with a mark behind it where they cannot
// be written to.
func (v voice) marked(sentence Markup, p *slm.Person) Markup {
	if mark := v.unreached(p); mark != "" {
		return sentence + " · " + mark
	}
	return sentence
}

// instead names the next who can be reached behind a rung, if anybody can:
// further down the ladder, in the roles above, or else in those below.
func (v voice) instead(rungs []slm.Rung, at int, scope slm.Scope, r Request) []string {
	rest := rungs[at+1:]
	roles := r.Dir.Chain(slm.ServiceLevelManager, r.At)
	if i := slices.Index(roles, rungs[at].Role); i >= 0 {
		roles = slices.Concat(roles[i+1:], roles[:i])
	}
	for _, role := range roles {
		rest = append(slices.Clip(rest), r.Dir.Responsible(role, scope, r.At)...)
	}
	for _, rung := range rest {
		if rung.Vacant() || !v.reached(rung.Person) || rung.Person == rungs[at].Person {
			continue
		}
		return []string{string(v.say("who.instead", "person", v.rung(rung, r), "role", v.role(rung.Role)))}
	}
	return []string{string(v.say("who.nobody"))}
}
