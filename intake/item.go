package intake

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"reflect"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

// an item is one JSON text of a body.
type item struct {
	at  int // its number in the array, or its line, from 1
	raw json.RawMessage
}

// items reads what was sent: one object, an array of them, or one a line when
// the media type says NDJSON. Its errors are refusals.
func (s sent) items() ([]item, error) {
	var items []item
	switch s.kind {
	case "application/x-ndjson", "application/ndjson", "application/jsonl":
		items = splitLines(s.body)
	default:
		var err error
		if items, err = splitArray(s.body); err != nil {
			return nil, err
		}
	}
	if len(items) == 0 || len(items) > maxItems {
		return nil, &refusal{http.StatusBadRequest, fmt.Sprintf("Send 1 to %d items at once, not %d.", maxItems, len(items))}
	}
	return items, nil
}

// readBody reads and unpacks a body. One that unpacks to more than maxBody is
// not unpacked further.
func readBody(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	sent := io.Reader(http.MaxBytesReader(w, r.Body, maxBody))
	switch encoding := r.Header.Get("Content-Encoding"); strings.ToLower(encoding) {
	case "", "identity":
	case "gzip", "x-gzip":
		unpacked, err := gzip.NewReader(sent)
		if err != nil {
			return nil, unreadable(err)
		}
		sent = unpacked
	default:
		return nil, &refusal{http.StatusUnsupportedMediaType, fmt.Sprintf("The Content-Encoding %q is not understood. Send gzip, or plain text.", encoding)}
	}
	body, err := io.ReadAll(io.LimitReader(sent, maxBody+1))
	if err == nil && len(body) > maxBody {
		err = &http.MaxBytesError{Limit: maxBody}
	}
	if err != nil {
		return nil, unreadable(err)
	}
	return body, nil
}

// unreadable says why a body could not be read.
func unreadable(err error) *refusal {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return &refusal{http.StatusRequestEntityTooLarge, "The body is larger than 8 MiB. Send fewer items at once."}
	case errors.Is(err, os.ErrDeadlineExceeded):
		return &refusal{http.StatusRequestTimeout, "The body took more than 30 seconds to arrive. Send fewer items at once."}
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		return &refusal{http.StatusBadRequest, "The body is no gzip, as its Content-Encoding says."}
	}
	return &refusal{http.StatusBadRequest, "The body broke off before its end. Nothing of it was stored: send it again."}
}

// splitArray gives the items of an array, or the one object that was sent.
func splitArray(body []byte) ([]item, error) {
	var raws []json.RawMessage
	into := any(&raws)
	if body = bytes.TrimSpace(body); len(body) > 0 && body[0] == '{' {
		raws = make([]json.RawMessage, 1)
		into = &raws[0]
	}
	if err := json.Unmarshal(body, into); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) {
			return nil, &refusal{http.StatusBadRequest, "The body is no object and no array. Send one object, or one array of them."}
		}
		return nil, &refusal{http.StatusBadRequest, fmt.Sprintf("The body is no JSON: %v. Send one object, or one array of them; "+
			"for one object a line say Content-Type: application/x-ndjson.", err)}
	}
	items := make([]item, len(raws))
	for i, raw := range raws {
		items[i] = item{i + 1, raw}
	}
	return items, nil
}

// splitLines gives an item for each line that is not blank.
func splitLines(body []byte) []item {
	var items []item
	line := 0
	for text := range bytes.Lines(body) {
		line++
		if text = bytes.TrimSpace(text); len(text) > 0 {
			items = append(items, item{line, text})
		}
	}
	return items
}

// takeEach decodes each item of what was sent, lets keep store those that can be read, and
// answers for all in order. decode gives the key also of what it refuses, and
// its errors are sentences for the sender.
func takeEach[T any](a api, s sent, decode func(json.RawMessage) (value T, key string, err error), keep func([]T) ([]store.Taken, error)) ([]result, error) {
	items, err := s.items()
	if err != nil {
		return nil, err
	}
	results := make([]result, len(items))
	values := make([]T, 0, len(items))
	places := make([]int, 0, len(items))
	for i, item := range items {
		value, key, err := decode(item.raw)
		results[i].Key = key
		if err != nil {
			results[i].refuse(item.at, err.Error())
			continue
		}
		values, places = append(values, value), append(places, i)
	}
	taken, err := keep(values)
	if err != nil {
		return nil, err
	}
	for n, t := range taken {
		results[places[n]].become(items[places[n]].at, t, a.Words)
	}
	return results, nil
}

// become takes over the outcome of the item at the place.
func (r *result) become(at int, t store.Taken, words func(*slm.Error) string) {
	switch r.Outcome = t.Outcome; {
	case t.Outcome == store.Refused:
		r.refuse(at, words(t.Refusal))
	case t.Refusal != nil:
		r.Why = words(t.Refusal)
	}
}

func (r *result) refuse(at int, why string) {
	r.Outcome, r.Item, r.Why = store.Refused, at, why
}

// decode reads an object strictly into v, also when it says why not as far as
// it can be read. Its errors are sentences for the sender.
func decode(raw json.RawMessage, v any) error {
	strict := json.NewDecoder(bytes.NewReader(raw))
	strict.DisallowUnknownFields()
	err := strict.Decode(v)
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case err == nil && strict.InputOffset() < int64(len(raw)):
		return errors.New("There is something after the object. Send one object a line.")
	case err == nil && raw[0] != '{':
		return errors.New("This is no object.")
	case err == nil:
		return nil
	case errors.As(err, &kind) && kind.Field == "":
		return errors.New("This is no object.")
	case errors.As(err, &kind):
		return fmt.Errorf("%s must be %s, not %s.", kind.Field, wanted(kind.Type.Kind()), kind.Value)
	case errors.As(err, &syntax), errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("This is no JSON: %w.", err)
	}
	return fmt.Errorf("This cannot be read: %s.", strings.TrimPrefix(err.Error(), "json: ")) // an unknown field
}

// wanted says what a field of a kind takes.
func wanted(kind reflect.Kind) string {
	switch kind {
	case reflect.Int64, reflect.Int:
		return "a whole number"
	case reflect.String:
		return "a text"
	case reflect.Slice:
		return "an array"
	}
	return "an object"
}

// parseTime reads the time in a field; one that is left out is zero.
func parseTime(field, text string) (at time.Time, err error) {
	if text != "" && at.UnmarshalText([]byte(text)) != nil {
		return at, fmt.Errorf("%s must be a time such as 2026-06-15T12:00:00Z, not %q.", field, text)
	}
	return at, nil
}
