package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"steward/slm"
)

// firstSteps are the first steps of breaches that were just recorded, written
// together: a thousand cases may be late in one second.
type firstSteps struct {
	breaches []int64
	founds   []time.Time
	nexts    []time.Time
	kinds    []string
	people   []*int64 // nil: nobody can be told
	keys     []string
	whys     []Reason
	jobs     []river.InsertManyParams
}

// add notes the step of a breach, and when the one after it is due.
func (f *firstSteps) add(b slm.Breach, step slm.Step, next time.Time) {
	kind, person := "nobody", (*int64)(nil)
	if !step.Nobody {
		kind, person = "told", &step.Rung.Person.ID
	}
	f.breaches, f.founds, f.nexts = append(f.breaches, b.ID), append(f.founds, b.FoundAt), append(f.nexts, next)
	f.kinds, f.people, f.keys = append(f.kinds, kind), append(f.people, person), append(f.keys, stepKey(b.ID, 0))
	f.whys = append(f.whys, Reason{Rule: ByBreach}.of(step))
	f.jobs = append(f.jobs, river.InsertManyParams{
		Args: followJob{b.ID}, InsertOpts: &river.InsertOpts{ScheduledAt: next, MaxAttempts: 10},
	})
}

// write begins to follow the breaches and owes the pings.
func (f *firstSteps) write(ctx context.Context, tx pgx.Tx) error {
	batch := &pgx.Batch{}
	batch.Queue(`INSERT INTO follows (breach_id, next_at) SELECT * FROM unnest($1::bigint[], $2::timestamptz[])`, f.breaches, f.nexts)
	batch.Queue(`
		INSERT INTO pings (key, kind, person_id, breach_id, why, owed_at, due_at)
		SELECT key, 'breach', person, breach, why, found, found
		FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::jsonb[], $5::timestamptz[]) AS p (key, person, breach, why, found)
		WHERE person IS NOT NULL`, f.keys, f.people, f.breaches, f.whys, f.founds)
	batch.Queue(`
		INSERT INTO breach_events (breach_id, at, kind, person_id, why)
		SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::bigint[], $5::jsonb[])`,
		f.breaches, f.founds, f.kinds, f.people, f.whys)
	batch.Queue(notify)
	return tx.SendBatch(ctx, batch).Close()
}

// of gives the reason together with what the step says of it.
func (why Reason) of(step slm.Step) Reason {
	why.Round = step.Round
	for _, r := range step.Skipped {
		why.Skipped = append(why.Skipped, skipped(r))
	}
	if step.Nobody {
		return why
	}
	why.Role, why.Rung = step.Rung.Role, step.Rung.Why
	if step.Rung.For != nil {
		why.For = step.Rung.For.ID
	}
	return why
}
