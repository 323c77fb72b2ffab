package slm_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// The people of the tests, by the letter that ladders are written with.
const (
	ann int64 = iota + 1
	bob
	cat
	dan
	eve
)

const letters = "-ABCDE"

// office gives a directory of five people, two services and one agreement on
// both of them, with the assignments and covers of the test.
func office(assignments []slm.Assignment, covers []slm.Cover) *slm.Directory {
	d := &slm.Directory{
		Services:   []slm.Service{{Code: "MAIL"}, {Code: "SHOP"}},
		Agreements: []slm.Agreement{{Code: "SLA-1", Services: []string{"MAIL", "SHOP"}, AlertRole: slm.ServiceLevelAdministrator}},
	}
	for id := ann; id <= eve; id++ {
		d.People = append(d.People, slm.Person{ID: id, Email: fmt.Sprintf("%c@x.example", letters[id])})
	}
	for i := range assignments {
		assignments[i].ID = int64(i + 1)
		if assignments[i].Role == "" {
			assignments[i].Role = slm.ServiceLevelManager
		}
	}
	for i := range covers {
		covers[i].ID = int64(i + 1)
	}
	d.Assignments, d.Covers = assignments, covers
	return d.Index()
}

// The scopes of the tests.
var (
	org       = slm.Scope{Kind: slm.Organisation}
	mail      = slm.Scope{Kind: slm.ServiceScope, Code: "MAIL"}
	shop      = slm.Scope{Kind: slm.ServiceScope, Code: "SHOP"}
	agreement = slm.Scope{Kind: slm.AgreementScope, Code: "SLA-1"}
)

// at gives an assignment from the first of June on.
func at(scope slm.Scope, person int64) slm.Assignment {
	return slm.Assignment{Scope: scope, Person: person, From: day(1)}
}

func deputy(a slm.Assignment) slm.Assignment {
	a.Deputy = true
	return a
}

func until(a slm.Assignment, to time.Time) slm.Assignment {
	a.To = &to
	return a
}

func as(role slm.RoleKey, a slm.Assignment) slm.Assignment {
	a.Role = role
	return a
}

// away gives a cover for all of June.
func away(person, by int64) slm.Cover {
	return slm.Cover{Person: person, By: by, From: day(1), To: day(30)}
}

// written gives a ladder in one line: "A holds, B covers A, - absent C".
func written(ladder []slm.Rung) string {
	var rungs []string
	for _, r := range ladder {
		person := "-"
		if r.Person != nil {
			person = string(letters[r.Person.ID])
		}
		text := person + " " + string(r.Why)
		if r.For != nil {
			text += " " + string(letters[r.For.ID])
		}
		rungs = append(rungs, text)
	}
	return strings.Join(rungs, ", ")
}

