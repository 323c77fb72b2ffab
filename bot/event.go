package bot

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"steward/commands"
	"steward/store"
)

// an envelope is what Slack wraps an event in; only what we read.
type envelope struct {
	EventID string          `json:"event_id"`
	Event   json.RawMessage `json:"event"`
}

// an event is any inner event; only what we read. User is an id in most, an
// object in some.
type event struct {
	Type        string          `json:"type"`
	Subtype     string          `json:"subtype"`
	User        json.RawMessage `json:"user"`
	BotID       string          `json:"bot_id"`
	Text        string          `json:"text"`
	TS          string          `json:"ts"`
	ThreadTS    string          `json:"thread_ts"`
	Channel     string          `json:"channel"`
	ChannelType string          `json:"channel_type"`
	Tab         string          `json:"tab"`
	Pane        paneThread      `json:"assistant_thread"`
	Context     seen            `json:"context"`     // of the pane, in an event about it
	Seen        seen            `json:"app_context"` // of the pane, in a message
}

func (e event) userID() string {
	var id string
	_ = json.Unmarshal(e.User, &id) // an object leaves it empty
	return id
}

// leaseOfEvent is how long an answer may take before another copy tries.
const leaseOfEvent = 30 * time.Second

// takeEvent stores an event that has to be answered, and answers it. It
// reports whether the event may be acknowledged: not when it could not be
// stored, so that Slack sends it again.
func (b *Bot) takeEvent(ctx context.Context, payload json.RawMessage) bool {
	var outer envelope
	var e event
	if json.Unmarshal(payload, &outer) != nil || json.Unmarshal(outer.Event, &e) != nil {
		b.Log.Warn("unreadable event", "event", outer.EventID)
		return true // it will not become readable
	}
	switch {
	case b.takePane(ctx, e):
	case e.Type == "app_home_opened":
		if e.Tab == "home" {
			b.begin(func() { b.home(ctx, e.userID()) })
		}
	case e.Type == "user_change" || e.Type == "team_join":
		b.begin(func() { b.personChanged(ctx, e.User) })
	case b.isQuestion(e):
		// The message is what counts: it may arrive as several events, and
		// again when it is edited.
		id := e.Channel + "/" + e.TS
		stored := store.Event{ID: id, Payload: outer.Event, At: b.Now(), Attempts: 1}
		fresh, err := b.Store.PutEvent(ctx, stored, leaseOfEvent)
		if err != nil {
			b.Log.Error("cannot store event", "event", outer.EventID, "err", err)
			return false
		}
		if fresh {
			b.begin(func() { b.answer(ctx, stored, e) })
		}
	}
	return true
}

// isQuestion reports whether a person speaks to us: mentions us in a channel,
// or writes in private.
func (b *Bot) isQuestion(e event) bool {
	user := e.userID()
	if user == "" || user == b.self.UserID || e.BotID != "" || e.TS == "" {
		return false
	}
	switch e.Type {
	case "app_mention":
		return true
	case "message":
		return e.ChannelType == "im" && (e.Subtype == "" || e.Subtype == "file_share" || e.Subtype == "thread_broadcast")
	}
	return false
}

// answer answers one question in its thread, or in private, and stores that it
// did.
func (b *Bot) answer(ctx context.Context, stored store.Event, e event) {
	thread := e.ThreadTS
	if thread == "" && (e.Type == "app_mention" || b.inPane(e)) { // a question in the pane is a thread of its own
		thread = e.TS
	}
	until := b.Now().Add(leaseOfEvent - timeout) // the last moment to begin to post
	if stored.Attempts > 1 {
		if ts, err := b.find(ctx, e.Channel, thread, stored.ID, stored.At); err != nil || ts != "" {
			b.concluded(ctx, stored, err)
			return
		}
	}
	reply := b.reply(ctx, e, thread)
	b.talked(ctx, e, thread, reply.About)
	options := []slack.MsgOption{b.trace(stored.ID)}
	if thread != "" {
		options = append(options, slack.MsgOptionTS(thread))
	}
	_, _, err := b.call(ctx, func(ctx context.Context) (string, string, error) {
		if b.Now().After(until) {
			return "", "", errLost
		}
		return b.drawn(ctx, reply, func(drawn []slack.MsgOption) (string, string, error) {
			return b.api.PostMessageContext(ctx, e.Channel, append(drawn, options...)...)
		})
	})
	b.concluded(ctx, stored, err)
}

