package intake

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"steward/commands"
	"steward/internal/devstack"
	"steward/slm"
	"steward/store"
)

// noon is the time of these tests.
var noon = time.Date(2026, 6, 15, 12, 0, 0, 0, time.UTC)

// company is what measurements can be about.
func company() *slm.Directory {
	return (&slm.Directory{
		Parties: []slm.Party{{Code: "HR", Side: slm.Business}, {Code: "OPS", Side: slm.Internal}},
		Agreements: []slm.Agreement{{
			Code: "SLA-1", Kind: slm.SLA, Provider: "OPS", Consumer: "HR", State: "in force", From: noon.AddDate(-1, 0, 0), Zone: "UTC",
			AlertRole: slm.ServiceLevelManager, AnswerWithin: time.Hour,
			Targets: []slm.Target{{Key: "availability", Objective: 999_000}},
		}},
	}).Index()
}

func migrated(ctx context.Context, databaseURL string) error {
	s, err := store.Open(ctx, databaseURL, "redis://127.0.0.1:1", slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	s.Close()
	return nil
}

// serve gives a handler over a database of its own, and a token for it.
func serve(t *testing.T) (http.Handler, *store.Store, string) {
	t.Helper()
	_, redisURL := devstack.ForTest(t)
	log := slog.New(slog.DiscardHandler)
	s, err := store.Open(t.Context(), devstack.Database(t, migrated), redisURL, log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	if _, err := s.Import(t.Context(), company(), "test", false, noon); err != nil {
		t.Fatal(err)
	}
	token, err := s.NewToken(t.Context(), "probe", noon)
	if err != nil {
		t.Fatal(err)
	}
	return Handler(Config{Store: s, Log: log, Now: func() time.Time { return noon }, Words: commands.English}), s, token
}

// post sends measurements and gives the status and the answer.
func post(t *testing.T, h http.Handler, authorization, body string) (int, string, http.Header) {
	t.Helper()
	return postTo(t, h, "/v1/measurements", authorization, body)
}

func postTo(t *testing.T, h http.Handler, path, authorization, body string) (int, string, http.Header) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, strings.NewReader(body))
	if authorization != "" {
		r.Header.Set("Authorization", authorization)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	asDescribed(t, r, w)
	return w.Code, strings.TrimSpace(w.Body.String()), w.Header()
}

// sample is a measurement of the hour before noon; change is more JSON in front
// of it, where the first of two equal keys loses.
func sample(key string, more string) string {
	return fmt.Sprintf(`{"key": %q, "agreement": "SLA-1", "target": "availability", "from": "2026-06-15T11:00:00Z", "to": "2026-06-15T12:00:00Z", "good": 9, "total": 9%s}`, key, more)
}

func TestRefusedRequests(t *testing.T) {
	t.Parallel()
	h, _, token := serve(t)
	bearer := "Bearer " + token
	many := "[" + strings.Repeat(sample("k", "")+",", maxItems) + sample("k", "") + "]"
	tests := []struct {
		name, authorization, body string
		status                    int
		says                      string
	}{
		{"no token", "", sample("k", ""), 401, "Authorization: Bearer TOKEN"},
		{"wrong token", "Bearer stw_WRONG", sample("k", ""), 401, "Authorization: Bearer TOKEN"},
		{"empty token", "Bearer ", sample("k", ""), 401, "Authorization: Bearer TOKEN"},
		{"another scheme", "Basic " + token, sample("k", ""), 401, "Authorization: Bearer TOKEN"},
		{"nothing", bearer, "", 400, "no JSON"},
		{"bad JSON", bearer, `{"key": `, 400, "no JSON"},
		{"something after it", bearer, sample("a", "") + sample("b", ""), 400, "application/x-ndjson"},
		{"brackets after it", bearer, sample("a", "") + "]", 400, "no JSON"},
		{"a list without brackets", bearer, sample("a", "") + "," + sample("b", ""), 400, "no JSON"},
		{"not even an object", bearer, `7`, 400, "no object and no array"},
		{"no items", bearer, `[]`, 400, "Send 1 to 10000 items at once, not 0."},
		{"null", bearer, `null`, 400, "Send 1 to 10000 items at once, not 0."},
		{"too many items", bearer, many, 400, "Send 1 to 10000 items at once, not 10001."},
		{"too large", bearer, `"` + strings.Repeat("x", maxBody) + `"`, 413, "larger than 8 MiB"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			status, answer, header := post(t, h, tt.authorization, tt.body)
			if status != tt.status || !strings.Contains(answer, tt.says) {
				t.Errorf("%d %s\nwant %d ... %s", status, answer, tt.status, tt.says)
			}
			if (header.Get("WWW-Authenticate") == "Bearer") != (tt.status == 401) {
				t.Errorf("WWW-Authenticate: %q", header.Get("WWW-Authenticate"))
			}
			if !json.Valid([]byte(answer)) || strings.Contains(answer, token) {
				t.Errorf("the answer is no JSON, or says the token: %s", answer)
			}
		})
	}
}

