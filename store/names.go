package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A TaughtName is a name that somebody gave a service because people use it.
type TaughtName struct {
	ID             int64
	Service, Alias string
	By             int64 // person
	At             time.Time
}

// TeachName gives a service one more name by which it is known, takes the
// question that it explains off the list, and owes whoever asked it the answer.
// It gives the id under which the name can be taken back, or 0 for a name that
// the service had already. It refuses, as Late, a question that was settled
// meanwhile.
func (s *Store) TeachName(ctx context.Context, question int64, service, alias string, by *slm.Person, now time.Time) (id int64, err error) {
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		q, err := settle(ctx, tx, question, by, now)
		if err != nil {
			return err
		}
		rows, _ := tx.Query(ctx, `
			UPDATE services SET aliases = array_append(aliases, $2)
			WHERE code = $1 AND NOT lower($2) = ANY(SELECT lower(unnest(aliases)))
			RETURNING aliases`, service, alias)
		aliases, err := one(rows, pgx.RowTo[[]string])
		if err != nil {
			return err
		}
		batch := &pgx.Batch{}
		if aliases != nil { // it is not known by that name already
			if id, err = keepName(ctx, tx, q.ID, service, alias, by, now); err != nil {
				return err
			}
			queueNames(batch, now, by, service, (*aliases)[:len(*aliases)-1], *aliases)
		}
		queueTaught(batch, q, Reason{By: by.ID, Name: alias, Scope: service}, now)
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return 0, fmt.Errorf("add alias to %s: %w", service, err)
	}
	return id, nil
}

// keepName writes down who taught a name. One that was taught before and is
// gone from the service since, by a company file without it, counts anew.
func keepName(ctx context.Context, tx pgx.Tx, question int64, service, alias string, by *slm.Person, now time.Time) (id int64, err error) {
	err = tx.QueryRow(ctx, `
		INSERT INTO taught_names (service, alias, question_id, taught_by, taught_at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (service, lower(alias)) WHERE undone_at IS NULL
			DO UPDATE SET alias = $2, question_id = $3, taught_by = $4, taught_at = $5
		RETURNING id`, service, alias, question, by.ID, now).Scan(&id)
	return id, err
}

// UnteachName takes back a name that was taught, and gives it: the service is
// not known by it any more. Its row stays. It refuses, as Late, one that counts
// no more already.
func (s *Store) UnteachName(ctx context.Context, id int64, by *slm.Person, now time.Time) (n TaughtName, err error) {
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		rows, _ := tx.Query(ctx, `
			UPDATE taught_names SET undone_at = $2, undone_by = $3 WHERE id = $1 AND undone_at IS NULL
			RETURNING id, service, alias, taught_by AS by, taught_at AS at`, id, now, by.ID)
		undone, err := one(rows, pgx.RowToStructByName[TaughtName])
		if err != nil {
			return err
		}
		if undone == nil {
			return slm.Refuse(slm.Late, "lesson.undone").Try("/sla questions taught")
		}
		n = *undone
		var before, after []string
		if err := tx.QueryRow(ctx, `SELECT aliases FROM services WHERE code = $1 FOR UPDATE`, n.Service).Scan(&before); err != nil {
			return err
		}
		if err := tx.QueryRow(ctx, `
			UPDATE services SET aliases = ARRAY(
				SELECT name FROM unnest(aliases) WITH ORDINALITY AS x (name, place) WHERE lower(name) <> lower($2) ORDER BY place)
			WHERE code = $1 RETURNING aliases`, n.Service, n.Alias).Scan(&after); err != nil {
			return err
		}
		batch := &pgx.Batch{}
		queueNames(batch, now, by, n.Service, before, after)
		return tx.SendBatch(ctx, batch).Close()
	})
	if err != nil {
		return TaughtName{}, fmt.Errorf("take back name %d: %w", id, err)
	}
	return n, nil
}

// TaughtNames gives the names that were taught and still count, newest first,
// at most limit of them, and how many there are in all.
func (s *Store) TaughtNames(ctx context.Context, limit int) ([]TaughtName, int, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT n.id, n.service, n.alias, n.taught_by AS by, n.taught_at AS at
		FROM taught_names n JOIN services s ON s.code = n.service
		WHERE n.undone_at IS NULL AND lower(n.alias) = ANY(SELECT lower(unnest(s.aliases)))
		ORDER BY n.taught_at DESC, n.id DESC`)
	names, err := pgx.CollectRows(rows, pgx.RowToStructByName[TaughtName])
	if err != nil {
		return nil, 0, fmt.Errorf("read taught names: %w", err)
	}
	return names[:min(limit, len(names))], len(names), nil
}

// queueNames records that the names of a service changed.
func queueNames(batch *pgx.Batch, now time.Time, by *slm.Person, service string, before, after []string) {
	queueChange(batch, now, by.Email, "service "+service, map[string]any{"Aliases": before}, map[string]any{"Aliases": after})
}
