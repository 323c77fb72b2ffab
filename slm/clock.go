package slm

import (
	"cmp"
	"slices"
	"time"
)

// A Happening is what an event does to the clock of a case.
type Happening string

// The happenings, in the order in which events of the same moment count; see
// Counted for those that undo each other.
const (
	Start  Happening = "start"  // begins to count; only the first does
	Resume Happening = "resume" // ends a pause
	Pause  Happening = "pause"  // stops counting until resume; before start it holds from start on
	Stop   Happening = "stop"   // the case is done
	Reopen Happening = "reopen" // counts on after stop; what lies between does not count
	Cancel Happening = "cancel" // the promise is void, for good
)

// Happenings are all of them, in order.
var Happenings = []Happening{Start, Resume, Pause, Stop, Reopen, Cancel}

// A CaseEvent is something that happened to a case.
type CaseEvent struct {
	At   time.Time
	What Happening
}

// A ClockState says whether a case's clock runs.
type ClockState string

// The states of a clock.
const (
	Waiting   ClockState = "waiting" // not started yet
	Running   ClockState = "running"
	Paused    ClockState = "paused"
	Stopped   ClockState = "stopped"
	Cancelled ClockState = "cancelled"
)

// Counted gives the time in which the clock of a case runs, its state at now,
// and since when it has that state (zero while it waits). Events may come in
// any order and more than once; those after now have not happened yet. What
// changes nothing (a pause in a pause, anything but reopen and cancel after
// stop, a stop before the start) is passed over.
//
// At one moment everything happens once, and first what can: so a pause and a
// resume at the same moment undo each other, whether the clock ran or stood.
func Counted(events []CaseEvent, now time.Time) (counted []Period, state ClockState, since time.Time) {
	events = slices.SortedStableFunc(slices.Values(events), func(a, b CaseEvent) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(slices.Index(Happenings, a.What), slices.Index(Happenings, b.What)))
	})
	state, paused := Waiting, false
	for len(events) > 0 && !events[0].At.After(now) {
		at, n := events[0].At, 1
		for n < len(events) && events[n].At.Equal(at) {
			n++
		}
		was := state
		var moved bool
		state, paused, moved = was.afterAll(events[:n], paused)
		events = events[n:]
		if !moved {
			continue
		}
		if was == Running && since.Before(at) {
			counted = append(counted, Period{since, at})
		}
		since = at
	}
	if state == Running && since.Before(now) {
		counted = append(counted, Period{since, now})
	}
	return counted, state, since
}

// afterAll gives the state that follows on the events of one moment, which
// stand in the order of Happenings, and whether there was another in between:
// what is reopened and stopped at one moment is done since then.
func (s ClockState) afterAll(events []CaseEvent, paused bool) (state ClockState, held, moved bool) {
	left := make([]Happening, len(events))
	for i, e := range events {
		left[i] = e.What
	}
	left = slices.Compact(left)
	for i := 0; i < len(left); i++ {
		next, nextHeld := s.after(left[i], paused)
		if next == s && nextHeld == paused {
			continue
		}
		moved = moved || next != s
		s, paused = next, nextHeld
		left = slices.Delete(left, i, i+1)
		i = -1 // what changed nothing before may do so now
	}
	return s, paused, moved
}

// after gives the state that follows on what happened. A pause is remembered
// while the clock waits for its start.
func (s ClockState) after(what Happening, paused bool) (ClockState, bool) {
	switch {
	case s == Cancelled || what == Cancel:
		return Cancelled, false
	case what == Start && s == Waiting && paused:
		return Paused, false
	case what == Start && s == Waiting, what == Resume && s == Paused, what == Reopen && s == Stopped:
		return Running, false
	case what == Pause && s == Running:
		return Paused, false
	case what == Pause && s == Waiting:
		return Waiting, true
	case what == Resume && s == Waiting:
		return Waiting, false
	case what == Stop && (s == Running || s == Paused):
		return Stopped, false
	}
	return s, paused
}
