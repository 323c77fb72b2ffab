package bot

import (
	"context"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

// workspace gives a simulated workspace with Ann, #helpdesk and Steward, and
// Steward's client for it.
func workspace(t *testing.T) (*slacksim.Sim, *slack.Client) {
	t.Helper()
	sim := slacksim.New(slacksim.Config{})
	err := sim.Load(slacksim.Workspace{
		Name: "Orion", Domain: "orion",
		People: []slacksim.Person{
			{Handle: "ann", RealName: "Ann", Email: "ann@x.example"},
			{Handle: "eve", RealName: "Eve", Email: "eve@x.example"},
		},
		Apps:     []slacksim.App{{Name: "Steward", Commands: []slacksim.Command{{Name: "/sla"}}}},
		Channels: []slacksim.Channel{{Name: "helpdesk", Members: []string{"ann", "eve", "steward"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	srv, err := sim.Start(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(srv.Close)
	app, _ := sim.App("Steward")
	return sim, slack.New(app.BotToken, slack.OptionAPIURL(srv.APIURL()))
}

func TestJudge(t *testing.T) {
	t.Parallel()
	failing := func(code string) slacksim.Fault { return slacksim.Fault{Kind: slacksim.FaultError, Error: code} }
	tests := []struct {
		name  string
		fault slacksim.Fault
		want  verdict
		wait  time.Duration
	}{
		{"not now", slacksim.Fault{Kind: slacksim.FaultRateLimited, Seconds: 7}, limited, 7 * time.Second},
		{"not now, in words", failing("ratelimited"), limited, 5 * time.Second},
		{"account gone", failing("user_not_found"), unreachable, 0},
		{"channel gone", failing("channel_not_found"), unreachable, 0},
		{"archived", failing("is_archived"), unreachable, 0},
		{"their fault", failing("internal_error"), unsure, 0},
		{"their fault, fatal", failing("fatal_error"), unsure, 0},
		{"our fault", failing("invalid_blocks"), refused, 0},
		{"token withdrawn", failing("token_revoked"), refused, 0},
		{"no such page", slacksim.Fault{Kind: slacksim.FaultStatus, Status: 404}, refused, 0},
		{"broken server", slacksim.Fault{Kind: slacksim.FaultStatus, Status: 500}, unsure, 0},
		{"gateway without answer", slacksim.Fault{Kind: slacksim.FaultStatus, Status: 504}, unsure, 0},
		{"answer lost", slacksim.Fault{Kind: slacksim.FaultLoseAnswer}, unsure, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			sim, api := workspace(t)
			tt.fault.Method, tt.fault.Count = "chat.postMessage", 1
			if err := sim.Inject(tt.fault); err != nil {
				t.Fatal(err)
			}
			_, _, err := api.PostMessageContext(t.Context(), sim.ChannelID("helpdesk"), slack.MsgOptionText("hello", false))
			if err == nil {
				t.Fatal("the fault did not happen")
			}
			if got, wait := judge(err); got != tt.want || wait != tt.wait {
				t.Errorf("judge(%v) = %s, %s; want %s, %s", err, got, wait, tt.want, tt.wait)
			}
		})
	}
}

func TestJudgeGivenUp(t *testing.T) {
	t.Parallel()
	sim, api := workspace(t)
	hold := sim.Hold("chat.postMessage", slacksim.AfterApply)
	ctx, giveUp := context.WithCancel(t.Context())
	go func() {
		<-hold.Reached()
		giveUp()
	}()
	_, _, err := api.PostMessageContext(ctx, sim.ChannelID("helpdesk"), slack.MsgOptionText("hello", false))
	hold.Release()
	if got, _ := judge(err); got != unsure {
		t.Errorf("judge(%v) = %s", err, got)
	}
}

func TestJudgeNobodyThere(t *testing.T) {
	t.Parallel()
	api := slack.New("xoxb-1", slack.OptionAPIURL("http://127.0.0.1:1/"))
	_, _, err := api.PostMessageContext(t.Context(), "C1", slack.MsgOptionText("hello", false))
	if got, _ := judge(err); got != refused {
		t.Errorf("judge(%v) = %s: what never left did not happen", err, got)
	}
}
