package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"steward/commands"
	"steward/slm"
	"steward/store"
)

// token makes, lists and revokes the tokens of sources.
func (env environment) token() *cobra.Command {
	var revoke bool
	cmd := &cobra.Command{
		Use:   "token SOURCE",
		Short: "Make, list and revoke the tokens with which sources send",
		Long: `Makes a token with which a source may send measurements, as "token make SOURCE"
does. With --revoke all tokens of the source become useless.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if revoke {
				return env.revokeTokens(cmd, args[0], 0)
			}
			return env.makeToken(cmd, store.Token{Source: args[0], May: []store.Right{store.SendMeasurements}})
		},
	}
	cmd.Flags().BoolVar(&revoke, "revoke", false, "make all tokens of the source useless instead")
	cmd.AddCommand(env.tokenMake(), env.tokenList(), env.tokenRevoke())
	return cmd
}

func (env environment) tokenMake() *cobra.Command {
	var may, only []string
	var until string
	var labels map[string]string
	var t store.Token
	cmd := &cobra.Command{
		Use:   "make SOURCE",
		Short: "Make a token with which a source may send",
		Long: `Makes a token for a source and prints it. It is shown once and stored as a
hash; keep it where the source finds it.`,
		Example: `  steward token make "payroll probe"
  steward token make helpdesk --for cases --only SLA-PAYROLL-HR --until 2027-12-31
  steward token make alertmanager --for alerts --expect 15m --labels service=app,target=slo`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			t.Source, t.Only = args[0], only
			for _, right := range may {
				t.May = append(t.May, store.Right(right))
			}
			if until != "" {
				day, err := time.ParseInLocation(time.DateOnly, until, time.Local)
				if err != nil {
					return fmt.Errorf("--until %q is no day: write it as 2027-12-31", until)
				}
				end := day.AddDate(0, 0, 1)
				t.ExpiresAt = &end
			}
			if err := readLabels(labels, &t.Labels); err != nil {
				return err
			}
			return env.makeToken(cmd, t)
		},
	}
	cmd.Flags().StringToStringVar(&labels, "labels", nil, "labels of alerts that name their agreement, target and service, such as agreement=sla,target=slo")
	cmd.Flags().DurationVar(&t.Expect, "expect", 0, "tell the service level administrator when the source is not heard for so long, such as 15m")
	cmd.Flags().StringSliceVar(&may, "for", []string{string(store.SendMeasurements)}, "what it may send: measurements, cases, alerts")
	cmd.Flags().StringSliceVar(&only, "only", nil, "agreements (SLA-1) and targets (SLA-1/availability) that it may send for; all unless set")
	cmd.Flags().StringVar(&until, "until", "", "last day on which it may be used")
	return cmd
}

// readLabels reads which labels of an alert name what.
func readLabels(given map[string]string, labels *store.AlertLabels) error {
	for what, label := range given {
		switch what {
		case "agreement":
			labels.Agreement = label
		case "target":
			labels.Target = label
		case "service":
			labels.Service = label
		default:
			return fmt.Errorf("--labels %s=%s: an alert names its agreement, target or service, as in agreement=sla,target=slo", what, label)
		}
	}
	return nil
}

func (env environment) makeToken(cmd *cobra.Command, t store.Token) error {
	db, err := env.open(cmd.Context())
	if err != nil {
		return err
	}
	defer db.Close()
	token, err := db.MakeToken(cmd.Context(), t, time.Now())
	if err != nil {
		return plainly(err)
	}
	fmt.Fprintln(env.stdout, token)
	return nil
}

func (env environment) tokenRevoke() *cobra.Command {
	var id int64
	cmd := &cobra.Command{
		Use:   "revoke [SOURCE]",
		Short: "Make all tokens of a source useless, or one",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 1 && id == 0:
				return env.revokeTokens(cmd, args[0], 0)
			case len(args) == 0 && id != 0:
				return env.revokeTokens(cmd, "", id)
			}
			return errors.New("say which: steward token revoke SOURCE for all of a source, or --id N for one; steward token list shows both")
		},
	}
	cmd.Flags().Int64Var(&id, "id", 0, "the number of one token, from steward token list")
	return cmd
}

// revokeTokens revokes one token by its number, or all of a source.
func (env environment) revokeTokens(cmd *cobra.Command, source string, id int64) error {
	db, err := env.open(cmd.Context())
	if err != nil {
		return err
	}
	defer db.Close()
	var n int64
	if id == 0 {
		n, err = db.RevokeTokens(cmd.Context(), source, time.Now())
	} else if done, failed := db.RevokeToken(cmd.Context(), id, time.Now()); done || failed != nil {
		n, err = 1, failed
	}
	if err != nil {
		return err
	}
	if n == 0 {
		if err := knownToken(cmd.Context(), db, source, id); err != nil {
			return err
		}
	}
	fmt.Fprintf(env.stdout, "%d revoked.\n", n)
	return nil
}

// knownToken refuses a token that never was: whoever mistypes the name of a
// source would believe that a stolen token is useless.
func knownToken(ctx context.Context, db *store.Store, source string, id int64) error {
	tokens, err := db.Tokens(ctx)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(tokens, func(t store.Token) bool { return t.ID == id || id == 0 && t.Source == source }) {
		return errors.New("nothing was revoked: there is no such token; `steward token list` shows all of them")
	}
	return nil
}

func (env environment) tokenList() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "Show all tokens, but not what they are",
		Long: `Shows all tokens, but not what they are. A source is SILENT AFTER the time that
--expect set for it, or one that was learned from its last weeks; of a source
that is too new for that it is not known.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			db, err := env.open(cmd.Context())
			if err != nil {
				return err
			}
			defer db.Close()
			tokens, err := db.Tokens(cmd.Context())
			if err != nil {
				return err
			}
			table := tabwriter.NewWriter(env.stdout, 0, 0, 2, ' ', 0)
			fmt.Fprintln(table, "ID\tSOURCE\tFOR\tONLY\tMADE\tLAST USED\tSTATE\tSILENT AFTER\tLABELS")
			for _, t := range tokens {
				fmt.Fprintf(table, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", t.ID, t.Source, joined(t.May), joined(t.Only),
					t.CreatedAt.Format(time.DateOnly), minute(t.UsedAt), tokenState(t, time.Now()), silentAfter(t), labelsOf(t))
			}
			return table.Flush()
		},
	}
}

