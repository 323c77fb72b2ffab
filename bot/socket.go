package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/slack-go/slack/socketmode"
)

// sockets is how many connections one copy keeps: while one is renewed, the
// other still hears.
const sockets = 2

// storm is how many connections within a minute are too many. The client
// reconnects at once whenever a dial worked, so a server that accepts and
// drops would be dialled thousands of times.
const storm = 20

func stack() string { return string(debug.Stack()) }

// socket keeps one connection until ctx ends. It returns an error only when
// Slack refuses the token for good.
func (b *Bot) socket(ctx, work context.Context) error {
	for ctx.Err() == nil {
		stormy, err := b.connection(ctx, work)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil && !stormy {
			return fmt.Errorf("socket mode: %w", err)
		}
		b.Log.Warn("reconnected too often; waiting before the next try")
		wait := time.NewTimer(30 * time.Second)
		select {
		case <-wait.C:
		case <-ctx.Done():
			wait.Stop()
		}
	}
	return nil
}

// connection runs one client until it fails for good or reconnects too often.
func (b *Bot) connection(ctx, work context.Context) (stormy bool, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	client := socketmode.New(b.api)
	ended := make(chan error, 1)
	go func() { ended <- client.RunContext(ctx) }()

	open := false
	defer func() {
		if open {
			b.state.opened(-1)
		}
	}()
	var dials []time.Time
	for {
		select {
		case err := <-ended:
			return stormy, err
		case event := <-client.Events:
			switch event.Type {
			case socketmode.EventTypeHello:
				if !open {
					open = true
					b.state.opened(1)
				}
			case socketmode.EventTypeConnecting:
				if open {
					open = false
					b.state.opened(-1)
				}
			case socketmode.EventTypeConnected:
				if dials = within(append(dials, time.Now()), time.Minute); len(dials) > storm {
					stormy = true
					cancel()
				}
			default:
				b.frame(work, client, event)
			}
		}
	}
}

// within drops the times that lie longer ago than d.
func within(times []time.Time, d time.Duration) []time.Time {
	for len(times) > 0 && time.Since(times[0]) > d {
		times = times[1:]
	}
	return times
}

// frame takes one envelope. Nothing here may take long: the client stops
// reading meanwhile, and pings of the server pile up unread.
func (b *Bot) frame(work context.Context, client *socketmode.Client, event socketmode.Event) {
	if event.Type == socketmode.EventTypeErrorBadMessage {
		b.unreadable(work, client, event)
		return
	}
	if event.Request == nil || event.Request.EnvelopeID == "" {
		return
	}
	request := event.Request
	ack := func(payload any) {
		ctx, cancel := context.WithTimeout(work, timeout)
		defer cancel()
		if err := client.AckCtx(ctx, request.EnvelopeID, payload); err != nil {
			b.Log.Warn("cannot acknowledge", "envelope", request.EnvelopeID, "err", err)
		}
	}
	b.begin(func() {
		switch request.Type {
		case "events_api":
			if b.takeEvent(work, request.Payload) {
				ack(nil)
			}
		case "slash_commands":
			ack(nil)
			b.takeCommand(work, request.Payload)
		case "interactive":
			b.takeInteraction(work, request.Payload, ack)
		default:
			ack(nil)
		}
	})
}

// unreadable acknowledges an envelope that the client cannot decode, such as
// an event type newer than the client: without it Slack sends it three times
// more. If it is an event that we understand, it is answered all the same.
func (b *Bot) unreadable(work context.Context, client *socketmode.Client, event socketmode.Event) {
	bad, ok := event.Data.(*socketmode.ErrorBadMessage)
	if !ok {
		return
	}
	var envelope struct {
		ID      string          `json:"envelope_id"`
		Type    string          `json:"type"`
		Payload json.RawMessage `json:"payload"`
	}
	if json.Unmarshal(bad.Message, &envelope) != nil || envelope.ID == "" {
		b.Log.Warn("unreadable frame", "err", bad.Cause)
		return
	}
	b.begin(func() {
		if envelope.Type == "events_api" && !b.takeEvent(work, envelope.Payload) {
			return
		}
		ctx, cancel := context.WithTimeout(work, timeout)
		defer cancel()
		if err := client.AckCtx(ctx, envelope.ID, nil); err != nil {
			b.Log.Warn("cannot acknowledge", "envelope", envelope.ID, "err", err)
		}
	})
}
