package store

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	yaml "steward/company"
	"steward/slm"
)

// demo reads the company of the demo as of noon.
func demo(t *testing.T) *slm.Directory {
	t.Helper()
	text, err := os.ReadFile("../cmd/steward/demo.yaml")
	if err != nil {
		t.Fatal(err)
	}
	relative := regexp.MustCompile(`@TODAY([+-]\d+)?@`)
	dated := relative.ReplaceAllStringFunc(string(text), func(s string) string {
		days, _ := strconv.Atoi(relative.FindStringSubmatch(s)[1]) // 0 for today
		return noon.AddDate(0, 0, days).Format(time.DateOnly)
	})
	d, err := yaml.Read(strings.NewReader(dated), "demo.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func imported(t *testing.T, s *Store, d *slm.Directory, dry bool) []yaml.Difference {
	t.Helper()
	plan, err := s.Import(t.Context(), d, "test", dry, noon)
	if err != nil {
		t.Fatal(err)
	}
	return yaml.Compare(plan.Before, plan.After)
}

func replaced(t *testing.T, s *Store, d *slm.Directory, dry bool) []yaml.Difference {
	t.Helper()
	plan, err := s.Replace(t.Context(), d, "test", dry, noon)
	if err != nil {
		t.Fatal(err)
	}
	return yaml.Compare(plan.Before, plan.After)
}

// rows gives how many rows each table of the directory has, and its version.
func rows(t *testing.T, s *Store) map[string]int64 {
	t.Helper()
	n := map[string]int64{"version": number(t, s, `SELECT version FROM directory`)}
	for _, table := range []string{"parties", "people", "services", "agreements", "agreement_services", "underpins", "targets", "assignments", "covers", "calendars", "calendar_versions", "agreement_versions", "changes"} {
		n[table] = number(t, s, `SELECT count(*) FROM `+table)
	}
	return n
}

func TestImportTwiceIsOnce(t *testing.T) {
	t.Parallel()
	s := opened(t)
	d := demo(t)
	plan := imported(t, s, d, false)
	total := len(d.Parties) + len(d.People) + len(d.Services) + len(d.Agreements) + len(d.Assignments) + len(d.Covers) + len(d.Calendars)
	if len(plan) != total+1 { // and the company
		t.Errorf("the first import changes %d of %d", len(plan), total+1)
	}
	before := rows(t, s)
	if again := imported(t, s, demo(t), false); len(again) != 0 {
		t.Errorf("the second import changes %v", again)
	}
	if after := rows(t, s); !reflect.DeepEqual(after, before) {
		t.Errorf("the second import left\n%v, before\n%v", after, before)
	}
}

// TestImportReadsBack: the ladders of the file are those of the database.
func TestImportReadsBack(t *testing.T) {
	t.Parallel()
	s := opened(t)
	want := demo(t)
	imported(t, s, want, false)
	got, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := range want.Agreements {
		a := &want.Agreements[i]
		for _, days := range []int{-400, -14, 0, 10} {
			at := noon.AddDate(0, 0, days)
			if g, w := rungs(got, a.Code, at), rungs(want, a.Code, at); g != w {
				t.Errorf("the ladder of %s on day %d is %s, want %s", a.Code, days, g, w)
			}
		}
		stored := got.Agreement(a.Code)
		if stored == nil || stored.Title != a.Title || !slices.Equal(stored.Services, a.Services) || stored.AnswerWithin != a.AnswerWithin || len(stored.Targets) != len(a.Targets) {
			t.Errorf("stored %+v\nwant   %+v", stored, a)
		}
	}
}

func rungs(d *slm.Directory, code string, at time.Time) string {
	var all []string
	for _, r := range d.Ladder(d.Agreement(code), at) {
		text := string(r.Role) + " " + string(r.Why)
		if r.Person != nil {
			text += " " + r.Person.Email
		}
		all = append(all, text)
	}
	return strings.Join(all, ", ")
}

func TestImportChanges(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		name    string
		change  func(*slm.Directory)
		subject string
		version int64 // of SLA-1 afterwards
	}{
		{"title", func(d *slm.Directory) { d.Agreements[0].Title.ZH = "邮箱" }, "agreement SLA-1", 2},
		{"objective", func(d *slm.Directory) { d.Agreements[0].Targets[0].Objective = 998_000 }, "agreement SLA-1", 2},
		{"end of an agreement", func(d *slm.Directory) { d.Agreements[0].To = &day }, "agreement SLA-1", 2},
		{"another target", func(d *slm.Directory) {
			d.Agreements[0].Targets = append(d.Agreements[0].Targets, slm.Target{Key: "speed", Name: slm.Text{EN: "speed"}, Objective: 1})
		}, "agreement SLA-1", 2},
		{"no target", func(d *slm.Directory) { d.Agreements[0].Targets = nil }, "agreement SLA-1", 2},
		{"no service", func(d *slm.Directory) { d.Agreements[0].Services = nil }, "agreement SLA-1", 2},
		{"what it carries", func(d *slm.Directory) { d.Agreements[1].Underpins = nil }, "agreement UC-1", 1},
		{"name of a person", func(d *slm.Directory) { d.People[0].Name.EN = "Anna" }, "person ann@x.example", 1},
		{"somebody leaves", func(d *slm.Directory) { d.People[0].LeftAt = &day }, "person ann@x.example", 1},
		{"side of a party", func(d *slm.Directory) { d.Parties[0].Side = slm.Supplier }, "party HR", 1},
		{"aliases", func(d *slm.Directory) { d.Services[0].Aliases = nil }, "service MAIL", 1},
		{"end of an assignment", func(d *slm.Directory) { d.Assignments[1].To = &day }, "assignment of bob@x.example as service-level-manager for the organisation", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := company(t)
			d := small()
			tt.change(d)
			before := rows(t, s)
			for range 2 {
				plan := replaced(t, s, d.Index(), true)
				if len(plan) != 1 || plan[0].Deed == yaml.Added || !strings.HasPrefix(plan[0].What, tt.subject) {
					t.Fatalf("the plan is %+v, want %s", plan, tt.subject)
				}
				if after := rows(t, s); !reflect.DeepEqual(after, before) {
					t.Fatalf("a dry run left\n%v, before\n%v", after, before)
				}
			}
			replaced(t, s, d, false)
			if n := number(t, s, `SELECT version FROM agreements WHERE code = 'SLA-1'`); n != tt.version {
				t.Errorf("SLA-1 is at version %d, want %d", n, tt.version)
			}
			n := number(t, s, `
				SELECT count(*) FROM changes
				WHERE subject = $1 AND by = 'test' AND at = $2 AND before IS NOT NULL AND after IS NOT NULL AND before <> after`, tt.subject, noon)
			if n != 1 {
				t.Errorf("%d records of the change", n)
			}
			if again := replaced(t, s, d, false); len(again) != 0 {
				t.Errorf("imported again: %+v", again)
			}
		})
	}
}

