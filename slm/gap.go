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
	Ending      GapKind = "ending"      // a holder whose cover ends within a day
)

// A Gap is a place where nobody can be reached who should be.
type Gap struct {
	Kind   GapKind `json:"kind"`
	Role   RoleKey `json:"role"`
	Scope  Scope   `json:"scope"`
	Person int64   `json:"person,omitempty"` // who left, is away or has no account
	Cover  *Cover  `json:"cover,omitempty"`  // of an Ending only, which has no role and no scope
}

// Key tells one gap from another, also on another day.
func (g Gap) Key() string {
	if g.Cover != nil {
		return string(g.Kind) + "/" + strconv.FormatInt(g.Cover.ID, 10)
	}
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

// beforehand is how long before its end a cover is told of: on its last day.
const beforehand = 24 * time.Hour

// Endings finds the covers that end within a day of the time and after which
// the one who was away is told again: of those who hold a role then and for whom
// nobody else stands in. Each is there once, whatever its person holds.
func (d *Directory) Endings(at time.Time) []Gap {
	var endings []Gap
	for i := range d.Covers {
		c := &d.Covers[i]
		if c.By == 0 || at.Before(c.From) || !at.Before(c.To) || c.To.Sub(at) > beforehand {
			continue
		}
		holder := d.Person(c.Person)
		if holder == nil || !holder.ActiveAt(c.To) || d.CoverOf(holder.ID, c.To) != nil {
			continue
		}
		holds := func(a Assignment) bool { return a.Person == holder.ID && a.activeAt(c.To) }
		if slices.ContainsFunc(d.Assignments, holds) {
			endings = append(endings, Gap{Kind: Ending, Person: holder.ID, Cover: c})
		}
	}
	return endings
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
