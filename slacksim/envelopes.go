package slacksim

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"strings"
	"time"
)

// envelope is one thing sent to an app, by socket or HTTP.
type envelope struct {
	kind    string // "events_api", "slash_commands", "interactive"
	payload object
	accepts bool // whether the answer may carry a payload
	attempt int
	reason  string
}

// waiter waits for the answer to one envelope.
type waiter struct {
	id     string
	answer chan reply
	final  bool // the app asked for no retry
}

// reply is an acknowledgement with its payload, or why there is none.
type reply struct {
	payload json.RawMessage
	err     error
}

// What can become of an envelope, in the words that Slack shows people.
var (
	errNobody    = errors.New("dispatch_failed")
	errTimeout   = errors.New("operation_timeout")
	errStatus    = errors.New("http_client_error")
	errConnect   = errors.New("dispatch_unreachable")
	errTLS       = errors.New("ssl_error")
	errRedirects = errors.New("too_many_redirects")
)

// request sends an envelope over the app's transport and returns the waiter for its answer, or nil when nobody is
// connected; s.mu is held.
func (s *Sim) request(a *app, e envelope) *waiter {
	w := &waiter{id: envelopeID(), answer: make(chan reply, 1)}
	send := func() { s.spawn(func() { s.sendHTTP(a, e, w) }) }
	if a.RequestURL == "" {
		if len(a.conns) == 0 {
			return nil
		}
		frame, err := s.frame(a, e, w)
		if err != nil {
			s.cfg.Log.Error("marshal envelope", "err", err)
			return nil
		}
		send = func() { a.next(frame) }
		a.waiting[w.id] = w
	}
	happens := Fault{Method: e.kind, App: a.ID}
	if f := s.fault(happens, FaultLate); f != nil {
		s.later(s.scaled(time.Duration(f.Seconds)*time.Second), send)
		return w
	}
	if s.fault(happens, FaultDuplicate) != nil {
		send()
	}
	send()
	return w
}

// frame is an envelope as a socket carries it.
func (s *Sim) frame(a *app, e envelope, w *waiter) ([]byte, error) {
	frame := object{
		"type": e.kind, "envelope_id": w.id, "accepts_response_payload": e.accepts, "payload": e.payload,
	}
	if e.kind == "events_api" {
		frame["retry_attempt"], frame["retry_reason"] = e.attempt, e.reason
	}
	s.log(Traffic{Kind: "envelope", App: a.Name, Method: e.kind, Summary: summaryOf(e.payload), Request: frame})
	return json.Marshal(frame)
}

// next sends a frame on the connection whose turn it is.
func (a *app) next(frame []byte) {
	if len(a.conns) == 0 {
		return // it was late, and everybody has gone
	}
	a.turn++
	a.conns[a.turn%len(a.conns)].send(frame)
}

// ask sends an envelope to which a person waits for an answer, and waits with them. It must be called without s.mu.
func (s *Sim) ask(a *app, e envelope) (json.RawMessage, error) {
	s.mu.Lock()
	w := s.request(a, e)
	s.mu.Unlock()
	if w == nil {
		return nil, errNobody
	}
	payload, err := w.wait(s.ctx, s.cfg.AckTimeout)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop(a, w)
	return payload, err
}

func (w *waiter) wait(ctx context.Context, limit time.Duration) (json.RawMessage, error) {
	t := time.NewTimer(limit)
	defer t.Stop()
	select {
	case r := <-w.answer:
		return r.payload, r.err
	case <-t.C:
		return nil, errTimeout
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// drop forgets a waiter; a late acknowledgement then finds nothing.
func (s *Sim) drop(a *app, w *waiter) { delete(a.waiting, w.id) }

// reason is the retry_reason of the next attempt.
func (w *waiter) reason(err error) string {
	switch {
	case errors.Is(err, errStatus):
		return "http_error"
	case errors.Is(err, errTLS):
		return "ssl_error"
	case errors.Is(err, errRedirects):
		return "too_many_redirects"
	case errors.Is(err, errConnect):
		return "connection_failed"
	}
	return "timeout"
}

// acknowledge takes an answer that came on any of the app's connections; s.mu is held.
func (s *Sim) acknowledge(a *app, id string, payload json.RawMessage) {
	s.log(Traffic{Kind: "ack", App: a.Name, Method: id, Request: jsonOrText(payload)})
	w := a.waiting[id]
	if w == nil {
		return // late, or a second time
	}
	w.take(reply{payload: payload})
}

// take hands over the first answer; others come too late.
func (w *waiter) take(r reply) {
	select {
	case w.answer <- r:
	default:
	}
}

func envelopeID() string {
	t := strings.ToLower(rand.Text()) + strings.ToLower(rand.Text())
	return t[:8] + "-" + t[8:12] + "-" + t[12:16] + "-" + t[16:20] + "-" + t[20:32]
}

// summaryOf names an envelope's payload in a few words for the traffic log.
func summaryOf(payload object) string {
	if inner, ok := payload["event"].(object); ok {
		return text(inner["type"])
	}
	if command := text(payload["command"]); command != "" {
		return command + " " + text(payload["text"])
	}
	return text(payload["type"])
}

// text gives v when it is text, else "".
func text(v any) string {
	t, _ := v.(string)
	return t
}
