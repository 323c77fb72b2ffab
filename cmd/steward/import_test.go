package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"steward/internal/devstack"
)

// A shell runs Steward's commands on a database of its own.
type shell struct {
	t   *testing.T
	env map[string]string
}

func newShell(t *testing.T) shell {
	t.Helper()
	return shell{t, map[string]string{"DATABASE_URL": devstack.Database(t, migrated), "REDIS_URL": noRedis}}
}

// says runs a command and gives what it prints.
func (s shell) says(args ...string) string {
	s.t.Helper()
	var out bytes.Buffer
	if err := run(s.t.Context(), args, func(name string) string { return s.env[name] }, &out, io.Discard); err != nil {
		s.t.Fatalf("steward %s: %v", strings.Join(args, " "), err)
	}
	return out.String()
}

// file writes a file and gives its name.
func file(t *testing.T, name, text string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

const nothing = "0 added, 0 changed, 0 ended: imported.\n"

// TestExportImportsNothing: what was exported changes nothing, in the database
// it comes from and, imported into another, exports as the same text.
func TestExportImportsNothing(t *testing.T) {
	t.Parallel()
	questions, err := os.ReadFile("../../ask/eval/heron/company.yaml")
	if err != nil {
		t.Fatal(err)
	}
	demo := relativeDay.ReplaceAllString(demoCompany, "2026-06-15")
	for name, text := range map[string]string{"demo": demo, "questions": string(questions)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			here, there := newShell(t), newShell(t)
			here.says("import", file(t, "company.yaml", text))
			exported := here.says("export")
			for _, complete := range []string{"--complete=false", "--complete"} {
				if plan := lastLine(here.says("import", complete, file(t, "again.yaml", exported))); plan != nothing {
					t.Errorf("importing the export: %s", plan)
				}
			}
			if plan := lastLine(here.says("import", "--complete", file(t, "again.xlsx", here.says("export", "--xlsx")))); plan != nothing {
				t.Errorf("importing the workbook: %s", plan)
			}
			there.says("import", file(t, "elsewhere.yaml", exported))
			if again := there.says("export"); again != exported {
				t.Errorf("exported elsewhere\n%s\nhere\n%s", again, exported)
			}
		})
	}
}

// lastLine gives the last line, or everything if there are changes in it.
func lastLine(plan string) string {
	lines := strings.SplitAfter(plan, "\n")
	for _, line := range lines {
		if strings.HasPrefix(line, "+") || strings.HasPrefix(line, "~") || strings.HasPrefix(line, "-") {
			return plan
		}
	}
	return lines[len(lines)-2]
}

// TestImportShowsAPlan: what a dry run shows is what an import does.
func TestImportShowsAPlan(t *testing.T) {
	t.Parallel()
	example, err := os.ReadFile("../../docs/example-company.yaml")
	if err != nil {
		t.Fatal(err)
	}
	sh := newShell(t)
	sh.says("import", file(t, "company.yaml", string(example)))
	changed := strings.NewReplacer("objective: 99.9%", "objective: 99.5%", "holder: li.na@acme.example, from: 2026-01-01}\n  - {role: service-level-administrator, holder",
		"holder: ruth.gray@acme.example, from: 2026-01-01}\n  - {role: service-level-administrator, holder").Replace(string(example))
	name := file(t, "changed.yaml", changed)
	planned := sh.says("import", "--dry-run", name)
	want := `~ agreement SLA-PAYROLL-HR
    objective of availability: 99.9% -> 99.5%
+ assignment of ruth.gray@acme.example as service-level-manager for the organisation from 2026-01-01
! agreement SLA-PAYROLL-HR promises less: availability 99.5%, before 99.9%
! these hold a role and have no Slack account that is known yet: ruth.gray@acme.example
1 added, 1 changed, 0 ended: would be imported.
`
	if planned != want {
		t.Errorf("planned\n%s\nwant\n%s", planned, want)
	}
	if done := sh.says("import", name); done != strings.Replace(want, "would be imported", "imported", 1) {
		t.Errorf("done\n%s", done)
	}
	if again := sh.says("import", name); again != nothing {
		t.Errorf("done again\n%s", again)
	}
}

