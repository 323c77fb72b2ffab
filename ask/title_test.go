package ask_test

import (
	"strings"
	"testing"

	"steward/ask"
	"steward/slm"
)

// TestTitlesAsWritten: people shorten titles, and write Chinese ones in pinyin.
func TestTitlesAsWritten(t *testing.T) {
	t.Parallel()
	d := extended(t)
	role, err := d.NewRole(slm.RoleDraft{
		Key: "continuity-coordinator", Name: slm.Text{EN: "Continuity Coordinator", ZH: "连续性协调员"},
		Responsibilities: []slm.Text{{EN: "keeps the emergency plan up to date", ZH: "保持应急预案的更新"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	d.Roles = append(d.Roles, role)
	x := ask.NewIndex(d.Index())
	for _, tt := range []struct {
		text   string
		intent ask.Intent
		roles  string
	}{
		{"who is the service lvl admin", ask.Who, "service-level-administrator"},
		{"svc level mgr who", ask.Who, "service-level-manager"},
		{"SLM mgr is who?", ask.Who, "service-level-manager"},
		{"what does the proc owner do", ask.RoleInfo, "process-owner"},
		{"who's the exec lead", ask.Who, "process-lead"},
		{"who is our SLM PO", ask.Who, "process-owner"},
		{"fu wu ji bie jing li shi shui", ask.Who, "service-level-manager"},
		{"fúwù jíbié guǎnlǐyuán shì shéi", ask.Who, "service-level-administrator"},
		{"fu2wu4 ji2bie2 jing1li3 shi4 shei2", ask.Who, "service-level-manager"},
		{"liucheng zhixing fuzeren shi shei", ask.Who, "process-lead"},
		{"who is the continuity coord", ask.Who, "continuity-coordinator"},
		{"who is the cont. coordinater", ask.Who, "continuity-coordinator"},
		{"our continuity person, who is it", ask.Who, "continuity-coordinator"},
		{"lianxuxing xietiaoyuan shi shei", ask.Who, "continuity-coordinator"},
		{"连续性协调是谁", ask.Who, "continuity-coordinator"},
		{"连续性的协调员是谁", ask.Who, "continuity-coordinator"},
		{"what qualifications does a rec librarian need", ask.Qualifications, "records-librarian"},
		{"dang'an guanliyuan shi shei", ask.Who, "records-librarian"},
		{"who covers for the rel. clerk", ask.Cover, "release-clerk"},
		// What only resembles a title is none.
		{"who is the product lead", ask.Unknown, ""},
		{"who is the processing clerk", ask.Unknown, ""},
		{"who is the release manager", ask.Unknown, ""},
	} {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			m := x.Understand(ask.Question{Text: tt.text})
			var roles []string
			for _, key := range m.Roles {
				roles = append(roles, string(key))
			}
			if m.Intent != tt.intent || strings.Join(roles, " ") != tt.roles {
				t.Errorf("%s %q, want %s %q", m.Intent, roles, tt.intent, tt.roles)
			}
		})
	}
}
