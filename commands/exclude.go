package commands

import (
	"cmp"
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

var exclude = Command{Name: "exclude", Usage: "usage.exclude", About: "about.exclude", Form: excludeForm, Run: runExclude}

// A moment in a form, and how far around today the list of exclusions reaches.
const (
	momentForm     = "2006-01-02 15:04"
	exclusionReach = 90 * 24 * time.Hour
	exclusionsMost = 15
)

// excludeForm asks which time is not to count, for what, and why. Its moments
// are those in which it will be read: of the zone of the agreement at hand, or
// else of the company.
func excludeForm(r Request) Form {
	v := r.voice()
	scope := r.Place.Agreement
	zone := v.exclusionZone(slm.Scope{Kind: slm.AgreementScope, Code: scope})
	hour := r.At.In(zone).Truncate(time.Hour)
	return Form{
		ID: "exclude", Title: v.plain("exclude.title"), Send: v.plain("exclude.send"), Cancel: v.plain("form.cancel"), Body: v.say("exclude.body"),
		Inputs: []Input{
			{ID: "scope", Label: v.plain("exclude.scope"), Hint: v.plain("exclude.scopehint"), Initial: scope, Max: 100},
			{ID: "from", Label: v.plain("exclude.from"), Hint: v.plain("exclude.momenthint", "zone", r.Dir.Zone), Initial: hour.Format(momentForm), Max: 20},
			{ID: "to", Label: v.plain("exclude.to"), Initial: hour.Add(time.Hour).Format(momentForm), Max: 20},
			{ID: "reason", Label: v.plain("exclude.reason"), Max: 1000, Long: true},
		},
	}
}

// exclusionZone gives the zone in which the moments of an exclusion are
// written and read: the agreement's, or for a service the company's.
func (v voice) exclusionZone(scope slm.Scope) *time.Location {
	name := v.dir.Zone
	if a := v.dir.Agreement(scope.Code); a != nil && scope.Kind == slm.AgreementScope {
		name = a.Zone
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return time.UTC
	}
	return zone
}

// leftOutSpan tells the span of an exclusion, with its zone and day: people in
// other zones read it, where today may be another day.
func (v voice) leftOutSpan(e slm.Exclusion, now time.Time) Markup {
	v.zone = v.exclusionZone(e.Scope)
	return v.say("exclude.span", "from", v.day(e.Period.From, now)+" "+v.at(e.Period.From, e.Period.From), "to", v.at(e.Period.To, e.Period.From), "zone", v.zone.String())
}

// runExclude lists the exclusions around now of an agreement, those that wait
// with what can be done about them.
func runExclude(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if r.Text == "" {
		return Reply{}, slm.Refuse(slm.Invalid, "form")
	}
	a, err := d.agreement(r, "/sla exclude SLA-…")
	if err != nil {
		return Reply{}, err
	}
	all, err := d.db.Exclusions(ctx, a, slm.Period{From: r.At.Add(-exclusionReach), To: r.At.Add(exclusionReach)})
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	if len(all) == 0 {
		return Reply{Text: v.say("exclude.none", "code", a.Code), About: a.Code}, nil
	}
	title := v.say("exclude.list", "code", a.Code)
	reply := Reply{Text: title, About: a.Code, Parts: []Part{{Body: title}}}
	for _, e := range all[max(0, len(all)-exclusionsMost):] {
		reply.Parts = append(reply.Parts, v.exclusion(e, r)...)
	}
	return reply, nil
}

// exclusion shows one exclusion: as it stands, and with buttons while it waits.
func (v voice) exclusion(e slm.Exclusion, r Request) []Part {
	key, by := "exclude.waits", e.ProposedBy
	switch {
	case e.EndedAt != nil:
		key, by = "exclude.ended", e.EndedBy
	case e.ApprovedAt != nil:
		key, by = "exclude.approved", e.ApprovedBy
	}
	state := v.say(key, "person", v.nameOf(by))
	parts := []Part{{Body: v.say("exclude.line", "code", e.Scope.Code, "span", v.leftOutSpan(e, r.At), "by", v.nameOf(e.ProposedBy), "state", state)}, {Quote: e.Reason}}
	id := strconv.FormatInt(e.ID, 10)
	switch {
	case e.EndedAt != nil:
	case e.ApprovedAt != nil:
		parts = append(parts, Part{Buttons: []Button{{Label: v.plain("exclude.withdraw"), Action: withdrawExclusion.ID, Value: id}}})
	default:
		parts = append(parts, Part{Buttons: []Button{
			{Label: v.plain("exclude.approve"), Action: approveExclusion.ID, Value: id, Primary: true},
			{Label: v.plain("exclude.decline"), Action: withdrawExclusion.ID, Value: id},
		}})
	}
	return parts
}

// saveExclusion keeps what the form says, and asks a second person to approve.
var saveExclusion = Submit{ID: "exclude", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := known(r); err != nil {
		return Reply{}, err
	}
	if r.Person.Guest {
		return Reply{}, slm.Refuse(slm.Forbidden, "role.forbidden")
	}
	e, err := d.exclusionOf(r)
	if err != nil {
		return Reply{}, err
	}
	second := approver(r, e)
	var ask int64
	if second != nil {
		ask = second.ID
	}
	if _, err := d.db.Propose(ctx, e, ask, r.At); err != nil {
		return Reply{}, err
	}
	v := r.voice()
	if second == nil {
		return Reply{Text: v.say("exclude.unasked", "code", e.Scope.Code, "span", v.leftOutSpan(e, r.At))}, nil
	}
	return Reply{Text: v.say("exclude.asked", "code", e.Scope.Code, "span", v.leftOutSpan(e, r.At), "person", v.who(second))}, nil
}}

