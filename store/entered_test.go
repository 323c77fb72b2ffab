package store

import (
	"os"
	"strings"
	"testing"

	"steward/slm"
)

// entered gives who entered the assignment of a person to a role, and when.
func entered(t *testing.T, s *Store, person int64, role slm.RoleKey) string {
	t.Helper()
	var all []string
	for _, a := range directory(t, s).Assignments {
		if a.Person == person && a.Role == role && a.To == nil {
			all = append(all, strings.TrimSpace(a.EnteredBy+" "+a.EnteredAt.UTC().Format("15:04")))
		}
	}
	return strings.Join(all, ", ")
}

func TestWhoEntered(t *testing.T) {
	t.Parallel()
	s := company(t)
	deputy := slm.Assignment{Role: slm.ProcessLead, Scope: slm.Scope{Kind: slm.Organisation}, Person: bob, Deputy: true, From: noon}
	if err := s.Assign(t.Context(), deputy, false, directory(t, s).Person(dan), minutes(2)); err != nil {
		t.Fatal(err)
	}
	same, other := small(), small()
	other.Assignments[1].Deputy = true
	for i, d := range []*slm.Directory{same, other} {
		if _, err := s.Import(t.Context(), d, "file", false, minutes(5+i)); err != nil {
			t.Fatal(err)
		}
	}
	check := func(t *testing.T) {
		t.Helper()
		for _, tt := range []struct {
			name   string
			person int64
			role   slm.RoleKey
			want   string
		}{
			{"imported, and again the same", cat, slm.ProcessLead, "test 12:00"},
			{"imported, and again otherwise", bob, slm.ServiceLevelManager, "file 12:06"},
			{"by a person", bob, slm.ProcessLead, "dan@x.example 12:02"},
		} {
			if got := entered(t, s, tt.person, tt.role); got != tt.want {
				t.Errorf("%s: entered by %q, want %q", tt.name, got, tt.want)
			}
		}
	}
	check(t)

	// An older version kept it in the record of changes only.
	text, err := os.ReadFile("migrations/0020_confirmed.sql")
	if err != nil {
		t.Fatal(err)
	}
	_, fill, _ := strings.Cut(string(text), "-- What was entered before")
	_, fill, _ = strings.Cut(fill, "\n")
	if _, err := s.db.Exec(t.Context(), `UPDATE assignments SET entered_by = NULL, entered_at = NULL`); err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec(t.Context(), fill); err != nil {
		t.Fatal(err)
	}
	check(t)
}
