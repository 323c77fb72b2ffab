package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"steward/slm"
)

// OpenSurvey starts a round about the agreement, owes a message to each person
// of the audience, and sees to it that the round closes: all or nothing. It
// refuses, as Invalid, a second round while one is open and an empty audience.
func (s *Store) OpenSurvey(ctx context.Context, v slm.Survey, audience []*slm.Person) (slm.Survey, error) {
	if len(audience) == 0 {
		return v, slm.Refuse(slm.Invalid, "survey.nobody", "code", v.Agreement)
	}
	err := s.inTx(ctx, func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx, `
			INSERT INTO surveys (agreement, opened_by, opened_at, closes_at) VALUES ($1, $2, $3, $4) RETURNING id`,
			v.Agreement, v.OpenedBy, v.OpenedAt, v.ClosesAt).Scan(&v.ID)
		var pg *pgconn.PgError
		if errors.As(err, &pg) && pg.ConstraintName == "surveys_one_open" {
			return slm.Refuse(slm.Invalid, "survey.open", "code", v.Agreement).Try("/sla feedback " + v.Agreement)
		}
		if err != nil {
			return err
		}
		batch := &pgx.Batch{}
		for _, p := range audience {
			batch.Queue(`
				INSERT INTO pings (key, kind, person_id, survey_id, why, owed_at, due_at) VALUES ($1, 'survey', $2, $3, $4, $5, $5)`,
				fmt.Sprintf("survey/%d/person/%d", v.ID, p.ID), p.ID, v.ID, Reason{Rule: "survey", By: v.OpenedBy}, v.OpenedAt)
		}
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		if err := s.at(ctx, tx, v.ClosesAt, closeJob{v.ID}); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return v, fmt.Errorf("open survey of %s: %w", v.Agreement, err)
	}
	return v, nil
}

const selectSurvey = `SELECT id, agreement, opened_by, opened_at, closes_at, closed_at FROM surveys `

// Survey gives the round with the id. It refuses, as NotFound, an id that is
// none.
func (s *Store) Survey(ctx context.Context, id int64) (slm.Survey, error) {
	rows, _ := s.db.Query(ctx, selectSurvey+`WHERE id = $1`, id)
	return foundSurvey(rows)
}

// LastSurvey gives the newest round about the agreement. It refuses, as
// NotFound, when there was none.
func (s *Store) LastSurvey(ctx context.Context, code string) (slm.Survey, error) {
	rows, _ := s.db.Query(ctx, selectSurvey+`WHERE agreement = $1 ORDER BY id DESC LIMIT 1`, code)
	return foundSurvey(rows)
}

func foundSurvey(rows pgx.Rows) (slm.Survey, error) {
	v, err := one(rows, pgx.RowToStructByPos[slm.Survey])
	if err != nil {
		return slm.Survey{}, fmt.Errorf("read survey: %w", err)
	}
	if v == nil {
		return slm.Survey{}, slm.Refuse(slm.NotFound, "survey.none")
	}
	return *v, nil
}

// Rate stores the person's score, and the comment kept so far; the last one
// counts. It refuses, as Forbidden, people who were not asked and, as Late,
// answers after the round's end.
func (s *Store) Rate(ctx context.Context, survey, person int64, score int, now time.Time) (slm.Answer, error) {
	return s.answer(ctx, survey, person, now, func(a *slm.Answer) { a.Score = score })
}

// Comment stores the person's comment beside the score given before. It
// refuses as Rate does, and, as Invalid, a comment without a score.
func (s *Store) Comment(ctx context.Context, survey, person int64, comment string, now time.Time) (slm.Answer, error) {
	return s.answer(ctx, survey, person, now, func(a *slm.Answer) { a.Comment = comment })
}

// answer adds a changed answer; the ones before stay.
func (s *Store) answer(ctx context.Context, survey, person int64, now time.Time, change func(*slm.Answer)) (slm.Answer, error) {
	var a slm.Answer
	d, err := s.Directory(ctx)
	if err != nil {
		return a, err
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		// The ping is the invitation, and its row the lock of this person's answers.
		rows, _ := tx.Query(ctx, `SELECT id FROM pings WHERE survey_id = $1 AND person_id = $2 FOR UPDATE`, survey, person)
		ping, err := one(rows, pgx.RowTo[int64])
		if err != nil {
			return err
		}
		if ping == nil {
			return slm.Refuse(slm.Forbidden, "survey.uninvited")
		}
		rows, _ = tx.Query(ctx, selectSurvey+`WHERE id = $1 FOR SHARE`, survey)
		v, err := foundSurvey(rows)
		if err != nil {
			return err
		}
		if !v.OpenAt(now) {
			return slm.Refuse(slm.Late, "survey.closed")
		}
		if a, err = lastAnswer(ctx, tx, survey, person); err != nil {
			return err
		}
		a.Survey, a.Person, a.Side, a.At = survey, person, sideOf(d, person), now
		change(&a)
		if a.Score == 0 {
			return slm.Refuse(slm.Invalid, "survey.scoreless")
		}
		batch := &pgx.Batch{}
		batch.Queue(`
			INSERT INTO answers (survey_id, person_id, side, score, comment, at) VALUES ($1, $2, $3, $4, $5, $6)`,
			survey, person, a.Side, a.Score, a.Comment, now)
		batch.Queue(`UPDATE pings SET want = want + 1 WHERE id = $1`, *ping)
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return a, fmt.Errorf("answer survey %d: %w", survey, err)
	}
	return a, nil
}

