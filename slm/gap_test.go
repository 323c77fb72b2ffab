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
			[]Gap{{Kind: Vacancy, Role: ProcessLead, Scope: org}},
		},
		{
			"a role is held from later on", func(d *Directory) { d.Assignments[1].From = after },
			[]Gap{{Kind: Vacancy, Role: ProcessLead, Scope: org}},
		},
		{
			"a holder has left", func(d *Directory) { d.People[1].LeftAt = &now },
			[]Gap{{Kind: Departed, Role: ServiceLevelAdministrator, Scope: org, Person: 2}},
		},
		{
			"a holder has no account", func(d *Directory) { d.People[1].SlackID = "" },
			[]Gap{{Kind: Unreachable, Role: ServiceLevelAdministrator, Scope: org, Person: 2}},
		},
		{"a holder is away and covered", func(d *Directory) {
			d.Covers = []Cover{{ID: 1, Person: 2, By: 1, From: before, To: after}}
		}, nil},
		{"a holder is away and nobody covers", func(d *Directory) {
			d.Covers = []Cover{{ID: 1, Person: 2, From: before, To: after}}
		}, []Gap{{Kind: Uncovered, Role: ServiceLevelAdministrator, Scope: org, Person: 2}}},
		{"the one who covers has no account", func(d *Directory) {
			d.People[0].SlackID = ""
			d.Assignments = d.Assignments[:4]
			d.Covers = []Cover{{ID: 1, Person: 2, By: 1, From: before, To: after}}
		}, []Gap{
			{Kind: Unreachable, Role: ProcessOwner, Scope: org, Person: 1},
			{Kind: Unreachable, Role: ProcessLead, Scope: org, Person: 1},
			{Kind: Unreachable, Role: ServiceLevelManager, Scope: org, Person: 1},
			{Kind: Unreachable, Role: ServiceLevelAdministrator, Scope: org, Person: 2},
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

func TestEndings(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)
	before, night, later := now.AddDate(0, -1, 0), now.Add(14*time.Hour), now.AddDate(0, 0, 3)
	cover := func(id, person, by int64, from, to time.Time) Cover {
		return Cover{ID: id, Person: person, By: by, From: from, To: to}
	}
	tests := []struct {
		name   string
		covers []Cover
		left   *time.Time
		want   []int64 // the covers that end
	}{
		{"on its last day", []Cover{cover(1, 2, 1, before, night)}, nil, []int64{1}},
		{"days before", []Cover{cover(1, 2, 1, before, later)}, nil, nil},
		{"over", []Cover{cover(1, 2, 1, before, now)}, nil, nil},
		{"not begun", []Cover{cover(1, 2, 1, now.Add(time.Hour), night)}, nil, nil},
		{"nobody stands in", []Cover{cover(1, 2, 0, before, night)}, nil, nil},
		{"the next one follows", []Cover{cover(1, 2, 1, before, night), cover(2, 2, 3, night, later)}, nil, nil},
		{"who was away leaves", []Cover{cover(1, 2, 1, before, night)}, &night, nil},
		{"who was away holds nothing", []Cover{cover(1, 3, 1, before, night)}, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := (&Directory{
				People:      []Person{{ID: 1}, {ID: 2, LeftAt: tt.left}, {ID: 3}},
				Assignments: []Assignment{{ID: 1, Role: ServiceLevelManager, Scope: Scope{Kind: Organisation}, Person: 2, From: before}},
				Covers:      tt.covers,
			}).Index()
			var got []int64
			for _, g := range d.Endings(now) {
				got = append(got, g.Cover.ID)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
