package slacksim

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
)

func (c *call) openConversation() (object, error) {
	if c.args.text("channel") != "" {
		in, err := c.findChannel("channel")
		if err != nil {
			return nil, err
		}
		return object{"channel": c.channelObject(in, c.app.BotUserID)}, nil
	}
	users := split(c.args.text("users"))
	switch {
	case len(users) == 0:
		return nil, fail("users_list_not_supplied")
	case len(users) > 8:
		return nil, fail("too_many_users")
	}
	for _, id := range users {
		p := c.person(id)
		switch {
		case p == nil || p.ID != id:
			return nil, fail("user_not_found")
		case p.Deactivated:
			return nil, fail("user_disabled")
		case !c.knows(c.app, p):
			return nil, fail("user_not_visible")
		}
	}
	im, err := c.directWith(users)
	if err != nil {
		return nil, err
	}
	if c.args.flag("return_im") {
		return object{"channel": c.channelObject(im, c.app.BotUserID)}, nil
	}
	return object{"channel": object{"id": im.id}}, nil
}

// directWith finds or opens the direct messages with one person, or with several.
func (c *call) directWith(users []string) (*channel, error) {
	before := len(c.channels)
	var im *channel
	if len(users) == 1 {
		im = c.dm(c.app.BotUserID, users[0])
	} else {
		if err := c.need("mpim:write"); err != nil {
			return nil, err
		}
		im = c.groupDM(append(users, c.app.BotUserID))
	}
	if c.args.flag("prevent_creation") && len(c.channels) > before {
		c.channels = c.channels[:before]
		return nil, fail("channel_not_found")
	}
	return im, nil
}

// readable finds the channel to read from: the scope of its kind and membership are needed.
func (c *call) readable(deed string) (*channel, error) {
	in, err := c.findChannel("channel")
	if err != nil {
		return nil, err
	}
	if err := c.need(in.scope(deed)); err != nil {
		return nil, err
	}
	if !in.has(c.app.BotUserID) {
		return nil, fail("not_in_channel")
	}
	return in, nil
}

func (c *call) history() (object, error) {
	in, err := c.readable("history")
	if err != nil {
		return nil, err
	}
	var found []*message
	for _, m := range slices.Backward(in.messages) {
		if !m.quiet() && c.within(m.TS) {
			found = append(found, m)
		}
	}
	return c.pageOfMessages(found)
}

func (c *call) replies() (object, error) {
	in, err := c.readable("history")
	if err != nil {
		return nil, err
	}
	m := in.find(c.args.text("ts"))
	if m == nil {
		return nil, fail("thread_not_found")
	}
	root := or(m.ThreadTS, m.TS)
	var found []*message
	for _, m := range in.messages {
		if m.TS == root || m.ThreadTS == root && c.within(m.TS) {
			found = append(found, m)
		}
	}
	return c.pageOfMessages(found)
}

// within applies oldest and latest, exclusive unless inclusive.
func (c *call) within(ts string) bool {
	oldest, latest := c.args.text("oldest"), c.args.text("latest")
	if c.args.flag("inclusive") && (sameTS(ts, oldest) || sameTS(ts, latest)) {
		return true
	}
	return (oldest == "" || compareTS(ts, oldest) > 0) && (latest == "" || compareTS(ts, latest) < 0)
}

// compareTS compares two times that may be written with or without a fraction.
func compareTS(a, b string) int { return strings.Compare(fullTS(a), fullTS(b)) }

func sameTS(a, b string) bool { return b != "" && compareTS(a, b) == 0 }

func fullTS(ts string) string {
	seconds, fraction, _ := strings.Cut(ts, ".")
	if len(seconds) < 12 {
		seconds = strings.Repeat("0", 12-len(seconds)) + seconds
	}
	return seconds + "." + (fraction + "000000")[:6]
}

func (c *call) pageOfMessages(found []*message) (object, error) {
	usual, most := 100, 999
	if c.cfg.Limits.Unapproved {
		usual, most = unapprovedMost, unapprovedMost
	}
	part, next, err := page(c.args, found, usual, most)
	if err != nil {
		return nil, err
	}
	pins := 0
	for _, m := range found {
		pins += min(len(m.PinnedTo), 1)
	}
	shown := make([]Message, 0, len(part))
	for _, m := range part {
		shown = append(shown, m.shown(c.args.flag("include_all_metadata")))
	}
	answer := object{"messages": shown, "has_more": next != "", "response_metadata": object{"next_cursor": next}}
	if c.method == "conversations.history" {
		answer["pin_count"] = pins
	}
	return answer, nil
}

