package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A Reason is why a ping is owed to this person. It is stored with the ping.
type Reason struct {
	Rule     Rule          `json:"rule"`
	Role     slm.RoleKey   `json:"role,omitempty"`
	Rung     slm.Why       `json:"rung,omitempty"`
	For      int64         `json:"for,omitempty"`   // the absent person who is covered
	By       int64         `json:"by,omitempty"`    // who escalated, opened the round, or asks
	Round    int           `json:"round,omitempty"` // of reminding
	Skipped  []Skipped     `json:"skipped,omitempty"`
	Ask      string        `json:"ask,omitempty"`      // request: the command that is asked for
	Into     slm.RoleKey   `json:"into,omitempty"`     // notice: what Role was merged into
	Scope    string        `json:"scope,omitempty"`    // notice: code of the service or agreement
	From     *time.Time    `json:"from,omitempty"`     // notice: from when it holds
	To       *time.Time    `json:"to,omitempty"`       // notice: until when it holds
	Gaps     []slm.Gap     `json:"gaps,omitempty"`     // notice: where nobody can be reached
	Text     string        `json:"text,omitempty"`     // notice: what somebody wrote
	Name     string        `json:"name,omitempty"`     // notice: by which Scope is known from now on
	Silences []slm.Silence `json:"silences,omitempty"` // notice: sources that are silent, or heard again
	Moves    []slm.Move    `json:"moves,omitempty"`    // notice: agreements that time has moved
	Propose  int64         `json:"propose,omitempty"`  // notice: the proposal that waits for the person
	Exclude  int64         `json:"exclude,omitempty"`  // request: the exclusion that waits for the person
}

// A Skipped is a vacant rung on the way to the person.
type Skipped struct {
	Role   slm.RoleKey `json:"role"`
	Why    slm.Why     `json:"why"`
	Person int64       `json:"person,omitempty"` // who is away or has left
}

func skipped(r slm.Rung) Skipped {
	v := Skipped{Role: r.Role, Why: r.Why}
	if r.For != nil {
		v.Person = r.For.ID
	}
	return v
}

// A Ping is a message owed to a person. See the package comment for its life.
type Ping struct {
	ID      int64
	Key     string
	Kind    string // breach, survey, request, notice or warning
	Person  int64
	Breach  int64 // of kind breach
	Survey  int64 // of kind survey
	Target  int64 // of kind warning
	Case    int64 // of kind warning; 0: it is not about a case
	Why     Reason
	OwedAt  time.Time
	DM      string // the channel in which we talk with the person, if it is known
	Channel string // where it was sent, empty until then
	TS      string
	SentAt  *time.Time
	Want    int
	Drawn   int
	// Look says that an earlier attempt, begun at TriedAt, may have reached
	// Slack: its trace has to be looked for before posting again.
	Look     bool
	TriedAt  *time.Time
	Attempts int       // also tells one claim from the next
	Until    time.Time // the end of the lease
}

// ClaimPings claims pings that are due at now, at most limit of them, for the
// length of lease. No two callers claim the same ping. One whose outcome is not
// reported by the end of the lease is due again, to be looked for first.
func (s *Store) ClaimPings(ctx context.Context, now time.Time, lease time.Duration, limit int) ([]Ping, error) {
	rows, _ := s.db.Query(ctx, `
		WITH due AS (
			SELECT id, unsure
			FROM pings
			WHERE dropped_at IS NULL AND drawn < want AND due_at <= $1
			ORDER BY due_at, id
			LIMIT $3
			FOR UPDATE SKIP LOCKED
		)
		UPDATE pings p
		SET due_at = $2, attempts = attempts + 1, unsure = sent_at IS NULL, tried_at = coalesce(tried_at, $1)
		FROM due
		WHERE p.id = due.id
		RETURNING p.id, key, kind, person_id, coalesce(breach_id, 0), coalesce(survey_id, 0),
			coalesce(target_id, 0), coalesce(case_id, 0), why, owed_at,
			coalesce((SELECT d.channel FROM people JOIN dms d USING (slack_id) WHERE people.id = person_id), ''),
			coalesce(channel, ''), coalesce(ts, ''), sent_at, want, drawn, due.unsure, tried_at, attempts`,
		now, now.Add(lease), limit)
	pings, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (p Ping, err error) {
		err = row.Scan(&p.ID, &p.Key, &p.Kind, &p.Person, &p.Breach, &p.Survey, &p.Target, &p.Case, &p.Why, &p.OwedAt,
			&p.DM, &p.Channel, &p.TS, &p.SentAt, &p.Want, &p.Drawn, &p.Look, &p.TriedAt, &p.Attempts)
		p.Until = now.Add(lease)
		return p, err
	})
	if err != nil {
		return nil, fmt.Errorf("claim due pings: %w", err)
	}
	return pings, nil
}

