package slacksim

import (
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
)

// App is one installed app with its bot user. Only Name is needed: ids, tokens and the signing secret are made when
// empty, BotHandle is the name in lower case, no scopes mean DefaultScopes, no events mean all that the scopes allow.
type App struct {
	ID        string   `json:"id,omitempty"`
	Name      string   `json:"name"`
	BotHandle string   `json:"bot_handle,omitempty"`
	BotUserID string   `json:"bot_user_id,omitempty"`
	BotID     string   `json:"bot_id,omitempty"`
	BotScopes []string `json:"bot_scopes,omitempty"`
	BotToken  string   `json:"bot_token,omitempty"`
	AppToken  string   `json:"app_token,omitempty"`
	// AppScopes are those of the app-level token; nil means all that there are.
	AppScopes     []string   `json:"app_scopes,omitempty"`
	SigningSecret string     `json:"signing_secret,omitempty"`
	Commands      []Command  `json:"commands,omitempty"`
	Shortcuts     []Shortcut `json:"shortcuts,omitempty"`
	// Events are the subscriptions by their manifest names: "app_mention", "message.im", "app_home_opened" ... Nil means
	// all but a few narrow ones.
	Events []string `json:"events,omitempty"`
	// MetadataEvents are the subscriptions to message metadata, without which none is heard of.
	MetadataEvents []MetadataEvent `json:"metadata_events,omitempty"`
	// UnfurlDomains are those whose links the app wants to hear of (link_shared) and may unfurl.
	UnfurlDomains []string `json:"unfurl_domains,omitempty"`
	// AgentView makes the direct messages a pane for agents, and switches the methods for agents on, which Slack still
	// keeps behind a gate.
	AgentView bool `json:"agent_view,omitempty"`
	// AssistantView gives the app the older pane, whose conversations are threads that say when they begin.
	AssistantView bool `json:"assistant_view,omitempty"`
	// RedirectURL is where OAuth sends people back to; ClientID and ClientSecret are made when empty.
	RedirectURL  string `json:"redirect_url,omitempty"`
	ClientID     string `json:"client_id,omitempty"`
	ClientSecret string `json:"client_secret,omitempty"`
	// Rotation makes OAuth give out tokens that end after 12 hours and have to be refreshed.
	Rotation bool `json:"rotation,omitempty"`
	// RequestURL switches the app from Socket Mode to the Events API over HTTP. Commands and interactions go to the
	// same address unless they have one of their own.
	RequestURL     string `json:"request_url,omitempty"`
	CommandURL     string `json:"command_url,omitempty"`
	InteractionURL string `json:"interaction_url,omitempty"`
	OptionsURL     string `json:"options_url,omitempty"` // for block_suggestion
}

// MetadataEvent is one subscription to message metadata: of one app, or of all when AppID is empty.
type MetadataEvent struct {
	AppID     string `json:"app_id,omitempty"`
	EventType string `json:"event_type"`
}

// Command is one slash command; Escape turns typed @names and #names into ids.
type Command struct {
	Name   string `json:"name"` // with the slash
	Usage  string `json:"usage,omitempty"`
	About  string `json:"about,omitempty"`
	Escape bool   `json:"escape,omitempty"`
}

// Shortcut is an entry of the shortcuts menu: Type is "global" or "message".
type Shortcut struct {
	Name       string `json:"name"`
	Type       string `json:"type"`
	CallbackID string `json:"callback_id"`
}

// DefaultScopes are what a bot gets that names no scopes: all that the simulator knows.
var DefaultScopes = []string{
	"app_mentions:read", "assistant:write", "bookmarks:read", "bookmarks:write", "canvases:read", "canvases:write",
	"channels:history", "channels:join", "channels:manage", "channels:read", "chat:write", "chat:write.customize",
	"chat:write.public", "commands", "dnd:read", "emoji:read", "files:read", "files:write", "groups:history",
	"groups:read", "groups:write", "im:history", "im:read", "im:write", "links:read", "links:write", "lists:read",
	"lists:write", "metadata.message:read", "mpim:history", "mpim:read", "mpim:write", "pins:read", "pins:write",
	"reactions:read", "reactions:write", "team:read", "usergroups:read", "usergroups:write", "users.profile:read",
	"users:read", "users:read.email",
}

