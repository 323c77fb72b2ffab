package slm

import (
	"cmp"
	"slices"
	"time"
)

// steps are where people may bring an agreement from each state. What time
// alone does is StateAt.
var steps = map[State][]State{
	Draft:       {Negotiating, Terminated},
	Negotiating: {Draft, Signed, Terminated},
	Signed:      {Terminated},
	InForce:     {Terminated},
	Expiring:    {Terminated},
}

// Steps gives the states into which people may bring the agreement now. A
// requirement is never signed: it becomes an SLA first.
func (a *Agreement) Steps() []State {
	if a.Kind == SLR {
		return slices.DeleteFunc(slices.Clone(steps[a.State]), func(s State) bool { return s == Signed })
	}
	return steps[a.State]
}

// soon is how long before its end, or before the last day of notice, an
// agreement is expiring that says nothing else.
var soon = Term{Days: 30}

// StateAt gives the state into which time alone has brought the agreement:
// what was signed is in force from its first day on, is expiring for the time
// of its reminder before its end or before the last day of notice, and is
// expired after its end. What is prolonged is in force again once the last day of notice is
// over.
func (a *Agreement) StateAt(at time.Time) State {
	switch a.State {
	case Signed, InForce, Expiring:
	default:
		return a.State
	}
	end := a.EndsAt()
	switch {
	case end != nil && !at.Before(*end):
		return Expired
	case at.Before(a.From):
		return a.State
	case a.endsSoon(at):
		return Expiring
	case a.State == Expiring && a.Renewal.IsZero():
		return Expiring // somebody says so
	}
	return InForce
}

func (a *Agreement) endsSoon(at time.Time) bool {
	e, ends := a.NextNotice(at)
	return ends && DateOf(at.In(a.zone())) > cmp.Or(a.Reminder, soon).Before(e.Notice)
}

// HoldsAt reports whether the agreement bound its sides at a time, in the past
// as well: it was signed, had begun and was not over.
func (a *Agreement) HoldsAt(at time.Time) bool {
	end := a.EndsAt()
	return a.State.Binding() && !at.Before(a.From) && (end == nil || at.Before(*end))
}

// HoldsIn reports whether the agreement bound its sides in some of a period.
func (a *Agreement) HoldsIn(p Period) bool {
	end := a.EndsAt()
	return a.State.Binding() && a.From.Before(p.To) && (end == nil || end.After(p.From))
}

// A Move is a change of an agreement's state by time alone.
type Move struct {
	Agreement string   `json:"agreement"`
	From      State    `json:"from"`
	To        State    `json:"to"`
	Term      *TermEnd `json:"term,omitempty"` // that is to be decided on, or was
}

// Moves gives the agreements that time alone has moved at a time.
func (d *Directory) Moves(at time.Time) []Move {
	var all []Move
	for i := range d.Agreements {
		a := &d.Agreements[i]
		state := a.StateAt(at)
		if state == a.State {
			continue
		}
		m := Move{Agreement: a.Code, From: a.State, To: state}
		if e, ends := a.NextNotice(at); ends {
			m.Term = &e
		}
		all = append(all, m)
	}
	return all
}
