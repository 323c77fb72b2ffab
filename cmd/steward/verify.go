package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"steward/store"
)

// verify walks the chain of breaches.
func (env environment) verify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify",
		Short: "Check that no record of a breach was changed",
		Long: `Walks the chain of breaches: each is closed by a seal over itself and the seal
before, so that a change of any of them shows at its place. It names the first
that does not fit, and then fails.

Whoever can change the tables can also write a new chain. Keep the last seal
somewhere else: as long as a later run shows it at its place, nothing up to
there was changed. docs/operate.md says how to work out a seal without Steward.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			db, err := env.open(cmd.Context())
			if err != nil {
				return err
			}
			defer db.Close()
			v, err := db.Verify(cmd.Context())
			if err != nil {
				return err
			}
			return printVerdict(env.stdout, v)
		},
	}
}

func printVerdict(w io.Writer, v store.Verdict) error {
	if v.Places > 0 {
		fmt.Fprintf(w, "place %d: seal %s\n", v.Places, v.Last)
	}
	for _, id := range v.Unsealed {
		fmt.Fprintf(w, "breach %d is not sealed yet\n", id)
	}
	for _, id := range v.Rules {
		fmt.Fprintf(w, "breach %d was judged by other data of its time zone than this program has\n", id)
	}
	if v.Broken != "" {
		return errors.New(v.Broken)
	}
	fmt.Fprintf(w, "%d breaches are as they were recorded\n", v.Places)
	return nil
}
