package commands

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode"

	"steward/ask"
	"steward/slm"
	"steward/store"
)

var who = Command{Name: "who", Usage: "usage.who", About: "about.who", Run: runWho}

func runWho(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if r.Text == "" {
		return Reply{}, slm.Refuse(slm.Invalid, "usage").Try("/sla who handles the payroll SLA?")
	}
	r.Text = withWho(r.Text)
	return d.Question(ctx, r)
}

// withWho makes a whole question of what follows "/sla who": "handles payroll"
// asks who does. What is one already, and Chinese, stays as it is.
func withWho(text string) string {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	whole := strings.HasPrefix(first, "wh") || first == "how" || first == "is" && strings.Contains(text, " who ")
	if whole || strings.ContainsFunc(text, func(c rune) bool { return unicode.Is(unicode.Han, c) }) {
		return text
	}
	return "who " + text
}

// Question answers a question in a person's own words. Not knowing is said,
// never guessed, and kept for those who can teach the answer.
func (d *Desk) Question(ctx context.Context, r Request) (Reply, error) {
	a, err := d.Answer(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	if a.Meaning.Lang != "" {
		r.Lang = a.Meaning.Lang
	}
	reply := a.Reply
	if reply.About = a.Meaning.Agreement; reply.About == "" {
		reply.About = a.Meaning.Service
	}
	switch {
	case a.Meaning.Intent == ask.Who:
		reply.Parts = r.voice().withAsides(r, a).Parts
	case a.Meaning.Intent == ask.Unknown:
		if err := d.db.AddQuestion(ctx, store.Question{At: r.At, SlackID: r.SlackID, Text: r.Text}); err != nil {
			return Reply{}, err
		}
		reply.Text += "\n" + r.voice().say("unknown.kept")
		if r.Guest {
			reply.Text += "\n" + r.voice().say("unknown.guest")
		}
	}
	return reply, nil
}

// Pointed answers who is responsible for what a message is about that somebody
// points at, in the language of who does. The message need not be a question,
// and is perhaps not theirs.
func (d *Desk) Pointed(ctx context.Context, r Request) (Reply, error) {
	words := cut(r.Text, 300)
	for _, prefix := range []string{"", "who handles ", "谁负责"} {
		r.Text = prefix + words
		m := d.understand(r)
		m.Lang = r.Lang
		a, err := d.answerTo(ctx, r, m)
		if err != nil {
			return Reply{}, err
		}
		switch m.Intent {
		case ask.Who, ask.AskBack, ask.Cover, ask.Next:
			r.Text = words // what is said to be wrong is the answer to the message
			return r.voice().withAsides(r, a), nil
		}
	}
	return Reply{Text: r.voice().say("pointed.unknown")}, nil
}

// answer says what a meaning asks for. A question about another day is answered
// as of that day, and says so.
func (d *Desk) answer(ctx context.Context, r Request, m ask.Meaning) (Reply, error) {
	asked := r.At
	r.At = when(r, m)
	v := r.voice()
	v.past = !m.At.IsZero()
	switch m.Intent {
	case ask.Who:
		return v.asOf(m.At, asked, v.whoAnswer(r, m)), nil
	case ask.RoleInfo:
		return v.tellRoles(r, m), nil
	case ask.Qualifications:
		return v.qualified(r, m), nil
	case ask.Duties:
		return v.asOf(m.At, asked, v.duties(r, m.Person)), nil
	case ask.Next:
		return v.asOf(m.At, asked, v.ladder(r, m)), nil
	case ask.Cover:
		return v.asOf(m.At, asked, v.coverAnswer(r, m)), nil
	case ask.AllHeld:
		return v.asOf(m.At, asked, Reply{Text: v.say("who.filled")}), nil
	case ask.Greeting:
		return Reply{Text: v.say("greeting")}, nil
	case ask.Thanks:
		return Reply{Text: v.say("thanks")}, nil
	case ask.Help:
		return d.help(r), nil
	case ask.AskBack:
		return v.askBack(r, m), nil
	}
	return Reply{Text: v.say("unknown")}, nil
}

// asOf puts the day above an answer about another day than today.
func (v voice) asOf(day, now time.Time, reply Reply) Reply {
	if day.IsZero() {
		return reply
	}
	on := v.say("answer.on", "day", v.day(day, now))
	if len(reply.Parts) > 0 {
		reply.Parts = append([]Part{{Body: on}}, reply.Parts...)
	}
	reply.Text = on + "\n" + reply.Text
	return reply
}

// scopeOf gives the narrowest scope that a question names.
func scopeOf(m ask.Meaning) slm.Scope {
	switch {
	case m.Agreement != "":
		return slm.Scope{Kind: slm.AgreementScope, Code: m.Agreement}
	case m.Service != "":
		return slm.Scope{Kind: slm.ServiceScope, Code: m.Service}
	}
	return slm.Scope{Kind: slm.Organisation}
}

// whoAnswer names the holders, one role after the other, with all that the
// answer rests on.
func (v voice) whoAnswer(r Request, m ask.Meaning) Reply {
	scope := scopeOf(m)
	var reply Reply
	var lines []string
	for _, key := range become(r, m.Roles) {
		rungs := r.Dir.Responsible(key, scope, r.At)
		body := v.say("who.line", "holder", v.rung(rungs[lead(rungs)], r), "role", v.role(key))
		lines = append(lines, string(body))
		for _, id := range m.Clauses {
			if role, clause, ok := r.Dir.Clause(id); ok && r.Dir.Successor(role.Key, r.At) == key {
				body += "\n" + v.say("role.clause", "id", id, "text", v.text(clause.Text))
			}
		}
		reply.Parts = append(reply.Parts, Part{Body: body}, Part{Note: v.footing(rungs, scope, r)})
	}
	if about := v.about(r, scope); about != "" {
		reply.Parts = append([]Part{{Body: about}}, reply.Parts...)
		lines = append([]string{string(about)}, lines...)
	}
	if len(lines) == 0 {
		return Reply{Text: v.say("unknown")}
	}
	reply.Text = Markup(strings.Join(lines, "\n"))
	return reply
}

// about names the agreement or service that an answer is about.
func (v voice) about(r Request, scope slm.Scope) Markup {
	switch scope.Kind {
	case slm.AgreementScope:
		if a := r.Dir.Agreement(scope.Code); a != nil {
			return v.say("who.about", "code", a.Code, "title", v.text(a.Title))
		}
	case slm.ServiceScope:
		if s := r.Dir.Service(scope.Code); s != nil {
			return v.say("who.about", "code", s.Code, "title", v.text(s.Name))
		}
	}
	return ""
}

// rung names who stands on a rung, and why it is they.
func (v voice) rung(rung slm.Rung, r Request) Markup {
	switch rung.Why {
	case slm.Covers:
		return v.say("rung.covers", "person", v.who(rung.Person), "for", v.who(rung.For),
			"until", v.until(rung.Cover, r.At), "reason", v.reason(rung.Cover))
	case slm.Absent:
		return v.say("rung.absent", "for", v.who(rung.For), "until", v.until(rung.Cover, r.At))
	case slm.Left:
		return v.say("rung.left", "for", v.text(rung.For.Name))
	case slm.NoOne:
		return v.say("rung.none")
	case slm.Deputy:
		return v.say("rung.deputy", "person", v.who(rung.Person))
	}
	return v.who(rung.Person)
}

func (v voice) reason(c *slm.Cover) Markup {
	if c.Reason == "" || v.guest {
		return ""
	}
	return v.say("rung.reason", "reason", c.Reason)
}

// lead is the place of the first rung that somebody stands on, or 0.
func lead(rungs []slm.Rung) int {
	return max(0, slices.IndexFunc(rungs, func(r slm.Rung) bool { return r.Person != nil }))
}

// scope names where an assignment holds.
func (v voice) scope(s slm.Scope, r Request) Markup {
	if s.Kind == slm.Organisation {
		return v.say("scope.organisation")
	}
	return v.say("scope."+string(s.Kind), "code", s.Code)
}
