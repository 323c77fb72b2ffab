package slacksim_test

import (
	"net/url"
	"strings"
	"testing"

	"steward/slacksim"
)

// anyModal is a view that every method about views takes.
const anyModal = `{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[]}`

// manifestText is a manifest that is good.
const manifestText = `{"display_information":{"name":"New"},"features":{"bot_user":{"display_name":"new"}},
	"oauth_config":{"scopes":{"bot":["chat:write"]}},"settings":{"socket_mode_enabled":true}}`

// calls are one good call of every method. Words in braces are filled in from a prepared workspace.
var calls = map[string]string{
	"api.test":                       "foo=bar",
	"apps.connections.open":          "",
	"apps.event.authorizations.list": "event_context=4-{APP}",
	"apps.manifest.create":           "manifest=" + manifestText,
	"apps.manifest.export":           "app_id={APP}",
	"apps.manifest.update":           "app_id={APP}&manifest=" + manifestText,
	"apps.manifest.validate":         "manifest=" + manifestText,
	"apps.uninstall":                 "client_id={CLIENT}&client_secret={SECRET}",
	"auth.revoke":                    "",
	"auth.teams.list":                "",
	"auth.test":                      "",
	"blocks.validate":                `blocks=[{"type":"divider"}]`,
	"bots.info":                      "",
	"emoji.list":                     "",
	"oauth.v2.access":                "client_id={CLIENT}&client_secret={SECRET}&code={CODE}",
	"oauth.v2.exchange":              "client_id={CLIENT}&client_secret={SECRET}&token={TOKEN}",
	"team.info":                      "",

	"chat.postMessage":            "channel={C}&text=x",
	"chat.update":                 "channel={C}&ts={TS}&text=y",
	"chat.delete":                 "channel={C}&ts={TS}",
	"chat.postEphemeral":          "channel={C}&user={U}&text=x",
	"chat.getPermalink":           "channel={C}&message_ts={TS}",
	"chat.scheduleMessage":        "channel={C}&text=x&post_at={SOON}",
	"chat.deleteScheduledMessage": "channel={C}&scheduled_message_id={Q}",
	"chat.scheduledMessages.list": "channel={C}",
	"chat.unfurl":                 `channel={C}&ts={LINK}&unfurls={"https://desk.test/1":{"text":"x"}}`,
	"chat.startStream":            "channel={C}&recipient_user_id={U}&recipient_team_id=T000000001&markdown_text=x",
	"chat.appendStream":           "channel={C}&ts={STREAM}&markdown_text=x",
	"chat.stopStream":             "channel={C}&ts={STREAM}",

	"reactions.add":    "channel={C}&timestamp={TS}&name=eyes",
	"reactions.remove": "channel={C}&timestamp={TS}&name=tada",
	"reactions.get":    "channel={C}&timestamp={TS}",
	"pins.add":         "channel={C}&timestamp={TS}",
	"pins.remove":      "channel={C}&timestamp={LINK}",
	"pins.list":        "channel={C}",
	"bookmarks.add":    "channel_id={C}&type=link&title=x&link=https://x.test",
	"bookmarks.edit":   "channel_id={C}&bookmark_id={BK}&title=y",
	"bookmarks.remove": "channel_id={C}&bookmark_id={BK}",
	"bookmarks.list":   "channel_id={C}",

	"conversations.open":            "users={U}",
	"conversations.close":           "channel={D}",
	"conversations.history":         "channel={C}",
	"conversations.replies":         "channel={C}&ts={TS}",
	"conversations.list":            "types=public_channel,private_channel,im,mpim",
	"conversations.info":            "channel={C}",
	"conversations.members":         "channel={C}",
	"conversations.join":            "channel={LOBBY}",
	"conversations.leave":           "channel={C}",
	"conversations.create":          "name=new-one",
	"conversations.invite":          "channel={C}&users={JONAS}",
	"conversations.kick":            "channel={C}&user={U}",
	"conversations.setTopic":        "channel={C}&topic=x",
	"conversations.setPurpose":      "channel={C}&purpose=x",
	"conversations.rename":          "channel={C}&name=other",
	"conversations.archive":         "channel={C}",
	"conversations.unarchive":       "channel={OLD}",
	"conversations.mark":            "channel={C}&ts={TS}",
	"conversations.canvases.create": "channel_id={C}",

	"users.conversations": "",
	"users.info":          "user={U}",
	"users.list":          "",
	"users.lookupByEmail": "email=mei@acme.test",
	"users.getPresence":   "user={U}",
	"users.profile.get":   "user={U}",
	"users.profile.set":   `profile={"status_text":"away","status_expiration":0}`,
	"dnd.info":            "user={U}",
	"dnd.teamInfo":        "users={U}",

	"usergroups.list":         "include_users=1",
	"usergroups.create":       "name=New",
	"usergroups.update":       "usergroup={S}&name=Other",
	"usergroups.enable":       "usergroup={OFF}",
	"usergroups.disable":      "usergroup={S}",
	"usergroups.users.list":   "usergroup={S}",
	"usergroups.users.update": "usergroup={S}&users={U}",

	"files.getUploadURLExternal":   "filename=a.png&length=3",
	"files.completeUploadExternal": `channel_id={C}&files=[{"id":"{UP}","title":"t"}]`,
	"files.info":                   "file={F}",
	"files.delete":                 "file={F}",

	"views.open":    "trigger_id={TRIGGER}&view=" + anyModal,
	"views.push":    "trigger_id={TRIGGER}&view=" + anyModal,
	"views.update":  "view_id={V}&view=" + anyModal,
	"views.publish": `user_id={U}&view={"type":"home","blocks":[]}`,

	"assistant.threads.setStatus":           "channel_id={C}&thread_ts={TS}&status=thinking",
	"assistant.threads.setTitle":            "channel_id={C}&thread_ts={TS}&title=x",
	"assistant.threads.setSuggestedPrompts": `channel_id={C}&thread_ts={TS}&prompts=[{"title":"a","message":"b"}]`,
	"agents.sessions.setStatus":             "channel_id={C}&thread_ts={TS}&status=active",
	"agents.sessions.rename":                "channel_id={C}&thread_ts={TS}&title=x",
	"entity.presentDetails":                 `trigger_id={TRIGGER}&metadata={"entity_type":"slack#/entities/task","entity_payload":{}}`,

	"canvases.create":     `title=x&document_content={"type":"markdown","markdown":"hi"}`,
	"canvases.edit":       `canvas_id={CANVAS}&changes=[{"operation":"insert_at_end","document_content":{"type":"markdown","markdown":"hi"}}]`,
	"canvases.delete":     "canvas_id={CANVAS}",
	"canvases.getContent": "canvas_id={CANVAS}",

	"slackLists.create":               "name=x",
	"slackLists.update":               "id={LIST}&name=y",
	"slackLists.items.create":         "list_id={LIST}",
	"slackLists.items.info":           "list_id={LIST}&id={REC}",
	"slackLists.items.list":           "list_id={LIST}",
	"slackLists.items.update":         `list_id={LIST}&cells=[{"row_id":"{REC}","column_id":"c","value":1}]`,
	"slackLists.items.delete":         "list_id={LIST}&id={REC}",
	"slackLists.items.deleteMultiple": `list_id={LIST}&ids=["{REC}"]`,
	"slackLists.access.set":           "list_id={LIST}&user_ids={U}",
	"slackLists.access.delete":        "list_id={LIST}&user_ids={U}",
	"slackLists.download.start":       "list_id={LIST}",
	"slackLists.download.get":         "list_id={LIST}",
}

