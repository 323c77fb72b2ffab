package slacksim_test

import (
	"testing"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

// BenchmarkPost is what one message through slack-go's client costs; the bot's own benchmark contains it.
func BenchmarkPost(b *testing.B) {
	sim := slacksim.New(slacksim.Config{})
	if err := sim.Load(slacksim.ExampleWorkspace()); err != nil {
		b.Fatal(err)
	}
	srv, err := sim.Start(b.Context(), "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	defer srv.Close()
	app, _ := sim.App("Steward")
	api := slack.New(app.BotToken, slack.OptionAPIURL(srv.APIURL()))
	for b.Loop() {
		if _, _, err := api.PostMessage("helpdesk", slack.MsgOptionText("hello", false)); err != nil {
			b.Fatal(err)
		}
	}
}
