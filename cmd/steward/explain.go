package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"steward/slm"
)

// explain says how the figure of a target comes about.
func (env environment) explain() *cobra.Command {
	var period string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "explain AGREEMENT TARGET",
		Short: "Say how a figure comes about: every span of time, and the sum",
		Long: `Lists every span of the window of a target, in the order of time: what was
measured in it and counts, what was left out or corrected, and what nobody
knows; and the sum, to be checked with a pencil.

The window is that of now, or with --period the one that contains the first
moment of a day, month, quarter or year.`,
		Example: "  steward explain SLA-ORION-HR availability --period 2026-06",
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			db, err := env.open(cmd.Context())
			if err != nil {
				return err
			}
			defer db.Close()
			d, err := db.Directory(cmd.Context())
			if err != nil {
				return err
			}
			a, t, err := findTarget(d, args[0], args[1])
			if err != nil {
				return err
			}
			zone, err := time.LoadLocation(a.Zone)
			if err != nil {
				return fmt.Errorf("zone of %s: %w", a.Code, err)
			}
			now := time.Now()
			at, err := momentOf(period, zone, now)
			if err != nil {
				return err
			}
			e, err := db.Explain(cmd.Context(), a, t, at, now)
			if err != nil {
				return err
			}
			judged, err := db.Judgements(cmd.Context(), t.ID, e.Period)
			if err != nil {
				return err
			}
			if asJSON {
				return writeExplanation(env.stdout, a, e, zone)
			}
			printExplanation(env.stdout, a, e, judged, zone)
			return nil
		},
	}
	cmd.Flags().StringVar(&period, "period", "", "such as 2026-06, 2026-Q2, 2026 or 2026-06-15")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

// findTarget finds a target, or says which there are.
func findTarget(d *slm.Directory, code, key string) (*slm.Agreement, slm.Target, error) {
	a := d.Agreement(strings.ToUpper(code))
	if a == nil {
		return nil, slm.Target{}, fmt.Errorf("there is no agreement %s", code)
	}
	var keys []string
	for _, t := range a.Targets {
		switch {
		case t.Kind == slm.ClockTarget && t.Key == key:
			return nil, slm.Target{}, fmt.Errorf("%s %s is judged case by case: in Slack, /sla cases %s lists them and /sla case explains each", a.Code, key, a.Code)
		case t.Key == key:
			return a, t, nil
		case t.Kind != slm.ClockTarget:
			keys = append(keys, t.Key)
		}
	}
	slices.Sort(keys)
	return nil, slm.Target{}, fmt.Errorf("%s has no target %s that is measured; it has: %s", a.Code, key, strings.Join(keys, ", "))
}

