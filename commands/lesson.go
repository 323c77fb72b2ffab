package commands

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"steward/slm"
)

// anyAsk stands for who answers for a thing as a whole.
const anyAsk = "any"

// thingsListed is how many things a form offers to choose from: Slack takes a
// hundred. Where there are more, the name is typed.
const thingsListed = 100

// mean opens a form that says what a question means. Its value is the
// question's id and text, since the form is opened without asking anybody.
var mean = Click{
	ID: "mean",
	Form: func(r Request) Form {
		v := r.voice()
		_, text := cutNumber(r.Value)
		return Form{
			ID: saveMeaning.ID, Value: r.Value,
			Title: v.plain("lesson.title"), Send: v.plain("lesson.send"), Cancel: v.plain("form.cancel"),
			Body: v.say("lesson.body", "text", text),
			Inputs: []Input{
				v.thingInput(r),
				{ID: "asks", Kind: ChoiceInput, Label: v.plain("lesson.asks"), Initial: anyAsk, Options: v.asks(r)},
			},
		}
	},
	Run: func(context.Context, *Desk, Request) (Reply, error) { return Reply{}, nil },
}

// thingInput asks what a question is about: a choice where there are few
// things, else words.
func (v voice) thingInput(r Request) Input {
	in := Input{ID: "thing", Label: v.plain("lesson.thing"), Hint: v.plain("lesson.thinghint"), Max: 100, May: true}
	if len(r.Dir.Agreements)+len(r.Dir.Services)+len(r.Dir.Parties) > thingsListed {
		return in
	}
	in.Kind = ChoiceInput
	for _, s := range r.Dir.Services {
		in.Options = append(in.Options, Option{s.Code + " " + s.Name.In(v.lang), "service " + s.Code})
	}
	for _, a := range r.Dir.Agreements {
		in.Options = append(in.Options, Option{a.Code + " " + a.Title.In(v.lang), "agreement " + a.Code})
	}
	for _, p := range r.Dir.Parties {
		in.Options = append(in.Options, Option{p.Code + " " + p.Name.In(v.lang), "party " + p.Code})
	}
	return in
}

// asks lists what can be asked about a thing, or in general.
func (v voice) asks(r Request) []Option {
	options := []Option{{v.plain("lesson.any"), anyAsk}}
	all := r.Dir.RolesAt(r.At)
	for _, role := range all {
		options = append(options, Option{v.plain("lesson.role", "role", v.text(role.Name)), "role " + string(role.Key)})
	}
	for _, role := range all {
		for _, c := range role.Responsibilities {
			options = append(options, Option{c.ID + " " + c.Text.In(v.lang), "clause " + c.ID})
		}
	}
	return options
}

var saveMeaning = Submit{ID: "mean", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := mayFor(r, slm.Scope{Kind: slm.Organisation}, teachers...); err != nil {
		return Reply{}, err
	}
	id, text := cutNumber(r.Value)
	l, err := d.lesson(r)
	if err != nil {
		return Reply{}, err
	}
	lesson, err := d.db.Teach(ctx, id, l, r.Person, r.At)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	done := v.say("lesson.done", "text", text)
	return Reply{Text: done, Parts: []Part{
		{Body: done}, {Body: v.lessonLine(r, l)}, {Buttons: []Button{v.unteachButton(lesson)}},
	}}, nil
}}

// lesson reads what a question means. It refuses what says neither what it is
// about nor what it asks for.
func (d *Desk) lesson(r Request) (slm.Lesson, error) {
	l, err := d.thingField(r, strings.TrimSpace(r.Fields["thing"]))
	if err != nil {
		return l, err
	}
	switch kind, id, _ := strings.Cut(r.Fields["asks"], " "); {
	case kind == "role":
		l.Role = slm.RoleKey(id)
	case kind == "clause":
		l.Clause = id
	case l == slm.Lesson{}:
		return l, slm.Refuse(slm.Invalid, "lesson.empty")
	}
	if _, ok := r.Dir.Role(l.Role); l.Role != "" && !ok {
		return l, slm.Refuse(slm.NotFound, "role", "words", string(l.Role)).Try("/sla roles")
	}
	return l, nil
}

// thingField reads what a question is about: an option, or the code or name of
// an agreement, a service or a party. Nothing is nothing.
func (d *Desk) thingField(r Request, words string) (slm.Lesson, error) {
	kind, code, _ := strings.Cut(words, " ")
	switch {
	case words == "":
		return slm.Lesson{}, nil
	case kind == "agreement" && r.Dir.Agreement(code) != nil:
		return slm.Lesson{Agreement: code}, nil
	case kind == "service" && r.Dir.Service(code) != nil:
		return slm.Lesson{Service: code}, nil
	case kind == "party" && r.Dir.Party(code) != nil:
		return slm.Lesson{Party: code}, nil
	}
	named := func(p slm.Party) bool {
		return strings.EqualFold(p.Code, words) || strings.EqualFold(p.Name.EN, words) || p.Name.ZH == words
	}
	if i := slices.IndexFunc(r.Dir.Parties, named); i >= 0 {
		return slm.Lesson{Party: r.Dir.Parties[i].Code}, nil
	}
	a, s, err := d.find(r, words)
	if err != nil {
		return slm.Lesson{}, err
	}
	if a != nil {
		return slm.Lesson{Agreement: a.Code}, nil
	}
	return slm.Lesson{Service: s.Code}, nil
}

// lessonLine says what a question means: what it asks for, and about what.
func (v voice) lessonLine(r Request, l slm.Lesson) Markup {
	asks := v.say("lesson.any")
	if l.Role != "" {
		asks = v.say("lesson.role", "role", v.role(l.Role))
	} else if _, c, ok := r.Dir.Clause(l.Clause); ok {
		asks = v.say("role.clause", "id", c.ID, "text", v.text(c.Text))
	}
	about := v.about(r, l.Scope())
	if p := r.Dir.Party(l.Party); p != nil {
		about = v.say("who.about", "code", p.Code, "title", v.text(p.Name))
	}
	if about == "" {
		return asks
	}
	return v.say("lesson.line", "about", about, "asks", asks)
}

func (v voice) unteachButton(id int64) Button {
	return Button{Label: v.plain("lesson.undo"), Action: unteach.ID, Value: strconv.FormatInt(id, 10)}
}

// unteach makes a lesson count no more.
var unteach = Click{ID: "unteach", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := mayFor(r, slm.Scope{Kind: slm.Organisation}, teachers...); err != nil {
		return Reply{}, err
	}
	id, err := number(r)
	if err != nil {
		return Reply{}, err
	}
	l, err := d.db.Unteach(ctx, id, r.Person, r.At)
	if err != nil {
		return Reply{}, err
	}
	return Reply{Text: r.voice().say("lesson.undone", "text", cut(l.Text, 300))}, nil
}}
