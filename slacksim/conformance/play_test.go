package conformance_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"steward/slacksim"
)

type object = map[string]any

// play does everything that makes the simulator send or answer something, and returns all that came.
func play(t *testing.T) []sample {
	t.Helper()
	r := record(t)
	r.playMessages()
	r.playDirectory()
	r.playInteractions()
	r.playModals()
	r.playHome()
	r.playChannels()
	r.playGroups()
	r.playPins()
	r.playFiles()
	r.playLinks()
	r.playStreams()
	r.playPeople()
	r.playLeaving()
	r.quiet(t)
	r.Refresh()
	<-r.read
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.samples
}

func label(text string) object { return object{"type": "plain_text", "text": text} }

var question = []object{
	{"type": "section", "text": object{"type": "mrkdwn", "text": "Which?"}},
	{"type": "actions", "block_id": "deeds", "elements": []object{
		{"type": "button", "action_id": "approve", "text": label("Approve"), "value": "1", "style": "primary", "url": "https://acme.test"},
		{"type": "datepicker", "action_id": "day"},
		{"type": "timepicker", "action_id": "hour"},
		{"type": "datetimepicker", "action_id": "moment"},
		{"type": "external_select", "action_id": "find", "min_query_length": 0},
		{"type": "static_select", "action_id": "one", "options": options},
		{"type": "checkboxes", "action_id": "some", "options": options},
		{"type": "users_select", "action_id": "who"},
		{"type": "channels_select", "action_id": "where"},
		{"type": "conversations_select", "action_id": "talk"},
	}},
	section("whos", "multi_users_select"), section("wheres", "multi_channels_select"), section("talks", "multi_conversations_select"),
}

var options = []object{{"text": label("A"), "value": "a"}, {"text": label("B"), "value": "b"}}

// choices are what mei.lin chooses in the question's elements.
var choices = map[string]string{
	"day": "2026-06-15", "hour": "09:30", "moment": "1781485200", "one": "a", "some": "a,b",
	"who": "mei.lin", "where": "helpdesk", "talk": "helpdesk", "whos": "mei.lin", "wheres": "helpdesk", "talks": "helpdesk",
}

func section(actionID, element string) object {
	return object{
		"type": "section", "text": object{"type": "mrkdwn", "text": element},
		"accessory": object{"type": element, "action_id": actionID},
	}
}

func (r *recorder) playMessages() {
	t := r.t
	posted := r.call("chat.postMessage", "channel", "helpdesk", "text", "Which?", "blocks", question,
		"metadata", object{"event_type": "asked", "event_payload": object{"n": 1}})
	channel, ts := posted["channel"], posted["ts"]
	r.call("chat.postMessage", "channel", channel, "thread_ts", ts, "text", "reply")
	r.call("chat.postMessage", "channel", channel, "thread_ts", ts, "text", "loud reply", "reply_broadcast", true)
	r.call("chat.postEphemeral", "channel", channel, "user", "U000000001", "text", "psst")
	r.call("reactions.add", "channel", channel, "timestamp", ts, "name", "eyes")
	own, err := r.mei.Say("helpdesk", "@clerk look at https://acme.test")
	must(t, err)
	must(t, r.mei.React("helpdesk", own, "eyes"))
	r.call("chat.update", "channel", channel, "ts", ts, "text", "Which one?", "blocks", question)
	r.call("chat.getPermalink", "channel", channel, "message_ts", ts)
	r.call("conversations.history", "channel", channel, "include_all_metadata", true)
	r.call("conversations.replies", "channel", channel, "ts", ts)
	gone := r.call("chat.postMessage", "channel", channel, "text", "gone soon")
	r.call("chat.delete", "channel", channel, "ts", gone["ts"])
	r.call("reactions.get", "channel", channel, "timestamp", ts)
	r.call("reactions.remove", "channel", channel, "timestamp", ts, "name", "eyes")
	later := time.Now().Add(time.Hour).Unix()
	planned := r.call("chat.scheduleMessage", "channel", channel, "text", "later", "post_at", later, "blocks", question)
	r.call("chat.scheduledMessages.list", "channel", channel)
	r.call("chat.deleteScheduledMessage", "channel", channel, "scheduled_message_id", planned["scheduled_message_id"])
	_, _, err = r.mei.DM("clerk", "hello")
	must(t, err)
}

