package slm

import (
	"slices"
	"strconv"
	"time"
)

// A GapKind is why nobody would be told.
type GapKind string

// The kinds of gaps.
const (
	Vacancy     GapKind = "vacancy"     // a role that nobody holds for the organisation
	Departed    GapKind = "departed"    // an assignment whose holder has left
	Unreachable GapKind = "unreachable" // an assignment whose holder has no Slack account
	Uncovered   GapKind = "uncovered"   // a holder who is away and nobody stands in
)

// A Gap is a place where nobody can be reached who should be.
type Gap struct {
	Kind   GapKind `json:"kind"`
	Role   RoleKey `json:"role"`
	Scope  Scope   `json:"scope"`
	Person int64   `json:"person,omitempty"` // who left, is away or has no account
}

// Key tells one gap from another, also on another day.
func (g Gap) Key() string {
	return string(g.Kind) + "/" + string(g.Role) + "/" + string(g.Scope.Kind) + "/" + g.Scope.Code + "/" + strconv.FormatInt(g.Person, 10)
}

// Gaps finds the gaps at the time: first the roles of the organisation, then
// each assignment. A role that nobody holds for the whole organisation is a gap; a service or agreement without a holder of its
// own is not, since the organisation's stands in.
func (d *Directory) Gaps(at time.Time) []Gap {
	var gaps []Gap
	org := Scope{Kind: Organisation}
	for _, role := range d.RolesAt(at) {
		held := slices.ContainsFunc(d.heldBy(d.partsOf(role.Key, at), org), func(a *Assignment) bool { return a.activeAt(at) })
		if !held {
			gaps = append(gaps, Gap{Kind: Vacancy, Role: role.Key, Scope: org})
		}
	}
	for i := range d.Assignments {
		a := &d.Assignments[i]
		if !a.activeAt(at) {
			continue
		}
		if kind := d.gap(a, at); kind != "" {
			gaps = append(gaps, Gap{Kind: kind, Role: d.Successor(a.Role, at), Scope: a.Scope, Person: a.Person})
		}
	}
	return gaps
}

// gap says why the holder of an assignment cannot be told, or "".
func (d *Directory) gap(a *Assignment, at time.Time) GapKind {
	rung := d.rung(a, at)
	switch {
	case rung.Why == Left || rung.Why == NoOne:
		return Departed
	case rung.Why == Absent:
		return Uncovered
	case rung.Person.SlackID == "":
		return Unreachable
	}
	return ""
}

func (a *Assignment) activeAt(at time.Time) bool {
	return !at.Before(a.From) && (a.To == nil || at.Before(*a.To))
}
