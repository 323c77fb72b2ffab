package slacksim

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Actor is a person as a test or a story plays them. What they do returns when the workspace has taken it; use Quiet
// to wait until the apps have answered.
type Actor struct {
	sim *Sim
	who string
}

// As plays a person, by handle or id. That there is no such person comes out at the first deed.
func (s *Sim) As(handleOrID string) *Actor { return &Actor{sim: s, who: handleOrID} }

// me finds the person; s.mu is held.
func (a *Actor) me() (*person, error) {
	p := a.sim.person(a.who)
	if p == nil {
		return nil, fmt.Errorf("there is no person %s", a.who)
	}
	return p, nil
}

// where finds the person and a channel that they can see.
func (a *Actor) where(channelName string) (*person, *channel, error) {
	a.sim.mu.Lock()
	defer a.sim.mu.Unlock()
	p, err := a.me()
	if err != nil {
		return nil, nil, err
	}
	c := a.sim.channel(channelName)
	if c == nil || !c.open(p) {
		return nil, nil, fmt.Errorf("%s sees no channel %s", a.who, channelName)
	}
	return p, c, nil
}

// Say types a message into a channel (id or name) and returns its ts. @names and #names become mentions.
func (a *Actor) Say(channelName, text string) (ts string, err error) {
	return a.Reply(channelName, "", text)
}

// Reply types a message into a thread.
func (a *Actor) Reply(channelName, threadTS, text string) (ts string, err error) {
	p, c, err := a.where(channelName)
	if err != nil {
		return "", err
	}
	return a.sim.say(p, c, text, threadTS)
}

// DM types a message to somebody, mostly a bot, and returns the DM's id and the ts.
func (a *Actor) DM(handle, text string) (channelID, ts string, err error) {
	channelID, err = a.OpenDM(handle)
	if err != nil {
		return "", "", err
	}
	ts, err = a.Say(channelID, text)
	return channelID, ts, err
}

// OpenDM finds or opens the direct messages with somebody and returns their id.
func (a *Actor) OpenDM(handle string) (string, error) {
	a.sim.mu.Lock()
	defer a.sim.mu.Unlock()
	p, err := a.me()
	if err != nil {
		return "", err
	}
	other := a.sim.named(handle)
	if other == nil {
		return "", fmt.Errorf("there is no person %s", handle)
	}
	return a.sim.dm(p.ID, other.ID).id, nil
}

// say stores a typed message; a person who writes into a public channel joins it.
func (s *Sim) say(p *person, c *channel, typed, thread string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case strings.TrimSpace(typed) == "":
		return "", errors.New("there is nothing to say")
	case c.archived:
		return "", errors.New("the channel is archived")
	case thread != "" && c.find(thread) == nil:
		return "", errors.New("there is no such thread")
	}
	s.joinChannel(c, p.ID)
	if thread != "" {
		thread = or(c.find(thread).ThreadTS, thread)
	}
	words, blocks := s.sayText(typed)
	return s.post(c, draft{user: p, text: words, blocks: blocks, thread: thread, typed: true}).TS, nil
}

// Command types a slash command into a channel.
func (a *Actor) Command(channelName, command, text string) error {
	p, c, err := a.where(channelName)
	if err != nil {
		return err
	}
	return a.sim.command(p, c, command+" "+text)
}

// Click presses a button, named by its action id or its label.
func (a *Actor) Click(at Place, button string) error {
	return a.use(at, button, func(e Block) (Block, error) { return nil, nil })
}

// Choose sets an element by its action id: an option by value or label, else the value itself (a user or channel by
// name, a date). For several options separate them with commas.
func (a *Actor) Choose(at Place, actionID, choice string) error {
	return a.use(at, actionID, func(e Block) (Block, error) { return a.sim.typedValue(e, choice) })
}

func (a *Actor) use(at Place, name string, value func(Block) (Block, error)) error {
	a.sim.mu.Lock()
	p, err := a.me()
	if err != nil {
		a.sim.mu.Unlock()
		return err
	}
	if c := a.sim.channel(at.Channel); c != nil {
		at.Channel = c.id
	}
	b, e := elementNamed(a.sim.blocksAt(at, p), name)
	if e == nil {
		a.sim.mu.Unlock()
		return fmt.Errorf("%s sees no %q there", a.who, name)
	}
	v, err := value(e)
	a.sim.mu.Unlock()
	if err != nil {
		return err
	}
	return a.sim.act(press{user: p, at: at, blockID: text(b["block_id"]), actionID: text(e["action_id"]), value: v})
}

// blocksAt gives the blocks of a message or view that the person can see.
func (s *Sim) blocksAt(at Place, p *person) []Block {
	if v := s.views[at.ViewID]; v != nil && v.user == p {
		return v.Blocks
	}
	if c := s.channel(at.Channel); c != nil && c.open(p) {
		if m := c.findFor(at.TS, p.ID); m != nil {
			return m.Blocks
		}
	}
	return nil
}

// elementNamed finds an element by action id or by the text on a button.
func elementNamed(blocks []Block, name string) (block, element Block) {
	if b, e := findElement(blocks, "", name); e != nil {
		return b, e
	}
	for b := range allBlocks(blocks) {
		for _, e := range elementsOf(b) {
			if label, ok := e["text"].(map[string]any); ok && strings.EqualFold(text(label["text"]), name) {
				return b, e
			}
		}
	}
	return nil, nil
}

// Newest finds the newest thing the person can see with that button or element: the modal on top, else the
// newest message with it, else a Home tab.
func (a *Actor) Newest(name string) (Place, error) {
	a.sim.mu.Lock()
	defer a.sim.mu.Unlock()
	p, err := a.me()
	if err != nil {
		return Place{}, err
	}
	if stack := a.sim.stacks[p.ID]; len(stack) > 0 {
		top := stack[len(stack)-1]
		if _, e := elementNamed(top.Blocks, name); e != nil {
			return Place{ViewID: top.ID}, nil
		}
	}
	var newest *message
	for _, c := range a.sim.channels {
		if !c.open(p) {
			continue
		}
		for _, m := range slices.Concat(c.messages, c.ephemerals) {
			if m.visibleTo != "" && m.visibleTo != p.ID || newest != nil && m.order < newest.order {
				continue
			}
			if _, e := elementNamed(m.Blocks, name); e != nil {
				newest = m
			}
		}
	}
	if newest != nil {
		return Place{Channel: newest.Channel, TS: newest.TS}, nil
	}
	for _, app := range a.sim.apps {
		if home := app.homes[p.ID]; home != nil {
			if _, e := elementNamed(home.Blocks, name); e != nil {
				return Place{ViewID: home.ID}, nil
			}
		}
	}
	return Place{}, fmt.Errorf("%s sees no %q", a.who, name)
}

// ClickNewest presses the newest visible button with that label or action id.
func (a *Actor) ClickNewest(button string) error {
	at, err := a.Newest(button)
	if err != nil {
		return err
	}
	return a.Click(at, button)
}
