package slacksim_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

func TestFilesWithOddNamesAreRead(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	api := client(t, sim, srv)
	for _, name := range []string{"50% of it.txt", "why?.txt", "a#b.txt", "a/b.txt", "报告 😀.txt"} {
		done, err := api.UploadFile(slack.UploadFileParameters{Filename: name, FileSize: 3, Reader: strings.NewReader("odd")})
		must(t, err)
		f, _, _, err := api.GetFileInfo(done.ID, 0, 0)
		must(t, err)
		var content bytes.Buffer
		if err := api.GetFile(f.URLPrivateDownload, &content); err != nil || content.String() != "odd" {
			t.Errorf("%s at %s: %q, %v", name, f.URLPrivateDownload, content.String(), err)
		}
	}
}

func TestTimesKeepTheirZone(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	picker := slack.NewTimePickerBlockElement("when")
	picker.Timezone = "Asia/Shanghai"
	channel, ts, err := x.api.PostMessage("helpdesk", slack.MsgOptionText("x", false), slack.MsgOptionBlocks(slack.NewActionBlock("b", picker)))
	must(t, err)
	must(t, x.sim.As("mei.lin").Choose(slacksim.Place{Channel: channel, TS: ts}, "when", "09:30"))
	p := waitFor(t, x.payloads)
	if got := p.ActionCallback.BlockActions[0]; got.SelectedTime != "09:30" || got.Timezone != "Asia/Shanghai" {
		t.Errorf("action %+v", got)
	}
	if got := p.BlockActionState.Values["b"]["when"]; got.SelectedTime != "09:30" || got.Timezone != "Asia/Shanghai" {
		t.Errorf("state %+v", got)
	}
}

func TestFormsRefuseWhatClientsRefuse(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	label := slack.NewTextBlockObject("plain_text", "Words", false, false)
	number := slack.NewNumberInputBlockElement(nil, "n", false)
	number.MinValue, number.MaxValue = "1", "9"
	form := modal(
		slack.NewInputBlock("number", label, nil, number).WithOptional(true),
		slack.NewInputBlock("mail", label, nil, slack.NewEmailTextInputBlockElement(nil, "m")).WithOptional(true),
		slack.NewInputBlock("link", label, nil, slack.NewURLTextInputBlockElement(nil, "l")).WithOptional(true),
	)
	_, err := x.api.OpenView(x.click(t, x.card(t), "go").TriggerID, form)
	must(t, err)
	for _, row := range []struct{ action, typed, wrong string }{
		{"n", "10", "number"},
		{"n", "0", "number"},
		{"n", "2.5", "number"},
		{"n", "two", "number"},
		{"m", "mei", "mail"},
		{"l", "ftp://x", "link"},
	} {
		done, err := x.sim.As("mei.lin").Submit("", map[string]string{"n": "5", "m": "mei@acme.test", "l": "https://acme.test", row.action: row.typed})
		if err != nil || done.Errors[row.wrong] == "" || len(done.Errors) != 1 {
			t.Errorf("%s %q: %+v, %v", row.action, row.typed, done, err)
		}
	}
}
