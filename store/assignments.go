package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// AddCover stores that a person is away and who stands in, and owes a message
// about it to the one who stands in and, if somebody else entered it, to the
// one who is away. Entering the same twice is entering it once.
func (s *Store) AddCover(ctx context.Context, c slm.Cover, by *slm.Person, now time.Time) error {
	d, err := s.Directory(ctx)
	if err != nil {
		return err
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		rows, _ := tx.Query(ctx, `
			INSERT INTO covers (person_id, by_id, from_at, to_at, reason) VALUES ($1, nullif($2, 0), $3, $4, $5)
			ON CONFLICT (person_id, coalesce(by_id, 0), from_at, to_at)
				DO UPDATE SET reason = $5, ended_at = NULL WHERE covers.ended_at IS NOT NULL
			RETURNING id`, c.Person, c.By, c.From, c.To, c.Reason)
		id, err := one(rows, pgx.RowTo[int64])
		if err != nil || id == nil {
			return err
		}
		batch := &pgx.Batch{}
		queueChange(batch, now, by.Email, coverOf(d.Person(c.Person)), nil, c)
		why := Reason{Rule: "cover", By: by.ID, For: c.Person, From: &c.From, To: &c.To}
		for _, person := range []int64{c.By, c.Person} {
			if person != 0 && person != by.ID {
				batch.Queue(`
					INSERT INTO pings (key, kind, person_id, why, owed_at, due_at) VALUES ($1, 'notice', $2, $3, $4, $4)
					ON CONFLICT (key) DO NOTHING`, fmt.Sprintf("cover/%d/%d/person/%d", *id, now.UnixMicro(), person), person, why, now)
			}
		}
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return fmt.Errorf("add cover of person %d: %w", c.Person, err)
	}
	return nil
}

// EndCover withdraws a cover: it counts no more. Its row stays.
func (s *Store) EndCover(ctx context.Context, c slm.Cover, by *slm.Person, now time.Time) error {
	d, err := s.Directory(ctx)
	if err != nil {
		return err
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `UPDATE covers SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL`, c.ID, now)
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		batch := &pgx.Batch{}
		queueChange(batch, now, by.Email, coverOf(d.Person(c.Person)), c, nil)
		return tx.SendBatch(ctx, batch).Close()
	})
	if err != nil {
		return fmt.Errorf("end cover %d: %w", c.ID, err)
	}
	return nil
}

// Assign makes a person the holder of a role. With instead, those who hold it
// first at the same scope stop doing so when the new one begins. The new
// holder is owed a message. It refuses, as Invalid, what is assigned already.
func (s *Store) Assign(ctx context.Context, a slm.Assignment, instead bool, by *slm.Person, now time.Time) error {
	service, agreement := scopeColumns(a.Scope)
	d, err := s.Directory(ctx)
	if err != nil {
		return err
	}
	subject := assignmentOf(d.Person(a.Person), a)
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		batch := &pgx.Batch{}
		if instead {
			for _, part := range d.PartsOf(a.Role, now) {
				if err := endHolders(ctx, tx, batch, d, a, part, by, now); err != nil {
					return err
				}
			}
		}
		rows, _ := tx.Query(ctx, `
			INSERT INTO assignments (role, service, agreement, person_id, deputy, from_at, to_at, entered_by, entered_at)
			SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
			WHERE NOT EXISTS (
				SELECT FROM assignments
				WHERE role = $1 AND service IS NOT DISTINCT FROM $2 AND agreement IS NOT DISTINCT FROM $3 AND person_id = $4
					AND deputy = $5 AND from_at <= $6 AND (to_at IS NULL OR to_at > $6))
			ON CONFLICT (role, coalesce(service, ''), coalesce(agreement, ''), person_id, from_at)
				DO UPDATE SET deputy = $5, to_at = $7, entered_by = $8, entered_at = $9
				WHERE assignments.to_at = assignments.from_at -- was taken back
			RETURNING id`, a.Role, service, agreement, a.Person, a.Deputy, a.From, a.To, by.Email, now)
		id, err := one(rows, pgx.RowTo[int64])
		if err != nil {
			return err
		}
		if id == nil {
			return slm.Refuse(slm.Invalid, "assigned")
		}
		queueChange(batch, now, by.Email, subject, nil, a)
		if a.Person != by.ID {
			why := Reason{Rule: "assigned", By: by.ID, Role: a.Role, Scope: a.Scope.Code, From: &a.From}
			batch.Queue(`
				INSERT INTO pings (key, kind, person_id, why, owed_at, due_at) VALUES ($1, 'notice', $2, $3, $4, $4)`,
				fmt.Sprintf("assignment/%d", *id), a.Person, why, now)
		}
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return fmt.Errorf("assign %s: %w", subject, err)
	}
	return nil
}

// endHolders ends what others than the person hold first at the scope of an
// assignment that begins, as the role itself or as one that is part of it: the
// latter not before it became part.
func endHolders(ctx context.Context, tx pgx.Tx, batch *pgx.Batch, d *slm.Directory, a slm.Assignment, part slm.Part, by *slm.Person, now time.Time) error {
	service, agreement := scopeColumns(a.Scope)
	end := a.From
	if part.Since.After(end) {
		end = part.Since
	}
	rows, _ := tx.Query(ctx, `
		UPDATE assignments SET to_at = $5
		WHERE role = $1 AND service IS NOT DISTINCT FROM $2 AND agreement IS NOT DISTINCT FROM $3 AND person_id <> $4
			AND NOT deputy AND from_at < $5 AND (to_at IS NULL OR to_at > $5)
		RETURNING person_id`, part.Role, service, agreement, a.Person, end)
	var person int64
	_, err := pgx.ForEachRow(rows, []any{&person}, func() error {
		ended := a
		ended.Role = part.Role
		queueChange(batch, now, by.Email, assignmentOf(d.Person(person), ended),
			map[string]any{"person": person, "to": nil}, map[string]any{"person": person, "to": end})
		return nil
	})
	return err
}

// scopeColumns gives a scope as the columns service and agreement.
func scopeColumns(s slm.Scope) (service, agreement *string) {
	switch s.Kind {
	case slm.ServiceScope:
		service = &s.Code
	case slm.AgreementScope:
		agreement = &s.Code
	}
	return service, agreement
}
