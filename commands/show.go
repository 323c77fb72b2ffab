package commands

import (
	"context"
	"strings"

	"steward/slm"
)

var show = Command{Name: "show", Usage: "usage.show", About: "about.show", Run: runShow}

// runShow shows one agreement: who promised what to whom, for which services,
// until when, what carries it, and who answers for it.
func runShow(ctx context.Context, d *Desk, r Request) (Reply, error) {
	a, err := d.agreement(r, "/sla show SLA-…")
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	readings, err := d.db.Readings(ctx, a, r.At)
	if err != nil {
		return Reply{}, err
	}
	title := v.say("who.about", "code", a.Code, "title", v.text(a.Title))
	targets := v.say("show.targets")
	for _, reading := range readings {
		targets += "\n" + v.reading(reading)
	}
	if len(readings) == 0 {
		targets += "\n" + v.say("status.none")
	}
	fields := []Markup{
		v.say("show.kind", "kind", v.say("kind."+string(a.Kind)), "version", a.Version),
		v.say("show.parties", "provider", v.party(a.Provider), "consumer", v.party(a.Consumer)),
		v.say("show.services", "services", v.services(a)),
		v.say("show.dates", "from", v.agreed(a, r), "zone", a.Zone),
	}
	life, err := v.life(ctx, d, a, r)
	if err != nil {
		return Reply{}, err
	}
	reply := Reply{Text: title, About: a.Code, Parts: []Part{{Body: title}, {Body: life}, {Fields: fields}, {Body: targets}}}
	if grown := v.grown(a); grown != "" {
		reply.Parts = append(reply.Parts, Part{Body: grown})
	}
	if chain := v.chain(a); chain != "" {
		reply.Parts = append(reply.Parts, Part{Body: v.say("show.chain") + chain})
	}
	return Reply{
		Text: reply.Text, About: reply.About,
		Parts: append(reply.Parts, v.rungs(r, r.Dir.Ladder(a, r.At)).Parts...),
	}, nil
}

// services names the services that an agreement is about.
func (v voice) services(a *slm.Agreement) Markup {
	var names []string
	for _, code := range a.Services {
		name := Markup(escape(code))
		if s := v.dir.Service(code); s != nil {
			name = v.text(s.Name)
		}
		names = append(names, string(name))
	}
	return Markup(strings.Join(names, ", "))
}

// agreed says from when to when an agreement holds. Its last day is included.
func (v voice) agreed(a *slm.Agreement, r Request) Markup {
	v.zone = v.zoneOf(a.Code)
	if a.To == nil {
		return v.say("show.open", "from", v.day(a.From, r.At))
	}
	return v.say("show.span", "from", v.day(a.From, r.At), "to", v.day(a.To.Add(-1), r.At))
}

// chain lists what carries an agreement and what it carries, a line each.
func (v voice) chain(a *slm.Agreement) Markup {
	var lines Markup
	for _, code := range a.Underpins {
		if up := v.dir.Agreement(code); up != nil {
			lines += "\n" + v.say("show.carries", "code", up.Code, "title", v.text(up.Title))
		}
	}
	for i := range v.dir.Agreements {
		under := &v.dir.Agreements[i]
		for _, code := range under.Underpins {
			if code == a.Code {
				lines += "\n" + v.say("show.carried", "code", under.Code, "title", v.text(under.Title), "provider", v.party(under.Provider))
			}
		}
	}
	return lines
}
