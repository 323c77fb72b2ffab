package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A Course is what was measured of one target in one window, day by day, for
// those who want to see where it leads.
type Course struct {
	Days     []slm.Measurement // the days on which something counted, in order
	Excluded []slm.Measurement // the same for what was measured and does not count
	Covered  []slm.Period      // when something was measured: in order, merged
	Last     time.Time         // until when something was measured; zero if nothing ever was
	Timed    bool              // good and total are seconds of the time that was measured, not events
}

// CourseOf gives the course of a target from the beginning of the window until
// now. A measurement counts on the day, in zone, on which it begins. Last is
// of an earlier window where nothing was measured in this one.
func (s *Store) CourseOf(ctx context.Context, t slm.Target, window slm.Period, zone *time.Location, now time.Time) (Course, error) {
	days, err := readDays(ctx, s.db, t.ID, window)
	if err != nil {
		return Course{}, err
	}
	c := Course{Timed: len(days) > 0}
	for _, d := range days {
		m := slm.Measurement{From: d.from, To: slm.DayOf(d.from, zone).To, Good: d.Good, Total: d.Total}
		if d.excluded {
			c.Excluded = append(c.Excluded, upTo(m, now))
		} else {
			c.Days = append(c.Days, upTo(m, now))
		}
		var covered time.Duration
		for _, p := range d.Covered {
			covered += p.Length()
		}
		c.Timed = c.Timed && covered == time.Duration(d.Total)*time.Second
		c.Covered = append(c.Covered, d.Covered...)
	}
	if c.Covered = slm.Union(c.Covered); len(c.Covered) > 0 {
		c.Last = c.Covered[len(c.Covered)-1].To
		return c, nil
	}
	rows, _ := s.db.Query(ctx, `
		SELECT upper(covered) FROM measured_days WHERE target_id = $1 AND day < $2 ORDER BY day DESC LIMIT 1`, t.ID, window.From)
	last, err := one(rows, pgx.RowTo[time.Time])
	if err != nil {
		return Course{}, fmt.Errorf("read last measurement of %s %s: %w", t.Agreement, t.Key, err)
	}
	if last != nil {
		c.Last = *last
	}
	return c, nil
}

// upTo ends a day now, since nothing can have been measured after that. The
// clock of a source that is ahead leaves at least a second.
func upTo(m slm.Measurement, now time.Time) slm.Measurement {
	if m.To.After(now) {
		m.To = now
	}
	if !m.From.Before(m.To) {
		m.To = m.From.Add(time.Second)
	}
	return m
}

// WorstOf gives the measurements of a target that count in a window and of
// which not all was good, worst first, at most limit of them.
func (s *Store) WorstOf(ctx context.Context, t slm.Target, window slm.Period, limit int) ([]slm.Measurement, error) {
	return s.counting(ctx, t, `
		SELECT source, key, from_at, to_at, good, total FROM measurements
		WHERE target_id = $1 AND from_at >= $2 AND from_at < $3 AND good < total
		ORDER BY total - good DESC, from_at, source, key LIMIT $4`, t.ID, window.From, window.To, limit)
}

// CountedOf gives the measurements of a target that count in a window, in the
// order of time, limit of them after the first skip.
func (s *Store) CountedOf(ctx context.Context, t slm.Target, window slm.Period, skip, limit int) ([]slm.Measurement, error) {
	return s.counting(ctx, t, `
		SELECT source, key, from_at, to_at, good, total FROM measurements
		WHERE target_id = $1 AND from_at >= $2 AND from_at < $3
		ORDER BY from_at, source, key OFFSET $4 LIMIT $5`, t.ID, window.From, window.To, skip, limit)
}

func (s *Store) counting(ctx context.Context, t slm.Target, query string, args ...any) ([]slm.Measurement, error) {
	rows, _ := s.db.Query(ctx, query, args...)
	ms, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (slm.Measurement, error) {
		m := slm.Measurement{Agreement: t.Agreement, Target: t.Key}
		err := row.Scan(&m.Source, &m.Key, &m.From, &m.To, &m.Good, &m.Total)
		return m, err
	})
	if err != nil {
		return nil, fmt.Errorf("read what counts for %s %s: %w", t.Agreement, t.Key, err)
	}
	return ms, nil
}
