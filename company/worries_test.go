package company

import (
	"slices"
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// fine is a company without a worry, at noon.
const fine = `company: {name: Fine, zone: Asia/Shanghai}
parties:
  - {code: HR, side: business, name: HR}
  - {code: IT, side: internal, name: IT}
people:
  - {email: ann@x.example, name: Ann, party: IT}
  - {email: bob@x.example, name: Bob, party: IT}
services:
  - {code: MAIL, name: Mail}
agreements:
  - {code: SLA-1, kind: SLA, title: Mail, provider: IT, consumer: HR, services: [MAIL], from: 2026-01-01, state: in force, targets: [{key: up, name: up, objective: 99.9%}]}
assignments:
  - {role: process-owner, holder: ann@x.example, from: 2026-01-01}
  - {role: process-lead, holder: ann@x.example, from: 2026-01-01}
  - {role: service-level-manager, holder: ann@x.example, from: 2026-01-01}
  - {role: service-level-administrator, holder: bob@x.example, from: 2026-01-01}
`

// matched reads a company whose people have accounts, apart from Carl.
func matched(t *testing.T, text string) *slm.Directory {
	t.Helper()
	d, err := Read(strings.NewReader(text), "f")
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.People {
		if p := &d.People[i]; !strings.HasPrefix(p.Email, "carl") {
			p.SlackID = "U" + p.Email
		}
	}
	return d.Index()
}

func TestWorries(t *testing.T) {
	admin := "  - {role: service-level-administrator, holder: bob@x.example, from: 2026-01-01"
	tests := []struct {
		name     string
		old, new string
		want     []string
	}{
		{"nothing", "name: Fine", "name: Still fine", nil},
		{"nobody administers", admin + "}\n", "", []string{
			"agreement SLA-1 is in force and has no service-level-administrator: nobody for it, its services or the organisation",
			"nobody is service-level-administrator for the organisation",
		}},
		{"a holder leaves later", "name: Bob", "name: Bob, left: 2026-07-31", []string{
			"bob@x.example is service-level-administrator but has left from 2026-08-01 on",
		}},
		{"an end to come", admin, admin + ", to: 2026-07-31", []string{
			"nobody is service-level-administrator for the organisation from 2026-08-01 on",
		}},
		{"an end to come, and who follows", admin + "}", admin + ", to: 2026-07-31}\n  - {role: service-level-administrator, holder: ann@x.example, from: 2026-08-01}", nil},
		{"another code for the same", "services:", "services:\n  - {code: POST, name: Letters, aliases: [mail, E-Mail]}", []string{
			`the services POST and MAIL are both called "mail": whoever says so is asked which; write "state: retired" under one that is no more`,
		}},
		{"another e-mail for the same", "services:", "  - {email: bobby@x.example, name: {en: bob, zh: 鲍勃}, party: IT}\nservices:", []string{
			`the people bob@x.example and bobby@x.example are both called "Bob": whoever says so is asked which; write "left" under one that is no more`,
		}},
		{"a name of somebody who has left", "services:", "  - {email: bobby@x.example, name: Bob, party: IT, left: 2026-01-31}\nservices:", nil},
		{"less is promised", "99.9%", "99%", []string{"agreement SLA-1 promises less: up 99%, before 99.9%"}},
		{"a target goes", ", targets: [{key: up, name: up, objective: 99.9%}]", "", []string{"agreement SLA-1 promises less: no up, before 99.9%"}},
		{"more is promised", "99.9%", "99.95%", nil},
		{"an agreement is over", "state: in force", "state: in force, to: 2026-06-14", []string{"agreement SLA-1 is in force but ended on 2026-06-14"}},
		{"the last day", admin, admin + ", to: 2026-06-15", []string{
			"the assignment of bob@x.example as service-level-administrator ends today",
			"nobody is service-level-administrator for the organisation from 2026-06-16 on",
		}},
		{"the past", admin, admin + ", to: 2026-06-14", []string{
			"agreement SLA-1 is in force and has no service-level-administrator: nobody for it, its services or the organisation",
			"the assignment of bob@x.example as service-level-administrator ended on 2026-06-14: that changes who was responsible in the past",
			"nobody is service-level-administrator for the organisation",
		}},
		{"now", admin, admin + ", to: 2026-06-15T12:00:00+08:00", []string{
			"agreement SLA-1 is in force and has no service-level-administrator: nobody for it, its services or the organisation",
			"the assignment of bob@x.example as service-level-administrator ends now",
			"nobody is service-level-administrator for the organisation",
		}},
		{"a holder leaves", "name: Bob", "name: Bob, left: 2026-06-01", []string{
			"agreement SLA-1 is in force and has no service-level-administrator: nobody for it, its services or the organisation",
			"bob@x.example is service-level-administrator but has left",
		}},
		{"no account", "assignments:", "  - {code: SLA-2, kind: SLA, title: T, provider: IT, consumer: HR, services: [MAIL], from: 2026-01-01, state: draft}\nassignments:\n  - {role: process-lead, holder: carl@x.example, agreement: SLA-2, from: 2026-01-01}", []string{
			"these hold a role and have no Slack account that is known yet: carl@x.example",
		}},
		{"a cover that is over", "assignments:", "covers: [{absent: ann@x.example, by: bob@x.example, from: 2026-06-01, to: 2026-06-02}]\nassignments:", []string{
			"the cover of ann@x.example from 2026-06-01 is over",
		}},
		{"a cover by nobody", "assignments:", "covers: [{absent: ann@x.example, from: 2026-07-01, to: 2026-07-02}]\nassignments:", []string{
			"the cover of ann@x.example from 2026-07-01 names nobody who stands in",
		}},
		{"a cover today by nobody", "assignments:", "covers: [{absent: bob@x.example, from: 2026-06-15, to: 2026-07-02}]\nassignments:", []string{
			"agreement SLA-1 is in force and has no service-level-administrator: nobody for it, its services or the organisation",
			"the cover of bob@x.example from 2026-06-15 names nobody who stands in",
			"bob@x.example is service-level-administrator but away, and nobody stands in",
		}},
		{"both away", "assignments:", "covers: [{absent: ann@x.example, by: bob@x.example, from: 2026-07-01, to: 2026-07-02}, {absent: bob@x.example, by: ann@x.example, from: 2026-07-02, to: 2026-07-03}]\nassignments:", []string{
			"the cover of ann@x.example from 2026-07-01 is by bob@x.example, who is away then, too",
			"the cover of bob@x.example from 2026-07-02 is by ann@x.example, who is away then, too",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(fine, tt.old, tt.new, 1)
			if strings.Contains(tt.new, "carl@") {
				text = strings.Replace(text, "services:", "  - {email: carl@x.example, name: Carl}\nservices:", 1)
			}
			if text == fine {
				t.Fatalf("nothing was changed: there is no %q", tt.old)
			}
			if got := Worries(matched(t, fine), matched(t, text), noon); !slices.Equal(got, tt.want) {
				t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), strings.Join(tt.want, "\n     "))
			}
		})
	}
}

