package slm

import (
	"slices"
	"time"
)

// A CaseTerms are what a clock of a case is judged by. Once it is decided
// whether the promise is kept, the clock keeps its terms: a calendar or a
// target that changes later changes nothing about it.
type CaseTerms struct {
	Within   Duration
	Calendar string // code
	Version  int    // of the calendar; 0 for Always
}

// A CaseClock is how one target stands for a case.
type CaseClock struct {
	Case
	Of      *Target
	Terms   CaseTerms
	Hours   *Calendar // in which it counts
	Started time.Time // zero before the start

	// Decided is when it was known whether the promise is kept: when the case
	// stopped in time, or when its time ran out. Zero while it is open, and
	// when the promise is void.
	Decided time.Time

	// Next is when the clock has to be looked at again because time alone
	// changes something; zero: never.
	Next time.Time
}

// Open reports whether the promise may still be kept or missed.
func (c CaseClock) Open() bool { return c.Decided.IsZero() && c.State != Cancelled }

// OwesEach reports whether every single case must keep the target. Of others a
// share of the cases must, and one that is late is no breach yet.
func (t *Target) OwesEach() bool { return t.Objective == Whole }

// A CaseFile is all that is known of a case.
type CaseFile struct {
	Agreement *Agreement
	Reports   []CaseReport // in any order
	// Kept are the terms of the clocks that were decided before, and their
	// calendars, by the id of the target.
	Kept map[int64]KeptTerms
}

// KeptTerms are the terms of a clock that is decided, with their calendar.
type KeptTerms struct {
	CaseTerms
	Hours *Calendar
}

// Clocks says how every clock of the case stands at now, in the order of the
// agreement's targets. See applies for which targets count. Of the targets
// that counted for a while and do not any more, only those are given that were
// missed while they did; all others are void.
func (f CaseFile) Clocks(d *Directory, now time.Time) ([]CaseClock, error) {
	reports := sortReports(f.Reports)
	var clocks []CaseClock
	for i := range f.Agreement.Targets {
		t := &f.Agreement.Targets[i]
		if t.Kind != ClockTarget {
			continue
		}
		until, ever, still := f.Agreement.counts(t, reports, now)
		if !ever {
			continue
		}
		c, err := f.clock(d, t, EventsFor(t.Clock, reports), until)
		if err != nil {
			return nil, err
		}
		if !still {
			if c.Standing != Breached {
				continue
			}
			c.State, c.Next = Cancelled, time.Time{}
		}
		clocks = append(clocks, c)
	}
	return clocks, nil
}

// clock judges one target: by the terms that were kept if by them it is still
// decided, or else by those of now.
func (f CaseFile) clock(d *Directory, t *Target, events []CaseEvent, now time.Time) (CaseClock, error) {
	if kept, ok := f.Kept[t.ID]; ok {
		c, err := judgeClock(kept.Hours, kept.CaseTerms, events, now)
		if err != nil || !c.Open() {
			c.Of = t
			return c, err
		}
	}
	hours, version, err := d.CalendarOf(f.Agreement, t)
	if err != nil {
		return CaseClock{}, err
	}
	c, err := judgeClock(hours, CaseTerms{t.Within, calendarCode(f.Agreement, t), version}, events, now)
	c.Of = t
	return c, err
}

// TermsOf gives the terms by which a target is judged now.
func (d *Directory) TermsOf(a *Agreement, t *Target) (CaseTerms, error) {
	_, version, err := d.CalendarOf(a, t)
	return CaseTerms{t.Within, calendarCode(a, t), version}, err
}

func calendarCode(a *Agreement, t *Target) string {
	for _, code := range []string{t.Calendar, a.Calendar} {
		if code != "" {
			return code
		}
	}
	return Always
}

func judgeClock(hours *Calendar, terms CaseTerms, events []CaseEvent, now time.Time) (CaseClock, error) {
	judged, err := JudgeCase(hours, terms.Within, events, now)
	if err != nil {
		return CaseClock{}, err
	}
	c := CaseClock{Case: judged, Terms: terms, Hours: hours}
	if c.State != Waiting {
		c.Started = firstStart(events)
	}
	switch {
	case c.Standing == Breached:
		c.Decided = c.Late
	case c.State == Stopped:
		c.Decided = c.Since
	}
	moments := []time.Time{}
	if c.State == Running {
		moments = append(moments, c.Late)
		for _, w := range c.Warns {
			moments = append(moments, w.At)
		}
	}
	for _, e := range events {
		moments = append(moments, e.At) // from a source whose clock is ahead
	}
	for _, at := range moments {
		if at.After(now) && (c.Next.IsZero() || at.Before(c.Next)) {
			c.Next = at
		}
	}
	return c, nil
}

// firstStart gives when a case started first: later starts are passed over.
func firstStart(events []CaseEvent) time.Time {
	var first time.Time
	for _, e := range events {
		if e.What == Start && (first.IsZero() || e.At.Before(first)) {
			first = e.At
		}
	}
	return first
}

// Warned gives the highest warn point that is reached, in hundredths; 0 for
// none.
func (c Case) Warned() int {
	reached := 0
	for _, percent := range warnPoints {
		if c.Used >= percentOf(c.Target, percent) {
			reached = percent
		}
	}
	return reached
}

// EventsFor gives what happened to the clocks with a name.
func EventsFor(clock string, reports []CaseReport) []CaseEvent {
	var events []CaseEvent
	for _, r := range reports {
		if r.What != "" && (r.Clock == "" || r.Clock == clock) {
			events = append(events, CaseEvent{r.At, r.What})
		}
	}
	return events
}

// HasClock reports whether a target of the agreement is a clock of the name.
func (a *Agreement) HasClock(name string) bool {
	return slices.ContainsFunc(a.Targets, func(t Target) bool { return t.Kind == ClockTarget && t.Clock == name })
}

// PriorityAt gives the priority of a case at a time: what the latest report
// until then says.
func PriorityAt(reports []CaseReport, at time.Time) string {
	priority := ""
	for _, r := range sortReports(reports) {
		if r.Priority != "" && !r.At.After(at) {
			priority = r.Priority
		}
	}
	return priority
}

// counts reports whether a target ever counted for a case, whether it still
// does, and until when it did: now, or the moment at which the case got a
// priority of which it does not. The reports are in order.
func (a *Agreement) counts(t *Target, reports []CaseReport, now time.Time) (until time.Time, ever, still bool) {
	still = a.applies(t, "")
	if len(reports) > 0 && reports[0].Priority != "" {
		still = false
	}
	ever = still
	for _, r := range reports {
		if r.Priority == "" || r.At.After(now) {
			continue
		}
		was := still
		still = a.applies(t, r.Priority)
		ever = ever || still
		if was && !still {
			until = r.At
		}
	}
	if still {
		until = now
	}
	return until, ever, still
}

// applies reports whether a clock target counts for cases of a priority. For
// each name of a clock the targets for just this priority count, and only
// where there is none those without a priority.
func (a *Agreement) applies(t *Target, priority string) bool {
	if t.Priority == priority {
		return true
	}
	return t.Priority == "" && !slices.ContainsFunc(a.Targets, func(other Target) bool {
		return other.Kind == ClockTarget && other.Clock == t.Clock && other.Priority == priority
	})
}
