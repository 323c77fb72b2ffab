package commands

import (
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// TestWhoCanBeReached looks at what an answer adds where its holder cannot be.
func TestWhoCanBeReached(t *testing.T) {
	t.Parallel()
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	left := from.AddDate(0, 2, 0)
	org := slm.Scope{Kind: slm.Organisation}
	hold := func(role slm.RoleKey, person int64) slm.Assignment {
		return slm.Assignment{ID: person, Role: role, Scope: org, Person: person, From: from, EnteredBy: "ann@x.example", EnteredAt: from}
	}
	const ann, bob, cat, dan = 1, 2, 3, 4 // Cat has no account, Dan has left
	tests := []struct {
		name      string
		held      []slm.Assignment
		role      slm.RoleKey
		past      bool
		want, not string
	}{
		{"all is well", []slm.Assignment{hold(slm.ProcessLead, bob), hold(slm.ProcessOwner, ann)}, slm.ProcessLead, false, "confirmed by Ann, 1 Jan", "reached"},
		{"vacant: the role above", []slm.Assignment{hold(slm.ServiceLevelManager, bob), hold(slm.ProcessOwner, ann)}, slm.ProcessLead, false, "vacant. The process owner can fill it. · <@UANN> can be reached: SLM Process Owner", "UBOB"},
		{"nobody above: the role below", []slm.Assignment{hold(slm.ServiceLevelManager, bob)}, slm.ProcessOwner, false, "<@UBOB> can be reached: Service Level Manager", "nobody else"},
		{"without an account: the next of the same role", []slm.Assignment{hold(slm.ProcessLead, cat), {ID: 9, Role: slm.ProcessLead, Scope: org, Person: bob, From: from, Deputy: true}}, slm.ProcessLead, false, "Cat has no Slack account that I know · <@UBOB> (deputy) can be reached: SLM Process Execution Lead", "then"},
		{"without an account, on a day past", []slm.Assignment{hold(slm.ProcessLead, cat)}, slm.ProcessLead, true, "since 1 Jan", "account"},
		{"left, and the role above has no account", []slm.Assignment{hold(slm.ServiceLevelManager, dan), hold(slm.ProcessLead, cat), hold(slm.ProcessOwner, bob)}, slm.ServiceLevelManager, false, "Dan has left · <@UBOB> can be reached: SLM Process Owner", "Cat"},
		{"nobody at all", []slm.Assignment{hold(slm.ProcessLead, cat)}, slm.ProcessLead, false, "nobody else can be reached", "can be reached:"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := (&slm.Directory{
				People: []slm.Person{
					{ID: ann, Email: "ann@x.example", SlackID: "UANN", Name: slm.Text{EN: "Ann"}},
					{ID: bob, Email: "bob@x.example", SlackID: "UBOB", Name: slm.Text{EN: "Bob"}},
					{ID: cat, Email: "cat@x.example", Name: slm.Text{EN: "Cat"}},
					{ID: dan, Email: "dan@x.example", SlackID: "UDAN", Name: slm.Text{EN: "Dan"}, LeftAt: &left},
				},
				Assignments: tt.held,
			}).Index()
			r := Request{Lang: slm.English, Dir: d, At: from.AddDate(0, 5, 0)}
			v := r.voice()
			v.past = tt.past
			got := string(v.footing(d.Responsible(tt.role, org, r.At), org, r))
			if !strings.Contains(got, tt.want) || strings.Contains(got, tt.not) {
				t.Errorf("footing = %q, want %q in it and not %q", got, tt.want, tt.not)
			}
		})
	}
}
