package slacksim

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// Rules of Socket Mode.
const (
	socketsPerApp = 10
	ackLimit      = 20_480 // bytes; bigger acknowledgements are dropped without a word
	framesKept    = 1_024  // frames that may wait for a slow reader before the connection is cut
	writeLimit    = 10 * time.Second
)

// socket is one open connection of an app.
type socket struct {
	ws     *websocket.Conn
	frames chan []byte
	closed chan struct{}
	silent atomic.Bool // by a fault: nothing goes out any more and nothing that comes counts
}

// send queues a frame; a connection that does not read its frames is cut.
func (k *socket) send(frame []byte) {
	select {
	case k.frames <- frame:
	default:
		_ = k.ws.UnderlyingConn().Close()
	}
}

// upgrader takes any origin, since clients of Socket Mode send Slack's own.
var upgrader = websocket.Upgrader{
	ReadBufferSize: 32 << 10, WriteBufferSize: 32 << 10,
	CheckOrigin: func(*http.Request) bool { return true },
}

// serveSocket turns a ticket into a connection and stays until it ends.
func (s *Sim) serveSocket(w http.ResponseWriter, r *http.Request) {
	ticket := r.URL.Query().Get("ticket")
	s.mu.Lock()
	a := s.tickets[ticket]
	delete(s.tickets, ticket)
	s.mu.Unlock()
	if a == nil {
		http.Error(w, "this address was used before, or never given out", http.StatusForbidden)
		return
	}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	k := &socket{ws: ws, frames: make(chan []byte, framesKept), closed: make(chan struct{})}
	answer := ws.PingHandler()
	ws.SetPingHandler(func(words string) error {
		if k.silent.Load() {
			return nil
		}
		return answer(words)
	})
	defer func() { _ = ws.Close() }()
	if !s.connect(a, k) {
		return
	}
	s.read(a, k)
	s.disconnect(a, k)
}

// connect says hello and lets the app's waiting events go. An eleventh connection is told to leave.
func (s *Sim) connect(a *app, k *socket) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ctx.Err() != nil {
		return false
	}
	if len(a.conns) >= socketsPerApp {
		_ = k.ws.WriteJSON(object{"type": "disconnect", "reason": "too_many_websockets"})
		return false
	}
	a.conns = append(a.conns, k)
	close(s.came)
	s.came = make(chan struct{})
	hello, err := json.Marshal(object{
		"type": "hello", "num_connections": len(a.conns), "connection_info": object{"app_id": a.ID},
		"debug_info": object{"host": "slacksim", "build_number": 1, "approximate_connection_time": 18060},
	})
	if err != nil {
		return false
	}
	k.send(hello)
	s.spawn(func() { s.write(k) })
	s.flush(a)
	return true
}

// write sends frames and pings until the connection is closed.
func (s *Sim) write(k *socket) {
	ping := time.NewTicker(s.cfg.PingEvery)
	defer ping.Stop()
	for {
		var err error
		select {
		case frame := <-k.frames:
			if !k.silent.Load() {
				err = k.writeFrame(frame)
			}
		case <-ping.C:
			if k.silent.Load() {
				continue
			}
			err = k.ws.WriteControl(websocket.PingMessage, []byte("Ping from slacksim"), time.Now().Add(time.Second))
		case <-k.closed:
			return
		}
		if err != nil {
			_ = k.ws.UnderlyingConn().Close() // the reader notices and cleans up
		}
	}
}

// errLast ends a connection that was told to go.
var errLast = errors.New("no more frames")

// writeFrame writes one frame; an empty one says that no more will follow.
func (k *socket) writeFrame(frame []byte) error {
	if len(frame) == 0 {
		return errLast
	}
	if err := k.ws.SetWriteDeadline(time.Now().Add(writeLimit)); err != nil {
		return err
	}
	return k.ws.WriteMessage(websocket.TextMessage, frame)
}

