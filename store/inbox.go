package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
)

// An Event is something that Slack told us and that we owe an answer to.
type Event struct {
	ID       string
	Payload  json.RawMessage
	At       time.Time
	Attempts int // 1 for the first; more means that an answer may be out already
}

// PutEvent stores an event before it is acknowledged and claims it for the
// length of lease. It reports false when it was stored before: then somebody
// else answers it, or has.
func (s *Store) PutEvent(ctx context.Context, e Event, lease time.Duration) (bool, error) {
	if s.seen(ctx, e.ID) {
		return false, nil
	}
	tag, err := s.db.Exec(ctx, `
		INSERT INTO inbox (id, payload, at, due_at, attempts) VALUES ($1, $2, $3, $4, 1)
		ON CONFLICT (id) DO NOTHING`, e.ID, e.Payload, e.At, e.At.Add(lease))
	if err != nil {
		return false, fmt.Errorf("store event %s: %w", e.ID, err)
	}
	s.remember(ctx, e.ID) // only now that it is kept
	return tag.RowsAffected() == 1, nil
}

// ClaimEvents claims events whose answerer died, at most limit of them.
func (s *Store) ClaimEvents(ctx context.Context, now time.Time, lease time.Duration, limit int) ([]Event, error) {
	rows, _ := s.db.Query(ctx, `
		UPDATE inbox SET due_at = $2, attempts = attempts + 1
		WHERE id IN (
			SELECT id FROM inbox WHERE done_at IS NULL AND due_at <= $1 AND attempts < 5
			ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
		RETURNING id, payload, at, attempts`, now, now.Add(lease), limit)
	events, err := pgx.CollectRows(rows, pgx.RowToStructByName[Event])
	if err != nil {
		return nil, fmt.Errorf("claim events: %w", err)
	}
	return events, nil
}

// RetryEvent makes a claimed event due again at the time. It does nothing to
// one that another copy has claimed since.
func (s *Store) RetryEvent(ctx context.Context, e Event, at time.Time) error {
	_, err := s.db.Exec(ctx, `
		UPDATE inbox SET due_at = $3 WHERE id = $1 AND attempts = $2 AND done_at IS NULL`, e.ID, e.Attempts, at)
	if err != nil {
		return fmt.Errorf("retry event %s: %w", e.ID, err)
	}
	return nil
}

// EventDone stores that an event was answered.
func (s *Store) EventDone(ctx context.Context, id string, now time.Time) error {
	if _, err := s.db.Exec(ctx, `UPDATE inbox SET done_at = $2 WHERE id = $1`, id, now); err != nil {
		return fmt.Errorf("store answered event %s: %w", id, err)
	}
	return nil
}
