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

// A CaseLine is one clock of a case as it was judged last: enough for a list.
type CaseLine struct {
	Case      int64
	Ref       string
	Link      string
	Agreement string
	Target    int64
	State     slm.ClockState
	Standing  slm.Standing
	Used      time.Duration
	Within    time.Duration
	Due       *time.Time // nil while nobody can say
	Decided   *time.Time // nil while it is open
}

const selectLine = `
	SELECT c.id, c.ref, c.link, c.agreement, k.target_id, k.state, k.standing, k.used, k.within_seconds, k.due_at, k.decided_at `

func scanLine(row pgx.CollectableRow) (l CaseLine, err error) {
	var seconds int64
	err = row.Scan(&l.Case, &l.Ref, &l.Link, &l.Agreement, &l.Target, &l.State, &l.Standing, &l.Used, &seconds, &l.Due, &l.Decided)
	l.Within = time.Duration(seconds) * time.Second
	return l, err
}

// NextCases gives the open clocks of the targets that are due next, at most
// limit of them. Those that are paused are due at no time.
func (s *Store) NextCases(ctx context.Context, targets []int64, limit int) ([]CaseLine, error) {
	rows, _ := s.db.Query(ctx, selectLine+`
		FROM unnest($1::bigint[]) AS t (id), LATERAL (
			SELECT * FROM case_clocks WHERE target_id = t.id AND decided_at IS NULL AND due_at IS NOT NULL AND state <> 'paused'
			ORDER BY due_at LIMIT $2) k
		JOIN cases c ON c.id = k.case_id ORDER BY k.due_at, c.id LIMIT $2`, targets, limit)
	lines, err := pgx.CollectRows(rows, scanLine)
	if err != nil {
		return nil, fmt.Errorf("read cases that are due next: %w", err)
	}
	return lines, nil
}

// LateCases gives the cases that count as late in a window of a target, the
// latest first, at most limit of them.
func (s *Store) LateCases(ctx context.Context, target int64, window slm.Period, limit int) ([]CaseLine, error) {
	rows, _ := s.db.Query(ctx, selectLine+`
		FROM case_clocks k JOIN cases c ON c.id = k.case_id
		WHERE k.target_id = $1 AND k.decided_at >= $2 AND k.decided_at < $3 AND k.standing = 'breached'
		ORDER BY k.decided_at DESC, c.id DESC LIMIT $4`, target, window.From, window.To, limit)
	lines, err := pgx.CollectRows(rows, scanLine)
	if err != nil {
		return nil, fmt.Errorf("read late cases of target %d: %w", target, err)
	}
	return lines, nil
}

// OpenCases counts the clocks of a target that are not decided yet. One that
// never started, since its case is about other clocks, may never be.
func (s *Store) OpenCases(ctx context.Context, target int64) (int64, error) {
	var n int64
	err := s.db.QueryRow(ctx, `
		SELECT count(*) FROM case_clocks WHERE target_id = $1 AND decided_at IS NULL AND state <> 'cancelled' AND started_at IS NOT NULL`, target).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("count open cases of target %d: %w", target, err)
	}
	return n, nil
}
