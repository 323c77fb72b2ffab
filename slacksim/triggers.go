package slacksim

import (
	"fmt"
	"time"
)

// triggerLife is how long a trigger_id opens a modal.
const triggerLife = 3 * time.Second

// triggersKept bounds the memory of used and expired triggers.
const triggersKept = 2_000

type trigger struct {
	app  *app
	user *person
	made time.Time
	used bool
}

// newTrigger makes the trigger_id of one interaction; s.mu is held.
func (s *Sim) newTrigger(a *app, user *person) string {
	now := s.now()
	if len(s.triggers) >= triggersKept {
		for id, t := range s.triggers {
			if now.Sub(t.made) > triggerLife {
				delete(s.triggers, id)
			}
		}
	}
	s.counters["trigger"]++
	id := fmt.Sprintf("%d.%d.%08x", now.UnixMilli(), s.counters["trigger"], s.counters["trigger"]*2654435761%(1<<32))
	s.triggers[id] = &trigger{app: a, user: user, made: now}
	return id
}

// exchange uses a trigger up and gives the person who pulled it.
func (s *Sim) exchange(a *app, id string) (*person, error) {
	t := s.triggers[id]
	switch {
	case t == nil || t.app != a:
		return nil, fail("invalid_trigger_id")
	case t.used:
		return nil, fail("exchanged_trigger_id")
	case s.now().Sub(t.made) > triggerLife:
		return nil, fail("expired_trigger_id")
	}
	t.used = true
	return t.user, nil
}
