package conformance_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"

	"steward/slacksim"
)

// patience is how long a test waits for what has to come.
const patience = 10 * time.Second

// world is a workspace with mei.lin, jonas.weber and the app Clerk, who are all in #helpdesk.
type world struct {
	*slacksim.Sim
	srv *slacksim.Server
	app slacksim.App
	api *slack.Client
	mei *slacksim.Actor
}

func newWorld(t *testing.T, cfg slacksim.Config) *world {
	t.Helper()
	w := &world{Sim: slacksim.New(cfg)}
	err := w.Load(slacksim.Workspace{
		Name: "Acme", Domain: "acme",
		People: []slacksim.Person{
			{Handle: "mei.lin", RealName: "Mei Lin", Email: "mei@acme.test", Locale: "zh-CN", TZ: "Asia/Shanghai"},
			{Handle: "jonas.weber", RealName: "Jonas Weber", Email: "jonas@acme.test", TZ: "Europe/Berlin"},
		},
		Apps: []slacksim.App{{
			Name: "Clerk", Commands: []slacksim.Command{{Name: "/note", Escape: true}},
			Shortcuts: []slacksim.Shortcut{
				{Name: "New note", Type: "global", CallbackID: "new_note"},
				{Name: "Note this", Type: "message", CallbackID: "note_this"},
			},
			UnfurlDomains: []string{"wiki.acme.test"}, MetadataEvents: []slacksim.MetadataEvent{{EventType: "asked"}},
			RedirectURL: "https://clerk.acme.test/back",
		}},
		Channels: []slacksim.Channel{
			{Name: "helpdesk", Topic: "Ask here", Members: []string{"mei.lin", "jonas.weber", "clerk"}},
			{Name: "lobby", Members: []string{"mei.lin"}},
			{Name: "old", Archived: true},
			{Name: "secret", Private: true},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if w.srv, err = w.Start(t.Context(), "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.srv.Close)
	w.app, _ = w.App("Clerk")
	w.api = w.client(w.app.BotToken)
	w.mei = w.As("mei.lin")
	return w
}

// client is slack-go's, as a bot would make it.
func (w *world) client(token string) *slack.Client {
	return slack.New(token, slack.OptionAppLevelToken(w.app.AppToken), slack.OptionAPIURL(w.srv.APIURL()),
		slack.OptionHTTPClient(&http.Client{Timeout: patience}))
}

// bot is slack-go's client for Socket Mode with everything that it was sent.
type bot struct {
	*socketmode.Client
	hellos chan struct{}
	heard  chan socketmode.Event // what has to be acknowledged
}

// connect runs a client until the test ends; handle answers, nil acknowledges everything. It returns when Slack has
// said hello.
func (w *world) connect(t *testing.T, handle func(*bot, socketmode.Event), options ...socketmode.Option) *bot {
	t.Helper()
	if handle == nil {
		handle = func(b *bot, e socketmode.Event) { b.ack(t, e, nil) }
	}
	b := &bot{
		Client: socketmode.New(w.api, options...), hellos: make(chan struct{}, 100), heard: make(chan socketmode.Event, 100),
	}
	ctx, cancel := context.WithCancel(context.Background())
	ran, served := make(chan struct{}), make(chan struct{})
	go func() { defer close(ran); _ = b.RunContext(ctx) }()
	go func() { defer close(served); b.serve(ctx, t, handle) }()
	t.Cleanup(func() { cancel(); <-ran; <-served })
	waitFor(t, b.hellos)
	return b
}

func (b *bot) serve(ctx context.Context, t *testing.T, handle func(*bot, socketmode.Event)) {
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-b.Events:
			switch e.Type {
			case socketmode.EventTypeHello:
				b.hellos <- struct{}{}
			case socketmode.EventTypeErrorBadMessage:
				t.Errorf("slack-go cannot read a frame: %v", e.Data)
			case socketmode.EventTypeEventsAPI, socketmode.EventTypeInteractive, socketmode.EventTypeSlashCommand:
				handle(b, e)
				b.heard <- e
			}
		}
	}
}

func (b *bot) ack(t *testing.T, e socketmode.Event, payload any) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := b.AckCtx(ctx, e.Request.EnvelopeID, payload); err != nil {
		t.Errorf("acknowledge: %v", err)
	}
}

func waitFor[T any](t *testing.T, c <-chan T) T {
	t.Helper()
	select {
	case v := <-c:
		return v
	case <-time.After(patience):
		t.Fatalf("waited %v in vain", patience)
		panic("unreachable")
	}
}

// sees waits for a change in the workspace.
func (w *world) sees(t *testing.T, what string, wanted func(slacksim.Change) bool) slacksim.Change {
	t.Helper()
	limit := time.After(patience)
	seen := 0
	for {
		more := w.More()
		for _, c := range w.Changes(seen) {
			if seen = c.Seq; wanted(c) {
				return c
			}
		}
		select {
		case <-more:
		case <-limit:
			t.Fatalf("waited %v in vain for %s", patience, what)
		}
	}
}

func (w *world) quiet(t *testing.T) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := w.Quiet(ctx); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
