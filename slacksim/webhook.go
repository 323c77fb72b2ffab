package slacksim

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// sendHTTP carries one envelope to an app that listens over HTTP; the body of the answer is what an
// acknowledgement's payload is on a socket.
func (s *Sim) sendHTTP(a *app, e envelope, w *waiter) {
	body, kind, address, err := encodeHTTP(a, e)
	if err != nil {
		w.take(reply{err: err})
		return
	}
	ctx, cancel := context.WithTimeout(s.ctx, s.cfg.AckTimeout)
	defer cancel()
	started := time.Now()
	header := http.Header{"Content-Type": {kind}}
	if e.attempt > 0 {
		header.Set("X-Slack-Retry-Num", strconv.Itoa(e.attempt))
		header.Set("X-Slack-Retry-Reason", httpReason(e.reason))
	}
	status, answer, noRetry, err := s.postSigned(ctx, a, address, header, body)
	s.mu.Lock()
	w.final = noRetry
	s.log(Traffic{
		Kind: "event_http", App: a.Name, Method: e.kind, Summary: summaryOf(e.payload), Request: e.payload,
		Response: jsonOrText(answer), Status: status, MS: time.Since(started).Milliseconds(),
	})
	s.mu.Unlock()
	w.take(reply{payload: answer, err: err})
}

// httpReason translates a reason for a retry into the words of the HTTP header.
func httpReason(reason string) string {
	if reason == "timeout" {
		return "http_timeout"
	}
	return reason
}

func encodeHTTP(a *app, e envelope) (body []byte, kind, address string, err error) {
	const form = "application/x-www-form-urlencoded"
	switch e.kind {
	case "slash_commands":
		fields := url.Values{}
		for k, v := range e.payload {
			fields.Set(k, text(v))
		}
		return []byte(fields.Encode()), form, or(a.CommandURL, a.RequestURL), nil
	case "interactive":
		payload, err := json.Marshal(e.payload)
		fields := url.Values{"payload": {string(payload)}}
		address = or(a.InteractionURL, a.RequestURL)
		if e.payload["type"] == "block_suggestion" {
			address = or(a.OptionsURL, address)
		}
		return []byte(fields.Encode()), form, address, err
	}
	body, err = json.Marshal(e.payload)
	return body, "application/json", a.RequestURL, err
}

// postSigned posts a body with Slack's signature over it.
func (s *Sim) postSigned(ctx context.Context, a *app, address string, header http.Header, body []byte) (status int, answer []byte, noRetry bool, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return 0, nil, false, errors.Join(errConnect, err)
	}
	r.Header = header
	at := strconv.FormatInt(s.now().Unix(), 10)
	r.Header.Set("X-Slack-Request-Timestamp", at)
	r.Header.Set("X-Slack-Signature", Sign(a.SigningSecret, at, body))
	resp, err := s.carrier.Do(r)
	if err != nil {
		return 0, nil, false, carried(err)
	}
	defer func() { _ = resp.Body.Close() }()
	answer, err = io.ReadAll(io.LimitReader(resp.Body, bodyLimit))
	if err != nil {
		return resp.StatusCode, nil, false, errTimeout
	}
	if resp.StatusCode/100 != 2 {
		return resp.StatusCode, answer, resp.Header.Get("X-Slack-No-Retry") == "1", errStatus
	}
	return resp.StatusCode, answer, false, nil
}

// redirectsMost is how many redirects an app's address may answer with.
const redirectsMost = 2

// newCarrier makes the client that carries events; it follows redirects as far as Slack does.
func newCarrier() *http.Client {
	return &http.Client{CheckRedirect: func(_ *http.Request, via []*http.Request) error {
		if len(via) > redirectsMost {
			return errRedirects
		}
		return nil
	}}
}

// carried says in one of the simulator's own errors why a request got no answer.
func carried(err error) error {
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return errTimeout
	case errors.Is(err, errRedirects):
		return errRedirects
	case errors.As(err, &certificate), errors.As(err, &record):
		return errors.Join(errTLS, err)
	}
	return errors.Join(errConnect, err)
}

// Sign makes the X-Slack-Signature of a body sent at a time (Unix seconds, as text).
func Sign(secret, timestamp string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("v0:" + timestamp + ":"))
	mac.Write(body)
	return "v0=" + hex.EncodeToString(mac.Sum(nil))
}

// SetRequestURL switches an app to HTTP as saving the address in Slack does: the address has to answer the
// challenge first. An empty address switches back to Socket Mode.
func (s *Sim) SetRequestURL(ctx context.Context, appName, address string) error {
	s.mu.Lock()
	a := s.app(appName)
	s.mu.Unlock()
	if a == nil {
		return fmt.Errorf("set request URL: no app %s", appName)
	}
	if address != "" {
		if err := s.challenge(ctx, a, address); err != nil {
			return fmt.Errorf("set request URL of %s: %w", appName, err)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	a.RequestURL = address
	s.flush(a)
	return nil
}

func (s *Sim) challenge(ctx context.Context, a *app, address string) error {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	word := rand.Text()
	body, err := json.Marshal(object{"token": "simulated", "challenge": word, "type": "url_verification"})
	if err != nil {
		return fmt.Errorf("marshal challenge: %w", err)
	}
	header := http.Header{"Content-Type": {"application/json"}}
	_, answer, _, err := s.postSigned(ctx, a, address, header, body)
	if err != nil {
		return err
	}
	var asJSON struct{ Challenge string }
	if strings.TrimSpace(string(answer)) != word && (json.Unmarshal(answer, &asJSON) != nil || asJSON.Challenge != word) {
		return errors.New("the address did not answer with the challenge")
	}
	return nil
}
