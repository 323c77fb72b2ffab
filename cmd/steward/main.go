// Command steward is a Slack bot that keeps a company's service promises.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
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
		os.Exit(1)
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
	return root.ExecuteContext(ctx)
}

// an environment is what a command may use of the world.
type environment struct {
	getenv         func(string) string
	stdout, stderr io.Writer
}
