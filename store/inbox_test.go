package store

import (
	"encoding/json"
	"fmt"
	"sync"
	"testing"

	"steward/internal/devstack"
)

func event(id string) Event {
	return Event{ID: id, Payload: json.RawMessage(`{"text": "who?"}`), At: noon, Attempts: 1}
}

func put(t *testing.T, s *Store, id string) bool {
	t.Helper()
	fresh, err := s.PutEvent(t.Context(), event(id), lease)
	if err != nil {
		t.Fatal(err)
	}
	return fresh
}

// TestEventsAreTakenOnce: with Redis, without, and after it forgot.
func TestEventsAreTakenOnce(t *testing.T) {
	t.Parallel()
	s := opened(t)
	dead := openedAt(t, s.db.Config().ConnString(), "redis://127.0.0.1:1")
	if !put(t, s, "C1/1.1") || put(t, s, "C1/1.1") || put(t, dead, "C1/1.1") {
		t.Error("an event is fresh once")
	}
	s.redis.Del(t.Context(), s.space+"event:C1/1.1")
	if put(t, s, "C1/1.1") {
		t.Error("an event is fresh again after Redis forgot it")
	}
	if !put(t, dead, "C1/2.2") || put(t, s, "C1/2.2") {
		t.Error("an event is fresh once, also without Redis")
	}
}

func TestEventsAtOnceAreOne(t *testing.T) {
	t.Parallel()
	s := opened(t)
	var group sync.WaitGroup
	fresh := make([]bool, 8)
	for i := range fresh {
		group.Go(func() {
			var err error
			if fresh[i], err = s.PutEvent(t.Context(), event("C1/1.1"), lease); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	n := 0
	for _, f := range fresh {
		if f {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d of 8 answer it", n)
	}
}

func TestEventWhoseAnswererDied(t *testing.T) {
	t.Parallel()
	s := opened(t)
	ctx := t.Context()
	put(t, s, "C1/1.1")
	put(t, s, "C1/2.2")
	if err := s.EventDone(ctx, "C1/2.2", noon); err != nil {
		t.Fatal(err)
	}
	at := noon
	for attempt := 2; attempt <= 6; attempt++ {
		early, err := s.ClaimEvents(ctx, at.Add(lease-1), lease, 9)
		if err != nil || len(early) != 0 {
			t.Fatalf("claimed while another holds it: %v, %v", early, err)
		}
		at = at.Add(lease)
		events, err := s.ClaimEvents(ctx, at, lease, 9)
		if err != nil {
			t.Fatal(err)
		}
		if attempt == 6 { // five are enough
			if len(events) != 0 {
				t.Errorf("attempt %d: %+v", attempt, events)
			}
			break
		}
		if len(events) != 1 || events[0].ID != "C1/1.1" || events[0].Attempts != attempt || string(events[0].Payload) != `{"text": "who?"}` {
			t.Fatalf("attempt %d: %+v", attempt, events)
		}
	}
}

func TestTidyForgetsAnsweredEvents(t *testing.T) {
	t.Parallel()
	s := opened(t)
	ctx := t.Context()
	for i := range 3 {
		put(t, s, fmt.Sprint("C1/", i))
	}
	for i, done := range []int{0, 60} {
		if err := s.EventDone(ctx, fmt.Sprint("C1/", i), minutes(done)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.tidy(ctx, minutes(24*60+1)); err != nil {
		t.Fatal(err)
	}
	if n := number(t, s, `SELECT count(*) FROM inbox`); n != 2 {
		t.Errorf("%d events are left, want the one answered later and the one not answered", n)
	}
}

func TestCache(t *testing.T) {
	t.Parallel()
	_, redisURL := devstack.ForTest(t)
	url := devstack.Database(t, migrated)
	s, dead := openedAt(t, url, redisURL), openedAt(t, url, "redis://127.0.0.1:1")
	ctx := t.Context()
	s.Cache(ctx, "k", "v", lease)
	dead.Cache(ctx, "k", "v", lease)
	if got := s.Cached(ctx, "k"); got != "v" {
		t.Errorf("Cached = %q", got)
	}
	if got := dead.Cached(ctx, "k"); got != "" {
		t.Errorf("without Redis Cached = %q", got)
	}
	if err := s.PingRedis(ctx); err != nil {
		t.Error(err)
	}
	if err := dead.PingRedis(ctx); err == nil {
		t.Error("a Redis that is not there answers")
	}
}
