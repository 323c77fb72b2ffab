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

// What the page sends for feedback buttons is the value of one of the two.
func TestFeedbackCarriesTheButton(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	const block = `[{"type":"context_actions","elements":[{"type":"feedback_buttons","action_id":"f",
		"positive_button":{"text":{"type":"plain_text","text":"Good"},"value":"up"},
		"negative_button":{"text":{"type":"plain_text","text":"Bad"},"value":"down"}}]}]`
	var blocks slack.Blocks
	if err := json.Unmarshal([]byte(block), &blocks); err != nil {
		t.Fatal(err)
	}
	channel, ts, err := x.api.PostMessage("helpdesk", slack.MsgOptionText("x", false), slack.MsgOptionBlocks(blocks.BlockSet...))
	if err != nil {
		t.Fatal(err)
	}
	press := `{"as":"mei.lin","channel":"` + channel + `","message_ts":"` + ts + `","action_id":"f","value":"`
	if answer := do(t, x.srv, "action", press+`sideways"}`); answer["error"] == nil {
		t.Error("a value that no button has was taken")
	}
	do(t, x.srv, "action", press+`down"}`)
	if a := waitFor(t, x.payloads).ActionCallback.BlockActions[0]; a.Value != "down" || a.Text.Text != "Bad" {
		t.Errorf("action %+v", a)
	}
}

// Inputs inside a container or layout count when a modal is submitted.
func TestInputsInsideALayoutAreRequired(t *testing.T) {
	t.Parallel()
	x := newInteractive(t)
	const view = `{"type":"modal","title":{"type":"plain_text","text":"x"},"submit":{"type":"plain_text","text":"Go"},"blocks":[
		{"type":"layout","label":"x","rows":[{"items":[{"block":{"type":"input","block_id":"b","label":{"type":"plain_text","text":"x"},
		"element":{"type":"plain_text_input","action_id":"a"}}}]}]}]}`
	if err := x.sim.As("mei.lin").Command("helpdesk", "/echo", ""); err != nil {
		t.Fatal(err)
	}
	var sent slack.ModalViewRequest
	if err := json.Unmarshal([]byte(view), &sent); err != nil {
		t.Fatal(err)
	}
	opened, err := x.api.OpenView(waitFor(t, x.commands).TriggerID, sent)
	if err != nil {
		t.Fatal(err)
	}
	answer := do(t, x.srv, "submit", `{"as":"mei.lin","view_id":"`+opened.ID+`"}`)
	if wrong, _ := answer["errors"].(map[string]any); wrong["b"] == nil {
		t.Errorf("an empty input passed: %v", answer)
	}
}
