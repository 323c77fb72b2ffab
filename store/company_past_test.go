package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	yaml "steward/company"
	"steward/slm"
)

// holders gives who holds the role for the organisation at a time.
func holders(t *testing.T, s *Store, role slm.RoleKey, at time.Time) string {
	t.Helper()
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range d.Responsible(role, slm.Scope{Kind: slm.Organisation}, at) {
		if !r.Vacant() {
			all = append(all, r.Person.Name.EN+" "+string(r.Why))
		}
	}
	return strings.Join(all, ", ")
}

// TestPastStays imports a company in which the assignment of Bob as manager,
// held since January, is another, twice, and looks at March, at now and at
// September.
func TestPastStays(t *testing.T) {
	t.Parallel()
	day := func(m time.Month, d int) *time.Time {
		at := time.Date(2026, m, d, 0, 0, 0, 0, time.UTC)
		return &at
	}
	managed := func(change func(*slm.Assignment)) func(*slm.Directory) {
		return func(d *slm.Directory) { change(&d.Assignments[1]) }
	}
	gone := func(d *slm.Directory) { d.Assignments = append(d.Assignments[:1:1], d.Assignments[2:]...) }
	tests := []struct {
		name             string
		change           func(*slm.Directory)
		complete         bool
		march, now, sept string
	}{
		{"nothing", managed(func(*slm.Assignment) {}), false, "bob holds", "bob holds", "bob holds"},
		{"not mentioned", gone, false, "bob holds", "bob holds", "bob holds"},
		{"not mentioned in a complete file", gone, true, "bob holds", "", ""},
		{"another person", managed(func(a *slm.Assignment) { a.Person = cat }), false, "bob holds, cat holds", "bob holds, cat holds", "bob holds, cat holds"},
		{"another person since May", managed(func(a *slm.Assignment) { a.Person, a.From = cat, *day(5, 1) }), true, "bob holds", "cat holds", "cat holds"},
		{"a deputy now", managed(func(a *slm.Assignment) { a.Deputy = true }), false, "bob holds", "bob deputy", "bob deputy"},
		{"a last day", managed(func(a *slm.Assignment) { a.To = day(8, 1) }), false, "bob holds", "bob holds", ""},
		{"a first day before", managed(func(a *slm.Assignment) { a.From = *day(2, 1) }), false, "bob holds", "bob holds", "bob holds"},
		{"a first day to come", managed(func(a *slm.Assignment) { a.From = *day(8, 1) }), true, "bob holds", "bob holds", "bob holds"},
		{"a deputy until August", managed(func(a *slm.Assignment) { a.Deputy, a.To = true, day(8, 1) }), true, "bob holds", "bob deputy", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := company(t)
			d := small()
			tt.change(d)
			d.Index()
			take := imported
			if tt.complete {
				take = replaced
			}
			take(t, s, d, false)
			if again := take(t, s, d, false); len(again) != 0 {
				t.Errorf("the second import changes %v", again)
			}
			for _, look := range []struct {
				at   time.Time
				want string
			}{{*day(3, 3), tt.march}, {noon, tt.now}, {*day(9, 1), tt.sept}} {
				if got := holders(t, s, slm.ServiceLevelManager, look.at); got != look.want {
					t.Errorf("at %s it is %q, want %q", look.at.Format(time.DateOnly), got, look.want)
				}
			}
			later := noon.Add(time.Hour)
			plan, err := s.Import(t.Context(), d, "test", false, later)
			if changed := yaml.Compare(plan.Before, plan.After); err != nil || len(changed) != 0 {
				t.Errorf("an hour later the import changes %v, %v", changed, err)
			}
			backAndForth(t, s)
		})
	}
}

// backAndForth imports what the database has.
func backAndForth(t *testing.T, s *Store) {
	t.Helper()
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if again := replaced(t, s, d, true); len(again) != 0 {
		t.Errorf("importing the directory itself changes %v", again)
	}
}

