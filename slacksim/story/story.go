// Package story runs acceptance tests that are written as transcripts: what people do in a workspace, and below each
// deed everything that anybody could see change because of it. The same files are the manual.
//
//	# Somebody asks who is responsible.
//	at 2026-06-15T09:00:00+08:00
//	mei.lin in #helpdesk: @Steward who handles payroll?
//	> in thread: @wang.fang handles it, since 3 March.
//
// Acts (lines without ">"):
//
//	at TIME                          the clock (RFC 3339)
//	after DURATION                   the clock, so much later ("5m", "24h")
//	WHO in #CHANNEL: TEXT            a message, or a command when it starts with a slash
//	WHO in thread: TEXT              a reply to the message of the last act that wrote one
//	WHO to NAME: TEXT                a direct message, or a command in it
//	WHO clicks LABEL                 the newest button with that label that WHO can see; "on home" may follow
//	WHO chooses OPTION in ELEMENT    a select, radio buttons, a date ..., by action id or label
//	WHO submits NAME=VALUE ...       the form on top, inputs by action id, block id or label
//	WHO closes form
//	WHO opens home
//	WHO opens assistant              the app's pane, "in #CHANNEL" while looking at that; "in thread" then means it
//	WHO looks at #CHANNEL            while the pane is open
//	WHO reacts EMOJI to TEXT         to the newest message with TEXT in it; without TEXT the newest of an app
//	WHO unreacts EMOJI to TEXT
//	WHO runs SHORTCUT                a shortcut, by name or callback id; "on TEXT" for one on a message
//	WHO edits TEXT as NEW            a message of WHO's own; also WHO deletes TEXT
//	WHO shares NAME in CHANNEL       a file; its content is its name
//	fault METHOD KIND ...            what goes wrong next: a kind of slacksim.Fault, a status such as 503, or an error
//	                                 such as is_archived; then 2s (seconds), x3 (times), #CHANNEL, @PERSON as needed
//	faults end                       all goes well again
//	sockets drop                     the connections are cut, and made again by the app; also "sockets refresh"
//	WORD ...                         a verb of the test's own
//
// Words with spaces stand in double quotes, in which \n is a line break. Lines that start with # are comments.
//
// Effects (lines that start with ">"), one for each thing that changed, longer ones continued by ">   ":
//
//	> in #CHANNEL:      > in thread:      > in #CHANNEL thread:     > to WHO:        > only WHO:
//	> edit in/to ...:   > deleted in/to ...:      > reaction in/to ...:
//	> form for WHO:     > form now for WHO:       > errors for WHO:
//	> home of WHO:      > notice for WHO:
//	> prompts for WHO:  > title for WHO:          > status for WHO:
//
// Effects stand in the order in which they happened, in direct messages with the older message first. Those of the act's
// own place come first and the rest by place: between places there is no order in Slack either. "..." in an expected line
// stands for any text. People and channels appear by name, dates by their fallback; ids and message times never appear. A
// Home tab that is published again without a change is no effect, nor is the closing of a form.
package story

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"steward/slacksim"
)

// patience is how long one act and all its effects may take, in real time.
const patience = 30 * time.Second

// World is what a story plays in.
type World struct {
	// Sim is the workspace. Its clock should be the one that SetTime sets.
	Sim *slacksim.Sim
	// App names the app under test; it may be empty when the workspace has only one.
	App string
	// Settle returns when the bot has nothing in hand; nil when that is known already from a quiet workspace.
	Settle func(context.Context) error
	// SetTime moves the clock; nil when the story has no "at".
	SetTime func(time.Time)
	// Verbs are acts of the test's own, by their first word; args are the other words.
	Verbs map[string]func(ctx context.Context, args []string) error
	// Update rewrites the effects in the file instead of comparing them.
	Update bool
}

// Run plays the story in a file and fails t for each act whose effects are not the expected ones.
func Run(t testing.TB, file string, w World) {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("read story: %v", err)
	}
	acts, err := parse(string(source))
	if err != nil {
		t.Fatalf("%s:%v", file, err)
	}
	p := &player{World: w, seen: w.Sim.LastChange(), homes: map[string]string{}, pane: map[string]slacksim.Place{}}
	var rewritten strings.Builder
	for _, a := range acts {
		rewritten.WriteString(a.before)
		got, err := p.play(t.Context(), a)
		if err != nil {
			t.Fatalf("%s:%d: %s\n\t%v", file, a.line, a.text, err)
		}
		switch {
		case equal(a.effects, got):
			got = a.effects // with its "..."
		case !w.Update:
			t.Errorf("%s:%d: the effects are not the expected ones\n%s", file, a.line, diff(a.text, a.effects, got))
		}
		rewritten.WriteString(a.text + "\n")
		for _, line := range got {
			rewritten.WriteString(line + "\n")
		}
	}
	rewritten.WriteString(tail(string(source)))
	if w.Update && rewritten.String() != string(source) {
		if err := os.WriteFile(file, []byte(rewritten.String()), 0o644); err != nil { //nolint:gosec // a source file
			t.Fatalf("rewrite story: %v", err)
		}
	}
}
