package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// NewToken makes a token with which the source may send measurements. It is
// given out once: only its hash is stored. A token has 130 random bits, so a
// plain hash cannot be guessed back.
func (s *Store) NewToken(ctx context.Context, source string, now time.Time) (string, error) {
	if source == "" || len(source) > 100 {
		return "", slm.Refuse(slm.Invalid, "token.source")
	}
	token := "stw_" + rand.Text()
	hash := sha256.Sum256([]byte(token))
	_, err := s.db.Exec(ctx, `
		INSERT INTO tokens (hash, source, created_at) VALUES ($1, $2, $3)`, hash[:], source, now)
	if err != nil {
		return "", fmt.Errorf("store token of %s: %w", source, err)
	}
	return token, nil
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

// SourceOf gives the source that the token was made for, or "" for a token
// that is none or was revoked.
func (s *Store) SourceOf(ctx context.Context, token string) (string, error) {
	hash := sha256.Sum256([]byte(token))
	rows, _ := s.db.Query(ctx, `SELECT source FROM tokens WHERE hash = $1 AND revoked_at IS NULL`, hash[:])
	source, err := one(rows, pgx.RowTo[string])
	if err != nil {
		return "", fmt.Errorf("read token: %w", err)
	}
	if source == nil {
		return "", nil
	}
	return *source, nil
}
