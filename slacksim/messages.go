package slacksim

import (
	"slices"
	"strings"
)

// Block is one Block Kit block or element as JSON. Blocks that the simulator has taken in are never changed again.
type Block = map[string]any

// Message is one message as Slack's API shows it.
type Message struct {
	Type            string     `json:"type"`
	Subtype         string     `json:"subtype,omitempty"`
	User            string     `json:"user,omitempty"`
	BotID           string     `json:"bot_id,omitempty"`
	AppID           string     `json:"app_id,omitempty"`
	BotProfile      object     `json:"bot_profile,omitempty"`
	Team            string     `json:"team,omitempty"`
	Text            string     `json:"text"`
	TS              string     `json:"ts"`
	ThreadTS        string     `json:"thread_ts,omitempty"`
	ParentUserID    string     `json:"parent_user_id,omitempty"`
	ClientMsgID     string     `json:"client_msg_id,omitempty"`
	Username        string     `json:"username,omitempty"` // when the app posted under another name
	Icons           object     `json:"icons,omitempty"`
	Blocks          []Block    `json:"blocks,omitempty"`
	Attachments     []object   `json:"attachments,omitempty"`
	Files           []object   `json:"files,omitempty"`
	PinnedTo        []string   `json:"pinned_to,omitempty"`
	Edited          *Edited    `json:"edited,omitempty"`
	Reactions       []Reaction `json:"reactions,omitempty"`
	Metadata        *Metadata  `json:"metadata,omitempty"`
	ReplyCount      int        `json:"reply_count,omitempty"`
	ReplyUsersCount int        `json:"reply_users_count,omitempty"`
	ReplyUsers      []string   `json:"reply_users,omitempty"`
	LatestReply     string     `json:"latest_reply,omitempty"`
	// Channel and Ephemeral are not part of Slack's object; the simulator's own page needs them.
	Channel   string `json:"channel,omitempty"`
	Ephemeral bool   `json:"ephemeral,omitempty"`
}

// Edited says who changed a message last, and when.
type Edited struct {
	User string `json:"user"`
	TS   string `json:"ts"`
}

// Reaction is one emoji under a message.
type Reaction struct {
	Name  string   `json:"name"`
	Count int      `json:"count"`
	Users []string `json:"users"`
}

// Metadata is what an app attached to a message for itself and other apps.
type Metadata struct {
	EventType    string         `json:"event_type"`
	EventPayload map[string]any `json:"event_payload,omitempty"`
}

type message struct {
	Message
	order     int               // rises over all channels, which times do not
	visibleTo string            // user id for an ephemeral, else empty
	state     map[string]Values // by user: what they chose in the message's elements
	stream    *writing          // while an app writes on it
}

// draft is a message before it has a place and a time.
type draft struct {
	user        *person
	text        string
	blocks      []Block
	attachments []object
	files       []object
	thread      string
	metadata    *Metadata
	subtype     string
	username    string // in the place of the app's name
	icons       object
	typed       bool // by a person in a client
	loud        bool // a reply that is shown in the channel too
	mute        bool // no app hears of it
}

// broadcast is the subtype of a reply that is shown in the channel too.
const broadcast = "thread_broadcast"

// quiet says whether the message is only seen in its thread.
func (m Message) quiet() bool {
	return m.ThreadTS != "" && m.ThreadTS != m.TS && m.Subtype != broadcast
}

// post stores a message, counts it in its thread and tells everybody; s.mu is held.
func (s *Sim) post(c *channel, d draft) *message {
	m := &message{Message: Message{
		Type: "message", Subtype: d.subtype, User: d.user.ID, Team: s.team.id, Text: d.text, Blocks: d.blocks,
		Attachments: d.attachments, Files: d.files, Metadata: d.metadata, TS: c.nextTS(s.now()), Channel: c.id,
		Username: d.username, Icons: d.icons,
	}}
	if a := d.user.app; a != nil {
		m.BotID, m.AppID, m.BotProfile = a.BotID, a.ID, a.profile(s.team.id)
	}
	if d.typed {
		m.ClientMsgID = s.nextID("client-")
	}
	if d.thread != "" {
		s.reply(c, m, d.thread)
	}
	if d.loud && d.thread != "" {
		m.Subtype = broadcast
	}
	m.order = s.journal.last
	c.messages = append(c.messages, m)
	if len(c.messages) > messagesKept {
		c.messages = slices.Delete(c.messages, 0, len(c.messages)-messagesKept)
	}
	d.user.read[c.id] = m.TS
	s.note(Change{Kind: Posted, Channel: c.id, User: d.user.ID, Message: &m.Message})
	if parent := c.find(m.ThreadTS); parent != nil {
		s.note(Change{Kind: Threaded, Channel: c.id, User: d.user.ID, Message: &parent.Message})
	}
	delete(s.thinking, c.id+" "+m.ThreadTS)
	if d.mute {
		return m
	}
	s.emitMessage(c, m)
	s.emitMetadata("message_metadata_posted", c, m, nil)
	s.emitLinks(c, m)
	return m
}

