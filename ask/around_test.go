package ask_test

import (
	"strings"
	"testing"
	"time"

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
		{"My manager sent me: who is the service level administrator?", "who admin"},
		{"the OLA provided by the Network Team, who handles it", "ask-back OLA-NET-PAY OLA-NET-VPN"},
		{"网络组提供的OLA归谁管", "ask-back OLA-NET-PAY OLA-NET-VPN"},
		{"王工负责什么", "duties wang.fang"},
		{"想约支付网关的服务级别管理员喝杯咖啡，是哪位呀", "who admin PAY-GW"},
		{"I'm writing the seating plan for the dinner and need the name of the process owner", "who owner"},
		{"谁管理员工食堂", "unknown"},
		{"hello from the payroll team", "greeting"},
		{"which service level manager for SLA-ORION-HR", "who manager SLA-ORION-HR"},
		{"服务级别管理员这个岗位，什么样的人才合适？想看看资格要求", "qualifications admin"},
		{"快递上只写了“流程主管收”，前台不知道是谁，请问是哪位？", "who owner"},
		{"The template has a field `service_level_manager` for SLA-ORION-HR. Which name goes in there?", "who manager SLA-ORION-HR"},
		{"Telvia keeps phoning me although I only do gardens. Who deals with our agreement with them?", "who manager admin SM-4 SA-3 UC-TELVIA-LINES"},
		{"泰维电信的人今天来访，前台问跟他们的合同是谁负责", "who manager admin SM-4 SA-3 UC-TELVIA-LINES"},
		{"It dropped in the semi-final, so I'd like to speak to whoever handles the Atlas SLA", "ask-back SLA-ATLAS-SALES SLA-ATLAS-FIN"},
		{"I met a Wei at the summer party. What is Wei responsible for?", "ask-back zhang.wei li.wei"},
		{"我刚接手报表，表里漏了支付网关网络支持那份OLA的负责人，能告诉我是谁吗？", "who manager admin SM-4 SA-3 OLA-NET-PAY"},
		{"we bought a coffee machine, so who signs the contract in Lugano?", "unknown"},
		{"who trains new drivers on remote payment at school", "unknown"},
	}, ask.Question{})
}

