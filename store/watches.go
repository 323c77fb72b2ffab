package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// a watch is a target that a source watches for outages.
type watch struct {
	Target    int64
	Source    string
	From      time.Time // since when all is seen: before, only the outages that were told are known
	CountedTo time.Time
	Recount   *time.Time // from when on what was counted is to be counted again
	Owed      []slm.Measurement
	Until     time.Time // what can be counted now
}

// queueWatch makes the source watch the target unless one does that still has
// a token for it. It has seen everything since the first of its tokens was
// made.
func queueWatch(batch *pgx.Batch, target *slm.Target, source string, now time.Time) {
	batch.Queue(`INSERT INTO sources (source, heard_at) VALUES ($1, $2) ON CONFLICT DO NOTHING`, source, now)
	batch.Queue(`
		INSERT INTO watches AS w (target_id, source, from_at, counted_to)
		SELECT $1, $2, since, since FROM (
			SELECT date_trunc('second', coalesce(min(created_at), $3)) AS since FROM tokens WHERE source = $2 AND 'alerts' = ANY(may)
		) t
		ON CONFLICT (target_id) DO UPDATE SET source = excluded.source
		WHERE w.source <> excluded.source
			AND NOT EXISTS (SELECT FROM watch_tokens t WHERE t.target_id = w.target_id AND t.source = w.source AND (t.ends_at > $3) IS NOT FALSE)`,
		target.ID, source, now)
}

// gapsIn gives the time of a span in which nobody could tell of all outages of
// a target: when the source of the watch was silent, before it watched, and
// while there was no token for it.
func (s *Store) gapsIn(ctx context.Context, w watch, span slm.Period) ([]slm.Period, error) {
	gaps, err := s.periods(ctx, `
		SELECT from_at, to_at FROM source_gaps WHERE source = $1 AND from_at < $3 AND to_at > $2
		UNION ALL
		SELECT lower(gap), upper(gap) FROM unnest(tstzmultirange(tstzrange($2, greatest($2, $3))) - (
			SELECT coalesce(range_agg(tstzrange(created_at, greatest(created_at, coalesce(ends_at, 'infinity')))), '{}') FROM watch_tokens WHERE target_id = $4
		)) AS gap`, w.Source, span.From, span.To, w.Target)
	if err != nil {
		return nil, fmt.Errorf("read gaps: %w", err)
	}
	if span.From.Before(w.From) {
		gaps = append(gaps, slm.Period{From: span.From, To: w.From})
	}
	return gaps, nil
}
