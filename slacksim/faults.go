package slacksim

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// FaultKind says what goes wrong.
type FaultKind string

// Faults of calls of Web API methods; Fault.Method may also be "response_url" or "upload".
const (
	FaultError       FaultKind = "error"        // ok:false with Fault.Error
	FaultRateLimited FaultKind = "rate_limited" // 429 with Fault.Seconds in Retry-After
	FaultStatus      FaultKind = "status"       // HTTP status Fault.Status with an HTML body, nothing applied
	FaultDelay       FaultKind = "delay"        // Fault.Seconds of real time before the call is applied
	FaultLoseAnswer  FaultKind = "lose_answer"  // applied, then the connection is cut without an answer
	FaultCut         FaultKind = "cut"          // applied, then the connection is cut in the middle of the answer
	FaultHoldBefore  FaultKind = "hold_before"  // held before it is applied, until ClearFaults
	FaultHoldAfter   FaultKind = "hold_after"   // held after it is applied, until ClearFaults
)

// Faults of the next Fault.Count envelopes; Fault.Method may be "events_api", "slash_commands" or "interactive".
const (
	FaultDuplicate FaultKind = "duplicate" // sent twice, with the same envelope id
	FaultLate      FaultKind = "late"      // sent Fault.Seconds too late, when Slack has long given it up
)

// Faults that happen at once, to Fault.App or to every app. The last eight stay until ClearFaults.
const (
	FaultDropSockets    FaultKind = "drop_sockets"    // all sockets are cut
	FaultRefresh        FaultKind = "refresh"         // asked to reconnect: a warning, after Fault.Seconds the rest
	FaultSilenceSockets FaultKind = "silence_sockets" // all sockets stand and say nothing any more
	FaultLinkDisabled   FaultKind = "link_disabled"   // Socket Mode is switched off
	FaultRevokeToken    FaultKind = "revoke_token"    // the app's tokens are good for nothing
	FaultUninstall      FaultKind = "uninstall"       // the app is taken out of the workspace
	FaultClockSkew      FaultKind = "clock_skew"      // Slack's clock is Fault.Seconds ahead, or behind when negative
	FaultArchive        FaultKind = "archive_channel" // Fault.Channel is archived
	FaultRemoveUser     FaultKind = "remove_user"     // Fault.User is taken out of Fault.Channel or, without one, deactivated
	FaultRefuseBlock    FaultKind = "refuse_block"    // blocks of the type Fault.Block are not known here, as where they are not rolled out
)

// Fault is something that goes wrong Count times (at least once) or, with a Rate, at random.
type Fault struct {
	Method  string    `json:"method"` // of the Web API; empty means every method
	Channel string    `json:"channel,omitempty"`
	Kind    FaultKind `json:"kind"`
	Error   string    `json:"error,omitempty"`
	Seconds int       `json:"seconds,omitempty"`
	Status  int       `json:"status,omitempty"`
	App     string    `json:"app,omitempty"`
	User    string    `json:"user,omitempty"`
	Block   string    `json:"block,omitempty"`
	Count   int       `json:"count"` // with a Rate, 0 means until ClearFaults
	// Rate is the chance, from 0 to 1, with which a matching call or envelope is hit. The same Seed hits the same ones
	// of a sequence on every run; calls made at the same time have no such order.
	Rate float64 `json:"rate,omitempty"`
	Seed uint64  `json:"seed,omitempty"`

	dice *rand.Rand
}

// Inject makes something go wrong: at once, or with the next calls or envelopes that match.
func (s *Sim) Inject(f Fault) error {
	switch f.Kind {
	case FaultError, FaultRateLimited, FaultStatus, FaultDelay, FaultLoseAnswer, FaultCut, FaultDuplicate, FaultLate:
		return s.expect(f)
	case FaultHoldBefore, FaultHoldAfter:
		for range min(max(f.Count, 1), holdsMost) {
			s.HoldIn(f.Method, f.Channel, When(f.Kind))
		}
		return nil
	case FaultDropSockets, FaultRefresh, FaultSilenceSockets:
		return s.breakSockets(f)
	case FaultClockSkew:
		s.skewClock(time.Duration(f.Seconds) * time.Second)
	case FaultLinkDisabled, FaultRevokeToken, FaultUninstall:
		return s.breakApps(f)
	case FaultArchive, FaultRemoveUser:
		return s.breakWorkspace(f)
	case FaultRefuseBlock:
		return s.refuseBlock(f.Block)
	default:
		return fmt.Errorf("inject fault: there is no kind %q", f.Kind)
	}
	return nil
}

func isMethod(name string) bool {
	_, ok := methods[name]
	return ok
}

// holdsMost and faultsMost bound what may wait to go wrong.
const (
	holdsMost  = 1_000
	faultsMost = 1_000
)

