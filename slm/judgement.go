package slm

import "time"

// A Judgement is how a target stood in a window, from a moment on. One is
// added whenever the standing changes, and none is edited.
type Judgement struct {
	Target    int64
	Period    Period
	At        time.Time
	Level            // Objective is that of Version
	Version   int    // of the agreement
	Cause     Cause  // what changed the standing
	Source    string // of the measurement that came, or
	Key       string
	Exclusion int64 // the exclusion that was approved or withdrawn

	Coverage *Share // WindowEnded: of the whole window, for which something was measured; nil for a clock
}

// A Cause is what made a target be judged.
type Cause string

// The causes.
const (
	Measured     Cause = "measured"      // something new was measured
	Corrected    Cause = "corrected"     // what was measured turned out to be otherwise
	Excluded     Cause = "excluded"      // an exclusion window was approved
	CountedAgain Cause = "counted again" // one was withdrawn
	TimePassed   Cause = "passed"        // a rolling window moved with time
	WindowEnded  Cause = "ended"         // a window of the calendar ended; written down in any case
	TermsChanged Cause = "changed"       // the agreement did
)

// Revises reports whether the cause changes what is known of the past, so that
// a breach may turn out to have been none.
func (c Cause) Revises() bool { return c == Corrected || c == Excluded || c == CountedAgain }
