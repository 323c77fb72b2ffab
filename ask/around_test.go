package ask_test

import (
	"strings"
	"testing"

	"steward/ask"
	"steward/slm"
)

// What stands around a question, or beside a name, does not change what is asked.
func TestAroundTheQuestion(t *testing.T) {
	t.Parallel()
	check(t, []row{
		{"trouble with the payroll SLA, who escalates it to the process owner", "who manager SM-7 SLA-ORION-HR"},
		{"薪资SLA的问题解决不了，该谁往流程主管那儿上报", "who manager SM-7 SLA-ORION-HR"},
		{"So that I know whom to expect at the table: who negotiates SLAs with customers?", "who manager SM-4"},
		{"Telvia keeps calling me. Who deals with our contract with Telvia?", "who manager admin SM-4 SA-3 UC-TELVIA-LINES"},
		{"who on this network negotiates and signs agreements with suppliers, in general", "who manager SM-4"},
		{"泰维那份合同谁管", "who manager admin SM-4 SA-3 UC-TELVIA-LINES"},
		{"Zeppelin Tax 的 SLA 谁负责", "unknown"},
		{"Finance 的 SLA，report 谁写", "ask-back SLA-PAY-FIN SLA-ATLAS-FIN"},
		{"sales and finance pull in different directions, who brings the stakeholders into line", "who owner PO-2"},
		{"Jonas Weber was our execution lead. May I ask who has the role now that he left?", "who lead jonas.weber"},
		{"process owner name pls", "who owner"},
		{"I'm writing the seating plan for the dinner and need the name of the process owner", "who owner"},
		{"谁管理员工食堂", "unknown"},
		{"who trains new drivers on remote payment at school", "unknown"},
	}, ask.Question{})
}

// Names that hold other names, and agreements between the same two parties.
func TestNamesInNames(t *testing.T) {
	t.Parallel()
	x := ask.NewIndex(harbour())
	for _, tt := range []struct{ name, text, wants string }{
		{"a code in another order", "trouble with the radio contract of Bluewave, who handles that", "UC-BLUEWAVE-RADIO"},
		{"the name of a party", "who handles the contract with Bluewave Radio", "? UC-BLUEWAVE-RADIO UC-BLUEWAVE-5G"},
		{"a code in the name of a party", "the OLA of the Cables and Servers team, who signs it", "? OLA-SERVERS OLA-CRANES"},
		{"a code", "who signs the servers OLA", "OLA-SERVERS"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := x.Understand(ask.Question{Text: tt.text})
			got := m.Agreement
			if m.Intent == ask.AskBack {
				got = "?"
				for _, c := range m.Candidates {
					got += " " + c.ID
				}
			}
			if got = strings.TrimSpace(got); got != tt.wants {
				t.Errorf("%s: %s %q, want %q", tt.text, m.Intent, got, tt.wants)
			}
		})
	}
}

// harbour is a directory with parties and agreements whose names overlap.
func harbour() *slm.Directory {
	promise := func(code string, kind slm.AgreementKind, title, provider, consumer string, services ...string) slm.Agreement {
		return slm.Agreement{
			Code: code, Kind: kind, Title: slm.Text{EN: title}, Provider: provider, Consumer: consumer,
			Services: services, State: "in force", AlertRole: slm.ServiceLevelAdministrator,
		}
	}
	d := &slm.Directory{
		Parties: []slm.Party{
			{Code: "TERMSYS", Name: slm.Text{EN: "Terminal Systems", ZH: "码头系统组"}, Side: slm.Internal},
			{Code: "INFRA", Name: slm.Text{EN: "Cables and Servers", ZH: "基础设施组"}, Side: slm.Internal},
			{Code: "BLUEWAVE", Name: slm.Text{EN: "Bluewave Radio", ZH: "蓝波通信"}, Side: slm.Supplier},
		},
		Services: []slm.Service{
			{Code: "TOS", Name: slm.Text{EN: "Box tracker", ZH: "箱位系统"}, State: "live"},
			{Code: "RADIO", Name: slm.Text{EN: "Dock radio", ZH: "码头对讲"}, State: "live"},
			{Code: "DOCK-NET", Name: slm.Text{EN: "Dock wireless", ZH: "码头无线网"}, State: "live"},
			{Code: "CRANES", Name: slm.Text{EN: "Remote cranes", ZH: "岸桥远控"}, State: "live"},
		},
		Agreements: []slm.Agreement{
			promise("OLA-SERVERS", slm.OLA, "Machines for Terminal Systems", "INFRA", "TERMSYS", "TOS"),
			promise("OLA-CRANES", slm.OLA, "Links to the cranes", "INFRA", "TERMSYS", "CRANES"),
			promise("UC-BLUEWAVE-RADIO", slm.UC, "Dock radio by Bluewave", "BLUEWAVE", "INFRA", "RADIO"),
			promise("UC-BLUEWAVE-5G", slm.UC, "Dock wireless by Bluewave", "BLUEWAVE", "INFRA", "DOCK-NET"),
		},
	}
	return d.Index()
}
