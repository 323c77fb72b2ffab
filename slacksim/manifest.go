package slacksim

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Manifest is an app's description as Slack's settings export it, as far as the simulator uses it.
type Manifest struct {
	Display struct {
		Name            string `json:"name"`
		Description     string `json:"description,omitempty"`
		LongDescription string `json:"long_description,omitempty"`
	} `json:"display_information"`
	Features struct {
		Bot struct {
			DisplayName string `json:"display_name"`
		} `json:"bot_user"`
		Shortcuts []manifestShortcut `json:"shortcuts,omitempty"`
		Commands  []manifestCommand  `json:"slash_commands,omitempty"`
		Unfurl    []string           `json:"unfurl_domains,omitempty"`
		Agent     json.RawMessage    `json:"agent_view,omitempty"`
		Assistant json.RawMessage    `json:"assistant_view,omitempty"`
	} `json:"features"`
	OAuth struct {
		Redirects []string `json:"redirect_urls,omitempty"`
		Scopes    struct {
			Bot []string `json:"bot,omitempty"`
		} `json:"scopes"`
	} `json:"oauth_config"`
	Settings struct {
		Events struct {
			RequestURL string          `json:"request_url,omitempty"`
			Bot        []string        `json:"bot_events,omitempty"`
			Metadata   []MetadataEvent `json:"metadata_subscriptions,omitempty"`
		} `json:"event_subscriptions"`
		Interactivity struct {
			Enabled    bool   `json:"is_enabled"`
			RequestURL string `json:"request_url,omitempty"`
			OptionsURL string `json:"message_menu_options_url,omitempty"`
		} `json:"interactivity"`
		SocketMode bool `json:"socket_mode_enabled"`
		Rotation   bool `json:"token_rotation_enabled"`
	} `json:"settings"`
}

type manifestShortcut struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	CallbackID  string `json:"callback_id"`
	Description string `json:"description"`
}

type manifestCommand struct {
	Command     string `json:"command"`
	Description string `json:"description"`
	Usage       string `json:"usage_hint,omitempty"`
	Escape      bool   `json:"should_escape,omitempty"`
	URL         string `json:"url,omitempty"`
}

// Check returns all that Slack would refuse in the manifest, with pointers into it.
func (m Manifest) Check() []Problem {
	k := &manifestChecker{}
	k.most("/display_information/name", m.Display.Name, 35)
	k.needed("/display_information/name", m.Display.Name)
	k.most("/display_information/description", m.Display.Description, 140)
	k.most("/display_information/long_description", m.Display.LongDescription, 4000)
	if n := utf8.RuneCountInString(m.Display.LongDescription); n > 0 && n < 174 {
		k.wrong("/display_information/long_description", "must have at least 174 characters")
	}
	k.most("/features/bot_user/display_name", m.Features.Bot.DisplayName, 80)
	k.count("/features/unfurl_domains", len(m.Features.Unfurl), 5)
	k.count("/oauth_config/scopes/bot", len(m.OAuth.Scopes.Bot), 255)
	k.count("/settings/event_subscriptions/bot_events", len(m.Settings.Events.Bot), 100)
	k.count("/features/slash_commands", len(m.Features.Commands), 50)
	k.count("/features/shortcuts", len(m.Features.Shortcuts), 10)
	if len(m.Settings.Events.Bot) > 0 && !m.Settings.SocketMode {
		k.needed("/settings/event_subscriptions/request_url", m.Settings.Events.RequestURL)
	}
	if m.Settings.Interactivity.Enabled && !m.Settings.SocketMode {
		k.needed("/settings/interactivity/request_url", m.Settings.Interactivity.RequestURL)
	}
	k.commands(m)
	k.shortcuts(m.Features.Shortcuts)
	return k.problems
}

type manifestChecker struct{ problems []Problem }

func (k *manifestChecker) wrong(at, format string, args ...any) {
	k.problems = append(k.problems, Problem{Pointer: at, Message: fmt.Sprintf(format, args...)})
}

func (k *manifestChecker) needed(at, value string) {
	if value == "" {
		k.wrong(at, "is required")
	}
}

func (k *manifestChecker) most(at, value string, most int) {
	if utf8.RuneCountInString(value) > most {
		k.wrong(at, "must have no more than %d characters", most)
	}
}

func (k *manifestChecker) count(at string, count, most int) {
	if count > most {
		k.wrong(at, "no more than %d items allowed", most)
	}
}

func (k *manifestChecker) commands(m Manifest) {
	for i, cmd := range m.Features.Commands {
		at := fmt.Sprintf("/features/slash_commands/%d", i)
		if !strings.HasPrefix(cmd.Command, "/") || strings.ContainsAny(cmd.Command, " ") {
			k.wrong(at+"/command", "must be one word that starts with a slash")
		}
		k.most(at+"/command", cmd.Command, 32)
		k.needed(at+"/description", cmd.Description)
		k.most(at+"/usage_hint", cmd.Usage, 1000)
		if !m.Settings.SocketMode {
			k.needed(at+"/url", cmd.URL)
		}
	}
	if len(m.Features.Commands) > 0 && !slices.Contains(m.OAuth.Scopes.Bot, "commands") {
		k.wrong("/oauth_config/scopes/bot", "slash commands need the scope commands")
	}
}

