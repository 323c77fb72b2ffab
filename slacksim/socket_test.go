package slacksim_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"steward/slacksim"
)

// quick are time limits for tests in which nobody acknowledges.
var quick = slacksim.Config{
	AckTimeout: 100 * time.Millisecond,
	RetryAfter: []time.Duration{10 * time.Millisecond, 10 * time.Millisecond, 10 * time.Millisecond},
}

// frame is one frame of Socket Mode.
type frame struct {
	Type         string `json:"type"`
	Reason       string `json:"reason"`
	EnvelopeID   string `json:"envelope_id"`
	RetryAttempt int    `json:"retry_attempt"`
	RetryReason  string `json:"retry_reason"`
	Payload      struct {
		Type    string `json:"type"`
		EventID string `json:"event_id"`
		Event   struct{ Type, Subtype, Text string }
	} `json:"payload"`
}

// wire is a bare connection that acknowledges only what a test wants.
type wire struct {
	t  *testing.T
	ws *websocket.Conn
}

func socketURL(t *testing.T, sim *slacksim.Sim, srv *slacksim.Server) string {
	t.Helper()
	app, _ := sim.App("Echo")
	r := request(t, http.MethodPost, srv.APIURL()+"apps.connections.open", "", "")
	r.Header.Set("Authorization", "Bearer "+app.AppToken)
	address, _ := ask(t, r)["url"].(string)
	return address
}

func dial(t *testing.T, sim *slacksim.Sim, srv *slacksim.Server) *wire {
	t.Helper()
	k := &wire{t: t, ws: connect(t, sim, srv)}
	if first := k.next(); first.Type != "hello" {
		t.Fatalf("first frame is %+v", first)
	}
	return k
}

// connect opens a socket and reads nothing of it.
func connect(t *testing.T, sim *slacksim.Sim, srv *slacksim.Server) *websocket.Conn {
	t.Helper()
	ws, resp, err := websocket.DefaultDialer.Dial(socketURL(t, sim, srv), nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	t.Cleanup(func() { _ = ws.Close() })
	return ws
}

func (k *wire) next() frame {
	k.t.Helper()
	if err := k.ws.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
		k.t.Fatal(err)
	}
	var f frame
	if err := k.ws.ReadJSON(&f); err != nil {
		k.t.Fatal(err)
	}
	return f
}

func (k *wire) ack(f frame) {
	k.t.Helper()
	if err := k.ws.WriteJSON(map[string]any{"envelope_id": f.EnvelopeID, "payload": map[string]any{}}); err != nil {
		k.t.Fatal(err)
	}
}

func say(t *testing.T, sim *slacksim.Sim, text string) {
	t.Helper()
	if _, err := sim.As("mei.lin").Say("helpdesk", text); err != nil {
		t.Fatal(err)
	}
}

func TestEventsComeAgainUntilAcknowledged(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, quick)
	k := dial(t, sim, srv)
	say(t, sim, "hello")
	first := k.next()
	second := k.next()
	if second.Payload.EventID != first.Payload.EventID || second.EnvelopeID == first.EnvelopeID {
		t.Errorf("retry %+v of %+v: want the same event in a new envelope", second, first)
	}
	if first.RetryAttempt != 0 || second.RetryAttempt != 1 || second.RetryReason != "timeout" {
		t.Errorf("attempts %d, %d %q", first.RetryAttempt, second.RetryAttempt, second.RetryReason)
	}
	k.ack(second)
	say(t, sim, "next")
	if third := k.next(); third.Payload.EventID == first.Payload.EventID {
		t.Error("an acknowledged event came again")
	}
}

func TestEventsAreGivenUpAfterTheLastRetry(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, quick)
	k := dial(t, sim, srv)
	say(t, sim, "lost")
	for want := range 4 {
		if f := k.next(); f.RetryAttempt != want {
			t.Errorf("attempt %d, want %d", f.RetryAttempt, want)
		}
	}
	if err := sim.Quiet(t.Context()); err != nil {
		t.Fatal(err)
	}
	say(t, sim, "new")
	if f := k.next(); f.Payload.Event.Text != "new" {
		t.Errorf("got %+v, want the new event", f)
	}
}

func TestEventsWaitForAConnection(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	say(t, sim, "while you were out")
	k := dial(t, sim, srv)
	f := k.next()
	if f.Payload.Event.Text != "while you were out" || f.RetryAttempt != 1 {
		t.Errorf("got %+v, want the event as a retry", f)
	}
}

