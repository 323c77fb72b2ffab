package ask_test

import (
	"strings"
	"testing"

	"steward/ask"
)

// TestThreadIsNotTakenForUnknownNames: what the thread is about answers where
// nothing is named, and not where something is that nobody knows.
func TestThreadIsNotTakenForUnknownNames(t *testing.T) {
	t.Parallel()
	x := ask.NewIndex(company())
	for text, want := range map[string]string{
		"who handles <!channel> *bold*": "",
		"who handles zeppelin":          "",
		"who handles foo bar":           "",
		"who handles it":                "SLA-ORION-HR",
		"who is responsible here":       "SLA-ORION-HR",
		"and who signs":                 "SLA-ORION-HR",
	} {
		if m := x.Understand(ask.Question{Text: text, Agreement: "SLA-ORION-HR"}); m.Agreement != want {
			t.Errorf("%s: %s %q, want %q", text, m.Intent, m.Agreement, want)
		}
	}
}

// TestPersonBesideARemark: what is told beside somebody's full name does not
// hide what is asked, and what is no business of the roles gets no answer.
func TestPersonBesideARemark(t *testing.T) {
	t.Parallel()
	x := ask.NewIndex(company())
	for _, tt := range []struct {
		text   string
		intent ask.Intent
	}{
		{"which hat does Sarah Miller wear in our process", ask.Duties},
		{"remind me what Jonas Weber does around here", ask.Duties},
		{"what's on Sarah Miller's plate", ask.Duties},
		{"what is Sarah Miller (finance, Hangzhou) responsible for?", ask.Duties},
		{"wang fang shi gan shenme de", ask.Duties},
		{"Who replaces Sarah Miller during her summer holiday?", ask.Cover},
		{"is Sarah Miller here this week, and if not who", ask.Cover},
		{"is Jonas Weber around, otherwise who", ask.Cover},
		{"what car does Jonas Weber drive", ask.Unknown},
		{"what is Jonas Weber having for lunch", ask.Unknown},
	} {
		m := x.Understand(ask.Question{Text: tt.text})
		if m.Intent != tt.intent || tt.intent != ask.Unknown && tt.intent != ask.AskBack && m.Person == 0 {
			t.Errorf("%s: %s about %d, want %s", tt.text, m.Intent, m.Person, tt.intent)
		}
	}
}

// TestRoleOnAForm: a role asked for around a form or an e-mail is asked for all
// the same.
func TestRoleOnAForm(t *testing.T) {
	t.Parallel()
	x := ask.NewIndex(company())
	for text, want := range map[string]string{
		`Filling in a form here, it has a field "Service Level Manager (name)". What do I put?`: "service-level-manager",
		"whose name goes on the form as process owner":                                          "process-owner",
		"审批单上流程主管一栏填谁的名字":                                                                       "process-owner",
		"who led the execution of the process":                                                  "process-lead",
		"add me as deputy of the process owner":                                                 "",
		"Add me as deputy for the payroll please":                                               "",
		"把我加为流程主管的副手":                                                                           "",
		"who handles the click SLA":                                                             "",
	} {
		m := x.Understand(ask.Question{Text: text})
		var roles []string
		for _, key := range m.Roles {
			roles = append(roles, string(key))
		}
		if strings.Join(roles, " ") != want {
			t.Errorf("%s: %s %q, want %q", text, m.Intent, roles, want)
		}
	}
}
