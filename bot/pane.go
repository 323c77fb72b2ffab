package bot

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"steward/commands"
)

// PaneScopes and PaneEvents are what an app needs besides to have a pane: the
// place beside the conversation at which somebody looks, with suggestions what
// to ask. Apps that have the older kind of pane get the events of its threads.
var (
	PaneScopes = []string{"assistant:write"}     // suggest, say that one is looking, give a title
	PaneEvents = []string{"app_context_changed"} // "it" is what the person looks at
)

// A seen is what somebody looks at beside the pane; only what we read.
type seen struct {
	Entities []struct {
		Type  string `json:"type"`
		Value string `json:"value"`
	} `json:"entities"`
}

// channel gives the id of the channel that somebody looks at, or "".
func (s seen) channel() string {
	for _, e := range s.Entities {
		if e.Type == "slack#/types/channel_id" {
			return e.Value
		}
	}
	return ""
}

// A paneThread is a conversation of the older kind of pane.
type paneThread struct {
	User    string `json:"user_id"`
	Channel string `json:"channel_id"`
	TS      string `json:"thread_ts"`
	Context struct {
		Channel string `json:"channel_id"`
	} `json:"context"`
}

// hasPane reports whether the app may have a pane.
func (b *Bot) hasPane() bool {
	scopes := strings.Split(b.self.Header.Get("X-OAuth-Scopes"), ",")
	return slices.Contains(scopes, PaneScopes[0])
}

// inPane reports whether a question was asked in the pane: all that are asked
// in private are, where there is one.
func (b *Bot) inPane(e event) bool { return e.Type == "message" && b.hasPane() }

// takePane takes an event of the pane, and reports whether it was one. These
// are not stored: what is lost with one is a suggestion.
func (b *Bot) takePane(ctx context.Context, e event) bool {
	switch e.Type {
	case "assistant_thread_started", "assistant_thread_context_changed":
		b.looks(ctx, e.Pane.Channel, e.Pane.TS, e.Pane.Context.Channel)
		b.begin(func() { b.suggest(ctx, e.Pane.User, e.Pane.Channel, e.Pane.TS) })
	case "app_context_changed":
		b.looks(ctx, e.Channel, "", e.Context.channel())
		b.begin(func() { b.suggest(ctx, e.userID(), e.Channel, "") })
	case "app_home_opened":
		if e.Tab != "messages" || !b.hasPane() {
			return false
		}
		b.looks(ctx, e.Channel, "", e.Context.channel())
		b.begin(func() { b.suggest(ctx, e.userID(), e.Channel, "") })
	default:
		return false
	}
	return true
}

// paneMemory is how long it is remembered what somebody looks at.
const paneMemory = 24 * time.Hour

// looks remembers what somebody looks at beside a conversation.
func (b *Bot) looks(ctx context.Context, channel, thread, at string) {
	b.Store.Cache(ctx, "looks:"+channel+"/"+thread, at, paneMemory)
}

// looking gives the channel that somebody looks at who writes in private, or "".
func (b *Bot) looking(ctx context.Context, e event) string {
	if at := e.Seen.channel(); at != "" {
		return at
	}
	if at := b.Store.Cached(ctx, "looks:"+e.Channel+"/"+e.ThreadTS); at != "" || e.ThreadTS == "" {
		return at
	}
	return b.Store.Cached(ctx, "looks:"+e.Channel+"/")
}

// suggest offers what to ask, in the person's language.
func (b *Bot) suggest(ctx context.Context, user, channel, thread string) {
	r, err := b.request(ctx, user)
	if err != nil {
		b.Log.Warn("cannot suggest", "user", user, "err", err)
		return
	}
	r.Place = commands.PlaceOf(r.Dir, "", b.nameOf(ctx, b.Store.Cached(ctx, "looks:"+channel+"/"+thread)))
	heading, prompts := commands.Prompts(r)
	offer := slack.AssistantThreadsSetSuggestedPromptsParameters{Title: heading, ChannelID: channel, ThreadTS: thread}
	for _, p := range prompts {
		offer.AddPrompt(p.Title, p.Message)
	}
	b.show(ctx, "prompts", func(ctx context.Context) error { return b.api.SetAssistantThreadsSuggestedPromptsContext(ctx, offer) })
}

// works shows in a conversation of the pane that an answer is being looked for,
// and what the conversation is about once that is known: its first question.
func (b *Bot) works(ctx context.Context, e event, thread string, r commands.Request) {
	status := slack.AssistantThreadsSetStatusParameters{ChannelID: e.Channel, ThreadTS: thread, Status: commands.Working(r)}
	b.show(ctx, "status", func(ctx context.Context) error { return b.api.SetAssistantThreadsStatusContext(ctx, status) })
	if e.ThreadTS == "" || b.Store.Cached(ctx, "titled:"+e.Channel+"/"+thread) != "" {
		return
	}
	b.Store.Cache(ctx, "titled:"+e.Channel+"/"+thread, "yes", threadMemory)
	title := slack.AssistantThreadsSetTitleParameters{ChannelID: e.Channel, ThreadTS: thread, Title: cut(r.Text, maxTitleOfThread)}
	b.show(ctx, "title", func(ctx context.Context) error { return b.api.SetAssistantThreadsTitleContext(ctx, title) })
}

// maxTitleOfThread is how much of a question is the title of its conversation.
const maxTitleOfThread = 60

// showTime is how long an answer waits for what is only shown around it.
const showTime = time.Second

// show makes a call of Slack whose failure costs nobody an answer.
func (b *Bot) show(ctx context.Context, what string, do func(context.Context) error) {
	ctx, cancel := context.WithTimeout(ctx, showTime)
	defer cancel()
	if err := do(ctx); err != nil {
		b.Log.Info("cannot show in the pane", "what", what, "err", err)
	}
}
