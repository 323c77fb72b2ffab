package slacksim_test

import (
	"strings"
	"testing"
)

func TestRefusalsOfMethods(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 300)
	for name, row := range map[string]struct{ method, args, want string }{
		"schedule: past":          {"chat.scheduleMessage", "channel={C}&text=x&post_at=1", "time_in_past"},
		"schedule: far":           {"chat.scheduleMessage", "channel={C}&text=x&post_at=9999999999", "time_too_far"},
		"schedule: no time":       {"chat.scheduleMessage", "channel={C}&text=x&post_at=x", "invalid_time"},
		"schedule: unknown":       {"chat.deleteScheduledMessage", "channel={C}&scheduled_message_id=Q9", "invalid_scheduled_message_id"},
		"stream: recipient":       {"chat.startStream", "channel={C}", "missing_recipient_user_id"},
		"stream: team":            {"chat.startStream", "channel={C}&recipient_user_id={U}", "missing_recipient_team_id"},
		"stream: not streaming":   {"chat.appendStream", "channel={C}&ts={TS}&markdown_text=x", "message_not_in_streaming_state"},
		"stream: not own":         {"chat.appendStream", "channel={C}&ts={LINK}&markdown_text=x", "message_not_owned_by_app"},
		"stream: updated":         {"chat.update", "channel={C}&ts={STREAM}&text=x", "streaming_state_conflict"},
		"stream: bad chunk":       {"chat.appendStream", `channel={C}&ts={STREAM}&chunks=[{"type":"x"}]`, "invalid_chunks"},
		"unfurl: nothing":         {"chat.unfurl", "channel={C}&ts={LINK}", "missing_unfurls"},
		"unfurl: no such link":    {"chat.unfurl", `channel={C}&ts={LINK}&unfurls={"https://desk.test/2":{}}`, "cannot_unfurl_url"},
		"unfurl: no link":         {"chat.unfurl", `channel={C}&ts={TS}&unfurls={"https://desk.test/1":{}}`, "cannot_unfurl_message"},
		"unfurl: not JSON":        {"chat.unfurl", `channel={C}&ts={LINK}&unfurls=x`, "invalid_unfurls_format"},
		"markdown and text":       {"chat.postMessage", "channel={C}&text=x&markdown_text=y", "markdown_text_conflict"},
		"attachments":             {"chat.postMessage", "channel={C}&attachments=[" + strings.Repeat("{},", 100) + "{}]", "too_many_attachments"},
		"reaction: name":          {"reactions.add", "channel={C}&timestamp={TS}&name=a b", "invalid_name"},
		"reaction: again":         {"reactions.add", "channel={C}&timestamp={TS}&name=tada", "already_reacted"},
		"reaction: none":          {"reactions.remove", "channel={C}&timestamp={TS}&name=eyes", "no_reaction"},
		"reaction: archived":      {"reactions.add", "channel={OLD}&timestamp=1.000001&name=eyes", "message_not_found"},
		"pin: again":              {"pins.add", "channel={C}&timestamp={LINK}", "already_pinned"},
		"pin: none":               {"pins.remove", "channel={C}&timestamp={TS}", "no_pin"},
		"bookmark: link":          {"bookmarks.add", "channel_id={C}&type=link&title=x&link=x", "invalid_link"},
		"bookmark: type":          {"bookmarks.add", "channel_id={C}&type=x&title=x&link=https://x.test", "invalid_bookmark_type"},
		"create: taken":           {"conversations.create", "name=lobby", "name_taken"},
		"create: capitals":        {"conversations.create", "name=Lobby2", "invalid_name_specials"},
		"create: long":            {"conversations.create", "name=" + long, "invalid_name_maxlength"},
		"create: none":            {"conversations.create", "", "invalid_name_required"},
		"create: dashes":          {"conversations.create", "name=--", "invalid_name_punctuation"},
		"invite: again":           {"conversations.invite", "channel={C}&users={U}", "already_in_channel"},
		"invite: stranger":        {"conversations.invite", "channel={C}&users=U9", "user_not_found"},
		"invite: archived":        {"conversations.invite", "channel={OLD}&users={U}", "is_archived"},
		"archive: again":          {"conversations.archive", "channel={OLD}", "already_archived"},
		"unarchive: open":         {"conversations.unarchive", "channel={C}", "not_archived"},
		"topic: long":             {"conversations.setTopic", "channel={C}&topic=" + long, "too_long"},
		"topic: outside":          {"conversations.setTopic", "channel={LOBBY}&topic=x", "not_in_channel"},
		"open: many":              {"conversations.open", "users=1,2,3,4,5,6,7,8,9", "too_many_users"},
		"open: prevented":         {"conversations.open", "users={JONAS}&prevent_creation=1", "channel_not_found"},
		"group: unknown":          {"usergroups.update", "usergroup=S9", "no_such_subteam"},
		"group: taken":            {"usergroups.create", "name=x&handle=team", "handle_already_exists"},
		"group: nobody":           {"usergroups.users.update", "usergroup={S}&users=", "no_users_provided"},
		"group: strangers":        {"usergroups.users.update", "usergroup={S}&users=U9", "invalid_users"},
		"group: off again":        {"usergroups.disable", "usergroup={OFF}", "already_disabled"},
		"file: no name":           {"files.getUploadURLExternal", "length=3", "missing_argument"},
		"file: alt":               {"files.getUploadURLExternal", "filename=a&length=3&alt_txt=" + strings.Repeat("x", 1001), "alt_txt_too_large"},
		"file: unknown":           {"files.completeUploadExternal", `files=[{"id":"F9"}]`, "file_not_found"},
		"file: twice":             {"files.completeUploadExternal", `files=[{"id":"{F}"}]`, "file_update_failed"},
		"file: outside":           {"files.completeUploadExternal", `channel_id=secret&files=[{"id":"{UP}"}]`, "channel_not_found"},
		"file: nothing there":     {"files.info", "file=F9", "file_not_found"},
		"picture of no file":      {"chat.postMessage", `channel={C}&blocks=[{"type":"image","alt_text":"x","slack_file":{"id":"F9"}}]`, "invalid_blocks"},
		"profile: long":           {"users.profile.get", "user=U9", "user_not_found"},
		"dnd: nobody":             {"dnd.info", "user=U9", "user_not_found"},
		"canvas: unknown":         {"canvases.edit", "canvas_id=F9", "canvas_not_found"},
		"canvas: section":         {"canvases.edit", `canvas_id={CANVAS}&changes=[{"operation":"delete","section_id":"x"}]`, "section_not_found"},
		"list: unknown":           {"slackLists.items.list", "list_id=F9", "list_not_found"},
		"list: no record":         {"slackLists.items.info", "list_id={LIST}&id=R9", "record_not_found"},
		"assistant: no thread":    {"assistant.threads.setStatus", "channel_id={C}&status=x", "invalid_thread_ts"},
		"details: no trigger":     {"entity.presentDetails", "metadata={}", "missing_trigger_id"},
		"context of another":      {"auth.revoke", "test=1", ""},
		"validate: two at once":   {"blocks.validate", "blocks=[]&view={}", "invalid_arguments"},
		"validate: a bad block":   {"blocks.validate", `blocks=[{"type":"x"}]`, "invalid_blocks"},
		"validate: a bad view":    {"blocks.validate", `view={"type":"x"}`, "invalid_view"},
		"validate: a bad message": {"blocks.validate", `message={"blocks":[{"type":"x"}]}`, "invalid_message"},
		"oauth: client":           {"oauth.v2.access", "client_id=x", "invalid_client_id"},
		"oauth: secret":           {"oauth.v2.access", "client_id={CLIENT}&client_secret=x", "bad_client_secret"},
		"oauth: code":             {"oauth.v2.access", "client_id={CLIENT}&client_secret={SECRET}&code=x", "invalid_code"},
		"oauth: redirect":         {"oauth.v2.access", "client_id={CLIENT}&client_secret={SECRET}&code={CODE}&redirect_uri=x", "bad_redirect_uri"},
		"oauth: kind":             {"oauth.v2.access", "client_id={CLIENT}&client_secret={SECRET}&grant_type=x", "invalid_grant_type"},
		"uninstall: secret":       {"apps.uninstall", "client_id={CLIENT}&client_secret=x", "bad_client_secret"},
		"a bot's profile":         {"users.profile.set", "profile={}", "not_allowed_token_type"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g := prepare(t)
			answer := g.call(row.method, g.fills["TOKEN"], row.args)
			if got, _ := answer["error"].(string); got != row.want {
				t.Errorf("answered with %v, want %q", answer, row.want)
			}
		})
	}
}
