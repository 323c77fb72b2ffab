package ask_test

import (
	"strings"
	"testing"

	"steward/ask"
	"steward/slm"
)

// TestAddedDutiesInOtherWords: whoever asks for what an added role does hardly
// uses the words of its clauses.
func TestAddedDutiesInOtherWords(t *testing.T) {
	t.Parallel()
	d := company()
	for _, draft := range []slm.RoleDraft{
		{
			Key: "vendor-scout", Name: slm.Text{EN: "Vendor Scout", ZH: "供应商专员"},
			Responsibilities: []slm.Text{
				{EN: "visits every key supplier twice a year and judges its performance", ZH: "每年两次走访关键供应商并评估其表现"},
				{EN: "watches whether suppliers are financially healthy", ZH: "关注供应商的财务健康状况"},
			},
		},
		{
			Key: "tool-keeper", Name: slm.Text{EN: "Tool Keeper", ZH: "工具专员"},
			Responsibilities: []slm.Text{
				{EN: "grants people access to the measuring tool", ZH: "为人员开通测量工具的访问权限"},
				{EN: "repairs broken monitoring probes", ZH: "修复损坏的监控探针"},
			},
		},
		{
			Key: "crisis-planner", Name: slm.Text{EN: "Crisis Planner", ZH: "应急规划员"},
			Responsibilities: []slm.Text{
				{EN: "keeps the emergency plan up to date", ZH: "保持应急预案的更新"},
				{EN: "exercises the switch to the second data centre every spring", ZH: "每年春季演练切换到备用数据中心"},
			},
			Qualifications: []slm.Text{{EN: "has five years of experience in purchasing", ZH: "有五年采购经验"}},
		},
	} {
		role, err := d.NewRole(draft)
		if err != nil {
			t.Fatal(err)
		}
		d.Roles = append(d.Roles, role)
	}
	x := ask.NewIndex(d.Index())
	for _, tt := range []struct{ text, clauses string }{
		{"which of us evaluates the performance of key suppliers", "VS-1"},
		{"关键供应商的表现由谁来打分", "VS-1"},
		{"供应商资金状况谁在盯", "VS-2"},
		{"who hands out permissions for the measurement tool", "TK-1"},
		{"测量工具的账号找谁开", "TK-1"},
		{"monitoring probe not working, who fixes that", "TK-2"},
		{"探针出故障谁来修理", "TK-2"},
		{"monitoring 的 probe 坏了，谁 repair", "TK-2"},
		{"emergency plan is two years old. whose job to refresh it?", "CP-1"},
		{"应急计划太旧了，该谁更新", "CP-1"},
		{"春天的机房切换演习谁组织", "CP-2"},
		{"which role needs purchasing experience", "CP-Q1"},
		// What the four do stays theirs.
		{"who measures service levels", "SA-4"},
		{"who collects feedback from suppliers", "SA-7"},
		{"谁和供应商签合同", "SM-4"},
		// A word in common is too little.
		{"who repairs the coffee machine", ""},
		{"who gives me access to the parking garage", ""},
		{"who plans the spring party", ""},
		{"who updates the phone book", ""},
		{"谁修打印机", ""},
	} {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			if m := x.Understand(ask.Question{Text: tt.text}); strings.Join(m.Clauses, " ") != tt.clauses {
				t.Errorf("%s %v %v, want %q", m.Intent, m.Clauses, m.Candidates, tt.clauses)
			}
		})
	}
}
