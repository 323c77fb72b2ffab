package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
)

// Hear remembers that a source sent something. When it is expected to be heard
// and was not for longer, the gap is remembered, too.
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
		INSERT INTO sources (source, heard_at) VALUES ($1, $2)
		ON CONFLICT (source) DO UPDATE SET heard_at = excluded.heard_at WHERE sources.heard_at < excluded.heard_at - interval '10 seconds'`,
		source, now)
	err := s.db.SendBatch(ctx, batch).Close()
	if err != nil {
		return fmt.Errorf("hear %s: %w", source, err)
	}
	return nil
}

// Expect makes a source silent when it is not heard for longer than every; 0
// lets it be silent.
func (s *Store) Expect(ctx context.Context, source string, every time.Duration, now time.Time) error {
	var seconds *int64
	if every > 0 {
		n := int64(every / time.Second)
		seconds = &n
	}
	if _, err := s.db.Exec(ctx, `
		INSERT INTO sources (source, heard_at, expect_seconds) VALUES ($1, $2, $3)
		ON CONFLICT (source) DO UPDATE SET expect_seconds = excluded.expect_seconds
		WHERE sources.expect_seconds IS DISTINCT FROM excluded.expect_seconds`, source, now, seconds); err != nil {
		return fmt.Errorf("expect %s: %w", source, err)
	}
	return nil
}
