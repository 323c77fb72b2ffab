package main

import (
	"testing"
	"time"

	"steward/slm"
	"steward/store"
)

// TestCaseIsLateToTheSecond has a case run out of time while only the timer of
// the bot looks: no sweep helps it.
func TestCaseIsLateToTheSecond(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	db := r.startWithoutSweep()
	const within = 30 * time.Minute // of OLA-FIRST-CALL, at any hour
	late := time.Now().Add(3 * time.Second)
	taken, err := db.TakeEvents(t.Context(), "test", []slm.CaseReport{{
		Key: "k", Agreement: "OLA-FIRST-CALL", Case: "INC-1", Clock: "response", Priority: "P1", What: slm.Start, At: late.Add(-within),
	}}, time.Now())
	r.must(err)
	if taken[0].Outcome != store.Stored {
		t.Fatalf("%+v", taken[0])
	}
	r.until("the breach is told", func() bool { return r.count(`SELECT count(sent_at) FROM pings WHERE kind = 'breach'`) == 1 })
	if n := r.count(`SELECT count(*) FROM breaches WHERE found_at - since < interval '1 second'`); n != 1 {
		t.Errorf("the breach was found more than a second after the case was late")
	}
	r.settle()
	r.checkPings()
}
