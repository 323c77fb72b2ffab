package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// warningKey makes the warning about a target one in a window. A rolling window
// is another one every day: there it is one since the target came to stand as
// it does.
func (j *judged) warningKey(since time.Time) string {
	if j.target.Window.Unit != slm.Rolling {
		since = j.period.From
	}
	return fmt.Sprintf("warning/level/%d/%d", j.target.ID, since.Unix())
}

// warnOfLevel owes the warning that a level is close to a breach, once in a
// window, to the first person on the ladder who can be told. Should nobody be,
// the breach will find who is.
func warnOfLevel(ctx context.Context, tx pgx.Tx, d *slm.Directory, j *judged, l slm.Level, now time.Time) error {
	days, err := readDays(ctx, tx, j.target.ID, j.period)
	if err != nil {
		return err
	}
	var covered []slm.Period
	for _, day := range days {
		covered = append(covered, day.Covered...)
	}
	ladder := d.Ladder(j.agreement, now)
	i := slices.IndexFunc(ladder, func(r slm.Rung) bool { return r.Person != nil && r.Person.SlackID != "" })
	if i < 0 || !l.Coming(j.period, covered) {
		return nil
	}
	why := Reason{Rule: ByWarning, Role: ladder[i].Role, Rung: ladder[i].Why}
	if ladder[i].For != nil {
		why.For = ladder[i].For.ID
	}
	since := j.since
	if j.last != slm.AtRisk {
		since = now
	}
	batch := &pgx.Batch{}
	batch.Queue(`
		INSERT INTO pings (key, kind, person_id, target_id, why, owed_at, due_at)
		VALUES ($1, 'warning', $2, $3, $4, $5, $5) ON CONFLICT (key) DO NOTHING`,
		j.warningKey(since), ladder[i].Person.ID, j.target.ID, why, now)
	batch.Queue(notify)
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return fmt.Errorf("owe warning about %s %s: %w", j.agreement.Code, j.target.Key, err)
	}
	return nil
}
