package slacksim

import (
	"fmt"
	"strings"
	"time"
)

// ChangePerson lets change alter an account (status, presence, time zone, DND, deactivated ...) and tells the apps:
// user_change, and of the narrower events those that fit. Handle and ID stay as they are.
func (s *Sim) ChangePerson(handleOrID string, change func(*Person)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.person(handleOrID)
	if p == nil {
		return fmt.Errorf("change person: no %s", handleOrID)
	}
	s.changePerson(p, change)
	return nil
}

// changePerson is ChangePerson for somebody who is there; s.mu is held.
func (s *Sim) changePerson(p *person, change func(*Person)) {
	before := p.Person
	change(&p.Person)
	p.ID, p.Handle = before.ID, before.Handle
	s.note(Change{Kind: PersonChanged, User: p.ID})
	status := p.StatusEmoji != before.StatusEmoji || p.StatusText != before.StatusText || p.StatusExpires != before.StatusExpires
	huddle := p.Huddle != before.Huddle
	profile := status || huddle || p.DisplayName != before.DisplayName || p.RealName != before.RealName || p.Title != before.Title
	for _, e := range []struct {
		name     string
		happened bool
	}{
		{"user_change", true}, {"user_profile_changed", profile}, {"user_status_changed", status}, {"user_huddle_changed", huddle},
	} {
		if e.happened {
			s.emitPerson(e.name, p)
		}
	}
	if p.DNDStart != before.DNDStart || p.DNDEnd != before.DNDEnd {
		s.emit(event{name: "dnd_updated_user", scope: "dnd:read", body: func(*app) object {
			return object{"type": "dnd_updated_user", "user": p.ID, "dnd_status": dndOf(p), "event_ts": s.stampNow()}
		}})
	}
}

func (s *Sim) emitPerson(name string, p *person) {
	s.emit(event{name: name, scope: "users:read", body: func(a *app) object {
		return object{"type": name, "user": s.userObject(p, a, true), "cache_ts": s.now().Unix(), "event_ts": s.stampNow()}
	}})
}

// expireStatuses takes away the statuses whose time is over; s.mu is held.
func (s *Sim) expireStatuses() {
	for _, p := range s.people {
		if p.StatusExpires > 0 && p.StatusExpires <= s.now().Unix() {
			s.changePerson(p, func(p *Person) { p.StatusText, p.StatusEmoji, p.StatusExpires = "", "", 0 })
		}
	}
}

// dndOf says when the person is not to be disturbed next; without a schedule both times are 1.
func dndOf(p *person) object {
	if p.DNDEnd == 0 {
		return object{"dnd_enabled": false, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}
	}
	return object{"dnd_enabled": true, "next_dnd_start_ts": p.DNDStart, "next_dnd_end_ts": p.DNDEnd}
}

// userObject is the person as the app a may see them.
func (s *Sim) userObject(p *person, a *app, withLocale bool) object {
	zone, offset := s.zoneOf(p)
	u := object{
		"id": p.ID, "team_id": or(p.Team, s.team.id), "name": p.Handle, "deleted": p.Deactivated, "real_name": p.RealName,
		"tz": p.TZ, "tz_label": zone, "tz_offset": offset, "profile": s.profileOf(p, a), "is_admin": false, "is_owner": false,
		"is_primary_owner": false, "is_email_confirmed": p.Email != "", "who_can_share_contact_card": "EVERYONE",
		"is_restricted": p.Guest, "is_ultra_restricted": false, "is_bot": p.Bot, "is_app_user": false, "updated": s.now().Unix(),
	}
	if p.Team != "" {
		u["is_stranger"] = true
	}
	if withLocale {
		u["locale"] = p.Locale
	}
	return u
}

// profileOf is the profile in a user object; the address needs a scope of its own.
func (s *Sim) profileOf(p *person, a *app) object {
	huddle := "default_unset"
	if p.Huddle {
		huddle = "in_a_huddle"
	}
	profile := object{
		"display_name": p.DisplayName, "display_name_normalized": p.DisplayName, "real_name": p.RealName,
		"real_name_normalized": p.RealName, "title": p.Title, "status_text": p.StatusText, "status_emoji": p.StatusEmoji,
		"status_expiration": p.StatusExpires, "huddle_state": huddle, "team": or(p.Team, s.team.id),
		"status_text_canonical": "", "status_emoji_display_info": []object{}, "phone": "", "skype": "", "huddle_state_expiration_ts": 0,
	}
	profile["first_name"], profile["last_name"] = p.RealName, ""
	if space := strings.LastIndexByte(p.RealName, ' '); space > 0 {
		profile["first_name"], profile["last_name"] = p.RealName[:space], p.RealName[space+1:]
	}
	if a.has("users:read.email") && p.Email != "" {
		profile["email"] = p.Email
	}
	if p.app != nil {
		profile["api_app_id"], profile["bot_id"] = p.app.ID, p.app.BotID
	}
	return profile
}

func (s *Sim) zoneOf(p *person) (name string, offset int) {
	where, err := time.LoadLocation(p.TZ)
	if err != nil {
		where = time.UTC
	}
	return s.now().In(where).Zone()
}

// knows says whether an app can see a person: strangers from other workspaces only through a channel that both are in.
func (s *Sim) knows(a *app, p *person) bool {
	if p.Team == "" {
		return true
	}
	for _, c := range s.channels {
		if c.has(p.ID) && c.has(a.BotUserID) {
			return true
		}
	}
	return false
}
