package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// An Account is what Slack knows of a person.
type Account struct {
	SlackID string
	Email   string
	Lang    slm.Lang
	Zone    string
	Gone    bool // deactivated
}

// MatchPeople matches people to their Slack accounts by e-mail and takes over
// language and time zone from there. Somebody whose account is gone has left.
// It gives the e-mails of people who have not left and have no account among
// those given and none from before.
func (s *Store) MatchPeople(ctx context.Context, accounts []Account, now time.Time) (unmatched []string, err error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	batch := &pgx.Batch{}
	matched := map[int64]bool{}
	for _, a := range accounts {
		p := d.ByEmail(strings.ToLower(a.Email))
		if p == nil || a.Email == "" {
			continue
		}
		matched[p.ID] = !a.Gone
		if a.Gone {
			if p.LeftAt == nil && p.SlackID == a.SlackID {
				batch.Queue(`UPDATE people SET left_at = $2 WHERE id = $1 AND left_at IS NULL`, p.ID, now)
				queueChange(batch, now, BySlack, "person "+p.Email, map[string]any{"left": nil}, map[string]any{"left": now})
			}
			continue
		}
		zone := a.Zone
		if _, err := time.LoadLocation(zone); err != nil || zone == "" {
			zone = p.Zone
		}
		if p.SlackID != a.SlackID || p.Lang != a.Lang || p.Zone != zone {
			batch.Queue(`UPDATE people SET slack_id = NULL WHERE slack_id = $2 AND id <> $1`, p.ID, a.SlackID)
			queueChange(batch, now, BySlack, "person "+p.Email,
				map[string]any{"account": p.SlackID, "language": p.Lang, "zone": p.Zone},
				map[string]any{"account": a.SlackID, "language": a.Lang, "zone": zone})
			batch.Queue(`UPDATE people SET slack_id = $2, lang = $3, zone = $4 WHERE id = $1`, p.ID, a.SlackID, a.Lang, zone)
		}
	}
	if batch.Len() > 0 {
		if err := s.inTx(ctx, func(tx pgx.Tx) error { return tx.SendBatch(ctx, batch).Close() }); err != nil {
			return nil, fmt.Errorf("match people: %w", err)
		}
	}
	for i := range d.People {
		if p := &d.People[i]; p.SlackID == "" && !matched[p.ID] && p.ActiveAt(now) {
			unmatched = append(unmatched, p.Email)
		}
	}
	return unmatched, nil
}
