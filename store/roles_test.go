package store

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	yaml "steward/company"
	"steward/slm"
)

// The roles of the small company.
const (
	admin   = slm.ServiceLevelAdministrator
	manager = slm.ServiceLevelManager
	lead    = slm.ProcessLead
)

// librarian is a role that somebody may add.
var librarian = slm.RoleDraft{
	Name:             slm.Text{EN: "Records Librarian", ZH: "档案管理员"},
	Purpose:          slm.Text{EN: "Keeps what was promised findable."},
	Responsibilities: []slm.Text{{EN: "files each signed agreement"}, {EN: "keeps the glossary", ZH: "维护术语表"}},
	Qualifications:   []slm.Text{{ZH: "细心"}},
}

func directory(t *testing.T, s *Store) *slm.Directory {
	t.Helper()
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// wantRefusal fails the test unless the error is a refusal of the kind.
func wantRefusal(t *testing.T, err error, kind slm.Kind, key string) {
	t.Helper()
	if !refusedAs(err, kind, key) {
		t.Errorf("got %v, want a refusal (%s) %s", err, kind, key)
	}
}

// merged merges one role into another as Dan, the process owner.
func merged(t *testing.T, s *Store, from, into slm.RoleKey, minute int) slm.Merge {
	t.Helper()
	p, err := s.PreviewMerge(t.Context(), from, into, minutes(minute))
	if err != nil {
		t.Fatal(err)
	}
	m, err := s.MergeRoles(t.Context(), from, into, p.State(), directory(t, s).Person(dan), minutes(minute))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestAddRole(t *testing.T) {
	t.Parallel()
	s := company(t)
	d := directory(t, s)
	role, err := s.AddRole(t.Context(), librarian, d.Person(dan), minutes(1))
	if err != nil {
		t.Fatal(err)
	}
	d = directory(t, s)
	kept, ok := d.Role("records-librarian")
	if !ok || !kept.AddedAt.Equal(minutes(1)) {
		t.Fatalf("the directory has %+v", kept)
	}
	kept.AddedAt = role.AddedAt
	if !reflect.DeepEqual(kept, role) {
		t.Errorf("kept %+v\nadded %+v", kept, role)
	}
	if r, c, ok := d.Clause("RL-2"); !ok || r.Key != kept.Key || c.Text.ZH != "维护术语表" {
		t.Errorf("RL-2 is %+v of %s", c, r.Key)
	}
	_, err = s.AddRole(t.Context(), librarian, d.Person(dan), minutes(2))
	wantRefusal(t, err, slm.Invalid, "role.taken")
	a := slm.Assignment{Role: kept.Key, Scope: slm.Scope{Kind: slm.Organisation}, Person: eve, From: minutes(2)}
	if err := s.Assign(t.Context(), a, false, d.Person(dan), minutes(2)); err != nil {
		t.Error(err)
	}
	if !directory(t, s).Holds(eve, a.Scope, minutes(3), kept.Key) {
		t.Error("an added role cannot be held")
	}
}

func TestOnlyTheProcessOwnerChangesRoles(t *testing.T) {
	t.Parallel()
	s := company(t)
	d := directory(t, s)
	p, err := s.PreviewMerge(t.Context(), admin, manager, noon)
	if err != nil {
		t.Fatal(err)
	}
	m := merged(t, s, lead, manager, 1)
	for _, id := range []int64{ann, bob, cat, eve} {
		by := d.Person(id)
		_, err := s.AddRole(t.Context(), librarian, by, minutes(2))
		wantRefusal(t, err, slm.Forbidden, "role.forbidden")
		_, err = s.MergeRoles(t.Context(), admin, manager, p.State(), by, minutes(2))
		wantRefusal(t, err, slm.Forbidden, "role.forbidden")
		_, err = s.UndoMerge(t.Context(), m.ID, by, minutes(2))
		wantRefusal(t, err, slm.Forbidden, "role.forbidden")
		var refusal *slm.Error
		if errors.As(err, &refusal); len(refusal.Who) != 1 || refusal.Who[0].Person.ID != dan {
			t.Errorf("the refusal names %+v", refusal.Who)
		}
	}
	if n := number(t, s, `SELECT (SELECT count(*) FROM roles WHERE added_at IS NOT NULL) + (SELECT count(*) FROM role_merges WHERE undone_at IS NOT NULL)`); n != 0 {
		t.Error("a refused change was kept")
	}
}

func TestMergePreview(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	p, err := s.PreviewMerge(t.Context(), admin, manager, noon)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Assignments) != 1 || p.Assignments[0].Person != ann || len(p.Responsibilities) != 7 || len(p.Qualifications) != 3 {
		t.Errorf("the preview is %+v", p)
	}
	if want := []string{"SLA-1"}; !slices.Equal(p.Agreements, want) {
		t.Errorf("agreements %v, want %v", p.Agreements, want)
	}
	if want := []OpenPing{{b.ID, "SLA-1", ann}}; !slices.Equal(p.Open, want) {
		t.Errorf("open pings %v, want %v", p.Open, want)
	}
	if _, err := s.Acknowledge(t.Context(), b.ID, ann, minutes(1)); err != nil {
		t.Fatal(err)
	}
	again, err := s.PreviewMerge(t.Context(), admin, manager, minutes(1))
	if err != nil || len(again.Open) != 0 || again.State() == p.State() {
		t.Errorf("after an answer: %v open, %v", again.Open, err)
	}
}

// TestMergeIsOfWhatWasShown: what changed since the preview has to be seen
// first.
func TestMergeIsOfWhatWasShown(t *testing.T) {
	t.Parallel()
	s := company(t)
	d := directory(t, s)
	p, err := s.PreviewMerge(t.Context(), admin, manager, noon)
	if err != nil {
		t.Fatal(err)
	}
	org := slm.Scope{Kind: slm.Organisation}
	if err := s.Assign(t.Context(), slm.Assignment{Role: admin, Scope: org, Person: eve, From: noon}, false, d.Person(dan), noon); err != nil {
		t.Fatal(err)
	}
	_, err = s.MergeRoles(t.Context(), admin, manager, p.State(), d.Person(dan), minutes(1))
	wantRefusal(t, err, slm.Late, "merge.changed")
	if n := number(t, s, `SELECT count(*) FROM role_merges`); n != 0 {
		t.Error("it was merged all the same")
	}
}

func TestMergeMovesWhoIsTold(t *testing.T) {
	t.Parallel()
	s := company(t)
	merged(t, s, admin, manager, 1)
	d := directory(t, s)
	a := d.Agreement("SLA-1")
	ladder := d.Ladder(a, minutes(2))
	var got []string
	for _, r := range ladder {
		got = append(got, fmt.Sprint(r.Role, " ", r.Person.ID))
	}
	want := []string{"service-level-manager 1", "process-lead 3", "process-owner 4"}
	if !slices.Equal(got, want) {
		t.Errorf("ladder %v, want %v", got, want)
	}
	if n := number(t, s, `SELECT count(*) FROM pings WHERE kind = 'notice' AND person_id = 1 AND why->>'into' = 'service-level-manager'`); n != 1 {
		t.Errorf("the holder is owed %d messages", n)
	}
	if changes, err := s.Changes(t.Context(), ChangesOf{Words: "merge of role service-level-administrator into service-level-manager"}, 5); err != nil || len(changes) != 1 {
		t.Errorf("%d changes recorded, %v", len(changes), err)
	}
}

func TestUndoRestoresAll(t *testing.T) {
	t.Parallel()
	s := company(t)
	before := directory(t, s)
	m := merged(t, s, admin, manager, 1)
	if _, err := s.UndoMerge(t.Context(), m.ID, before.Person(dan), minutes(5)); err != nil {
		t.Fatal(err)
	}
	after := directory(t, s)
	if !reflect.DeepEqual(before.Assignments, after.Assignments) || !reflect.DeepEqual(before.Agreements, after.Agreements) {
		t.Errorf("before %+v\nafter %+v", before.Assignments, after.Assignments)
	}
	if got := after.Successor(admin, minutes(4)); got != manager {
		t.Errorf("it was %s meanwhile", got)
	}
	if got := after.Successor(admin, minutes(5)); got != admin {
		t.Errorf("it is %s now", got)
	}
	_, err := s.UndoMerge(t.Context(), m.ID, before.Person(dan), minutes(6))
	wantRefusal(t, err, slm.Late, "merge.undone")
	_, err = s.UndoMerge(t.Context(), m.ID+1, before.Person(dan), minutes(6))
	wantRefusal(t, err, slm.NotFound, "button")
	if again := merged(t, s, admin, lead, 7); again.ID == m.ID {
		t.Error("a merge that was undone cannot be made again")
	}
}

func TestUndoOnlyWhatNothingWasBuiltOn(t *testing.T) {
	t.Parallel()
	scope := slm.Scope{Kind: slm.AgreementScope, Code: "SLA-1"}
	tests := []struct {
		name  string
		build func(*testing.T, *Store)
		want  string
	}{
		{"merged on", func(t *testing.T, s *Store) { merged(t, s, manager, lead, 2) }, "merge.onward"},
		{"a holder replaced", func(t *testing.T, s *Store) {
			a := slm.Assignment{Role: manager, Scope: scope, Person: fay, From: noon}
			if err := s.Assign(t.Context(), a, true, directory(t, s).Person(dan), minutes(2)); err != nil {
				t.Fatal(err)
			}
		}, "merge.built"},
		{"a holder added", func(t *testing.T, s *Store) {
			a := slm.Assignment{Role: manager, Scope: scope, Person: fay, From: noon}
			if err := s.Assign(t.Context(), a, false, directory(t, s).Person(dan), minutes(2)); err != nil {
				t.Fatal(err)
			}
		}, ""},
		{"another merged into the same", func(t *testing.T, s *Store) { merged(t, s, lead, manager, 2) }, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := company(t)
			m := merged(t, s, admin, manager, 1)
			tt.build(t, s)
			_, err := s.UndoMerge(t.Context(), m.ID, directory(t, s).Person(dan), minutes(3))
			if tt.want != "" {
				wantRefusal(t, err, slm.Late, tt.want)
			} else if err != nil {
				t.Error(err)
			}
		})
	}
}

