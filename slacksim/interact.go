package slacksim

import (
	"errors"
	"fmt"
	"maps"
)

// Place is where an element is: in a message (Channel and TS) or in a view.
type Place struct {
	Channel, TS string
	ViewID      string
}

// press is one use of one element by one person.
type press struct {
	user              *person
	at                Place
	blockID, actionID string
	value             Block  // the element's value fields, by Slack's names
	state             Values // what else stands in the inputs around it
}

// act sends a block_actions payload for one use of an element. It returns at once.
func (s *Sim) act(p press) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	payload, a, err := s.actionPayload(p)
	if err != nil {
		return err
	}
	if s.silent(p) {
		return nil
	}
	s.askFor(a, p.user, payload)
	return nil
}

// silent says whether the element stands in an input block that does not dispatch: what is chosen there is kept and
// goes out with the next interaction.
func (s *Sim) silent(p press) bool {
	b, _ := findElement(s.blocksAt(p.at, p.user), p.blockID, p.actionID)
	dispatches, _ := b["dispatch_action"].(bool)
	return b["type"] == "input" && !dispatches
}

// askFor sends an interaction whose answer is only awaited, not used; s.mu is held.
func (s *Sim) askFor(a *app, user *person, payload object) {
	s.begin()
	s.spawn(func() {
		_, err := s.ask(a, envelope{kind: "interactive", payload: payload})
		s.mu.Lock()
		defer s.mu.Unlock()
		defer s.end()
		if err != nil {
			s.notice(user, nil, fmt.Sprintf("%s did not respond (%s)", a.Name, shownError(err)))
		}
	})
}

func (s *Sim) actionPayload(p press) (object, *app, error) {
	if p.at.ViewID != "" {
		return s.viewAction(p)
	}
	in := s.channel(p.at.Channel)
	if in == nil || !in.open(p.user) {
		return nil, nil, errors.New("there is no such channel")
	}
	m := in.findFor(p.at.TS, p.user.ID)
	if m == nil {
		return nil, nil, errors.New("there is no such message")
	}
	author := s.person(m.User)
	if author == nil || author.app == nil {
		return nil, nil, errors.New("the message is not an app's")
	}
	a := author.app
	action, err := s.action(m.Blocks, p)
	if err != nil {
		return nil, nil, err
	}
	values := stateOf(m.Blocks, merge(m.chosen(p.user.ID), p.state, chosen(action)))
	m.choose(p.user.ID, values)
	h := hook{app: a, user: p.user, in: in, origin: m.TS, thread: m.ThreadTS}
	o := s.interaction("block_actions", a, p.user)
	o["container"] = m.container(in)
	o["channel"] = object{"id": in.id, "name": in.shownName()}
	o["state"] = object{"values": values}
	o["response_url"] = s.newHook("actions", h)
	o["actions"] = []object{action}
	if !m.Ephemeral {
		o["message"] = m.stripped()
	}
	return o, a, nil
}

// container says where an element is; a message outside threads has no thread_ts.
func (m *message) container(in *channel) object {
	o := object{"type": "message", "message_ts": m.TS, "channel_id": in.id, "is_ephemeral": m.Ephemeral}
	if m.ThreadTS != "" {
		o["thread_ts"] = m.ThreadTS
	}
	return o
}

func (s *Sim) viewAction(p press) (object, *app, error) {
	v := s.views[p.at.ViewID]
	if v == nil || v.user != p.user {
		return nil, nil, errors.New("there is no such view")
	}
	action, err := s.action(v.Blocks, p)
	if err != nil {
		return nil, nil, err
	}
	v.State.Values = stateOf(v.Blocks, merge(v.State.Values, p.state, chosen(action)))
	o := s.interaction("block_actions", v.app, p.user)
	o["container"] = object{"type": "view", "view_id": v.ID}
	o["view"] = v.View
	o["actions"] = []object{action}
	return o, v.app, nil
}

// interaction is what all interactive payloads have in common.
func (s *Sim) interaction(kind string, a *app, user *person) object {
	return object{
		"type": kind, "user": object{"id": user.ID, "username": user.Handle, "name": user.Handle, "team_id": s.team.id},
		"api_app_id": a.ID, "token": "simulated", "trigger_id": s.newTrigger(a, user),
		"team": object{"id": s.team.id, "domain": s.team.domain}, "enterprise": nil, "is_enterprise_install": false,
	}
}

// action is the entry of actions[]. What a button carries is taken from the button, not from who presses it.
func (s *Sim) action(blocks []Block, p press) (object, error) {
	block, e := findElement(blocks, p.blockID, p.actionID)
	if e == nil {
		return nil, fmt.Errorf("there is no element %s in block %s", p.actionID, p.blockID)
	}
	o := object{
		"type": e["type"], "action_id": e["action_id"], "block_id": block["block_id"],
		"action_ts": stamp(s.now().UnixMicro()),
	}
	if e["type"] == "button" || e["type"] == "workflow_button" || e["type"] == "icon_button" {
		maps.Copy(o, pick(e, "text", "value", "style", "url"))
		return o, nil
	}
	kind, known := inputs[text(e["type"])]
	if !known {
		return nil, fmt.Errorf("an element of type %v cannot be used", e["type"])
	}
	value, given := p.value[kind.field]
	if !given {
		return nil, fmt.Errorf("an element of type %v needs %s", e["type"], kind.field)
	}
	if err := kind.allowed(e, value); err != nil {
		return nil, err
	}
	o[kind.field] = value
	if e["type"] == "feedback_buttons" {
		o["text"] = thumb(e, value)["text"]
	}
	return o, nil
}

// chosen is an action as a value for the state.
func chosen(action object) Values {
	kind, known := inputs[text(action["type"])]
	if !known || kind.stateless {
		return nil
	}
	entry := Block{"type": action["type"], kind.field: action[kind.field]}
	return Values{text(action["block_id"]): {text(action["action_id"]): entry}}
}

// pick copies the named fields that are there.
func pick(from Block, names ...string) Block {
	found := Block{}
	for _, name := range names {
		if v, ok := from[name]; ok {
			found[name] = v
		}
	}
	return found
}

// chosen is what one person has chosen in the message's elements so far.
func (m *message) chosen(user string) Values { return m.state[user] }

func (m *message) choose(user string, v Values) {
	if m.state == nil {
		m.state = map[string]Values{}
	}
	m.state[user] = v
}