// reply finds out what to answer.
func (b *Bot) reply(ctx context.Context, e event, thread string) commands.Reply {
	r, err := b.request(ctx, e.userID())
	if err != nil {
		return b.sorry(r, "question", err)
	}
	r.Text = b.withoutUs(unescape(e.Text))
	if b.inPane(e) {
		b.works(ctx, e, thread, r)
	}
	r.Place = commands.PlaceOf(r.Dir, b.about(ctx, e, thread), b.channelName(ctx, e))
	reply, err := b.desk.Said(ctx, r)
	if err != nil {
		return b.sorry(r, "question", err)
	}
	return reply
}

// How long what was talked about is remembered: in a thread, and in private,
// where one question does not belong to the other for ever.
const (
	threadMemory  = 7 * 24 * time.Hour
	privateMemory = 10 * time.Minute
)

// about gives what was talked about in a thread, or lately in a conversation.
// It may have been forgotten; then "and who signs it?" is answered in general.
func (b *Bot) about(ctx context.Context, e event, thread string) string {
	if about := b.Store.Cached(ctx, "about:"+e.Channel+"/"+thread); about != "" || thread != e.TS || e.Type != "message" {
		return about
	}
	return b.Store.Cached(ctx, "about:"+e.Channel+"/")
}

// talked remembers what an answer was about. In private it is what the
// conversation was about lately, too.
func (b *Bot) talked(ctx context.Context, e event, thread, about string) {
	if about == "" {
		return
	}
	if thread != "" {
		b.Store.Cache(ctx, "about:"+e.Channel+"/"+thread, about, threadMemory)
	}
	if thread == "" || thread == e.TS && e.Type == "message" {
		b.Store.Cache(ctx, "about:"+e.Channel+"/", about, privateMemory)
	}
}

// channelName gives the name of the channel in which we were mentioned.
// Private conversations have none, but in the pane that of what the person
// looks at.
func (b *Bot) channelName(ctx context.Context, e event) string {
	switch {
	case e.Type == "app_mention":
		return b.nameOf(ctx, e.Channel)
	case b.inPane(e):
		return b.nameOf(ctx, b.looking(ctx, e))
	}
	return ""
}

// nameOf gives the name of a channel, or "" where we may not know it.
func (b *Bot) nameOf(ctx context.Context, channel string) string {
	if channel == "" {
		return ""
	}
	if name := b.Store.Cached(ctx, "channel:"+channel); name != "" {
		return name
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	found, err := b.api.GetConversationInfoContext(ctx, &slack.GetConversationInfoInput{ChannelID: channel})
	if err != nil {
		return "" // only a hint is lost
	}
	b.Store.Cache(ctx, "channel:"+channel, found.Name, time.Hour)
	return found.Name
}

// concluded stores that a question was answered. If it was not, or nobody
// knows, another attempt follows: soon at first, then with longer pauses.
func (b *Bot) concluded(ctx context.Context, stored store.Event, err error) {
	b.finish(ctx, stored.ID, err)
	if err == nil {
		return
	}
	_, wait := judge(err)
	wait = max(wait, settle<<(2*(stored.Attempts-1)))
	if err := b.Store.RetryEvent(ctx, stored, b.Now().Add(wait)); err != nil {
		b.Log.Error("cannot store unanswered event", "event", stored.ID, "err", err)
	}
}

// finish stores that an event was answered; if it was not, another try follows
// when its lease ends.
func (b *Bot) finish(ctx context.Context, id string, err error) {
	if err != nil {
		b.Log.Warn("cannot answer yet", "event", id, "err", err)
		return
	}
	if err := b.Store.EventDone(ctx, id, b.Now()); err != nil {
		b.Log.Error("cannot store answered event", "event", id, "err", err)
	}
}

// withoutUs takes the mentions of the bot itself out of a text.
func (b *Bot) withoutUs(text string) string {
	var kept []string
	for {
		before, after, found := strings.Cut(text, "<@"+b.self.UserID)
		_, rest, closed := strings.Cut(after, ">")
		if !found || !closed || after[0] != '>' && after[0] != '|' {
			return strings.TrimSpace(strings.Join(append(kept, strings.TrimSpace(text)), " "))
		}
		if before = strings.TrimSpace(before); before != "" {
			kept = append(kept, before)
		}
		text = rest
	}
}

// unescape undoes what Slack does to the text of people. Mentions stay: their
// angle brackets are not escaped.
func unescape(s string) string {
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(s)
}