// expect keeps a fault for the calls or envelopes to come.
func (s *Sim) expect(f Fault) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case strings.Contains(f.Method, ".") && !isMethod(f.Method):
		return fmt.Errorf("inject fault: there is no method %q", f.Method)
	case f.Rate < 0 || f.Rate > 1:
		return fmt.Errorf("inject fault: rate %v is not between 0 and 1", f.Rate)
	case len(s.faults) >= faultsMost:
		return fmt.Errorf("inject fault: %d are waiting already", faultsMost)
	case f.Rate == 0:
		f.Count = max(f.Count, 1)
	default:
		f.Count = max(f.Count, 0)
		f.dice = rand.New(rand.NewPCG(f.Seed, f.Seed)) //nolint:gosec // it has to repeat, not to surprise
	}
	if c := s.channel(f.Channel); c != nil {
		f.Channel = c.id
	}
	if a := s.app(f.App); a != nil {
		f.App = a.ID
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

// ClearFaults lets everything go well again: calls that are held go on, and what was broken for good is mended.
func (s *Sim) ClearFaults() {
	s.mu.Lock()
	holds, mend := s.holds, s.mend
	s.faults, s.holds, s.mend = nil, nil, nil
	for _, undo := range slices.Backward(mend) {
		undo()
	}
	s.mu.Unlock()
	for _, h := range holds {
		h.Release()
	}
}

// takeFault finds and uses up the first fault of these kinds that matches a call.
func (s *Sim) takeFault(method, channel string, kinds ...FaultKind) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.fault(Fault{Method: method, Channel: channel}, kinds...)
}

// fault is takeFault with s.mu held; what happens is described by its method, channel and app.
func (s *Sim) fault(happens Fault, kinds ...FaultKind) *Fault {
	for i, f := range s.faults {
		if !slices.Contains(kinds, f.Kind) || !matches(f.Method, happens.Method) || !matches(f.Channel, happens.Channel) ||
			!matches(f.App, happens.App) {
			continue
		}
		if f.dice != nil && f.dice.Float64() >= f.Rate {
			continue
		}
		if f.Count > 0 {
			f.Count--
			if f.Count == 0 {
				s.faults = slices.Delete(s.faults, i, i+1)
			}
		}
		return f
	}
	return nil
}

func matches(wanted, got string) bool { return wanted == "" || wanted == got }

func (s *Sim) skewClock(by time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.skew = by
	s.mend = append(s.mend, func() { s.skew = 0 })
}

// struck gives the apps that a fault is for: the one it names, or all.
func (s *Sim) struck(f Fault) ([]*app, error) {
	if f.App == "" {
		return s.apps, nil
	}
	a := s.app(f.App)
	if a == nil {
		return nil, fmt.Errorf("inject fault: there is no app %s", f.App)
	}
	return []*app{a}, nil
}

// breakSockets does to the open sockets of one app, or of all, what goes wrong with them.
func (s *Sim) breakSockets(f Fault) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	apps, err := s.struck(f)
	for _, a := range apps {
		switch f.Kind {
		case FaultDropSockets:
			a.dropSockets()
		case FaultRefresh:
			s.refreshAfter(a, time.Duration(f.Seconds)*time.Second)
		default:
			a.silenceSockets()
		}
	}
	return err
}

// breakApps does to one app, or to all, what stays until ClearFaults.
func (s *Sim) breakApps(f Fault) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	apps, err := s.struck(f)
	if err != nil {
		return err
	}
	for _, a := range apps {
		switch f.Kind {
		case FaultLinkDisabled:
			s.disableSockets(a)
		case FaultRevokeToken:
			s.revoke(a)
		default:
			s.uninstall(a)
		}
		s.mend = append(s.mend, func() { a.dead, a.off = "", false })
	}
	return nil
}

// breakWorkspace archives a channel or removes a person, until ClearFaults.
func (s *Sim) breakWorkspace(f Fault) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, p := s.channel(f.Channel), s.person(f.User)
	switch {
	case f.Kind == FaultArchive && c != nil && c.archived, f.Kind == FaultRemoveUser && f.Channel == "" && p != nil && p.Deactivated:
		// It is so already, and ClearFaults is not to change what the fault did not.
	case f.Kind == FaultArchive && c != nil && !c.im:
		s.archive(c, "", true)
		s.mend = append(s.mend, func() { s.archive(c, "", false) })
	case f.Kind == FaultRemoveUser && p != nil && f.Channel == "":
		s.changePerson(p, func(p *Person) { p.Deactivated = true })
		s.mend = append(s.mend, func() { s.changePerson(p, func(p *Person) { p.Deactivated = false }) })
	case f.Kind == FaultRemoveUser && p != nil && c != nil && c.has(p.ID) && !c.im:
		s.leave(c, p.ID)
		s.mend = append(s.mend, func() { s.joinChannel(c, p.ID) })
	default:
		return fmt.Errorf("inject fault: %s finds no such channel or person", f.Kind)
	}
	return nil
}

// refuseBlock makes a type of blocks unknown, until ClearFaults.
func (s *Sim) refuseBlock(kind string) error {
	if _, known := blockRules[kind]; !known {
		return fmt.Errorf("inject fault: there is no block %q", kind)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unknown == nil {
		s.unknown = map[string]bool{}
	}
	s.unknown[kind] = true
	s.mend = append(s.mend, func() { s.unknown = nil })
	return nil
}
