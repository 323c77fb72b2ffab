package slm

import (
	"math/bits"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

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

	Value    *int64   // in millionths of the target's unit, instead of Good and Total
	Buckets  []Bucket // a histogram of Total events, instead of Good
	Corrects string   // key of the measurement of the same source that this one replaces
}

// A Bucket says how many of the events of a histogram were at most so large,
// those of smaller buckets included: as Prometheus counts them.
type Bucket struct {
	UpTo  int64 `json:"up_to"` // in millionths of the target's unit
	Count int64 `json:"count"`
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
	case m.Total > largest || m.Value != nil && (*m.Value > largest || *m.Value < -largest):
		return Refuse(Invalid, "measurement.large")
	case m.Corrects == m.Key:
		return Refuse(Invalid, "measurement.itself")
	}
	return checkBuckets(m.Buckets, m.Total)
}

// largest is the largest total, and the largest value in millionths, that a
// measurement may have: nine million of them add up.
const largest = 1e12

// mostBuckets is how many buckets a histogram may have.
const mostBuckets = 200

// checkBuckets refuses buckets that are not in order, or count less than
// smaller ones, or more than all.
func checkBuckets(buckets []Bucket, total int64) error {
	if len(buckets) > mostBuckets {
		return Refuse(Invalid, "measurement.buckets")
	}
	for i, b := range buckets {
		if b.Count < 0 || b.Count > total || i > 0 && (b.UpTo <= buckets[i-1].UpTo || b.Count < buckets[i-1].Count) {
			return Refuse(Invalid, "measurement.buckets")
		}
	}
	return nil
}

// For gives the measurement as the target counts it: what a histogram or a
// value means as good and total. It refuses what says nothing about the
// target: a value where events are counted, counts where a value is compared,
// and a histogram in which the target's bound is no border, since its events
// beside the bound cannot be told apart.
func (m Measurement) For(t Target) (Measurement, error) {
	switch {
	case t.Kind == ClockTarget:
		return m, Refuse(Invalid, "measurement.clock", "target", t.Key)
	case t.Kind == ValueTarget:
		if m.Value == nil || m.Buckets != nil || m.Total != 0 {
			return m, Refuse(Invalid, "measurement.value", "target", t.Key)
		}
		return m, nil
	case (m.Value != nil || m.Buckets != nil) && t.Bound.Sense == "":
		return m, Refuse(Invalid, "measurement.events", "target", t.Key)
	case m.Value != nil:
		if m.Buckets != nil || m.Total != 0 {
			return m, Refuse(Invalid, "measurement.either", "target", t.Key)
		}
		if m.Total = 1; t.Bound.Good(*m.Value) {
			m.Good = 1
		}
		return m, nil
	case m.Buckets != nil:
		return m.bounded(t)
	}
	return m, nil
}

// bounded counts as good the events of a histogram that are within the
// target's bound.
func (m Measurement) bounded(t Target) (Measurement, error) {
	if m.Good != 0 {
		return m, Refuse(Invalid, "measurement.either", "target", t.Key)
	}
	if t.Bound.Sense == AtLeast { // a bucket has its border in it
		return m, Refuse(Invalid, "measurement.atleast", "target", t.Key)
	}
	borders := make([]string, len(m.Buckets))
	for i, b := range m.Buckets {
		if b.UpTo == t.Bound.At {
			m.Good = b.Count
			return m, nil
		}
		borders[i] = Decimal(b.UpTo)
	}
	return m, Refuse(Invalid, "measurement.border", "target", t.Key,
		"bound", Decimal(t.Bound.At), "borders", strings.Join(borders, ", "))
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
	Value     int64 // of a value target: its statistic, in millionths of the unit
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
	var covered time.Duration
	for _, s := range Union(spans) {
		if s = s.within(Period{p.From, end}); s.From.Before(s.To) {
			covered += s.Length()
		}
	}
	return Share(mulDiv(int64(covered), int64(Whole), int64(whole)))
}
