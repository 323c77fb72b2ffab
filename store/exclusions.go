package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

const selectExclusion = `
	SELECT id, coalesce(agreement, ''), coalesce(service, ''), from_at, to_at, reason, proposed_by, proposed_at,
		coalesce(approved_by, 0), approved_at, coalesce(ended_by, 0), ended_at
	FROM exclusions `

func scanExclusion(row pgx.CollectableRow) (e slm.Exclusion, err error) {
	var agreement, service string
	err = row.Scan(&e.ID, &agreement, &service, &e.Period.From, &e.Period.To, &e.Reason, &e.ProposedBy, &e.ProposedAt,
		&e.ApprovedBy, &e.ApprovedAt, &e.EndedBy, &e.EndedAt)
	if e.Scope = (slm.Scope{Kind: slm.AgreementScope, Code: agreement}); agreement == "" {
		e.Scope = slm.Scope{Kind: slm.ServiceScope, Code: service}
	}
	return e, err
}

// Propose keeps an exclusion that waits for approval, owes the request to
// approve it to the person second with the same commit, or to nobody if that is
// 0, and gives its id. It refuses what slm.Exclusion.Check does, and agreements
// and services that are not there. Nothing is left out before somebody else
// than its author, e.ProposedBy, approves.
func (s *Store) Propose(ctx context.Context, e slm.Exclusion, second int64, now time.Time) (int64, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	d, err := s.Directory(ctx)
	if err != nil {
		return 0, err
	}
	var agreement, service *string
	switch {
	case e.Scope.Kind == slm.AgreementScope && d.Agreement(e.Scope.Code) != nil:
		agreement = &e.Scope.Code
	case e.Scope.Kind == slm.ServiceScope && d.Service(e.Scope.Code) != nil:
		service = &e.Scope.Code
	default:
		return 0, slm.Refuse(slm.NotFound, "agreement", "code", e.Scope.Code)
	}
	var id int64
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx, `
			INSERT INTO exclusions (agreement, service, from_at, to_at, reason, proposed_by, proposed_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
			agreement, service, e.Period.From, e.Period.To, e.Reason, e.ProposedBy, now).Scan(&id)
		if err != nil || second == 0 {
			return err
		}
		why := Reason{Rule: ByExclusion, By: e.ProposedBy, Exclude: id}
		if _, err := tx.Exec(ctx, `
			INSERT INTO pings (key, kind, person_id, why, owed_at, due_at) VALUES ($1, 'request', $2, $3, $4, $4)`,
			exclusionKey(id), second, why, now); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return 0, fmt.Errorf("propose exclusion on %s: %w", e.Scope.Code, err)
	}
	return id, nil
}

// exclusionKey is the key of the request to approve an exclusion.
func exclusionKey(id int64) string { return fmt.Sprintf("exclusion/%d", id) }

// Exclusion gives the exclusion with the id. It refuses, as NotFound, an id
// that is none.
func (s *Store) Exclusion(ctx context.Context, id int64) (slm.Exclusion, error) {
	rows, _ := s.db.Query(ctx, selectExclusion+`WHERE id = $1`, id)
	e, err := one(rows, scanExclusion)
	if err != nil {
		return slm.Exclusion{}, fmt.Errorf("read exclusion %d: %w", id, err)
	}
	if e == nil {
		return slm.Exclusion{}, slm.Refuse(slm.NotFound, "exclusion")
	}
	return *e, nil
}

// Exclusions gives those that touch a period of an agreement, by itself or by a
// service it is about, in the order of time: approved, waiting and ended ones.
func (s *Store) Exclusions(ctx context.Context, a *slm.Agreement, p slm.Period) ([]slm.Exclusion, error) {
	rows, _ := s.db.Query(ctx, selectExclusion+`
		WHERE (agreement = $1 OR service = ANY($2)) AND from_at < $4 AND to_at > $3 ORDER BY from_at, id`,
		a.Code, a.Services, p.From, p.To)
	all, err := pgx.CollectRows(rows, scanExclusion)
	if err != nil {
		return nil, fmt.Errorf("read exclusions of %s: %w", a.Code, err)
	}
	return all, nil
}

// Approve makes an exclusion count, judges anew what it touches, and gives it
// as it is then. Approving twice is once. It refuses whom
// slm.Directory.MayApprove does, and, as Late, one that has ended.
func (s *Store) Approve(ctx context.Context, id, person int64, now time.Time) (slm.Exclusion, error) {
	return s.decide(ctx, id, slm.Excluded, now, func(tx pgx.Tx, d *slm.Directory, e *slm.Exclusion) (bool, error) {
		if e.EndedAt != nil {
			return false, slm.Refuse(slm.Late, "exclusion.ended")
		}
		if e.ApprovedAt != nil {
			return false, nil
		}
		if err := d.MayApprove(*e, person, now); err != nil {
			return false, err
		}
		e.ApprovedBy, e.ApprovedAt = person, &now
		_, err := tx.Exec(ctx, `UPDATE exclusions SET approved_by = $2, approved_at = $3 WHERE id = $1`, id, person, now)
		return true, err
	})
}

// Withdraw ends an exclusion: one that waits is declined, one that counts does
// not any more, and what it touches is judged anew. Its author may do so, and
// who may approve it. Ending twice is once.
func (s *Store) Withdraw(ctx context.Context, id, person int64, now time.Time) (slm.Exclusion, error) {
	return s.decide(ctx, id, slm.CountedAgain, now, func(tx pgx.Tx, d *slm.Directory, e *slm.Exclusion) (bool, error) {
		if e.EndedAt != nil {
			return false, nil
		}
		if e.ProposedBy != person {
			if err := d.MayApprove(*e, person, now); err != nil {
				return false, err
			}
		}
		counted := e.Counts()
		e.EndedBy, e.EndedAt = person, &now
		_, err := tx.Exec(ctx, `UPDATE exclusions SET ended_by = $2, ended_at = $3 WHERE id = $1`, id, person, now)
		return counted, err
	})
}

// decide changes an exclusion while it and the targets that it touches are
// held, has the request for it drawn anew, and judges the targets anew if do
// says that something changed for them.
func (s *Store) decide(ctx context.Context, id int64, cause slm.Cause, now time.Time,
	do func(pgx.Tx, *slm.Directory, *slm.Exclusion) (bool, error),
) (e slm.Exclusion, err error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return e, err
	}
	if e, err = s.Exclusion(ctx, id); err != nil {
		return e, err
	}
	touched, targets := touchedTargets(d, e.Scope)
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, lockTargets, targets); err != nil {
			return err
		}
		rows, _ := tx.Query(ctx, selectExclusion+`WHERE id = $1 FOR UPDATE`, id)
		held, err := pgx.CollectExactlyOneRow(rows, scanExclusion)
		if err != nil {
			return err
		}
		e = held
		changed, err := do(tx, d, &e)
		if err != nil || sameStage(e, held) {
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE pings SET want = want + 1 WHERE key = $1 AND dropped_at IS NULL`, exclusionKey(id)); err != nil {
			return err
		}
		if err := wake(ctx, tx); err != nil || !changed {
			return err
		}
		return s.judgeAnew(ctx, tx, d, touched, e.Period, slm.Judgement{Cause: cause, Exclusion: id}, now)
	})
	if err != nil {
		return e, fmt.Errorf("decide on exclusion %d: %w", id, err)
	}
	return e, nil
}

