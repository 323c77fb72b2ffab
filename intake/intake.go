// Package intake takes in what was measured, over HTTP. It checks who sends,
// reads what was sent, and hands it to the store, which judges it in the same
// transaction. An answer is given only when everything in it is kept.
package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

// The limits of one request.
const (
	maxBody  = 8 << 20
	maxItems = 10_000
)

// A Config is what the intake stands on.
type Config struct {
	Store *store.Store
	Log   *slog.Logger
	Now   func() time.Time
	Words func(*slm.Error) string // a refusal as one English sentence
}

// Handler serves POST /v1/measurements.
func Handler(c Config) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/measurements", c.measurements)
	return mux
}

// a measurement is one item of a request. Pointers tell 0 from left out.
type measurement struct {
	Key       string    `json:"key"`
	Agreement string    `json:"agreement"`
	Target    string    `json:"target"`
	From      time.Time `json:"from"`
	To        time.Time `json:"to"`
	Good      *int64    `json:"good"`
	Total     *int64    `json:"total"`
}

// a result is what became of one item.
type result struct {
	Key     string        `json:"key"`
	Outcome store.Outcome `json:"outcome"`
	Why     string        `json:"why,omitempty"`
}

// measurements takes one measurement or an array of them, and answers for each
// in order: stored, repeated, or refused and why. The source is the one that
// the token was made for.
func (c Config) measurements(w http.ResponseWriter, r *http.Request) {
	source, err := c.source(r)
	if err != nil {
		c.fail(w, err)
		return
	}
	if source == "" {
		w.Header().Set("WWW-Authenticate", "Bearer")
		say(w, http.StatusUnauthorized, "This needs the header Authorization: Bearer TOKEN. `steward token SOURCE` makes a token.")
		return
	}
	items, err := read(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		status := http.StatusBadRequest
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			status, err = http.StatusRequestEntityTooLarge, errors.New("The body is larger than 8 MiB. Send fewer items at once.")
		}
		say(w, status, err.Error())
		return
	}
	results, err := c.take(r, source, items)
	if err != nil {
		c.fail(w, err)
		return
	}
	write(w, http.StatusOK, map[string]any{"results": results})
}

// take stores the items that can be read as measurements.
func (c Config) take(r *http.Request, source string, items []measurement) ([]result, error) {
	results := make([]result, len(items))
	var ms []slm.Measurement
	var place []int
	for i, item := range items {
		results[i] = result{Key: item.Key, Outcome: store.Refused}
		if item.Good == nil || item.Total == nil {
			results[i].Why = "A measurement needs good and total, both whole numbers."
			continue
		}
		place = append(place, i)
		ms = append(ms, slm.Measurement{
			Key: item.Key, Agreement: strings.ToUpper(item.Agreement), Target: item.Target,
			From: item.From, To: item.To, Good: *item.Good, Total: *item.Total,
		})
	}
	taken, err := c.Store.Take(r.Context(), source, ms, c.Now())
	if err != nil {
		return nil, err
	}
	for i, t := range taken {
		results[place[i]].Outcome = t.Outcome
		if t.Refusal != nil {
			results[place[i]].Why = c.Words(t.Refusal)
		}
	}
	return results, nil
}

// source gives whom the request's token was made for, or "".
func (c Config) source(r *http.Request) (string, error) {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") || token == "" {
		return "", nil
	}
	return c.Store.SourceOf(r.Context(), token)
}

// read reads an object or an array of objects, strictly. Its errors are meant
// for the sender.
func read(body io.Reader) ([]measurement, error) {
	decoder := json.NewDecoder(body)
	var raw json.RawMessage
	if err := decoder.Decode(&raw); err != nil {
		return nil, fmt.Errorf("The body is no JSON: %w.", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("There is something after the JSON. Send one object, or one array of them.")
	}
	if len(raw) > 0 && raw[0] == '{' {
		raw = append(append([]byte{'['}, raw...), ']')
	}
	var raws []json.RawMessage
	if err := json.Unmarshal(raw, &raws); err != nil {
		return nil, errors.New("The measurements cannot be read: send one object, or one array of them.")
	}
	if len(raws) == 0 || len(raws) > maxItems {
		return nil, fmt.Errorf("Send 1 to %d measurements at once, not %d.", maxItems, len(raws))
	}
	items := make([]measurement, len(raws))
	for i, raw := range raws {
		strict := json.NewDecoder(bytes.NewReader(raw))
		strict.DisallowUnknownFields()
		if err := strict.Decode(&items[i]); err != nil {
			return nil, fmt.Errorf("Nothing was stored: measurement %d cannot be read: %s.", i+1, strings.TrimPrefix(err.Error(), "json: "))
		}
	}
	return items, nil
}

// fail answers for an internal error: what was sent is not kept and may be
// sent again.
func (c Config) fail(w http.ResponseWriter, err error) {
	c.Log.Error("cannot take measurements", "err", err)
	w.Header().Set("Retry-After", "5")
	say(w, http.StatusServiceUnavailable, "Nothing of this was stored. Send it again in a moment.")
}

func say(w http.ResponseWriter, status int, sentence string) {
	write(w, status, map[string]string{"error": sentence})
}

func write(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // the sender is gone if this fails, and will repeat
}
