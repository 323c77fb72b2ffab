package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"steward/slm"
)

// calendar prints on which days a country works.
func (env environment) calendar() *cobra.Command {
	var country, from, to string
	cmd := &cobra.Command{
		Use:   "calendar --country CN --from DATE --to DATE",
		Short: "Print on which days a country works, make-up days included",
		Long: `Prints a JSON line for each date from --from to --to, both included:

  {"date":"2026-10-10","working":true}

Countries: ` + strings.Join(slm.Countries(), ", ") + `.
What each covers, and from where that is known, stands in slm/holidays. A year
that is not covered is refused.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			lines, err := workingDays(country, from, to)
			if err != nil {
				return complaint(sentence(err))
			}
			out := bufio.NewWriter(env.stdout)
			for _, line := range lines {
				fmt.Fprintln(out, line)
			}
			if err := out.Flush(); err != nil {
				return fmt.Errorf("print calendar: %w", err)
			}
			return nil
		},
	}
	cmd.AddCommand(env.proposeCalendar(),
		env.settleCalendar("accept", "Make a proposed calendar the next version", acceptProposal),
		env.settleCalendar("decline", "Put a proposed calendar aside", declineProposal))
	cmd.Flags().StringVar(&country, "country", "", "the country's ISO 3166-1 code, such as CN")
	cmd.Flags().StringVar(&from, "from", "", "the first date, such as 2026-01-01")
	cmd.Flags().StringVar(&to, "to", "", "the last date, such as 2026-12-31")
	return cmd
}

// workingDays gives the lines for the dates, or refuses all of them.
func workingDays(country, from, to string) ([]string, error) {
	if country == "" {
		return nil, complain("--country is missing. Known are %s.", strings.Join(slm.Countries(), ", "))
	}
	holidays, err := slm.HolidaysOf(strings.ToUpper(country))
	if err != nil {
		return nil, err
	}
	first, err := dateFlag("--from", from)
	if err != nil {
		return nil, err
	}
	last, err := dateFlag("--to", to)
	if err != nil {
		return nil, err
	}
	if last < first {
		return nil, complain("%s is before %s: --to is the last date.", last, first)
	}
	var lines []string
	for date := first; date <= last; date++ {
		working, err := holidays.Working(date)
		if err != nil {
			return nil, err
		}
		lines = append(lines, fmt.Sprintf(`{"date":"%s","working":%t}`, date, working))
	}
	return lines, nil
}

// dateFlag reads the value of a flag as a date.
func dateFlag(name, value string) (slm.Date, error) {
	date, err := slm.ParseDate(value)
	switch {
	case value == "":
		return 0, complain("%s is missing. Write it as %s 2026-10-01.", name, name)
	case err != nil:
		return 0, complain("%s: %s", name, sentence(err))
	}
	return date, nil
}
