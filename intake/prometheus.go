package intake

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// A Server is a Prometheus, or what speaks its API: Thanos, Mimir,
// VictoriaMetrics.
type Server struct {
	Name     string
	URL      string            // without /api/v1
	Token    string            // a bearer token; or
	User     string            // with Password
	Password string            //
	Headers  map[string]string // more of them, such as a tenant's
	Delay    time.Duration     // how old its data has to be to be complete
}

// maxAnswer is how much of an answer is read, in bytes.
const maxAnswer = 16 << 20

// a series is the values of a query with the same labels.
type series struct {
	labels map[string]string
	values numbers
}

// ask gives the series of a query, with a value each step from the first to
// the last time. An answer with warnings is refused: a part of the data may be
// missing in it.
func (s Server) ask(ctx context.Context, client *http.Client, query string, first, last time.Time, step time.Duration) ([]series, error) {
	form := url.Values{
		"query": {query}, "start": {strconv.FormatInt(first.Unix(), 10)}, "end": {strconv.FormatInt(last.Unix(), 10)},
		"step": {strconv.FormatInt(int64(step/time.Second), 10)},
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimSuffix(s.URL, "/")+"/api/v1/query_range", strings.NewReader(form.Encode()))
	if err != nil {
		return nil, fmt.Errorf("ask %s: %w", s.Name, err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for name, value := range s.Headers {
		r.Header.Set(name, value)
	}
	switch {
	case s.Token != "":
		r.Header.Set("Authorization", "Bearer "+s.Token)
	case s.User != "":
		r.SetBasicAuth(s.User, s.Password)
	}
	w, err := client.Do(r)
	if err != nil {
		return nil, fmt.Errorf("ask %s: %w", s.Name, err)
	}
	defer w.Body.Close() //nolint:errcheck // it was read
	all, err := readSeries(w)
	if err != nil {
		return nil, fmt.Errorf("ask %s: %w", s.Name, err)
	}
	return all, nil
}

// matrix is the answer to a range query.
type matrix struct {
	Status   string   `json:"status"`
	Error    string   `json:"error"`
	Warnings []string `json:"warnings"`
	Data     struct {
		Type   string `json:"resultType"`
		Result []struct {
			Labels     map[string]string `json:"metric"`
			Values     []sampleAt        `json:"values"`
			Histograms []json.RawMessage `json:"histograms"`
		} `json:"result"`
	} `json:"data"`
}

// a sampleAt is a time and a value, written [1781521200, "0.5"].
type sampleAt struct {
	at    int64
	value float64
}

// UnmarshalJSON reads a time and a value, which may be NaN or infinite.
func (s *sampleAt) UnmarshalJSON(text []byte) error {
	var at float64
	var value string
	if err := json.Unmarshal(text, &[]any{&at, &value}); err != nil {
		return err
	}
	n, err := strconv.ParseFloat(value, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return fmt.Errorf("%q is no value", value)
	}
	*s = sampleAt{int64(math.Round(at)), n}
	return nil
}

func readSeries(w *http.Response) ([]series, error) {
	var m matrix
	err := json.NewDecoder(io.LimitReader(w.Body, maxAnswer)).Decode(&m)
	switch {
	case err != nil:
		return nil, fmt.Errorf("status %d, and no answer to a query: %w", w.StatusCode, err)
	case m.Status != "success" || w.StatusCode != http.StatusOK:
		return nil, fmt.Errorf("status %d: %s", w.StatusCode, m.Error)
	case len(m.Warnings) > 0:
		return nil, fmt.Errorf("the answer may lack something: %s", strings.Join(m.Warnings, "; "))
	case m.Data.Type != "matrix":
		return nil, fmt.Errorf("the answer is a %s", m.Data.Type)
	}
	all := make([]series, len(m.Data.Result))
	for i, result := range m.Data.Result {
		if len(result.Histograms) > 0 {
			return nil, errors.New("the query gives native histograms: make a number of each, for instance with histogram_quantile(...)")
		}
		all[i] = series{result.Labels, numbers{}}
		for _, s := range result.Values {
			if !math.IsNaN(s.value) && !math.IsInf(s.value, 0) {
				all[i].values[s.at] = s.value
			}
		}
	}
	return all, nil
}
