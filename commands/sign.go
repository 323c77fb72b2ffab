package commands

import (
	"context"
	"strconv"
	"strings"

	"steward/slm"
)

var sign = Command{Name: "sign", Usage: "usage.show", About: "about.sign", Run: runSign}

const (
	signID         = "sign"
	signInSpiteID  = "signinspite"
	endAgreementID = "endagreement"
)

// runSign shows what would be signed, whether what carries it is enough, and
// the button that signs.
func runSign(_ context.Context, d *Desk, r Request) (Reply, error) {
	a, err := d.agreement(r, "/sla sign SLA-…")
	if err != nil {
		return Reply{}, err
	}
	return previewSign(r, a)
}

func previewSign(r Request, a *slm.Agreement) (Reply, error) {
	if err := mayStep(r, a, slm.Signed, "/sla sign "+a.Code); err != nil {
		return Reply{}, err
	}
	v := r.voice()
	title := v.say("sign.title", "code", a.Code, "title", v.text(a.Title), "version", a.Version)
	lines := title
	for _, p := range v.provisions(a, r) {
		if p.value != "" {
			lines += "\n" + v.say("agreement.field", "field", p.name, "value", p.value)
		}
	}
	reply := Reply{Text: title, About: a.Code, Parts: []Part{{Body: lines}, {Body: v.chained(a.Code, r)}}}
	button := Button{Label: v.plain("agreement.sign"), Action: confirmSignID, Value: a.Code + " " + strconv.Itoa(a.Version), Primary: true}
	if gaps := r.Dir.CheckChain(a.Code, r.At); len(gaps) > 0 {
		button.Label, button.Action, button.Primary, button.Danger = v.plain("sign.inspite"), signInSpiteID, false, true
	}
	reply.Parts = append(reply.Parts, Part{Buttons: []Button{button}})
	return reply, nil
}

// mayStep refuses a step that the agreement's state does not allow, and people
// who may not take it.
func mayStep(r Request, a *slm.Agreement, to slm.State, command string) error {
	if err := signs(r, a.Code, command); err != nil {
		return err
	}
	for _, s := range a.Steps() {
		if s == to {
			return nil
		}
	}
	if a.Kind == slm.SLR && to == slm.Signed {
		return slm.Refuse(slm.Invalid, "agreement.slr", "code", a.Code)
	}
	return slm.Refuse(slm.Invalid, "agreement.step", "code", a.Code)
}

// versionOf gives the agreement and the version that a button is about.
func versionOf(r Request) (*slm.Agreement, int, error) {
	words := strings.Fields(r.Value)
	if len(words) < 2 {
		return nil, 0, slm.Refuse(slm.NotFound, "button")
	}
	a := r.Dir.Agreement(words[0])
	version, err := strconv.Atoi(words[1])
	if a == nil || err != nil {
		return nil, 0, slm.Refuse(slm.NotFound, "button")
	}
	return a, version, known(r)
}

// askSign shows what would be signed.
var askSign = Click{ID: signID, Run: func(_ context.Context, _ *Desk, r Request) (Reply, error) {
	a, _, err := versionOf(r)
	if err != nil {
		return Reply{}, err
	}
	return previewSign(r, a)
}}

const confirmSignID = "confirmsign"

// confirmSign signs what is carried.
var confirmSign = Click{ID: confirmSignID, Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	return d.sign(ctx, r, "")
}}

// signInSpite asks why something is signed although it is not carried.
var signInSpite = Click{
	ID: signInSpiteID,
	Form: func(r Request) Form {
		v := r.voice()
		code, _, _ := strings.Cut(r.Value, " ")
		return Form{
			ID: signInSpiteID, Value: r.Value, Title: v.plain("sign.inspite"), Send: v.plain("agreement.sign"), Cancel: v.plain("form.cancel"),
			Body:   v.chained(code, r),
			Inputs: []Input{{ID: "reason", Label: v.plain("sign.reason"), Hint: v.plain("sign.kept"), Max: 500, Long: true}},
		}
	},
	Run: func(context.Context, *Desk, Request) (Reply, error) { return Reply{}, nil },
}

var saveSign = Submit{ID: signInSpiteID, Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	reason := strings.Join(strings.Fields(r.Fields["reason"]), " ")
	if reason == "" {
		return Reply{}, slm.Refuse(slm.Invalid, "agreement.reason")
	}
	return d.sign(ctx, r, reason)
}}

