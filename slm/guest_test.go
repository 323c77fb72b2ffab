package slm

import (
	"strings"
	"testing"
	"time"
)

// TestWhatGuestsSee: a cloud carries the network, which carries the mail of HR;
// the shop has nothing to do with it.
func TestWhatGuestsSee(t *testing.T) {
	t.Parallel()
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	until := from.AddDate(0, 1, 0)
	d := (&Directory{
		People: []Person{
			{ID: 1, Name: Text{EN: "of the cloud"}, Party: "CLOUD"},
			{ID: 2, Name: Text{EN: "of the lines"}, Party: "LINES"},
			{ID: 3, Name: Text{EN: "of nobody"}},
			{ID: 4, Name: Text{EN: "holder at the shop"}},
			{ID: 5, Name: Text{EN: "holder for all"}, Party: "CLOUD"},
			{ID: 6, Name: Text{EN: "was holder for all"}},
			{ID: 7, Name: Text{EN: "stands in at the shop"}},
			{ID: 8, Name: Text{EN: "holder of the service"}},
		},
		Parties:  []Party{{Code: "CLOUD"}, {Code: "LINES"}, {Code: "NET"}, {Code: "IT"}, {Code: "HR"}, {Code: "SALES"}},
		Services: []Service{{Code: "MAIL"}, {Code: "SHOP"}, {Code: "LAN"}},
		Agreements: []Agreement{
			{Code: "SLA-MAIL", Provider: "IT", Consumer: "HR", Services: []string{"MAIL"}},
			{Code: "SLA-SHOP", Provider: "IT", Consumer: "SALES", Services: []string{"SHOP"}},
			{Code: "OLA-NET", Provider: "NET", Consumer: "IT", Services: []string{"LAN"}, Underpins: []string{"SLA-MAIL"}},
			{Code: "UC-CLOUD", Provider: "CLOUD", Consumer: "IT", Services: []string{"MAIL"}, Underpins: []string{"OLA-NET"}},
			{Code: "UC-LINES", Provider: "LINES", Consumer: "IT", Services: []string{"LAN", "SHOP"}, Underpins: []string{"OLA-NET", "SLA-SHOP"}},
		},
		Assignments: []Assignment{
			{ID: 1, Role: ServiceLevelAdministrator, Scope: Scope{AgreementScope, "SLA-SHOP"}, Person: 4, From: from},
			{ID: 2, Role: ProcessLead, Scope: Scope{Kind: Organisation}, Person: 5, From: from},
			{ID: 3, Role: ProcessOwner, Scope: Scope{Kind: Organisation}, Person: 6, From: from, To: &until},
			{ID: 4, Role: ServiceLevelManager, Scope: Scope{ServiceScope, "MAIL"}, Person: 8, From: from},
		},
		Covers:  []Cover{{ID: 1, Person: 4, By: 7, From: from, To: from.AddDate(1, 0, 0)}},
		Lessons: []Lesson{{ID: 1, Service: "SHOP"}, {ID: 2, Role: ProcessOwner}, {ID: 3, Party: "SALES"}, {ID: 4, Party: "CLOUD"}},
	}).Index()
	at := from.AddDate(0, 6, 0)
	for _, p := range append(d.People, Person{}) {
		want := map[string]string{
			"of the cloud": "UC-CLOUD", "of the lines": "UC-LINES", "of nobody": "",
			"holder at the shop": "SLA-SHOP", "holder for all": "all", "was holder for all": "", "stands in at the shop": "SLA-SHOP",
			"holder of the service": "SLA-MAIL UC-CLOUD", "": "",
		}[p.Name.EN]
		who := d.Person(p.ID)
		codes, all := d.OpenTo(who, at)
		if all {
			codes = []string{"all"}
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("who is %q sees %s, want %s", p.Name.EN, got, want)
		}
	}

	codes := []string{"SLA-MAIL", "OLA-NET", "UC-CLOUD"}
	part := d.Only(codes)
	var seen []string
	for _, s := range part.Services {
		seen = append(seen, s.Code)
	}
	for _, p := range part.Parties {
		seen = append(seen, p.Code)
	}
	for _, a := range part.Assignments {
		seen = append(seen, string(a.Role))
	}
	if got, want := strings.Join(seen, " "), "MAIL LAN CLOUD NET IT HR process-lead process-owner service-level-manager"; got != want {
		t.Errorf("the part has %s, want %s", got, want)
	}
	if part.Agreement("SLA-SHOP") != nil || len(part.Lessons) != 2 || len(part.People) != len(d.People) || len(d.Agreements) != 5 {
		t.Errorf("the part has %+v and lessons %+v", part.Agreements, part.Lessons)
	}
	if carried := d.Only([]string{"UC-LINES"}).Agreement("UC-LINES").Underpins; len(carried) != 0 || len(d.Agreement("UC-LINES").Underpins) != 2 {
		t.Errorf("shows that it carries %s", carried)
	}
}
