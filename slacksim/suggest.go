package slacksim

import (
	"encoding/json"
	"errors"
)

// suggest asks an app for the options of an external select and waits for them.
func (s *Sim) suggest(user *person, at Place, blockID, actionID, typed string) (json.RawMessage, error) {
	s.mu.Lock()
	a, o, err := s.suggestion(user, at, blockID, actionID, typed)
	s.mu.Unlock()
	if err != nil {
		return nil, err
	}
	return s.ask(a, envelope{kind: "interactive", payload: o, accepts: true})
}

func (s *Sim) suggestion(user *person, at Place, blockID, actionID, typed string) (*app, object, error) {
	fill := func(a *app, container object) (*app, object, error) {
		o := s.interaction("block_suggestion", a, user)
		delete(o, "trigger_id")
		o["container"], o["action_id"], o["block_id"], o["value"] = container, actionID, blockID, typed
		return a, o, nil
	}
	if v := s.views[at.ViewID]; v != nil && v.user == user {
		a, o, err := fill(v.app, object{"type": "view", "view_id": v.ID})
		o["view"] = v.View
		return a, o, err
	}
	in := s.channel(at.Channel)
	if in == nil || in.findFor(at.TS, user.ID) == nil {
		return nil, nil, errors.New("there is no such message or view")
	}
	m := in.findFor(at.TS, user.ID)
	author := s.person(m.User)
	if author == nil || author.app == nil {
		return nil, nil, errors.New("the message is not an app's")
	}
	a, o, err := fill(author.app, m.container(in))
	o["channel"], o["message"] = object{"id": in.id, "name": in.shownName()}, m.stripped()
	return a, o, err
}
