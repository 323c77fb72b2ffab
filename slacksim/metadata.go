package slacksim

import (
	"net/url"
	"slices"
	"strings"
)

// emitMetadata tells the apps that subscribed to a message's metadata; before is what it was, if it changed.
func (s *Sim) emitMetadata(name string, c *channel, m *message, before *Metadata) {
	now := m.Metadata
	if now == nil {
		now = before
	}
	if now == nil || now.EventType == "" {
		return
	}
	body := func(*app) object {
		o := object{
			"type": name, "channel_id": c.id, "message_ts": m.TS, "app_id": m.AppID, "bot_id": m.BotID, "user_id": m.User,
			"team_id": s.team.id, "event_ts": s.stampNow(), "metadata": now,
		}
		if before != nil && name != "message_metadata_posted" {
			o["previous_metadata"] = before
		}
		if name == "message_metadata_deleted" {
			o["deleted_ts"] = m.TS
			delete(o, "metadata")
		}
		return o
	}
	for _, a := range s.apps {
		wanted := slices.ContainsFunc(a.MetadataEvents, func(w MetadataEvent) bool {
			return w.EventType == now.EventType && (w.AppID == "" || w.AppID == m.AppID)
		})
		if wanted {
			s.emit(event{name: name, scope: "metadata.message:read", in: c, only: a, body: body})
		}
	}
}

// emitLinks tells the apps whose domains a person's message links to, so that they may unfurl.
func (s *Sim) emitLinks(c *channel, m *message) {
	for _, a := range s.apps {
		links := a.linksIn(m.Text)
		if len(links) == 0 || m.User == a.BotUserID {
			continue
		}
		s.emit(event{name: "link_shared", scope: "links:read", only: a, body: func(*app) object {
			o := object{
				"type": "link_shared", "channel": c.id, "user": m.User, "message_ts": m.TS, "links": links,
				"is_bot_user_member": c.has(a.BotUserID), "unfurl_id": "C" + m.TS, "source": "conversations_history",
				"event_ts": m.TS,
			}
			if m.ThreadTS != "" {
				o["thread_ts"] = m.ThreadTS
			}
			return o
		}})
	}
}

// linksIn finds the links of a text that lead to the app's domains.
func (a *app) linksIn(words string) []object {
	var found []object
	for _, link := range bareURL.FindAllString(words, -1) {
		link, _, _ = strings.Cut(strings.Trim(link, "<>"), "|")
		u, err := url.Parse(unescapeEntities.Replace(link))
		if err != nil || u.Hostname() == "" {
			continue
		}
		for _, domain := range a.UnfurlDomains {
			if u.Hostname() == domain || strings.HasSuffix(u.Hostname(), "."+domain) {
				found = append(found, object{"domain": domain, "url": u.String()})
				break
			}
		}
	}
	return found
}

var unescapeEntities = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">")

func (c *call) unfurl() (object, error) {
	var unfurls map[string]object
	given, err := c.args.decode("unfurls", &unfurls)
	switch {
	case err != nil:
		return nil, fail("invalid_unfurls_format")
	case !given:
		return c.unfurlOther()
	}
	in, m, err := c.unfurled()
	if err != nil {
		return nil, err
	}
	links := c.app.linksIn(m.Text)
	list := slices.Clone(m.Attachments)
	for address, content := range unfurls {
		if !slices.ContainsFunc(links, func(l object) bool { return l["url"] == address }) {
			return nil, fail("cannot_unfurl_url")
		}
		if problems := CheckBlocks(blocksIn(content["blocks"]), SurfaceMessage); len(problems) > 0 {
			c.violate(c.method, problems)
			return nil, fail("invalid_blocks", messagesOf(problems, "/unfurls")...)
		}
		list = append(list, object{
			"id": len(list) + 1, "from_url": address, "original_url": address, "app_unfurl_url": address, "is_app_unfurl": true,
			"app_id": c.app.ID, "bot_id": c.app.BotID, "fallback": "[no preview available]", "blocks": content["blocks"],
			"title": content["title"], "text": content["text"], "color": content["color"],
		})
	}
	before := m.stripped()
	m.Attachments = list
	c.note(Change{Kind: Marked, Channel: in.id, User: c.app.BotUserID, Message: &m.Message})
	c.emitChanged(in, "message_changed", object{"message": m.stripped(), "previous_message": before})
	return object{}, nil
}

// unfurlOther takes the call that only asks the person to log in to the app.
func (c *call) unfurlOther() (object, error) {
	if !c.args.flag("user_auth_required") && c.args.text("user_auth_message") == "" && c.args.text("user_auth_blocks") == "" {
		return nil, fail("missing_unfurls")
	}
	_, _, err := c.unfurled()
	return object{}, err
}

// unfurled finds the message whose link is to be unfurled: by channel and ts, or by unfurl_id and source.
func (c *call) unfurled() (*channel, *message, error) {
	id, source := c.args.text("unfurl_id"), c.args.text("source")
	if ts, ok := strings.CutPrefix(id, "C"); ok && source == "conversations_history" {
		for _, in := range c.channels {
			if m := in.find(ts); m != nil && len(c.app.linksIn(m.Text)) > 0 {
				return in, m, nil
			}
		}
		return nil, nil, fail("cannot_find_message")
	}
	in, m, err := c.findMessage("ts")
	if err != nil {
		return nil, nil, fail("cannot_find_message")
	}
	if len(c.app.linksIn(m.Text)) == 0 {
		return nil, nil, fail("cannot_unfurl_message")
	}
	return in, m, nil
}
