package commands

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

var agreement = Command{
	Name: "agreement", Usage: "usage.agreement", About: "about.agreement", Run: runAgreement,
	Form: func(r Request) Form { return agreementForm(r, nil) }, Opens: "new",
	Fills: []slm.RoleKey{slm.ServiceLevelManager, slm.ServiceLevelAdministrator},
}

// runAgreement shows where an agreement is in its life, what is proposed for
// it, and what can be done with it.
func runAgreement(ctx context.Context, d *Desk, r Request) (Reply, error) {
	first := strings.Fields(r.Text)
	if len(first) > 0 && strings.EqualFold(first[0], "new") { // the form was not opened
		if err := keeps(r, slm.Scope{Kind: slm.Organisation}, "/sla agreement new"); err != nil {
			return Reply{}, err
		}
		return Reply{}, slm.Refuse(slm.Invalid, "form").Try("/sla agreement new")
	}
	if len(first) > 1 && strings.EqualFold(first[0], "edit") {
		r.Text = strings.Join(first[1:], " ")
	}
	words, date, err := cutDate(r)
	if err != nil {
		return Reply{}, err
	}
	r.Text = words
	a, err := d.agreement(r, "/sla agreement SLA-…")
	if err != nil {
		return Reply{}, err
	}
	if date != nil {
		return d.versionOn(ctx, r, a, *date)
	}
	return d.desk(ctx, r, a)
}

// versionOn shows what an agreement said at the end of a day.
func (d *Desk) versionOn(ctx context.Context, r Request, a *slm.Agreement, date slm.Date) (Reply, error) {
	v := r.voice()
	version, err := d.db.VersionAt(ctx, a.Code, (date+1).In(v.zoneOf(a.Code), 0).Add(-time.Microsecond))
	if err != nil {
		return Reply{}, err
	}
	if version == nil {
		return Reply{Text: v.say("version.none", "code", a.Code, "day", v.dated(date, r))}, nil
	}
	text := v.say("version.title", "code", a.Code, "day", v.dated(date, r), "version", version.Version,
		"since", v.at(version.At, r.At), "by", v.author(version.By))
	lines := text
	for _, p := range v.provisions(&version.Content, r) {
		if p.value != "" {
			lines += "\n" + v.say("agreement.field", "field", p.name, "value", p.value)
		}
	}
	return Reply{Text: text, Parts: []Part{{Body: lines}}, About: a.Code}, nil
}

// desk shows an agreement with all that can be done with it.
func (d *Desk) desk(ctx context.Context, r Request, a *slm.Agreement) (Reply, error) {
	v := r.voice()
	life, err := v.life(ctx, d, a, r)
	if err != nil {
		return Reply{}, err
	}
	title := v.say("who.about", "code", a.Code, "title", v.text(a.Title))
	lines := title + "\n" + life
	for _, f := range v.provisions(a, r) {
		if f.value != "" {
			lines += "\n" + v.say("agreement.field", "field", f.name, "value", f.value)
		}
	}
	reply := Reply{Text: title, About: a.Code, Parts: []Part{{Body: lines}}}
	open, err := d.db.OpenProposals(ctx, store.ForAgreement, a.Code)
	if err != nil {
		return Reply{}, err
	}
	for i := range open {
		if proposed, err := v.proposed(r, &open[i]); err == nil && open[i].Base == a.Version {
			reply.Parts = append(reply.Parts, proposed...)
		}
	}
	if buttons := v.steps(a, r); len(buttons) > 0 {
		reply.Parts = append(reply.Parts, Part{Buttons: buttons})
	} else {
		reply.Parts = append(reply.Parts, Part{Note: v.say("agreement.kept", "who", v.managedBy(a, r))})
	}
	return reply, nil
}

// steps are the buttons for what the reader may do with an agreement.
func (v voice) steps(a *slm.Agreement, r Request) []Button {
	value := a.Code + " " + strconv.Itoa(a.Version)
	if r.Person == nil || keeps(r, slm.Scope{Kind: slm.AgreementScope, Code: a.Code}, "") != nil {
		return nil
	}
	buttons := []Button{{Label: v.plain("agreement.edit"), Action: editAgreementID, Value: value}}
	if signs(r, a.Code, "") != nil {
		return buttons
	}
	if _, err := r.Dir.Become(a, slaCode(r.Dir, a)); a.Kind == slm.SLR && err == nil {
		buttons = append(buttons, Button{Label: v.plain("requirement.become"), Action: becomeID, Value: a.Code, Primary: true})
	}
	for _, s := range a.Steps() {
		switch s {
		case slm.Signed:
			buttons = append(buttons, Button{Label: v.plain("agreement.sign"), Action: signID, Value: value, Primary: true})
		case slm.Negotiating, slm.Draft:
			buttons = append(buttons, Button{Label: v.plain("step." + string(s)), Action: stepID + "." + string(s), Value: value + " " + string(s)})
		case slm.Terminated:
			buttons = append(buttons, Button{Label: v.plain("agreement.end"), Action: endAgreementID, Value: value, Danger: true})
		}
	}
	return buttons
}

// keeps refuses, as Forbidden, people who may not keep the records of what is
// agreed at a scope; command is what they can ask of those who may.
func keeps(r Request, scope slm.Scope, command string) error {
	return asked(mayFor(r, scope, slm.ServiceLevelManager, slm.ServiceLevelAdministrator), command)
}