// stage is a workspace in which every call has something to work on.
type stage struct {
	t     *testing.T
	sim   *slacksim.Sim
	srv   *slacksim.Server
	fills map[string]string
}

func (g *stage) call(method, token, args string) map[string]any {
	g.t.Helper()
	for name, value := range g.fills {
		args = strings.ReplaceAll(args, "{"+name+"}", value)
	}
	values := url.Values{}
	for pair := range strings.SplitSeq(args, "&") {
		name, value, _ := strings.Cut(pair, "=")
		values.Set(name, value)
	}
	r := request(g.t, "POST", g.srv.APIURL()+method, formKind, values.Encode())
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	return ask(g.t, r)
}

// fill calls a method and keeps what it answers under a name.
func (g *stage) fill(name, method, args string, path ...string) {
	g.t.Helper()
	answer := g.call(method, g.fills["TOKEN"], args)
	var at any = answer
	for _, key := range path {
		object, _ := at.(map[string]any)
		at = object[key]
	}
	value, _ := at.(string)
	if value == "" {
		g.t.Fatalf("prepare %s: %v", method, answer)
	}
	g.fills[name] = value
}

func prepare(t *testing.T) *stage {
	t.Helper()
	sim, srv := fixture(t, slacksim.Config{})
	app, err := sim.AddApp(slacksim.App{
		Name: "All", UnfurlDomains: []string{"desk.test"}, AgentView: true, Rotation: true, RedirectURL: "https://desk.test/back",
	})
	must(t, err)
	must(t, sim.Join("helpdesk", "all"))
	_, err = sim.AddChannel(slacksim.Channel{Name: "old", Archived: true, Members: []string{"all"}})
	must(t, err)
	off, err := sim.AddGroup(slacksim.Group{Handle: "off"})
	must(t, err)
	group, err := sim.AddGroup(slacksim.Group{Handle: "team", Members: []string{"jonas.weber"}})
	must(t, err)
	mei, _ := sim.Person("mei.lin")
	jonas, _ := sim.Person("jonas.weber")
	code, err := sim.OAuthCode("All", "mei.lin", "")
	must(t, err)
	link, err := sim.As("mei.lin").Say("helpdesk", "see https://desk.test/1")
	must(t, err)
	g := &stage{t: t, sim: sim, srv: srv, fills: map[string]string{
		"APP": app.ID, "CLIENT": app.ClientID, "SECRET": app.ClientSecret, "TOKEN": app.BotToken, "CODE": code, "LINK": link,
		"C": sim.ChannelID("helpdesk"), "LOBBY": sim.ChannelID("lobby"), "OLD": sim.ChannelID("old"), "U": mei.ID,
		"JONAS": jonas.ID, "OFF": off.ID, "S": group.ID, "SOON": soon(), "TRIGGER": sim.Trigger("All", "mei.lin"),
	}}
	g.fill("D", "conversations.open", "users={U}", "channel", "id")
	g.fill("TS", "chat.postMessage", "channel={C}&text=first", "ts")
	g.fill("Q", "chat.scheduleMessage", "channel={C}&text=x&post_at={SOON}", "scheduled_message_id")
	g.fill("STREAM", "chat.startStream", "channel={C}&recipient_user_id={U}&recipient_team_id=T1&markdown_text=a", "ts")
	g.fill("BK", "bookmarks.add", "channel_id={C}&type=link&title=x&link=https://x.test", "bookmark", "id")
	g.fill("CANVAS", "canvases.create", "title=x", "canvas_id")
	g.fill("LIST", "slackLists.create", "name=x", "list_id")
	g.fill("REC", "slackLists.items.create", "list_id={LIST}", "item", "id")
	g.fill("V", "views.open", "trigger_id={TRIGGER}&view="+anyModal, "view", "id")
	g.fills["TRIGGER"] = sim.Trigger("All", "mei.lin")
	g.call("reactions.add", app.BotToken, "channel={C}&timestamp={TS}&name=tada")
	g.call("pins.add", app.BotToken, "channel={C}&timestamp={LINK}")
	g.call("usergroups.disable", app.BotToken, "usergroup={OFF}")
	for _, name := range []string{"UP", "F"} {
		g.fill(name, "files.getUploadURLExternal", "filename=a.png&length=3", "file_id")
		must(t, post(t, srv.URL+"/upload/"+g.fills[name], "abc"))
	}
	g.call("files.completeUploadExternal", app.BotToken, `files=[{"id":"{F}"}]`)
	return g
}

