package store

import (
	"fmt"
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// TestChanges keeps a record by hand and looks at what of it is shown.
func TestChanges(t *testing.T) {
	t.Parallel()
	s := opened(t)
	batch := &pgx.Batch{}
	wrote := 0
	write := func(by, subject string, after map[string]any) {
		wrote++
		queueChange(batch, minutes(wrote), by, subject, map[string]any{}, after)
	}
	account := func(person string) { write(BySlack, "person "+person, map[string]any{"account": "U"}) }
	write("ann@x.example", "agreement SLA-1", nil)
	write("ann@x.example", "agreement SLA-10", nil)
	write("import", "assignment of bob@x.example as process-lead for SLA-1", nil)
	account("bob@x.example")
	account("cat@x.example")
	account("cat@x.example")
	write("bob@x.example", "cover of ann@x.example", nil)
	account("dan@x.example")
	write(BySlack, "person dan@x.example", map[string]any{"left": "now"})
	if err := s.db.SendBatch(t.Context(), batch).Close(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		of    ChangesOf
		limit int
		want  []string // minute and, of accounts, people
	}{
		{"all, accounts folded", ChangesOf{}, 15, []string{"9", "8+1", "7", "6+2", "3", "2", "1"}},
		{"as many lines as asked for", ChangesOf{}, 2, []string{"9", "8+1"}},
		{"no account older than the last line", ChangesOf{}, 3, []string{"9", "8+1", "7"}},
		{"a code is not the beginning of another", ChangesOf{Name: "sla-1"}, 15, []string{"3", "1"}},
		{"a person: what they did and what was done to them", ChangesOf{Name: "ann@x.example"}, 15, []string{"7", "2", "1"}},
		{"a person's accounts one by one", ChangesOf{Name: "Cat@x.example"}, 15, []string{"6", "5"}},
		{"a kind", ChangesOf{Kind: "agreement"}, 15, []string{"2", "1"}},
		{"words", ChangesOf{Words: "LEAD"}, 15, []string{"3"}},
		{"nothing", ChangesOf{Name: "SLA"}, 15, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			changes, err := s.Changes(t.Context(), tt.of, tt.limit)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range changes {
				line := fmt.Sprint(c.At.Sub(noon).Minutes())
				if c.People > 0 {
					line += fmt.Sprint("+", c.People)
				}
				got = append(got, line)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("changes %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSubjectsAreReadAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	gus := &slm.Person{Email: "gus@x.example"}
	onMail := slm.Assignment{Role: "process-lead", Scope: slm.Scope{Kind: slm.ServiceScope, Code: "MAIL"}}
	everywhere := slm.Assignment{Role: "process-lead", Scope: slm.Scope{Kind: slm.Organisation}}
	tests := map[string]Subject{
		"company":                                {Kind: "company"},
		"agreement SLA-1":                        {Kind: "agreement", Name: "SLA-1"},
		assignmentOf(gus, onMail):                {Kind: "assignment", Name: "gus@x.example", Role: "process-lead", Code: "MAIL"},
		assignmentOf(gus, everywhere):            {Kind: "assignment", Name: "gus@x.example", Role: "process-lead"},
		mergeOf(slm.Merge{From: "a", Into: "b"}): {Kind: "merge", Name: "a", Role: "b"},
		coverOf(gus):                             {Kind: "cover", Name: "gus@x.example"},
		coverOf(nil):                             {Kind: "cover", Name: "somebody"},
		lessonOf(7):                              {Kind: "lesson", Name: "7"},
		"weather in Wuxi":                        {Name: "weather in Wuxi"},
	}
	for subject, want := range tests {
		if got := (Change{Subject: subject}).About(); got != want {
			t.Errorf("%q is about %+v, want %+v", subject, got, want)
		}
	}
}
