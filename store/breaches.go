package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A Rule is why a person is told something.
type Rule string

// The rules by which a breach is brought to somebody.
const (
	ByBreach      Rule = "breach"      // it was found just now
	ByTime        Rule = "time"        // nobody answered in time
	ByHand        Rule = "hand"        // somebody pressed Escalate
	ByReroute     Rule = "reroute"     // the person told is no longer responsible
	ByUnreachable Rule = "unreachable" // the person told cannot be reached
)

// recordBreaches records the breaches that are new, and owes the first ping
// for each. A breach of a target in a period is recorded once.
func (s *Store) recordBreaches(ctx context.Context, tx pgx.Tx, d *slm.Directory, broken []slm.Breach) error {
	record := &pgx.Batch{}
	for i := range broken {
		queueBreach(record, &broken[i])
	}
	if err := tx.SendBatch(ctx, record).Close(); err != nil {
		return fmt.Errorf("record breaches: %w", err)
	}
	return s.follow(ctx, tx, d, slices.DeleteFunc(slices.Clone(broken), func(b slm.Breach) bool { return b.ID == 0 }))
}

// follow owes the first ping for each breach that was just recorded, and the
// job that brings it to the next person.
func (s *Store) follow(ctx context.Context, tx pgx.Tx, d *slm.Directory, found []slm.Breach) error {
	if len(found) == 0 {
		return nil
	}
	f := firstSteps{}
	for _, b := range found {
		a := d.Agreement(b.Agreement)
		f.add(b, slm.NextStep(d.Ladder(a, b.FoundAt), nil, 0), b.FoundAt.Add(slm.Wait(a.AnswerWithin, 0)))
	}
	if err := f.write(ctx, tx); err != nil {
		return fmt.Errorf("owe pings for breaches: %w", err)
	}
	if _, err := s.jobs.InsertManyFastTx(ctx, tx, f.jobs); err != nil {
		return fmt.Errorf("insert follow jobs: %w", err)
	}
	return s.seal(ctx, tx, d, found)
}

// queueBreach records a breach and fills in since when the promise is broken:
// from the first measurement, or decided case, after which the figure never
// rose to the objective again; of values, from the first one beyond the bound. The breach keeps id 0 if it was
// recorded before.
func queueBreach(batch *pgx.Batch, b *slm.Breach) {
	batch.Queue(`
		WITH running AS (
			SELECT from_at, source, key,
				row_number() OVER w AS n,
				(sum(bad) OVER w)::numeric * 1000000 > (sum(whole) OVER w)::numeric * (1000000 - $4::bigint) AS broken
			FROM (
				SELECT from_at, source, key,
					CASE $11 WHEN '' THEN total - good WHEN 'at most' THEN (value > $12)::int ELSE (value < $12::bigint)::int END AS bad,
					CASE $11 WHEN '' THEN total ELSE 1 END AS whole
				FROM measured_now
				WHERE target_id = $1 AND from_at >= $2 AND from_at < $3 AND NOT excluded AND ($11 = '' OR value IS NOT NULL)
				UNION ALL
				SELECT decided_at, source, ref, (standing = 'breached')::int, 1
				FROM case_clocks k JOIN cases c ON c.id = k.case_id
				WHERE target_id = $1 AND decided_at >= $2 AND decided_at < $3
			) counted
			WINDOW w AS (ORDER BY from_at, source, key)
		), since AS (
			SELECT from_at, source, key FROM running
			WHERE n > coalesce((SELECT max(n) FROM running WHERE NOT broken), 0)
			ORDER BY n LIMIT 1
		)
		INSERT INTO breaches (target_id, agreement_version, period_from, period_to, objective, measured, good, total, attained,
			since, source, key, found_at, sense, bound, value)
		SELECT $1, $5, $2, $3, $4, $6, $7, $8, $9, since.from_at, since.source, since.key, $10,
			nullif($11, ''), CASE WHEN $11 <> '' THEN $12::bigint END, CASE WHEN $11 <> '' THEN $13::bigint END
		FROM since
		ON CONFLICT (target_id, period_from) WHERE case_id IS NULL DO NOTHING
		RETURNING id, since, source, key`,
		b.Target, b.Period.From, b.Period.To, b.Objective, b.Version, b.Count, b.Good, b.Total, b.Attained, b.FoundAt,
		string(b.Bound.Sense), b.Bound.At, b.Value).Query(func(rows pgx.Rows) error {
		_, err := pgx.ForEachRow(rows, []any{&b.ID, &b.Since, &b.Source, &b.Key}, func() error { return nil })
		return err
	})
}