// tokenFor is the token that a method wants.
func (g *stage) tokenFor(level string) string {
	g.t.Helper()
	app, _ := g.sim.App("All")
	switch level {
	case "app":
		return app.AppToken
	case "config":
		return "xoxe.xoxp-1-anything"
	case "none":
		return ""
	case "user":
		token, err := g.sim.UserToken("All", "mei.lin")
		must(g.t, err)
		return token
	}
	return app.BotToken
}

func TestEveryMethod(t *testing.T) {
	t.Parallel()
	for _, method := range slacksim.MethodNames() {
		t.Run(method, func(t *testing.T) {
			t.Parallel()
			args, known := calls[method]
			if !known {
				t.Fatal("there is no good call of this method in the table")
			}
			level, scopes := slacksim.MethodNeeds(method)
			g := prepare(t)
			g.refused(method, level, scopes, args)
			if answer := g.call(method, g.tokenFor(level), args); answer["ok"] != true {
				t.Errorf("a good call is answered with %v", answer)
			}
		})
	}
	g := prepare(t)
	for method := range calls {
		if answer := g.call(method, "", ""); answer["error"] == "unknown_method" {
			t.Errorf("%s is in the table and not in the Web API", method)
		}
	}
}

// refused makes the calls that every method refuses, each in its own words.
func (g *stage) refused(method, level string, scopes []string, args string) {
	t := g.t
	t.Helper()
	want := func(what, code string, answer map[string]any) {
		t.Helper()
		if answer["error"] != code {
			t.Errorf("%s is answered with %v, want %s", what, answer, code)
		}
	}
	if level != "none" {
		want("no token", "not_authed", g.call(method, "", strings.ReplaceAll(args, "token=", "x=")))
		want("a wrong token", "invalid_auth", g.call(method, "xoxb-no", args))
	}
	weak, err := g.sim.AddApp(slacksim.App{Name: "Weak", BotScopes: []string{}, AppScopes: []string{}})
	must(t, err)
	tokens := map[string]string{"": weak.BotToken, "app": weak.AppToken}
	if token := tokens[level]; token != "" && len(scopes) > 0 {
		want("a token without the scope", "missing_scope", g.call(method, token, args))
	}
	if level == "app" {
		want("a bot's token", "not_allowed_token_type", g.call(method, weak.BotToken, args))
	}
	for _, name := range []string{"channel={C}", "channel_id={C}"} {
		if strings.HasPrefix(args, name) {
			wrong := strings.Replace(args, "{C}", "C999", 1)
			want("no such channel", noChannel(method), g.call(method, g.tokenFor(level), wrong))
		}
	}
}

// noChannel is what a method says about a channel that is not there.
func noChannel(method string) string {
	if method == "chat.unfurl" {
		return "cannot_find_message"
	}
	return "channel_not_found"
}
