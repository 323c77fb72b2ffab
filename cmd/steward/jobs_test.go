package main

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"golang.org/x/sync/errgroup"

	"steward/bot"
	"steward/internal/devstack"
	"steward/slacksim"
	"steward/slm"
	"steward/store"
)

// startWithoutSweep runs a copy whose only clock is the job library.
func (r *rig) startWithoutSweep() *store.Store {
	r.t.Helper()
	db := r.open()
	b := bot.New(bot.Config{
		Store: db, Log: r.log(), Now: time.Now,
		BotToken: r.settings.BotToken, AppToken: r.settings.AppToken, APIURL: r.settings.APIURL,
	})
	ctx, stop := context.WithCancel(context.WithoutCancel(r.t.Context()))
	var group errgroup.Group
	group.Go(func() error { return b.Run(ctx) })
	group.Go(func() error { return db.RunJobs(ctx, time.Now) })
	r.t.Cleanup(func() {
		stop()
		if err := group.Wait(); err != nil {
			r.t.Errorf("Steward ended: %v", err)
		}
		db.Close()
	})
	r.until("Steward hears Slack", func() bool { _, hearing := b.Ready(); return hearing })
	return db
}

// take stores a measurement without a copy that would tell anybody.
func (r *rig) take(db *store.Store, s sample) {
	r.t.Helper()
	taken, err := db.Take(r.t.Context(), "test", []slm.Measurement{{
		Key: s.Key, Agreement: s.Agreement, Target: s.Target, From: s.From, To: s.To, Good: s.Good, Total: s.Total,
	}}, time.Now())
	r.must(err)
	if taken[0].Outcome != store.Stored {
		r.t.Fatalf("measurement %s was %s", s.Key, taken[0].Outcome)
	}
}

// answerWithin changes the time limit of the promise that tests break.
func answerWithin(limit time.Duration) func(*slm.Directory) {
	return func(d *slm.Directory) { d.Agreement(brokenAgreement).AnswerWithin = limit }
}

// toldTo fails unless these people were sent a ping, in this order.
func (r *rig) toldTo(handles ...string) {
	r.t.Helper()
	var told []string
	for _, p := range r.pings() {
		if p.TS != "" {
			told = append(told, p.Handle)
		}
	}
	if !slices.Equal(told, handles) {
		r.t.Errorf("told %v, want %v", told, handles)
	}
}

// shown gives all that somebody's message shows now, as JSON.
func (r *rig) shown(p ping) string {
	r.t.Helper()
	for _, m := range r.sim.As(p.Handle).Messages("@steward") {
		if m.TS == p.TS {
			blocks, err := json.Marshal(m.Blocks)
			r.must(err)
			return m.Text + string(blocks)
		}
	}
	r.t.Fatalf("%s does not see %s", p.Handle, p.Key)
	return ""
}

// last gives the newest ping.
func (r *rig) last() ping {
	all := r.pings()
	return all[len(all)-1]
}

func TestEscalationByJobAlone(t *testing.T) {
	t.Parallel()
	r := newRig(t, answerWithin(time.Second))
	db := r.startWithoutSweep()
	r.take(db, brokenPromise())
	began := time.Now()
	r.until("the deputy is told", func() bool { return r.count(`SELECT count(*) FROM pings WHERE sent_at IS NOT NULL`) >= 2 })
	if took := time.Since(began); took > 15*time.Second {
		t.Errorf("the deputy was told after %s", took)
	}
	r.press(deputy, "acknowledge")
	r.until("the deputy answers", func() bool { return r.count(`SELECT count(by_id) FROM follows`) == 1 })
	r.settle()
	if told := r.pings(); told[0].Handle != holder || told[1].Handle != deputy {
		t.Errorf("told %v", told)
	}
	if n := r.count(`SELECT count(*) FROM pings WHERE why->>'rule' = 'time'`); n != len(r.pings())-1 {
		t.Errorf("%d pings are owed because of the time", n)
	}
	r.checkPings()
}

func TestSurveyClosesByJobAlone(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	db := r.startWithoutSweep()
	d, err := db.Directory(t.Context())
	r.must(err)
	now := time.Now()
	_, err = db.OpenSurvey(t.Context(), slm.Survey{
		Agreement: brokenAgreement, OpenedBy: d.ByEmail("mei.lin@orion.example").ID, OpenedAt: now, ClosesAt: now.Add(3 * time.Second),
	}, d.Audience(d.Agreement(brokenAgreement), now))
	r.must(err)
	r.until("the round is closed", func() bool { return r.count(`SELECT count(closed_at) FROM surveys`) == 1 })
	r.settle()
	r.checkPings()
	for _, p := range r.pings() {
		if p.TS != "" && strings.Contains(r.shown(p), "rate.") {
			t.Errorf("%s is still asked after the end of the round", p.Handle)
		}
	}
}

func TestVacantRungIsSkippedAtOnce(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	c := r.start()
	c.measure(brokenPromise())
	r.settle()
	told := []string{holder, deputy, "wang.fang", "zhao.ming"}
	for i, handle := range told[:3] {
		r.press(handle, "escalate")
		r.until("the next one is told", func() bool { return r.count(`SELECT count(sent_at) FROM pings`) == i+2 })
		r.settle()
	}
	r.toldTo(told...)
	if n := r.count(`SELECT count(*) FROM pings WHERE why->'skipped'->0->>'role' = 'process-lead'`); n != 1 {
		t.Errorf("%d pings say that nobody is process lead, want 1", n)
	}
	lead, _ := slm.RoleOf(slm.ProcessLead)
	if text := r.shown(r.last()); !strings.Contains(text, lead.Name.ZH) && !strings.Contains(text, lead.Short.ZH) {
		t.Errorf("the message does not say who was skipped: %s", text)
	}
	r.checkPings()
}

