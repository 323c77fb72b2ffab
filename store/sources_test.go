package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// news gives the silences that were told, as "probe silent" and "probe heard
// after 20m0s", since it was called last.
func news(t *testing.T, s *Store) string {
	t.Helper()
	rows, _ := s.db.Query(t.Context(), `WITH n AS (DELETE FROM pings WHERE kind = 'notice' RETURNING id, person_id, why) SELECT person_id, why FROM n ORDER BY id`)
	var said []string
	var to int64
	var why Reason
	_, err := pgx.ForEachRow(rows, []any{&to, &why}, func() error {
		for _, v := range why.Silences {
			text := v.Source + " silent"
			if !v.To.IsZero() {
				text = fmt.Sprintf("%s heard after %s", v.Source, v.To.Sub(v.From))
			}
			said = append(said, text)
		}
		if to != dan {
			said = append(said, fmt.Sprint("to ", to))
		}
		why = Reason{}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(said, ", ")
}

// TestRhythm: a source that nobody expects is silent when it is not heard for
// longer than it usually is; nights and weekends are usual, one outage is not.
func TestRhythm(t *testing.T) {
	t.Parallel()
	hour := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Hour) }
	for _, tt := range []struct {
		name    string
		days    int
		heard   func(day time.Weekday, hour int) bool
		outage  int // hours without it, in the middle
		expect  time.Duration
		silence time.Duration // after which it is told; 0: never
	}{
		{"each hour", 9, func(time.Weekday, int) bool { return true }, 0, 0, 90 * time.Minute},
		{"each hour, with an outage", 9, func(time.Weekday, int) bool { return true }, 30, 0, 90 * time.Minute},
		{"not long enough", 5, func(time.Weekday, int) bool { return true }, 0, 0, 0},
		{"by day", 20, func(_ time.Weekday, h int) bool { return h >= 8 && h <= 18 }, 0, 0, 21 * time.Hour},
		{"on working days", 20, func(d time.Weekday, h int) bool { return d != time.Saturday && d != time.Sunday && h >= 8 && h <= 18 }, 0, 0, 93 * time.Hour},
		{"each hour, expected", 9, func(time.Weekday, int) bool { return true }, 0, 100 * time.Hour, 100 * time.Hour},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := company(t)
			if tt.expect != 0 {
				if err := s.Expect(t.Context(), "probe", tt.expect, noon); err != nil {
					t.Fatal(err)
				}
			}
			last := noon
			for h := range tt.days * 24 {
				at := hour(h)
				middle := tt.days * 12
				if tt.heard(at.Weekday(), at.Hour()) && (h < middle || h >= middle+tt.outage) {
					last = at
					if err := s.Hear(t.Context(), "probe", at); err != nil {
						t.Fatal(err)
					}
				}
			}
			told := time.Duration(0)
			if _, err := s.MakeToken(t.Context(), Token{Source: "probe", May: Rights}, noon); err != nil {
				t.Fatal(err)
			}
			listed, err := s.Tokens(t.Context())
			if err != nil || len(listed) != 1 || listed[0].Expect.Round(15*time.Minute) != tt.silence || listed[0].Learned != (tt.silence != 0 && tt.expect == 0) {
				t.Errorf("listed %+v, %v", listed, err)
			}
			for h := 0; h < 24*10*4 && told == 0; h++ { // each quarter of an hour
				at := last.Add(time.Duration(h)*15*time.Minute + time.Second)
				if err := s.TellSilence(t.Context(), at); err != nil {
					t.Fatal(err)
				}
				// Without a break: Steward listens all the time.
				if _, err := s.db.Exec(t.Context(), `UPDATE listening SET seen_at = seen_at + interval '12 minutes', since = $1`, noon.Add(-time.Hour)); err != nil {
					t.Fatal(err)
				}
				if news(t, s) == "probe silent" {
					told = at.Sub(last).Truncate(time.Minute)
				}
			}
			if told != tt.silence {
				t.Errorf("told after %s, want %s", told, tt.silence)
			}
			if told != 0 {
				back := last.Add(told + time.Hour)
				if err := errors.Join(s.Hear(t.Context(), "probe", back), s.TellSilence(t.Context(), back)); err != nil {
					t.Fatal(err)
				}
				if got, want := news(t, s), fmt.Sprintf("probe heard after %s", back.Sub(last)); got != want {
					t.Errorf("%s, want %s", got, want)
				}
			}
		})
	}
}

