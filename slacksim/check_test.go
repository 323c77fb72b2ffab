package slacksim_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"steward/slacksim"
)

func TestBlocksThatSlackRefuses(t *testing.T) {
	t.Parallel()
	long := func(n int) string { return strings.Repeat("汉", n) }
	button := `{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}}`
	for name, row := range map[string]struct{ blocks, pointer string }{
		"fine section":          {`[{"type":"section","text":{"type":"mrkdwn","text":"` + long(3000) + `"}}]`, ""},
		"long section":          {`[{"type":"section","text":{"type":"mrkdwn","text":"` + long(3001) + `"}}]`, "/0/text/text"},
		"empty section":         {`[{"type":"section"}]`, "/0"},
		"empty text":            {`[{"type":"section","text":{"type":"mrkdwn","text":""}}]`, "/0/text/text"},
		"long field":            {`[{"type":"section","fields":[{"type":"mrkdwn","text":"` + long(2001) + `"}]}]`, "/0/fields/0/text"},
		"input as accessory":    {`[{"type":"section","text":{"type":"mrkdwn","text":"x"},"accessory":{"type":"plain_text_input"}}]`, "/0/accessory/type"},
		"header in mrkdwn":      {`[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]`, "/0/text/type"},
		"long header":           {`[{"type":"header","text":{"type":"plain_text","text":"` + long(151) + `"}}]`, "/0/text/text"},
		"unknown block":         {`[{"type":"divider"},{"type":"hero"}]`, "/1/type"},
		"alert in a message":    {`[{"type":"alert","text":{"type":"plain_text","text":"x"}}]`, "/0/type"},
		"block id twice":        {`[{"type":"divider","block_id":"b"},{"type":"divider","block_id":"b"}]`, "/1/block_id"},
		"action id twice":       {`[{"type":"actions","elements":[` + button + `,` + button + `]}]`, "/0"},
		"fine actions":          {`[{"type":"actions","elements":[` + button + `]},{"type":"actions","elements":[` + button + `]}]`, ""},
		"no actions":            {`[{"type":"actions","elements":[]}]`, "/0/elements"},
		"long label":            {`[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"` + long(76) + `"}}]}]`, "/0/elements/0/text/text"},
		"style":                 {`[{"type":"actions","elements":[{"type":"button","style":"red","text":{"type":"plain_text","text":"x"}}]}]`, "/0/elements/0/style"},
		"confirm without text":  {`[{"type":"actions","elements":[{"type":"button","confirm":{},"text":{"type":"plain_text","text":"x"}}]}]`, "/0/elements/0/confirm/text"},
		"select without any":    {`[{"type":"actions","elements":[{"type":"static_select"}]}]`, "/0/elements/0"},
		"option without value":  {`[{"type":"actions","elements":[{"type":"overflow","options":[{"text":{"type":"plain_text","text":"x"}}]}]}]`, "/0/elements/0/options/0/value"},
		"initial from nowhere":  {`[{"type":"actions","elements":[{"type":"radio_buttons","options":[{"text":{"type":"plain_text","text":"x"},"value":"1"}],"initial_option":{"text":{"type":"plain_text","text":"x"},"value":"2"}}]}]`, "/0/elements/0/initial_option"},
		"many context elements": {`[{"type":"context","elements":[` + strings.TrimSuffix(strings.Repeat(`{"type":"mrkdwn","text":"x"},`, 11), ",") + `]}]`, "/0/elements"},
		"image without text":    {`[{"type":"image","image_url":"https://x"}]`, "/0/alt_text"},
		"input without label":   {`[{"type":"input","element":{"type":"plain_text_input"}}]`, "/0/label"},
		"number in a message":   {`[{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"number_input","is_decimal_allowed":true}}]`, "/0/element/type"},
		"date":                  {`[{"type":"actions","elements":[{"type":"datepicker","initial_date":"22.11.2026"}]}]`, "/0/elements/0/initial_date"},
		"two tables":            {`[{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]},{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]}]`, "/1"},
		"wide table":            {`[{"type":"table","rows":[[` + strings.TrimSuffix(strings.Repeat(`{"type":"raw_text","text":"x"},`, 21), ",") + `]]}]`, "/0/rows/0"},
		"rich text part":        {`[{"type":"rich_text","elements":[{"type":"poem"}]}]`, "/0/elements/0/type"},
		"many blocks":           {`[` + strings.TrimSuffix(strings.Repeat(`{"type":"divider"},`, 51), ",") + `]`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var blocks []slacksim.Block
			if err := json.Unmarshal([]byte(row.blocks), &blocks); err != nil {
				t.Fatal(err)
			}
			problems := slacksim.CheckBlocks(blocks, slacksim.SurfaceMessage)
			switch {
			case name == "many blocks" && len(problems) == 1:
			case row.pointer == "" && len(problems) == 0:
			case len(problems) != 1 || row.pointer == "" || problems[0].Pointer != row.pointer:
				t.Errorf("problems %v, want one at %q", problems, row.pointer)
			}
		})
	}
}

func TestViewsThatSlackRefuses(t *testing.T) {
	t.Parallel()
	input := `{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input"}}`
	for name, row := range map[string]struct{ view, pointer string }{
		"fine":              {`{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[]}`, ""},
		"fine home":         {`{"type":"home","blocks":[]}`, ""},
		"no title":          {`{"type":"modal","blocks":[]}`, "/title"},
		"long title":        {`{"type":"modal","title":{"type":"plain_text","text":"1234567890123456789012345"},"blocks":[]}`, "/title/text"},
		"no submit":         {`{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[` + input + `]}`, "/submit"},
		"no blocks":         {`{"type":"home"}`, "/blocks"},
		"table in a modal":  {`{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[{"type":"table"}]}`, "/blocks/0/type"},
		"private metadata":  {`{"type":"home","blocks":[],"private_metadata":"` + strings.Repeat("x", 3001) + `"}`, "/private_metadata"},
		"neither home or":   {`{"type":"page","blocks":[]}`, "/type"},
		"bound of a length": {`{"type":"home","blocks":[{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input","min_length":5,"max_length":4}}]}`, "/blocks/0/element/min_length"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var v slacksim.View
			if err := json.Unmarshal([]byte(row.view), &v); err != nil {
				t.Fatal(err)
			}
			got := fmt.Sprint(slacksim.CheckView(v))
			if want := "[{" + row.pointer + " "; row.pointer == "" && got != "[]" || row.pointer != "" && !strings.HasPrefix(got, want) {
				t.Errorf("problems %s, want one at %q", got, row.pointer)
			}
		})
	}
}
