package slm

import (
	"slices"
	"time"
)

// A Why says how a rung came about.
type Why string

// The reasons a rung can have.
const (
	Holds   Why = "holds"   // first holder of the role
	Deputy  Why = "deputy"  // deputy for the role
	Covers  Why = "covers"  // stands in for an absent holder
	Absent  Why = "absent"  // vacant: the holder is away and nobody stands in
	Left    Why = "left"    // vacant: the holder has left
	NoOne   Why = "no one"  // vacant: nobody holds the role at any scope
	Already Why = "already" // skipped: the person stands on an earlier rung
)

// A Rung is one place on the ladder of people who answer for something.
type Rung struct {
	Role       RoleKey
	Why        Why
	Person     *Person     // nil when the rung is vacant
	For        *Person     // whom Person covers, or who left or is away
	Cover      *Cover      // when Why is Covers or Absent
	Assignment *Assignment // nil when nobody holds the role
}

// Vacant reports whether there is nobody new to tell on this rung.
func (r Rung) Vacant() bool { return r.Person == nil || r.Why == Already }

// Chain is the order in which roles are told of a breach: the one the
// agreement names for alerts, then up.
func Chain(alert RoleKey) []RoleKey {
	chain := []RoleKey{alert}
	for _, role := range []RoleKey{ServiceLevelManager, ProcessLead, ProcessOwner} {
		if role != alert {
			chain = append(chain, role)
		}
	}
	return chain
}

// Chain is the order in which roles are told at the time: that of the package's
// Chain, with the role it has become for each that was merged, and each once.
func (d *Directory) Chain(alert RoleKey, at time.Time) []RoleKey {
	var chain []RoleKey
	for _, role := range Chain(alert) {
		if role = d.Successor(role, at); !slices.Contains(chain, role) {
			chain = append(chain, role)
		}
	}
	return chain
}

// Responsible gives the ladder of people who hold role for scope at the time,
// best first, each with the reason. It is the one place where that is decided:
// answers, pings, permissions and reports all ask here.
//
// The narrowest scope at which somebody can be reached wins: an agreement
// before its services before the organisation. Within a scope those who are
// first come before deputies. Who is away is replaced by the cover. A rung
// that cannot be filled stays on the ladder as vacant, with its reason, so
// that skipping it can be said; a ladder is never empty.
//
// A role that was merged by then is answered for by those who hold the one it
// became, and that is the role of the rungs. Who held a role that became part
// of another holds that one, at the same scope, behind those who held it itself.
func (d *Directory) Responsible(role RoleKey, scope Scope, at time.Time) []Rung {
	var ladder []Rung
	role = d.Successor(role, at)
	parts := d.partsOf(role, at)
	for _, scopes := range d.scopes(scope) {
		reached := false
		for _, s := range scopes {
			for _, a := range d.heldBy(parts, s) {
				if !a.activeAt(at) {
					continue
				}
				rung := d.rung(a, at)
				rung.Role = role
				ladder = append(ladder, rung)
				reached = reached || rung.Person != nil
			}
		}
		if reached {
			return once(ladder)
		}
	}
	if len(ladder) == 0 {
		ladder = []Rung{{Role: role, Why: NoOne}}
	}
	return once(ladder)
}

// Ladder gives the whole escalation ladder for a breach of the agreement: the
// rungs of its alert role, then of every role above. Somebody who holds two of
// the roles is told once; the later rung says so.
func (d *Directory) Ladder(a *Agreement, at time.Time) []Rung {
	var ladder []Rung
	for _, role := range d.Chain(a.AlertRole, at) {
		ladder = append(ladder, d.Responsible(role, Scope{AgreementScope, a.Code}, at)...)
	}
	return once(ladder)
}

// Holds reports whether the person answers for one of the roles at the scope
// at the time, as holder, deputy or cover.
func (d *Directory) Holds(person int64, scope Scope, at time.Time, roles ...RoleKey) bool {
	for _, role := range roles {
		for _, rung := range d.Responsible(role, scope, at) {
			if rung.Person != nil && rung.Person.ID == person {
				return true
			}
		}
	}
	return false
}

// heldBy gives the assignments of any of the roles at exactly the scope: those
// who are first before deputies, then in the order of the roles, then by rank.
func (d *Directory) heldBy(roles []RoleKey, scope Scope) []*Assignment {
	if len(roles) == 1 {
		return d.held[heldKey{roles[0], scope}]
	}
	var all []*Assignment
	for _, role := range roles {
		all = append(all, d.held[heldKey{role, scope}]...)
	}
	slices.SortStableFunc(all, func(a, b *Assignment) int {
		if a.Deputy == b.Deputy {
			return 0
		}
		return byRank(a, b)
	})
	return all
}

// scopes lists where to look for holders, narrowest first. The services of an
// agreement are equally narrow.
func (d *Directory) scopes(scope Scope) [][]Scope {
	org := []Scope{{Kind: Organisation}}
	switch scope.Kind {
	case AgreementScope:
		var services []Scope
		if a := d.Agreement(scope.Code); a != nil {
			for _, code := range a.Services {
				services = append(services, Scope{ServiceScope, code})
			}
		}
		return [][]Scope{{scope}, services, org}
	case ServiceScope:
		return [][]Scope{{scope}, org}
	default:
		return [][]Scope{org}
	}
}

// rung fills one rung: the holder, or who stands in, or nobody.
func (d *Directory) rung(a *Assignment, at time.Time) Rung {
	r := Rung{Role: a.Role, Why: Holds, Assignment: a}
	if a.Deputy {
		r.Why = Deputy
	}
	holder := d.Person(a.Person)
	switch {
	case holder == nil:
		r.Why = NoOne
		return r
	case !holder.ActiveAt(at):
		r.Why, r.For = Left, holder
		return r
	}
	cover := d.CoverOf(holder.ID, at)
	if cover == nil {
		r.Person = holder
		return r
	}
	r.For, r.Cover = holder, cover
	r.Person = d.StandIn(cover, at)
	r.Why = Covers
	if r.Person == nil {
		r.Why = Absent
	}
	return r
}

// StandIn follows covers of covers until somebody is there, and gives nil where
// nobody is. The number of steps is bounded, since two people may be entered as
// each other's cover.
func (d *Directory) StandIn(c *Cover, at time.Time) *Person {
	for range 5 {
		p := d.Person(c.By)
		if p == nil || !p.ActiveAt(at) {
			return nil
		}
		next := d.CoverOf(p.ID, at)
		if next == nil {
			return p
		}
		c = next
	}
	return nil
}

// CoverOf gives the cover that makes the person absent at the time, the one
// entered last where several do, or nil.
func (d *Directory) CoverOf(person int64, at time.Time) *Cover {
	var found *Cover
	for _, c := range d.away[person] {
		if !at.Before(c.From) && at.Before(c.To) && (found == nil || c.ID > found.ID) {
			found = c
		}
	}
	return found
}

// once marks the rungs of people who stand higher on the ladder already.
func once(ladder []Rung) []Rung {
	seen := map[int64]bool{}
	for i := range ladder {
		p := ladder[i].Person
		if p == nil || ladder[i].Why == Already {
			continue
		}
		if seen[p.ID] {
			ladder[i].Why = Already
		}
		seen[p.ID] = true
	}
	return ladder
}
