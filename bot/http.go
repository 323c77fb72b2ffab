package bot

import (
	"context"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"net/url"

	"github.com/slack-go/slack"
)

// maxBody bounds what Slack may send in one request.
const maxBody = 1 << 20

// Handler takes events, commands and interactions over HTTP, at one address.
// Each must carry Slack's signature. ctx is the life of the work that follows
// an answered request.
func (b *Bot) Handler(ctx context.Context) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil {
			http.Error(w, "body too large", http.StatusRequestEntityTooLarge)
			return
		}
		if !b.signed(r.Header, body) {
			http.Error(w, "not signed by Slack", http.StatusUnauthorized)
			return
		}
		if connected, _ := b.Ready(); !connected {
			http.Error(w, "not connected yet", http.StatusServiceUnavailable)
			return
		}
		kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")) // an unreadable one is not a form
		if kind == "application/x-www-form-urlencoded" {
			b.takeForm(ctx, r.Context(), w, string(body))
			return
		}
		var outer struct{ Type, Challenge string }
		if err := json.Unmarshal(body, &outer); err != nil {
			http.Error(w, "no JSON", http.StatusBadRequest)
			return
		}
		if outer.Type == "url_verification" {
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			_, _ = io.WriteString(w, outer.Challenge) // Slack asks again if it did not arrive
			return
		}
		b.hand.take()
		defer b.hand.done()
		if !b.takeEvent(ctx, body) {
			http.Error(w, "cannot store the event now", http.StatusServiceUnavailable)
		}
	})
}

// signed reports whether Slack signed the request within the last five minutes.
func (b *Bot) signed(header http.Header, body []byte) bool {
	verifier, err := slack.NewSecretsVerifier(header, b.SigningSecret)
	if err != nil {
		return false
	}
	if _, err := verifier.Write(body); err != nil {
		return false
	}
	return verifier.Ensure() == nil
}

// takeForm takes a slash command, or an interaction in the field payload.
// asking is the life of the request, ctx that of the work.
func (b *Bot) takeForm(ctx, asking context.Context, w http.ResponseWriter, body string) {
	form, err := url.ParseQuery(body)
	if err != nil {
		http.Error(w, "no form", http.StatusBadRequest)
		return
	}
	if form.Get("ssl_check") == "1" {
		return
	}
	if payload := form.Get("payload"); payload != "" {
		answered := make(chan any, 1)
		b.begin(func() { b.takeInteraction(ctx, json.RawMessage(payload), func(answer any) { answered <- answer }) })
		select {
		case answer := <-answered:
			if answer != nil {
				w.Header().Set("Content-Type", "application/json")
				_ = json.NewEncoder(w).Encode(answer) // Slack shows its own words if it did not arrive
			}
		case <-asking.Done():
		}
		return
	}
	fields := map[string]string{}
	for key := range form {
		fields[key] = form.Get(key)
	}
	command, err := json.Marshal(fields)
	if err != nil {
		http.Error(w, "no command", http.StatusBadRequest)
		return
	}
	b.begin(func() { b.takeCommand(ctx, command) })
}
