package slacksim

import "time"

// now is the workspace's clock, with the skew that a fault may have put on it.
func (s *Sim) now() time.Time { return s.cfg.Now().Add(s.skew) }

// Now is the time in the workspace.
func (s *Sim) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now()
}

// stampNow is now as events carry it.
func (s *Sim) stampNow() string { return stamp(s.now().UnixMicro()) }

// scaled is a pause of the simulator's own, shortened by Config.Speed.
func (s *Sim) scaled(d time.Duration) time.Duration {
	return time.Duration(float64(d) / s.cfg.Speed)
}

// later runs work under the lock after a pause in real time, unless the workspace is closed before; s.mu is held.
func (s *Sim) later(pause time.Duration, work func()) {
	s.spawn(func() {
		t := time.NewTimer(pause)
		defer t.Stop()
		select {
		case <-t.C:
			s.mu.Lock()
			defer s.mu.Unlock()
			work()
		case <-s.ctx.Done():
		}
	})
}

// Tick does what has become due by the workspace's clock: scheduled messages are posted, statuses end, signs of
// thinking go out. With a clock that runs by itself it happens without Tick; who moves the clock calls it.
func (s *Sim) Tick() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tick()
}

func (s *Sim) tick() {
	s.expireStatuses()
	s.postScheduled()
	s.expireThinking()
}
