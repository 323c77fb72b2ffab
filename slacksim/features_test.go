package slacksim_test

import (
	"bytes"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

func TestFilesAreUploadedSharedAndRead(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	api := client(t, sim, srv)
	done, err := api.UploadFile(slack.UploadFileParameters{
		Filename: "report.png", FileSize: 3, Reader: strings.NewReader("png"), Title: "Report", Channel: sim.ChannelID("helpdesk"),
		InitialComment: "see this",
	})
	must(t, err)
	must(t, sim.Quiet(t.Context()))
	f, _, _, err := api.GetFileInfo(done.ID, 0, 0)
	must(t, err)
	seen := sim.As("mei.lin").Messages("helpdesk")
	if len(seen) != 1 || seen[0].Subtype != "file_share" || seen[0].Text != "see this" || len(seen[0].Files) != 1 {
		t.Fatalf("messages %+v", seen)
	}
	if shares := f.Shares.Public[sim.ChannelID("helpdesk")]; len(shares) != 1 || shares[0].Ts != seen[0].TS {
		t.Errorf("shares %+v, want the message %s", f.Shares, seen[0].TS)
	}
	var content bytes.Buffer
	must(t, api.GetFile(f.URLPrivateDownload, &content))
	if content.String() != "png" {
		t.Errorf("content %q", content.String())
	}
	resp, err := http.DefaultClient.Do(request(t, "GET", f.URLPrivate, "", ""))
	must(t, err)
	if _ = resp.Body.Close(); resp.StatusCode != http.StatusForbidden {
		t.Errorf("a private file without a token: %s", resp.Status)
	}
	if got := heard(t, sim, srv); strings.Join(got, ",") != "file_shared,message file_share" {
		t.Errorf("heard %q", got)
	}
	_, _, err = api.PostMessage("helpdesk", slack.MsgOptionBlocks(&slack.ImageBlock{
		Type: slack.MBTImage, AltText: "x", SlackFile: &slack.SlackFileObject{ID: done.ID},
	}))
	must(t, err)
}

// ticking is a workspace whose clock the test moves.
func ticking(t *testing.T) (*slacksim.Sim, *slacksim.Server, func(time.Duration)) {
	t.Helper()
	var now atomic.Int64
	now.Store(1_800_000_000)
	sim, srv := fixture(t, slacksim.Config{Now: func() time.Time { return time.Unix(now.Load(), 0) }})
	return sim, srv, func(d time.Duration) {
		now.Add(int64(d.Seconds()))
		sim.Tick()
	}
}

func TestScheduledMessagesComeInTime(t *testing.T) {
	t.Parallel()
	sim, srv, wait := ticking(t)
	api := client(t, sim, srv)
	_, _, err := api.ScheduleMessage("helpdesk", "1800000120", slack.MsgOptionText("late", false))
	must(t, err)
	_, _, err = api.ScheduleMessage("helpdesk", "1800000060", slack.MsgOptionText("early", false))
	must(t, err)
	count := func() int { return len(sim.As("mei.lin").Messages("helpdesk")) }
	for _, want := range []int{0, 1, 2} {
		if got := count(); got != want {
			t.Errorf("%d messages, want %d", got, want)
		}
		wait(time.Minute)
	}
	if first := sim.As("mei.lin").Messages("helpdesk")[0]; first.Text != "early" {
		t.Errorf("first is %q", first.Text)
	}
}

func TestStatusesEnd(t *testing.T) {
	t.Parallel()
	sim, _, wait := ticking(t)
	must(t, sim.ChangePerson("mei.lin", func(p *slacksim.Person) { p.StatusText, p.StatusExpires = "lunch", 1_800_000_060 }))
	for _, want := range []string{"lunch", ""} {
		if p, _ := sim.Person("mei.lin"); p.StatusText != want {
			t.Errorf("status %q, want %q", p.StatusText, want)
		}
		wait(time.Minute)
	}
}

func TestStreamsGrow(t *testing.T) {
	t.Parallel()
	g := prepare(t)
	token := g.fills["TOKEN"]
	g.call("chat.appendStream", token, `channel={C}&ts={STREAM}&chunks=[{"type":"task_update","id":"1","title":"Look","status":"in_progress"},{"type":"markdown_text","text":"b"}]`)
	g.call("chat.appendStream", token, `channel={C}&ts={STREAM}&chunks=[{"type":"task_update","id":"1","title":"Look","status":"complete"}]`)
	answer := g.call("chat.stopStream", token, `channel={C}&ts={STREAM}&blocks=[{"type":"divider"}]`)
	message, _ := answer["message"].(map[string]any)
	var kinds []string
	for _, block := range list(t, message, "blocks") {
		kind, _ := block["type"].(string)
		if kind == "task_card" && block["status"] != "complete" {
			t.Errorf("task %v", block)
		}
		kinds = append(kinds, kind)
	}
	if strings.Join(kinds, ",") != "task_card,markdown,divider" || message["text"] != "ab" {
		t.Errorf("blocks %q, text %v", kinds, message["text"])
	}
	if after := g.call("chat.appendStream", token, "channel={C}&ts={STREAM}&markdown_text=x"); after["error"] != "message_not_in_streaming_state" {
		t.Errorf("after the end: %v", after)
	}
}

func TestGroupDMs(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	api := client(t, sim, srv)
	mei, _ := sim.Person("mei.lin")
	jonas, _ := sim.Person("jonas.weber")
	first, _, _, err := api.OpenConversation(&slack.OpenConversationParameters{Users: []string{mei.ID, jonas.ID}, ReturnIM: true})
	must(t, err)
	again, _, _, err := api.OpenConversation(&slack.OpenConversationParameters{Users: []string{jonas.ID, mei.ID}})
	must(t, err)
	if again.ID != first.ID || !first.IsMpIM || !first.IsPrivate {
		t.Errorf("opened %+v, then %s", first, again.ID)
	}
	_, err = sim.As("jonas.weber").Say(first.ID, "hi")
	must(t, err)
	_, _, err = api.PostMessage(first.ID, slack.MsgOptionText("hello", false))
	must(t, err)
	if got := heard(t, sim, srv); strings.Join(got, ",") != "message,message" {
		t.Errorf("heard %q", got)
	}
}

func TestSharedChannelsAndGuests(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	for _, p := range []slacksim.Person{
		{Handle: "pat", Team: "T999"}, {Handle: "kim", Team: "T999"}, {Handle: "gus", Guest: true},
	} {
		_, err := sim.AddPerson(p)
		must(t, err)
	}
	_, err := sim.AddChannel(slacksim.Channel{Name: "partner", Shared: true, Members: []string{"pat", "echo"}})
	must(t, err)
	api := client(t, sim, srv)
	pat, _ := sim.Person("pat")
	kim, _ := sim.Person("kim")
	if u, err := api.GetUserInfo(pat.ID); err != nil || !u.IsStranger || u.TeamID != "T999" {
		t.Errorf("pat is %+v, %v", u, err)
	}
	if _, err := api.GetUserInfo(kim.ID); errorText(err) != "user_not_visible" {
		t.Errorf("kim: %v", err)
	}
	if c, err := api.GetConversationInfo(&slack.GetConversationInfoInput{ChannelID: sim.ChannelID("partner")}); err != nil || !c.IsExtShared {
		t.Errorf("channel %+v, %v", c, err)
	}
	for _, who := range []string{"gus", "kim"} {
		if _, err := sim.As(who).Say("lobby", "x"); err == nil {
			t.Errorf("%s wrote into a channel without being a member", who)
		}
	}
}

func TestOAuth(t *testing.T) {
	t.Parallel()
	g := prepare(t)
	first := g.call("oauth.v2.access", "", calls["oauth.v2.access"])
	refresh, _ := first["refresh_token"].(string)
	access, _ := first["access_token"].(string)
	if who := g.call("auth.test", access, ""); who["ok"] != true {
		t.Errorf("the new token: %v", who)
	}
	if again := g.call("oauth.v2.access", "", calls["oauth.v2.access"]); again["error"] != "invalid_code" {
		t.Errorf("the code, twice: %v", again)
	}
	args := "client_id={CLIENT}&client_secret={SECRET}&grant_type=refresh_token&refresh_token=" + refresh
	if second := g.call("oauth.v2.access", "", args); second["ok"] != true || second["refresh_token"] == refresh {
		t.Errorf("refreshed: %v", second)
	}
}

func TestTypedCommandStandsAboveAnAnswerForAll(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{})
	listen(t, sim, answering(`{"response_type":"in_channel","text":"hi"}`))
	must(t, sim.As("mei.lin").Command("helpdesk", "/echo", "x"))
	must(t, sim.Quiet(t.Context()))
	var texts []string
	for _, m := range sim.As("jonas.weber").Messages("helpdesk") {
		texts = append(texts, m.Text)
	}
	if strings.Join(texts, "|") != "/echo x|hi" {
		t.Errorf("the channel shows %q", texts)
	}
}

