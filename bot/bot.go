// Package bot talks with Slack: it listens over Socket Mode or HTTP, answers,
// and sends the pings that are owed. It is the only package of Steward that
// knows slack-go.
//
// An event is stored, acknowledged, and answered in a goroutine of its own. A
// click or command is acknowledged first and then answered. A ping is claimed
// from the store, posted, and its place stored; see deliver for what happens
// when the outcome of a post is not known.
//
// The package decides nothing about promises or people, and says nothing of
// its own: words come from package commands.
package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/slack-go/slack"

	"steward/commands"
	"steward/store"
)

// A Config is what a bot stands on.
type Config struct {
	Store         *store.Store
	Log           *slog.Logger
	Now           func() time.Time
	Tick          <-chan time.Time // the safety net: look for what is due; nil never
	BotToken      string
	AppToken      string        // for Socket Mode; empty: events come over HTTP
	SigningSecret string        // for HTTP
	APIURL        string        // ends in a slash; empty: Slack's own
	Spacing       time.Duration // between two messages in one channel; 0: none
}

// A Bot is one copy of Steward's presence in a Slack workspace.
type Bot struct {
	Config
	desk   *commands.Desk
	api    *slack.Client
	self   *slack.AuthTestResponse // who we are
	hand   hand                    // what is being worked on
	pings  atomic.Int64            // of that, pings
	due    chan struct{}           // pings became due
	posts  chan struct{}           // a place per call of Slack under way
	clocks clocks
	state  state
}

// The limits of one copy.
const (
	inHand  = 200              // pings claimed at once
	calls   = 16               // messages under way at once
	lease   = 15 * time.Second // how long a claim holds; longer than callTime and patience together
	timeout = 6 * time.Second  // of one call of Slack
	settle  = 3 * time.Second  // until a post whose outcome is unknown shows up in the history
	patient = 3 * time.Second  // the longest wait for a slot while holding a claim
	grace   = 10 * time.Second // to finish what is in hand when stopping
)

// New gives a bot that is not yet connected.
func New(c Config) *Bot {
	options := []slack.Option{
		slack.OptionHTTPClient(&http.Client{Timeout: timeout, Transport: transport()}),
		slack.OptionAppLevelToken(c.AppToken),
	}
	if c.APIURL != "" {
		options = append(options, slack.OptionAPIURL(c.APIURL))
	}
	return &Bot{
		Config: c,
		desk:   commands.New(c.Store),
		api:    slack.New(c.BotToken, options...),
		due:    make(chan struct{}, 1),
		posts:  make(chan struct{}, calls),
		clocks: clocks{changed: make(chan struct{}, 1)},
	}
}

// transport keeps as many connections as there are calls at once: the default
// keeps two and would dial, with a handshake, for most calls of a burst.
func transport() http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = calls
	return t
}

