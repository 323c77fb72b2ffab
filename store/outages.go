package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// How outages become measurements. Who tells of outages does so late:
// Alertmanager collects alerts and ends of alerts for up to five minutes
// (its group_interval). So what was seen is counted when it is settleAfter old
// and can be taken for final, in pieces of quietPiece while nothing happens.
const (
	settleAfter = 6 * time.Minute
	quietPiece  = 15 * time.Minute
)

// TakeOutages stores outages of one source. The same outage may come often, as
// lasting or with its end, in any order: the latest end that was told counts.
// The first outage of a target makes the source watch it, from when its token
// was made. An outage from before that counts, too; what was beside it then is
// unknown. What is seen is counted by SettleOutages. Refused is what can never
// count: an outage while the agreement was not in force.
func (s *Store) TakeOutages(ctx context.Context, source string, rs []slm.OutageReport, now time.Time) ([]Taken, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	taken := make([]Taken, len(rs))
	about := make([]*slm.Target, len(rs)) // nil for those that are refused
	for i, r := range rs {
		about[i], err = watchable(d, r, now)
		var refusal *slm.Error
		switch {
		case errors.As(err, &refusal):
			taken[i] = Taken{Refused, refusal}
		case err != nil:
			return nil, err
		default:
			taken[i].Outcome = Repeated
		}
	}
	batch := &pgx.Batch{}
	queueWatches(batch, about, source, now)
	for i, r := range rs {
		if about[i] != nil {
			queueOutage(batch, source, about[i], r, func() { taken[i].Outcome = Stored })
		}
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error { return tx.SendBatch(ctx, batch).Close() })
	if err != nil {
		return nil, fmt.Errorf("store outages of %s: %w", source, err)
	}
	return taken, nil
}

// queueWatches makes the source watch targets, and locks what watches them, so
// that nothing is counted of them meanwhile.
func queueWatches(batch *pgx.Batch, about []*slm.Target, source string, now time.Time) {
	targets := map[int64]*slm.Target{}
	for _, t := range about {
		if t != nil {
			targets[t.ID] = t
		}
	}
	ids := slices.Sorted(maps.Keys(targets)) // in one order, so that no two requests wait for each other
	for _, id := range ids {
		queueWatch(batch, targets[id], source, now)
	}
	batch.Queue(`SELECT FROM watches WHERE target_id = ANY($1) ORDER BY target_id FOR NO KEY UPDATE`, ids)
}

// queueOutage stores what is told of an outage. changed is called when it was
// not known, wholly or in part; what was counted of it is counted again then.
func queueOutage(batch *pgx.Batch, source string, target *slm.Target, r slm.OutageReport, changed func()) {
	var to *time.Time
	if !r.To.IsZero() {
		to = &r.To
	}
	batch.Queue(`
		WITH told AS (
			INSERT INTO outages (source, key, target_id, from_at, to_at) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (source, key, from_at) DO UPDATE SET to_at = greatest(outages.to_at, excluded.to_at)
			WHERE outages.to_at IS DISTINCT FROM greatest(outages.to_at, excluded.to_at)
			RETURNING target_id, from_at
		), late AS (
			UPDATE watches w SET recount_from = least(w.recount_from, date_trunc('second', told.from_at))
			FROM told WHERE w.target_id = told.target_id AND w.counted_to > told.from_at
		)
		SELECT FROM told`, source, r.Key, target.ID, r.From, to).Query(func(rows pgx.Rows) error {
		if rows.Next() {
			changed()
		}
		rows.Close()
		return rows.Err()
	})
}

// watchable gives the target that an outage is about, or refuses it.
func watchable(d *slm.Directory, r slm.OutageReport, now time.Time) (*slm.Target, error) {
	if err := r.Check(now); err != nil {
		return nil, err
	}
	a, target, err := named(d, r.Agreement+"/"+r.Target)
	if err != nil {
		return nil, err
	}
	if t := target.Complete(); t.Kind != slm.LevelTarget || t.Bound != (slm.Bound{}) {
		return nil, slm.Refuse(slm.Invalid, "outage.kind", "code", a.Code, "target", t.Key)
	}
	if !binds(a, r) {
		return nil, slm.Refuse(slm.Invalid, "measurement.outside", "code", a.Code)
	}
	return target, nil
}

// binds reports whether some of an outage lies in the time for which the
// agreement binds its sides, or may do so if it lasts.
func binds(a *slm.Agreement, r slm.OutageReport) bool {
	end := a.EndsAt()
	before, after := !r.To.IsZero() && !r.To.After(a.From), end != nil && !r.From.Before(*end)
	return a.State.Binding() && !before && !after
}

