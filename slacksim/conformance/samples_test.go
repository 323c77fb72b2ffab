package conformance_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/gorilla/websocket"

	"steward/slacksim"
)

// sample is one payload or answer of the simulator, as a client would read it.
type sample struct {
	name string // of the file in keys/
	body any
}

// recorder is an app that speaks the bare protocols and keeps what it reads.
type recorder struct {
	*world
	t    *testing.T
	ws   *websocket.Conn
	read chan struct{} // closed when the socket has ended

	mu       sync.Mutex
	samples  []sample
	triggers []string
}

func record(t *testing.T) *recorder {
	t.Helper()
	r := &recorder{world: newWorld(t, slacksim.Config{}), t: t, read: make(chan struct{})}
	opened := r.callAs(r.app.AppToken, "apps.connections.open", nil)
	address, _ := opened["url"].(string)
	ws, resp, err := websocket.DefaultDialer.DialContext(t.Context(), address, nil)
	must(t, err)
	_ = resp.Body.Close()
	r.ws = ws
	go func() { defer close(r.read); r.receive() }()
	t.Cleanup(func() { _ = ws.Close(); <-r.read })
	return r
}

// receive acknowledges and keeps every envelope.
func (r *recorder) receive() {
	for {
		var frame map[string]any
		if r.ws.ReadJSON(&frame) != nil {
			return
		}
		kind, _ := frame["type"].(string)
		r.keep("frames/"+kind, frame)
		payload, isEnvelope := frame["payload"].(map[string]any)
		if !isEnvelope {
			continue
		}
		r.keep(nameOf(kind, payload), payload)
		_ = r.ws.WriteJSON(map[string]any{"envelope_id": frame["envelope_id"]})
	}
}

// nameOf gives the file of keys for an envelope's payload.
func nameOf(kind string, payload map[string]any) string {
	text := func(o map[string]any, key string) string { s, _ := o[key].(string); return s }
	switch kind {
	case "slash_commands":
		return "interactions/slash_commands"
	case "interactive":
		return "interactions/" + text(payload, "type")
	}
	event, _ := payload["event"].(map[string]any)
	if subtype := text(event, "subtype"); subtype != "" && text(event, "type") == "message" {
		return "events/" + subtype
	}
	return "events/" + text(event, "type")
}

func (r *recorder) keep(name string, body map[string]any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.samples = append(r.samples, sample{name, body})
	if trigger, ok := body["trigger_id"].(string); ok {
		r.triggers = append(r.triggers, trigger)
	}
}

// trigger gives the newest trigger_id once everything has come.
func (r *recorder) trigger() string {
	r.t.Helper()
	r.quiet(r.t)
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.triggers[len(r.triggers)-1]
}

// call calls a method as the bot and keeps the answer. Arguments come in pairs; what is not text is sent as JSON.
func (r *recorder) call(method string, pairs ...any) map[string]any {
	r.t.Helper()
	return r.callAs(r.app.BotToken, method, pairs)
}

func (r *recorder) callAs(token, method string, pairs []any) map[string]any {
	r.t.Helper()
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i].(string), argument(r.t, pairs[i+1]))
	}
	req, err := http.NewRequestWithContext(r.t.Context(), http.MethodPost, r.srv.APIURL()+method, strings.NewReader(form.Encode()))
	must(r.t, err)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	must(r.t, err)
	defer func() { _ = resp.Body.Close() }()
	var answer map[string]any
	must(r.t, json.NewDecoder(resp.Body).Decode(&answer))
	if answer["ok"] != true {
		r.t.Errorf("%s: %v", method, answer)
	}
	r.keep("api/"+method, answer)
	return answer
}

func argument(t *testing.T, v any) string {
	t.Helper()
	if text, ok := v.(string); ok {
		return text
	}
	text, err := json.Marshal(v)
	must(t, err)
	return string(text)
}
