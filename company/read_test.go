package company

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"steward/slm"
)

// small is a company with one of everything, for files to be spoilt from.
const small = `company: {name: {en: Orion Works, zh: 猎户制造}, zone: Asia/Shanghai}
parties:
  - {code: HR, side: business, name: {en: Human Resources, zh: 人力资源部}}
  - {code: IT-OPS, side: internal, name: IT Operations}
people:
  - {email: Mei.Lin@Orion.example, name: 林梅, language: zh, party: IT-OPS}
  - {email: jonas.weber@orion.example, name: Jonas Weber, zone: Europe/Berlin, left: 2026-06-30}
services:
  - {code: ORION-PAYROLL, name: {en: Orion payroll, zh: 猎户薪资}, aliases: [payroll, 工资系统]}
agreements:
  - code: SLA-ORION-HR
    kind: SLA
    title: {en: Payroll for HR, zh: 人力资源部薪资服务}
    provider: IT-OPS
    consumer: HR
    services: [ORION-PAYROLL]
    from: 2026-01-01
    to: 2026-12-31
    state: in force
    targets:
      - {key: availability, name: {en: availability, zh: 可用性}, objective: 99.9 %}
assignments:
  - {role: service-level-manager, holder: mei.lin@orion.example, from: 2026-01-01}
  - {role: service-level-administrator, holder: mei.lin@orion.example, agreement: SLA-ORION-HR, deputy: true, from: 2026-01-01, to: 2026-03-31}
covers:
  - {absent: jonas.weber@orion.example, by: mei.lin@orion.example, from: 2026-03-29, to: 2026-03-29, reason: annual leave}
`

