package slacksim_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

// listen gives the app Echo a request URL at which handler serves.
func listen(t *testing.T, sim *slacksim.Sim, handler http.HandlerFunc) {
	t.Helper()
	listenAs(t, sim, "Echo", handler)
}

func listenAs(t *testing.T, sim *slacksim.Sim, app string, handler http.HandlerFunc) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		if bytes.Contains(body, []byte("url_verification")) {
			_, _ = w.Write(body) // the challenge is in it, as JSON
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		handler(w, r)
	}))
	t.Cleanup(server.Close)
	if err := sim.SetRequestURL(t.Context(), app, server.URL); err != nil {
		t.Fatal(err)
	}
}

func TestSignature(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{})
	app, _ := sim.App("Echo")
	verified := make(chan error, 10)
	listen(t, sim, func(_ http.ResponseWriter, r *http.Request) {
		v, err := slack.NewSecretsVerifier(r.Header, app.SigningSecret)
		if err == nil {
			_, _ = io.Copy(&v, r.Body)
			err = v.Ensure()
		}
		verified <- err
	})
	say(t, sim, "hello")
	if err := waitFor(t, verified); err != nil {
		t.Errorf("event: %v", err)
	}
	if err := sim.As("mei.lin").Command("helpdesk", "/echo", "x"); err != nil {
		t.Fatal(err)
	}
	if err := waitFor(t, verified); err != nil {
		t.Errorf("command: %v", err)
	}
}

func TestRetriesOverHTTP(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{RetryAfter: quick.RetryAfter})
	type attempt struct{ number, reason string }
	attempts := make(chan attempt, 10)
	listen(t, sim, func(w http.ResponseWriter, r *http.Request) {
		attempts <- attempt{r.Header.Get("X-Slack-Retry-Num"), r.Header.Get("X-Slack-Retry-Reason")}
		if r.Header.Get("X-Slack-Retry-Num") == "2" {
			w.Header().Set("X-Slack-No-Retry", "1")
		}
		w.WriteHeader(http.StatusInternalServerError)
	})
	say(t, sim, "hello")
	for _, want := range []attempt{{"", ""}, {"1", "http_error"}, {"2", "http_error"}} {
		if got := waitFor(t, attempts); got != want {
			t.Errorf("attempt %v, want %v", got, want)
		}
	}
	say(t, sim, "again") // the first event is given up, so this comes next
	if got := waitFor(t, attempts); got != (attempt{}) {
		t.Errorf("attempt %v after X-Slack-No-Retry", got)
	}
}

func TestAnswerOfACommandOverHTTP(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		status       int
		body         string
		kind         slacksim.Kind
		text         string
		inTheChannel bool
	}{
		"JSON":       {200, `{"text":"hi"}`, slacksim.Whispered, "hi", false},
		"plain text": {200, "hi", slacksim.Whispered, "hi", false},
		"in channel": {200, `{"response_type":"in_channel","text":"hi"}`, slacksim.Posted, "hi", true},
		"failure":    {500, "", slacksim.Noticed, `/echo failed with the error "http_client_error"`, false},
		"bad blocks": {200, `{"blocks":[{"type":"x"}]}`, slacksim.Noticed, `/echo failed with the error "invalid_blocks"`, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim, _ := fixture(t, slacksim.Config{})
			listen(t, sim, func(w http.ResponseWriter, r *http.Request) {
				if r.FormValue("command") != "" {
					w.WriteHeader(row.status)
					_, _ = w.Write([]byte(row.body))
				}
			})
			if err := sim.As("mei.lin").Command("helpdesk", "/echo", "x"); err != nil {
				t.Fatal(err)
			}
			mei, _ := sim.Person("mei.lin")
			c := until(t, sim, func(c slacksim.Change) bool {
				return c.Kind == row.kind && (c.Kind != slacksim.Posted || c.User != mei.ID)
			})
			if got := c.Text; c.Message != nil && c.Message.Text != row.text || c.Message == nil && got != row.text {
				t.Errorf("change %+v, want %q", c, row.text)
			}
			if (c.VisibleTo == "") != row.inTheChannel {
				t.Errorf("visible to %q", c.VisibleTo)
			}
		})
	}
}

func TestAddressHasToAnswerTheChallenge(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{})
	deaf := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	t.Cleanup(deaf.Close)
	if err := sim.SetRequestURL(t.Context(), "Echo", deaf.URL); err == nil {
		t.Error("an address that does not answer was accepted")
	}
}
