package bot

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestManifest checks what Slack checks before it makes an app, and what people
// would miss.
func TestManifest(t *testing.T) {
	t.Parallel()
	const address = "https://steward.example.com/slack"
	for _, tt := range []struct {
		name, address string
		want, not     []string
	}{
		{
			name: "Socket Mode",
			want: []string{`"socket_mode_enabled":true`, `"messages_tab_read_only_enabled":false`, `"should_escape":true`, `"is_enabled":true`},
			not:  []string{`request_url`, `"url"`},
		},
		{
			name: "HTTP", address: address,
			want: []string{
				`"event_subscriptions":{"request_url":"` + address + `"`, `"interactivity":{"is_enabled":true,"request_url":"` + address + `"}`,
				`"url":"` + address + `"`,
			},
			not: []string{`socket_mode_enabled`},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			text, err := json.Marshal(Manifest(tt.address))
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range tt.want {
				if !strings.Contains(string(text), want) {
					t.Errorf("no %s in %s", want, text)
				}
			}
			for _, not := range tt.not {
				if strings.Contains(string(text), not) {
					t.Errorf("%s in %s", not, text)
				}
			}
		})
	}
	m := Manifest("").WithPane()
	if text, err := json.Marshal(m); err != nil || !strings.Contains(string(text), `"agent_view":{"agent_description":`) ||
		!strings.Contains(string(text), `"assistant:write"`) || !strings.Contains(string(text), `"app_context_changed"`) {
		t.Errorf("no pane in %s, %v", text, err)
	}
	if text, err := json.Marshal(Manifest("")); err != nil || strings.Contains(string(text), "agent") || strings.Contains(string(text), "assistant") {
		t.Errorf("a pane that nobody asked for in %s, %v", text, err)
	}
	for what, length := range map[string]struct{ is, most int }{
		"name":         {utf8.RuneCountInString(m.Display.Name), 35},
		"description":  {utf8.RuneCountInString(m.Display.Description), 140},
		"display name": {utf8.RuneCountInString(m.Features.BotUser.DisplayName), 80},
		"command":      {utf8.RuneCountInString(m.Features.SlashCommands[0].Command), 32},
	} {
		if length.is > length.most {
			t.Errorf("%s: %d characters, Slack takes %d", what, length.is, length.most)
		}
	}
	for name, table := range map[string][]string{"Scopes": Scopes, "Events": Events} {
		if !slices.IsSorted(table) || len(slices.Compact(slices.Clone(table))) != len(table) {
			t.Errorf("%s are not in order, or one is there twice: %v", name, table)
		}
	}
}
