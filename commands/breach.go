package commands

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

// number reads the id that a button carries.
func number(r Request) (int64, error) {
	id, err := strconv.ParseInt(r.Value, 10, 64)
	if err != nil {
		return 0, slm.Refuse(slm.NotFound, "button")
	}
	return id, nil
}

// known refuses, as Forbidden, accounts that the directory does not know.
func known(r Request) error {
	if r.Person == nil {
		return slm.Refuse(slm.Forbidden, "stranger")
	}
	return nil
}

// acknowledge makes the person answer for a breach. The message itself says
// so afterwards; only being late needs words.
var acknowledge = Click{ID: "acknowledge", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	id, err := number(r)
	if err := errors.Join(err, known(r)); err != nil {
		return Reply{}, err
	}
	f, err := d.db.Acknowledge(ctx, id, r.Person.ID, r.At)
	if err != nil {
		return Reply{}, err
	}
	return r.voice().already(r, f), nil
}}

// escalate brings a breach to the next person at once. Its button carries how
// many steps the message shows, so that a double click is one step.
var escalate = Click{ID: "escalate", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	id, shown := cutNumber(r.Value)
	seen, err := strconv.Atoi(shown)
	if err != nil {
		return Reply{}, slm.Refuse(slm.NotFound, "button")
	}
	if err := known(r); err != nil {
		return Reply{}, err
	}
	f, err := d.db.Escalate(ctx, id, r.Person.ID, seen, r.At)
	if err != nil {
		return Reply{}, err
	}
	return r.voice().already(r, f), nil
}}

// already tells somebody who comes late who was first.
func (v voice) already(r Request, f slm.Follow) Reply {
	if f.Open() || f.By == r.Person.ID {
		return Reply{}
	}
	return Reply{Text: v.say("breach.already", "person", v.person(f.By), "at", v.at(*f.At, r.At))}
}

// explain shows what was counted, and who was told, when and why. Anybody may
// ask who sees the agreement.
var explain = Click{ID: "explain", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	id, err := number(r)
	if err != nil {
		return Reply{}, err
	}
	b, err := d.db.Breach(ctx, id)
	if err != nil {
		return Reply{}, err
	}
	if r.Guest && r.Dir.Agreement(b.Agreement) == nil {
		return Reply{}, slm.Refuse(slm.NotFound, "breach")
	}
	if b.Case != 0 {
		return d.explainCase(ctx, r, b)
	}
	if t, ok := targetOf(r.Dir, b.Agreement, b.Target); ok && t.Kind == slm.ClockTarget {
		return d.explainShare(ctx, r, b, t)
	}
	v := r.voice()
	title := v.say("explain.title", "code", b.Agreement, "target", v.target(b.Breach))
	parts := []Part{{Head: unescape(string(title))}, {Body: v.found(b, r)}}
	account, err := d.accountNow(ctx, r, b)
	if err != nil {
		return Reply{}, err
	}
	parts = append(append(parts, account...), Part{Body: v.say("explain.told") + v.history(b, r)},
		Part{Note: v.say("explain.pinned", "version", b.Version, "found", v.at(b.FoundAt, r.At), "id", b.ID)})
	return Reply{Text: title, Parts: parts}, nil
}}

// accountNow shows what is known by now of the window that a breach is about,
// as /sla explain does; nothing where the target is not there any more.
func (d *Desk) accountNow(ctx context.Context, r Request, b store.BreachView) ([]Part, error) {
	a := r.Dir.Agreement(b.Agreement)
	if a == nil {
		return nil, nil
	}
	i := slices.IndexFunc(a.Targets, func(t slm.Target) bool { return t.ID == b.Target })
	if i < 0 {
		return nil, nil
	}
	at := r.At
	if last := b.Period.To.Add(-time.Second); last.Before(at) {
		at = last
	}
	reading, err := d.readingOf(ctx, a, &a.Targets[i], at)
	if err != nil {
		return nil, err
	}
	return d.accountOf(ctx, r, a, reading, at)
}

// inCode keeps a text from ending the code marks around it.
func inCode(s string) string { return strings.ReplaceAll(s, "`", "'") }

// history lists what was done about a breach and why.
func (v voice) history(b store.BreachView, r Request) Markup {
	var lines Markup
	for _, e := range b.Events {
		lines += "\n" + v.say("event."+e.Kind, "at", v.at(e.At, r.At), "person", v.person(e.Person),
			"role", v.role(e.Why.Role), "why", v.because(e.Why)) + v.skipped(e.Why)
	}
	return lines
}

// because says by which rule somebody was told.
func (v voice) because(why store.Reason) Markup {
	return v.say("because."+string(why.Rule), "by", v.person(why.By), "key", inCode(cut(why.Text, 40)))
}

// skipped says which rungs were vacant on the way.
func (v voice) skipped(why store.Reason) Markup {
	var lines Markup
	for _, s := range why.Skipped {
		key := "skipped.none"
		switch s.Why {
		case slm.Absent:
			key = "skipped.absent"
		case slm.Left:
			key = "skipped.left"
		}
		lines += "\n" + v.say(key, "role", v.role(s.Role), "person", v.nameOf(s.Person))
	}
	return lines
}

// nameOf gives a person's plain name: somebody who is not to be pinged.
func (v voice) nameOf(id int64) Markup {
	if p := v.dir.Person(id); p != nil {
		return v.text(p.Name)
	}
	return v.say("somebody")
}

