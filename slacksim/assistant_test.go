package slacksim_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"steward/slacksim"
)

// withPane is a workspace whose app has a pane of the kind.
func withPane(t *testing.T, agent bool) *stage {
	t.Helper()
	sim := slacksim.New(slacksim.Config{})
	must(t, sim.Load(slacksim.Workspace{
		People:   []slacksim.Person{{Handle: "mei.lin", RealName: "Mei Lin"}},
		Apps:     []slacksim.App{{Name: "Echo", AgentView: agent, AssistantView: !agent}, {Name: "Plain"}},
		Channels: []slacksim.Channel{{ID: "CHELP", Name: "helpdesk", Members: []string{"mei.lin", "echo"}}},
	}))
	srv, err := sim.Start(t.Context(), "127.0.0.1:0")
	must(t, err)
	t.Cleanup(srv.Close)
	app, _ := sim.App("Echo")
	return &stage{t: t, sim: sim, srv: srv, fills: map[string]string{"TOKEN": app.BotToken}}
}

// paneEvents gives what the app is told until now, each as its type, the
// channel that somebody looks at, and the thread or tab.
func paneEvents(t *testing.T, g *stage) []string {
	t.Helper()
	type entities struct {
		Entities []struct{ Value string }
	}
	say(t, g.sim, "end")
	ws := connect(t, g.sim, g.srv)
	var told []string
	for {
		var f struct {
			ID      string `json:"envelope_id"`
			Payload struct {
				Event struct {
					Type, Text, Tab string
					Context         entities
					Seen            entities `json:"app_context"`
					Thread          struct {
						TS      string `json:"thread_ts"`
						Context struct {
							Channel string `json:"channel_id"`
						}
					} `json:"assistant_thread"`
				}
			}
		}
		must(t, ws.ReadJSON(&f))
		if f.ID == "" {
			continue // hello
		}
		must(t, ws.WriteJSON(map[string]string{"envelope_id": f.ID}))
		e := f.Payload.Event
		if e.Text == "end" {
			slices.Sort(told) // no order is promised
			return told
		}
		line := []string{e.Type, e.Thread.Context.Channel, e.Thread.TS, e.Tab}
		for _, seen := range append(e.Context.Entities, e.Seen.Entities...) {
			line = append(line, seen.Value)
		}
		told = append(told, strings.Join(strings.Fields(strings.Join(line, " ")), " "))
	}
}

func TestPaneOfThreads(t *testing.T) {
	t.Parallel()
	g := withPane(t, false)
	mei := g.sim.As("mei.lin")
	at, err := mei.OpenAssistant("Echo", "helpdesk")
	must(t, err)
	must(t, mei.LookAt("Echo", at, "helpdesk"))
	_, err = mei.Reply(at.Channel, at.TS, "who?")
	must(t, err)
	g.fills["C"], g.fills["TS"] = at.Channel, at.TS
	for _, bad := range []string{
		`channel_id={C}&prompts=[{"title":"a","message":"b"}]`, `channel_id={C}&thread_ts={TS}&prompts=[]`,
		`channel_id={C}&thread_ts={TS}&prompts=[{"title":"a"}]`,
	} {
		if answer := g.call("assistant.threads.setSuggestedPrompts", g.fills["TOKEN"], bad); answer["ok"] == true {
			t.Errorf("%s is taken", bad)
		}
	}
	g.call("assistant.threads.setSuggestedPrompts", g.fills["TOKEN"], `channel_id={C}&thread_ts={TS}&title=Ask&prompts=[{"title":"a","message":"b"}]`)
	g.call("assistant.threads.setTitle", g.fills["TOKEN"], "channel_id={C}&thread_ts={TS}&title=Who")
	g.call("assistant.threads.setStatus", g.fills["TOKEN"], "channel_id={C}&thread_ts={TS}&status=looks")
	if heading, prompts := g.sim.Prompts(at.Channel, at.TS); heading != "Ask" || len(prompts) != 1 || prompts[0] != (slacksim.Prompt{Title: "a", Message: "b"}) {
		t.Errorf("prompts %q %v", heading, prompts)
	}
	want := []string{"assistant_thread_context_changed CHELP " + at.TS, "assistant_thread_started CHELP " + at.TS, "message"}
	if told := paneEvents(t, g); !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	var seen []string
	for _, c := range g.sim.Changes(0) {
		if c.Kind == slacksim.Prompted || c.Kind == slacksim.Titled || c.Kind == slacksim.Thought {
			p, _ := g.sim.Person(c.VisibleTo)
			seen = append(seen, fmt.Sprintf("%s %s %q", c.Kind, p.Handle, c.Text))
		}
	}
	if got, want := strings.Join(seen, ", "), `prompts mei.lin "Ask\n[a] b", title mei.lin "Who", status mei.lin "looks"`; got != want {
		t.Errorf("changes %s, want %s", got, want)
	}
}

