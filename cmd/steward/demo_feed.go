package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

// When the feed of the demo does what.
const (
	feedEvery   = 5 * time.Second
	breachAfter = 20 * time.Second
	outage      = 2 * time.Hour
)

// The promise that the demo breaks, unless an earlier run on the same data did.
const (
	brokenAgreement = "SLA-ORION-HR"
	brokenTarget    = "availability"
)

// a victim is the promise that this run breaks, and who will be told.
type victim struct {
	agreement, target string
	person            *slm.Person
}

// choose finds a promise that was not broken this month: a breach is told
// once, so breaking the same one again would show nothing.
func (d *demonstration) choose(ctx context.Context, db *store.Store, now time.Time) error {
	dir, err := db.Directory(ctx)
	if err != nil {
		return err
	}
	candidates := []*slm.Agreement{dir.Agreement(brokenAgreement)}
	for i := range dir.Agreements {
		candidates = append(candidates, &dir.Agreements[i])
	}
	for _, a := range candidates {
		if !a.HoldsAt(now) {
			continue
		}
		zone, err := time.LoadLocation(a.Zone)
		if err != nil {
			return fmt.Errorf("zone of %s: %w", a.Code, err)
		}
		for _, t := range a.Targets {
			if d.broken.person = first(dir.Ladder(a, now)); d.broken.person == nil || t.Kind != slm.LevelTarget || a.Code == brokenAgreement && t.Key != brokenTarget {
				continue
			}
			breach, err := db.BreachOf(ctx, t.ID, slm.MonthOf(now, zone).From)
			if err != nil {
				return err
			}
			if breach == nil {
				d.broken.agreement, d.broken.target = a.Code, t.Key
				return nil
			}
		}
	}
	return errors.New("every promise of the demo is broken this month: start without --data, or with an empty directory")
}

// first gives the first person of a ladder, or nil.
func first(ladder []slm.Rung) *slm.Person {
	for _, rung := range ladder {
		if rung.Person != nil {
			return rung.Person
		}
	}
	return nil
}

// a sample is one measurement as the intake takes it.
type sample struct {
	Key       string    `json:"key"`
	Agreement string    `json:"agreement"`
	Target    string    `json:"target"`
	From      time.Time `json:"from"`
	To        time.Time `json:"to"`
	Good      int64     `json:"good"`
	Total     int64     `json:"total"`
}

// feed measures every promise of the company until ctx ends: first the month
// so far, then every few seconds. Once, one service is down.
func (d *demonstration) feed(ctx context.Context) error {
	began := time.Now()
	if err := d.send(ctx, d.monthSoFar(began)); err != nil {
		return err
	}
	tick := time.NewTicker(feedEvery)
	defer tick.Stop()
	broken := false
	for {
		select {
		case <-ctx.Done():
			return nil
		case now := <-tick.C:
			samples := d.samples(now.Add(-feedEvery), now)
			if !broken && now.Sub(began) >= breachAfter {
				broken = true
				samples = append(samples, sample{
					Key: "outage/" + strconv.FormatInt(now.Unix(), 10), Agreement: d.broken.agreement, Target: d.broken.target,
					From: now.Add(-outage), To: now, Good: 0, Total: int64(outage / time.Second),
				})
			}
			if err := d.send(ctx, samples); err != nil {
				return err
			}
		}
	}
}

// samples are good measurements of everything in force, in seconds.
func (d *demonstration) samples(from, to time.Time) []sample {
	var samples []sample
	total := int64(to.Sub(from) / time.Second)
	if total <= 0 {
		return nil
	}
	for _, a := range d.company.Agreements {
		if !a.HoldsAt(from) {
			continue
		}
		for _, t := range a.Targets {
			if t.Kind != slm.LevelTarget {
				continue // not counted in good seconds
			}
			// Nothing is perfect: a third of what the promise allows goes wrong.
			bad := total * int64(slm.Whole-t.Objective) / int64(slm.Whole) / 3
			samples = append(samples, sample{
				Key: a.Code + "/" + t.Key + "/" + strconv.FormatInt(from.Unix(), 10), Agreement: a.Code, Target: t.Key,
				From: from, To: to, Good: total - bad, Total: total,
			})
		}
	}
	return samples
}

// monthSoFar are the days of this month up to now.
func (d *demonstration) monthSoFar(now time.Time) []sample {
	var samples []sample
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		zone = time.UTC
	}
	for from := slm.MonthOf(now, zone).From; from.Before(now); from = from.AddDate(0, 0, 1) {
		to := from.AddDate(0, 0, 1)
		if to.After(now) {
			to = now
		}
		samples = append(samples, d.samples(from, to)...)
	}
	return samples
}

// send posts samples to Steward's intake, as any source would.
func (d *demonstration) send(ctx context.Context, samples []sample) error {
	body, err := json.Marshal(samples)
	if err != nil {
		return fmt.Errorf("write samples: %w", err)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost,
		"http://"+d.listen.Addr().String()+"/v1/measurements", bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("send samples: %w", err)
	}
	request.Header.Set("Authorization", "Bearer "+d.token)
	client := &http.Client{Timeout: 30 * time.Second}
	response, err := client.Do(request)
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		return fmt.Errorf("send samples: %w", err)
	}
	defer response.Body.Close() //nolint:errcheck // only read
	if response.StatusCode != http.StatusOK {
		answer, _ := io.ReadAll(io.LimitReader(response.Body, 500))
		return fmt.Errorf("send samples: %s: %s", response.Status, answer)
	}
	return nil
}

// welcome says where the page is and what to try.
func (d *demonstration) welcome() string {
	handle, _, _ := strings.Cut(d.broken.person.Email, "@")
	return fmt.Sprintf(`
  Open  %s

  Five things to try:
    1. In #helpdesk, as anybody:   @steward who handles the Orion payroll SLA?
       in Chinese:                 @steward 谁负责签订 OLA？
    2. Be %s (%s, #as=%s) and wait: about %d seconds after the start
       %s breaches, and Steward says so. Click, or do not answer and see
       it escalate.
    3. As Lin Mei (#as=mei.lin):   /sla survey %s
       then be Sun Li, Emily Carter or the supplier's Klara Lindqvist, and answer.
    4. As anybody:                 /sla status ORION-PAYROLL   and   /sla feedback %s
    5. As anybody:                 /sla roles   and   /sla who covers Priya Nair?

  Ctrl-C ends everything.
`, d.page.URL, d.broken.person.Name.EN, d.broken.person.Name.ZH, handle, int(breachAfter/time.Second), d.broken.agreement,
		brokenAgreement, brokenAgreement)
}
