package slacksim_test

import (
	"testing"

	"steward/slacksim"
)

func TestButtonsAndMenus(t *testing.T) {
	t.Parallel()
	const text = `"text":{"type":"plain_text","text":"x"}`
	const one = `{"text":{"type":"plain_text","text":"x"},"value":"1"}`
	refuse(t, slacksim.SurfaceMessage, accessory, []refusal{
		{"button", `{"type":"button","text":{"type":"plain_text","text":"~75"},"value":"~2000","url":"~3000","style":"danger","accessibility_label":"~75","action_id":"~255"}`, ""},
		{"long button", `{"type":"button","text":{"type":"plain_text","text":"~76"}}`, "/0/accessory/text/text"},
		{"long value", `{"type":"button",` + text + `,"value":"~2001"}`, "/0/accessory/value"},
		{"long address", `{"type":"button",` + text + `,"url":"~3001"}`, "/0/accessory/url"},
		{"long action id", `{"type":"button",` + text + `,"action_id":"~256"}`, "/0/accessory/action_id"},
		{"long spoken label", `{"type":"button",` + text + `,"accessibility_label":"~76"}`, "/0/accessory/accessibility_label"},
		{"style", `{"type":"button",` + text + `,"style":"red"}`, "/0/accessory/style must be a valid enum value"},
		{"disabled", `{"type":"button",` + text + `,"disabled":true}`, "/0/accessory invalid additional property: disabled"},
		{"confirm", `{"type":"button",` + text + `,"confirm":{"title":{"type":"plain_text","text":"~100"},"text":{"type":"mrkdwn","text":"~300"},"confirm":{"type":"plain_text","text":"~30"},"deny":{"type":"plain_text","text":"~30"},"style":"danger"}}`, ""},
		{"confirm without text", `{"type":"button",` + text + `,"confirm":{}}`, "/0/accessory/confirm missing required field: text"},
		{"long confirm", `{"type":"button",` + text + `,"confirm":{` + text + `,"deny":{"type":"plain_text","text":"~31"}}}`, "/0/accessory/confirm/deny/text"},
		{"workflow button", `{"type":"workflow_button",` + text + `,"workflow":{"trigger":{"url":"https://x","customizable_input_parameters":[{"name":"a","value":"b"}]}}}`, ""},
		{"workflow without trigger", `{"type":"workflow_button",` + text + `,"workflow":{}}`, "/0/accessory/workflow"},
		{"overflow", `{"type":"overflow","options":[5*({"text":{"type":"plain_text","text":"x"},"value":"1","url":"https://x"})]}`, ""},
		{"long overflow", `{"type":"overflow","options":[6*(` + one + `)]}`, "/0/accessory/options"},
		{"option without value", `{"type":"overflow","options":[{` + text + `}]}`, "/0/accessory/options/0 missing required field: value"},
		{"long option", `{"type":"overflow","options":[{"text":{"type":"plain_text","text":"~76"},"value":"1"}]}`, "/0/accessory/options/0/text/text"},
		{"long option value", `{"type":"overflow","options":[{` + text + `,"value":"~151"}]}`, "/0/accessory/options/0/value"},
		{"long description", `{"type":"overflow","options":[{` + text + `,"value":"1","description":{"type":"plain_text","text":"~76"}}]}`, "/0/accessory/options/0/description/text"},
		{"picture", `{"type":"image","image_url":"https://x","alt_text":"x"}`, ""},
		{"select", `{"type":"static_select","options":[100*(` + one + `)],"placeholder":{"type":"plain_text","text":"~150"},"initial_option":` + one + `,"focus_on_load":true}`, ""},
		{"long placeholder", `{"type":"static_select","options":[` + one + `],"placeholder":{"type":"plain_text","text":"~151"}}`, "/0/accessory/placeholder/text"},
		{"select without any", `{"type":"static_select"}`, "/0/accessory must define either `options` or `option_groups`"},
		{"select of both", `{"type":"static_select","options":[` + one + `],"option_groups":[{"label":{"type":"plain_text","text":"x"},"options":[` + one + `]}]}`, "/0/accessory"},
		{"long select", `{"type":"static_select","options":[101*(` + one + `)]}`, "/0/accessory/options"},
		{"link in a select", `{"type":"static_select","options":[{` + text + `,"value":"1","url":"https://x"}]}`, "/0/accessory/options/0"},
		{"groups", `{"type":"multi_static_select","option_groups":[{"label":{"type":"plain_text","text":"~75"},"options":[` + one + `]}],"initial_options":[` + one + `],"max_selected_items":1}`, ""},
		{"empty group", `{"type":"static_select","option_groups":[{"label":{"type":"plain_text","text":"x"},"options":[]}]}`, "/0/accessory/option_groups/0/options"},
		{"long group label", `{"type":"static_select","option_groups":[{"label":{"type":"plain_text","text":"~76"},"options":[` + one + `]}]}`, "/0/accessory/option_groups/0/label/text"},
		{"none selected", `{"type":"multi_users_select","max_selected_items":0}`, "/0/accessory/max_selected_items"},
		{"initial from nowhere", `{"type":"static_select","options":[` + one + `],"initial_option":{` + text + `,"value":"2"}}`, "/0/accessory/initial_option must be one of the options"},
		{"initial of another text", `{"type":"static_select","options":[` + one + `],"initial_option":{"text":{"type":"plain_text","text":"y"},"value":"1"}}`, "/0/accessory/initial_option"},
		{"external", `{"type":"external_select","min_query_length":0}`, ""},
		{"conversations", `{"type":"conversations_select","filter":{"include":["im","mpim","private","public"],"exclude_bot_users":true},"default_to_current_conversation":true}`, ""},
		{"filter of nothing", `{"type":"conversations_select","filter":{"include":[]}}`, "/0/accessory/filter/include"},
		{"empty filter", `{"type":"conversations_select","filter":{}}`, "/0/accessory/filter"},
		{"unknown kind of channel", `{"type":"conversations_select","filter":{"include":["shared"]}}`, "/0/accessory/filter/include/0"},
		{"radio", `{"type":"radio_buttons","options":[{"text":{"type":"mrkdwn","text":"*x*"},"value":"1","description":{"type":"mrkdwn","text":"~75"}}]}`, ""},
		{"long radio", `{"type":"radio_buttons","options":[11*(` + one + `)]}`, "/0/accessory/options"},
		{"check boxes", `{"type":"checkboxes","options":[` + one + `],"initial_options":[` + one + `]}`, ""},
		{"nothing to check", `{"type":"checkboxes","options":[]}`, "/0/accessory/options"},
		{"text input here", `{"type":"plain_text_input"}`, "/0/accessory/type unsupported type: plain_text_input"},
		{"no type", `{}`, "/0/accessory missing required field: type"},
		{"date", `{"type":"datepicker","initial_date":"2026-11-22"}`, ""},
		{"wrong date", `{"type":"datepicker","initial_date":"22.11.2026"}`, "/0/accessory/initial_date"},
		{"no such date", `{"type":"datepicker","initial_date":"2026-02-30"}`, "/0/accessory/initial_date"},
		{"time", `{"type":"timepicker","initial_time":"09:30","timezone":"Asia/Shanghai"}`, ""},
		{"wrong time", `{"type":"timepicker","initial_time":"9:30"}`, "/0/accessory/initial_time"},
		{"no such zone", `{"type":"timepicker","timezone":"Moon/Base"}`, "/0/accessory/timezone"},
	})
}