// sameStage reports whether nothing was decided about an exclusion.
func sameStage(a, b slm.Exclusion) bool {
	return (a.ApprovedAt == nil) == (b.ApprovedAt == nil) && (a.EndedAt == nil) == (b.EndedAt == nil)
}

// touchedTargets gives what a scope is about: of each agreement the targets
// that are measured.
func touchedTargets(d *slm.Directory, scope slm.Scope) (all []*judged, ids []int64) {
	for i := range d.Agreements {
		a := &d.Agreements[i]
		if a.Code != scope.Code && (scope.Kind != slm.ServiceScope || !slices.Contains(a.Services, scope.Code)) {
			continue
		}
		for _, t := range a.Targets {
			if t.Kind != slm.ClockTarget {
				all, ids = append(all, &judged{agreement: a, target: t}), append(ids, t.ID)
			}
		}
	}
	return all, ids
}

// judgeAnew adds up and judges again what a change touches in a span of time.
func (s *Store) judgeAnew(ctx context.Context, tx pgx.Tx, d *slm.Directory, touched []*judged, span slm.Period, because slm.Judgement, now time.Time) error {
	var days []dayOf
	var all []*judged
	for _, j := range touched {
		zone, err := time.LoadLocation(j.agreement.Zone)
		if err != nil {
			return fmt.Errorf("stored zone of %s: %v", j.agreement.Code, err)
		}
		seen := map[int64]bool{}
		for at := span.From; at.Before(span.To) && !at.After(now); {
			day := slm.DayOf(at, zone)
			days, at = append(days, dayOf{j.target.ID, day}), day.To
			if w := judgedAt(j.agreement, j.target, zone, day.From, now); w != nil && !seen[w.period.From.Unix()] {
				seen[w.period.From.Unix()] = true
				w.because = because
				all = append(all, w)
			}
		}
	}
	if len(days) == 0 {
		return nil
	}
	batch := &pgx.Batch{}
	queueRebuild(batch, days)
	return s.conclude(ctx, tx, d, batch, all, now)
}

// excludedWindows gives the time that does not count for a target.
func (s *Store) excludedWindows(ctx context.Context, db querier, target int64) ([]slm.Period, error) {
	rows, _ := db.Query(ctx, `SELECT windows FROM excluded_windows WHERE target_id = $1`, target)
	windows, err := one(rows, pgx.RowTo[ranges])
	if err != nil {
		return nil, fmt.Errorf("read excluded time of target %d: %w", target, err)
	}
	if windows == nil {
		return nil, nil
	}
	return periodsOf(*windows), nil
}
