package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"steward/commands"
	"steward/slm"
)

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