func (r *recorder) playDirectory() {
	t := r.t
	r.call("auth.test")
	r.call("team.info")
	r.call("bots.info")
	r.call("users.info", "user", "U000000001", "include_locale", true)
	r.call("users.info", "user", r.app.BotUserID)
	r.call("users.list", "limit", 2)
	r.call("users.lookupByEmail", "email", "mei@acme.test")
	r.call("users.getPresence", "user", "U000000001")
	r.call("users.conversations")
	r.call("conversations.list", "limit", 2)
	r.call("conversations.info", "channel", r.ChannelID("helpdesk"), "include_num_members", true, "include_locale", true)
	r.call("conversations.members", "channel", r.ChannelID("helpdesk"))
	r.call("conversations.join", "channel", r.ChannelID("lobby"))
	r.call("conversations.join", "channel", r.ChannelID("lobby")) // warns
	r.call("conversations.open", "users", "U000000001", "return_im", true)
	must(t, r.Join("lobby", "jonas.weber"))
}

func (r *recorder) playInteractions() {
	t := r.t
	must(t, r.mei.Command("helpdesk", "/note", "x"))
	root, err := r.mei.Say("helpdesk", "ask me in a thread")
	must(t, err)
	r.call("chat.postMessage", "channel", "helpdesk", "thread_ts", root, "text", "Which?", "blocks", question)
	at, err := r.mei.Newest("approve")
	must(t, err)
	for id, choice := range choices {
		must(t, r.mei.Choose(at, id, choice))
	}
	must(t, r.mei.Click(at, "approve"))
	r.suggest(at, "deeds", "find")
	must(t, r.mei.Shortcut("note_this", at))
	must(t, r.mei.Shortcut("new_note", slacksim.Place{}))
}

func (r *recorder) playModals() {
	t := r.t
	modal := object{
		"type": "modal", "callback_id": "note", "title": label("Note"), "submit": label("Save"), "close": label("Leave"),
		"private_metadata": "kept", "external_id": "note-1", "notify_on_close": true,
		"blocks": []object{{
			"type": "input", "block_id": "note", "label": label("Note"), "dispatch_action": true,
			"element": object{"type": "plain_text_input", "action_id": "text"},
		}, {
			"type": "input", "block_id": "service", "label": label("Service"), "optional": true,
			"element": object{"type": "external_select", "action_id": "find"},
		}},
	}
	r.call("views.open", "trigger_id", r.trigger(), "view", modal)
	top := func() slacksim.Place { open := r.mei.Views(); return slacksim.Place{ViewID: open[len(open)-1].ID} }
	must(t, r.mei.Choose(top(), "text", "some"))
	r.suggest(top(), "service", "find")
	r.call("views.update", "view_id", top().ViewID, "view", modal)
	modal["external_id"] = "note-2"
	r.call("views.push", "trigger_id", r.trigger(), "view", modal)
	_, err := r.mei.Submit("", map[string]string{"text": "fine"})
	must(t, err)
	must(t, r.mei.CloseView(""))
}

func (r *recorder) playHome() {
	home := object{"type": "home", "blocks": []object{{"type": "divider"}}}
	must(r.t, r.mei.OpenHome("Clerk"))
	r.call("views.publish", "user_id", "U000000001", "view", home)
	must(r.t, r.mei.OpenHome("Clerk"))
}

func (r *recorder) playChannels() {
	made := r.call("conversations.create", "name", "project")
	id := made["channel"].(object)["id"]
	r.call("conversations.invite", "channel", id, "users", "U000000001,U000000002")
	r.call("conversations.setTopic", "channel", id, "topic", "What we do")
	r.call("conversations.setPurpose", "channel", id, "purpose", "To do it")
	r.call("conversations.rename", "channel", id, "name", "project-x")
	r.call("conversations.kick", "channel", id, "user", "U000000002")
	posted := r.call("chat.postMessage", "channel", id, "text", "seen")
	r.call("conversations.mark", "channel", id, "ts", posted["ts"])
	r.call("conversations.archive", "channel", id)
	r.call("conversations.unarchive", "channel", id)
	must(r.t, r.Leave("helpdesk", "jonas.weber"))
	r.call("conversations.leave", "channel", r.ChannelID("lobby"))
}

func (r *recorder) playGroups() {
	made := r.call("usergroups.create", "name", "Duty", "handle", "duty", "description", "Who is on duty")
	id := made["usergroup"].(object)["id"]
	r.call("usergroups.users.update", "usergroup", id, "users", "U000000001")
	r.call("usergroups.users.list", "usergroup", id)
	r.call("usergroups.update", "usergroup", id, "name", "On duty")
	r.call("usergroups.list", "include_users", true, "include_count", true, "include_disabled", true)
	r.call("usergroups.disable", "usergroup", id)
	r.call("usergroups.enable", "usergroup", id)
}

