package conformance_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

func TestMessages(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	section := slack.NewSectionBlock(slack.NewTextBlockObject(slack.MarkdownType, "*bold*", false, false), nil, nil)
	channel, ts, err := w.api.PostMessage("helpdesk", slack.MsgOptionText("plain", false), slack.MsgOptionBlocks(section),
		slack.MsgOptionMetadata(slack.SlackMetadata{EventType: "posted", EventPayload: map[string]any{"n": 1.0}}))
	must(t, err)
	_, reply, err := w.api.PostMessage(channel, slack.MsgOptionText("reply", false), slack.MsgOptionTS(ts))
	must(t, err)
	_, _, text, err := w.api.UpdateMessage(channel, reply, slack.MsgOptionText("better", false))
	if err != nil || text != "better" {
		t.Errorf("update: %q, %v", text, err)
	}
	thread, _, _, err := w.api.GetConversationReplies(&slack.GetConversationRepliesParameters{ChannelID: channel, Timestamp: reply})
	must(t, err)
	if len(thread) != 2 || thread[0].ReplyCount != 1 || thread[1].Text != "better" || thread[1].Edited == nil {
		t.Errorf("thread %+v", thread)
	}
	must(t, w.api.AddReaction("eyes", slack.NewRefToMessage(channel, ts)))
	history, err := w.api.GetConversationHistory(&slack.GetConversationHistoryParameters{
		ChannelID: channel, Limit: 1, IncludeAllMetadata: true,
	})
	must(t, err)
	newest := history.Messages[0]
	if newest.Metadata.EventPayload["n"] != 1.0 || newest.Reactions[0].Name != "eyes" || newest.BotID != w.app.BotID {
		t.Errorf("newest %+v", newest)
	}
	link, err := w.api.GetPermalink(&slack.PermalinkParameters{Channel: channel, Ts: ts})
	if want := "https://acme.slack.com/archives/" + channel + "/p" + strings.Replace(ts, ".", "", 1); err != nil || link != want {
		t.Errorf("permalink %s, %v; want %s", link, err, want)
	}
	if _, err := w.api.PostEphemeral(channel, "U000000001", slack.MsgOptionText("psst", false)); err != nil {
		t.Error(err)
	}
	if _, _, err := w.api.DeleteMessage(channel, ts); err != nil {
		t.Error(err)
	}
}

func TestDirectory(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	var names []string
	for page := w.api.GetUsersPaginated(slack.GetUsersOptionLimit(2)); ; {
		var err error
		if page, err = page.Next(t.Context()); page.Done(err) {
			break
		}
		must(t, err)
		for _, u := range page.Users {
			names = append(names, u.Name)
		}
	}
	if got := strings.Join(names, " "); got != "mei.lin jonas.weber clerk" {
		t.Errorf("users %q", got)
	}
	mei, err := w.api.GetUserByEmail("mei@acme.test")
	if err != nil || mei.TZOffset != 8*60*60 || mei.Profile.Email != "mei@acme.test" {
		t.Errorf("mei is %+v, %v", mei, err)
	}
	var channels []string
	for cursor := ""; ; {
		found, next, err := w.api.GetConversations(&slack.GetConversationsParameters{Limit: 2, Cursor: cursor, ExcludeArchived: true})
		must(t, err)
		for _, c := range found {
			channels = append(channels, c.Name)
		}
		if cursor = next; cursor == "" {
			break
		}
	}
	if got := strings.Join(channels, " "); got != "helpdesk lobby" {
		t.Errorf("channels %q", got)
	}
	dm, _, _, err := w.api.OpenConversation(&slack.OpenConversationParameters{Users: []string{mei.ID}})
	if err != nil || !strings.HasPrefix(dm.ID, "D") {
		t.Errorf("DM %+v, %v", dm, err)
	}
	joined, _, _, err := w.api.JoinConversation(w.ChannelID("lobby"))
	if err != nil || !joined.IsMember {
		t.Errorf("joined %+v, %v", joined, err)
	}
}

