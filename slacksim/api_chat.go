package slacksim

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Lengths of a message's text, in characters.
const (
	textCut    = 40_000 // longer text is cut
	textUpdate = 4_000  // chat.update refuses more
	// markdownMost bounds markdown_text, which is refused when it is longer.
	markdownMost = 12_000
)

// attachmentsMost is how many attachments one message may have.
const attachmentsMost = 100

// metadataLimit is in bytes of JSON; Slack publishes no number.
const metadataLimit = 8_192

func (c *call) postMessage() (object, error) {
	in, err := c.target()
	if err != nil {
		return nil, err
	}
	d, err := c.draft(SurfaceMessage)
	if err != nil {
		return nil, err
	}
	if err := c.intoThread(in, &d); err != nil {
		return nil, err
	}
	answer := object{}
	if utf8.RuneCountInString(d.text) > textCut {
		d.text = string([]rune(d.text)[:textCut])
		answer["warning"] = "message_truncated"
	}
	m := c.post(in, d)
	answer["channel"], answer["ts"], answer["message"] = in.id, m.TS, m.shown(true)
	return answer, nil
}

// target finds where to post: a channel, or a person whose DM is opened, and checks that the bot may.
func (c *call) target() (*channel, error) {
	name := c.args.text("channel")
	if p := c.person(name); p != nil && p.ID == name {
		return c.dm(c.app.BotUserID, p.ID), nil
	}
	in, err := c.findChannel("channel")
	if err != nil {
		return nil, err
	}
	switch {
	case in.archived:
		return nil, fail("is_archived")
	case in.has(c.app.BotUserID):
		return in, nil
	case !in.private && !in.im && c.app.has("chat:write.public"):
		return in, nil
	}
	return nil, fail("not_in_channel")
}

// findChannel gives the channel an argument names, if the bot may know of it. Names are taken beside ids.
func (c *call) findChannel(arg string) (*channel, error) {
	in := c.channel(c.args.text(arg))
	if in == nil || !in.sees(c.app.BotUserID) {
		return nil, fail("channel_not_found")
	}
	return in, nil
}

// draft reads text, blocks and metadata and checks them.
func (c *call) draft(surface Surface) (draft, error) {
	d := draft{user: c.app.bot, text: linkURLs(c.args.text("text"))}
	var err error
	if d.blocks, err = c.blocks(surface); err != nil {
		return draft{}, err
	}
	if err := c.markdown(&d); err != nil {
		return draft{}, err
	}
	if err := c.attach(&d); err != nil {
		return draft{}, err
	}
	if d.text == "" && len(d.blocks) == 0 && len(d.attachments) == 0 {
		return draft{}, fail("no_text")
	}
	var meta Metadata
	given, err := c.args.decode("metadata", &meta)
	switch {
	case err != nil:
		return draft{}, fail("invalid_metadata_format")
	case given && len(c.args.text("metadata")) > metadataLimit:
		return draft{}, fail("metadata_too_large")
	case given:
		d.metadata = &meta
	}
	return d, c.customise(&d)
}

// markdown takes markdown_text, which stands alone, in the place of the text.
func (c *call) markdown(d *draft) error {
	words := c.args.text("markdown_text")
	switch {
	case words == "":
		return nil
	case d.text != "" || len(d.blocks) > 0:
		return fail("markdown_text_conflict")
	case utf8.RuneCountInString(words) > markdownMost:
		return fail("msg_too_long")
	}
	d.text = words
	return nil
}

// attach reads the older attachments.
func (c *call) attach(d *draft) error {
	if _, err := c.args.decode("attachments", &d.attachments); err != nil {
		return fail("invalid_attachments")
	}
	if len(d.attachments) > attachmentsMost {
		return fail("too_many_attachments")
	}
	for i, a := range d.attachments {
		a["id"] = i + 1
		if text(a["fallback"]) == "" {
			a["fallback"] = "[no preview available]"
		}
	}
	return nil
}

// customise takes another name and picture for the message, which needs a scope of its own.
func (c *call) customise(d *draft) error {
	d.username = c.args.text("username")
	for _, name := range []string{"icon_emoji", "icon_url"} {
		if icon := c.args.text(name); icon != "" {
			d.icons = object{strings.TrimPrefix(name, "icon_"): icon}
		}
	}
	if d.username == "" && d.icons == nil {
		return nil
	}
	d.subtype = "bot_message"
	return c.need("chat:write.customize")
}

