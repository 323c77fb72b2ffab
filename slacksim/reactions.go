package slacksim

import (
	"regexp"
	"slices"
)

// Rules of reactions.
const (
	reactionsMost = 50 // different ones under one message
	emojiMost     = 23 // different ones by one person
)

var reactionName = regexp.MustCompile(`^[\p{L}\p{N}_+'-]+(::skin-tone-[2-6])?$`)

// reacting finds the message of a call about reactions.
func (c *call) reacting() (*channel, *message, string, error) {
	name, ts := c.args.text("name"), c.args.text("timestamp")
	switch {
	case !reactionName.MatchString(name):
		return nil, nil, "", fail("invalid_name")
	case ts == "":
		return nil, nil, "", fail("no_item_specified")
	}
	c.args["ts"] = ts
	in, m, err := c.findMessage("ts")
	switch {
	case err != nil:
		return nil, nil, "", err
	case in.archived:
		return nil, nil, "", fail("is_archived")
	}
	return in, m, name, nil
}

func (c *call) addReaction() (object, error) {
	in, m, name, err := c.reacting()
	if err != nil {
		return nil, err
	}
	own, known := 0, false
	for _, r := range m.Reactions {
		known = known || r.Name == name
		if slices.Contains(r.Users, c.app.BotUserID) {
			own++
		}
	}
	switch {
	case !known && len(m.Reactions) >= reactionsMost:
		return nil, fail("too_many_emoji")
	case own >= emojiMost:
		return nil, fail("too_many_reactions")
	case !c.react(in, m, c.app.BotUserID, name):
		return nil, fail("already_reacted")
	}
	return object{}, nil
}

func (c *call) removeReaction() (object, error) {
	in, m, name, err := c.reacting()
	if err != nil {
		return nil, err
	}
	if !c.unreact(in, m, c.app.BotUserID, name) {
		return nil, fail("no_reaction")
	}
	return object{}, nil
}

func (c *call) getReactions() (object, error) {
	c.args["ts"] = c.args.text("timestamp")
	in, m, err := c.findMessage("ts")
	if err != nil {
		return nil, err
	}
	return object{"type": "message", "channel": in.id, "message": m.shown(false)}, nil
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
	s.emitReaction("reaction_added", c, m, user, name)
	return true
}

// unreact takes a reaction back and says whether there was one.
func (s *Sim) unreact(c *channel, m *message, user, name string) bool {
	list := slices.Clone(m.Reactions)
	i := slices.IndexFunc(list, func(r Reaction) bool { return r.Name == name && slices.Contains(r.Users, user) })
	if i < 0 {
		return false
	}
	list[i].Users = slices.DeleteFunc(slices.Clone(list[i].Users), func(u string) bool { return u == user })
	list[i].Count--
	if list[i].Count == 0 {
		list = slices.Delete(list, i, i+1)
	}
	m.Reactions = list
	s.note(Change{Kind: Unreacted, Channel: c.id, User: user, Message: &m.Message, Text: name})
	s.emitReaction("reaction_removed", c, m, user, name)
	return true
}

func (s *Sim) emitReaction(kind string, c *channel, m *message, user, name string) {
	item := object{"type": "message", "channel": c.id, "ts": m.TS}
	author, at := m.User, s.stampNow()
	s.emit(event{name: kind, scope: "reactions:read", in: c, body: func(*app) object {
		return object{"type": kind, "user": user, "reaction": name, "item_user": author, "item": item, "event_ts": at}
	}})
}
