package store

import (
	"context"
	"fmt"
	"time"

	"steward/slm"
)

// A Reading is what was measured of one target in one window.
type Reading struct {
	slm.Level           // as it is reported: without what is excluded
	Measured  slm.Level // with it
	Excluded  slm.Sum   // what is excluded; nothing where both figures are one
	Target    slm.Target
	Period    slm.Period
	Coverage  slm.Share // of the window so far; excluded time counts as covered
}

// Readings gives the level of every target of the agreement in the window that
// contains now. Of a clock, the cases count that were decided in the window.
func (s *Store) Readings(ctx context.Context, a *slm.Agreement, now time.Time) ([]Reading, error) {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return nil, fmt.Errorf("stored zone of %s: %v", a.Code, err)
	}
	readings := make([]Reading, 0, len(a.Targets))
	for _, t := range a.Targets {
		r, err := s.reading(ctx, t, t.Window.At(now, zone), now)
		if err != nil {
			return nil, err
		}
		readings = append(readings, r)
	}
	return readings, nil
}

// ReadingAt gives the level of one target, as things stand now, in the window
// that contains a time.
func (s *Store) ReadingAt(ctx context.Context, a *slm.Agreement, t slm.Target, at, now time.Time) (Reading, error) {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return Reading{}, fmt.Errorf("stored zone of %s: %v", a.Code, err)
	}
	return s.reading(ctx, t, t.Window.At(at, zone), now)
}

func (s *Store) reading(ctx context.Context, t slm.Target, window slm.Period, now time.Time) (Reading, error) {
	if t.Kind == slm.ClockTarget {
		sum, err := s.DecidedCases(ctx, t.ID, window)
		level := slm.Judge(t.Objective, sum)
		return Reading{Level: level, Measured: level, Target: t, Period: window, Coverage: slm.Whole}, err
	}
	days, err := readDays(ctx, s.db, t.ID, window)
	if err != nil {
		return Reading{}, err
	}
	windows, err := s.excludedWindows(ctx, s.db, t.ID)
	if err != nil {
		return Reading{}, err
	}
	var counted, excluded slm.Tally
	for _, d := range days {
		if d.excluded {
			excluded = excluded.Plus(d.Tally)
		} else {
			counted = counted.Plus(d.Tally)
		}
	}
	covered := append(windows, counted.Covered...) //nolint:gocritic // a new list
	return Reading{
		Level: t.Judge(counted), Measured: t.Judge(counted.Plus(excluded)), Excluded: excluded.Sum,
		Target: t, Period: window, Coverage: slm.Coverage(window, covered, now),
	}, nil
}
