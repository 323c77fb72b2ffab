package slacksim_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

func TestFaultsThatLastUntilCleared(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		fault slacksim.Fault
		want  string // what chat.postMessage answers while it lasts
	}{
		"archived channel": {slacksim.Fault{Kind: slacksim.FaultArchive, Channel: "helpdesk"}, "is_archived"},
		"removed bot":      {slacksim.Fault{Kind: slacksim.FaultRemoveUser, User: "echo", Channel: "den"}, "channel_not_found"},
		"revoked token":    {slacksim.Fault{Kind: slacksim.FaultRevokeToken, App: "Echo"}, "token_revoked"},
		"uninstalled":      {slacksim.Fault{Kind: slacksim.FaultUninstall}, "account_inactive"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim, srv := fixture(t, slacksim.Config{})
			_, err := sim.AddChannel(slacksim.Channel{Name: "den", Private: true, Members: []string{"echo"}})
			must(t, err)
			api := client(t, sim, srv)
			where := "helpdesk"
			if row.fault.Channel != "" {
				where = row.fault.Channel
			}
			must(t, sim.Inject(row.fault))
			if _, _, err := api.PostMessage(where, slack.MsgOptionText("x", false)); errorText(err) != row.want {
				t.Errorf("while it lasts: %v, want %s", err, row.want)
			}
			sim.ClearFaults()
			if _, _, err := api.PostMessage(where, slack.MsgOptionText("x", false)); err != nil {
				t.Errorf("after ClearFaults: %v", err)
			}
		})
	}
}

func TestFaultsThatNameNothing(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{})
	for _, f := range []slacksim.Fault{
		{Kind: "rain"},
		{Kind: slacksim.FaultArchive, Channel: "nowhere"},
		{Kind: slacksim.FaultRemoveUser, User: "nobody"},
		{Kind: slacksim.FaultRevokeToken, App: "Nothing"},
		{Kind: slacksim.FaultError, Rate: 2},
	} {
		if err := sim.Inject(f); err == nil {
			t.Errorf("%+v was taken", f)
		}
	}
}

func TestAppsHearThatTheyAreOut(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	must(t, sim.Uninstall("Echo"))
	must(t, sim.Restore("Echo"))
	if got := heard(t, sim, srv); fmt.Sprint(got) != "[app_uninstalled tokens_revoked]" {
		t.Errorf("heard %q", got)
	}
}

func TestChanceRepeats(t *testing.T) {
	t.Parallel()
	hits := func(seed uint64) string {
		sim, srv := fixture(t, slacksim.Config{})
		must(t, sim.Inject(slacksim.Fault{Kind: slacksim.FaultError, Error: "internal_error", Rate: 0.5, Seed: seed}))
		api := client(t, sim, srv)
		pattern := ""
		for range 40 {
			_, err := api.AuthTest()
			pattern += map[bool]string{true: ".", false: "x"}[err == nil]
		}
		return pattern
	}
	first, again, other := hits(7), hits(7), hits(8)
	if first != again || first == other {
		t.Errorf("seed 7 gives %s and %s, seed 8 %s", first, again, other)
	}
}

func TestCutInTheMiddle(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	must(t, sim.Inject(slacksim.Fault{Kind: slacksim.FaultCut, Method: "chat.postMessage"}))
	if _, _, err := client(t, sim, srv).PostMessage("helpdesk", slack.MsgOptionText("x", false)); err == nil {
		t.Error("half an answer was taken for a whole one")
	}
	if n := len(sim.As("mei.lin").Messages("helpdesk")); n != 1 {
		t.Errorf("%d messages, want the one with half an answer", n)
	}
}

func TestLateEnvelopes(t *testing.T) {
	t.Parallel()
	cfg := quick
	cfg.Speed = 4
	sim, srv := fixture(t, cfg)
	k := dial(t, sim, srv)
	must(t, sim.Inject(slacksim.Fault{Kind: slacksim.FaultLate, Seconds: 1}))
	say(t, sim, "hello")
	retry, late := k.next(), k.next()
	k.ack(retry)
	for late.RetryAttempt != 0 {
		k.ack(late)
		late = k.next()
	}
	if retry.RetryAttempt != 1 || retry.Payload.EventID != late.Payload.EventID {
		t.Errorf("first %+v, then %+v; want the retry before the first attempt", retry, late)
	}
}

func TestDuplicatesOverHTTP(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{})
	got := make(chan string, 5)
	listen(t, sim, func(_ http.ResponseWriter, r *http.Request) { got <- r.Header.Get("X-Slack-Retry-Num") })
	must(t, sim.Inject(slacksim.Fault{Kind: slacksim.FaultDuplicate}))
	say(t, sim, "hello")
	for range 2 {
		if number := waitFor(t, got); number != "" {
			t.Errorf("a retry, %q, in the place of a copy", number)
		}
	}
}

func TestSkewedClock(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{})
	app, _ := sim.App("Echo")
	verified := make(chan error, 1)
	listen(t, sim, func(_ http.ResponseWriter, r *http.Request) {
		_, err := slack.NewSecretsVerifier(r.Header, app.SigningSecret)
		verified <- err
	})
	must(t, sim.Inject(slacksim.Fault{Kind: slacksim.FaultClockSkew, Seconds: -600}))
	say(t, sim, "hello")
	if err := waitFor(t, verified); err == nil {
		t.Error("a request from ten minutes ago was taken")
	}
}

