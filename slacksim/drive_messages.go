package slacksim

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Find finds the newest message that the person can see with these words in its text or blocks. Without words it is
// the newest message of any app.
func (a *Actor) Find(words string) (Place, error) { return a.find(words, false) }

// FindOwn finds the newest message that the person wrote with these words in it.
func (a *Actor) FindOwn(words string) (Place, error) { return a.find(words, true) }

func (a *Actor) find(words string, own bool) (Place, error) {
	a.sim.mu.Lock()
	defer a.sim.mu.Unlock()
	p, err := a.me()
	if err != nil {
		return Place{}, err
	}
	var newest *message
	for _, c := range a.sim.channels {
		if !c.open(p) {
			continue
		}
		for _, m := range slices.Concat(c.messages, c.ephemerals) {
			hidden := m.visibleTo != "" && m.visibleTo != p.ID || own && m.User != p.ID
			if !hidden && (newest == nil || m.order >= newest.order) && m.says(words) {
				newest = m
			}
		}
	}
	if newest == nil {
		return Place{}, fmt.Errorf("%s sees no message with %q", a.who, words)
	}
	return Place{Channel: newest.Channel, TS: newest.TS}, nil
}

// says looks for words in a message; no words fit every message of an app.
func (m *message) says(words string) bool {
	if words == "" {
		return m.BotID != ""
	}
	return strings.Contains(m.Text, words) || slices.ContainsFunc(m.Blocks, func(b Block) bool { return mentions(b, words) })
}

// mentions looks for words in all the texts of a block.
func mentions(v any, words string) bool {
	switch v := v.(type) {
	case string:
		return strings.Contains(v, words)
	case []any:
		return slices.ContainsFunc(v, func(item any) bool { return mentions(item, words) })
	case map[string]any:
		for _, item := range v {
			if mentions(item, words) {
				return true
			}
		}
	}
	return false
}

// own finds a message that the person wrote; s.mu is held.
func (a *Actor) own(channelName, ts string) (*person, *channel, *message, error) {
	p, err := a.me()
	if err != nil {
		return nil, nil, nil, err
	}
	c := a.sim.channel(channelName)
	if c == nil || !c.open(p) {
		return nil, nil, nil, fmt.Errorf("%s sees no channel %s", a.who, channelName)
	}
	m := c.find(ts)
	if m == nil || m.User != p.ID {
		return nil, nil, nil, errors.New("that is not a message of one's own")
	}
	return p, c, m, nil
}

// Edit changes what the person wrote.
func (a *Actor) Edit(channelName, ts, text string) error {
	a.sim.mu.Lock()
	defer a.sim.mu.Unlock()
	p, c, m, err := a.own(channelName, ts)
	if err != nil {
		return err
	}
	words, blocks := a.sim.sayText(text)
	a.sim.edit(c, m, draft{user: p, text: words, blocks: blocks})
	return nil
}

// Delete takes away what the person wrote.
func (a *Actor) Delete(channelName, ts string) error {
	a.sim.mu.Lock()
	defer a.sim.mu.Unlock()
	_, c, m, err := a.own(channelName, ts)
	if err != nil {
		return err
	}
	a.sim.remove(c, m)
	return nil
}

// Unreact takes the person's emoji back.
func (a *Actor) Unreact(channelName, ts, name string) error {
	p, c, err := a.where(channelName)
	if err != nil {
		return err
	}
	a.sim.mu.Lock()
	defer a.sim.mu.Unlock()
	if m := c.find(ts); m == nil || !a.sim.unreact(c, m, p.ID, name) {
		return fmt.Errorf("there is no :%s: of %s", name, a.who)
	}
	return nil
}

// StopStream presses the button that stops a message which an app is still writing; the app is told.
func (a *Actor) StopStream(channelName, ts string) error {
	p, c, err := a.where(channelName)
	if err != nil {
		return err
	}
	s := a.sim
	s.mu.Lock()
	defer s.mu.Unlock()
	m := c.find(ts)
	if m == nil || m.stream == nil {
		return errors.New("no app is writing there")
	}
	m.stream.stopped = true
	s.emit(event{name: "agent_session_stopped", only: s.app(m.User), body: func(*app) object {
		return object{
			"type": "agent_session_stopped", "channel": c.id, "user": p.ID, "thread_ts": or(m.ThreadTS, m.TS),
			"streaming_message_ts": []string{m.TS}, "event_ts": s.stampNow(),
		}
	}})
	return nil
}

// AskDetails opens the side panel of a work object, of which the app is told (entity_details_requested).
func (a *Actor) AskDetails(appName, channelName, ts, entityURL, externalID string) error {
	p, c, err := a.where(channelName)
	if err != nil {
		return err
	}
	s := a.sim
	s.mu.Lock()
	defer s.mu.Unlock()
	to := s.app(appName)
	if to == nil {
		return fmt.Errorf("there is no app %s", appName)
	}
	s.emit(event{name: "entity_details_requested", only: to, body: func(*app) object {
		return object{
			"type": "entity_details_requested", "user": p.ID, "trigger_id": s.newTrigger(to, p), "channel": c.id, "message_ts": ts,
			"entity_url": entityURL, "app_unfurl_url": entityURL, "link": object{"url": entityURL}, "user_locale": p.Locale,
			"external_ref": object{"id": externalID}, "event_ts": s.stampNow(),
		}
	}})
	return nil
}
