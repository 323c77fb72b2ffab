package commands

import (
	"context"
	"strings"

	"steward/slm"
)

var list = Command{Name: "list", Usage: "usage.list", About: "about.list", Run: runList}

// listed is how many agreements one answer shows.
const listed = 40

// runList lists the agreements, all or those on a service, of a party or kind.
func runList(_ context.Context, _ *Desk, r Request) (Reply, error) {
	v := r.voice()
	var lines []string
	more := 0
	for i := range r.Dir.Agreements {
		a := &r.Dir.Agreements[i]
		if !listMatches(r.Dir, a, r.Text) {
			continue
		}
		if len(lines) == listed {
			more++
			continue
		}
		lines = append(lines, string(v.say("list.line", "code", a.Code, "title", v.text(a.Title),
			"provider", v.party(a.Provider), "consumer", v.party(a.Consumer))))
	}
	if len(lines) == 0 {
		return Reply{}, slm.Refuse(slm.NotFound, "name", "words", r.Text).Try("/sla list")
	}
	title := v.say("list.title", "n", len(lines)+more)
	reply := Reply{Text: title, Parts: []Part{{Head: unescape(string(title))}}}
	for len(lines) > 0 { // a paragraph takes 3,000 characters
		n := min(10, len(lines))
		reply.Parts = append(reply.Parts, Part{Body: Markup(strings.Join(lines[:n], "\n"))})
		lines = lines[n:]
	}
	if more > 0 {
		reply.Parts = append(reply.Parts, Part{Note: v.say("list.more", "n", more)})
	}
	return reply, nil
}

// listMatches reports whether the words occur in what names the agreement.
func listMatches(d *slm.Directory, a *slm.Agreement, words string) bool {
	names := []string{a.Code, string(a.Kind), a.Title.EN, a.Title.ZH}
	for _, code := range []string{a.Provider, a.Consumer} {
		if p := d.Party(code); p != nil {
			names = append(names, code, p.Name.EN, p.Name.ZH)
		}
	}
	for _, code := range a.Services {
		if s := d.Service(code); s != nil {
			names = append(names, code, s.Name.EN, s.Name.ZH)
			names = append(names, s.Aliases...)
		}
	}
	return strings.Contains(strings.ToLower(strings.Join(names, "\n")), strings.ToLower(words))
}

func (v voice) party(code string) Markup {
	if p := v.dir.Party(code); p != nil {
		return v.text(p.Name)
	}
	return Markup(escape(code))
}
