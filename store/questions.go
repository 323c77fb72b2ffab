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

// rest is how long no list of questions is sent after one, unless an answer is
// said to be wrong.
const rest = 20 * time.Hour

// TellQuestions owes the list of questions that wait to the service level
// administrator of the organisation, or to the next above who can be reached:
// when there are new ones, once a day, or as soon as an answer is said to be
// wrong. Each question makes one message at most.
func (s *Store) TellQuestions(ctx context.Context, now time.Time) error {
	d, err := s.Directory(ctx)
	if err != nil {
		return err
	}
	var to *slm.Person
	why := Reason{Rule: "questions"}
	for _, why.Role = range d.Chain(slm.ServiceLevelAdministrator, now) {
		if to = reachable(d, why.Role, now); to != nil {
			break
		}
	}
	if to == nil {
		return nil
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `
			WITH told AS (
				SELECT coalesce(max(split_part(key, '/', 2)::bigint), 0) AS id, max(owed_at) AS at FROM pings WHERE key LIKE 'questions/%'
			)
			INSERT INTO pings (key, kind, person_id, why, owed_at, due_at)
			SELECT 'questions/' || max(q.id), 'notice', $1, $2::jsonb, $3::timestamptz, $3 FROM questions q, told
			WHERE q.settled_at IS NULL AND q.id > told.id
			HAVING bool_or(q.wrong OR coalesce(told.at < $4, true))
			ON CONFLICT DO NOTHING`, to.ID, why, now, now.Add(-rest))
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return fmt.Errorf("tell questions: %w", err)
	}
	return nil
}
