package slm

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestGaps(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)
	before, after := now.AddDate(0, -1, 0), now.AddDate(0, 1, 0)
	org := Scope{Kind: Organisation}
	everybody := func() *Directory {
		return &Directory{
			People: []Person{{ID: 1, Email: "a@x", SlackID: "U1"}, {ID: 2, Email: "b@x", SlackID: "U2"}},
			Assignments: []Assignment{
				{ID: 1, Role: ProcessOwner, Scope: org, Person: 1, From: before},
				{ID: 2, Role: ProcessLead, Scope: org, Person: 1, From: before},
				{ID: 3, Role: ServiceLevelManager, Scope: org, Person: 1, From: before},
				{ID: 4, Role: ServiceLevelAdministrator, Scope: org, Person: 2, From: before},
			},
		}
	}
	tests := []struct {
		name string
		edit func(*Directory)
		want []Gap
	}{
		{"everybody is there", func(*Directory) {}, nil},
		{
			"a role is vacant from now on", func(d *Directory) { d.Assignments[1].To = &now },
			[]Gap{{Vacancy, ProcessLead, org, 0}},
		},
		{
			"a role is held from later on", func(d *Directory) { d.Assignments[1].From = after },
			[]Gap{{Vacancy, ProcessLead, org, 0}},
		},
		{
			"a holder has left", func(d *Directory) { d.People[1].LeftAt = &now },
			[]Gap{{Departed, ServiceLevelAdministrator, org, 2}},
		},
		{
			"a holder has no account", func(d *Directory) { d.People[1].SlackID = "" },
			[]Gap{{Unreachable, ServiceLevelAdministrator, org, 2}},
		},
		{"a holder is away and covered", func(d *Directory) {
			d.Covers = []Cover{{ID: 1, Person: 2, By: 1, From: before, To: after}}
		}, nil},
		{"a holder is away and nobody covers", func(d *Directory) {
			d.Covers = []Cover{{ID: 1, Person: 2, From: before, To: after}}
		}, []Gap{{Uncovered, ServiceLevelAdministrator, org, 2}}},
		{"the one who covers has no account", func(d *Directory) {
			d.People[0].SlackID = ""
			d.Assignments = d.Assignments[:4]
			d.Covers = []Cover{{ID: 1, Person: 2, By: 1, From: before, To: after}}
		}, []Gap{
			{Unreachable, ProcessOwner, org, 1},
			{Unreachable, ProcessLead, org, 1},
			{Unreachable, ServiceLevelManager, org, 1},
			{Unreachable, ServiceLevelAdministrator, org, 2},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := everybody()
			tt.edit(d)
			if diff := cmp.Diff(tt.want, d.Index().Gaps(now)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
