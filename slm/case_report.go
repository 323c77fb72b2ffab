package slm

import "time"

// A CaseReport is one event of a case as a source tells it. Source and Key
// together make it count once.
type CaseReport struct {
	Source    string
	Key       string
	Agreement string
	Case      string // the source's name of the case, such as a ticket's number
	Clock     string // which clocks it is about; empty: all of the case
	Priority  string // of the case from now on; empty: as before
	What      Happening
	At        time.Time
}