// SettleOutages counts what was seen of each target that is watched: seconds
// in an outage are bad, seconds in which its source was silent are unknown, all
// others are good. It does nothing twice, also when it is cut short.
func (s *Store) SettleOutages(ctx context.Context, now time.Time) error {
	d, err := s.Directory(ctx)
	if err != nil {
		return err
	}
	rows, _ := s.db.Query(ctx, `
		SELECT target_id, source, from_at, counted_to, recount_from, owed, greatest(until, counted_to) FROM (
			SELECT w.*, seen.until AS seen_until, date_trunc('minute', least(seen.until, CASE -- a source that is silent may still tell of the time since
				WHEN $1 > s.heard_at + make_interval(secs => s.expect_seconds) THEN least(s.heard_at, $1 - $2::interval)
				ELSE $1 - $2::interval END)) AS until
			FROM watches w JOIN sources s USING (source)
				JOIN LATERAL (SELECT max(coalesce(ends_at, 'infinity')) AS until FROM watch_tokens t WHERE t.target_id = w.target_id) seen ON true
		) w
		WHERE owed <> '[]' OR recount_from IS NOT NULL OR counted_to <= until - $3::interval
			OR counted_to < until AND (seen_until <= $1 - $2::interval OR EXISTS (
				SELECT FROM outages o WHERE o.target_id = w.target_id AND o.from_at < until AND (o.to_at > counted_to) IS NOT FALSE))
		ORDER BY target_id`, now, settleAfter, quietPiece)
	watches, err := pgx.CollectRows(rows, pgx.RowToStructByPos[watch])
	if err != nil {
		return fmt.Errorf("read watches: %w", err)
	}
	var failed []error
	for _, w := range watches {
		if err := s.settle(ctx, d, w, now); err != nil {
			failed = append(failed, fmt.Errorf("settle outages of target %d: %w", w.Target, err))
		}
	}
	return errors.Join(failed...)
}

// settle first writes down what is owed to the measurements and then pays it,
// so that a crash between leaves nothing out and, since their keys are written
// down too, nothing counts twice.
func (s *Store) settle(ctx context.Context, d *slm.Directory, w watch, now time.Time) error {
	if len(w.Owed) == 0 {
		err := s.inTx(ctx, func(tx pgx.Tx) (err error) {
			w.Owed, err = s.owe(ctx, tx, d, w)
			return err
		})
		if err != nil || w.Owed == nil {
			return err
		}
	}
	if _, err := s.Take(ctx, w.Source, w.Owed, now); err != nil {
		return err
	}
	_, err := s.db.Exec(ctx, `UPDATE watches SET owed = '[]' WHERE target_id = $1 AND owed = $2`, w.Target, w.Owed)
	return err
}

// owe writes down what is owed to the measurements of a target. It gives nil
// when another copy was first, or something was told meanwhile.
func (s *Store) owe(ctx context.Context, tx pgx.Tx, d *slm.Directory, w watch) ([]slm.Measurement, error) {
	var same bool
	err := tx.QueryRow(ctx, `
		SELECT counted_to = $2 AND owed = '[]' AND recount_from IS NOT DISTINCT FROM $3
		FROM watches WHERE target_id = $1 FOR NO KEY UPDATE`, w.Target, w.CountedTo, w.Recount).Scan(&same)
	if err != nil || !same {
		return nil, err
	}
	owed, err := s.watched(ctx, d, w) // nothing can be told of the target before tx ends
	if err != nil {
		return nil, err
	}
	_, err = tx.Exec(ctx, `
		UPDATE watches SET owed = $2, counted_to = $3, recount_from = NULL WHERE target_id = $1`, w.Target, owed, w.Until)
	return owed, err
}

// watched gives what was seen of a target since it was counted, as
// measurements, and corrections of what was counted wrongly. Of a target that
// is not there any more nothing is counted.
func (s *Store) watched(ctx context.Context, d *slm.Directory, w watch) ([]slm.Measurement, error) {
	ms := []slm.Measurement{}
	a, target := targetOf(d, w.Target)
	if a == nil {
		return ms, nil
	}
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return nil, fmt.Errorf("stored zone of %s: %v", a.Code, err)
	}
	inForce := func(from, to time.Time) slm.Period {
		if end := a.EndsAt(); end != nil && to.After(*end) {
			to = *end
		}
		return slm.Period{From: later(from, a.From), To: to}
	}
	span := inForce(w.CountedTo, w.Until)
	outages, err := s.outagesIn(ctx, w.Target, span)
	if err != nil {
		return nil, err
	}
	gaps, err := s.gapsIn(ctx, w, span)
	if err != nil {
		return nil, err
	}
	if span.From.Before(span.To) {
		for _, piece := range slm.Watch(span, outages, gaps, zone) {
			ms = append(ms, piece.Measurement(a.Code, target.Key))
		}
	}
	if w.Recount == nil {
		return ms, nil
	}
	again, err := s.countAgain(ctx, w, inForce(*w.Recount, w.CountedTo), target, zone)
	return append(ms, again...), err
}

// outagesIn gives the outages of a target that touch a span. Those that last
// end with it, or when their alert fires anew: then it was over before, and
// its end was lost.
func (s *Store) outagesIn(ctx context.Context, target int64, span slm.Period) ([]slm.Period, error) {
	outages, err := s.periods(ctx, `
		SELECT from_at, least(to_at, $3) FROM (
			SELECT from_at, coalesce(to_at, lead(from_at) OVER (PARTITION BY source, key ORDER BY from_at)) AS to_at
			FROM outages WHERE target_id = $1
		) o
		WHERE from_at < $3 AND (to_at > $2) IS NOT FALSE`,
		target, span.From, span.To)
	if err != nil {
		return nil, fmt.Errorf("read outages: %w", err)
	}
	return outages, nil
}

// targetOf finds a target by its number.
func targetOf(d *slm.Directory, id int64) (*slm.Agreement, *slm.Target) {
	for i := range d.Agreements {
		for j := range d.Agreements[i].Targets {
			if d.Agreements[i].Targets[j].ID == id {
				return &d.Agreements[i], &d.Agreements[i].Targets[j]
			}
		}
	}
	return nil, nil
}

func (s *Store) periods(ctx context.Context, sql string, args ...any) ([]slm.Period, error) {
	rows, _ := s.db.Query(ctx, sql, args...)
	return pgx.CollectRows(rows, pgx.RowToStructByPos[slm.Period])
}