func TestChangesBetweenOwedAndSent(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		known   bool // people were matched to their accounts before
		change  func(*rig)
		told    string
		dropped string
		rung    slm.Why
	}{
		{
			name: "the account of a stranger is deactivated", change: deactivate,
			told: deputy, dropped: "unreachable", rung: slm.Deputy,
		},
		{
			name: "the account is deactivated", known: true, change: deactivate,
			told: deputy, dropped: "unreachable", rung: slm.Deputy,
		},
		{
			name: "Slack refuses, and we do not know why", known: true, change: func(r *rig) {
				r.must(r.sim.Inject(slacksim.Fault{
					Method: "conversations.open", Kind: slacksim.FaultError, Error: "user_not_visible", Count: 2,
				}))
			},
			told: deputy, dropped: "unreachable", rung: slm.Deputy,
		},
		{
			name: "a cover begins", known: true, change: func(r *rig) {
				r.exec(`
					INSERT INTO covers (person_id, by_id, from_at, to_at)
					SELECT away.id, by.id, $1, $2 FROM people away, people by
					WHERE away.email = 'mei.lin@orion.example' AND by.email = 'anna.kowalska@orion.example'`,
					time.Now().Add(-time.Second), time.Now().Add(time.Hour))
			},
			told: "anna.kowalska", dropped: "reroute", rung: slm.Covers,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t)
			if c.known {
				r.start().stop()
			}
			db := r.open()
			defer db.Close()
			r.take(db, brokenPromise())
			c.change(r)
			r.start()
			r.settle()
			r.toldTo(c.told)
			if first := r.pings()[0]; first.Dropped != c.dropped {
				t.Errorf("the first ping was dropped because of %q, want %q", first.Dropped, c.dropped)
			}
			if n := r.count(`SELECT count(*) FROM pings WHERE sent_at IS NOT NULL AND why->>'rung' = $1`, c.rung); n != 1 {
				t.Errorf("%d pings came by the rung %q", n, c.rung)
			}
			r.checkPings()
		})
	}
}

func deactivate(r *rig) {
	r.must(r.sim.ChangePerson(holder, func(p *slacksim.Person) { p.Deactivated = true }))
}

func TestTwoAcknowledgeAtOnce(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	c := r.start()
	c.measure(brokenPromise())
	r.settle()
	r.press(holder, "escalate")
	r.until("the deputy is told", func() bool { return r.count(`SELECT count(sent_at) FROM pings`) == 2 })
	r.settle()
	lock := r.lock(`SELECT FROM follows FOR UPDATE`) // both wait for it, so that neither comes first
	r.press(holder, "acknowledge")
	r.press(deputy, "acknowledge")
	r.until("both wait", func() bool {
		return r.count(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 2
	})
	r.must(lock.Rollback(t.Context()))
	r.until("one answers", func() bool { return r.count(`SELECT count(by_id) FROM follows`) == 1 })
	r.settle()
	winner, loser := holder, deputy
	if r.count(`SELECT count(*) FROM follows JOIN people ON people.id = by_id WHERE email LIKE $1`, deputy+"@%") == 1 {
		winner, loser = deputy, holder
	}
	r.acknowledged(winner)
	r.until("the loser is told who won", func() bool {
		return slices.ContainsFunc(r.sim.As(loser).Messages("@steward"), func(m slacksim.Message) bool { return m.Ephemeral })
	})
	r.checkPings()
}

func TestFiveCopiesMigrateAtOnce(t *testing.T) {
	t.Parallel()
	address := devstack.Database(t, migrated)
	db, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close(context.WithoutCancel(t.Context())) //nolint:errcheck // nothing follows
	if _, err := db.Exec(t.Context(), `DROP SCHEMA public CASCADE; CREATE SCHEMA public`); err != nil {
		t.Fatal(err)
	}
	var group errgroup.Group
	for range 5 {
		group.Go(func() error { return migrated(t.Context(), address) })
	}
	if err := group.Wait(); err != nil {
		t.Error(err)
	}
}

// TestQuestionIsAnsweredSoon asks while Slack fails in one way or another. The
// answer comes once, long before the lease of the question ends.
func TestQuestionIsAnsweredSoon(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	r.start()
	for _, fault := range []slacksim.Fault{
		{Kind: slacksim.FaultLoseAnswer},
		{Kind: slacksim.FaultRateLimited, Seconds: 1},
		{Kind: slacksim.FaultStatus, Status: http.StatusServiceUnavailable},
	} {
		fault.Method = "chat.postMessage"
		r.must(r.sim.Inject(fault))
	}
	began := time.Now()
	asker := r.sim.As("emily.carter")
	for range 3 {
		_, err := asker.Say("helpdesk", "@steward who handles the Orion payroll SLA?")
		r.must(err)
	}
	r.until("the questions are kept", func() bool { return r.count(`SELECT count(*) FROM inbox`) == 3 })
	r.settle()
	if took := time.Since(began); took > 25*time.Second {
		t.Errorf("answered after %s", took)
	}
	for _, asked := range asker.Messages("helpdesk") {
		if thread := asker.Thread("helpdesk", asked.TS); len(thread) != 2 {
			t.Errorf("a question has %d answers", len(thread)-1)
		}
	}
}