func TestEachEnvelopeGoesToOneConnection(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	a, b := dial(t, sim, srv), dial(t, sim, srv)
	for i := range 4 {
		say(t, sim, fmt.Sprint(i))
	}
	seen := map[string]bool{}
	for _, k := range []*wire{a, b, a, b} {
		f := k.next()
		seen[f.Payload.Event.Text] = true
		b.ack(f) // any connection of the app may acknowledge
	}
	if len(seen) != 4 {
		t.Errorf("saw %v, want each of four once", seen)
	}
	if err := sim.Quiet(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestTicketsConnectOnce(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	address := socketURL(t, sim, srv)
	for want := range 2 {
		ws, resp, err := websocket.DefaultDialer.Dial(address, nil)
		if (err == nil) != (want == 0) {
			t.Errorf("dial %d: %v", want, err)
		}
		_ = resp.Body.Close()
		if err == nil {
			t.Cleanup(func() { _ = ws.Close() })
		}
	}
}

func TestEleventhConnectionIsTurnedAway(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	for range 10 {
		dial(t, sim, srv)
	}
	ws, resp, err := websocket.DefaultDialer.Dial(socketURL(t, sim, srv), nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	defer func() { _ = ws.Close() }()
	if f := (&wire{t: t, ws: ws}).next(); f.Type != "disconnect" || f.Reason != "too_many_websockets" {
		t.Errorf("got %+v", f)
	}
	if n := sim.Connections("Echo"); n != 10 {
		t.Errorf("%d connections", n)
	}
}

func TestBigAcknowledgementsAreDropped(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, quick)
	k := dial(t, sim, srv)
	if err := sim.As("mei.lin").Command("helpdesk", "/echo", "x"); err != nil {
		t.Fatal(err)
	}
	f := k.next()
	big, err := json.Marshal(map[string]any{"envelope_id": f.EnvelopeID, "payload": map[string]string{"text": strings.Repeat("x", 20_480)}})
	if err != nil {
		t.Fatal(err)
	}
	if err := k.ws.WriteMessage(websocket.TextMessage, big); err != nil {
		t.Fatal(err)
	}
	notice := until(t, sim, func(c slacksim.Change) bool { return c.Kind == slacksim.Noticed })
	if want := `/echo failed with the error "operation_timeout"`; notice.Text != want {
		t.Errorf("notice %q, want %q", notice.Text, want)
	}
	if len(sim.Violations()) != 1 {
		t.Errorf("violations: %v", sim.Violations())
	}
}

func TestCommandWithNobodyConnected(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{})
	if err := sim.As("mei.lin").Command("helpdesk", "/echo", "x"); err != nil {
		t.Fatal(err)
	}
	notice := until(t, sim, func(c slacksim.Change) bool { return c.Kind == slacksim.Noticed })
	if want := `/echo failed with the error "dispatch_failed"`; notice.Text != want {
		t.Errorf("notice %q, want %q", notice.Text, want)
	}
}

func TestServerPings(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{PingEvery: 10 * time.Millisecond})
	k := dial(t, sim, srv)
	pinged := make(chan struct{}, 100)
	k.ws.SetPingHandler(func(string) error { pinged <- struct{}{}; return nil })
	go func() { _, _, _ = k.ws.ReadMessage() }() // pings are handled while reading
	waitFor(t, pinged)
	waitFor(t, pinged)
}

func TestRealClientReconnectsAndMissesNothing(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	bot := startEcho(t, sim, srv)
	say(t, sim, "one")
	seen := map[string]bool{waitFor(t, bot.events): true}
	sim.DropSockets()
	say(t, sim, "two") // nobody is connected now
	seen[waitFor(t, bot.events)] = true
	sim.Refresh()
	say(t, sim, "three")
	for len(seen) < 3 {
		seen[waitFor(t, bot.events)] = true
	}
}

func TestDuplicateEnvelopes(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	bot := startEcho(t, sim, srv)
	if err := sim.Inject(slacksim.Fault{Kind: slacksim.FaultDuplicate}); err != nil {
		t.Fatal(err)
	}
	say(t, sim, "twice")
	if first, second := waitFor(t, bot.events), waitFor(t, bot.events); first != second {
		t.Errorf("events %s and %s, want one twice", first, second)
	}
}
