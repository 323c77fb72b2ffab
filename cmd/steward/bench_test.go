package main

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/slack-go/slack"
	"golang.org/x/sync/errgroup"
)

// The size of BenchmarkPath. Every person is responsible for one agreement,
// with a target for each time that it is to breach.
const (
	benchPeople = 1000
	benchIdle   = 100                   // measurements one after the other
	benchRounds = 3                     // of each, interleaved; their medians count
	benchPace   = 20 * time.Millisecond // between two of them: what idle means
	benchAtOnce = 16                    // senders and workers where many things happen at once
)

// BenchmarkPath times the way from a measurement that is sent to Steward to
// the call of chat.postMessage that tells the right person of the breach: when
// nothing else happens, and for a thousand people at once. Beside it runs a
// bare loop on the same Postgres, which keeps its promises (fsync is on), and
// the same workspace: one INSERT with its commit and one chat.postMessage for
// each item. The ratio to that loop is what can be compared between machines.
func BenchmarkPath(b *testing.B) {
	if testing.Short() {
		b.Skip("needs a Postgres of its own and half a minute")
	}
	for b.Loop() {
		t := newTrack(b)
		var idle, idleKept, idleBare, one, many, bare, turns []lap
		for round := range benchRounds {
			whole, kept := t.idle(round)
			idle, idleKept = append(idle, whole), append(idleKept, kept)
			idleBare = append(idleBare, t.bareIdle())
		}
		for round := range benchRounds {
			one = append(one, t.oneRequest(fmt.Sprintf("one%d", round)))
			bare = append(bare, t.bare(benchAtOnce))
			many = append(many, t.manyRequests(fmt.Sprintf("many%d", round)))
			turns = append(turns, t.bare(1))
		}
		report(b, median(idle), median(idleKept), median(idleBare), median(one), median(many), median(bare), median(turns))
	}
}

