package store

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

func rebuild(t *testing.T, s *Store, days []dayOf) {
	t.Helper()
	batch := &pgx.Batch{}
	queueRebuild(batch, days)
	if err := s.inTx(t.Context(), func(tx pgx.Tx) error { return tx.SendBatch(context.WithoutCancel(t.Context()), batch).Close() }); err != nil {
		t.Fatal(err)
	}
}

// correcting gives a measurement that replaces another.
func correcting(m slm.Measurement, key string, bad int64) slm.Measurement {
	m.Corrects, m.Key, m.Good = m.Key, key, m.Total-bad
	return m
}

// turns gives the kinds of the events that say whether there was a breach.
func turns(b BreachView) (kinds string) {
	for _, e := range b.Events {
		if e.Kind == "corrected" || e.Kind == "again" {
			kinds += e.Kind + " " + string(e.Why.Rule) + " " + e.Why.Text + ","
		}
	}
	return kinds
}

// TestCorrectionsInOneRequest: what is corrected may come in the same request,
// before its correction; of equal keys the first counts, and the others say what became of it.
func TestCorrectionsInOneRequest(t *testing.T) {
	t.Parallel()
	s := company(t)
	bad, other := measured("bad", 1, 20, 1000), measured("bad", 1, 30, 1000)
	mended := correcting(bad, "mended", 0)
	strange := correcting(measured("none", 1, 0, 1000), "strange", 0)
	taken, err := s.Take(t.Context(), "probe", []slm.Measurement{
		bad, bad, other, mended, mended, correcting(mended, "again", 10), correcting(bad, "too late", 5), strange, strange,
	}, noon)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"stored", "repeated", "repeated measurement.differs", "stored", "repeated", "stored", "refused measurement.corrected",
		"refused measurement.corrects", "refused measurement.corrects",
	}
	for i, got := range taken {
		said := string(got.Outcome)
		if got.Refusal != nil {
			said += " " + got.Refusal.Key
		}
		if said != want[i] {
			t.Errorf("item %d is %s, want %s", i+1, said, want[i])
		}
	}
	if r := reading(t, s, noon); r.Total != 1000 || r.Good != 990 || r.Count != 1 {
		t.Errorf("%d of %d count, in %d measurements", r.Good, r.Total, r.Count)
	}
}

func TestCorrections(t *testing.T) {
	t.Parallel()
	s := company(t)
	bad := measured("bad", 1, 20, 1000)
	take(t, s, measured("good", 2, 0, 1000), bad)
	b := onlyBreach(t, s)
	later := func(n int, m slm.Measurement) {
		t.Helper()
		if _, err := s.Take(t.Context(), "probe", []slm.Measurement{m}, minutes(n)); err != nil {
			t.Fatal(err)
		}
	}
	later(1, correcting(bad, "mended", 0))
	b = breachNow(t, s, b.ID)
	if _, corrected := b.Corrected(); !corrected || turns(b) != "corrected correction mended," || b.Attained != 990_000 {
		t.Errorf("%q, and the record says %s", turns(b), b.Attained)
	}
	if b.Follow.NextAt != nil {
		t.Error("it is brought to the next person although there was no breach")
	}
	if next, err := s.Step(t.Context(), b.ID, minutes(600), ByTime); err != nil || next != nil {
		t.Errorf("the next step is at %v, %v", next, err)
	}
	if r := reading(t, s, noon); r.Total != 2000 || r.Good != 2000 || r.Count != 2 {
		t.Errorf("%d of %d count, in %d measurements", r.Good, r.Total, r.Count)
	}
	if n := number(t, s, `SELECT min(want) FROM pings WHERE breach_id = $1`, b.ID); n < 2 {
		t.Error("its message is not drawn anew")
	}
	later(2, correcting(correcting(bad, "mended", 0), "worse", 30))
	b = breachNow(t, s, b.ID)
	if turns(b) != "corrected correction mended,again correction worse," || b.Follow.NextAt == nil {
		t.Errorf("%q, next %v", turns(b), b.Follow.NextAt)
	}
	wantJudged(t, s, "breached measured good", "kept corrected mended", "breached corrected worse")
	got := explained(t, s)
	if want := []string{"good counted  0", "bad corrected mended 20", "mended corrected worse 0", "worse counted  30"}; !slices.Equal(got, want) {
		t.Errorf("explained by %q, want %q", got, want)
	}
}