func TestReadGivesTheDirectory(t *testing.T) {
	d, err := Read(strings.NewReader(small), "company.yaml")
	if err != nil {
		t.Fatal(err)
	}
	mei, jonas := d.ByEmail("mei.lin@orion.example"), d.ByEmail("jonas.weber@orion.example")
	a := d.Agreement("SLA-ORION-HR")
	cover := d.Covers[0]
	for what, pair := range map[string][2]any{
		"Mei's id":            {mei.ID, int64(1)},
		"Mei's name":          {mei.Name, slm.Text{ZH: "林梅"}},
		"Mei's language":      {mei.Lang, slm.Chinese},
		"Mei's zone":          {mei.Zone, "Asia/Shanghai"},
		"Jonas's language":    {jonas.Lang, slm.English},
		"Jonas left":          {stamp(*jonas.LeftAt), "2026-06-30T22:00:00Z"},
		"service's state":     {d.Service("ORION-PAYROLL").State, "live"},
		"agreement's version": {a.Version, 1},
		"agreement's zone":    {a.Zone, "Asia/Shanghai"},
		"agreement begins":    {stamp(a.From), "2025-12-31T16:00:00Z"},
		"agreement ends":      {stamp(*a.To), "2026-12-31T16:00:00Z"},
		"alerts":              {a.AlertRole, slm.ServiceLevelAdministrator},
		"answer within":       {a.AnswerWithin, 30 * time.Minute},
		"target":              {a.Targets[0].ID, int64(1)},
		"target's agreement":  {a.Targets[0].Agreement, "SLA-ORION-HR"},
		"objective":           {a.Targets[0].Objective, slm.Share(999_000)},
		"first scope":         {d.Assignments[0].Scope, slm.Scope{Kind: slm.Organisation}},
		"second scope":        {d.Assignments[1].Scope, slm.Scope{Kind: slm.AgreementScope, Code: "SLA-ORION-HR"}},
		"assignment ends":     {stamp(*d.Assignments[1].To), "2026-03-31T16:00:00Z"},
		"who is away":         {cover.Person, jonas.ID},
		"who covers":          {cover.By, mei.ID},
		"cover begins":        {stamp(cover.From), "2026-03-28T23:00:00Z"},
		"cover ends":          {stamp(cover.To), "2026-03-29T22:00:00Z"}, // the clocks go forward
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: got %v, want %v", what, pair[0], pair[1])
		}
	}
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// TestReadTakesSomeSections reads files that leave most of it out.
func TestReadTakesSomeSections(t *testing.T) {
	for name, text := range map[string]string{
		"parties only":     "parties:\n- {code: HR, side: business, name: HR}\n",
		"an empty section": "parties:\npeople: []\n",
		"sections in any order": "people: [{email: a@b.example, name: A, zone: Europe/Oslo, party: HR}]\n" +
			"parties: [{code: HR, side: business, name: HR}]\n",
		"an underpinned agreement further down": chain("[B]", ""),
	} {
		if _, err := Read(strings.NewReader(text), "company.yaml"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// chain gives two OLAs, A and B, and what each underpins.
func chain(a, b string) string {
	const ola = "- {code: %s, kind: OLA, title: T, provider: IT, consumer: HR, services: [S], from: 2026-01-01, state: draft, underpins: %s}\n"
	return "company: {zone: UTC}\nparties:\n- {code: HR, side: business, name: HR}\n- {code: IT, side: internal, name: IT}\n" +
		"services:\n- {code: S, name: S}\nagreements:\n" + fmt.Sprintf(ola, "A", a) + fmt.Sprintf(ola, "B", b)
}

func TestMidnightThatDoesNotExist(t *testing.T) {
	loc, err := time.LoadLocation("Asia/Beirut") // 2022-03-27 began at 01:00
	if err != nil {
		t.Fatal(err)
	}
	d := day{date: time.Date(2022, 3, 27, 0, 0, 0, 0, time.UTC)}
	if got := stamp(d.begin(loc)); got != "2022-03-26T22:00:00Z" {
		t.Errorf("begins %s", got)
	}
}

func TestReadFailsWithItsReader(t *testing.T) {
	broken := errors.New("the disk is gone")
	if _, err := Read(iotest.ErrReader(broken), "company.yaml"); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestReadRefusesLongFiles(t *testing.T) {
	_, err := Read(bytes.NewReader(bytes.Repeat([]byte("#"), MaxSize+1)), "company.yaml")
	want := "company.yaml: is longer than 10 MiB; split the company or leave out what is over"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestReadReportsSoMany reads a file with a mistake on each of 80 lines.
func TestReadReportsSoMany(t *testing.T) {
	text := "parties:\n" + strings.Repeat("- {code: HR, side: business, name: HR, sied: x}\n", 80)
	_, err := Read(strings.NewReader(text), "company.yaml")
	lines := strings.Split(err.Error(), "\n")
	last := "company.yaml: and 109 more; mend these first" // 80 keys, 79 codes
	if len(lines) != MaxProblems+1 || lines[MaxProblems] != last {
		t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-1])
	}
	var p *Problem
	if !errors.As(err, &p) || p.Line != 2 || p.File != "company.yaml" {
		t.Errorf("first problem %+v", p)
	}
}

// FuzzRead looks for text that makes Read panic, or give a directory that
// names what is not in it.
func FuzzRead(f *testing.F) {
	f.Add(small)
	f.Add(chain("[B]", "[A]"))
	for _, c := range bad {
		f.Add(strings.Replace(small, c.old, c.new, 1))
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Read(strings.NewReader(text), "f")
		if err != nil {
			if d != nil || strings.Count(err.Error(), "\n") > MaxProblems {
				t.Fatalf("%d problems, directory %v", strings.Count(err.Error(), "\n"), d)
			}
			return
		}
		for _, a := range d.Assignments {
			if d.Person(a.Person) == nil {
				t.Fatalf("assignment %+v", a)
			}
		}
		for _, a := range d.Agreements {
			if d.Party(a.Provider) == nil || d.Party(a.Consumer) == nil || len(a.Services) == 0 || a.Zone == "" {
				t.Fatalf("agreement %+v", a)
			}
			d.Ladder(&a, a.From)
		}
		for _, c := range d.Covers {
			if d.Person(c.Person) == nil || !c.From.Before(c.To) {
				t.Fatalf("cover %+v", c)
			}
		}
	})
}