// oweStep queues the ping of one step and the record of why, or the record
// that nobody can be told. n numbers the steps of the breach.
func oweStep(batch *pgx.Batch, breach int64, n int, step slm.Step, why Reason, now time.Time) {
	why = why.of(step)
	if step.Nobody {
		batch.Queue(`INSERT INTO breach_events (breach_id, at, kind, why) VALUES ($1, $2, 'nobody', $3)`, breach, now, why)
		return
	}
	kind := "told"
	if step.Round > 0 {
		kind = "reminded"
	}
	batch.Queue(`
		INSERT INTO pings (key, kind, person_id, breach_id, why, owed_at, due_at)
		VALUES ($1, 'breach', $2, $3, $4, $5, $5)`,
		stepKey(breach, n), step.Rung.Person.ID, breach, why, now)
	batch.Queue(`
		INSERT INTO breach_events (breach_id, at, kind, person_id, why) VALUES ($1, $2, $3, $4, $5)`,
		breach, now, kind, step.Rung.Person.ID, why)
}

// stepKey makes the ping of a step the only one.
func stepKey(breach int64, n int) string { return fmt.Sprintf("breach/%d/step/%d", breach, n) }

// Step brings a breach to the next person, by whom or what the rule says, and
// gives the time when the step after that is due. It does nothing when
// somebody has answered (nil), and nothing before the time when the rule is
// ByTime. by is the person who pressed Escalate, for ByHand.
func (s *Store) Step(ctx context.Context, breach int64, now time.Time, rule Rule, by ...int64) (*time.Time, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	var next *time.Time
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		why := Reason{Rule: rule}
		if len(by) > 0 {
			why.By = by[0]
		}
		next, err = s.step(ctx, tx, d, breach, why, now)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("step of breach %d by %s: %w", breach, rule, err)
	}
	return next, nil
}

// step is Step inside a transaction. The row of the follow is the lock.
func (s *Store) step(ctx context.Context, tx pgx.Tx, d *slm.Directory, breach int64, why Reason, now time.Time) (*time.Time, error) {
	f, code, err := lockFollow(ctx, tx, breach)
	if err != nil || f == nil || !f.Open() || f.NextAt == nil { // answered, or no breach any more
		return nil, err
	}
	if why.Rule == ByTime && now.Before(*f.NextAt) {
		return f.NextAt, nil
	}
	a := d.Agreement(code)
	if a == nil {
		return nil, fmt.Errorf("agreement %s of breach %d is gone", code, breach)
	}
	told, steps, err := toldOf(ctx, tx, breach)
	if err != nil {
		return nil, err
	}
	step := slm.NextStep(d.Ladder(a, now), told, f.Round)
	next := now.Add(slm.Wait(a.AnswerWithin, step.Round))
	batch := &pgx.Batch{}
	batch.Queue(`UPDATE pings SET want = want + 1 WHERE breach_id = $1 AND dropped_at IS NULL`, breach)
	if why.Rule == ByUnreachable && step.Round > f.Round {
		// Everybody was tried. Reminding the same people at once would go
		// round in circles: the next reminder comes in its own time.
		return f.NextAt, nil
	}
	oweStep(batch, breach, steps, step, why, now)
	batch.Queue(`UPDATE follows SET round = $2, next_at = $3 WHERE breach_id = $1`, breach, step.Round, next)
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return nil, err
	}
	return &next, wake(ctx, tx)
}

// lockFollow reads where a breach stands and holds it until the transaction
// ends; nil if there is no such breach.
func lockFollow(ctx context.Context, tx pgx.Tx, breach int64) (*slm.Follow, string, error) {
	var code string
	rows, _ := tx.Query(ctx, `
		SELECT f.breach_id, f.round, f.next_at, coalesce(f.by_id, 0), f.at, t.agreement
		FROM follows f JOIN breaches b ON b.id = f.breach_id JOIN targets t ON t.id = b.target_id
		WHERE f.breach_id = $1 FOR UPDATE OF f`, breach)
	f, err := one(rows, func(row pgx.CollectableRow) (f slm.Follow, err error) {
		err = row.Scan(&f.Breach, &f.Round, &f.NextAt, &f.By, &f.At, &code)
		return f, err
	})
	if err != nil {
		return nil, "", fmt.Errorf("lock breach: %w", err)
	}
	return f, code, nil
}