func TestAnswersInOrder(t *testing.T) {
	t.Parallel()
	h, _, token := serve(t)
	items := []struct{ json, want string }{
		{sample("a", ""), "a stored"},
		{sample("lower case", `, "agreement": "sla-1"`), "lower case stored"},
		{sample("b", `, "good": null`), "b refused: A measurement needs good and total, both whole numbers. Or send a value, or buckets and their total."},
		{`{"key": "c", "total": 4}`, "c refused: A measurement needs good and total, both whole numbers. Or send a value, or buckets and their total."},
		{`null`, " refused: This is no object."},
		{`[]`, " refused: This is no object."},
		{sample("u", `, "god": 9`), `u refused: This cannot be read: unknown field "god".`},
		{sample("s", `, "good": "9"`), "s refused: good must be a whole number, not string."},
		{sample("x", `, "good": 0.5`), "x refused: good must be a whole number, not number 0.5."},
		{sample("y", `, "good": 9223372036854775808`), "y refused: good must be a whole number, not number 9223372036854775808."},
		{sample("w", `, "from": "yesterday"`), `w refused: from must be a time such as 2026-06-15T12:00:00Z, not "yesterday".`},
		{sample("v", `, "to": 1781521200`), "v refused: to must be a text, not number."},
		{`{"from": "2026-06-15T12:00:00Z", "good": 1, "total": 1, "key": "t"}`, "t refused: A measurement needs a from that is before its to."},
		{sample("a", ""), "a repeated"},
		{sample("d", `, "agreement": "SLA-9 <x> & co"`), "d refused: I know no agreement SLA-9 <X> & CO."},
		{sample("e", `, "target": "speed"`), "e refused: SLA-1 has no target speed."},
		{sample("f", `, "to": "2026-06-15T12:06:00Z"`), "f refused: 2026-06-15T12:06:00Z is in the future. Check the clock of the source."},
		{sample("g", `, "good": 10`), "g refused: 10 good of 9 cannot be. Both must be 0 or more, and good at most total."},
		{sample("", ""), " refused: A measurement needs a key of 1 to 200 characters."},
		{sample("h\u0000", ""), "h\x00 refused: A measurement needs a key of 1 to 200 characters."},
		{sample("i", `, "from": "2026-06-15T20:00:00+08:00"`), "i refused: A measurement needs a from that is before its to."},
		{sample("j", `, "from": "2025-05-01T00:00:00Z", "to": "2025-05-01T01:00:00Z"`), "j refused: SLA-1 was not in force then."},
		{sample("z", `, "good": 0, "total": 0`), "z stored"},
	}
	var bodies []string
	for _, i := range items {
		bodies = append(bodies, strings.ReplaceAll(i.json, `\x00`, `\u0000`))
	}
	status, answer, _ := post(t, h, "Bearer "+token, "["+strings.Join(bodies, ",")+"]")
	var got struct {
		Results []struct {
			Key, Outcome, Why string
			Item              int
		}
	}
	if err := json.Unmarshal([]byte(answer), &got); err != nil || status != http.StatusOK || len(got.Results) != len(items) {
		t.Fatalf("%d %s", status, answer)
	}
	for i, r := range got.Results {
		text := r.Key + " " + r.Outcome
		if r.Why != "" {
			text += ": " + r.Why
		}
		if (r.Item != 0) != (r.Outcome == "refused") || r.Item != 0 && r.Item != i+1 {
			t.Errorf("item %d: numbered %d", i+1, r.Item)
		}
		if text != items[i].want {
			t.Errorf("item %d: %q, want %q", i, text, items[i].want)
		}
	}
}

func TestOneObjectIsEnough(t *testing.T) {
	t.Parallel()
	h, s, token := serve(t)
	bearer := "Bearer " + token
	for _, want := range []string{"stored", "repeated"} {
		status, answer, _ := post(t, h, bearer, "\n "+sample("a", "")+" \n")
		if status != 200 || answer != fmt.Sprintf(`{"results":[{"key":"a","outcome":%q}]}`, want) {
			t.Errorf("%d %s, want %s", status, answer, want)
		}
	}
	if _, err := s.RevokeTokens(t.Context(), "probe", noon); err != nil {
		t.Fatal(err)
	}
	if status, answer, _ := post(t, h, bearer, sample("b", "")); status != 401 {
		t.Errorf("with a revoked token: %d %s", status, answer)
	}
}

