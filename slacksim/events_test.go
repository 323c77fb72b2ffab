package slacksim_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

// heard collects what an app is told: the types and subtypes of events, until "end" is said in #helpdesk.
func heard(t *testing.T, sim *slacksim.Sim, srv *slacksim.Server) []string {
	t.Helper()
	say(t, sim, "end")
	k := dial(t, sim, srv)
	var all []string
	for {
		f := k.next()
		k.ack(f)
		if f.Payload.Event.Text == "end" {
			slices.Sort(all) // no order is promised
			return all
		}
		all = append(all, strings.TrimSpace(f.Payload.Event.Type+" "+f.Payload.Event.Subtype))
	}
}

func TestWhatAppsHear(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		do   func(t *testing.T, sim *slacksim.Sim, api *slack.Client)
		want []string
	}{
		"a message": {func(t *testing.T, sim *slacksim.Sim, _ *slack.Client) { say(t, sim, "hi") }, []string{"message"}},
		"a mention": {func(t *testing.T, sim *slacksim.Sim, _ *slack.Client) { say(t, sim, "@Echo hi") }, []string{"app_mention", "message"}},
		"a mention from outside": {func(t *testing.T, sim *slacksim.Sim, _ *slack.Client) {
			if _, err := sim.As("mei.lin").Say("lobby", "@Echo hi"); err != nil {
				t.Fatal(err)
			}
		}, []string{"app_mention"}},
		"a message elsewhere": {func(t *testing.T, sim *slacksim.Sim, _ *slack.Client) {
			if _, _, err := sim.As("mei.lin").DM("jonas.weber", "@Echo hi"); err != nil {
				t.Fatal(err)
			}
		}, nil},
		"a direct message": {func(t *testing.T, sim *slacksim.Sim, _ *slack.Client) {
			if _, _, err := sim.As("mei.lin").DM("echo", "@Echo hi"); err != nil {
				t.Fatal(err)
			}
		}, []string{"message"}},
		"its own post, edit, deletion": {func(t *testing.T, _ *slacksim.Sim, api *slack.Client) {
			channel, ts, err := api.PostMessage("helpdesk", slack.MsgOptionText("x", false))
			if err != nil {
				t.Fatal(err)
			}
			if _, _, _, err := api.UpdateMessage(channel, ts, slack.MsgOptionText("y", false)); err != nil {
				t.Fatal(err)
			}
			if _, _, err := api.DeleteMessage(channel, ts); err != nil {
				t.Fatal(err)
			}
		}, []string{"message", "message message_changed", "message message_deleted"}},
		"joining": {func(t *testing.T, sim *slacksim.Sim, api *slack.Client) {
			if _, _, _, err := api.JoinConversation("lobby"); err != nil {
				t.Fatal(err)
			}
			if err := sim.Join("lobby", "jonas.weber"); err != nil {
				t.Fatal(err)
			}
		}, []string{"member_joined_channel", "member_joined_channel"}},
		"a status": {func(t *testing.T, sim *slacksim.Sim, _ *slack.Client) {
			err := sim.ChangePerson("mei.lin", func(p *slacksim.Person) { p.StatusText = "away" })
			if err != nil {
				t.Fatal(err)
			}
		}, []string{"user_change"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim, srv := fixture(t, slacksim.Config{})
			row.do(t, sim, client(t, sim, srv))
			if got := heard(t, sim, srv); !slices.Equal(got, row.want) {
				t.Errorf("heard %q, want %q", got, row.want)
			}
		})
	}
}

func TestAppsHearOnlyWhatTheyAskedForAndMay(t *testing.T) {
	t.Parallel()
	for name, a := range map[string]slacksim.App{
		"subscriptions": {Name: "Other", Events: []string{"app_mention"}},
		"scopes":        {Name: "Other", BotScopes: []string{"app_mentions:read"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim, _ := fixture(t, slacksim.Config{})
			other, err := sim.AddApp(a)
			if err != nil {
				t.Fatal(err)
			}
			if err := sim.Join("helpdesk", other.BotUserID); err != nil {
				t.Fatal(err)
			}
			say(t, sim, "nothing for others")
			say(t, sim, "@Other hi")
			got := make(chan string, 10)
			listenAs(t, sim, "Other", func(_ http.ResponseWriter, r *http.Request) {
				var f frame
				if err := json.NewDecoder(r.Body).Decode(&f.Payload); err != nil {
					t.Error(err)
				}
				got <- f.Payload.Event.Type
			})
			if first := waitFor(t, got); first != "app_mention" {
				t.Errorf("heard %s", first)
			}
			if err := sim.Quiet(t.Context()); err != nil {
				t.Fatal(err)
			}
			if len(got) > 0 {
				t.Errorf("heard %s too", <-got)
			}
		})
	}
}

func TestShortcuts(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	if _, err := x.sim.AddApp(slacksim.App{
		Name: "Menu", RequestURL: "http://127.0.0.1:1", // nobody listens there
		Shortcuts: []slacksim.Shortcut{{Name: "Track", Type: "message", CallbackID: "track"}, {Name: "New", Type: "global", CallbackID: "new"}},
	}); err != nil {
		t.Fatal(err)
	}
	payloads := make(chan slack.InteractionCallback, 5)
	listenAs(t, x.sim, "Menu", func(_ http.ResponseWriter, r *http.Request) {
		if p, err := slack.InteractionCallbackParse(r); err == nil {
			payloads <- p
		}
	})
	mei, at := x.sim.As("mei.lin"), x.card(t)
	if err := mei.Shortcut("track", at); err != nil {
		t.Fatal(err)
	}
	if p := waitFor(t, payloads); p.Type != slack.InteractionTypeMessageAction || p.Message.Text != "card" || p.ResponseURL == "" {
		t.Errorf("payload %+v", p)
	}
	if err := mei.Shortcut("new", slacksim.Place{}); err != nil {
		t.Fatal(err)
	}
	if p := waitFor(t, payloads); p.Type != slack.InteractionTypeShortcut || p.TriggerID == "" {
		t.Errorf("payload %+v", p)
	}
}

func TestSuggestions(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	x.answer = func(w http.ResponseWriter, p slack.InteractionCallback) {
		_, _ = w.Write([]byte(`{"options":[{"text":{"type":"plain_text","text":"` + p.Value + `"},"value":"1"}]}`))
	}
	channel, ts, err := x.api.PostMessage("helpdesk", slack.MsgOptionBlocks(slack.NewActionBlock(
		"b", slack.NewOptionsSelectBlockElement("external_select", nil, "find"))))
	if err != nil {
		t.Fatal(err)
	}
	answer := do(t, x.srv, "suggest", `{"as":"mei.lin","channel":"`+channel+`","message_ts":"`+ts+`","block_id":"b","action_id":"find","value":"pay"}`)
	if options := list(t, answer, "options"); len(options) != 1 {
		t.Errorf("answer %v", answer)
	}
	if p := waitFor(t, x.payloads); p.Type != slack.InteractionTypeBlockSuggestion || p.Value != "pay" || p.ActionID != "find" {
		t.Errorf("payload %+v", p)
	}
}