func (c *call) listConversations() (object, error) {
	return c.listChannels(func(in *channel) bool { return in.sees(c.app.BotUserID) })
}

func (c *call) ownConversations() (object, error) {
	who := or(c.args.text("user"), c.app.BotUserID)
	return c.listChannels(func(in *channel) bool { return in.has(who) && in.sees(c.app.BotUserID) })
}

func (c *call) listChannels(wanted func(*channel) bool) (object, error) {
	types := split(or(c.args.text("types"), "public_channel"))
	scopes := map[string]string{
		"public_channel": "channels:read", "private_channel": "groups:read", "im": "im:read", "mpim": "mpim:read",
	}
	for _, t := range types {
		scope, known := scopes[t]
		if !known {
			return nil, fail("invalid_types")
		}
		if err := c.need(scope); err != nil {
			return nil, err
		}
	}
	var found []object
	for _, in := range c.channels {
		kind := map[string]string{"channel": "public_channel", "group": "private_channel", "im": "im", "mpim": "mpim"}[in.kind()]
		hidden := in.archived && c.args.flag("exclude_archived")
		if slices.Contains(types, kind) && wanted(in) && !hidden {
			found = append(found, c.channelObject(in, c.app.BotUserID))
		}
	}
	part, next, err := page(c.args, found, 100, 999)
	if err != nil {
		return nil, err
	}
	return object{"channels": part, "response_metadata": object{"next_cursor": next}}, nil
}

func (c *call) conversationInfo() (object, error) {
	in, err := c.findChannel("channel")
	if err != nil {
		return nil, err
	}
	if err := c.need(in.scope("read")); err != nil {
		return nil, err
	}
	return object{"channel": c.channelObject(in, c.app.BotUserID)}, nil
}

func (c *call) members() (object, error) {
	in, err := c.findChannel("channel")
	if err != nil {
		return nil, err
	}
	if err := c.need(in.scope("read")); err != nil {
		return nil, err
	}
	part, next, err := page(c.args, in.members, 100, 999)
	if err != nil {
		return nil, err
	}
	return object{"members": part, "response_metadata": object{"next_cursor": next}}, nil
}

func (c *call) joinConversation() (object, error) {
	in, err := c.findChannel("channel")
	switch {
	case err != nil:
		return nil, err
	case in.archived:
		return nil, fail("is_archived")
	case in.im || in.private:
		return nil, fail("method_not_supported_for_channel_type")
	}
	answer := object{}
	if in.has(c.app.BotUserID) {
		answer["warning"] = "already_in_channel"
	}
	c.joinChannel(in, c.app.BotUserID)
	answer["channel"] = c.channelObject(in, c.app.BotUserID)
	return answer, nil
}

// limitMost is the largest limit that a method takes; each gives at most its own.
const limitMost = 1000

// page cuts a list by limit and cursor. The cursor is a place in the list; to clients it is opaque.
func page[T any](a args, all []T, usual, most int) (part []T, next string, err error) {
	from := 0
	if cursor := a.text("cursor"); cursor != "" {
		text, err := base64.StdEncoding.DecodeString(cursor)
		if err != nil {
			return nil, "", fail("invalid_cursor")
		}
		from, err = strconv.Atoi(strings.TrimPrefix(string(text), "next:"))
		if err != nil || from < 0 {
			return nil, "", fail("invalid_cursor")
		}
	}
	limit := usual
	if text := a.text("limit"); text != "" {
		limit, err = strconv.Atoi(text)
		if err != nil || limit < 0 || limit > limitMost {
			return nil, "", fail("invalid_limit")
		}
	}
	if limit == 0 {
		limit = usual
	}
	from = min(from, len(all))
	to := min(from+min(limit, most), len(all))
	if to < len(all) {
		next = base64.StdEncoding.EncodeToString([]byte("next:" + strconv.Itoa(to)))
	}
	return append([]T{}, all[from:to]...), next, nil
}

func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}
