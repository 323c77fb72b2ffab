package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// TestTokenCommands: what is made is listed without the token itself, and each
// way of revoking revokes.
func TestTokenCommands(t *testing.T) {
	t.Parallel()
	here := newShell(t)
	here.says("import", file(t, "company.yaml", relativeDay.ReplaceAllString(demoCompany, "2026-06-15")))
	plain := here.says("token", "old probe")
	here.says("token", "make", "probe")
	cases := here.says("token", "make", "desk", "--for", "cases,alerts", "--only", "sla-orion-hr", "--until", "2099-12-31", "--expect", "90m", "--labels", "agreement=sla")
	list := here.says("token", "list")
	for _, want := range []string{
		"1   old probe  measurements   all", "2   probe      measurements   all", "3   desk       cases, alerts  SLA-ORION-HR", "good until 2100-01-01", "SILENT AFTER  LABELS\n",
		"1h30m (set)   agreement=sla,target=steward_target,service=steward_service\n", "not known     -\n",
	} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %q:\n%s", want, list)
		}
	}
	for _, token := range []string{plain, cases} {
		if token = strings.TrimSpace(token); !strings.HasPrefix(token, "stw_") || strings.Contains(list, token) {
			t.Errorf("%q is no token, or the list has it", token)
		}
	}
	for _, args := range [][]string{{"token", "--revoke", "old probe"}, {"token", "revoke", "probe"}, {"token", "revoke", "--id", "3"}} {
		for _, want := range []string{"1 revoked.\n", "0 revoked.\n"} {
			if got := here.says(args...); got != want {
				t.Errorf("%q says %q, want %q", args, got, want)
			}
		}
	}
	if list := here.says("token", "list"); strings.Count(list, "revoked 20") != 3 || strings.Contains(list, "good") {
		t.Errorf("after revoking:\n%s", list)
	}
}

func TestTokenRefusals(t *testing.T) {
	t.Parallel()
	here := newShell(t)
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"no right", []string{"make", "x", "--for", "money"}, "A token is for measurements, cases or alerts"},
		{"another agreement", []string{"make", "x", "--only", "SLA-9"}, "I know no agreement SLA-9"},
		{"no day", []string{"make", "x", "--until", "tomorrow"}, "write it as 2027-12-31"},
		{"a day that is over", []string{"make", "x", "--until", "2026-01-01"}, "must lie in the future"},
		{"revoke an unknown source", []string{"revoke", "porbe"}, "there is no such token"},
		{"revoke an unknown number", []string{"revoke", "--id", "99"}, "there is no such token"},
		{"revoke nothing", []string{"revoke"}, "say which"},
		{"revoke both", []string{"revoke", "x", "--id", "1"}, "say which"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var out bytes.Buffer
			err := run(t.Context(), append([]string{"token"}, tt.args...), func(name string) string { return here.env[name] }, &out, io.Discard)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v, want %q", err, tt.want)
			}
		})
	}
}
