package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// RecountCases judges open clocks anew that were judged by other terms than
// those of now, because a calendar or a target changed or is gone: at most
// limit of them. It gives how many there were, to be called again until none
// is left. Clocks that are decided keep their terms.
//
// It costs next to nothing while nothing changes, and may be called by several
// copies at once.
func (s *Store) RecountCases(ctx context.Context, now time.Time, limit int) (int, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return 0, err
	}
	s.mu.Lock()
	done := s.recounted == d.Version
	s.mu.Unlock()
	if done {
		return 0, nil
	}
	var old []int64
	var later int
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		if old, err = lockOutdated(ctx, tx, d, limit); err != nil {
			return err
		}
		later, err = s.judgeCases(ctx, tx, d, old, now)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("recount cases: %w", err)
	}
	if len(old) == 0 {
		s.mu.Lock()
		s.recounted = d.Version
		s.mu.Unlock()
	}
	return len(old) - later, nil
}

// lockOutdated finds cases with an open clock that was judged by other terms
// than those of now, and holds them. Those that another copy holds are left to
// it.
func lockOutdated(ctx context.Context, tx pgx.Tx, d *slm.Directory, limit int) ([]int64, error) {
	var targets, withins []int64
	var calendars []string
	var versions []int
	for i := range d.Agreements {
		a := &d.Agreements[i]
		for k := range a.Targets {
			t := &a.Targets[k]
			if t.Kind != slm.ClockTarget {
				continue
			}
			terms, err := d.TermsOf(a, t)
			if err != nil {
				return nil, err
			}
			targets, withins = append(targets, t.ID), append(withins, int64(terms.Within/time.Second))
			calendars, versions = append(calendars, terms.Calendar), append(versions, terms.Version)
		}
	}
	rows, _ := tx.Query(ctx, `
		WITH terms AS (
			SELECT * FROM unnest($1::bigint[], $2::text[], $3::int[], $4::bigint[]) AS t (id, calendar, version, within)
		), old AS (
			SELECT k.case_id FROM terms t, LATERAL (
				(SELECT case_id FROM case_clocks WHERE target_id = t.id AND decided_at IS NULL AND state <> 'cancelled'
					AND (calendar, calendar_version, within_seconds) < (t.calendar, t.version, t.within) LIMIT $5)
				UNION ALL
				(SELECT case_id FROM case_clocks WHERE target_id = t.id AND decided_at IS NULL AND state <> 'cancelled'
					AND (calendar, calendar_version, within_seconds) > (t.calendar, t.version, t.within) LIMIT $5)) k
			UNION ALL
			SELECT k.case_id FROM targets t, LATERAL (
				SELECT case_id FROM case_clocks WHERE target_id = t.id AND decided_at IS NULL AND state <> 'cancelled' LIMIT $5) k
			WHERE t.ended_at IS NOT NULL OR t.kind <> 'clock'
		)
		SELECT c.id FROM cases c WHERE c.id IN (SELECT case_id FROM old LIMIT $5) ORDER BY c.id FOR UPDATE SKIP LOCKED`,
		targets, calendars, versions, withins, limit)
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return nil, fmt.Errorf("find open clocks with old terms: %w", err)
	}
	return ids, nil
}
