package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A CaseView is a case with all that happened to it, judged as of a moment.
type CaseView struct {
	ID        int64
	Source    string
	Ref       string // the source's name of it
	Agreement string
	Priority  string
	Link      string           // https, or empty
	Reports   []slm.CaseReport // in no order
	Clocks    []slm.CaseClock  // in the order of the agreement's targets
}

// Clock gives the clock of the target, or nil if it does not count for the
// case, or not any more.
func (v *CaseView) Clock(target int64) *slm.CaseClock {
	for i := range v.Clocks {
		if v.Clocks[i].Of.ID == target {
			return &v.Clocks[i]
		}
	}
	return nil
}

// Case gives a case as it stands at now. It refuses, as NotFound, an id that is
// none.
func (s *Store) Case(ctx context.Context, id int64, now time.Time) (CaseView, error) {
	views, err := s.cases(ctx, []int64{id}, now)
	if err != nil {
		return CaseView{}, fmt.Errorf("read case %d: %w", id, err)
	}
	if len(views) == 0 {
		return CaseView{}, slm.Refuse(slm.NotFound, "case", "ref", fmt.Sprint(id))
	}
	return views[0], nil
}

// CasesNamed gives the cases that some source calls by a name, whatever its
// capitals, as they stand at now; at most limit of them.
func (s *Store) CasesNamed(ctx context.Context, ref string, limit int, now time.Time) ([]CaseView, error) {
	rows, _ := s.db.Query(ctx, `SELECT id FROM cases WHERE lower(ref) = lower($1) ORDER BY id DESC LIMIT $2`, ref, limit)
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return nil, fmt.Errorf("find case %s: %w", ref, err)
	}
	return s.cases(ctx, ids, now)
}

// cases reads cases and judges them as of now, without writing anything.
func (s *Store) cases(ctx context.Context, ids []int64, now time.Time) (views []CaseView, err error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	err = pgx.BeginTxFunc(ctx, s.db, pgx.TxOptions{AccessMode: pgx.ReadOnly}, func(tx pgx.Tx) error {
		records, err := readCases(ctx, tx, ids)
		if err != nil {
			return err
		}
		calendars := oldCalendars{}
		for _, c := range records {
			a := d.Agreement(c.Agreement)
			if a == nil {
				return fmt.Errorf("agreement %s of case %d is gone", c.Agreement, c.ID)
			}
			clocks, err := c.judge(ctx, tx, d, a, calendars, now)
			if err != nil {
				return fmt.Errorf("judge case %d: %w", c.ID, err)
			}
			views = append(views, CaseView{
				ID: c.ID, Source: c.Source, Ref: c.Ref, Agreement: c.Agreement, Priority: slm.PriorityAt(c.reports, now), Link: c.Link,
				Reports: c.reports, Clocks: clocks,
			})
		}
		return nil
	})
	return views, err
}
