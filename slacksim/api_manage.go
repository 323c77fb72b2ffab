package slacksim

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// managed finds a channel that the bot is in and may change.
func (c *call) managed() (*channel, error) {
	in, err := c.findChannel("channel")
	switch {
	case err != nil:
		return nil, err
	case in.im:
		return nil, fail("method_not_supported_for_channel_type")
	case !in.has(c.app.BotUserID):
		return nil, fail("not_in_channel")
	}
	return in, c.need(manageScope(in.private)...)
}

// manageScope lists the scopes, any of which lets an app change a channel of that kind.
func manageScope(private bool) []string {
	if private {
		return []string{"groups:write"}
	}
	return []string{"channels:manage"}
}

var channelName = regexp.MustCompile(`^[\p{Ll}\p{Lo}\p{N}_-]+$`)

// freeName checks a channel's name as Slack does.
func (c *call) freeName(name string) error {
	switch {
	case name == "":
		return fail("invalid_name_required")
	case utf8.RuneCountInString(name) > 80:
		return fail("invalid_name_maxlength")
	case strings.Trim(name, "-_") == "":
		return fail("invalid_name_punctuation")
	case !channelName.MatchString(name):
		return fail("invalid_name_specials")
	case c.channel(name) != nil:
		return fail("name_taken")
	}
	return nil
}

func (c *call) createConversation() (object, error) {
	name := strings.TrimPrefix(c.args.text("name"), "#")
	if err := c.freeName(name); err != nil {
		return nil, err
	}
	private := c.args.flag("is_private")
	if err := c.need(manageScope(private)...); err != nil {
		return nil, err
	}
	in := &channel{
		id: c.nextID("C"), name: name, private: private, created: c.now(), creator: c.app.BotUserID,
		members: []string{c.app.BotUserID},
	}
	c.channels = append(c.channels, in)
	c.note(Change{Kind: ChannelChanged, Channel: in.id})
	if !private {
		about := c.channelObject(in, "")
		for _, key := range []string{
			"is_member", "topic", "purpose", "num_members", "unlinked", "updated", "previous_names",
			"pending_shared", "pending_connected_team_ids", "shared_team_ids",
		} {
			delete(about, key)
		}
		c.emitChannel("channel_created", in, nil, about)
	}
	return object{"channel": c.channelObject(in, c.app.BotUserID)}, nil
}

func (c *call) inviteToConversation() (object, error) {
	in, err := c.managed()
	if err != nil {
		return nil, err
	}
	users := split(c.args.text("users"))
	switch {
	case len(users) == 0:
		return nil, fail("no_user")
	case in.archived:
		return nil, fail("is_archived")
	}
	for _, id := range users {
		p := c.person(id)
		switch {
		case p == nil || p.ID != id || p.Deactivated:
			return nil, fail("user_not_found")
		case id == c.app.BotUserID:
			return nil, fail("cant_invite_self")
		case in.has(id) && len(users) == 1:
			return nil, fail("already_in_channel")
		}
	}
	for _, id := range users {
		c.invite(in, id, c.app.BotUserID)
	}
	return object{"channel": c.channelObject(in, c.app.BotUserID)}, nil
}

func (c *call) kickFromConversation() (object, error) {
	in, err := c.managed()
	if err != nil {
		return nil, err
	}
	id := c.args.text("user")
	switch {
	case id == c.app.BotUserID:
		return nil, fail("cant_kick_self")
	case c.person(id) == nil:
		return nil, fail("user_not_found")
	case !in.has(id):
		return nil, fail("not_in_channel")
	case in.name == "general":
		return nil, fail("cant_kick_from_general")
	}
	c.leave(in, id)
	return object{}, nil
}

