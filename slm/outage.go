package slm

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// An OutageReport says that a target was not met from a time on, as an alert
// does. Source, Key and From together are one outage, which may be told of
// many times and in any order.
type OutageReport struct {
	Key       string // of the alert, such as its fingerprint
	Agreement string
	Target    string
	From      time.Time
	To        time.Time // zero: it lasts
}

// Check refuses, as Invalid, what cannot be an outage: no key, no begin, an end
// before it, or times in the future.
func (r OutageReport) Check(now time.Time) error {
	switch {
	case r.Key == "" || utf8.RuneCountInString(r.Key) > 200 || strings.ContainsRune(r.Key, 0):
		return Refuse(Invalid, "outage.key")
	case r.From.IsZero() || !r.To.IsZero() && r.To.Before(r.From):
		return Refuse(Invalid, "outage.span")
	case r.From.After(now.Add(skew)):
		return Refuse(Invalid, "measurement.future", "to", r.From.UTC().Format(time.RFC3339))
	case r.To.After(now.Add(skew)):
		return Refuse(Invalid, "measurement.future", "to", r.To.UTC().Format(time.RFC3339))
	}
	return nil
}

// Promising gives the SLAs that bound their sides at a time and have a target
// of a key about a service, which is named by its code, name or alias.
func (d *Directory) Promising(service, target string, at time.Time) []*Agreement {
	var all []*Agreement
	for i := range d.Agreements {
		a := &d.Agreements[i]
		about := slices.ContainsFunc(a.Services, func(code string) bool {
			s := d.Service(code)
			return s != nil && s.named(service)
		})
		promises := slices.ContainsFunc(a.Targets, func(t Target) bool { return t.Key == target })
		if a.Kind == SLA && about && promises && a.HoldsAt(at) {
			all = append(all, a)
		}
	}
	return all
}

// named reports whether a word names the service. Case does not count.
func (s *Service) named(word string) bool {
	return slices.ContainsFunc(append([]string{s.Code, s.Name.EN, s.Name.ZH}, s.Aliases...), func(name string) bool {
		return name != "" && strings.EqualFold(name, word)
	})
}

// A Watched is a span of whole seconds for which it is known whether the target
// was met.
type Watched struct {
	Period
	Bad bool
}

// Measurement gives the watched span as one: all of its seconds are good, or
// none. Its key names the target and the span.
func (w Watched) Measurement(agreement, target string) Measurement {
	seconds := int64(w.To.Sub(w.From) / time.Second)
	m := Measurement{
		Key: strings.Join([]string{
			"watch", agreement, target, strconv.FormatInt(w.From.Unix(), 10), strconv.FormatInt(w.To.Unix(), 10),
		}, "/"),
		Agreement: agreement, Target: target, From: w.From, To: w.To, Total: seconds,
	}
	if !w.Bad {
		m.Good = seconds
	}
	return m
}

// Watch cuts a span into what is known of it: bad is what lies in an outage,
// unknown and left out is what lies in a gap but in no outage, and the rest is
// good. Outages and gaps may overlap and come in any order; an outage whose end
// is zero lasts. Their edges are cut down to whole seconds. No piece goes
// over a midnight in the zone, so that each belongs to one window.
func Watch(span Period, outages, gaps []Period, zone *time.Location) []Watched {
	span = Period{span.From.Truncate(time.Second), span.To.Truncate(time.Second)}
	edges := []time.Time{span.From, span.To}
	edge := func(t time.Time) {
		if t.After(span.From) && t.Before(span.To) {
			edges = append(edges, t)
		}
	}
	outages, gaps = within(outages, span.To), within(gaps, span.To)
	for _, p := range slices.Concat(outages, gaps) {
		edge(p.From)
		edge(p.To)
	}
	for t := midnightAfter(span.From, zone); t.Before(span.To); t = midnightAfter(t, zone) {
		edge(t)
	}
	slices.SortFunc(edges, time.Time.Compare)
	var pieces []Watched
	for i := 1; i < len(edges); i++ {
		p := Period{edges[i-1], edges[i]}
		bad := anyContains(outages, p.From)
		if !p.From.Before(p.To) || !bad && anyContains(gaps, p.From) {
			continue
		}
		midnight := p.From.Equal(midnightAfter(p.From.Add(-time.Second), zone))
		if n := len(pieces); n > 0 && !midnight && pieces[n-1].Bad == bad && pieces[n-1].To.Equal(p.From) {
			pieces[n-1].To = p.To
			continue
		}
		pieces = append(pieces, Watched{p, bad})
	}
	return pieces
}

// within cuts edges down to whole seconds, and puts the end where one lasts.
func within(ps []Period, end time.Time) []Period {
	cut := make([]Period, len(ps))
	for i, p := range ps {
		if p.To.IsZero() {
			p.To = end
		}
		cut[i] = Period{p.From.Truncate(time.Second), p.To.Truncate(time.Second)}
	}
	return cut
}

func anyContains(ps []Period, t time.Time) bool {
	return slices.ContainsFunc(ps, func(p Period) bool { return p.Contains(t) })
}

// midnightAfter gives the first moment of the day after the time's in the
// zone.
func midnightAfter(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	next := time.Date(y, m, d+1, 0, 0, 0, 0, zone)
	if next.Day() == d { // clocks go forward at midnight, which is left out
		_, next = next.ZoneBounds()
	}
	return next
}
