package slacksim_test

import (
	"io"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"

	"steward/slacksim"
)

// clock is a clock that a test turns.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 6, 15, 9, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// interactive is a workspace whose app gets everything over HTTP; what comes in lands in payloads.
type interactive struct {
	sim      *slacksim.Sim
	srv      *slacksim.Server
	api      *slack.Client
	clock    *clock
	payloads chan slack.InteractionCallback
	commands chan slack.SlashCommand
	events   chan slackevents.EventsAPIEvent
	answer   func(w http.ResponseWriter, p slack.InteractionCallback)
}

func newInteractive(t *testing.T) *interactive {
	t.Helper()
	x := &interactive{
		clock: newClock(), payloads: make(chan slack.InteractionCallback, 20), commands: make(chan slack.SlashCommand, 20),
		events: make(chan slackevents.EventsAPIEvent, 20),
	}
	x.sim, x.srv = fixture(t, slacksim.Config{Now: x.clock.Now})
	x.api = client(t, x.sim, x.srv)
	listen(t, x.sim, x.serve)
	return x
}

// serve parses with slack-go what came in.
func (x *interactive) serve(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Header.Get("Content-Type") == "application/json":
		body, _ := io.ReadAll(r.Body)
		if evt, err := slackevents.ParseEvent(body, slackevents.OptionNoVerifyToken()); err == nil {
			x.events <- evt
		}
	case r.FormValue("payload") != "":
		if p, err := slack.InteractionCallbackParse(r); err == nil {
			x.payloads <- p
			if x.answer != nil {
				x.answer(w, p)
			}
		}
	default:
		if c, err := slack.SlashCommandParse(r); err == nil {
			x.commands <- c
		}
	}
}

// card posts a message with a button and a select, and says where.
func (x *interactive) card(t *testing.T) slacksim.Place {
	t.Helper()
	plain := func(s string) *slack.TextBlockObject { return slack.NewTextBlockObject("plain_text", s, false, false) }
	options := []*slack.OptionBlockObject{slack.NewOptionBlockObject("r", plain("Red"), nil), slack.NewOptionBlockObject("g", plain("Green"), nil)}
	channel, ts, err := x.api.PostMessage("helpdesk", slack.MsgOptionText("card", false), slack.MsgOptionBlocks(slack.NewActionBlock(
		"b", slack.NewButtonBlockElement("go", "42", plain("Go")),
		slack.NewOptionsSelectBlockElement("static_select", plain("Colour"), "colour", options...),
	)))
	if err != nil {
		t.Fatal(err)
	}
	return slacksim.Place{Channel: channel, TS: ts}
}

func modal(blocks ...slack.Block) slack.ModalViewRequest {
	title := slack.NewTextBlockObject("plain_text", "Form", false, false)
	if blocks == nil {
		blocks = []slack.Block{slack.NewDividerBlock()}
	}
	return slack.ModalViewRequest{Type: slack.VTModal, Title: title, Submit: title, Blocks: slack.Blocks{BlockSet: blocks}}
}

func input(block, action string) *slack.InputBlock {
	label := slack.NewTextBlockObject("plain_text", "Words", false, false)
	return slack.NewInputBlock(block, label, nil, slack.NewPlainTextInputBlockElement(nil, action))
}

func (x *interactive) click(t *testing.T, at slacksim.Place, button string) slack.InteractionCallback {
	t.Helper()
	if err := x.sim.As("mei.lin").Click(at, button); err != nil {
		t.Fatal(err)
	}
	return waitFor(t, x.payloads)
}

func TestBlockActionsFromAMessage(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	at := x.card(t)
	if err := x.sim.As("mei.lin").Choose(at, "colour", "Green"); err != nil {
		t.Fatal(err)
	}
	chosen := waitFor(t, x.payloads)
	if a := chosen.ActionCallback.BlockActions[0]; a.SelectedOption.Value != "g" || a.BlockID != "b" {
		t.Errorf("action %+v", a)
	}
	p := x.click(t, at, "Go")
	a := p.ActionCallback.BlockActions[0]
	if a.ActionID != "go" || a.Value != "42" || p.Container.MessageTs != at.TS || p.Message.Text != "card" || p.Channel.ID != at.Channel {
		t.Errorf("payload %+v", p)
	}
	if kept := p.BlockActionState.Values["b"]["colour"].SelectedOption.Value; kept != "g" {
		t.Errorf("the state holds %q, want what was chosen before", kept)
	}
}

