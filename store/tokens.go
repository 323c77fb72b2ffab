package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A Right is something that a token is good for.
type Right string

// The rights.
const (
	SendMeasurements Right = "measurements"
	SendCases        Right = "cases"
	SendAlerts       Right = "alerts"
)

// Rights are all of them.
var Rights = []Right{SendMeasurements, SendCases, SendAlerts}

// A Token lets a source send. It says everything about a token but the token
// itself, which is kept nowhere.
type Token struct {
	ID        int64
	Source    string
	May       []Right
	Only      []string // agreements as "SLA-1", targets as "SLA-1/availability"; none: all of them
	CreatedAt time.Time
	ExpiresAt *time.Time // the first moment at which it is useless
	RevokedAt *time.Time
	UsedAt    *time.Time // for the last time, to the minute
	Labels    AlertLabels

	// Expect is within what time the source is expected to be heard. When it
	// is made, 0 means as before; when it is listed, that nobody said so and
	// the rhythm of the source is not known yet. UseToken leaves it out.
	Expect  time.Duration
	Learned bool // Expect comes from the rhythm of the source
}

// AlertLabels are the labels of an alert that name what it is about: a target
// of an agreement, or of the SLAs of a service. Those left empty are
// UsualLabels.
type AlertLabels struct{ Agreement, Target, Service string }

// UsualLabels are those that an alert has unless its token says otherwise.
var UsualLabels = AlertLabels{"steward_agreement", "steward_target", "steward_service"}

// complete gives the labels with the usual ones for those left empty.
func (l AlertLabels) complete() AlertLabels {
	return AlertLabels{
		cmp.Or(l.Agreement, UsualLabels.Agreement), cmp.Or(l.Target, UsualLabels.Target), cmp.Or(l.Service, UsualLabels.Service),
	}
}

// wrong reports whether one of the labels cannot be one, or is there twice.
func (l AlertLabels) wrong() bool {
	all := []string{l.Agreement, l.Target, l.Service}
	slices.Sort(all)
	return slices.ContainsFunc(all, func(name string) bool { return !labelForm.MatchString(name) }) || len(slices.Compact(all)) < 3
}

// labelForm is how Prometheus writes the name of a label.
var labelForm = regexp.MustCompile(`^[a-zA-Z_][a-zA-Z0-9_]{0,99}$`)

// Allows reports whether the token is good for a target of an agreement. With
// target "" it has to be good for the whole agreement.
func (t Token) Allows(agreement, target string) bool {
	return len(t.Only) == 0 || slices.Contains(t.Only, agreement) || slices.Contains(t.Only, agreement+"/"+target)
}

// Good reports whether the token can be used at the time.
func (t Token) Good(at time.Time) bool {
	return t.RevokedAt == nil && (t.ExpiresAt == nil || at.Before(*t.ExpiresAt))
}

// NewToken makes a token with which the source may send everything.
func (s *Store) NewToken(ctx context.Context, source string, now time.Time) (string, error) {
	return s.MakeToken(ctx, Token{Source: source, May: Rights}, now)
}

