package company

import (
	"bytes"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"steward/slm"
)

// heron reads the company of the questions.
func heron(t *testing.T) *slm.Directory {
	t.Helper()
	file, err := os.Open("../ask/eval/heron/company.yaml")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // only read
	d, err := Read(file, "company.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// same reports how two directories differ in what a file can say.
func same(t *testing.T, got, want *slm.Directory) {
	t.Helper()
	for what, pair := range map[string][2]any{
		"name": {got.Name, want.Name}, "zone": {got.Zone, want.Zone}, "parties": {got.Parties, want.Parties}, "people": {got.People, want.People},
		"services": {got.Services, want.Services}, "agreements": {got.Agreements, want.Agreements},
		"assignments": {got.Assignments, want.Assignments}, "covers": {got.Covers, want.Covers}, "roles": {got.Roles, want.Roles}, "calendars": {got.Calendars, want.Calendars},
		"merges": {got.Merges, want.Merges},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("%s:\n got %+v\nwant %+v", what, pair[0], pair[1])
		}
	}
}

func written(t *testing.T, d *slm.Directory) string {
	t.Helper()
	var text bytes.Buffer
	if err := Write(&text, d); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func book(t *testing.T, d *slm.Directory) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteWorkbook(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriteReadsBack(t *testing.T) {
	from := time.Date(2026, 6, 15, 6, 30, 0, 123_456_000, time.UTC)
	moments := demo(t)
	moments.Assignments[0].From = from
	moments.Covers[0].To = from.AddDate(1, 0, 0)
	moments.Agreements[0].AnswerWithin = 90*time.Minute + 10*time.Second
	moments.People[0].LeftAt = &from
	words := demo(t)
	for i, s := range []string{"null", "~", "No", "=", "<<", "* a", "#b", "a: b", "'", `"`, "-", "{x}", "2026-01-01", "0x1F", "1_000", "", "名", " ", "\u00a0x"} {
		if s = strings.TrimSpace(s); s != "" {
			words.Services[0].Aliases = append(words.Services[0].Aliases, s)
			words.People[i].Name = slm.Text{ZH: s}
			words.People[i+1].Name = slm.Text{EN: s}
		}
	}
	words.Services[1].Aliases = []string{"a;b"}
	words.Services[2].Aliases = []string{"a；b", "c"}
	kinds, err := Read(strings.NewReader(promises), "f")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]*slm.Directory{"demo": demo(t), "promises": kinds, "questions": heron(t), "moments": moments, "words": words} {
		text := written(t, want)
		got, err := Read(strings.NewReader(text), "again.yaml")
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, text)
			continue
		}
		same(t, zoned(got), zoned(want))
		got, err = Read(bytes.NewReader(book(t, want)), "again.xlsx")
		if err != nil {
			t.Errorf("%s as a workbook: %v", name, err)
			continue
		}
		same(t, zoned(got), zoned(want))
		if again := written(t, got); again != text {
			t.Errorf("%s: written again\n%s\nbefore\n%s", name, again, text)
		}
	}
}

// zoned puts all moments in UTC, so that equal ones are the same.
func zoned(d *slm.Directory) *slm.Directory {
	utc := func(t *time.Time) *time.Time {
		if t != nil {
			u := t.UTC()
			t = &u
		}
		return t
	}
	for i := range d.People {
		d.People[i].LeftAt = utc(d.People[i].LeftAt)
	}
	for i := range d.Agreements {
		a := &d.Agreements[i]
		a.From, a.To = a.From.UTC(), utc(a.To)
	}
	for i := range d.Assignments {
		a := &d.Assignments[i]
		a.From, a.To = a.From.UTC(), utc(a.To)
	}
	for i := range d.Covers {
		c := &d.Covers[i]
		c.From, c.To = c.From.UTC(), c.To.UTC()
	}
	for i := range d.Merges {
		m := &d.Merges[i]
		m.At, m.UndoneAt = m.At.UTC(), utc(m.UndoneAt)
	}
	for i := range d.Roles {
		d.Roles[i].AddedAt = utc(d.Roles[i].AddedAt)
	}
	return d
}

// TestWriteRoles: roles that were added and merged are read back, from both
// kinds of files.
func TestWriteRoles(t *testing.T) {
	d := demo(t)
	role, err := d.NewRole(slm.RoleDraft{
		Key: "librarian", Name: slm.Text{EN: "Librarian", ZH: "档案管理员"}, Purpose: slm.Text{ZH: "归档"},
		Responsibilities: []slm.Text{{EN: "files", ZH: "归档"}, {EN: "finds"}}, Qualifications: []slm.Text{{EN: "patience"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	d.Roles = append(d.Roles, role)
	d.Assignments[1].Role = role.Key
	added := time.Date(2026, 5, 1, 6, 30, 0, 123_456_000, time.UTC)
	monday := time.Date(2026, 6, 1, 0, 0, 0, 0, locationOf(d.Zone))
	undone := monday.AddDate(0, 0, 7)
	role2, err := d.NewRole(slm.RoleDraft{Key: "clerk", Name: slm.Text{EN: "Clerk", ZH: "文员"}, Responsibilities: []slm.Text{{ZH: "记录；归档"}}})
	if err != nil {
		t.Fatal(err)
	}
	role2.AddedAt = &added
	d.Roles = append(d.Roles, role2)
	d.Merges = []slm.Merge{
		{ID: 1, From: role2.Key, Into: role.Key, At: monday, By: 1, UndoneAt: &undone, UndoneBy: 2},
		{ID: 2, From: role2.Key, Into: slm.ProcessOwner, At: undone, By: 1},
		{ID: 3, From: slm.ProcessLead, Into: slm.ProcessOwner, At: added.AddDate(0, 2, 0), By: 2},
	}
	f, err := excelize.OpenReader(bytes.NewReader(book(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	if choices, err := f.GetDataValidations("assignments"); err != nil || len(choices) != 1 || !strings.Contains(choices[0].Formula1, "librarian,clerk") {
		t.Errorf("the roles to choose from are %+v, %v", choices, err)
	}
	text := written(t, d)
	for name, file := range map[string]string{"again.yaml": text, "again.xlsx": string(book(t, d))} {
		got, err := Read(strings.NewReader(file), name)
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, text)
		}
		same(t, zoned(got), zoned(d))
		if again := written(t, got); again != text {
			t.Errorf("%s: written again\n%s\nbefore\n%s", name, again, text)
		}
	}
	if wrong := readSchema(t).check(readSchema(t), parsed(t, text), ""); wrong != nil {
		t.Errorf("by the schema: %s", strings.Join(wrong, "\n"))
	}
}
