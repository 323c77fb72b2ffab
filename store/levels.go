package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// a judged is one target in one window that new measurements fell into.
type judged struct {
	agreement *slm.Agreement
	target    slm.Target
	period    slm.Period
}

// windowsOf gives the windows that new measurements fell into, each once. A
// rolling window is judged as of now: what came late for an older one is not
// looked for.
func windowsOf(ms []*counted, now time.Time) []judged {
	type pair struct {
		target int64
		from   int64
	}
	var all []judged
	seen := map[pair]bool{}
	for _, m := range ms {
		at := m.From
		if m.target.Window.Unit == slm.Rolling && at.Before(now) {
			at = now
		}
		period := m.target.Window.At(at, m.zone)
		key := pair{m.target.ID, period.From.Unix()}
		if period.Contains(m.From) && !seen[key] {
			seen[key] = true
			all = append(all, judged{m.agreement, m.target, period})
		}
	}
	return all
}

// judge adds what is new to its days and looks at every target and window that
// got something new, and at no other.
func (s *Store) judge(ctx context.Context, tx pgx.Tx, d *slm.Directory, ms []*counted, now time.Time) error {
	var fresh []*counted
	for _, m := range ms {
		if m.stored {
			fresh = append(fresh, m)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	all := windowsOf(fresh, now)
	tallies := make([]slm.Tally, len(all))
	batch := &pgx.Batch{}
	queueDays(batch, daysOf(fresh))
	queueTallies(batch, all, tallies)
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return fmt.Errorf("add up measurements: %w", err)
	}
	var broken []slm.Breach
	for i, j := range all {
		level := j.target.Judge(tallies[i])
		if level.Standing == slm.Breached {
			broken = append(broken, slm.Breach{
				Target: j.target.ID, Agreement: j.agreement.Code, TargetKey: j.target.Key, Version: j.agreement.Version,
				Period: j.period, Objective: level.Objective, Sum: level.Sum, Attained: level.Attained, FoundAt: now,
			})
		}
	}
	if len(broken) == 0 {
		return nil
	}
	return s.recordBreaches(ctx, tx, d, broken)
}

// A Reading is what was measured of one target in one window.
type Reading struct {
	slm.Level
	Target   slm.Target
	Period   slm.Period
	Coverage slm.Share // of the window so far
}

// Readings gives the level of every target of the agreement in the window that
// contains now. Of a clock, the cases count that were decided in the window.
func (s *Store) Readings(ctx context.Context, a *slm.Agreement, now time.Time) ([]Reading, error) {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return nil, fmt.Errorf("stored zone of %s: %v", a.Code, err)
	}
	readings := make([]Reading, 0, len(a.Targets))
	for _, t := range a.Targets {
		window := t.Window.At(now, zone)
		if t.Kind == slm.ClockTarget {
			sum, err := sumCases(ctx, s.db, t.ID, window)
			if err != nil {
				return nil, err
			}
			readings = append(readings, Reading{slm.Judge(t.Objective, sum), t, window, slm.Whole})
			continue
		}
		days, err := s.readDays(ctx, t.ID, window)
		if err != nil {
			return nil, err
		}
		var sum slm.Tally
		for _, d := range days {
			sum = sum.Plus(d.Tally)
		}
		readings = append(readings, Reading{t.Judge(sum), t, window, slm.Coverage(window, sum.Covered, now)})
	}
	return readings, nil
}