// KeepPing makes a claim last until the time, and reports whether it still is
// one: when its lease has run out, another copy may have the ping.
func (s *Store) KeepPing(ctx context.Context, p Ping, until time.Time) (bool, error) {
	tag, err := s.db.Exec(ctx, `UPDATE pings SET due_at = $3 WHERE id = $1 AND attempts = $2`, p.ID, p.Attempts, until)
	if err != nil {
		return false, fmt.Errorf("keep ping %d: %w", p.ID, err)
	}
	return tag.RowsAffected() == 1, nil
}

// NextPing gives when the next pending ping is due, or nil when none is.
func (s *Store) NextPing(ctx context.Context) (*time.Time, error) {
	var at *time.Time
	err := s.db.QueryRow(ctx, `
		SELECT min(due_at) FROM pings WHERE dropped_at IS NULL AND drawn < want`).Scan(&at)
	if err != nil {
		return nil, fmt.Errorf("read next ping: %w", err)
	}
	return at, nil
}

// PingSent stores where a ping stands in Slack. The time for an answer to a
// breach runs from here, since before nobody could have read it. Only the last
// ping of a breach moves it: after an outage of Slack, those that waited
// together would add up.
//
// It does not wait for the disk. Should Postgres crash within the second, the
// ping is claimed and unsure again, as after a crash of the bot, and will be
// found in Slack. The claim itself, which says so, was waited for.
func (s *Store) PingSent(ctx context.Context, p Ping, channel, ts string, now time.Time) error {
	batch := &pgx.Batch{} // one transaction
	batch.Queue(`SELECT set_config('synchronous_commit', 'off', true)`)
	batch.Queue(`
		WITH sent AS (
			UPDATE pings SET channel = $2, ts = $3, sent_at = $4, drawn = $5, due_at = $4, unsure = false, error = NULL
			WHERE id = $1 AND sent_at IS NULL
			RETURNING id, breach_id
		)
		UPDATE follows f
		SET next_at = f.next_at + ($4 - $6::timestamptz)
		FROM sent
		WHERE f.breach_id = sent.breach_id AND f.by_id IS NULL AND $4 > $6::timestamptz
			AND NOT EXISTS (SELECT FROM pings later WHERE later.breach_id = sent.breach_id AND later.id > sent.id)`,
		p.ID, channel, ts, now, p.Want, p.OwedAt)
	if err := s.db.SendBatch(ctx, batch).Close(); err != nil {
		return fmt.Errorf("store sent ping %d: %w", p.ID, err)
	}
	return nil
}

// PingDrawn stores that Slack shows the ping as it was wanted when claimed,
// and lets go of it: if its looks changed meanwhile, it is due again.
func (s *Store) PingDrawn(ctx context.Context, p Ping, now time.Time) error {
	_, err := s.db.Exec(ctx, `
		UPDATE pings SET drawn = greatest(drawn, $2), due_at = $3, error = NULL WHERE id = $1`, p.ID, p.Want, now)
	if err != nil {
		return fmt.Errorf("store drawn ping %d: %w", p.ID, err)
	}
	return nil
}

// RetryPing makes a claimed ping due again at the time. unsure says whether
// this attempt may have reached Slack; cause is for the operator. It does
// nothing to a ping that another copy has claimed since.
func (s *Store) RetryPing(ctx context.Context, p Ping, at time.Time, unsure bool, cause string) error {
	_, err := s.db.Exec(ctx, `
		UPDATE pings SET due_at = $2, unsure = $3 AND sent_at IS NULL, error = $4 WHERE id = $1 AND attempts = $5`,
		p.ID, at, unsure, cause, p.Attempts)
	if err != nil {
		return fmt.Errorf("retry ping %d: %w", p.ID, err)
	}
	return nil
}

// DropPing ends a ping that was not sent and is not needed any more, with the
// reason.
func (s *Store) DropPing(ctx context.Context, p Ping, why string, now time.Time) error {
	if _, err := s.db.Exec(ctx, `
		UPDATE pings SET dropped_at = $2, dropped_why = $3, unsure = false
		WHERE id = $1 AND sent_at IS NULL AND attempts = $4`, p.ID, now, why, p.Attempts); err != nil {
		return fmt.Errorf("drop ping %d: %w", p.ID, err)
	}
	return nil
}

