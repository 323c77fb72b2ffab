package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// ByCalendar is the author of what time alone changes.
const ByCalendar = "steward: time"

// A Version is what an agreement said from one time until its next version.
type Version struct {
	Version int
	At      time.Time // since when
	By      string    // a person's e-mail, or a command
	Content slm.Agreement
}

// AgreementVersions gives all versions of an agreement, newest first. What was
// stored by a release that kept none is not among them.
func (s *Store) AgreementVersions(ctx context.Context, code string) ([]Version, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT version, at, by, content FROM agreement_versions WHERE agreement = $1 ORDER BY version DESC`, code)
	all, err := pgx.CollectRows(rows, pgx.RowToStructByPos[Version])
	if err != nil {
		return nil, fmt.Errorf("read versions of %s: %w", code, err)
	}
	return all, nil
}

// VersionAt gives the version of an agreement that was the newest at a time, or
// nil where none is known.
func (s *Store) VersionAt(ctx context.Context, code string, at time.Time) (*Version, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT version, at, by, content FROM agreement_versions WHERE agreement = $1 AND at <= $2
		ORDER BY version DESC LIMIT 1`, code, at)
	v, err := one(rows, pgx.RowToStructByPos[Version])
	if err != nil {
		return nil, fmt.Errorf("read version of %s: %w", code, err)
	}
	return v, nil
}

// MoveAgreements brings every agreement into the state into which time alone
// moves it, and owes those who manage them one message about theirs. It does
// so once, however often and by however many copies it is called.
func (s *Store) MoveAgreements(ctx context.Context, now time.Time) error {
	err := s.changeDirectory(ctx, func(tx pgx.Tx, d *slm.Directory) error {
		moves := d.Moves(now)
		if len(moves) == 0 {
			return nil
		}
		batch := &pgx.Batch{}
		told := map[int64][]slm.Move{}
		var order []int64
		for _, m := range moves {
			queueState(batch, m.Agreement, m.From, m.To, ByCalendar, "", now)
			to := managerOf(d, slm.Scope{Kind: slm.AgreementScope, Code: m.Agreement}, now)
			if to == nil {
				continue
			}
			if told[to.ID] == nil {
				order = append(order, to.ID)
			}
			told[to.ID] = append(told[to.ID], m)
		}
		for _, person := range order {
			why := Reason{Rule: "moved", Role: slm.ServiceLevelManager, Moves: told[person]}
			queueNotice(batch, fmt.Sprintf("moved/%d/%d", now.UnixMicro(), person), person, why, now)
		}
		batch.Queue(notify)
		return tx.SendBatch(ctx, batch).Close()
	})
	if err != nil {
		return fmt.Errorf("move agreements: %w", err)
	}
	return nil
}

// changeDirectory does something with the directory as it is while nobody else
// changes it.
func (s *Store) changeDirectory(ctx context.Context, change func(pgx.Tx, *slm.Directory) error) error {
	return s.inTx(ctx, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `SELECT FROM directory FOR UPDATE`); err != nil {
			return err
		}
		d, err := directoryIn(ctx, tx)
		if err != nil {
			return err
		}
		return change(tx, d)
	})
}

// queueState changes the state of an agreement, and nothing that it says, so
// that it stays the same version.
func queueState(batch *pgx.Batch, code string, from, to slm.State, by, reason string, now time.Time) {
	batch.Queue(`UPDATE agreements SET state = $2 WHERE code = $1`, code, to)
	after := map[string]any{"State": to}
	if reason != "" {
		after["Reason"] = reason
	}
	queueChange(batch, now, by, "agreement "+code, map[string]any{"State": from}, after)
}

// queueNotice owes a person a message, once for each key.
func queueNotice(batch *pgx.Batch, key string, person int64, why Reason, now time.Time) {
	batch.Queue(`
		INSERT INTO pings (key, kind, person_id, why, owed_at, due_at) VALUES ($1, 'notice', $2, $3, $4, $4)
		ON CONFLICT (key) DO NOTHING`, key, person, why, now)
}

// managerOf gives the service level manager for a scope who can be reached
// now, or else the process owner, or nil.
func managerOf(d *slm.Directory, scope slm.Scope, now time.Time) *slm.Person {
	for _, rung := range d.Responsible(slm.ServiceLevelManager, scope, now) {
		if rung.Person != nil && rung.Person.SlackID != "" {
			return rung.Person
		}
	}
	return owner(d, now)
}

// queueAgreement writes an agreement as a version of its own. What it carries
// comes with queueUnderpins, once all of that exists.
func queueAgreement(batch *pgx.Batch, a *slm.Agreement, by string, now time.Time) {
	batch.Queue(`
		INSERT INTO agreements (code, kind, title_en, title_zh, provider, consumer, state, version, from_at, to_at, zone,
			alert_role, answer_seconds,
			calendar, notice_months, notice_days, renewal_months, renewal_days,
			reminder_months, reminder_days, requirement)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, nullif($14, ''), $15, $16, $17, $18, $19, $20, nullif($21, ''))
		ON CONFLICT (code) DO UPDATE SET kind = $2, title_en = $3, title_zh = $4, provider = $5, consumer = $6, state = $7,
			version = $8, from_at = $9, to_at = $10, zone = $11, alert_role = $12, answer_seconds = $13,
			calendar = nullif($14, ''), notice_months = $15, notice_days = $16, renewal_months = $17, renewal_days = $18,
			reminder_months = $19, reminder_days = $20, requirement = nullif($21, '')`,
		a.Code, a.Kind, a.Title.EN, a.Title.ZH, a.Provider, a.Consumer, a.State, a.Version, a.From, a.To, a.Zone,
		a.AlertRole, int64(a.AnswerWithin/time.Second),
		a.Calendar, a.Notice.Months, a.Notice.Days, a.Renewal.Months, a.Renewal.Days,
		a.Reminder.Months, a.Reminder.Days, a.Requirement)
	queueVersion(batch, a, by, now)
	batch.Queue(`DELETE FROM agreement_services WHERE agreement = $1`, a.Code)
	for i, service := range a.Services {
		batch.Queue(`INSERT INTO agreement_services (agreement, service, position) VALUES ($1, $2, $3)`, a.Code, service, i)
	}
	batch.Queue(`UPDATE targets SET ended_at = $2 WHERE agreement = $1 AND ended_at IS NULL`, a.Code, now)
	for i := range a.Targets {
		queueTarget(batch, &a.Targets[i])
	}
	queueChanged(batch, a.Code, now)
}

