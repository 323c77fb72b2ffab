package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// An Outcome is what became of one measurement.
type Outcome string

// The outcomes.
const (
	Stored   Outcome = "stored"
	Repeated Outcome = "repeated" // its source and key were stored before: it counts once
	Refused  Outcome = "refused"
)

// A Taken is the outcome of one measurement, with the refusal if there is one.
// A repeated one has a refusal when it was stored before with other content,
// which stays.
type Taken struct {
	Outcome Outcome
	Refusal *slm.Error
}

// a counted is a measurement that belongs to a target, as the target counts
// it.
type counted struct {
	slm.Measurement
	agreement *slm.Agreement
	target    slm.Target
	zone      *time.Location
	day       time.Time // of the agreement's zone, in which it begins
	excluded  bool      // all of it lies in time that does not count
	replaces  time.Time // when that which it corrects begins
	stored    bool
	differs   bool       // it was stored before with other content
	refusal   *slm.Error // of a correction
}

// Take stores measurements of one source, judges the targets that they belong
// to, records each breach that follows and owes the ping for it: all in one
// transaction, which is over when Take returns. Outcomes stand in the order of
// the measurements. One that is refused does not keep the others out.
func (s *Store) Take(ctx context.Context, source string, ms []slm.Measurement, now time.Time) ([]Taken, error) {
	return unmoved(func() ([]Taken, error) { return s.takeOnce(ctx, source, ms, now) })
}

func (s *Store) takeOnce(ctx context.Context, source string, ms []slm.Measurement, now time.Time) ([]Taken, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	taken := make([]Taken, len(ms))
	counter := counter{d: d, now: now, zones: map[string]*time.Location{}}
	var good []*counted
	all := make([]*counted, len(ms))   // nil for those that are refused
	first := make(map[string]*counted) // of equal keys in one request the first counts
	for i, m := range ms {
		m.Source = source
		c, err := counter.count(m)
		if err != nil {
			var refusal *slm.Error
			if !errors.As(err, &refusal) {
				return nil, err
			}
			taken[i] = Taken{Refused, refusal}
			continue
		}
		if all[i] = c; first[m.Key] == nil {
			first[m.Key] = c
			good = append(good, c)
		}
	}
	if len(good) == 0 {
		return taken, nil
	}
	if err := s.months.make(ctx, s.db, good); err != nil {
		return nil, err
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		if err := storeMeasurements(ctx, tx, good, now); err != nil {
			return fmt.Errorf("store measurements of %s: %w", source, err)
		}
		return s.judge(ctx, tx, d, good, now)
	})
	if err != nil {
		return nil, err
	}
	for i, c := range all {
		if c != nil {
			taken[i] = first[c.Key].taken(c)
		}
	}
	return taken, nil
}

// taken says what became of a measurement with the key of this one, or of this
// one itself.
func (first *counted) taken(c *counted) Taken {
	switch {
	case first.refusal != nil:
		return Taken{Refused, first.refusal}
	case first == c && c.stored:
		return Taken{Outcome: Stored}
	case first.differs || !first.equals(c):
		return Taken{Repeated, slm.Refuse(slm.Invalid, "measurement.differs", "key", c.Key)}
	}
	return Taken{Outcome: Repeated}
}

// equals reports whether both say the same.
func (first *counted) equals(c *counted) bool {
	value := func(m *counted) (v int64) {
		if m.Value != nil {
			v = *m.Value
		}
		return v
	}
	return first.target.ID == c.target.ID && first.From.Equal(c.From) && first.To.Equal(c.To) &&
		first.Good == c.Good && first.Total == c.Total && value(first) == value(c)
}

// a counter finds what measurements belong to.
type counter struct {
	d     *slm.Directory
	now   time.Time
	zones map[string]*time.Location // loaded so far: loading reads a file
	day   slm.Period                // of the measurement before, which mostly is that of the next
	in    string                    // whose zone
}

// count finds what a measurement belongs to, or refuses it.
func (c *counter) count(m slm.Measurement) (*counted, error) {
	if err := m.Check(c.now); err != nil {
		return nil, err
	}
	a := c.d.Agreement(m.Agreement)
	if a == nil {
		return nil, slm.Refuse(slm.NotFound, "agreement", "code", m.Agreement)
	}
	i := slices.IndexFunc(a.Targets, func(t slm.Target) bool { return t.Key == m.Target })
	if i < 0 {
		return nil, slm.Refuse(slm.NotFound, "target", "code", a.Code, "target", m.Target)
	}
	if !a.HoldsAt(m.From) {
		return nil, slm.Refuse(slm.Invalid, "measurement.outside", "code", a.Code)
	}
	m, err := m.For(a.Targets[i])
	if err != nil {
		return nil, err
	}
	zone := c.zones[a.Zone]
	if zone == nil {
		if zone, err = time.LoadLocation(a.Zone); err != nil {
			return nil, fmt.Errorf("stored zone of %s: %v", a.Code, err)
		}
		c.zones[a.Zone] = zone
	}
	if c.in != a.Zone || !c.day.Contains(m.From) {
		c.in, c.day = a.Zone, slm.DayOf(m.From, zone)
	}
	return &counted{Measurement: m, agreement: a, target: a.Targets[i], zone: zone, day: c.day.From}, nil
}
