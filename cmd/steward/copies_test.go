package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"time"

	"steward/store"
)

// A running is one copy of Steward.
type running struct {
	*rig
	url  string // of its HTTP server
	stop func() // asks it to stop and waits; in a process of its own: kills it
}

// start runs a copy in this process, and returns when it hears Slack.
func (r *rig) start() *running {
	r.t.Helper()
	listener, err := net.Listen("tcp", r.settings.Addr)
	r.must(err)
	ctx, cancel := context.WithCancel(context.WithoutCancel(r.t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, r.settings, listener, r.log()) }()
	c := &running{rig: r, url: "http://" + listener.Addr().String()}
	c.stop = func() {
		cancel()
		if err, first := <-ended; first {
			close(ended)
			if err != nil && !errors.Is(err, context.Canceled) {
				r.t.Errorf("Steward ended: %v", err)
			}
		}
	}
	r.t.Cleanup(c.stop)
	c.ready()
	return c
}

// spawn runs a copy as a process of its own, and returns when it takes
// measurements.
func (r *rig) spawn() *running {
	r.t.Helper()
	binary, err := os.Executable()
	r.must(err)
	cmd := exec.CommandContext(context.WithoutCancel(r.t.Context()), binary, "serve")
	s := r.settings
	cmd.Env = []string{
		asSteward + "=1", "SLACK_BOT_TOKEN=" + s.BotToken, "SLACK_APP_TOKEN=" + s.AppToken, "SLACK_API_URL=" + s.APIURL,
		"DATABASE_URL=" + s.DatabaseURL, "REDIS_URL=" + s.RedisURL, "STEWARD_ADDR=" + s.Addr,
	}
	life, err := cmd.StdinPipe()
	r.must(err)
	output, err := cmd.StderrPipe()
	r.must(err)
	r.must(cmd.Start())
	addr, ended := make(chan string, 1), make(chan struct{})
	go func() {
		defer close(ended)
		r.follow(output, addr)
		_ = cmd.Wait() // it was killed
		_ = life.Close()
	}()
	c := &running{rig: r}
	c.stop = func() {
		_ = cmd.Process.Kill() // SIGKILL; an error says that it has ended
		<-ended
	}
	r.t.Cleanup(c.stop)
	select {
	case a := <-addr:
		c.url = "http://" + a
	case <-ended:
		r.t.Fatal("Steward ended at once")
	}
	return c
}

// follow passes a process's log on, and finds out where it serves HTTP.
func (r *rig) follow(output io.Reader, addr chan<- string) {
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		fmt.Fprintln(r.t.Output(), lines.Text())
		var line struct{ Msg, Addr string }
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "running" {
			addr <- line.Addr
		}
	}
}

// ready waits until the copy hears Slack.
func (c *running) ready() {
	c.t.Helper()
	c.until("Steward is ready", func() bool {
		answer, err := c.http.Get(c.url + "/readyz")
		if err != nil {
			return false
		}
		defer answer.Body.Close() //nolint:errcheck // only read
		return answer.StatusCode == http.StatusOK
	})
}

// failing is a measurement that breaks the target at once: an hour of nothing
// but failures. Its key names the target, so that sending it twice is repeating.
func failing(agreement, target string) sample {
	now := time.Now()
	return sample{
		Key: "outage/" + agreement + "/" + target, Agreement: agreement, Target: target,
		From: now.Add(-time.Hour), To: now, Good: 0, Total: 3600,
	}
}

// measure sends measurements and fails unless each is stored.
func (c *running) measure(samples ...sample) {
	c.t.Helper()
	outcomes, err := c.send(samples...)
	c.must(err)
	for i, o := range outcomes {
		if o != store.Stored {
			c.t.Fatalf("measurement %s was %s", samples[i].Key, o)
		}
	}
}

// send sends measurements as a source does, and gives what became of each.
func (c *running) send(samples ...sample) ([]store.Outcome, error) {
	body, err := json.Marshal(samples)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequest(http.MethodPost, c.url+"/v1/measurements", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+c.token)
	answer, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close() //nolint:errcheck // only read
	var got struct {
		Error   string
		Results []struct{ Outcome store.Outcome }
	}
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil || got.Error != "" {
		return nil, errors.Join(err, errors.New(got.Error))
	}
	var outcomes []store.Outcome
	for _, result := range got.Results {
		outcomes = append(outcomes, result.Outcome)
	}
	return outcomes, nil
}
