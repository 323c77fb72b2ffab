package conformance_test

import (
	"context"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"
	"github.com/slack-go/slack/socketmode"

	"steward/slacksim"
)

// said gives the text and the id of a message event.
func said(t *testing.T, e socketmode.Event) (text, id string) {
	t.Helper()
	outer, ok := e.Data.(slackevents.EventsAPIEvent)
	if !ok {
		t.Fatalf("not an event: %T", e.Data)
	}
	m, ok := outer.InnerEvent.Data.(*slackevents.MessageEvent)
	if !ok {
		t.Fatalf("not a message: %T", outer.InnerEvent.Data)
	}
	return m.Text, outer.Data.(*slackevents.EventsAPICallbackEvent).EventID
}

// hears says something in #helpdesk and expects it to be the next thing that the bot hears.
func (w *world) hears(t *testing.T, b *bot, text string) {
	t.Helper()
	if _, err := w.mei.Say("helpdesk", text); err != nil {
		t.Fatal(err)
	}
	if got, _ := said(t, waitFor(t, b.heard)); got != text {
		t.Errorf("heard %q, want %q", got, text)
	}
}

func TestSocketsAreOpenedAgain(t *testing.T) {
	t.Parallel()
	for name, lose := range map[string]func(*world){
		"cut":       func(w *world) { w.DropSockets() },
		"refreshed": func(w *world) { w.Refresh() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, slacksim.Config{})
			b := w.connect(t, nil)
			w.hears(t, b, "before")
			lose(w)
			w.hears(t, b, "nobody may be connected now")
			waitFor(t, b.hellos)
			w.hears(t, b, "after")
		})
	}
}

func TestASilentSocketIsLeft(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{
		PingEvery: 50 * time.Millisecond, AckTimeout: 200 * time.Millisecond, RetryAfter: []time.Duration{time.Second},
	})
	b := w.connect(t, nil, socketmode.OptionPingInterval(500*time.Millisecond))
	w.hears(t, b, "before")
	w.quiet(t) // else the acknowledgement may be lost with the socket
	must(t, w.Inject(slacksim.Fault{Kind: slacksim.FaultSilenceSockets}))
	w.hears(t, b, "swallowed, and sent again on the next connection")
	waitFor(t, b.hellos)
}

func TestAcknowledgesOnTheNextConnection(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{AckTimeout: patience})
	b := w.connect(t, func(*bot, socketmode.Event) {})
	if _, err := w.mei.Say("helpdesk", "acknowledged late"); err != nil {
		t.Fatal(err)
	}
	late := waitFor(t, b.heard)
	w.DropSockets()
	waitFor(t, b.hellos)
	b.ack(t, late, nil)
	w.quiet(t) // it would not be while an event waits
	w.hears(t, b, "and nothing comes again")
}

func TestAnEventComesAgainUnderOneID(t *testing.T) {
	t.Parallel()
	t.Run("not acknowledged", func(t *testing.T) {
		t.Parallel()
		w := newWorld(t, slacksim.Config{
			AckTimeout: 100 * time.Millisecond, RetryAfter: []time.Duration{time.Millisecond, time.Millisecond},
		})
		b := w.connect(t, func(b *bot, e socketmode.Event) {
			if e.Request.RetryAttempt == 1 {
				b.ack(t, e, nil)
			}
		})
		first, second := w.twice(t, b)
		if first.Request.EnvelopeID == second.Request.EnvelopeID || second.Request.RetryReason != "timeout" {
			t.Errorf("retried as %+v", second.Request)
		}
	})
	t.Run("duplicated", func(t *testing.T) {
		t.Parallel()
		w := newWorld(t, slacksim.Config{})
		b := w.connect(t, nil)
		must(t, w.Inject(slacksim.Fault{Kind: slacksim.FaultDuplicate}))
		first, second := w.twice(t, b)
		if first.Request.EnvelopeID != second.Request.EnvelopeID {
			t.Error("the copy has an envelope of its own")
		}
		w.hears(t, b, "next")
	})
}

