package slm

import "time"

// A Case is how the clock of one case stands at a moment.
type Case struct {
	State    ClockState
	Target   time.Duration // open time that was promised
	Used     time.Duration // open time while the clock ran
	Standing Standing
	Since    time.Time // it has this state since; zero before the start
	Counted  []Period  // when the clock ran, so far
	Warns    []Warn    // the warn points, in order; none unless started, none when cancelled

	// Due is when the target is used up, or was, given the pauses so far. It
	// is zero where nobody can say: before the start, in a pause in which some
	// of the target is left, after cancel, and beyond the open time of the
	// calendar.
	Due time.Time

	// Late is the first moment, to the microsecond, at which more than the
	// target is used, or was: what is due at closing is not late before the next
	// opening. It is zero where nobody can say.
	Late time.Time
}

// Left gives the open time that is left: less than none after a breach.
func (c Case) Left() time.Duration { return c.Target - c.Used }

// A Warn is the moment at which so many hundredths of the target are used up.
// The moment is zero where nobody can say it.
type Warn struct {
	Percent int
	At      time.Time
}

// warnPoints are the hundredths of a target at which people are told.
var warnPoints = []int{50, 75, 90}

// JudgeCase says how a case stands at now. The clock counts open time of the
// calendar while it runs (see Counted), so pauses belong to the case: with
// another target the same events give another due time from the same pauses.
//
// A case is breached when it has used more than the target; exactly the target
// is kept. It is at risk while it is not done and has used three quarters.
// Before the start and after cancel it is unknown: there is nothing to judge.
// A target must be more than nothing.
func JudgeCase(calendar *Calendar, target time.Duration, events []CaseEvent, now time.Time) (Case, error) {
	if target <= 0 {
		return Case{}, deny("clock.target", "target", target.String())
	}
	c := Case{Target: target, Standing: Unknown}
	c.Counted, c.State, c.Since = Counted(events, now)
	for _, p := range c.Counted {
		c.Used = plus(c.Used, 1, calendar.Between(p.From, p.To))
	}
	if c.State == Waiting || c.State == Cancelled {
		return c, nil
	}
	c.Standing = c.judge()
	c.Due = c.reaches(calendar, target, now)
	c.Late = c.reaches(calendar, plus(target, 1, time.Microsecond), now)
	for _, percent := range warnPoints {
		c.Warns = append(c.Warns, Warn{percent, c.reaches(calendar, percentOf(target, percent), now)})
	}
	return c, nil
}

// judge compares what is used with the target.
func (c Case) judge() Standing {
	switch {
	case c.Used > c.Target:
		return Breached
	case c.State != Stopped && c.Used >= percentOf(c.Target, riskAt):
		return AtRisk
	}
	return Kept
}

// percentOf gives so many hundredths of a duration, rounded up.
func percentOf(d time.Duration, percent int) time.Duration {
	whole, rest := d/100, d%100
	return whole*time.Duration(percent) + (rest*time.Duration(percent)+99)/100
}

// reaches gives the moment at which so much is used: looked up in what is
// counted, or else as if the clock ran on from now, or from the stop.
func (c Case) reaches(calendar *Calendar, used time.Duration, now time.Time) time.Time {
	from := now
	if c.State != Running {
		from = c.Since
	}
	found := c.State != Paused
	for _, p := range c.Counted {
		open := calendar.Between(p.From, p.To)
		if open >= used {
			from, found = p.From, true
			break
		}
		used -= open
	}
	if !found {
		return time.Time{}
	}
	at, err := calendar.Add(from, used)
	if err != nil {
		return time.Time{}
	}
	return at
}