// explained gives what was measured of SLA-1's target, what became of it, by
// which key it was corrected, and how much of it was bad.
func explained(t *testing.T, s *Store) (lines []string) {
	t.Helper()
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	e, err := s.Explain(t.Context(), d.Agreement("SLA-1"), onlyTarget(t, s), noon, noon)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range e.Entries {
		if entry.Tally.Count > 0 {
			lines = append(lines, fmt.Sprintf("%s %s %s %d", entry.Key, entry.What, entry.By, entry.Tally.Total-entry.Tally.Good))
		}
	}
	return lines
}

func TestCorrectionsAreRefused(t *testing.T) {
	t.Parallel()
	two := asTarget(func(*slm.Target) {})
	s := company(t, two, func(d *slm.Directory) {
		a := d.Agreement("SLA-1")
		other := a.Targets[0]
		other.Key = "other"
		a.Targets = append(a.Targets, other)
	})
	a, b := measured("a", 3, 0, 10), measured("b", 2, 0, 10)
	elsewhere := correcting(b, "x", 0)
	elsewhere.Target = "other"
	take(t, s, a, b, correcting(a, "a2", 1))
	take(t, s, correcting(a, "a2", 1))
	tests := []struct {
		name string
		m    slm.Measurement
		want string
	}{
		{"of nothing", correcting(measured("none", 1, 0, 1), "x", 0), "measurement.corrects"},
		{"of another target", elsewhere, "measurement.target"},
		{"of what was corrected", correcting(a, "a3", 2), "measurement.corrected"},
		{"of itself", correcting(b, "b", 2), "measurement.itself"},
	}
	for _, tt := range tests {
		taken := take(t, s, measured("with "+tt.name, 9, 0, 1), tt.m)
		if taken[0].Outcome != Stored || taken[1].Outcome != Refused || taken[1].Refusal.Key != tt.want {
			t.Errorf("%s: %+v, want refused as %s", tt.name, taken, tt.want)
		}
	}
	if n := number(t, s, `SELECT count(*) FROM measured WHERE key IN ('x', 'a3')`); n != 0 {
		t.Error("what was refused is stored")
	}
}

func TestExclusions(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	ctx := t.Context()
	hour := slm.Period{From: noon.Add(-time.Hour), To: noon}
	e := slm.Exclusion{Scope: slm.Scope{Kind: slm.ServiceScope, Code: "MAIL"}, Period: hour, Reason: "new disks", ProposedBy: ann}
	id, err := s.Propose(ctx, e, bob, noon)
	if err != nil {
		t.Fatal(err)
	}
	if r := reading(t, s, noon); r.Standing != slm.Breached || r.Excluded.Count != 0 {
		t.Errorf("it counts before anybody approved it: %s", r.Standing)
	}
	for person, want := range map[int64]string{ann: "exclusion.forbidden", eve: "exclusion.forbidden"} {
		if _, err := s.Approve(ctx, id, person, noon); !refusedAs(err, slm.Forbidden, want) {
			t.Errorf("person %d: %v", person, err)
		}
	}
	take(t, s, measured("long", 2, 0, 10))
	if e, err = s.Approve(ctx, id, bob, minutes(1)); err != nil || !e.Counts() || e.ApprovedBy != bob {
		t.Fatalf("%+v, %v", e, err)
	}
	r := reading(t, s, minutes(1))
	if r.Standing != slm.Kept || r.Total != 10 || r.Measured.Standing != slm.Breached || r.Measured.Total != 1010 || r.Excluded.Total != 1000 {
		t.Errorf("reported %s of %d, measured %s of %d", r.Standing, r.Total, r.Measured.Standing, r.Measured.Total)
	}
	if turns(breachNow(t, s, b.ID)) != "corrected exclusion ," {
		t.Errorf("the breach: %q", turns(breachNow(t, s, b.ID)))
	}
	inside, across := measured("inside", 1, 9, 9), measured("across", 1, 0, 10)
	inside.To, across.From = inside.From.Add(time.Minute), across.From.Add(-time.Minute)
	take(t, s, inside, across)
	if r := reading(t, s, minutes(1)); r.Total != 20 || r.Excluded.Total != 1009 {
		t.Errorf("%d count and %d do not: only what lies inside is left out", r.Total, r.Excluded.Total)
	}
	if e, err = s.Withdraw(ctx, id, ann, minutes(2)); err != nil || e.Counts() {
		t.Fatalf("%+v, %v", e, err)
	}
	if r := reading(t, s, minutes(2)); r.Standing != slm.Breached || r.Total != 1029 || r.Excluded.Total != 0 {
		t.Errorf("withdrawn: %s of %d", r.Standing, r.Total)
	}
	if got := turns(breachNow(t, s, b.ID)); got != "corrected exclusion ,again exclusion ," {
		t.Errorf("the breach: %q", got)
	}
	if _, err := s.Approve(ctx, id, bob, minutes(3)); !refusedAs(err, slm.Late, "exclusion.ended") {
		t.Errorf("approved after its end: %v", err)
	}
}

