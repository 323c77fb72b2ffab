package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// The rules by which a breach of a level turns out to be none, or one after
// all.
const (
	ByCorrection Rule = "correction" // a measurement was corrected
	ByExclusion  Rule = "exclusion"  // a window of time does not count, or counts again
	ByLateData   Rule = "late"       // more was measured
)

// whyRevised gives the reason for the record of a breach.
func whyRevised(because slm.Judgement) Reason {
	switch because.Cause {
	case slm.Corrected:
		return Reason{Rule: ByCorrection, Text: because.Key}
	case slm.Excluded, slm.CountedAgain:
		return Reason{Rule: ByExclusion}
	}
	return Reason{Rule: ByLateData}
}

// mendLevels notes that breaches turned out to be none. The records stay;
// nobody has to answer for them any more.
func (s *Store) mendLevels(ctx context.Context, tx pgx.Tx, revised []*judged, now time.Time) error {
	for _, j := range revised {
		breach, err := lastBreach(ctx, tx, j)
		if err != nil {
			return err
		}
		if breach != 0 {
			if err := s.turnLevel(ctx, tx, breach, "corrected", whyRevised(j.because), nil, now); err != nil {
				return fmt.Errorf("correct breach %d: %w", breach, err)
			}
		}
	}
	return nil
}

// lastBreach gives the breach of a target in its window, 0 if there is none.
// That of a rolling one began in a window that may be over.
func lastBreach(ctx context.Context, tx pgx.Tx, j *judged) (int64, error) {
	rows, _ := tx.Query(ctx, `
		SELECT id FROM breaches WHERE target_id = $1 AND ($3 OR period_from = $2) ORDER BY id DESC LIMIT 1`,
		j.target.ID, j.period.From, j.target.Window.Unit == slm.Rolling)
	id, err := one(rows, pgx.RowTo[int64])
	if err != nil || id == nil {
		return 0, err
	}
	return *id, nil
}

// breakLevels notes of breaches that were recorded before that they are breaches
// after all, where they were corrected, and brings them on.
func (s *Store) breakLevels(ctx context.Context, tx pgx.Tx, all []*judged, now time.Time) error {
	for _, j := range all {
		breach, err := lastBreach(ctx, tx, j)
		if err != nil {
			return err
		}
		rows, _ := tx.Query(ctx, `
			SELECT kind = 'corrected' FROM breach_events
			WHERE breach_id = $1 AND kind IN ('corrected', 'again') ORDER BY id DESC LIMIT 1`, breach)
		corrected, err := one(rows, pgx.RowTo[bool])
		if err != nil {
			return err
		}
		if corrected == nil || !*corrected {
			continue
		}
		next := now.Add(slm.Wait(j.agreement.AnswerWithin, 0))
		if err := s.turnLevel(ctx, tx, breach, "again", whyRevised(j.because), &next, now); err != nil {
			return fmt.Errorf("break %d again: %w", breach, err)
		}
	}
	return nil
}

// turnLevel adds an event to a breach, sets when its next step is due (nil:
// never) unless somebody has answered, and has its messages drawn anew.
func (s *Store) turnLevel(ctx context.Context, tx pgx.Tx, breach int64, kind string, why Reason, next *time.Time, now time.Time) error {
	batch := &pgx.Batch{}
	batch.Queue(`UPDATE follows SET next_at = $2 WHERE breach_id = $1 AND by_id IS NULL`, breach, next)
	batch.Queue(`INSERT INTO breach_events (breach_id, at, kind, why) VALUES ($1, $2, $3, $4)`, breach, now, kind, why)
	batch.Queue(`UPDATE pings SET want = want + 1 WHERE breach_id = $1 AND dropped_at IS NULL`, breach)
	batch.Queue(notify)
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return err
	}
	if next == nil {
		return nil
	}
	return s.at(ctx, tx, *next, followJob{breach})
}
