package bot

import (
	"slices"

	"github.com/slack-go/slack"
)

// Scopes are what Steward must be allowed to do in a workspace, each with the
// deed that needs it. A new call of Slack that needs another scope adds it
// here; whoever has installed Steward must then reinstall it.
var Scopes = []string{
	"app_mentions:read", // hear who mentions us in a channel
	"channels:history",  // look in a thread for an answer whose fate a crash hid
	"channels:read",     // know the name of the channel we are asked in; doctor: list ours
	"chat:write",        // answer, tell, edit what we said
	"chat:write.public", // answer where we are mentioned and were never invited
	"commands",          // /sla
	"groups:history",    // as channels:history, in private channels
	"groups:read",       // as channels:read, for private channels
	"im:history",        // hear what is said to us in private; find a ping after a crash
	"im:write",          // open the conversation in which somebody is told
	"mpim:history",      // as channels:history, in group conversations
	"users:read",        // match people, their languages and time zones
	"users:read.email",  // match people: the e-mail is what both sides know
}

// Events are what Steward listens to.
var Events = []string{
	"app_home_opened", // draw the home tab as things stand now
	"app_mention",     // a question in a channel
	"message.im",      // a question in private
	"team_join",       // match who is new
	"user_change",     // take over a name, a language, a time zone, a departure
}

// An AppManifest is the manifest of a Slack app in which a tab for messages
// that people may write in says so: the library leaves false out, and Slack
// takes a tab of which nothing is said for read-only.
type AppManifest struct {
	slack.Manifest
	Features struct {
		slack.Features
		AppHome struct {
			slack.AppHome
			ReadOnly bool `json:"messages_tab_read_only_enabled"`
		} `json:"app_home"`
	} `json:"features"`
}

// WithPane gives the app a pane: Slack shows it beside whatever people look at,
// and each question asked there is a conversation of its own. Guests cannot use
// an app that has one.
func (m AppManifest) WithPane() AppManifest {
	m.Features.AgentView = &slack.AgentView{
		AgentDescription: "Says who is responsible for a service, an agreement or an activity, and how promises stand. 谁负责、承诺达成如何。",
	}
	m.OAuthConfig.Scopes.Bot = slices.Concat(m.OAuthConfig.Scopes.Bot, PaneScopes)
	events := *m.Settings.EventSubscriptions
	events.BotEvents = slices.Concat(events.BotEvents, PaneEvents)
	m.Settings.EventSubscriptions = &events
	slices.Sort(m.OAuthConfig.Scopes.Bot)
	slices.Sort(events.BotEvents)
	return m
}

// Manifest describes the Slack app that Steward runs as. With an address, such
// as https://steward.example.com/slack, Slack sends everything there, signed;
// without one the app uses Socket Mode.
func Manifest(address string) AppManifest {
	m := AppManifest{Manifest: slack.Manifest{
		Metadata: slack.ManifestMetadata{MajorVersion: 2, MinorVersion: 1},
		Display: slack.Display{
			Name:            "Steward",
			Description:     "Keeps service promises: who is responsible, what is breached, how it is felt. 谁负责、何时违约、感受如何。",
			BackgroundColor: "#1f3d5c",
		},
		OAuthConfig: slack.OAuthConfig{Scopes: slack.OAuthScopes{Bot: Scopes}},
		Settings: slack.Settings{
			EventSubscriptions: &slack.EventSubscriptions{RequestUrl: address, BotEvents: Events},
			Interactivity:      &slack.Interactivity{IsEnabled: true, RequestUrl: address},
			SocketModeEnabled:  address == "",
		},
	}}
	m.Features.AppHome.AppHome = slack.AppHome{HomeTabEnabled: true, MessagesTabEnabled: true}
	m.Features.BotUser = slack.BotUser{DisplayName: "Steward", AlwaysOnline: true}
	m.Features.Shortcuts = []slack.Shortcut{{
		Name: "Who is responsible?", Type: slack.MessageShortcut, CallbackID: whoShortcut,
		Description: "Who is responsible for what this message is about",
	}}
	m.Features.SlashCommands = []slack.ManifestSlashCommand{{
		Command: "/sla", Description: "Service promises: who, what, how well",
		UsageHint: "who … | status | list | roles | survey … | feedback … | help",
		Url:       address, ShouldEscape: true, // a mention arrives as an id, not as a name that two people share
	}}
	return m
}
