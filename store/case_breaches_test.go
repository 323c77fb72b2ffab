package store

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// due judges all clocks that are due, as the bot does.
func due(t *testing.T, s *Store, now time.Time) {
	t.Helper()
	for n := 1; n > 0; {
		var err error
		if n, err = s.JudgeDue(t.Context(), now, 2); err != nil {
			t.Fatal(err)
		}
	}
}

// owed gives the pings that are due at a time and have to be sent, and sends
// them; and those whose message has to be edited, and draws them.
func owed(t *testing.T, s *Store, now time.Time) string {
	t.Helper()
	pings, err := s.ClaimPings(t.Context(), now, lease, 100)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range pings {
		if p.SentAt == nil {
			all = append(all, fmt.Sprintf("%s to %d", p.Kind, p.Person))
			err = s.PingSent(t.Context(), p, "D1", fmt.Sprintf("%d.0", p.ID), now)
		} else {
			all = append(all, fmt.Sprintf("edit %s to %d", p.Kind, p.Person))
			err = s.PingDrawn(t.Context(), p, now)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

// TestCaseIsLate follows one case from its start until after its breach.
func TestCaseIsLate(t *testing.T) {
	t.Parallel()
	s := company(t, clocked)
	steps := []struct{ at, event, owes string }{
		{"10:00", "10:00 start", ""},
		{"10:05", "10:05 stop response", ""},
		{"12:00", "", ""}, // half of the time: silent
		{"12:59:59", "", ""},
		{"13:00", "", "warning to 1"},
		{"13:36", "", "edit warning to 1"}, // nine tenths
		{"14:00", "", ""},                  // exactly its time: kept
		{"14:00:01", "", "breach to 1, edit warning to 1"},
		{"14:05", "", ""},
		{"14:10", "14:10 stop", "edit breach to 1"},
		{"14:20", "14:20 reopen resolution", "edit breach to 1"},
		// It was paused half an hour, and somebody says so only now.
		{"14:30", "11:00 pause resolution, 11:40 resume resolution", "edit breach to 1"},
		{"14:35", "", ""},
	}
	for _, step := range steps {
		now := at(t, step.at)
		if step.event != "" {
			happened(t, s, now, reports(t, "T-1", step.event)...)
		}
		due(t, s, now)
		if got := owed(t, s, now); got != step.owes {
			t.Errorf("%s %s: owes %q, want %q", step.at, step.event, got, step.owes)
		}
	}
	b := breachNow(t, s, number(t, s, `SELECT id FROM breaches WHERE case_id IS NOT NULL`))
	if b.CaseRef != "T-1" || b.Target == 0 || !b.Since.Equal(at(t, "14:00").Add(time.Microsecond)) || b.Version != 1 {
		t.Errorf("recorded %+v", b.Breach)
	}
	var kinds []string
	for _, e := range b.Events {
		kinds = append(kinds, e.Kind)
	}
	if !slices.Equal(kinds, []string{"told", "corrected"}) {
		t.Errorf("events %v", kinds)
	}
}

func TestBreachIsCorrectedAndComesAgain(t *testing.T) {
	t.Parallel()
	s := company(t, clocked)
	happened(t, s, at(t, "15:00"), reports(t, "T-1", "10:00 start, 10:05 stop response")...)
	if got := owed(t, s, at(t, "15:00")); got != "breach to 1" {
		t.Fatalf("owes %q", got)
	}
	id := onlyBreach(t, s).ID
	happened(t, s, at(t, "15:01"), reports(t, "T-1", "11:00 pause, 12:30 resume")...)
	b := breachNow(t, s, id)
	if _, corrected := b.Corrected(); !corrected || b.Follow.NextAt != nil {
		t.Errorf("not corrected: %+v, %+v", b.Events, b.Follow)
	}
	// Nobody is told any more, by time or by hand, and it waits for nobody.
	if _, err := s.Step(t.Context(), id, at(t, "18:00"), ByTime); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Escalate(t.Context(), id, ann, b.Steps(), at(t, "18:00")); err != nil {
		t.Fatal(err)
	}
	if open, err := s.OpenBreaches(t.Context(), "", 10); err != nil || len(open) != 0 {
		t.Errorf("%d breaches wait for an answer, %v", len(open), err)
	}
	if got := owed(t, s, at(t, "15:02")); got != "edit breach to 1, warning to 1" {
		t.Errorf("owes %q", got)
	}
	due(t, s, at(t, "15:31"))
	b = breachNow(t, s, id)
	if _, corrected := b.Corrected(); corrected || b.Follow.NextAt == nil || !b.Follow.NextAt.Equal(at(t, "15:46")) {
		t.Errorf("no breach again: %+v, %+v", b.Events, b.Follow)
	}
	if got := owed(t, s, at(t, "15:31")); got != "edit breach to 1, edit warning to 1" {
		t.Errorf("owes %q", got)
	}
	if _, err := s.Step(t.Context(), id, at(t, "15:46"), ByTime); err != nil {
		t.Fatal(err)
	}
	if got := owed(t, s, at(t, "15:46")); got != "breach to 2, edit breach to 1" {
		t.Errorf("owes %q", got)
	}
	if n := number(t, s, `SELECT count(*) FROM breaches`); n != 1 {
		t.Errorf("%d breaches, want the same one", n)
	}
}

func TestCaseThatStopsInTimeIsSilent(t *testing.T) {
	t.Parallel()
	s := company(t, clocked)
	happened(t, s, at(t, "10:00"), reports(t, "T-1", "10:00 start P1, 10:00 stop response")...)
	due(t, s, at(t, "10:44"))
	happened(t, s, at(t, "10:44"), reports(t, "T-1", "10:44 stop")...)
	due(t, s, minutes(300))
	if got := owed(t, s, minutes(300)); got != "" {
		t.Errorf("owes %q", got)
	}
}

// TestDueAtClosing: what is due when the office closes is late only when it
// opens again.
func TestDueAtClosing(t *testing.T) {
	t.Parallel()
	s := company(t, clocked)
	happened(t, s, at(t, "13:00"), reports(t, "T-1", "13:00 start, 13:00 stop response")...)
	due(t, s, at(t, "1+09:00"))
	if n := number(t, s, `SELECT count(*) FROM breaches`); n != 0 {
		t.Errorf("late while the office is closed")
	}
	due(t, s, at(t, "1+09:00:01"))
	if n := number(t, s, `SELECT count(*) FROM breaches`); n != 1 {
		t.Errorf("%d breaches when it opens, want 1", n)
	}
}

// TestCopiesJudgeTogether lets several copies judge the same due clocks: each
// is judged once, and each breach is recorded once.
func TestCopiesJudgeTogether(t *testing.T) {
	t.Parallel()
	s := company(t, clocked)
	const cases = 60
	for i := range cases {
		happened(t, s, at(t, "10:00"), reports(t, fmt.Sprintf("T-%d", i), "10:00 start P1, 10:00 stop response")...)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() { due(t, s, at(t, "11:30")) })
	}
	group.Wait()
	due(t, s, at(t, "11:30")) // those that the others held
	for what, want := range map[string]int64{
		`SELECT count(*) FROM breaches`:                              cases,
		`SELECT count(*) FROM pings`:                                 cases,
		`SELECT count(*) FROM case_clocks WHERE next_at IS NOT NULL`: 0,
	} {
		if n := number(t, s, what); n != want {
			t.Errorf("%s: %d, want %d", what, n, want)
		}
	}
}

// TestNextClock: the next due time is the earliest, and none when all is done.
func TestNextClock(t *testing.T) {
	t.Parallel()
	s := company(t, clocked)
	want := func(clock string) {
		t.Helper()
		next, err := s.NextClock(t.Context())
		if err != nil || (next == nil) != (clock == "") || next != nil && !next.Equal(at(t, clock)) {
			t.Errorf("next is %v, %v, want %s", next, err, clock)
		}
	}
	want("")
	happened(t, s, at(t, "10:00"), reports(t, "T-1", "10:00 start")...)
	want("10:15")
	happened(t, s, at(t, "10:01"), reports(t, "T-2", "09:50 start")...)
	want("10:05")
	happened(t, s, at(t, "10:02"), append(reports(t, "T-1", "10:02 stop"), reports(t, "T-2", "10:02 cancel")...)...)
	want("")
}
