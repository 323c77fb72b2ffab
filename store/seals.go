package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// sealLock is the advisory lock of those who add to the chain. It is taken as
// late as can be, since it is held until the transaction is over.
const sealLock = 7_483_922

// a sealed is what a seal is of.
type sealed struct {
	Breach   json.RawMessage `json:"breach"` // as Postgres writes the row, without what is null
	JudgedBy slm.Pin         `json:"judged_by"`
}

// rowOfBreach writes the row of a breach b as JSON. Times are in UTC once
// queueUTC has said so.
const rowOfBreach = `jsonb_strip_nulls(to_jsonb(b))`

// sumOfAgreement sums up the version of the agreement by which a breach b of a
// target t was judged; NULL where it was not kept.
const sumOfAgreement = `(
	SELECT encode(sha256(convert_to(content::text, 'UTF8')), 'hex') FROM agreement_versions
	WHERE agreement = t.agreement AND version = b.agreement_version)`

// sumOfCalendar sums up a version of a calendar, likewise. Both are named in
// SQL.
func sumOfCalendar(code, version string) string {
	return `(
	SELECT encode(sha256(convert_to(definition::text, 'UTF8')), 'hex') FROM calendar_versions v
	WHERE v.code = ` + code + ` AND v.version = ` + version + `)`
}

func queueUTC(batch *pgx.Batch) {
	batch.Queue(`SELECT set_config('TimeZone', 'UTC', true)`)
}

// seal adds breaches to the chain, in the transaction that recorded them.
func (s *Store) seal(ctx context.Context, tx pgx.Tx, d *slm.Directory, breaches []slm.Breach) error {
	var all, ids []int64 // ids: in the order in which they are sealed
	byID := map[int64]slm.Breach{}
	for _, b := range breaches {
		all = append(all, b.ID)
		byID[b.ID] = b
	}
	var place int64
	var seal slm.Seal
	var rows []sealed
	batch := &pgx.Batch{}
	queueUTC(batch)
	batch.Queue(`SELECT pg_advisory_xact_lock($1)`, sealLock)
	queueSealed(batch, d, all, byID, func(id int64, row sealed) { ids, rows = append(ids, id), append(rows, row) })
	batch.Queue(`SELECT place, seal FROM breach_seals ORDER BY place DESC LIMIT 1`).Query(func(last pgx.Rows) error {
		var before []byte
		_, err := pgx.ForEachRow(last, []any{&place, &before}, func() error { copy(seal[:], before); return nil })
		return err
	})
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return fmt.Errorf("read what to seal: %w", err)
	}
	seals := &pgx.Batch{}
	for i, row := range rows {
		content, err := json.Marshal(row)
		if err != nil {
			return fmt.Errorf("write breach %d: %w", ids[i], err)
		}
		place++
		seal = slm.SealOf(place, seal, string(content))
		own := seal // the batch is sent after the loop, when seal is the last one's
		seals.Queue(`INSERT INTO breach_seals (place, breach_id, content, seal) VALUES ($1, $2, $3, $4)`, place, ids[i], string(content), own[:])
	}
	if err := tx.SendBatch(ctx, seals).Close(); err != nil {
		return fmt.Errorf("seal breaches: %w", err)
	}
	return nil
}

// queueSealed reads what the seals of breaches are of, in the order of their
// ids.
func queueSealed(batch *pgx.Batch, d *slm.Directory, ids []int64, byID map[int64]slm.Breach, found func(int64, sealed)) {
	batch.Queue(`
		SELECT b.id, `+rowOfBreach+`, coalesce(`+sumOfAgreement+`, ''), coalesce(c.version, 0), coalesce(`+sumOfCalendar("c.code", "c.version")+`, '')
		FROM breaches b JOIN targets t ON t.id = b.target_id JOIN agreements a ON a.code = t.agreement
			LEFT JOIN calendars c ON c.code = coalesce(t.calendar, a.calendar)
		WHERE b.id = ANY($1) ORDER BY b.id`, ids).Query(func(rows pgx.Rows) error {
		var id int64
		var row []byte
		var agreement, calendar string
		var version int
		_, err := pgx.ForEachRow(rows, []any{&id, &row, &agreement, &version, &calendar}, func() error {
			b := byID[id]
			pin, err := d.PinOf(d.Agreement(b.Agreement), b.Target, b.Period)
			if pin.AgreementSum = agreement; pin.Version == version {
				pin.CalendarSum = calendar
			}
			found(id, sealed{append([]byte(nil), row...), pin})
			return err
		})
		return err
	})
}