// queueVersion keeps what an agreement says in its version. It is never
// edited.
func queueVersion(batch *pgx.Batch, a *slm.Agreement, by string, now time.Time) {
	batch.Queue(`INSERT INTO agreement_versions (agreement, version, content, at, by) VALUES ($1, $2, $3, $4, $5)`,
		a.Code, a.Version, a, now, by)
}

func queueUnderpins(batch *pgx.Batch, a *slm.Agreement) {
	batch.Queue(`DELETE FROM underpins WHERE agreement = $1 AND NOT carries = ANY($2)`, a.Code, append([]string{}, a.Underpins...))
	for _, carries := range a.Underpins {
		batch.Queue(`INSERT INTO underpins (agreement, carries) VALUES ($1, $2) ON CONFLICT DO NOTHING`, a.Code, carries)
	}
}

func queueTarget(batch *pgx.Batch, t *slm.Target) {
	batch.Queue(`
		INSERT INTO targets (agreement, key, name_en, name_zh, kind, objective, window_unit, window_days, sense, bound, unit,
			statistic, clock, within_seconds, priority, calendar)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, nullif($9, ''), CASE WHEN $9 = '' THEN NULL ELSE $10::bigint END, $11,
			nullif($12, ''), $13, nullif($14::bigint, 0), $15, nullif($16, ''))
		ON CONFLICT (agreement, key) DO UPDATE SET name_en = $3, name_zh = $4, kind = $5, objective = $6, window_unit = $7,
			window_days = $8, sense = nullif($9, ''), bound = CASE WHEN $9 = '' THEN NULL ELSE $10::bigint END, unit = $11,
			statistic = nullif($12, ''), clock = $13, within_seconds = nullif($14::bigint, 0), priority = $15,
			calendar = nullif($16, ''), ended_at = NULL`,
		t.Agreement, t.Key, t.Name.EN, t.Name.ZH, t.Kind, t.Objective, t.Window.Unit, t.Window.Days, t.Bound.Sense, t.Bound.At,
		t.Bound.Unit, t.Statistic, t.Clock, int64(t.Within/time.Second), t.Priority, t.Calendar)
}

// StepAgreement brings an agreement into another state by somebody's word, and
// from there to where time has brought it already. The reason is recorded. It
// refuses, as Late, a version that is not the newest, and as Invalid a step
// that the state does not allow.
func (s *Store) StepAgreement(ctx context.Context, code string, version int, to slm.State, reason, by string, now time.Time) (slm.State, error) {
	var reached slm.State
	err := s.changeDirectory(ctx, func(tx pgx.Tx, d *slm.Directory) error {
		a, err := newest(d, code, version)
		if err != nil {
			return err
		}
		if !slices.Contains(a.Steps(), to) {
			return slm.Refuse(slm.Invalid, "agreement.step", "code", code)
		}
		batch := &pgx.Batch{}
		queueState(batch, code, a.State, to, by, reason, now)
		moved := *a
		moved.State = to
		if reached = moved.StateAt(now); reached != to {
			queueState(batch, code, to, reached, ByCalendar, "", now)
		}
		return tx.SendBatch(ctx, batch).Close()
	})
	if err != nil {
		return "", fmt.Errorf("bring %s to %s: %w", code, to, err)
	}
	return reached, nil
}

// EndAgreement makes a day the last of an agreement, which is not prolonged
// then. That is a version of its own.
func (s *Store) EndAgreement(ctx context.Context, code string, version int, end time.Time, reason, by string, now time.Time) error {
	err := s.changeDirectory(ctx, func(tx pgx.Tx, d *slm.Directory) error {
		have, err := newest(d, code, version)
		if err != nil {
			return err
		}
		if !slices.Contains(have.Steps(), slm.Terminated) {
			return slm.Refuse(slm.Invalid, "agreement.step", "code", code)
		}
		if !end.After(have.From) || !end.After(now) {
			return slm.Refuse(slm.Invalid, "agreement.end")
		}
		a := *have
		a.To, a.Renewal, a.Version = &end, slm.Term{}, have.Version+1
		a.State = a.StateAt(now)
		batch := &pgx.Batch{}
		queueChange(batch, now, by, "agreement "+code, have, struct {
			slm.Agreement
			Reason string
		}{a, reason})
		queueAgreement(batch, &a, by, now)
		return tx.SendBatch(ctx, batch).Close()
	})
	if err != nil {
		return fmt.Errorf("end %s: %w", code, err)
	}
	return nil
}

// newest gives an agreement if its version is still the newest.
func newest(d *slm.Directory, code string, version int) (*slm.Agreement, error) {
	a := d.Agreement(code)
	switch {
	case a == nil:
		return nil, slm.Refuse(slm.NotFound, "agreement", "code", code)
	case a.Version != version:
		return nil, slm.Refuse(slm.Late, "proposal.old", "code", code)
	}
	return a, nil
}
