package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// turnsAtOnce is how many targets are judged in one transaction because time
// alone moved or ended their windows.
const turnsAtOnce = 500

// a turn is the next time at which time alone changes what a target is judged
// over.
type turn struct {
	Target  int64
	NextAt  time.Time
	Changed bool // the agreement did since
}

// TurnWindows judges the targets whose windows moved or ended since they were
// looked at, and those whose agreements changed. A rolling window moves at
// midnight in the agreement's zone: what was bad may have left it, and what was
// good. A window of the calendar that ends is judged once more, with how much
// of it was measured, also if nothing was. It does nothing twice, and may be
// called by several copies at once.
func (s *Store) TurnWindows(ctx context.Context, now time.Time) error {
	for {
		n, err := s.turnSome(ctx, now)
		if err != nil {
			return fmt.Errorf("turn windows: %w", err)
		}
		if n < turnsAtOnce {
			return nil
		}
	}
}

// turnSome is TurnWindows for some of the targets; it gives how many.
func (s *Store) turnSome(ctx context.Context, now time.Time) (n int, err error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return 0, err
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		due, err := lockTurns(ctx, tx, now)
		if err != nil || len(due) == 0 {
			return err
		}
		n = len(due)
		var all []*judged
		batch := &pgx.Batch{}
		for _, t := range due {
			turned, next, err := turned(d, t, now)
			if err != nil {
				return err
			}
			all = append(all, turned...)
			queueTurn(batch, t.Target, next)
		}
		if err := s.measureCoverage(ctx, tx, all); err != nil {
			return err
		}
		return s.conclude(ctx, tx, d, batch, all, now)
	})
	return n, err
}

// lockTurns finds targets that are due and holds them, so that nobody else
// judges them. Those that another copy turned meanwhile are not due any more.
func lockTurns(ctx context.Context, tx pgx.Tx, now time.Time) ([]turn, error) {
	rows, _ := tx.Query(ctx, `SELECT target_id FROM window_turns WHERE next_at <= $1 ORDER BY next_at LIMIT $2`, now, turnsAtOnce)
	targets, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil || len(targets) == 0 {
		return nil, err
	}
	if _, err := tx.Exec(ctx, lockTargets, targets); err != nil {
		return nil, err
	}
	rows, _ = tx.Query(ctx, `
		SELECT target_id, next_at, changed FROM window_turns WHERE target_id = ANY($1) AND next_at <= $2 ORDER BY target_id`, targets, now)
	return pgx.CollectRows(rows, pgx.RowToStructByPos[turn])
}

// turned gives the windows of a target that are to be judged, and when its
// turn is next; nil if there is nothing to judge any more.
func turned(d *slm.Directory, t turn, now time.Time) (all []*judged, next *time.Time, err error) {
	a, target := targetOf(d, t.Target)
	if a == nil || target.Kind == slm.ClockTarget && target.OwesEach() {
		return nil, nil, nil
	}
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return nil, nil, fmt.Errorf("stored zone of %s: %v", a.Code, err)
	}
	add := func(window slm.Period, cause slm.Cause) {
		if a.HoldsIn(window) {
			all = append(all, &judged{agreement: a, target: *target, period: window, because: slm.Judgement{Cause: cause}})
		}
	}
	current := target.Window.At(now, zone)
	rolling := target.Window.Unit == slm.Rolling
	if !rolling {
		for w := target.Window.At(t.NextAt.Add(-1), zone); !w.To.After(now); w = target.Window.At(w.To, zone) {
			add(w, slm.WindowEnded)
		}
	}
	switch {
	case t.Changed:
		add(current, slm.TermsChanged)
	case rolling:
		add(current, slm.TimePassed)
	}
	switch end := a.EndsAt(); {
	case end != nil && !end.After(current.From):
		return all, nil, nil
	case !a.HoldsAt(now): // it may be signed, or prolonged, any day
		current = slm.DayOf(now, zone)
	}
	return all, &current.To, nil
}

// queueTurn writes down when the turn of a target is next, if it is.
func queueTurn(batch *pgx.Batch, target int64, next *time.Time) {
	if next == nil {
		batch.Queue(`DELETE FROM window_turns WHERE target_id = $1`, target)
		return
	}
	batch.Queue(`UPDATE window_turns SET next_at = $2, changed = false WHERE target_id = $1`, target, next)
}

// queueChanged makes it the turn of all targets of an agreement.
func queueChanged(batch *pgx.Batch, agreement string, now time.Time) {
	batch.Queue(`
		INSERT INTO window_turns AS t (target_id, next_at, changed)
		SELECT id, $2, true FROM targets WHERE agreement = $1 AND ended_at IS NULL
		ON CONFLICT (target_id) DO UPDATE SET next_at = least(t.next_at, excluded.next_at), changed = true`, agreement, now)
}

// turnRest makes it the turn of targets that have none: those of a release
// that knew of none.
func (s *Store) turnRest(ctx context.Context, now time.Time) error {
	_, err := s.db.Exec(ctx, `
		INSERT INTO window_turns (target_id, next_at, changed)
		SELECT id, $1, true FROM targets t
		WHERE ended_at IS NULL AND (kind <> 'clock' OR objective < 1000000)
			AND NOT EXISTS (SELECT FROM window_turns w WHERE w.target_id = t.id)
			AND EXISTS (
				SELECT FROM agreements a WHERE a.code = t.agreement AND (a.to_at > $1 OR a.to_at IS NULL OR a.renewal_months + a.renewal_days > 0))
		ON CONFLICT DO NOTHING`, now)
	if err != nil {
		return fmt.Errorf("find targets without a turn: %w", err)
	}
	return nil
}

// measureCoverage works out how much was measured of windows that ended.
func (s *Store) measureCoverage(ctx context.Context, tx pgx.Tx, all []*judged) error {
	for _, j := range all {
		if j.because.Cause != slm.WindowEnded || j.target.Kind == slm.ClockTarget {
			continue
		}
		days, err := readDays(ctx, tx, j.target.ID, j.period)
		if err != nil {
			return err
		}
		covered, err := s.excludedWindows(ctx, tx, j.target.ID)
		if err != nil {
			return err
		}
		for _, day := range days {
			covered = append(covered, day.Covered...)
		}
		coverage := slm.Coverage(j.period, covered, j.period.To)
		j.because.Coverage = &coverage
	}
	return nil
}
