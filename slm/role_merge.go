package slm

import (
	"slices"
	"time"
)

// A Merge makes one role part of another in [At, UndoneAt). Nothing else
// changes with it: assignments, clauses and agreements keep the role that they
// name, and whoever asks for that role is given what it has become. So what
// was true before the merge stays answerable, and undoing it restores
// everything exactly.
type Merge struct {
	ID       int64
	From     RoleKey
	Into     RoleKey
	At       time.Time
	By       int64 // the person who decided it
	UndoneAt *time.Time
	UndoneBy int64 // 0 unless undone
}

func (m *Merge) activeAt(at time.Time) bool {
	return !at.Before(m.At) && (m.UndoneAt == nil || at.Before(*m.UndoneAt))
}

// Role gives the role with the key as it was made, also when it was merged
// since, and whether there is one.
func (d *Directory) Role(key RoleKey) (Role, bool) {
	for _, r := range d.Roles {
		if r.Key == key {
			return r, true
		}
	}
	return Role{}, false
}

// Clause gives the responsibility or qualification with the id, such as
// "SM-4", and the role that it was made for, and whether there is one. A merge
// changes neither.
func (d *Directory) Clause(id string) (Role, Clause, bool) { return clauseIn(d.Roles, id) }

// MergeOf gives the merge that makes the role part of another at the time, or
// nil.
func (d *Directory) MergeOf(key RoleKey, at time.Time) *Merge {
	for _, m := range d.merges[key] {
		if m.activeAt(at) {
			return m
		}
	}
	return nil
}

// Successor gives what the role has become at the time: itself, or the role it
// was merged into, or the one which that was merged into.
func (d *Directory) Successor(key RoleKey, at time.Time) RoleKey {
	for range d.Merges { // no chain is longer than this
		m := d.MergeOf(key, at)
		if m == nil {
			break
		}
		key = m.Into
	}
	return key
}

// partsOf gives the role itself and then all that are part of it at the time.
func (d *Directory) partsOf(key RoleKey, at time.Time) []RoleKey {
	parts := []RoleKey{key}
	if len(d.Merges) == 0 {
		return parts
	}
	for _, r := range d.Roles {
		if r.Key != key && d.Successor(r.Key, at) == key {
			parts = append(parts, r.Key)
		}
	}
	return parts
}

// A Part is a role that answers for another, or for itself, from a time on.
type Part struct {
	Role  RoleKey
	Since time.Time // zero for the role itself
}

// PartsOf gives the role itself and then all that are part of it at the time,
// each with since when.
func (d *Directory) PartsOf(key RoleKey, at time.Time) []Part {
	var parts []Part
	for _, part := range d.partsOf(key, at) {
		p := Part{Role: part}
		for m := d.MergeOf(part, at); m != nil && part != key; m = d.MergeOf(m.Into, at) {
			if m.At.After(p.Since) {
				p.Since = m.At
			}
			if m.Into == key {
				break
			}
		}
		parts = append(parts, p)
	}
	return parts
}

// RoleAt gives what the role has become at the time, with the clauses of all
// the roles that are part of it behind its own.
func (d *Directory) RoleAt(key RoleKey, at time.Time) (Role, bool) {
	role, ok := d.Role(d.Successor(key, at))
	if !ok {
		return role, false
	}
	role.Responsibilities = slices.Clip(role.Responsibilities)
	role.Qualifications = slices.Clip(role.Qualifications)
	for _, part := range d.partsOf(role.Key, at)[1:] {
		r, _ := d.Role(part)
		role.Responsibilities = append(role.Responsibilities, r.Responsibilities...)
		role.Qualifications = append(role.Qualifications, r.Qualifications...)
	}
	return role, true
}

