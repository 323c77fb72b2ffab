package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
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

// importing are the flags of an import.
type importing struct {
	dry, complete, schema bool
}

// importCompany takes over a company file.
func (env environment) importCompany() *cobra.Command {
	var o importing
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Take over people, services, agreements and roles from company files",
		Long: `Takes over the company of one or several files, YAML or XLSX, which are read as
one: what a file names may stand in another. It shows what is new (+), what
changes (~) from what to what, what ends (-), and reasons to worry (!), and then
does all of it or, after any mistake, nothing.

What the files do not mention stays, and may be named in them without being
written again: an agreement in a file of its own is enough. With --complete they are all there is:
assignments, covers, targets, agreements and what they underpin end now unless a
file has them, and people whom no file has are marked as left. Nothing is
deleted and the past stays as it was. Importing twice changes nothing the second
time.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && !o.schema {
				return errors.New("name the company file: steward import company.yaml")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.schema {
				_, err := io.WriteString(env.stdout, company.Schema)
				return err
			}
			files, err := readFiles(args)
			if err != nil {
				return err
			}
			db, err := env.open(cmd.Context())
			if err != nil {
				return err
			}
			defer db.Close()
			return importInto(cmd.Context(), db, files, o, env.stdout, time.Now())
		},
	}
	cmd.Flags().BoolVar(&o.dry, "dry-run", false, "show what would change and why to worry, and change nothing")
	cmd.Flags().BoolVar(&o.complete, "complete", false, "end what the files do not have")
	cmd.Flags().BoolVar(&o.schema, "schema", false, "print the JSON Schema of company files, for editors, instead")
	return cmd
}

// A companyFile is one that was read, but not understood yet.
type companyFile struct {
	name string
	text []byte
}

// readFiles reads as much of some files as a company file may have.
func readFiles(names []string) ([]companyFile, error) {
	var files []companyFile
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("open company file: %w", err)
		}
		text, err := io.ReadAll(io.LimitReader(f, company.MaxSize+1))
		f.Close() //nolint:errcheck // only read
		if err != nil {
			return nil, fmt.Errorf("read company file %s: %w", name, err)
		}
		files = append(files, companyFile{name, text})
	}
	return files, nil
}

// readOnto reads the company of some files, which may name what is known.
func readOnto(known *slm.Directory, files []companyFile) (*slm.Directory, error) {
	sources := make([]company.Source, len(files))
	for i, f := range files {
		sources[i] = company.Source{Name: f.name, Text: bytes.NewReader(f.text)}
	}
	read, err := company.ReadOnto(known, sources...)
	var problem *company.Problem
	if errors.As(err, &problem) {
		return nil, fmt.Errorf("the company file has mistakes, nothing was imported:\n%w", err)
	}
	return read, err
}

// importInto takes over a company and says what that changed or would change.
// One that is complete has to have all that it names.
func importInto(ctx context.Context, db *store.Store, files []companyFile, o importing, out io.Writer, now time.Time) error {
	take, known := db.Replace, &slm.Directory{}
	if !o.complete {
		var err error
		if known, err = db.Directory(ctx); err != nil {
			return err
		}
		take = db.Import
	}
	d, err := readOnto(known, files)
	if err != nil {
		return err
	}
	plan, err := take(ctx, d, "steward import", o.dry, now)
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		return fmt.Errorf("nothing was imported: %s", commands.English(refusal))
	}
	if err != nil {
		return err
	}
	count := map[company.Deed]int{}
	for _, difference := range company.Compare(plan.Before, plan.After) {
		count[difference.Deed]++
		fmt.Fprintln(out, difference)
	}
	for _, worry := range company.Worries(plan.Before, plan.After, now) {
		fmt.Fprintln(out, "!", worry)
	}
	verb := "imported"
	if o.dry {
		verb = "would be imported"
	}
	fmt.Fprintf(out, "%d added, %d changed, %d ended: %s.\n", count[company.Added], count[company.Changed], count[company.Ended], verb)
	return nil
}
