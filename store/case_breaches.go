package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// The rules by which a breach of a case is corrected, or a warning given.
const (
	ByWarning  Rule = "warning"  // most of the time is used up
	ByReport   Rule = "report"   // of something that had happened before
	ByPriority Rule = "priority" // it has another priority, for which this was not promised
	ByCancel   Rule = "cancel"   // the case was cancelled
)

// warnFrom is the warn point at which the first person is told that a breach
// is coming, in hundredths. Earlier ones are silent; later ones change what
// the message says.
const warnFrom = 75

// tellChanges does what follows from clocks that changed: it counts what was
// decided, records and corrects breaches, owes warnings, and has messages drawn anew that show the
// old state. The clocks are written already.
func (s *Store) tellChanges(ctx context.Context, tx pgx.Tx, d *slm.Directory, changes []clockChange, now time.Time) error {
	if err := s.countDecided(ctx, tx, d, changes, now); err != nil {
		return err
	}
	each := slices.DeleteFunc(slices.Clone(changes), func(c clockChange) bool { return c.terms != nil && !c.terms.OwesEach() })
	if len(each) == 0 {
		return nil
	}
	if err := redraw(ctx, tx, each); err != nil {
		return fmt.Errorf("redraw messages about cases: %w", err)
	}
	if err := warn(ctx, tx, d, each, now); err != nil {
		return fmt.Errorf("owe warnings: %w", err)
	}
	var broken []clockChange
	for _, c := range each {
		was, is := c.was.Standing == slm.Breached, c.is.Standing == slm.Breached
		if is && !was {
			broken = append(broken, c)
		}
		if was && !is {
			if err := s.mend(ctx, tx, c, now); err != nil {
				return fmt.Errorf("correct breach of case %d: %w", c.of.ID, err)
			}
		}
	}
	if err := s.breakCases(ctx, tx, d, broken, now); err != nil {
		return fmt.Errorf("record breaches of cases: %w", err)
	}
	return nil
}

// redraw has the messages about clocks drawn anew that look other now.
func redraw(ctx context.Context, tx pgx.Tx, changes []clockChange) error {
	var cases, targets []int64
	var warnings []string
	for _, c := range changes {
		if c.looksOther() {
			cases, targets = append(cases, c.of.ID), append(targets, c.target)
			if c.was.Standing != slm.Breached { // what follows on the breach is said in its own message
				warnings = append(warnings, c.warningKey())
			}
		}
	}
	if len(cases) == 0 {
		return nil
	}
	rows, _ := tx.Query(ctx, `
		SELECT b.id FROM unnest($1::bigint[], $2::bigint[]) AS k (case_id, target_id) JOIN breaches b USING (case_id, target_id)`, cases, targets)
	breaches, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return err
	}
	batch := &pgx.Batch{}
	if len(breaches) > 0 {
		batch.Queue(`UPDATE pings SET want = want + 1 WHERE breach_id = ANY($1) AND dropped_at IS NULL`, breaches)
	}
	batch.Queue(`UPDATE pings SET want = want + 1 WHERE key = ANY($1) AND dropped_at IS NULL`, warnings)
	batch.Queue(notify)
	return tx.SendBatch(ctx, batch).Close()
}

// warn owes the warnings that are due: one for each clock, to the first person
// on the ladder who can be told. Should nobody be, the breach will find who is.
func warn(ctx context.Context, tx pgx.Tx, d *slm.Directory, changes []clockChange, now time.Time) error {
	batch := &pgx.Batch{}
	for _, c := range changes {
		if !c.coming() {
			continue
		}
		ladder := d.Ladder(d.Agreement(c.of.Agreement), now)
		i := slices.IndexFunc(ladder, func(r slm.Rung) bool { return r.Person != nil && r.Person.SlackID != "" })
		if i < 0 {
			continue
		}
		why := Reason{Rule: ByWarning, Role: ladder[i].Role, Rung: ladder[i].Why}
		if ladder[i].For != nil {
			why.For = ladder[i].For.ID
		}
		batch.Queue(`
			INSERT INTO pings (key, kind, person_id, target_id, case_id, why, owed_at, due_at)
			VALUES ($1, 'warning', $2, $3, $4, $5, $6, $6) ON CONFLICT (key) DO NOTHING`,
			c.warningKey(), ladder[i].Person.ID, c.target, c.of.ID, why, now)
	}
	if batch.Len() == 0 {
		return nil
	}
	batch.Queue(notify)
	return tx.SendBatch(ctx, batch).Close()
}

// looksOther reports whether a message about the clock would look other than
// before.
func (c clockChange) looksOther() bool {
	return c.was.State != c.is.State || c.was.Standing != c.is.Standing || !sameTime(c.was.Due, c.is.Due) ||
		c.was.warned() != c.is.warned()
}

// coming reports whether a breach is coming closer: the clock runs, and most
// of its time is used up.
func (c clockChange) coming() bool {
	return c.terms != nil && c.is.State == slm.Running && c.is.Standing == slm.AtRisk && c.is.warned() >= warnFrom
}

func (k clockRow) warned() int {
	return slm.Case{Target: k.Terms.Within, Used: k.Used}.Warned()
}

func (c clockChange) warningKey() string { return fmt.Sprintf("warning/case/%d/%d", c.of.ID, c.target) }

