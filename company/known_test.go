package company

import (
	"strings"
	"testing"

	"steward/slm"
)

// acme is what the files of TestReadOnto may name.
func acme() *slm.Directory {
	return (&slm.Directory{
		Zone:      "Asia/Shanghai",
		Parties:   []slm.Party{{Code: "HR", Side: slm.Business}, {Code: "IT", Side: slm.Internal}},
		People:    []slm.Person{{ID: 7, Email: "li.na@acme.example", Zone: "Europe/Berlin"}, {ID: 9, Email: "tom@acme.example"}},
		Services:  []slm.Service{{Code: "PAYROLL"}},
		Roles:     append(slm.Roles[:len(slm.Roles):len(slm.Roles)], slm.Role{Key: "librarian"}),
		Calendars: []slm.NamedCalendar{{Code: "OFFICE"}},
		Agreements: []slm.Agreement{
			{Code: "OLA-1", Kind: slm.OLA, Provider: "IT", Underpins: []string{"OLA-2"}}, {Code: "OLA-2", Kind: slm.OLA},
		},
	}).Index()
}

const ola = "agreements: [{code: OLA-2, kind: OLA, title: Hosts, provider: IT, consumer: HR, services: [PAYROLL], calendar: OFFICE, from: 2026-01-01, state: draft}]"

func TestReadOnto(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, file, want string // an error, or none
	}{
		{"one agreement", ola, ""},
		{"a role that was added", "assignments: [{role: librarian, holder: li.na@acme.example, from: 2026-01-01}]", ""},
		{
			"a party on the other side", strings.Replace(ola, "provider: IT, consumer: HR", "provider: HR, consumer: IT", 1),
			"f:1: an OLA is promised by an internal team, and HR is a customer or business unit; name another party or kind of agreement",
		},
		{"a name nearly known", strings.Replace(ola, "OFFICE", "OFICE", 1), `f:1: there is no calendar "OFICE"; did you mean OFFICE?`},
		{
			"an OLA out of a requirement", strings.Replace(ola, "state:", "requirement: OLA-1, state:", 1),
			"f:1: only an SLA grows out of a requirement; take this out of OLA-2",
		},
		{
			"an SLA out of no requirement", strings.NewReplacer("kind: OLA", "kind: SLA", "state:", "requirement: OLA-1, state:").Replace(ola),
			"f:1: OLA-1 is no SLR; name the requirement that OLA-2 grew out of",
		},
		{
			"a circle over what is known", strings.Replace(ola, "state:", "underpins: [OLA-1], state:", 1),
			"f:1: an agreement cannot carry itself (OLA-2 > OLA-1 > OLA-2); take one of these out",
		},
		{
			"a party that changes sides under an agreement", "parties: [{code: IT, side: supplier, name: IT}]",
			"f:1: IT is a supplier, but an OLA is promised by an internal team, as OLA-1 is; leave the side, or write that agreement with another party, too",
		},
		{"a party that changes sides with its agreements", "parties: [{code: IT, side: supplier, name: IT}, {code: IT-2, side: internal, name: IT}]\n" +
			strings.NewReplacer("OLA-2", "OLA-1", "provider: IT", "provider: IT-2").Replace(ola), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := ""
			if _, err := ReadOnto(acme(), Source{Name: "f", Text: strings.NewReader(tt.file)}); err != nil {
				got = err.Error()
			}
			if got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestReadOntoPeople: known people keep their ids and zones; those of the file
// come before them and get ids of their own.
func TestReadOntoPeople(t *testing.T) {
	t.Parallel()
	d, err := ReadOnto(acme(), Source{Name: "f", Text: strings.NewReader(`
people: [{email: tom@acme.example, name: Tom}, {email: ann@acme.example, name: Ann}]
covers:
  - {absent: li.na@acme.example, by: tom@acme.example, from: 2026-08-01, to: 2026-08-14}
`)})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.People) != 2 || d.People[0].ID != 10 || d.People[1].ID != 11 || d.People[0].Zone != "Asia/Shanghai" {
		t.Errorf("people %+v", d.People)
	}
	c := d.Covers[0]
	if c.Person != 7 || c.By != 10 || c.From.Format("2006-01-02T15:04Z07:00") != "2026-08-01T00:00+02:00" {
		t.Errorf("cover %+v", c)
	}
}