func (k *manifestChecker) shortcuts(list []manifestShortcut) {
	perType := map[string]int{}
	for i, s := range list {
		at := fmt.Sprintf("/features/shortcuts/%d", i)
		if s.Type != "global" && s.Type != "message" {
			k.wrong(at+"/type", "must be global or message")
		}
		perType[s.Type]++
		k.needed(at+"/name", s.Name)
		k.most(at+"/name", s.Name, 24)
		k.needed(at+"/callback_id", s.CallbackID)
		k.most(at+"/callback_id", s.CallbackID, 255)
		k.needed(at+"/description", s.Description)
		k.most(at+"/description", s.Description, 150)
	}
	for _, kind := range []string{"global", "message"} {
		if perType[kind] > 5 {
			k.wrong("/features/shortcuts", "no more than 5 of type %s allowed", kind)
		}
	}
}

// App is the app that the manifest describes, to be added to a workspace.
func (m Manifest) App() App {
	name := or(m.Features.Bot.DisplayName, m.Display.Name)
	a := App{
		Name: m.Display.Name, BotHandle: strings.ReplaceAll(strings.ToLower(name), " ", "-"),
		BotScopes: append([]string{}, m.OAuth.Scopes.Bot...), Events: append([]string{}, m.Settings.Events.Bot...), MetadataEvents: m.Settings.Events.Metadata,
		UnfurlDomains: m.Features.Unfurl, AgentView: len(m.Features.Agent) > 0, AssistantView: len(m.Features.Assistant) > 0, Rotation: m.Settings.Rotation,
	}
	if len(m.OAuth.Redirects) > 0 {
		a.RedirectURL = m.OAuth.Redirects[0]
	}
	for _, cmd := range m.Features.Commands {
		a.Commands = append(a.Commands, Command{Name: cmd.Command, Usage: cmd.Usage, About: cmd.Description, Escape: cmd.Escape})
	}
	for _, s := range m.Features.Shortcuts {
		a.Shortcuts = append(a.Shortcuts, Shortcut{Name: s.Name, Type: s.Type, CallbackID: s.CallbackID})
	}
	if !m.Settings.SocketMode {
		a.RequestURL = m.Settings.Events.RequestURL
		a.InteractionURL, a.OptionsURL = m.Settings.Interactivity.RequestURL, m.Settings.Interactivity.OptionsURL
		if len(m.Features.Commands) > 0 {
			a.CommandURL = m.Features.Commands[0].URL
		}
	}
	return a
}

// ReadManifest reads a manifest in JSON and refuses one in which anything is wrong.
func ReadManifest(text []byte) (Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(text, &m); err != nil {
		return Manifest{}, fmt.Errorf("read manifest: %w", err)
	}
	if problems := m.Check(); len(problems) > 0 {
		return Manifest{}, fmt.Errorf("manifest: %s %s", problems[0].Pointer, problems[0].Message)
	}
	return m, nil
}

// readManifest reads and checks the argument "manifest".
func (c *call) readManifest() (Manifest, error) {
	var m Manifest
	given, err := c.args.decode("manifest", &m)
	switch {
	case !given:
		return m, fail("invalid_arguments", "[ERROR] missing required field: manifest")
	case err != nil:
		return m, &apiError{code: "invalid_manifest", problems: []Problem{{Message: "is not a manifest in JSON"}}}
	}
	if problems := m.Check(); len(problems) > 0 {
		return m, &apiError{code: "invalid_manifest", problems: problems}
	}
	return m, nil
}

func (c *call) validateManifest() (object, error) {
	_, err := c.readManifest()
	return object{"errors": []object{}}, err
}

func (c *call) createApp() (object, error) {
	m, err := c.readManifest()
	if err != nil {
		return nil, err
	}
	a, err := c.addApp(m.App())
	if err != nil {
		return nil, fail("failed_creating_app")
	}
	added := c.Sim.app(a.ID)
	added.manifest = m
	return object{
		"app_id": a.ID, "credentials": object{
			"client_id": a.ClientID, "client_secret": a.ClientSecret, "verification_token": "simulated", "signing_secret": a.SigningSecret,
		},
		"oauth_authorize_url": c.base + "/oauth/v2/authorize?client_id=" + a.ClientID + "&scope=" + strings.Join(a.BotScopes, ","),
	}, nil
}

func (c *call) updateApp() (object, error) {
	a := c.Sim.app(c.args.text("app_id"))
	if a == nil {
		return nil, fail("invalid_app_id")
	}
	m, err := c.readManifest()
	if err != nil {
		return nil, err
	}
	next := m.App()
	changed := !slices.Equal(next.BotScopes, a.BotScopes)
	a.BotScopes, a.Events, a.Commands, a.Shortcuts = next.BotScopes, next.Events, next.Commands, next.Shortcuts
	a.MetadataEvents, a.UnfurlDomains, a.AgentView, a.manifest = next.MetadataEvents, next.UnfurlDomains, next.AgentView, m
	a.AssistantView = next.AssistantView
	return object{"app_id": a.ID, "permissions_updated": changed}, nil
}

func (c *call) exportApp() (object, error) {
	a := c.Sim.app(c.args.text("app_id"))
	if a == nil {
		return nil, fail("invalid_app_id")
	}
	return object{"manifest": a.manifest}, nil
}
