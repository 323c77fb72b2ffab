package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// told gives what was done about a breach in one line: "told 1, told 2 by hand".
func told(b BreachView) string {
	var events []string
	for _, e := range b.Events {
		text := fmt.Sprintf("%s %d", e.Kind, e.Person)
		if e.Why.Rule != "" {
			text += " by " + string(e.Why.Rule)
		}
		events = append(events, text)
	}
	return strings.Join(events, ", ")
}

// expect compares what was done about a breach, and when the next step is due.
func expect(t *testing.T, s *Store, breach int64, events string, next time.Time) {
	t.Helper()
	b := breachNow(t, s, breach)
	if got := told(b); got != events {
		t.Errorf("done about the breach: %s\nwant:                  %s", got, events)
	}
	switch due := b.Follow.NextAt; {
	case due == nil && !next.IsZero(), due != nil && !due.Equal(next):
		t.Errorf("the next step is due at %v, want %v", due, next)
	}
}

// wanted gives how often the looks of the breach's pings changed.
func wanted(t *testing.T, s *Store, breach int64) int64 {
	t.Helper()
	return number(t, s, `SELECT coalesce(sum(want), 0) FROM pings WHERE breach_id = $1`, breach)
}

func step(t *testing.T, s *Store, breach int64, at time.Time, rule Rule) *time.Time {
	t.Helper()
	next, err := s.Step(t.Context(), breach, at, rule)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestStepClimbsTheLadder(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	expect(t, s, b.ID, "told 1 by breach", minutes(15))
	if next := step(t, s, b.ID, minutes(14), ByTime); next == nil || !next.Equal(minutes(15)) {
		t.Errorf("too early: next at %v", next)
	}
	expect(t, s, b.ID, "told 1 by breach", minutes(15))
	before := wanted(t, s, b.ID)
	step(t, s, b.ID, minutes(15), ByTime)
	expect(t, s, b.ID, "told 1 by breach, told 2 by time", minutes(30))
	if after := wanted(t, s, b.ID); after != before+2 {
		t.Errorf("the message to the first does not change when the second is told: want %d, was %d", after, before)
	}
	step(t, s, b.ID, minutes(30), ByTime)
	step(t, s, b.ID, minutes(45), ByTime)
	all := "told 1 by breach, told 2 by time, told 3 by time, told 4 by time"
	expect(t, s, b.ID, all, minutes(60))
	step(t, s, b.ID, minutes(60), ByTime) // now the last is reminded, ever more slowly
	expect(t, s, b.ID, all+", reminded 4 by time", minutes(90))
	step(t, s, b.ID, minutes(90), ByTime)
	expect(t, s, b.ID, all+", reminded 4 by time, reminded 4 by time", minutes(150))
	if pings := number(t, s, `SELECT count(*) FROM pings WHERE breach_id = $1`, b.ID); pings != 6 {
		t.Errorf("%d pings for 6 steps", pings)
	}
}

// TestStepsAtOnceAreOne: several copies may find the same step due.
func TestStepsAtOnceAreOne(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	together(t, s, "pings", 8, func(int) {
		if _, err := s.Step(t.Context(), b.ID, minutes(15), ByTime); err != nil {
			t.Error(err)
		}
	})
	expect(t, s, b.ID, "told 1 by breach, told 2 by time", minutes(30))
}

func TestStepOfNothing(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	if next := step(t, s, b.ID+1, minutes(15), ByTime); next != nil {
		t.Errorf("a step of no breach, next at %s", next)
	}
}

func TestVacantRungsAreSaid(t *testing.T) {
	t.Parallel()
	s, b := broken(t, func(d *slm.Directory) { d.Assignments = d.Assignments[3:] }) // only the owner is left
	expect(t, s, b.ID, "told 4 by breach", minutes(15))
	skipped := b.Events[0].Why.Skipped
	if len(skipped) != 3 || skipped[0].Role != slm.ServiceLevelAdministrator || skipped[0].Why != slm.NoOne {
		t.Errorf("skipped %+v", skipped)
	}
}

func TestNobodyCanBeTold(t *testing.T) {
	t.Parallel()
	s, b := broken(t, func(d *slm.Directory) { d.Assignments = nil })
	expect(t, s, b.ID, "nobody 0 by breach", minutes(15))
	step(t, s, b.ID, minutes(15), ByTime)
	expect(t, s, b.ID, "nobody 0 by breach, nobody 0 by time", minutes(30)) // not dropped: somebody may be named yet
}

func TestAcknowledge(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		person  int64
		refused bool
	}{
		{"who was told", ann, false},
		{"who stands on the ladder", dan, false},
		{"the customer", eve, true},
		{"somebody from elsewhere", fay, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s, b := broken(t)
			f, err := s.Acknowledge(t.Context(), b.ID, tt.person, minutes(3))
			if tt.refused {
				if !refusedAs(err, slm.Forbidden, "breach.forbidden") {
					t.Fatalf("Acknowledge = %v", err)
				}
				expect(t, s, b.ID, "told 1 by breach", minutes(15))
				return
			}
			if err != nil || f.By != tt.person || f.Open() {
				t.Fatalf("Acknowledge = %+v, %v", f, err)
			}
			expect(t, s, b.ID, fmt.Sprintf("told 1 by breach, acknowledged %d", tt.person), time.Time{})
			if n := wanted(t, s, b.ID); n != 2 {
				t.Errorf("the message does not change: want %d", n)
			}
		})
	}
}

