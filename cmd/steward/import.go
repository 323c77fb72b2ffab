package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/spf13/cobra"

	"steward/commands"
	"steward/company"
	"steward/slm"
	"steward/store"
)

// open opens the store for a command that needs no Slack.
func (env environment) open(ctx context.Context) (*store.Store, error) {
	s, err := readDatabase(env.getenv)
	if err != nil {
		return nil, fmt.Errorf("these settings are missing or wrong:\n%w", err)
	}
	return store.Open(ctx, s.DatabaseURL, s.RedisURL, slog.New(slog.NewTextHandler(env.stderr, nil)))
}

// importCompany takes over a company file.
func (env environment) importCompany() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Take over people, services, agreements and roles from a company file",
		Long: `Takes over a company file: what is new is added, what differs is changed, all
or nothing. What the file does not mention stays. Importing twice changes
nothing the second time.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			file, err := os.Open(args[0])
			if err != nil {
				return fmt.Errorf("open company file: %w", err)
			}
			defer file.Close() //nolint:errcheck // only read
			read, err := company.Read(file, args[0])
			if err != nil {
				return fmt.Errorf("the company file has mistakes, nothing was imported:\n%w", err)
			}
			db, err := env.open(cmd.Context())
			if err != nil {
				return err
			}
			defer db.Close()
			plan, err := db.Import(cmd.Context(), read, "steward import", dry, time.Now())
			if err != nil {
				return err
			}
			for _, line := range plan.Added {
				fmt.Fprintln(env.stdout, "+", line)
			}
			for _, line := range plan.Changed {
				fmt.Fprintln(env.stdout, "~", line)
			}
			verb := "imported"
			if dry {
				verb = "would be imported"
			}
			fmt.Fprintf(env.stdout, "%d added, %d changed: %s.\n", len(plan.Added), len(plan.Changed), verb)
			return nil
		},
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "say what would change, and change nothing")
	return cmd
}

// token makes a token for a source of measurements.
func (env environment) token() *cobra.Command {
	var revoke bool
	cmd := &cobra.Command{
		Use:   "token SOURCE",
		Short: "Make a token with which a source may send measurements",
		Long: `Makes a token for a source of measurements and prints it. It is shown once and
stored as a hash; keep it where the source finds it. With --revoke all tokens
of the source become useless.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			db, err := env.open(cmd.Context())
			if err != nil {
				return err
			}
			defer db.Close()
			if revoke {
				n, err := db.RevokeTokens(cmd.Context(), args[0], time.Now())
				if err != nil {
					return err
				}
				fmt.Fprintf(env.stdout, "%d revoked.\n", n)
				return nil
			}
			token, err := db.NewToken(cmd.Context(), args[0], time.Now())
			if err != nil {
				return plainly(err)
			}
			fmt.Fprintln(env.stdout, token)
			return nil
		},
	}
	cmd.Flags().BoolVar(&revoke, "revoke", false, "make all tokens of the source useless instead")
	return cmd
}

// plainly gives a refusal as its sentence.
func plainly(err error) error {
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		return errors.New(commands.English(refusal))
	}
	return err
}
