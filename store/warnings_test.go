package store

import (
	"fmt"
	"testing"
	"time"

	"steward/slm"
)

// TestWarning: who is first on the ladder is told once in a window that a
// breach is coming, and not as long as hardly anything was measured.
func TestWarning(t *testing.T) {
	t.Parallel()
	s := company(t)
	day := func(n int, bad int64) {
		t.Helper()
		m := measured(fmt.Sprint("day ", n), 0, bad, 100_000)
		m.From = time.Date(2026, 6, n, 0, 0, 0, 0, time.UTC)
		m.To = m.From.AddDate(0, 0, 1)
		take(t, s, m)
	}
	warnings := func() int64 { return number(t, s, `SELECT count(*) FROM pings WHERE kind = 'warning'`) }
	day(1, 80)
	day(2, 80)
	if warnings() != 0 {
		t.Error("warned after two days of thirty")
	}
	day(3, 80)
	day(4, 80)
	if warnings() != 1 {
		t.Fatalf("%d warnings, want 1", warnings())
	}
	p := claimOne(t, s, noon)
	if p.Kind != "warning" || p.Person != ann || p.Target != onlyTarget(t, s).ID || p.Why.Role != slm.ServiceLevelAdministrator {
		t.Errorf("%+v", p)
	}
	before := number(t, s, `SELECT want FROM pings WHERE kind = 'warning'`)
	m := measured("better", 1, 0, 1_000_000)
	if _, err := s.Take(t.Context(), "probe", []slm.Measurement{m}, minutes(1)); err != nil {
		t.Fatal(err)
	}
	if after := number(t, s, `SELECT want FROM pings WHERE kind = 'warning'`); after != before+1 {
		t.Error("it is not drawn anew when the target is kept again")
	}
}
