package store

import (
	"strings"
	"testing"

	"steward/slm"
)

func TestTokens(t *testing.T) {
	t.Parallel()
	s := opened(t)
	ctx := t.Context()
	source := func(token string) string {
		t.Helper()
		name, err := s.SourceOf(ctx, token)
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	first, err := s.NewToken(ctx, "probe", noon)
	if err != nil {
		t.Fatal(err)
	}
	second, err := s.NewToken(ctx, "probe", noon)
	if err != nil {
		t.Fatal(err)
	}
	other, err := s.NewToken(ctx, "other", noon)
	if err != nil {
		t.Fatal(err)
	}
	if first == second || source(first) != "probe" || source(second) != "probe" || source(other) != "other" {
		t.Error("each token is good for its source")
	}
	for _, wrong := range []string{"", "stw_", first + "x", strings.ToLower(first)} {
		if got := source(wrong); got != "" {
			t.Errorf("the token %q is good for %s", wrong, got)
		}
	}
	if n := number(t, s, `SELECT count(*) FROM tokens t WHERE t::text LIKE '%' || $1 || '%' OR encode(hash, 'escape') LIKE '%' || $1 || '%'`, first[4:]); n != 0 {
		t.Error("the token itself is in the table")
	}
	if n, err := s.RevokeTokens(ctx, "probe", noon); err != nil || n != 2 {
		t.Errorf("revoked %d, %v; want 2", n, err)
	}
	if n, err := s.RevokeTokens(ctx, "probe", noon); err != nil || n != 0 {
		t.Errorf("revoked %d again, %v", n, err)
	}
	if source(first) != "" || source(second) != "" || source(other) != "other" {
		t.Error("revoked tokens are useless, others are not")
	}
	for _, name := range []string{"", strings.Repeat("x", 101)} {
		if _, err := s.NewToken(ctx, name, noon); !refusedAs(err, slm.Invalid, "token.source") {
			t.Errorf("a token for a source of %d characters: %v", len(name), err)
		}
	}
}
