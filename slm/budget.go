package slm

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"time"
)

// A Budget says how a level stands in its period: what was delivered, for how
// much of the time that is known, and what may still go wrong.
type Budget struct {
	Level
	Coverage Share // of the period so far, for which something was measured

	// Left is the share of the allowed bad events that is left, of those that
	// the measured total allows: 1 - bad / ((1 - objective) * total), rounded
	// down. It is less than none after a breach. Where nothing was measured, or
	// nothing bad is allowed, there is no budget, and HasBudget is false.
	Left      Share
	HasBudget bool

	// Burn is how fast the budget of the whole period is used up, in hundredths:
	// at 100 it lasts exactly to the end, at 200 half the period. It is rounded
	// up, and 0 where there is no budget.
	Burn int64

	// ExhaustedAt is when the budget of the whole period was gone, or will be at
	// the pace so far; zero when it lasts to the end of the period. The budget of
	// the whole period is what its total allows, which is taken to grow to its
	// end as it has grown until now.
	ExhaustedAt time.Time

	// Best and Worst are what can still be attained at the end of the period,
	// when everything from now on is good, or bad; the total is taken to grow as
	// above. Both are rounded down. Where nothing was measured all is possible.
	Best, Worst Share
}

// JudgePeriod says how a level stands at now, as Judge does, with coverage and
// budget. What was measured before or after the period says nothing about it,
// and what begins after now has not happened yet: both are passed over. It
// refuses measurements that overlap, that reach out of the period or from the
// past into the future, and counts that cannot be.
func JudgePeriod(objective Share, period Period, measured []Measurement, now time.Time) (Budget, error) {
	if !period.From.Before(period.To) {
		return Budget{}, deny("budget.period")
	}
	measured, err := countable(period, measured, now)
	if err != nil {
		return Budget{}, err
	}
	return BudgetOf(objective, period, measured, now), nil
}

// BudgetOf is JudgePeriod of measurements that are known to be in order and in
// the period. Whole days may stand for the measurements of a day: only the
// moment at which a budget was gone is then less exact.
func BudgetOf(objective Share, period Period, measured []Measurement, now time.Time) Budget {
	tally := TallyOf(measured)
	b := Budget{Level: Judge(objective, tally.Sum), Coverage: Coverage(period, tally.Covered, now), Best: Whole}
	if tally.Total == 0 {
		return b
	}
	if bad, allowed := big.NewInt(tally.Total-tally.Good), product(tally.Total, int64(Whole-objective)); allowed.Sign() > 0 {
		// Whole - bad*Whole / (allowed/Whole), rounded down
		spent := bad.Mul(bad, product(int64(Whole), int64(Whole)))
		share := ceil(spent, allowed)
		b.Left, b.HasBudget, b.Burn = Whole-Share(share), true, share/burnUnit+min(1, share%burnUnit)
	}
	b.ExhaustedAt = exhausted(objective, period, measured, now)
	b.Best, b.Worst = possible(tally, period, now)
	return b
}

// Allowed gives how many of a total may be bad, rounded down.
func Allowed(objective Share, total int64) int64 {
	return new(big.Int).Quo(product(total, int64(Whole-objective)), big.NewInt(int64(Whole))).Int64()
}

// burnUnit is a hundredth of the budget.
const burnUnit = int64(Whole) / 100

// possible gives Budget.Best and Budget.Worst. With t in the time e since the
// start of a period of length l, its whole total is t * l/e.
func possible(tally Tally, period Period, now time.Time) (best, worst Share) {
	elapsed := min(now.Sub(period.From), period.Length())
	if n := len(tally.Covered); n > 0 { // a source's clock may be ahead
		elapsed = max(elapsed, min(tally.Covered[n-1].To.Sub(period.From), period.Length()))
	}
	if elapsed <= 0 {
		return Whole, 0
	}
	length, bad := big.NewInt(int64(period.Length())), product(tally.Total-tally.Good, int64(elapsed))
	whole := length.Mul(length, big.NewInt(tally.Total))
	share := func(good *big.Int) Share {
		good.Mul(good, big.NewInt(int64(Whole)))
		return Share(good.Quo(good, whole).Int64())
	}
	return share(bad.Sub(whole, bad)), share(product(tally.Good, int64(elapsed)))
}

