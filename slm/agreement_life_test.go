package slm

import (
	"slices"
	"testing"
	"time"
)

func TestStateAt(t *testing.T) {
	for _, c := range []struct {
		name         string
		state        State
		last, notice string
		renewal      string
		today        string
		want         State
	}{
		{"a draft stays", Draft, "2026-12-31", "", "", "2030-01-01", Draft},
		{"what is negotiated stays", Negotiating, "2026-12-31", "", "", "2030-01-01", Negotiating},
		{"signed, before its first day", Signed, "2026-12-31", "", "", "2019-12-31", Signed},
		{"signed, on its first day", Signed, "2026-12-31", "", "", "2020-01-01", InForce},
		{"signed, and over", Signed, "2026-12-31", "", "", "2027-01-01", Expired},
		{"signed, and expiring at once", Signed, "2020-01-20", "", "", "2020-01-01", Expiring},
		{"in force, far from its end", InForce, "2026-12-31", "", "", "2026-12-01", InForce},
		{"in force, thirty days before its end", InForce, "2026-12-31", "", "", "2026-12-02", Expiring},
		{"on its last day", Expiring, "2026-12-31", "", "", "2026-12-31", Expiring},
		{"on the day after", Expiring, "2026-12-31", "", "", "2027-01-01", Expired},
		{"in force, far from the last day of notice", InForce, "2026-12-31", "3 months", "1 year", "2026-08-31", InForce},
		{"near the last day of notice", InForce, "2026-12-31", "3 months", "1 year", "2026-09-01", Expiring},
		{"on the last day of notice", Expiring, "2026-12-31", "3 months", "1 year", "2026-09-30", Expiring},
		{"prolonged", Expiring, "2026-12-31", "3 months", "1 year", "2026-10-01", InForce},
		{"no renewal, after the last day of notice", Expiring, "2026-12-31", "3 months", "", "2026-10-01", Expiring},
		{"prolonged for years", InForce, "2021-12-31", "3 months", "1 year", "2026-06-01", InForce},
		{"without an end", InForce, "", "3 months", "", "2026-06-01", InForce},
		{"somebody says that it expires", Expiring, "", "", "", "2026-06-01", Expiring},
		{"terminated stays", Terminated, "2026-12-31", "", "", "2026-06-01", Terminated},
		{"expired stays", Expired, "2026-12-31", "", "", "2026-06-01", Expired},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := ending(t, c.last, c.notice, c.renewal)
			a.State = c.state
			if got := a.StateAt(date(t, c.today).In(a.zone(), time.Hour)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			again := *a
			at := date(t, c.today).In(a.zone(), time.Hour)
			again.State = a.StateAt(at)
			if got := again.StateAt(at); got != again.State {
				t.Errorf("then %q", got)
			}
		})
	}
}

func TestHoldsAt(t *testing.T) {
	for _, c := range []struct {
		name, last, renewal string
		state               State
		at                  string
		want                bool
	}{
		{"before its first day", "", "", InForce, "2019-12-31", false},
		{"on its first day", "", "", InForce, "2020-01-01", true},
		{"on its last day", "2026-06-30", "", InForce, "2026-06-30", true},
		{"on the day after", "2026-06-30", "", InForce, "2026-07-01", false},
		{"after its end, prolonged", "2026-06-30", "1 year", InForce, "2026-07-01", true},
		{"while it held, seen later", "2026-06-30", "", Expired, "2026-01-01", true},
		{"a draft", "", "", Draft, "2026-01-01", false},
		{"what is negotiated", "", "", Negotiating, "2026-01-01", false},
		{"what is signed and has begun", "", "", Signed, "2026-01-01", true},
		{"after it was terminated", "2026-06-30", "1 year", Terminated, "2026-07-01", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := ending(t, c.last, "", c.renewal)
			a.State = c.state
			if got := a.HoldsAt(date(t, c.at).In(a.zone(), 0)); got != c.want {
				t.Errorf("%v", got)
			}
		})
	}
}

// TestSteps: nobody can bring back what is over, and time alone begins and
// ends.
func TestSteps(t *testing.T) {
	for _, s := range States {
		a := Agreement{Kind: SLA, State: s}
		for _, next := range a.Steps() {
			if next == InForce || next == Expiring || next == Expired {
				t.Errorf("%s may be brought to %s", s, next)
			}
		}
		if over := s == Expired || s == Terminated; over != (len(a.Steps()) == 0) {
			t.Errorf("%s has the steps %v", s, a.Steps())
		}
		a.Kind = SLR
		if slices.Contains(a.Steps(), Signed) {
			t.Errorf("a requirement in %s may be signed", s)
		}
	}
}

// TestStateAtReminder: an agreement that wants to be thought of earlier, or
// later, is expiring that long before its last day of notice.
func TestStateAtReminder(t *testing.T) {
	for _, c := range []struct {
		reminder, today string
		want            State
	}{
		{"60 days", "2026-08-01", InForce},
		{"60 days", "2026-08-02", Expiring},
		{"1 week", "2026-09-23", InForce},
		{"1 week", "2026-09-24", Expiring},
		{"3 months", "2026-06-30", InForce},
		{"3 months", "2026-07-01", Expiring},
	} {
		t.Run(c.reminder+" on "+c.today, func(t *testing.T) {
			a := ending(t, "2026-12-31", "3 months", "1 year")
			a.State = InForce
			var err error
			if a.Reminder, err = ParseTerm(c.reminder); err != nil {
				t.Fatal(err)
			}
			if got := a.StateAt(date(t, c.today).In(a.zone(), time.Hour)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
