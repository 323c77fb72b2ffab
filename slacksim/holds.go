package slacksim

import (
	"context"
	"slices"
)

// When says at which moment a Hold stops a call.
type When string

// BeforeApply stops a call before it has any effect, AfterApply when it has had its effect but is not answered.
const (
	BeforeApply When = "hold_before"
	AfterApply  When = "hold_after"
)

// Hold stops the next call of a method until it is released.
type Hold struct {
	method, channel string
	when            When
	reached         chan struct{}
	released        chan struct{}
	taken, open     bool // guarded by the Sim's mutex
	sim             *Sim
}

// Hold stops the next call of method at that moment, in any channel.
//
//	h := sim.Hold("chat.postMessage", slacksim.AfterApply)
//	<-h.Reached() // Slack has the message, and nobody has read the answer
//	h.Release()
func (s *Sim) Hold(method string, when When) *Hold { return s.HoldIn(method, "", when) }

// HoldIn is Hold for one channel (id or name).
func (s *Sim) HoldIn(method, channel string, when When) *Hold {
	h := &Hold{
		reached: make(chan struct{}), released: make(chan struct{}), method: method,
		channel: channel, when: when, sim: s,
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.channel(channel); c != nil {
		h.channel = c.id
	}
	s.holds = append(s.holds, h)
	return h
}

// Reached returns a channel that is closed when a call is being held.
func (h *Hold) Reached() <-chan struct{} { return h.reached }

// Release lets the held call go on, and no other call be held. It may be called more than once.
func (h *Hold) Release() {
	h.sim.mu.Lock()
	defer h.sim.mu.Unlock()
	h.sim.holds = slices.DeleteFunc(h.sim.holds, func(other *Hold) bool { return other == h })
	if !h.open {
		h.open = true
		close(h.released)
	}
}

// holdHere stops until a matching hold is released or the client has gone. What is held does not keep Quiet waiting.
func (s *Sim) holdHere(ctx context.Context, method, channel string, when When) (gone bool) {
	s.mu.Lock()
	i := slices.IndexFunc(s.holds, func(h *Hold) bool {
		return !h.taken && h.when == when && matches(h.method, method) && matches(h.channel, channel)
	})
	if i < 0 {
		s.mu.Unlock()
		return false
	}
	h := s.holds[i]
	h.taken = true
	close(h.reached)
	s.end()
	s.mu.Unlock()
	select {
	case <-h.released:
	case <-ctx.Done():
		gone = true
	case <-s.ctx.Done():
		gone = true
	}
	s.mu.Lock()
	s.begin()
	s.mu.Unlock()
	return gone
}
