package slm

import (
	"math/big"
	"time"
)

// A Tally is what the measurements of one target over some time add up to.
// Tallies add up in any order and any grouping to the same, so that a day is
// added up once and a month from its days.
type Tally struct {
	Sum
	Values  Values
	Covered []Period // when something was measured: in order, merged
}

// Values are what the values of measurements add up to, in millionths of the
// unit.
type Values struct {
	Count  int64
	Sum    int64
	Low    int64
	High   int64
	Last   int64     // of the span that ends last; the largest, if several end then
	LastTo time.Time // when that span ends
}

// TallyOf adds up measurements.
func TallyOf(ms []Measurement) Tally {
	var t Tally
	spans := make([]Period, len(ms))
	for i, m := range ms {
		spans[i] = Period{m.From, m.To}
		t.Count, t.Good, t.Total = t.Count+1, t.Good+m.Good, t.Total+m.Total
		if m.Value != nil {
			t.Values = t.Values.plus(Values{1, *m.Value, *m.Value, *m.Value, *m.Value, m.To})
		}
	}
	t.Covered = Union(spans)
	return t
}

// Plus adds up two tallies.
func (t Tally) Plus(o Tally) Tally {
	return Tally{
		Sum:     Sum{t.Count + o.Count, t.Good + o.Good, t.Total + o.Total},
		Values:  t.Values.plus(o.Values),
		Covered: Union(append(t.Covered[:len(t.Covered):len(t.Covered)], o.Covered...)),
	}
}

func (v Values) plus(o Values) Values {
	switch {
	case v.Count == 0:
		return o
	case o.Count == 0:
		return v
	}
	last := v
	if o.LastTo.After(v.LastTo) || o.LastTo.Equal(v.LastTo) && o.Last > v.Last {
		last = o
	}
	return Values{v.Count + o.Count, v.Sum + o.Sum, min(v.Low, o.Low), max(v.High, o.High), last.Last, last.LastTo}
}

// Of gives the statistic of the values, in millionths of the unit; a mean is
// rounded down. It is nothing without values.
func (v Values) Of(statistic Statistic) int64 {
	if v.Count == 0 {
		return 0
	}
	switch statistic {
	case Highest:
		return v.High
	case Lowest:
		return v.Low
	case Latest:
		return v.Last
	}
	mean := v.Sum / v.Count
	if v.Sum%v.Count < 0 { // Go rounds towards nothing
		mean--
	}
	return mean
}

// within reports whether the statistic is within the bound. A mean is compared
// before it is rounded.
func (v Values) within(bound Bound, statistic Statistic) bool {
	if statistic != Mean && statistic != "" {
		return bound.Good(v.Of(statistic))
	}
	order := big.NewInt(v.Sum).Cmp(product(bound.At, v.Count))
	if bound.Sense == AtLeast {
		return order >= 0
	}
	return order <= 0
}

// Judge says how the target stands by what was measured. A level is judged as
// by Judge. A value counts as one event: good when its statistic is within the
// bound. Of a clock, the tally is that of its decided cases.
func (t Target) Judge(tally Tally) Level {
	if t.Kind != ValueTarget {
		return Judge(t.Objective, tally.Sum)
	}
	if tally.Values.Count == 0 {
		return Level{Sum: Sum{Count: tally.Count}, Objective: Whole, Standing: Unknown}
	}
	good := int64(0)
	if tally.Values.within(t.Bound, t.Statistic) {
		good = 1
	}
	l := Judge(Whole, Sum{tally.Values.Count, good, 1})
	l.Value = tally.Values.Of(t.Statistic)
	return l
}

// Coming reports whether people are to be told that a breach is coming: the
// target is at risk, three quarters of what may go wrong gone, and so much was
// measured that it means something, a tenth of the whole window. Earlier, one
// bad minute is most of what little is known.
//
// Where the pace so far would use up the budget before the end of the window,
// more was bad than is allowed of what was measured: that is a breach already.
func (l Level) Coming(window Period, covered []Period) bool {
	return l.Standing == AtRisk && Coverage(window, covered, window.To) >= Whole/10
}