// TestImportOfOneAgreement: what a file names may be there already; it need not
// be in the file again. With --complete the file is all there is.
func TestImportOfOneAgreement(t *testing.T) {
	t.Parallel()
	example, err := os.ReadFile("../../docs/example-company.yaml")
	if err != nil {
		t.Fatal(err)
	}
	sh := newShell(t)
	sh.says("import", file(t, "company.yaml", string(example)))
	one := file(t, "one.yaml", `
people: [{email: ann.lee@acme.example, name: Ann Lee, party: IT}]
agreements:
  - {code: SLA-PAYROLL-EU, kind: SLA, title: Payroll for Europe, provider: IT, consumer: HR, services: [PAYROLL],
     calendar: OFFICE, from: 2026-07-01, state: draft, requirement: SLR-PAYROLL-EU, reminder: 60 days, targets: [{key: availability, name: availability, objective: 99%}]}
  - {code: SLR-PAYROLL-EU, kind: SLR, title: Payroll for Europe, provider: IT, consumer: HR, services: [PAYROLL], from: 2026-07-01, state: negotiating}
assignments:
  - {role: records-librarian, agreement: SLA-PAYROLL-HR, holder: ann.lee@acme.example, deputy: true, from: 2026-07-01}
covers:
  - {absent: li.na@acme.example, by: ruth.gray@acme.example, from: 2026-08-01, to: 2026-08-14}
`)
	planned := sh.says("import", one)
	want := []string{
		"+ agreement SLA-PAYROLL-EU", "+ assignment of ann.lee@acme.example as records-librarian for SLA-PAYROLL-HR from 2026-07-01",
		"+ cover of li.na@acme.example by ruth.gray@acme.example from 2026-08-01", "5 added, 0 changed, 0 ended: imported.",
	}
	for _, line := range want {
		if !strings.Contains(planned, line) {
			t.Errorf("%q is not in\n%s", line, planned)
		}
	}
	if again := lastLine(sh.says("import", one)); again != nothing {
		t.Errorf("done again\n%s", again)
	}
	if exported := sh.says("export"); !strings.Contains(exported, "reminder: 60 days\n    requirement: SLR-PAYROLL-EU") {
		t.Errorf("exported\n%s", exported)
	}
	err = run(t.Context(), []string{"import", "--complete", one}, func(name string) string { return sh.env[name] }, io.Discard, io.Discard)
	if err == nil || !strings.Contains(err.Error(), `there is no party "IT"`) {
		t.Errorf("complete: %v", err)
	}
}

// TestImportKeepsARequirement: a file makes an SLA beside its requirement, not
// in its place.
func TestImportKeepsARequirement(t *testing.T) {
	t.Parallel()
	sh := newShell(t)
	required := `
company: {name: Acme, zone: UTC}
parties: [{code: HR, name: People, side: business}, {code: IT, name: IT, side: internal}]
services: [{code: PAYROLL, name: Payroll}]
agreements:
  - {code: SLR-PAYROLL, kind: SLR, title: Payroll, provider: IT, consumer: HR, services: [PAYROLL], from: 2026-07-01, state: negotiating}
`
	sh.says("import", file(t, "required.yaml", required))
	agreed := file(t, "agreed.yaml", strings.Replace(required, "kind: SLR", "kind: SLA", 1))
	for _, complete := range []string{"--complete=false", "--complete"} {
		err := run(t.Context(), []string{"import", complete, agreed}, func(name string) string { return sh.env[name] }, io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), "nothing was imported: SLR-PAYROLL is a requirement") || !strings.Contains(err.Error(), "`requirement: SLR-PAYROLL`") {
			t.Errorf("%s: %v", complete, err)
		}
	}
	beside := strings.NewReplacer("code: SLR-", "code: SLA-", "kind: SLR", "kind: SLA", "negotiating", "draft, requirement: SLR-PAYROLL").Replace(required)
	if plan := sh.says("import", file(t, "beside.yaml", beside)); !strings.Contains(plan, "+ agreement SLA-PAYROLL\n") {
		t.Errorf("beside it:\n%s", plan)
	}
}

func TestImportPrintsTheSchema(t *testing.T) {
	t.Parallel()
	published, err := os.ReadFile("../../docs/company.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if got := (shell{t, nil}).says("import", "--schema"); got != string(published) {
		t.Errorf("printed\n%s", got)
	}
}

// TestImportRefuses: what a command line says that cannot be done.
func TestImportRefuses(t *testing.T) {
	t.Parallel()
	sh := newShell(t)
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"import"}, "name the company file: steward import company.yaml"},
		{[]string{"import", "nowhere.yaml"}, "open company file: open nowhere.yaml: no such file or directory"},
		{[]string{"import", file(t, "empty.yaml", "")}, "the company file has mistakes, nothing was imported:\n"},
		{[]string{"export", "--at", "March"}, `"March" is not a day; write one such as 2026-03-03`},
	} {
		err := run(t.Context(), tt.args, func(name string) string { return sh.env[name] }, io.Discard, io.Discard)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%v: %v, want %s", tt.args, err, tt.want)
		}
	}
}