func (r *recorder) playPins() {
	posted := r.call("chat.postMessage", "channel", "helpdesk", "text", "keep this", "blocks", question)
	channel, ts := posted["channel"], posted["ts"]
	r.call("pins.add", "channel", channel, "timestamp", ts)
	r.call("pins.list", "channel", channel)
	r.call("conversations.history", "channel", channel, "limit", 1)
	r.call("pins.remove", "channel", channel, "timestamp", ts)
	added := r.call("bookmarks.add", "channel_id", channel, "title", "Wiki", "type", "link", "link", "https://acme.test")
	mark := added["bookmark"].(object)["id"]
	r.call("bookmarks.edit", "channel_id", channel, "bookmark_id", mark, "title", "The wiki")
	r.call("bookmarks.list", "channel_id", channel)
	r.call("bookmarks.remove", "channel_id", channel, "bookmark_id", mark)
}

func (r *recorder) playFiles() {
	begun := r.call("files.getUploadURLExternal", "filename", "report.csv", "length", 3)
	resp, err := http.Post(begun["upload_url"].(string), "application/octet-stream", strings.NewReader("a,b"))
	must(r.t, err)
	_ = resp.Body.Close()
	file := object{"id": begun["file_id"], "title": "Report"}
	r.call("files.completeUploadExternal", "files", []object{file}, "channel_id", r.ChannelID("helpdesk"), "initial_comment", "as asked")
	r.quiet(r.t)
	r.call("files.info", "file", begun["file_id"])
	r.call("conversations.history", "channel", r.ChannelID("helpdesk"), "limit", 1)
	r.call("files.delete", "file", begun["file_id"])
}

func (r *recorder) playLinks() {
	ts, err := r.mei.Say("helpdesk", "see https://wiki.acme.test/page")
	must(r.t, err)
	_, err = r.mei.Reply("helpdesk", ts, "or https://wiki.acme.test/other")
	must(r.t, err)
	unfurls := object{"https://wiki.acme.test/page": object{"blocks": []object{{"type": "divider"}}}}
	r.call("chat.unfurl", "channel", r.ChannelID("helpdesk"), "ts", ts, "unfurls", unfurls)
	r.call("conversations.history", "channel", r.ChannelID("helpdesk"), "limit", 1)
}

func (r *recorder) playStreams() {
	root := r.call("chat.postMessage", "channel", "helpdesk", "text", "a question")
	started := r.call("chat.startStream", "channel", root["channel"], "thread_ts", root["ts"], "markdown_text", "one ",
		"recipient_user_id", "U000000001", "recipient_team_id", "T000000001")
	r.call("chat.appendStream", "channel", started["channel"], "ts", started["ts"], "markdown_text", "two ")
	r.call("chat.stopStream", "channel", started["channel"], "ts", started["ts"], "markdown_text", "three")
	made := r.call("canvases.create", "title", "Notes", "document_content", object{"type": "markdown", "markdown": "# Notes"})
	r.call("canvases.delete", "canvas_id", made["canvas_id"])
	r.call("conversations.close", "channel", r.call("conversations.open", "users", "U000000002")["channel"].(object)["id"])
}

func (r *recorder) playPeople() {
	t := r.t
	_, err := r.AddPerson(slacksim.Person{Handle: "new.hand", RealName: "New Hand", Email: "new@acme.test"})
	must(t, err)
	must(t, r.ChangePerson("jonas.weber", func(p *slacksim.Person) {
		p.StatusText, p.StatusEmoji, p.StatusExpires = "at lunch", ":pizza:", time.Now().Add(time.Hour).Unix()
		p.Huddle, p.DNDStart, p.DNDEnd = true, 1, 2
	}))
	r.call("users.profile.get", "user", "U000000002", "include_labels", true)
	r.call("dnd.info", "user", "U000000002")
	r.call("dnd.info")
	r.call("dnd.teamInfo", "users", "U000000001,U000000002")
	r.call("emoji.list")
	r.call("auth.teams.list")
}

// playLeaving is the last that the app does.
func (r *recorder) playLeaving() {
	code, err := r.OAuthCode("Clerk", "mei.lin", "")
	must(r.t, err)
	r.callAs("", "oauth.v2.access", []any{"code", code, "client_id", r.app.ClientID, "client_secret", r.app.ClientSecret})
	r.quiet(r.t)
	must(r.t, r.Uninstall("Clerk"))
}

// suggest asks the app for options, as the page does for a person who types into a select.
func (r *recorder) suggest(at slacksim.Place, blockID, actionID string) {
	body := argument(r.t, object{
		"as": "mei.lin", "channel": at.Channel, "message_ts": at.TS, "view_id": at.ViewID, "block_id": blockID, "action_id": actionID, "value": "x",
	})
	resp, err := http.Post(r.srv.URL+"/control/suggest", "application/json", strings.NewReader(body))
	must(r.t, err)
	_ = resp.Body.Close()
}