func (c *call) leaveConversation() (object, error) {
	in, err := c.findChannel("channel")
	switch {
	case err != nil:
		return nil, err
	case in.im:
		return nil, fail("method_not_supported_for_channel_type")
	case !in.has(c.app.BotUserID):
		return object{"not_in_channel": true}, nil
	case in.name == "general":
		return nil, fail("cant_leave_general")
	}
	c.leave(in, c.app.BotUserID)
	return object{}, nil
}

func (c *call) setTopic() (object, error) {
	return c.describe("topic", "channel_topic", func(in *channel, words string) { in.topic = words })
}

func (c *call) setPurpose() (object, error) {
	return c.describe("purpose", "channel_purpose", func(in *channel, words string) { in.purpose = words })
}

// describe sets the topic or the purpose, which is also said in the channel.
func (c *call) describe(what, subtype string, set func(*channel, string)) (object, error) {
	in, err := c.managed()
	words := c.args.text(what)
	switch {
	case err != nil:
		return nil, err
	case in.archived:
		return nil, fail("is_archived")
	case utf8.RuneCountInString(words) > 250:
		return nil, fail("too_long")
	}
	set(in, words)
	c.note(Change{Kind: ChannelChanged, Channel: in.id})
	c.post(in, draft{user: c.app.bot, text: "set the channel " + what + ": " + words, subtype: subtype})
	return object{"channel": c.channelObject(in, c.app.BotUserID)}, nil
}

func (c *call) renameConversation() (object, error) {
	in, err := c.managed()
	if err != nil {
		return nil, err
	}
	name := c.args.text("name")
	if err := c.freeName(name); err != nil {
		return nil, err
	}
	in.name = name
	c.note(Change{Kind: ChannelChanged, Channel: in.id})
	c.emitChannel("channel_rename", in, in, object{
		"id": in.id, "name": name, "name_normalized": name, "created": in.created.Unix(), "is_channel": true, "is_mpim": false,
	})
	return object{"channel": c.channelObject(in, c.app.BotUserID)}, nil
}

func (c *call) archiveConversation() (object, error) {
	in, err := c.managed()
	switch {
	case err != nil:
		return nil, err
	case in.archived:
		return nil, fail("already_archived")
	case in.name == "general":
		return nil, fail("cant_archive_general")
	}
	c.archive(in, c.app.BotUserID, true)
	return object{}, nil
}

func (c *call) unarchiveConversation() (object, error) {
	in, err := c.managed()
	switch {
	case err != nil:
		return nil, err
	case !in.archived:
		return nil, fail("not_archived")
	}
	c.archive(in, c.app.BotUserID, false)
	return object{}, nil
}

func (c *call) closeConversation() (object, error) {
	in, err := c.findChannel("channel")
	switch {
	case err != nil:
		return nil, err
	case !in.im && !in.mpim:
		return nil, fail("method_not_supported_for_channel_type")
	}
	return object{}, nil // it is only put away; the next message shows it again
}

// markConversation takes the mark: bots have nothing unread.
func (c *call) markConversation() (object, error) {
	in, err := c.findChannel("channel")
	switch {
	case err != nil:
		return nil, err
	case !in.has(c.app.BotUserID):
		return nil, fail("not_in_channel")
	case c.args.text("ts") == "":
		return nil, fail("invalid_timestamp")
	}
	return object{}, nil
}

// groupDM finds or opens the direct messages of several people; s.mu is held.
func (s *Sim) groupDM(members []string) *channel {
	slices.Sort(members)
	members = slices.Compact(members)
	for _, c := range s.channels {
		have := slices.Clone(c.members)
		slices.Sort(have)
		if c.mpim && slices.Equal(have, members) {
			return c
		}
	}
	name := "mpdm"
	for _, id := range members {
		name += "-" + s.person(id).Handle + "-"
	}
	c := &channel{id: s.nextID("G"), name: name + "1", mpim: true, private: true, created: s.now(), members: members}
	s.channels = append(s.channels, c)
	s.note(Change{Kind: ChannelChanged, Channel: c.id})
	return c
}
