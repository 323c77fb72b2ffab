package commands

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"steward/slm"
	"steward/store"
)

var history = Command{Name: "history", About: "about.history", Usage: "usage.history", Run: runHistory}

// changesShown is how many changes one answer shows.
const changesShown = 15

// runHistory shows who changed what, newest first: of everything, or of what
// the words name.
func runHistory(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if r.Person == nil || r.Guest {
		return Reply{}, slm.Refuse(slm.Forbidden, "guest")
	}
	v := r.voice()
	of, what := d.lookedFor(r)
	changes, err := d.db.Changes(ctx, of, changesShown)
	if err != nil {
		return Reply{}, err
	}
	if len(changes) == 0 {
		return Reply{Text: v.say("history.none", "words", r.Text)}, nil
	}
	title := v.say("history.title")
	if what != "" {
		title = v.say("history.of", "what", what)
	}
	lines := title
	for _, c := range changes {
		lines += "\n" + v.changeLine(r, c)
	}
	return Reply{Text: title, Parts: []Part{{Body: lines}}}, nil
}

// lookedFor reads whose changes somebody wants to see: of a kind of record, of
// one person, agreement, service, party, calendar or role, or else of whatever
// the words occur in. It gives what was understood, too.
func (d *Desk) lookedFor(r Request) (store.ChangesOf, Markup) {
	v := r.voice()
	asked := strings.TrimSpace(r.Text)
	if asked == "" {
		return store.ChangesOf{}, ""
	}
	for _, kind := range store.Kinds {
		if strings.EqualFold(asked, kind) || asked == words["kindof."+kind].ZH {
			return store.ChangesOf{Kind: kind}, v.say("kindof." + kind)
		}
	}
	if p := mentioned(r.Dir, asked); p != nil {
		return store.ChangesOf{Name: p.Email}, v.text(p.Name)
	}
	upper := strings.ToUpper(asked)
	switch _, role := r.Dir.Role(slm.RoleKey(strings.ToLower(asked))); {
	case role:
		return store.ChangesOf{Name: asked}, v.role(slm.RoleKey(strings.ToLower(asked)))
	case r.Dir.Party(upper) != nil, r.Dir.NamedCalendar(upper) != nil:
		return store.ChangesOf{Name: asked}, Markup(escape(upper))
	}
	switch a, s, err := d.find(r, asked); {
	case err == nil && a != nil:
		return store.ChangesOf{Name: a.Code}, v.about(r, slm.Scope{Kind: slm.AgreementScope, Code: a.Code})
	case err == nil:
		return store.ChangesOf{Name: s.Code}, v.about(r, slm.Scope{Kind: slm.ServiceScope, Code: s.Code})
	}
	return store.ChangesOf{Words: asked}, v.say("history.words", "words", asked)
}

// mentioned gives the person whom words mention, or name by e-mail, by what
// stands in it before the @, or in full.
func mentioned(d *slm.Directory, words string) *slm.Person {
	if id, ok := strings.CutPrefix(words, "<@"); ok {
		id, _, _ = strings.Cut(strings.TrimSuffix(id, ">"), "|")
		return d.BySlack(id)
	}
	words = strings.TrimPrefix(words, "@")
	if p := d.ByEmail(strings.ToLower(words)); p != nil {
		return p
	}
	for i := range d.People {
		p := &d.People[i]
		local, _, _ := strings.Cut(p.Email, "@")
		if strings.EqualFold(words, local) || strings.EqualFold(words, p.Name.EN) || words == p.Name.ZH || strings.EqualFold(words, p.Called) {
			return p
		}
	}
	return nil
}

// changeLine says in one line when who changed what.
func (v voice) changeLine(r Request, c store.Change) Markup {
	at := v.at(c.At, r.At)
	if c.People > 1 {
		return v.say("history.accounts", "at", at, "n", c.People)
	}
	return v.say("history.line", "at", at, "by", v.author(c.By), "subject", v.subject(r, c), "what", v.what(c))
}

// author names who changed something: a person, what did it by itself, or a
// command.
func (v voice) author(by string) Markup {
	switch by {
	case store.BySlack:
		return "Slack"
	case store.ByCalendar:
		return v.say("history.time")
	}
	if p := v.dir.ByEmail(by); p != nil {
		return v.text(p.Name)
	}
	return Markup(escape(by))
}

// subject names what a change is about.
func (v voice) subject(r Request, c store.Change) Markup {
	s := c.About()
	if s.Kind == "" {
		return Markup(escape(s.Name))
	}
	name := Markup(escape(s.Name))
	if p := v.dir.ByEmail(s.Name); p != nil {
		name = v.text(p.Name)
	}
	if s.Kind == "role" || s.Kind == "merge" {
		name = v.role(slm.RoleKey(s.Name))
	}
	return v.say("subject."+s.Kind, "name", name, "role", v.role(slm.RoleKey(s.Role)), "scope", v.scope(scopeCalled(v.dir, s.Code), r))
}

// scopeCalled gives the scope with a code: of an agreement, else of a service.
// Without one it is the whole organisation.
func scopeCalled(d *slm.Directory, code string) slm.Scope {
	switch {
	case code == "":
		return slm.Scope{Kind: slm.Organisation}
	case d.Agreement(code) != nil:
		return slm.Scope{Kind: slm.AgreementScope, Code: code}
	}
	return slm.Scope{Kind: slm.ServiceScope, Code: code}
}

// what says which fields a change touched.
func (v voice) what(c store.Change) Markup {
	if c.Before == nil {
		return v.say("history.added")
	}
	if c.After == nil {
		return v.say("history.ended")
	}
	var fields []string
	reason := ""
	for name, after := range c.After {
		before := c.Before[name]
		switch {
		case name == "Reason" && before == nil && json.Unmarshal(after, &reason) == nil: // why the rest was changed
		case name == "ID" || name == "Version" || string(before) == string(after):
		default:
			fields = append(fields, string(v.field(strings.ToLower(name), before, after)))
		}
	}
	slices.Sort(fields)
	all := Markup(strings.Join(fields, v.plain("history.comma")))
	if reason != "" {
		return v.say("history.because", "fields", all, "reason", reason)
	}
	return v.say("history.changed", "fields", all)
}

// field names a field that changed, and of those that are read often how.
func (v voice) field(name string, before, after json.RawMessage) Markup {
	switch name {
	case "aliases":
		var old, now []string
		if json.Unmarshal(before, &old) == nil && json.Unmarshal(after, &now) == nil {
			return v.say("history.names", "names", v.difference(old, now))
		}
	case "state":
		var old, now slm.State
		if json.Unmarshal(before, &old) == nil && json.Unmarshal(after, &now) == nil && slices.Contains(slm.States, old) && slices.Contains(slm.States, now) {
			return v.say("history.state", "from", v.say("state."+string(old)), "to", v.say("state."+string(now)))
		}
	}
	if _, ok := words["field."+name]; !ok {
		return Markup(escape(name))
	}
	return v.say("field." + name)
}

// difference lists what came and what went.
func (v voice) difference(before, after []string) Markup {
	var all []string
	for _, name := range after {
		if !slices.Contains(before, name) {
			all = append(all, string(v.say("history.came", "name", name)))
		}
	}
	for _, name := range before {
		if !slices.Contains(after, name) {
			all = append(all, string(v.say("history.went", "name", name)))
		}
	}
	return Markup(strings.Join(all, " "))
}
