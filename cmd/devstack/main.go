// Command devstack runs a command, usually go test, with a Postgres and a Redis of its own:
//
//	go run ./cmd/devstack -- go test ./...
//
// The command finds their addresses in STEWARD_TEST_DATABASE_URL and STEWARD_TEST_REDIS_URL. It gets the signals that devstack gets, and
// devstack ends with its exit code.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"steward/internal/devstack"
)

func main() { os.Exit(run()) }

func run() int {
	setup := flag.Bool("setup", os.Getenv("SETUP") == "1", "permit to install packages with apt-get or Homebrew")
	chromium := flag.Bool("chromium", false, "see to it that the browser test finds a Chromium")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: devstack [-setup] [-chromium] [--] command [argument ...]")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		return 2
	}

	signals := make(chan os.Signal, 8)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Minute)
	defer cancel()
	started := make(chan struct{})
	go func() {
		select {
		case <-signals:
			cancel()
		case <-started:
		}
	}()
	opt := devstack.Options{ForTests: true, Setup: *setup, Say: say}
	if *chromium {
		if _, err := devstack.Chromium(ctx, opt); err != nil {
			say("The browser test will fail: " + err.Error() + ".")
		}
	}
	stack, err := devstack.Start(ctx, opt)
	close(started)
	if err != nil {
		first, _, _ := strings.Cut(err.Error(), ":\n") // the reasons have been said already
		say(first)
		return 1
	}
	defer stack.Stop()
	for _, line := range stack.Used {
		say(line)
	}
	return wrap(stack, signals, flag.Args())
}

// wrap runs the command to its end and returns its exit code, by the shell's convention when a signal ended it.
func wrap(stack *devstack.Stack, signals <-chan os.Signal, argv []string) int {
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	cmd.Env = append(withoutPostgres(os.Environ()),
		devstack.TestDatabaseURL+"="+stack.DatabaseURL, devstack.TestRedisURL+"="+stack.RedisURL)
	if err := cmd.Start(); err != nil {
		say(err.Error())
		return 127
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case s := <-signals:
			_ = cmd.Process.Signal(s) // it may have ended already
		case err := <-ended:
			return exitCode(err)
		}
	}
}

func exitCode(err error) int {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case !errors.As(err, &exit):
		say(err.Error())
		return 1
	}
	if status, ok := exit.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return 128 + int(status.Signal())
	}
	return exit.ExitCode()
}

// withoutPostgres drops PGSERVICE, PGOPTIONS and their like, which would disturb the tests' connections.
func withoutPostgres(env []string) []string {
	var kept []string
	for _, pair := range env {
		if !strings.HasPrefix(pair, "PG") {
			kept = append(kept, pair)
		}
	}
	return kept
}

func say(sentence string) { fmt.Fprintln(os.Stderr, "devstack:", sentence) }