func TestWhoMayApprove(t *testing.T) {
	t.Parallel()
	s := company(t)
	e := slm.Exclusion{Scope: slm.Scope{Kind: slm.AgreementScope, Code: "SLA-1"}, Period: slm.Period{From: noon, To: minutes(5)}, Reason: "x", ProposedBy: bob}
	id, err := s.Propose(t.Context(), e, 0, noon)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Approve(t.Context(), id, bob, noon)
	if !refusedAs(err, slm.Forbidden, "exclusion.second") {
		t.Errorf("its author: %v", err)
	}
	if who := asRefusal(t, err).Who; len(who) != 1 || who[0].Person.ID != dan {
		t.Errorf("who may: %+v", who)
	}
	if _, err := s.Approve(t.Context(), id, dan, noon); err != nil {
		t.Errorf("the process owner: %v", err)
	}
	for name, bad := range map[string]slm.Exclusion{
		"exclusion.reason": {Scope: e.Scope, Period: e.Period, Reason: "  "},
		"exclusion.scope":  {Scope: slm.Scope{Kind: slm.Organisation}, Period: e.Period, Reason: "x"},
		"exclusion.span":   {Scope: e.Scope, Period: slm.Period{From: noon, To: noon}, Reason: "x"},
		"agreement":        {Scope: slm.Scope{Kind: slm.AgreementScope, Code: "NONE"}, Period: e.Period, Reason: "x"},
	} {
		if _, err := s.Propose(t.Context(), bad, 0, noon); asRefusal(t, err).Key != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestProposalAsksWithIt: an exclusion and the request to approve it are kept
// together or not at all, and the request is drawn anew once it is decided.
func TestProposalAsksWithIt(t *testing.T) {
	t.Parallel()
	s := company(t)
	ctx := t.Context()
	e := slm.Exclusion{
		Scope: slm.Scope{Kind: slm.AgreementScope, Code: "SLA-1"}, Period: slm.Period{From: noon, To: minutes(5)}, Reason: "x", ProposedBy: ann,
	}
	if _, err := s.Propose(ctx, e, 999, noon); err == nil {
		t.Error("nobody could be asked, and that was no error")
	}
	if n := number(t, s, `SELECT count(*) FROM exclusions`); n != 0 {
		t.Errorf("%d exclusions kept that nobody is asked to approve", n)
	}
	id, err := s.Propose(ctx, e, dan, noon)
	if err != nil {
		t.Fatal(err)
	}
	const wanted = `SELECT want FROM pings WHERE kind = 'request' AND person_id = $1 AND (why->>'exclude')::bigint = $2`
	if n := number(t, s, wanted, dan, id); n != 1 {
		t.Errorf("the request is wanted %d times, want 1", n)
	}
	if _, err := s.Approve(ctx, id, dan, minutes(1)); err != nil {
		t.Fatal(err)
	}
	if n := number(t, s, wanted, dan, id); n != 2 {
		t.Errorf("approved: the request is drawn %d times, want 2", n)
	}
	if _, err := s.Approve(ctx, id, dan, minutes(2)); err != nil {
		t.Fatal(err)
	}
	if n := number(t, s, wanted, dan, id); n != 2 {
		t.Errorf("approved again: the request is drawn %d times, want still 2", n)
	}
}
