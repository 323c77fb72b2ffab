package slacksim

import (
	"crypto/rand"
	"slices"
	"strings"
)

func (c *call) authTest() (object, error) {
	return object{
		"url": "https://" + c.team.domain + ".slack.com/", "team": c.team.name, "team_id": c.team.id,
		"user": c.app.BotHandle, "user_id": c.app.BotUserID, "bot_id": c.app.BotID, "is_enterprise_install": false,
	}, nil
}

func (c *call) connectionsOpen() (object, error) {
	if c.app.off {
		return nil, fail("forbidden_team") // Slack names no error for Socket Mode that is switched off
	}
	ticket := strings.ToLower(rand.Text())
	c.tickets[ticket] = c.app
	address := "ws" + strings.TrimPrefix(c.base, "http") + "/link/?ticket=" + ticket + "&app_id=" + c.app.ID
	return object{"url": address}, nil
}

func (c *call) botsInfo() (object, error) {
	for _, a := range c.apps {
		if id := c.args.text("bot"); a.BotID == id || id == "" && a == c.app {
			return object{"bot": object{
				"id": a.BotID, "app_id": a.ID, "user_id": a.BotUserID, "name": a.Name, "deleted": false,
				"updated": 0, "icons": object{},
			}}, nil
		}
	}
	return nil, fail("bot_not_found")
}

func (c *call) teamInfo() (object, error) {
	return object{"team": object{
		"id": c.team.id, "name": c.team.name, "domain": c.team.domain, "url": "https://" + c.team.domain + ".slack.com/",
		"email_domain": "", "icon": object{}, "is_verified": false,
	}}, nil
}

func (c *call) userInfo() (object, error) {
	p, err := c.user()
	if err != nil {
		return nil, err
	}
	return object{"user": c.userObject(p, c.app, c.args.flag("include_locale"))}, nil
}

func (c *call) user() (*person, error) {
	id := c.args.text("user")
	p := c.person(id)
	switch {
	case p == nil || p.ID != id:
		return nil, fail("user_not_found")
	case !c.knows(c.app, p):
		return nil, fail("user_not_visible")
	}
	return p, nil
}

func (c *call) listUsers() (object, error) {
	known := slices.DeleteFunc(slices.Clone(c.people), func(p *person) bool { return !c.knows(c.app, p) })
	part, next, err := page(c.args, known, 1000, 1000)
	if err != nil {
		return nil, err
	}
	members := make([]object, 0, len(part))
	for _, p := range part {
		members = append(members, c.userObject(p, c.app, c.args.flag("include_locale")))
	}
	return object{
		"members": members, "cache_ts": c.now().Unix(), "response_metadata": object{"next_cursor": next},
	}, nil
}

func (c *call) lookupByEmail() (object, error) {
	email := c.args.text("email")
	for _, p := range c.people {
		if email != "" && strings.EqualFold(p.Email, email) && !p.Deactivated {
			return object{"user": c.userObject(p, c.app, false)}, nil
		}
	}
	return nil, fail("users_not_found")
}

func (c *call) presence() (object, error) {
	p, err := c.user()
	if err != nil {
		return nil, err
	}
	return object{"presence": p.Presence}, nil
}
