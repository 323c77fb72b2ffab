package store

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"steward/slm"
)

// requested gives a store that owes Ann n messages.
func requested(t *testing.T, n int) *Store {
	t.Helper()
	s := company(t)
	for i := range n {
		if err := s.RequestPing(t.Context(), ann, Reason{Rule: "request", By: eve, Ask: fmt.Sprint("/sla ", i)}, noon); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func claim(t *testing.T, s *Store, at time.Time) []Ping {
	t.Helper()
	pings, err := s.ClaimPings(t.Context(), at, lease, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return pings
}

func TestNobodyClaimsTwice(t *testing.T) {
	t.Parallel()
	const owed = 120
	s := requested(t, owed)
	var mu sync.Mutex
	claimed := map[int64]int{}
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			for {
				pings, err := s.ClaimPings(t.Context(), noon, lease, 7)
				if err != nil {
					t.Error(err)
				}
				if len(pings) == 0 {
					return
				}
				mu.Lock()
				for _, p := range pings {
					claimed[p.ID]++
				}
				mu.Unlock()
			}
		})
	}
	group.Wait()
	for id, n := range claimed {
		if n > 1 {
			t.Errorf("ping %d was claimed %d times", id, n)
		}
	}
	// Who finds rows locked by another goes away, so the last may be left over.
	rest := len(claim(t, s, noon))
	if len(claimed)+rest != owed {
		t.Errorf("%d claimed, %d left, want %d together", len(claimed), rest, owed)
	}
}

func TestLeaseThatEnds(t *testing.T) {
	t.Parallel()
	s := requested(t, 1)
	first := claimOne(t, s, noon)
	if first.Look || first.Attempts != 1 || !first.TriedAt.Equal(noon) {
		t.Errorf("the first claim: %+v", first)
	}
	if early := claim(t, s, noon.Add(lease-1)); len(early) != 0 {
		t.Error("claimed while another holds it")
	}
	second := claimOne(t, s, noon.Add(lease))
	if !second.Look || second.Attempts != 2 || !second.TriedAt.Equal(noon) {
		t.Errorf("after the lease it is to be looked for since the first try: %+v", second)
	}
}

func TestRetryPing(t *testing.T) {
	t.Parallel()
	for _, unsure := range []bool{false, true} {
		t.Run(fmt.Sprint("unsure ", unsure), func(t *testing.T) {
			t.Parallel()
			s := requested(t, 1)
			if err := s.RetryPing(t.Context(), claimOne(t, s, noon), minutes(1), unsure, "cause"); err != nil {
				t.Fatal(err)
			}
			if next, err := s.NextPing(t.Context()); err != nil || next == nil || !next.Equal(minutes(1)) {
				t.Errorf("next ping at %v, %v", next, err)
			}
			if early := claim(t, s, minutes(1).Add(-1)); len(early) != 0 {
				t.Error("due too early")
			}
			if p := claimOne(t, s, minutes(1)); p.Look != unsure {
				t.Errorf("Look = %v", p.Look)
			}
		})
	}
}

func TestSentPingRests(t *testing.T) {
	t.Parallel()
	s := requested(t, 1)
	p := claimOne(t, s, noon)
	ctx := t.Context()
	for _, ts := range []string{"1.1", "2.2"} { // the second report, of a copy that was too slow, changes nothing
		if err := s.PingSent(ctx, p, "D1", ts, noon); err != nil {
			t.Fatal(err)
		}
	}
	if n := number(t, s, `SELECT count(*) FROM pings WHERE ts = '1.1' AND channel = 'D1'`); n != 1 {
		t.Error("the place of a sent ping was overwritten")
	}
	if late := claim(t, s, minutes(60)); len(late) != 0 {
		t.Error("a sent ping is due")
	}
	if next, err := s.NextPing(ctx); err != nil || next != nil {
		t.Errorf("next ping at %v, %v", next, err)
	}
	if err := s.DropPing(ctx, p, "too late", noon); err != nil {
		t.Fatal(err)
	}
	if n := number(t, s, `SELECT count(*) FROM pings WHERE dropped_at IS NOT NULL`); n != 0 {
		t.Error("a sent ping was dropped")
	}
}

func TestDroppedPingRests(t *testing.T) {
	t.Parallel()
	s := requested(t, 1)
	if err := s.DropPing(t.Context(), claimOne(t, s, noon), "not needed", noon); err != nil {
		t.Fatal(err)
	}
	if late := claim(t, s, minutes(60)); len(late) != 0 {
		t.Error("a dropped ping is due")
	}
}

