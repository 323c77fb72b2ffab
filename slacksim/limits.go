package slacksim

import (
	"math"
	"strconv"
	"time"
)

// Limits are the rate limits of the Web API. The zero value limits nothing.
type Limits struct {
	// PostsBurst switches on one chat.postMessage per second and channel; this many may come at once. 0 is off.
	PostsBurst int
	// PostsPerMinute bounds the posts of an app in all channels together. 0 is off; Slack publishes no number.
	PostsPerMinute int
	// Tiers switches on the calls per minute that Slack allows each method.
	Tiers bool
	// Factor makes all these limits wider (above 1) or tighter (below 1). 0 means 1.
	Factor float64
	// Unapproved gives an app one call a minute of conversations.history and .replies, and 15 messages from each, as
	// commercial apps outside Slack's marketplace have since 2025.
	Unapproved bool
	// EventsPerHour bounds the events of an app, who is told of it (app_rate_limited). 0 is off; Slack's is 30,000.
	EventsPerHour int
}

// bucket holds tokens that come back with time.
type bucket struct {
	tokens float64
	at     time.Time
}

// limitedError is the answer 429.
type limitedError struct{ after time.Duration }

func (e *limitedError) Error() string { return "too many calls, wait " + e.after.String() }

// retryAfter is in whole seconds, at least one.
func (e *limitedError) retryAfter() string {
	return strconv.Itoa(max(1, int(math.Ceil(e.after.Seconds()))))
}

// unapprovedMost is how many messages an unapproved app gets at once.
const unapprovedMost = 15

// limit takes a token for the call or refuses it; s.mu is held.
func (s *Sim) limit(c *call, m method) error {
	if c.app == nil {
		return nil
	}
	l := s.cfg.Limits
	wider := l.Factor
	if wider <= 0 {
		wider = 1
	}
	switch {
	case l.Unapproved && (c.method == "conversations.history" || c.method == "conversations.replies"):
		return s.take(c.method+" "+c.app.ID, 1, 1.0/60)
	case c.method == "chat.postMessage":
		return s.limitPost(c, wider)
	case l.Tiers && m.tier > 0:
		return s.take(c.method+" "+c.app.ID, max(1, float64(m.tier)*wider), float64(m.tier)*wider/60)
	}
	return nil
}

// limitPost counts a post in its channel and in the workspace.
func (s *Sim) limitPost(c *call, wider float64) error {
	l := s.cfg.Limits
	if l.PostsPerMinute > 0 {
		each := float64(l.PostsPerMinute) * wider
		if err := s.take("posts "+c.app.ID, each, each/60); err != nil {
			return err
		}
	}
	if l.PostsBurst <= 0 {
		return nil
	}
	where := c.args.text("channel")
	if in := s.channel(where); in != nil {
		where = in.id // a name and an id are the same place
	}
	return s.take("post "+c.app.ID+" "+where, float64(l.PostsBurst), wider)
}

// take fills the bucket for the time that passed (rate in tokens a second) and takes one out.
func (s *Sim) take(key string, size, rate float64) error {
	now := s.now()
	b := s.buckets[key]
	if b == nil {
		b = &bucket{tokens: size, at: now}
		s.buckets[key] = b
	}
	b.tokens = min(size, b.tokens+rate*max(0, now.Sub(b.at).Seconds()))
	b.at = now
	if b.tokens < 1 {
		return &limitedError{after: time.Duration((1 - b.tokens) / rate * float64(time.Second))}
	}
	b.tokens--
	return nil
}
