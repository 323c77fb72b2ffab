package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"steward/commands"
	"steward/company"
	"steward/slm"
	"steward/store"
)

// byHand is the author of what is done on the command line.
const byHand = "steward calendar"

// proposeCalendar stores the holidays of a feed as a proposal.
func (env environment) proposeCalendar() *cobra.Command {
	var code, from, to string
	cmd := &cobra.Command{
		Use:   "propose FILE.ics --calendar CODE",
		Short: "Propose the holidays of an iCalendar file as exceptions of a calendar",
		Long: `Reads a feed of holidays (iCalendar, RFC 5545), shows which dates of a calendar
would change, how much open time that is in each year, and which agreements
count in it, and stores that as a proposal. Nothing changes before a person
accepts it: here with "steward calendar accept NUMBER", or in Slack, where the
service level manager gets a message with a button.

Events of whole days close their dates, events with times a part of them. What
the feed marks as a working day (调休) opens its date with the calendar's make-up
hours.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			db, err := env.open(cmd.Context())
			if err != nil {
				return err
			}
			defer db.Close()
			file, err := os.Open(args[0])
			if err != nil {
				return fmt.Errorf("open feed: %w", err)
			}
			defer file.Close() //nolint:errcheck // only read
			now := time.Now()
			if from == "" {
				from = now.Format(time.DateOnly)
			}
			if to == "" {
				to = slm.NewDate(now.Year()+1, time.December, 31).String()
			}
			return inWords(proposeFeed(cmd.Context(), db, feed{file, args[0], code, from, to}, env.stdout, now))
		},
	}
	cmd.Flags().StringVar(&code, "calendar", "", "the code of the calendar")
	cmd.Flags().StringVar(&from, "from", "", "the first date that may change; today unless given")
	cmd.Flags().StringVar(&to, "to", "", "the last date that may change; the end of next year unless given")
	return cmd
}

// settleCalendar accepts a proposal, or puts it aside.
func (env environment) settleCalendar(use, short string, settle func(context.Context, *store.Store, int64) error) *cobra.Command {
	return &cobra.Command{
		Use: use + " NUMBER", Short: short, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return complain("%q is no number of a proposal; steward calendar propose prints it.", args[0])
			}
			db, err := env.open(cmd.Context())
			if err != nil {
				return err
			}
			defer db.Close()
			if err := inWords(settle(cmd.Context(), db, id)); err != nil {
				return err
			}
			_, err = fmt.Fprintf(env.stdout, "Done: proposal %d.\n", id)
			return err
		},
	}
}

func acceptProposal(ctx context.Context, db *store.Store, id int64) error {
	return db.Accept(ctx, id, byHand, time.Now())
}

func declineProposal(ctx context.Context, db *store.Store, id int64) error {
	return db.Decline(ctx, id, byHand, time.Now())
}

// inWords gives a refusal its sentence.
func inWords(err error) error {
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		return complaint(commands.English(refusal))
	}
	return err
}

// A feed is a file of holidays for a calendar, from one date to another.
type feed struct {
	text                 io.Reader
	name, code, from, to string
}

// proposeFeed stores what a feed would change, and says what that is.
func proposeFeed(ctx context.Context, db *store.Store, f feed, out io.Writer, now time.Time) error {
	d, err := db.Directory(ctx)
	if err != nil {
		return err
	}
	before := d.NamedCalendar(f.code)
	if before == nil {
		return complain("there is no calendar %q; --calendar takes one of: %s.", f.code, strings.Join(calendarCodes(d), ", "))
	}
	zone, err := time.LoadLocation(before.Zone)
	if err != nil {
		return fmt.Errorf("zone of calendar %s: %w", f.code, err)
	}
	first, err := slm.ParseDate(f.from)
	if err != nil {
		return err
	}
	last, err := slm.ParseDate(f.to)
	if err != nil {
		return err
	}
	if last < first || last-first > 3*366 {
		return complain("--from and --to are three years apart at most, and --to comes last.")
	}
	closures, err := company.ReadICal(f.text, f.name, zone, first, last)
	if err != nil {
		return err
	}
	after, changes, err := before.With(closures)
	if err != nil {
		return err
	}
	if len(changes) == 0 {
		_, err := fmt.Fprintf(out, "%s is like that already: nothing to propose.\n", f.code)
		return err
	}
	p, err := db.ProposeCalendar(ctx, after, byHand, now)
	if err != nil {
		return err
	}
	if err := effect(out, d, before, &after, changes); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "Nothing has changed yet. To accept: steward calendar accept %d\n", p.ID)
	return err
}

func calendarCodes(d *slm.Directory) []string {
	var codes []string
	for _, c := range d.Calendars {
		codes = append(codes, c.Code)
	}
	return codes
}

// effect says which dates change, how much open time that is, and for whom.
func effect(out io.Writer, d *slm.Directory, before, after *slm.NamedCalendar, changes []slm.DayChange) error {
	was, err := before.Calendar()
	if err != nil {
		return err
	}
	now, err := after.Calendar()
	if err != nil {
		return err
	}
	for _, c := range changes {
		fmt.Fprintf(out, "%s %s  %s -> %s  %s\n", c.Date, c.Date.Weekday().String()[:3], openOn(c.Was), openOn(c.Now), c.Name.In(slm.English))
	}
	for _, y := range slm.OpenYears(was, now, changes) {
		fmt.Fprintf(out, "open in %d: %s -> %s\n", y.Year, y.Was, y.Now)
	}
	var codes []string
	for _, a := range d.UsersOf(before.Code) {
		codes = append(codes, a.Code)
	}
	if codes == nil {
		codes = []string{"no agreement"}
	}
	fmt.Fprintf(out, "%d %s; used by %s\n", len(changes), map[bool]string{true: "date changes", false: "dates change"}[len(changes) == 1], strings.Join(codes, ", "))
	return nil
}

func openOn(hours []slm.Hours) string {
	if len(hours) == 0 {
		return "closed"
	}
	words := make([]string, len(hours))
	for i, h := range hours {
		words[i] = h.String()
	}
	return strings.Join(words, ", ")
}
