package main

import (
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slacksim"
	"steward/slm"
	"steward/store"
)

// TestKilled kills a copy of Steward with SIGKILL at every step on the way of a
// ping, an answer or a click, starts another, and proves that nothing is lost
// and nothing is said twice.
func TestKilled(t *testing.T) {
	for _, point := range []struct {
		name string
		kill func(*rig) // leaves everything settled by another copy
	}{
		{"before the measurement is kept", killedBeforeKept},
		{"owed, not claimed", killedBeforeClaim},
		{"while the DM is being opened", func(r *rig) { killedDuring(r, "conversations.open", slacksim.BeforeApply) }},
		{"the DM is open, not known", func(r *rig) { killedDuring(r, "conversations.open", slacksim.AfterApply) }},
		{"claimed, not posted", func(r *rig) { killedDuring(r, "chat.postMessage", slacksim.BeforeApply) }},
		{"posted, answer not read", func(r *rig) { killedDuring(r, "chat.postMessage", slacksim.AfterApply) }},
		{"posted, and the next copy waits for the lease", killedAndLeased},
		{"answer read, not kept", killedBeforeSent},
		{"while the next copy looks for it", killedWhileLooking},
		{"acknowledged, not edited", func(r *rig) { killedDuringEdit(r, slacksim.BeforeApply) }},
		{"edited, not kept", func(r *rig) { killedDuringEdit(r, slacksim.AfterApply) }},
		{"clicked, not acknowledged", killedInClick},
		{"while it escalates", killedInEscalation},
		{"a clock has run out, its breach not kept", killedWhileJudgingClock},
		{"question kept, not answered", func(r *rig) { killedInAnswer(r, slacksim.BeforeApply) }},
		{"question answered, not kept as answered", func(r *rig) { killedInAnswer(r, slacksim.AfterApply) }},
	} {
		t.Run(point.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t)
			point.kill(r)
			r.checkPings()
		})
	}
}

// The demo's promise with a holder and a deputy.
const (
	killedAgreement = "SLA-ORION-HR"
	holder, deputy  = "mei.lin", "jonas.weber"
)

func brokenPromise() sample { return failing(killedAgreement, "availability") }

// reached waits until a call of Slack is held.
func (r *rig) reached(h *slacksim.Hold) {
	r.t.Helper()
	select {
	case <-h.Reached():
	case <-time.After(longWait):
		r.t.Fatal("no call of Slack was held")
	}
}

// lock locks rows from outside, as a slow transaction does.
func (r *rig) lock(sql string, args ...any) pgx.Tx {
	r.t.Helper()
	tx, err := r.db.Begin(r.t.Context())
	r.must(err)
	_, err = tx.Exec(r.t.Context(), sql, args...)
	r.must(err)
	return tx
}

