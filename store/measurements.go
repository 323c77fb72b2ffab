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

// An Outcome is what became of one measurement.
type Outcome string

// The outcomes.
const (
	Stored   Outcome = "stored"
	Repeated Outcome = "repeated" // its source and key were stored before: it counts once
	Refused  Outcome = "refused"
)

// A Taken is the outcome of one measurement, with the refusal if there is one.
// A repeated one has a refusal when it was stored before with other content,
// which stays.
type Taken struct {
	Outcome Outcome
	Refusal *slm.Error
}

// a counted is a measurement whose target and period are known.
type counted struct {
	slm.Measurement
	agreement *slm.Agreement
	target    slm.Target
	period    slm.Period
	stored    bool
	differs   bool // it was stored before with other content
}

// Take stores measurements of one source, judges the targets that they belong
// to, records each breach that follows and owes the ping for it: all in one
// transaction, which is over when Take returns. Outcomes stand in the order of
// the measurements. One that is refused does not keep the others out.
func (s *Store) Take(ctx context.Context, source string, ms []slm.Measurement, now time.Time) ([]Taken, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	taken := make([]Taken, len(ms))
	var good []*counted
	place := make(map[string]int) // index by key: the first of equal keys in one request counts
	for i, m := range ms {
		m.Source = source
		c, err := count(d, m, now)
		if err != nil {
			var refusal *slm.Error
			if !errors.As(err, &refusal) {
				return nil, err
			}
			taken[i] = Taken{Refused, refusal}
			continue
		}
		taken[i].Outcome = Repeated
		if _, again := place[m.Key]; !again {
			place[m.Key] = i
			good = append(good, c)
		}
	}
	if len(good) == 0 {
		return taken, nil
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		if err := storeMeasurements(ctx, tx, good, now); err != nil {
			return fmt.Errorf("store measurements of %s: %w", source, err)
		}
		return s.judge(ctx, tx, d, good, now)
	})
	if err != nil {
		return nil, err
	}
	for _, c := range good {
		switch {
		case c.stored:
			taken[place[c.Key]].Outcome = Stored
		case c.differs:
			taken[place[c.Key]].Refusal = slm.Refuse(slm.Invalid, "measurement.differs", "key", c.Key)
		}
	}
	return taken, nil
}

// count finds what a measurement belongs to, or refuses it.
func count(d *slm.Directory, m slm.Measurement, now time.Time) (*counted, error) {
	if err := m.Check(now); err != nil {
		return nil, err
	}
	a := d.Agreement(m.Agreement)
	if a == nil {
		return nil, slm.Refuse(slm.NotFound, "agreement", "code", m.Agreement)
	}
	i := slices.IndexFunc(a.Targets, func(t slm.Target) bool { return t.Key == m.Target })
	if i < 0 {
		return nil, slm.Refuse(slm.NotFound, "target", "code", a.Code, "target", m.Target)
	}
	if m.From.Before(a.From) || (a.To != nil && !m.From.Before(*a.To)) {
		return nil, slm.Refuse(slm.Invalid, "measurement.outside", "code", a.Code)
	}
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return nil, fmt.Errorf("stored zone of %s: %v", a.Code, err)
	}
	return &counted{m, a, a.Targets[i], slm.MonthOf(m.From, zone), false, false}, nil
}

// storeMeasurements locks the targets, so that two requests about the same one
// are judged one after the other, and stores what is new.
func storeMeasurements(ctx context.Context, tx pgx.Tx, ms []*counted, now time.Time) error {
	var targets, good, total []int64
	var sources, keys []string
	var froms, tos []time.Time
	for _, m := range ms {
		targets, good, total = append(targets, m.target.ID), append(good, m.Good), append(total, m.Total)
		sources, keys = append(sources, m.Source), append(keys, m.Key)
		froms, tos = append(froms, m.From), append(tos, m.To)
	}
	is := make(map[string]bool, len(ms))
	batch := &pgx.Batch{}
	batch.Queue(`SELECT id FROM targets WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`, targets)
	batch.Queue(`
		INSERT INTO measurements (target_id, source, key, from_at, to_at, good, total, received_at)
		SELECT *, $8 FROM unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::bigint[], $7::bigint[])
		ON CONFLICT DO NOTHING
		RETURNING key`, targets, sources, keys, froms, tos, good, total, now).Query(func(rows pgx.Rows) error {
		var key string
		_, err := pgx.ForEachRow(rows, []any{&key}, func() error { is[key] = true; return nil })
		return err
	})
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return err
	}
	var repeated []*counted
	for _, m := range ms {
		if m.stored = is[m.Key]; !m.stored {
			repeated = append(repeated, m)
		}
	}
	return compareRepeated(ctx, tx, repeated)
}

