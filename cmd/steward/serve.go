package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"steward/bot"
	"steward/commands"
	"steward/intake"
	"steward/store"
)

// serve connects Steward to a Slack workspace.
func (env environment) serve() *cobra.Command {
	var pulls string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Connect to Slack and keep the promises",
		Long: `Connects to Slack and works until it is told to stop.

Settings come from the environment:
  SLACK_BOT_TOKEN       the bot's token, xoxb-…
  SLACK_APP_TOKEN       for Socket Mode, xapp-…; or instead:
  SLACK_SIGNING_SECRET  for events over HTTP at /slack
  DATABASE_URL          Postgres, postgres://…
  REDIS_URL             Redis, redis://…
  STEWARD_ADDR          where to serve HTTP; ` + defaultAddr + ` unless set
  SLACK_API_URL         another Slack, such as a simulated one`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := readSettings(env.getenv)
			if err != nil {
				return fmt.Errorf("these settings are missing or wrong:\n%w", err)
			}
			if s.Pulls, err = readPulls(pulls, env.getenv); err != nil {
				return err
			}
			var config net.ListenConfig
			listener, err := config.Listen(cmd.Context(), "tcp", s.Addr)
			if err != nil {
				return fmt.Errorf("serve HTTP at STEWARD_ADDR: %w", err)
			}
			return serve(cmd.Context(), s, listener, slog.New(slog.NewJSONHandler(env.stderr, nil)))
		},
	}
	cmd.Flags().StringVar(&pulls, "prometheus", "", "file that says what to fetch from Prometheus")
	return cmd
}

// readPulls reads the file that says what to fetch, if there is one.
func readPulls(name string, getenv func(string) string) ([]intake.Pull, error) {
	if name == "" {
		return nil, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was read
	pulls, err := intake.ReadPulls(file, getenv)
	if err != nil {
		return nil, fmt.Errorf("%s:\n%w", name, err)
	}
	return pulls, nil
}

// spacing is the pause between two messages in one channel, as Slack asks for.
const spacing = time.Second

// serve opens what the bot stands on, runs it until ctx ends, and closes it in
// the opposite order.
func serve(ctx context.Context, s settings, listener net.Listener, log *slog.Logger) error {
	db, err := store.Open(ctx, s.DatabaseURL, s.RedisURL, log)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer db.Close()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	b := bot.New(bot.Config{
		Store: db, Log: log, Now: time.Now, Tick: tick.C,
		BotToken: s.BotToken, AppToken: s.AppToken, SigningSecret: s.SigningSecret, APIURL: s.APIURL,
		Spacing: spacing,
	})
	group, ctx := errgroup.WithContext(ctx)
	server := &http.Server{
		Handler:           routes(ctx, s, b, db, log),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	group.Go(func() error { return b.Run(ctx) })
	group.Go(func() error { return db.RunJobs(ctx, time.Now) })
	group.Go(func() error { return pull(ctx, s.Pulls, db, log) })
	group.Go(func() error {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			return fmt.Errorf("serve HTTP: %w", err)
		}
		return nil
	})
	group.Go(func() error {
		<-ctx.Done()
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return server.Shutdown(last)
	})
	log.Info("running", "addr", listener.Addr().String())
	return group.Wait()
}

// pullEvery is how often it is looked whether there is something to fetch.
const pullEvery = 10 * time.Second

// pull fetches measurements from Prometheus until ctx ends.
func pull(ctx context.Context, pulls []intake.Pull, db *store.Store, log *slog.Logger) error {
	tick := time.NewTicker(pullEvery)
	defer tick.Stop()
	return intake.Puller{Store: db, Log: log, Now: time.Now, Tick: tick.C, Pulls: pulls}.Run(ctx)
}

// routes are all that is served over HTTP.
func routes(ctx context.Context, s settings, b *bot.Bot, db *store.Store, log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/v1/", intake.Handler(intake.Config{Store: db, Log: log, Now: time.Now, Words: commands.English}))
	if s.SigningSecret != "" {
		mux.Handle("POST /slack", b.Handler(context.WithoutCancel(ctx)))
	}
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { health(w, http.StatusOK, nil) })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) { ready(w, r, b, db) })
	return mux
}

// ready says whether this copy can do its work. Without Redis it can.
func ready(w http.ResponseWriter, r *http.Request, b *bot.Bot, db *store.Store) {
	parts := map[string]string{"postgres": "ok", "redis": "ok", "slack": "ok"}
	status := http.StatusOK
	if db.Ping(r.Context()) != nil {
		parts["postgres"], status = "down", http.StatusServiceUnavailable
	}
	if db.PingRedis(r.Context()) != nil {
		parts["redis"] = "down: slower, not wrong"
	}
	switch connected, hearing := b.Ready(); {
	case !connected:
		parts["slack"], status = "connecting", http.StatusServiceUnavailable
	case !hearing:
		parts["slack"], status = "no connection", http.StatusServiceUnavailable
	}
	health(w, status, parts)
}

func health(w http.ResponseWriter, status int, parts map[string]string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"ok": status == http.StatusOK, "parts": parts}) // the asker is gone if this fails
}