// RolesAt gives the roles there are at the time: those added by then and not
// part of another, each as RoleAt gives it.
func (d *Directory) RolesAt(at time.Time) []Role {
	var roles []Role
	for _, r := range d.Roles {
		if (r.AddedAt == nil || !at.Before(*r.AddedAt)) && d.MergeOf(r.Key, at) == nil {
			role, _ := d.RoleAt(r.Key, at)
			roles = append(roles, role)
		}
	}
	return roles
}

// A MergePlan is what becomes another role's when one is merged into it.
type MergePlan struct {
	From, Into       RoleKey
	Assignments      []Assignment // not over yet, widest scope first
	Responsibilities []string     // ids of clauses
	Qualifications   []string
	Agreements       []string // codes of those whose breaches are told to From first
}

// PlanMerge says what a merge at the time would move. It refuses, as NotFound,
// roles that are not there, as Invalid a role and itself, and as Late roles
// that are part of another already.
func (d *Directory) PlanMerge(from, into RoleKey, at time.Time) (MergePlan, error) {
	plan := MergePlan{From: from, Into: into}
	for _, key := range []RoleKey{from, into} {
		if _, ok := d.Role(key); !ok {
			return plan, Refuse(NotFound, "role", "words", string(key)).Try("/sla roles")
		}
		if m := d.MergeOf(key, at); m != nil {
			return plan, Refuse(Late, "merge.gone", "role", string(key), "into", string(m.Into)).Try("/sla roles")
		}
	}
	if from == into {
		return plan, Refuse(Invalid, "merge.self")
	}
	role, _ := d.RoleAt(from, at)
	plan.Responsibilities, plan.Qualifications = idsOf(role.Responsibilities), idsOf(role.Qualifications)
	plan.Assignments = d.assignmentsOf(d.partsOf(from, at), at)
	for i := range d.Agreements {
		if a := &d.Agreements[i]; d.Successor(a.AlertRole, at) == from {
			plan.Agreements = append(plan.Agreements, a.Code)
		}
	}
	return plan, nil
}

// assignmentsOf gives the assignments of any of the roles that are not over at
// the time, the widest scope first.
func (d *Directory) assignmentsOf(roles []RoleKey, at time.Time) []Assignment {
	var all []Assignment
	for _, kind := range []ScopeKind{Organisation, ServiceScope, AgreementScope} {
		for _, a := range d.Assignments {
			if a.Scope.Kind == kind && slices.Contains(roles, a.Role) && (a.To == nil || at.Before(*a.To)) {
				all = append(all, a)
			}
		}
	}
	return all
}

func idsOf(clauses []Clause) []string {
	ids := make([]string, len(clauses))
	for i, c := range clauses {
		ids[i] = c.ID
	}
	return ids
}

// MayUndo refuses, as Late, to undo a merge that was undone, or that something
// was built on: the role was merged on, or one of the assignments that the
// plan names is no longer what it was.
func (d *Directory) MayUndo(m *Merge, plan MergePlan, at time.Time) error {
	if m.UndoneAt != nil {
		return Refuse(Late, "merge.undone", "role", string(m.From))
	}
	if next := d.MergeOf(m.Into, at); next != nil {
		return Refuse(Late, "merge.onward", "role", string(m.Into), "into", string(next.Into)).Try("/sla role undo")
	}
	for _, then := range plan.Assignments {
		same := func(now Assignment) bool { return then.same(now) }
		if !slices.ContainsFunc(d.Assignments, same) {
			return Refuse(Late, "merge.built", "role", string(m.From), "into", string(m.Into)).Try("/sla history " + string(m.Into))
		}
	}
	return nil
}

// same reports whether two assignments say the same, however their times are
// written.
func (a Assignment) same(b Assignment) bool {
	if (a.To == nil) != (b.To == nil) || a.To != nil && !a.To.Equal(*b.To) || !a.From.Equal(b.From) {
		return false
	}
	a.From, a.To = b.From, b.To
	a.EnteredBy, a.EnteredAt = b.EnteredBy, b.EnteredAt // who entered it is no part of what it says
	return a == b
}