// signs refuses, as Forbidden, people who may not sign, end or change what
// binds both sides: SM-4.
func signs(r Request, code, command string) error {
	return asked(mayFor(r, slm.Scope{Kind: slm.AgreementScope, Code: code}, slm.ServiceLevelManager), command)
}

// asked adds to a refusal what can be asked of those who may.
func asked(err error, command string) error {
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		refusal.Hint = command
	}
	return err
}

// The ids of what buttons do stand apart, since what they do shows them again.
const (
	editAgreementID = "editagreement"
	acceptID        = "accept"
	declineID       = "decline"
	stepID          = "step"
)

var editAgreement = Click{
	ID: editAgreementID,
	Form: func(r Request) Form {
		code, _, _ := strings.Cut(r.Value, " ")
		return agreementForm(r, r.Dir.Agreement(code))
	},
	Run: func(context.Context, *Desk, Request) (Reply, error) { return Reply{}, nil },
}

// saveAgreement keeps what was filled in as a proposal, and shows what it would
// change.
var saveAgreement = Submit{ID: "agreement", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := known(r); err != nil {
		return Reply{}, err
	}
	a, err := agreementFields(r)
	if err != nil {
		return Reply{}, err
	}
	if err := keeps(r, keptAt(r, &a), "/sla agreement "+a.Code); err != nil {
		return Reply{}, err
	}
	if have := r.Dir.Agreement(a.Code); have != nil && len(r.voice().differences(have, &a, r)) == 0 {
		return Reply{Text: r.voice().say("agreement.same", "code", a.Code)}, nil
	}
	_, err = d.db.ProposeAgreement(ctx, a, r.Person.Email, r.At)
	return Reply{}, err // what would change comes as a message, which loses its buttons once that is settled
}}

// keptAt is where somebody has to hold a role to keep the record of an
// agreement: at the agreement, or for a new one at its first service.
func keptAt(r Request, a *slm.Agreement) slm.Scope {
	if r.Dir.Agreement(a.Code) != nil || len(a.Services) == 0 || r.Dir.Service(a.Services[0]) == nil {
		return slm.Scope{Kind: slm.AgreementScope, Code: a.Code}
	}
	return slm.Scope{Kind: slm.ServiceScope, Code: a.Services[0]}
}

// proposed shows what a proposal would change, with the buttons that settle
// it.
func (v voice) proposed(r Request, p *store.Proposal) ([]Part, error) {
	if p.Kind == store.ForCalendar {
		return v.calendarProposed(r, p)
	}
	a, err := p.Agreement()
	if err != nil {
		return nil, err
	}
	text := v.say("proposal.new", "code", a.Code, "by", v.author(p.By), "at", v.at(p.At, r.At))
	have := r.Dir.Agreement(a.Code)
	if have != nil {
		text = v.say("proposal.title", "code", a.Code, "version", p.Base+1, "by", v.author(p.By), "at", v.at(p.At, r.At))
	} else {
		have = &slm.Agreement{Zone: a.Zone}
	}
	for _, change := range v.differences(have, &a, r) {
		text += "\n" + change
	}
	return []Part{{Body: text}, v.settling(p)}, nil
}

// accept makes a proposal the next version. What binds both sides is changed
// by who may sign; before, who keeps the records may.
var accept = Click{ID: acceptID, Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	p, err := d.proposal(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	if err := mayAccept(r, p); err != nil {
		return Reply{}, err
	}
	if err := d.db.Accept(ctx, p.ID, r.Person.Email, r.At); err != nil {
		return Reply{}, err
	}
	return Reply{Settles: true, Text: r.voice().say("proposal.accepted", "code", p.Code, "version", p.Base+1), About: p.Code}, nil
}}

var decline = Click{ID: declineID, Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	p, err := d.proposal(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	if p.By != r.Person.Email { // everybody may take back what is theirs
		if err := mayAccept(r, p); err != nil {
			return Reply{}, err
		}
	}
	if err := d.db.Decline(ctx, p.ID, r.Person.Email, r.At); err != nil {
		return Reply{}, err
	}
	return Reply{Settles: true, Text: r.voice().say("proposal.declined", "code", p.Code)}, nil
}}

// proposal gives the proposal that a button is about.
func (d *Desk) proposal(ctx context.Context, r Request) (*store.Proposal, error) {
	id, err := number(r)
	if err := errors.Join(err, known(r)); err != nil {
		return nil, err
	}
	p, err := d.db.Proposal(ctx, id)
	if err == nil && p == nil {
		err = slm.Refuse(slm.NotFound, "button")
	}
	return p, err
}

func mayAccept(r Request, p *store.Proposal) error {
	if p.Kind == store.ForCalendar {
		return asked(mayFor(r, slm.Scope{Kind: slm.Organisation}, slm.ServiceLevelManager), "/sla calendar "+p.Code)
	}
	have := r.Dir.Agreement(p.Code)
	if have != nil && have.State.Binding() {
		return signs(r, p.Code, "/sla agreement "+p.Code)
	}
	var a slm.Agreement
	if err := json.Unmarshal(p.Content, &a); err != nil {
		return err
	}
	return keeps(r, keptAt(r, &a), "/sla agreement "+p.Code)
}
