package slacksim

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"
)

// Config says how a simulated workspace behaves. The zero value is right for tests: real clock, no logging, no
// rate limits, Slack's own time limits.
type Config struct {
	// Now is the workspace's clock: message times, triggers, response URLs, rate limits. Default time.Now.
	Now func() time.Time
	// Log receives what an operator would want to see: dropped acknowledgements, lost events. Default: discarded.
	Log *slog.Logger
	// Limits are the rate limits; the zero value lets everything through.
	Limits Limits
	// AckTimeout is how long an app may take to acknowledge, in real time. Default 3 s.
	AckTimeout time.Duration
	// RetryAfter holds the pauses before an unacknowledged event is sent again over a socket, in real time; its
	// length is the number of retries. Default 4 s, 1 min, 5 min.
	RetryAfter []time.Duration
	// HTTPRetryAfter is the same for apps that listen over HTTP. Default RetryAfter when that is given, else almost
	// at once, 1 min, 5 min.
	HTTPRetryAfter []time.Duration
	// Speed says how many times faster than real the simulator's own pauses pass: those before retries, before a
	// refreshed socket is closed, and for late envelopes. Default 1.
	Speed float64
	// PingEvery is the pause between pings on a socket. Default 10 s.
	PingEvery time.Duration
}

func (c Config) withDefaults() Config {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.AckTimeout == 0 {
		c.AckTimeout = 3 * time.Second
	}
	if c.Speed <= 0 {
		c.Speed = 1
	}
	if c.HTTPRetryAfter == nil {
		c.HTTPRetryAfter = c.RetryAfter
	}
	if c.HTTPRetryAfter == nil {
		c.HTTPRetryAfter = []time.Duration{200 * time.Millisecond, time.Minute, 5 * time.Minute}
	}
	if c.RetryAfter == nil {
		c.RetryAfter = []time.Duration{4 * time.Second, time.Minute, 5 * time.Minute}
	}
	if c.PingEvery == 0 {
		c.PingEvery = 10 * time.Second
	}
	return c
}

// Sim is one simulated workspace. All its methods may be called from several goroutines.
type Sim struct {
	cfg     Config
	carrier *http.Client // to apps that listen over HTTP

	mu       sync.Mutex // guards everything below
	team     team
	counters map[string]int // next number for each kind of id
	people   []*person
	channels []*channel
	apps     []*app
	views    map[string]*view
	stacks   map[string][]*view // open modals by user id, bottom first
	hooks    map[string]*hook
	triggers map[string]*trigger
	base     string // the server's own address, for apps that have not called yet
	tickets  map[string]*app
	buckets  map[string]*bucket
	faults   []*Fault
	holds    []*Hold
	journal  journal
	traffic  trafficLog
	broken   []Violation
	mend     []func()        // what undoes the faults that stay
	unknown  map[string]bool // types of blocks that a fault makes unknown
	skew     time.Duration   // of now against the clock, by a fault
	groups   []*group
	files    map[string]*file
	planned  []*scheduled // by the time they are due
	thinking map[string]*thinking
	panes    map[string]*pane
	emoji    map[string]string
	grants   map[string]*grant // what was given out by OAuth, by code and token
	canvases map[string]*canvas
	lists    map[string]*list

	busy int           // envelopes without an answer, answers not applied, API calls being served
	idle chan struct{} // closed when busy falls to zero
	came chan struct{} // closed at the next connection

	ctx     context.Context
	stop    context.CancelFunc
	workers sync.WaitGroup
}

// New makes an empty workspace named "Simulated"; fill it with Load or the Add methods.
func New(cfg Config) *Sim {
	ctx, stop := context.WithCancel(context.Background())
	return &Sim{
		cfg:      cfg.withDefaults(),
		carrier:  newCarrier(),
		team:     team{id: "T000000001", name: "Simulated", domain: "simulated"},
		counters: map[string]int{},
		views:    map[string]*view{},
		stacks:   map[string][]*view{},
		hooks:    map[string]*hook{},
		triggers: map[string]*trigger{},
		files:    map[string]*file{},
		thinking: map[string]*thinking{},
		panes:    map[string]*pane{},
		emoji:    map[string]string{},
		grants:   map[string]*grant{},
		canvases: map[string]*canvas{},
		lists:    map[string]*list{},
		tickets:  map[string]*app{},
		buckets:  map[string]*bucket{},
		journal:  newJournal(),
		traffic:  newTrafficLog(),
		ctx:      ctx,
		stop:     stop,
		came:     make(chan struct{}),
	}
}

// Close cuts every socket, gives up what waits for an answer and returns when nothing of the simulator runs any more.
func (s *Sim) Close() {
	s.stop()
	s.DropSockets()
	s.workers.Wait()
}

// Quiet waits until every envelope that was sent is acknowledged or timed out, every answer to one is applied, and no
// API call is being served (a held one does not count). It says nothing about work that a bot still has in hand.
func (s *Sim) Quiet(ctx context.Context) error {
	for {
		s.mu.Lock()
		if s.busy == 0 {
			s.mu.Unlock()
			return nil
		}
		if s.idle == nil {
			s.idle = make(chan struct{})
		}
		idle := s.idle
		s.mu.Unlock()
		select {
		case <-idle:
		case <-s.ctx.Done():
			return errors.New("wait for a quiet workspace: it was closed")
		case <-ctx.Done():
			return fmt.Errorf("wait for a quiet workspace: %w", ctx.Err())
		}
	}
}

// begin marks one more thing in hand; s.mu is held.
func (s *Sim) begin() { s.busy++ }

// end takes back one begin; s.mu is held.
func (s *Sim) end() {
	s.busy--
	if s.busy == 0 && s.idle != nil {
		close(s.idle)
		s.idle = nil
	}
}

// spawn runs work that Close waits for; s.mu is held. After Close it does nothing.
func (s *Sim) spawn(work func()) {
	if s.ctx.Err() != nil {
		return
	}
	s.workers.Go(work)
}

// nextID gives U000000001, U000000002, ...: short, in order, the same on every run.
func (s *Sim) nextID(prefix string) string {
	s.counters[prefix]++
	return fmt.Sprintf("%s%09d", prefix, s.counters[prefix])
}

// stamp writes a time the way Slack writes message keys: seconds, dot, six digits.
func stamp(micros int64) string {
	return fmt.Sprintf("%d.%06d", micros/1e6, micros%1e6)
}

// object is one JSON object on its way out.
type object = map[string]any
