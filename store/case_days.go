package store

import (
	"cmp"
	"context"
	"fmt"
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
	days := map[caseDay]decision{}
	shares := map[slm.Period]map[int64]*slm.Target{}
	for _, c := range changes {
		if sameTime(c.was.Decided, c.is.Decided) && c.was.Standing == c.is.Standing {
			continue
		}
		a := d.Agreement(c.of.Agreement)
		zone, err := time.LoadLocation(a.Zone)
		if err != nil {
			return fmt.Errorf("stored zone of %s: %v", a.Code, err)
		}
		count(days, c.target, c.was, zone, -1)
		count(days, c.target, c.is, zone, +1)
		if c.terms == nil || c.terms.OwesEach() {
			continue
		}
		for _, at := range []*time.Time{c.was.Decided, c.is.Decided} {
			if at == nil {
				continue
			}
			window := windowOf(c.terms.Window, *at, zone, now)
			if shares[window] == nil {
				shares[window] = map[int64]*slm.Target{}
			}
			shares[window][c.target] = c.terms
		}
	}
	if err := writeDays(ctx, tx, days); err != nil {
		return fmt.Errorf("count decided cases: %w", err)
	}
	return s.judgeShares(ctx, tx, d, shares, now)
}

// windowOf gives the window in which a moment counts; a rolling one is that of
// now.
func windowOf(w slm.Window, at time.Time, zone *time.Location, now time.Time) slm.Period {
	if w.Unit == slm.Rolling {
		at = now
	}
	return w.At(at, zone)
}

// count adds a clock to the decided ones of its day, n times.
func count(days map[caseDay]decision, target int64, k clockRow, zone *time.Location, n int64) {
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
// transactions wait for each other but never in a circle.
func writeDays(ctx context.Context, tx pgx.Tx, days map[caseDay]decision) error {
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
	_, err := tx.Exec(ctx, `
		INSERT INTO case_days (target_id, day, kept, late)
		SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::bigint[], $4::bigint[])
		ON CONFLICT (target_id, day) DO UPDATE SET kept = case_days.kept + excluded.kept, late = case_days.late + excluded.late`,
		targets, firsts, kept, late)
	return err
}

// judgeShares judges targets by the share of their cases in windows.
func (s *Store) judgeShares(ctx context.Context, tx pgx.Tx, d *slm.Directory, shares map[slm.Period]map[int64]*slm.Target, now time.Time) error {
	var all []judged
	var ids []int64
	for window, targets := range shares {
		for id, t := range targets {
			all = append(all, judged{d.Agreement(t.Agreement), *t, window})
			ids = append(ids, id)
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.SortFunc(all, func(a, b judged) int {
		return cmp.Or(cmp.Compare(a.target.ID, b.target.ID), a.period.From.Compare(b.period.From))
	})
	// Whoever decides other cases of the target waits, and sees these.
	if _, err := tx.Exec(ctx, `SELECT FROM targets WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`, ids); err != nil {
		return fmt.Errorf("lock targets: %w", err)
	}
	var broken []slm.Breach
	for _, j := range all {
		sum, err := sumCases(ctx, tx, j.target.ID, j.period)
		if err != nil {
			return err
		}
		if level := slm.Judge(j.target.Objective, sum); level.Standing == slm.Breached {
			broken = append(broken, slm.Breach{
				Target: j.target.ID, Agreement: j.agreement.Code, TargetKey: j.target.Key, Version: j.agreement.Version,
				Period: j.period, Objective: level.Objective, Sum: level.Sum, Attained: level.Attained, FoundAt: now,
			})
		}
	}
	return s.recordShares(ctx, tx, d, broken)
}

// recordShares records the breaches of shares that are new, with the case that
// broke the promise: the first after which the share never rose to the
// objective again.
func (s *Store) recordShares(ctx context.Context, tx pgx.Tx, d *slm.Directory, broken []slm.Breach) error {
	for i := range broken {
		b := &broken[i]
		rows, _ := tx.Query(ctx, `
			WITH running AS (
				SELECT k.decided_at, c.source, c.ref, row_number() OVER w AS n,
					count(*) FILTER (WHERE k.standing = 'breached') OVER w * 1000000 > count(*) OVER w * (1000000 - $4::bigint) AS broken
				FROM case_clocks k JOIN cases c ON c.id = k.case_id
				WHERE k.target_id = $1 AND k.decided_at >= $2 AND k.decided_at < $3
					AND NOT EXISTS (SELECT FROM breaches WHERE target_id = $1 AND period_from = $2 AND case_id IS NULL)
				WINDOW w AS (ORDER BY k.decided_at, k.id)
			), since AS (
				SELECT decided_at, source, ref FROM running
				WHERE n > coalesce((SELECT max(n) FROM running WHERE NOT broken), 0)
				ORDER BY n LIMIT 1
			)
			INSERT INTO breaches (target_id, agreement_version, period_from, period_to, objective, measured, good, total, attained,
				since, source, key, found_at)
			SELECT $1, $5, $2, $3, $4, $6, $7, $8, $9, since.decided_at, since.source, since.ref, $10 FROM since
			ON CONFLICT (target_id, period_from) WHERE case_id IS NULL DO NOTHING
			RETURNING id, since, source, key`,
			b.Target, b.Period.From, b.Period.To, b.Objective, b.Version, b.Count, b.Good, b.Total, b.Attained, b.FoundAt)
		if _, err := pgx.ForEachRow(rows, []any{&b.ID, &b.Since, &b.Source, &b.Key}, func() error { return nil }); err != nil {
			return fmt.Errorf("record breach of a share of cases: %w", err)
		}
	}
	return s.follow(ctx, tx, d, slices.DeleteFunc(broken, func(b slm.Breach) bool { return b.ID == 0 }))
}

// sumCases gives how many cases were decided in a window, and how many of them
// were kept.
func sumCases(ctx context.Context, db querier, target int64, window slm.Period) (slm.Sum, error) {
	rows, _ := db.Query(ctx, `
		SELECT coalesce(sum(kept + late), 0)::bigint AS count, coalesce(sum(kept), 0)::bigint AS good, coalesce(sum(kept + late), 0)::bigint AS total
		FROM case_days WHERE target_id = $1 AND day >= $2 AND day < $3`, target, window.From, window.To)
	sum, err := pgx.CollectOneRow(rows, pgx.RowToStructByName[slm.Sum])
	if err != nil {
		return slm.Sum{}, fmt.Errorf("count cases of target %d: %w", target, err)
	}
	return sum, nil
}
