package slacksim

import "slices"

// Kind says what a Change changed.
type Kind string

// The kinds of change. Those of views carry View, those of messages Message; PersonChanged carries User,
// ChannelChanged Channel, Noticed Text.
const (
	Posted         Kind = "message"
	EditedMessage  Kind = "edited"
	Deleted        Kind = "deleted"
	Whispered      Kind = "ephemeral"
	WhisperEdited  Kind = "ephemeral_replaced"
	WhisperDeleted Kind = "ephemeral_deleted"
	Reacted        Kind = "reacted"   // a reaction was added; Text is its name
	Unreacted      Kind = "unreacted" // a reaction was taken back; Text is its name
	Marked         Kind = "marked"    // a pin or an unfurled link changed a message, or an app writes on at it
	Threaded       Kind = "threaded"  // a reply moved the counters of its parent
	ViewOpened     Kind = "view_opened"
	ViewUpdated    Kind = "view_updated"
	ViewClosed     Kind = "view_closed"
	HomePublished  Kind = "home"
	Prompted       Kind = "prompts" // an app suggests what to ask; Text is a heading, then a line for each
	Titled         Kind = "title"   // an app gave a thread of its assistant a title; Text
	Thought        Kind = "status"  // an app says what it is doing in a thread; Text
	Noticed        Kind = "notice"  // an error that Slack itself would show the person
	PersonChanged  Kind = "person"
	ChannelChanged Kind = "channel"
)

// Change is one thing that somebody could have seen change.
type Change struct {
	Seq       int // rising by one, from 1
	Kind      Kind
	Channel   string // id, when it happened in a channel
	User      string // who did it, or whom it is about
	VisibleTo string // user id when only one person can see it
	Message   *Message
	View      *View
	Text      string
}

// changesKept bounds the journal; half of it goes when it is full.
const changesKept = 20_000

type journal struct {
	changes []Change
	last    int
	more    chan struct{} // closed at the next change
}

func newJournal() journal { return journal{more: make(chan struct{})} }

// note writes a change down with a copy of what it is about; s.mu is held.
func (s *Sim) note(c Change) {
	j := &s.journal
	j.last++
	c.Seq = j.last
	if c.Message != nil {
		m := *c.Message
		c.Message = &m
	}
	if c.View != nil {
		v := *c.View
		c.View = &v
	}
	if len(j.changes) == changesKept {
		j.changes = slices.Clone(j.changes[changesKept/2:])
	}
	j.changes = append(j.changes, c)
	close(j.more)
	j.more = make(chan struct{})
}

// Changes returns what changed after the change numbered since; Changes(0) is everything that is still kept.
func (s *Sim) Changes(since int) []Change {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.changesSince(since)
}

// LastChange is the number of the newest change, 0 at the beginning.
func (s *Sim) LastChange() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.journal.last
}

func (s *Sim) changesSince(since int) []Change {
	first := s.journal.last - len(s.journal.changes) + 1
	from := min(max(since+1-first, 0), len(s.journal.changes))
	return slices.Clone(s.journal.changes[from:])
}

// More returns a channel that is closed at the next change. Take it before looking at Changes, then nothing is missed.
func (s *Sim) More() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.journal.more
}

// visible says whether the person can see the change.
func (s *Sim) visible(c Change, user string) bool {
	if c.VisibleTo != "" {
		return c.VisibleTo == user
	}
	if c.Channel == "" {
		return true
	}
	in := s.channel(c.Channel)
	p := s.person(user)
	return in != nil && p != nil && in.open(p)
}
