package main

import (
	"strings"

	"steward/slacksim"
)

// How copies are killed on the way of an answer or a click; see TestKilled.

// breached starts a copy that has told the holder of a breach.
func (r *rig) breached() *running {
	r.t.Helper()
	c := r.spawn()
	c.ready()
	c.measure(brokenPromise())
	r.settle()
	return c
}

// acknowledged fails unless the person answers for the one breach, and the
// message says so.
func (r *rig) acknowledged(handle string) {
	r.t.Helper()
	if n := r.count(`
		SELECT count(*) FROM follows JOIN people ON people.id = by_id WHERE split_part(email, '@', 1) = $1`, handle); n != 1 {
		r.t.Errorf("%s does not answer for the breach", handle)
	}
	if n := r.count(`SELECT count(*) FROM breach_events WHERE kind = 'acknowledged'`); n != 1 {
		r.t.Errorf("acknowledged %d times", n)
	}
	winner, _ := r.sim.Person(handle)
	for _, p := range r.pings() {
		for _, m := range r.sim.As(p.Handle).Messages("@steward") {
			if m.TS != p.TS {
				continue
			}
			// People read "you" where it is they themselves.
			named := strings.Contains(m.Text, "<@"+winner.ID+">") != (p.Handle == handle)
			if !named || !strings.Contains(m.Text, ":white_check_mark:") {
				r.t.Errorf("the message to %s does not say that %s answers: %s", p.Handle, handle, m.Text)
			}
		}
	}
}

// press presses a button in the newest message that has it, by the first part
// of its action id, which is the same in every language.
func (r *rig) press(handle, action string) {
	r.t.Helper()
	for place := range 5 {
		if r.sim.As(handle).ClickNewest(action+"."+string(rune('0'+place))) == nil {
			return
		}
	}
	r.t.Fatalf("%s sees no button %s", handle, action)
}

func killedDuringEdit(r *rig, when slacksim.When) {
	first := r.breached()
	h := r.sim.Hold("chat.update", when)
	r.press(holder, "acknowledge")
	r.reached(h)
	first.stop()
	r.resume()
	r.told(holder)
	r.acknowledged(holder)
}

// killedInClick loses a click: Slack does not repeat it. But nothing of it is
// half done, and the person can click again.
func killedInClick(r *rig) {
	first := r.breached()
	lock := r.lock(`SELECT FROM follows FOR UPDATE`)
	r.press(holder, "acknowledge")
	r.killWaiting(first, lock)
	if n := r.count(`SELECT count(*) FROM follows WHERE by_id IS NULL AND next_at IS NOT NULL`); n != 1 {
		r.t.Fatal("something of the click was kept")
	}
	second := r.spawn()
	second.ready()
	r.press(holder, "acknowledge")
	r.until("the second click counts", func() bool { return r.count(`SELECT count(by_id) FROM follows`) == 1 })
	r.settle()
	r.told(holder)
	r.acknowledged(holder)
}

func killedInEscalation(r *rig) {
	first := r.breached()
	lock := r.lock(`SELECT FROM follows FOR UPDATE`)
	r.press(holder, "escalate")
	r.killWaiting(first, lock)
	r.told(holder)
	first = r.resume()
	h := r.sim.HoldIn("chat.postMessage", "", slacksim.AfterApply)
	r.press(holder, "escalate")
	r.reached(h)
	first.stop()
	r.resume()
	r.told(holder, deputy)
}

// killedInAnswer kills the copy that answers a question in a channel: before
// Slack has the answer, or when it has and that is not kept.
func killedInAnswer(r *rig, when slacksim.When) {
	h := r.sim.Hold("chat.postMessage", when)
	first := r.spawn()
	first.ready()
	ts, err := r.sim.As("emily.carter").Say("helpdesk", "@steward who handles the Orion payroll SLA?")
	r.must(err)
	r.reached(h)
	if when == slacksim.AfterApply {
		lock := r.lock(`SELECT FROM inbox FOR UPDATE`)
		h.Release()
		r.killWaiting(first, lock)
	}
	first.stop()
	if n := r.count(`SELECT count(*) FROM inbox WHERE done_at IS NULL`); n != 1 {
		r.t.Fatalf("%d questions are open, want 1", n)
	}
	r.resume()
	if thread := r.sim.As("emily.carter").Thread("helpdesk", ts); len(thread) != 2 {
		r.t.Errorf("the thread has %d messages, want the question and one answer", len(thread))
	}
}
