package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// a judged is one target in one window that is looked at because something
// changed.
type judged struct {
	agreement *slm.Agreement
	target    slm.Target
	period    slm.Period
	because   slm.Judgement // its cause
	tally     slm.Tally
	last      slm.Standing // how it stood when it was last judged; empty if it never was
	since     time.Time    // when that was written down
}

// turns reports whether a target stands otherwise than before. That nothing is
// known where nothing ever was is no news unless something came.
func (j *judged) turns(l slm.Level) bool {
	news := j.because.Source != "" || j.because.Exclusion != 0
	return l.Standing != j.last && (news || l.Standing != slm.Unknown || j.last != "")
}

// a window is what is judged once however many measurements fall into it.
type window struct {
	target int64
	from   int64
}

// windowsOf gives the windows that new measurements, or what they replace,
// fell into, each once. A rolling window is judged as of now: what came late
// for an older one is not looked for.
func windowsOf(fresh []*counted, now time.Time) []*judged {
	var all []*judged
	seen := map[window]*judged{}
	add := func(m *counted, at time.Time) {
		j := judgedAt(m.agreement, m.target, m.zone, at, now)
		if j == nil {
			return
		}
		key := window{m.target.ID, j.period.From.Unix()}
		if seen[key] == nil {
			seen[key], all = j, append(all, j)
			j.because = slm.Judgement{Cause: slm.Measured, Source: m.Source, Key: m.Key}
		}
		if m.Corrects != "" {
			seen[key].because = slm.Judgement{Cause: slm.Corrected, Source: m.Source, Key: m.Key}
		}
	}
	days := map[window]bool{} // all measurements of a day belong to one window
	for _, m := range fresh {
		day := window{m.target.ID, m.day.Unix()}
		if !days[day] || m.Corrects != "" {
			days[day] = true
			add(m, m.From)
		}
		if m.Corrects != "" {
			add(m, m.replaces)
		}
	}
	return all
}

// judgedAt gives the window of a target that a time belongs to, or nil if that
// is not judged any more.
func judgedAt(a *slm.Agreement, t slm.Target, zone *time.Location, at, now time.Time) *judged {
	as := at
	if t.Window.Unit == slm.Rolling && as.Before(now) {
		as = now
	}
	if period := t.Window.At(as, zone); period.Contains(at) {
		return &judged{agreement: a, target: t, period: period}
	}
	return nil
}

// judge adds what is new to its days and looks at every target and window that
// got something new, and at no other.
func (s *Store) judge(ctx context.Context, tx pgx.Tx, d *slm.Directory, ms []*counted, now time.Time) error {
	var fresh []*counted
	for _, m := range ms {
		if m.stored {
			fresh = append(fresh, m)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	plain, corrections, anew := touchedBy(fresh)
	batch := &pgx.Batch{}
	if len(plain) > 0 {
		queueDays(batch, daysOf(plain))
	}
	if len(anew) > 0 {
		queueCorrections(batch, corrections, now)
		queueRebuild(batch, anew)
	}
	return s.conclude(ctx, tx, d, batch, windowsOf(fresh, now), now)
}

// conclude ends a batch that changed days: it judges the windows that these
// belong to, writes down where a standing changed, and does what follows.
//
// A window of the calendar is broken once. A rolling window is another one
// every day: it is broken once until it was found to be kept again.
func (s *Store) conclude(ctx context.Context, tx pgx.Tx, d *slm.Directory, batch *pgx.Batch, all []*judged, now time.Time) error {
	if len(all) > 0 {
		queueTallies(batch, all)
	}
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return fmt.Errorf("add up measurements: %w", err)
	}
	trace := &pgx.Batch{}
	var broken []slm.Breach
	var breaking, revised []*judged
	for _, j := range all {
		level := j.target.Judge(j.tally)
		turns, ended := j.turns(level), j.because.Cause == slm.WindowEnded
		if level.Standing == slm.AtRisk && !ended {
			if err := warnOfLevel(ctx, tx, d, j, level, now); err != nil {
				return err
			}
		}
		if turns || ended {
			queueJudgement(trace, j, level, now)
		}
		switch {
		case !turns:
		case level.Standing == slm.Breached:
			broken, breaking = append(broken, breachOf(j, level, now)), append(breaking, j)
		case j.last == slm.Breached && j.because.Cause.Revises():
			revised = append(revised, j)
		}
	}
	if trace.Len() == 0 {
		return nil
	}
	trace.Queue(notify)
	if err := tx.SendBatch(ctx, trace).Close(); err != nil {
		return fmt.Errorf("write judgements: %w", err)
	}
	if err := s.mendLevels(ctx, tx, revised, now); err != nil {
		return err
	}
	if len(broken) == 0 {
		return nil
	}
	if err := s.recordBreaches(ctx, tx, d, broken); err != nil {
		return err
	}
	var again []*judged
	for i, b := range broken {
		if b.ID == 0 { // it was recorded before
			again = append(again, breaking[i])
		}
	}
	return s.breakLevels(ctx, tx, again, now)
}

func breachOf(j *judged, l slm.Level, now time.Time) slm.Breach {
	b := slm.Breach{
		Target: j.target.ID, Agreement: j.agreement.Code, TargetKey: j.target.Key, Version: j.agreement.Version,
		Period: j.period, Objective: l.Objective, Sum: l.Sum, Attained: l.Attained, FoundAt: now,
	}
	if j.target.Kind == slm.ValueTarget {
		b.Bound, b.Value = j.target.Bound, l.Value
	}
	return b
}

// queueJudgement adds how a target stands from now on, and has a warning about
// it drawn anew.
func queueJudgement(batch *pgx.Batch, j *judged, l slm.Level, now time.Time) {
	why := j.because
	batch.Queue(`
		INSERT INTO judgements (target_id, period_from, period_to, at, standing, agreement_version, measured, good, total, attained, value,
			cause, source, key, exclusion_id, coverage)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, nullif($15::bigint, 0), $16)`,
		j.target.ID, j.period.From, j.period.To, now, l.Standing, j.agreement.Version, l.Count, l.Good, l.Total, l.Attained, l.Value,
		why.Cause, why.Source, why.Key, why.Exclusion, why.Coverage)
	batch.Queue(`UPDATE pings SET want = want + 1 WHERE key = $1 AND dropped_at IS NULL AND owed_at < $2`, j.warningKey(j.since), now)
}

// Judgements gives how a target stood in the windows that begin in a period,
// oldest first.
func (s *Store) Judgements(ctx context.Context, target int64, p slm.Period) ([]slm.Judgement, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT target_id, period_from, period_to, at, standing, agreement_version, measured, good, total, attained, value,
			cause, source, key, coalesce(exclusion_id, 0), coverage
		FROM judgements WHERE target_id = $1 AND period_from >= $2 AND period_from < $3 ORDER BY id`, target, p.From, p.To)
	all, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (j slm.Judgement, err error) {
		err = row.Scan(&j.Target, &j.Period.From, &j.Period.To, &j.At, &j.Standing, &j.Version, &j.Count, &j.Good, &j.Total, &j.Attained,
			&j.Value, &j.Cause, &j.Source, &j.Key, &j.Exclusion, &j.Coverage)
		return j, err
	})
	if err != nil {
		return nil, fmt.Errorf("read judgements of target %d: %w", target, err)
	}
	return all, nil
}
