package commands

import (
	"context"
	"encoding/json"
	"sort"
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
	changes, err := d.db.Changes(ctx, r.Text, changesShown)
	if err != nil {
		return Reply{}, err
	}
	if len(changes) == 0 {
		return Reply{Text: v.say("history.none", "words", r.Text)}, nil
	}
	title := v.say("history.title")
	lines := title
	for _, c := range changes {
		lines += "\n" + v.say("history.line", "at", v.at(c.At, r.At), "by", v.author(c.By), "subject", c.Subject, "what", v.what(c))
	}
	return Reply{Text: title, Parts: []Part{{Body: lines}}}, nil
}

// author names who changed something: a person, or a command.
func (v voice) author(by string) Markup {
	if p := v.dir.ByEmail(by); p != nil {
		return v.text(p.Name)
	}
	return Markup(escape(by))
}

// what says which fields a change touched.
func (v voice) what(c store.Change) Markup {
	if c.Before == nil {
		return v.say("history.added")
	}
	if c.After == nil {
		return v.say("history.ended")
	}
	var names []string
	reason := ""
	for name, after := range c.After {
		switch {
		case name == "Reason" && json.Unmarshal(after, &reason) == nil:
		case string(c.Before[name]) != string(after):
			names = append(names, name)
		}
	}
	sort.Strings(names)
	if reason != "" {
		return v.say("history.because", "fields", strings.Join(names, ", "), "reason", reason)
	}
	return v.say("history.changed", "fields", strings.Join(names, ", "))
}
