package commands

import (
	"steward/ask"
	"steward/slm"
)

// absent gives the person whom a question about covers is about: the one whom
// it names, or the first holder of the role that it names.
func absent(r Request, m ask.Meaning) *slm.Person {
	if p := r.Dir.Person(m.Person); p != nil || len(m.Roles) == 0 {
		return p
	}
	rung := r.Dir.Responsible(m.Roles[0], scopeOf(m), r.At)[0]
	if rung.For != nil {
		return rung.For
	}
	return rung.Person
}

// standIn gives who stands in: for a person who is away the one who covers, for
// a role the deputy where its holder is there. It is nil where nobody does.
func standIn(r Request, m ask.Meaning) *slm.Person {
	p := absent(r, m)
	if p == nil {
		return nil
	}
	if c := r.Dir.CoverOf(p.ID, r.At); c != nil {
		return r.Dir.StandIn(c, r.At)
	}
	if m.Person == 0 {
		if rung := deputy(r, m); rung != nil {
			return rung.Person
		}
	}
	return nil
}

// deputy gives the first deputy of the role that a question names, or nil.
func deputy(r Request, m ask.Meaning) *slm.Rung {
	for _, rung := range r.Dir.Responsible(m.Roles[0], scopeOf(m), r.At) {
		if a := rung.Assignment; a != nil && a.Deputy && !rung.Vacant() {
			return &rung
		}
	}
	return nil
}

// coverAnswer says who stands in for a person, or for the holder of a role.
func (v voice) coverAnswer(r Request, m ask.Meaning) Reply {
	p := absent(r, m)
	switch {
	case p == nil && len(m.Roles) > 0:
		return Reply{Text: v.say("who.vacant", "role", v.role(m.Roles[0]))}
	case p == nil:
		return v.ladder(r, m)
	}
	c := r.Dir.CoverOf(p.ID, r.At)
	var text Markup
	switch by := standIn(r, m); {
	case c == nil && by != nil:
		text = v.say("cover.deputy", "person", v.who(by), "for", v.text(p.Name), "role", v.role(m.Roles[0]))
	case c == nil:
		text = v.say("cover.here", "person", v.text(p.Name))
		if next := nextCover(r, p); next != nil {
			text += v.say("cover.coming", "line", v.coverLine(next, r))
		}
	case by == nil:
		text = v.say("rung.absent", "for", v.text(p.Name), "until", v.until(c, r.At))
	default:
		text = v.say("rung.covers", "person", v.who(by), "for", v.text(p.Name), "until", v.until(c, r.At), "reason", v.reason(c))
	}
	return Reply{Text: v.marked(text, standIn(r, m))}
}

// nextCover gives the first absence of a person that is entered and has not
// begun, or nil.
func nextCover(r Request, p *slm.Person) *slm.Cover {
	var next *slm.Cover
	for i := range r.Dir.Covers {
		c := &r.Dir.Covers[i]
		if c.Person == p.ID && r.At.Before(c.From) && (next == nil || c.From.Before(next.From)) {
			next = c
		}
	}
	return next
}