func TestTriggers(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	at := x.card(t)
	for name, row := range map[string]struct {
		wait  time.Duration
		twice bool
		want  string
	}{
		"in time":  {wait: 3 * time.Second},
		"too late": {wait: 3*time.Second + time.Millisecond, want: "expired_trigger_id"},
		"twice":    {twice: true, want: "exchanged_trigger_id"},
	} {
		trigger := x.click(t, at, "go").TriggerID
		x.clock.add(row.wait)
		_, err := x.api.OpenView(trigger, modal())
		if row.twice {
			_, err = x.api.OpenView(trigger, modal())
		}
		if got := errorText(err); got != row.want {
			t.Errorf("%s: %q, want %q", name, got, row.want)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestViewStackHashAndWhatWasTyped(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	at := x.card(t)
	mei := x.sim.As("mei.lin")
	opened, err := x.api.OpenView(x.click(t, at, "go").TriggerID, modal(input("b", "a"), input("c", "a")))
	if err != nil {
		t.Fatal(err)
	}
	if err := mei.Choose(slacksim.Place{ViewID: opened.ID}, "a", "typed"); err != nil {
		t.Fatal(err)
	}
	updated, err := x.api.UpdateView(modal(input("b", "a"), input("d", "a")), "", opened.Hash, opened.ID)
	if err != nil {
		t.Fatal(err)
	}
	values := mei.Views()[0].State.Values
	if values["b"]["a"]["value"] != "typed" || values["d"]["a"]["value"] != nil || values["c"] != nil {
		t.Errorf("state after the update: %v", values)
	}
	if _, err := x.api.UpdateView(modal(), "", opened.Hash, opened.ID); errorText(err) != "hash_conflict" || updated.Hash == opened.Hash {
		t.Errorf("update with the old hash: %v", err)
	}
	for i, want := range []string{"", "", "push_limit_reached"} {
		if _, err := x.api.PushView(x.click(t, at, "go").TriggerID, modal()); errorText(err) != want {
			t.Errorf("push %d: %v, want %q", i, err, want)
		}
	}
	if open := mei.Views(); len(open) != 3 || open[2].RootViewID != opened.ID || *open[1].PreviousViewID != opened.ID {
		t.Errorf("open views: %+v", open)
	}
}

func TestSubmissionAnswers(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		answer string
		open   int
		want   string
	}{
		"nothing":              {``, 1, ""},
		"clear":                {`{"response_action":"clear"}`, 0, "clear"},
		"errors":               {`{"response_action":"errors","errors":{"b":"short"}}`, 2, "errors"},
		"errors for no block":  {`{"response_action":"errors","errors":{"z":"short"}}`, 2, "failed"},
		"update":               {`{"response_action":"update","view":{"type":"modal","title":{"type":"plain_text","text":"N"},"blocks":[]}}`, 2, "update"},
		"push":                 {`{"response_action":"push","view":{"type":"modal","title":{"type":"plain_text","text":"N"},"blocks":[]}}`, 3, "push"},
		"a view Slack refuses": {`{"response_action":"update","view":{"type":"modal","blocks":[]}}`, 2, "failed"},
		"nonsense":             {`{"text":"hi"}`, 2, "failed"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := newInteractive(t)
			x.answer = func(w http.ResponseWriter, p slack.InteractionCallback) {
				if p.Type == slack.InteractionTypeViewSubmission {
					_, _ = w.Write([]byte(row.answer))
				}
			}
			at := x.card(t)
			if _, err := x.api.OpenView(x.click(t, at, "go").TriggerID, modal()); err != nil {
				t.Fatal(err)
			}
			if _, err := x.api.PushView(x.click(t, at, "go").TriggerID, modal(input("b", "a"))); err != nil {
				t.Fatal(err)
			}
			mei := x.sim.As("mei.lin")
			done, err := mei.Submit("", map[string]string{"a": "words"})
			got := done.Action
			if err != nil {
				got = "failed"
			}
			if open := len(mei.Views()); got != row.want || open != row.open {
				t.Errorf("%q with %d views open, want %q with %d", got, open, row.want, row.open)
			}
			if p := waitFor(t, x.payloads); p.View.State.Values["b"]["a"].Value != "words" {
				t.Errorf("payload %+v", p.View.State)
			}
		})
	}
}

func TestClosingIsToldToWhoWantsToKnow(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	view := modal()
	view.NotifyOnClose = true
	if _, err := x.api.OpenView(x.click(t, x.card(t), "go").TriggerID, view); err != nil {
		t.Fatal(err)
	}
	if err := x.sim.As("mei.lin").CloseView(""); err != nil {
		t.Fatal(err)
	}
	if p := waitFor(t, x.payloads); p.Type != slack.InteractionTypeViewClosed || !p.IsCleared {
		t.Errorf("payload %+v", p)
	}
}

func TestResponseURL(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	at := x.card(t)
	mei := x.sim.As("mei.lin")
	address := x.click(t, at, "go").ResponseURL
	whisper := &slack.WebhookMessage{Text: "only you"}
	send := func(m *slack.WebhookMessage) error { return slack.PostWebhookContext(t.Context(), address, m) }
	if err := send(whisper); err != nil {
		t.Fatal(err)
	}
	if err := send(&slack.WebhookMessage{Text: "changed", ReplaceOriginal: true}); err != nil {
		t.Fatal(err)
	}
	if err := send(&slack.WebhookMessage{Text: "to all", ResponseType: slack.ResponseTypeInChannel}); err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, m := range mei.Messages("helpdesk") {
		got += m.Text + ";"
	}
	if want := "changed;only you;to all;"; got != want {
		t.Errorf("messages %q, want %q", got, want)
	}
	if others := x.sim.As("jonas.weber").Messages("helpdesk"); len(others) != 2 {
		t.Errorf("somebody else sees %d messages, want 2", len(others))
	}
	if err := send(&slack.WebhookMessage{DeleteOriginal: true}); err != nil {
		t.Fatal(err)
	}
	for i, fine := range []bool{true, false} { // the fifth use and the sixth
		if err := send(whisper); (err == nil) != fine {
			t.Errorf("use %d: %v", i+5, err)
		}
	}
	late := x.click(t, x.card(t), "go").ResponseURL
	x.clock.add(30*time.Minute + time.Second)
	if err := slack.PostWebhookContext(t.Context(), late, whisper); err == nil {
		t.Error("a response_url worked after 30 minutes")
	}
}

func TestHomeTab(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	mei := x.sim.As("mei.lin")
	if err := mei.OpenHome("Echo"); err != nil {
		t.Fatal(err)
	}
	evt := waitFor(t, x.events)
	opened, ok := evt.InnerEvent.Data.(*slackevents.AppHomeOpenedEvent)
	if !ok || opened.Tab != "home" {
		t.Fatalf("event %+v", evt.InnerEvent)
	}
	home := slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: []slack.Block{slack.NewDividerBlock()}}}
	first, err := x.api.PublishViewContext(t.Context(), slack.PublishViewContextRequest{UserID: opened.User, View: home})
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := mei.Home("Echo"); !ok || len(v.Blocks) != 1 {
		t.Errorf("home is %+v", v)
	}
	old := first.Hash
	for i, want := range []string{"", "hash_conflict"} {
		if _, err := x.api.PublishViewContext(t.Context(), slack.PublishViewContextRequest{UserID: opened.User, View: home, Hash: &old}); errorText(err) != want {
			t.Errorf("publish %d with the first hash: %v, want %q", i, err, want)
		}
	}
}

func TestCommandOverHTTP(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	mei := x.sim.As("mei.lin")
	if err := mei.Command("helpdesk", "/echo", "who is @jonas.weber in #lobby & why"); err != nil {
		t.Fatal(err)
	}
	c := waitFor(t, x.commands)
	jonas, _ := x.sim.Person("jonas.weber")
	want := "who is <@" + jonas.ID + "|jonas.weber> in <#" + x.sim.ChannelID("lobby") + "|lobby> &amp; why"
	if c.Text != want || c.Command != "/echo" || c.ChannelName != "helpdesk" || c.TriggerID == "" || c.ResponseURL == "" {
		t.Errorf("command %+v, want text %q", c, want)
	}
}
