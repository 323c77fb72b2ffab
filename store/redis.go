package store

import (
	"context"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
)

// What Redis holds may be lost at any time: rate slots (then each copy counts
// for itself), events seen (then Postgres is asked), languages of people (then
// Slack is asked).

// reserve gives the next free slot of a key: the moment when the one after it
// is free is kept in microseconds of Redis' own clock, since the clocks of the
// copies differ. It returns how long to wait for the slot; if that is more than
// ARGV[2] the slot is not taken.
var reserve = redis.NewScript(`
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local at = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now)
if at - now <= tonumber(ARGV[2]) then
	redis.call('SET', KEYS[1], string.format('%.0f', at + ARGV[1]), 'PX', math.ceil((at + ARGV[1] - now) / 1000) + 1000)
end
return string.format('%.0f', at - now)
`)

// Slot reserves the next moment at which something may be sent under the key,
// when moments are at least interval apart, and gives how long to wait for it.
// If that is longer than patience, nothing is reserved and ok is false. All
// copies share the slots; while Redis is away each has its own.
func (s *Store) Slot(ctx context.Context, key string, interval, patience time.Duration) (wait time.Duration, ok bool) {
	micros, err := reserve.Run(ctx, s.redis, []string{s.space + "slot:{" + key + "}"},
		interval.Microseconds(), patience.Microseconds()).Int64()
	if err != nil {
		return s.slots.reserve(key, interval, patience, time.Now())
	}
	wait = time.Duration(micros) * time.Microsecond
	return wait, wait <= patience
}

// localSlots is the same for one copy alone.
type localSlots struct {
	mu   sync.Mutex
	next map[string]time.Time
}

func (l *localSlots) reserve(key string, interval, patience time.Duration, now time.Time) (time.Duration, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.next == nil || len(l.next) > 10_000 {
		l.next = map[string]time.Time{} // forgetting a slot only risks a refusal by Slack, which is handled
	}
	at := l.next[key]
	if at.Before(now) {
		at = now
	}
	if at.Sub(now) > patience {
		return at.Sub(now), false
	}
	l.next[key] = at.Add(interval)
	return at.Sub(now), true
}

// seen reports whether Redis remembers the event. It may have forgotten.
func (s *Store) seen(ctx context.Context, id string) bool {
	n, err := s.redis.Exists(ctx, s.space+"event:"+id).Result()
	return err == nil && n > 0
}

// remember lets repeats of an event that is kept in Postgres be dropped early.
func (s *Store) remember(ctx context.Context, id string) {
	s.redis.Set(ctx, s.space+"event:"+id, "", time.Hour) // a failure costs a look into Postgres
}

// Cached gives a text kept under the key, or "".
func (s *Store) Cached(ctx context.Context, key string) string {
	return s.redis.Get(ctx, s.space+"cache:"+key).Val()
}

// Cache keeps a text under the key for a while, or for less.
func (s *Store) Cache(ctx context.Context, key, text string, keep time.Duration) {
	s.redis.Set(ctx, s.space+"cache:"+key, text, keep) // a failure costs asking again
}
