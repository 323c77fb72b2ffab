package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// errMoved says that the days of an agreement became those of another zone
// while something was added to them.
var errMoved = errors.New("the zone of an agreement changed meanwhile")

// unmoved does something that reads the directory until no agreement changes
// its zone meanwhile.
func unmoved[T any](do func() (T, error)) (T, error) {
	for {
		done, err := do()
		if !errors.Is(err, errMoved) {
			return done, err
		}
	}
}

// readjust adds up anew what changes of agreements touch, in the transaction
// that changed them: another zone has other days, and time that does not count
// for a service does not count for an agreement that came to be on it. What
// was judged before stays: only the windows of now are judged anew because of
// a zone.
func (s *Store) readjust(ctx context.Context, tx pgx.Tx, before, after *slm.Directory, now time.Time) error {
	for i := range after.Agreements {
		a := &after.Agreements[i]
		was := before.Agreement(a.Code)
		if was == nil {
			continue
		}
		var err error
		if was.Zone != a.Zone {
			err = s.moveDays(ctx, tx, after, a, now)
		} else if !sameCodes(was.Services, a.Services) {
			err = s.moveServices(ctx, tx, after, was, a, now)
		}
		if err != nil {
			return fmt.Errorf("add up %s anew: %w", a.Code, err)
		}
	}
	return nil
}

// sameCodes reports whether two lists have the same codes in some order.
func sameCodes(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// moveServices adds up anew the days of an agreement that approved exclusions
// touch, of services that it came to be on or is not on any more.
func (s *Store) moveServices(ctx context.Context, tx pgx.Tx, d *slm.Directory, was, a *slm.Agreement, now time.Time) error {
	moved := func(service string) bool {
		return slices.Contains(was.Services, service) != slices.Contains(a.Services, service)
	}
	services := slices.DeleteFunc(slices.Concat(was.Services, a.Services), func(service string) bool { return !moved(service) })
	rows, _ := tx.Query(ctx, selectExclusion+`
		WHERE service = ANY($1) AND approved_at IS NOT NULL AND ended_at IS NULL ORDER BY from_at, id`, services)
	exclusions, err := pgx.CollectRows(rows, scanExclusion)
	if err != nil || len(exclusions) == 0 {
		return err
	}
	touched, targets := touchedTargets(d, slm.Scope{Kind: slm.AgreementScope, Code: a.Code})
	if _, err := tx.Exec(ctx, lockTargets, targets); err != nil {
		return err
	}
	for _, e := range exclusions {
		because := slm.Judgement{Cause: slm.CountedAgain, Exclusion: e.ID}
		if slices.Contains(a.Services, e.Scope.Code) {
			because.Cause = slm.Excluded
		}
		if err := s.judgeAnew(ctx, tx, d, touched, e.Period, because, now); err != nil {
			return err
		}
	}
	return nil
}

// moveDays adds up all days of an agreement as those of its zone, and judges
// the windows of now.
func (s *Store) moveDays(ctx context.Context, tx pgx.Tx, d *slm.Directory, a *slm.Agreement, now time.Time) error {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return fmt.Errorf("zone of %s: %w", a.Code, err)
	}
	targets := make([]int64, len(a.Targets))
	for i, t := range a.Targets {
		targets[i] = t.ID
	}
	// Whoever decides cases holds no target while it counts them.
	if _, err := tx.Exec(ctx, `LOCK TABLE case_days IN SHARE ROW EXCLUSIVE MODE`); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, lockTargets, targets); err != nil {
		return err
	}
	measured, err := daysSince(ctx, tx, `SELECT target_id, min(from_at), max(from_at) FROM measured WHERE target_id = ANY($1) GROUP BY 1`, targets, zone)
	if err != nil {
		return err
	}
	decided, err := daysSince(ctx, tx, `SELECT target_id, min(decided_at), max(decided_at) FROM case_clocks WHERE target_id = ANY($1) AND decided_at IS NOT NULL GROUP BY 1`, targets, zone)
	if err != nil {
		return err
	}
	batch := &pgx.Batch{}
	queueRebuild(batch, measured)
	queueRecount(batch, decided)
	var all []*judged
	for _, t := range a.Targets {
		if t.Kind != slm.ClockTarget || !t.OwesEach() {
			j := judgedAt(a, t, zone, now, now)
			j.because.Cause = slm.TermsChanged
			all = append(all, j)
		}
	}
	return s.conclude(ctx, tx, d, batch, all, now)
}

// daysSince gives every day in zone from before the first to after the last
// row of each target: days of another zone begin up to a day and two hours
// sooner or later.
func daysSince(ctx context.Context, tx pgx.Tx, sql string, targets []int64, zone *time.Location) (days []dayOf, err error) {
	rows, _ := tx.Query(ctx, sql, targets)
	var target int64
	var first, last time.Time
	_, err = pgx.ForEachRow(rows, []any{&target, &first, &last}, func() error {
		for day := slm.DayOf(first.Add(-48*time.Hour), zone); !day.From.After(last.Add(48 * time.Hour)); day = slm.DayOf(day.To, zone) {
			days = append(days, dayOf{target, day})
		}
		return nil
	})
	return days, err
}

// queueRecount counts the decided cases of days anew.
func queueRecount(batch *pgx.Batch, days []dayOf) {
	var targets []int64
	var froms, tos []time.Time
	for _, d := range days {
		targets, froms, tos = append(targets, d.target), append(froms, d.From), append(tos, d.To)
	}
	batch.Queue(`
		DELETE FROM case_days d USING unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) AS old (target, from_at, to_at)
		WHERE d.target_id = old.target AND d.day >= old.from_at AND d.day < old.to_at`, targets, froms, tos)
	batch.Queue(`
		INSERT INTO case_days (target_id, day, kept, late)
		SELECT k.target_id, new.from_at, count(*) FILTER (WHERE k.standing = 'kept'), count(*) FILTER (WHERE k.standing = 'breached')
		FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) AS new (target, from_at, to_at)
			JOIN case_clocks k ON k.target_id = new.target AND k.decided_at >= new.from_at AND k.decided_at < new.to_at
		GROUP BY k.target_id, new.from_at`, targets, froms, tos)
}

// queueZones finds out whether targets are still in the zones in which
// something was added to their days; if not, still becomes false.
func queueZones(batch *pgx.Batch, zones map[int64]string, still *bool) {
	var targets []int64
	var names []string
	for target, zone := range zones {
		targets, names = append(targets, target), append(names, zone)
	}
	batch.Queue(`
		SELECT count(*) = 0 FROM unnest($1::bigint[], $2::text[]) AS in_zone (target, zone)
			JOIN targets t ON t.id = in_zone.target JOIN agreements a ON a.code = t.agreement
		WHERE a.zone <> in_zone.zone`, targets, names).QueryRow(func(row pgx.Row) error { return row.Scan(still) })
}
