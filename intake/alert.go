package intake

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

// The labels of an alert that name the target which it is about.
const (
	agreementLabel = "steward_agreement"
	targetLabel    = "steward_target"
)

// a webhook is what Alertmanager sends, version 4. It may grow by what we do
// not know.
type webhook struct {
	Version   string  `json:"version"`
	Truncated int     `json:"truncatedAlerts"`
	Alerts    []alert `json:"alerts"`
}

type alert struct {
	Status      string            `json:"status"`
	Labels      map[string]string `json:"labels"`
	StartsAt    time.Time         `json:"startsAt"`
	EndsAt      time.Time         `json:"endsAt"` // in the year 1 while it is firing
	Fingerprint string            `json:"fingerprint"`
}

// alerts takes the alerts of one notification of Alertmanager: those that name
// a target are outages of it. Others are ignored, but show that the source is
// alive. Alertmanager reads only the status of the answer, so what is refused
// is logged, too.
func (a api) alerts(ctx context.Context, token *store.Token, s sent) ([]result, error) {
	var hook webhook
	if err := json.Unmarshal(s.body, &hook); err != nil || hook.Version != "4" {
		return nil, &refusal{http.StatusBadRequest, "The body is no notification of Alertmanager in version 4."}
	}
	if hook.Truncated > 0 {
		a.Log.Warn("alertmanager leaves alerts out: set max_alerts of its webhook to 0", "source", token.Source, "alerts", hook.Truncated)
	}
	results := make([]result, len(hook.Alerts))
	var outages []slm.OutageReport
	var places []int
	for i, alert := range hook.Alerts {
		results[i] = result{Key: alert.Fingerprint, Outcome: ignored}
		switch outage, about, why := alert.outage(token); {
		case why != "":
			results[i].refuse(i+1, why)
		case about:
			outages, places = append(outages, outage), append(places, i)
		}
	}
	taken, err := a.Store.TakeOutages(ctx, token.Source, outages, a.Now())
	if err != nil {
		return nil, err
	}
	for n, t := range taken {
		results[places[n]].become(places[n]+1, t, a.Words)
	}
	for i, r := range results {
		if r.Outcome == store.Refused {
			a.Log.Warn("alert refused", "source", token.Source, "alertname", hook.Alerts[i].Labels["alertname"], "why", r.Why)
		}
	}
	return results, nil
}

// ignored is the outcome of an alert that names no target.
const ignored store.Outcome = "ignored"

// outage gives what the alert says of a target, or why it cannot. One that
// names no target is about nothing.
func (a alert) outage(token *store.Token) (o slm.OutageReport, about bool, why string) {
	o = slm.OutageReport{
		Key: a.Fingerprint, Agreement: strings.ToUpper(a.Labels[agreementLabel]), Target: a.Labels[targetLabel], From: a.StartsAt,
	}
	if a.Status == "resolved" {
		o.To = a.EndsAt
	}
	switch {
	case o.Agreement == "" && o.Target == "":
		return o, false, ""
	case o.Agreement == "" || o.Target == "":
		why = fmt.Sprintf("The alert needs both labels, %s and %s.", agreementLabel, targetLabel)
	case !token.Allows(o.Agreement, o.Target):
		why = fmt.Sprintf("This token is not for %s of %s.", o.Target, o.Agreement)
	case a.Status == "resolved" && o.To.IsZero():
		why = "A resolved alert needs its endsAt."
	case a.Status != "resolved" && a.Status != "firing":
		why = fmt.Sprintf("The status of an alert is firing or resolved, not %q.", a.Status)
	}
	return o, why == "", why
}
