package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A BreachEvent is something that was done about a breach.
type BreachEvent struct {
	At     time.Time
	Kind   string // told, reminded, nobody, acknowledged, unreachable, rerouted, corrected, again
	Person int64
	Why    Reason
}

// A BreachView is a breach with everything that was done about it.
type BreachView struct {
	slm.Breach
	Follow slm.Follow
	Events []BreachEvent // oldest first
}

// Steps gives how many messages the breach has led to so far.
func (v BreachView) Steps() int {
	n := 0
	for _, e := range v.Events {
		if e.Kind == "told" || e.Kind == "reminded" {
			n++
		}
	}
	return n
}

// Corrected reports whether it turned out that there was no breach, and when.
func (v BreachView) Corrected() (at time.Time, corrected bool) {
	for _, e := range v.Events {
		if e.Kind == "corrected" || e.Kind == "again" {
			at, corrected = e.At, e.Kind == "corrected"
		}
	}
	return at, corrected
}

const selectBreach = `
	SELECT b.id, b.target_id, t.agreement, t.key, b.agreement_version, b.period_from, b.period_to, b.objective,
		b.measured, b.good, b.total, b.attained, b.since, b.source, b.key, b.found_at, coalesce(b.case_id, 0), coalesce(c.ref, ''),
		coalesce(b.sense, ''), coalesce(b.bound, 0), coalesce(b.value, 0), CASE WHEN b.sense IS NULL THEN '' ELSE t.unit END,
		f.breach_id, f.round, f.next_at, coalesce(f.by_id, 0), f.at
	FROM breaches b JOIN targets t ON t.id = b.target_id JOIN follows f ON f.breach_id = b.id LEFT JOIN cases c ON c.id = b.case_id `

func scanBreach(row pgx.CollectableRow) (v BreachView, err error) {
	err = row.Scan(&v.ID, &v.Target, &v.Agreement, &v.TargetKey, &v.Version, &v.Period.From, &v.Period.To, &v.Objective,
		&v.Count, &v.Good, &v.Total, &v.Attained, &v.Since, &v.Source, &v.Key, &v.FoundAt, &v.Case, &v.CaseRef,
		&v.Bound.Sense, &v.Bound.At, &v.Value, &v.Bound.Unit,
		&v.Follow.Breach, &v.Follow.Round, &v.Follow.NextAt, &v.Follow.By, &v.Follow.At)
	return v, err
}

// Breach gives the breach with the id and its events. It refuses, as NotFound,
// an id that is none.
func (s *Store) Breach(ctx context.Context, id int64) (BreachView, error) {
	batch := &pgx.Batch{} // one trip: it is read for every ping
	batch.Queue(selectBreach+`WHERE b.id = $1`, id)
	batch.Queue(`SELECT at, kind, coalesce(person_id, 0) AS person, why FROM breach_events WHERE breach_id = $1 ORDER BY id`, id)
	results := s.db.SendBatch(ctx, batch)
	defer results.Close() //nolint:errcheck // what was read is what counts
	rows, _ := results.Query()
	v, err := one(rows, scanBreach)
	if err != nil {
		return BreachView{}, fmt.Errorf("read breach %d: %w", id, err)
	}
	if v == nil {
		return BreachView{}, slm.Refuse(slm.NotFound, "breach")
	}
	rows, _ = results.Query()
	if v.Events, err = pgx.CollectRows(rows, pgx.RowToStructByName[BreachEvent]); err != nil {
		return BreachView{}, fmt.Errorf("read events of breach %d: %w", id, err)
	}
	return *v, nil
}

// OpenBreaches gives the breaches that wait for an answer, newest first, at most
// limit of them; of one agreement, or of all when code is empty.
func (s *Store) OpenBreaches(ctx context.Context, code string, limit int) ([]BreachView, error) {
	rows, _ := s.db.Query(ctx, selectBreach+`
		WHERE f.by_id IS NULL AND f.next_at IS NOT NULL AND ($1 = '' OR t.agreement = $1) ORDER BY b.id DESC LIMIT $2`, code, limit)
	views, err := pgx.CollectRows(rows, scanBreach)
	if err != nil {
		return nil, fmt.Errorf("read open breaches: %w", err)
	}
	return views, nil
}

// BreachOf gives the breach of the target in the period that begins at from,
// or nil.
func (s *Store) BreachOf(ctx context.Context, target int64, from time.Time) (*BreachView, error) {
	rows, _ := s.db.Query(ctx, selectBreach+`WHERE b.target_id = $1 AND b.period_from = $2 AND b.case_id IS NULL`, target, from)
	v, err := one(rows, scanBreach)
	if err != nil {
		return nil, fmt.Errorf("read breach of target %d: %w", target, err)
	}
	return v, nil
}

// ToldOf gives the open breaches that the person was told of, newest first.
func (s *Store) ToldOf(ctx context.Context, person int64, limit int) ([]BreachView, error) {
	rows, _ := s.db.Query(ctx, selectBreach+`
		WHERE f.by_id IS NULL AND f.next_at IS NOT NULL AND EXISTS (
			SELECT FROM pings p WHERE p.breach_id = b.id AND p.person_id = $1 AND p.dropped_at IS NULL)
		ORDER BY b.id DESC LIMIT $2`, person, limit)
	views, err := pgx.CollectRows(rows, scanBreach)
	if err != nil {
		return nil, fmt.Errorf("read breaches told to person %d: %w", person, err)
	}
	return views, nil
}

// OverdueBreaches gives the breaches whose next step is due: what the sweep
// looks for in case a job was lost.
func (s *Store) OverdueBreaches(ctx context.Context, now time.Time, limit int) ([]int64, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT breach_id FROM follows WHERE by_id IS NULL AND next_at <= $1 ORDER BY next_at LIMIT $2`, now, limit)
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return nil, fmt.Errorf("read overdue breaches: %w", err)
	}
	return ids, nil
}