// TestBackAgain: what a complete file ended goes on from now when a file has
// it again, and was not held in between.
func TestBackAgain(t *testing.T) {
	t.Parallel()
	s := company(t)
	without := small()
	without.Assignments = without.Assignments[:1:1]
	replaced(t, s, without.Index(), false)
	later := noon.Add(24 * time.Hour)
	for i := range 2 {
		plan, err := s.Import(t.Context(), small(), "test", false, later)
		if changed := yaml.Compare(plan.Before, plan.After); err != nil || len(changed) != 3*(1-i) {
			t.Errorf("import %d changes %v, %v", i, changed, err)
		}
	}
	for at, want := range map[time.Time]string{noon.AddDate(0, -1, 0): "bob holds", noon.Add(time.Hour): "", later: "bob holds"} {
		if got := holders(t, s, slm.ServiceLevelManager, at); got != want {
			t.Errorf("at %s it is %q, want %q", at, got, want)
		}
	}
}

// TestNeverHeld: an assignment and a cover that have not begun are taken back
// without a trace but the record, and may come again.
func TestNeverHeld(t *testing.T) {
	t.Parallel()
	july := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	with := func(d *slm.Directory) {
		d.Assignments = append(d.Assignments, slm.Assignment{ID: 9, Role: slm.ProcessLead, Scope: slm.Scope{Kind: slm.Organisation}, Person: fay, From: july})
		d.Covers = []slm.Cover{{ID: 1, Person: ann, By: bob, From: july, To: july.AddDate(0, 0, 7)}}
	}
	s := company(t, with)
	plan := replaced(t, s, small(), false)
	if len(plan) != 2 || plan[0].Deed != yaml.Ended || plan[1].Deed != yaml.Ended {
		t.Errorf("taken back: %v", plan)
	}
	if got := holders(t, s, slm.ProcessLead, july); got != "cat holds" {
		t.Errorf("in July it is %q", got)
	}
	if n := number(t, s, `SELECT count(*) FROM assignments WHERE person_id = $1`, fay); n != 1 {
		t.Errorf("%d rows are left", n)
	}
	backAndForth(t, s)
	again := small()
	with(again)
	if plan := imported(t, s, again.Index(), false); len(plan) != 2 || plan[0].Deed != yaml.Added || plan[1].Deed != yaml.Added {
		t.Errorf("come again: %v", plan)
	}
	if got := holders(t, s, slm.ProcessLead, july); got != "cat holds, fay holds" {
		t.Errorf("in July it is %q", got)
	}
}

// TestCompleteEndsCovers: a cover that runs ends now, and those before stay.
func TestCompleteEndsCovers(t *testing.T) {
	t.Parallel()
	cover := func(days, length int) slm.Cover {
		from := noon.AddDate(0, 0, days)
		return slm.Cover{ID: int64(days + 50), Person: ann, By: bob, From: from, To: from.AddDate(0, 0, length)}
	}
	s := company(t, func(d *slm.Directory) { d.Covers = []slm.Cover{cover(-30, 7), cover(-3, 7)} })
	longer := small()
	longer.Covers = []slm.Cover{cover(-3, 14)}
	if plan := imported(t, s, longer.Index(), false); len(plan) != 1 || !strings.Contains(plan[0].String(), "to: ") {
		t.Errorf("a longer cover: %v", plan)
	}
	replaced(t, s, small(), false)
	backAndForth(t, s)
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for days, want := range map[int]bool{-28: true, -1: true, 0: false, 5: false} {
		if c := d.CoverOf(ann, noon.AddDate(0, 0, days)); (c != nil) != want {
			t.Errorf("day %d: %v", days, c)
		}
	}
}

// TestCompleteEndsTheRest: people and agreements that the file lacks.
func TestCompleteEndsTheRest(t *testing.T) {
	t.Parallel()
	s := company(t)
	d := small()
	d.Agreements, d.People = d.Agreements[:1:1], d.People[:5:5]
	if plan := imported(t, s, d.Index(), false); len(plan) != 0 {
		t.Errorf("not mentioned: %v", plan)
	}
	var subjects []string
	for _, difference := range replaced(t, s, d, false) {
		subjects = append(subjects, string(difference.Deed)+" "+difference.What)
	}
	want := "[ended person sam@x.example ended person zoe@x.example ended person fay@x.example ended agreement UC-1]"
	if got := fmt.Sprint(subjects); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if again := replaced(t, s, d, false); len(again) != 0 {
		t.Errorf("again: %v", again)
	}
	backAndForth(t, s)
}