// TestSilence: a source that is not heard within the time is told of once, and
// once more when it is heard again.
func TestSilence(t *testing.T) {
	t.Parallel()
	s := company(t)
	ctx := t.Context()
	for _, token := range []Token{{Source: "probe", Expect: 15 * time.Minute}, {Source: "other", Expect: time.Hour}, {Source: "free"}} {
		token.May = Rights
		if _, err := s.MakeToken(ctx, token, noon); err != nil {
			t.Fatal(err)
		}
	}
	steps := []struct {
		minute int
		heard  string
		want   string
	}{
		{0, "", ""},
		{4, "free", ""},
		{8, "probe", ""},
		{12, "", ""},
		{16, "", ""},
		{20, "", ""},
		{23, "", ""}, // 15 minutes, and no more
		{24, "", "probe silent"},
		{28, "", ""},
		{32, "probe", "probe heard after 24m0s"},
		{36, "", ""},
		{40, "", ""},
		{44, "", ""},
		{47, "probe", ""},
		{51, "", ""},
		{55, "", ""},
		{59, "", ""},
		{60, "", ""},
		{61, "", "other silent"},
		{64, "", "probe silent"}, // 47 and 15
	}
	for _, step := range steps {
		at := minutes(step.minute)
		if step.heard != "" {
			if err := s.Hear(ctx, step.heard, at); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.TellSilence(ctx, at); err != nil {
			t.Fatal(err)
		}
		if got := news(t, s); got != step.want {
			t.Errorf("minute %d: %q, want %q", step.minute, got, step.want)
		}
	}
}

// TestNobodyListened: after a time in which no copy of Steward ran, sources get
// their time again before they count as silent.
func TestNobodyListened(t *testing.T) {
	t.Parallel()
	s := company(t)
	if _, err := s.MakeToken(t.Context(), Token{Source: "probe", May: Rights, Expect: 15 * time.Minute}, noon); err != nil {
		t.Fatal(err)
	}
	for _, minute := range []int{0, 60, 64, 68, 72, 75} {
		if err := s.TellSilence(t.Context(), minutes(minute)); err != nil {
			t.Fatal(err)
		}
		if got := news(t, s); got != "" {
			t.Errorf("minute %d: %q", minute, got)
		}
	}
	if err := s.TellSilence(t.Context(), minutes(76)); err != nil {
		t.Fatal(err)
	}
	if got := news(t, s); got != "probe silent" {
		t.Errorf("at last: %q", got)
	}
}

// TestSilenceThatMayBe: a source without a token that is good may be silent,
// and as long as nobody can be told nobody is.
func TestSilenceThatMayBe(t *testing.T) {
	t.Parallel()
	s := company(t)
	ctx := t.Context()
	for _, source := range []string{"revoked", "probe"} {
		if _, err := s.MakeToken(ctx, Token{Source: source, May: Rights, Expect: time.Minute}, noon); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.RevokeTokens(ctx, "revoked", noon); err != nil {
		t.Fatal(err)
	}
	tell := func(minute int) {
		t.Helper()
		if err := s.TellSilence(ctx, minutes(minute)); err != nil {
			t.Fatal(err)
		}
	}
	tell(0)
	if _, err := s.db.Exec(ctx, `UPDATE people SET slack_id = NULL`); err != nil {
		t.Fatal(err)
	}
	tell(2)
	if got := news(t, s); got != "" {
		t.Errorf("told to nobody: %q", got)
	}
	if _, err := s.db.Exec(ctx, `UPDATE people SET slack_id = 'UDAN' WHERE id = $1`, dan); err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec(ctx, `UPDATE directory SET version = version + 1`); err != nil {
		t.Fatal(err)
	}
	tell(4)
	if got := news(t, s); got != "probe silent" {
		t.Errorf("told %q", got)
	}
}

func TestExpectations(t *testing.T) {
	t.Parallel()
	s := company(t)
	for _, every := range []time.Duration{0, -time.Hour, 59 * time.Second, 8 * 24 * time.Hour} {
		if err := s.Expect(t.Context(), "probe", every, noon); !refusedAs(err, slm.Invalid, "source.expect") {
			t.Errorf("expected every %s: %v", every, err)
		}
	}
}
