package slacksim_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

func get(t *testing.T, srv *slacksim.Server, what string) map[string]any {
	t.Helper()
	return ask(t, request(t, http.MethodGet, srv.URL+"/control/"+what, "", ""))
}

func do(t *testing.T, srv *slacksim.Server, deed, body string) map[string]any {
	t.Helper()
	return ask(t, request(t, http.MethodPost, srv.URL+"/control/"+deed, "application/json", body))
}

// list gives the objects in a field.
func list(t *testing.T, from map[string]any, name string) []map[string]any {
	t.Helper()
	text, err := json.Marshal(from[name])
	if err != nil {
		t.Fatal(err)
	}
	var found []map[string]any
	if err := json.Unmarshal(text, &found); err != nil {
		t.Fatalf("%s is %s: %v", name, text, err)
	}
	return found
}

func TestPageSeesStateAndUnread(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	if _, _, err := client(t, sim, srv).PostMessage("helpdesk", slack.MsgOptionText("new", false)); err != nil {
		t.Fatal(err)
	}
	unread := func() string {
		shown := ""
		for _, c := range list(t, get(t, srv, "state?as=mei.lin"), "channels") {
			shown += fmt.Sprintf("%v %v %v;", c["name"], c["kind"], c["unread"])
		}
		return shown
	}
	if got, want := unread(), "helpdesk channel 1;lobby channel 0;"; got != want { // secret is private
		t.Errorf("channels %q, want %q", got, want)
	}
	do(t, srv, "read", `{"as":"mei.lin","channel":"helpdesk"}`)
	if got, want := unread(), "helpdesk channel 0;lobby channel 0;"; got != want {
		t.Errorf("channels %q after reading, want %q", got, want)
	}
	if state := get(t, srv, "state"); state["me"] != nil || len(list(t, state, "people")) != 3 {
		t.Errorf("state without a person: %v", state)
	}
}

func TestPageActsAndSubmits(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	bot := startEcho(t, sim, srv)
	button := slack.NewButtonBlockElement("comment", "1", slack.NewTextBlockObject("plain_text", "Say more", false, false))
	channel, ts, err := bot.api.PostMessage("helpdesk", slack.MsgOptionBlocks(slack.NewActionBlock("b", button)))
	if err != nil {
		t.Fatal(err)
	}
	action := fmt.Sprintf(`{"as":"mei.lin","channel":%q,"message_ts":%q,"block_id":"b","action_id":"comment"}`, channel, ts)
	if answer := do(t, srv, "action", action); answer["ok"] != true {
		t.Fatalf("action: %v", answer)
	}
	opened := until(t, sim, func(c slacksim.Change) bool { return c.Kind == slacksim.ViewOpened }).View
	submit := func(value string) map[string]any {
		return do(t, srv, "submit", fmt.Sprintf(
			`{"as":"mei.lin","view_id":%q,"values":{"comment":{"text":{"type":"plain_text_input","value":%q}}}}`, opened.ID, value))
	}
	if answer := submit(""); answer["errors"] == nil {
		t.Errorf("submitting nothing: %v", answer)
	}
	if answer := submit("fine"); answer["ok"] != true {
		t.Errorf("submitting: %v", answer)
	}
}

func TestPageIsToldWhatIsWrong(t *testing.T) {
	t.Parallel()
	_, srv := fixture(t, slacksim.Config{})
	for deed, body := range map[string]string{
		"say":      `{"as":"nobody","channel":"helpdesk","text":"x"}`,
		"open_dm":  `{"as":"mei.lin","with":"nobody"}`,
		"command":  `{"as":"mei.lin","channel":"helpdesk","text":"/no"}`,
		"action":   `{"as":"mei.lin","channel":"helpdesk","message_ts":"1.0"}`,
		"submit":   `{"as":"mei.lin","view_id":"V1"}`,
		"close":    `{`,
		"home":     `{"as":"mei.lin","app":"no"}`,
		"shortcut": `{"as":"mei.lin","callback_id":"no"}`,
		"faults":   `{"kind":"no"}`,
	} {
		if answer := do(t, srv, deed, body); answer["error"] == nil || answer["error"] == "" {
			t.Errorf("%s: %v", deed, answer)
		}
	}
}

func TestPageIsForThisMachineOnly(t *testing.T) {
	t.Parallel()
	_, srv := fixture(t, slacksim.Config{})
	foreign := request(t, http.MethodGet, srv.URL+"/control/state", "", "")
	foreign.Host = "evil.example"
	if answer := ask(t, foreign); answer["error"] == nil {
		t.Error("a foreign host name was answered")
	}
	other := request(t, http.MethodPost, srv.URL+"/control/say", "text/plain", `{"as":"mei.lin","channel":"helpdesk","text":"x"}`)
	other.Header.Set("Origin", "https://evil.example")
	resp, err := http.DefaultClient.Do(other)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if resp.StatusCode != http.StatusForbidden {
		t.Errorf("another site's page may act: %s", resp.Status)
	}
	page := request(t, http.MethodGet, srv.URL+"/", "", "")
	resp, err = http.DefaultClient.Do(page)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if resp.StatusCode != http.StatusOK || !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") {
		t.Errorf("the page: %s, %s", resp.Status, resp.Header.Get("Content-Type"))
	}
}

func TestPageHearsNewsAndResumes(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	listenFrom := func(last string) <-chan string {
		r := request(t, http.MethodGet, srv.URL+"/control/events?as=jonas.weber", "", "")
		r.Header.Set("Last-Event-ID", last)
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = resp.Body.Close() })
		lines := make(chan string, 100)
		go func() {
			for s := bufio.NewScanner(resp.Body); s.Scan(); {
				lines <- s.Text()
			}
		}()
		return lines
	}
	// data waits for the next event and gives its id line and its type and text.
	data := func(lines <-chan string) string {
		for id := ""; ; {
			line := waitFor(t, lines)
			if strings.HasPrefix(line, "id: ") {
				id = line
			}
			if news, ok := strings.CutPrefix(line, "data: "); ok {
				var e struct {
					Type    string
					Message struct{ Text string }
				}
				if err := json.Unmarshal([]byte(news), &e); err != nil {
					t.Fatal(err)
				}
				return id + " " + e.Type + " " + e.Message.Text
			}
		}
	}
	live := listenFrom("")
	if line := waitFor(t, live); line != ": listening" {
		t.Fatalf("first line %q", line)
	}
	say(t, sim, "one")
	mei, jonas := sim.As("mei.lin"), "jonas.weber"
	if _, _, err := mei.DM("echo", "not for others"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := mei.DM(jonas, "for you"); err != nil {
		t.Fatal(err)
	}
	want := []string{"id: 1 message one", "id: 4 channel ", "id: 5 message for you"}
	for _, w := range want {
		if got := data(live); got != w {
			t.Errorf("heard %q, want %q", got, w)
		}
	}
	again := listenFrom("1")
	for _, w := range want[1:] {
		if got := data(again); got != w {
			t.Errorf("heard %q after resuming, want %q", got, w)
		}
	}
}

func TestTrafficHasNoTokens(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	startEcho(t, sim, srv)
	app, _ := sim.App("Echo")
	text, err := json.Marshal(get(t, srv, "traffic"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "apps.connections.open") {
		t.Errorf("the call is not in %s", text)
	}
	for _, secret := range []string{app.BotToken, app.AppToken, app.SigningSecret} {
		if strings.Contains(string(text), secret) {
			t.Errorf("a secret is in %s", text)
		}
	}
}
