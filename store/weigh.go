package store

import (
	"context"
	"errors"
	"time"

	"steward/slm"
)

// Weigh says which measurements Take would refuse, in their order, and stores
// nothing. It does not see what only shows when they are stored: repeats, and
// corrections of what is not there.
func (s *Store) Weigh(ctx context.Context, ms []slm.Measurement, now time.Time) ([]*slm.Error, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	refusals := make([]*slm.Error, len(ms))
	counter := counter{d: d, now: now, zones: map[string]*time.Location{}}
	for i, m := range ms {
		if _, err := counter.count(m); err != nil && !errors.As(err, &refusals[i]) {
			return nil, err
		}
	}
	return refusals, nil
}
