package slacksim

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Submit fills in a modal and submits it, waiting for the app's answer. Values are by action id, block id or label;
// options by value or label. An empty viewID means the modal on top.
func (a *Actor) Submit(viewID string, values map[string]string) (Submission, error) {
	a.sim.mu.Lock()
	p, err := a.me()
	if err != nil {
		a.sim.mu.Unlock()
		return Submission{}, err
	}
	if stack := a.sim.stacks[p.ID]; viewID == "" && len(stack) > 0 {
		viewID = stack[len(stack)-1].ID
	}
	filled, err := a.sim.fillIn(a.sim.views[viewID], values)
	a.sim.mu.Unlock()
	if err != nil {
		return Submission{}, err
	}
	return a.sim.submit(p, viewID, filled)
}

// fillIn turns named texts into the values of a view's inputs.
func (s *Sim) fillIn(v *view, values map[string]string) (Values, error) {
	if v == nil {
		return nil, fmt.Errorf("there is no open modal")
	}
	filled := Values{}
	for name, typed := range values {
		b, e := inputNamed(v.Blocks, name)
		if e == nil {
			return nil, fmt.Errorf("the modal has no input %q", name)
		}
		value, err := s.typedValue(e, typed)
		if err != nil {
			return nil, err
		}
		value["type"] = e["type"]
		filled = merge(filled, Values{text(b["block_id"]): {text(e["action_id"]): value}})
	}
	return filled, nil
}

// inputNamed finds an input by action id, block id or label.
func inputNamed(blocks []Block, name string) (block, element Block) {
	if b, e := findElement(blocks, "", name); e != nil {
		return b, e
	}
	for _, b := range blocks {
		label, _ := b["label"].(map[string]any)
		if b["block_id"] == name || label != nil && strings.EqualFold(text(label["text"]), name) {
			if all := elementsOf(b); len(all) > 0 {
				return b, all[0]
			}
		}
	}
	return nil, nil
}

// typedValue is the value field of an element for what a person would choose or type; s.mu is held.
func (s *Sim) typedValue(e Block, typed string) (Block, error) {
	kind, known := inputs[text(e["type"])]
	if !known {
		return nil, fmt.Errorf("an element of type %v takes no value", e["type"])
	}
	offered := optionsOf(e)
	if len(offered) == 0 {
		return Block{kind.field: s.typedOther(kind, typed)}, nil
	}
	var picked []any
	for _, one := range splitIf(kind.many, typed) {
		i := slices.IndexFunc(offered, func(o Block) bool {
			label, _ := o["text"].(map[string]any)
			return text(o["value"]) == one || strings.EqualFold(text(label["text"]), one)
		})
		if i < 0 {
			return nil, fmt.Errorf("there is no option %q", one)
		}
		picked = append(picked, offered[i])
	}
	if kind.many {
		return Block{kind.field: picked}, nil
	}
	return Block{kind.field: picked[0]}, nil
}

func splitIf(many bool, typed string) []string {
	if !many {
		return []string{typed}
	}
	var all []string
	for one := range strings.SplitSeq(typed, ",") {
		all = append(all, strings.TrimSpace(one))
	}
	return all
}

// typedOther is a value that is not one of given options: people and channels by name become ids.
func (s *Sim) typedOther(kind input, typed string) any {
	idOf := func(name string) any {
		name = strings.TrimLeft(strings.TrimSpace(name), "@#")
		if p := s.named(name); p != nil && strings.Contains(kind.field, "user") {
			return p.ID
		}
		if c := s.channel(name); c != nil && kind.field != "value" {
			return c.id
		}
		return name
	}
	switch {
	case kind.field == "selected_option": // of an external select
		return Block{"text": Block{"type": "plain_text", "text": typed, "emoji": true}, "value": typed}
	case kind.field == "selected_date_time":
		seconds, _ := strconv.ParseFloat(typed, 64)
		return seconds
	case kind.many:
		var all []any
		for _, one := range splitIf(true, typed) {
			all = append(all, idOf(one))
		}
		return all
	case strings.HasPrefix(kind.field, "selected_"):
		return idOf(typed)
	}
	return typed
}

