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
	d, err := a.Store.Directory(ctx)
	if err != nil {
		return nil, err
	}
	for i, alert := range hook.Alerts {
		results[i] = result{Key: alert.Fingerprint, Outcome: ignored}
		all, why := alert.outages(token, d)
		if why != "" {
			results[i].refuse(i+1, why)
		}
		for _, outage := range all {
			outages, places = append(outages, outage), append(places, i)
		}
	}
	taken, err := a.Store.TakeOutages(ctx, token.Source, outages, a.Now())
	if err != nil {
		return nil, err
	}
	for n, t := range taken {
		one := result{Key: results[places[n]].Key}
		if one.become(places[n]+1, t, a.Words); weight[one.Outcome] > weight[results[places[n]].Outcome] {
			results[places[n]] = one
		}
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

// weight orders what may become of the outages of one alert: the answer says
// what has most of it.
var weight = map[store.Outcome]int{ignored: 0, store.Repeated: 1, store.Stored: 2, store.Refused: 3}

// outages gives what the alert says of targets, or why it cannot: of the target
// of an agreement that it names, or else of those of the SLAs of a service. One
// that names neither is about nothing.
func (a alert) outages(token *store.Token, d *slm.Directory) ([]slm.OutageReport, string) {
	labels := token.Labels
	agreement, target, service := strings.ToUpper(a.Labels[labels.Agreement]), a.Labels[labels.Target], a.Labels[labels.Service]
	o := slm.OutageReport{Key: a.Fingerprint, Agreement: agreement, Target: target, From: a.StartsAt}
	if a.Status == "resolved" {
		o.To = a.EndsAt
	}
	switch {
	case agreement == "" && target == "": // a service alone is a label that anybody may have
		return nil, ""
	case target == "", agreement == "" && service == "":
		return nil, fmt.Sprintf("The alert needs both labels, %s and %s, or %s instead of the first.", labels.Agreement, labels.Target, labels.Service)
	case agreement != "" && !token.Allows(agreement, target):
		return nil, fmt.Sprintf("This token is not for %s of %s.", target, agreement)
	case a.Status == "resolved" && o.To.IsZero():
		return nil, "A resolved alert needs its endsAt."
	case a.Status != "resolved" && a.Status != "firing":
		return nil, fmt.Sprintf("The status of an alert is firing or resolved, not %q.", a.Status)
	case agreement != "":
		return []slm.OutageReport{o}, ""
	}
	return ofService(o, service, token, d)
}

// ofService gives an outage of a service as one of each of its SLAs in force
// that have the target and that the token is for.
func ofService(o slm.OutageReport, service string, token *store.Token, d *slm.Directory) ([]slm.OutageReport, string) {
	var all []slm.OutageReport
	key := o.Key
	for _, a := range d.Promising(service, o.Target, o.From) {
		if token.Allows(a.Code, o.Target) {
			o.Agreement, o.Key = a.Code, key+"/"+a.Code // an outage is of one target
			all = append(all, o)
		}
	}
	if len(all) == 0 {
		return nil, fmt.Sprintf("No SLA in force about the service %q has a target %s that this token is for.", service, o.Target)
	}
	return all, ""
}
