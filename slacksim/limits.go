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
	// Tiers switches on the calls per minute that Slack allows each method.
	Tiers bool
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

// limit takes a token for the call or refuses it; s.mu is held.
func (s *Sim) limit(c *call, m method) error {
	if s.cfg.Limits.PostsBurst > 0 && c.method == "chat.postMessage" {
		where := c.args.text("channel")
		if in := s.channel(where); in != nil {
			where = in.id // a name and an id are the same place
		}
		key := "post " + c.app.ID + " " + where
		return s.take(key, float64(s.cfg.Limits.PostsBurst), 1)
	}
	if s.cfg.Limits.Tiers && m.tier > 0 {
		return s.take(c.method+" "+c.app.ID, float64(m.tier), float64(m.tier)/60)
	}
	return nil
}

// take fills the bucket for the time that passed (rate in tokens a second) and takes one out.
func (s *Sim) take(key string, size, rate float64) error {
	now := s.cfg.Now()
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