type app struct {
	App
	bot      *person
	base     string // scheme and host that the app last used to reach us
	conns    []*socket
	turn     int // which connection gets the next envelope
	waiting  map[string]*waiter
	backlog  []*delivery // events that happened while nobody was connected
	homes    map[string]*view
	looking  map[string]*channel // what each person looks at beside the pane
	manifest Manifest            // with which it was made
	off      bool                // Socket Mode is switched off
	dead     string              // what its tokens answer since they were revoked, or ""
	flow     flow                // how many events it got lately
}

// AddApp installs an app, adds its bot user, and returns it completed, tokens included.
func (s *Sim) AddApp(a App) (App, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.addApp(a)
}

func (s *Sim) addApp(a App) (App, error) {
	if a.Name == "" {
		return App{}, fmt.Errorf("add app: no name")
	}
	a.BotHandle = or(a.BotHandle, strings.ToLower(strings.ReplaceAll(a.Name, " ", "-")))
	bot, err := s.addPerson(Person{ID: a.BotUserID, Handle: a.BotHandle, RealName: a.Name, Bot: true})
	if err != nil {
		return App{}, fmt.Errorf("add app %s: %w", a.Name, err)
	}
	a.BotUserID = bot.ID
	a.ID = or(a.ID, s.nextID("A"))
	a.BotID = or(a.BotID, s.nextID("B"))
	a.BotToken = or(a.BotToken, "xoxb-sim-"+rand.Text())
	a.AppToken = or(a.AppToken, "xapp-1-"+a.ID+"-"+rand.Text())
	a.SigningSecret = or(a.SigningSecret, strings.ToLower(rand.Text()))
	a.ClientID = or(a.ClientID, "1000000000."+strings.TrimPrefix(a.ID, "A"))
	a.ClientSecret = or(a.ClientSecret, strings.ToLower(rand.Text()))
	if a.AppScopes == nil {
		a.AppScopes = []string{"connections:write", "authorizations:read"}
	}
	if a.BotScopes == nil {
		a.BotScopes = slices.Clone(DefaultScopes)
	}
	added := &app{App: a, bot: bot, base: s.base, waiting: map[string]*waiter{}, homes: map[string]*view{}, looking: map[string]*channel{}}
	bot.app = added
	s.apps = append(s.apps, added)
	return a, nil
}

// App finds an installed app by name, bot handle or id; its tokens are those a bot must use.
func (s *Sim) App(name string) (App, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a := s.app(name); a != nil {
		return a.App, true
	}
	return App{}, false
}

// Connections says how many sockets the app has open.
func (s *Sim) Connections(name string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a := s.app(name); a != nil {
		return len(a.conns)
	}
	return 0
}

func (s *Sim) app(name string) *app {
	for _, a := range s.apps {
		if a.ID == name || a.BotUserID == name || strings.EqualFold(a.Name, name) || strings.EqualFold(a.BotHandle, name) {
			return a
		}
	}
	return nil
}

func (a *app) has(scope string) bool { return scope == "" || slices.Contains(a.BotScopes, scope) }

// hears says whether the app subscribed to the event and may see it.
func (a *app) hears(name, scope string) bool {
	return a.has(scope) && (slices.Contains(a.Events, name) || a.Events == nil && !narrow[name])
}

// narrow are the events that only those hear who subscribe to them by name: others hear the wider one.
var narrow = map[string]bool{"user_profile_changed": true, "user_status_changed": true, "user_huddle_changed": true}

func (a *app) profile(teamID string) object {
	return object{"id": a.BotID, "app_id": a.ID, "name": a.Name, "deleted": false, "updated": 0, "team_id": teamID, "icons": object{}}
}

// Apps lists the installed apps.
func (s *Sim) Apps() []App {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]App, 0, len(s.apps))
	for _, a := range s.apps {
		all = append(all, a.App)
	}
	return all
}
