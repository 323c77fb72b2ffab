package commands

import (
	"context"

	"steward/slm"
	"steward/store"
)

// warned gives what a warning about a level is about, as it stands now; no
// agreement where the target is gone.
func (d *Desk) warned(ctx context.Context, p store.Ping, r Request) (*slm.Agreement, store.Reading, error) {
	for i := range r.Dir.Agreements {
		a := &r.Dir.Agreements[i]
		for _, t := range a.Targets {
			if t.ID == p.Target {
				reading, err := d.db.ReadingAt(ctx, a, t, p.OwedAt, r.At)
				return a, reading, err
			}
		}
	}
	return nil, store.Reading{}, nil
}

// drawLevelWarning shows that a level is close to a breach, and then what
// became of it.
func (d *Desk) drawLevelWarning(ctx context.Context, r Request, p store.Ping) (Reply, error) {
	v := r.voice()
	a, reading, err := d.warned(ctx, p, r)
	if err != nil {
		return Reply{}, err
	}
	if a == nil {
		return Reply{Text: v.say("warning.gone")}, nil
	}
	head := v.say("breach.head", "mark", standingMark(reading.Standing), "code", a.Code, "target", v.text(reading.Target.Name),
		"attained", reading.Attained, "objective", reading.Objective)
	if reading.Standing != slm.AtRisk {
		now := v.say("warning.now", "standing", v.say("standing."+string(reading.Standing)))
		return Reply{Text: head + "\n" + now, About: a.Code, Parts: []Part{{Body: head}, {Body: now}}}, nil
	}
	bad, allowed := reading.Total-reading.Good, slm.Allowed(reading.Objective, reading.Total)
	fields := []Markup{
		v.say("warning.bad", "bad", count(bad), "allowed", count(allowed)),
		v.say("breach.you", "role", v.role(p.Why.Role), "cover", v.asCover(p.Why)),
	}
	return Reply{Text: head, About: a.Code, Parts: []Part{{Body: head}, {Fields: fields}, {Body: v.say("warning.do")}}}, nil
}
