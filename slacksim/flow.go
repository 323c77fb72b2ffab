package slacksim

import "time"

// flow counts the events of one app in the running hour.
type flow struct {
	began  time.Time
	count  int
	warned int64 // the last minute of which the app was told that it gets no more
}

// flooded says whether the app has had its events for this hour. It is told so once a minute; s.mu is held.
func (s *Sim) flooded(a *app) bool {
	most := s.cfg.Limits.EventsPerHour
	if most <= 0 {
		return false
	}
	now := s.now()
	f := &a.flow
	if now.Sub(f.began) >= time.Hour {
		*f = flow{began: now}
	}
	f.count++
	if f.count <= most {
		return false
	}
	if minute := now.Truncate(time.Minute).Unix(); minute != f.warned {
		f.warned = minute
		s.deliver(&delivery{app: a, payload: object{
			"token": "simulated", "type": "app_rate_limited", "team_id": s.team.id, "minute_rate_limited": minute, "api_app_id": a.ID,
		}})
	}
	return true
}
