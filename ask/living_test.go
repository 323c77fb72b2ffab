package ask_test

import (
	"testing"
	"time"

	"steward/ask"
	"steward/slm"
)

// An agreement that has ended does not stand beside its successor, unless
// nothing else has the name or the question is about that time.
func TestEndedAgreements(t *testing.T) {
	t.Parallel()
	ends := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	d := &slm.Directory{
		Services: []slm.Service{{Code: "TILLS", Name: slm.Text{EN: "Tills", ZH: "收银"}}, {Code: "RADIO", Name: slm.Text{EN: "Radio", ZH: "对讲"}}},
		Agreements: []slm.Agreement{
			{Code: "SLA-TILLS-1", Kind: slm.SLA, Services: []string{"TILLS"}, Title: slm.Text{EN: "Tills for shops", ZH: "门店收银"}, State: slm.InForce, To: &ends},
			{Code: "SLA-TILLS-2", Kind: slm.SLA, Services: []string{"TILLS"}, Title: slm.Text{EN: "Tills for shops", ZH: "门店收银"}, State: slm.InForce, From: ends},
			{Code: "SLA-RADIO-1", Kind: slm.SLA, Services: []string{"RADIO"}, Title: slm.Text{EN: "Radio for shops", ZH: "门店对讲"}, State: slm.Terminated},
		},
	}
	x := ask.NewIndex(d.Index())
	for _, tt := range []struct{ name, text, agreement string }{
		{"the one in force", "who handles the tills SLA", "SLA-TILLS-2"},
		{"by its code", "who handles SLA-TILLS-1", "SLA-TILLS-1"},
		{"the only one", "who handles the radio SLA", "SLA-RADIO-1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := x.Understand(ask.Question{Text: tt.text, Now: ends.AddDate(0, 5, 0)})
			if m.Agreement != tt.agreement {
				t.Errorf("%s: %s %v, want %s", tt.text, m.Agreement, m.Candidates, tt.agreement)
			}
		})
	}
}
