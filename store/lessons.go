package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// Teach keeps what a question means, takes the question off the list, and owes
// whoever asked it the answer. What was taught for the same words before counts
// no more. It gives the lesson's id. It refuses, as NotFound, a question that
// there is not, and as Late one that was settled meanwhile.
func (s *Store) Teach(ctx context.Context, question int64, l slm.Lesson, by *slm.Person, now time.Time) (id int64, err error) {
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		q, err := settle(ctx, tx, question, by, now)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `
			UPDATE lessons SET undone_at = $2, undone_by = $3 WHERE lower(text) = lower($1) AND undone_at IS NULL`,
			q.Text, now, by.ID); err != nil {
			return err
		}
		if err := tx.QueryRow(ctx, `
			INSERT INTO lessons (text, agreement, service, party, role, clause, question_id, taught_by, taught_at)
			VALUES ($1, nullif($2, ''), nullif($3, ''), nullif($4, ''), nullif($5, ''), nullif($6, ''), $7, $8, $9)
			RETURNING id`,
			q.Text, l.Agreement, l.Service, l.Party, l.Role, l.Clause, question, by.ID, now).Scan(&id); err != nil {
			return err
		}
		l.ID, l.Text = id, q.Text
		batch := &pgx.Batch{}
		queueChange(batch, now, by.Email, lessonOf(id), nil, l)
		queueTaught(batch, q, Reason{By: by.ID}, now)
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return 0, fmt.Errorf("teach question %d: %w", question, err)
	}
	return id, nil
}

// Unteach makes a lesson count no more, and gives it. Its row stays. It refuses,
// as Late, one that counts no more already.
func (s *Store) Unteach(ctx context.Context, id int64, by *slm.Person, now time.Time) (l slm.Lesson, err error) {
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		rows, _ := tx.Query(ctx, `
			UPDATE lessons SET undone_at = $2, undone_by = $3 WHERE id = $1 AND undone_at IS NULL
			RETURNING id, text, coalesce(agreement, ''), coalesce(service, ''), coalesce(party, ''), coalesce(role, ''), coalesce(clause, '')`,
			id, now, by.ID)
		undone, err := one(rows, pgx.RowToStructByPos[slm.Lesson])
		if err != nil {
			return err
		}
		if undone == nil {
			return slm.Refuse(slm.Late, "lesson.undone").Try("/sla questions taught")
		}
		l = *undone
		batch := &pgx.Batch{}
		queueChange(batch, now, by.Email, lessonOf(id), l, nil)
		return tx.SendBatch(ctx, batch).Close()
	})
	if err != nil {
		return slm.Lesson{}, fmt.Errorf("unteach lesson %d: %w", id, err)
	}
	return l, nil
}

// settle takes a question off the list and gives it.
func settle(ctx context.Context, tx pgx.Tx, id int64, by *slm.Person, now time.Time) (Question, error) {
	rows, _ := tx.Query(ctx, `
		UPDATE questions SET settled_at = $2, settled_by = $3 WHERE id = $1 AND settled_at IS NULL
		RETURNING id, at, slack_id, text, wrong`, id, now, by.ID)
	q, err := one(rows, pgx.RowToStructByPos[Question])
	if err != nil {
		return Question{}, err
	}
	if q == nil {
		return Question{}, slm.Refuse(slm.Late, "question.settled").Try("/sla questions")
	}
	return *q, nil
}

// queueTaught owes whoever asked a question to hear what came of it, with the
// reason so far: who taught it, who knows already, and what name. Who is not in
// the directory cannot be owed anything.
func queueTaught(batch *pgx.Batch, q Question, why Reason, now time.Time) {
	why.Rule, why.Text = "taught", q.Text
	batch.Queue(`
		INSERT INTO pings (key, kind, person_id, why, owed_at, due_at)
		SELECT $1, 'notice', id, $4, $5, $5 FROM people WHERE slack_id = $2 AND id <> $3
		ON CONFLICT (key) DO NOTHING`,
		fmt.Sprintf("question/%d/taught", q.ID), q.SlackID, why.By, why, now)
}

func readLessons(ctx context.Context, tx pgx.Tx) ([]slm.Lesson, error) {
	rows, _ := tx.Query(ctx, `
		SELECT id, text, coalesce(agreement, ''), coalesce(service, ''), coalesce(party, ''), coalesce(role, ''), coalesce(clause, '')
		FROM lessons WHERE undone_at IS NULL ORDER BY id`)
	return pgx.CollectRows(rows, pgx.RowToStructByPos[slm.Lesson])
}
