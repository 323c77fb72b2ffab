package intake

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/big"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"steward/slm"
)

// most is how many events one step may have, and how large a value may be.
const most = 1e12

// numbers are values by their times in Unix seconds. Where there is no number,
// there is no value.
type numbers map[int64]float64

// fetched is what the queries of a target gave.
type fetched struct {
	good, total numbers
	value       numbers
	buckets     []bucketSeries // by their borders; all events are in total
}

// a bucketSeries counts the events up to a border, in millionths of the
// target's unit.
type bucketSeries struct {
	upTo   int64
	counts numbers
}

// ask sends the queries of a target for the steps of a span.
func (p Pull) ask(ctx context.Context, client *http.Client, span slm.Period) (got fetched, err error) {
	if p.Histogram != "" {
		all, err := p.query(ctx, client, p.Histogram, span)
		if err != nil {
			return got, err
		}
		return p.histogram(all)
	}
	for _, q := range []struct {
		query string
		into  *numbers
	}{{p.Good, &got.good}, {p.Total, &got.total}, {p.Value, &got.value}} {
		if q.query == "" {
			continue
		}
		all, err := p.query(ctx, client, q.query, span)
		switch {
		case err != nil:
			return got, err
		case len(all) > 1:
			return got, fmt.Errorf("the query gives %d series: make it one, for instance with sum(...)", len(all))
		case len(all) == 1:
			*q.into = all[0].values
		}
	}
	return got, nil
}

// query sends one query. The value of a step stands at its end.
func (p Pull) query(ctx context.Context, client *http.Client, query string, span slm.Period) ([]series, error) {
	query = strings.ReplaceAll(query, "$step", fmt.Sprintf("%ds", int64(p.Step/time.Second)))
	return p.Server.ask(ctx, client, query, span.From.Add(p.Step), span.To, p.Step)
}

// histogram puts the series of a histogram in the order of their borders.
func (p Pull) histogram(all []series) (got fetched, err error) {
	for _, s := range all {
		border, err := strconv.ParseFloat(s.labels["le"], 64)
		switch {
		case err != nil || math.IsNaN(border):
			return got, fmt.Errorf("the query gives a series without a border in le: write it as sum by (le) (...)")
		case math.IsInf(border, 1):
			got.total = s.values
			continue
		}
		upTo, ok := p.inUnits(border)
		if !ok {
			return got, fmt.Errorf("the border le=%q is too large", s.labels["le"])
		}
		got.buckets = append(got.buckets, bucketSeries{upTo, s.values})
	}
	slices.SortFunc(got.buckets, func(a, b bucketSeries) int { return cmp.Compare(a.upTo, b.upTo) })
	for i, b := range got.buckets {
		if i > 0 && b.upTo == got.buckets[i-1].upTo {
			return got, fmt.Errorf("the query gives two series for one border in le: make them one with sum by (le) (...)")
		}
	}
	return got, nil
}

// inUnits gives a number of Prometheus in millionths of the target's unit,
// rounded to the nearest, and false when that is too large.
func (p Pull) inUnits(v float64) (int64, bool) {
	r := new(big.Rat).SetFloat64(v)
	r.Mul(r, new(big.Rat).SetInt64(cmp.Or(p.Times, 1_000_000)))
	nearest, _ := new(big.Rat).Add(r, big.NewRat(1, 2)).Float64()
	nearest = math.Floor(nearest)
	return int64(nearest), math.Abs(nearest) <= most
}

// measured makes a measurement of one step, if the numbers for it are known.
// The error says what cannot be.
func (p Pull) measured(got fetched, span slm.Period) (m slm.Measurement, known bool, err error) {
	m = slm.Measurement{
		Key:       fmt.Sprintf("%s/%s/%d/%d", p.Agreement, p.Target, span.From.Unix(), span.To.Unix()),
		Agreement: p.Agreement, Target: p.Target, From: span.From, To: span.To,
	}
	switch {
	case p.Value != "":
		known, err = p.number(&m, got)
	case p.Histogram != "":
		known, err = distribution(&m, got)
	default:
		known, err = share(&m, got)
	}
	if err != nil {
		err = fmt.Errorf("%w at %s", err, span.To.UTC().Format(time.RFC3339))
	}
	return m, known, err
}

// number reads the value of a measurement.
func (p Pull) number(m *slm.Measurement, got fetched) (bool, error) {
	v, known := got.value[m.To.Unix()]
	if !known {
		return false, nil
	}
	value, ok := p.inUnits(v)
	if !ok {
		return false, fmt.Errorf("the value %g is too large", v)
	}
	m.Value = &value
	return true, nil
}

// share reads the good events of a measurement, and all.
func share(m *slm.Measurement, got fetched) (bool, error) {
	good, hasGood := got.good[m.To.Unix()]
	total, hasTotal := got.total[m.To.Unix()]
	if !hasGood || !hasTotal {
		return false, nil
	}
	counts, ok := counted(good, total)
	if !ok {
		return false, fmt.Errorf("%g good of %g", good, total)
	}
	m.Good, m.Total = counts[0], counts[1]
	return true, nil
}

// distribution reads the buckets of a measurement.
func distribution(m *slm.Measurement, got fetched) (bool, error) {
	total, known := got.total[m.To.Unix()]
	if !known {
		return false, nil
	}
	var numbers []float64
	for _, b := range got.buckets {
		if n, known := b.counts[m.To.Unix()]; known {
			m.Buckets = append(m.Buckets, slm.Bucket{UpTo: b.upTo})
			numbers = append(numbers, n)
		}
	}
	numbers = append(numbers, total)
	counts, ok := counted(numbers...)
	if !ok {
		return false, fmt.Errorf("buckets of %g events", numbers)
	}
	for i := range m.Buckets {
		m.Buckets[i].Count = counts[i]
	}
	m.Total = counts[len(counts)-1]
	return true, nil
}

// counted gives numbers of events, each of which is a part of the next.
// Prometheus gives fractions, also of events, since it extrapolates: they are
// rounded to the nearest whole number, halves up. It gives false where one is
// less than its part, by more than the last digits of sums in another order,
// and where there are too many.
func counted(numbers ...float64) ([]int64, bool) {
	counts := make([]int64, len(numbers))
	part := 0.0
	for i, n := range numbers {
		if part > n && (n < 0 || part > n*(1+1e-9)) || n > most {
			return nil, false
		}
		part = max(part, n)
		counts[i] = int64(math.Floor(part + 0.5))
	}
	return counts, true
}
