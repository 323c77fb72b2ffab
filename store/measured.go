package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"steward/slm"
)

// copyAt is how many measurements are worth a COPY. Fewer are stored by one
// statement that takes one trip.
const copyAt = 100

// storeMeasurements locks the targets, so that two requests about the same one
// are judged one after the other, and stores what is new.
func storeMeasurements(ctx context.Context, tx pgx.Tx, ms []*counted, now time.Time) error {
	batch := &pgx.Batch{}
	var still bool
	queueLock(batch, ms, &still)
	correcting := slices.ContainsFunc(ms, func(m *counted) bool { return m.Corrects != "" })
	if correcting || len(ms) >= copyAt {
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		if !still {
			return errMoved
		}
		batch = &pgx.Batch{}
	}
	if correcting {
		var err error
		if ms, err = refuseCorrections(ctx, tx, ms); err != nil || len(ms) == 0 {
			return err
		}
	}
	if len(ms) >= copyAt {
		if copied, err := copyMeasurements(ctx, tx, ms, now); copied || err != nil {
			return err
		}
	}
	queueMeasurements(batch, ms, now)
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return err
	}
	if !still {
		return errMoved
	}
	return compareRepeated(ctx, tx, ms)
}

// queueLock locks the targets of measurements and finds out which of these do
// not count, and whether their days are still those of the agreements' zones.
// Whoever changes either holds the same locks.
func queueLock(batch *pgx.Batch, ms []*counted, still *bool) {
	byTarget, zones := map[int64][]*counted{}, map[int64]string{}
	for _, m := range ms {
		byTarget[m.target.ID] = append(byTarget[m.target.ID], m)
		zones[m.target.ID] = m.agreement.Zone
	}
	targets := slices.Sorted(maps.Keys(byTarget))
	batch.Queue(lockTargets, targets)
	queueZones(batch, zones, still)
	batch.Queue(`SELECT target_id, windows FROM excluded_windows WHERE target_id = ANY($1)`, targets).Query(func(rows pgx.Rows) error {
		var target int64
		var windows ranges
		_, err := pgx.ForEachRow(rows, []any{&target, &windows}, func() error {
			periods := periodsOf(windows)
			for _, m := range byTarget[target] {
				m.excluded = slm.Inside(slm.Period{From: m.From, To: m.To}, periods)
			}
			return nil
		})
		return err
	})
}

const lockTargets = `SELECT id FROM targets WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`

// copyMeasurements stores measurements by COPY, which refuses all of them when
// one key was stored before. That happens seldom, and then it reports false.
func copyMeasurements(ctx context.Context, tx pgx.Tx, ms []*counted, now time.Time) (bool, error) {
	// In the order of the indexes both are faster.
	byKey := slices.SortedFunc(slices.Values(ms), func(a, b *counted) int { return cmp.Compare(a.Key, b.Key) })
	keys := pgx.CopyFromSlice(len(ms), func(i int) ([]any, error) {
		m := byKey[i]
		return []any{m.Source, m.Key, m.target.ID, m.From}, nil
	})
	byTarget := slices.SortedFunc(slices.Values(ms), func(a, b *counted) int {
		return cmp.Or(cmp.Compare(a.target.ID, b.target.ID), a.From.Compare(b.From))
	})
	rows := pgx.CopyFromSlice(len(ms), func(i int) ([]any, error) {
		m := byTarget[i]
		return []any{m.target.ID, m.Source, m.Key, m.From, m.To, m.Good, m.Total, m.Value, bucketsOf(m.Measurement), now}, nil
	})
	err := pgx.BeginFunc(ctx, tx, func(tx pgx.Tx) error { // a savepoint
		if _, err := tx.CopyFrom(ctx, pgx.Identifier{"measured_keys"}, []string{"source", "key", "target_id", "from_at"}, keys); err != nil {
			return err
		}
		columns := []string{"target_id", "source", "key", "from_at", "to_at", "good", "total", "value", "buckets", "received_at"}
		_, err := tx.CopyFrom(ctx, pgx.Identifier{"measured"}, columns, rows)
		return err
	})
	var refused *pgconn.PgError
	switch {
	case errors.As(err, &refused) && refused.ConstraintName == "measured_keys_pkey":
		return false, nil
	case err != nil:
		return false, err
	}
	for _, m := range ms {
		m.stored = true
	}
	return true, nil
}

