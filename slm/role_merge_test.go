package slm_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"steward/slm"
)

// The roles of the tests.
const (
	admin   = slm.ServiceLevelAdministrator
	manager = slm.ServiceLevelManager
	lead    = slm.ProcessLead
	owner   = slm.ProcessOwner
)

// merge makes a role part of another from a day of June on, until another day
// if one is given.
func merge(from, into slm.RoleKey, since int, until ...int) slm.Merge {
	m := slm.Merge{From: from, Into: into, At: day(since)}
	if len(until) > 0 {
		undone := day(until[0])
		m.UndoneAt = &undone
	}
	return m
}

func merging(d *slm.Directory, merges ...slm.Merge) *slm.Directory {
	for i := range merges {
		merges[i].ID = int64(i + 1)
	}
	d.Merges = merges
	return d.Index()
}

func TestResponsibleAfterMerges(t *testing.T) {
	t.Parallel()
	one := func() []slm.Assignment { return []slm.Assignment{as(admin, at(org, ann)), as(manager, at(org, bob))} }
	tests := []struct {
		name        string
		assignments []slm.Assignment
		covers      []slm.Cover
		merges      []slm.Merge
		role        slm.RoleKey
		scope       slm.Scope
		at          int
		want        string
		wantRole    slm.RoleKey
	}{
		{"just before", one(), nil, []slm.Merge{merge(admin, manager, 10)}, admin, org, 9, "A holds", admin},
		{"just before, the other", one(), nil, []slm.Merge{merge(admin, manager, 10)}, manager, org, 9, "B holds", manager},
		{"from then on", one(), nil, []slm.Merge{merge(admin, manager, 10)}, admin, org, 10, "B holds, A holds", manager},
		{"from then on, the other", one(), nil, []slm.Merge{merge(admin, manager, 10)}, manager, org, 10, "B holds, A holds", manager},
		{"while it was merged", one(), nil, []slm.Merge{merge(admin, manager, 10, 12)}, admin, org, 11, "B holds, A holds", manager},
		{"after it was undone", one(), nil, []slm.Merge{merge(admin, manager, 10, 12)}, admin, org, 12, "A holds", admin},
		{"merged again elsewhere", one(), nil, []slm.Merge{merge(admin, lead, 5, 6), merge(admin, manager, 10)}, admin, org, 10, "B holds, A holds", manager},
		{"the other way round later", one(), nil, []slm.Merge{merge(admin, manager, 5, 6), merge(manager, admin, 10)}, manager, org, 10, "A holds, B holds", admin},
		{
			"one after the other", append(one(), as(lead, at(org, cat))), nil,
			[]slm.Merge{merge(admin, manager, 5), merge(manager, lead, 10)},
			admin, org, 10, "C holds, B holds, A holds", lead,
		},
		{
			"between the two", append(one(), as(lead, at(org, cat))), nil,
			[]slm.Merge{merge(admin, manager, 5), merge(manager, lead, 10)},
			admin, org, 9, "B holds, A holds", manager,
		},
		{
			"into an empty role",
			[]slm.Assignment{as(admin, at(org, ann))},
			nil,
			[]slm.Merge{merge(admin, manager, 10)},
			manager, org, 10, "A holds", manager,
		},
		{"nobody holds either", nil, nil, []slm.Merge{merge(admin, manager, 10)}, admin, org, 10, "- no one", manager},
		{
			"at the same scope as before",
			[]slm.Assignment{as(admin, at(agreement, ann)), as(manager, at(org, bob))},
			nil,
			[]slm.Merge{merge(admin, manager, 10)},
			manager, agreement, 10, "A holds", manager,
		},
		{
			"deputies stay deputies",
			[]slm.Assignment{as(manager, deputy(at(org, bob))), as(admin, at(org, ann)), as(admin, deputy(at(org, cat)))},
			nil,
			[]slm.Merge{merge(admin, manager, 10)},
			manager, org, 10, "A holds, B deputy, C deputy", manager,
		},
		{
			"somebody who held both is told once",
			[]slm.Assignment{as(admin, at(org, ann)), as(manager, at(org, ann))},
			nil,
			[]slm.Merge{merge(admin, manager, 10)},
			admin, org, 10, "A holds, A already", manager,
		},
		{
			"covers go with them", one(),
			[]slm.Cover{away(ann, cat)},
			[]slm.Merge{merge(admin, manager, 10)},
			admin, org, 10, "B holds, C covers A", manager,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := merging(office(tt.assignments, tt.covers), tt.merges...)
			ladder := d.Responsible(tt.role, tt.scope, day(tt.at))
			if got := written(ladder); got != tt.want {
				t.Errorf("Responsible = %s\nwant          %s", got, tt.want)
			}
			for _, r := range ladder {
				if r.Role != tt.wantRole {
					t.Errorf("a rung has the role %q, want %q", r.Role, tt.wantRole)
				}
			}
		})
	}
}