// countable gives the measurements that count, in the order of time, or
// refuses them.
func countable(period Period, measured []Measurement, now time.Time) ([]Measurement, error) {
	var order []int
	total := int64(0)
	for i, m := range measured {
		number := strconv.Itoa(i + 1)
		switch {
		case !m.From.Before(m.To):
			return nil, deny("budget.span", "number", number)
		case m.Good < 0 || m.Total < 0 || m.Good > m.Total:
			return nil, deny("budget.counts", "number", number,
				"good", strconv.FormatInt(m.Good, 10), "total", strconv.FormatInt(m.Total, 10))
		case m.elsewhere(period, now):
			continue
		case m.Total > largestTotal-total:
			return nil, deny("budget.large", "number", number)
		case m.From.Before(period.From) || m.To.After(period.To):
			return nil, deny("budget.outside", "number", number)
		case m.To.After(now.Add(skew)):
			return nil, deny("budget.future", "number", number)
		}
		order = append(order, i)
		total += m.Total
	}
	return inTurn(measured, order)
}

// elsewhere reports whether a measurement lies out of the period, or in a
// future that no source's clock explains.
func (m Measurement) elsewhere(period Period, now time.Time) bool {
	future := !m.From.Before(now) && m.To.After(now.Add(skew))
	return future || !m.To.After(period.From) || !m.From.Before(period.To)
}

// inTurn gives those measurements in the order of time. It refuses two that
// overlap.
func inTurn(measured []Measurement, order []int) ([]Measurement, error) {
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(measured[a].From.Compare(measured[b].From), cmp.Compare(a, b))
	})
	sorted := make([]Measurement, len(order))
	for i, k := range order {
		sorted[i] = measured[k]
		if i > 0 && sorted[i].From.Before(sorted[i-1].To) {
			return nil, deny("budget.overlap", "first", strconv.Itoa(order[i-1]+1), "second", strconv.Itoa(k+1))
		}
	}
	return sorted, nil
}

// largestTotal is how much all measurements of a period may add up to.
const largestTotal = 1_000_000_000_000_000_000

// exhausted gives Budget.ExhaustedAt, to the second, rounded up. The
// measurements are in order, and their total is more than nothing.
//
// In pencil: with b bad of t in the time e since the start of a period of
// length l, the period allows a = t * l/e * (1-objective). Where b reaches a,
// the budget was gone in the measurement in which it did, whose bad events
// count as spread evenly over it. Else it lasts for (a-b) * e/b from now.
func exhausted(objective Share, period Period, measured []Measurement, now time.Time) time.Time {
	if now.After(period.To) {
		now = period.To
	}
	good, total := int64(0), int64(0)
	for _, m := range measured {
		good, total = good+m.Good, total+m.Total
		if m.To.After(now) { // by no more than the skew of a source's clock
			now = m.To
		}
	}
	bad := total - good
	if bad == 0 {
		return time.Time{}
	}
	elapsed, length := int64(now.Sub(period.From)), int64(period.To.Sub(period.From))
	// In millionths of an event, times elapsed, so that all is whole.
	allowed := product(total, int64(Whole-objective))
	allowed.Mul(allowed, big.NewInt(length))
	scale := product(int64(Whole), elapsed)
	for _, m := range measured {
		spent := new(big.Int).Mul(scale, big.NewInt(m.Total-m.Good))
		if m.Good < m.Total && spent.Cmp(allowed) >= 0 {
			part := allowed.Mul(allowed, big.NewInt(int64(m.To.Sub(m.From))))
			return inside(period, m.From, ceil(part, spent))
		}
		allowed.Sub(allowed, spent)
	}
	pace := new(big.Int).Mul(big.NewInt(int64(Whole)), big.NewInt(bad)) // scale*bad / elapsed
	return inside(period, now, ceil(allowed, pace))
}

// inside gives the whole second at or after so many nanoseconds from a time,
// or zero when that is not before the end of the period.
func inside(period Period, from time.Time, after int64) time.Time {
	if after >= int64(period.To.Sub(from)) {
		return time.Time{}
	}
	at := from.Add(time.Duration(after))
	if whole := at.Truncate(time.Second); whole.Before(at) {
		at = whole.Add(time.Second)
	}
	if !at.Before(period.To) {
		return time.Time{}
	}
	return at
}

func product(a, b int64) *big.Int { return new(big.Int).Mul(big.NewInt(a), big.NewInt(b)) }

// ceil gives a/b rounded up, or the largest number where that is too large.
// Neither may be negative, and b not 0.
func ceil(a, b *big.Int) int64 {
	q, r := new(big.Int).QuoRem(a, b, new(big.Int))
	if r.Sign() > 0 {
		q.Add(q, big.NewInt(1))
	}
	if !q.IsInt64() {
		return 1<<63 - 1
	}
	return q.Int64()
}
