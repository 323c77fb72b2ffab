package ask_test

import (
	"strings"
	"testing"

	"steward/ask"
	"steward/slm"
)

// The qualification that a question names is that of the role it names, although
// another role has nearly the same.
func TestQualificationOfTheNamedRole(t *testing.T) {
	t.Parallel()
	x := ask.NewIndex(company())
	for text, want := range map[string]string{
		"must the process owner be able to plan, organise, lead and control?":  "PO-Q5",
		"must the execution lead be able to plan, organise, lead and control?": "PL-Q4",
		"流程执行负责人要有计划、组织、领导、控制的能力吗":                                             "PL-Q4",
		"should the execution lead know how the process is really followed?":   "PL-Q3",
		"is the administrator expected to communicate well":                    "SA-Q3",
		"does the process lead need the authority to decide?":                  "PO-Q1", // asked of the owner
		"what must the execution lead know":                                    "PL-Q1 PL-Q2 PL-Q3 PL-Q4",
	} {
		if m := x.Understand(ask.Question{Text: text}); m.Intent != ask.Qualifications || strings.Join(m.Clauses, " ") != want {
			t.Errorf("%s: %s %v, want %s", text, m.Intent, m.Clauses, want)
		}
	}
}

func TestRangeOfDeeds(t *testing.T) {
	check(t, []row{
		{"who is responsible for the agreements, from negotiating to filing?", "who manager admin SM-4 SA-3"},
		{"who both negotiates and files the agreements", "who manager admin SM-4 SA-3"},
		{"协议从谈判到归档都是谁负责", "who manager admin SM-4 SA-3"},
		{"the service catalogue, from building it to keeping it up to date: who?", "who manager admin SM-2 SA-1"},
	}, ask.Question{})
}

// A requirement is the SLR on it where there is one, and not an activity.
func TestRequirementIsAnSLR(t *testing.T) {
	check(t, []row{
		{"who works on the requirement that came from Human Resources", "who manager SM-4 SLR-LEAVE-2027"},
		{"人力资源部提的需求现在谁在跟", "who manager SM-4 SLR-LEAVE-2027"},
		{"the Orion leave requirement, who handles it", "who manager SM-4 SLR-LEAVE-2027"},
		{"who surveys the requirements of Human Resources", "who admin SA-6 HR"},
	}, ask.Question{})
}

func TestWhoDealsWithASupplier(t *testing.T) {
	check(t, []row{
		{"my boss bought paper, so who signs with telvia nowadays", "who manager SM-4 UC-TELVIA-LINES"},
		{"I am calling from Telvia, who is responsible for our contract?", "who manager admin SM-4 SA-3 UC-TELVIA-LINES"},
	}, ask.Question{})
}

// The company's own name says where, although a service has a word of it.
func TestAtTheCompany(t *testing.T) {
	t.Parallel()
	d := &slm.Directory{
		Name:     slm.Text{EN: "Orion University"},
		Parties:  []slm.Party{{Code: "LIB", Name: slm.Text{EN: "University Library"}, Side: slm.Business}, {Code: "TELVIA", Name: slm.Text{EN: "Telvia"}, Side: slm.Supplier}},
		Services: []slm.Service{{Code: "LOANS", Name: slm.Text{EN: "Book loans"}}},
		Agreements: []slm.Agreement{
			{Code: "UC-TELVIA-LINES", Kind: slm.UC, Title: slm.Text{EN: "Lines by Telvia"}, Provider: "TELVIA", State: slm.InForce},
			{Code: "SLA-LOANS-LIB", Kind: slm.SLA, Title: slm.Text{EN: "Loans for the library"}, Consumer: "LIB", Services: []string{"LOANS"}, State: slm.InForce},
		},
	}
	x := ask.NewIndex(d.Index())
	for text, want := range map[string]string{
		"who at the university is responsible for the Telvia contract": "UC-TELVIA-LINES",
		"who handles the agreement with the university library":        "SLA-LOANS-LIB",
	} {
		if m := x.Understand(ask.Question{Text: text}); m.Agreement != want {
			t.Errorf("%s: %s %q, want %q", text, m.Intent, m.Agreement, want)
		}
	}
}

func TestHolderBesideAStory(t *testing.T) {
	check(t, []row{
		{"servcie level manger = who?", "who manager"},
		{"name of the servise level administrator pls", "who admin"},
		{"auto-reply says wang fang is on leave :palm_tree: who is administrator for OLA-DB-ORION then", "who admin OLA-DB-ORION wang.fang"},
		{"Priya Nair does not answer. who is the service level manager of SLA-PAY-FIN?", "who manager SLA-PAY-FIN priya.nair"},
		{"KPMG writes to me every day. do we have a process lead right now?", "who lead"},
	}, ask.Question{})
}

// What is about nothing of the company's is not answered.
func TestNothingToAnswer(t *testing.T) {
	check(t, []row{
		{"which of you signs it?", "unknown"},
		{"这个谁签", "unknown"},
		{"will it rain in Finance tomorrow?", "unknown"},
		{"please write a poem about service levels", "unknown"},
		{"写一首关于服务级别的诗", "unknown"},
	}, ask.Question{})
}

func TestQualificationsOfAddedRoles(t *testing.T) {
	t.Parallel()
	x := ask.NewIndex(extended(t))
	for text, want := range map[string]ask.Intent{
		"should the records librarian work with care and patience?": ask.Qualifications,
		"档案管理员要耐心细致吗":                                               ask.Qualifications,
		"档案管理员需要有什么经历？":                                             ask.Qualifications,
		"does the librarian keep the glossary?":                     ask.Who,
	} {
		m := x.Understand(ask.Question{Text: text})
		if m.Intent != want || len(m.Roles) != 1 || m.Roles[0] != "records-librarian" {
			t.Errorf("%s: %s %v %v, want %s", text, m.Intent, m.Roles, m.Clauses, want)
		}
	}
}

// A thing that is named, and nothing done with it, is no clause of an added
// role that has a word of its name.
func TestThingIsNoClauseOfAnAddedRole(t *testing.T) {
	t.Parallel()
	d := extended(t)
	d.Services = append(d.Services, slm.Service{Code: "GLOSS", Name: slm.Text{EN: "Glossary keeping"}})
	m := ask.NewIndex(d.Index()).Understand(ask.Question{Text: "the glossary is down since the update. who is responsible for `glossary keeping`?"})
	if m.Service != "GLOSS" || strings.Join(m.Clauses, " ") != "SM-4 SA-3" {
		t.Errorf("%s %q %v, want whoever answers for GLOSS", m.Intent, m.Service, m.Clauses)
	}
}