// TestTargetKeepsItsID: measurements belong to it, also when it comes back.
func TestTargetKeepsItsID(t *testing.T) {
	t.Parallel()
	s := company(t)
	id := func() int64 {
		return number(t, s, `SELECT id FROM targets WHERE agreement = 'SLA-1' AND key = 'availability'`)
	}
	before := id()
	without, with := small(), small()
	without.Agreements[0].Targets = nil
	if plan := imported(t, s, without, false); len(plan) != 0 {
		t.Errorf("a file that does not mention a target changes %v", plan)
	}
	replaced(t, s, without, false)
	d, err := s.Directory(t.Context())
	if err != nil || len(d.Agreement("SLA-1").Targets) != 0 {
		t.Fatalf("the target is still there: %v", err)
	}
	imported(t, s, with, false)
	if after := id(); after != before {
		t.Errorf("the target has id %d, before %d", after, before)
	}
}

// TestImportIsAllOrNothing: what the database refuses leaves nothing behind.
func TestImportIsAllOrNothing(t *testing.T) {
	t.Parallel()
	s := opened(t)
	d := small()
	d.Agreements[1].AnswerWithin = 0
	before := rows(t, s)
	if _, err := s.Import(t.Context(), d, "test", false, noon); err == nil {
		t.Fatal("an agreement without a time to answer was imported")
	}
	if after := rows(t, s); !reflect.DeepEqual(after, before) {
		t.Errorf("left\n%v, before\n%v", after, before)
	}
}

// TestDirectoryIsNeverOld: whatever changes, the next look sees it, through
// another copy too.
func TestDirectoryIsNeverOld(t *testing.T) {
	t.Parallel()
	s := company(t)
	other := openedAt(t, s.db.Config().ConnString(), "redis://127.0.0.1:1")
	ctx := t.Context()
	look := func() *slm.Directory {
		t.Helper()
		d, err := s.Directory(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	first := look()
	if look() != first {
		t.Error("read anew although nothing changed")
	}
	for i, sql := range []string{
		`UPDATE people SET name_en = 'Anna' WHERE id = 1`, `UPDATE services SET state = 'retired'`, `UPDATE agreements SET title_en = 'x'`,
		`DELETE FROM underpins`, `DELETE FROM agreement_services`, `UPDATE targets SET objective = 1`, `UPDATE parties SET name_en = 'x'`,
		`DELETE FROM assignments WHERE id = 1`, `INSERT INTO covers (person_id, from_at, to_at) VALUES (1, '2026-01-01', '2026-02-01')`,
	} {
		before := look()
		if _, err := other.db.Exec(ctx, sql); err != nil {
			t.Fatal(err)
		}
		if after := look(); after == before || after.Version <= before.Version {
			t.Errorf("change %d was not seen: %s", i, sql)
		}
	}
	if got := look(); got.Person(1).Name.EN != "Anna" || got.Services[0].State != "retired" || len(got.Covers) != 1 {
		t.Errorf("read %s", fmt.Sprint(got.Person(1).Name, got.Services, got.Covers))
	}
}

func TestAChangeMakesTheDirectoryOneVersionNewer(t *testing.T) {
	s := company(t)
	version := func() int64 { return number(t, s, `SELECT version FROM directory`) }
	before := version()
	imported(t, s, demo(t), false) // hundreds of statements
	if got := version() - before; got != 1 {
		t.Errorf("an import made the directory %d versions newer; want 1, or each statement of a large one costs more than the last", got)
	}
	imported(t, s, demo(t), false)
	if got := version() - before; got != 1 {
		t.Errorf("an import of the same made it newer, by %d", got-1)
	}
	for n := int64(2); n <= 3; n++ {
		if _, err := s.db.Exec(t.Context(), `UPDATE people SET lang = 'zh'`); err != nil {
			t.Fatal(err)
		}
		if got := version() - before; got != n {
			t.Errorf("after %d changes it is %d versions newer", n, got)
		}
	}
}
