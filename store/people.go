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
	Name    string // cut to 200 characters
	Lang    slm.Lang
	Zone    string
	Gone    bool // deactivated

	Status      string     // what the person says of the moment; cut to 100 characters
	StatusUntil *time.Time // nil: until it is taken away
}

// MatchPeople matches people to their Slack accounts by e-mail and takes over
// name, language, time zone and status from there; the name is one more by which they
// are known. Somebody whose account is gone has left, and is back with the
// account unless something else says when they left. It gives the e-mails of
// people who have not left and have no account among those given and none from
// before.
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
		if err := s.takeOver(ctx, batch, p, a, now); err != nil {
			return nil, err
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

// takeOver queues what an account changes of its person. Nothing is queued when
// nothing changes: each write makes every copy read the directory anew.
func (s *Store) takeOver(ctx context.Context, batch *pgx.Batch, p *slm.Person, a Account, now time.Time) error {
	subject := "person " + p.Email
	if a.Gone {
		if p.SlackID == a.SlackID && p.ActiveAt(now) {
			batch.Queue(`UPDATE people SET left_at = $2 WHERE id = $1 AND (left_at IS NULL OR left_at > $2)`, p.ID, now)
			queueChange(batch, now, BySlack, subject, map[string]any{"left": p.LeftAt}, map[string]any{"left": now})
		}
		return nil
	}
	if p.LeftAt != nil && p.SlackID == a.SlackID {
		bySlack, err := s.leftBySlack(ctx, p)
		if err != nil {
			return fmt.Errorf("ask why %s has left: %w", p.Email, err)
		}
		if bySlack {
			batch.Queue(`UPDATE people SET left_at = NULL WHERE id = $1`, p.ID)
			queueChange(batch, now, BySlack, subject, map[string]any{"left": p.LeftAt}, map[string]any{"left": nil})
		}
	}
	if _, err := time.LoadLocation(a.Zone); err != nil || a.Zone == "" {
		a.Zone = p.Zone
	}
	if a.Name = tidied(a.Name, 200); a.Name == "" {
		a.Name = p.Called
	}
	a.Status = tidied(a.Status, 100)
	if p.Status != a.Status || !sameTime(p.StatusUntil, a.StatusUntil) { // no change of the company: it is not on record
		batch.Queue(`UPDATE people SET status = $2, status_until = $3 WHERE id = $1`, p.ID, a.Status, a.StatusUntil)
	}
	if p.SlackID == a.SlackID && p.Called == a.Name && p.Lang == a.Lang && p.Zone == a.Zone {
		return nil
	}
	batch.Queue(`UPDATE people SET slack_id = NULL WHERE slack_id = $2 AND id <> $1`, p.ID, a.SlackID)
	queueChange(batch, now, BySlack, subject,
		map[string]any{"account": p.SlackID, "called": p.Called, "language": p.Lang, "zone": p.Zone},
		map[string]any{"account": a.SlackID, "called": a.Name, "language": a.Lang, "zone": a.Zone})
	batch.Queue(`UPDATE people SET slack_id = $2, called = $3, lang = $4, zone = $5 WHERE id = $1`, p.ID, a.SlackID, a.Name, a.Lang, a.Zone)
	return nil
}

// tidied is what people write of themselves in Slack, without spaces around it
// and cut to so many characters.
func tidied(text string, most int) string {
	letters := []rune(strings.ToValidUTF8(strings.ReplaceAll(strings.TrimSpace(text), "\x00", ""), ""))
	return string(letters[:min(len(letters), most)])
}

// leftBySlack reports whether that somebody has left was taken over from Slack,
// and nothing else was said since. It is asked before anything is written: a
// write of nothing, too, would make every copy read the directory anew.
func (s *Store) leftBySlack(ctx context.Context, p *slm.Person) (yes bool, err error) {
	err = s.db.QueryRow(ctx, `
		SELECT coalesce((
			SELECT (after->>'left')::timestamptz BETWEEN $3::timestamptz - interval '1 ms' AND $3::timestamptz + interval '1 ms'
			FROM changes WHERE subject = $1 AND by = $2 AND after ? 'left' ORDER BY id DESC LIMIT 1), false)`,
		"person "+p.Email, BySlack, p.LeftAt).Scan(&yes)
	return yes, err
}