// sign signs an agreement. Without a reason it refuses one that is not carried.
func (d *Desk) sign(ctx context.Context, r Request, reason string) (Reply, error) {
	a, version, err := versionOf(r)
	if err != nil {
		return Reply{}, err
	}
	if err := mayStep(r, a, slm.Signed, "/sla sign "+a.Code); err != nil {
		return Reply{}, err
	}
	if reason == "" && len(r.Dir.CheckChain(a.Code, r.At)) > 0 { // since it was shown
		return previewSign(r, a)
	}
	state, err := d.db.StepAgreement(ctx, a.Code, version, slm.Signed, reason, r.Person.Email, r.At)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	return Reply{Text: v.say("sign.done", "code", a.Code, "version", version, "state", v.say("state."+string(state)), "from", v.agreed(a, r)), About: a.Code}, nil
}

// step brings a draft into negotiation, or back.
var step = Click{ID: stepID, Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	a, version, err := versionOf(r)
	if err != nil {
		return Reply{}, err
	}
	to := slm.State(strings.Fields(r.Value + " -")[2])
	if to != slm.Draft && to != slm.Negotiating {
		return Reply{}, slm.Refuse(slm.NotFound, "button")
	}
	if err := mayStep(r, a, to, "/sla agreement "+a.Code); err != nil {
		return Reply{}, err
	}
	state, err := d.db.StepAgreement(ctx, a.Code, version, to, "", r.Person.Email, r.At)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	return Reply{Text: v.say("step.done", "code", a.Code, "state", v.say("state."+string(state))), About: a.Code}, nil
}}

// endAgreement asks for the last day of an agreement.
var endAgreement = Click{
	ID: endAgreementID,
	Form: func(r Request) Form {
		v := r.voice()
		form := Form{
			ID: endAgreementID, Value: r.Value, Title: v.plain("agreement.end"), Send: v.plain("agreement.end"), Cancel: v.plain("form.cancel"),
			Inputs: []Input{
				{ID: "last", Kind: DateInput, Label: v.plain("end.last"), Initial: today(r, r.Dir.Zone)},
				{ID: "reason", Label: v.plain("end.reason"), Hint: v.plain("sign.kept"), Max: 500, Long: true},
			},
		}
		if a, _, err := versionOf(r); err == nil {
			form.Inputs[0].Hint, form.Inputs[0].Initial = v.dayHint(a.Zone), today(r, a.Zone)
			form.Body = v.say("end.body", "code", a.Code, "title", v.text(a.Title))
			if sure, ends := a.SureUntil(r.At); ends && a.State.Binding() {
				form.Body = v.say("end.sure", "code", a.Code, "title", v.text(a.Title), "sure", v.dated(sure, r))
				form.Inputs[0].Initial = sure.String()
			}
		}
		return form
	},
	Run: func(context.Context, *Desk, Request) (Reply, error) { return Reply{}, nil },
}

// saveEnd ends an agreement: what binds nobody yet at once, else after its last
// day.
var saveEnd = Submit{ID: endAgreementID, Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	a, version, err := versionOf(r)
	if err != nil {
		return Reply{}, err
	}
	if err := mayStep(r, a, slm.Terminated, "/sla agreement "+a.Code); err != nil {
		return Reply{}, err
	}
	reason := strings.Join(strings.Fields(r.Fields["reason"]), " ")
	last, err := firstMoment(r.Fields["last"], a.Zone)
	if reason == "" {
		err = slm.Refuse(slm.Invalid, "agreement.reason")
	}
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	if !a.State.Binding() {
		if _, err := d.db.StepAgreement(ctx, a.Code, version, slm.Terminated, reason, r.Person.Email, r.At); err != nil {
			return Reply{}, err
		}
		return Reply{Text: v.say("step.done", "code", a.Code, "state", v.say("state."+string(slm.Terminated))), About: a.Code}, nil
	}
	if err := d.db.EndAgreement(ctx, a.Code, version, last.AddDate(0, 0, 1), reason, r.Person.Email, r.At); err != nil {
		return Reply{}, err
	}
	v.zone = v.zoneOf(a.Code)
	return Reply{Text: v.say("end.done", "code", a.Code, "last", v.day(last, r.At)), About: a.Code}, nil
}}
