package store

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// a clockWriter collects what changed about clocks, to write it in one trip.
type clockWriter struct {
	now time.Time

	cases      []int64
	targets    []int64
	states     []string
	standings  []string
	useds      []time.Duration
	starteds   []*time.Time
	dues       []*time.Time
	nexts      []*time.Time
	decideds   []*time.Time
	withins    []int64
	calendars  []string
	versions   []int
	priorities pgx.Batch
	changes    []clockChange
	later      []int64 // cases that cannot be judged now
}

// a clockChange is how a clock stood, and how it stands.
type clockChange struct {
	of     *caseRecord
	target int64
	terms  *slm.Target // nil: it does not count any more
	was    clockRow    // waiting and unknown if it is new
	is     clockRow
}

// write notes how the clocks of a case stand now, as far as that is new. A
// clock that does not count any more is void.
func (w *clockWriter) write(c *caseRecord, a *slm.Agreement, clocks []slm.CaseClock) {
	counted := make(map[int64]bool, len(clocks))
	for i := range clocks {
		target := clocks[i].Of.ID
		counted[target] = true
		was, is := c.clocks[target], rowOf(&clocks[i])
		if was == nil {
			was = &clockRow{State: slm.Waiting, Standing: slm.Unknown}
		} else if was.same(is) {
			continue
		}
		w.add(clockChange{c, target, clocks[i].Of, *was, is})
	}
	for target, was := range c.clocks {
		promised := slices.ContainsFunc(a.Targets, func(t slm.Target) bool { return t.ID == target && t.Kind == slm.ClockTarget })
		if !promised && was.Decided != nil {
			continue // it was promised when it was decided
		}
		if !counted[target] && (was.State != slm.Cancelled || was.Standing != slm.Unknown || was.Next != nil) {
			is := clockRow{State: slm.Cancelled, Standing: slm.Unknown, Used: was.Used, Started: was.Started, Terms: was.Terms}
			w.add(clockChange{c, target, nil, *was, is})
		}
	}
	if priority := slm.PriorityAt(c.reports, w.now); priority != c.Priority {
		w.priorities.Queue(`UPDATE cases SET priority = $2 WHERE id = $1`, c.ID, priority)
	}
}

func (w *clockWriter) add(change clockChange) {
	row := change.is
	w.changes = append(w.changes, change)
	w.cases, w.targets = append(w.cases, change.of.ID), append(w.targets, change.target)
	w.states, w.standings = append(w.states, string(row.State)), append(w.standings, string(row.Standing))
	w.useds, w.starteds = append(w.useds, row.Used), append(w.starteds, row.Started)
	w.dues, w.nexts, w.decideds = append(w.dues, row.Due), append(w.nexts, row.Next), append(w.decideds, row.Decided)
	w.withins = append(w.withins, int64(row.Terms.Within/time.Second))
	w.calendars, w.versions = append(w.calendars, row.Terms.Calendar), append(w.versions, row.Terms.Version)
}

// flush writes all of it, and wakes those who wait for the next clock to be
// due once the transaction is kept.
func (w *clockWriter) flush(ctx context.Context, tx pgx.Tx) error {
	if err := tx.SendBatch(ctx, &w.priorities).Close(); err != nil {
		return err
	}
	if len(w.later) > 0 {
		if _, err := tx.Exec(ctx, `
			UPDATE case_clocks SET next_at = $2 WHERE case_id = ANY($1) AND next_at <= $3`, w.later, w.now.Add(time.Minute), w.now); err != nil {
			return err
		}
	}
	if len(w.cases) == 0 {
		return nil
	}
	_, err := tx.Exec(ctx, `
		INSERT INTO case_clocks (case_id, target_id, state, standing, used, started_at, due_at, next_at, decided_at,
			within_seconds, calendar, calendar_version)
		SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::interval[], $6::timestamptz[], $7::timestamptz[],
			$8::timestamptz[], $9::timestamptz[], $10::bigint[], $11::text[], $12::int[])
		ON CONFLICT (case_id, target_id) DO UPDATE SET state = excluded.state, standing = excluded.standing, used = excluded.used,
			started_at = excluded.started_at, due_at = excluded.due_at, next_at = excluded.next_at, decided_at = excluded.decided_at,
			within_seconds = excluded.within_seconds, calendar = excluded.calendar, calendar_version = excluded.calendar_version`,
		w.cases, w.targets, w.states, w.standings, w.useds, w.starteds, w.dues, w.nexts, w.decideds, w.withins, w.calendars, w.versions)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `SELECT pg_notify('steward_clocks', '')`)
	return err
}

// rowOf gives a clock as the database keeps it.
func rowOf(c *slm.CaseClock) clockRow {
	return clockRow{
		State: c.State, Standing: c.Standing, Used: c.Used, Terms: c.Terms,
		Started: orNull(c.Started), Due: orNull(c.Due), Next: orNull(c.Next), Decided: orNull(c.Decided),
	}
}

// orNull gives nil for no time.
func orNull(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.Truncate(time.Microsecond)
	return &t
}

// same reports whether two rows say the same of a clock.
func (k *clockRow) same(other clockRow) bool {
	return k.State == other.State && k.Standing == other.Standing && k.Used == other.Used && k.Terms == other.Terms &&
		sameTime(k.Started, other.Started) && sameTime(k.Due, other.Due) && sameTime(k.Next, other.Next) && sameTime(k.Decided, other.Decided)
}

func sameTime(a, b *time.Time) bool {
	return a == b || a != nil && b != nil && a.Equal(*b)
}
