package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A Course is what was measured of one target in one period, day by day, for
// those who want to see where it leads.
type Course struct {
	Days  []slm.Measurement // the days on which something was measured, in order
	Last  time.Time         // until when something was measured; zero if nothing ever was
	Timed bool              // good and total are seconds of the measured spans, not events
}

// CourseOf gives the course of a target from the beginning of the period until
// now. A measurement counts on the day, in zone, on which it begins. Last is
// that of an earlier period where nothing was measured in this one.
func (s *Store) CourseOf(ctx context.Context, t slm.Target, period slm.Period, zone *time.Location, now time.Time) (Course, error) {
	batch := &pgx.Batch{}
	var c Course
	timed, some := true, false
	batch.Queue(`
		SELECT date_trunc('day', from_at, $4) AS day, sum(good)::bigint, sum(total)::bigint,
			bool_and(total = extract(epoch FROM to_at - from_at))
		FROM measurements WHERE target_id = $1 AND from_at >= $2 AND from_at < $3
		GROUP BY day ORDER BY day`, t.ID, period.From, period.To, zone.String()).Query(func(rows pgx.Rows) error {
		var m slm.Measurement
		var seconds bool
		_, err := pgx.ForEachRow(rows, []any{&m.From, &m.Good, &m.Total, &seconds}, func() error {
			some, timed = true, timed && seconds
			c.Days = append(c.Days, day(m, period, zone, now))
			return nil
		})
		return err
	})
	batch.Queue(`
		SELECT to_at FROM measurements WHERE target_id = $1 AND from_at < $2 ORDER BY from_at DESC LIMIT 1`,
		t.ID, period.To).Query(func(rows pgx.Rows) error {
		last, err := one(rows, pgx.RowTo[time.Time])
		if last != nil {
			c.Last = *last
		}
		return err
	})
	if err := s.db.SendBatch(ctx, batch).Close(); err != nil {
		return Course{}, fmt.Errorf("read course of %s %s: %w", t.Agreement, t.Key, err)
	}
	c.Timed = some && timed
	return c, nil
}

// day gives the sum of one day the span that it stands for: to the end of the
// day, but not beyond now, since nothing can have been measured there. The
// clock of a source that is ahead leaves at least a second.
func day(m slm.Measurement, period slm.Period, zone *time.Location, now time.Time) slm.Measurement {
	next := slm.DateOf(m.From.In(zone)) + 1
	m.To = next.In(zone, 0)
	if m.To.After(now) {
		m.To = now
	}
	if m.To.After(period.To) {
		m.To = period.To
	}
	if m.From.Before(period.From) {
		m.From = period.From
	}
	if !m.From.Before(m.To) {
		m.To = m.From.Add(time.Second)
	}
	return m
}
