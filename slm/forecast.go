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