// TestReplacedHolderKeepsThePast: who holds a role as part of another is
// replaced, but not before the merge.
func TestReplacedHolderKeepsThePast(t *testing.T) {
	t.Parallel()
	s := company(t)
	merged(t, s, admin, manager, 10)
	scope := slm.Scope{Kind: slm.AgreementScope, Code: "SLA-1"}
	a := slm.Assignment{Role: manager, Scope: scope, Person: fay, From: noon}
	if err := s.Assign(t.Context(), a, true, directory(t, s).Person(dan), minutes(20)); err != nil {
		t.Fatal(err)
	}
	d := directory(t, s)
	if !d.Holds(ann, scope, minutes(9), admin) || d.Holds(ann, scope, minutes(10), admin) || !d.Holds(fay, scope, minutes(10), admin) {
		t.Errorf("assignments are %+v", d.Assignments)
	}
}

// TestMergeOnce: of two who press the button at once, one merges.
func TestMergeOnce(t *testing.T) {
	t.Parallel()
	s := company(t)
	d := directory(t, s)
	p, err := s.PreviewMerge(t.Context(), admin, manager, noon)
	if err != nil {
		t.Fatal(err)
	}
	errs := make([]error, 4)
	together(t, s, "directory", len(errs), func(i int) {
		_, errs[i] = s.MergeRoles(t.Context(), admin, manager, p.State(), d.Person(dan), minutes(1))
	})
	done := 0
	for _, err := range errs {
		if err == nil {
			done++
			continue
		}
		wantRefusal(t, err, slm.Late, "merge.gone")
	}
	if done != 1 {
		t.Errorf("merged %d times", done)
	}
}

