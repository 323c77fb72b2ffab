// Command steward is a Slack bot that keeps a company's service promises.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	_ "time/tzdata" // zones exist everywhere

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "steward:", err)
		os.Exit(exitCode(err))
	}
}

// run is the whole program, so that tests can run it.
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) error {
	env := environment{getenv, stdout, stderr}
	root := &cobra.Command{
		Use:           "steward",
		Short:         "Keeps a company's service promises, in Slack",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(env.serve(), env.demo(), env.importCompany(), env.exportCompany(), env.token(), env.measure(), env.ask(), env.manifest(), env.doctor(),
		env.clock(), env.judge(), env.calendar(), env.explain(), env.verify())
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	understood := false
	root.PersistentPreRun = func(*cobra.Command, []string) { understood = true }
	cmd, err := root.ExecuteContextC(ctx)
	if err != nil && !understood {
		return complain("%s\nSee %s --help.", strings.TrimSpace(err.Error()), cmd.CommandPath())
	}
	return err
}

// exitCode is 2 where the command was written wrongly and must be written
// otherwise, and 1 where it failed.
func exitCode(err error) int {
	var wrong complaint
	if errors.As(err, &wrong) {
		return 2
	}
	return 1
}

// an environment is what a command may use of the world.
type environment struct {
	getenv         func(string) string
	stdout, stderr io.Writer
}
