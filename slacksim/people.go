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
	Presence    string `json:"presence,omitempty"` // "active" (default) or "away"
	Guest       bool   `json:"guest,omitempty"`
	Bot         bool   `json:"bot,omitempty"`
	Deactivated bool   `json:"deactivated,omitempty"`
}

type person struct {
	Person
	app  *app              // whose bot this is, or nil
	read map[string]string // channel id -> ts of the last message read
}

// AddPerson adds an account and returns it completed. A taken handle or id is refused, a time zone that does not
// exist too.
func (s *Sim) AddPerson(p Person) (Person, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	added, err := s.addPerson(p)
	if err != nil {
		return Person{}, err
	}
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

// ChangePerson lets change alter an account (status, presence, time zone, deactivated ...) and tells the apps that
// listen to user_change. Handle and ID stay as they are.
func (s *Sim) ChangePerson(handleOrID string, change func(*Person)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.person(handleOrID)
	if p == nil {
		return fmt.Errorf("change person: no %s", handleOrID)
	}
	id, handle := p.ID, p.Handle
	change(&p.Person)
	p.ID, p.Handle = id, handle
	s.note(Change{Kind: PersonChanged, User: p.ID})
	s.emit(event{name: "user_change", scope: "users:read", body: func(a *app) object {
		return object{"type": "user_change", "user": s.userObject(p, a, false), "cache_ts": s.cfg.Now().Unix()}
	}})
	return nil
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

// userObject is the person as the app a may see them.
func (s *Sim) userObject(p *person, a *app, withLocale bool) object {
	zone, offset := s.zoneOf(p)
	profile := object{
		"display_name": p.DisplayName, "display_name_normalized": p.DisplayName, "real_name": p.RealName,
		"real_name_normalized": p.RealName, "title": p.Title, "status_text": p.StatusText, "status_emoji": p.StatusEmoji,
		"status_expiration": 0, "team": s.team.id,
	}
	if a.has("users:read.email") && p.Email != "" {
		profile["email"] = p.Email
	}
	u := object{
		"id": p.ID, "team_id": s.team.id, "name": p.Handle, "deleted": p.Deactivated, "real_name": p.RealName,
		"tz": p.TZ, "tz_label": zone, "tz_offset": offset, "profile": profile, "is_admin": false, "is_owner": false,
		"is_restricted": p.Guest, "is_ultra_restricted": false, "is_bot": p.Bot, "is_app_user": false, "updated": s.cfg.Now().Unix(),
	}
	if p.app != nil {
		profile["api_app_id"], profile["bot_id"] = p.app.ID, p.app.BotID
	}
	if withLocale {
		u["locale"] = p.Locale
	}
	return u
}

func (s *Sim) zoneOf(p *person) (name string, offset int) {
	where, err := time.LoadLocation(p.TZ)
	if err != nil {
		where = time.UTC
	}
	return s.cfg.Now().In(where).Zone()
}

func or(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}