// TestJustBeforeAMerge looks at the last moment.
func TestJustBeforeAMerge(t *testing.T) {
	t.Parallel()
	d := merging(office(nil, nil), merge(admin, manager, 10, 12))
	for when, want := range map[time.Time]slm.RoleKey{
		day(10).Add(-1): admin, day(10): manager, day(12).Add(-1): manager, day(12): admin,
	} {
		if got := d.Successor(admin, when); got != want {
			t.Errorf("at %s the successor is %s, want %s", when, got, want)
		}
	}
}

func TestChainAfterMerges(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		merges []slm.Merge
		want   []slm.RoleKey
	}{
		{"none", nil, []slm.RoleKey{admin, manager, lead, owner}},
		{"the first into the next", []slm.Merge{merge(admin, manager, 1)}, []slm.RoleKey{manager, lead, owner}},
		{"the first into the last", []slm.Merge{merge(admin, owner, 1)}, []slm.RoleKey{owner, manager, lead}},
		{"all into one", []slm.Merge{merge(admin, manager, 1), merge(manager, lead, 1), merge(lead, owner, 1)}, []slm.RoleKey{owner}},
		{"not yet", []slm.Merge{merge(admin, manager, 20)}, []slm.RoleKey{admin, manager, lead, owner}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := merging(office(nil, nil), tt.merges...)
			if got := d.Chain(admin, day(15)); !slices.Equal(got, tt.want) {
				t.Errorf("Chain = %v, want %v", got, tt.want)
			}
		})
	}
}

// TestCirclesEnd: the store does not make circles, but an answer must come
// even if somebody does.
func TestCirclesEnd(t *testing.T) {
	t.Parallel()
	d := merging(office([]slm.Assignment{at(org, ann)}, nil), merge(admin, manager, 1), merge(manager, admin, 1))
	if ladder := d.Responsible(manager, org, day(2)); len(ladder) == 0 {
		t.Error("an empty ladder")
	}
	d.PartsOf(manager, day(2))
}

func TestClausesKeepTheirIDs(t *testing.T) {
	t.Parallel()
	d := merging(office(nil, nil), merge(admin, manager, 10))
	role, ok := d.RoleAt(admin, day(10))
	if !ok || role.Key != manager || len(role.Responsibilities) != 15 || len(role.Qualifications) != 8 {
		t.Errorf("the role is %s with %d responsibilities and %d qualifications", role.Key, len(role.Responsibilities), len(role.Qualifications))
	}
	if was, clause, ok := d.Clause("SA-3"); !ok || was.Key != admin || clause.ID != "SA-3" {
		t.Errorf("SA-3 is of %s", was.Key)
	}
	if n := len(d.RolesAt(day(10))); n != 3 {
		t.Errorf("%d roles after the merge", n)
	}
	if n := len(d.RolesAt(day(9))); n != 4 {
		t.Errorf("%d roles before the merge", n)
	}
	if built, _ := slm.RoleOf(manager); len(built.Responsibilities) != 8 {
		t.Error("the table of roles was changed")
	}
}

func TestGapsAfterAMerge(t *testing.T) {
	t.Parallel()
	assignments := []slm.Assignment{as(admin, at(org, ann)), as(lead, at(org, cat)), as(owner, at(org, dan))}
	d := merging(office(assignments, nil), merge(admin, manager, 10))
	for i := range d.People {
		d.People[i].SlackID = "U" + d.People[i].Email
	}
	if gaps := d.Gaps(day(10)); len(gaps) != 0 {
		t.Errorf("gaps after the merge: %+v", gaps)
	}
	if gaps := d.Gaps(day(9)); len(gaps) != 1 || gaps[0].Role != manager {
		t.Errorf("gaps before the merge: %+v", gaps)
	}
}

func TestPlanMergeRefuses(t *testing.T) {
	t.Parallel()
	d := merging(office(nil, nil), merge(admin, manager, 10))
	tests := []struct {
		name       string
		from, into slm.RoleKey
		at         int
		want       string
	}{
		{"itself", lead, lead, 15, "merge.self"},
		{"merged already", admin, lead, 15, "merge.gone"},
		{"into one that was merged", lead, admin, 15, "merge.gone"},
		{"a circle", manager, admin, 15, "merge.gone"},
		{"no role", "janitor", lead, 15, "role"},
		{"into no role", lead, "janitor", 15, "role"},
		{"others", lead, manager, 15, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := d.PlanMerge(tt.from, tt.into, day(tt.at))
			if got := keyOf(err); got != tt.want {
				t.Errorf("PlanMerge = %v, want %q", err, tt.want)
			}
		})
	}
}

// keyOf gives the key of a refusal, "" for no error.
func keyOf(err error) string {
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		return refusal.Key
	}
	if err != nil {
		return err.Error()
	}
	return ""
}
