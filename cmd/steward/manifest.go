package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"github.com/spf13/cobra"

	"steward/bot"
)

// manifest prints the description of Steward's Slack app.
func (env environment) manifest() *cobra.Command {
	var address string
	var pane bool
	cmd := &cobra.Command{
		Use:   "manifest",
		Short: "Print the manifest from which Slack creates Steward's app",
		Long: `Prints the app manifest as JSON: names, the command /sla, scopes, events. On
https://api.slack.com/apps choose "Create New App", "From a manifest", and paste
it into the tab JSON.

The app uses Socket Mode, which needs no address that Slack can reach. With
--http it gets its events at that address instead.

With --pane it is an agent in the eyes of Slack: there is a pane for it beside
whatever people look at, with suggestions what to ask. Slack then keeps guests
out, and does not let you take it back.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := checkAddress(address); err != nil {
				return err
			}
			out := json.NewEncoder(env.stdout)
			out.SetIndent("", "  ")
			out.SetEscapeHTML(false)
			m := bot.Manifest(address)
			if pane {
				m = m.WithPane()
			}
			if err := out.Encode(m); err != nil {
				return fmt.Errorf("print manifest: %w", err)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&address, "http", "", "where Slack reaches Steward, such as https://steward.example.com/slack")
	cmd.Flags().BoolVar(&pane, "pane", false, "with a pane for agents; guests can then not use Steward")
	return cmd
}

// checkAddress refuses an address that Slack would refuse, or at which nothing
// listens.
func checkAddress(address string) error {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" || !strings.HasSuffix(u.Path, "/slack") || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf("--http %s: write the https address of Steward's path /slack, such as https://steward.example.com/slack", address)
	}
	return nil
}
