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