// reply hangs m into a thread and moves the counters of its parent.
func (s *Sim) reply(c *channel, m *message, threadTS string) {
	m.ThreadTS = threadTS
	parent := c.find(threadTS)
	if parent == nil {
		return
	}
	m.ParentUserID = parent.User
	parent.ThreadTS = parent.TS
	parent.ReplyCount++
	parent.LatestReply = m.TS
	if !slices.Contains(parent.ReplyUsers, m.User) {
		parent.ReplyUsers = append(slices.Clone(parent.ReplyUsers), m.User)
		parent.ReplyUsersCount = len(parent.ReplyUsers)
	}
}

// whisper stores a message that one person sees and that no API call finds; s.mu is held.
func (s *Sim) whisper(c *channel, to *person, d draft) *message {
	m := &message{visibleTo: to.ID, Message: Message{
		Type: "message", User: d.user.ID, Team: s.team.id, Text: d.text, Blocks: d.blocks, ThreadTS: d.thread,
		Attachments: d.attachments, Username: d.username, Icons: d.icons,
		TS: c.nextTS(s.now()), Channel: c.id, Ephemeral: true,
	}}
	if a := d.user.app; a != nil {
		m.BotID, m.AppID, m.BotProfile = a.BotID, a.ID, a.profile(s.team.id)
	}
	m.order = s.journal.last
	c.ephemerals = append(c.ephemerals, m)
	if len(c.ephemerals) > ephemeralsKept {
		c.ephemerals = slices.Delete(c.ephemerals, 0, len(c.ephemerals)-ephemeralsKept)
	}
	s.note(Change{Kind: Whispered, Channel: c.id, User: d.user.ID, VisibleTo: to.ID, Message: &m.Message})
	return m
}

// edit changes a message in place. Metadata stays unless new metadata is given; empty metadata removes it.
func (s *Sim) edit(c *channel, m *message, d draft) {
	before := m.Message
	m.Text, m.Blocks, m.Attachments = d.text, d.blocks, d.attachments
	if d.metadata != nil {
		m.Metadata = d.metadata
		if d.metadata.EventType == "" {
			m.Metadata = nil
		}
	}
	if m.visibleTo != "" {
		s.note(Change{Kind: WhisperEdited, Channel: c.id, User: d.user.ID, VisibleTo: m.visibleTo, Message: &m.Message})
		return
	}
	m.Edited = &Edited{User: d.user.ID, TS: s.stampNow()}
	s.note(Change{Kind: EditedMessage, Channel: c.id, User: d.user.ID, Message: &m.Message})
	s.emitChanged(c, "message_changed", object{"message": m.stripped(), "previous_message": before.stripped()})
	if d.metadata != nil {
		s.emitMetadata("message_metadata_updated", c, m, before.Metadata)
	}
}

// remove takes a message away.
func (s *Sim) remove(c *channel, m *message) {
	if m.visibleTo != "" {
		c.ephemerals = without(c.ephemerals, m)
		s.note(Change{Kind: WhisperDeleted, Channel: c.id, User: m.User, VisibleTo: m.visibleTo, Message: &m.Message})
		return
	}
	c.messages = without(c.messages, m)
	if parent := c.find(m.ThreadTS); parent != nil && parent != m {
		parent.ReplyCount--
	}
	s.note(Change{Kind: Deleted, Channel: c.id, User: m.User, Message: &m.Message})
	s.emitChanged(c, "message_deleted", object{"deleted_ts": m.TS, "previous_message": m.stripped()})
	s.emitMetadata("message_metadata_deleted", c, m, m.Metadata)
}

func without(list []*message, m *message) []*message {
	return slices.DeleteFunc(list, func(x *message) bool { return x == m })
}

// find gives the message with that ts, or nil. Times rise, so it searches by halves.
func (c *channel) find(ts string) *message {
	i, found := slices.BinarySearchFunc(c.messages, ts, func(m *message, ts string) int { return strings.Compare(m.TS, ts) })
	if !found {
		return nil
	}
	return c.messages[i]
}

// findFor also looks through the ephemeral messages of one person.
func (c *channel) findFor(ts, user string) *message {
	for _, m := range c.ephemerals {
		if m.TS == ts && m.visibleTo == user {
			return m
		}
	}
	return c.find(ts)
}

// stripped is the message without what only include_all_metadata or the simulator's page may show.
func (m Message) stripped() Message {
	m.Channel, m.Ephemeral = "", false
	if m.Metadata != nil {
		m.Metadata = &Metadata{EventType: m.Metadata.EventType}
	}
	return m
}