// queueMeasurements stores those measurements whose keys are new, in one
// statement.
func queueMeasurements(batch *pgx.Batch, ms []*counted, now time.Time) {
	c := columnsOf(ms)
	byKey := make(map[string]*counted, len(ms))
	for _, m := range ms {
		byKey[m.Key] = m
	}
	batch.Queue(`
		WITH new AS (
			SELECT * FROM unnest($2::text[], $3::bigint[], $4::timestamptz[], $5::timestamptz[], $6::bigint[], $7::bigint[], $8::bigint[], $9::jsonb[])
				AS new (key, target_id, from_at, to_at, good, total, value, buckets)
		), fresh AS (
			INSERT INTO measured_keys (source, key, target_id, from_at)
			SELECT $1, key, target_id, from_at FROM new ORDER BY key
			ON CONFLICT DO NOTHING
			RETURNING key
		)
		INSERT INTO measured (target_id, source, key, from_at, to_at, good, total, value, buckets, received_at)
		SELECT target_id, $1, key, from_at, to_at, good, total, value, buckets, $10 FROM new JOIN fresh USING (key)
		RETURNING key`,
		ms[0].Source, c.keys, c.targets, c.froms, c.tos, c.good, c.total, c.values, c.buckets, now).Query(func(rows pgx.Rows) error {
		var key string
		_, err := pgx.ForEachRow(rows, []any{&key}, func() error { byKey[key].stored = true; return nil })
		return err
	})
}

// columns are measurements as a statement takes them.
type columns struct {
	keys        []string
	targets     []int64
	froms, tos  []time.Time
	good, total []int64
	values      []*int64
	buckets     []any
}

func columnsOf(ms []*counted) (c columns) {
	for _, m := range ms {
		c.keys, c.targets = append(c.keys, m.Key), append(c.targets, m.target.ID)
		c.froms, c.tos = append(c.froms, m.From), append(c.tos, m.To)
		c.good, c.total = append(c.good, m.Good), append(c.total, m.Total)
		c.values, c.buckets = append(c.values, m.Value), append(c.buckets, bucketsOf(m.Measurement))
	}
	return c
}

// bucketsOf gives the histogram, or NULL.
func bucketsOf(m slm.Measurement) any {
	if m.Buckets == nil {
		return nil
	}
	return m.Buckets
}

// compareRepeated marks the measurements that were stored before with other
// content: a source that wants to correct itself should not believe it has.
func compareRepeated(ctx context.Context, tx pgx.Tx, ms []*counted) error {
	var repeated []*counted
	byKey := map[string]*counted{}
	for _, m := range ms {
		if !m.stored {
			repeated = append(repeated, m)
			byKey[m.Key] = m
		}
	}
	if len(repeated) == 0 {
		return nil
	}
	c := columnsOf(repeated)
	rows, _ := tx.Query(ctx, `
		SELECT key, (m.target_id, m.from_at, m.to_at, m.good, m.total, m.value)
			IS DISTINCT FROM (new.target_id, new.from_at, new.to_at, new.good, new.total, new.value)
		FROM unnest($2::text[], $3::bigint[], $4::timestamptz[], $5::timestamptz[], $6::bigint[], $7::bigint[], $8::bigint[])
				AS new (key, target_id, from_at, to_at, good, total, value)
			JOIN measured_keys k USING (key)
			JOIN measured m USING (source, key)
		WHERE k.source = $1 AND m.target_id = k.target_id AND m.from_at = k.from_at`,
		repeated[0].Source, c.keys, c.targets, c.froms, c.tos, c.good, c.total, c.values)
	var key string
	var differs bool
	_, err := pgx.ForEachRow(rows, []any{&key, &differs}, func() error { byKey[key].differs = differs; return nil })
	return err
}

// months are the partitions of measured that are known to be there.
type months struct {
	mu    sync.Mutex
	known map[time.Time]bool
}

// make makes the partitions that measurements need and that are not there yet,
// before the transaction that writes to them: whoever makes one holds back all
// others that want to.
func (k *months) make(ctx context.Context, db *pgxpool.Pool, ms []*counted) error {
	missing := map[time.Time]bool{}
	k.mu.Lock()
	for _, m := range ms {
		if month := slm.MonthOf(m.From, time.UTC).From; !k.known[month] {
			missing[month] = true
		}
	}
	k.mu.Unlock()
	for month := range missing {
		if err := k.makeOne(ctx, db, month); err != nil {
			return err
		}
	}
	return nil
}

func (k *months) makeOne(ctx context.Context, db *pgxpool.Pool, month time.Time) error {
	if _, err := db.Exec(ctx, `SELECT measured_month($1)`, month); err != nil {
		return fmt.Errorf("make partition of %s: %w", month.Format("2006-01"), err)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.known == nil {
		k.known = map[time.Time]bool{}
	}
	k.known[month] = true
	return nil
}
