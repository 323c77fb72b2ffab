package slm

import "time"

// A TargetKind says what sort of promise a target is.
type TargetKind string

// The kinds of target.
const (
	LevelTarget TargetKind = "level" // a share of good events or seconds in a window of time
	ValueTarget TargetKind = "value" // a number that is compared with a bound, in a window of time
	ClockTarget TargetKind = "clock" // open time that a case may take
)

// A Target is one promise in an agreement.
type Target struct {
	ID        int64
	Agreement string
	Key       string // unique in the agreement, such as "availability"
	Name      Text
	Kind      TargetKind

	// Objective is the share of events, seconds or cases that have to be good.
	// A level with a Bound counts as good what is within it, so that "95 % of
	// calls within 300 ms" is a level. A value has the objective Whole.
	Objective Share
	Window    Window // what a level, a value or a share of cases is judged over

	Bound     Bound     // of a value; of a level that counts from histograms
	Statistic Statistic // of a value
	Clock     string    // of a clock: what stops it, such as "response" or "resolution"
	Within    Duration  // of a clock: open time
	Priority  string    // of a clock: cases of this priority only; empty: all
	Calendar  string    // code of the calendar of a clock; empty: that of the agreement
}

// A Duration is open time. It is a name of its own to tell it from time that
// merely passes.
type Duration = time.Duration

// A WindowUnit is what the windows of a target are made of.
type WindowUnit string

// The units of windows.
const (
	Month   WindowUnit = "month"   // of the calendar, in the agreement's zone
	Quarter WindowUnit = "quarter" // from January, April, July, October
	Year    WindowUnit = "year"
	Rolling WindowUnit = "days" // the last so many days, each time
)

// A Window is the time over which a target is judged. The empty one is a
// month.
type Window struct {
	Unit WindowUnit
	Days int // of a Rolling one, 1 to 366
}

// A Bound is what a number is compared with. The empty one is none.
type Bound struct {
	Sense Sense
	At    int64  // in millionths of the unit
	Unit  string // as people write it, such as "ms" or "points"
}

// A Sense says on which side of a bound a number is good.
type Sense string

// The senses.
const (
	AtMost  Sense = "at most"
	AtLeast Sense = "at least"
)

// Good reports whether a number, in millionths of the unit, is within.
func (b Bound) Good(value int64) bool {
	if b.Sense == AtLeast {
		return value >= b.At
	}
	return value <= b.At
}

// A Statistic is how the values of a window become one.
type Statistic string

// The statistics.
const (
	Mean    Statistic = "mean"    // of all values, each counting once
	Highest Statistic = "highest" // the largest
	Lowest  Statistic = "lowest"
	Latest  Statistic = "last" // whose span ends last
)

// Milder reports whether the target promises less than another of its kind: a
// smaller share, more time, or a bound that is easier to keep. Bounds in
// different units are not compared.
func (t Target) Milder(than Target) bool {
	if t.Objective < than.Objective || t.Kind == ClockTarget && t.Within > than.Within {
		return true
	}
	if t.Bound.Sense != than.Bound.Sense || t.Bound.Unit != than.Bound.Unit || t.Bound.At == than.Bound.At {
		return false
	}
	return t.Bound.Sense != "" && !than.Bound.Good(t.Bound.At)
}

// Complete gives the target with what may be left out filled in: a level, over
// a month.
func (t Target) Complete() Target {
	if t.Kind == "" {
		t.Kind = LevelTarget
	}
	if t.Window.Unit == "" {
		t.Window.Unit = Month
	}
	return t
}
