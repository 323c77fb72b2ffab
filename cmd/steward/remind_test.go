package main

import (
	"slices"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"steward/slacksim"
	"steward/slm"
	"steward/store"
)

// onlyHolder leaves one person on the ladder, so that the next step is a
// reminder.
func onlyHolder(d *slm.Directory) {
	mei := d.ByEmail(holder + "@orion.example").ID
	d.Assignments = slices.DeleteFunc(d.Assignments, func(a slm.Assignment) bool { return a.Person != mei })
	d.Index()
}

// remind owes the reminder of the one breach.
func (r *rig) remind(db *store.Store) {
	r.t.Helper()
	_, err := db.Step(r.t.Context(), 1, time.Now(), store.ByHand)
	r.must(err)
}

func TestReminderKilled(t *testing.T) {
	t.Parallel()
	r := newRig(t, onlyHolder)
	first := r.breached()
	h := r.sim.Hold("chat.postMessage", slacksim.AfterApply)
	db := r.open()
	defer db.Close()
	r.remind(db)
	r.reached(h)
	first.stop()
	r.resume()
	r.told(holder, holder)
	r.checkPings()
}

func TestReminderOfADeletedMessage(t *testing.T) {
	t.Parallel()
	r := newRig(t, onlyHolder)
	c := r.start()
	c.measure(brokenPromise())
	r.settle()
	api := slack.New(r.settings.BotToken, slack.OptionAPIURL(r.settings.APIURL))
	_, _, err := api.DeleteMessageContext(t.Context(), r.last().Channel, r.last().TS)
	r.must(err)
	db := r.open()
	defer db.Close()
	r.remind(db)
	r.settle()
	r.checkPings()
}

// TestReminderBeforeItsMessage has a reminder arrive, without an answer, while
// the message that it reminds of is still on its way.
func TestReminderBeforeItsMessage(t *testing.T) {
	t.Parallel()
	r := newRig(t, onlyHolder)
	r.start().stop() // people are matched now
	db := r.open()
	defer db.Close()
	r.take(db, brokenPromise())
	r.remind(db)
	r.exec(`UPDATE pings SET due_at = $1 WHERE id = 1`, time.Now().Add(time.Hour))
	r.must(r.sim.Inject(slacksim.Fault{Method: "chat.postMessage", Kind: slacksim.FaultLoseAnswer}))
	r.start()
	r.until("the reminder is there", func() bool { return len(r.posted()) == 1 })
	r.exec(`UPDATE pings SET due_at = $1 WHERE id = 1`, time.Now())
	r.settle()
	r.checkPings()
}
