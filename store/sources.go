package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// Hear remembers that a source sent something. When it is expected to be heard
// and was not for longer, the gap is remembered, too; and of all gaps while
// Steward listened the longest of each day, from which its rhythm is learned.
func (s *Store) Hear(ctx context.Context, source string, now time.Time) error {
	// To ten seconds, so that not every request writes.
	batch := &pgx.Batch{} // one transaction
	batch.Queue(`
		INSERT INTO source_gaps (source, from_at, to_at)
		SELECT source, heard_at, $2 FROM (
			SELECT * FROM sources WHERE source = $1 AND heard_at < $2::timestamptz - interval '10 seconds' FOR UPDATE
		) s
		WHERE $2 > heard_at + make_interval(secs => expect_seconds)`, source, now)
	batch.Queue(`
		INSERT INTO source_days AS d (source, day, longest_seconds)
		SELECT source, ($2::timestamptz AT TIME ZONE 'UTC')::date, extract(epoch FROM $2 - heard_at)::bigint FROM sources s
		WHERE source = $1 AND heard_at < $2::timestamptz - interval '10 seconds' AND NOT EXISTS (SELECT FROM listening WHERE since > s.heard_at)
		ON CONFLICT (source, day) DO UPDATE SET longest_seconds = excluded.longest_seconds
		WHERE d.longest_seconds < excluded.longest_seconds`, source, now)
	batch.Queue(`
		INSERT INTO sources (source, heard_at) VALUES ($1, $2)
		ON CONFLICT (source) DO UPDATE SET heard_at = excluded.heard_at WHERE sources.heard_at < excluded.heard_at - interval '10 seconds'`,
		source, now)
	err := s.db.SendBatch(ctx, batch).Close()
	if err != nil {
		return fmt.Errorf("hear %s: %w", source, err)
	}
	return nil
}

// Expect makes a source silent when it is not heard for longer than every.
// Refused, as Invalid: less than a minute, more than a week.
func (s *Store) Expect(ctx context.Context, source string, every time.Duration, now time.Time) error {
	if !expectable(every) {
		return slm.Refuse(slm.Invalid, "source.expect")
	}
	batch := &pgx.Batch{}
	queueExpect(batch, source, every, now)
	if err := s.db.SendBatch(ctx, batch).Close(); err != nil {
		return fmt.Errorf("expect %s: %w", source, err)
	}
	return nil
}

// How the rhythm of a source is learned that nobody expects: from the longest
// gap of each day of three weeks in which it was heard, so that nights and
// weekends are among them; from seven days on. It is silent after half as much
// again as the second longest of these, since the longest may have been an
// outage; after a quarter of an hour at the least and a week at the most, like
// one that is expected.
const (
	rhythmDays  = 21
	rhythmKnown = 7
	rhythmLeast = 15 * time.Minute
	rhythmMost  = 7 * 24 * time.Hour
)

func expectable(every time.Duration) bool { return every >= time.Minute && every <= rhythmMost }

// queueExpect writes down that a source is expected; one that was never heard
// counts as heard now.
func queueExpect(batch *pgx.Batch, source string, every time.Duration, now time.Time) {
	batch.Queue(`
		INSERT INTO sources (source, heard_at, expect_seconds) VALUES ($1, $2, $3)
		ON CONFLICT (source) DO UPDATE SET expect_seconds = excluded.expect_seconds
		WHERE sources.expect_seconds IS DISTINCT FROM excluded.expect_seconds`, source, now, int64(every/time.Second))
}

// away is for how long no copy of Steward may look for silent sources before
// it counts as not listening.
const away = 5 * time.Minute