func TestAsManyAsAllowed(t *testing.T) {
	t.Parallel()
	h, _, token := serve(t)
	var body bytes.Buffer
	for i := range maxItems {
		fmt.Fprintf(&body, ",%s", sample(fmt.Sprint(i), ""))
	}
	status, answer, _ := post(t, h, "Bearer "+token, "["+body.String()[1:]+"]")
	if stored := strings.Count(answer, `"stored"`); status != 200 || stored != maxItems {
		t.Errorf("%d: %d of %d stored", status, stored, maxItems)
	}
}

// TestNothingIsPromisedWithoutDatabase: the sender hears that nothing is kept
// and when to try again.
func TestNothingIsPromisedWithoutDatabase(t *testing.T) {
	t.Parallel()
	h, s, token := serve(t)
	s.Close()
	status, answer, header := post(t, h, "Bearer "+token, sample("a", ""))
	if status != http.StatusServiceUnavailable || header.Get("Retry-After") == "" || !strings.Contains(answer, "could not be stored. Send it again") {
		t.Errorf("%d %s", status, answer)
	}
}

func TestOtherPathsAndMethods(t *testing.T) {
	t.Parallel()
	h := Handler(Config{})
	for _, tt := range []struct {
		method, path string
		status       int
	}{{"GET", "/v1/measurements", 405}, {"POST", "/v1/else", 404}} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), tt.method, tt.path, nil))
		if w.Code != tt.status {
			t.Errorf("%s %s: %d, want %d", tt.method, tt.path, w.Code, tt.status)
		}
	}
}

// FuzzRead: whatever is sent gives items that each are a measurement or a
// sentence, or a sentence for all of it.
func FuzzRead(f *testing.F) {
	for _, body := range []string{sample("k", ""), "[" + sample("k", "") + "," + sample("l", "") + "]", "{}", "[{}]", "[null]", "null", "[", "{}{}", `{"from": "2026-06-15T12:00:00Z"}`, "{]", "[[]]", "{}\n\n{}\r\n7"} {
		f.Add(body, false)
		f.Add(body, true)
	}
	f.Fuzz(func(t *testing.T, body string, lines bool) {
		what := sent{body: []byte(body)}
		if lines {
			what.kind = "application/x-ndjson"
		}
		items, err := what.items()
		if (err == nil) != (len(items) > 0) || len(items) > maxItems {
			t.Errorf("read gives %d items and %v", len(items), err)
		}
		if err == nil && !lines && !json.Valid([]byte(body)) {
			t.Errorf("read what is no JSON: %q", body)
		}
		for _, item := range items {
			if _, _, why := readMeasurement(item.raw); why != nil && !strings.HasSuffix(why.Error(), ".") {
				t.Errorf("no sentence: %v", why)
			}
		}
	})
}

// TestTokensAreGoodForSomething: a token that may not is told so, and one that
// is for some targets only keeps the others out item by item.
func TestTokensAreGoodForSomething(t *testing.T) {
	t.Parallel()
	h, s, _ := serve(t)
	made := func(grant store.Token) string {
		t.Helper()
		token, err := s.MakeToken(t.Context(), grant, noon)
		if err != nil {
			t.Fatal(err)
		}
		return "Bearer " + token
	}
	end := noon.Add(time.Microsecond)
	cases := made(store.Token{Source: "a", May: []store.Right{store.SendCases}})
	availability := made(store.Token{Source: "b", May: []store.Right{store.SendMeasurements}, Only: []string{"SLA-1/availability"}, ExpiresAt: &end})
	tests := []struct {
		name, authorization, body string
		status                    int
		says                      string
	}{
		{"another right", cases, sample("a", ""), 403, "`steward token make SOURCE --for measurements`"},
		{"its target", availability, sample("a", ""), 200, `"stored"`},
		{
			"another target", availability, "[" + sample("b", `, "target": "speed"`) + "," + sample("c", "") + "]", 200,
			`"refused","item":1,"why":"This token is not for speed of SLA-1."},{"key":"c","outcome":"stored"}`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, answer, _ := post(t, h, tt.authorization, tt.body)
			if status != tt.status || !strings.Contains(answer, tt.says) {
				t.Errorf("%d %s\nwant %d ... %s", status, answer, tt.status, tt.says)
			}
		})
	}
}
