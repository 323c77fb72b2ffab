package intake

import (
	"cmp"
	"context"
	"log/slog"
	"maps"
	"net/http"
	"slices"
	"sync"
	"time"

	"steward/slm"
	"steward/store"
)

// The limits of fetching.
const (
	stepsAtOnce = 1000             // asked for in one query; Prometheus gives 11,000
	pullTime    = 30 * time.Second // for one query
	claimTime   = 5 * time.Minute  // after which another copy may fetch the same target
)

// A Pull is how the measurements of one target are fetched from Prometheus.
type Pull struct {
	Agreement string
	Target    string
	Server    Server
	Step      time.Duration // what one measurement spans; it divides an hour

	// The queries: Good and Total, or Value, or Histogram.
	Good      string // for the good events of the last $step
	Total     string // for all of them
	Value     string // for a number
	Histogram string // for the events of the last $step by buckets, those with the label le
	Times     int64  // in millionths: by what Value, or le, is multiplied to be in the target's unit; 0: by one
}

// source is the name under which what is fetched is kept.
func (p Pull) source() string { return "prometheus " + p.Server.Name }

// A Puller fetches measurements from Prometheus.
type Puller struct {
	Store *store.Store
	Log   *slog.Logger
	Now   func() time.Time
	Tick  <-chan time.Time // looks each time whether something can be fetched
	Pulls []Pull
}

// Run fetches at each tick what there is to fetch, until ctx ends. Servers are
// asked side by side, each for one target after the other. Several copies of
// Steward share the targets.
func (p Puller) Run(ctx context.Context) error {
	for _, pull := range p.Pulls {
		if err := p.Store.Expect(ctx, pull.source(), patience(pull), p.Now()); err != nil {
			return err
		}
	}
	client := &http.Client{Timeout: pullTime}
	defer client.CloseIdleConnections()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-p.Tick:
			p.round(ctx, client)
		}
	}
}

// patience is for how long nothing may be fetched before somebody is told.
func patience(p Pull) time.Duration { return max(15*time.Minute, 3*p.Step+p.Server.Delay) }

// round fetches everything once.
func (p Puller) round(ctx context.Context, client *http.Client) {
	byServer := map[string][]Pull{}
	for _, pull := range p.Pulls {
		byServer[pull.Server.Name] = append(byServer[pull.Server.Name], pull)
	}
	var group sync.WaitGroup
	for _, pulls := range byServer {
		group.Go(func() {
			for _, pull := range pulls {
				if err := p.fetch(ctx, client, pull); err != nil && ctx.Err() == nil {
					p.Log.Warn("cannot fetch measurements", "agreement", pull.Agreement, "target", pull.Target, "err", err)
				}
			}
		})
	}
	group.Wait()
}

// fetch brings one target up to date, in queries of a bounded size: first what
// is new, then what lies before, which a longer window of the target may want.
func (p Puller) fetch(ctx context.Context, client *http.Client, pull Pull) error {
	now := p.Now()
	claim, err := p.Store.ClaimPull(ctx, pull.source(), pull.Agreement, pull.Target, now, now.Add(claimTime))
	if err != nil || claim == nil {
		return err
	}
	defer func() {
		if err := p.Store.ReleasePull(context.WithoutCancel(ctx), claim); err != nil {
			p.Log.Warn("cannot let go of a pull", "err", err) // it is let go of by itself
		}
	}()
	until := now.Add(-pull.Server.Delay)
	inTime := func() bool { return p.Now().Before(now.Add(claimTime - 2*pullTime)) }
	for !claim.To.Add(pull.Step).After(until) && inTime() {
		from := claim.To
		claim.To = from.Add(pull.steps(until.Sub(from)))
		if err := p.part(ctx, client, pull, claim, slm.Period{From: from, To: claim.To}); err != nil {
			return err
		}
	}
	for !claim.From.Add(-pull.Step).Before(claim.First) && inTime() {
		to := claim.From
		claim.From = to.Add(-pull.steps(to.Sub(claim.First)))
		if err := p.part(ctx, client, pull, claim, slm.Period{From: claim.From, To: to}); err != nil {
			return err
		}
	}
	return nil
}

// steps gives as many whole steps of a time as one query asks for.
func (p Pull) steps(of time.Duration) time.Duration {
	return min(stepsAtOnce*p.Step, of.Truncate(p.Step))
}

// part fetches a few steps of a target, and stores that the claim has come so
// far.
func (p Puller) part(ctx context.Context, client *http.Client, pull Pull, claim *store.Pull, span slm.Period) error {
	got, err := pull.ask(ctx, client, span)
	if err != nil {
		return err
	}
	if err := p.Store.Hear(ctx, pull.source(), p.Now()); err != nil {
		return err
	}
	var ms []slm.Measurement
	var wrong error
	for from := span.From; from.Before(span.To); from = from.Add(pull.Step) {
		m, known, err := pull.measured(got, slm.Period{From: from, To: from.Add(pull.Step)})
		if known && err == nil {
			ms = append(ms, m)
		}
		wrong = cmp.Or(wrong, err)
	}
	if wrong != nil {
		p.Log.Warn("some of what was fetched cannot be counted", "agreement", pull.Agreement, "target", pull.Target, "err", wrong)
	}
	taken, err := p.Store.Take(ctx, pull.source(), ms, p.Now())
	if err != nil {
		return err
	}
	p.logRefused(ms, taken)
	return p.Store.PullDone(ctx, claim)
}

// logRefused logs the first refusal of each kind, and how many there are: a
// wrong query is refused at every step.
func (p Puller) logRefused(ms []slm.Measurement, taken []store.Taken) {
	first, count := map[string]string{}, map[string]int{}
	for i, t := range taken {
		if t.Outcome == store.Refused {
			first[t.Refusal.Key] = cmp.Or(first[t.Refusal.Key], ms[i].Key)
			count[t.Refusal.Key]++
		}
	}
	for _, why := range slices.Sorted(maps.Keys(count)) {
		p.Log.Warn("what was fetched is refused", "key", first[why], "why", why, "steps", count[why])
	}
}
