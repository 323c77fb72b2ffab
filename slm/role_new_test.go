package slm_test

import (
	"strings"
	"testing"

	"steward/slm"
)

// draft gives what is enough for a role, changed as the test needs it.
func draft(change func(*slm.RoleDraft)) slm.RoleDraft {
	d := slm.RoleDraft{
		Name:             slm.Text{EN: "Records Librarian", ZH: "档案管理员"},
		Responsibilities: []slm.Text{{EN: "files"}, {EN: "finds"}},
		Qualifications:   []slm.Text{{EN: "patience"}},
	}
	if change != nil {
		change(&d)
	}
	return d
}

func TestNewRole(t *testing.T) {
	t.Parallel()
	many := make([]slm.Text, 21)
	long := []slm.Text{{ZH: strings.Repeat("字", 201)}}
	tests := []struct {
		name   string
		change func(*slm.RoleDraft)
		key    slm.RoleKey
		first  string // id of the first responsibility
		want   string // key of the refusal
	}{
		{"key from the name", nil, "records-librarian", "RL-1", ""},
		{"key given", func(d *slm.RoleDraft) { d.Key = "filer" }, "filer", "FI-1", ""},
		{"name with signs", func(d *slm.RoleDraft) { d.Name.EN = "R&D: Tools!" }, "r-d-tools", "RDT-1", ""},
		{"initials taken", func(d *slm.RoleDraft) { d.Key = "plant-officer"; d.Name.EN = "Plant Officer" }, "plant-officer", "PO2-1", ""},
		{"key with a space", func(d *slm.RoleDraft) { d.Key = "a b" }, "", "", "role.key"},
		{"key too long", func(d *slm.RoleDraft) { d.Key = slm.RoleKey(strings.Repeat("a", 41)) }, "", "", "role.key"},
		{"name without letters", func(d *slm.RoleDraft) { d.Name.EN = "！" }, "", "", "role.key"},
		{"no Chinese name", func(d *slm.RoleDraft) { d.Name.ZH = "" }, "", "", "role.name"},
		{"name too long", func(d *slm.RoleDraft) { d.Key = "k"; d.Name.EN = strings.Repeat("a", 76) }, "", "", "role.name"},
		{"key taken", func(d *slm.RoleDraft) { d.Key = slm.ProcessLead }, "", "", "role.taken"},
		{"name taken in another case", func(d *slm.RoleDraft) { d.Name.EN = "process owner" }, "", "", "role.taken"},
		{"Chinese name taken", func(d *slm.RoleDraft) { d.Name.ZH = "服务级别经理" }, "", "", "role.taken"},
		{"nothing to do", func(d *slm.RoleDraft) { d.Responsibilities = nil }, "", "", "role.idle"},
		{"too many lines", func(d *slm.RoleDraft) { d.Qualifications = many }, "", "", "role.long"},
		{"a line too long", func(d *slm.RoleDraft) { d.Responsibilities = long }, "", "", "role.long"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			role, err := office(nil, nil).NewRole(draft(tt.change))
			if got := keyOf(err); got != tt.want {
				t.Fatalf("NewRole = %v, want %q", err, tt.want)
			}
			if tt.want == "" && (role.Key != tt.key || role.Responsibilities[0].ID != tt.first) {
				t.Errorf("the role is %s, its first responsibility %s; want %s, %s", role.Key, role.Responsibilities[0].ID, tt.key, tt.first)
			}
		})
	}
}
