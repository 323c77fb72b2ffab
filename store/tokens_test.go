package store

import (
	"slices"
	"strings"
	"testing"
	"time"

	"steward/slm"
)

func TestTokens(t *testing.T) {
	t.Parallel()
	s := opened(t)
	ctx := t.Context()
	source := func(token string) string {
		t.Helper()
		found, err := s.UseToken(ctx, token, noon)
		if err != nil {
			t.Fatal(err)
		}
		if found == nil {
			return ""
		}
		return found.Source
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
	for _, name := range []string{"", " ", strings.Repeat("好", 101), "a\x00"} {
		if _, err := s.NewToken(ctx, name, noon); !refusedAs(err, slm.Invalid, "token.source") {
			t.Errorf("a token for a source of %d characters: %v", len(name), err)
		}
	}
}

func TestWhatTokensAreGoodFor(t *testing.T) {
	t.Parallel()
	s := company(t)
	later, past := minutes(60), noon
	tests := []struct {
		name    string
		token   Token
		refused string
	}{
		{"everything", Token{May: Rights}, ""},
		{"some", Token{May: []Right{SendCases, SendAlerts}, Only: []string{"sla-1/availability", "SLA-1"}, ExpiresAt: &later}, ""},
		{"nothing", Token{}, "token.may"},
		{"what is none", Token{May: []Right{SendCases, "money"}}, "token.may"},
		{"the past", Token{May: Rights, ExpiresAt: &past}, "token.expires"},
		{"another agreement", Token{May: Rights, Only: []string{"SLA-9"}}, "agreement"},
		{"another target", Token{May: Rights, Only: []string{"SLA-1/speed"}}, "target"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.token.Source = tt.name
			text, err := s.MakeToken(t.Context(), tt.token, noon)
			if tt.refused != "" {
				if !refusedAs(err, slm.Invalid, tt.refused) && !refusedAs(err, slm.NotFound, tt.refused) {
					t.Errorf("%v, want refused by %s", err, tt.refused)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got, err := s.UseToken(t.Context(), text, noon)
			if err != nil || got == nil || !slices.Equal(got.May, tt.token.May) {
				t.Fatalf("%+v, %v", got, err)
			}
			if len(tt.token.Only) > 0 && !slices.Equal(got.Only, []string{"SLA-1/availability", "SLA-1"}) {
				t.Errorf("only for %q", got.Only)
			}
		})
	}
}

func TestTokensAllow(t *testing.T) {
	t.Parallel()
	tests := []struct {
		only              []string
		agreement, target string
		want              bool
	}{
		{nil, "SLA-1", "availability", true},
		{nil, "SLA-1", "", true},
		{[]string{"SLA-1"}, "SLA-1", "availability", true},
		{[]string{"SLA-1"}, "SLA-1", "", true},
		{[]string{"SLA-1"}, "SLA-10", "availability", false},
		{[]string{"SLA-1/availability"}, "SLA-1", "availability", true},
		{[]string{"SLA-1/availability"}, "SLA-1", "speed", false},
		{[]string{"SLA-1/availability"}, "SLA-1", "", false},
	}
	for _, tt := range tests {
		if got := (Token{Only: tt.only}).Allows(tt.agreement, tt.target); got != tt.want {
			t.Errorf("only for %q: allows %s %q = %v", tt.only, tt.agreement, tt.target, got)
		}
	}
}

// TestTokensEnd: at its end a token is useless, and one that is revoked leaves
// the others of its source alone.
func TestTokensEnd(t *testing.T) {
	t.Parallel()
	s := opened(t)
	ctx := t.Context()
	end := minutes(10)
	ending, err := s.MakeToken(ctx, Token{Source: "probe", May: Rights, ExpiresAt: &end}, noon)
	if err != nil {
		t.Fatal(err)
	}
	lasting, err := s.NewToken(ctx, "probe", noon)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, token string
		at          time.Time
		good        bool
	}{
		{"before its end", ending, minutes(9), true},
		{"at its end", ending, minutes(10), false},
		{"without an end", lasting, minutes(999), true},
	} {
		if got, err := s.UseToken(ctx, tt.token, tt.at); err != nil || (got != nil) != tt.good {
			t.Errorf("%s: %+v, %v", tt.name, got, err)
		}
	}
	tokens, err := s.Tokens(ctx)
	if err != nil || len(tokens) != 2 || !tokens[0].UsedAt.Equal(minutes(9)) || !tokens[1].UsedAt.Equal(minutes(999)) {
		t.Fatalf("%+v, %v", tokens, err)
	}
	for _, want := range []bool{true, false} {
		if done, err := s.RevokeToken(ctx, tokens[0].ID, minutes(1000)); err != nil || done != want {
			t.Errorf("revoked: %v, %v", done, err)
		}
	}
	if got, err := s.UseToken(ctx, ending, minutes(5)); err != nil || got != nil {
		t.Errorf("revoked and used: %+v, %v", got, err)
	}
	if got, err := s.UseToken(ctx, lasting, minutes(1001)); err != nil || got == nil {
		t.Errorf("the other one: %v, %v", got, err)
	}
}