func TestAcknowledgedIsOver(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	ctx := t.Context()
	if _, err := s.Acknowledge(ctx, b.ID, bob, minutes(3)); err != nil {
		t.Fatal(err)
	}
	for what, do := range map[string]func() (slm.Follow, error){
		"acknowledging": func() (slm.Follow, error) { return s.Acknowledge(ctx, b.ID, ann, minutes(4)) },
		"escalating":    func() (slm.Follow, error) { return s.Escalate(ctx, b.ID, ann, 1, minutes(4)) },
	} {
		if f, err := do(); err != nil || f.By != bob || !f.At.Equal(minutes(3)) {
			t.Errorf("%s afterwards: %+v, %v; want the first one's name", what, f, err)
		}
	}
	if next := step(t, s, b.ID, minutes(60), ByTime); next != nil {
		t.Errorf("a step after the answer, next at %s", next)
	}
	expect(t, s, b.ID, "told 1 by breach, acknowledged 2", time.Time{})
	if open, err := s.OpenBreaches(ctx, "SLA-1", 9); err != nil || len(open) != 0 {
		t.Errorf("%d open breaches, %v", len(open), err)
	}
}

// TestOneAnswersForABreach: of those who acknowledge at once one wins, and all
// hear who.
func TestOneAnswersForABreach(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	got := make([]int64, 8)
	together(t, s, "breach_events", len(got), func(i int) {
		f, err := s.Acknowledge(t.Context(), b.ID, []int64{ann, bob, cat, dan}[i%4], minutes(1))
		if err != nil {
			t.Error(err)
		}
		got[i] = f.By
	})
	for _, by := range got {
		if by != got[0] || by == 0 {
			t.Fatalf("they heard different names: %v", got)
		}
	}
	expect(t, s, b.ID, fmt.Sprintf("told 1 by breach, acknowledged %d", got[0]), time.Time{})
}

func TestEscalate(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	ctx := t.Context()
	if _, err := s.Escalate(ctx, b.ID, ann, 1, minutes(2)); err != nil {
		t.Fatal(err)
	}
	expect(t, s, b.ID, "told 1 by breach, told 2 by hand", minutes(17))
	if why := breachNow(t, s, b.ID).Events[1].Why; why.By != ann {
		t.Errorf("escalated by %d, want %d", why.By, ann)
	}
	_, err := s.Escalate(ctx, b.ID, fay, 2, minutes(3))
	var refusal *slm.Error
	if !refusedAs(err, slm.Forbidden, "breach.forbidden") {
		t.Fatalf("Escalate by somebody else = %v", err)
	}
	if refusal = asRefusal(t, err); len(refusal.Who) != 4 || refusal.Who[0].Person.ID != ann {
		t.Errorf("the refusal names %d people", len(refusal.Who))
	}
}

// TestEscalateWhatWasSeen: a second click, or that of somebody else, on a
// message that was not redrawn yet does not tell yet another person.
func TestEscalateWhatWasSeen(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	together(t, s, "follows", 3, func(int) {
		if _, err := s.Escalate(t.Context(), b.ID, ann, 1, minutes(2)); err != nil {
			t.Error(err)
		}
	})
	expect(t, s, b.ID, "told 1 by breach, told 2 by hand", minutes(17))
	if _, err := s.Escalate(t.Context(), b.ID, ann, 2, minutes(3)); err != nil {
		t.Fatal(err)
	}
	expect(t, s, b.ID, "told 1 by breach, told 2 by hand, told 3 by hand", minutes(18))
}

