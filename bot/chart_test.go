package bot

import (
	"errors"
	"net/http"
	"testing"

	"github.com/slack-go/slack"

	"steward/commands"
	"steward/slacksim"
)

var charted = commands.Reply{Text: "how it went", Parts: []commands.Part{
	{Body: "Above"},
	{Chart: &commands.Chart{
		Title: "availability, day by day", Points: []string{"1 Jun", "2 Jun"}, Unit: "%",
		Series:  []commands.Series{{Name: "measured", Values: []float64{99.5, 98}}, {Name: "agreed", Values: []float64{99.9, 99.9}}},
		Instead: "`█▁`",
	}},
}}

// TestChartsAreShownOrSaid posts and edits in a workspace that takes charts,
// and in one that refuses them, where it tries only once.
func TestChartsAreShownOrSaid(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		refuse bool
		want   string // the second block
		calls  int    // for three messages
	}{
		{"charts are known", false, "data_visualization", 3},
		{"charts are refused", true, "section", 4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := listening(t)
			if tt.refuse {
				if err := r.sim.Inject(slacksim.Fault{Kind: slacksim.FaultRefuseBlock, Block: "data_visualization"}); err != nil {
					t.Fatal(err)
				}
			}
			channel, calls := r.sim.ChannelID("helpdesk"), 0
			post := func(drawn []slack.MsgOption) (string, string, error) {
				calls++
				return r.api.PostMessageContext(t.Context(), channel, drawn...)
			}
			_, ts, err := r.drawn(t.Context(), charted, post)
			if err != nil {
				t.Fatal(err)
			}
			_, _, err = r.drawn(t.Context(), charted, func(drawn []slack.MsgOption) (string, string, error) {
				calls++
				channel, ts, _, err := r.api.UpdateMessageContext(t.Context(), channel, ts, drawn...)
				return channel, ts, err
			})
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := r.drawn(t.Context(), charted, post); err != nil {
				t.Fatal(err)
			}
			if calls != tt.calls {
				t.Errorf("%d calls for three messages, want %d", calls, tt.calls)
			}
			page, err := r.api.GetConversationHistoryContext(t.Context(), &slack.GetConversationHistoryParameters{ChannelID: channel})
			if err != nil || len(page.Messages) != 2 {
				t.Fatalf("%d messages, %v", len(page.Messages), err)
			}
			for _, m := range page.Messages {
				if got := string(m.Blocks.BlockSet[1].BlockType()); got != tt.want {
					t.Errorf("the chart is a %s, want %s", got, tt.want)
				}
			}
			if v := r.sim.Violations(); len(v) > 0 {
				t.Errorf("Slack would refuse: %+v", v)
			}
		})
	}
}

// TestOtherErrorsAreNotOfCharts: only a refusal that goes away without charts
// is remembered.
func TestOtherErrorsAreNotOfCharts(t *testing.T) {
	t.Parallel()
	r := listening(t)
	refusals := []error{
		slack.SlackErrorResponse{Err: "channel_not_found"},
		errors.New("cut"),
		slack.StatusCodeError{Code: http.StatusInternalServerError},
		slack.SlackErrorResponse{Err: "invalid_blocks"},
		slack.StatusCodeError{Code: http.StatusNotFound},
	}
	for _, refusal := range refusals {
		_, _, err := r.drawn(t.Context(), charted, func([]slack.MsgOption) (string, string, error) { return "", "", refusal })
		if err == nil {
			t.Errorf("%v is lost", refusal)
		}
		if r.Store.Cached(t.Context(), r.noCharts()) != "" {
			t.Errorf("%v is taken for a refusal of charts", refusal)
		}
	}
}
