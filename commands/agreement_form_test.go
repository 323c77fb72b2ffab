package commands

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// TestAgreementFormKeepsTheRest: what does not fit into the form stays, and
// what was not touched comes back as it was.
func TestAgreementFormKeepsTheRest(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("", 8*3600)
	end := time.Date(2026, 12, 31, 16, 0, 0, 0, time.UTC) // of 31 December in Shanghai
	plain := slm.Agreement{
		Code: "SLA-1", Kind: slm.SLA, Title: slm.Text{EN: "Mail", ZH: "邮箱"}, Provider: "IT", Consumer: "HR", Version: 3,
		Services: []string{"MAIL", "WIKI"}, Underpins: []string{}, State: slm.InForce, Zone: "Asia/Shanghai",
		From: time.Date(2026, 1, 1, 9, 30, 0, 0, zone), To: &end, AlertRole: slm.ProcessLead, AnswerWithin: time.Minute,
		Notice: slm.Term{Months: 3}, Renewal: slm.Term{Months: 12},
		Targets: []slm.Target{slm.Target{ID: 7, Agreement: "SLA-1", Key: "up", Name: slm.Text{EN: "up"}, Objective: 999_000}.Complete()},
	}
	many, stroke := plain, plain
	many.Targets = nil
	for range 50 {
		many.Targets = append(many.Targets, slm.Target{Key: strings.Repeat("x", 60), Name: slm.Text{EN: "up"}, Objective: 999_000}.Complete())
	}
	stroke.Targets = []slm.Target{plain.Targets[0]}
	stroke.Targets[0].Name.EN = "up | down"
	for name, a := range map[string]slm.Agreement{"plain": plain, "many": many, "stroke": stroke} {
		d := (&slm.Directory{Zone: "Asia/Shanghai", Agreements: []slm.Agreement{a}}).Index()
		r := Request{Dir: d, At: time.Date(2026, 6, 15, 0, 0, 0, 0, zone), Zone: zone, Value: "SLA-1", Fields: map[string]string{}}
		for _, in := range agreementForm(r, d.Agreement("SLA-1")).Inputs {
			r.Fields[in.ID] = in.Initial
		}
		if _, asked := r.Fields["targets"]; asked != (name == "plain") {
			t.Errorf("%s: targets are asked for: %v", name, asked)
		}
		got, err := agreementFields(r)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i := range got.Targets { // the database numbers them
			got.Targets[i].ID, got.Targets[i].Agreement = a.Targets[i].ID, a.Targets[i].Agreement
		}
		if !reflect.DeepEqual(got, a) {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, a)
		}
	}
}
