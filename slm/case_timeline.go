package slm

import "time"

// A Stretch is a part of a case's life in which its clock did one thing.
type Stretch struct {
	Period
	What StretchKind
	Open time.Duration // that counted; 0 unless Counts
}

// A StretchKind says why time counts, or why it does not.
type StretchKind string

// The kinds of stretches.
const (
	Counts  StretchKind = "counts"  // the clock ran in open time
	Closed  StretchKind = "closed"  // the clock ran, and the calendar is closed
	OnHold  StretchKind = "on hold" // paused: it does not matter whether the calendar is open
	AllDone StretchKind = "done"    // between stop and reopen
)

// Timeline tells the life of a case from its start to now or to its end,
// without gaps: in which parts its clock counted, in which it did not, and
// why. What counted adds up to what JudgeCase says is used.
func Timeline(calendar *Calendar, events []CaseEvent, now time.Time) []Stretch {
	var all []Stretch
	counted, state, since := Counted(events, now)
	if state == Waiting {
		return nil
	}
	end := since
	if state == Running || state == Paused {
		end = now
	}
	at := firstStart(events)
	for _, ran := range append(counted, Period{end, end}) {
		all = appendIdle(all, Period{at, ran.From}, events)
		all = appendRan(all, calendar, ran)
		at = ran.To
	}
	return all
}

// appendRan adds a time in which the clock ran, cut where the calendar opens
// and closes.
func appendRan(all []Stretch, calendar *Calendar, ran Period) []Stretch {
	at := ran.From
	for open := range calendar.Spans(ran.From, ran.To) {
		all = join(all, Stretch{Period{at, open.From}, Closed, 0})
		all = join(all, Stretch{open, Counts, open.To.Sub(open.From)})
		at = open.To
	}
	return join(all, Stretch{Period{at, ran.To}, Closed, 0})
}

// appendIdle adds a time in which the clock did not run: on hold until the
// case was stopped, done from then on.
func appendIdle(all []Stretch, idle Period, events []CaseEvent) []Stretch {
	done := idle.To
	for _, e := range events {
		if e.What == Stop && idle.Contains(e.At) && e.At.Before(done) {
			done = e.At
		}
	}
	all = join(all, Stretch{Period{idle.From, done}, OnHold, 0})
	return join(all, Stretch{Period{done, idle.To}, AllDone, 0})
}

// join adds a stretch, to the one before if that is of the same kind and they
// touch: a calendar that is always open has no border at midnight.
func join(all []Stretch, s Stretch) []Stretch {
	if !s.From.Before(s.To) {
		return all
	}
	if n := len(all); n > 0 && all[n-1].What == s.What && all[n-1].To.Equal(s.From) {
		all[n-1].To, all[n-1].Open = s.To, all[n-1].Open+s.Open
		return all
	}
	return append(all, s)
}
