package company

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// noon is when the demo's company is looked at.
var noon = time.Date(2026, 6, 15, 12, 0, 0, 0, time.FixedZone("", 8*3600))

var relative = regexp.MustCompile(`@TODAY([+-]\d+)?@`)

// demo reads the demo's company as of noon.
func demo(t *testing.T) *slm.Directory {
	t.Helper()
	text, err := os.ReadFile("../cmd/steward/demo.yaml")
	if err != nil {
		t.Fatal(err)
	}
	dated := relative.ReplaceAllStringFunc(string(text), func(s string) string {
		days, _ := strconv.Atoi(relative.FindStringSubmatch(s)[1])
		return noon.AddDate(0, 0, days).Format(time.DateOnly)
	})
	d, err := Read(strings.NewReader(dated), "demo.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// ladder writes the ladder of an agreement in one line.
func ladder(d *slm.Directory, code string) string {
	var rungs []string
	for _, r := range d.Ladder(d.Agreement(code), noon) {
		who := "nobody"
		if r.Person != nil {
			who, _, _ = strings.Cut(r.Person.Email, "@")
		}
		rungs = append(rungs, who+" ("+string(r.Why)+")")
	}
	return strings.Join(rungs, ", ")
}

func TestDemoLadders(t *testing.T) {
	d := demo(t)
	for code, want := range map[string]string{
		"SLA-ORION-HR":    "mei.lin (holds), jonas.weber (deputy), wang.fang (holds), nobody (no one), zhao.ming (holds)",
		"SLA-ATLAS-SALES": "chen.hao (covers), rahul.iyer (holds), nobody (no one), zhao.ming (holds)",
		"SLA-DRACO-SALES": "anna.kowalska (holds), grace.hopkins (holds), nobody (no one), zhao.ming (holds)",
		"SLA-VEGA-LAB":    "wang.fang (holds), nobody (no one), zhao.ming (holds)",
		"SLA-LYRA-PLANT":  "liu.yang (holds), wang.fang (holds), nobody (no one), zhao.ming (holds)",
	} {
		if got := ladder(d, code); got != want {
			t.Errorf("ladder of %s\n got %s\nwant %s", code, got, want)
		}
	}
}

func TestDemoHasWhatTheDemoShows(t *testing.T) {
	d := demo(t)
	kinds, sides, scopes, guests := map[slm.AgreementKind]int{}, map[slm.Side]int{}, map[slm.ScopeKind]int{}, 0
	for _, a := range d.Agreements {
		kinds[a.Kind]++
		if len(a.Targets) == 0 || a.Title.EN == "" || a.Title.ZH == "" {
			t.Errorf("%s: targets %v, title %v", a.Code, a.Targets, a.Title)
		}
	}
	for _, p := range d.Parties {
		sides[p.Side]++
	}
	for _, a := range d.Assignments {
		scopes[a.Scope.Kind]++
	}
	for _, p := range d.People {
		if p.Guest {
			guests++
		}
		if p.Name.EN == "" || p.Name.ZH == "" || d.Party(p.Party) == nil {
			t.Errorf("%s: name %v, party %q", p.Email, p.Name, p.Party)
		}
	}
	if len(d.People) < 18 || len(d.Services) < 6 || len(d.Agreements) < 14 || guests != 1 {
		t.Errorf("%d people, %d services, %d agreements, %d guests", len(d.People), len(d.Services), len(d.Agreements), guests)
	}
	if len(kinds) != 4 || sides[slm.Business] < 4 || sides[slm.Internal] < 3 || sides[slm.Supplier] < 3 || len(scopes) != 3 {
		t.Errorf("kinds %v, sides %v, scopes %v", kinds, sides, scopes)
	}
	hr := d.Agreement("SLA-ORION-HR")
	if hr.AnswerWithin != time.Minute || hr.Targets[0].Key != "availability" || hr.Targets[0].Objective != 999_000 {
		t.Errorf("SLA-ORION-HR: %+v", hr)
	}
}