// Run connects and works until ctx ends; then it takes nothing new, finishes
// what is in hand within ten seconds, and returns. It returns early only when
// Slack refuses the tokens.
func (b *Bot) Run(ctx context.Context) error {
	if err := b.connect(ctx); err != nil || ctx.Err() != nil {
		return err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	work, finish := context.WithCancel(context.WithoutCancel(ctx))
	defer finish()

	var loops sync.WaitGroup
	loops.Go(func() { b.listen(ctx) })
	loops.Go(func() { b.post(ctx, work) })
	loops.Go(func() { b.waitForClocks(ctx, work) })
	loops.Go(func() { b.sweep(ctx, work) })
	if b.AppToken != "" {
		for range sockets {
			loops.Go(func() {
				if err := b.socket(ctx, work); err != nil {
					stop(err)
				}
			})
		}
	}
	<-ctx.Done()
	loops.Wait()

	end, cancel := context.WithTimeout(work, grace)
	defer cancel()
	if err := b.hand.empty(end); err != nil {
		b.Log.Warn("stopped before everything in hand was finished")
	}
	if err := context.Cause(ctx); !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}

// connect finds out who we are and who the others are. While Slack is away it
// waits, up to half a minute between two tries; it fails when Slack refuses
// the tokens, which no patience would cure.
func (b *Bot) connect(ctx context.Context) error {
	for wait := time.Second; ; wait = min(2*wait, 30*time.Second) {
		err := b.introduce(ctx)
		var refusal slack.SlackErrorResponse
		if err == nil {
			break
		}
		if errors.As(err, &refusal) && !unclear[refusal.Err] {
			return err
		}
		b.Log.Warn("Slack cannot be reached; trying again", "wait", wait.String(), "err", err)
		pause := time.NewTimer(wait)
		select {
		case <-pause.C:
		case <-ctx.Done():
			pause.Stop()
			return nil
		}
	}
	if err := b.MatchPeople(ctx); err != nil {
		b.Log.Warn("cannot match people to their accounts; trying again within the hour", "err", err)
	}
	b.state.ready()
	b.Log.Info("connected", "workspace", b.self.Team, "bot", b.self.UserID)
	return nil
}

// introduce asks Slack who we are, and whether we may open a socket: the
// client would go on asking for ever with a token of the wrong kind.
func (b *Bot) introduce(ctx context.Context) error {
	self, err := b.api.AuthTestContext(ctx)
	if err != nil {
		return fmt.Errorf("Slack refuses SLACK_BOT_TOKEN: %w", err)
	}
	if b.AppToken != "" {
		if _, _, err := b.api.StartSocketModeContext(ctx); err != nil {
			return fmt.Errorf("Slack refuses SLACK_APP_TOKEN: %w", err)
		}
	}
	b.self = self
	return nil
}

// Settle returns once nothing is in hand and nothing is due: every event taken
// was answered and every ping that is due was sent. Tests own time this way.
func (b *Bot) Settle(ctx context.Context) error {
	for {
		if err := b.hand.empty(ctx); err != nil {
			return fmt.Errorf("wait for what is in hand: %w", err)
		}
		b.overdue(ctx)
		n, err := b.round(ctx)
		if err != nil {
			return err
		}
		if err := b.hand.empty(ctx); err != nil {
			return fmt.Errorf("wait for what is in hand: %w", err)
		}
		if n == 0 {
			return nil
		}
	}
}

// Ready reports whether the bot was connected, and whether it can hear Slack
// now.
func (b *Bot) Ready() (connected, hearing bool) {
	return b.state.get(b.AppToken != "")
}

// state is what health checks ask for.
type state struct {
	mu      sync.Mutex
	started bool
	open    int // sockets
}

func (s *state) ready() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.started = true
}

func (s *state) opened(by int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open += by
}

func (s *state) get(sockets bool) (connected, hearing bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.started, s.started && (!sockets || s.open > 0)
}

// hand counts what is being worked on.
type hand struct {
	mu    sync.Mutex
	n     int
	freed chan struct{} // closed when n falls to 0, if somebody waits
}

func (h *hand) take() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.n++
}

func (h *hand) done() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.n--; h.n == 0 && h.freed != nil {
		close(h.freed)
		h.freed = nil
	}
}

// empty returns when nothing is in hand, or with the error of ctx.
func (h *hand) empty(ctx context.Context) error {
	h.mu.Lock()
	if h.n == 0 {
		h.mu.Unlock()
		return nil
	}
	if h.freed == nil {
		h.freed = make(chan struct{})
	}
	freed := h.freed
	h.mu.Unlock()
	select {
	case <-freed:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// begin runs do in a goroutine that Run waits for. A panic costs only what do
// was about.
func (b *Bot) begin(do func()) {
	b.hand.take()
	go func() {
		defer b.hand.done()
		defer func() {
			if p := recover(); p != nil {
				b.Log.Error("panic", "cause", fmt.Sprint(p), "stack", stack())
			}
		}()
		do()
	}()
}
