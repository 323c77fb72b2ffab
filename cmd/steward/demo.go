package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"steward/company"
	"steward/internal/devstack"
	"steward/slacksim"
	"steward/slm"
	"steward/store"
)

// demoCompany is the company of the demo. Days in it are relative to today.
//
//go:embed demo.yaml
var demoCompany string

// demoOptions are the flags of the demo.
type demoOptions struct {
	addr  string
	data  string
	setup bool
	pane  bool
}

// demo shows Steward at work, with a simulated Slack and its own databases.
func (env environment) demo() *cobra.Command {
	var o demoOptions
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Show all of it with a simulated Slack on this machine",
		Long: `Starts Postgres, Redis, a simulated Slack workspace with a web page, and
Steward in it, with a fictional company and a feed of measurements. Needs no
account anywhere. Ctrl-C ends everything.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return env.runDemo(cmd.Context(), o) },
	}
	cmd.Flags().StringVar(&o.addr, "addr", "127.0.0.1:8090", "where the page is served; a taken port moves on to the next free one")
	cmd.Flags().StringVar(&o.data, "data", "", "keep the data in this directory")
	cmd.Flags().BoolVar(&o.setup, "setup", false, "install PostgreSQL and Redis where they are missing and no password is needed")
	cmd.Flags().BoolVar(&o.pane, "pane", false, "with the pane for agents, as apps of steward manifest --pane have it")
	return cmd
}

// a demonstration is one run of the demo.
type demonstration struct {
	env     environment
	log     *slog.Logger
	company *slm.Directory
	stack   *devstack.Stack
	sim     *slacksim.Sim
	page    *slacksim.Server
	serve   settings
	listen  net.Listener // of Steward's own HTTP
	token   string       // of the feed
	broken  victim       // what the feed breaks
}

func (env environment) runDemo(ctx context.Context, o demoOptions) error {
	began := time.Now()
	d := &demonstration{env: env}
	closeLog, err := d.openLog(o)
	if err != nil {
		return err
	}
	defer closeLog()
	if err := d.start(ctx, o); err != nil {
		d.stop()
		if ctx.Err() != nil {
			return nil
		}
		return err
	}
	defer d.stop()
	d.say("Ready after %s.", time.Since(began).Round(100*time.Millisecond))
	fmt.Fprint(env.stdout, d.welcome())

	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return serve(ctx, d.serve, d.listen, d.log) })
	group.Go(func() error { return d.feed(ctx) })
	err = group.Wait()
	d.say("Stopping.")
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

func (d *demonstration) say(format string, args ...any) {
	fmt.Fprintf(d.env.stdout, "  "+format+"\n", args...)
}

// openLog sends Steward's log to a file: the terminal is for people.
func (d *demonstration) openLog(o demoOptions) (func(), error) {
	dir := o.data
	if dir == "" {
		dir = os.TempDir()
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make data directory: %w", err)
	}
	name := filepath.Join(dir, "steward-demo-"+strconv.Itoa(os.Getpid())+".log")
	file, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open log: %w", err)
	}
	d.log = slog.New(slog.NewJSONHandler(file, nil))
	return func() { _ = errors.Join(file.Close(), os.Remove(name)) }, nil
}

// start prepares everything, saying what it does.
func (d *demonstration) start(ctx context.Context, o demoOptions) error {
	fmt.Fprintln(d.env.stdout, "Steward, demo")
	var err error
	if d.company, err = readDemoCompany(time.Now()); err != nil {
		return err
	}
	d.say("Starting PostgreSQL and Redis ...")
	d.stack, err = devstack.Start(ctx, devstack.Options{
		DataDir: o.data, Setup: o.setup, AllowMiniredis: true, Getenv: d.env.getenv,
		Say: func(sentence string) { d.say("  %s", sentence) },
	})
	if err != nil {
		return err
	}
	d.say("Starting the simulated workspace ...")
	if err := d.startWorkspace(ctx, o); err != nil {
		return err
	}
	d.say("Filling in the company ...")
	if err := d.fill(ctx); err != nil {
		return err
	}
	if d.listen, err = listenFrom(ctx, "127.0.0.1:8080"); err != nil {
		return err
	}
	return nil
}

// stop ends what start began, in the opposite order.
func (d *demonstration) stop() {
	if d.page != nil {
		d.page.Close()
	}
	if d.sim != nil {
		d.sim.Close()
	}
	if d.stack != nil {
		d.stack.Stop()
	}
}

// startWorkspace starts a Slack workspace with the company's people in it.
func (d *demonstration) startWorkspace(ctx context.Context, o demoOptions) error {
	d.sim = slacksim.New(slacksim.Config{Log: d.log, Limits: slacksim.Limits{PostsBurst: 5}})
	workspace := workspaceOf(d.company)
	if o.pane {
		withPane(&workspace.Apps[0])
	}
	if err := d.sim.Load(workspace); err != nil {
		return fmt.Errorf("load workspace: %w", err)
	}
	free, err := listenFrom(ctx, o.addr)
	if err != nil {
		return err
	}
	addr := free.Addr().String()
	if err := free.Close(); err != nil {
		return fmt.Errorf("find a free port: %w", err)
	}
	if d.page, err = d.sim.Start(ctx, addr); err != nil {
		return fmt.Errorf("start workspace: %w", err)
	}
	app, _ := d.sim.App("Steward")
	d.serve = settings{
		BotToken: app.BotToken, AppToken: app.AppToken, APIURL: d.page.APIURL(),
		DatabaseURL: d.stack.DatabaseURL, RedisURL: d.stack.RedisURL,
	}
	return nil
}

// fill writes the company into the database and makes a token for the feed.
func (d *demonstration) fill(ctx context.Context) error {
	db, err := store.Open(ctx, d.stack.DatabaseURL, d.stack.RedisURL, d.log)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := d.ours(ctx, db); err != nil {
		return err
	}
	if _, err := db.Import(ctx, d.company, "steward demo", false, time.Now()); err != nil {
		return err
	}
	if d.token, err = db.NewToken(ctx, "demo feed", time.Now()); err != nil {
		return err
	}
	return d.choose(ctx, db, time.Now())
}

// ours refuses a database with people who are none of the demo's: whoever has
// DATABASE_URL set for a real Steward would find a fictional company in it, and
// lose what is owed to people whom the simulated workspace does not know.
func (d *demonstration) ours(ctx context.Context, db *store.Store) error {
	have, err := db.Directory(ctx)
	if err != nil {
		return err
	}
	for _, p := range have.People {
		if d.company.ByEmail(p.Email) == nil {
			return errors.New("DATABASE_URL or --data names a database that holds another company; unset it, and the demo starts a database of its own")
		}
	}
	return nil
}

// listenFrom listens at the address, or at the next port that is free.
func listenFrom(ctx context.Context, addr string) (net.Listener, error) {
	host, first, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("address %q: write host:port", addr)
	}
	port, err := strconv.Atoi(first)
	if err != nil {
		return nil, fmt.Errorf("address %q: the port is no number", addr)
	}
	var config net.ListenConfig
	for p := port; p < port+100; p++ {
		l, err := config.Listen(ctx, "tcp", net.JoinHostPort(host, strconv.Itoa(p)))
		if err == nil || !errors.Is(err, syscall.EADDRINUSE) {
			return l, err
		}
	}
	return nil, fmt.Errorf("no free port from %d on", port)
}

var relativeDay = regexp.MustCompile(`@TODAY([+-]\d+)?@`)

// readDemoCompany reads the demo's company with its days counted from now.
func readDemoCompany(now time.Time) (*slm.Directory, error) {
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		return nil, fmt.Errorf("load the company's zone: %w", err)
	}
	today := now.In(zone)
	text := relativeDay.ReplaceAllStringFunc(demoCompany, func(mark string) string {
		days, _ := strconv.Atoi(relativeDay.FindStringSubmatch(mark)[1]) // none: today
		return today.AddDate(0, 0, days).Format(time.DateOnly)
	})
	return company.Read(strings.NewReader(text), "demo.yaml")
}