// MakeToken makes a token as t says in Source, May, Only, ExpiresAt and
// Expect. It is
// given out once: only its hash is stored. A token has 130 random bits, so a
// plain hash cannot be guessed back. Refused, as Invalid: a source without a
// name, no right or one that is none, an end that is over, labels that
// Prometheus does not have or one for two things, an expectation of less than a minute or more than a week; as NotFound:
// agreements and targets that are not there. A source of alerts watches the
// targets in Only from now on, also before the first alert.
func (s *Store) MakeToken(ctx context.Context, t Token, now time.Time) (string, error) {
	if err := t.check(now); err != nil {
		return "", err
	}
	d, err := s.Directory(ctx)
	if err != nil {
		return "", err
	}
	labels := t.Labels.complete()
	token := "stw_" + rand.Text()
	hash := sha256.Sum256([]byte(token))
	only := make([]string, len(t.Only))
	after := &pgx.Batch{}
	for i, name := range t.Only {
		a, target, err := named(d, name)
		if err != nil {
			return "", err
		}
		if only[i] = a.Code; target != nil {
			only[i] += "/" + target.Key
			if slices.Contains(t.May, SendAlerts) {
				queueWatch(after, target, t.Source, now)
			}
		}
	}
	if t.Expect != 0 {
		queueExpect(after, t.Source, t.Expect, now)
	}
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `
			INSERT INTO tokens (hash, source, may, only_for, created_at, expires_at, agreement_label, target_label, service_label)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			hash[:], t.Source, t.May, only, now, t.ExpiresAt, labels.Agreement, labels.Target, labels.Service)
		if err != nil {
			return err
		}
		return tx.SendBatch(ctx, after).Close()
	})
	if err != nil {
		return "", fmt.Errorf("store token of %s: %w", t.Source, err)
	}
	return token, nil
}

func (t Token) check(now time.Time) error {
	if !sourceNamed(t.Source) {
		return slm.Refuse(slm.Invalid, "token.source")
	}
	wrong := slices.IndexFunc(t.May, func(r Right) bool { return !slices.Contains(Rights, r) })
	switch {
	case len(t.May) == 0:
		return slm.Refuse(slm.Invalid, "token.may", "value", "")
	case wrong >= 0:
		return slm.Refuse(slm.Invalid, "token.may", "value", string(t.May[wrong]))
	case t.Expect != 0 && !expectable(t.Expect):
		return slm.Refuse(slm.Invalid, "source.expect")
	case t.Labels.complete().wrong():
		return slm.Refuse(slm.Invalid, "token.labels")
	case t.ExpiresAt != nil && !now.Before(*t.ExpiresAt):
		return slm.Refuse(slm.Invalid, "token.expires")
	}
	return nil
}

func sourceNamed(source string) bool {
	return strings.TrimSpace(source) != "" && utf8.RuneCountInString(source) <= 100 && utf8.ValidString(source) && !strings.ContainsRune(source, 0)
}

// named finds the agreement that a name such as "SLA-1" means, or with
// "SLA-1/availability" also its target.
func named(d *slm.Directory, name string) (*slm.Agreement, *slm.Target, error) {
	code, key, one := strings.Cut(name, "/")
	a := d.Agreement(strings.ToUpper(code))
	if a == nil {
		return nil, nil, slm.Refuse(slm.NotFound, "agreement", "code", code)
	}
	if !one {
		return a, nil, nil
	}
	i := slices.IndexFunc(a.Targets, func(t slm.Target) bool { return t.Key == key })
	if i < 0 {
		return nil, nil, slm.Refuse(slm.NotFound, "target", "code", a.Code, "target", key)
	}
	return a, &a.Targets[i], nil
}

const tokenColumns = `id, source, may, only_for, created_at, expires_at, revoked_at, used_at, agreement_label, target_label, service_label`

// scanned are where tokenColumns go.
func (t *Token) scanned() []any {
	return []any{
		&t.ID, &t.Source, &t.May, &t.Only, &t.CreatedAt, &t.ExpiresAt, &t.RevokedAt, &t.UsedAt,
		&t.Labels.Agreement, &t.Labels.Target, &t.Labels.Service,
	}
}

// RevokeTokens makes all tokens of the source useless and says how many.
func (s *Store) RevokeTokens(ctx context.Context, source string, now time.Time) (int64, error) {
	tag, err := s.db.Exec(ctx, `
		UPDATE tokens SET revoked_at = $2 WHERE source = $1 AND revoked_at IS NULL`, source, now)
	if err != nil {
		return 0, fmt.Errorf("revoke tokens of %s: %w", source, err)
	}
	return tag.RowsAffected(), nil
}

// RevokeToken makes one token useless and reports whether it was not already.
func (s *Store) RevokeToken(ctx context.Context, id int64, now time.Time) (bool, error) {
	tag, err := s.db.Exec(ctx, `
		UPDATE tokens SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL`, id, now)
	if err != nil {
		return false, fmt.Errorf("revoke token %d: %w", id, err)
	}
	return tag.RowsAffected() == 1, nil
}

// Tokens gives all tokens, also those that are useless, by source and age, with
// how long their sources may be silent.
func (s *Store) Tokens(ctx context.Context) ([]Token, error) {
	rows, _ := s.db.Query(ctx, `
		WITH `+expectedSources+`
		SELECT `+tokenColumns+`, coalesce(seconds, 0), coalesce(learned, false)
		FROM tokens LEFT JOIN expected USING (source) ORDER BY source, id`,
		rhythmKnown, int64(rhythmLeast/time.Second), int64(rhythmMost/time.Second))
	tokens, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (t Token, err error) {
		var seconds int64
		err = row.Scan(append(t.scanned(), &seconds, &t.Learned)...)
		t.Expect = time.Duration(seconds) * time.Second
		return t, err
	})
	if err != nil {
		return nil, fmt.Errorf("read tokens: %w", err)
	}
	return tokens, nil
}

// UseToken gives what a token is good for and remembers that it was used; nil
// for one that is none, was revoked, or has expired.
func (s *Store) UseToken(ctx context.Context, token string, now time.Time) (*Token, error) {
	hash := sha256.Sum256([]byte(token))
	rows, _ := s.db.Query(ctx, `
		WITH used AS ( -- at most once a minute, so that requests do not wait for each other
			UPDATE tokens SET used_at = $2
			WHERE hash = $1 AND revoked_at IS NULL AND (expires_at > $2) IS NOT FALSE AND (used_at > $2 - interval '1 minute') IS NOT TRUE
		)
		SELECT `+tokenColumns+` FROM tokens
		WHERE hash = $1 AND revoked_at IS NULL AND (expires_at > $2) IS NOT FALSE`, hash[:], now)
	t, err := one(rows, func(row pgx.CollectableRow) (t Token, err error) {
		err = row.Scan(t.scanned()...)
		return t, err
	})
	if err != nil {
		return nil, fmt.Errorf("use token: %w", err)
	}
	return t, nil
}
