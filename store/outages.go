package store

import (
	"context"
	"errors"
	"fmt"
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
// was made. What is seen is counted by SettleOutages.
func (s *Store) TakeOutages(ctx context.Context, source string, rs []slm.OutageReport, now time.Time) ([]Taken, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	taken := make([]Taken, len(rs))
	batch := &pgx.Batch{}
	var fresh []outage
	for i, r := range rs {
		target, err := watchable(d, r, now)
		if err != nil {
			var refusal *slm.Error
			if !errors.As(err, &refusal) {
				return nil, err
			}
			taken[i] = Taken{Refused, refusal}
			continue
		}
		taken[i].Outcome = Repeated
		queueWatch(batch, target, source, now)
		queueOutage(batch, source, target, r, func(isNew bool) {
			taken[i].Outcome = Stored
			if isNew {
				fresh = append(fresh, outage{target.ID, r})
			}
		})
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		for i := range fresh {
			if err := oweLate(ctx, tx, source, fresh[i], fresh[i+1:]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("store outages of %s: %w", source, err)
	}
	return taken, nil
}

// an outage is one that was not known before.
type outage struct {
	target int64
	slm.OutageReport
}

// queueOutage stores what is told of an outage. changed is called when it was
// not known, wholly or in part.
func queueOutage(batch *pgx.Batch, source string, target *slm.Target, r slm.OutageReport, changed func(isNew bool)) {
	var to *time.Time
	if !r.To.IsZero() {
		to = &r.To
	}
	batch.Queue(`
		INSERT INTO outages (source, key, target_id, from_at, to_at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (source, key, from_at) DO UPDATE SET to_at = greatest(outages.to_at, excluded.to_at)
		WHERE outages.to_at IS DISTINCT FROM greatest(outages.to_at, excluded.to_at)
		RETURNING xmax = 0`, source, r.Key, target.ID, r.From, to).Query(func(rows pgx.Rows) error {
		var isNew bool
		_, err := pgx.ForEachRow(rows, []any{&isNew}, func() error { changed(isNew); return nil })
		return err
	})
}

// oweLate owes the seconds of an outage that were counted as good before it was
// told of. They are counted as bad beside that, so that none is lost. Seconds
// that lie also in another outage are not owed twice; those in pending are
// still to come.
func oweLate(ctx context.Context, tx pgx.Tx, source string, o outage, pending []outage) error {
	var counted, first time.Time
	err := tx.QueryRow(ctx, `
		SELECT counted_to, from_at FROM watches WHERE target_id = $1 FOR UPDATE`, o.target).Scan(&counted, &first)
	if err != nil {
		return err
	}
	late := slm.Period{From: o.From, To: o.To}
	if late.From.Before(first) {
		late.From = first
	}
	if late.To.IsZero() || late.To.After(counted) {
		late.To = counted
	}
	if !late.From.Before(late.To) {
		return nil
	}
	var keys []string
	var froms []time.Time
	for _, p := range append([]outage{o}, pending...) {
		keys, froms = append(keys, p.Key), append(froms, p.From)
	}
	rows, _ := tx.Query(ctx, `
		SELECT from_at, coalesce(to_at, $3) FROM outages
		WHERE target_id = $1 AND from_at < $3 AND (to_at > $2) IS NOT FALSE
			AND (source <> $4 OR (key, from_at) NOT IN (SELECT * FROM unnest($5::text[], $6::timestamptz[])))`,
		o.target, late.From, late.To, source, keys, froms)
	known, err := pgx.CollectRows(rows, pgx.RowToStructByPos[slm.Period])
	if err != nil {
		return err
	}
	owed := []slm.Measurement{}
	for _, piece := range slm.Watch(late, known, nil, time.UTC) {
		if !piece.Bad {
			piece.Bad = true
			m := piece.Measurement(o.Agreement, o.OutageReport.Target)
			m.Key = "late/" + m.Key
			owed = append(owed, m)
		}
	}
	_, err = tx.Exec(ctx, `UPDATE watches SET owed = owed || $2 WHERE target_id = $1`, o.target, owed)
	return err
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
	return target, nil
}

// queueWatch makes the source watch the target unless one does. It has seen
// everything since the first of its tokens was made.
func queueWatch(batch *pgx.Batch, target *slm.Target, source string, now time.Time) {
	batch.Queue(`INSERT INTO sources (source, heard_at) VALUES ($1, $2) ON CONFLICT DO NOTHING`, source, now)
	batch.Queue(`
		INSERT INTO watches (target_id, source, from_at, counted_to)
		SELECT $1, $2, since, since FROM (
			SELECT date_trunc('second', coalesce(min(created_at), $3)) AS since FROM tokens WHERE source = $2 AND 'alerts' = ANY(may)
		) t
		ON CONFLICT DO NOTHING`, target.ID, source, now)
}

// a watch is a target that a source watches for outages.
type watch struct {
	Target    int64
	Source    string
	CountedTo time.Time
	Owed      []slm.Measurement
	Until     time.Time // what can be counted now
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
		SELECT target_id, source, counted_to, owed, until FROM (
			SELECT w.*, date_trunc('minute', CASE -- a source that is silent may still tell of the time since
				WHEN $1 > s.heard_at + make_interval(secs => s.expect_seconds) THEN least(s.heard_at, $1 - $2::interval)
				ELSE $1 - $2::interval END) AS until
			FROM watches w JOIN sources s USING (source)
		) w
		WHERE owed <> '[]' OR counted_to <= until - $3::interval OR counted_to < until AND EXISTS (
			SELECT FROM outages o WHERE o.target_id = w.target_id AND o.from_at < until AND (o.to_at > counted_to) IS NOT FALSE)
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
		pieces, err := s.watched(ctx, d, w)
		if err != nil {
			return err
		}
		tag, err := s.db.Exec(ctx, `
			UPDATE watches SET owed = $3, counted_to = $4 WHERE target_id = $1 AND counted_to = $2 AND owed = '[]'`,
			w.Target, w.CountedTo, pieces, w.Until)
		if err != nil || tag.RowsAffected() == 0 { // another copy was first
			return err
		}
		w.Owed = pieces
	}
	if _, err := s.Take(ctx, w.Source, w.Owed, now); err != nil {
		return err
	}
	_, err := s.db.Exec(ctx, `UPDATE watches SET owed = '[]' WHERE target_id = $1 AND owed = $2`, w.Target, w.Owed)
	return err
}

// watched gives what was seen of a target since it was counted, as measurements.
// Of a target that is not there any more nothing is counted.
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
	span := slm.Period{From: w.CountedTo, To: w.Until}
	if span.From.Before(a.From) {
		span.From = a.From
	}
	if a.To != nil && span.To.After(*a.To) {
		span.To = *a.To
	}
	if !span.From.Before(span.To) {
		return ms, nil
	}
	outages, err := s.periods(ctx, `
		SELECT from_at, coalesce(to_at, $3) FROM outages WHERE target_id = $1 AND from_at < $3 AND (to_at > $2) IS NOT FALSE`,
		w.Target, span.From, span.To)
	if err != nil {
		return nil, fmt.Errorf("read outages: %w", err)
	}
	gaps, err := s.periods(ctx, `
		SELECT from_at, to_at FROM source_gaps WHERE source = $1 AND from_at < $3 AND to_at > $2`, w.Source, span.From, span.To)
	if err != nil {
		return nil, fmt.Errorf("read gaps: %w", err)
	}
	for _, piece := range slm.Watch(span, outages, gaps, zone) {
		ms = append(ms, piece.Measurement(a.Code, target.Key))
	}
	return ms, nil
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