// TestLooksThatChange: a sent ping is due again when it should look different,
// also when that happens while it is being edited.
func TestLooksThatChange(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	ctx := t.Context()
	if err := s.PingSent(ctx, claimOne(t, s, noon), "D1", "1.1", noon); err != nil {
		t.Fatal(err)
	}
	step(t, s, b.ID, minutes(15), ByHand)
	due := claim(t, s, minutes(15))
	if len(due) != 2 {
		t.Fatalf("%d pings are due, want the old one to edit and the new one to send", len(due))
	}
	edit := due[0]
	if edit.Person != ann {
		edit = due[1]
	}
	if edit.SentAt == nil || edit.TS != "1.1" || edit.Channel != "D1" || edit.Look || edit.Want != 2 || edit.Drawn != 1 {
		t.Errorf("the ping to edit: %+v", edit)
	}
	if _, err := s.Acknowledge(ctx, b.ID, ann, minutes(15)); err != nil { // while the edit is under way
		t.Fatal(err)
	}
	if err := s.PingDrawn(ctx, edit, minutes(15)); err != nil {
		t.Fatal(err)
	}
	again := claim(t, s, minutes(15))
	if len(again) != 1 || again[0].ID != edit.ID || again[0].Want != 3 || again[0].Drawn != 2 {
		t.Fatalf("after the edit %d are due: %+v", len(again), again)
	}
	if err := s.PingDrawn(ctx, again[0], minutes(15)); err != nil {
		t.Fatal(err)
	}
	if err := s.PingDrawn(ctx, edit, minutes(15)); err != nil { // a slow report does not turn back time
		t.Fatal(err)
	}
	if rest := claim(t, s, minutes(15)); len(rest) != 0 {
		t.Errorf("%d are due for no reason", len(rest))
	}
}

// TestTimeToAnswerRunsFromTheMessage: nobody can answer before it is there.
func TestTimeToAnswerRunsFromTheMessage(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	if err := s.PingSent(t.Context(), claimOne(t, s, minutes(10)), "D1", "1.1", minutes(10)); err != nil {
		t.Fatal(err)
	}
	if due := breachNow(t, s, b.ID).Follow.NextAt; !due.Equal(minutes(25)) {
		t.Errorf("the next step is due at %s, want 15 minutes after the message", due)
	}
}

// TestMessagesThatWaitedTogether: after an outage the last of them counts, and
// not the sum of what all of them waited.
func TestMessagesThatWaitedTogether(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	step(t, s, b.ID, minutes(15), ByTime)
	step(t, s, b.ID, minutes(30), ByTime)
	for _, p := range claim(t, s, minutes(60)) {
		if err := s.PingSent(t.Context(), p, "D1", fmt.Sprint("1.", p.ID), minutes(60)); err != nil {
			t.Fatal(err)
		}
	}
	if due := breachNow(t, s, b.ID).Follow.NextAt; !due.Equal(minutes(75)) {
		t.Errorf("the next step is due at %s, want 15 minutes after the last message", due)
	}
}

func TestRequestOnceADay(t *testing.T) {
	t.Parallel()
	s := company(t)
	ask := func(by int64, command string, at time.Time) {
		t.Helper()
		if err := s.RequestPing(t.Context(), ann, Reason{Rule: "request", By: by, Ask: command}, at); err != nil {
			t.Fatal(err)
		}
	}
	ask(eve, "/sla survey SLA-1", noon)
	ask(eve, "/sla survey SLA-1", minutes(60))
	if n := number(t, s, `SELECT count(*) FROM pings`); n != 1 {
		t.Errorf("%d messages for one wish", n)
	}
	ask(fay, "/sla survey SLA-1", noon)
	ask(eve, "/sla survey UC-1", noon)
	ask(eve, "/sla survey SLA-1", minutes(24*60))
	if n := number(t, s, `SELECT count(*) FROM pings`); n != 4 {
		t.Errorf("%d messages for four wishes", n)
	}
}

func TestDM(t *testing.T) {
	t.Parallel()
	s := opened(t)
	ctx := t.Context()
	for _, want := range []string{"", "D1", "D2", ""} {
		if err := s.SetDM(ctx, "U1", want); err != nil {
			t.Fatal(err)
		}
		if got, err := s.DM(ctx, "U1"); err != nil || got != want {
			t.Errorf("DM = %q, %v; want %q", got, err, want)
		}
	}
	if got, err := s.DM(ctx, "U2"); err != nil || got != "" {
		t.Errorf("DM of somebody unknown = %q, %v", got, err)
	}
}

// TestListenHears: everything that makes pings due wakes those who listen, and
// so does the beginning.
func TestListenHears(t *testing.T) {
	t.Parallel()
	s := company(t)
	woken := make(chan struct{}, 100)
	ended := make(chan error, 1)
	ctx, stop := context.WithCancel(t.Context())
	go func() { ended <- s.Listen(ctx, func() { woken <- struct{}{} }, func() {}) }()
	<-woken
	deeds := []func() error{
		func() error {
			_, err := s.Take(ctx, "probe", []slm.Measurement{measured("bad", 1, 20, 1000)}, noon)
			return err
		},
		func() error { _, err := s.Step(ctx, 1, minutes(15), ByTime); return err },
		func() error { _, err := s.Acknowledge(ctx, 1, ann, minutes(16)); return err },
		func() error { return s.RequestPing(ctx, ann, Reason{Rule: "request", By: eve}, noon) },
	}
	for _, do := range deeds {
		if err := do(); err != nil {
			t.Fatal(err)
		}
		<-woken
	}
	stop()
	if err := <-ended; err == nil {
		t.Error("Listen ended without saying why")
	}
}