// compareRepeated marks the measurements that were stored before with other
// content: a source that wants to correct itself should not believe it has.
func compareRepeated(ctx context.Context, tx pgx.Tx, ms []*counted) error {
	if len(ms) == 0 {
		return nil
	}
	batch := &pgx.Batch{}
	for _, m := range ms {
		batch.Queue(`
			SELECT (target_id, from_at, to_at, good, total) IS DISTINCT FROM ($3::bigint, $4::timestamptz, $5::timestamptz, $6::bigint, $7::bigint)
			FROM measurements WHERE source = $1 AND key = $2`,
			m.Source, m.Key, m.target.ID, m.From, m.To, m.Good, m.Total).QueryRow(func(row pgx.Row) error { return row.Scan(&m.differs) })
	}
	return tx.SendBatch(ctx, batch).Close()
}

// a judged is one target in one period that new measurements fell into.
type judged struct {
	agreement *slm.Agreement
	target    slm.Target
	period    slm.Period
}

// judge looks at every target and period that got something new.
func (s *Store) judge(ctx context.Context, tx pgx.Tx, d *slm.Directory, ms []*counted, now time.Time) error {
	type pair struct {
		target int64
		from   int64
	}
	var all []judged
	seen := map[pair]bool{}
	for _, m := range ms {
		key := pair{m.target.ID, m.period.From.Unix()}
		if m.stored && !seen[key] {
			seen[key] = true
			all = append(all, judged{m.agreement, m.target, m.period})
		}
	}
	sums, err := sumAll(ctx, tx, all)
	if err != nil {
		return err
	}
	var broken []slm.Breach
	for i, j := range all {
		level := slm.Judge(j.target.Objective, sums[i])
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

// sumAll adds up what is stored for each target in its period, in order.
func sumAll(ctx context.Context, tx pgx.Tx, all []judged) ([]slm.Sum, error) {
	var targets []int64
	var froms, tos []time.Time
	for _, j := range all {
		targets, froms, tos = append(targets, j.target.ID), append(froms, j.period.From), append(tos, j.period.To)
	}
	rows, _ := tx.Query(ctx, `
		SELECT sum.count, sum.good, sum.total
		FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY AS j (target, from_at, to_at, n),
			LATERAL (
				SELECT count(*) AS count, coalesce(sum(good), 0)::bigint AS good, coalesce(sum(total), 0)::bigint AS total
				FROM measurements m
				WHERE m.target_id = j.target AND m.from_at >= j.from_at AND m.from_at < j.to_at
			) sum
		ORDER BY n`, targets, froms, tos)
	sums, err := pgx.CollectRows(rows, pgx.RowToStructByName[slm.Sum])
	if err != nil {
		return nil, fmt.Errorf("sum measurements: %w", err)
	}
	return sums, nil
}

// A Reading is what was measured of one target in one month.
type Reading struct {
	slm.Level
	Target   slm.Target
	Period   slm.Period
	Coverage slm.Share // of the month so far
}

// Readings gives the level of every target of the agreement in the month that
// contains now.
func (s *Store) Readings(ctx context.Context, a *slm.Agreement, now time.Time) ([]Reading, error) {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return nil, fmt.Errorf("stored zone of %s: %v", a.Code, err)
	}
	month := slm.MonthOf(now, zone)
	readings := make([]Reading, 0, len(a.Targets))
	for _, t := range a.Targets {
		rows, _ := s.db.Query(ctx, `
			SELECT from_at, to_at, good, total FROM measurements
			WHERE target_id = $1 AND from_at >= $2 AND from_at < $3`, t.ID, month.From, month.To)
		var sum slm.Sum
		var spans []slm.Period
		var span slm.Period
		var good, total int64
		_, err := pgx.ForEachRow(rows, []any{&span.From, &span.To, &good, &total}, func() error {
			sum.Count, sum.Good, sum.Total = sum.Count+1, sum.Good+good, sum.Total+total
			spans = append(spans, span)
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read measurements of %s %s: %w", a.Code, t.Key, err)
		}
		readings = append(readings, Reading{slm.Judge(t.Objective, sum), t, month, slm.Coverage(month, spans, now)})
	}
	return readings, nil
}