// blocks reads, checks and normalises the argument "blocks".
func (c *call) blocks(surface Surface) ([]Block, error) {
	var list []Block
	if _, err := c.args.decode("blocks", &list); err != nil {
		return nil, fail("invalid_blocks_format")
	}
	if problems := CheckBlocks(list, surface); len(problems) > 0 {
		c.violate(c.method, problems)
		return nil, fail("invalid_blocks", messagesOf(problems, "/blocks")...)
	}
	k := newChecker(surface) // a fault is none of the app's
	k.without(c.unknown)
	if k.blocks("", list); len(k.problems) > 0 {
		problems := k.problems
		return nil, fail("invalid_blocks", messagesOf(problems, "/blocks")...)
	}
	if err := c.pictures(list); err != nil {
		return nil, err
	}
	return c.normalise(list), nil
}

// intoThread finds the root of the thread that thread_ts names.
func (c *call) intoThread(in *channel, d *draft) error {
	ts := c.args.text("thread_ts")
	if ts == "" {
		return nil
	}
	root := in.find(ts)
	if root == nil {
		return fail("cannot_reply_to_message")
	}
	d.thread = or(root.ThreadTS, root.TS)
	d.loud = c.args.flag("reply_broadcast")
	return nil
}

func (c *call) updateMessage() (object, error) {
	in, m, err := c.ownMessage("ts", "cant_update_message")
	if err != nil {
		return nil, err
	}
	switch {
	case in.archived:
		return nil, fail("is_inactive")
	case m.stream != nil:
		return nil, fail("streaming_state_conflict")
	case utf8.RuneCountInString(c.args.text("text")) > textUpdate:
		return nil, fail("msg_too_long")
	}
	d, err := c.draft(SurfaceMessage)
	if err != nil {
		return nil, err
	}
	c.edit(in, m, d)
	return object{"channel": in.id, "ts": m.TS, "text": m.Text, "message": m.shown(true)}, nil
}

func (c *call) deleteMessage() (object, error) {
	in, m, err := c.ownMessage("ts", "cant_delete_message")
	if err != nil {
		return nil, err
	}
	c.remove(in, m)
	return object{"channel": in.id, "ts": m.TS}, nil
}

func (c *call) ownMessage(arg, notOwn string) (*channel, *message, error) {
	in, m, err := c.findMessage(arg)
	if err != nil {
		return nil, nil, err
	}
	if m.User != c.app.BotUserID {
		return nil, nil, fail(notOwn)
	}
	return in, m, nil
}

func (c *call) findMessage(arg string) (*channel, *message, error) {
	in, err := c.findChannel("channel")
	if err != nil {
		return nil, nil, err
	}
	m := in.find(c.args.text(arg))
	if m == nil {
		return nil, nil, fail("message_not_found")
	}
	return in, m, nil
}

func (c *call) postEphemeral() (object, error) {
	in, err := c.target()
	if err != nil {
		return nil, err
	}
	to := c.person(c.args.text("user"))
	if to == nil || !in.has(to.ID) || to.Deactivated {
		return nil, fail("user_not_in_channel")
	}
	d, err := c.draft(SurfaceMessage)
	if err != nil {
		return nil, err
	}
	if err := c.intoThread(in, &d); err != nil {
		return nil, err
	}
	return object{"message_ts": c.whisper(in, to, d).TS}, nil
}

func (c *call) getPermalink() (object, error) {
	in, m, err := c.findMessage("message_ts")
	if err != nil {
		return nil, err
	}
	link := "https://" + c.team.domain + ".slack.com/archives/" + in.id + "/p" + strings.Replace(m.TS, ".", "", 1)
	if m.ThreadTS != "" && m.ThreadTS != m.TS {
		link += "?thread_ts=" + m.ThreadTS + "&cid=" + in.id
	}
	return object{"channel": in.id, "permalink": link}, nil
}

// shown is the message as an API answer has it, with all its metadata or only the name of it.
func (m *message) shown(allMetadata bool) Message {
	shown := m.stripped()
	if allMetadata {
		shown.Metadata = m.Metadata
	}
	return shown
}

var bareURL = regexp.MustCompile(`<[^>]*>|https?://[^\s<>|]+`)

// linkURLs puts bare addresses into angle brackets, as Slack stores them.
func linkURLs(text string) string {
	return bareURL.ReplaceAllStringFunc(text, func(found string) string {
		if found[0] == '<' {
			return found
		}
		return "<" + found + ">"
	})
}