// Names that hold other names, and agreements between the same two parties.
func TestNamesInNames(t *testing.T) {
	t.Parallel()
	d := harbour()
	x := ask.NewIndex(d)
	now := time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)
	for _, tt := range []struct{ name, text, wants string }{
		{"a code in another order", "trouble with the radio contract of Bluewave, who handles that", "UC-BLUEWAVE-RADIO"},
		{"the name of a party", "who handles the contract with Bluewave Radio", "? UC-BLUEWAVE-RADIO UC-BLUEWAVE-5G"},
		{"a code in the name of a party", "the OLA of the Cables and Servers team, who signs it", "? OLA-SERVERS OLA-CRANES OLA-CHECKS"},
		{"a code", "who signs the servers OLA", "OLA-SERVERS"},
		{"who promised", "the OLA that Terminal Systems promised to Cables and Servers, who handles it", "OLA-CHECKS"},
		{"who was promised", "码头系统组从基础设施组拿到的OLA谁负责", "? OLA-SERVERS OLA-CRANES"},
		{"who gives, in Chinese", "码头系统组给基础设施组的OLA谁在负责？领导要", "OLA-CHECKS"},
		{"not the other one", "the Bluewave contract for Dock wireless - not the one for the Dock radio! - who takes care of it?", "UC-BLUEWAVE-5G"},
		{"a day in a name", "nguyen thu ha does what exactly in slm", "thuha@harbour.example"},
		{"one of a surname", "有个姓唐的同事给我留了条，他是管什么的？", "? tang.yi@harbour.example tang.yu@harbour.example"},
		{"named before", "Nguyen Thu Ha came by without a word. Is she responsible for anything in this process?", "thuha@harbour.example"},
		{"a supplier told before", "我在蓝波通信做客户经理，Dock wireless 的合同由谁负责？", "UC-BLUEWAVE-5G"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := x.Understand(ask.Question{Text: tt.text, Now: now})
			got := m.Agreement
			for _, p := range d.People {
				if p.ID == m.Person {
					got = p.Email
				}
			}
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

// TestDaysAround: the day on which an agreement begins is told and not asked
// about, and one that is told before the question counts where it asks for it.
func TestDaysAround(t *testing.T) {
	t.Parallel()
	x := ask.NewIndex(harbour())
	for _, tt := range []struct{ name, text, day string }{
		{"begins", "the Dock wireless contract starts on 1 December, who handles it?", ""},
		{"begins in a month", "Dock wireless 的合同十二月生效，负责人是谁呢？", ""},
		{"another day", "who handles the Dock wireless contract on 2 December?", "2026-12-02"},
		{"a year in brackets", "去年（2025年）11月11日大促那天，流程执行负责人是哪位？", "2025-11-11"},
		{"told before", "Tang Yi is off from 10 August (the whole time). Who replaces her then?", "2026-08-10"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := x.Understand(ask.Question{Text: tt.text, Now: time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)})
			got := ""
			if !m.At.IsZero() {
				got = m.At.Format(time.DateOnly)
			}
			if m.Intent == ask.Unknown || got != tt.day {
				t.Errorf("%s: %s on %q, want %q", tt.text, m.Intent, got, tt.day)
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
		People: []slm.Person{
			{ID: 1, Email: "thuha@harbour.example", Name: slm.Text{EN: "Nguyen Thu Ha", ZH: "阮秋河"}},
			{ID: 2, Email: "tang.yi@harbour.example", Name: slm.Text{EN: "Tang Yi", ZH: "唐艺"}},
			{ID: 3, Email: "tang.yu@harbour.example", Name: slm.Text{EN: "Tang Yu", ZH: "唐宇"}},
		},
		Parties: []slm.Party{
			{Code: "TERMSYS", Name: slm.Text{EN: "Terminal Systems", ZH: "码头系统组"}, Side: slm.Internal},
			{Code: "INFRA", Name: slm.Text{EN: "Cables and Servers", ZH: "基础设施组"}, Side: slm.Internal},
			{Code: "BLUEWAVE", Name: slm.Text{EN: "Bluewave Radio", ZH: "蓝波通信"}, Side: slm.Supplier},
		},
		Services: []slm.Service{
			{Code: "TOS", Name: slm.Text{EN: "Box tracker", ZH: "箱位系统"}, State: "live"},
			{Code: "RADIO", Name: slm.Text{EN: "Dock radio", ZH: "码头对讲"}, State: "live"},
			{Code: "DOCK-NET", Name: slm.Text{EN: "Dock wireless", ZH: "码头无线网"}, State: "live"},
			{Code: "RACKS", Name: slm.Text{EN: "Racks", ZH: "机柜"}, State: "live"},
			{Code: "CRANES", Name: slm.Text{EN: "Remote cranes", ZH: "岸桥远控"}, State: "live"},
		},
		Agreements: []slm.Agreement{
			promise("OLA-SERVERS", slm.OLA, "Machines for Terminal Systems", "INFRA", "TERMSYS", "TOS"),
			promise("OLA-CRANES", slm.OLA, "Links to the cranes", "INFRA", "TERMSYS", "CRANES"),
			promise("OLA-CHECKS", slm.OLA, "Checks of the racks", "TERMSYS", "INFRA", "RACKS"),
			promise("UC-BLUEWAVE-RADIO", slm.UC, "Dock radio by Bluewave", "BLUEWAVE", "INFRA", "RADIO"),
			promise("UC-BLUEWAVE-5G", slm.UC, "Dock wireless by Bluewave", "BLUEWAVE", "INFRA", "DOCK-NET"),
		},
	}
	d.Agreements[len(d.Agreements)-1].From = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	return d.Index()
}

// A strange word does not hide what somebody does for the whole company.
func TestStrangeWordBesideADuty(t *testing.T) {
	t.Parallel()
	check(t, []row{
		{"who built the list of orderable services", "who manager SM-2"},
		{"who built the Zeppelin catalogue", "unknown"},
	}, ask.Question{})
}

// TestNow: a day that is only told of is not the one that is asked about.
func TestNow(t *testing.T) {
	t.Parallel()
	x, now := ask.NewIndex(company().Index()), time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)
	for text, past := range map[string]bool{
		"who was the process owner last month":                  true,
		"we lost ours last month, who is the process owner now": false,
		"上个月的流程主管是谁":                                            true,
		"上个月走了一位，现在流程主管是谁":                                      false,
	} {
		if m := x.Understand(ask.Question{Text: text, Now: now}); m.Intent != ask.Who || m.At.IsZero() == past {
			t.Errorf("%s: %s on %v", text, m.Intent, m.At)
		}
	}
}

// TestWhoGives: of the agreements of a party those are meant that it gives, or
// gets, as the sentence says.
func TestWhoGives(t *testing.T) {
	t.Parallel()
	d := company()
	back := *d.Agreement("OLA-NET-PAY")
	back.Code, back.Title, back.Provider, back.Consumer = "OLA-OPS-NET", slm.Text{EN: "Operations of switches", ZH: "交换机运行支持"}, "IT-OPS", "IT-NET"
	d.Agreements = append(d.Agreements, back)
	x := ask.NewIndex(d.Index())
	for text, want := range map[string]int{
		"the OLA provided by the Network Team, who handles it": 2,
		"网络组提供的OLA归谁管":                                         2,
		"who handles the OLA of the Network Team":              3,
	} {
		if m := x.Understand(ask.Question{Text: text}); m.Intent != ask.AskBack || len(m.Candidates) != want {
			t.Errorf("%s: %s of %v, want %d", text, m.Intent, m.Candidates, want)
		}
	}
}

// TestFamiliarNames: "小X" is one of the people of that name, where there are
// several; it may be anybody where there is one.
func TestFamiliarNames(t *testing.T) {
	t.Parallel()
	d := company()
	d.People = append(d.People, slm.Person{ID: 99, Email: "zhang.lan@x.example", Name: slm.Text{EN: "Zhang Lan", ZH: "张兰"}, Lang: slm.Chinese, Zone: "UTC"})
	x := ask.NewIndex(d.Index())
	m := x.Understand(ask.Question{Text: "小张负责哪些事"})
	if m.Intent != ask.AskBack || len(m.Candidates) != 2 {
		t.Errorf("小张 is %s of %v, want to be asked which of two", m.Intent, m.Candidates)
	}
	if m := x.Understand(ask.Question{Text: "小王负责哪些事"}); m.Intent != ask.Unknown {
		t.Errorf("小王 is %s, person %d", m.Intent, m.Person)
	}
}
