package company

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"steward/slm"
)

// Worries gives reasons to look again before a change from one directory to
// the next is made, a sentence each: what is odd about what is new, and who
// could not be told of a breach any more. What was so before is no news.
func Worries(before, after *slm.Directory, now time.Time) []string {
	w := &worrier{before: before, after: after, now: now.Truncate(time.Microsecond)}
	w.agreements()
	w.assignments()
	w.covers()
	w.gaps()
	w.ahead()
	w.namesakes()
	return w.all
}

type worrier struct {
	before, after *slm.Directory
	now           time.Time
	all           []string
}

func (w *worrier) say(format string, args ...any) {
	w.all = append(w.all, fmt.Sprintf(format, args...))
}

func (w *worrier) agreements() {
	for i := range w.after.Agreements {
		a := &w.after.Agreements[i]
		old := w.before.Agreement(a.Code)
		end := a.EndsAt()
		over := end != nil && !end.After(w.now)
		if a.State.Holds() && over && (old == nil || old.To == nil || !old.To.Equal(*a.To)) {
			w.say("agreement %s is in force but ended on %s", a.Code, w.day(*a.To, a.Zone, -1))
		}
		if binds(a, w.now) {
			w.unheld(a, old)
		}
		if old != nil {
			w.lowered(a, old)
		}
	}
}

func binds(a *slm.Agreement, at time.Time) bool { return a.State.Holds() && a.HoldsAt(at) }

// unheld says which of the two roles that an agreement needs nobody holds for
// it at any scope.
func (w *worrier) unheld(a, old *slm.Agreement) {
	for _, role := range []slm.RoleKey{slm.ServiceLevelAdministrator, slm.ServiceLevelManager} {
		vacant := func(d *slm.Directory) bool {
			for _, rung := range d.Responsible(role, slm.Scope{Kind: slm.AgreementScope, Code: a.Code}, w.now) {
				if rung.Person != nil {
					return false
				}
			}
			return true
		}
		if vacant(w.after) && (old == nil || !binds(old, w.now) || !vacant(w.before)) {
			w.say("agreement %s is in force and has no %s: nobody for it, its services or the organisation", a.Code, role)
		}
	}
}

func (w *worrier) lowered(a, old *slm.Agreement) {
	for _, was := range old.Targets {
		i := slices.IndexFunc(a.Targets, func(t slm.Target) bool { return t.Key == was.Key })
		switch {
		case i < 0:
			w.say("agreement %s promises less: no %s, before %s", a.Code, was.Key, promised(&was))
		case a.Targets[i].Milder(was):
			w.say("agreement %s promises less: %s %s, before %s", a.Code, was.Key, promised(&a.Targets[i]), promised(&was))
		}
	}
}

// promised says in a few words what a target promises.
func promised(t *slm.Target) string {
	switch {
	case t.Kind == slm.ClockTarget:
		return "within " + slm.Shortly(t.Within) + ", " + percent(t.Objective)
	case t.Kind == slm.ValueTarget:
		return string(t.Bound.Sense) + " " + t.Bound.Number()
	case t.Bound.Sense != "":
		return percent(t.Objective) + " " + string(t.Bound.Sense) + " " + t.Bound.Number()
	}
	return percent(t.Objective)
}

func (w *worrier) assignments() {
	known := map[int64]*slm.Assignment{}
	for i := range w.before.Assignments {
		known[w.before.Assignments[i].ID] = &w.before.Assignments[i]
	}
	today := w.day(w.now, w.after.Zone, 0)
	for i := range w.after.Assignments {
		a := &w.after.Assignments[i]
		old := known[a.ID]
		if a.To == nil || !a.To.After(a.From) || old != nil && old.To != nil && old.To.Equal(*a.To) {
			continue
		}
		what := fmt.Sprintf("the assignment of %s as %s%s", w.email(w.after, a.Person), a.Role, at(a.Scope))
		switch last := w.day(*a.To, w.after.Zone, -1); {
		case a.To.Equal(w.now):
			w.say("%s ends now", what)
		case last == today:
			w.say("%s ends today", what)
		case a.To.Before(w.now) && old != nil:
			w.say("%s ended on %s: that changes who was responsible in the past", what, last)
		}
	}
}

func at(s slm.Scope) string {
	if s.Kind == slm.Organisation {
		return ""
	}
	return " for " + s.Code
}

func (w *worrier) covers() {
	known := map[int64]bool{}
	for _, c := range w.before.Covers {
		known[c.ID] = true
	}
	for i := range w.after.Covers {
		c := &w.after.Covers[i]
		if known[c.ID] {
			continue
		}
		what := fmt.Sprintf("the cover of %s from %s", w.email(w.after, c.Person), w.day(c.From, w.after.Zone, 0))
		if !c.To.After(w.now) {
			if len(w.before.People) > 0 {
				w.say("%s is over", what)
			}
			continue
		}
		by := w.after.Person(c.By)
		if by == nil {
			w.say("%s names nobody who stands in", what)
			continue
		}
		if by.LeftAt != nil && by.LeftAt.Before(c.To) {
			w.say("%s is by %s, who leaves before its end", what, by.Email)
		}
		for j := range w.after.Covers {
			if o := &w.after.Covers[j]; o.Person == c.By && o.From.Before(c.To) && c.From.Before(o.To) {
				w.say("%s is by %s, who is away then, too", what, by.Email)
				break
			}
		}
	}
}

// gaps says which gaps the change opens. Those who have no Slack account are
// one worry: before the first start nobody has one.
func (w *worrier) gaps() {
	known := map[string]bool{}
	for _, g := range w.before.Gaps(w.now) {
		known[g.Key()] = true
	}
	var silent []string
	for _, g := range w.after.Gaps(w.now) {
		email := w.email(w.after, g.Person)
		switch {
		case known[g.Key()]:
		case g.Kind == slm.Vacancy:
			w.say("nobody is %s for the organisation", g.Role)
		case g.Kind == slm.Departed:
			w.say("%s is %s%s but has left", email, g.Role, at(g.Scope))
		case g.Kind == slm.Uncovered:
			w.say("%s is %s%s but away, and nobody stands in", email, g.Role, at(g.Scope))
		case g.Kind == slm.Unreachable && !slices.Contains(silent, email):
			silent = append(silent, email)
		}
	}
	if n := len(silent); n > 0 {
		more := ""
		if n > 5 {
			more = fmt.Sprintf(" and %d more", n-5)
		}
		w.say("these hold a role and have no Slack account that is known yet: %s%s", strings.Join(silent[:min(n, 5)], ", "), more)
	}
}

func (w *worrier) email(d *slm.Directory, id int64) string {
	if p := d.Person(id); p != nil {
		return p.Email
	}
	return "somebody"
}

// day gives the day in the zone that is so many instants from a moment: the
// last one of a span ends before its end.
func (w *worrier) day(t time.Time, zone string, instants time.Duration) string {
	return t.Add(instants).In(locationOf(zone)).Format(time.DateOnly)
}
