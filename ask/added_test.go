package ask_test

import (
	"slices"
	"strings"
	"testing"

	"steward/ask"
	"steward/slm"
)

// extended is the small company with two roles beside the four.
func extended(t *testing.T) *slm.Directory {
	t.Helper()
	d := company()
	for _, draft := range []slm.RoleDraft{
		{
			Key: "records-librarian", Name: slm.Text{EN: "Records Librarian", ZH: "档案管理员"},
			Responsibilities: []slm.Text{{EN: "files each signed agreement", ZH: "归档每份签署的协议"}, {EN: "keeps the glossary", ZH: "维护术语表"}},
			Qualifications:   []slm.Text{{EN: "works with patience and care", ZH: "耐心细致"}},
		},
		{
			Key: "release-clerk", Name: slm.Text{EN: "Release Clerk", ZH: "发布专员"},
			Responsibilities: []slm.Text{{EN: "announces maintenance windows to the shops", ZH: "向门店预告停机窗口"}},
		},
	} {
		role, err := d.NewRole(draft)
		if err != nil {
			t.Fatal(err)
		}
		d.Roles = append(d.Roles, role)
	}
	return d.Index()
}

func TestAddedRoles(t *testing.T) {
	t.Parallel()
	x := ask.NewIndex(extended(t))
	tests := []struct {
		text    string
		intent  ask.Intent
		roles   string
		clauses string
	}{
		{"who is the records librarian?", ask.Who, "records-librarian", ""},
		{"Who's our Records-Librarian", ask.Who, "records-librarian", ""},
		{"who is the librarian for the Orion payroll SLA?", ask.Who, "records-librarian", ""},
		{"档案管理员是谁？", ask.Who, "records-librarian", ""},
		{"档案管理员", ask.Who, "records-librarian", ""},
		{"what does the records librarian do?", ask.RoleInfo, "records-librarian", "RL-1 RL-2"},
		{"发布专员的职责是什么", ask.RoleInfo, "release-clerk", "RC-1"},
		{"what qualifications does a records librarian need?", ask.Qualifications, "records-librarian", "RL-Q1"},
		{"档案管理员需要具备什么条件？", ask.Qualifications, "records-librarian", "RL-Q1"},
		{"who covers for the release clerk?", ask.Cover, "release-clerk", ""},
		{"what is the difference between the records librarian and the service level administrator?", ask.RoleInfo, "records-librarian service-level-administrator", "RL-1 RL-2 SA-1 SA-2 SA-3 SA-4 SA-5 SA-6 SA-7"},
		{"records librarian or release clerk, who are they", ask.Who, "records-librarian release-clerk", ""},
		{"who files the signed agreements?", ask.Who, "records-librarian", "RL-1"},
		{"who keeps the glossary", ask.Who, "records-librarian", "RL-2"},
		{"谁维护术语表？", ask.Who, "records-librarian", "RL-2"},
		{"谁向门店预告停机窗口", ask.Who, "release-clerk", "RC-1"},
		{"who announces the maintenance windows", ask.Who, "release-clerk", "RC-1"},
		// What the four do stays theirs.
		{"who signs agreements?", ask.Who, "service-level-manager", "SM-4"},
		{"谁负责签订协议", ask.Who, "service-level-manager", "SM-4"},
		{"who keeps the catalogue up to date?", ask.Who, "service-level-manager service-level-administrator", "SM-2 SA-1"},
		{"who announces lunch?", ask.Unknown, "", ""},
		{"谁管理员工食堂", ask.Unknown, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			m := x.Understand(ask.Question{Text: tt.text})
			var roles []string
			for _, key := range m.Roles {
				roles = append(roles, string(key))
			}
			if m.Intent != tt.intent || strings.Join(roles, " ") != tt.roles || strings.Join(m.Clauses, " ") != tt.clauses {
				t.Errorf("%s %q %q, want %s %q %q", m.Intent, roles, m.Clauses, tt.intent, tt.roles, tt.clauses)
			}
		})
	}
}

func TestAllRolesAreListed(t *testing.T) {
	t.Parallel()
	x := ask.NewIndex(extended(t))
	for _, text := range []string{"what roles are there?", "有哪些角色"} {
		m := x.Understand(ask.Question{Text: text})
		if m.Intent != ask.RoleInfo || len(m.Roles) != 6 || !slices.Contains(m.Clauses, "RC-1") {
			t.Errorf("%s: %s %q", text, m.Intent, m.Roles)
		}
	}
}
