package ask_test

import (
	"strings"
	"testing"
	"time"

	"steward/ask"
	"steward/slm"
)

// A row is a question and what it must mean. Wants holds words such as
// "who manager SM-4 SLA-ORION-HR": the intent first, then roles by their short
// key, clauses, the codes of what is named, and people by e-mail.
type row struct{ text, wants string }

var roleWord = map[slm.RoleKey]string{
	slm.ProcessOwner: "owner", slm.ProcessLead: "lead",
	slm.ServiceLevelManager: "manager", slm.ServiceLevelAdministrator: "admin",
}

// words writes a meaning the way a row does.
func words(d *slm.Directory, m ask.Meaning) string {
	w := []string{strings.ReplaceAll(string(m.Intent), " ", "-")}
	for _, r := range m.Roles {
		w = append(w, roleWord[r])
	}
	if m.Intent != ask.RoleInfo && m.Intent != ask.Qualifications {
		w = append(w, m.Clauses...)
	}
	for _, code := range []string{m.Agreement, m.Service, m.Party} {
		if code != "" {
			w = append(w, code)
		}
	}
	if p := d.Person(m.Person); p != nil {
		w = append(w, strings.TrimSuffix(p.Email, "@orion.example"))
	}
	if m.Intent == ask.AskBack {
		w = w[:1]
		for _, c := range m.Candidates {
			w = append(w, strings.TrimSuffix(c.ID, "@orion.example"))
		}
	}
	return strings.Join(w, " ")
}

func check(t *testing.T, rows []row, q ask.Question) {
	t.Helper()
	d := company()
	x := ask.NewIndex(d)
	q.Now = time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)
	for _, r := range rows {
		q.Text = r.text
		if got := words(d, x.Understand(q)); got != r.wants {
			t.Errorf("%s\n got  %s\n want %s", r.text, got, r.wants)
		}
	}
}
