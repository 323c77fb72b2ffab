package slacksim

import (
	"slices"
	"strconv"
	"time"
)

// Rules of scheduled messages.
const (
	scheduleDays   = 120 // how far ahead
	scheduleWindow = 300 // seconds, in which a channel takes
	schedulePerWin = 30  // this many
	scheduleLocked = 60  // seconds before it is due a message can not be taken back any more
)

// scheduled is a message that waits for its time.
type scheduled struct {
	id      string
	app     *app
	in      *channel
	draft   draft
	at      int64 // Unix seconds
	created int64
}

func (c *call) scheduleMessage() (object, error) {
	at, err := strconv.ParseInt(c.args.text("post_at"), 10, 64)
	if err != nil {
		return nil, fail("invalid_time")
	}
	in, err := c.target()
	if err != nil {
		return nil, err
	}
	now := c.now().Unix()
	near := 0
	for _, p := range c.planned {
		if p.in == in && max(p.at-at, at-p.at) < scheduleWindow {
			near++
		}
	}
	switch {
	case at <= now:
		return nil, fail("time_in_past")
	case at > now+scheduleDays*24*3600:
		return nil, fail("time_too_far")
	case near >= schedulePerWin:
		return nil, fail("restricted_too_many")
	}
	d, err := c.draft(SurfaceMessage)
	if err != nil {
		return nil, err
	}
	if err := c.intoThread(in, &d); err != nil {
		return nil, err
	}
	p := &scheduled{id: c.nextID("Q"), app: c.app, in: in, draft: d, at: at, created: now}
	c.planned = append(c.planned, p)
	slices.SortStableFunc(c.planned, func(a, b *scheduled) int { return int(a.at - b.at) })
	c.later(c.scaled(time.Duration(at-now)*time.Second), c.tick)
	return object{
		"channel": in.id, "scheduled_message_id": p.id, "post_at": at,
		"message": object{
			"type": "delayed_message", "text": d.text, "user": c.app.BotUserID, "bot_id": c.app.BotID, "app_id": c.app.ID,
			"team": c.team.id, "bot_profile": c.app.profile(c.team.id), "blocks": d.blocks,
		},
	}, nil
}

// postScheduled posts what is due; s.mu is held.
func (s *Sim) postScheduled() {
	now := s.now().Unix()
	for len(s.planned) > 0 && s.planned[0].at <= now {
		p := s.planned[0]
		s.planned = s.planned[1:]
		if p.in.archived || !p.in.has(p.app.BotUserID) && p.in.private {
			s.cfg.Log.Warn("scheduled message lost: the channel does not take it any more", "app", p.app.Name, "channel", p.in.id)
			continue
		}
		s.post(p.in, p.draft)
	}
}

func (c *call) deleteScheduled() (object, error) {
	in, err := c.findChannel("channel")
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(c.planned, func(p *scheduled) bool {
		return p.id == c.args.text("scheduled_message_id") && p.app == c.app && p.in == in
	})
	if i < 0 || c.planned[i].at < c.now().Unix()+scheduleLocked {
		return nil, fail("invalid_scheduled_message_id")
	}
	c.planned = slices.Delete(c.planned, i, i+1)
	return object{}, nil
}

func (c *call) listScheduled() (object, error) {
	if c.args.text("channel") != "" {
		if _, err := c.findChannel("channel"); err != nil {
			return nil, err
		}
	}
	in := c.channel(c.args.text("channel"))
	oldest, latest := c.args.number("oldest", 0), c.args.number("latest", 1<<40)
	var found []object
	for _, p := range c.planned {
		if p.app == c.app && (in == nil || in == p.in) && p.at >= int64(oldest) && p.at <= int64(latest) {
			found = append(found, object{
				"id": p.id, "channel_id": p.in.id, "post_at": p.at, "date_created": p.created, "text": p.draft.text,
			})
		}
	}
	part, next, err := page(c.args, found, 100, 100)
	if err != nil {
		return nil, err
	}
	return object{"scheduled_messages": part, "response_metadata": object{"next_cursor": next}}, nil
}
