package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"golang.org/x/sync/errgroup"

	"steward/slacksim"
	"steward/slm"
	"steward/store"
)

// stormSize is how many people are told of a breach at once.
const stormSize = 300

// TestStorm lets two copies bring three hundred breaches to as many people,
// while Slack limits, fails, answers and then loses the answer, sends things
// twice and drops its sockets, and Redis forgets everything. Each ping arrives
// exactly once, with the right person.
func TestStorm(t *testing.T) {
	t.Parallel()
	for _, seed := range []uint64{1} { // others can be tried here
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := newRig(t, func(d *slm.Directory) { addStewards(d, stormSize) })
			weather := weather{r, rand.New(rand.NewPCG(seed, 0))}
			copies := []*running{r.start(), r.start()}
			ctx, over := context.WithCancel(t.Context())
			var blowing errgroup.Group
			blowing.Go(func() error { return weather.blow(ctx) })
			began := time.Now()
			r.sendAll(copies, stormSize)
			r.until("half of the pings are sent", func() bool { return r.count(`SELECT count(sent_at) FROM pings`) > stormSize/2 })
			r.forgetRedis()
			r.until("all pings are sent", func() bool { return r.count(`SELECT count(sent_at) FROM pings`) == stormSize })
			t.Logf("all sent after %s", time.Since(began).Round(time.Millisecond))
			over()
			r.must(blowing.Wait())
			r.sim.ClearFaults()
			r.settle()
			r.checkPings()
			r.checkAnswers()
			if n := r.count(`SELECT count(*) FROM pings WHERE key <> 'breach/' || breach_id || '/step/0'`); n != 0 {
				t.Errorf("%d pings are not about the first step of a breach", n)
			}
		})
	}
}

// TestSlowSlack has so many pings wait for a Slack that takes four seconds for
// each that the claims of those at the end run out while they wait.
func TestSlowSlack(t *testing.T) {
	t.Parallel()
	const people, slow = 160, 4 // seconds
	r := newRig(t, func(d *slm.Directory) { addStewards(d, people) })
	copies := []*running{r.start(), r.start()}
	r.must(r.sim.Inject(slacksim.Fault{Method: "chat.postMessage", Kind: slacksim.FaultDelay, Seconds: slow, Count: people}))
	r.sendAll(copies, people)
	r.settle()
	r.checkPings()
}

func stormy(i int) (handle, code string) {
	return fmt.Sprintf("steward.%03d", i), fmt.Sprintf("SLA-STORM-%03d", i)
}

// addStewards adds n agreements, each with an administrator of its own.
func addStewards(d *slm.Directory, n int) {
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	var last int64
	for _, p := range d.People {
		last = max(last, p.ID)
	}
	for i := range n {
		handle, code := stormy(i)
		person := slm.Person{
			ID: last + int64(i) + 1, Email: handle + "@orion.example", Name: slm.Text{EN: handle, ZH: handle},
			Lang: []slm.Lang{slm.English, slm.Chinese}[i%2], Zone: "UTC", Party: "IT-OPS",
		}
		d.People = append(d.People, person)
		d.Agreements = append(d.Agreements, slm.Agreement{
			Code: code, Kind: slm.SLA, Title: slm.Text{EN: code, ZH: code}, Provider: "IT-OPS", Consumer: "HR",
			Services: []string{"VEGA-MAIL"}, State: "in force", Version: 1, From: from, Zone: "UTC",
			AlertRole: slm.ServiceLevelAdministrator, AnswerWithin: time.Hour,
			Targets: []slm.Target{{Agreement: code, Key: "availability", Name: slm.Text{EN: "availability", ZH: "可用性"}, Objective: 999_000}},
		})
		d.Assignments = append(d.Assignments, slm.Assignment{
			Role: slm.ServiceLevelAdministrator, Scope: slm.Scope{Kind: slm.AgreementScope, Code: code}, Person: person.ID, From: from,
		})
	}
	d.Index()
}

// sendAll breaks every promise, through both copies at once, in small requests.
func (r *rig) sendAll(copies []*running, people int) {
	r.t.Helper()
	var all errgroup.Group
	all.SetLimit(4)
	for first := 0; first < people; first += 10 {
		all.Go(func() error {
			var samples []sample
			for i := first; i < first+10; i++ {
				_, code := stormy(i)
				samples = append(samples, failing(code, "availability"))
			}
			outcomes, err := copies[first/10%len(copies)].send(samples...)
			if i := slices.IndexFunc(outcomes, func(o store.Outcome) bool { return o != store.Stored }); i >= 0 {
				return fmt.Errorf("measurement %d was %s", first+i, outcomes[i])
			}
			return err
		})
	}
	r.must(all.Wait())
}

