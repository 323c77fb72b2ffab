package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// Facts gives everything that was measured of a target in a period, also what
// does not count.
func (s *Store) Facts(ctx context.Context, t slm.Target, p slm.Period) ([]slm.Fact, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT m.source, m.key, m.from_at, m.to_at, m.good, m.total, m.value,
			coalesce(w.windows @> tstzrange(m.from_at, m.to_at), false), coalesce(c.by_key, '')
		FROM measured m
			LEFT JOIN excluded_windows w ON w.target_id = m.target_id
			LEFT JOIN corrections c ON c.source = m.source AND c.key = m.key
		WHERE m.target_id = $1 AND m.from_at >= $2 AND m.from_at < $3
		ORDER BY m.from_at, m.source, m.key`, t.ID, p.From, p.To)
	facts, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (f slm.Fact, err error) {
		f.Agreement, f.Target = t.Agreement, t.Key
		err = row.Scan(&f.Source, &f.Key, &f.From, &f.To, &f.Good, &f.Total, &f.Value, &f.Excluded, &f.CorrectedBy)
		return f, err
	})
	if err != nil {
		return nil, fmt.Errorf("read facts of %s %s: %w", t.Agreement, t.Key, err)
	}
	return facts, nil
}

// Explain says how the figure of a target comes about in the window that
// contains a time, as things stand now.
func (s *Store) Explain(ctx context.Context, a *slm.Agreement, t slm.Target, at, now time.Time) (slm.Explanation, error) {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return slm.Explanation{}, fmt.Errorf("stored zone of %s: %v", a.Code, err)
	}
	window := t.Window.At(at, zone)
	facts, err := s.Facts(ctx, t, window)
	if err != nil {
		return slm.Explanation{}, err
	}
	windows, err := s.excludedWindows(ctx, s.db, t.ID)
	if err != nil {
		return slm.Explanation{}, err
	}
	return slm.Explain(t, window, facts, windows, now), nil
}
