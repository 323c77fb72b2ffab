// Command slacksim serves a simulated Slack workspace with a web page, for trying a bot without Slack.
//
//	go run ./cmd/slacksim -addr 127.0.0.1:8080 -workspace file.json
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"steward/slacksim"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "slacksim:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("slacksim", flag.ContinueOnError)
	addr := flags.String("addr", "127.0.0.1:8080", "loopback address to listen on")
	file := flags.String("workspace", "", "JSON file that describes the workspace (default: a small example)")
	gallery := flags.Bool("gallery", false, "let the first app post every kind of block into the first channel")
	limits := flags.Bool("limits", false, "apply Slack's rate limits")
	if err := flags.Parse(args); err != nil {
		return err
	}
	w, err := workspace(*file)
	if err != nil {
		return err
	}
	cfg := slacksim.Config{Log: slog.New(slog.NewTextHandler(os.Stderr, nil))}
	if *limits {
		cfg.Limits = slacksim.Limits{PostsBurst: 10, Tiers: true}
	}
	sim := slacksim.New(cfg)
	if err := sim.Load(w); err != nil {
		return err
	}
	if *gallery && len(w.Apps) > 0 && len(w.Channels) > 0 {
		if err := sim.ShowGallery(w.Apps[0].Name, w.Channels[0].Name); err != nil {
			return err
		}
	}
	srv, err := sim.Start(ctx, *addr)
	if err != nil {
		return err
	}
	defer srv.Close()
	fmt.Fprintf(out, "Page:          %s/\nWeb API:       %s\n", srv.URL, srv.APIURL())
	for _, a := range w.Apps {
		app, _ := sim.App(a.Name)
		fmt.Fprintf(out, "\nApp %s:\nSLACK_API_URL=%s\nSLACK_BOT_TOKEN=%s\nSLACK_APP_TOKEN=%s\nSLACK_SIGNING_SECRET=%s\n",
			app.Name, srv.APIURL(), app.BotToken, app.AppToken, app.SigningSecret)
	}
	<-ctx.Done()
	return nil
}

func workspace(file string) (slacksim.Workspace, error) {
	if file == "" {
		return slacksim.ExampleWorkspace(), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return slacksim.Workspace{}, err
	}
	defer func() { _ = f.Close() }()
	return slacksim.ReadWorkspace(f)
}
