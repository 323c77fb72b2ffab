package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"steward/commands"
	"steward/intake"
	"steward/slm"
	"steward/store"
)

// measure takes measurements from a file.
func (env environment) measure() *cobra.Command {
	var source, zone string
	var dry bool
	cmd := &cobra.Command{
		Use:   "measure FILE",
		Short: "Take measurements from a CSV file or a workbook",
		Long: `Takes the measurements of a CSV file, or of the first sheet of a workbook (XLSX).
The first row has the headings: key, agreement, target, from, to, and good and
total or value; corrects, if one replaces an earlier one. The key makes a
measurement of one source count once, so a file may be taken again.

Mistakes are named by line or cell, and then nothing of the file is stored.`,
		Example: `  steward measure june.csv --dry-run
  steward measure june.xlsx --zone Asia/Shanghai --source "monthly report"`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var place *time.Location
			if zone != "" {
				var err error
				if place, err = time.LoadLocation(zone); err != nil {
					return fmt.Errorf("--zone: there is no zone %q: write it as Asia/Shanghai", zone)
				}
			}
			content, err := os.ReadFile(args[0])
			if err != nil {
				return err
			}
			rows, err := intake.ReadTable(content, place)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			db, err := env.open(cmd.Context())
			if err != nil {
				return err
			}
			defer db.Close()
			return env.takeRows(cmd.Context(), db, source, rows, dry)
		},
	}
	cmd.Flags().StringVar(&source, "source", "files", "the source that the measurements belong to")
	cmd.Flags().StringVar(&zone, "zone", "", "where the times are that have no offset, such as Asia/Shanghai")
	cmd.Flags().BoolVar(&dry, "dry-run", false, "only look whether the file can be taken")
	return cmd
}

// takeRows stores all rows of a file, or none if one of them cannot be.
func (env environment) takeRows(ctx context.Context, db *store.Store, source string, rows []intake.Row, dry bool) error {
	now := time.Now()
	ms := make([]slm.Measurement, len(rows))
	for i, row := range rows {
		ms[i] = row.Measurement
	}
	refusals, err := db.Weigh(ctx, ms, now)
	if err != nil {
		return err
	}
	wrong := 0
	for i, row := range rows {
		switch {
		case row.Why != nil:
			fmt.Fprintf(env.stdout, "%s: %v\n", row.At, row.Why)
		case refusals[i] != nil:
			fmt.Fprintf(env.stdout, "%s: %s\n", row.At, commands.English(refusals[i]))
		default:
			continue
		}
		wrong++
	}
	switch {
	case wrong > 0:
		return fmt.Errorf("%d of %d measurements cannot be taken: nothing was stored", wrong, len(rows))
	case dry:
		fmt.Fprintf(env.stdout, "%d measurements can be taken.\n", len(rows))
		return nil
	}
	return env.storeRows(ctx, db, source, rows, ms, now)
}

// storeAtOnce is how many measurements are stored in one transaction.
const storeAtOnce = 10_000

func (env environment) storeRows(ctx context.Context, db *store.Store, source string, rows []intake.Row, ms []slm.Measurement, now time.Time) error {
	count := map[store.Outcome]int{}
	for at := 0; at < len(ms); at += storeAtOnce {
		taken, err := db.Take(ctx, source, ms[at:min(at+storeAtOnce, len(ms))], now)
		if err != nil {
			return fmt.Errorf("%d measurements are stored, the others not; take the file again: %w", at, err)
		}
		for i, t := range taken {
			count[t.Outcome]++
			if t.Refusal != nil {
				fmt.Fprintf(env.stdout, "%s: %s\n", rows[at+i].At, commands.English(t.Refusal))
			}
		}
	}
	fmt.Fprintf(env.stdout, "%d stored, %d repeated, %d refused.\n", count[store.Stored], count[store.Repeated], count[store.Refused])
	if count[store.Refused] > 0 {
		return errors.New("some measurements were refused; the others are stored")
	}
	return nil
}
