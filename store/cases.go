package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// a report is an event of a case on its way into the database.
type report struct {
	slm.CaseReport
	place   int // among the events that were sent
	caseID  int64
	stored  bool
	differs bool // it was stored before with other content
	refusal *slm.Error
}

// TakeEvents stores events of cases of one source and judges the clocks of
// these cases anew, from all of their events: what comes late, twice or out of
// order ends as if it had come in its turn. All is one transaction, which is
// over when TakeEvents returns. Outcomes stand in the order of the events. One
// that is refused does not keep the others out.
//
// A case belongs to the agreement of its first event that is stored; events
// that name another are refused.
func (s *Store) TakeEvents(ctx context.Context, source string, es []slm.CaseReport, now time.Time) ([]Taken, error) {
	return unmoved(func() ([]Taken, error) { return s.takeEventsOnce(ctx, source, es, now) })
}

func (s *Store) takeEventsOnce(ctx context.Context, source string, es []slm.CaseReport, now time.Time) ([]Taken, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	taken := make([]Taken, len(es))
	var good []*report
	seen := make(map[string]bool, len(es)) // the first of equal keys in one request counts
	for i, e := range es {
		e.Source, e.At = source, e.At.Truncate(time.Microsecond) // as the database keeps it
		if err := admit(d, e, now); err != nil {
			var refusal *slm.Error
			if !errors.As(err, &refusal) {
				return nil, err
			}
			taken[i] = Taken{Refused, refusal}
			continue
		}
		taken[i].Outcome = Repeated
		if !seen[e.Key] {
			seen[e.Key] = true
			good = append(good, &report{CaseReport: e, place: i})
		}
	}
	if len(good) == 0 {
		return taken, nil
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		changed, err := storeReports(ctx, tx, source, good, now)
		if err != nil {
			return err
		}
		_, err = s.judgeCases(ctx, tx, d, changed, now)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("take events of %s: %w", source, err)
	}
	for _, r := range good {
		switch {
		case r.refusal != nil:
			taken[r.place] = Taken{Refused, r.refusal}
		case r.stored:
			taken[r.place].Outcome = Stored
		case r.differs:
			taken[r.place].Refusal = slm.Refuse(slm.Invalid, "case.differs", "key", r.Key)
		}
	}
	return taken, nil
}

// admit refuses what cannot be an event of a case under its agreement.
func admit(d *slm.Directory, r slm.CaseReport, now time.Time) error {
	if err := r.Check(now); err != nil {
		return err
	}
	a := d.Agreement(r.Agreement)
	switch {
	case a == nil:
		return slm.Refuse(slm.NotFound, "agreement", "code", r.Agreement)
	case r.Clock != "" && !a.HasClock(r.Clock):
		return slm.Refuse(slm.NotFound, "case.clock", "code", a.Code, "clock", r.Clock)
	case !slices.ContainsFunc(a.Targets, func(t slm.Target) bool { return t.Kind == slm.ClockTarget }):
		return slm.Refuse(slm.NotFound, "case.noclock", "code", a.Code)
	}
	return r.CanBegin(a)
}

// storeReports stores what is new and gives the cases that it is about, which
// stay locked: two requests about one case are judged one after the other.
func storeReports(ctx context.Context, tx pgx.Tx, source string, rs []*report, now time.Time) ([]int64, error) {
	fresh, err := lockCases(ctx, tx, source, rs)
	if err != nil {
		return nil, fmt.Errorf("lock cases: %w", err)
	}
	if err := insertEvents(ctx, tx, rs, now); err != nil {
		return nil, fmt.Errorf("store events: %w", err)
	}
	var changed []int64
	var repeated []*report
	for _, r := range rs {
		switch {
		case r.stored:
			changed = append(changed, r.caseID)
		case r.refusal == nil:
			repeated = append(repeated, r)
		}
	}
	if err := compareEvents(ctx, tx, repeated); err != nil {
		return nil, fmt.Errorf("compare events: %w", err)
	}
	slices.Sort(changed)
	changed = slices.Compact(changed)
	fresh = slices.DeleteFunc(fresh, func(id int64) bool { _, has := slices.BinarySearch(changed, id); return has })
	if _, err := tx.Exec(ctx, `DELETE FROM cases WHERE id = ANY($1)`, fresh); err != nil { // all their events were repeated
		return nil, fmt.Errorf("drop cases without events: %w", err)
	}
	return changed, nil
}

