package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A Course is what was measured of one target in one window, or what became of
// its cases, day by day, for those who want to see where it leads.
type Course struct {
	Days   []slm.Day  // so far, also those on which nothing counted; see slm.EachDay
	Values slm.Values // of all days
	Last   time.Time  // until when something was measured; zero if nothing ever was, and of cases
	Timed  bool       // good and total are seconds: as many, to a fiftieth, as were measured
}

// Measured gives the days on which something counted as if each were one
// measurement.
func (c Course) Measured() []slm.Measurement {
	var ms []slm.Measurement
	for _, d := range c.Days {
		if d.Known() {
			ms = append(ms, slm.Measurement{From: d.From, To: d.To, Good: d.Good, Total: d.Total})
		}
	}
	return ms
}

// CourseOf gives the course of a target from the beginning of the window until
// now. A measurement counts on the day, in zone, on which it begins, and a case
// on that on which it was decided. Last is of an earlier window where nothing
// was measured in this one.
func (s *Store) CourseOf(ctx context.Context, t slm.Target, window slm.Period, zone *time.Location, now time.Time) (Course, error) {
	if t.Kind == slm.ClockTarget {
		return s.caseCourse(ctx, t, window, zone, now)
	}
	days, err := readDays(ctx, s.db, t.ID, window)
	if err != nil {
		return Course{}, err
	}
	c := Course{}
	var counted slm.Tally
	var seconds, total int64
	for _, d := range days {
		if !d.excluded {
			c.Days = append(c.Days, slm.Day{Period: upTo(slm.DayOf(d.from, zone), now), Sum: d.Sum, Values: d.Values})
			counted = counted.Plus(slm.Tally{Values: d.Values})
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
	c.Days, c.Values = slm.EachDay(c.Days, soFar(window, now), zone), counted.Values
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

// caseCourse is CourseOf of a target that is about cases.
func (s *Store) caseCourse(ctx context.Context, t slm.Target, window slm.Period, zone *time.Location, now time.Time) (Course, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT day, kept, kept + late FROM case_days WHERE target_id = $1 AND day >= $2 AND day < $3 ORDER BY day`, t.ID, window.From, window.To)
	days, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (d slm.Day, err error) {
		err = row.Scan(&d.From, &d.Good, &d.Total)
		d.Count, d.Period = d.Total, upTo(slm.DayOf(d.From, zone), now)
		return d, err
	})
	if err != nil {
		return Course{}, fmt.Errorf("read cases of %s %s: %w", t.Agreement, t.Key, err)
	}
	return Course{Days: slm.EachDay(days, soFar(window, now), zone)}, nil
}

// SumSince gives what counted of a target in the time from since until now: the
// measurements that reach into it, and how much of the time they cover, twice
// where sources overlap. Those of more than a day are left out, since they say
// nothing of so short a time.
func (s *Store) SumSince(ctx context.Context, target int64, since, now time.Time) (sum slm.Sum, covered time.Duration, err error) {
	err = s.db.QueryRow(ctx, `
		SELECT count(*), coalesce(sum(good), 0)::bigint, coalesce(sum(total), 0)::bigint,
			coalesce(sum(least(to_at, $3) - greatest(from_at, $2)), '0')
		FROM measured_now
		WHERE target_id = $1 AND from_at > $2::timestamptz - interval '1 day' AND from_at < $3 AND to_at > $2
			AND to_at <= from_at + interval '1 day' AND NOT excluded`, target, since, now).Scan(&sum.Count, &sum.Good, &sum.Total, &covered)
	if err != nil {
		return sum, 0, fmt.Errorf("add up target %d since %s: %w", target, since, err)
	}
	return sum, covered, nil
}

// soFar ends a window now.
func soFar(window slm.Period, now time.Time) slm.Period {
	if window.To.After(now) {
		window.To = now
	}
	return window
}

// upTo ends a day now, since nothing can have been measured after that. The
// clock of a source that is ahead leaves at least a second.
func upTo(day slm.Period, now time.Time) slm.Period {
	if day = soFar(day, now); !day.From.Before(day.To) {
		day.To = day.From.Add(time.Second)
	}
	return day
}
