package slacksim_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"steward/slacksim"
)

// refusal is a row of a test: JSON and the place of the one thing that is wrong with it; an empty place means that
// nothing is. In the JSON "~75" is a text of 75 characters, and 11*(x) is x eleven times with commas.
type refusal struct{ name, json, place string }

var (
	longText = regexp.MustCompile(`"~(\d+)"`)
	repeated = regexp.MustCompile(`(\d+)\*\(([^()]*)\)`)
)

func (r refusal) spelled() string {
	s := r.json
	for repeated.MatchString(s) { // the inner ones first
		s = repeated.ReplaceAllStringFunc(s, func(m string) string {
			parts := repeated.FindStringSubmatch(m)
			n, _ := strconv.Atoi(parts[1])
			return strings.TrimSuffix(strings.Repeat(parts[2]+",", n), ",")
		})
	}
	return longText.ReplaceAllStringFunc(s, func(m string) string {
		n, _ := strconv.Atoi(strings.Trim(m, `"~`))
		return `"` + strings.Repeat("汉", n) + `"`
	})
}

// refuse runs rows: wrap puts a row's JSON into a list of blocks.
func refuse(t *testing.T, surface slacksim.Surface, wrap func(string) string, rows []refusal) {
	t.Helper()
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			var blocks []slacksim.Block
			if err := json.Unmarshal([]byte(wrap(row.spelled())), &blocks); err != nil {
				t.Fatal(err)
			}
			meet(t, slacksim.CheckBlocks(blocks, surface), row.place)
		})
	}
}

func meet(t *testing.T, problems []slacksim.Problem, place string) {
	t.Helper()
	switch {
	case place == "" && len(problems) == 0:
	case place != "" && len(problems) == 1 && problems[0].Pointer+" "+problems[0].Message == place:
	case place != "" && len(problems) == 1 && problems[0].Pointer == place:
	default:
		t.Errorf("problems %v, want one at %q", problems, place)
	}
}

func alone(block string) string { return "[" + block + "]" }

// accessory and labelled stand an element into a block.
func accessory(e string) string {
	return `[{"type":"section","text":{"type":"mrkdwn","text":"x"},"accessory":` + e + `}]`
}

func labelled(e string) string {
	return `[{"type":"input","label":{"type":"plain_text","text":"x"},"element":` + e + `}]`
}

func TestEveryBlockOfTheGalleryIsFine(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("gallery.json")
	if err != nil {
		t.Fatal(err)
	}
	var gallery struct {
		Messages []json.RawMessage
		Modals   []json.RawMessage
		Homes    []json.RawMessage
	}
	if err := json.Unmarshal(raw, &gallery); err != nil {
		t.Fatal(err)
	}
	for i, m := range gallery.Messages {
		if code, problems := slacksim.Validate("message", m); code != "" {
			t.Errorf("message %d: %v", i, problems)
		}
	}
	for i, v := range append(gallery.Modals, gallery.Homes...) {
		if code, problems := slacksim.Validate("view", v); code != "" {
			t.Errorf("view %d: %v", i, problems)
		}
	}
}

func TestBlocksInMessages(t *testing.T) {
	t.Parallel()
	refuse(t, slacksim.SurfaceMessage, func(s string) string { return s }, []refusal{
		{"nothing", `[]`, ""},
		{"as many as allowed", `[50*({"type":"divider"})]`, ""},
		{"one too many", `[51*({"type":"divider"})]`, " no more than 50 items allowed"},
		{"no type", `[{}]`, "/0 missing required field: type"},
		{"unknown", `[{"type":"divider"},{"type":"hero"}]`, "/1/type unsupported type: hero"},
		{"only received", `[{"type":"call","call_id":"R1"}]`, "/0/type"},
		{"only in modals", `[{"type":"alert","text":{"type":"plain_text","text":"x"}}]`, "/0/type"},
		{"block id twice", `[{"type":"divider","block_id":"b"},{"type":"divider","block_id":"b"}]`, "/1/block_id"},
		{"long block id", `[{"type":"divider","block_id":"~256"}]`, "/0/block_id must be less than 256 characters"},
		{"a field too much", `[{"type":"divider","text":"x"}]`, "/0 invalid additional property: text"},
		{"action id twice", `[{"type":"actions","elements":[2*({"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}})]}]`, "/0"},
		{"action id in two blocks", `[2*({"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}}]})]`, ""},
		{"markdown as long as allowed", `[{"type":"markdown","text":"~6000"},{"type":"markdown","text":"~6000"}]`, ""},
		{"markdown together too long", `[{"type":"markdown","text":"~6000"},{"type":"markdown","text":"~6001"}]`, "/1/text"},
		{"two tables", `[2*({"type":"table","rows":[[{"type":"raw_text","text":"x"}]]})]`, "/1 only_one_table_allowed"},
	})
}

