package slm

import (
	"math/big"
	"time"
)

// A Forecast says what may still go wrong in a period, and what becomes of the
// promise at the pace so far.
type Forecast struct {
	Budget

	// Allowed is how many bad events or seconds the whole period allows, rounded
	// down, when its total grows to its end as it has grown until now. Spare is
	// how many of them are left, less than 0 when more went wrong.
	Allowed, Spare int64

	// Sure says that enough was measured, and for long enough, to speak of a
	// pace. Without it nobody should be told when the promise is lost.
	Sure bool
}

// A pace can be told from a fortieth of a period on (18 hours of a month), in
// which a quarter was measured.
const (
	sureAfter   = 40
	sureCovered = Whole / 4
)

// Foresee looks ahead from now. It takes and refuses what JudgePeriod does;
// days that were added up serve as measurements, too. The coverage is given,
// since that of days would claim more than was measured.
func Foresee(objective Share, period Period, measured []Measurement, coverage Share, now time.Time) (Forecast, error) {
	b, err := JudgePeriod(objective, period, measured, now)
	if err != nil {
		return Forecast{}, err
	}
	b.Coverage = coverage
	f := Forecast{Budget: b}
	if now.After(period.To) {
		now = period.To
	}
	elapsed, length := now.Sub(period.From), period.To.Sub(period.From)
	if elapsed <= 0 || b.Total == 0 {
		return f, nil
	}
	allowed := product(b.Total, int64(Whole-objective))
	allowed.Mul(allowed, big.NewInt(int64(length)))
	allowed.Quo(allowed, product(int64(Whole), int64(elapsed)))
	if f.Allowed = 1<<63 - 1; allowed.IsInt64() {
		f.Allowed = allowed.Int64()
	}
	f.Spare = f.Allowed - (b.Total - b.Good)
	f.Sure = coverage >= sureCovered && elapsed >= length/sureAfter
	return f, nil
}

// Lost reports whether the budget of the whole period is gone at the time.
func (f Forecast) Lost(now time.Time) bool {
	return !f.ExhaustedAt.IsZero() && !f.ExhaustedAt.After(now)
}

// AllowedOf gives how many bad ones of a total the promise allows, rounded
// down.
func (f Forecast) AllowedOf(total int64) int64 {
	return mulDiv(int64(Whole-f.Objective), total, int64(Whole))
}

// BurnOf gives how fast a sum uses up a budget, in hundredths and rounded up:
// at 100 as fast as the objective allows, at 200 twice as fast. It is 0 where
// nothing was measured or nothing bad is allowed.
func BurnOf(objective Share, sum Sum) int64 {
	if sum.Total <= 0 || objective >= Whole {
		return 0
	}
	bad := product(sum.Total-sum.Good, int64(Whole)*100)
	return ceil(bad, product(sum.Total, int64(Whole-objective)))
}

// ExhaustedBy gives when the budget of the whole period is gone if from now on
// as large a share is bad as in a recent sum, and the total grows as it has so
// far; zero when it is gone already or lasts to the end of the period.
func (f Forecast) ExhaustedBy(recent Sum, period Period, now time.Time) time.Time {
	bad, elapsed := recent.Total-recent.Good, now.Sub(period.From)
	if bad <= 0 || f.Spare < 0 || f.Total <= 0 || elapsed <= 0 || f.Lost(now) {
		return time.Time{}
	}
	lasts := product(f.Spare, int64(elapsed))
	lasts.Mul(lasts, big.NewInt(recent.Total))
	return inside(period, now, ceil(lasts, product(f.Total, bad)))
}

// LateAllowed gives how many more of the cases that are open may be late, of
// those decided so far and the open ones together; less than 0 when too many
// were late already.
func LateAllowed(objective Share, decided Sum, open int64) int64 {
	return Allowed(objective, decided.Total+open) - (decided.Total - decided.Good)
}

// A ValueAhead says what has to come for a value to keep its promise in a
// window.
type ValueAhead string

// What has to come.
const (
	KeptAlready ValueAhead = "kept" // anything: it can only become better
	LostAlready ValueAhead = "lost" // nothing helps
	EachWithin  ValueAhead = "each" // every further value within the bound
	OneWithin   ValueAhead = "one"  // one value within it
	LastWithin  ValueAhead = "last" // the last value decides
	RestWithin  ValueAhead = "rest" // the rest has to be so much on average
)

// Ahead says what has to come in a window for a value to keep its promise, and
// for RestWithin the mean of the rest, in millionths of the unit; as many values
// are taken to come as came so far in the same time. It is empty where nobody
// can say: without values, after the window, too early in it for a mean, and
// for a rolling one, which values leave.
func (t Target) Ahead(v Values, window Period, now time.Time) (ValueAhead, int64) {
	elapsed, length := now.Sub(window.From), window.Length()
	if v.Count == 0 || elapsed <= 0 || elapsed >= length || t.Window.Unit == Rolling {
		return "", 0
	}
	within := t.Bound.Good(v.Of(t.Statistic))
	hopes := (t.Statistic == Highest) == (t.Bound.Sense == AtLeast) // a single value may save it
	switch {
	case t.Statistic == Latest:
		return LastWithin, 0
	case t.Statistic != Highest && t.Statistic != Lowest:
		if elapsed < length/sureAfter {
			return "", 0
		}
		return RestWithin, t.restMean(v, elapsed, length)
	case hopes && within:
		return KeptAlready, 0
	case hopes:
		return OneWithin, 0
	case within:
		return EachWithin, 0
	}
	return LostAlready, 0
}

// restMean gives the mean that the rest of a window must not pass. With n
// values of sum s in the time e of a window of length l, the whole of it has
// n*l/e values, so that the rest of them, n*(l-e)/e, must have a mean of
// (bound*n*l/e - s) / (n*(l-e)/e) = (bound*n*l - s*e) / (n*(l-e)).
func (t Target) restMean(v Values, elapsed, length time.Duration) int64 {
	seconds, whole := int64(elapsed/time.Second), int64(length/time.Second)
	need := product(t.Bound.At, v.Count)
	need.Mul(need, big.NewInt(whole))
	need.Sub(need, product(v.Sum, seconds))
	rest, part := new(big.Int).DivMod(need, product(v.Count, max(1, whole-seconds)), new(big.Int)) // rounded down
	if t.Bound.Sense == AtLeast && part.Sign() > 0 {
		rest.Add(rest, big.NewInt(1))
	}
	if !rest.IsInt64() {
		return 0
	}
	return rest.Int64()
}
