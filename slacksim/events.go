package slacksim

import (
	"encoding/json"
	"regexp"
)

// event is something that happened, before it is known which apps hear of it.
type event struct {
	name  string   // the subscription: "app_mention", "message.channels" ...
	scope string   // what an app needs to hear of it
	in    *channel // the bot has to be a member, unless nil
	only  *app     // the one app concerned, or nil for all
	body  func(*app) object
}

// delivery is one event on its way to one app.
type delivery struct {
	app     *app
	payload object // the same for every attempt, so that event_id stays
	attempt int
	reason  string
}

// backlogKept bounds the events that wait for an app to connect.
const backlogKept = 1_000

// emit hands an event to every app that listens and may see it; s.mu is held.
func (s *Sim) emit(e event) {
	for _, a := range s.apps {
		if e.only != nil && e.only != a || e.in != nil && !e.in.has(a.BotUserID) || !a.hears(e.name, e.scope) {
			continue
		}
		if a.dead != "" || s.flooded(a) {
			continue
		}
		s.deliver(&delivery{app: a, payload: s.envelopeOf(a, e.in, e.body(a))})
	}
}

// envelopeOf wraps an inner event the way both transports carry it.
func (s *Sim) envelopeOf(a *app, in *channel, inner object) object {
	return object{
		"token": "simulated", "team_id": s.team.id, "context_team_id": s.team.id, "api_app_id": a.ID, "event": inner,
		"type": "event_callback", "event_id": s.nextID("Ev"), "event_time": s.now().Unix(),
		"authorizations":        s.authorizations(a),
		"is_ext_shared_channel": in != nil && in.shared, "event_context": "4-" + a.ID,
	}
}

// deliver makes one attempt, and later another when nobody acknowledges; s.mu is held.
func (s *Sim) deliver(d *delivery) {
	w := s.request(d.app, envelope{kind: "events_api", payload: d.payload, attempt: d.attempt, reason: d.reason})
	if w == nil {
		s.wait(d)
		return
	}
	s.begin()
	s.spawn(func() {
		_, err := w.wait(s.ctx, s.cfg.AckTimeout)
		s.mu.Lock()
		defer s.mu.Unlock()
		defer s.end()
		s.drop(d.app, w)
		if err == nil || s.ctx.Err() != nil {
			return
		}
		s.retryLater(d, w.reason(err), w.final)
	})
}

// retryLater sends the event again after the pause of the schedule, or gives it up.
func (s *Sim) retryLater(d *delivery, reason string, final bool) {
	schedule := s.cfg.RetryAfter
	if d.app.RequestURL != "" {
		schedule = s.cfg.HTTPRetryAfter
	}
	if final || d.attempt >= len(schedule) {
		s.cfg.Log.Warn("event lost: no more retries", "app", d.app.Name, "event", d.payload["event_id"])
		return
	}
	pause := s.scaled(schedule[d.attempt])
	d.attempt++
	d.reason = reason
	s.later(pause, func() { s.deliver(d) })
}

// wait keeps an event for the next connection, which gets it as a retry.
func (s *Sim) wait(d *delivery) {
	d.attempt, d.reason = max(d.attempt, 1), "timeout"
	d.app.backlog = append(d.app.backlog, d)
	if len(d.app.backlog) > backlogKept {
		s.cfg.Log.Warn("event lost: nobody connected for too long", "app", d.app.Name)
		d.app.backlog = d.app.backlog[1:]
	}
}

// flush delivers what waited for a connection; s.mu is held.
func (s *Sim) flush(a *app) {
	waiting := a.backlog
	a.backlog = nil
	for _, d := range waiting {
		s.deliver(d)
	}
}

var mention = regexp.MustCompile(`<@([UW][A-Z0-9]+)(\|[^>]*)?>`)

// emitMessage tells the apps in the channel of a new message, and the mentioned ones once more as app_mention.
func (s *Sim) emitMessage(c *channel, m *message) {
	body := func(kind string) func(*app) object {
		return func(a *app) object {
			o := asObject(m.stripped())
			o["type"], o["channel"], o["event_ts"] = kind, c.id, m.TS
			if kind == "message" {
				o["channel_type"] = c.kind()
			}
			if a.AgentView && c.im && a.looking[m.User] != nil {
				o["app_context"] = s.entities(a.looking[m.User])
			}
			if root := c.find(m.ThreadTS); m.Subtype == broadcast && root != nil {
				o["root"] = root.stripped()
			}
			return o
		}
	}
	s.emit(event{name: c.subscription(), scope: c.scope("history"), in: c, body: body("message")})
	if c.im {
		return
	}
	for _, found := range mention.FindAllStringSubmatch(m.Text, -1) {
		p := s.person(found[1])
		if p == nil || p.app == nil || p.ID == m.User {
			continue
		}
		in := c
		if !c.private {
			in = nil // a bot hears its name in public channels that it is not in
		}
		s.emit(event{name: "app_mention", scope: "app_mentions:read", in: in, only: p.app, body: body("app_mention")})
	}
}

// emitChanged tells of an edit or a deletion: a message event with a subtype and a time of its own.
func (s *Sim) emitChanged(c *channel, subtype string, more object) {
	at := c.nextTS(s.now())
	s.emit(event{name: c.subscription(), scope: c.scope("history"), in: c, body: func(*app) object {
		o := object{
			"type": "message", "subtype": subtype, "hidden": true, "channel": c.id, "channel_type": c.kind(),
			"ts": at, "event_ts": at,
		}
		for k, v := range more {
			o[k] = v
		}
		return o
	}})
}

// asObject turns a value into the JSON object it is sent as.
func asObject(v any) object {
	text, err := json.Marshal(v)
	if err != nil {
		return object{}
	}
	var o object
	if json.Unmarshal(text, &o) != nil {
		return object{}
	}
	return o
}