// CloseView closes a modal; an empty id means the one on top.
func (a *Actor) CloseView(viewID string) error {
	a.sim.mu.Lock()
	p, err := a.me()
	if err != nil {
		a.sim.mu.Unlock()
		return err
	}
	if stack := a.sim.stacks[p.ID]; viewID == "" && len(stack) > 0 {
		viewID = stack[len(stack)-1].ID
	}
	a.sim.mu.Unlock()
	return a.sim.closeView(p, viewID)
}

// Views returns the person's open modals, the lowest first.
func (a *Actor) Views() []View {
	a.sim.mu.Lock()
	defer a.sim.mu.Unlock()
	var open []View
	if p, err := a.me(); err == nil {
		for _, v := range a.sim.stacks[p.ID] {
			open = append(open, v.View)
		}
	}
	return open
}

// OpenHome opens an app's Home tab, of which the app is told.
func (a *Actor) OpenHome(app string) error {
	a.sim.mu.Lock()
	p, err := a.me()
	a.sim.mu.Unlock()
	if err != nil {
		return err
	}
	_, err = a.sim.openHome(p, app)
	return err
}

// Home returns what the app last published for the person.
func (a *Actor) Home(app string) (View, bool) {
	a.sim.mu.Lock()
	defer a.sim.mu.Unlock()
	p, err := a.me()
	found := a.sim.app(app)
	if err != nil || found == nil || found.homes[p.ID] == nil {
		return View{}, false
	}
	return found.homes[p.ID].View, true
}

// Shortcut runs a shortcut by its callback id; a message shortcut needs the place of the message.
func (a *Actor) Shortcut(callbackID string, at Place) error {
	a.sim.mu.Lock()
	p, err := a.me()
	if c := a.sim.channel(at.Channel); c != nil {
		at.Channel = c.id
	}
	a.sim.mu.Unlock()
	if err != nil {
		return err
	}
	return a.sim.shortcut(p, callbackID, at)
}

// Messages returns what the person sees in a channel (id, name, or for a DM the other's handle with an @), oldest
// first: no replies in threads, ephemerals included.
func (a *Actor) Messages(channelName string) []Message {
	return a.list(channelName, func(m *message) bool { return !m.quiet() })
}

// Thread returns the parent and the replies of a thread, oldest first, ephemerals included.
func (a *Actor) Thread(channelName, threadTS string) []Message {
	return a.list(channelName, func(m *message) bool { return m.TS == threadTS || m.ThreadTS == threadTS })
}

func (a *Actor) list(channelName string, wanted func(*message) bool) []Message {
	a.sim.mu.Lock()
	defer a.sim.mu.Unlock()
	p, err := a.me()
	if err != nil {
		return nil
	}
	if other, isDM := strings.CutPrefix(channelName, "@"); isDM {
		if q := a.sim.named(other); q != nil {
			channelName = a.sim.dm(p.ID, q.ID).id
		}
	}
	c := a.sim.channel(channelName)
	if c == nil || !c.open(p) {
		return nil
	}
	return c.seenBy(p.ID, wanted)
}

// seenBy merges messages and ephemerals in the order of their times.
func (c *channel) seenBy(user string, wanted func(*message) bool) []Message {
	var seen []Message
	for _, m := range slices.Concat(c.messages, c.ephemerals) {
		if (m.visibleTo == "" || m.visibleTo == user) && wanted(m) {
			seen = append(seen, m.Message)
		}
	}
	slices.SortStableFunc(seen, func(a, b Message) int { return strings.Compare(a.TS, b.TS) })
	return seen
}

// React puts an emoji (name without colons) under a message.
func (a *Actor) React(channelName, ts, name string) error {
	p, c, err := a.where(channelName)
	if err != nil {
		return err
	}
	a.sim.mu.Lock()
	defer a.sim.mu.Unlock()
	m := c.find(ts)
	if m == nil {
		return fmt.Errorf("there is no message %s", ts)
	}
	a.sim.react(c, m, p.ID, name)
	return nil
}
