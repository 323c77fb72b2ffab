package store

import (
	"testing"
	"time"

	"steward/internal/devstack"
)

// TestSlots: the moments are an interval apart, for all copies together, and
// one that is too far away is not taken.
func TestSlots(t *testing.T) {
	t.Parallel()
	_, redisURL := devstack.ForTest(t)
	url := devstack.Database(t, migrated)
	tests := []struct {
		name  string
		redis string
	}{
		{"with Redis", redisURL},
		{"without Redis", "redis://127.0.0.1:1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := openedAt(t, url, tt.redis)
			const interval, patience = time.Minute, 150 * time.Second
			for i := range 3 {
				wait, ok := s.Slot(t.Context(), "D1", interval, patience)
				if latest := time.Duration(i) * interval; !ok || wait > latest || wait < latest-interval/2 {
					t.Fatalf("slot %d is %s away, %v", i, wait, ok)
				}
			}
			for range 3 {
				if wait, ok := s.Slot(t.Context(), "D1", interval, patience); ok || wait > 3*interval || wait < 5*interval/2 {
					t.Errorf("beyond patience: a slot %s away, %v", wait, ok)
				}
			}
			if wait, ok := s.Slot(t.Context(), "D1", interval, time.Hour); !ok || wait > 3*interval {
				t.Errorf("what was not taken is free: %s away, %v", wait, ok)
			}
			if wait, ok := s.Slot(t.Context(), "D2", interval, 0); !ok || wait != 0 {
				t.Errorf("another channel: %s away, %v", wait, ok)
			}
		})
	}
}

func TestCopiesShareSlots(t *testing.T) {
	t.Parallel()
	_, redisURL := devstack.ForTest(t)
	url := devstack.Database(t, migrated)
	first, second := openedAt(t, url, redisURL), openedAt(t, url, redisURL)
	elsewhere := openedAt(t, devstack.Database(t, migrated), redisURL)
	if _, ok := first.Slot(t.Context(), "D1", time.Minute, 0); !ok {
		t.Fatal("the first slot is not free")
	}
	if _, ok := second.Slot(t.Context(), "D1", time.Minute, 0); ok {
		t.Error("another copy has slots of its own")
	}
	if _, ok := elsewhere.Slot(t.Context(), "D1", time.Minute, 0); !ok {
		t.Error("another installation shares the slots")
	}
}

func TestLocalSlotsForget(t *testing.T) {
	t.Parallel()
	l := localSlots{next: map[string]time.Time{}}
	for i := range 10_001 {
		l.next[string(rune(i))] = noon
	}
	if wait, ok := l.reserve("k", time.Minute, 0, noon); !ok || wait != 0 || len(l.next) != 1 {
		t.Errorf("reserve = %s, %v, %d remembered", wait, ok, len(l.next))
	}
	if wait, ok := l.reserve("k", time.Minute, 0, noon.Add(time.Minute)); !ok || wait != 0 {
		t.Errorf("an interval later: %s, %v", wait, ok)
	}
}