func TestFormsMayAnswerIntoAConversation(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	at := x.card(t)
	choice := slack.NewOptionsSelectBlockElement(slack.OptTypeConversations, nil, "where")
	choice.ResponseURLEnabled = true
	block := slack.NewInputBlock("b", slack.NewTextBlockObject("plain_text", "Where", false, false), nil, choice)
	_, err := x.api.OpenView(x.click(t, at, "go").TriggerID, modal(block))
	must(t, err)
	_, err = x.sim.As("mei.lin").Submit("", map[string]string{"where": "#lobby"})
	must(t, err)
	p := waitFor(t, x.payloads)
	for p.Type != slack.InteractionTypeViewSubmission {
		p = waitFor(t, x.payloads)
	}
	if len(p.ResponseURLs) != 1 || p.ResponseURLs[0].ChannelID != x.sim.ChannelID("lobby") {
		t.Fatalf("response URLs %+v", p.ResponseURLs)
	}
	resp, err := http.DefaultClient.Do(request(t, "POST", p.ResponseURLs[0].ResponseURL, formKind, "text=hi&response_type=in_channel"))
	must(t, err)
	must(t, resp.Body.Close())
	if m := x.sim.As("mei.lin").Messages("lobby"); len(m) != 1 || m[0].Text != "hi" {
		t.Errorf("the channel shows %+v", m)
	}
}
