package slm

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// A Period is the time [From, To).
type Period struct{ From, To time.Time }

// MonthOf gives the calendar month in zone that contains the time.
func MonthOf(t time.Time, zone *time.Location) Period {
	y, m, _ := t.In(zone).Date()
	return Period{firstOf(y, m, zone), firstOf(y, m+1, zone)}
}

// firstOf gives the first moment of a month. Where clocks go forward at its
// midnight, which is then left out, that is the moment when they do.
func firstOf(y int, m time.Month, zone *time.Location) time.Time {
	t := time.Date(y, m, 1, 0, 0, 0, 0, zone)
	if t.Day() != 1 {
		_, t = t.ZoneBounds()
	}
	return t
}

// Contains reports whether the time lies in the period.
func (p Period) Contains(t time.Time) bool { return !t.Before(p.From) && t.Before(p.To) }

// A Measurement says how many of Total events (or seconds) in [From, To) were
// good. Source and Key together make it count once.
type Measurement struct {
	Source    string
	Key       string
	Agreement string
	Target    string // key of the target in the agreement
	From, To  time.Time
	Good      int64
	Total     int64
}

// skew is how far ahead of ours the clock of a source may run.
const skew = 5 * time.Minute

// Check refuses, as Invalid, what cannot have been measured or cannot be kept:
// no key or one with a NUL, a span that ends before it starts or lies in the
// future, more than 31 days, counts below zero, more good than total.
func (m Measurement) Check(now time.Time) error {
	switch {
	case m.Key == "" || utf8.RuneCountInString(m.Key) > 200 || strings.ContainsRune(m.Key, 0): // Postgres keeps no NUL
		return Refuse(Invalid, "measurement.key")
	case m.From.IsZero() || m.To.IsZero() || !m.From.Before(m.To):
		return Refuse(Invalid, "measurement.span")
	case m.To.Sub(m.From) > 31*24*time.Hour:
		return Refuse(Invalid, "measurement.long")
	case m.To.After(now.Add(skew)):
		return Refuse(Invalid, "measurement.future", "to", m.To.UTC().Format(time.RFC3339))
	case m.Good < 0 || m.Total < 0 || m.Good > m.Total:
		return Refuse(Invalid, "measurement.counts",
			"good", strconv.FormatInt(m.Good, 10), "total", strconv.FormatInt(m.Total, 10))
	case m.Total > 1e12: // so that nine million of them add up
		return Refuse(Invalid, "measurement.large")
	}
	return nil
}

// A Sum is what all measurements of one target in one period add up to.
type Sum struct {
	Count int64 // measurements
	Good  int64
	Total int64
}

// A Standing is how a promise stands.
type Standing string

// The standings. Nothing measured is Unknown, never Kept.
const (
	Kept     Standing = "kept"
	AtRisk   Standing = "at risk"
	Breached Standing = "breached"
	Unknown  Standing = "unknown"
)

// A Level is what was delivered, beside what was promised.
type Level struct {
	Sum
	Objective Share
	Attained  Share // rounded down, so that 100 % means all; 0 when Unknown
	Standing  Standing
}

// riskAt is the part of the allowed bad events, in hundredths, from which on a
// target counts as at risk.
const riskAt = 75

// Judge compares what was measured so far in a period with the objective, in
// whole numbers: the target is breached when the share of good events is below
// the objective, and at risk when three quarters of the bad events that the
// measured total allows are used up.
func Judge(objective Share, sum Sum) Level {
	l := Level{Sum: sum, Objective: objective, Standing: Unknown}
	if sum.Total <= 0 {
		return l
	}
	l.Attained = Share(mulDiv(sum.Good, int64(Whole), sum.Total))
	bad, allowed := sum.Total-sum.Good, int64(Whole-objective)
	switch {
	case less(sum.Total, allowed, bad, int64(Whole)):
		l.Standing = Breached
	case bad > 0 && !less(bad, int64(Whole)*100, sum.Total, allowed*riskAt):
		l.Standing = AtRisk
	default:
		l.Standing = Kept
	}
	return l
}

// less reports whether a*b < c*d, exactly. None may be negative.
func less(a, b, c, d int64) bool {
	hi1, lo1 := bits.Mul64(uint64(a), uint64(b))
	hi2, lo2 := bits.Mul64(uint64(c), uint64(d))
	return hi1 < hi2 || (hi1 == hi2 && lo1 < lo2)
}

// mulDiv gives a*b/c rounded down, exactly, for 0 <= a <= c and b, c > 0.
func mulDiv(a, b, c int64) int64 {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	q, _ := bits.Div64(hi, lo, uint64(c))
	return int64(q)
}

// Coverage gives the share of the period so far for which something was
// measured. Spans may overlap and come in any order.
func Coverage(p Period, spans []Period, now time.Time) Share {
	end := p.To
	if now.Before(end) {
		end = now
	}
	whole := end.Sub(p.From)
	if whole <= 0 {
		return 0
	}
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b Period) int { return cmp.Compare(a.From.UnixNano(), b.From.UnixNano()) })
	var covered time.Duration
	at := p.From
	for _, s := range spans {
		if s.From.Before(at) {
			s.From = at
		}
		if s.To.After(end) {
			s.To = end
		}
		if s.From.Before(s.To) {
			covered += s.To.Sub(s.From)
			at = s.To
		}
	}
	return Share(mulDiv(int64(covered), int64(Whole), int64(whole)))
}
