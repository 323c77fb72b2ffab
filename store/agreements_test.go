package store

import (
	"sync"
	"testing"
	"time"

	"steward/slm"
)

// TestMoveAgreements: however often and by however many copies it is called,
// time moves an agreement once, and its manager is told once.
func TestMoveAgreements(t *testing.T) {
	t.Parallel()
	s := opened(t)
	d := demo(t)
	imported(t, s, d, false)
	if _, err := s.db.Exec(t.Context(), `UPDATE people SET slack_id = 'U' || id`); err != nil {
		t.Fatal(err)
	}
	before := number(t, s, `SELECT count(*) FROM changes`)
	end := *d.Agreement("SLA-ORION-HR").To
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if err := s.MoveAgreements(t.Context(), end.Add(-time.Hour)); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	now, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]slm.State{
		"SLA-ORION-HR": slm.Expiring, "SLA-DRACO-SALES": slm.Expired, "SLA-TIME-HR": slm.InForce, "SLR-PAVO-LAB": slm.Negotiating,
	} {
		a := now.Agreement(code)
		if a.State != want || a.Version != 1 {
			t.Errorf("%s is %q in version %d, want %q in version 1", code, a.State, a.Version, want)
		}
	}
	if n := number(t, s, `SELECT count(*) FROM changes`) - before; n != 2 {
		t.Errorf("%d changes, want 2", n)
	}
	if n := number(t, s, `SELECT count(*) FROM pings WHERE why->>'rule' = 'moved'`); n != 2 { // one each to two managers
		t.Errorf("%d messages, want 2", n)
	}
}

// TestFileIsOlderThanTime: a file that says "in force" does not bring back
// what is expiring.
func TestFileIsOlderThanTime(t *testing.T) {
	t.Parallel()
	s := opened(t)
	imported(t, s, demo(t), false)
	later := demo(t).Agreement("SLA-ORION-HR").To.Add(-time.Hour)
	if err := s.MoveAgreements(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	plan, err := s.Import(t.Context(), demo(t), "test", false, later)
	if err != nil {
		t.Fatal(err)
	}
	if a := plan.After.Agreement("SLA-ORION-HR"); a.State != slm.Expiring || a.Version != 1 {
		t.Errorf("%q in version %d", a.State, a.Version)
	}
}

// TestVersions: which version held when can be answered, and none is edited.
func TestVersions(t *testing.T) {
	t.Parallel()
	s := opened(t)
	imported(t, s, demo(t), false)
	d := demo(t)
	d.Agreements[2].Targets[0].Objective = 995_000
	code := d.Agreements[2].Code
	later := noon.Add(time.Hour)
	if _, err := s.Import(t.Context(), d, "test", false, later); err != nil {
		t.Fatal(err)
	}
	for at, want := range map[time.Time]slm.Share{noon: 999_000, later.Add(-1000): 999_000, later: 995_000} {
		v, err := s.VersionAt(t.Context(), code, at)
		if err != nil {
			t.Fatal(err)
		}
		if v == nil || v.Content.Targets[0].Objective != want {
			t.Errorf("at %v: %+v, want %v", at, v, want)
		}
	}
	if v, err := s.VersionAt(t.Context(), code, noon.Add(-time.Hour)); v != nil || err != nil {
		t.Errorf("before the first: %v, %v", v, err)
	}
	if all, err := s.AgreementVersions(t.Context(), code); err != nil || len(all) != 2 || all[0].Version != 2 {
		t.Errorf("%+v, %v", all, err)
	}
	if _, err := s.db.Exec(t.Context(), `UPDATE agreement_versions SET content = '{}'`); err == nil {
		t.Error("a version can be edited")
	}
}

// TestTakeWhatHolds: what is measured is judged while the agreement binds its
// sides: not before it is signed, and beyond its first term where it is
// prolonged.
func TestTakeWhatHolds(t *testing.T) {
	t.Parallel()
	s := opened(t)
	d := demo(t)
	for i := range d.Agreements {
		switch a := &d.Agreements[i]; a.Code {
		case "SLA-TIME-HR":
			a.State = slm.Negotiating
		case "UC-NORDLICHT-CLOUD":
			end := noon.AddDate(0, -1, 0)
			a.To = &end
		}
	}
	imported(t, s, d, false)
	for code, want := range map[string]string{"SLA-TIME-HR": "measurement.outside", "UC-NORDLICHT-CLOUD": "", "SLA-ORION-HR": ""} {
		taken, err := s.Take(t.Context(), "probe", []slm.Measurement{{
			Key: code, Agreement: code, Target: "availability", From: noon.Add(-time.Hour), To: noon, Good: 1, Total: 1,
		}}, noon)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if taken[0].Refusal != nil {
			got = taken[0].Refusal.Key
		}
		if got != want {
			t.Errorf("%s: refused as %q, want %q", code, got, want)
		}
	}
}
