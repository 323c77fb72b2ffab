package bot

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"steward/internal/devstack"
	"steward/slacksim"
	"steward/slm"
	"steward/store"
)

func migrated(ctx context.Context, databaseURL string) error {
	s, err := store.Open(ctx, databaseURL, "redis://127.0.0.1:1", slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	s.Close()
	return nil
}

// a rig is a bot that hears a simulated workspace over HTTP.
type rig struct {
	*Bot
	sim *slacksim.Sim
	url string // of the bot
}

const secret = "s1gn1ng"

// connected gives a rig whose bot is connected. Ann holds a role and Eve is
// of the customer.
func connected(t *testing.T) rig {
	t.Helper()
	_, redisURL := devstack.ForTest(t)
	log := slog.New(slog.DiscardHandler)
	db, err := store.Open(t.Context(), devstack.Database(t, migrated), redisURL, log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	if _, err := db.Import(t.Context(), directory(), "test", false, time.Now()); err != nil {
		t.Fatal(err)
	}
	sim := slacksim.New(slacksim.Config{})
	if err := sim.Load(slacksim.Workspace{
		Name: "Orion", Domain: "orion",
		People:   []slacksim.Person{{Handle: "ann", Email: "ann@x.example"}, {Handle: "eve", Email: "eve@x.example"}},
		Apps:     []slacksim.App{{Name: "Steward", SigningSecret: secret, Commands: []slacksim.Command{{Name: "/sla"}}}},
		Channels: []slacksim.Channel{{Name: "helpdesk", Members: []string{"ann", "eve", "steward"}}},
	}); err != nil {
		t.Fatal(err)
	}
	srv, err := sim.Start(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(srv.Close)
	app, _ := sim.App("Steward")
	b := New(Config{Store: db, Log: log, Now: time.Now, BotToken: app.BotToken, SigningSecret: secret, APIURL: srv.APIURL()})
	server := httptest.NewServer(b.Handler(context.WithoutCancel(t.Context())))
	t.Cleanup(server.Close)
	return rig{b, sim, server.URL}
}

// listening is connected, with Slack told where the bot is.
func listening(t *testing.T) rig {
	t.Helper()
	r := connected(t)
	if err := r.connect(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := r.sim.SetRequestURL(t.Context(), "Steward", r.url); err != nil {
		t.Fatalf("Slack does not accept the address: %v", err)
	}
	return r
}

func directory() *slm.Directory {
	from := time.Now().AddDate(-1, 0, 0)
	name := func(s string) slm.Text { return slm.Text{EN: s, ZH: s} }
	return (&slm.Directory{
		Parties: []slm.Party{{Code: "HR", Name: name("HR"), Side: slm.Business}, {Code: "OPS", Name: name("Ops"), Side: slm.Internal}},
		People: []slm.Person{
			{ID: 1, Email: "ann@x.example", Name: name("Ann"), Lang: slm.English, Zone: "UTC", Party: "OPS"},
			{ID: 2, Email: "eve@x.example", Name: name("Eve"), Lang: slm.English, Zone: "UTC", Party: "HR"},
		},
		Agreements: []slm.Agreement{{
			Code: "SLA-1", Kind: slm.SLA, Title: name("Mail"), Provider: "OPS", Consumer: "HR", State: "in force", From: from, Zone: "UTC",
			AlertRole: slm.ServiceLevelManager, AnswerWithin: time.Hour,
			Targets: []slm.Target{{Key: "availability", Name: name("availability"), Objective: 999_000}},
		}},
		Assignments: []slm.Assignment{
			{ID: 1, Role: slm.ServiceLevelManager, Scope: slm.Scope{Kind: slm.Organisation}, Person: 1, From: from},
			{ID: 2, Role: slm.ServiceLevelAdministrator, Scope: slm.Scope{Kind: slm.Organisation}, Person: 1, From: from},
		},
	}).Index()
}

// rest waits until Slack has told everything and the bot has answered it.
func (r rig) rest(t *testing.T) {
	t.Helper()
	if err := r.sim.Quiet(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := r.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// shown gives the texts of messages and their sections, all in one.
func shown(messages []slacksim.Message) string {
	var all strings.Builder
	for _, m := range messages {
		all.WriteString(m.Text + "\n")
		for _, b := range m.Blocks {
			if text, ok := b["text"].(map[string]any); ok {
				fmt.Fprintln(&all, text["text"])
			}
		}
	}
	return all.String()
}

// send posts a body as Slack would, signed with a secret at a time.
func (r rig) send(t *testing.T, body, contentType, key string, at time.Time) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, r.url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	stamp := strconv.FormatInt(at.Unix(), 10)
	request.Header.Set("Content-Type", contentType)
	request.Header.Set("X-Slack-Request-Timestamp", stamp)
	request.Header.Set("X-Slack-Signature", slacksim.Sign(key, stamp, []byte(body)))
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // only read
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, strings.TrimSpace(string(answer))
}

// The content types that Slack sends.
const (
	typeJSON = "application/json"
	typeForm = "application/x-www-form-urlencoded"
)

func TestSignatures(t *testing.T) {
	t.Parallel()
	r := listening(t)
	now := time.Now()
	challenge := `{"type": "url_verification", "challenge": "abc"}`
	tests := []struct {
		name, body, kind, key string
		at                    time.Time
		status                int
		answer                string
	}{
		{"right", challenge, typeJSON, secret, now, 200, "abc"},
		{"a little old", challenge, typeJSON, secret, now.Add(-4 * time.Minute), 200, "abc"},
		{"wrong secret", challenge, typeJSON, "other", now, 401, "not signed by Slack"},
		{"too old", challenge, typeJSON, secret, now.Add(-6 * time.Minute), 401, "not signed by Slack"},
		{"from the future", challenge, typeJSON, secret, now.Add(6 * time.Minute), 401, "not signed by Slack"},
		{"no JSON", "{", typeJSON, secret, now, 400, "no JSON"},
		{"too large", strings.Repeat("x", maxBody+1), typeJSON, secret, now, 413, "body too large"},
		{"certificate check", "ssl_check=1&token=x", typeForm, secret, now, 200, ""},
		{"bad form", "%zz", typeForm, secret, now, 400, "no form"},
		{"unreadable interaction", "payload=%7B", typeForm, secret, now, 200, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if status, answer := r.send(t, tt.body, tt.kind, tt.key, tt.at); status != tt.status || answer != tt.answer {
				t.Errorf("%d %q, want %d %q", status, answer, tt.status, tt.answer)
			}
		})
	}
	unsigned, err := http.Post(r.url, typeJSON, strings.NewReader(challenge)) //nolint:noctx // on loopback
	if err != nil {
		t.Fatal(err)
	}
	unsigned.Body.Close() //nolint:errcheck // empty
	if unsigned.StatusCode != 401 {
		t.Errorf("without a signature: %d", unsigned.StatusCode)
	}
}

func TestNotConnectedYet(t *testing.T) {
	t.Parallel()
	r := connected(t)
	if status, _ := r.send(t, "{}", typeJSON, secret, time.Now()); status != http.StatusServiceUnavailable {
		t.Errorf("an event before we know who we are: %d", status)
	}
}

func TestCommandOverHTTP(t *testing.T) {
	t.Parallel()
	r := listening(t)
	if err := r.sim.As("eve").Command("helpdesk", "/sla", "list"); err != nil {
		t.Fatal(err)
	}
	r.rest(t)
	if got := shown(r.sim.As("eve").Messages("helpdesk")); !strings.Contains(got, "1 agreement") {
		t.Errorf("Eve sees %q", got)
	}
	if got := shown(r.sim.As("ann").Messages("helpdesk")); strings.Contains(got, "1 agreement") {
		t.Error("the answer to a command is for one person only")
	}
}

func TestMentionIsAnsweredOnceInItsThread(t *testing.T) {
	t.Parallel()
	r := listening(t)
	ann := r.sim.As("ann")
	ts, err := ann.Say("helpdesk", "@Steward help")
	if err != nil {
		t.Fatal(err)
	}
	r.rest(t)
	app, _ := r.sim.App("Steward")
	body := `{"type": "event_callback", "event_id": "Ev0RETRY", "event": {"type": "app_mention", "user": "U1", "text": "<@` + app.BotUserID +
		`> help", "ts": "` + ts + `", "channel": "` + r.sim.ChannelID("helpdesk") + `"}}`
	for range 3 {
		if status, answer := r.send(t, body, typeJSON, secret, time.Now()); status != 200 {
			t.Errorf("an event sent again: %d %s", status, answer)
		}
	}
	r.rest(t)
	if thread := ann.Thread("helpdesk", ts); len(thread) != 2 || !strings.Contains(thread[1].Text, "What I can do") {
		t.Errorf("the thread is %q, want the question and one answer", shown(thread))
	}
}

// TestSurveyOverHTTP clicks a score, comments in the form, and sees a refusal
// in the form when the round is over.
func TestSurveyOverHTTP(t *testing.T) {
	t.Parallel()
	r := listening(t)
	ctx := t.Context()
	ann, eve := r.sim.As("ann"), r.sim.As("eve")
	if err := ann.Command("helpdesk", "/sla", "survey SLA-1"); err != nil {
		t.Fatal(err)
	}
	r.rest(t)
	if err := eve.ClickNewest("4 Satisfied"); err != nil {
		t.Fatal(err)
	}
	r.rest(t)
	survey, err := r.Store.LastSurvey(ctx, "SLA-1")
	if err != nil {
		t.Fatal(err)
	}
	done, err := eve.Submit("", map[string]string{"comment": "fine & quick"})
	if err != nil || len(done.Errors) > 0 {
		t.Fatalf("Submit = %+v, %v", done, err)
	}
	r.rest(t)
	if a, err := r.Store.Answer(ctx, survey.ID, 2); err != nil || a.Score != 4 || a.Comment != "fine & quick" {
		t.Errorf("stored %+v, %v", a, err)
	}
	if got := shown(eve.Messages("@steward")); !strings.Contains(got, "Thank you") || !strings.Contains(got, "“fine & quick”") {
		t.Errorf("Eve sees %q", got)
	}

	if err := eve.ClickNewest("5 Very satisfied"); err != nil {
		t.Fatal(err)
	}
	r.rest(t)
	if err := r.Store.CloseSurvey(ctx, survey.ID, survey.ClosesAt); err != nil {
		t.Fatal(err)
	}
	late, err := eve.Submit("", map[string]string{"comment": "too late"})
	if err != nil || late.Errors["comment"] != "This round is closed; answers are taken no more." {
		t.Errorf("Submit = %+v, %v; want the refusal under the field", late, err)
	}
	for _, v := range r.sim.Violations() {
		t.Errorf("%s %s %s", v.Where, v.Pointer, v.Message)
	}
}

func TestHomeOverHTTP(t *testing.T) {
	t.Parallel()
	r := listening(t)
	ann := r.sim.As("ann")
	if err := ann.OpenHome("Steward"); err != nil {
		t.Fatal(err)
	}
	r.rest(t)
	if _, ok := ann.Home("Steward"); !ok {
		t.Error("there is no home tab")
	}
}
