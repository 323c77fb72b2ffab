package bot

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"time"

	"github.com/slack-go/slack"

	"steward/store"
)

// traceType names our metadata in Slack. Everybody in the channel can read it,
// so it holds a key and nothing else.
const traceType = "steward_ping"

// trace marks a message with the key by which it can be found again.
func (b *Bot) trace(key string) slack.MsgOption {
	return slack.MsgOptionMetadata(slack.SlackMetadata{EventType: traceType, EventPayload: map[string]any{"k": key}})
}

// apart is how far Slack's clock and ours may differ.
const apart = 2 * time.Minute

// look finds a ping that may have been posted: in the thread that it belongs
// to, and in the channel, where it went if there was no thread then.
func (b *Bot) look(ctx context.Context, channel, thread string, p store.Ping) (string, error) {
	if thread != "" {
		ts, err := b.find(ctx, channel, thread, p.Key, *p.TriedAt)
		if ts != "" || err != nil && !rootless(err) {
			return ts, err
		}
	}
	return b.find(ctx, channel, "", p.Key, *p.TriedAt)
}

// rootless reports whether an error of Slack means that the message that a
// thread hangs on is not there.
func rootless(err error) bool {
	var refusal slack.SlackErrorResponse
	return errors.As(err, &refusal) &&
		(refusal.Err == "cannot_reply_to_message" || refusal.Err == "thread_not_found" || refusal.Err == "message_not_found")
}

// find looks for a message of ours that carries the key and was posted since,
// in a channel or in a thread of it, and gives its ts, or "".
func (b *Bot) find(ctx context.Context, channel, thread, key string, since time.Time) (string, error) {
	oldest := strconv.FormatInt(since.Add(-apart).Unix(), 10) + ".000000"
	cursor := ""
	for range 20 { // pages
		messages, next, err := b.page(ctx, channel, thread, oldest, cursor)
		if err != nil {
			return "", fmt.Errorf("look for %s: %w", key, err)
		}
		for _, m := range messages {
			if m.BotID == b.self.BotID && m.Metadata.EventType == traceType && m.Metadata.EventPayload["k"] == key {
				return m.Timestamp, nil
			}
		}
		if cursor = next; cursor == "" {
			return "", nil
		}
	}
	return "", fmt.Errorf("look for %s: too many messages", key)
}

func (b *Bot) page(ctx context.Context, channel, thread, oldest, cursor string) ([]slack.Message, string, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	if thread != "" {
		messages, _, next, err := b.api.GetConversationRepliesContext(ctx, &slack.GetConversationRepliesParameters{
			ChannelID: channel, Timestamp: thread, Oldest: oldest, Cursor: cursor, Limit: 200, IncludeAllMetadata: true,
		})
		return messages, next, err
	}
	history, err := b.api.GetConversationHistoryContext(ctx, &slack.GetConversationHistoryParameters{
		ChannelID: channel, Oldest: oldest, Cursor: cursor, Limit: 200, IncludeAllMetadata: true,
	})
	if err != nil {
		return nil, "", err
	}
	return history.Messages, history.ResponseMetaData.NextCursor, nil
}

// a verdict is what an error of Slack means for what we wanted.
type verdict string

const (
	unsure      verdict = "unsure"      // it may have happened
	limited     verdict = "limited"     // not now
	unreachable verdict = "unreachable" // not to this person
	refused     verdict = "refused"     // it did not happen; perhaps later
)

// nowhere are the errors that mean that this person cannot be reached.
var nowhere = map[string]bool{
	"user_not_found": true, "user_disabled": true, "user_not_visible": true, "cannot_dm_bot": true,
	"channel_not_found": true, "is_archived": true, "not_in_channel": true, "messages_tab_disabled": true,
	"restricted_action": true,
}

// gone are the errors that mean that a message cannot be edited, now or later.
var gone = map[string]bool{
	"message_not_found": true, "cant_update_message": true, "edit_window_closed": true,
}

// unclear are the errors after which a message may stand in Slack all the
// same.
var unclear = map[string]bool{
	"internal_error": true, "fatal_error": true, "service_unavailable": true, "request_timeout": true,
}

// judge says what an error means, and for limited how long to wait.
func judge(err error) (verdict, time.Duration) {
	var limit *slack.RateLimitedError
	if errors.As(err, &limit) {
		return limited, limit.RetryAfter
	}
	var refusal slack.SlackErrorResponse
	if errors.As(err, &refusal) {
		switch {
		case refusal.Err == "ratelimited" || refusal.Err == "rate_limited":
			return limited, 5 * time.Second
		case nowhere[refusal.Err]:
			return unreachable, 0
		case unclear[refusal.Err]:
			return unsure, 0
		}
		return refused, 0
	}
	var status slack.StatusCodeError
	if errors.As(err, &status) && status.Code < 500 {
		return refused, 0
	}
	var dial *net.OpError
	if errors.As(err, &dial) && dial.Op == "dial" {
		return refused, 0 // the request never left
	}
	return unsure, 0
}
