package intake

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"steward/slm"
	"steward/store"
)

// a caseEvent is one item of a request: what happened to a case.
type caseEvent struct {
	Key       string `json:"key"`
	Agreement string `json:"agreement"`
	Case      string `json:"case"`
	Clock     string `json:"clock"`
	Priority  string `json:"priority"`
	Event     string `json:"event"`
	At        string `json:"at"`
	Link      string `json:"link"`
}

// caseEvents takes events of cases of a source, and answers for each in order:
// stored, repeated, or refused and why.
func (a api) caseEvents(ctx context.Context, token *store.Token, s sent) ([]result, error) {
	decode := func(raw json.RawMessage) (slm.CaseReport, string, error) {
		e, key, err := readCaseEvent(raw)
		if err == nil && !token.Allows(e.Agreement, "") {
			err = fmt.Errorf("This token is not for all of %s, as cases are. `steward token make SOURCE --for cases --only %s` makes one that is.", e.Agreement, e.Agreement)
		}
		return e, key, err
	}
	return takeEach(a, s, decode, func(es []slm.CaseReport) ([]store.Taken, error) {
		return a.Store.TakeEvents(ctx, token.Source, es, a.Now())
	})
}

// readCaseEvent reads one item. It leaves to the store what is not about how it
// is written.
func readCaseEvent(raw json.RawMessage) (slm.CaseReport, string, error) {
	var e caseEvent
	if err := decode(raw, &e); err != nil {
		return slm.CaseReport{}, e.Key, err
	}
	at, err := parseTime("at", e.At)
	return slm.CaseReport{
		Key: e.Key, Agreement: strings.ToUpper(e.Agreement), Case: e.Case, Clock: e.Clock, Priority: e.Priority,
		What: slm.Happening(e.Event), At: at, Link: e.Link,
	}, e.Key, err
}
