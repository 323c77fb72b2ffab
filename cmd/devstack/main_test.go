package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// build compiles this command into a directory with a space in its name.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "a b", "devstack")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return program
}

func TestDevstack(t *testing.T) {
	program := build(t) // once: it takes longer than all that follows
	t.Run("passes addresses and exit codes", func(t *testing.T) { passesAddressesAndExitCodes(t, program) })
	t.Run("passes signals", func(t *testing.T) { passesSignals(t, program) })
	t.Run("explains itself", func(t *testing.T) {
		cmd := exec.Command(program)
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState.ExitCode() != 2 || !strings.Contains(string(out), "usage: devstack") {
			t.Errorf("without a command: %v, %s", err, out)
		}
	})
}

func passesAddressesAndExitCodes(t *testing.T, program string) {
	t.Helper()
	for _, tt := range []struct {
		name, script string
		code         int
		out          string
	}{
		{"success", `echo "${STEWARD_TEST_DATABASE_URL%%:*} ${STEWARD_TEST_REDIS_URL%%:*} [$PGSERVICE] $1"`, 0, "postgres unix [] two words\n"},
		{"failure", "exit 7", 7, ""},
		{"ended by a signal", "kill -KILL $$", 128 + 9, ""},
	} {
		cmd := exec.Command(program, "--", "sh", "-c", tt.script, "sh", "two words")
		cmd.Env = append(os.Environ(), "PGSERVICE=nowhere", "DATABASE_URL=", "REDIS_URL=")
		out, err := cmd.Output()
		if cmd.ProcessState == nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if got := cmd.ProcessState.ExitCode(); got != tt.code || string(out) != tt.out {
			t.Errorf("%s: exit code %d and %q, want %d and %q", tt.name, got, out, tt.code, tt.out)
		}
	}
}

func passesSignals(t *testing.T, program string) {
	t.Helper()
	cmd := exec.Command(program, "--", "sh", "-c", `trap 'echo heard; exit 3' TERM; echo ready; while :; do sleep 0.05; done`)
	cmd.Env = append(os.Environ(), "DATABASE_URL=", "REDIS_URL=")
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	var heard []string
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		heard = append(heard, lines.Text())
		if lines.Text() == "ready" {
			if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
				t.Fatal(err)
			}
		}
	}
	err = cmd.Wait()
	if got := strings.Join(heard, " "); got != "ready heard" || cmd.ProcessState.ExitCode() != 3 {
		t.Errorf("the command said %q and devstack ended with %v, want exit code 3", got, err)
	}
}
