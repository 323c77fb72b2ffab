package commands

import (
	"strings"
	"testing"
	"time"

	"steward/slm"
	"steward/store"
)

// TestDrawTaught looks at what somebody is told whose question was looked at:
// never of an answer without one below.
func TestDrawTaught(t *testing.T) {
	t.Parallel()
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	const ann, bob, guest = 1, 2, 3
	tests := []struct {
		name  string
		why   store.Reason
		guest bool
		want  []string
		not   string
	}{
		{
			"a meaning that answers",
			store.Reason{Text: "who kicks the post room?"},
			false,
			[]string{"<@UBOB> taught me the answer", "*MAIL* Mail", "<@UBOB>: *Service Level Manager*", "[This is wrong]"},
			"ask <@UBOB>",
		},
		{
			"an answer of one line",
			store.Reason{Text: "who covers for Bob?"},
			false,
			[]string{"taught me the answer", "Bob is not entered as absent"},
			"ask <@UBOB>",
		},
		{
			"a name that does not make the question clear",
			store.Reason{Text: "the snail is sad", Name: "snail", Scope: "MAIL"},
			false,
			[]string{"<@UBOB> looked at your question", "ask <@UBOB>", "“snail” is *MAIL* Mail"},
			"taught me the answer",
		},
		{
			"several that are meant",
			store.Reason{Text: "who handles the wiki?"},
			false,
			[]string{"<@UBOB> looked at your question", "Which one do you mean?", "[Wiki north] [Wiki south]"},
			"taught me the answer",
		},
		{
			"a guest of whom it is no business",
			store.Reason{Text: "who kicks the post room?", Name: "post room", Scope: "MAIL"},
			true,
			[]string{"<@UBOB> looked at your question", "As a guest"},
			"MAIL",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := (&slm.Directory{
				People: []slm.Person{
					{ID: ann, Email: "ann@x.example", SlackID: "UANN", Name: slm.Text{EN: "Ann"}},
					{ID: bob, Email: "bob@x.example", SlackID: "UBOB", Name: slm.Text{EN: "Bob"}},
					{ID: guest, Email: "gus@y.example", SlackID: "UGUS", Name: slm.Text{EN: "Gus"}, Party: "SUP", Guest: true},
				},
				Parties: []slm.Party{{Code: "SUP", Name: slm.Text{EN: "Supplier"}, Side: slm.Supplier}},
				Services: []slm.Service{
					{Code: "MAIL", Name: slm.Text{EN: "Mail"}, State: "live"},
					{Code: "WIKI-N", Name: slm.Text{EN: "Wiki north"}, State: "live"},
					{Code: "WIKI-S", Name: slm.Text{EN: "Wiki south"}, State: "live"},
				},
				Assignments: []slm.Assignment{{ID: 1, Role: slm.ServiceLevelManager, Scope: slm.Scope{Kind: slm.Organisation}, Person: bob, From: from}},
				Lessons:     []slm.Lesson{{ID: 1, Text: "who kicks the post room?", Service: "MAIL", Role: slm.ServiceLevelManager}},
			}).Index()
			r := Request{Lang: slm.English, Dir: d, Person: d.Person(ann), SlackID: "UANN", At: from.AddDate(0, 5, 0)}
			if tt.guest {
				r.Person, r.SlackID, r.Guest = d.Person(guest), "UGUS", true
			}
			tt.why.Rule, tt.why.By = "taught", bob
			reply, err := New(nil).Draw(t.Context(), store.Ping{Kind: "notice", Person: r.Person.ID, Why: tt.why}, r)
			if err != nil {
				t.Fatal(err)
			}
			got := reply.Plain()
			for _, want := range tt.want {
				if !strings.Contains(got, want) {
					t.Errorf("told %q, want %q in it", got, want)
				}
			}
			if strings.Contains(got, tt.not) {
				t.Errorf("told %q, want no %q in it", got, tt.not)
			}
		})
	}
}
