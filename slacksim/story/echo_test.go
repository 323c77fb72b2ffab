package story_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"
	"github.com/slack-go/slack/socketmode"

	"steward/slacksim"
)

// echo is a little bot over slack-go's own client. It acknowledges last, so a quiet workspace means that it is at rest.
type echo struct {
	api    *slack.Client
	socket *socketmode.Client
	dm     string // where the last message with buttons is
	ts     string
}

func startEcho(t *testing.T, sim *slacksim.Sim, srv *slacksim.Server) *echo {
	t.Helper()
	app, _ := sim.App("Echo")
	api := slack.New(app.BotToken, slack.OptionAppLevelToken(app.AppToken), slack.OptionAPIURL(srv.APIURL()))
	e := &echo{api: api, socket: socketmode.New(api)}
	ctx, cancel := context.WithCancel(context.Background())
	hello, ran, served := make(chan struct{}, 10), make(chan struct{}), make(chan struct{})
	go func() { defer close(ran); _ = e.socket.RunContext(ctx) }()
	go func() {
		defer close(served)
		for {
			select {
			case <-ctx.Done():
				return
			case evt := <-e.socket.Events:
				e.serve(ctx, evt, hello)
			}
		}
	}()
	t.Cleanup(func() { cancel(); <-ran; <-served })
	<-hello
	return e
}

func (e *echo) serve(ctx context.Context, evt socketmode.Event, hello chan<- struct{}) {
	if evt.Type == socketmode.EventTypeHello {
		hello <- struct{}{}
		return
	}
	if evt.Request == nil {
		return
	}
	var answer any
	switch data := evt.Data.(type) {
	case slackevents.EventsAPIEvent:
		e.event(ctx, data)
	case slack.SlashCommand:
		answer = map[string]any{"text": data.Text}
	case slack.InteractionCallback:
		answer = e.interact(ctx, data)
	}
	_ = e.socket.AckCtx(ctx, evt.Request.EnvelopeID, answer)
}

func (e *echo) event(ctx context.Context, data slackevents.EventsAPIEvent) {
	switch in := data.InnerEvent.Data.(type) {
	case *slackevents.AppMentionEvent:
		thread := in.ThreadTimeStamp
		if thread == "" {
			thread = in.TimeStamp
		}
		said := slack.MsgOptionText("<@"+in.User+"> said: "+in.Text, false)
		_, _, _ = e.api.PostMessageContext(ctx, in.Channel, said, slack.MsgOptionTS(thread))
	case *slackevents.MessageEvent:
		if in.ChannelType == "im" && in.BotID == "" && in.SubType == "" {
			e.dm, e.ts, _ = e.api.PostMessageContext(ctx, in.Channel, slack.MsgOptionBlocks(card(in.Text)...))
		}
	case *slackevents.ReactionAddedEvent:
		if in.Reaction == "eyes" {
			_ = e.api.AddReactionContext(ctx, "ok", slack.NewRefToMessage(in.Item.Channel, in.Item.Timestamp))
		}
	case *slackevents.ReactionRemovedEvent:
		_ = e.api.RemoveReactionContext(ctx, "ok", slack.NewRefToMessage(in.Item.Channel, in.Item.Timestamp))
	case *slackevents.FileSharedEvent:
		_, _, _ = e.api.PostMessageContext(ctx, in.ChannelID, slack.MsgOptionText("got a file", false))
	case *slackevents.AppHomeOpenedEvent:
		e.home(ctx, in.User)
	}
}

func card(text string) []slack.Block {
	plain := func(s string) *slack.TextBlockObject { return slack.NewTextBlockObject("plain_text", s, false, false) }
	mrkdwn := func(s string) *slack.TextBlockObject { return slack.NewTextBlockObject("mrkdwn", s, false, false) }
	return []slack.Block{
		slack.NewHeaderBlock(plain("Echo")),
		slack.NewSectionBlock(mrkdwn("*"+text+"*"), nil, nil),
		slack.NewContextBlock("", mrkdwn("1 answer, <!date^1781485200^{date}|15 June>"), plain("9:00")),
		slack.NewActionBlock("", slack.NewButtonBlockElement("more", "1", plain("Say more")),
			slack.NewButtonBlockElement("done", "1", plain("Done"))),
	}
}

func (e *echo) home(ctx context.Context, user string) {
	button := slack.NewButtonBlockElement("refresh", "1", slack.NewTextBlockObject("plain_text", "Refresh", false, false))
	_, _ = e.api.PublishViewContext(ctx, slack.PublishViewContextRequest{UserID: user, View: slack.HomeTabViewRequest{
		Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: []slack.Block{
			slack.NewSectionBlock(slack.NewTextBlockObject("mrkdwn", "<@"+user+"> at home", false, false), nil, nil),
			slack.NewActionBlock("", button),
		}},
	}})
}

func (e *echo) interact(ctx context.Context, data slack.InteractionCallback) any {
	if data.Type == slack.InteractionTypeViewSubmission {
		return e.submitted(ctx, data.View.State.Values)
	}
	switch data.Type {
	case slack.InteractionTypeShortcut:
		_, _, _ = e.api.PostMessageContext(ctx, data.User.ID, slack.MsgOptionText("here I am", false))
		return nil
	case slack.InteractionTypeMessageAction:
		_, _ = e.api.PostEphemeralContext(ctx, data.Channel.ID, data.User.ID, slack.MsgOptionText("> "+data.Message.Text, false))
		return nil
	}
	switch data.ActionCallback.BlockActions[0].ActionID {
	case "more":
		_, _ = e.api.OpenViewContext(ctx, data.TriggerID, form())
	case "refresh":
		e.home(ctx, data.User.ID)
	}
	return nil
}

func form() slack.ModalViewRequest {
	plain := func(s string) *slack.TextBlockObject { return slack.NewTextBlockObject("plain_text", s, false, false) }
	little, lot := slack.NewOptionBlockObject("1", plain("a little"), nil), slack.NewOptionBlockObject("2", plain("a lot"), nil)
	return slack.ModalViewRequest{
		Type: slack.VTModal, Title: plain("Comment"), Submit: plain("Send"), Blocks: slack.Blocks{BlockSet: []slack.Block{
			slack.NewInputBlock("words", plain("Your words"), nil, slack.NewPlainTextInputBlockElement(nil, "text")),
			slack.NewInputBlock("amount", plain("How much"), nil, slack.NewOptionsSelectBlockElement("static_select", nil, "much", little, lot)),
		}},
	}
}

func (e *echo) submitted(ctx context.Context, values map[string]map[string]slack.BlockAction) any {
	words := values["words"]["text"].Value
	if len(words) < 5 {
		return slack.NewErrorsViewSubmissionResponse(map[string]string{"words": "say a little more"})
	}
	text := fmt.Sprintf("%s (%s)", words, values["amount"]["much"].SelectedOption.Text.Text)
	_, _, _, _ = e.api.UpdateMessageContext(ctx, e.dm, e.ts, slack.MsgOptionText(text, false))
	return nil
}