// target names a breach's target.
func (v voice) target(b slm.Breach) Markup {
	if name := v.targetName(b.Agreement, b.Target); name != "" {
		return name
	}
	return Markup(escape(b.TargetKey))
}

// targetName names a target of an agreement, or nothing if there is none.
func (v voice) targetName(code string, target int64) Markup {
	t, _ := targetOf(v.dir, code, target)
	return v.text(t.Name)
}

// targetOf gives the target of an agreement, as far as the directory has it.
func targetOf(d *slm.Directory, code string, target int64) (slm.Target, bool) {
	a := d.Agreement(code)
	if a == nil {
		return slm.Target{}, false
	}
	i := slices.IndexFunc(a.Targets, func(t slm.Target) bool { return t.ID == target })
	if i < 0 {
		return slm.Target{}, false
	}
	return a.Targets[i], true
}

// drawBreach shows a breach to one of those told of it, as it stands now. The
// case is that of the breach, if it is of one.
func (v voice) drawBreach(r Request, p store.Ping, b store.BreachView, c *store.CaseView) Reply {
	id := strconv.FormatInt(b.ID, 10)
	explainButton := Button{Label: v.plain("button.explain"), Action: explain.ID, Value: id}
	if over := v.closed(b, r); over != "" {
		mark := Markup(":white_check_mark:")
		if _, corrected := b.Corrected(); corrected {
			mark = standingMark(slm.Unknown)
		}
		parts := []Part{{Body: v.breachHead(mark, b, c)}}
		if c != nil {
			parts = append(parts, Part{Fields: v.caseFacts(r, b, *c)})
		}
		return Reply{
			Text: v.breachHead(mark, b, c) + "\n" + over, Parts: append(parts, Part{Body: over}, Part{Buttons: []Button{explainButton}}),
		}
	}
	head := v.breachHead(standingMark(slm.Breached), b, c)
	title := Markup("")
	if a := v.dir.Agreement(b.Agreement); a != nil {
		title = v.text(a.Title)
	}
	facts := []Markup{
		v.say("breach.since", "since", v.at(b.Since, r.At)),
		v.measured(b),
	}
	if c != nil {
		facts = v.caseFacts(r, b, *c)
	}
	facts = append(facts, v.say("breach.you", "role", v.role(p.Why.Role), "cover", v.asCover(p.Why)), v.next(r, b))
	parts := []Part{{Body: head + "\n" + title}, {Fields: facts}}
	if because := v.say("breach.because", "why", v.because(p.Why)) + v.skipped(p.Why); p.Why.Rule != store.ByBreach || len(p.Why.Skipped) > 0 {
		parts = append(parts, Part{Body: because})
	}
	if after := v.after(p, b, r); after != "" {
		parts = append(parts, Part{Body: after})
	}
	parts = append(parts, Part{Body: v.say("breach.do")}, Part{Buttons: []Button{
		{Label: v.plain("button.acknowledge"), Action: acknowledge.ID, Value: id, Primary: true},
		explainButton,
		{Label: v.plain("button.escalate"), Action: escalate.ID, Value: id + " " + strconv.Itoa(b.Steps())},
	}})
	return Reply{Text: head, Parts: parts}
}

// closed says why a breach does not wait for an answer any more, or nothing.
func (v voice) closed(b store.BreachView, r Request) Markup {
	if corrected := v.corrected(b, r); corrected != "" || b.Follow.Open() {
		return corrected
	}
	return v.say("breach.answered", "person", v.person(b.Follow.By), "at", v.at(*b.Follow.At, r.At))
}

// drawReminder is the short text that stands in the thread of the message
// about the breach: an edit of that message would ping nobody.
func (v voice) drawReminder(r Request, b store.BreachView) Reply {
	if over := v.closed(b, r); over != "" {
		return Reply{Text: over}
	}
	return Reply{Text: v.say("breach.reminder", "code", b.Agreement)}
}

func (v voice) asCover(why store.Reason) Markup {
	if why.Rung == slm.Deputy {
		return v.say("breach.deputy")
	}
	if why.For == 0 {
		return ""
	}
	return v.say("breach.cover", "for", v.nameOf(why.For))
}

// next says who is told next, and when, unless somebody answers.
func (v voice) next(r Request, b store.BreachView) Markup {
	a := v.dir.Agreement(b.Agreement)
	if a == nil || b.Follow.NextAt == nil {
		return v.say("breach.nextnone")
	}
	told := map[int64]bool{}
	for _, e := range b.Events {
		if e.Person != 0 {
			told[e.Person] = e.Kind != "rerouted"
		}
	}
	step := slm.NextStep(v.dir.Ladder(a, r.At), told, b.Follow.Round)
	if step.Nobody {
		return v.say("breach.nextnone")
	}
	key := "breach.next"
	if step.Round > b.Follow.Round {
		key = "breach.again"
	}
	return v.say(key, "person", v.who(step.Rung.Person), "at", v.at(*b.Follow.NextAt, r.At))
}

// after says who else was told after this person, if anybody was.
func (v voice) after(p store.Ping, b store.BreachView, r Request) Markup {
	var last *store.BreachEvent
	mine := false
	for i, e := range b.Events {
		switch {
		case e.Kind != "told" && e.Kind != "reminded":
		case e.Person == p.Person:
			mine, last = true, nil
		case mine:
			last = &b.Events[i]
		}
	}
	if last == nil {
		return ""
	}
	return v.say("breach.after", "person", v.person(last.Person), "at", v.at(last.At, r.At), "why", v.because(last.Why))
}
