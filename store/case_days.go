package store

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// a caseDay is a day of a target on which cases are decided.
type caseDay struct {
	target int64
	day    int64 // unix time of its first moment
}

// a decision is by how much the number of decided cases of a day changes.
type decision struct{ kept, late int64 }

// countDecided counts the clocks that were decided, or decided otherwise, on
// the days of their decision: when a case stopped in time, or when its time
// ran out. It then judges the targets of which only a share of the cases has
// to be kept, in the windows that changed.
func (s *Store) countDecided(ctx context.Context, tx pgx.Tx, d *slm.Directory, changes []clockChange, now time.Time) error {
	days, zones := map[caseDay]decision{}, map[int64]string{}
	shares := map[window]*judged{}
	for _, c := range changes {
		if sameTime(c.was.Decided, c.is.Decided) && c.was.Standing == c.is.Standing {
			continue
		}
		a := d.Agreement(c.of.Agreement)
		zone, err := time.LoadLocation(a.Zone)
		if err != nil {
			return fmt.Errorf("stored zone of %s: %v", a.Code, err)
		}
		zones[c.target] = a.Zone
		countOn(days, c.target, c.was, zone, -1)
		countOn(days, c.target, c.is, zone, +1)
		if c.terms == nil || c.terms.OwesEach() {
			continue
		}
		for _, at := range []*time.Time{c.was.Decided, c.is.Decided} {
			if at == nil {
				continue
			}
			if j := judgedAt(a, *c.terms, zone, *at, now); j != nil {
				j.because = c.cause()
				shares[window{c.target, j.period.From.Unix()}] = j
			}
		}
	}
	if err := writeDays(ctx, tx, days, zones); err != nil {
		return fmt.Errorf("count decided cases: %w", err)
	}
	return s.judgeShares(ctx, tx, d, shares, now)
}

// cause says that a case was decided, or decided otherwise than before.
func (c clockChange) cause() slm.Judgement {
	j := slm.Judgement{Cause: slm.Measured, Source: c.of.Source, Key: c.of.Ref}
	if c.was.Decided != nil {
		j.Cause = slm.Corrected
	}
	return j
}

// countOn adds a clock to the decided ones of its day, n times.
func countOn(days map[caseDay]decision, target int64, k clockRow, zone *time.Location, n int64) {
	if k.Decided == nil {
		return
	}
	key := caseDay{target, slm.DayOf(*k.Decided, zone).From.Unix()}
	day := days[key]
	if k.Standing == slm.Breached {
		day.late += n
	} else {
		day.kept += n
	}
	days[key] = day
}

// writeDays adds to the counts of days, always in the same order, so that two
// transactions wait for each other but never in a circle. It fails if the days
// are not those of the targets' zones any more.
func writeDays(ctx context.Context, tx pgx.Tx, days map[caseDay]decision, zones map[int64]string) error {
	var keys []caseDay
	for key, n := range days {
		if n != (decision{}) {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	slices.SortFunc(keys, func(a, b caseDay) int { return cmp.Or(cmp.Compare(a.target, b.target), cmp.Compare(a.day, b.day)) })
	var targets, kept, late []int64
	var firsts []time.Time
	for _, key := range keys {
		targets, firsts = append(targets, key.target), append(firsts, time.Unix(key.day, 0))
		kept, late = append(kept, days[key].kept), append(late, days[key].late)
	}
	var still bool
	batch := &pgx.Batch{}
	batch.Queue(`
		INSERT INTO case_days (target_id, day, kept, late)
		SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::bigint[], $4::bigint[])
		ON CONFLICT (target_id, day) DO UPDATE SET kept = case_days.kept + excluded.kept, late = case_days.late + excluded.late`,
		targets, firsts, kept, late)
	queueZones(batch, zones, &still)
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return err
	}
	if !still {
		return errMoved
	}
	return nil
}

// judgeShares judges targets by the share of their cases in windows. Whoever
// decides other cases of these targets waits, and sees these.
func (s *Store) judgeShares(ctx context.Context, tx pgx.Tx, d *slm.Directory, shares map[window]*judged, now time.Time) error {
	if len(shares) == 0 {
		return nil
	}
	all := slices.SortedFunc(maps.Values(shares), func(a, b *judged) int {
		return cmp.Or(cmp.Compare(a.target.ID, b.target.ID), a.period.From.Compare(b.period.From))
	})
	var targets []int64
	for _, j := range all {
		targets = append(targets, j.target.ID)
	}
	batch := &pgx.Batch{}
	batch.Queue(`SELECT FROM targets WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`, targets)
	return s.conclude(ctx, tx, d, batch, all, now)
}

// DecidedCases gives how many cases of a target were decided in a window, and
// how many of them were kept.
func (s *Store) DecidedCases(ctx context.Context, target int64, window slm.Period) (slm.Sum, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT coalesce(sum(kept + late), 0)::bigint AS count, coalesce(sum(kept), 0)::bigint AS good, coalesce(sum(kept + late), 0)::bigint AS total
		FROM case_days WHERE target_id = $1 AND day >= $2 AND day < $3`, target, window.From, window.To)
	sum, err := pgx.CollectOneRow(rows, pgx.RowToStructByName[slm.Sum])
	if err != nil {
		return slm.Sum{}, fmt.Errorf("count cases of target %d: %w", target, err)
	}
	return sum, nil
}
