package main

import (
	"io"
	"net"
	"net/http"
	"net/url"
	"sync"
	"testing"

	"steward/slacksim"
)

// TestWithoutRedis does all that people do without a Redis: slower, perhaps,
// and never wrong.
func TestWithoutRedis(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	r.settings.RedisURL = noRedis
	c := r.start()
	c.useAll("postings-on-time", 1)
	r.checkPings()
}

// TestRedisDies takes Redis away from two copies in the middle, and brings it
// back.
func TestRedisDies(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	line := r.lineToRedis()
	c := r.start()
	r.start()
	c.useAll("postings-on-time", 1)
	line.cut()
	c.useAll("availability", 2)
	answer, err := r.http.Get(c.url + "/readyz")
	r.must(err)
	r.must(answer.Body.Close())
	if answer.StatusCode != http.StatusOK {
		t.Errorf("without Redis a copy is not ready: %s", answer.Status)
	}
	line.mend()
	c.useAll("quick-searches", 3)
	r.checkPings()
}

// The agreements whose targets are broken one after the other.
var ofTarget = map[string]string{
	"postings-on-time": "SLA-ORION-FINANCE", "availability": "SLA-ORION-HR", "quick-searches": "SLA-ATLAS-SALES",
}

// useAll breaks a target, asks a question and acknowledges the breach, while
// Slack sends everything twice. n says how often that was done.
func (c *running) useAll(target string, n int) {
	c.t.Helper()
	c.must(c.sim.Inject(slacksim.Fault{Kind: slacksim.FaultDuplicate, Count: 10}))
	c.measure(failing(ofTarget[target], target))
	c.settle()
	told := c.last()
	if told.TS == "" {
		c.t.Fatalf("nobody was told: %+v", told)
	}
	asker := c.sim.As("emily.carter")
	ts, err := asker.Say("helpdesk", "@steward who handles the Orion payroll SLA?")
	c.must(err)
	c.press(told.Handle, "acknowledge")
	c.until("somebody answers for it", func() bool { return c.count(`SELECT count(by_id) FROM follows`) == n })
	c.until("the question is answered", func() bool {
		return c.count(`SELECT count(*) FROM inbox WHERE id = $1 AND done_at IS NOT NULL`, c.sim.ChannelID("helpdesk")+"/"+ts) == 1
	})
	c.settle()
	c.must(c.sim.Quiet(c.t.Context()))
	c.sim.ClearFaults()
	if thread := asker.Thread("helpdesk", ts); len(thread) != 2 {
		c.t.Errorf("the question has %d answers", len(thread)-1)
	}
}

// a line is a connection to Redis that can be cut.
type line struct {
	listener net.Listener
	to       *url.URL

	mu    sync.Mutex
	down  bool
	conns []net.Conn
}

// lineToRedis puts a line between the copies and Redis.
func (r *rig) lineToRedis() *line {
	r.t.Helper()
	to, err := url.Parse(r.settings.RedisURL)
	r.must(err)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	r.must(err)
	l := &line{listener: listener, to: to}
	r.t.Cleanup(func() {
		_ = listener.Close()
		l.cut()
	})
	go l.serve()
	r.settings.RedisURL = "redis://" + listener.Addr().String()
	return l
}

func (l *line) serve() {
	for {
		near, err := l.listener.Accept()
		if err != nil {
			return
		}
		network, address := "tcp", l.to.Host
		if l.to.Scheme == "unix" {
			network, address = "unix", l.to.Path
		}
		far, err := net.Dial(network, address)
		if err != nil || !l.add(near, far) {
			_ = near.Close()
			continue
		}
		go func() { _, _ = io.Copy(near, far) }()
		go func() { _, _ = io.Copy(far, near) }()
	}
}

// add keeps the two ends of a connection to be cut; a line that is down takes
// none.
func (l *line) add(near, far net.Conn) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.down {
		_ = far.Close()
		return false
	}
	l.conns = append(l.conns, near, far)
	return true
}

func (l *line) cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.down = true
	for _, c := range l.conns {
		_ = c.Close()
	}
	l.conns = nil
}

func (l *line) mend() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.down = false
}