func TestHome(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	publish := func(hash *string) (*slack.ViewResponse, error) {
		return w.api.PublishViewContext(t.Context(), slack.PublishViewContextRequest{
			UserID: "U000000001", Hash: hash,
			View: slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: []slack.Block{slack.NewDividerBlock()}}},
		})
	}
	first, err := publish(nil)
	must(t, err)
	second, err := publish(&first.Hash)
	must(t, err)
	if _, err := publish(&first.Hash); code(err) != "hash_conflict" {
		t.Errorf("an old hash gives %v", err)
	}
	if home, _ := w.mei.Home("Clerk"); home.Hash != second.Hash {
		t.Errorf("the tab has hash %s, want %s", home.Hash, second.Hash)
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	file, err := w.api.UploadFile(slack.UploadFileParameters{
		Filename: "report.csv", FileSize: 8, Content: "a,b\n1,2\n", Title: "Report", Channel: w.ChannelID("helpdesk"),
		InitialComment: "as asked",
	})
	must(t, err)
	w.sees(t, "the shared file", func(c slacksim.Change) bool {
		return c.Kind == slacksim.Posted && c.Message.Text == "as asked"
	})
	info, _, _, err := w.api.GetFileInfo(file.ID, 1, 0)
	must(t, err)
	if info.Name != "report.csv" || info.Size != 8 {
		t.Errorf("file %+v", info)
	}
	var content strings.Builder
	if err := w.api.GetFile(info.URLPrivateDownload, &content); err != nil || content.String() != "a,b\n1,2\n" {
		t.Errorf("downloaded %q, %v", content.String(), err)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	post := func(channel string, options ...slack.MsgOption) error {
		_, _, err := w.api.PostMessage(channel, append(options, slack.MsgOptionText("x", false))...)
		return err
	}
	foreign, err := w.mei.Say("helpdesk", "hands off")
	must(t, err)
	_, _, deleting := w.api.DeleteMessage(w.ChannelID("helpdesk"), foreign)
	tests := []struct {
		want string
		err  error
	}{
		{"channel_not_found", post("C0")},
		{"channel_not_found", post("secret")},
		{"is_archived", post("old")},
		{"invalid_blocks", post("helpdesk", slack.MsgOptionBlocks(slack.NewHeaderBlock(plain(strings.Repeat("x", 151)))))},
		{"cant_delete_message", deleting},
		{"invalid_auth", failure(w.client("xoxb-wrong").AuthTest())},
		{"user_not_found", failure(w.api.GetUserInfo("U0"))},
		{"users_not_found", failure(w.api.GetUserByEmail("no@acme.test"))},
		{"invalid_trigger_id", failure(w.api.OpenView("1.2.3", form))},
		{"not_found", failure(w.api.UpdateView(form, "", "", "V0"))},
	}
	for _, tt := range tests {
		if got := code(tt.err); got != tt.want {
			t.Errorf("%q, want %q (%v)", got, tt.want, tt.err)
		}
	}
}

func failure[T any](_ T, err error) error { return err }

// code is the error's short name in Slack's answer.
func code(err error) string {
	var refused slack.SlackErrorResponse
	if !errors.As(err, &refused) {
		return ""
	}
	return refused.Err
}

func TestRateLimitsAndBrokenServers(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{Limits: slacksim.Limits{PostsBurst: 1}})
	post := func() error {
		_, _, err := w.api.PostMessage("helpdesk", slack.MsgOptionText("x", false))
		return err
	}
	must(t, post())
	var limited *slack.RateLimitedError
	if err := post(); !errors.As(err, &limited) || limited.RetryAfter != time.Second {
		t.Errorf("the second message in a second gives %v", err)
	}
	must(t, w.Inject(slacksim.Fault{Method: "auth.test", Kind: slacksim.FaultStatus, Status: http.StatusBadGateway}))
	var status slack.StatusCodeError
	if _, err := w.api.AuthTest(); !errors.As(err, &status) || status.Code != http.StatusBadGateway {
		t.Errorf("a broken server gives %v", err)
	}
	must(t, w.Inject(slacksim.Fault{Method: "auth.test", Kind: slacksim.FaultLoseAnswer}))
	if _, err := w.api.AuthTest(); err == nil || code(err) != "" {
		t.Errorf("a lost answer gives %v", err)
	}
}

func TestResponseURL(t *testing.T) {
	t.Parallel()
	w := newWorld(t, slacksim.Config{})
	l := w.listen(t, nil)
	must(t, w.mei.Command("helpdesk", "/note", "x"))
	command := waitFor(t, l.others).(slack.SlashCommand)
	say := func(text string) error {
		return slack.PostWebhookCustomHTTP(command.ResponseURL, http.DefaultClient, &slack.WebhookMessage{Text: text, ResponseType: slack.ResponseTypeInChannel})
	}
	for range 5 {
		must(t, say("answer"))
	}
	if say("one too many") == nil {
		t.Error("a sixth answer was taken")
	}
	if _, _, err := w.api.PostMessage("helpdesk", slack.MsgOptionText("also", false),
		slack.MsgOptionResponseURL(command.ResponseURL, slack.ResponseTypeEphemeral)); err == nil {
		t.Error("a used up address took another answer")
	}
}