func TestClassicBlocks(t *testing.T) {
	t.Parallel()
	refuse(t, slacksim.SurfaceMessage, alone, []refusal{
		{"section", `{"type":"section","text":{"type":"mrkdwn","text":"~3000"},"expand":true}`, ""},
		{"long section", `{"type":"section","text":{"type":"mrkdwn","text":"~3001"}}`, "/0/text/text must be less than 3001 characters"},
		{"empty section", `{"type":"section"}`, "/0/type must define either `text` or `fields`"},
		{"empty text", `{"type":"section","text":{"type":"mrkdwn","text":""}}`, "/0/text/text must be more than 0 characters"},
		{"text is text", `{"type":"section","text":"x"}`, "/0/text must provide an object"},
		{"text without text", `{"type":"section","text":{"type":"mrkdwn"}}`, "/0/text missing required field: text"},
		{"text of no type", `{"type":"section","text":{"text":"x"}}`, "/0/text missing required field: type"},
		{"text of another type", `{"type":"section","text":{"type":"html","text":"x"}}`, "/0/text/type unsupported type: html"},
		{"emoji in mrkdwn", `{"type":"section","text":{"type":"mrkdwn","text":"x","emoji":true}}`, "/0/text invalid additional property: emoji"},
		{"text that is null", `{"type":"section","text":null,"fields":[{"type":"mrkdwn","text":"x"}]}`, "/0/text must provide an object"},
		{"fields", `{"type":"section","fields":[10*({"type":"mrkdwn","text":"~2000"})]}`, ""},
		{"long field", `{"type":"section","fields":[{"type":"mrkdwn","text":"~2001"}]}`, "/0/fields/0/text"},
		{"many fields", `{"type":"section","fields":[11*({"type":"mrkdwn","text":"x"})]}`, "/0/fields no more than 10 items allowed"},
		{"no fields", `{"type":"section","fields":[]}`, "/0/fields must provide at least 1 items"},
		{"header", `{"type":"header","text":{"type":"plain_text","text":"~150"},"level":4}`, ""},
		{"long header", `{"type":"header","text":{"type":"plain_text","text":"~151"}}`, "/0/text/text"},
		{"header in mrkdwn", `{"type":"header","text":{"type":"mrkdwn","text":"x"}}`, "/0/text/type"},
		{"deep header", `{"type":"header","text":{"type":"plain_text","text":"x"},"level":5}`, "/0/level"},
		{"context", `{"type":"context","elements":[9*({"type":"mrkdwn","text":"x"}),{"type":"image","image_url":"https://x/y.png","alt_text":"x"}]}`, ""},
		{"long context", `{"type":"context","elements":[11*({"type":"mrkdwn","text":"x"})]}`, "/0/elements"},
		{"button in a context", `{"type":"context","elements":[{"type":"button","text":{"type":"plain_text","text":"x"}}]}`, "/0/elements/0/type"},
		{"no actions", `{"type":"actions","elements":[]}`, "/0/elements"},
		{"many actions", `{"type":"actions","elements":[26*({"type":"button","text":{"type":"plain_text","text":"x"}})]}`, "/0/elements"},
		{"actions that are none", `{"type":"actions","elements":[1]}`, "/0/elements/0 must provide an object"},
		{"image", `{"type":"image","image_url":"https://x","alt_text":"~2000","title":{"type":"plain_text","text":"~2000"}}`, ""},
		{"image from a file", `{"type":"image","slack_file":{"id":"F1"},"alt_text":"x"}`, ""},
		{"image without text", `{"type":"image","image_url":"https://x"}`, "/0 missing required field: alt_text"},
		{"image of two sources", `{"type":"image","image_url":"https://x","slack_file":{"id":"F1"},"alt_text":"x"}`, "/0"},
		{"image of no source", `{"type":"image","alt_text":"x"}`, "/0"},
		{"image at no address", `{"type":"image","image_url":"x.png","alt_text":"x"}`, "/0/image_url"},
		{"file of two names", `{"type":"image","slack_file":{"id":"F1","url":"https://x"},"alt_text":"x"}`, "/0/slack_file"},
		{"input", `{"type":"input","label":{"type":"plain_text","text":"~2000"},"hint":{"type":"plain_text","text":"~2000"},"optional":true,"dispatch_action":true,"element":{"type":"plain_text_input"}}`, ""},
		{"input without label", `{"type":"input","element":{"type":"plain_text_input"}}`, "/0 missing required field: label"},
		{"input with a button", `{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"button","text":{"type":"plain_text","text":"x"}}}`, "/0/element/type"},
		{"optional is a word", `{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input"},"optional":"yes"}`, "/0/optional must be a boolean"},
		{"empty markdown", `{"type":"markdown","text":""}`, "/0/text"},
		{"long markdown", `{"type":"markdown","text":"~12001"}`, "/0/text"},
		{"video", `{"type":"video","video_url":"https://x","thumbnail_url":"https://y","alt_text":"x","title":{"type":"plain_text","text":"~199"},"author_name":"~49","description":{"type":"plain_text","text":"~200"},"provider_name":"x","title_url":"https://x"}`, ""},
		{"long video", `{"type":"video","video_url":"https://x","thumbnail_url":"https://y","alt_text":"x","title":{"type":"plain_text","text":"~200"}}`, "/0/title/text"},
		{"video without picture", `{"type":"video","video_url":"https://x","alt_text":"x","title":{"type":"plain_text","text":"x"}}`, "/0 missing required field: thumbnail_url"},
		{"remote file", `{"type":"file","external_id":"x","source":"remote"}`, ""},
		{"other file", `{"type":"file","external_id":"x","source":"local"}`, "/0/source must be a valid enum value"},
	})
}

