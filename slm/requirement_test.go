package slm

import (
	"errors"
	"testing"
)

// TestBecome: a requirement that has been negotiated becomes one SLA.
func TestBecome(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, slr, code string
		want            string // the refusal
	}{
		{"negotiated", "SLR-1", "SLA-1", ""},
		{"a draft", "SLR-2", "SLA-1", "requirement.state"},
		{"an SLA already", "SLR-3", "SLA-1", "requirement.became"},
		{"what became of it was given up", "SLR-4", "SLA-1", ""},
		{"no requirement", "SLA-3", "SLA-1", "requirement.slr"},
		{"a code that is taken", "SLR-1", "SLA-3", "agreement.taken"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := (&Directory{Agreements: []Agreement{
				{Code: "SLR-1", Kind: SLR, State: Negotiating, Version: 4, Targets: []Target{{ID: 7, Agreement: "SLR-1", Key: "availability"}}},
				{Code: "SLR-2", Kind: SLR, State: Draft},
				{Code: "SLR-3", Kind: SLR, State: Negotiating},
				{Code: "SLR-4", Kind: SLR, State: Negotiating},
				{Code: "SLA-3", Kind: SLA, State: InForce, Requirement: "SLR-3"},
				{Code: "SLA-4", Kind: SLA, State: Terminated, Requirement: "SLR-4"},
			}}).Index()
			a, err := d.Become(d.Agreement(c.slr), c.code)
			var refusal *Error
			if errors.As(err, &refusal) != (c.want != "") || refusal != nil && refusal.Key != c.want {
				t.Fatalf("%v, want %q", err, c.want)
			}
			if err != nil {
				return
			}
			if a.Code != "SLA-1" || a.Kind != SLA || a.State != Draft || a.Version != 1 || a.Requirement != c.slr {
				t.Errorf("%+v", a)
			}
			if c.slr == "SLR-1" && (a.Targets[0].ID != 0 || d.Agreement("SLR-1").Targets[0].ID != 7) {
				t.Errorf("targets %+v", a.Targets)
			}
		})
	}
}

// TestCheckGrowth: what was required stays to be read beside what was agreed.
func TestCheckGrowth(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, code string
		kind       AgreementKind
		want       string // the refusal
	}{
		{"a requirement into an SLA", "SLR-1", SLA, "requirement.stays"},
		{"a requirement as it is", "SLR-1", SLR, ""},
		{"a slip of the hand", "SLR-1", OLA, ""},
		{"an OLA into an SLA", "OLA-1", SLA, ""},
		{"a new SLA", "SLA-1", SLA, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := (&Directory{Agreements: []Agreement{{Code: "SLR-1", Kind: SLR}, {Code: "OLA-1", Kind: OLA}}}).Index()
			err := d.CheckGrowth(&Agreement{Code: c.code, Kind: c.kind})
			var refusal *Error
			if errors.As(err, &refusal) != (c.want != "") || refusal != nil && refusal.Key != c.want {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}
