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
	Days  []slm.Measurement // the days on which something counted, in order
	Last  time.Time         // until when something was measured; zero if nothing ever was
	Timed bool              // good and total are seconds: as many, to a fiftieth, as were measured
}

// CourseOf gives the course of a target from the beginning of the window until
// now. A measurement counts on the day, in zone, on which it begins. Last is
// of an earlier window where nothing was measured in this one.
func (s *Store) CourseOf(ctx context.Context, t slm.Target, window slm.Period, zone *time.Location, now time.Time) (Course, error) {
	days, err := readDays(ctx, s.db, t.ID, window)
	if err != nil {
		return Course{}, err
	}
	c := Course{}
	var seconds, total int64
	for _, d := range days {
		m := slm.Measurement{From: d.from, To: slm.DayOf(d.from, zone).To, Good: d.Good, Total: d.Total}
		if !d.excluded {
			c.Days = append(c.Days, upTo(m, now))
		}
		var covered time.Duration
		for _, p := range d.Covered {
			covered += p.Length()
			if p.To.After(c.Last) {
				c.Last = p.To
			}
		}
		seconds, total = seconds+int64(covered/time.Second), total+d.Total
	}
	c.Timed = total > 0 && max(total-seconds, seconds-total) <= total/50
	if len(days) > 0 {
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
