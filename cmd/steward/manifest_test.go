package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"steward/bot"
	"steward/slacksim"
)

func TestManifestCommand(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		args    []string
		refused bool
	}{
		{name: "Socket Mode", args: nil},
		{name: "HTTP", args: []string{"--http", "https://steward.example.com/slack"}},
		{name: "with a pane", args: []string{"--pane"}},
		{name: "HTTP behind a prefix", args: []string{"--http", "https://example.com/steward/slack"}},
		{name: "not encrypted", args: []string{"--http", "http://steward.example.com/slack"}, refused: true},
		{name: "where nothing listens", args: []string{"--http", "https://steward.example.com/"}, refused: true},
		{name: "no address", args: []string{"--http", "steward"}, refused: true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var out bytes.Buffer
			err := run(t.Context(), append([]string{"manifest"}, tt.args...), func(string) string { return "" }, &out, &out)
			if (err != nil) != tt.refused {
				t.Fatalf("manifest %v: %v", tt.args, err)
			}
			if err == nil && !json.Valid(out.Bytes()) {
				t.Errorf("this is no JSON: %s", &out)
			}
		})
	}
}

// TestManifestSuffices lets people ask in every kind of place, lets Steward look
// for its answers as after a crash, and looks for calls that were refused. The
// workspace's app has exactly the manifest's scopes and events. Without any one
// of them, but for those of the doctor and of group conversations, it fails.
func TestManifestSuffices(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	app, _ := r.sim.App("Steward")
	if !slices.Equal(app.BotScopes, bot.Scopes) || !slices.Equal(app.Events, bot.Events) {
		t.Fatalf("the demo's app differs from the manifest: %v, %v", app.BotScopes, app.Events)
	}
	uninvited, err := r.sim.AddChannel(slacksim.Channel{Name: "uninvited", Members: []string{"emily.carter"}})
	r.must(err)
	_, err = r.sim.AddChannel(slacksim.Channel{Name: "private", Private: true, Members: []string{"emily.carter", "steward"}})
	r.must(err)
	c := r.start()
	emily := r.sim.As("emily.carter")
	for _, channel := range []string{"helpdesk", "uninvited", "private"} {
		_, err := emily.Say(channel, "@steward who handles SLA-ORION-HR?")
		r.must(err)
	}
	_, _, err = emily.DM("steward", "who handles SLA-ORION-HR?")
	r.must(err)
	r.must(emily.Command("helpdesk", "/sla", "roles"))
	r.must(emily.OpenHome("Steward"))
	r.must(r.sim.ChangePerson("emily.carter", func(p *slacksim.Person) { p.TZ = "Europe/Paris" }))
	now := time.Now()
	c.measure(sample{
		Key: "down", Agreement: brokenAgreement, Target: brokenTarget, From: now.Add(-time.Hour), To: now, Good: 0, Total: 3600,
	})
	answered := func() bool { return r.count(`SELECT count(*) FROM inbox WHERE done_at IS NOT NULL`) == 4 }
	r.until("all four questions are answered", answered)
	r.exec(`UPDATE inbox SET done_at = NULL, due_at = at WHERE id NOT LIKE $1 || '/%'`, uninvited.ID)
	r.until("the answers are found again", answered)
	r.until("the change of a person is taken over", func() bool {
		return r.count(`SELECT count(*) FROM people WHERE email = 'emily.carter@orion.example' AND zone = 'Europe/Paris'`) == 1
	})
	r.settle()
	r.checkPings()
	for _, e := range r.sim.Traffic() {
		if response := fmt.Sprint(e.Response); strings.Contains(response, "missing_scope") || strings.Contains(response, "not_in_channel") {
			t.Errorf("%s is refused: %s", e.Method, response)
		}
	}
}
