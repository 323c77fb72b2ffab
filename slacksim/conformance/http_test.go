package conformance_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"

	"steward/slacksim"
)

// listener is an app over HTTP as slack-go's documentation builds one.
type listener struct {
	*httptest.Server
	secret string
	status func(attempt string) int // of the answer to an event
	events chan heardEvent
	others chan any // slack.SlashCommand or slack.InteractionCallback
}

// heardEvent is an event with the headers that tell of retries.
type heardEvent struct{ id, attempt, reason string }

// listen saves a listener's address as the app's request URL.
func (w *world) listen(t *testing.T, status func(attempt string) int) *listener {
	t.Helper()
	l := &listener{secret: w.app.SigningSecret, status: status, events: make(chan heardEvent, 100), others: make(chan any, 100)}
	l.Server = httptest.NewServer(http.HandlerFunc(l.serve))
	t.Cleanup(l.Close)
	must(t, w.SetRequestURL(t.Context(), "Clerk", l.URL))
	return l
}

func (l *listener) serve(w http.ResponseWriter, r *http.Request) {
	body, err := l.verified(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	r.Body = io.NopCloser(strings.NewReader(string(body)))
	switch {
	case r.Header.Get("Content-Type") == "application/json":
		l.event(w, r, body)
	case strings.HasPrefix(string(body), "payload="):
		callback, err := slack.InteractionCallbackParse(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		l.others <- callback
		if callback.Type == slack.InteractionTypeViewSubmission {
			answer(w, slack.NewClearViewSubmissionResponse())
		}
	default:
		command, err := slack.SlashCommandParse(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		l.others <- command
		answer(w, map[string]string{"text": "noted " + command.Text})
	}
}

// verified reads the body if Slack signed it.
func (l *listener) verified(r *http.Request) ([]byte, error) {
	verifier, err := slack.NewSecretsVerifier(r.Header, l.secret)
	if err != nil {
		return nil, fmt.Errorf("read signature: %w", err)
	}
	body, err := io.ReadAll(io.TeeReader(r.Body, &verifier))
	if err != nil {
		return nil, fmt.Errorf("read body: %w", err)
	}
	if err := verifier.Ensure(); err != nil {
		return nil, fmt.Errorf("verify signature: %w", err)
	}
	return body, nil
}

func (l *listener) event(w http.ResponseWriter, r *http.Request, body []byte) {
	event, err := slackevents.ParseEvent(body, slackevents.OptionNoVerifyToken())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	switch data := event.Data.(type) {
	case *slackevents.EventsAPIURLVerificationEvent:
		_, _ = io.WriteString(w, data.Challenge)
	case *slackevents.EventsAPICallbackEvent:
		attempt := r.Header.Get("X-Slack-Retry-Num")
		status := http.StatusOK
		if l.status != nil {
			status = l.status(attempt)
		}
		if status == http.StatusGone {
			w.Header().Set("X-Slack-No-Retry", "1")
		}
		w.WriteHeader(status)
		l.events <- heardEvent{id: data.EventID, attempt: attempt, reason: r.Header.Get("X-Slack-Retry-Reason")}
	}
}

func answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v)
}

func TestHTTPRetriesUntilTheAnswerIsGood(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{RetryAfter: []time.Duration{time.Millisecond, time.Millisecond, time.Millisecond}})
	l := w.listen(t, func(attempt string) int {
		if attempt == "2" {
			return http.StatusOK
		}
		return http.StatusInternalServerError
	})
	if _, err := w.mei.Say("helpdesk", "hello"); err != nil {
		t.Fatal(err)
	}
	first := waitFor(t, l.events)
	if first.attempt != "" || first.reason != "" {
		t.Errorf("first attempt: %+v", first)
	}
	for _, attempt := range []string{"1", "2"} {
		if got, want := waitFor(t, l.events), (heardEvent{first.id, attempt, "http_error"}); got != want {
			t.Errorf("heard %+v, want %+v", got, want)
		}
	}
	w.quiet(t)
	if len(l.events) > 0 {
		t.Error("an event that was taken comes again")
	}
}

func TestHTTPAppCanRefuseRetries(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{RetryAfter: []time.Duration{time.Millisecond}})
	l := w.listen(t, func(string) int { return http.StatusGone })
	for _, text := range []string{"one", "two"} {
		if _, err := w.mei.Say("helpdesk", text); err != nil {
			t.Fatal(err)
		}
		if got := waitFor(t, l.events); got.attempt != "" {
			t.Errorf("a refused event comes again: %+v", got)
		}
		w.quiet(t)
	}
}

func TestHTTPCarriesCommandsAndInteractions(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	l := w.listen(t, nil)
	must(t, w.mei.Command("helpdesk", "/note", "a & b"))
	command, ok := waitFor(t, l.others).(slack.SlashCommand)
	if !ok || command.Command != "/note" || command.Text != "a &amp; b" || command.UserName != "mei.lin" {
		t.Errorf("command %+v", command)
	}
	w.sees(t, "the answer", func(c slacksim.Change) bool {
		return c.Kind == slacksim.Whispered && c.Message.Text == "noted a &amp; b"
	})
	must(t, w.mei.Shortcut("new_note", slacksim.Place{}))
	shortcut, ok := waitFor(t, l.others).(slack.InteractionCallback)
	if !ok || shortcut.Type != slack.InteractionTypeShortcut || shortcut.CallbackID != "new_note" {
		t.Errorf("shortcut %+v", shortcut)
	}
	if _, err := w.api.OpenView(shortcut.TriggerID, form); err != nil {
		t.Fatal(err)
	}
	done, err := w.mei.Submit("", map[string]string{"text": "fine"})
	if err != nil || done.Action != "clear" {
		t.Errorf("submission %+v, %v", done, err)
	}
	submitted, ok := waitFor(t, l.others).(slack.InteractionCallback)
	if value := submitted.View.State.Values["note"]["text"].Value; !ok || value != "fine" {
		t.Errorf("submitted %q", value)
	}
}

func TestAWrongAddressIsNotSaved(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	deaf := httptest.NewServer(http.NotFoundHandler())
	defer deaf.Close()
	if err := w.SetRequestURL(t.Context(), "Clerk", deaf.URL); err == nil {
		t.Error("an address that does not answer the challenge was saved")
	}
}