func TestPaneOfAgents(t *testing.T) {
	t.Parallel()
	g := withPane(t, true)
	mei := g.sim.As("mei.lin")
	at, err := mei.OpenAssistant("Echo", "")
	must(t, err)
	must(t, mei.LookAt("Echo", at, "helpdesk"))
	_, err = mei.Say(at.Channel, "who?")
	must(t, err)
	g.fills["C"] = at.Channel
	g.call("assistant.threads.setSuggestedPrompts", g.fills["TOKEN"], `channel_id={C}&prompts=[{"title":"a","message":"b"}]`)
	if _, prompts := g.sim.Prompts(at.Channel, ""); len(prompts) != 1 {
		t.Errorf("prompts %v", prompts)
	}
	want := []string{"app_context_changed CHELP", "app_home_opened messages", "message CHELP"}
	if told := paneEvents(t, g); !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestPaneOfNobody(t *testing.T) {
	t.Parallel()
	g := withPane(t, true)
	mei := g.sim.As("mei.lin")
	for what, err := range map[string]error{
		"an app without a pane": second(mei.OpenAssistant("Plain", "")),
		"no such app":           second(mei.OpenAssistant("Nobody", "")),
		"no such channel":       second(mei.OpenAssistant("Echo", "nowhere")),
		"looking at nothing":    mei.LookAt("Echo", slacksim.Place{}, ""),
		"nobody":                second(g.sim.As("nobody").OpenAssistant("Echo", "")),
	} {
		if err == nil {
			t.Errorf("%s is possible", what)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// TestThePageShowsThePane: the page opens it, and learns what the app suggests, of the title, and what it is doing, at
// once and when it comes later.
func TestThePageShowsThePane(t *testing.T) {
	t.Parallel()
	for name, agent := range map[string]bool{"agent view": true, "assistant view": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g := withPane(t, agent)
			app := list(t, get(t, g.srv, "state?as=mei.lin"), "apps")[0]
			if app["agent_view"] != agent || app["assistant_view"] != !agent {
				t.Errorf("the page thinks that the app is %v", app)
			}
			at := do(t, g.srv, "assistant", `{"as": "mei.lin", "app": "Echo", "channel": "CHELP"}`)
			channel, thread := at["channel"].(string), at["thread_ts"].(string)
			if (thread == "") != agent {
				t.Errorf("opened the thread %q", thread)
			}
			prompts := "channel_id=" + channel + `&title=Ask&prompts=[{"title":"a","message":"b"}]`
			talk := thread
			if agent { // whose conversation is the channel, and each question a thread
				talk = do(t, g.srv, "say", `{"as": "mei.lin", "channel": "`+channel+`", "text": "who?"}`)["ts"].(string)
			} else {
				prompts += "&thread_ts=" + thread
			}
			g.call("assistant.threads.setSuggestedPrompts", g.fills["TOKEN"], prompts)
			g.call("assistant.threads.setStatus", g.fills["TOKEN"], "channel_id="+channel+"&thread_ts="+talk+"&status=thinks")
			g.call("assistant.threads.setTitle", g.fills["TOKEN"], "channel_id="+channel+"&thread_ts="+talk+"&title=Who")
			panes := map[string]map[string]any{}
			for _, p := range list(t, get(t, g.srv, "messages?as=mei.lin&channel="+channel), "panes") {
				panes[p["thread"].(string)] = p
			}
			if p := panes[thread]; p["heading"] != "Ask" || len(p["prompts"].([]any)) != 1 {
				t.Errorf("the page suggests %v", p)
			}
			if p := panes[talk]; p["title"] != "Who" || p["status"] != "thinks" {
				t.Errorf("the page shows %v of the talk", p)
			}
		})
	}
}