func sideOf(d *slm.Directory, person int64) slm.Side {
	if p := d.Person(person); p != nil {
		if party := d.Party(p.Party); party != nil {
			return party.Side
		}
	}
	return slm.Business
}

type querier interface {
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
}

func lastAnswer(ctx context.Context, db querier, survey, person int64) (slm.Answer, error) {
	rows, _ := db.Query(ctx, `
		SELECT survey_id, person_id, side, score, comment, at FROM answers
		WHERE survey_id = $1 AND person_id = $2 ORDER BY id DESC LIMIT 1`, survey, person)
	a, err := one(rows, pgx.RowToStructByPos[slm.Answer])
	if err != nil || a == nil {
		return slm.Answer{}, err
	}
	return *a, nil
}

// Answer gives what the person said last in the round; its score is 0 when
// the person has said nothing yet.
func (s *Store) Answer(ctx context.Context, survey, person int64) (slm.Answer, error) {
	a, err := lastAnswer(ctx, s.db, survey, person)
	if err != nil {
		return a, fmt.Errorf("read answer of person %d: %w", person, err)
	}
	return a, nil
}

// Answers gives the last answer of each person in the round, newest first, and
// how many people were invited from each side.
func (s *Store) Answers(ctx context.Context, survey int64) ([]slm.Answer, int, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT survey_id, person_id, side, score, comment, at FROM (
			SELECT DISTINCT ON (person_id) * FROM answers WHERE survey_id = $1 ORDER BY person_id, id DESC
		) latest ORDER BY at DESC, id DESC`, survey)
	answers, err := pgx.CollectRows(rows, pgx.RowToStructByPos[slm.Answer])
	if err != nil {
		return nil, 0, fmt.Errorf("read answers of survey %d: %w", survey, err)
	}
	var invited int
	err = s.db.QueryRow(ctx, `SELECT count(*) FROM pings WHERE survey_id = $1`, survey).Scan(&invited)
	if err != nil {
		return nil, 0, fmt.Errorf("count audience of survey %d: %w", survey, err)
	}
	return answers, invited, nil
}

// SurveysToAnswer gives the open rounds that the person was asked in and has
// not answered, oldest first.
func (s *Store) SurveysToAnswer(ctx context.Context, person int64, now time.Time) ([]slm.Survey, error) {
	rows, _ := s.db.Query(ctx, selectSurvey+`s
		WHERE closed_at IS NULL AND closes_at > $2
			AND EXISTS (SELECT FROM pings p WHERE p.survey_id = s.id AND p.person_id = $1)
			AND NOT EXISTS (SELECT FROM answers a WHERE a.survey_id = s.id AND a.person_id = $1)
		ORDER BY id`, person, now)
	surveys, err := pgx.CollectRows(rows, pgx.RowToStructByPos[slm.Survey])
	if err != nil {
		return nil, fmt.Errorf("read surveys of person %d: %w", person, err)
	}
	return surveys, nil
}

// CloseSurvey ends a round whose time is over; its messages will say so.
// Closing twice is closing once.
func (s *Store) CloseSurvey(ctx context.Context, id int64, now time.Time) error {
	err := s.inTx(ctx, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `
			UPDATE surveys SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL AND closes_at <= $2`, id, now)
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		if _, err := tx.Exec(ctx, `
			UPDATE pings SET want = want + 1 WHERE survey_id = $1 AND dropped_at IS NULL`, id); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return fmt.Errorf("close survey %d: %w", id, err)
	}
	return nil
}

// OverdueSurveys gives the rounds that should have been closed: what the sweep
// looks for in case a job was lost.
func (s *Store) OverdueSurveys(ctx context.Context, now time.Time) ([]int64, error) {
	rows, _ := s.db.Query(ctx, `SELECT id FROM surveys WHERE closed_at IS NULL AND closes_at <= $1`, now)
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return nil, fmt.Errorf("read overdue surveys: %w", err)
	}
	return ids, nil
}
