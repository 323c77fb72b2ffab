package intake

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"strings"
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
	Good      string        // a query for the good events of the last $step
	Total     string        // a query for all of them
	Step      time.Duration // what one measurement spans; it divides an hour
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

// fetch brings one target up to date, in queries of a bounded size.
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
	for !claim.To.Add(pull.Step).After(until) && p.Now().Before(now.Add(claimTime-2*pullTime)) {
		steps := min(stepsAtOnce, int(until.Sub(claim.To)/pull.Step))
		if err := p.part(ctx, client, pull, claim, steps); err != nil {
			return err
		}
	}
	return nil
}

// part fetches the next steps of a target, and remembers that.
func (p Puller) part(ctx context.Context, client *http.Client, pull Pull, claim *store.Pull, steps int) error {
	end := claim.To.Add(time.Duration(steps) * pull.Step)
	values := make([]map[int64]float64, 2)
	for i, query := range []string{pull.Good, pull.Total} {
		var err error
		query = strings.ReplaceAll(query, "$step", fmt.Sprintf("%ds", int64(pull.Step/time.Second)))
		if values[i], err = pull.Server.series(ctx, client, query, claim.To.Add(pull.Step), end, pull.Step); err != nil {
			return err
		}
	}
	if err := p.Store.Hear(ctx, pull.source(), p.Now()); err != nil {
		return err
	}
	ms, err := measured(claim, pull.Step, values[0], values[1], steps)
	if err != nil {
		p.Log.Warn("some of what was fetched cannot be counted", "agreement", pull.Agreement, "target", pull.Target, "err", err)
	}
	taken, err := p.Store.Take(ctx, pull.source(), ms, p.Now())
	if err != nil {
		return err
	}
	for i, t := range taken {
		if t.Outcome == store.Refused {
			p.Log.Warn("what was fetched is refused", "key", ms[i].Key, "why", t.Refusal.Key)
		}
	}
	claim.To = end
	return p.Store.PullDone(ctx, claim)
}

// measured makes a measurement of each step for which both numbers are known.
// Prometheus gives fractions, also of events, since it extrapolates: both are
// rounded to the nearest whole number, halves up. What cannot be is left out,
// and so unknown, and the first of it is the error.
func measured(claim *store.Pull, step time.Duration, good, total map[int64]float64, steps int) ([]slm.Measurement, error) {
	var ms []slm.Measurement
	var wrong error
	for i := range steps {
		from := claim.To.Add(time.Duration(i) * step)
		to := from.Add(step)
		g, hasGood := good[to.Unix()]
		n, hasTotal := total[to.Unix()]
		if !hasGood || !hasTotal {
			continue
		}
		if g > n && g <= n*(1+1e-9) { // sums of fractions in another order
			g = n
		}
		if g < 0 || g > n || n > 1e12 {
			if wrong == nil {
				wrong = fmt.Errorf("%g good of %g at %s", g, n, to.UTC().Format(time.RFC3339))
			}
			continue
		}
		ms = append(ms, slm.Measurement{
			Key:       fmt.Sprintf("%s/%s/%d/%d", claim.Agreement, claim.Target, from.Unix(), to.Unix()),
			Agreement: claim.Agreement, Target: claim.Target, From: from, To: to,
			Good: int64(math.Floor(g + 0.5)), Total: int64(math.Floor(n + 0.5)),
		})
	}
	return ms, wrong
}