// killWaiting kills the copy once one of its statements waits for the lock. A
// server works on at a statement whose client is gone until it notices, so it
// is told, before the lock is given up.
func (r *rig) killWaiting(c *running, lock pgx.Tx) {
	r.t.Helper()
	const waiting = `FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
	r.until("a statement waits for the lock", func() bool { return r.count(`SELECT count(*) `+waiting) > 0 })
	c.stop()
	r.exec(`SELECT pg_terminate_backend(pid) ` + waiting)
	r.until("no statement waits", func() bool { return r.count(`SELECT count(*) `+waiting) == 0 })
	r.must(lock.Rollback(r.t.Context()))
}

// endLeases is time that passes: what the dead copy had claimed is due again.
func (r *rig) endLeases() {
	r.t.Helper()
	r.exec(`UPDATE pings SET due_at = $1 WHERE dropped_at IS NULL AND drawn < want`, time.Now())
	r.exec(`UPDATE inbox SET due_at = $1 WHERE done_at IS NULL`, time.Now())
}

// resume lets another copy do what the dead one left.
func (r *rig) resume() *running {
	r.t.Helper()
	r.endLeases()
	c := r.spawn()
	c.ready()
	r.settle()
	return c
}

// told fails unless exactly these people were told of the one breach, in this
// order.
func (r *rig) told(handles ...string) {
	r.t.Helper()
	var told []string
	for _, p := range r.pings() {
		if p.Dropped == "" {
			told = append(told, p.Handle)
		}
	}
	if n := r.count(`SELECT count(*) FROM breaches`); n != 1 || !slices.Equal(told, handles) {
		r.t.Errorf("%d breaches, told %v; want 1, told %v", n, told, handles)
	}
}

func killedBeforeKept(r *rig) {
	first := r.spawn()
	first.ready()
	lock := r.lock(`SELECT FROM targets FOR UPDATE`)
	lost := make(chan error, 1)
	go func() {
		_, err := first.send(brokenPromise())
		lost <- err
	}()
	r.killWaiting(first, lock)
	if err := <-lost; err == nil {
		r.t.Error("the source was told that all is well")
	}
	if n := r.count(`SELECT count(*) FROM measurements`); n != 0 {
		r.t.Errorf("%d measurements are kept of half a transaction", n)
	}
	second := r.resume()
	second.measure(brokenPromise()) // the source repeats what was not confirmed
	outcomes, err := second.send(brokenPromise())
	r.must(err)
	if outcomes[0] != "repeated" {
		r.t.Errorf("sent again, the measurement was %s", outcomes[0])
	}
	r.settle()
	r.told(holder)
}

func killedBeforeClaim(r *rig) {
	connect := r.sim.Hold("auth.test", slacksim.BeforeApply)
	first := r.spawn()
	r.reached(connect) // it claims nothing before it knows who it is
	first.measure(brokenPromise())
	first.stop()
	if n := r.count(`SELECT count(*) FROM pings WHERE attempts = 0`); n != 1 {
		r.t.Fatalf("%d pings are owed and not claimed, want 1", n)
	}
	r.resume()
	r.told(holder)
}

// killedDuring kills at the first call of a method of Slack.
func killedDuring(r *rig, method string, when slacksim.When) {
	h := r.sim.Hold(method, when)
	first := r.spawn()
	first.ready()
	first.measure(brokenPromise())
	r.reached(h)
	first.stop()
	r.resume()
	r.told(holder)
}

func killedAndLeased(r *rig) {
	h := r.sim.Hold("chat.postMessage", slacksim.AfterApply)
	first := r.spawn()
	second := r.spawn()
	first.ready()
	second.ready()
	first.measure(brokenPromise())
	r.reached(h)
	// Which of the two has claimed it is not known: each would do.
	first.stop()
	second.stop()
	r.spawn()
	r.settle()
	r.told(holder)
}

func killedBeforeSent(r *rig) {
	h := r.sim.Hold("chat.postMessage", slacksim.AfterApply)
	first := r.spawn()
	first.ready()
	first.measure(brokenPromise())
	r.reached(h)
	lock := r.lock(`SELECT FROM pings FOR UPDATE`)
	h.Release()
	r.killWaiting(first, lock)
	if n := r.count(`SELECT count(*) FROM pings WHERE sent_at IS NULL AND unsure`); n != 1 {
		r.t.Fatalf("%d pings are unsure, want 1", n)
	}
	r.resume()
	r.told(holder)
}

func killedWhileLooking(r *rig) {
	h := r.sim.Hold("chat.postMessage", slacksim.AfterApply)
	first := r.spawn()
	first.ready()
	first.measure(brokenPromise())
	r.reached(h)
	first.stop()
	look := r.sim.Hold("conversations.history", slacksim.AfterApply)
	r.endLeases()
	second := r.spawn()
	r.reached(look)
	second.stop()
	r.resume()
	r.told(holder)
}

// killedWhileJudgingClock kills a copy that has judged the clock of a case and
// recorded its breach, before the transaction is over.
func killedWhileJudgingClock(r *rig) {
	first := r.spawn()
	first.ready()
	chain := r.lock(`SELECT pg_advisory_xact_lock(7483922)`) // that of those who seal a breach
	const within = 30 * time.Minute                          // of OLA-FIRST-CALL, at any hour
	taken, err := r.open().TakeEvents(r.t.Context(), "test", []slm.CaseReport{{
		Key: "k", Agreement: "OLA-FIRST-CALL", Case: "INC-1", Clock: "response", Priority: "P1", What: slm.Start, At: time.Now().Add(2*time.Second - within),
	}}, time.Now())
	r.must(err)
	if taken[0].Outcome != store.Stored {
		r.t.Fatalf("%+v", taken[0])
	}
	r.killWaiting(first, chain)
	if n := r.count(`SELECT count(*) FROM breaches`) + r.count(`SELECT count(decided_at) FROM case_clocks`); n != 0 {
		r.t.Error("half of a judgement is kept")
	}
	r.resume()
	r.until("the breach is told", func() bool { return r.count(`SELECT count(sent_at) FROM pings WHERE kind = 'breach'`) == 1 })
	r.settle()
	r.told("liu.yang", "liu.yang") // the warning, and the breach
}
