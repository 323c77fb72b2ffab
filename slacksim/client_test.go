package slacksim_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"
	"github.com/slack-go/slack/socketmode"

	"steward/slacksim"
)

// echo is a small bot over slack-go's own client, the proof that real clients can talk to the simulator.
type echo struct {
	api    *slack.Client
	socket *socketmode.Client
	events chan string // event ids as they come, copies too
	bad    chan string // what the client could not read
}

// fixture is a workspace with mei.lin, jonas.weber, #helpdesk and the app Echo.
func fixture(t *testing.T, cfg slacksim.Config) (*slacksim.Sim, *slacksim.Server) {
	t.Helper()
	sim := slacksim.New(cfg)
	err := sim.Load(slacksim.Workspace{
		Name: "Acme", Domain: "acme",
		People: []slacksim.Person{
			{Handle: "mei.lin", RealName: "Mei Lin", Email: "mei@acme.test", Locale: "zh-CN", TZ: "Asia/Shanghai"},
			{Handle: "jonas.weber", RealName: "Jonas Weber", Email: "jonas@acme.test", TZ: "Europe/Berlin"},
		},
		Apps: []slacksim.App{{Name: "Echo", Commands: []slacksim.Command{{Name: "/echo", Escape: true}}}},
		Channels: []slacksim.Channel{
			{Name: "helpdesk", Members: []string{"mei.lin", "echo"}}, {Name: "lobby"}, {Name: "secret", Private: true},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	srv, err := sim.Start(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(srv.Close)
	return sim, srv
}

func client(t *testing.T, sim *slacksim.Sim, srv *slacksim.Server) *slack.Client {
	t.Helper()
	app, ok := sim.App("Echo")
	if !ok {
		t.Fatal("no app")
	}
	return slack.New(app.BotToken, slack.OptionAppLevelToken(app.AppToken), slack.OptionAPIURL(srv.APIURL()))
}

// startEcho runs the bot until the test ends and returns when it is connected.
func startEcho(t *testing.T, sim *slacksim.Sim, srv *slacksim.Server) *echo {
	t.Helper()
	api := client(t, sim, srv)
	e := &echo{api: api, socket: socketmode.New(api), events: make(chan string, 100), bad: make(chan string, 100)}
	ctx, cancel := context.WithCancel(context.Background())
	hello := make(chan struct{}, 10)
	ran, served := make(chan struct{}), make(chan struct{})
	go func() { defer close(ran); _ = e.socket.RunContext(ctx) }()
	go func() { defer close(served); e.serve(ctx, hello) }()
	t.Cleanup(func() { cancel(); <-ran; <-served })
	waitFor(t, hello)
	return e
}

func (e *echo) serve(ctx context.Context, hello chan<- struct{}) {
	for {
		select {
		case <-ctx.Done():
			return
		case evt := <-e.socket.Events:
			if evt.Type == socketmode.EventTypeHello {
				hello <- struct{}{}
			}
			if evt.Type == socketmode.EventTypeErrorBadMessage {
				e.bad <- fmt.Sprint(evt.Data)
			}
			if evt.Request == nil || evt.Type == socketmode.EventTypeHello {
				continue
			}
			e.answer(ctx, evt)
		}
	}
}

func (e *echo) answer(ctx context.Context, evt socketmode.Event) {
	switch data := evt.Data.(type) {
	case slackevents.EventsAPIEvent:
		_ = e.socket.AckCtx(ctx, evt.Request.EnvelopeID, nil)
		if outer, ok := data.Data.(*slackevents.EventsAPICallbackEvent); ok {
			e.events <- outer.EventID
		}
		if m, ok := data.InnerEvent.Data.(*slackevents.AppMentionEvent); ok {
			_, _, _ = e.api.PostMessageContext(ctx, m.Channel, slack.MsgOptionText("echo: "+m.Text, false),
				slack.MsgOptionTS(m.TimeStamp))
		}
	case slack.SlashCommand:
		_ = e.socket.AckCtx(ctx, evt.Request.EnvelopeID, map[string]any{"text": "said " + data.Text})
	case slack.InteractionCallback:
		_ = e.socket.AckCtx(ctx, evt.Request.EnvelopeID, nil)
		e.interact(ctx, data)
	}
}

func (e *echo) interact(ctx context.Context, data slack.InteractionCallback) {
	if data.Type != slack.InteractionTypeBlockActions {
		return
	}
	title := slack.NewTextBlockObject("plain_text", "Comment", false, false)
	input := slack.NewInputBlock("comment", title, nil, slack.NewPlainTextInputBlockElement(nil, "text"))
	_, _ = e.api.OpenViewContext(ctx, data.TriggerID, slack.ModalViewRequest{
		Type: "modal", Title: title, Submit: title, Blocks: slack.Blocks{BlockSet: []slack.Block{input}},
	})
}

func waitFor[T any](t *testing.T, c <-chan T) T {
	t.Helper()
	select {
	case v := <-c:
		return v
	case <-time.After(10 * time.Second):
		t.Fatal("waited 10 s in vain")
		panic("unreachable")
	}
}

// until waits for a change that satisfies wanted.
func until(t *testing.T, sim *slacksim.Sim, wanted func(slacksim.Change) bool) slacksim.Change {
	t.Helper()
	seen := 0
	for {
		more := sim.More()
		for _, c := range sim.Changes(seen) {
			if seen = c.Seq; wanted(c) {
				return c
			}
		}
		waitFor(t, more)
	}
}

func TestRealClientMentionCommandAndModal(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	startEcho(t, sim, srv)
	mei := sim.As("mei.lin")

	ts, err := mei.Say("helpdesk", "@Echo who & <why>?")
	if err != nil {
		t.Fatal(err)
	}
	reply := until(t, sim, func(c slacksim.Change) bool {
		return c.Kind == slacksim.Posted && c.Message.BotID != "" && c.Message.ThreadTS == ts
	})
	bot, _ := sim.App("Echo")
	if want := "echo: <@" + bot.BotUserID + "> who &amp; &lt;why&gt;?"; reply.Message.Text != want {
		t.Errorf("text %q, want %q", reply.Message.Text, want)
	}

	if err := mei.Command("helpdesk", "/echo", "@jonas.weber"); err != nil {
		t.Fatal(err)
	}
	answer := until(t, sim, func(c slacksim.Change) bool { return c.Kind == slacksim.Whispered })
	jonas, _ := sim.Person("jonas.weber")
	if want := "said <@" + jonas.ID + "|jonas.weber>"; answer.Message.Text != want {
		t.Errorf("text %q, want %q", answer.Message.Text, want)
	}
	if err := sim.Quiet(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestRealClientButtonOpensModal(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	bot := startEcho(t, sim, srv)
	button := slack.NewButtonBlockElement("comment", "1", slack.NewTextBlockObject("plain_text", "Say more", false, false))
	_, _, err := bot.api.PostMessage("helpdesk", slack.MsgOptionText("How was it?", false),
		slack.MsgOptionBlocks(slack.NewActionBlock("", button)))
	if err != nil {
		t.Fatal(err)
	}
	mei := sim.As("mei.lin")
	if err := mei.ClickNewest("say more"); err != nil {
		t.Fatal(err)
	}
	until(t, sim, func(c slacksim.Change) bool { return c.Kind == slacksim.ViewOpened })
	if done, err := mei.Submit("", nil); err != nil || done.Errors["comment"] == "" {
		t.Errorf("submitting nothing gives %+v, %v; want an error under comment", done, err)
	}
	if done, err := mei.Submit("", map[string]string{"text": "fine"}); err != nil || len(done.Errors) > 0 {
		t.Errorf("submitting gives %+v, %v", done, err)
	}
	if open := mei.Views(); len(open) != 0 {
		t.Errorf("%d views are still open", len(open))
	}
}

func TestRealClientReadsEveryEvent(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	bot := startEcho(t, sim, srv)
	mei := sim.As("mei.lin")
	ts, err := mei.Say("helpdesk", "see #lobby, @jonas.weber: https://x.test <now>")
	if err != nil {
		t.Fatal(err)
	}
	channel, own, err := bot.api.PostMessage("helpdesk", slack.MsgOptionBlocks(slack.NewDividerBlock()), slack.MsgOptionTS(ts),
		slack.MsgOptionMetadata(slack.SlackMetadata{EventType: "ping", EventPayload: map[string]any{"k": 1}}))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, err := bot.api.UpdateMessage(channel, own, slack.MsgOptionText("edited", false)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := bot.api.DeleteMessage(channel, own); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		mei.React("helpdesk", ts, "eyes"), mei.OpenHome("Echo"), sim.Join("helpdesk", "jonas.weber"),
		sim.ChangePerson("mei.lin", func(p *slacksim.Person) { p.StatusText = "away" }),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := mei.DM("echo", "你好"); err != nil {
		t.Fatal(err)
	}
	for range 9 {
		select {
		case <-bot.events:
		case wrong := <-bot.bad:
			t.Errorf("slack-go cannot read %s", wrong)
		case <-time.After(10 * time.Second):
			t.Fatal("fewer events than expected")
		}
	}
}
