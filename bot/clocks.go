package bot

import (
	"context"
	"sync"
	"time"
)

// clocks is what it takes to judge the clocks of cases at the second at which
// they are due.
type clocks struct {
	mu      sync.Mutex    // one judges at a time in this copy
	changed chan struct{} // the next clock may be due at another time
}

// wake makes waitForClocks look when the next clock is due; once is enough.
func (c *clocks) wake() {
	select {
	case c.changed <- struct{}{}:
	default:
	}
}

const (
	clocksAtOnce = 500                   // judged in one transaction
	longestWait  = time.Minute           // without a look at when the next clock is due
	busyWait     = 50 * time.Millisecond // before another look at clocks that another copy is judging
)

// waitForClocks judges the clocks of cases whenever one is due, until ctx
// ends. It sleeps until the next is; the sweep finds what it misses.
func (b *Bot) waitForClocks(ctx, work context.Context) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-b.clocks.changed:
			timer.Reset(b.untilClock(work, 0))
		case <-timer.C:
			b.hand.take()
			if err := b.judgeClocks(work); err != nil {
				b.Log.Error("cannot judge clocks", "err", err)
			}
			b.hand.done()
			timer.Reset(b.untilClock(work, busyWait))
		}
	}
}

// untilClock gives how long to wait for the next clock, and overdue if it is
// due already.
func (b *Bot) untilClock(ctx context.Context, overdue time.Duration) time.Duration {
	next, err := b.Store.NextClock(ctx)
	if err != nil {
		b.Log.Error("cannot tell when the next clock is due", "err", err)
	}
	if next == nil {
		return longestWait
	}
	if wait := next.Sub(b.Now()); wait > 0 {
		return min(wait, longestWait)
	}
	return overdue
}

// judgeClocks judges all clocks that are due, and then those that were judged
// by a calendar or a target that has changed since: the due ones do not wait
// for these.
func (b *Bot) judgeClocks(ctx context.Context) error {
	b.clocks.mu.Lock()
	defer b.clocks.mu.Unlock()
	for {
		n, err := b.Store.JudgeDue(ctx, b.Now(), clocksAtOnce)
		if err == nil && n == 0 {
			n, err = b.Store.RecountCases(ctx, b.Now(), clocksAtOnce)
		}
		if err != nil || n == 0 {
			return err
		}
	}
}
