package commands

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"steward/slm"
)

// teach opens a form that gives a service one more name.
var teach = Click{
	ID: "teach",
	Form: func(r Request) Form {
		v := r.voice()
		return Form{
			ID: saveAlias.ID, Value: r.Value,
			Title: v.plain("teach.title"), Send: v.plain("teach.send"), Cancel: v.plain("form.cancel"), Body: v.say("teach.body"),
			Inputs: []Input{
				{ID: "alias", Label: v.plain("teach.alias"), Max: 100},
				{ID: "service", Label: v.plain("teach.service"), Hint: v.plain("teach.hint"), Max: 100},
			},
		}
	},
	Run: func(context.Context, *Desk, Request) (Reply, error) { return Reply{}, nil },
}

var saveAlias = Submit{ID: "teach", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := mayFor(r, slm.Scope{Kind: slm.Organisation}, teachers...); err != nil {
		return Reply{}, err
	}
	id, err := number(r)
	if err != nil {
		return Reply{}, err
	}
	alias := strings.TrimSpace(r.Fields["alias"])
	_, service, err := d.find(r, r.Fields["service"])
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		return Reply{}, refusal.At("service")
	}
	if err != nil {
		return Reply{}, err
	}
	if service == nil || alias == "" {
		return Reply{}, slm.Refuse(slm.Invalid, "teach.service").At("service")
	}
	if other := namedSo(r.Dir, alias); other != nil && other.Code != service.Code {
		return Reply{}, slm.Refuse(slm.Invalid, "teach.taken", "alias", alias, "service", other.Code)
	}
	name, err := d.db.TeachName(ctx, id, service.Code, alias, r.Person, r.At)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	reply := Reply{Text: v.say("teach.done", "alias", alias, "service", service.Code)}
	if name != 0 { // it was not known by that name before
		reply.Parts = []Part{{Body: reply.Text}, {Buttons: []Button{v.unnameButton(name)}}}
	}
	return reply, nil
}}

// namedSo gives the service that has an alias among its names, or nil.
func namedSo(d *slm.Directory, alias string) *slm.Service {
	for i := range d.Services {
		s := &d.Services[i]
		names := append([]string{s.Code, s.Name.EN, s.Name.ZH}, s.Aliases...)
		if slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, alias) }) {
			return s
		}
	}
	return nil
}

func (v voice) unnameButton(id int64) Button {
	return Button{Label: v.plain("lesson.undo"), Action: unname.ID, Value: strconv.FormatInt(id, 10)}
}

// unname takes back a name that a service was taught.
var unname = Click{ID: "unname", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := mayFor(r, slm.Scope{Kind: slm.Organisation}, teachers...); err != nil {
		return Reply{}, err
	}
	id, err := number(r)
	if err != nil {
		return Reply{}, err
	}
	name, err := d.db.UnteachName(ctx, id, r.Person, r.At)
	if err != nil {
		return Reply{}, err
	}
	return Reply{Text: r.voice().say("teach.undone", "alias", name.Alias, "service", name.Service)}, nil
}}