// GiveUpPing ends a ping that cannot or must not reach its person any more
// (rule ByUnreachable or ByReroute) and brings its breach to the next one, in
// one transaction.
func (s *Store) GiveUpPing(ctx context.Context, p Ping, rule Rule, cause string, now time.Time) error {
	d, err := s.Directory(ctx)
	if err != nil {
		return err
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `
			UPDATE pings SET dropped_at = $2, dropped_why = $3, error = $4, unsure = false
			WHERE id = $1 AND sent_at IS NULL AND dropped_at IS NULL AND attempts = $5`, p.ID, now, rule, cause, p.Attempts)
		if err != nil || tag.RowsAffected() == 0 || p.Breach == 0 {
			return err
		}
		kind := "rerouted"
		if rule == ByUnreachable {
			kind = "unreachable"
		}
		if _, err := tx.Exec(ctx, `
			INSERT INTO breach_events (breach_id, at, kind, person_id, why) VALUES ($1, $2, $3, $4, $5)`,
			p.Breach, now, kind, p.Person, p.Why); err != nil {
			return err
		}
		_, err = s.step(ctx, tx, d, p.Breach, Reason{Rule: rule}, now)
		return err
	})
	if err != nil {
		return fmt.Errorf("give up ping %d: %w", p.ID, err)
	}
	return nil
}

// RequestPing owes a message to a person in which another asks for something
// that only the first may do. Asking twice on one day is one message.
func (s *Store) RequestPing(ctx context.Context, to int64, why Reason, now time.Time) error {
	key := fmt.Sprintf("request/%d/%d/%s/%s", why.By, to, why.Ask, now.UTC().Format(time.DateOnly))
	err := s.inTx(ctx, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `
			INSERT INTO pings (key, kind, person_id, why, owed_at, due_at) VALUES ($1, 'request', $2, $3, $4, $4)
			ON CONFLICT (key) DO NOTHING`, key, to, why, now); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return fmt.Errorf("owe request to person %d: %w", to, err)
	}
	return nil
}

// PingBefore gives the ts of the message about the same breach that the person
// got first, which a reminder goes below; "" if there is none.
func (s *Store) PingBefore(ctx context.Context, p Ping) (string, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT ts FROM pings WHERE breach_id = $1 AND person_id = $2 AND id < $3 AND sent_at IS NOT NULL
		ORDER BY id LIMIT 1`, p.Breach, p.Person, p.ID)
	ts, err := one(rows, pgx.RowTo[string])
	if err != nil || ts == nil {
		return "", err
	}
	return *ts, nil
}

// DM gives the channel in which Steward and a Slack user talk, or "".
func (s *Store) DM(ctx context.Context, slackID string) (string, error) {
	rows, _ := s.db.Query(ctx, `SELECT channel FROM dms WHERE slack_id = $1`, slackID)
	channel, err := one(rows, pgx.RowTo[string])
	if err != nil {
		return "", fmt.Errorf("read DM of %s: %w", slackID, err)
	}
	if channel == nil {
		return "", nil
	}
	return *channel, nil
}

// SetDM remembers the channel in which Steward and a Slack user talk.
func (s *Store) SetDM(ctx context.Context, slackID, channel string) error {
	_, err := s.db.Exec(ctx, `
		INSERT INTO dms (slack_id, channel) VALUES ($1, $2)
		ON CONFLICT (slack_id) DO UPDATE SET channel = excluded.channel`, slackID, channel)
	if err != nil {
		return fmt.Errorf("store DM of %s: %w", slackID, err)
	}
	return nil
}

// notify tells every copy of the bot, once the transaction is kept, that pings
// are due.
const notify = `SELECT pg_notify('steward_pings', '')`

func wake(ctx context.Context, tx pgx.Tx) error {
	if _, err := tx.Exec(ctx, notify); err != nil {
		return fmt.Errorf("wake: %w", err)
	}
	return nil
}

// Listen calls pings whenever pings became due and clocks whenever the next
// clock may be due at another time, until ctx ends or the connection breaks. It
// calls both once at the start too, for what came before.
func (s *Store) Listen(ctx context.Context, pings, clocks func()) error {
	conn, err := s.db.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	c := conn.Hijack()                        // it stays in LISTEN, so it must not go back to the pool
	defer c.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing follows
	if _, err := c.Exec(ctx, `LISTEN steward_pings; LISTEN steward_clocks`); err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	pings()
	clocks()
	for {
		n, err := c.WaitForNotification(ctx)
		if err != nil {
			return fmt.Errorf("wait for notification: %w", err)
		}
		if n.Channel == "steward_clocks" {
			clocks()
			continue
		}
		pings()
	}
}
