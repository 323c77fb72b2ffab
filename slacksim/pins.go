package slacksim

import (
	"net/url"
	"slices"
)

// Rules of pins and bookmarks.
const (
	pinsMost      = 100
	bookmarksMost = 100
)

// pinning finds the message of a call about pins.
func (c *call) pinning() (*channel, *message, error) {
	ts := c.args.text("timestamp")
	if ts == "" {
		return nil, nil, fail("no_item_specified")
	}
	in, err := c.findChannel("channel")
	switch {
	case err != nil:
		return nil, nil, err
	case !in.has(c.app.BotUserID):
		return nil, nil, fail("not_in_channel")
	}
	m := in.find(ts)
	if m == nil {
		return nil, nil, fail("message_not_found")
	}
	return in, m, nil
}

func (c *call) addPin() (object, error) {
	in, m, err := c.pinning()
	if err != nil {
		return nil, err
	}
	count := 0
	for _, other := range in.messages {
		count += min(len(other.PinnedTo), 1)
	}
	switch {
	case in.archived:
		return nil, fail("is_archived")
	case len(m.PinnedTo) > 0:
		return nil, fail("already_pinned")
	case count >= pinsMost:
		return nil, fail("too_many_pins")
	}
	c.pin(in, m, []string{in.id}, "pin_added")
	return object{}, nil
}

func (c *call) removePin() (object, error) {
	in, m, err := c.pinning()
	if err != nil {
		return nil, err
	}
	if len(m.PinnedTo) == 0 {
		return nil, fail("no_pin")
	}
	c.pin(in, m, nil, "pin_removed")
	return object{}, nil
}

func (c *call) pin(in *channel, m *message, to []string, name string) {
	m.PinnedTo = to
	user := c.app.BotUserID
	c.note(Change{Kind: Marked, Channel: in.id, User: user, Message: &m.Message})
	item := object{"type": "message", "channel": in.id, "created": c.now().Unix(), "created_by": user, "message": m.stripped()}
	pins := in.pins()
	c.emit(event{name: name, scope: "pins:read", in: in, body: func(*app) object {
		o := object{
			"type": name, "user": user, "channel_id": in.id, "item": item, "item_user": m.User, "pin_count": pins,
			"event_ts": c.stampNow(),
		}
		if name == "pin_removed" {
			o["has_pins"] = pins > 0
		}
		return o
	}})
}

// pins counts the pinned messages.
func (c *channel) pins() int {
	count := 0
	for _, m := range c.messages {
		count += min(len(m.PinnedTo), 1)
	}
	return count
}

func (c *call) listPins() (object, error) {
	in, err := c.findChannel("channel")
	switch {
	case err != nil:
		return nil, err
	case !in.has(c.app.BotUserID):
		return nil, fail("not_in_channel")
	}
	items := []object{}
	for _, m := range in.messages {
		if len(m.PinnedTo) > 0 {
			items = append(items, object{"type": "message", "channel": in.id, "message": m.shown(false), "created": in.created.Unix()})
		}
	}
	return object{"items": items}, nil
}

// bookmark is one link in a channel's bar.
type bookmark struct {
	ID          string `json:"id"`
	ChannelID   string `json:"channel_id"`
	Title       string `json:"title"`
	Link        string `json:"link"`
	Emoji       string `json:"emoji"`
	Type        string `json:"type"`
	AppID       string `json:"app_id"`
	DateCreated int64  `json:"date_created"`
	DateUpdated int64  `json:"date_updated"`
}

// bookmarking finds the channel of a call about bookmarks, and the bookmark when the call names one.
func (c *call) bookmarking() (*channel, *bookmark, error) {
	in, err := c.findChannel("channel_id")
	switch {
	case err != nil:
		return nil, nil, err
	case !in.has(c.app.BotUserID):
		return nil, nil, fail("not_in_channel")
	}
	i := slices.IndexFunc(in.bookmarks, func(b *bookmark) bool { return b.ID == c.args.text("bookmark_id") })
	if i < 0 {
		return in, nil, nil
	}
	return in, in.bookmarks[i], nil
}

func (c *call) addBookmark() (object, error) {
	in, _, err := c.bookmarking()
	title, link, kind := c.args.text("title"), c.args.text("link"), c.args.text("type")
	switch {
	case err != nil:
		return nil, err
	case kind != "link":
		return nil, fail("invalid_bookmark_type")
	case title == "":
		return nil, fail("invalid_arguments", "[ERROR] missing required field: title")
	case !isLink(link):
		return nil, fail("invalid_link")
	case len(in.bookmarks) >= bookmarksMost:
		return nil, fail("too_many_bookmarks")
	}
	b := &bookmark{
		ID: c.nextID("Bk"), ChannelID: in.id, Title: title, Link: link, Emoji: c.args.text("emoji"), Type: kind,
		AppID: c.app.ID, DateCreated: c.now().Unix(),
	}
	in.bookmarks = append(in.bookmarks, b)
	return object{"bookmark": *b}, nil
}

func (c *call) editBookmark() (object, error) {
	_, b, err := c.bookmarking()
	link := c.args.text("link")
	switch {
	case err != nil:
		return nil, err
	case b == nil:
		return nil, fail("not_found")
	case link != "" && !isLink(link):
		return nil, fail("invalid_link")
	}
	b.Title, b.Link = or(c.args.text("title"), b.Title), or(link, b.Link)
	b.Emoji, b.DateUpdated = or(c.args.text("emoji"), b.Emoji), c.now().Unix()
	return object{"bookmark": *b}, nil
}

func (c *call) removeBookmark() (object, error) {
	in, b, err := c.bookmarking()
	switch {
	case err != nil:
		return nil, err
	case b == nil:
		return nil, fail("not_found")
	}
	in.bookmarks = slices.DeleteFunc(in.bookmarks, func(other *bookmark) bool { return other == b })
	return object{}, nil
}

func (c *call) listBookmarks() (object, error) {
	in, _, err := c.bookmarking()
	if err != nil {
		return nil, err
	}
	list := []bookmark{}
	for _, b := range in.bookmarks {
		list = append(list, *b)
	}
	return object{"bookmarks": list}, nil
}

func isLink(link string) bool {
	u, err := url.Parse(link)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
