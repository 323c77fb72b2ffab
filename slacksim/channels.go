package slacksim

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"
)

// Channel is one public or private channel. Members are handles or ids. Shared ones reach other workspaces too.
type Channel struct {
	ID       string   `json:"id,omitempty"`
	Name     string   `json:"name"`
	Private  bool     `json:"private,omitempty"`
	Archived bool     `json:"archived,omitempty"`
	Topic    string   `json:"topic,omitempty"`
	Purpose  string   `json:"purpose,omitempty"`
	Shared   bool     `json:"shared,omitempty"`
	Members  []string `json:"members,omitempty"`
}

// messagesKept bounds a channel; the oldest messages go first.
const messagesKept = 10_000

// ephemeralsKept bounds the messages of a channel that only one person sees.
const ephemeralsKept = 500

type channel struct {
	id, name       string
	topic, purpose string
	creator        string
	im, private    bool
	mpim           bool // direct messages of several people; always private too
	shared         bool // with another workspace
	archived       bool
	bookmarks      []*bookmark
	created        time.Time
	members        []string // user ids in the order of joining; for a DM the two people
	messages       []*message
	ephemerals     []*message
	lastMicros     int64
}

// AddChannel adds a channel and returns it with its id.
func (s *Sim) AddChannel(c Channel) (Channel, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.Name = strings.TrimPrefix(c.Name, "#")
	if c.Name == "" || s.channel(c.Name) != nil || c.ID != "" && s.channel(c.ID) != nil {
		return Channel{}, fmt.Errorf("add channel %q: name is empty, or name or id is taken", c.Name)
	}
	added := &channel{
		name: c.Name, topic: c.Topic, purpose: c.Purpose, private: c.Private, archived: c.Archived,
		shared: c.Shared, created: s.now(),
	}
	for _, who := range c.Members {
		p := s.person(who)
		if p == nil {
			return Channel{}, fmt.Errorf("add channel %s: no person %s", c.Name, who)
		}
		added.join(p.ID)
	}
	if c.ID == "" {
		c.ID = s.nextID("C")
	}
	added.id = c.ID
	s.channels = append(s.channels, added)
	return c, nil
}

// channel finds by id or name (with or without #); s.mu is held.
func (s *Sim) channel(nameOrID string) *channel {
	name := strings.TrimPrefix(nameOrID, "#")
	for _, c := range s.channels {
		if c.id == nameOrID || !c.im && strings.EqualFold(c.name, name) && name != "" {
			return c
		}
	}
	return nil
}

// dmID gives the same id to the same two people in every run, as theirs would be in a workspace that lasts.
func dmID(a, b string) string {
	h := fnv.New64a()
	h.Write([]byte(min(a, b) + " " + max(a, b)))
	return fmt.Sprintf("D%010X", h.Sum64()>>24)
}

// dm finds or opens the direct messages between two people.
func (s *Sim) dm(a, b string) *channel {
	for _, c := range s.channels {
		if c.im && c.has(a) && c.has(b) && (a != b || len(c.members) == 1) {
			return c
		}
	}
	c := &channel{id: dmID(a, b), im: true, created: s.now()}
	c.join(a)
	c.join(b)
	s.channels = append(s.channels, c)
	s.note(Change{Kind: ChannelChanged, Channel: c.id})
	return c
}

func (c *channel) has(user string) bool { return slices.Contains(c.members, user) }

func (c *channel) join(user string) bool {
	if c.has(user) {
		return false
	}
	c.members = append(c.members, user)
	return true
}

// sees says whether the user may know of the channel at all.
func (c *channel) sees(user string) bool { return !c.im && !c.private || c.has(user) }

// open says whether the person may look into the channel: guests and people of other workspaces only where they are
// members.
func (c *channel) open(p *person) bool {
	return c.has(p.ID) || c.sees(p.ID) && !p.Guest && p.Team == ""
}

// with gives the other person of a DM.
func (c *channel) with(user string) string {
	for _, m := range c.members {
		if m != user {
			return m
		}
	}
	return user
}

