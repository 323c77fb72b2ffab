package slacksim_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

// ask sends a request and reads the JSON answer.
func ask(t *testing.T, r *http.Request) map[string]any {
	t.Helper()
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	var answer map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

func request(t *testing.T, method, address, kind, body string) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	return r
}

const formKind = "application/x-www-form-urlencoded"

func TestTokenAndEncodings(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	app, _ := sim.App("Echo")
	address := srv.APIURL() + "chat.postMessage"
	blocks := `[{"type":"divider"}]`
	form := url.Values{"token": {app.BotToken}, "channel": {"helpdesk"}, "blocks": {blocks}}

	var multi bytes.Buffer
	parts := multipart.NewWriter(&multi)
	for name := range form {
		if err := parts.WriteField(name, form.Get(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := parts.Close(); err != nil {
		t.Fatal(err)
	}
	inJSON := request(t, "POST", address, "application/json; charset=utf-8", `{"channel":"helpdesk","blocks":`+blocks+`}`)
	inJSON.Header.Set("Authorization", "Bearer "+app.BotToken)

	for name, r := range map[string]*http.Request{
		"form":       request(t, "POST", address, formKind, form.Encode()),
		"query, GET": request(t, "GET", address+"?"+form.Encode(), "", ""),
		"multipart":  request(t, "POST", address, parts.FormDataContentType(), multi.String()),
		"JSON":       inJSON,
	} {
		answer := ask(t, r)
		if answer["ok"] != true {
			t.Errorf("%s: %v", name, answer)
			continue
		}
		message, _ := answer["message"].(map[string]any)
		first, _ := message["blocks"].([]any)
		if block, _ := first[0].(map[string]any); block["block_id"] == "" || block["block_id"] == nil {
			t.Errorf("%s: no block id in %v", name, block)
		}
	}
}

func TestErrorsOfTheAPI(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	weak, err := sim.AddApp(slacksim.App{Name: "Weak", BotScopes: []string{"chat:write", "users:read"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sim.AddChannel(slacksim.Channel{Name: "old", Archived: true, Members: []string{"echo"}}); err != nil {
		t.Fatal(err)
	}
	mei, _ := sim.Person("mei.lin")
	jonas, _ := sim.Person("jonas.weber")
	typed, err := sim.As("mei.lin").Say("helpdesk", "hello")
	if err != nil {
		t.Fatal(err)
	}
	app, _ := sim.App("Echo")
	strong, feeble, level := app.BotToken, weak.BotToken, app.AppToken
	for name, row := range map[string]struct{ token, method, args, want string }{
		"no token":               {"", "auth.test", "", "not_authed"},
		"wrong token":            {"xoxb-no", "auth.test", "", "invalid_auth"},
		"app token":              {level, "auth.test", "", "not_allowed_token_type"},
		"bot token":              {strong, "apps.connections.open", "", "not_allowed_token_type"},
		"no such method":         {strong, "chat.sing", "", "unknown_method"},
		"scope":                  {feeble, "conversations.open", "users=" + mei.ID, "missing_scope"},
		"scope by channel kind":  {feeble, "conversations.info", "channel=helpdesk", "missing_scope"},
		"no such channel":        {strong, "chat.postMessage", "channel=C9&text=x", "channel_not_found"},
		"private and not in it":  {strong, "chat.postMessage", "channel=secret&text=x", "channel_not_found"},
		"public without joining": {feeble, "chat.postMessage", "channel=lobby&text=x", "not_in_channel"},
		"archived":               {strong, "chat.postMessage", "channel=old&text=x", "is_archived"},
		"nothing said":           {strong, "chat.postMessage", "channel=helpdesk", "no_text"},
		"blocks are not a list":  {strong, "chat.postMessage", "channel=helpdesk&blocks=x", "invalid_blocks_format"},
		"bad block":              {strong, "chat.postMessage", `channel=helpdesk&blocks=[{"type":"x"}]`, "invalid_blocks"},
		"bad metadata":           {strong, "chat.postMessage", "channel=helpdesk&text=x&metadata=7x", "invalid_metadata_format"},
		"big metadata": {
			strong, "chat.postMessage",
			`channel=helpdesk&text=x&metadata={"event_type":"` + strings.Repeat("x", 9000) + `"}`, "metadata_too_large",
		},
		"no such thread":       {strong, "chat.postMessage", "channel=helpdesk&text=x&thread_ts=1.000001", "cannot_reply_to_message"},
		"somebody else's":      {strong, "chat.update", "channel=helpdesk&text=x&ts=" + typed, "cant_update_message"},
		"delete another's":     {strong, "chat.delete", "channel=helpdesk&ts=" + typed, "cant_delete_message"},
		"no such message":      {strong, "chat.update", "channel=helpdesk&text=x&ts=1.000001", "message_not_found"},
		"ephemeral to outside": {strong, "chat.postEphemeral", "channel=helpdesk&text=x&user=" + jonas.ID, "user_not_in_channel"},
		"history from outside": {strong, "conversations.history", "channel=lobby", "not_in_channel"},
		"bad cursor":           {strong, "conversations.history", "channel=helpdesk&cursor=x", "invalid_cursor"},
		"limit too large":      {strong, "conversations.history", "channel=helpdesk&limit=5000", "invalid_limit"},
		"limit no number":      {strong, "conversations.history", "channel=helpdesk&limit=abc", "invalid_limit"},
		"thread of nothing":    {strong, "conversations.replies", "channel=helpdesk&ts=1.000001", "thread_not_found"},
		"types":                {strong, "conversations.list", "types=x", "invalid_types"},
		"join private":         {strong, "conversations.join", "channel=secret", "channel_not_found"},
		"open with nobody":     {strong, "conversations.open", "", "users_list_not_supplied"},
		"open with a stranger": {strong, "conversations.open", "users=U9", "user_not_found"},
		"no such user":         {strong, "users.info", "user=U9", "user_not_found"},
		"no such address":      {strong, "users.lookupByEmail", "email=x@y", "users_not_found"},
		"no view":              {strong, "views.open", "trigger_id=1", "invalid_arguments"},
		"bad trigger":          {strong, "views.open", `trigger_id=1&view={"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[]}`, "invalid_trigger_id"},
		"home as modal":        {strong, "views.open", `trigger_id=1&view={"type":"home","blocks":[]}`, "invalid_arguments"},
		"update of nothing":    {strong, "views.update", `view_id=V9&view={"type":"home","blocks":[]}`, "not_found"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			values, err := url.ParseQuery(row.args)
			if err != nil {
				t.Fatal(err)
			}
			if row.token != "" {
				values.Set("token", row.token)
			}
			answer := ask(t, request(t, "POST", srv.APIURL()+row.method, formKind, values.Encode()))
			if answer["ok"] != false || answer["error"] != row.want {
				t.Errorf("got %v, want error %s", answer, row.want)
			}
			if row.want == "missing_scope" && (answer["needed"] == nil || answer["provided"] != "chat:write,users:read") {
				t.Errorf("needed and provided are missing in %v", answer)
			}
		})
	}
}

func TestOwnMessagesThreadsAndMetadata(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	api := client(t, sim, srv)
	meta := slack.SlackMetadata{EventType: "ping", EventPayload: map[string]any{"k": "K1"}}
	channel, ts, err := api.PostMessage("helpdesk", slack.MsgOptionText("first", false), slack.MsgOptionMetadata(meta))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"a", "b"} {
		if _, _, err := api.PostMessage(channel, slack.MsgOptionText(text, false), slack.MsgOptionTS(ts)); err != nil {
			t.Fatal(err)
		}
	}
	for _, all := range []bool{true, false} {
		history, err := api.GetConversationHistory(&slack.GetConversationHistoryParameters{ChannelID: channel, IncludeAllMetadata: all})
		if err != nil {
			t.Fatal(err)
		}
		if len(history.Messages) != 1 {
			t.Fatalf("%d messages, want the parent only", len(history.Messages))
		}
		m := history.Messages[0]
		if m.ReplyCount != 2 || m.ThreadTimestamp != ts || len(m.ReplyUsers) != 1 || m.Metadata.EventType != "ping" {
			t.Errorf("parent is %+v", m)
		}
		if got := m.Metadata.EventPayload["k"]; (got == "K1") != all {
			t.Errorf("include_all_metadata=%v gives payload %v", all, got)
		}
	}
	if _, _, err := api.PostMessage(channel, slack.MsgOptionText("c", false), slack.MsgOptionTS(ts), slack.MsgOptionBroadcast()); err != nil {
		t.Fatal(err)
	}
	if seen := sim.As("mei.lin").Messages("helpdesk"); len(seen) != 2 || seen[1].Subtype != "thread_broadcast" {
		t.Errorf("the channel shows %d messages, want the parent and the broadcast", len(seen))
	}
	thread, more, _, err := api.GetConversationReplies(&slack.GetConversationRepliesParameters{ChannelID: channel, Timestamp: ts, Limit: 2})
	if err != nil || len(thread) != 2 || !more || thread[0].Timestamp != ts {
		t.Errorf("replies: %d, more %v, %v", len(thread), more, err)
	}
}

func TestPagesWithCursor(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	api := client(t, sim, srv)
	for i := range 5 {
		if _, _, err := api.PostMessage("helpdesk", slack.MsgOptionText(fmt.Sprint(i), false)); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	params := &slack.GetConversationHistoryParameters{ChannelID: "helpdesk", Limit: 2}
	for {
		page, err := api.GetConversationHistory(params)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range page.Messages {
			got = append(got, m.Text)
		}
		if params.Cursor = page.ResponseMetaData.NextCursor; params.Cursor == "" {
			break
		}
	}
	if strings.Join(got, "") != "43210" {
		t.Errorf("got %v, want newest first", got)
	}
}

func TestPeopleAsTheAppMaySeeThem(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	api := client(t, sim, srv)
	mei, _ := sim.Person("mei.lin")
	u, err := api.GetUserInfo(mei.ID)
	if err != nil {
		t.Fatal(err)
	}
	if u.TZ != "Asia/Shanghai" || u.TZOffset != 8*3600 || u.Locale != "zh-CN" || u.Profile.Email != "mei@acme.test" {
		t.Errorf("user is %+v", u)
	}
	if _, err := api.GetUserByEmail("MEI@acme.test"); err != nil {
		t.Error(err)
	}
	var refused slack.SlackErrorResponse
	if _, err := api.GetUserInfo("U0"); !errors.As(err, &refused) || refused.Err != "user_not_found" {
		t.Errorf("error is %v", err)
	}
	list, err := api.GetUsers()
	if err != nil || len(list) != 3 {
		t.Errorf("%d people, %v; want two and a bot", len(list), err)
	}
	if who, err := api.AuthTest(); err != nil || who.UserID == "" || who.BotID == "" {
		t.Errorf("auth.test: %+v, %v", who, err)
	}
}

func TestEditDeleteReactAndLink(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	api := client(t, sim, srv)
	channel, ts, err := api.PostMessage("helpdesk", slack.MsgOptionBlocks(slack.NewDividerBlock()), slack.MsgOptionText("old", false))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, err := api.UpdateMessage(channel, ts, slack.MsgOptionText("new", false)); err != nil {
		t.Fatal(err)
	}
	m := sim.As("mei.lin").Messages("helpdesk")[0]
	if m.Text != "new" || len(m.Blocks) != 0 || m.Edited == nil || m.TS != ts {
		t.Errorf("edited message is %+v", m)
	}
	for i, want := range []string{"", "already_reacted"} {
		err := api.AddReaction("eyes", slack.NewRefToMessage(channel, ts))
		if got := fmt.Sprint(err); want != "" && got != want || want == "" && err != nil {
			t.Errorf("reaction %d: %v, want %q", i, err, want)
		}
	}
	link, err := api.GetPermalink(&slack.PermalinkParameters{Channel: channel, Ts: ts})
	if want := "https://acme.slack.com/archives/" + channel + "/p" + strings.Replace(ts, ".", "", 1); link != want || err != nil {
		t.Errorf("link %s, %v; want %s", link, err, want)
	}
	if _, _, err := api.DeleteMessage(channel, ts); err != nil {
		t.Fatal(err)
	}
	if left := sim.As("mei.lin").Messages("helpdesk"); len(left) != 0 {
		t.Errorf("%d messages are left", len(left))
	}
}
