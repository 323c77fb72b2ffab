package commands

import (
	"context"
	"slices"

	"steward/slm"
	"steward/store"
)

// taughtShown is how many lessons, and how many names, one list shows.
const taughtShown = 15

// listTaught shows what was taught, newest first: what questions mean, then
// the names of services. Each can be undone.
func (d *Desk) listTaught(ctx context.Context, r Request) (Reply, error) {
	names, n, err := d.db.TaughtNames(ctx, taughtShown)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	title := v.say("lesson.list", "n", len(r.Dir.Lessons))
	reply := Reply{Text: title, Parts: []Part{{Body: title}}}
	shown := r.Dir.Lessons[max(0, len(r.Dir.Lessons)-taughtShown):]
	for _, l := range slices.Backward(shown) {
		reply.Parts = append(reply.Parts, Part{Quote: quoted(cut(l.Text, 300))}, Part{Body: v.lessonLine(r, l)},
			Part{Buttons: []Button{v.unteachButton(l.ID)}})
	}
	if n > 0 {
		reply.Parts = append(reply.Parts, Part{Body: v.say("teach.list", "n", n)})
	}
	for _, name := range names {
		undo := v.unnameButton(name.ID)
		line := v.say("teach.line", "alias", name.Alias, "service", name.Service, "by", v.nameOf(name.By), "at", v.at(name.At, r.At))
		reply.Parts = append(reply.Parts, Part{Body: line, Accessory: &undo})
	}
	return reply, nil
}

// drawTaught tells somebody whose question was looked at what came of it: the
// answer, which of several things may be meant, or that there is still none.
func (d *Desk) drawTaught(ctx context.Context, p store.Ping, r Request) (Reply, error) {
	v := r.voice()
	by := v.person(p.Why.By)
	r.Text, r.Dir = p.Why.Text, d.Seen(r)
	a, err := d.Answer(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	answer := v.withAsides(r, a).Parts
	if len(answer) == 0 {
		answer = []Part{{Body: a.Reply.Text}}
	}
	var told Markup
	switch a.Outcome() {
	case "answer":
		told = v.say("lesson.told", "by", by)
	case "ask_back":
		told = v.say("lesson.closer", "by", by)
	default:
		told = v.say("lesson.still", "by", by)
		answer = v.nowKnown(r, p.Why)
	}
	reply := Reply{Text: told, Parts: []Part{{Body: told}, {Quote: quoted(p.Why.Text)}}}
	reply.Parts = append(reply.Parts, answer...)
	return reply, nil
}

// nowKnown says what was learned from a question that has no answer yet, as far
// as the reader may see it.
func (v voice) nowKnown(r Request, why store.Reason) []Part {
	if about := v.about(r, slm.Scope{Kind: slm.ServiceScope, Code: why.Scope}); about != "" && why.Name != "" {
		return []Part{{Body: v.say("teach.known", "alias", why.Name, "service", about)}}
	}
	if r.Guest {
		return []Part{{Body: v.say("unknown.guest")}}
	}
	return nil
}
