package store

import (
	"errors"
	"sync"
	"testing"
	"time"

	"steward/slm"
)

// refusal gives the key of a refusal, or nothing.
func refusal(err error) string {
	var e *slm.Error
	if errors.As(err, &e) {
		return e.Key
	}
	return ""
}

// proposedAgreement proposes a milder promise for an agreement of the demo.
func proposedAgreement(t *testing.T, s *Store, share slm.Share) *Proposal {
	t.Helper()
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a := *d.Agreement("SLA-ORION-HR")
	a.Targets = []slm.Target{a.Targets[0]}
	a.Targets[0].Objective = share
	p, err := s.ProposeAgreement(t.Context(), a, "mei.lin@orion.example", noon)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestAcceptOnce: of several who accept at once one does, and the others are
// told.
func TestAcceptOnce(t *testing.T) {
	t.Parallel()
	s := opened(t)
	imported(t, s, demo(t), false)
	p := proposedAgreement(t, s, 995_000)
	var group sync.WaitGroup
	keys := make(chan string, 4)
	for range 4 {
		group.Go(func() { keys <- refusal(s.Accept(t.Context(), p.ID, "wang.fang@orion.example", noon.Add(time.Minute))) })
	}
	group.Wait()
	close(keys)
	seen := map[string]int{}
	for key := range keys {
		seen[key]++
	}
	if seen[""] != 1 || seen["proposal.settled"] != 3 {
		t.Errorf("outcomes %v", seen)
	}
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a := d.Agreement("SLA-ORION-HR")
	if a.Version != 2 || a.State != slm.InForce || len(a.Targets) != 1 || a.Targets[0].Objective != 995_000 {
		t.Errorf("%+v", a)
	}
	if n := number(t, s, `SELECT count(*) FROM changes WHERE subject = 'agreement SLA-ORION-HR' AND by = 'wang.fang@orion.example'`); n != 1 {
		t.Errorf("%d changes", n)
	}
	if v, err := s.VersionAt(t.Context(), "SLA-ORION-HR", noon); err != nil || v.Version != 1 || len(v.Content.Targets) != 2 {
		t.Errorf("the version before: %+v, %v", v, err)
	}
}

// TestAcceptOld: of two proposals for one version only one can be accepted.
func TestAcceptOld(t *testing.T) {
	t.Parallel()
	s := opened(t)
	imported(t, s, demo(t), false)
	first, second := proposedAgreement(t, s, 995_000), proposedAgreement(t, s, 990_000)
	if err := s.Accept(t.Context(), second.ID, "x", noon); err != nil {
		t.Fatal(err)
	}
	if err := s.Accept(t.Context(), first.ID, "x", noon); refusal(err) != "proposal.old" {
		t.Errorf("%v", err)
	}
	if open, err := s.OpenProposals(t.Context(), ForAgreement, "SLA-ORION-HR"); err != nil || len(open) != 1 {
		t.Errorf("%v, %v", open, err)
	}
	if err := s.Decline(t.Context(), first.ID, "x", noon); err != nil {
		t.Error(err)
	}
	if err := s.Accept(t.Context(), first.ID, "x", noon); refusal(err) != "proposal.settled" {
		t.Errorf("%v", err)
	}
	if _, err := s.db.Exec(t.Context(), `UPDATE proposals SET content = '{}'`); err == nil {
		t.Error("a proposal can be edited")
	}
}

// TestStepAgreement: what was signed for a day that has come is in force at
// once, and nothing goes a way that its state does not have.
func TestStepAgreement(t *testing.T) {
	t.Parallel()
	s := opened(t)
	d := demo(t)
	for i := range d.Agreements {
		if d.Agreements[i].Code == "SLA-VEGA-LAB" {
			d.Agreements[i].State = slm.Negotiating
		}
	}
	imported(t, s, d, false)
	step := func(code string, version int, to slm.State) (slm.State, string) {
		state, err := s.StepAgreement(t.Context(), code, version, to, "because", "wang.fang@orion.example", noon)
		return state, refusal(err)
	}
	if state, key := step("SLA-VEGA-LAB", 1, slm.Signed); state != slm.InForce || key != "" {
		t.Errorf("signed: %q, %q", state, key)
	}
	for _, c := range []struct {
		code    string
		version int
		to      slm.State
		want    string
	}{
		{"SLA-VEGA-LAB", 1, slm.Signed, "agreement.step"},
		{"SLA-VEGA-LAB", 2, slm.Terminated, "proposal.old"},
		{"SLR-PAVO-LAB", 1, slm.Signed, "agreement.step"},
		{"SLA-ORION-HR", 1, slm.Expired, "agreement.step"},
		{"SLA-NONE", 1, slm.Signed, "agreement"},
	} {
		if _, key := step(c.code, c.version, c.to); key != c.want {
			t.Errorf("%s to %s: %q, want %q", c.code, c.to, key, c.want)
		}
	}
	end := noon.AddDate(0, 0, 10)
	if err := s.EndAgreement(t.Context(), "SLA-VEGA-LAB", 1, end, "moved away", "wang.fang@orion.example", noon); err != nil {
		t.Fatal(err)
	}
	if err := s.EndAgreement(t.Context(), "SLA-VEGA-LAB", 2, noon.Add(-time.Hour), "", "x", noon); refusal(err) != "agreement.end" {
		t.Errorf("ended in the past: %v", err)
	}
	now, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if a := now.Agreement("SLA-VEGA-LAB"); a.State != slm.Expiring || a.Version != 2 || !a.To.Equal(end) {
		t.Errorf("%+v", a)
	}
	if n := number(t, s, `SELECT count(*) FROM changes WHERE after->>'Reason' IN ('because', 'moved away')`); n != 2 {
		t.Errorf("%d reasons are recorded", n)
	}
}
