package devstack

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

const helperEnv = "STEWARD_DEVSTACK_HELPER"

// TestMain lets the test binary be run as a program that starts a stack and can be killed.
func TestMain(m *testing.M) {
	if text := os.Getenv(helperEnv); text != "" {
		if err := help(text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// helperOptions are the Options of a helper.
type helperOptions struct {
	DataDir  string
	ForTests bool
}

// addresses is what a helper writes once its stack answers.
type addresses struct{ Database, Redis string }

// help starts a stack, writes its addresses, and stops it when standard input ends.
func help(text string) error {
	var o helperOptions
	if err := json.Unmarshal([]byte(text), &o); err != nil {
		return fmt.Errorf("read options: %w", err)
	}
	stack, err := Start(context.Background(), Options{DataDir: o.DataDir, ForTests: o.ForTests})
	if err != nil {
		return err
	}
	defer stack.Stop()
	if err := json.NewEncoder(os.Stdout).Encode(addresses{stack.DatabaseURL, stack.RedisURL}); err != nil {
		return fmt.Errorf("write addresses: %w", err)
	}
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

// helper is a running helper process.
type helper struct {
	cmd   *exec.Cmd
	stdin io.Closer
	out   *bufio.Reader
}

// startHelper runs this test binary as a helper. prepare may be nil.
func startHelper(t *testing.T, o helperOptions, prepare func(*exec.Cmd)) *helper {
	t.Helper()
	text, err := json.Marshal(o)
	noError(t, err)
	self, err := os.Executable()
	noError(t, err)
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), helperEnv+"="+string(text), "DATABASE_URL=", "REDIS_URL=")
	cmd.Stderr = os.Stderr
	if prepare != nil {
		prepare(cmd)
	}
	stdin, err := cmd.StdinPipe()
	noError(t, err)
	stdout, err := cmd.StdoutPipe()
	noError(t, err)
	noError(t, cmd.Start())
	h := &helper{cmd, stdin, bufio.NewReader(stdout)}
	t.Cleanup(h.kill)
	return h
}

// ready waits until the helper's stack answers.
func (h *helper) ready(t *testing.T) addresses {
	t.Helper()
	line, err := h.out.ReadBytes('\n')
	noError(t, err)
	var a addresses
	noError(t, json.Unmarshal(line, &a))
	return a
}

// kill ends the helper in the way that leaves it no chance to clean up.
func (h *helper) kill() {
	_ = h.cmd.Process.Kill()
	_ = h.cmd.Wait()
}

// socketDirs are the throw-away directories that the addresses point into.
func (a addresses) socketDirs(t *testing.T) []string {
	t.Helper()
	config, err := pgx.ParseConfig(a.Database)
	noError(t, err)
	return []string{config.Host, filepath.Dir(strings.TrimPrefix(a.Redis, "unix://"))}
}

// processes returns the command lines that contain text, without those of ps itself.
func processes(t *testing.T, text string) []string {
	t.Helper()
	out, err := exec.Command("ps", "-A", "-ww", "-o", "args=").Output()
	noError(t, err)
	var found []string
	for line := range strings.Lines(string(out)) {
		if strings.Contains(line, text) {
			found = append(found, strings.TrimSpace(line))
		}
	}
	return found
}

// gone waits until no process mentions dir and dir does not exist.
func gone(t *testing.T, dir string) {
	t.Helper()
	eventually(t, dir+" and its processes are gone", func() bool {
		_, err := os.Stat(dir)
		return os.IsNotExist(err) && len(processes(t, dir)) == 0
	})
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	deadline := time.After(20 * time.Second)
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		select {
		case <-deadline:
			t.Fatalf("not within 20 s: %s", what)
		case <-tick.C:
		}
	}
}

func noError(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// query runs one statement and returns what it yields, as text.
func query(t *testing.T, address, sql string) string {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	noError(t, err)
	defer conn.Close(t.Context())
	var got string
	noError(t, conn.QueryRow(t.Context(), sql).Scan(&got))
	return got
}

// execute runs one statement that yields nothing.
func execute(t *testing.T, address, sql string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	noError(t, err)
	defer conn.Close(t.Context())
	_, err = conn.Exec(t.Context(), sql)
	noError(t, err)
}

// asNobody makes a command run as an ordinary user. Who is one already stays it.
func asNobody(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	open := openDir(t)
	program := filepath.Join(open, "helper")
	text, err := os.ReadFile(cmd.Path)
	noError(t, err)
	noError(t, os.WriteFile(program, text, 0o755))
	cmd.Path, cmd.Dir = program, "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}

// openDir is a throw-away directory that every user may enter and write into.
func openDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "steward test ")
	noError(t, err)
	t.Cleanup(func() {
		eventually(t, "the servers in "+dir+" are gone", func() bool { return len(processes(t, dir)) == 0 })
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	noError(t, os.Chmod(dir, 0o777))
	return dir
}