func TestResponsible(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name        string
		assignments []slm.Assignment
		covers      []slm.Cover
		left        []int64
		scope       slm.Scope
		at          time.Time
		want        string
	}{
		{name: "nobody anywhere", scope: agreement, want: "- no one"},
		{name: "whole organisation", assignments: []slm.Assignment{at(org, ann)}, scope: org, want: "A holds"},
		{
			name: "agreement before service before organisation", scope: agreement,
			assignments: []slm.Assignment{at(org, ann), at(mail, bob), at(agreement, cat)}, want: "C holds",
		},
		{
			name: "service before organisation", scope: agreement,
			assignments: []slm.Assignment{at(org, ann), at(mail, bob)}, want: "B holds",
		},
		{
			name: "the agreement's services are equals", scope: agreement,
			assignments: []slm.Assignment{at(shop, cat), at(mail, bob)}, want: "B holds, C holds",
		},
		{
			name: "another service does not count", scope: shop,
			assignments: []slm.Assignment{at(org, ann), at(mail, bob)}, want: "A holds",
		},
		{
			name: "another role does not count", scope: org,
			assignments: []slm.Assignment{as(slm.ProcessOwner, at(org, ann))}, want: "- no one",
		},
		{
			name: "unknown agreement falls to the organisation", scope: slm.Scope{Kind: slm.AgreementScope, Code: "SLA-2"},
			assignments: []slm.Assignment{at(org, ann), at(mail, bob)}, want: "A holds",
		},
		{
			name: "deputies after firsts", scope: org,
			assignments: []slm.Assignment{deputy(at(org, ann)), at(org, bob)}, want: "B holds, A deputy",
		},
		{
			name: "longest-serving first", scope: org,
			assignments: []slm.Assignment{{Scope: org, Person: ann, From: day(2)}, at(org, bob)}, want: "B holds, A holds",
		},
		{name: "a deputy alone", scope: org, assignments: []slm.Assignment{deputy(at(org, ann))}, want: "A deputy"},

		{
			name: "cover stands in", scope: org,
			assignments: []slm.Assignment{at(org, ann)}, covers: []slm.Cover{away(ann, bob)}, want: "B covers A",
		},
		{
			name: "cover of the cover", scope: org, assignments: []slm.Assignment{at(org, ann)},
			covers: []slm.Cover{away(ann, bob), away(bob, cat)}, want: "C covers A",
		},
		{
			name: "each covers the other", scope: org, assignments: []slm.Assignment{at(org, ann)},
			covers: []slm.Cover{away(ann, bob), away(bob, ann)}, want: "- absent A",
		},
		{
			name: "the cover has left", scope: org, left: []int64{bob}, assignments: []slm.Assignment{at(org, ann)},
			covers: []slm.Cover{away(ann, bob)}, want: "- absent A",
		},
		{
			name: "the cover entered last counts", scope: org, assignments: []slm.Assignment{at(org, ann)},
			covers: []slm.Cover{away(ann, bob), away(ann, cat)}, want: "C covers A",
		},
		{
			name: "the deputy is the cover", scope: org, assignments: []slm.Assignment{at(org, ann), deputy(at(org, bob))},
			covers: []slm.Cover{away(ann, bob)}, want: "B covers A, B already",
		},
		{
			name: "a deputy is covered too", scope: org, assignments: []slm.Assignment{at(org, ann), deputy(at(org, bob))},
			covers: []slm.Cover{away(bob, cat)}, want: "A holds, C covers B",
		},

		{
			name: "absent without cover falls to the deputy", scope: org, assignments: []slm.Assignment{at(org, ann), deputy(at(org, bob))},
			covers: []slm.Cover{away(ann, 0)}, want: "- absent A, B deputy",
		},
		{
			name: "absent without cover or deputy falls to the wider scope", scope: agreement,
			assignments: []slm.Assignment{at(agreement, ann), at(org, bob)}, covers: []slm.Cover{away(ann, 0)}, want: "- absent A, B holds",
		},
		{
			name: "left falls to the wider scope", scope: mail, left: []int64{ann},
			assignments: []slm.Assignment{at(mail, ann), at(org, bob)}, want: "- left A, B holds",
		},
		{
			name: "everybody is away at every scope", scope: agreement,
			assignments: []slm.Assignment{at(agreement, ann), at(org, bob)}, covers: []slm.Cover{away(ann, 0), away(bob, 0)},
			want: "- absent A, - absent B",
		},
		{
			name: "left before covered", scope: org, left: []int64{ann}, assignments: []slm.Assignment{at(org, ann)},
			covers: []slm.Cover{away(ann, bob)}, want: "- left A",
		},
		{name: "holder nobody knows", scope: org, assignments: []slm.Assignment{at(org, 99)}, want: "- no one"},

		{name: "just before it begins", scope: org, at: day(1).Add(-1), assignments: []slm.Assignment{at(org, ann)}, want: "- no one"},
		{name: "when it begins", scope: org, at: day(1), assignments: []slm.Assignment{at(org, ann)}, want: "A holds"},
		{name: "just before it ends", scope: org, at: day(9).Add(-1), assignments: []slm.Assignment{until(at(org, ann), day(9))}, want: "A holds"},
		{name: "when it ends", scope: org, at: day(9), assignments: []slm.Assignment{until(at(org, ann), day(9))}, want: "- no one"},
		{
			name: "one after the other", scope: org, at: day(9),
			assignments: []slm.Assignment{until(at(org, ann), day(9)), {Scope: org, Person: bob, From: day(9)}}, want: "B holds",
		},
		{
			name: "just before the cover", scope: org, at: day(9).Add(-1), assignments: []slm.Assignment{at(org, ann)},
			covers: []slm.Cover{{Person: ann, By: bob, From: day(9), To: day(10)}}, want: "A holds",
		},
		{
			name: "when the cover begins", scope: org, at: day(9), assignments: []slm.Assignment{at(org, ann)},
			covers: []slm.Cover{{Person: ann, By: bob, From: day(9), To: day(10)}}, want: "B covers A",
		},
		{
			name: "when the cover ends", scope: org, at: day(10), assignments: []slm.Assignment{at(org, ann)},
			covers: []slm.Cover{{Person: ann, By: bob, From: day(9), To: day(10)}}, want: "A holds",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := office(tt.assignments, tt.covers)
			for _, id := range tt.left {
				gone := day(3)
				d.People[id-1].LeftAt = &gone
			}
			when := tt.at
			if when.IsZero() {
				when = day(15)
			}
			ladder := d.Responsible(slm.ServiceLevelManager, tt.scope, when)
			if got := written(ladder); got != tt.want {
				t.Errorf("Responsible = %s\nwant          %s", got, tt.want)
			}
			for _, r := range ladder {
				if r.Role != slm.ServiceLevelManager {
					t.Errorf("a rung has the role %q", r.Role)
				}
			}
		})
	}
}

