package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A Question is one that Steward could not answer, or is said to have answered
// wrongly.
type Question struct {
	ID      int64
	At      time.Time
	SlackID string // who asked, or who says that it is wrong
	Text    string
	Wrong   bool
}

// AddQuestion keeps a question for the administrator. The same words that wait
// already are kept once.
func (s *Store) AddQuestion(ctx context.Context, q Question) error {
	_, err := s.db.Exec(ctx, `
		INSERT INTO questions (at, slack_id, text, wrong)
		SELECT $1, $2, left($3, 1000), $4
		WHERE NOT EXISTS (SELECT FROM questions WHERE settled_at IS NULL AND wrong = $4 AND lower(text) = lower(left($3, 1000)))
			AND (SELECT count(*) FROM questions WHERE settled_at IS NULL) < 1000`, q.At, q.SlackID, q.Text, q.Wrong)
	if err != nil {
		return fmt.Errorf("keep question: %w", err)
	}
	return nil
}

// Questions gives those that wait, oldest first, at most limit of them, and
// how many wait in all.
func (s *Store) Questions(ctx context.Context, limit int) ([]Question, int, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT id, at, slack_id, text, wrong FROM questions WHERE settled_at IS NULL ORDER BY id LIMIT $1`, limit)
	questions, err := pgx.CollectRows(rows, pgx.RowToStructByPos[Question])
	if err != nil {
		return nil, 0, fmt.Errorf("read questions: %w", err)
	}
	var n int
	if err := s.db.QueryRow(ctx, `SELECT count(*) FROM questions WHERE settled_at IS NULL`).Scan(&n); err != nil {
		return nil, 0, fmt.Errorf("count questions: %w", err)
	}
	return questions, n, nil
}

// SettleQuestion takes a question off the list.
func (s *Store) SettleQuestion(ctx context.Context, id int64, by *slm.Person, now time.Time) error {
	_, err := s.db.Exec(ctx, `
		UPDATE questions SET settled_at = $2, settled_by = $3 WHERE id = $1 AND settled_at IS NULL`, id, now, by.ID)
	if err != nil {
		return fmt.Errorf("settle question %d: %w", id, err)
	}
	return nil
}
