package slacksim

import (
	"strconv"
	"unicode/utf8"
)

// dndTeamMost is how many people dnd.teamInfo takes at once.
const dndTeamMost = 50

func (c *call) dndInfo() (object, error) {
	if c.args.text("user") == "" {
		return dndOf(c.app.bot), nil
	}
	p, err := c.user()
	if err != nil {
		return nil, err
	}
	return dndOf(p), nil
}

func (c *call) dndTeamInfo() (object, error) {
	ids := split(c.args.text("users"))
	switch {
	case len(ids) == 0:
		return nil, fail("invalid_arguments", "[ERROR] missing required field: users")
	case len(ids) > dndTeamMost:
		return nil, fail("too_many_users")
	}
	users := object{}
	for _, id := range ids {
		if p := c.person(id); p != nil && p.ID == id {
			users[id] = dndOf(p)
		}
	}
	return object{"users": users}, nil
}

func (c *call) getProfile() (object, error) {
	p := c.app.bot
	if c.args.text("user") != "" {
		var err error
		if p, err = c.user(); err != nil {
			return nil, err
		}
	}
	profile := c.profileOf(p, c.app)
	profile["fields"] = object{}
	return object{"profile": profile}, nil
}

// statusMost is how long a status may be, in characters.
const statusMost = 100

// setProfile changes the profile of the person whose token it is: one field, or an object of them.
func (c *call) setProfile() (object, error) {
	changes := object{}
	if _, err := c.args.decode("profile", &changes); err != nil {
		return nil, fail("invalid_profile")
	}
	if name := c.args.text("name"); name != "" {
		changes[name] = c.args.text("value")
	}
	if len(changes) == 0 {
		return nil, fail("invalid_profile")
	}
	next := c.acting.Person
	for name, v := range changes {
		if err := setField(&next, name, v); err != nil {
			return nil, err
		}
	}
	c.changePerson(c.acting, func(p *Person) { *p = next })
	return object{"profile": c.profileOf(c.acting, c.app), "username": c.acting.Handle}, nil
}

func setField(p *Person, name string, v any) error {
	words := text(v)
	switch name {
	case "status_text":
		if utf8.RuneCountInString(words) > statusMost {
			return fail("too_long")
		}
		p.StatusText = words
	case "status_emoji":
		p.StatusEmoji = words
	case "status_expiration":
		if n, isNumber := v.(float64); isNumber {
			words = strconv.FormatInt(int64(n), 10)
		}
		p.StatusExpires, _ = strconv.ParseInt(words, 10, 64)
	case "display_name":
		p.DisplayName = words
	case "real_name":
		p.RealName = words
	case "title":
		p.Title = words
	default:
		return fail("invalid_profile")
	}
	return nil
}

func (c *call) listEmoji() (object, error) {
	return object{"emoji": c.emoji, "cache_ts": stamp(c.now().UnixMicro())}, nil
}

// eventAuthorizations says for which installation an event was: there is one for each app here.
func (c *call) eventAuthorizations() (object, error) {
	if c.args.text("event_context") != "4-"+c.app.ID {
		return nil, fail("invalid_event_context")
	}
	return object{"authorizations": c.authorizations(c.app), "response_metadata": object{"next_cursor": ""}}, nil
}

func (s *Sim) authorizations(a *app) []object {
	return []object{{
		"enterprise_id": nil, "team_id": s.team.id, "user_id": a.BotUserID, "is_bot": true, "is_enterprise_install": false,
	}}
}

// validateMost bounds what blocks.validate takes, in characters.
const validateMost = 100_000

// validateBlocks answers what is wrong with exactly one of blocks, message and view; it needs no token.
func (c *call) validateBlocks() (object, error) {
	var given []string
	for _, name := range []string{"blocks", "message", "view"} {
		if c.args.text(name) != "" {
			given = append(given, name)
		}
	}
	if len(given) != 1 || utf8.RuneCountInString(c.args.text(given[0])) > validateMost {
		return nil, fail("invalid_arguments", "[ERROR] exactly one of blocks, message and view is needed")
	}
	code, problems := Validate(given[0], []byte(c.args.text(given[0])))
	if code != "" {
		return nil, &apiError{code: code, problems: problems, constraint: true}
	}
	return object{}, nil
}

// presentDetails takes the details of a work object that a person looks at.
func (c *call) presentDetails() (object, error) {
	var meta object
	given, err := c.args.decode("metadata", &meta)
	asks := c.args.flag("user_auth_required")
	switch {
	case c.args.text("trigger_id") == "":
		return nil, fail("missing_trigger_id")
	case err != nil || !given && !asks && c.args.text("error") == "":
		return nil, fail("invalid_arguments", "[ERROR] must provide an object [json-pointer:/metadata]")
	case given && (text(meta["entity_type"]) == "" || meta["entity_payload"] == nil):
		return nil, fail("invalid_metadata_schema")
	}
	_, err = c.exchange(c.app, c.args.text("trigger_id"))
	return object{}, err
}

// revokeToken makes the app's own token useless, which auth.revoke is for.
func (c *call) revokeToken() (object, error) {
	if c.args.flag("test") {
		return object{"revoked": false}, nil
	}
	c.revoke(c.app)
	return object{"revoked": true}, nil
}

// uninstallSelf takes the app out of the workspace; client id and secret prove that it is meant.
func (c *call) uninstallSelf() (object, error) {
	switch {
	case c.args.text("client_id") != c.app.ClientID:
		return nil, fail("invalid_client_id")
	case c.args.text("client_secret") != c.app.ClientSecret:
		return nil, fail("bad_client_secret")
	}
	c.uninstall(c.app)
	return object{}, nil
}

func (c *call) listTeams() (object, error) {
	return object{"teams": []object{{"id": c.team.id, "name": c.team.name}}, "response_metadata": object{"next_cursor": ""}}, nil
}

// apiTest gives back what it gets, and fails when asked to.
func (c *call) apiTest() (object, error) {
	if code := c.args.text("error"); code != "" {
		return nil, fail(code)
	}
	return object{"args": object(c.args)}, nil
}