func TestWorriesAboutACoverWhoLeaves(t *testing.T) {
	before := strings.Replace(fine, "name: Bob", "name: Bob, left: 2026-07-01", 1)
	after := before + "covers: [{absent: ann@x.example, by: bob@x.example, from: 2026-06-29, to: 2026-07-05}]\n"
	want := []string{"the cover of ann@x.example from 2026-06-29 is by bob@x.example, who leaves before its end"}
	if got := Worries(matched(t, before), matched(t, after), noon); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestCompareInWords(t *testing.T) {
	text := strings.NewReplacer("99.9%", "99%", "title: Mail", "title: {en: Mail, zh: 邮箱}", "name: Bob", "name: Bob, left: 2026-06-30",
		"  - {role: process-lead, holder: ann@x.example, from: 2026-01-01}\n", "", "holder: bob@x.example, from: 2026-01-01", "holder: bob@x.example, from: 2026-01-01, to: 2026-12-31").Replace(fine)
	text += "covers: [{absent: ann@x.example, from: 2026-07-01, to: 2026-07-02}]\n"
	var lines []string
	for _, d := range Compare(matched(t, fine), matched(t, text)) {
		lines = append(lines, d.String())
	}
	want := `- person bob@x.example
    left: (none) -> 2026-06-30
~ agreement SLA-1
    title: Mail -> Mail / 邮箱
    objective of up: 99.9% -> 99%
- assignment of bob@x.example as service-level-administrator for the organisation from 2026-01-01
    to: (none) -> 2026-12-31
- assignment of ann@x.example as process-lead for the organisation from 2026-01-01
+ cover of ann@x.example by nobody from 2026-07-01`
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestAt(t *testing.T) {
	d := At(heron(t), time.Date(2024, 3, 3, 0, 0, 0, 0, time.UTC))
	again, err := Read(strings.NewReader(written(t, d)), "at.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Agreements) != 0 || len(again.Assignments) == 0 || again.ByEmail("james.wright@heron.example") == nil {
		t.Errorf("%d agreements, %d assignments in 2024", len(again.Agreements), len(again.Assignments))
	}
	if d = At(heron(t), noon); d.ByEmail("james.wright@heron.example") != nil {
		t.Error("who had left is there")
	}
	for _, a := range d.Assignments {
		if a.To != nil && a.To.Before(noon) {
			t.Errorf("was over: %+v", a)
		}
	}
}
