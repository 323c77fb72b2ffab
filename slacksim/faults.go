package slacksim

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// FaultKind says what goes wrong.
type FaultKind string

// The faults that can be injected. All but the last three hit calls of Web API methods.
const (
	FaultError       FaultKind = "error"        // ok:false with Fault.Error
	FaultRateLimited FaultKind = "rate_limited" // 429 with Fault.Seconds in Retry-After
	FaultStatus      FaultKind = "status"       // HTTP status Fault.Status with an HTML body, nothing applied
	FaultDelay       FaultKind = "delay"        // Fault.Seconds of real time before the call is applied
	FaultLoseAnswer  FaultKind = "lose_answer"  // applied, then the connection is cut without an answer
	FaultHoldBefore  FaultKind = "hold_before"  // held before it is applied, until ClearFaults
	FaultHoldAfter   FaultKind = "hold_after"   // held after it is applied, until ClearFaults
	FaultDropSockets FaultKind = "drop_sockets" // all sockets are cut, now
	FaultRefresh     FaultKind = "refresh"      // all sockets are asked to reconnect, now
	FaultDuplicate   FaultKind = "duplicate"    // the next Fault.Count envelopes are sent twice
)

// Fault is something that goes wrong Count times (at least once).
type Fault struct {
	Method  string    `json:"method"` // of the Web API; empty means every method
	Channel string    `json:"channel,omitempty"`
	Kind    FaultKind `json:"kind"`
	Error   string    `json:"error,omitempty"`
	Seconds int       `json:"seconds,omitempty"`
	Status  int       `json:"status,omitempty"`
	Count   int       `json:"count"`
}

// Inject makes something go wrong: at once for drop_sockets, else with the next calls or envelopes that match.
func (s *Sim) Inject(f Fault) error {
	switch f.Kind {
	case FaultError, FaultRateLimited, FaultStatus, FaultDelay, FaultLoseAnswer, FaultDuplicate:
	case FaultDropSockets:
		s.DropSockets()
		return nil
	case FaultRefresh:
		s.Refresh()
		return nil
	case FaultHoldBefore, FaultHoldAfter:
		for range max(f.Count, 1) {
			s.HoldIn(f.Method, f.Channel, When(f.Kind))
		}
		return nil
	default:
		return fmt.Errorf("inject fault: there is no kind %q", f.Kind)
	}
	f.Count = max(f.Count, 1)
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.Kind == FaultDuplicate {
		for _, a := range s.apps {
			a.double += f.Count
		}
		return nil
	}
	if c := s.channel(f.Channel); c != nil {
		f.Channel = c.id
	}
	s.faults = append(s.faults, &f)
	return nil
}

// Faults returns what is still to go wrong.
func (s *Sim) Faults() []Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	left := make([]Fault, 0, len(s.faults))
	for _, f := range s.faults {
		left = append(left, *f)
	}
	for _, h := range s.holds {
		left = append(left, Fault{Method: h.method, Channel: h.channel, Kind: FaultKind(h.when), Count: 1})
	}
	return left
}

// ClearFaults lets everything go well again; calls that are held go on.
func (s *Sim) ClearFaults() {
	s.mu.Lock()
	holds := s.holds
	s.faults, s.holds = nil, nil
	s.mu.Unlock()
	for _, h := range holds {
		h.Release()
	}
}

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

// takeFault finds and uses up the first fault of these kinds that matches a call.
func (s *Sim) takeFault(method, channel string, kinds ...FaultKind) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		if matches(f.Method, method) && matches(f.Channel, channel) && slices.Contains(kinds, f.Kind) {
			if f.Count--; f.Count == 0 {
				s.faults = slices.Delete(s.faults, i, i+1)
			}
			return f
		}
	}
	return nil
}

func matches(wanted, got string) bool { return wanted == "" || wanted == got }

// faultBefore does what goes wrong before a call is applied, and says whether it has answered.
func (s *Sim) faultBefore(w http.ResponseWriter, r *http.Request, method, channel string) bool {
	if gone := s.holdHere(r.Context(), method, channel, BeforeApply); gone {
		panic(http.ErrAbortHandler) // the client never got as far as Slack
	}
	if f := s.takeFault(method, channel, FaultDelay); f != nil {
		pause(r.Context(), time.Duration(f.Seconds)*time.Second)
	}
	f := s.takeFault(method, channel, FaultError, FaultRateLimited, FaultStatus)
	if f == nil {
		return false
	}
	s.mu.Lock()
	s.log(Traffic{Kind: "call", Method: method, Summary: "fault: " + string(f.Kind) + " " + f.Error})
	s.mu.Unlock()
	switch f.Kind {
	case FaultRateLimited:
		w.Header().Set("Retry-After", strconv.Itoa(max(f.Seconds, 1)))
		writeJSON(w, http.StatusTooManyRequests, object{"ok": false, "error": "ratelimited"})
	case FaultStatus:
		status := f.Status
		if status < 400 || status > 599 {
			status = http.StatusInternalServerError
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(status)
		_, _ = w.Write([]byte("<html><body>Something broke here.</body></html>"))
	default:
		writeJSON(w, http.StatusOK, object{"ok": false, "error": or(f.Error, "internal_error")})
	}
	return true
}

// faultAfter does what goes wrong once a call is applied. It does not return when the answer is to be lost.
func (s *Sim) faultAfter(r *http.Request, method, channel string) {
	s.holdHere(r.Context(), method, channel, AfterApply)
	if f := s.takeFault(method, channel, FaultLoseAnswer); f != nil {
		panic(http.ErrAbortHandler) // how net/http lets a handler cut the connection
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

func pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}
