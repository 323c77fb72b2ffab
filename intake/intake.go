// Package intake takes in what was measured, over HTTP. It checks who sends,
// reads what was sent, and hands it to the store, which judges it in the same
// transaction. An answer is given only when everything in it is kept, and one
// item that cannot be taken does not keep the others out.
package intake

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"mime"
	"net/http"
	"slices"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

// The limits of one request, and of all that are in hand at once.
const (
	maxBody  = 8 << 20 // bytes, as sent and unpacked
	maxItems = 10_000
	maxTime  = 30 * time.Second // from the first byte of the body to the answer
	maxWait  = 5 * time.Second  // for a place among those in hand
	inHand   = 16
)

// A Config is what the intake stands on.
type Config struct {
	Store *store.Store
	Log   *slog.Logger
	Now   func() time.Time
	Words func(*slm.Error) string // a refusal as one English sentence
}

// an api is the intake over HTTP.
type api struct {
	Config
	places chan struct{} // one a request in hand, so that bodies cannot fill the memory
}

// Handler serves everything that data is sent to.
func Handler(c Config) http.Handler {
	a := api{c, make(chan struct{}, inHand)}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/measurements", a.receive(store.SendMeasurements, a.measurements))
	mux.HandleFunc("POST /v1/cases/events", a.receive(store.SendCases, a.caseEvents))
	mux.HandleFunc("POST /v1/alertmanager", a.receive(store.SendAlerts, a.alerts))
	mux.HandleFunc("GET /v1/openapi.yaml", describeYAML)
	mux.HandleFunc("GET /v1/openapi.json", describeJSON())
	return mux
}

// a sent is a body with the media type that its sender gives it.
type sent struct {
	kind string
	body []byte
}

// receive answers a request: it finds out who sends and whether it may, waits
// for a place, reads the body and lets take answer for each item in it.
func (a api) receive(right store.Right, take func(context.Context, *store.Token, sent) ([]result, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		results, err := func() ([]result, error) {
			token, err := a.token(r, right)
			if err != nil {
				return nil, err
			}
			leave, err := a.enter(r.Context())
			if err != nil {
				return nil, err
			}
			defer leave()
			ctx, cancel := context.WithTimeout(r.Context(), maxTime)
			defer cancel()
			_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(maxTime)) // of a socket, which knows no other clock; a recorder in tests has none
			body, err := readBody(w, r)
			if err != nil {
				return nil, err
			}
			if err := a.Store.Hear(ctx, token.Source, a.Now()); err != nil {
				return nil, err
			}
			kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")) // any other, or none, is taken for JSON
			return take(ctx, token, sent{kind, body})
		}()
		a.answer(w, results, err)
	}
}

// enter waits for a place among the requests in hand. Who got one has to leave.
func (a api) enter(ctx context.Context) (leave func(), err error) {
	ctx, cancel := context.WithTimeout(ctx, maxWait)
	defer cancel()
	select {
	case a.places <- struct{}{}:
		return func() { <-a.places }, nil
	case <-ctx.Done():
		return nil, &refusal{http.StatusServiceUnavailable, "Too many requests are in hand. Nothing of this was stored: send it again in a moment."}
	}
}

// token gives what the request's token is good for, if that has the right.
func (a api) token(r *http.Request, right store.Right) (*store.Token, error) {
	scheme, text, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	var token *store.Token
	if strings.EqualFold(scheme, "Bearer") && text != "" {
		var err error
		if token, err = a.Store.UseToken(r.Context(), text, a.Now()); err != nil {
			return nil, err
		}
	}
	switch {
	case token == nil:
		return nil, &refusal{http.StatusUnauthorized, "This needs the header Authorization: Bearer TOKEN, with a token that has not ended. `steward token make SOURCE` makes one."}
	case !slices.Contains(token.May, right):
		return nil, &refusal{http.StatusForbidden, fmt.Sprintf("This token may not send %s. `steward token make SOURCE --for %s` makes one that may.", right, right)}
	}
	return token, nil
}

// a refusal of a whole request: nothing of it was stored.
type refusal struct {
	status   int
	sentence string
}

// Error gives the sentence for the sender.
func (r *refusal) Error() string { return r.sentence }

// a result is what became of one item.
type result struct {
	Key     string        `json:"key"`
	Outcome store.Outcome `json:"outcome"`
	Item    int           `json:"item,omitempty"` // which one, if it was refused
	Why     string        `json:"why,omitempty"`
}

// answer says what became of each item, or why nothing was stored. An error
// that is no refusal is internal, and what was sent may be sent again.
func (a api) answer(w http.ResponseWriter, results []result, err error) {
	if err == nil {
		write(w, http.StatusOK, map[string]any{"results": results})
		return
	}
	refused := new(refusal)
	if !errors.As(err, &refused) {
		a.Log.Error("cannot take what was sent", "err", err)
		refused = &refusal{http.StatusServiceUnavailable, "This could not be stored. Send it again in a moment: what was stored nevertheless counts once."}
	}
	switch refused.status {
	case http.StatusUnauthorized:
		w.Header().Set("WWW-Authenticate", "Bearer")
	case http.StatusServiceUnavailable:
		w.Header().Set("Retry-After", "5")
	}
	write(w, refused.status, map[string]string{"error": refused.sentence})
}

func write(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // the sender is gone if this fails, and will repeat
}
