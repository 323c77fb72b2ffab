package intake

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"steward/slm"
	"steward/store"
)

// a measurement is one item of a request. Pointers tell 0 from left out.
type measurement struct {
	Key       string `json:"key"`
	Agreement string `json:"agreement"`
	Target    string `json:"target"`
	From      string `json:"from"`
	To        string `json:"to"`
	Good      *int64 `json:"good"`
	Total     *int64 `json:"total"`
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
	err := decode(raw, &m)
	if err == nil && (m.Good == nil || m.Total == nil) {
		err = errors.New("A measurement needs good and total, both whole numbers.")
	}
	if err != nil {
		return slm.Measurement{}, m.Key, err
	}
	from, err := parseTime("from", m.From)
	if err != nil {
		return slm.Measurement{}, m.Key, err
	}
	to, err := parseTime("to", m.To)
	if err != nil {
		return slm.Measurement{}, m.Key, err
	}
	return slm.Measurement{
		Key: m.Key, Agreement: strings.ToUpper(m.Agreement), Target: m.Target,
		From: from, To: to, Good: *m.Good, Total: *m.Total,
	}, m.Key, nil
}