// scope gives the scope of this kind of channel for a deed: "history", "read", "write".
func (c *channel) scope(deed string) string {
	switch {
	case c.im:
		return "im:" + deed
	case c.mpim:
		return "mpim:" + deed
	case c.private:
		return "groups:" + deed
	}
	return "channels:" + deed
}

// kind is channel_type of message events; the subscription is its plural.
func (c *channel) kind() string {
	switch {
	case c.im:
		return "im"
	case c.mpim:
		return "mpim"
	case c.private:
		return "group"
	}
	return "channel"
}

func (c *channel) subscription() string {
	if c.im || c.mpim {
		return "message." + c.kind()
	}
	return "message." + c.kind() + "s"
}

// shownName is the channel's name in the payloads of commands and interactions.
func (c *channel) shownName() string {
	switch {
	case c.im:
		return "directmessage"
	case c.private:
		return "privategroup"
	}
	return c.name
}

// nextTS gives the key of the next message: now, but always later than the one before.
func (c *channel) nextTS(now time.Time) string {
	c.lastMicros = max(now.UnixMicro(), c.lastMicros+1)
	return stamp(c.lastMicros)
}

// channelObject is the channel as the person viewer sees it.
func (s *Sim) channelObject(c *channel, viewer string) object {
	o := object{
		"id": c.id, "created": c.created.Unix(), "is_im": c.im, "is_mpim": c.mpim, "is_private": c.private || c.im,
		"is_channel": !c.im && !c.private, "is_group": c.private && !c.mpim, "is_archived": c.archived,
		"is_general": c.name == "general", "is_member": c.has(viewer), "context_team_id": s.team.id,
		"is_ext_shared": c.shared, "is_shared": c.shared, "is_org_shared": false, "is_pending_ext_shared": false,
		"pending_shared": []string{}, "updated": c.created.UnixMilli(),
	}
	if c.im {
		other := s.person(c.with(viewer))
		o["user"], o["is_user_deleted"], o["is_open"] = c.with(viewer), other != nil && other.Deactivated, true
		return o
	}
	o["unlinked"], o["previous_names"], o["pending_connected_team_ids"] = 0, []string{}, []string{}
	o["shared_team_ids"] = []string{s.team.id}
	o["name"], o["name_normalized"] = c.name, c.name
	o["creator"] = c.creator
	o["topic"] = object{"value": c.topic, "creator": "", "last_set": 0}
	o["purpose"] = object{"value": c.purpose, "creator": "", "last_set": 0}
	o["num_members"] = len(c.members)
	return o
}

// Join makes a person a member of a channel and tells the apps.
func (s *Sim) Join(channelName, who string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, p := s.channel(channelName), s.person(who)
	if c == nil || p == nil || c.im {
		return fmt.Errorf("join %s to %s: no such person or channel", who, channelName)
	}
	s.joinChannel(c, p.ID)
	return nil
}

func (s *Sim) joinChannel(c *channel, user string) { s.invite(c, user, "") }

// invite makes a person a member; inviter is empty for those who come by themselves.
func (s *Sim) invite(c *channel, user, inviter string) {
	if !c.join(user) {
		return
	}
	s.note(Change{Kind: ChannelChanged, Channel: c.id})
	s.emitMember("member_joined_channel", c, user, inviter)
}

// Channel finds a channel by id or name.
func (s *Sim) Channel(nameOrID string) (Channel, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.channel(nameOrID)
	if c == nil || c.im {
		return Channel{}, false
	}
	return Channel{
		ID: c.id, Name: c.name, Private: c.private, Archived: c.archived, Topic: c.topic, Purpose: c.purpose, Shared: c.shared,
		Members: slices.Clone(c.members),
	}, true
}

// ChannelID gives the id of a channel or DM by name or id, or "".
func (s *Sim) ChannelID(nameOrID string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.channel(nameOrID); c != nil {
		return c.id
	}
	return ""
}

// DMWith gives the user ids of the two people of a DM, and none for other channels.
func (s *Sim) DMWith(id string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.channel(id); c != nil && c.im {
		return slices.Clone(c.members)
	}
	return nil
}