// toldOf gives who was told of a breach, or could not be, and how many steps
// it took so far. Somebody whose ping was dropped because of a change of
// holders counts as not told.
func toldOf(ctx context.Context, tx pgx.Tx, breach int64) (told map[int64]bool, steps int, err error) {
	rows, _ := tx.Query(ctx, `
		SELECT person_id, dropped_at IS NULL OR dropped_why = $2 FROM pings WHERE breach_id = $1`, breach, ByUnreachable)
	told = map[int64]bool{}
	var person int64
	var counts bool
	_, err = pgx.ForEachRow(rows, []any{&person, &counts}, func() error {
		steps++
		told[person] = told[person] || counts
		return nil
	})
	if err != nil {
		return nil, 0, fmt.Errorf("read who was told: %w", err)
	}
	return told, steps, nil
}

// Acknowledge makes the person the one who answers for the breach, unless
// somebody does already; the follow that it gives says who. It refuses, as
// NotFound, an id that is none, and, as Forbidden, people who neither stand on
// the ladder nor were told.
func (s *Store) Acknowledge(ctx context.Context, breach, person int64, now time.Time) (slm.Follow, error) {
	f, err := s.onOpen(ctx, breach, person, now, func(tx pgx.Tx, _ *slm.Directory, f *slm.Follow) error {
		f.By, f.At, f.NextAt = person, &now, nil
		batch := &pgx.Batch{}
		batch.Queue(`UPDATE follows SET by_id = $2, at = $3, next_at = NULL WHERE breach_id = $1`, breach, person, now)
		batch.Queue(`
			INSERT INTO breach_events (breach_id, at, kind, person_id, why) VALUES ($1, $2, 'acknowledged', $3, '{}')`,
			breach, now, person)
		batch.Queue(`UPDATE pings SET want = want + 1 WHERE breach_id = $1 AND dropped_at IS NULL`, breach)
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return f, fmt.Errorf("acknowledge breach %d: %w", breach, err)
	}
	return f, nil
}

// Escalate brings a breach to the next person because somebody asks for it who
// saw it after so many steps. If there were more since, as after a double
// click, nothing happens: the next person was told already. It refuses people
// as Acknowledge does. The follow says who answers already, in which case
// nothing happens either.
func (s *Store) Escalate(ctx context.Context, breach, person int64, seen int, now time.Time) (slm.Follow, error) {
	f, err := s.onOpen(ctx, breach, person, now, func(tx pgx.Tx, d *slm.Directory, _ *slm.Follow) error {
		if _, steps, err := toldOf(ctx, tx, breach); err != nil || steps > seen {
			return err
		}
		_, err := s.step(ctx, tx, d, breach, Reason{Rule: ByHand, By: person}, now)
		return err
	})
	if err != nil {
		return f, fmt.Errorf("escalate breach %d: %w", breach, err)
	}
	return f, nil
}

// onOpen does something about a breach for a person who may, while holding the
// breach, unless somebody has answered for it.
func (s *Store) onOpen(ctx context.Context, breach, person int64, now time.Time,
	do func(pgx.Tx, *slm.Directory, *slm.Follow) error,
) (f slm.Follow, err error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return f, err
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		locked, code, err := lockFollow(ctx, tx, breach)
		if err != nil {
			return err
		}
		if locked == nil {
			return slm.Refuse(slm.NotFound, "breach")
		}
		f = *locked
		if err := mayFollow(ctx, tx, d, breach, code, person, now); err != nil || !f.Open() {
			return err
		}
		return do(tx, d, &f)
	})
	return f, err
}

// mayFollow refuses people who have nothing to do with a breach.
func mayFollow(ctx context.Context, tx pgx.Tx, d *slm.Directory, breach int64, code string, person int64, now time.Time) error {
	told, _, err := toldOf(ctx, tx, breach)
	if err != nil {
		return err
	}
	if told[person] {
		return nil
	}
	a := d.Agreement(code)
	if a == nil {
		return fmt.Errorf("agreement %s of breach %d is gone", code, breach)
	}
	ladder := d.Ladder(a, now)
	for _, r := range ladder {
		if r.Person != nil && r.Person.ID == person {
			return nil
		}
	}
	refusal := slm.Refuse(slm.Forbidden, "breach.forbidden", "code", code)
	refusal.Who = ladder
	return refusal
}