// TestResponsibleIsNeverEmpty looks at every way to cover five people, a small
// world of which circles are a good part.
func TestResponsibleIsNeverEmpty(t *testing.T) {
	t.Parallel()
	for i := range 6 * 6 * 6 {
		covers := []slm.Cover{away(ann, int64(i%6)), away(bob, int64(i/6%6)), away(cat, int64(i/36%6))}
		d := office([]slm.Assignment{at(org, ann), at(mail, bob), deputy(at(agreement, cat))}, covers)
		ladder := d.Responsible(slm.ServiceLevelManager, agreement, day(15))
		if len(ladder) == 0 {
			t.Fatalf("covers %v: an empty ladder", covers)
		}
		for _, r := range ladder {
			if r.Person != nil && r.Person.ID <= cat {
				t.Fatalf("covers %v: %s is away and stands on the ladder: %s", covers, string(letters[r.Person.ID]), written(ladder))
			}
		}
	}
}

func TestLadder(t *testing.T) {
	t.Parallel()
	admin, manager, lead, owner := slm.ServiceLevelAdministrator, slm.ServiceLevelManager, slm.ProcessLead, slm.ProcessOwner
	tests := []struct {
		name        string
		alert       slm.RoleKey
		assignments []slm.Assignment
		want        string
	}{
		{
			"from the administrator up", admin,
			[]slm.Assignment{as(owner, at(org, dan)), as(lead, at(org, cat)), as(manager, at(org, bob)), as(admin, at(org, ann))},
			"A holds, B holds, C holds, D holds",
		},
		{
			"from the manager up", manager,
			[]slm.Assignment{as(owner, at(org, dan)), as(lead, at(org, cat)), as(manager, at(org, bob)), as(admin, at(org, ann))},
			"B holds, C holds, D holds",
		},
		{
			"the alert role is not asked twice", owner,
			[]slm.Assignment{as(owner, at(org, dan)), as(manager, at(org, bob))},
			"D holds, B holds, - no one",
		},
		{
			"one person in two roles", admin,
			[]slm.Assignment{as(owner, at(org, dan)), as(lead, at(org, ann)), as(manager, at(org, bob)), as(admin, at(org, ann))},
			"A holds, B holds, A already, D holds",
		},
		{"vacancies stay", admin, []slm.Assignment{as(owner, at(org, dan))}, "- no one, - no one, - no one, D holds"},
		{
			"the narrowest scope for each role", admin,
			[]slm.Assignment{as(admin, at(agreement, ann)), as(admin, at(org, eve)), as(manager, at(mail, bob)), as(manager, at(org, eve)), as(lead, at(org, cat)), as(owner, at(org, dan))},
			"A holds, B holds, C holds, D holds",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := office(tt.assignments, nil)
			d.Agreements[0].AlertRole = tt.alert
			if got := written(d.Ladder(d.Agreement("SLA-1"), day(15))); got != tt.want {
				t.Errorf("Ladder = %s\nwant     %s", got, tt.want)
			}
		})
	}
}

func TestHolds(t *testing.T) {
	t.Parallel()
	d := office([]slm.Assignment{
		at(agreement, ann), deputy(at(agreement, bob)), at(org, dan), as(slm.ProcessOwner, at(org, eve)),
	}, []slm.Cover{away(ann, cat)})
	tests := []struct {
		name   string
		person int64
		scope  slm.Scope
		roles  []slm.RoleKey
		want   bool
	}{
		{"the cover", cat, agreement, []slm.RoleKey{slm.ServiceLevelManager}, true},
		{"the deputy", bob, agreement, []slm.RoleKey{slm.ServiceLevelManager}, true},
		{"the absent holder", ann, agreement, []slm.RoleKey{slm.ServiceLevelManager}, false},
		{"the holder of the wider scope", dan, agreement, []slm.RoleKey{slm.ServiceLevelManager}, false},
		{"the wider scope itself", dan, org, []slm.RoleKey{slm.ServiceLevelManager}, true},
		{"one of several roles", eve, agreement, []slm.RoleKey{slm.ServiceLevelManager, slm.ProcessOwner}, true},
		{"no role", eve, agreement, nil, false},
		{"nobody", 0, agreement, []slm.RoleKey{slm.ProcessLead}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := d.Holds(tt.person, tt.scope, day(15), tt.roles...); got != tt.want {
				t.Errorf("Holds = %v", got)
			}
		})
	}
}

func TestChain(t *testing.T) {
	t.Parallel()
	for alert, want := range map[slm.RoleKey][]slm.RoleKey{
		slm.ServiceLevelAdministrator: {slm.ServiceLevelAdministrator, slm.ServiceLevelManager, slm.ProcessLead, slm.ProcessOwner},
		slm.ServiceLevelManager:       {slm.ServiceLevelManager, slm.ProcessLead, slm.ProcessOwner},
		slm.ProcessLead:               {slm.ProcessLead, slm.ServiceLevelManager, slm.ProcessOwner},
	} {
		if got := slm.Chain(alert); !slices.Equal(got, want) {
			t.Errorf("Chain(%s) = %v, want %v", alert, got, want)
		}
	}
}
