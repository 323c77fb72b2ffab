package slacksim_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

func TestFaultsOfCalls(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		fault  slacksim.Fault
		want   string
		posted bool
	}{
		"error":        {slacksim.Fault{Kind: slacksim.FaultError, Error: "fatal_error"}, "fatal_error", false},
		"rate limited": {slacksim.Fault{Kind: slacksim.FaultRateLimited, Seconds: 7}, "slack rate limit exceeded, retry after 7s", false},
		"status":       {slacksim.Fault{Kind: slacksim.FaultStatus, Status: 503}, "slack server error: 503 Service Unavailable", false},
		"other method": {slacksim.Fault{Kind: slacksim.FaultError, Method: "chat.update"}, "", true},
		"other place":  {slacksim.Fault{Kind: slacksim.FaultError, Channel: "lobby"}, "", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim, srv := fixture(t, slacksim.Config{})
			if err := sim.Inject(row.fault); err != nil {
				t.Fatal(err)
			}
			api := client(t, sim, srv)
			_, _, err := api.PostMessage("helpdesk", slack.MsgOptionText("x", false))
			if errorText(err) != row.want {
				t.Errorf("error %v, want %q", err, row.want)
			}
			if got := len(sim.As("mei.lin").Messages("helpdesk")) == 1; got != row.posted {
				t.Errorf("posted: %v, want %v", got, row.posted)
			}
			if _, _, err := api.PostMessage("helpdesk", slack.MsgOptionText("x", false)); err != nil {
				t.Errorf("a fault that was used up struck again: %v", err)
			}
		})
	}
}

func TestLostAnswer(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	if err := sim.Inject(slacksim.Fault{Method: "chat.postMessage", Kind: slacksim.FaultLoseAnswer}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := client(t, sim, srv).PostMessage("helpdesk", slack.MsgOptionText("x", false)); err == nil {
		t.Error("the answer arrived")
	}
	if n := len(sim.As("mei.lin").Messages("helpdesk")); n != 1 {
		t.Errorf("%d messages, want the one whose answer was lost", n)
	}
}

func TestHold(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		when          slacksim.When
		gone          bool // the client gives up while it is held
		during, after int  // messages
	}{
		{slacksim.BeforeApply, false, 0, 1},
		{slacksim.BeforeApply, true, 0, 0},
		{slacksim.AfterApply, false, 1, 1},
		{slacksim.AfterApply, true, 1, 1},
	} {
		t.Run(fmt.Sprintf("%s gone=%v", row.when, row.gone), func(t *testing.T) {
			t.Parallel()
			sim, srv := fixture(t, slacksim.Config{})
			api := client(t, sim, srv)
			count := func() int { return len(sim.As("mei.lin").Messages("helpdesk")) }
			h := sim.HoldIn("chat.postMessage", "helpdesk", row.when)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			done := make(chan error, 1)
			go func() {
				_, _, err := api.PostMessageContext(ctx, "helpdesk", slack.MsgOptionText("x", false))
				done <- err
			}()
			waitFor(t, h.Reached())
			if got := count(); got != row.during {
				t.Errorf("%d messages while held, want %d", got, row.during)
			}
			if err := sim.Quiet(t.Context()); err != nil { // what is held does not count
				t.Fatal(err)
			}
			if row.gone {
				cancel()
			} else {
				h.Release()
			}
			if err := waitFor(t, done); (err != nil) != row.gone {
				t.Errorf("the call ended with %v", err)
			}
			if err := sim.Quiet(t.Context()); err != nil {
				t.Fatal(err)
			}
			if got := count(); got != row.after {
				t.Errorf("%d messages in the end, want %d", got, row.after)
			}
		})
	}
}

func TestRateLimits(t *testing.T) {
	t.Parallel()
	now := newClock()
	sim, srv := fixture(t, slacksim.Config{Now: now.Now, Limits: slacksim.Limits{PostsBurst: 2, Tiers: true}})
	api := client(t, sim, srv)
	post := func(channel string) error {
		_, _, err := api.PostMessage(channel, slack.MsgOptionText("x", false))
		return err
	}
	for i, fine := range []bool{true, true, false} {
		err := post("helpdesk")
		var limited *slack.RateLimitedError
		if (err == nil) != fine || !fine && (!errors.As(err, &limited) || limited.RetryAfter != time.Second) {
			t.Errorf("post %d: %v", i+1, err)
		}
	}
	if err := post("lobby"); err != nil {
		t.Errorf("another channel: %v", err)
	}
	now.add(time.Second)
	if err := post("helpdesk"); err != nil {
		t.Errorf("a second later: %v", err)
	}
	var err error
	calls := 0
	for ; err == nil && calls < 100; calls++ {
		_, _, err = api.GetConversations(&slack.GetConversationsParameters{})
	}
	if calls != 21 {
		t.Errorf("conversations.list was limited at call %d, want 21 (tier 2)", calls)
	}
}
