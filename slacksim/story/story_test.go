package story_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"steward/slacksim"
	"steward/slacksim/story"
)

var update = flag.Bool("update", false, "rewrite the effects in the stories")

// world is a workspace with the echo bot connected.
func world(t *testing.T) story.World {
	t.Helper()
	var now atomic.Int64
	sim := slacksim.New(slacksim.Config{Now: func() time.Time { return time.Unix(now.Load(), 0) }})
	people := []string{"mei.lin", "jonas.weber"}
	err := sim.Load(slacksim.Workspace{
		People: []slacksim.Person{{Handle: people[0]}, {Handle: people[1]}},
		Apps: []slacksim.App{{
			Name: "Echo", Commands: []slacksim.Command{{Name: "/echo", Escape: true}},
			Shortcuts: []slacksim.Shortcut{
				{Name: "Call", Type: "global", CallbackID: "call"}, {Name: "Quote", Type: "message", CallbackID: "quote"},
			},
		}},
		Channels: []slacksim.Channel{{Name: "helpdesk", Members: []string{"mei.lin", "echo"}}, {Name: "lobby"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	srv, err := sim.Start(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(srv.Close)
	bot := startEcho(t, sim, srv)
	shout := func(ctx context.Context, args []string) error {
		who, known := sim.Person(args[1])
		if !known {
			return fmt.Errorf("no person %s", args[1])
		}
		_, _, err := bot.api.PostMessageContext(ctx, who.ID, slack.MsgOptionText(args[0], false))
		return err
	}
	return story.World{
		Sim: sim, SetTime: func(at time.Time) { now.Store(at.Unix()) }, Update: *update,
		Verbs: map[string]func(context.Context, []string) error{"shout": shout},
	}
}

func TestStories(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.story")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			story.Run(t, file, world(t))
		})
	}
}

// recorder takes what Run says in the place of a failing test.
type recorder struct {
	testing.TB
	said []string
}

func (r *recorder) Helper()                   {}
func (r *recorder) Errorf(f string, a ...any) { r.said = append(r.said, fmt.Sprintf(f, a...)) }
func (r *recorder) Fatalf(f string, a ...any) { r.Errorf(f, a...); panic(r) }

// run plays a story that may fail, and returns what it says.
func run(t *testing.T, source string, rewrite bool) (said []string, after string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "x.story")
	if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	w := world(t)
	w.Update = rewrite
	r := &recorder{TB: t}
	func() {
		defer func() {
			if v := recover(); v != nil && v != any(r) {
				panic(v)
			}
		}()
		story.Run(r, file, w)
	}()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return r.said, string(text)
}

func TestDifferencesAreShown(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct{ source, want string }{
		"another text":  {"mei.lin in #helpdesk: /echo a\n> only mei.lin: b\n", "  - > only mei.lin: b\n  + > only mei.lin: a\n"},
		"unexpected":    {"mei.lin in #helpdesk: /echo a\n", "  + > only mei.lin: a\n"},
		"missing":       {"mei.lin in #helpdesk: hi\n> in thread: hi\n", "  - > in thread: hi\n"},
		"where":         {"# x\n\nmei.lin in #helpdesk: /echo a\n> no\n", "x.story:3: "},
		"no such act":   {"mei.lin sings\n", `"mei.lin sings" is not an act`},
		"no such actor": {"nobody in #helpdesk: x\n", `"nobody" is neither a person nor a verb`},
		"no such thing": {"mei.lin clicks Nothing\n", `mei.lin sees no "Nothing"`},
		"loose effect":  {"> in thread: x\n", "x.story:1: an effect needs an act right above it"},
		"bad fault":     {"fault chat.postMessage\n", "a fault needs a method and a kind"},
		"bad times":     {"fault chat.postMessage cut xx\n", `"xx" is not a number of times`},
		"time goes on":  {"at 2026-06-15T09:00:00Z\nafter -5m\n", "time only goes forward"},
		"bad sockets":   {"sockets sing\n", "sockets drop or refresh"},
		"no message":    {"mei.lin reacts eyes to nothing\n", `mei.lin sees no message with "nothing"`},
		"bad quotes":    {"mei.lin clicks \"x\n", "a quotation mark is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			said, _ := run(t, row.source, false)
			if all := strings.Join(said, "\n"); !strings.Contains(all, row.want) {
				t.Errorf("said %q, want %q in it", all, row.want)
			}
		})
	}
}

func TestUpdateRewritesEffectsOnly(t *testing.T) {
	t.Parallel()
	source := "# head\n\nmei.lin in #helpdesk: /echo a\n> old\n> older\n\n# between\nmei.lin in #helpdesk: /echo bcd\n> only mei.lin: b...\n# end\n"
	want := "# head\n\nmei.lin in #helpdesk: /echo a\n> only mei.lin: a\n\n# between\nmei.lin in #helpdesk: /echo bcd\n> only mei.lin: b...\n# end\n"
	said, after := run(t, source, true)
	if len(said) > 0 || after != want {
		t.Errorf("said %q, wrote\n%s\nwant\n%s", said, after, want)
	}
}