// lockCases finds the case of each report, makes those that are new, and holds
// all of them until the transaction ends. It gives the new ones.
func lockCases(ctx context.Context, tx pgx.Tx, source string, rs []*report) (fresh []int64, err error) {
	var refs, codes []string
	known := map[string]bool{}
	for _, r := range rs {
		if !known[r.Case] {
			known[r.Case] = true
			refs, codes = append(refs, r.Case), append(codes, r.Agreement)
		}
	}
	rows, _ := tx.Query(ctx, `
		INSERT INTO cases (source, ref, agreement)
		SELECT $1, ref, code FROM unnest($2::text[], $3::text[]) AS c (ref, code) ORDER BY ref
		ON CONFLICT DO NOTHING RETURNING id`, source, refs, codes)
	if fresh, err = pgx.CollectRows(rows, pgx.RowTo[int64]); err != nil {
		return nil, err
	}
	type held struct {
		ID             int64
		Ref, Agreement string
	}
	rows, _ = tx.Query(ctx, `
		SELECT id, ref, agreement FROM cases WHERE source = $1 AND ref = ANY($2) ORDER BY id FOR UPDATE`, source, refs)
	all, err := pgx.CollectRows(rows, pgx.RowToStructByName[held])
	if err != nil {
		return nil, err
	}
	byRef := make(map[string]held, len(all))
	for _, c := range all {
		byRef[c.Ref] = c
	}
	for _, r := range rs {
		c := byRef[r.Case]
		r.caseID = c.ID
		if c.Agreement != r.Agreement {
			r.refusal = slm.Refuse(slm.Invalid, "case.agreement", "ref", r.Case, "code", c.Agreement)
		}
	}
	return fresh, nil
}

func insertEvents(ctx context.Context, tx pgx.Tx, rs []*report, now time.Time) error {
	var ids []int64
	var sources, keys, whats, clocks, priorities, links []string
	var ats []time.Time
	for _, r := range rs {
		if r.refusal == nil {
			ids, ats = append(ids, r.caseID), append(ats, r.At)
			sources, keys, whats = append(sources, r.Source), append(keys, r.Key), append(whats, string(r.What))
			clocks, priorities, links = append(clocks, r.Clock), append(priorities, r.Priority), append(links, r.Link)
		}
	}
	rows, _ := tx.Query(ctx, `
		INSERT INTO case_events (case_id, source, key, at, what, clock, priority, received_at)
		SELECT *, $8 FROM unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[])
		ON CONFLICT (source, key) DO NOTHING
		RETURNING key`, ids, sources, keys, ats, whats, clocks, priorities, now)
	inserted, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return err
	}
	is := make(map[string]bool, len(inserted))
	for _, key := range inserted {
		is[key] = true
	}
	for _, r := range rs {
		r.stored = r.refusal == nil && is[r.Key]
	}
	if !slices.ContainsFunc(links, func(link string) bool { return link != "" }) {
		return nil
	}
	_, err = tx.Exec(ctx, `
		UPDATE cases SET link = l.link FROM unnest($1::bigint[], $2::text[]) AS l (id, link)
		WHERE cases.id = l.id AND l.link <> ''`, ids, links)
	return err
}

// compareEvents marks what was stored before with other content.
func compareEvents(ctx context.Context, tx pgx.Tx, rs []*report) error {
	batch := &pgx.Batch{}
	for _, r := range rs {
		batch.Queue(`
			SELECT (case_id, at, what, clock, priority) IS DISTINCT FROM ($3::bigint, $4::timestamptz, $5::text, $6::text, $7::text)
			FROM case_events WHERE source = $1 AND key = $2`,
			r.Source, r.Key, r.caseID, r.At, string(r.What), r.Clock, r.Priority).QueryRow(func(row pgx.Row) error { return row.Scan(&r.differs) })
	}
	return tx.SendBatch(ctx, batch).Close()
}
