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
	First     time.Time // from when on they are wanted
	From, To  time.Time // between which they were fetched
	id        int64     // of the target
}

// ClaimPull claims the measurements of a target for a copy of Steward, until
// the time at the latest. It gives nil when another copy has them. They are
// wanted from the start of the window that contains now, such as a quarter,
// and after a time away from where they stopped; none from before the target's
// agreement or from before the window before. Refused, as NotFound: an
// agreement or target that is not there.
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
	window := t.Window.At(now, zone).From
	before := t.Window.At(window.Add(-time.Second), zone).From
	first, earliest := later(begin, window), later(begin, before)
	rows, _ := s.db.Query(ctx, `
		INSERT INTO pulls (target_id, source, pulled_from, pulled_to, claimed_until) VALUES ($1, $2, $3, $3, $6)
		ON CONFLICT (target_id, source) DO UPDATE
		SET claimed_until = excluded.claimed_until, pulled_to = greatest(pulls.pulled_to, $4),
		    pulled_from = greatest($4, coalesce(pulls.pulled_from, least(pulls.pulled_to,
		        (SELECT min(from_at) FROM measured WHERE target_id = $1 AND source = $2))))
		WHERE (pulls.claimed_until > $5) IS NOT TRUE
		RETURNING pulled_from, pulled_to`, t.ID, source, first, earliest, now, until)
	span, err := one(rows, pgx.RowToStructByPos[slm.Period])
	if err != nil {
		return nil, fmt.Errorf("claim pull of %s %s: %w", a.Code, t.Key, err)
	}
	if span == nil {
		return nil, nil
	}
	return &Pull{Agreement: a.Code, Target: t.Key, Source: source, First: first, From: span.From, To: span.To, id: t.ID}, nil
}

// PullDone stores between which times the measurements of a claimed target
// were fetched.
func (s *Store) PullDone(ctx context.Context, p *Pull) error {
	if _, err := s.db.Exec(ctx, `
		UPDATE pulls SET pulled_from = least(pulled_from, $3), pulled_to = greatest(pulled_to, $4)
		WHERE target_id = $1 AND source = $2`, p.id, p.Source, p.From, p.To); err != nil {
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
