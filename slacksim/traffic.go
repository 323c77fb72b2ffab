package slacksim

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// Traffic is one exchange between the workspace and an app. Tokens are left out.
type Traffic struct {
	ID       int       `json:"id"`
	At       time.Time `json:"at"`
	Kind     string    `json:"kind"` // call, envelope, ack, event_http, response_url
	App      string    `json:"app"`
	Method   string    `json:"method"`
	Summary  string    `json:"summary"`
	Request  any       `json:"request,omitempty"`
	Response any       `json:"response,omitempty"`
	Status   int       `json:"status,omitempty"`
	MS       int64     `json:"ms"`
}

// trafficKept is the length of the traffic log.
const trafficKept = 500

type trafficLog struct {
	entries []Traffic
	last    int
	more    chan struct{} // closed at the next entry
}

func newTrafficLog() trafficLog { return trafficLog{more: make(chan struct{})} }

// log writes one exchange down; s.mu is held.
func (s *Sim) log(t Traffic) {
	l := &s.traffic
	l.last++
	t.ID, t.At = l.last, s.now()
	if len(l.entries) == trafficKept {
		l.entries = slices.Clone(l.entries[trafficKept/10:])
	}
	l.entries = append(l.entries, t)
	close(l.more)
	l.more = make(chan struct{})
}

// Traffic returns the last exchanges, newest last.
func (s *Sim) Traffic() []Traffic {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.traffic.entries)
}

func (s *Sim) logCall(c *call, started time.Time, answer object, status int) {
	request := object{}
	for k, v := range c.args {
		if k != "token" {
			request[k] = unpacked(v)
		}
	}
	t := Traffic{
		Kind: "call", Method: c.method, Request: request, Status: status, MS: time.Since(started).Milliseconds(),
		Response: redact(asObject(answer)), Summary: or(text(answer["error"]), c.args.text("text")),
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.app != nil {
		t.App = c.app.Name
	}
	s.log(t)
}

// redact blanks what opens doors: the ticket in a socket's address.
func redact(answer object) object {
	if address := text(answer["url"]); strings.Contains(address, "ticket=") {
		answer["url"] = address[:strings.Index(address, "ticket=")] + "ticket=..."
	}
	return answer
}

// unpacked turns JSON text in a form field back into JSON.
func unpacked(v any) any {
	t, isText := v.(string)
	if !isText || len(t) == 0 || t[0] != '{' && t[0] != '[' {
		return v
	}
	return jsonOrText([]byte(t))
}

func jsonOrText(raw []byte) any {
	if len(raw) == 0 {
		return nil
	}
	var v any
	if json.Unmarshal(raw, &v) != nil {
		return string(raw)
	}
	return v
}