func TestInputs(t *testing.T) {
	t.Parallel()
	refuse(t, slacksim.SurfaceModal, labelled, []refusal{
		{"text", `{"type":"plain_text_input","multiline":true,"min_length":0,"max_length":3000,"initial_value":"~3000","dispatch_action_config":{"trigger_actions_on":["on_enter_pressed","on_character_entered"]}}`, ""},
		{"long text", `{"type":"plain_text_input","max_length":3001}`, "/0/element/max_length"},
		{"no text", `{"type":"plain_text_input","max_length":0}`, "/0/element/max_length"},
		{"negative", `{"type":"plain_text_input","min_length":-1}`, "/0/element/min_length"},
		{"upside down", `{"type":"plain_text_input","min_length":5,"max_length":4}`, "/0/element/min_length"},
		{"half a character", `{"type":"plain_text_input","max_length":1.5}`, "/0/element/max_length must provide an integer"},
		{"no trigger", `{"type":"plain_text_input","dispatch_action_config":{"trigger_actions_on":[]}}`, "/0/element/dispatch_action_config/trigger_actions_on"},
		{"unknown trigger", `{"type":"plain_text_input","dispatch_action_config":{"trigger_actions_on":["on_blur"]}}`, "/0/element/dispatch_action_config/trigger_actions_on/0"},
		{"number", `{"type":"number_input","is_decimal_allowed":false,"min_value":"1","max_value":"2","initial_value":"1"}`, ""},
		{"number of no kind", `{"type":"number_input"}`, "/0/element missing required field: is_decimal_allowed"},
		{"number that is one", `{"type":"number_input","is_decimal_allowed":true,"min_value":1}`, "/0/element/min_value must provide a string"},
		{"number that is none", `{"type":"number_input","is_decimal_allowed":true,"min_value":"x"}`, "/0/element/min_value"},
		{"numbers upside down", `{"type":"number_input","is_decimal_allowed":true,"min_value":"2","max_value":"1"}`, "/0/element/min_value"},
		{"email", `{"type":"email_text_input","initial_value":"a@b.c"}`, ""},
		{"address", `{"type":"url_text_input","multiline":true}`, "/0/element invalid additional property: multiline"},
		{"moment", `{"type":"datetimepicker","initial_date_time":1700000000}`, ""},
		{"moment in milliseconds", `{"type":"datetimepicker","initial_date_time":1700000000000}`, "/0/element/initial_date_time"},
		{"rich text", `{"type":"rich_text_input","min_lines":1,"max_lines":100,"initial_value":{"type":"rich_text","elements":[]}}`, ""},
		{"many lines", `{"type":"rich_text_input","max_lines":101}`, "/0/element/max_lines"},
		{"rich text of text", `{"type":"rich_text_input","initial_value":"x"}`, "/0/element/initial_value"},
		{"files", `{"type":"file_input","filetypes":["png"],"max_files":10}`, ""},
		{"no files", `{"type":"file_input","max_files":0}`, "/0/element/max_files"},
		{"many files", `{"type":"file_input","max_files":11}`, "/0/element/max_files"},
	})
	refuse(t, slacksim.SurfaceModal, alone, []refusal{
		{"file that dispatches", `{"type":"input","dispatch_action":true,"label":{"type":"plain_text","text":"x"},"element":{"type":"file_input"}}`, "/0/dispatch_action"},
	})
	refuse(t, slacksim.SurfaceMessage, labelled, []refusal{
		{"number in a message", `{"type":"number_input","is_decimal_allowed":true}`, "/0/element/type"},
		{"file in a message", `{"type":"file_input"}`, "/0/element/type"},
		{"rich text in a message", `{"type":"rich_text_input"}`, "/0/element/type"},
	})
	refuse(t, slacksim.SurfaceHome, labelled, []refusal{
		{"rich text at home", `{"type":"rich_text_input"}`, ""},
		{"address at home", `{"type":"url_text_input"}`, "/0/element/type"},
	})
}