// breakCases records breaches of cases and owes the first ping for each. One
// that was recorded before, and corrected, is a breach again.
func (s *Store) breakCases(ctx context.Context, tx pgx.Tx, d *slm.Directory, broken []clockChange, now time.Time) error {
	if len(broken) == 0 {
		return nil
	}
	var found []slm.Breach
	var cases, targets []int64
	var versions []int
	var froms, lates []time.Time
	var sources, refs []string
	for _, c := range broken {
		cases, targets = append(cases, c.of.ID), append(targets, c.target)
		versions = append(versions, d.Agreement(c.of.Agreement).Version)
		froms, lates = append(froms, *c.is.Started), append(lates, *c.is.Decided)
		sources, refs = append(sources, c.of.Source), append(refs, c.of.Ref)
	}
	rows, _ := tx.Query(ctx, `
		INSERT INTO breaches (case_id, target_id, agreement_version, period_from, period_to, objective, measured, good, total, attained,
			since, source, key, found_at)
		SELECT case_id, target_id, version, from_at, late_at, $8, 1, 0, 1, 0, late_at, source, ref, $9
		FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[])
			AS b (case_id, target_id, version, from_at, late_at, source, ref)
		ON CONFLICT (case_id, target_id) WHERE case_id IS NOT NULL DO NOTHING
		RETURNING id, case_id, target_id`, cases, targets, versions, froms, lates, sources, refs, slm.Whole, now)
	var id, of, target int64
	fresh := map[[2]int64]int64{}
	_, err := pgx.ForEachRow(rows, []any{&id, &of, &target}, func() error {
		fresh[[2]int64{of, target}] = id
		return nil
	})
	if err != nil {
		return err
	}
	for _, c := range broken {
		if id := fresh[[2]int64{c.of.ID, c.target}]; id != 0 {
			found = append(found, slm.Breach{
				ID: id, Agreement: c.of.Agreement, Target: c.target, Case: c.of.ID,
				Period: slm.Period{From: *c.is.Started, To: *c.is.Decided}, FoundAt: now,
			})
		} else if err := s.breakAgain(ctx, tx, d, c, now); err != nil {
			return err
		}
	}
	return s.follow(ctx, tx, d, found)
}

// mend notes that a breach turned out to be none. The record stays; nobody has
// to answer for it any more.
func (s *Store) mend(ctx context.Context, tx pgx.Tx, c clockChange, now time.Time) error {
	why := Reason{Rule: ByReport}
	switch {
	case c.terms == nil:
		why.Rule = ByPriority
	case c.is.State == slm.Cancelled:
		why.Rule = ByCancel
	}
	return s.turn(ctx, tx, c, "corrected", why, nil, now)
}

// breakAgain notes that a breach that was corrected is one after all, and
// brings it on if nobody has answered for it.
func (s *Store) breakAgain(ctx context.Context, tx pgx.Tx, d *slm.Directory, c clockChange, now time.Time) error {
	next := now.Add(slm.Wait(d.Agreement(c.of.Agreement).AnswerWithin, 0))
	return s.turn(ctx, tx, c, "again", Reason{Rule: ByReport}, &next, now)
}

// turn adds an event to the breach of a clock, sets when the next step is due
// (nil: never) unless somebody has answered, and has its messages drawn anew.
func (s *Store) turn(ctx context.Context, tx pgx.Tx, c clockChange, kind string, why Reason, next *time.Time, now time.Time) error {
	rows, _ := tx.Query(ctx, `
		SELECT b.id, f.by_id IS NULL FROM breaches b JOIN follows f ON f.breach_id = b.id
		WHERE b.case_id = $1 AND b.target_id = $2 FOR UPDATE OF f`, c.of.ID, c.target)
	type held struct {
		ID   int64
		Open bool
	}
	h, err := one(rows, pgx.RowToStructByPos[held])
	if err != nil || h == nil {
		return err
	}
	batch := &pgx.Batch{}
	batch.Queue(`INSERT INTO breach_events (breach_id, at, kind, why) VALUES ($1, $2, $3, $4)`, h.ID, now, kind, why)
	batch.Queue(`UPDATE follows SET next_at = $2 WHERE breach_id = $1 AND by_id IS NULL`, h.ID, next)
	batch.Queue(`UPDATE pings SET want = want + 1 WHERE breach_id = $1 AND dropped_at IS NULL`, h.ID)
	batch.Queue(notify)
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return err
	}
	if next == nil || !h.Open {
		return nil
	}
	return s.at(ctx, tx, *next, followJob{h.ID})
}

// JudgeDue judges the cases of which a clock is due at now, at most limit of
// them, and gives how many there were: to be called again until none is left.
// Several copies may call it at once; each case is judged by one of them. It
// is all or nothing: a copy that dies leaves them due.
func (s *Store) JudgeDue(ctx context.Context, now time.Time, limit int) (int, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return 0, err
	}
	var due []int64
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		rows, _ := tx.Query(ctx, `
			SELECT c.id FROM case_clocks k JOIN cases c ON c.id = k.case_id
			WHERE k.next_at <= $1 ORDER BY k.next_at LIMIT $2 FOR UPDATE OF c SKIP LOCKED`, now, limit)
		due, err = pgx.CollectRows(rows, pgx.RowTo[int64])
		if err != nil {
			return fmt.Errorf("find due clocks: %w", err)
		}
		slices.Sort(due)
		due = slices.Compact(due)
		_, err = s.judgeCases(ctx, tx, d, due, now)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("judge due clocks: %w", err)
	}
	return len(due), nil
}

// NextClock gives when the next clock is due, or nil when none ever is.
func (s *Store) NextClock(ctx context.Context) (*time.Time, error) {
	var at *time.Time
	if err := s.db.QueryRow(ctx, `SELECT min(next_at) FROM case_clocks WHERE next_at IS NOT NULL`).Scan(&at); err != nil {
		return nil, fmt.Errorf("read next clock: %w", err)
	}
	return at, nil
}