// TellSilence looks for sources that are silent or are heard again, and owes
// the service level administrator of the organisation, or else the process
// owner, one message about those that are new. While neither can be reached,
// nobody is told. A source whose tokens are all useless may be silent.
func (s *Store) TellSilence(ctx context.Context, now time.Time) error {
	d, err := s.Directory(ctx)
	if err != nil {
		return err
	}
	role := slm.ServiceLevelAdministrator
	to := reachable(d, role, now)
	if to == nil {
		role, to = slm.ProcessOwner, owner(d, now)
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		var since time.Time
		err := tx.QueryRow(ctx, `
			INSERT INTO listening (since, seen_at) VALUES ($1, $1)
			ON CONFLICT (one) DO UPDATE SET seen_at = greatest(listening.seen_at, excluded.seen_at),
				since = CASE WHEN listening.seen_at < $2 THEN excluded.since ELSE listening.since END
			RETURNING since`, now, now.Add(-away)).Scan(&since)
		if err != nil || to == nil {
			return err
		}
		news, err := silences(ctx, tx, since, now)
		if err != nil || len(news) == 0 {
			return err
		}
		why := Reason{Rule: "silence", Role: role, Silences: news}
		if _, err := tx.Exec(ctx, `
			INSERT INTO pings (key, kind, person_id, why, owed_at, due_at) VALUES ($1, 'notice', $2, $3, $4, $4)`,
			fmt.Sprintf("silence/%d/%s", now.UnixMicro(), news[0].Source), to.ID, why, now); err != nil {
			return err
		}
		return wake(ctx, tx)
	})
	if err != nil {
		return fmt.Errorf("tell silence: %w", err)
	}
	return nil
}

// expectedSources are the parts of a query that give, as expected, after how
// many seconds each source is silent, and whether that was learned. Sources of
// which it is not known are not among them. Its arguments are rhythmKnown, and
// rhythmLeast and rhythmMost in seconds.
const expectedSources = `days AS (
			SELECT source, longest_seconds, count(*) OVER (PARTITION BY source) AS known,
				row_number() OVER (PARTITION BY source ORDER BY longest_seconds DESC) AS place
			FROM source_days
		), expected AS (
			SELECT s.source, coalesce(expect_seconds, least(greatest(longest_seconds * 3 / 2, $2), $3)) AS seconds, expect_seconds IS NULL AS learned
			FROM sources s LEFT JOIN days d ON d.source = s.source AND place = 2 AND known >= $1
			WHERE expect_seconds IS NOT NULL OR d.source IS NOT NULL
		)`

// silences gives the sources that are silent or heard again since it was told,
// and marks them as told.
func silences(ctx context.Context, tx pgx.Tx, listening, now time.Time) ([]slm.Silence, error) {
	first := now.AddDate(0, 0, -rhythmDays)
	if _, err := tx.Exec(ctx, `DELETE FROM source_days WHERE day < ($1::timestamptz AT TIME ZONE 'UTC')::date`, first); err != nil {
		return nil, err
	}
	rows, _ := tx.Query(ctx, `
		WITH `+expectedSources+`, silent AS (
			UPDATE sources s SET silent_at = $5, silent_from = heard_at FROM expected e
			WHERE e.source = s.source AND silent_at IS NULL AND $5 > greatest(heard_at, $4) + make_interval(secs => e.seconds)
				AND (SELECT bool_or(revoked_at IS NULL AND (expires_at > $5) IS NOT FALSE) FROM tokens t WHERE t.source = s.source) IS NOT FALSE
			RETURNING s.source, heard_at, NULL::timestamptz AS again, e.seconds, e.learned
		), heard AS (
			UPDATE sources s SET silent_at = NULL WHERE heard_at > silent_at
			RETURNING source, greatest(silent_from, (SELECT max(from_at) FROM source_gaps g WHERE g.source = s.source)), heard_at AS again,
				expect_seconds, false
		)
		SELECT * FROM silent UNION ALL SELECT * FROM heard ORDER BY source`,
		rhythmKnown, int64(rhythmLeast/time.Second), int64(rhythmMost/time.Second), listening, now)
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (v slm.Silence, err error) {
		var from, again *time.Time
		var expect *int64
		if err = row.Scan(&v.Source, &from, &again, &expect, &v.Learned); err != nil {
			return v, err
		}
		if from != nil {
			v.From = *from
		}
		if again != nil {
			v.To = *again
		}
		if expect != nil {
			v.Expect = time.Duration(*expect) * time.Second
		}
		return v, nil
	})
}
