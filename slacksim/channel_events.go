package slacksim

import (
	"fmt"
	"slices"
)

// Archive archives a channel, or opens it again, as an administrator does.
func (s *Sim) Archive(channelName string, archived bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.channel(channelName)
	if c == nil || c.im {
		return fmt.Errorf("archive %s: no such channel", channelName)
	}
	if c.archived != archived {
		s.archive(c, "", archived)
	}
	return nil
}

func (s *Sim) archive(c *channel, by string, archived bool) {
	c.archived = archived
	s.note(Change{Kind: ChannelChanged, Channel: c.id})
	name := "channel_unarchive"
	if archived {
		name = "channel_archive"
	}
	s.emit(event{name: name, scope: c.scope("read"), in: c, body: func(*app) object {
		return object{"type": name, "channel": c.id, "user": by, "event_ts": s.stampNow()}
	}})
}

// Leave takes a person or a bot out of a channel and tells the apps.
func (s *Sim) Leave(channelName, who string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, p := s.channel(channelName), s.person(who)
	if c == nil || p == nil || c.im || !c.has(p.ID) {
		return fmt.Errorf("leave %s by %s: no such member or channel", channelName, who)
	}
	s.leave(c, p.ID)
	return nil
}

// leave tells those who are left and, when a bot had to go, its app.
func (s *Sim) leave(c *channel, user string) {
	s.emitMember("member_left_channel", c, user, "")
	c.members = slices.DeleteFunc(slices.Clone(c.members), func(m string) bool { return m == user })
	s.note(Change{Kind: ChannelChanged, Channel: c.id})
}

// emitMember tells of somebody who came, maybe invited, or went.
func (s *Sim) emitMember(name string, c *channel, user, inviter string) {
	kind := "C"
	if c.private {
		kind = "G"
	}
	at := s.stampNow()
	s.emit(event{name: name, scope: c.scope("read"), in: c, body: func(*app) object {
		o := object{
			"type": name, "user": user, "channel": c.id, "channel_type": kind, "team": s.team.id, "event_ts": at,
		}
		if inviter != "" {
			o["inviter"] = inviter
		}
		return o
	}})
}

// emitChannel tells of a channel by a small object; in limits it to the bots in there.
func (s *Sim) emitChannel(name string, c, in *channel, about object) {
	s.emit(event{name: name, scope: c.scope("read"), in: in, body: func(*app) object {
		return object{"type": name, "channel": about, "event_ts": s.stampNow()}
	}})
}
