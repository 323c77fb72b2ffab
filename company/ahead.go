package company

import (
	"slices"
	"time"

	"steward/slm"
)

// lookedAhead is how many of the coming ends are looked at, soonest first.
const lookedAhead = 50

// ahead says what becomes vacant by an end that is new and still to come: of an
// assignment, or the last day of a holder.
func (w *worrier) ahead() {
	said := map[string]bool{}
	for _, g := range w.after.Gaps(w.now) {
		said[g.Key()] = true // which gaps says
	}
	for _, t := range w.ends() {
		for _, g := range w.before.Gaps(t) {
			said[g.Key()] = true // which is no news
		}
		for _, g := range w.after.Gaps(t) {
			if said[g.Key()] {
				continue
			}
			said[g.Key()] = true
			switch g.Kind {
			case slm.Vacancy:
				w.say("nobody is %s for the organisation from %s on", g.Role, w.day(t, w.after.Zone, 0))
			case slm.Departed:
				w.say("%s is %s%s but has left from %s on", w.email(w.after, g.Person), g.Role, at(g.Scope), w.day(t, w.after.Zone, 0))
			}
		}
	}
}

// ends gives the moments to come at which somebody leaves or an assignment
// ends who or which did not before.
func (w *worrier) ends() []time.Time {
	known := map[any]*time.Time{}
	for _, a := range w.before.Assignments {
		known[a.ID] = a.To
	}
	for _, p := range w.before.People {
		known[p.Email] = p.LeftAt
	}
	var all []time.Time
	add := func(end, old *time.Time) {
		if end != nil && end.After(w.now) && (old == nil || !old.Equal(*end)) {
			all = append(all, *end)
		}
	}
	for _, a := range w.after.Assignments {
		add(a.To, known[a.ID])
	}
	for _, p := range w.after.People {
		add(p.LeftAt, known[p.Email])
	}
	slices.SortFunc(all, time.Time.Compare)
	all = slices.CompactFunc(all, time.Time.Equal)
	return all[:min(len(all), lookedAhead)]
}
