package intake

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"steward/slm"
	"steward/store"
)

// a measurement is one item of a request: good of total, or a value, or a
// histogram of total events. Pointers tell 0 from left out.
type measurement struct {
	Key       string       `json:"key"`
	Agreement string       `json:"agreement"`
	Target    string       `json:"target"`
	From      string       `json:"from"`
	To        string       `json:"to"`
	Good      *int64       `json:"good"`
	Total     *int64       `json:"total"`
	Value     *json.Number `json:"value"`
	Buckets   []bucket     `json:"buckets"`
	Corrects  string       `json:"corrects"`
}

type bucket struct {
	UpTo  *json.Number `json:"up_to"`
	Count *int64       `json:"count"`
}

// measurements takes measurements of a source, and answers for each in order:
// stored, repeated, or refused and why.
func (a api) measurements(ctx context.Context, token *store.Token, s sent) ([]result, error) {
	decode := func(raw json.RawMessage) (slm.Measurement, string, error) {
		m, key, err := readMeasurement(raw)
		if err == nil && !token.Allows(m.Agreement, m.Target) {
			err = fmt.Errorf("This token is not for %s of %s.", m.Target, m.Agreement)
		}
		return m, key, err
	}
	return takeEach(a, s, decode, func(ms []slm.Measurement) ([]store.Taken, error) {
		return a.Store.Take(ctx, token.Source, ms, a.Now())
	})
}

// readMeasurement reads one item. It leaves to the store what is not about how
// it is written.
func readMeasurement(raw json.RawMessage) (slm.Measurement, string, error) {
	var m measurement
	if err := decode(raw, &m); err != nil {
		return slm.Measurement{}, m.Key, err
	}
	read, err := m.read()
	return read, m.Key, err
}

func (m measurement) read() (slm.Measurement, error) {
	read := slm.Measurement{Key: m.Key, Agreement: strings.ToUpper(m.Agreement), Target: m.Target, Corrects: m.Corrects}
	var err error
	if read.From, err = parseTime("from", m.From); err != nil {
		return read, err
	}
	if read.To, err = parseTime("to", m.To); err != nil {
		return read, err
	}
	switch {
	case m.Value != nil:
		value, err := millionths("value", *m.Value)
		if err != nil {
			return read, err
		}
		read.Value = &value
	case m.Buckets == nil && m.Good == nil, m.Total == nil:
		return read, errors.New("A measurement needs good and total, both whole numbers. Or send a value, or buckets and their total.")
	case m.Buckets != nil && len(m.Buckets) == 0: // of which nothing could be told
		return read, errors.New("A histogram needs at least one bucket, or send good and total.")
	}
	if m.Good != nil {
		read.Good = *m.Good
	}
	if m.Total != nil {
		read.Total = *m.Total
	}
	for _, b := range m.Buckets {
		if b.UpTo == nil || b.Count == nil {
			return read, errors.New("A bucket needs up_to and count.")
		}
		upTo, err := millionths("up_to", *b.UpTo)
		if err != nil {
			return read, err
		}
		read.Buckets = append(read.Buckets, slm.Bucket{UpTo: upTo, Count: *b.Count})
	}
	return read, nil
}

// millionths reads a number exactly and rounds it to the nearest millionth,
// halves away from zero.
func millionths(field string, n json.Number) (int64, error) {
	_, exponent, _ := strings.Cut(strings.ToLower(string(n)), "e")
	if e, err := strconv.Atoi(exponent); len(n) > 50 || exponent != "" && (err != nil || e > 30 || e < -30) {
		return 0, fmt.Errorf("%s is a number of too many digits.", field) // which would take long to compute
	}
	r, ok := new(big.Rat).SetString(string(n))
	if !ok {
		return 0, fmt.Errorf("%s must be a number, not %q.", field, n)
	}
	r.Mul(r, big.NewRat(2_000_000, 1))
	half := new(big.Int).Quo(r.Num(), r.Denom()) // in halves of millionths, cut towards zero
	if half.Bit(0) == 1 {
		half.Add(half, big.NewInt(int64(half.Sign())))
	}
	if half.Quo(half, big.NewInt(2)); !half.IsInt64() {
		return 0, fmt.Errorf("%s is too large.", field)
	}
	return half.Int64(), nil
}