func TestRichText(t *testing.T) {
	t.Parallel()
	section := func(inner string) string {
		return `[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[` + inner + `]}]}]`
	}
	refuse(t, slacksim.SurfaceMessage, section, []refusal{
		{"all pieces", `{"type":"text","text":"x","style":{"bold":true,"italic":true,"strike":true,"code":true,"underline":true}},
			{"type":"link","url":"https://x","text":"x"},{"type":"user","user_id":"U1"},{"type":"usergroup","usergroup_id":"S1"},
			{"type":"channel","channel_id":"C1"},{"type":"emoji","name":"wave","skin_tone":2},{"type":"broadcast","range":"here"},
			{"type":"date","timestamp":1700000000,"format":"{date}","fallback":"x"},{"type":"color","value":"#aabbcc"},
			{"type":"citation","whatever":1}`, ""},
		{"unknown piece", `{"type":"poem"}`, "/0/elements/0/elements/0/type"},
		{"empty text", `{"type":"text","text":""}`, "/0/elements/0/elements/0/text"},
		{"unknown style", `{"type":"text","text":"x","style":{"blink":true}}`, "/0/elements/0/elements/0/style invalid additional property: blink"},
		{"link without address", `{"type":"link","text":"x"}`, "/0/elements/0/elements/0 missing required field: url"},
		{"range", `{"type":"broadcast","range":"all"}`, "/0/elements/0/elements/0/range"},
		{"colour", `{"type":"color","value":"red"}`, "/0/elements/0/elements/0/value"},
		{"date without format", `{"type":"date","timestamp":1}`, "/0/elements/0/elements/0"},
	})
	refuse(t, slacksim.SurfaceMessage, func(s string) string { return `[{"type":"rich_text","elements":[` + s + `]}]` }, []refusal{
		{"all parts", `{"type":"rich_text_quote","elements":[],"border":1},{"type":"rich_text_preformatted","elements":[{"type":"text","text":"x"}],"border":0},
			{"type":"rich_text_list","style":"ordered","indent":8,"offset":3,"border":0,"elements":[{"type":"rich_text_section","elements":[]}]}`, ""},
		{"unknown part", `{"type":"rich_text_poem","elements":[]}`, "/0/elements/0/type"},
		{"list in a list", `{"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_list","style":"bullet","elements":[]}]}`, "/0/elements/0/elements/0/type"},
		{"list of no style", `{"type":"rich_text_list","elements":[]}`, "/0/elements/0"},
		{"deep list", `{"type":"rich_text_list","style":"bullet","indent":9,"elements":[]}`, "/0/elements/0/indent"},
		{"styled section", `{"type":"rich_text_section","elements":[],"style":"bullet"}`, "/0/elements/0 invalid additional property: style"},
	})
}