func TestUnknownBreach(t *testing.T) {
	t.Parallel()
	s := company(t)
	ctx := t.Context()
	for what, do := range map[string]func() error{
		"read":        func() error { _, err := s.Breach(ctx, 7); return err },
		"acknowledge": func() error { _, err := s.Acknowledge(ctx, 7, ann, noon); return err },
		"escalate":    func() error { _, err := s.Escalate(ctx, 7, ann, 1, noon); return err },
	} {
		if err := do(); !refusedAs(err, slm.NotFound, "breach") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestGiveUpUnreachable(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	giveUp(t, s, ByUnreachable, minutes(1))
	expect(t, s, b.ID, "told 1 by breach, unreachable 1 by breach, told 2 by unreachable", minutes(16))
	giveUp(t, s, ByUnreachable, minutes(2))
	giveUp(t, s, ByUnreachable, minutes(3))
	before := breachNow(t, s, b.ID)
	giveUp(t, s, ByUnreachable, minutes(4))
	after := breachNow(t, s, b.ID)
	if len(after.Events) != len(before.Events)+1 || after.Events[len(after.Events)-1].Kind != "unreachable" {
		t.Errorf("when all were tried, another is told at once: %s", told(after))
	}
	if !after.Follow.Open() || after.Follow.NextAt == nil {
		t.Errorf("a breach that nobody could be told of is dropped: %+v", after.Follow)
	}
	step(t, s, b.ID, *after.Follow.NextAt, ByTime)
	if last := breachNow(t, s, b.ID).Events; last[len(last)-1].Kind != "reminded" {
		t.Errorf("no reminder in its own time: %s", last[len(last)-1].Kind)
	}
}

// TestGiveUpReroute: who is passed over because of a change of holders may be
// told again later.
func TestGiveUpReroute(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	if _, err := s.db.Exec(t.Context(), `UPDATE assignments SET person_id = $1 WHERE person_id = $2`, fay, ann); err != nil {
		t.Fatal(err)
	}
	giveUp(t, s, ByReroute, minutes(1))
	expect(t, s, b.ID, "told 1 by breach, rerouted 1 by breach, told 8 by reroute", minutes(16))
	if _, err := s.Acknowledge(t.Context(), b.ID, ann, minutes(2)); !refusedAs(err, slm.Forbidden, "breach.forbidden") {
		t.Errorf("who is not responsible any more and was never told acknowledges: %v", err)
	}
	if _, err := s.db.Exec(t.Context(), `UPDATE assignments SET person_id = $1 WHERE person_id = $2`, ann, fay); err != nil {
		t.Fatal(err)
	}
	step(t, s, b.ID, minutes(16), ByTime)
	expect(t, s, b.ID, "told 1 by breach, rerouted 1 by breach, told 8 by reroute, told 1 by time", minutes(31))
}

// TestGiveUpOnce: a ping that was given up, or sent, is not given up again.
func TestGiveUpOnce(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	ctx := t.Context()
	p := claimOne(t, s, minutes(1))
	for range 2 {
		if err := s.GiveUpPing(ctx, p, ByUnreachable, "gone", minutes(1)); err != nil {
			t.Fatal(err)
		}
	}
	expect(t, s, b.ID, "told 1 by breach, unreachable 1 by breach, told 2 by unreachable", minutes(16))
	second := claimOne(t, s, minutes(2))
	if err := s.PingSent(ctx, second, "D1", "1.1", minutes(2)); err != nil {
		t.Fatal(err)
	}
	if err := s.GiveUpPing(ctx, second, ByUnreachable, "gone", minutes(2)); err != nil {
		t.Fatal(err)
	}
	if n := number(t, s, `SELECT count(*) FROM pings WHERE id = $1 AND dropped_at IS NULL`, second.ID); n != 1 {
		t.Error("a ping that was sent is dropped")
	}
}

// giveUp claims the one ping that was not sent and gives it up.
func giveUp(t *testing.T, s *Store, rule Rule, at time.Time) {
	t.Helper()
	if err := s.GiveUpPing(t.Context(), claimOne(t, s, at), rule, "cause", at); err != nil {
		t.Fatal(err)
	}
}

func TestOverdueBreaches(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	for at, want := range map[time.Time]int{minutes(14): 0, minutes(15): 1} {
		if ids, err := s.OverdueBreaches(t.Context(), at, 9); err != nil || len(ids) != want {
			t.Errorf("at %s: %v, %v; want %d", at, ids, err, want)
		}
	}
	if _, err := s.Acknowledge(t.Context(), b.ID, ann, minutes(1)); err != nil {
		t.Fatal(err)
	}
	if ids, err := s.OverdueBreaches(t.Context(), minutes(60), 9); err != nil || len(ids) != 0 {
		t.Errorf("an answered breach is overdue: %v, %v", ids, err)
	}
}

func TestToldOf(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	for person, want := range map[int64]int{ann: 1, bob: 0} {
		if told, err := s.ToldOf(t.Context(), person, 9); err != nil || len(told) != want {
			t.Errorf("person %d was told of %d breaches, %v; want %d", person, len(told), err, want)
		}
	}
	if _, err := s.Acknowledge(t.Context(), b.ID, ann, minutes(1)); err != nil {
		t.Fatal(err)
	}
	if told, err := s.ToldOf(t.Context(), ann, 9); err != nil || len(told) != 0 {
		t.Errorf("an answered breach is still to answer: %v, %v", told, err)
	}
}
