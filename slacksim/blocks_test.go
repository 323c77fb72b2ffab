package slacksim_test

import (
	"encoding/json"
	"testing"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

// A press finds elements wherever they are: in cards, in containers, in the cells of a data table.
func TestPressesReachElementsInsideOtherBlocks(t *testing.T) {
	t.Parallel()
	const button = `{"type":"button","action_id":"go","value":"1","text":{"type":"plain_text","text":"Go"}}`
	const actions = `{"type":"actions","elements":[` + button + `]}`
	for name, block := range map[string]string{
		"card":       `{"type":"card","actions":[` + button + `]}`,
		"carousel":   `{"type":"carousel","elements":[{"type":"card","actions":[` + button + `]}]}`,
		"container":  `{"type":"container","title":{"type":"plain_text","text":"x"},"child_blocks":[` + actions + `]}`,
		"layout":     `{"type":"layout","label":"x","rows":[{"items":[{"block":` + actions + `}]}]}`,
		"data table": `{"type":"data_table","caption":"x","rows":[[{"type":"raw_text","text":"x"}],[{"type":"action_cell","element":` + button + `}]]}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := newInteractive(t)
			var list slack.Blocks
			if err := json.Unmarshal([]byte("["+block+"]"), &list); err != nil {
				t.Fatal(err)
			}
			channel, ts, err := x.api.PostMessage("helpdesk", slack.MsgOptionText("x", false), slack.MsgOptionBlocks(list.BlockSet...))
			if err != nil {
				t.Fatal(err)
			}
			if err := x.sim.As("mei.lin").Click(slacksim.Place{Channel: channel, TS: ts}, "go"); err != nil {
				t.Fatal(err)
			}
			p := waitFor(t, x.payloads)
			if a := p.ActionCallback.BlockActions[0]; a.Value != "1" || a.BlockID == "" {
				t.Errorf("action %+v", a)
			}
		})
	}
}

func TestTheGalleryShowsEveryKindOfBlock(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{})
	if err := sim.ShowGallery("Echo", "helpdesk"); err != nil {
		t.Fatal(err)
	}
	shown := map[any]bool{}
	for _, m := range sim.As("mei.lin").Messages("helpdesk") {
		for _, b := range m.Blocks {
			shown[b["type"]] = true
		}
	}
	if len(shown) != 20 {
		t.Errorf("%d kinds of block: %v", len(shown), shown)
	}
	if _, open := sim.As("mei.lin").Home("Echo"); !open {
		t.Error("there is no Home tab")
	}
	if err := sim.ShowGallery("Echo", "nowhere"); err == nil {
		t.Error("a gallery was shown nowhere")
	}
}
