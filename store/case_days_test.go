package store

import (
	"fmt"
	"testing"
	"time"

	"steward/slm"
)

// shared is clocked, and of all cases three quarters have to be solved within
// four hours this month.
func shared(d *slm.Directory) {
	clocked(d)
	a := d.Agreement("SLA-1")
	a.Targets = append(a.Targets, slm.Target{
		Key: "most", Name: slm.Text{EN: "most cases", ZH: "多数工单"}, Kind: slm.ClockTarget, Objective: 750_000, Clock: "solution", Within: 4 * time.Hour,
	})
}

// decided gives how many cases were kept and late in June, as the days say and
// as the clocks say.
func decided(t *testing.T, s *Store) string {
	t.Helper()
	days := number(t, s, `SELECT coalesce(sum(kept * 1000 + late), 0)::bigint FROM case_days d JOIN targets t ON t.id = target_id WHERE t.key = 'most'`)
	clocks := number(t, s, `
		SELECT count(*) FILTER (WHERE standing = 'kept') * 1000 + count(*) FILTER (WHERE standing = 'breached')
		FROM case_clocks JOIN targets t ON t.id = target_id WHERE t.key = 'most' AND decided_at IS NOT NULL`)
	if days != clocks {
		t.Errorf("the days say %d, the clocks %d", days, clocks)
	}
	return fmt.Sprintf("%d of %d", clocks/1000, clocks/1000+clocks%1000)
}

func TestShareOfCases(t *testing.T) {
	t.Parallel()
	s := company(t, shared)
	steps := []struct{ at, ref, events, decided, owes string }{
		{"10:00", "T-1", "09:00 start solution, 10:00 stop solution", "1 of 1", ""},
		{"10:00", "T-2", "09:00 start solution, 10:00 stop solution", "2 of 2", ""},
		{"10:00", "T-3", "09:00 start solution, 10:00 stop solution", "3 of 3", ""},
		{"10:00", "T-4", "10:00 start solution", "3 of 3", ""}, // open: not counted
		{"14:00:01", "", "", "3 of 4", ""},                     // three quarters are just enough; nobody is told of one case
		{"14:10", "T-4", "14:10 stop solution", "3 of 4", ""},
		{"14:20", "T-5", "10:00 start solution", "3 of 5", "breach to 1"}, // told late that it is late
		{"14:30", "T-6", "10:00 start solution", "3 of 6", ""},            // the month is broken once
		{"14:40", "T-5", "11:00 pause solution, 12:00 resume solution", "3 of 5", ""},
		{"14:50", "T-6", "14:50 cancel", "3 of 4", "edit breach to 1"},          // so it was none
		{"15:00", "T-1", "14:59 reopen solution", "2 of 3", "edit breach to 1"}, // undecided again: now it is one
	}
	for _, step := range steps {
		now := at(t, step.at)
		if step.events != "" {
			happened(t, s, now, reports(t, step.ref, step.events)...)
		}
		due(t, s, now)
		if got := decided(t, s); got != step.decided {
			t.Errorf("%s %s %s: %s were kept, want %s", step.at, step.ref, step.events, got, step.decided)
		}
		if got := owed(t, s, now); got != step.owes {
			t.Errorf("%s %s: owes %q, want %q", step.at, step.ref, got, step.owes)
		}
	}
	b := onlyBreach(t, s)
	if b.Case != 0 || b.Good != 3 || b.Total != 5 || b.Attained != 600_000 || b.Key != "T-5" {
		t.Errorf("recorded %+v", b.Breach)
	}
}