// twice says something that has to be heard twice.
func (w *world) twice(t *testing.T, b *bot) (first, second socketmode.Event) {
	t.Helper()
	if _, err := w.mei.Say("helpdesk", "hello"); err != nil {
		t.Fatal(err)
	}
	first, second = waitFor(t, b.heard), waitFor(t, b.heard)
	_, one := said(t, first)
	_, other := said(t, second)
	if one != other {
		t.Errorf("event ids %s and %s", one, other)
	}
	return first, second
}

func TestEventsWaitForAConnection(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	if _, err := w.mei.Say("helpdesk", "early"); err != nil {
		t.Fatal(err)
	}
	b := w.connect(t, nil)
	e := waitFor(t, b.heard)
	if text, _ := said(t, e); text != "early" || e.Request.RetryAttempt == 0 {
		t.Errorf("heard %q, attempt %d", text, e.Request.RetryAttempt)
	}
}

func TestEachEnvelopeGoesToOneConnection(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	one, two := w.connect(t, nil), w.connect(t, nil)
	const all = 10
	for range all {
		if _, err := w.mei.Say("helpdesk", "to one of two"); err != nil {
			t.Fatal(err)
		}
	}
	w.quiet(t)
	if len(one.heard) == 0 || len(two.heard) == 0 || len(one.heard)+len(two.heard) != all {
		t.Errorf("heard %d and %d of %d", len(one.heard), len(two.heard), all)
	}
}

func TestWrongTokensEndTheClient(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	api := slack.New(w.app.BotToken, slack.OptionAppLevelToken("xapp-wrong"), slack.OptionAPIURL(w.srv.APIURL()))
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := socketmode.New(api).RunContext(ctx); err == nil || err.Error() != "invalid_auth" {
		t.Errorf("the client ends with %v", err)
	}
}

func TestARevokedTokenEndsTheClient(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	ended := make(chan error, 1)
	client := socketmode.New(w.api)
	go func() { ended <- client.RunContext(t.Context()) }()
	for hello := false; !hello; {
		hello = waitFor(t, client.Events).Type == socketmode.EventTypeHello
	}
	must(t, w.Inject(slacksim.Fault{Kind: slacksim.FaultRevokeToken, App: "Clerk"}))
	w.DropSockets()
	if err := waitFor(t, ended); err == nil || err.Error() != "token_revoked" {
		t.Errorf("the client ends with %v", err)
	}
}

func TestSocketAnswers(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	b := w.connect(t, func(b *bot, e socketmode.Event) {
		switch data := e.Data.(type) {
		case slack.SlashCommand:
			b.ack(t, e, map[string]any{"text": "noted " + data.Text})
		case slack.InteractionCallback:
			b.ack(t, e, answers[data.Type])
			if data.Type == slack.InteractionTypeShortcut {
				if _, err := w.api.OpenView(data.TriggerID, form); err != nil {
					t.Error(err)
				}
			}
		default:
			b.ack(t, e, nil)
		}
	})
	must(t, w.mei.Command("helpdesk", "/note", "milk for @jonas.weber"))
	w.sees(t, "the answer", func(c slacksim.Change) bool {
		return c.Kind == slacksim.Whispered && c.Message.Text == "noted milk for <@U000000002|jonas.weber>"
	})
	must(t, w.mei.Shortcut("new_note", slacksim.Place{}))
	w.sees(t, "the modal", func(c slacksim.Change) bool { return c.Kind == slacksim.ViewOpened })
	done, err := w.mei.Submit("", map[string]string{"text": "no"})
	must(t, err)
	if done.Errors["note"] != "too short" {
		t.Errorf("submission: %+v", done)
	}
	for range 3 {
		waitFor(t, b.heard)
	}
}

// answers are what TestSocketAnswers acknowledges interactions with.
var answers = map[slack.InteractionType]any{
	slack.InteractionTypeViewSubmission: slack.NewErrorsViewSubmissionResponse(map[string]string{"note": "too short"}),
}

// form is a modal with one input.
var form = slack.ModalViewRequest{
	Type: slack.VTModal, CallbackID: "note", Title: plain("Note"), Submit: plain("Save"), NotifyOnClose: true,
	Blocks: slack.Blocks{BlockSet: []slack.Block{
		slack.NewInputBlock("note", plain("Note"), nil, slack.NewPlainTextInputBlockElement(nil, "text")),
	}},
}

func plain(text string) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, text, false, false)
}