// exclusionOf reads the form. Moments are those of the agreement's zone, and
// of the company's for a service.
func (d *Desk) exclusionOf(r Request) (slm.Exclusion, error) {
	e := slm.Exclusion{Reason: strings.TrimSpace(r.Fields["reason"]), ProposedBy: r.Person.ID, ProposedAt: r.At}
	a, s, err := d.find(r, r.Fields["scope"])
	if err != nil {
		return e, blame(err, "scope")
	}
	if a != nil {
		e.Scope = slm.Scope{Kind: slm.AgreementScope, Code: a.Code}
	} else {
		e.Scope = slm.Scope{Kind: slm.ServiceScope, Code: s.Code}
	}
	zone := r.voice().exclusionZone(e.Scope)
	from, fromErr := moment(r.Fields["from"], zone)
	to, toErr := moment(r.Fields["to"], zone)
	e.Period = slm.Period{From: from, To: to}
	return e, cmp.Or(blame(fromErr, "from"), blame(toErr, "to"), blameCheck(e.Check()))
}

// blameCheck says which field of the form is to blame for what cannot be left
// out.
func blameCheck(err error) error {
	var refusal *slm.Error
	if errors.As(err, &refusal) && refusal.Key == "exclusion.reason" {
		return blame(err, "reason")
	}
	return blame(err, "to")
}

// blame says of a refusal which field of the form it is about.
func blame(err error, field string) error {
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		return refusal.At(field)
	}
	return err
}

// moment reads "2026-06-15 22:00" in a zone.
func moment(s string, zone *time.Location) (time.Time, error) {
	t, err := time.ParseInLocation(momentForm, strings.TrimSpace(s), zone)
	if err != nil {
		return t, slm.Refuse(slm.Invalid, "moment", "value", s)
	}
	return t, nil
}

// approver gives the first person who may approve an exclusion, or nil.
func approver(r Request, e slm.Exclusion) *slm.Person {
	for _, role := range []slm.RoleKey{slm.ServiceLevelManager, slm.ProcessOwner} {
		for _, rung := range r.Dir.Responsible(role, e.Scope, r.At) {
			if !rung.Vacant() && rung.Person.ID != e.ProposedBy {
				return rung.Person
			}
		}
	}
	return nil
}

// drawExclusion asks for approval, or says what became of the proposal.
func (d *Desk) drawExclusion(ctx context.Context, p store.Ping, r Request) (Reply, error) {
	e, err := d.db.Exclusion(ctx, excluded(p.Why))
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	text := v.say("exclude.request", "person", v.person(p.Why.By), "code", e.Scope.Code)
	parts := v.exclusion(e, r)
	if e.EndedAt == nil && e.ApprovedAt == nil {
		parts = append([]Part{{Body: text}}, parts...)
	} else {
		text = parts[0].Body
	}
	return Reply{Text: text, Parts: parts}, nil
}

// excluded gives the exclusion that a request is about. Requests owed by older
// versions name it as text.
func excluded(why store.Reason) int64 {
	if why.Exclude != 0 {
		return why.Exclude
	}
	_, number, _ := strings.Cut(why.Ask, " ")
	id, _ := strconv.ParseInt(number, 10, 64) // 0 is no exclusion
	return id
}

var approveExclusion = Click{ID: "approveexclusion", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	return decided(r, func(id int64) (slm.Exclusion, error) { return d.db.Approve(ctx, id, r.Person.ID, r.At) })
}}

var withdrawExclusion = Click{ID: "withdrawexclusion", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	return decided(r, func(id int64) (slm.Exclusion, error) { return d.db.Withdraw(ctx, id, r.Person.ID, r.At) })
}}

// decided does what was decided about an exclusion, and says how it stands.
func decided(r Request, do func(id int64) (slm.Exclusion, error)) (Reply, error) {
	id, err := number(r)
	if err := errors.Join(err, known(r)); err != nil {
		return Reply{}, err
	}
	e, err := do(id)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	key, by := "exclude.approved", e.ApprovedBy
	if e.EndedAt != nil {
		key, by = "exclude.ended", e.EndedBy
	}
	return Reply{Settles: true, Text: v.say("exclude.done", "code", e.Scope.Code, "span", v.leftOutSpan(e, r.At), "state", v.say(key, "person", v.nameOf(by)))}, nil
}
