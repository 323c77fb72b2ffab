package slacksim_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"steward/slacksim"
)

func TestTypedText(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{})
	mei, _ := sim.Person("mei.lin")
	bot, _ := sim.App("Echo")
	lobby := sim.ChannelID("lobby")
	for typed, want := range map[string]string{
		"plain":                    "plain",
		"a < b & c > d":            "a &lt; b &amp; c &gt; d",
		"<!channel> <b>":           "&lt;!channel&gt; &lt;b&gt;",
		"@mei.lin.":                "<@" + mei.ID + ">.",
		"@Mei.Lin, @nobody":        "<@" + mei.ID + ">, @nobody",
		"@Echo谁负责 OLA？":            "<@" + bot.BotUserID + ">谁负责 OLA？",
		"<@" + mei.ID + "> hi":     "<@" + mei.ID + "> hi",
		"<@U999> hi":               "&lt;@U999&gt; hi",
		"in #lobby!":               "in <#" + lobby + "|lobby>!",
		"mail me@echo":             "mail me@echo",
		"see https://x.test/a?b&c": "see <https://x.test/a?b&amp;c>",
	} {
		if _, err := sim.As("mei.lin").Say("helpdesk", typed); err != nil {
			t.Fatal(err)
		}
		all := sim.As("mei.lin").Messages("helpdesk")
		if got := all[len(all)-1].Text; got != want {
			t.Errorf("%q is stored as %q, want %q", typed, got, want)
		}
	}
}

// FuzzTypedText checks that what people type never becomes a mention that names nobody, nor loses its words.
func FuzzTypedText(f *testing.F) {
	for _, seed := range []string{"@mei.lin", "<@U000000001>", "<!channel>", "#lobby@echo", "a<b>&c", "https://x|y>", "@", "@é谁"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if strings.TrimSpace(typed) == "" || !utf8.ValidString(typed) {
			t.Skip()
		}
		sim := slacksim.New(slacksim.Config{})
		defer sim.Close()
		err := sim.Load(slacksim.Workspace{
			People:   []slacksim.Person{{Handle: "mei.lin"}},
			Channels: []slacksim.Channel{{Name: "lobby"}},
		})
		if err != nil {
			t.Fatal(err)
		}
		mei := sim.As("mei.lin")
		if _, err := mei.Say("lobby", typed); err != nil {
			t.Fatal(err)
		}
		got := mei.Messages("lobby")[0].Text
		if strings.Contains(got, "<!") {
			t.Errorf("%q became %q", typed, got)
		}
		for rest := got; ; {
			_, after, found := strings.Cut(rest, "<@")
			if !found {
				break
			}
			id, _, closed := strings.Cut(after, ">")
			if _, known := sim.Person(id); !closed || !known {
				t.Errorf("%q became %q", typed, got)
			}
			rest = after
		}
	})
}
