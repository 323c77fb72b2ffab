package slm

import "time"

// A Breach is the record that a target was missed in a period. It pins what
// it was judged by and is never edited; what happens next is added beside it.
type Breach struct {
	ID        int64
	Target    int64
	Agreement string
	TargetKey string
	Version   int // of the agreement
	Period    Period
	Objective Share
	Sum
	Attained Share
	Bound    Bound     // of a value target, and its
	Value    int64     // statistic: what was counted, in millionths
	Since    time.Time // the measurement that broke the promise begins here
	Source   string    // of that measurement
	Key      string    // of that measurement
	FoundAt  time.Time
	Case     int64  // that the promise was broken for; 0: the breach is of a period
	CaseRef  string // the source's name of the case
}

// A Follow is how far a breach has been brought to somebody. It ends when
// somebody answers for the breach.
type Follow struct {
	Breach int64
	Round  int        // how often the last rung was reminded
	NextAt *time.Time // when the next step is due; nil once answered
	By     int64      // who answered, 0 while nobody has
	At     *time.Time // when
}

// Open reports whether nobody has answered for the breach yet.
func (f Follow) Open() bool { return f.By == 0 }

// A Step is where a breach goes next.
type Step struct {
	Rung    Rung
	Round   int    // of reminding, 0 for somebody told for the first time
	Skipped []Rung // vacant rungs on the way there
	Nobody  bool   // the whole ladder is vacant: nobody can be told
}

// NextStep finds the next rung to tell: the highest one whose person was not
// told yet. When all were told, the last one is reminded, again and again: a
// breach is never dropped. The ladder is the one of now, so that a change of
// holders between two steps cannot send a breach to the wrong person.
func NextStep(ladder []Rung, told map[int64]bool, round int) Step {
	last := -1
	for i, r := range ladder {
		if !r.Vacant() && told[r.Person.ID] {
			last = i
		}
	}
	for i, r := range ladder {
		if r.Vacant() || told[r.Person.ID] {
			continue
		}
		step := Step{Rung: r, Round: round}
		for _, skipped := range ladder[min(last+1, i):i] {
			if skipped.Person == nil {
				step.Skipped = append(step.Skipped, skipped)
			}
		}
		return step
	}
	if last < 0 {
		return Step{Round: round, Skipped: ladder, Nobody: true}
	}
	return Step{Rung: ladder[last], Round: round + 1}
}

// Wait is how long to wait for an answer before the next step: the
// agreement's time, doubled with every reminder up to a day. A longer time
// that was agreed stays as it is.
func Wait(limit time.Duration, round int) time.Duration {
	const day = 24 * time.Hour
	for range round {
		if limit >= day {
			return limit
		}
		limit = min(2*limit, day)
	}
	return limit
}
