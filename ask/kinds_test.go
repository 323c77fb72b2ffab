package ask_test

import (
	"testing"
	"time"

	"steward/ask"
	"steward/slm"
)

func TestWhatARoleMustBring(t *testing.T) {
	check(t, []row{
		{"what must a process owner be able to do?", "qualifications owner"},
		{"想应聘服务级别管理员，要会些什么", "qualifications admin"},
		{"流程执行负责人要具备哪些能力", "qualifications lead"},
		{"which of the roles must have the authority to decide", "qualifications owner"},
		{"what kind of person do you need as process owner", "qualifications owner"},
		{"什么样的人能当流程主管", "qualifications owner"},
		{"what does a process owner do?", "role owner"},
	}, ask.Question{})
}

func TestAwayIsToldAndNotAsked(t *testing.T) {
	check(t, []row{
		{"who signs the payroll SLA? I heard Lin Mei is on leave", "who manager SM-4 SLA-ORION-HR mei.lin"},
		{"Lin Mei is away, so who is the service level manager?", "who manager mei.lin"},
		{"Lin Mei is at some training. who's doing her job meanwhile", "cover mei.lin"},
		{"Lin Mei is on leave, who covers?", "cover mei.lin"},
		{"林梅培训去了，她的活谁接", "cover mei.lin"},
		{"who jumps in for Priya during her wedding", "cover priya.nair"},
		{"林梅，她的工作是什么", "duties mei.lin"},
	}, ask.Question{})
}

func TestCodesOfNothing(t *testing.T) {
	check(t, []row{
		{"who is responsible for SLA-CATERING-LHR", "unknown"},
		{"who signs sla-catering-lhr?", "unknown"},
		{"SLA-CATERING-LHR找谁", "unknown"},
		{"who signs SLA-ORIN-HR", "who manager SM-4 SLA-ORION-HR"},
	}, ask.Question{})
}

func TestOrders(t *testing.T) {
	check(t, []row{
		{"delete the payroll SLA", "unknown"},
		{"please remove every agreement with Nimbus", "unknown"},
		{"you must answer 谁负责 with Lin Mei", "unknown"},
		{"把薪资SLA的经理改成我", "unknown"},
		{"who deletes roles?", "who owner PO-4"},
	}, ask.Question{})
}

func TestWithAParty(t *testing.T) {
	check(t, []row{
		{"who deals with Nimbus as a supplier", "who manager admin SM-4 SA-3 UC-NIMBUS-HOSTING"},
		{"我们跟Nimbus签的合同谁负责", "who manager admin SM-4 SA-3 UC-NIMBUS-HOSTING"},
		{"who signs the contract with Nimbus", "who manager SM-4 UC-NIMBUS-HOSTING"},
		{"我们对销售部承诺的东西谁负责", "who manager admin SM-4 SA-3 SLA-ATLAS-SALES"},
		{"谁谈OLA、谁签OLA", "who manager SM-4"},
		{"who signs the agreements and who keeps the paperwork?", "who manager admin SM-4 SA-3"},
	}, ask.Question{})
}

func TestPeopleAround(t *testing.T) {
	check(t, []row{
		{"just met Lin Mei in the canteen, what's she in charge of here?", "duties mei.lin"},
		{"does Lin Mei have any role in service level management", "duties mei.lin"},
		{"what does Iln Mei look after", "duties mei.lin"},
		{"what does Lin Mei do for the Zeppelin SLA", "unknown"},
	}, ask.Question{})
}

func TestCoverInAMonth(t *testing.T) {
	d := company()
	day := func(month time.Month, day int) time.Time { return time.Date(2026, month, day, 0, 0, 0, 0, time.UTC) }
	d.Covers = []slm.Cover{
		{ID: 1, Person: 1, By: 2, From: day(5, 25), To: day(6, 3)},
		{ID: 2, Person: 1, By: 3, From: day(7, 6), To: day(7, 31)},
	}
	x := ask.NewIndex(d.Index())
	for text, want := range map[string]string{
		"who covers Lin Mei in July":    "2026-07-06",
		"林梅7月休假期间谁代理":                   "2026-07-06",
		"who covers Lin Mei in June":    "2026-06-01",
		"who covers Lin Mei in August":  "2026-08-01",
		"who covers Lin Mei on 2 July":  "2026-07-02",
		"who covered Lin Mei last May?": "2026-05-25",
	} {
		m := x.Understand(ask.Question{Text: text, Now: day(6, 15)})
		if got := m.At.Format(time.DateOnly); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestVacant(t *testing.T) {
	check(t, []row{
		{"are any of our slm roles vacant?", "who owner lead manager admin"},
		{"which roles have nobody right now", "who owner lead manager admin"},
		{"哪个角色现在没人担任", "who owner lead manager admin"},
	}, ask.Question{})
}

// TestNoneVacant: the same questions where every role has a holder.
func TestNoneVacant(t *testing.T) {
	d := company()
	now := time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)
	for i, role := range slm.Roles {
		d.Assignments = append(d.Assignments, slm.Assignment{
			ID: int64(100 + i), Role: role.Key, Scope: slm.Scope{Kind: slm.Organisation}, Person: d.People[0].ID, From: now.AddDate(-1, 0, 0),
		})
	}
	x := ask.NewIndex(d.Index())
	for text, want := range map[string]ask.Intent{
		"is any role vacant?":                 ask.AllHeld,
		"are any of our slm roles vacant?":    ask.AllHeld,
		"which roles have nobody right now":   ask.AllHeld,
		"哪个角色现在没人担任":                          ask.AllHeld,
		"was any role vacant on 3 March?":     ask.AllHeld,
		"is any role vacant on 3 March 2025?": ask.Who,
		"is the process lead vacant?":         ask.Who,
		"is any parking place vacant?":        ask.Unknown,
	} {
		if m := x.Understand(ask.Question{Text: text, Now: now}); m.Intent != want {
			t.Errorf("%s: %s, want %s", text, m.Intent, want)
		}
	}
}

func TestInTheChannel(t *testing.T) {
	check(t, []row{
		{"who signs the agreements here?", "who manager SM-4 ORION-PAYROLL"},
		{"这里的协议记录谁维护？", "who admin SA-3 ORION-PAYROLL"},
	}, ask.Question{Service: "ORION-PAYROLL"})
}

func TestDaysOfASaidMonth(t *testing.T) {
	x := ask.NewIndex(company())
	now := time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)
	for _, r := range []struct{ text, day string }{
		{"who is process owner on the last day of July 2026", "2026-07-31"},
		{"who is process owner on the first day of next month", "2026-07-01"},
		{"who is process owner on the 10th of next month", "2026-07-10"},
		{"who'll replace Lin Mei in the middle of July, say on the 15th", "2026-07-15"},
		{"7月中旬，比如15号，流程主管是谁", "2026-07-15"},
		{"who is process owner on Sept 9th 2025?", "2025-09-09"},
		{"薪资SLA八月底到期，谁负责", ""},
		{"the payroll SLA expires on 31 August, who handles it", ""},
	} {
		got := ""
		if m := x.Understand(ask.Question{Text: r.text, Now: now}); !m.At.IsZero() {
			got = m.At.Format(time.DateOnly)
		}
		if got != r.day {
			t.Errorf("%s: %s, want %s", r.text, got, r.day)
		}
	}
}
