package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"steward/company"
)

// exportCompany writes the company file.
func (env environment) exportCompany() *cobra.Command {
	var at string
	var workbook bool
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the company file of what Steward knows",
		Long: `Writes the company as a file that steward import reads, to standard output.
Importing it changes nothing. It has all that ever held, so that the past can be
looked up; comments of the files that were imported are not kept.

With --at it has only what held on that day: a copy to read, not to import with
--complete. Names and objectives are those of today.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			day, err := dayOf(at)
			if err != nil {
				return err
			}
			db, err := env.open(cmd.Context())
			if err != nil {
				return err
			}
			defer db.Close()
			d, err := db.Directory(cmd.Context())
			if err != nil {
				return err
			}
			if !day.IsZero() {
				d = company.At(d, day)
			}
			if workbook {
				return company.WriteWorkbook(env.stdout, d)
			}
			return company.Write(env.stdout, d)
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "only what held on this day, such as 2026-03-03")
	cmd.Flags().BoolVar(&workbook, "xlsx", false, "write a workbook of Excel instead of YAML")
	return cmd
}

// dayOf reads a day, or nothing.
func dayOf(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("%q is not a day; write one such as 2026-03-03", s)
	}
	return day, nil
}
