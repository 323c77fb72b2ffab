package commands

import (
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// farApart gives a company in Shanghai, where it is the 16th already, and asks
// as Ann in New York, where it is the 15th still. Kiri is in Auckland.
func farApart(t *testing.T) Request {
	t.Helper()
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	org := slm.Scope{Kind: slm.Organisation}
	d := (&slm.Directory{
		Zone: "Asia/Shanghai",
		People: []slm.Person{
			{ID: 1, Email: "ann@x.example", SlackID: "UANN", Name: slm.Text{EN: "Ann"}, Zone: "America/New_York"},
			{ID: 2, Email: "bob@x.example", SlackID: "UBOB", Name: slm.Text{EN: "Bob"}, Zone: "Asia/Shanghai"},
			{ID: 3, Email: "kiri@x.example", SlackID: "UKIRI", Name: slm.Text{EN: "Kiri"}, Zone: "Pacific/Auckland"},
		},
		Agreements:  []slm.Agreement{{Code: "SLA-1", Kind: slm.SLA, Zone: "Asia/Shanghai", State: slm.Draft, From: from, Version: 1}},
		Assignments: []slm.Assignment{{ID: 1, Role: slm.ProcessOwner, Scope: org, Person: 1, From: from}, {ID: 2, Role: slm.ServiceLevelManager, Scope: org, Person: 2, From: from}},
	}).Index()
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	return Request{SlackID: "UANN", Lang: slm.English, Zone: zone, Dir: d, Person: d.Person(1), At: time.Date(2026, 6, 15, 20, 0, 0, 0, time.UTC)}
}

// TestTheDayOfAForm: what a form proposes is today where the form is read, and
// the form says where that is.
func TestTheDayOfAForm(t *testing.T) {
	t.Parallel()
	r := farApart(t)
	end := r
	end.Value = "SLA-1 1"
	tests := []struct {
		name, field string
		form        Form
		day, zone   string
	}{
		{"assignment: the company's", "from", assignForm(r), "2026-06-16", "Asia/Shanghai"},
		{"absence: one's own", "from", coverForm(r), "2026-06-15", "America/New_York"},
		{"new agreement: the company's", "from", agreementForm(r, nil), "2026-06-16", "Asia/Shanghai"},
		{"end of an agreement: the agreement's", "last", endAgreement.Form(end), "2026-06-16", "Asia/Shanghai"},
	}
	for _, tt := range tests {
		for _, in := range tt.form.Inputs {
			if in.ID == tt.field && (in.Initial != tt.day || !strings.Contains(in.Hint, tt.zone)) {
				t.Errorf("%s: proposes %s, hint %q, want %s and %s", tt.name, in.Initial, in.Hint, tt.day, tt.zone)
			}
		}
	}
}

// TestYesterdayOfTheCompany: it may be today for the asker, and is past all the
// same where somebody else held the role.
func TestYesterdayOfTheCompany(t *testing.T) {
	t.Parallel()
	r := farApart(t)
	r.Fields = map[string]string{"role": string(slm.ServiceLevelManager), "person": "UKIRI", "rank": insteadOf, "from": "2026-06-15"}
	defer func() {
		if recover() != nil { // there is no database to go on with
			t.Error("Bob is said not to have held the role on the 15th, which is over")
		}
	}()
	if _, err := New(nil).Submit(t.Context(), saveAssignment.ID, r); err == nil || !strings.Contains(err.Error(), "assign.past") {
		t.Errorf("assigned on a day that is over: %v", err)
	}
}

// TestDaysOfACover: they are told as they were entered, wherever the company
// and the reader are.
func TestDaysOfACover(t *testing.T) {
	t.Parallel()
	r := farApart(t)
	first, err := firstMoment("2026-06-18", "Pacific/Auckland")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		cover slm.Cover
		want  string
	}{
		{"whole days of the absent person", slm.Cover{Person: 3, By: 2, From: first, To: first.AddDate(0, 0, 2)}, "18 Jun until 19 Jun"},
		{"whole days of the company", slm.Cover{Person: 3, By: 2, From: first.Add(4 * time.Hour), To: first.Add(28 * time.Hour)}, "18 Jun until 18 Jun"},
		{"hours, in those of the reader", slm.Cover{Person: 3, By: 2, From: first.Add(time.Hour), To: first.Add(2 * time.Hour)}, "17 Jun 09:00 until 17 Jun 10:00"},
	}
	for _, tt := range tests {
		if got := string(r.voice().coverLine(&tt.cover, r)); !strings.HasSuffix(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
