package slacksim_test

import (
	"strings"
	"testing"
	"time"

	"steward/slacksim"
)

func TestStoppedStreams(t *testing.T) {
	t.Parallel()
	g := prepare(t)
	mei := g.sim.As("mei.lin")
	must(t, mei.StopStream("helpdesk", g.fills["STREAM"]))
	if answer := g.call("chat.appendStream", g.fills["TOKEN"], "channel={C}&ts={STREAM}&markdown_text=x"); answer["error"] != "stopped_by_user" {
		t.Errorf("answered with %v", answer)
	}
	if err := mei.StopStream("helpdesk", g.fills["TS"]); err == nil {
		t.Error("a message that nobody writes on was stopped")
	}
}

func TestThinkingEnds(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(sim *slacksim.Sim, wait func(time.Duration), ts string) error{
		"by a reply": func(sim *slacksim.Sim, _ func(time.Duration), ts string) error {
			_, err := sim.As("mei.lin").Reply("helpdesk", ts, "and?")
			return err
		},
		"after two minutes": func(_ *slacksim.Sim, wait func(time.Duration), _ string) error {
			wait(2 * time.Minute)
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim, srv, wait := ticking(t)
			ts, err := sim.As("mei.lin").Say("helpdesk", "hi")
			must(t, err)
			app, _ := sim.App("Echo")
			g := &stage{t: t, sim: sim, srv: srv, fills: map[string]string{"TS": ts}}
			g.call("assistant.threads.setStatus", app.BotToken, "channel_id=helpdesk&thread_ts={TS}&status=is thinking")
			if got := sim.Thinking("helpdesk", ts); got != "is thinking" {
				t.Errorf("status %q", got)
			}
			must(t, end(sim, wait, ts))
			if got := sim.Thinking("helpdesk", ts); got != "" {
				t.Errorf("status %q in the end", got)
			}
		})
	}
}

func TestWhatIsWrittenCanBeRead(t *testing.T) {
	t.Parallel()
	g := prepare(t)
	token := g.fills["TOKEN"]
	g.call("canvases.edit", token, calls["canvases.edit"])
	read := g.call("canvases.getContent", token, "canvas_id={CANVAS}")
	document, _ := read["document_content"].(map[string]any)
	if words, _ := document["markdown"].(string); !strings.Contains(words, "hi") {
		t.Errorf("canvas %v", read)
	}
	g.call("slackLists.items.update", token, calls["slackLists.items.update"])
	item := list(t, g.call("slackLists.items.list", token, "list_id={LIST}"), "items")[0]
	if fields := list(t, item, "fields"); len(fields) != 1 || fields[0]["column_id"] != "c" {
		t.Errorf("record %v", item)
	}
	g.call("bookmarks.edit", token, calls["bookmarks.edit"])
	if b := list(t, g.call("bookmarks.list", token, "channel_id={C}"), "bookmarks")[0]; b["title"] != "y" {
		t.Errorf("bookmark %v", b)
	}
	if pins := list(t, g.call("pins.list", token, "channel={C}"), "items"); len(pins) != 1 {
		t.Errorf("pins %v", pins)
	}
	if planned := list(t, g.call("chat.scheduledMessages.list", token, ""), "scheduled_messages"); len(planned) != 1 {
		t.Errorf("scheduled %v", planned)
	}
	exported := g.call("apps.manifest.create", "xoxe.xoxp-1-x", "manifest="+manifestText)
	g.fills["NEW"], _ = exported["app_id"].(string)
	if back := g.call("apps.manifest.export", "xoxe.xoxp-1-x", "app_id={NEW}"); back["ok"] != true || back["manifest"] == nil {
		t.Errorf("manifest %v", back)
	}
	if bad := g.call("apps.manifest.validate", "xoxe.xoxp-1-x", "manifest={}"); len(list(t, bad, "errors")) == 0 {
		t.Errorf("an empty manifest: %v", bad)
	}
}

func TestDetailsOfWorkObjects(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	must(t, sim.As("mei.lin").AskDetails("Echo", "helpdesk", "", "https://desk.test/1", "1"))
	if got := heard(t, sim, srv); strings.Join(got, ",") != "entity_details_requested" {
		t.Errorf("heard %q", got)
	}
}
