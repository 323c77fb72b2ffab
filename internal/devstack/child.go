package devstack

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// guard is the shell script every server runs under. It ends the server when its standard input closes, which the kernel does when this
// process ends, also by SIGKILL; then it removes the server's throw-away directory.
//
//go:embed guard.sh
var guard string

// stopWait is how long a server may take to shut down before it is killed.
const stopWait = 6 * time.Second

// child is a server process together with its guard and its throw-away directory.
type child struct {
	cmd    *exec.Cmd
	hold   io.Closer // closing it ends the server
	ended  chan struct{}
	base   string
	logTo  string
	status error // valid once ended is closed
}

// newBase creates a throw-away directory that the account owns. Its path is short: a socket's may have only about 100 bytes.
func newBase(parent, part string, acc account) (string, error) {
	base, err := os.MkdirTemp(parent, "steward-"+part+"-")
	if err != nil {
		return "", fmt.Errorf("create a throw-away directory: %w", err)
	}
	if err := acc.give(base); err != nil {
		return "", errors.Join(err, os.RemoveAll(base))
	}
	if err := acc.reaches(base); err != nil {
		return "", errors.Join(err, os.RemoveAll(base))
	}
	return base, nil
}

// spawn starts argv under the guard. base is removed by the guard if this process ends first, and by stop.
func spawn(acc account, base string, env, argv []string) (*child, error) {
	logTo := filepath.Join(base, "log")
	log, err := os.OpenFile(logTo, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, fmt.Errorf("open log: %w", err)
	}
	defer log.Close()
	script := filepath.Join(base, "guard")
	if err := os.WriteFile(script, []byte(guard), 0o644); err != nil {
		return nil, fmt.Errorf("write guard: %w", err)
	}
	cmd := exec.Command("/bin/sh", append([]string{script, base}, argv...)...)
	cmd.Dir = "/"
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "TZ=UTC", "HOME=" + base}, env...)
	cmd.Stdout, cmd.Stderr = log, log
	// A session of its own: Ctrl-C and a closing terminal reach this process, which then stops its servers in order.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Credential: acc.cred}
	hold, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("open pipe: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", argv[0], err)
	}
	c := &child{cmd: cmd, hold: hold, ended: make(chan struct{}), base: base, logTo: logTo}
	go func() {
		c.status = cmd.Wait()
		close(c.ended)
	}()
	return c, nil
}

// wait waits for a program that ends by itself.
func (c *child) wait(ctx context.Context) error {
	select {
	case <-ctx.Done():
		c.stop()
		return ctx.Err()
	case <-c.ended:
		if c.status != nil {
			return fmt.Errorf("%w: %s", c.status, c.logTail())
		}
		return nil
	}
}

// ready calls ping until it succeeds, the child ends, or a minute has passed.
func (c *child) ready(ctx context.Context, ping func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	tick := time.NewTicker(15 * time.Millisecond)
	defer tick.Stop()
	for {
		err := ping(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-c.ended:
			return fmt.Errorf("it ended at once: %s", c.logTail())
		case <-ctx.Done():
			return fmt.Errorf("it did not answer: %w", err)
		case <-tick.C:
		}
	}
}

// stop ends the server, by force if it lingers, and removes its throw-away directory.
func (c *child) stop() {
	c.hold.Close()
	select {
	case <-c.ended:
	case <-time.After(stopWait):
		// The whole session: the guard, its reader and the server. Backends of Postgres notice that their postmaster is gone.
		_ = syscall.Kill(-c.cmd.Process.Pid, syscall.SIGKILL)
		<-c.ended
	}
	_ = os.RemoveAll(c.base)
}

// logTail returns the last lines that the server wrote, on one line.
func (c *child) logTail() string {
	text, err := os.ReadFile(c.logTo)
	if err != nil {
		return "it left no log"
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return strings.Join(lines[max(0, len(lines)-4):], " | ")
}
