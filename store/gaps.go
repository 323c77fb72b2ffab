package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// Check looks, every hour, for what time and changes elsewhere have done: gaps
// in who can be reached, agreements that begin and end, and questions that wait.
func (s *Store) Check(ctx context.Context, now time.Time) error {
	if err := s.MoveAgreements(ctx, now); err != nil {
		return err
	}
	return errors.Join(s.TellGaps(ctx, now), s.TellQuestions(ctx, now))
}

// TellGaps looks for places where nobody can be reached, and for covers that
// end, and owes the process owner one message about those that are new. A gap is told once, until it was
// closed and opens again; while no process owner can be reached, not at all.
func (s *Store) TellGaps(ctx context.Context, now time.Time) error {
	d, err := s.Directory(ctx)
	if err != nil {
		return err
	}
	gaps := append(d.Gaps(now), d.Endings(now)...)
	keys := make([]string, len(gaps))
	byKey := make(map[string]slm.Gap, len(gaps))
	for i, g := range gaps {
		keys[i] = g.Key()
		byKey[keys[i]] = g
	}
	to := owner(d, now)
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `DELETE FROM gaps WHERE NOT key = ANY($1)`, keys); err != nil || to == nil {
			return err // kept untold, so that a later owner hears of them
		}
		rows, _ := tx.Query(ctx, `
			INSERT INTO gaps (key, told_at) SELECT unnest($1::text[]), $2
			ON CONFLICT DO NOTHING RETURNING key`, keys, now)
		fresh, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err != nil || len(fresh) == 0 {
			return err
		}
		why := Reason{Rule: "gaps", Role: slm.ProcessOwner}
		for _, key := range fresh {
			why.Gaps = append(why.Gaps, byKey[key])
		}
		if _, err := tx.Exec(ctx, `
			INSERT INTO pings (key, kind, person_id, why, owed_at, due_at) VALUES ($1, 'notice', $2, $3, $4, $4)`,
			fmt.Sprintf("gaps/%d/%s", now.UnixMicro(), fresh[0]), to.ID, why, now); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return fmt.Errorf("tell gaps: %w", err)
	}
	return nil
}

// owner gives the process owner who can be reached now, or nil.
func owner(d *slm.Directory, now time.Time) *slm.Person {
	return reachable(d, slm.ProcessOwner, now)
}

// reachable gives the first holder of a role for the organisation who can be
// reached now, or nil.
func reachable(d *slm.Directory, role slm.RoleKey, now time.Time) *slm.Person {
	for _, rung := range d.Responsible(role, slm.Scope{Kind: slm.Organisation}, now) {
		if rung.Person != nil && rung.Person.SlackID != "" {
			return rung.Person
		}
	}
	return nil
}