// read takes acknowledgements until the connection ends.
func (s *Sim) read(a *app, k *socket) {
	for {
		_, frame, err := k.ws.ReadMessage()
		if err != nil {
			return
		}
		if k.silent.Load() {
			continue
		}
		if len(frame) >= ackLimit {
			s.cfg.Log.Error("acknowledgement dropped: too big", "app", a.Name, "bytes", len(frame))
			s.mu.Lock()
			s.violate("ack", []Problem{{Message: "acknowledgement of 20,480 bytes or more is dropped"}})
			s.mu.Unlock()
			continue
		}
		var ack struct {
			EnvelopeID string          `json:"envelope_id"`
			Payload    json.RawMessage `json:"payload"`
		}
		if json.Unmarshal(frame, &ack) != nil || ack.EnvelopeID == "" {
			s.cfg.Log.Warn("frame is not an acknowledgement", "app", a.Name)
			continue
		}
		s.mu.Lock()
		s.acknowledge(a, ack.EnvelopeID, ack.Payload)
		s.mu.Unlock()
	}
}

func (s *Sim) disconnect(a *app, k *socket) {
	s.mu.Lock()
	defer s.mu.Unlock()
	close(k.closed)
	a.conns = slices.DeleteFunc(a.conns, func(other *socket) bool { return other == k })
}

// DropSockets cuts all open sockets without a closing handshake, as a broken network does.
func (s *Sim) DropSockets() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.apps {
		a.dropSockets()
	}
}

func (a *app) dropSockets() {
	for _, k := range a.conns {
		_ = k.ws.UnderlyingConn().Close()
	}
	a.conns = nil
}

// Refresh asks the apps to reconnect, as Slack does when it recycles its side: a warning, the request, then the close,
// all at once. Nothing new is sent on the old connections.
func (s *Sim) Refresh() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.apps {
		a.tell(disconnectFrame("warning"))
		s.bye(a, "refresh_requested")
	}
}

// RefreshAfter is Refresh with time between the warning and the rest, ten seconds at Slack's; Config.Speed shortens it.
func (s *Sim) RefreshAfter(pause time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.apps {
		s.refreshAfter(a, pause)
	}
}

func (s *Sim) refreshAfter(a *app, pause time.Duration) {
	old := slices.Clone(a.conns)
	a.tell(disconnectFrame("warning"))
	s.later(s.scaled(pause), func() {
		for _, k := range old {
			k.send(disconnectFrame("refresh_requested"))
			k.send(nil)
		}
		a.conns = slices.DeleteFunc(a.conns, func(k *socket) bool { return slices.Contains(old, k) })
	})
}

// SilenceSockets leaves all open sockets standing but dead: no frame, no ping, no pong comes out of them any more, and
// what apps send there is not heard. It is what a lost route looks like.
func (s *Sim) SilenceSockets() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.apps {
		a.silenceSockets()
	}
}

func (a *app) silenceSockets() {
	for _, k := range a.conns {
		k.silent.Store(true)
	}
}

// WaitConnected returns when the app has a socket open.
func (s *Sim) WaitConnected(ctx context.Context, name string) error {
	for {
		s.mu.Lock()
		a, came := s.app(name), s.came
		there := a != nil && len(a.conns) > 0
		s.mu.Unlock()
		if there {
			return nil
		}
		select {
		case <-came:
		case <-s.ctx.Done():
			return fmt.Errorf("wait for %s to connect: the workspace was closed", name)
		case <-ctx.Done():
			return fmt.Errorf("wait for %s to connect: %w", name, ctx.Err())
		}
	}
}

// bye tells the app's connections to go, and why, and closes them; s.mu is held.
func (s *Sim) bye(a *app, reason string) {
	a.tell(disconnectFrame(reason))
	a.tell(nil)
	a.conns = nil
}

func (a *app) tell(frame []byte) {
	for _, k := range a.conns {
		k.send(frame)
	}
}

func disconnectFrame(reason string) []byte {
	return []byte(`{"type":"disconnect","reason":"` + reason + `","debug_info":{"host":"slacksim"}}`)
}