// report prints the figures for people, and gives the ratios to the tool.
func report(b *testing.B, idle, idleKept, idleBare, one, many, bare, turns lap) {
	out := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	row := func(name string, l lap, ratio string) {
		rate := "-"
		if l.rate > 0 {
			rate = fmt.Sprintf("%.0f/s", l.rate)
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t\n", name, l.p50.Round(10*time.Microsecond), l.p99.Round(10*time.Microsecond), rate, ratio)
	}
	slower := func(l lap) float64 { return float64(l.p50) / float64(idleBare.p50) }
	times := func(l lap) string { return fmt.Sprintf("%.2f x its time (aim: 2 at most)", slower(l)) }
	fmt.Fprintf(out, "\nfrom measurement to message\tp50\tp99\trate\tto the bare loop\t\n")
	row("idle, bare loop", idleBare, "")
	row("idle, Steward, from sending it", idle, times(idle))
	row("idle, Steward, from its answer", idleKept, times(idleKept))
	row("at once, bare loop", turns, "")
	row(fmt.Sprintf("at once, bare loop by %d workers", benchAtOnce), bare, "")
	name := fmt.Sprintf("at once, Steward, %d in ", benchPeople)
	ratios := func(l lap) string {
		return fmt.Sprintf("%.2f of its rate, %.2f of its workers' (aim: 0.4 at least)", l.rate/turns.rate, l.rate/bare.rate)
	}
	row(name+"one request", one, ratios(one))
	row(name+"as many requests", many, ratios(many))
	_ = out.Flush() // to the terminal
	b.ReportMetric(slower(idle), "x-bare-idle")
	b.ReportMetric(slower(idleKept), "x-bare-idle-kept")
	b.ReportMetric(one.rate/turns.rate, "of-bare-rate")
	b.ReportMetric(one.rate/bare.rate, "of-workers-rate")
	b.ReportMetric(float64(idle.p50)/1e6, "idle-p50-ms")
	b.ReportMetric(float64(one.p99)/1e6, "once-p99-ms")
	b.ReportMetric(0, "ns/op") // of a whole run: says nothing
}

// a lap is how long the items of one run took.
type lap struct {
	p50, p99 time.Duration
	rate     float64 // items a second; 0 where they were paced
}

func lapOf(took []time.Duration, whole time.Duration) lap {
	slices.Sort(took)
	l := lap{p50: took[len(took)/2], p99: took[len(took)*99/100]}
	if whole > 0 {
		l.rate = float64(len(took)) / whole.Seconds()
	}
	return l
}

// median takes each figure's own median: machines are noisy.
func median(laps []lap) lap {
	middle := func(of func(lap) float64) float64 {
		figures := make([]float64, len(laps))
		for i, l := range laps {
			figures[i] = of(l)
		}
		slices.Sort(figures)
		return figures[len(figures)/2]
	}
	return lap{
		p50:  time.Duration(middle(func(l lap) float64 { return float64(l.p50) })),
		p99:  time.Duration(middle(func(l lap) float64 { return float64(l.p99) })),
		rate: middle(func(l lap) float64 { return l.rate }),
	}
}

// idle sends one measurement after the other and awaits each one's message. It
// times from the sending, and from the answer that the measurement is kept.
func (t *track) idle(round int) (whole, kept lap) {
	defer t.settle()
	tick := time.NewTicker(benchPace)
	defer tick.Stop()
	var took, since []time.Duration
	for i := round * benchIdle; i < (round+1)*benchIdle; i++ {
		<-tick.C
		all := t.posts.expect(1)
		began := time.Now()
		check(t.b, t.send("idle", i, i+1))
		answered := time.Now()
		at := t.arrived(all)[t.channels[i]]
		took, since = append(took, at.Sub(began)), append(since, max(0, at.Sub(answered)))
	}
	return lapOf(took, 0), lapOf(since, 0)
}

func (t *track) bareIdle() lap {
	tick := time.NewTicker(benchPace)
	defer tick.Stop()
	took := make([]time.Duration, benchIdle)
	for i := range took {
		<-tick.C
		began := time.Now()
		check(t.b, t.bareItem(i))
		took[i] = time.Since(began)
	}
	return lapOf(took, 0)
}

// oneRequest sends a measurement for everybody in one request.
func (t *track) oneRequest(target string) lap {
	defer t.settle()
	all := t.posts.expect(benchPeople)
	began := time.Now()
	check(t.b, t.send(target, 0, benchPeople))
	return t.lap(t.arrived(all), began, func(int) time.Time { return began })
}

// manyRequests sends a request for everybody, from several senders.
func (t *track) manyRequests(target string) lap {
	defer t.settle()
	sent := make([]time.Time, benchPeople)
	all := t.posts.expect(benchPeople)
	began := time.Now()
	check(t.b, share(benchAtOnce, func(i int) error {
		sent[i] = time.Now()
		return t.send(target, i, i+1)
	}))
	return t.lap(t.arrived(all), began, func(i int) time.Time { return sent[i] })
}

func (t *track) lap(arrived map[string]time.Time, began time.Time, sent func(int) time.Time) lap {
	took := make([]time.Duration, benchPeople)
	last := began
	for i, channel := range t.channels {
		at, ok := arrived[channel]
		if !ok {
			t.b.Fatalf("person %d was not told", i)
		}
		took[i] = at.Sub(sent(i))
		if at.After(last) {
			last = at
		}
	}
	return lapOf(took, last.Sub(began))
}

// bare is the loop that everything is compared with, by so many workers.
func (t *track) bare(workers int) lap {
	took := make([]time.Duration, benchPeople)
	began := time.Now()
	check(t.b, share(workers, func(i int) error {
		began := time.Now()
		defer func() { took[i] = time.Since(began) }()
		return t.bareItem(i)
	}))
	return lapOf(took, time.Since(began))
}

// bareItem is one INSERT with its commit and one post.
func (t *track) bareItem(i int) error {
	if _, err := t.db.Exec(t.ctx, `INSERT INTO bare (channel) VALUES ($1)`, t.channels[i]); err != nil {
		return fmt.Errorf("insert: %w", err)
	}
	_, _, err := t.slack.PostMessageContext(t.ctx, t.channels[i], slack.MsgOptionText("A promise is broken.", false))
	return err
}

// share lets workers do everybody's item.
func share(workers int, do func(i int) error) error {
	var group errgroup.Group
	group.SetLimit(workers)
	for i := range benchPeople {
		group.Go(func() error { return do(i) })
	}
	return group.Wait()
}
