package commands

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"steward/ask"
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
	if other := roleNamed(r, alias); other != "" {
		return Reply{}, slm.Refuse(slm.Invalid, "teach.taken", "alias", alias, "service", string(other))
	}
	if !heard(r, service.Code, alias) {
		return Reply{}, slm.Refuse(slm.Invalid, "teach.unheard", "alias", alias, "service", service.Code)
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

// heard reports whether a service would be understood by an alias: not where
// that is a word of most questions, or means something else.
func heard(r Request, code, alias string) bool {
	dir := slm.Directory{
		Zone: r.Dir.Zone, People: r.Dir.People, Parties: r.Dir.Parties, Agreements: r.Dir.Agreements,
		Roles: r.Dir.Roles, Services: slices.Clone(r.Dir.Services),
	}
	for i := range dir.Services {
		if s := &dir.Services[i]; s.Code == code {
			s.Aliases = append(slices.Clip(s.Aliases), alias)
		}
	}
	index := ask.NewIndex(dir.Index())
	return slices.ContainsFunc([]string{"who handles " + alias + "?", alias + "由谁负责？"}, func(text string) bool {
		m := index.Understand(ask.Question{Text: text, Now: r.At})
		return m.Intent == ask.Who && m.Service == code
	})
}

// roleNamed gives the key of the role that an alias is a name of, or "".
func roleNamed(r Request, alias string) slm.RoleKey {
	for _, role := range r.Dir.RolesAt(r.At) {
		if strings.EqualFold(role.Name.EN, alias) || role.Name.ZH == alias || strings.EqualFold(string(role.Key), alias) {
			return role.Key
		}
	}
	return ""
}

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