func joined[T ~string](all []T) string {
	if len(all) == 0 {
		return "all"
	}
	words := make([]string, len(all))
	for i, one := range all {
		words[i] = string(one)
	}
	return strings.Join(words, ", ")
}

func minute(at *time.Time) string {
	if at == nil {
		return "never"
	}
	return at.Format("2006-01-02 15:04")
}

func tokenState(t store.Token, now time.Time) string {
	switch {
	case t.RevokedAt != nil:
		return "revoked " + t.RevokedAt.Format(time.DateOnly)
	case !t.Good(now):
		return "ended " + minute(t.ExpiresAt)
	case t.ExpiresAt != nil:
		return "good until " + minute(t.ExpiresAt)
	}
	return "good"
}

// silentAfter says after how long without the source somebody is told.
func silentAfter(t store.Token) string {
	switch {
	case t.Expect == 0:
		return "not known"
	case t.Learned:
		return slm.Shortly(t.Expect.Round(time.Minute)) + " (learned)"
	}
	return slm.Shortly(t.Expect) + " (set)"
}

// labelsOf says which labels of alerts name what, as --labels takes it.
func labelsOf(t store.Token) string {
	if !slices.Contains(t.May, store.SendAlerts) {
		return "-"
	}
	return fmt.Sprintf("agreement=%s,target=%s,service=%s", t.Labels.Agreement, t.Labels.Target, t.Labels.Service)
}

// plainly gives a refusal as its sentence.
func plainly(err error) error {
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		return errors.New(commands.English(refusal))
	}
	return err
}