func TestViews(t *testing.T) {
	t.Parallel()
	const title = `"title":{"type":"plain_text","text":"x"}`
	const input = `{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input"}}`
	for _, row := range []refusal{
		{"fine", `{"type":"modal",` + title + `,"blocks":[100*({"type":"divider"})]}`, ""},
		{"fine home", `{"type":"home","blocks":[],"private_metadata":"~3000","callback_id":"~255","external_id":"~255"}`, ""},
		{"no title", `{"type":"modal","blocks":[]}`, " missing required field: title"},
		{"long title", `{"type":"modal","title":{"type":"plain_text","text":"~25"},"blocks":[]}`, "/title/text must be less than 25 characters"},
		{"long close", `{"type":"modal",` + title + `,"close":{"type":"plain_text","text":"~25"},"blocks":[]}`, "/close/text"},
		{"submit in mrkdwn", `{"type":"modal",` + title + `,"submit":{"type":"mrkdwn","text":"x"},"blocks":[]}`, "/submit/type"},
		{"no submit", `{"type":"modal",` + title + `,"blocks":[` + input + `]}`, "/blocks/0/input must define `submit` to use an `input` block in modals"},
		{"input at home", `{"type":"home","blocks":[` + input + `]}`, ""},
		{"title at home", `{"type":"home",` + title + `,"blocks":[]}`, " invalid additional property: title"},
		{"no blocks", `{"type":"home"}`, " missing required field: blocks"},
		{"too many blocks", `{"type":"home","blocks":[101*({"type":"divider"})]}`, "/blocks"},
		{"table in a modal", `{"type":"modal",` + title + `,"blocks":[{"type":"table"}]}`, "/blocks/0/type"},
		{"alert at home", `{"type":"home","blocks":[{"type":"alert","text":{"type":"plain_text","text":"x"}}]}`, "/blocks/0/type"},
		{"long metadata", `{"type":"home","blocks":[],"private_metadata":"~3001"}`, "/private_metadata"},
		{"long callback id", `{"type":"home","blocks":[],"callback_id":"~256"}`, "/callback_id"},
		{"long external id", `{"type":"home","blocks":[],"external_id":"~256"}`, "/external_id"},
		{"neither home nor modal", `{"type":"page","blocks":[]}`, "/type"},
		{"no type", `{"blocks":[]}`, " missing required field: type"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			var v slacksim.View
			if err := json.Unmarshal([]byte(row.spelled()), &v); err != nil {
				t.Fatal(err)
			}
			meet(t, slacksim.CheckView(v), row.place)
		})
	}
}

func TestValidate(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, what, raw, code, first string }{
		{"blocks of any surface", "blocks", `[{"type":"alert","text":{"type":"mrkdwn","text":"x"}},{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]}]`, "", ""},
		{
			"a text", "blocks", `[{"type":"section","text":{"type":"x","text":"y"}}]`, "invalid_blocks",
			`{"code":"failed_constraint","message":"unsupported type: x","pointer":"/0/text/type","constraint":{"type":"enum","expected":["plain_text","mrkdwn"]}}`,
		},
		{"not a list", "blocks", `{}`, "invalid_blocks", `{"code":"invalid_type","message":"must provide an array","pointer":""}`},
		{"a message", "message", `{"text":"x","blocks":[{"type":"divider"}],"attachments":[{"blocks":[{"type":"divider"}]}]}`, "", ""},
		{
			"a message's attachment", "message", `{"attachments":[{"blocks":[{"type":"image","image_url":"https://x"}]}]}`, "invalid_message",
			`{"code":"missing_field","message":"missing required field: alt_text","pointer":"/attachments/0/blocks/0","field":"alt_text"}`,
		},
		{"a view", "view", `{"type":"home","blocks":[]}`, "", ""},
		{"no view", "view", `[]`, "invalid_view", `{"code":"","message":"must provide an object","pointer":""}`},
		{"something else", "poem", `[]`, "invalid_arguments", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			code, problems := slacksim.Validate(row.what, []byte(row.raw))
			first := ""
			if len(problems) > 0 {
				raw, err := json.Marshal(problems[0])
				if err != nil {
					t.Fatal(err)
				}
				first = string(raw)
			}
			if code != row.code || first != row.first {
				t.Errorf("%q %s, want %q %s", code, first, row.code, row.first)
			}
		})
	}
}

func FuzzCheck(f *testing.F) {
	raw, err := os.ReadFile("gallery.json")
	if err != nil {
		f.Fatal(err)
	}
	var gallery map[string][]json.RawMessage
	if err := json.Unmarshal(raw, &gallery); err != nil {
		f.Fatal(err)
	}
	for what, all := range map[string]string{"messages": "message", "modals": "view", "homes": "view"} {
		for _, one := range gallery[what] {
			f.Add(all, []byte(one))
		}
	}
	f.Add("blocks", []byte(`[{"type":"section","accessory":{"type":"static_select","options":[{}]}},{"type":"table","rows":[[[]]]}]`))
	f.Fuzz(func(t *testing.T, what string, raw []byte) {
		code, problems := slacksim.Validate(what, raw)
		if (code == "") != (len(problems) == 0) && code != "invalid_arguments" {
			t.Errorf("code %q with %d problems", code, len(problems))
		}
	})
}
