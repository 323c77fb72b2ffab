package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// Directory gives everybody and everything as of now. The answer is shared:
// nobody may change it. It is read anew whenever anything in it changed, so it
// is never old.
func (s *Store) Directory(ctx context.Context) (*slm.Directory, error) {
	var version int64
	if err := s.db.QueryRow(ctx, `SELECT version FROM directory`).Scan(&version); err != nil {
		return nil, fmt.Errorf("read directory version: %w", err)
	}
	s.mu.Lock()
	cached := s.dir
	s.mu.Unlock()
	if cached != nil && cached.Version == version {
		return cached, nil
	}
	d, err := s.readDirectory(ctx)
	if err != nil {
		return nil, fmt.Errorf("read directory: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.dir == nil || s.dir.Version < d.Version {
		s.dir = d
	}
	return d, nil
}

// readDirectory reads all of it as of one moment.
func (s *Store) readDirectory(ctx context.Context) (d *slm.Directory, err error) {
	options := pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}
	err = pgx.BeginTxFunc(ctx, s.db, options, func(tx pgx.Tx) error {
		d, err = directoryIn(ctx, tx)
		return err
	})
	return d, err
}

// directoryIn reads the directory as a transaction sees it.
func directoryIn(ctx context.Context, tx pgx.Tx) (*slm.Directory, error) {
	d := &slm.Directory{}
	err := tx.QueryRow(ctx, `SELECT version, name_en, name_zh, zone FROM directory`).
		Scan(&d.Version, &d.Name.EN, &d.Name.ZH, &d.Zone)
	if err != nil {
		return nil, err
	}
	if d.People, err = readPeople(ctx, tx); err != nil {
		return nil, err
	}
	if d.Parties, err = readParties(ctx, tx); err != nil {
		return nil, err
	}
	if d.Services, err = readServices(ctx, tx); err != nil {
		return nil, err
	}
	if d.Agreements, err = readAgreements(ctx, tx); err != nil {
		return nil, err
	}
	if d.Roles, err = readRoles(ctx, tx); err != nil {
		return nil, err
	}
	if d.Merges, err = readMerges(ctx, tx); err != nil {
		return nil, err
	}
	if d.Calendars, err = readCalendars(ctx, tx); err != nil {
		return nil, err
	}
	if d.Assignments, err = readAssignments(ctx, tx); err != nil {
		return nil, err
	}
	if d.Covers, err = readCovers(ctx, tx); err != nil {
		return nil, err
	}
	if d.Lessons, err = readLessons(ctx, tx); err != nil {
		return nil, err
	}
	return d.Index(), nil
}

func readPeople(ctx context.Context, tx pgx.Tx) ([]slm.Person, error) {
	rows, _ := tx.Query(ctx, `
		SELECT id, email, name_en, name_zh, coalesce(slack_id, ''), called, lang, zone, coalesce(party, ''), guest, left_at, status, status_until
		FROM people ORDER BY id`)
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (p slm.Person, err error) {
		err = row.Scan(&p.ID, &p.Email, &p.Name.EN, &p.Name.ZH, &p.SlackID, &p.Called, &p.Lang, &p.Zone, &p.Party, &p.Guest, &p.LeftAt,
			&p.Status, &p.StatusUntil)
		return p, err
	})
}

func readParties(ctx context.Context, tx pgx.Tx) ([]slm.Party, error) {
	rows, _ := tx.Query(ctx, `SELECT code, name_en, name_zh, side FROM parties ORDER BY code`)
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (p slm.Party, err error) {
		err = row.Scan(&p.Code, &p.Name.EN, &p.Name.ZH, &p.Side)
		return p, err
	})
}

func readServices(ctx context.Context, tx pgx.Tx) ([]slm.Service, error) {
	rows, _ := tx.Query(ctx, `SELECT code, name_en, name_zh, aliases, state FROM services ORDER BY code`)
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (v slm.Service, err error) {
		err = row.Scan(&v.Code, &v.Name.EN, &v.Name.ZH, &v.Aliases, &v.State)
		return v, err
	})
}

