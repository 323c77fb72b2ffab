package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A Pull is the measurements of one target that are fetched from a source.
type Pull struct {
	Agreement string
	Target    string
	Source    string
	To        time.Time // until when they were fetched
	id        int64     // of the target
}

// ClaimPull claims the measurements of a target for a copy of Steward, until
// the time at the latest. It gives nil when another copy has them. A target
// that was never fetched is to be fetched from the start of the month that
// contains now, and none from before its agreement or from before the month
// before. Refused, as NotFound: an agreement or target that is not there.
func (s *Store) ClaimPull(ctx context.Context, source, agreement, target string, now, until time.Time) (*Pull, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	a, t, err := named(d, agreement+"/"+target)
	if err != nil {
		return nil, err
	}
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return nil, fmt.Errorf("stored zone of %s: %v", a.Code, err)
	}
	begin := a.From.Add(time.Minute - time.Nanosecond).Truncate(time.Minute) // its first whole minute
	month := slm.MonthOf(now, zone).From
	before := slm.MonthOf(month.Add(-time.Second), zone).From
	first, earliest := later(begin, month), later(begin, before)
	rows, _ := s.db.Query(ctx, `
		INSERT INTO pulls (target_id, source, pulled_to, claimed_until) VALUES ($1, $2, $3, $6)
		ON CONFLICT (target_id, source) DO UPDATE
		SET claimed_until = excluded.claimed_until, pulled_to = greatest(pulls.pulled_to, $4)
		WHERE (pulls.claimed_until > $5) IS NOT TRUE
		RETURNING pulled_to`, t.ID, source, first, earliest, now, until)
	to, err := one(rows, pgx.RowTo[time.Time])
	if err != nil {
		return nil, fmt.Errorf("claim pull of %s %s: %w", a.Code, t.Key, err)
	}
	if to == nil {
		return nil, nil
	}
	return &Pull{Agreement: a.Code, Target: t.Key, Source: source, To: *to, id: t.ID}, nil
}

// PullDone stores until when the measurements of a claimed target were fetched.
func (s *Store) PullDone(ctx context.Context, p *Pull) error {
	if _, err := s.db.Exec(ctx, `
		UPDATE pulls SET pulled_to = greatest(pulled_to, $3) WHERE target_id = $1 AND source = $2`, p.id, p.Source, p.To); err != nil {
		return fmt.Errorf("store pull of %s %s: %w", p.Agreement, p.Target, err)
	}
	return nil
}

// ReleasePull lets go of a claimed target.
func (s *Store) ReleasePull(ctx context.Context, p *Pull) error {
	if _, err := s.db.Exec(ctx, `
		UPDATE pulls SET claimed_until = NULL WHERE target_id = $1 AND source = $2`, p.id, p.Source); err != nil {
		return fmt.Errorf("release pull of %s %s: %w", p.Agreement, p.Target, err)
	}
	return nil
}
