package slacksim

import (
	"fmt"
	"strings"
	"time"
)

// Person is one account. Only Handle is needed; ID is made when empty, the names fall back to the handle, Locale to
// en-US and TZ to UTC.
type Person struct {
	ID          string `json:"id,omitempty"`
	Handle      string `json:"handle"`
	RealName    string `json:"real_name,omitempty"`
	DisplayName string `json:"display_name,omitempty"`
	Email       string `json:"email,omitempty"`
	Locale      string `json:"locale,omitempty"`
	TZ          string `json:"tz,omitempty"`
	Title       string `json:"title,omitempty"`
	StatusEmoji string `json:"status_emoji,omitempty"`
	StatusText  string `json:"status_text,omitempty"`
	// StatusExpires is when the status goes away by itself, in Unix seconds; 0 is never.
	StatusExpires int64  `json:"status_expiration,omitempty"`
	Presence      string `json:"presence,omitempty"` // "active" (default) or "away"
	Huddle        bool   `json:"huddle,omitempty"`   // is in a huddle now
	// DNDStart and DNDEnd are the next do-not-disturb time in Unix seconds; 0 and 0 is no schedule.
	DNDStart int64 `json:"dnd_start,omitempty"`
	DNDEnd   int64 `json:"dnd_end,omitempty"`
	// Guest sees only the channels and the people that they share a channel with.
	Guest bool `json:"guest,omitempty"`
	// Team is another workspace's id for somebody who comes through a shared channel.
	Team        string `json:"team,omitempty"`
	Bot         bool   `json:"bot,omitempty"`
	Deactivated bool   `json:"deactivated,omitempty"`
}

type person struct {
	Person
	app  *app              // whose bot this is, or nil
	read map[string]string // channel id -> ts of the last message read
}

// AddPerson adds an account, tells the apps that listen to team_join, and returns it completed. A taken handle or id
// is refused, a time zone that does not exist too.
func (s *Sim) AddPerson(p Person) (Person, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	added, err := s.addPerson(p)
	if err != nil {
		return Person{}, err
	}
	s.emit(event{name: "team_join", scope: "users:read", body: func(a *app) object {
		return object{"type": "team_join", "user": s.userObject(added, a, true), "cache_ts": s.now().Unix(), "event_ts": s.stampNow()}
	}})
	return added.Person, nil
}

func (s *Sim) addPerson(p Person) (*person, error) {
	if p.Handle == "" || strings.ContainsAny(p.Handle, " @<>&|") {
		return nil, fmt.Errorf("add person: handle %q is not one word", p.Handle)
	}
	if s.person(p.Handle) != nil || p.ID != "" && s.person(p.ID) != nil {
		return nil, fmt.Errorf("add person %s: handle or id is taken", p.Handle)
	}
	if p.ID == "" {
		p.ID = s.nextID("U")
	}
	p.RealName = or(p.RealName, p.Handle)
	p.DisplayName = or(p.DisplayName, p.RealName)
	p.Locale = or(p.Locale, "en-US")
	p.TZ = or(p.TZ, "UTC")
	p.Presence = or(p.Presence, "active")
	if _, err := time.LoadLocation(p.TZ); err != nil {
		return nil, fmt.Errorf("add person %s: %w", p.Handle, err)
	}
	added := &person{Person: p, read: map[string]string{}}
	s.people = append(s.people, added)
	return added, nil
}

// Person finds an account by handle or id.
func (s *Sim) Person(handleOrID string) (Person, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p := s.person(handleOrID); p != nil {
		return p.Person, true
	}
	return Person{}, false
}

// person finds by id or, without regard to case, by handle; s.mu is held.
func (s *Sim) person(handleOrID string) *person {
	for _, p := range s.people {
		if p.ID == handleOrID || strings.EqualFold(p.Handle, handleOrID) {
			return p
		}
	}
	return nil
}

func or(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}
