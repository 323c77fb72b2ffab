package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// a caseRecord is a case as the database has it.
type caseRecord struct {
	ID        int64
	Source    string
	Ref       string
	Agreement string
	Priority  string
	Link      string
	reports   []slm.CaseReport
	clocks    map[int64]*clockRow // by target
}

// a clockRow is a clock as it was judged last.
type clockRow struct {
	ID       int64
	State    slm.ClockState
	Standing slm.Standing
	Used     time.Duration
	Started  *time.Time
	Due      *time.Time
	Next     *time.Time
	Decided  *time.Time
	Terms    slm.CaseTerms
}

// judgeCases works out how the clocks of cases stand, from all that happened
// to them, and writes what changed. The caller holds the cases. It says how
// many could not be judged; they are tried again a minute later.
func (s *Store) judgeCases(ctx context.Context, tx pgx.Tx, d *slm.Directory, ids []int64, now time.Time) (later int, err error) {
	if len(ids) == 0 {
		return 0, nil
	}
	records, err := readCases(ctx, tx, ids)
	if err != nil {
		return 0, fmt.Errorf("read cases: %w", err)
	}
	w := clockWriter{now: now}
	calendars := oldCalendars{}
	for _, c := range records {
		a := d.Agreement(c.Agreement)
		if a == nil {
			return 0, fmt.Errorf("agreement %s of case %d is gone", c.Agreement, c.ID)
		}
		clocks, err := c.judge(ctx, tx, d, a, calendars, now)
		if err != nil { // others must not wait for it
			s.log.Error("cannot judge a case; trying again", "case", c.ID, "err", err)
			w.later = append(w.later, c.ID)
			continue
		}
		w.write(c, a, clocks)
	}
	if err := w.flush(ctx, tx); err != nil {
		return 0, fmt.Errorf("write clocks: %w", err)
	}
	return len(w.later), s.tellChanges(ctx, tx, d, w.changes, now)
}

// judge says how the clocks of a case stand, in the terms that were kept of
// those that are decided.
func (c *caseRecord) judge(ctx context.Context, tx pgx.Tx, d *slm.Directory, a *slm.Agreement, calendars oldCalendars, now time.Time) ([]slm.CaseClock, error) {
	file := slm.CaseFile{Agreement: a, Reports: c.reports, Kept: map[int64]slm.KeptTerms{}}
	for target, row := range c.clocks {
		if row.Decided == nil {
			continue
		}
		hours, err := calendars.find(ctx, tx, d, a, row.Terms)
		if err != nil {
			return nil, err
		}
		file.Kept[target] = slm.KeptTerms{CaseTerms: row.Terms, Hours: hours}
	}
	return file.Clocks(d, now)
}

// readCases reads cases with their events and clocks.
func readCases(ctx context.Context, tx pgx.Tx, ids []int64) ([]*caseRecord, error) {
	batch := &pgx.Batch{}
	batch.Queue(`SELECT id, source, ref, agreement, priority, link FROM cases WHERE id = ANY($1) ORDER BY id`, ids)
	batch.Queue(`SELECT case_id, source, key, at, what, clock, priority FROM case_events WHERE case_id = ANY($1)`, ids)
	batch.Queue(`
		SELECT case_id, target_id, id, state, standing, used, started_at, due_at, next_at, decided_at, within_seconds, calendar, calendar_version
		FROM case_clocks WHERE case_id = ANY($1)`, ids)
	results := tx.SendBatch(ctx, batch)
	defer results.Close() //nolint:errcheck // what was read is what counts
	rows, _ := results.Query()
	byID := make(map[int64]*caseRecord, len(ids))
	records, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (*caseRecord, error) {
		c := &caseRecord{clocks: map[int64]*clockRow{}}
		err := row.Scan(&c.ID, &c.Source, &c.Ref, &c.Agreement, &c.Priority, &c.Link)
		byID[c.ID] = c
		return c, err
	})
	if err != nil {
		return nil, err
	}
	var id, target int64
	var r slm.CaseReport
	rows, _ = results.Query()
	_, err = pgx.ForEachRow(rows, []any{&id, &r.Source, &r.Key, &r.At, &r.What, &r.Clock, &r.Priority}, func() error {
		byID[id].reports = append(byID[id].reports, r)
		return nil
	})
	if err != nil {
		return nil, err
	}
	var k clockRow
	var seconds int64
	rows, _ = results.Query()
	_, err = pgx.ForEachRow(rows, []any{
		&id, &target, &k.ID, &k.State, &k.Standing, &k.Used, &k.Started, &k.Due, &k.Next, &k.Decided,
		&seconds, &k.Terms.Calendar, &k.Terms.Version,
	}, func() error {
		row := k
		row.Terms.Within = time.Duration(seconds) * time.Second
		byID[id].clocks[target] = &row
		return nil
	})
	return records, err
}

// oldCalendars are calendars by code and version, as far as they were needed.
type oldCalendars map[slm.CaseTerms]*slm.Calendar

// find gives the calendar that terms name, in the version that they name.
func (o oldCalendars) find(ctx context.Context, tx pgx.Tx, d *slm.Directory, a *slm.Agreement, terms slm.CaseTerms) (*slm.Calendar, error) {
	hours, version, err := d.Calendar(terms.Calendar, a.Zone)
	if err != nil || version == terms.Version {
		return hours, err
	}
	key := slm.CaseTerms{Calendar: terms.Calendar, Version: terms.Version}
	if o[key] != nil {
		return o[key], nil
	}
	rows, _ := tx.Query(ctx, `SELECT definition FROM calendar_versions WHERE code = $1 AND version = $2`, terms.Calendar, terms.Version)
	old, err := pgx.CollectOneRow(rows, pgx.RowTo[slm.NamedCalendar])
	if err != nil {
		return nil, fmt.Errorf("read version %d of calendar %s: %w", terms.Version, terms.Calendar, err)
	}
	o[key], err = old.Calendar()
	return o[key], err
}