func TestFeedback(t *testing.T) {
	t.Parallel()
	const up = `{"text":{"type":"plain_text","text":"~75"},"value":"~2000","accessibility_label":"~75"}`
	inside := func(e string) string { return `[{"type":"context_actions","elements":[` + e + `]}]` }
	refuse(t, slacksim.SurfaceMessage, inside, []refusal{
		{"thumbs", `{"type":"feedback_buttons","positive_button":` + up + `,"negative_button":` + up + `}`, ""},
		{"one thumb", `{"type":"feedback_buttons","positive_button":` + up + `}`, "/0/elements/0 missing required field: negative_button"},
		{"long thumb", `{"type":"feedback_buttons","positive_button":` + up + `,"negative_button":{"text":{"type":"plain_text","text":"~76"},"value":"x"}}`, "/0/elements/0/negative_button/text/text"},
		{"bin", `{"type":"icon_button","icon":"trash","text":{"type":"plain_text","text":"x"},"visible_to_user_ids":[10*("U1")]}`, ""},
		{"other icon", `{"type":"icon_button","icon":"rocket","text":{"type":"plain_text","text":"x"}}`, "/0/elements/0/icon"},
		{"seen by too many", `{"type":"icon_button","icon":"trash","text":{"type":"plain_text","text":"x"},"visible_to_user_ids":[11*("U1")]}`, "/0/elements/0/visible_to_user_ids"},
		{"button", `{"type":"button","text":{"type":"plain_text","text":"x"}}`, "/0/elements/0/type"},
		{"six", `6*({"type":"icon_button","icon":"trash","text":{"type":"plain_text","text":"x"}})`, "/0/elements"},
	})
}
