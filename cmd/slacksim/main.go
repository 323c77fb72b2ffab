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
	"slices"
	"strings"
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
	manifest := flags.String("manifest", "", "JSON file with the manifest of an app to install")
	limits := flags.Bool("limits", false, "apply Slack's rate limits")
	speed := flags.Float64("speed", 1, "how many times faster than Slack retries and refreshes come")
	if err := flags.Parse(args); err != nil {
		return err
	}
	w, err := workspace(*file)
	if err != nil {
		return err
	}
	if *manifest != "" {
		if err := install(&w, *manifest); err != nil {
			return err
		}
	}
	cfg := slacksim.Config{Log: slog.New(slog.NewTextHandler(os.Stderr, nil)), Speed: *speed}
	if *limits {
		cfg.Limits = slacksim.Limits{PostsBurst: 10, Tiers: true, EventsPerHour: 30_000}
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

// install adds the app of a manifest to the workspace, in the place of one with the same name, and its bot to every
// channel.
func install(w *slacksim.Workspace, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	m, err := slacksim.ReadManifest(text)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	added := m.App()
	for i, c := range w.Channels {
		others := slices.DeleteFunc(slices.Clone(c.Members), func(who string) bool {
			return strings.EqualFold(who, added.Name) || who == added.BotHandle
		})
		w.Channels[i].Members = append(others, added.BotHandle)
	}
	w.Apps = slices.DeleteFunc(w.Apps, func(a slacksim.App) bool { return a.Name == added.Name })
	w.Apps = append(w.Apps, added)
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