// sealRest seals breaches that a copy of the version before recorded, at most
// a thousand at a time.
func (s *Store) sealRest(ctx context.Context) error {
	d, err := s.Directory(ctx)
	if err != nil {
		return err
	}
	return s.inTx(ctx, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock($1)`, sealLock); err != nil {
			return err
		}
		rows, _ := tx.Query(ctx, selectBreach+`
			WHERE NOT EXISTS (SELECT FROM breach_seals WHERE breach_id = b.id) ORDER BY b.id LIMIT 1000`)
		views, err := pgx.CollectRows(rows, scanBreach)
		if err != nil || len(views) == 0 {
			return err
		}
		breaches := make([]slm.Breach, len(views))
		for i, v := range views {
			breaches[i] = v.Breach
		}
		return s.seal(ctx, tx, d, breaches)
	})
}

// A Verdict is what became of the chain of breaches.
type Verdict struct {
	Places   int64    // how many fit, from the first
	Last     slm.Seal // of the last one that fits
	Broken   string   // what the first that does not fit is about; empty: all fit
	Unsealed []int64  // breaches that are not in the chain
	Rules    []int64  // breaches whose zone data say something else today
}

// Verify walks the chain of breaches from its first place and stops at the
// first that does not fit: a seal, a place that is missing, a record that is
// not what was sealed, or a version of an agreement or calendar that does not
// say what it said.
func (s *Store) Verify(ctx context.Context) (v Verdict, err error) {
	err = pgx.BeginTxFunc(ctx, s.db, pgx.TxOptions{IsoLevel: pgx.RepeatableRead}, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `SELECT set_config('TimeZone', 'UTC', true)`); err != nil {
			return err
		}
		if err := v.walk(ctx, tx); err != nil {
			return err
		}
		rows, _ := tx.Query(ctx, `
			SELECT id FROM breaches b WHERE NOT EXISTS (SELECT FROM breach_seals WHERE breach_id = b.id) ORDER BY id LIMIT 100`)
		v.Unsealed, err = pgx.CollectRows(rows, pgx.RowTo[int64])
		return err
	})
	if err != nil {
		return v, fmt.Errorf("verify breaches: %w", err)
	}
	return v, nil
}

// walk goes from place to place.
func (v *Verdict) walk(ctx context.Context, tx pgx.Tx) error {
	rows, _ := tx.Query(ctx, `
		SELECT s.place, s.breach_id, s.content, s.seal, b.id IS NOT NULL, coalesce(to_jsonb(b) @> (s.content::jsonb -> 'breach'), false),
			coalesce(pin ->> 'agreement_sha256' = coalesce(`+sumOfAgreement+`, ''), true),
			coalesce(pin ->> 'calendar_sha256' = coalesce(`+sumOfCalendar("pin ->> 'calendar'", "(pin ->> 'calendar_version')::int")+`, ''), true)
		FROM breach_seals s LEFT JOIN breaches b ON b.id = s.breach_id LEFT JOIN targets t ON t.id = b.target_id,
			LATERAL (SELECT s.content::jsonb -> 'judged_by' AS pin) p
		ORDER BY s.place`)
	defer rows.Close()
	for v.Broken == "" && rows.Next() {
		var place, breach int64
		var content string
		var seal []byte
		var there, same, promised, opened bool
		if err := rows.Scan(&place, &breach, &content, &seal, &there, &same, &promised, &opened); err != nil {
			return err
		}
		want := slm.SealOf(v.Places+1, v.Last, content)
		switch {
		case place != v.Places+1:
			v.Broken = fmt.Sprintf("place %d is missing", v.Places+1)
		case !bytes.Equal(seal, want[:]):
			v.Broken = fmt.Sprintf("place %d, of breach %d, does not fit its seal", place, breach)
		case !there:
			v.Broken = fmt.Sprintf("breach %d, at place %d, is gone", breach, place)
		case !same:
			v.Broken = fmt.Sprintf("breach %d, at place %d, is not what was sealed", breach, place)
		case !promised:
			v.Broken = fmt.Sprintf("the version of the agreement by which breach %d, at place %d, was judged is not what it was", breach, place)
		case !opened:
			v.Broken = fmt.Sprintf("the version of the calendar by which breach %d, at place %d, was judged is not what it was", breach, place)
		default:
			v.Places, v.Last = place, want
			if !sameRules(content) {
				v.Rules = append(v.Rules, breach)
			}
		}
	}
	return rows.Err()
}

// sameRules reports whether the zone data say today what they said when the
// content was sealed.
func sameRules(content string) bool {
	var c struct {
		Breach struct {
			From time.Time `json:"period_from"`
			To   time.Time `json:"period_to"`
		} `json:"breach"`
		JudgedBy slm.Pin `json:"judged_by"`
	}
	if err := json.Unmarshal([]byte(content), &c); err != nil {
		return false
	}
	zone, err := time.LoadLocation(c.JudgedBy.Zone)
	return err == nil && slm.ZoneRules(zone, slm.Period{From: c.Breach.From, To: c.Breach.To}) == c.JudgedBy.Rules
}