// forgetRedis deletes all that the copies keep in Redis.
func (r *rig) forgetRedis() {
	r.t.Helper()
	options, err := redis.ParseURL(r.settings.RedisURL)
	r.must(err)
	client := redis.NewClient(options)
	defer client.Close() //nolint:errcheck // nothing follows
	var space string
	r.must(r.db.QueryRow(r.t.Context(),
		`SELECT 'steward:' || md5(install::text || current_database()) || ':' FROM directory`).Scan(&space))
	keys, err := client.Keys(r.t.Context(), space+"*").Result()
	r.must(err)
	if len(keys) == 0 {
		r.t.Error("Redis knew nothing: the test does not see the copies' keys")
		return
	}
	r.must(client.Del(r.t.Context(), keys...).Err())
}

// weather is what goes wrong in the workspace, and what people do meanwhile.
type weather struct {
	*rig
	random *rand.Rand
}

// The faults that may follow a message; the kinds repeat by how likely they are.
var gusts = []slacksim.Fault{
	{Method: "chat.postMessage", Kind: slacksim.FaultRateLimited, Seconds: 1},
	{Method: "chat.postMessage", Kind: slacksim.FaultStatus, Status: http.StatusServiceUnavailable},
	{Method: "chat.postMessage", Kind: slacksim.FaultError, Error: "internal_error"},
	{Method: "chat.postMessage", Kind: slacksim.FaultLoseAnswer},
	{Method: "chat.postMessage", Kind: slacksim.FaultLoseAnswer},
	{Method: "conversations.open", Kind: slacksim.FaultStatus, Status: http.StatusInternalServerError},
	{Method: "conversations.open", Kind: slacksim.FaultLoseAnswer},
	{Method: "conversations.history", Kind: slacksim.FaultRateLimited, Seconds: 1},
	{Method: "conversations.history", Kind: slacksim.FaultStatus, Status: http.StatusBadGateway},
	{Method: "chat.update", Kind: slacksim.FaultLoseAnswer},
	{Method: "chat.update", Kind: slacksim.FaultRateLimited, Seconds: 1},
	{Kind: slacksim.FaultDuplicate, Count: 2},
}

// blow follows what is posted. After a message there may come a fault, its
// reader may acknowledge it, and somebody may ask something.
func (w weather) blow(ctx context.Context) error {
	for seen, n := 0, 0; ctx.Err() == nil; {
		more := w.sim.More()
		for _, c := range w.sim.Changes(seen) {
			seen = c.Seq
			if c.Kind != slacksim.Posted || c.Message.Metadata == nil {
				continue
			}
			n++
			if err := w.after(c, n); err != nil {
				return err
			}
		}
		select {
		case <-more:
		case <-ctx.Done():
		}
	}
	return nil
}

func (w weather) after(c slacksim.Change, n int) error {
	if n == stormSize/3 {
		w.sim.DropSockets()
	}
	if w.random.IntN(3) == 0 {
		if err := w.sim.Inject(gusts[w.random.IntN(len(gusts))]); err != nil {
			return err
		}
	}
	if n%20 == 0 {
		if _, err := w.sim.As("emily.carter").Say("helpdesk", "@steward who handles the Orion payroll SLA?"); err != nil {
			return err
		}
	}
	people := w.sim.DMWith(c.Channel)
	if n%5 != 0 || len(people) == 0 {
		return nil
	}
	at := slacksim.Place{Channel: c.Channel, TS: c.Message.TS}
	return w.sim.As(people[0]).Click(at, "acknowledge.0")
}

// checkAnswers proves that every question was answered once, in its thread.
func (r *rig) checkAnswers() {
	r.t.Helper()
	emily := r.sim.As("emily.carter")
	asked := 0
	for _, m := range emily.Messages("helpdesk") {
		if !strings.Contains(m.Text, "who handles") {
			continue
		}
		asked++
		if thread := emily.Thread("helpdesk", m.TS); len(thread) != 2 {
			r.t.Errorf("a question has %d answers", len(thread)-1)
		}
	}
	if asked < stormSize/20 {
		r.t.Errorf("only %d questions were asked", asked)
	}
}