// momentOf gives the first moment of what is named: a day, month, quarter or
// year. Nothing is now.
func momentOf(name string, zone *time.Location, now time.Time) (time.Time, error) {
	if name == "" {
		return now, nil
	}
	for _, form := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(form, name); err == nil {
			return slm.DateOf(t).In(zone, 0), nil
		}
	}
	if year, quarter, ok := strings.Cut(name, "-Q"); ok && len(quarter) == 1 && quarter >= "1" && quarter <= "4" {
		if y, err := strconv.Atoi(year); err == nil && y > 0 && y < 10_000 {
			return slm.NewDate(y, time.Month(3*int(quarter[0]-'0')-2), 1).In(zone, 0), nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no period; write one such as 2026-06, 2026-Q2, 2026 or 2026-06-15", name)
}

// printExplanation writes an explanation for people.
func printExplanation(w io.Writer, a *slm.Agreement, e slm.Explanation, judged []slm.Judgement, zone *time.Location) {
	at := func(t time.Time) string { return t.In(zone).Format("2006-01-02 15:04:05") }
	fmt.Fprintf(w, "%s version %d, %s (%s), promised %s\nfrom %s until before %s, %s\n\n",
		a.Code, a.Version, e.Target.Key, e.Target.Name.EN, promised(e.Target), at(e.Period.From), at(e.Period.To), zone)
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, entry := range e.Entries {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", at(entry.From), at(entry.To), entry.What, contents(e.Target, entry))
	}
	_ = out.Flush() // to the same place, which says it below
	fmt.Fprintf(w, "\n%s\n", calculation(e))
	fmt.Fprintf(w, "measured %s of the time so far\n", e.Reported.Coverage)
	for _, j := range judged {
		cause := string(j.Cause)
		if j.Coverage != nil {
			cause += fmt.Sprintf(", measured %s of it", *j.Coverage)
		}
		fmt.Fprintf(w, "since %s: %s (%s)\n", at(j.At), j.Standing, cause)
	}
}

// promised says what a target promises.
func promised(t slm.Target) string {
	if t.Kind != slm.ValueTarget {
		return "at least " + t.Objective.String()
	}
	return fmt.Sprintf("%s %s %s", t.Statistic, t.Bound.Sense, t.Bound.Number())
}

// contents says what an entry adds to the figure.
func contents(t slm.Target, e slm.Entry) string {
	if e.Tally.Count == 0 {
		return ""
	}
	text := fmt.Sprintf("%d of %d", e.Tally.Good, e.Tally.Total)
	if t.Kind == slm.ValueTarget {
		text = slm.Decimal(e.Tally.Values.Last) + " " + t.Bound.Unit
	}
	if e.Tally.Count > 1 {
		text += fmt.Sprintf(" in %d measurements", e.Tally.Count)
	}
	if text += " from " + e.Source; e.Key != "" {
		text += " (" + e.Key + ")"
	}
	if e.By != "" {
		text += ", corrected by " + e.By
	}
	return text
}

// calculation shows how the figure is worked out.
func calculation(e slm.Explanation) string {
	l := e.Reported.Level
	if l.Standing == slm.Unknown {
		return "unknown: nothing was measured that counts"
	}
	if e.Target.Kind == slm.ValueTarget {
		return fmt.Sprintf("%s of %d values is %s %s: %s", e.Target.Statistic, l.Count, slm.Decimal(l.Value), e.Target.Bound.Unit, l.Standing)
	}
	text := fmt.Sprintf("%d / %d = %s, rounded down: %s", l.Good, l.Total, l.Attained, l.Standing)
	if e.Measured.Sum != l.Sum {
		text += fmt.Sprintf("\nwith what is excluded: %d / %d = %s", e.Measured.Good, e.Measured.Total, e.Measured.Attained)
	}
	return text + fmt.Sprintf("\nat the end of the period between %s and %s", e.Reported.Worst, e.Reported.Best)
}

// An entryDoc is an entry as JSON has it.
type entryDoc struct {
	From        time.Time     `json:"from"`
	To          time.Time     `json:"to"`
	What        slm.EntryKind `json:"what"`
	Good        int64         `json:"good"`
	Total       int64         `json:"total"`
	Count       int64         `json:"measurements"`
	Value       *string       `json:"value,omitempty"`
	Source      string        `json:"source,omitempty"`
	Key         string        `json:"key,omitempty"`
	CorrectedBy string        `json:"corrected_by,omitempty"`
}

// writeExplanation writes an explanation as JSON.
func writeExplanation(w io.Writer, a *slm.Agreement, e slm.Explanation, zone *time.Location) error {
	entries := make([]entryDoc, len(e.Entries))
	for i, entry := range e.Entries {
		t := entry.Tally
		entries[i] = entryDoc{
			From: entry.From.In(zone), To: entry.To.In(zone), What: entry.What, Good: t.Good, Total: t.Total, Count: t.Count,
			Source: entry.Source, Key: entry.Key, CorrectedBy: entry.By,
		}
		if t.Values.Count == 1 {
			value := slm.Decimal(t.Values.Last)
			entries[i].Value = &value
		}
	}
	l := e.Reported.Level
	doc := map[string]any{
		"agreement": a.Code, "version": a.Version, "target": e.Target.Key, "promised": promised(e.Target),
		"from": e.Period.From.In(zone), "to": e.Period.To.In(zone), "entries": entries,
		"standing": l.Standing, "good": l.Good, "total": l.Total, "attained": l.Attained.String(), "coverage": e.Reported.Coverage.String(),
		"measured": map[string]any{"standing": e.Measured.Standing, "good": e.Measured.Good, "total": e.Measured.Total, "attained": e.Measured.Attained.String()},
	}
	if e.Target.Kind == slm.ValueTarget {
		doc["value"] = slm.Decimal(l.Value)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}