func TestSocketsThatGoOrStandStill(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		fault slacksim.Fault
		want  []string // reasons of disconnect frames
	}{
		"refresh":       {slacksim.Fault{Kind: slacksim.FaultRefresh, Seconds: 10}, []string{"warning", "refresh_requested"}},
		"link disabled": {slacksim.Fault{Kind: slacksim.FaultLinkDisabled}, []string{"link_disabled"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim, srv := fixture(t, slacksim.Config{Speed: 1000})
			k := dial(t, sim, srv)
			must(t, sim.Inject(row.fault))
			for _, want := range row.want {
				if f := k.next(); f.Type != "disconnect" || f.Reason != want {
					t.Errorf("frame %+v, want %s", f, want)
				}
			}
			if _, _, err := k.ws.ReadMessage(); err == nil {
				t.Error("the socket is still open")
			}
		})
	}
}

func TestSilentSocketsLoseNothingInTheEnd(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, quick)
	first := dial(t, sim, srv)
	must(t, sim.Inject(slacksim.Fault{Kind: slacksim.FaultSilenceSockets}))
	say(t, sim, "hello")
	must(t, first.ws.Close())
	second := dial(t, sim, srv)
	if f := second.next(); f.Payload.Event.Text != "hello" || f.RetryAttempt == 0 {
		t.Errorf("got %+v, want the event again", f)
	}
}

func TestEleventhSocket(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	for range 10 {
		dial(t, sim, srv)
	}
	k := &wire{t: t, ws: connect(t, sim, srv)}
	if f := k.next(); f.Reason != "too_many_websockets" {
		t.Errorf("frame %+v", f)
	}
	if n := sim.Connections("Echo"); n != 10 {
		t.Errorf("%d connections", n)
	}
}

func TestReasonsOfRetriesOverHTTP(t *testing.T) {
	t.Parallel()
	for want, handler := range map[string]http.HandlerFunc{
		"http_error":         func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) },
		"too_many_redirects": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/on", http.StatusFound) },
		"connection_failed":  func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"http_timeout":       func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			cfg := slacksim.Config{RetryAfter: quick.RetryAfter}
			if want == "http_timeout" {
				cfg.AckTimeout = quick.AckTimeout
			}
			sim, _ := fixture(t, cfg)
			reasons := make(chan string, 50)
			listen(t, sim, func(w http.ResponseWriter, r *http.Request) {
				if reason := r.Header.Get("X-Slack-Retry-Reason"); reason != "" && r.URL.Path != "/on" {
					reasons <- reason
				}
				handler(w, r)
			})
			say(t, sim, "hello")
			if got := waitFor(t, reasons); got != want {
				t.Errorf("reason %q", got)
			}
		})
	}
}

func TestSSLErrors(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{})
	server := httptest.NewTLSServer(answering("ok"))
	t.Cleanup(server.Close)
	if err := sim.SetRequestURL(t.Context(), "Echo", server.URL); err == nil {
		t.Error("a certificate of nobody's was taken")
	}
}

func TestEventsAreWithheldAboveTheLimit(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{Limits: slacksim.Limits{EventsPerHour: 2}})
	k := dial(t, sim, srv)
	for range 4 {
		say(t, sim, "hello")
	}
	for _, want := range []string{"event_callback", "event_callback", "app_rate_limited"} {
		f := k.next()
		k.ack(f)
		if f.Payload.Type != want {
			t.Errorf("got %s, want %s", f.Payload.Type, want)
		}
	}
}

func TestLimitsByTierAndForUnapprovedApps(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{
		Now:    func() time.Time { return time.Unix(1_800_000_000, 0) },
		Limits: slacksim.Limits{Tiers: true, Factor: 0.1, Unapproved: true},
	})
	api := client(t, sim, srv)
	read := func() error {
		_, err := api.GetConversationHistory(&slack.GetConversationHistoryParameters{ChannelID: "helpdesk"})
		return err
	}
	must(t, read())
	if err := read(); errorText(err) != "slack rate limit exceeded, retry after 1m0s" {
		t.Errorf("the second page: %v", err)
	}
	for i := range 3 {
		if _, err := api.GetEmoji(); (err != nil) != (i == 2) {
			t.Errorf("list %d: %v", i+1, err)
		}
	}
}

func TestMendingLeavesWhatWasSoBefore(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	_, err := sim.AddChannel(slacksim.Channel{Name: "old", Members: []string{"echo"}})
	must(t, err)
	api := client(t, sim, srv)
	must(t, api.ArchiveConversation(sim.ChannelID("old")))
	must(t, sim.Inject(slacksim.Fault{Kind: slacksim.FaultArchive, Channel: "old"}))
	sim.ClearFaults()
	if _, _, err := api.PostMessage("old", slack.MsgOptionText("x", false)); errorText(err) != "is_archived" {
		t.Errorf("a channel that was archived before the fault: %v", err)
	}
}

func TestFaultsOfSocketsKeepToTheirApp(t *testing.T) {
	t.Parallel()
	for _, kind := range []slacksim.FaultKind{slacksim.FaultDropSockets, slacksim.FaultRefresh, slacksim.FaultSilenceSockets} {
		t.Run(string(kind), func(t *testing.T) {
			t.Parallel()
			sim, srv := fixture(t, slacksim.Config{})
			_, err := sim.AddApp(slacksim.App{Name: "Other"})
			must(t, err)
			k := dial(t, sim, srv)
			must(t, sim.Inject(slacksim.Fault{Kind: kind, App: "Other"}))
			say(t, sim, "hello")
			if f := k.next(); f.Payload.Event.Text != "hello" {
				t.Errorf("got %+v, want the event", f)
			}
			if err := sim.Inject(slacksim.Fault{Kind: kind, App: "Nobody"}); err == nil {
				t.Error("a fault of no app was taken")
			}
		})
	}
}
