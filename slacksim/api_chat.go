package slacksim

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Lengths of a message's text, in characters.
const (
	textCut    = 40_000 // longer text is cut
	textUpdate = 4_000  // chat.update refuses more
)

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
	if c.args.text("text") == "" {
		d.text = c.args.text("markdown_text")
	}
	var err error
	if d.blocks, err = c.blocks(surface); err != nil {
		return draft{}, err
	}
	if d.text == "" && len(d.blocks) == 0 && c.args.text("attachments") == "" {
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
	return d, nil
}

// blocks reads, checks and normalises the argument "blocks".
func (c *call) blocks(surface Surface) ([]Block, error) {
	var list []Block
	if _, err := c.args.decode("blocks", &list); err != nil {
		return nil, fail("invalid_blocks_format")
	}
	problems := CheckBlocks(list, surface)
	if len(problems) > 0 {
		c.violate(c.method, problems)
		return nil, fail("invalid_blocks", messagesOf(problems, "/blocks")...)
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
	if utf8.RuneCountInString(c.args.text("text")) > textUpdate {
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

func (c *call) addReaction() (object, error) {
	c.args["ts"] = c.args.text("timestamp")
	in, m, err := c.findMessage("ts")
	if err != nil {
		return nil, err
	}
	if !c.react(in, m, c.app.BotUserID, c.args.text("name")) {
		return nil, fail("already_reacted")
	}
	return object{}, nil
}

// react adds a reaction and says whether it was new; s.mu is held.
func (s *Sim) react(c *channel, m *message, user, name string) bool {
	list := slices.Clone(m.Reactions)
	i := slices.IndexFunc(list, func(r Reaction) bool { return r.Name == name })
	switch {
	case i < 0:
		list = append(list, Reaction{Name: name, Count: 1, Users: []string{user}})
	case slices.Contains(list[i].Users, user):
		return false
	default:
		list[i].Users = append(slices.Clone(list[i].Users), user)
		list[i].Count++
	}
	m.Reactions = list
	s.note(Change{Kind: Reacted, Channel: c.id, User: user, Message: &m.Message, Text: name})
	item := object{"type": "message", "channel": c.id, "ts": m.TS}
	at := stamp(s.cfg.Now().UnixMicro())
	s.emit(event{name: "reaction_added", scope: "reactions:read", in: c, body: func(*app) object {
		return object{"type": "reaction_added", "user": user, "reaction": name, "item_user": m.User, "item": item, "event_ts": at}
	}})
	return true
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