// TestImportRoles: a file adds and changes roles, and changes nothing twice.
func TestImportRoles(t *testing.T) {
	t.Parallel()
	s := company(t)
	file := func(does string) *slm.Directory {
		d := small()
		draft := librarian
		draft.Responsibilities = []slm.Text{{EN: does}}
		role, err := d.NewRole(draft)
		if err != nil {
			t.Fatal(err)
		}
		d.Roles = append(d.Roles, role)
		return d.Index()
	}
	for i, does := range []string{"files", "files", "finds"} {
		if _, err := s.Import(t.Context(), file(does), "test", false, minutes(i)); err != nil {
			t.Fatal(err)
		}
	}
	role, _ := directory(t, s).Role("records-librarian")
	if c := role.Responsibilities; len(c) != 1 || c[0].ID != "RL-1" || c[0].Text.EN != "finds" || !role.AddedAt.Equal(noon) {
		t.Errorf("the role is %+v", role)
	}
	if n := number(t, s, `SELECT count(*) FROM changes WHERE subject = 'role records-librarian'`); n != 2 {
		t.Errorf("%d changes, want 2", n)
	}
}

// TestImportMerges: what an export of one company says of its roles is the same
// in another database, and changes nothing twice.
func TestImportMerges(t *testing.T) {
	t.Parallel()
	s := company(t, func(d *slm.Directory) { d.Agreements[1].Services = []string{"MAIL"} }) // a file needs them
	dan := directory(t, s).Person(dan)
	if _, err := s.AddRole(t.Context(), librarian, dan, minutes(1)); err != nil {
		t.Fatal(err)
	}
	first := merged(t, s, "records-librarian", admin, 2)
	if _, err := s.UndoMerge(t.Context(), first.ID, dan, minutes(3)); err != nil {
		t.Fatal(err)
	}
	merged(t, s, "records-librarian", manager, 4)
	text := exported(t, s)

	other := opened(t)
	for i := range 2 {
		d, err := yaml.Read(strings.NewReader(text), "export.yaml")
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if _, err := other.Import(t.Context(), d, "test", false, minutes(60+i)); err != nil {
			t.Fatal(err)
		}
		if again := exported(t, other); again != text {
			t.Errorf("exported\n%s\nafter import of\n%s", again, text)
		}
	}
	if n := number(t, other, `SELECT count(*) FROM changes WHERE subject LIKE 'merge %'`); n != 2 {
		t.Errorf("%d changes of merges, want 2", n)
	}
	standing := directory(t, other).Merges[1]
	if _, err := other.UndoMerge(t.Context(), standing.ID, directory(t, other).Person(standing.By), minutes(70)); err != nil {
		t.Errorf("an imported merge cannot be undone: %v", err)
	}

	// Undone here since: the file does not bring it back. What contradicts is refused.
	d, err := yaml.Read(strings.NewReader(text), "export.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Import(t.Context(), d, "test", false, minutes(80)); err != nil {
		t.Fatal(err)
	}
	if directory(t, other).MergeOf("records-librarian", minutes(90)) != nil {
		t.Error("an import merged again what was undone")
	}
	merged(t, other, manager, "records-librarian", 91)
	d.Merges = append(d.Merges, slm.Merge{From: manager, Into: admin, At: minutes(92), By: d.Merges[0].By})
	_, err = other.Import(t.Context(), d, "test", false, minutes(93))
	wantRefusal(t, err, slm.Late, "merge.gone")
}

func exported(t *testing.T, s *Store) string {
	t.Helper()
	var text strings.Builder
	if err := yaml.Write(&text, directory(t, s)); err != nil {
		t.Fatal(err)
	}
	return text.String()
}
