package commands

import (
	"context"
	"errors"
	"strings"
	"time"

	"steward/slm"
)

var assign = Command{Name: "assign", About: "about.assign", Form: assignForm, Run: runAssign}

// How a new holder relates to the present one.
const (
	insteadOf  = "instead"
	besides    = "besides"
	deputyRank = "deputy"
)

// assignForm asks who shall hold which role, where, and from when.
func assignForm(r Request) Form {
	v := r.voice()
	var roles []Option
	for _, role := range r.Dir.RolesAt(r.At) {
		roles = append(roles, Option{role.Name.In(v.lang), string(role.Key)})
	}
	return Form{
		ID: "assign", Title: v.plain("assign.title"), Send: v.plain("assign.send"), Cancel: v.plain("form.cancel"),
		Inputs: []Input{
			{ID: "role", Kind: ChoiceInput, Label: v.plain("assign.role"), Options: roles},
			{ID: "person", Kind: PersonInput, Label: v.plain("assign.person")},
			{ID: "scope", Label: v.plain("assign.scope"), Hint: v.plain("assign.scopehint"), Max: 100, May: true},
			{ID: "rank", Kind: ChoiceInput, Label: v.plain("assign.rank"), Initial: insteadOf, Options: []Option{
				{v.plain("assign.instead"), insteadOf}, {v.plain("assign.besides"), besides}, {v.plain("assign.deputy"), deputyRank},
			}},
			{ID: "from", Kind: DateInput, Label: v.plain("form.from"), Hint: v.dayHint(r.Dir.Zone), Initial: today(r, r.Dir.Zone)},
			{ID: "to", Kind: DateInput, Label: v.plain("assign.to"), May: true},
		},
	}
}

// runAssign is for places where no form can be opened, and for words behind the
// command.
func runAssign(_ context.Context, _ *Desk, r Request) (Reply, error) {
	if r.Text != "" {
		return Reply{}, slm.Refuse(slm.Invalid, "form.words").Try("/sla assign")
	}
	return Reply{}, slm.Refuse(slm.Invalid, "form").Try("/sla assign")
}

// appoints says who may fill a role: those above it.
func appoints(role slm.RoleKey) []slm.RoleKey {
	switch role {
	case slm.ServiceLevelAdministrator:
		return []slm.RoleKey{slm.ServiceLevelManager, slm.ProcessLead, slm.ProcessOwner}
	case slm.ServiceLevelManager:
		return []slm.RoleKey{slm.ProcessLead, slm.ProcessOwner}
	}
	return []slm.RoleKey{slm.ProcessOwner}
}

var saveAssignment = Submit{ID: "assign", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := known(r); err != nil {
		return Reply{}, err
	}
	role, ok := r.Dir.RoleAt(slm.RoleKey(r.Fields["role"]), r.At)
	if !ok {
		return Reply{}, slm.Refuse(slm.NotFound, "role", "words", r.Fields["role"])
	}
	person, err := somebody(r, "person")
	if err != nil {
		return Reply{}, err
	}
	a := slm.Assignment{Role: role.Key, Person: person.ID, Deputy: r.Fields["rank"] == deputyRank}
	if a.Scope, err = d.scopeField(r); err != nil {
		return Reply{}, err
	}
	if err := mayFor(r, a.Scope, appoints(role.Key)...); err != nil {
		return Reply{}, err
	}
	if a.From, err = firstMoment(r.Fields["from"], r.Dir.Zone); err != nil {
		return Reply{}, err
	}
	if r.Fields["to"] != "" {
		last, err := firstMoment(r.Fields["to"], r.Dir.Zone)
		if err != nil {
			return Reply{}, err
		}
		end := last.AddDate(0, 0, 1) // the last day is included
		if a.To = &end; !a.From.Before(end) {
			return Reply{}, slm.Refuse(slm.Invalid, "span").At("to")
		}
	}
	instead := r.Fields["rank"] == insteadOf
	if instead && r.Fields["from"] < today(r, r.Dir.Zone) {
		if before := r.Dir.Person(heldSince(r.Dir, a, r.At)); before != nil {
			return Reply{}, slm.Refuse(slm.Invalid, "assign.past", "person", before.Name.In(r.voice().lang)).At("from")
		}
	}
	if err := d.db.Assign(ctx, a, instead, r.Person, r.At); err != nil {
		return Reply{}, err
	}
	v := r.voice()
	return Reply{Text: v.say("assign.saved", "person", v.nameOf(person.ID), "role", v.role(role.Key), "scope", v.scope(a.Scope, r),
		"day", v.date(a.From, r.At))}, nil
}}

// heldSince gives who else held the role first at the scope of an assignment
// since it is to begin, or 0 where nobody did: an assignment in place of them
// would say that they did not.
func heldSince(d *slm.Directory, a slm.Assignment, now time.Time) int64 {
	for _, part := range d.PartsOf(a.Role, now) {
		for _, h := range d.Assignments {
			if h.Role == part.Role && h.Scope == a.Scope && !h.Deputy && h.Person != a.Person &&
				h.From.Before(now) && (h.To == nil || h.To.After(a.From)) {
				return h.Person
			}
		}
	}
	return 0
}

// scopeField reads where an assignment shall hold: nothing is the whole
// organisation.
func (d *Desk) scopeField(r Request) (slm.Scope, error) {
	words := strings.TrimSpace(r.Fields["scope"])
	if words == "" {
		return slm.Scope{Kind: slm.Organisation}, nil
	}
	a, s, err := d.find(r, words)
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		return slm.Scope{}, refusal.At("scope")
	}
	if err != nil {
		return slm.Scope{}, err
	}
	if a != nil {
		return slm.Scope{Kind: slm.AgreementScope, Code: a.Code}, nil
	}
	return slm.Scope{Kind: slm.ServiceScope, Code: s.Code}, nil
}