func readAgreements(ctx context.Context, tx pgx.Tx) ([]slm.Agreement, error) {
	rows, _ := tx.Query(ctx, `
		SELECT a.code, kind, title_en, title_zh, provider, consumer, state, version, from_at, to_at, zone, alert_role, answer_seconds,
			coalesce(calendar, ''), notice_months, notice_days, renewal_months, renewal_days,
			reminder_months, reminder_days, coalesce(requirement, ''),
			ARRAY(SELECT service FROM agreement_services s WHERE s.agreement = a.code ORDER BY position),
			ARRAY(SELECT carries FROM underpins u WHERE u.agreement = a.code ORDER BY carries)
		FROM agreements a ORDER BY code`)
	agreements, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (a slm.Agreement, err error) {
		var seconds int64
		err = row.Scan(&a.Code, &a.Kind, &a.Title.EN, &a.Title.ZH, &a.Provider, &a.Consumer, &a.State, &a.Version,
			&a.From, &a.To, &a.Zone, &a.AlertRole, &seconds,
			&a.Calendar, &a.Notice.Months, &a.Notice.Days, &a.Renewal.Months, &a.Renewal.Days,
			&a.Reminder.Months, &a.Reminder.Days, &a.Requirement, &a.Services, &a.Underpins)
		a.AnswerWithin = time.Duration(seconds) * time.Second
		return a, err
	})
	if err != nil {
		return nil, err
	}
	byCode := make(map[string]*slm.Agreement, len(agreements))
	for i := range agreements {
		byCode[agreements[i].Code] = &agreements[i]
	}
	rows, _ = tx.Query(ctx, `
		SELECT id, agreement, key, name_en, name_zh, kind, objective, window_unit, window_days, coalesce(sense, ''), coalesce(bound, 0), unit,
			coalesce(statistic, ''), clock, coalesce(within_seconds, 0), priority, coalesce(calendar, '')
		FROM targets WHERE ended_at IS NULL ORDER BY id`)
	targets, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (t slm.Target, err error) {
		var seconds int64
		err = row.Scan(&t.ID, &t.Agreement, &t.Key, &t.Name.EN, &t.Name.ZH, &t.Kind, &t.Objective, &t.Window.Unit, &t.Window.Days,
			&t.Bound.Sense, &t.Bound.At, &t.Bound.Unit, &t.Statistic, &t.Clock, &seconds, &t.Priority, &t.Calendar)
		t.Within = time.Duration(seconds) * time.Second
		return t, err
	})
	for _, t := range targets {
		a := byCode[t.Agreement]
		a.Targets = append(a.Targets, t)
	}
	return agreements, err
}

func readAssignments(ctx context.Context, tx pgx.Tx) ([]slm.Assignment, error) {
	rows, _ := tx.Query(ctx, `
		SELECT id, role,
			CASE WHEN agreement IS NOT NULL THEN 'agreement' WHEN service IS NOT NULL THEN 'service' ELSE 'organisation' END,
			coalesce(agreement, service, ''), person_id, deputy, from_at, to_at, coalesce(entered_by, ''), entered_at
		FROM assignments ORDER BY id`)
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (a slm.Assignment, err error) {
		var entered *time.Time
		err = row.Scan(&a.ID, &a.Role, &a.Scope.Kind, &a.Scope.Code, &a.Person, &a.Deputy, &a.From, &a.To, &a.EnteredBy, &entered)
		if entered != nil {
			a.EnteredAt = *entered
		}
		return a, err
	})
}

func readCovers(ctx context.Context, tx pgx.Tx) ([]slm.Cover, error) {
	rows, _ := tx.Query(ctx, `
		SELECT id, person_id, coalesce(by_id, 0), from_at, to_at, reason
		FROM covers WHERE ended_at IS NULL ORDER BY id`)
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (c slm.Cover, err error) {
		err = row.Scan(&c.ID, &c.Person, &c.By, &c.From, &c.To, &c.Reason)
		return c, err
	})
}
