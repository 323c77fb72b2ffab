package slacksim_test

import (
	"testing"

	"steward/slacksim"
)

func TestTables(t *testing.T) {
	t.Parallel()
	const x = `{"type":"raw_text","text":"x"}`
	refuse(t, slacksim.SurfaceMessage, alone, []refusal{
		{"table", `{"type":"table","rows":[100*([` + x + `])],"column_settings":[null,{"align":"right","is_wrapped":true}]}`, ""},
		{"cells of all kinds", `{"type":"table","rows":[[` + x + `,{"type":"raw_number","value":1.5,"text":"1½"},{"type":"rich_text","elements":[]}]]}`, ""},
		{"long table", `{"type":"table","rows":[101*([` + x + `])]}`, "/0/rows"},
		{"wide table", `{"type":"table","rows":[[21*(` + x + `)]]}`, "/0/rows/0"},
		{"no rows", `{"type":"table","rows":[]}`, "/0/rows"},
		{"button in a table", `{"type":"table","rows":[[{"type":"action_cell"}]]}`, "/0/rows/0/0/type"},
		{"number that is text", `{"type":"table","rows":[[{"type":"raw_number","value":"1"}]]}`, "/0/rows/0/0/value must provide a number"},
		{"alignment", `{"type":"table","rows":[[` + x + `]],"column_settings":[{"align":"middle"}]}`, "/0/column_settings/0/align"},
		{"as much as allowed", `{"type":"table","rows":[[{"type":"raw_text","text":"~5000"},{"type":"raw_text","text":"~5000"}]]}`, ""},
		{"too much", `{"type":"table","rows":[[{"type":"raw_text","text":"~5000"},{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"~5001"}]}]}]]}`, "/0/rows"},
		{"data", `{"type":"data_table","caption":"x","rows":[101*([` + x + `,{"type":"raw_number","value":1}])],"page_size":100,"row_header_column_index":1}`, ""},
		{"data without caption", `{"type":"data_table","rows":[[` + x + `],[` + x + `]]}`, "/0 missing required field: caption"},
		{"only a header", `{"type":"data_table","caption":"x","rows":[[` + x + `]]}`, "/0/rows"},
		{"too many rows", `{"type":"data_table","caption":"x","rows":[102*([` + x + `])]}`, "/0/rows"},
		{"ragged", `{"type":"data_table","caption":"x","rows":[[` + x + `],[` + x + `,` + x + `]]}`, "/0/rows/1"},
		{"rich header", `{"type":"data_table","caption":"x","rows":[[{"type":"rich_text","elements":[]}],[` + x + `]]}`, "/0/rows/0"},
		{"page of nothing", `{"type":"data_table","caption":"x","rows":[2*([` + x + `])],"page_size":0}`, "/0/page_size"},
		{"header column", `{"type":"data_table","caption":"x","rows":[2*([` + x + `])],"row_header_column_index":1}`, "/0/row_header_column_index"},
		{"button", `{"type":"data_table","caption":"x","rows":[[` + x + `],[{"type":"action_cell","element":{"type":"button","text":{"type":"plain_text","text":"x"}},"fallback":` + x + `}]]}`, ""},
		{"menu in a cell", `{"type":"data_table","caption":"x","rows":[[` + x + `],[{"type":"action_cell","element":{"type":"users_select"}}]]}`, "/0/rows/1/0/element/type"},
	})
}

func TestCharts(t *testing.T) {
	t.Parallel()
	inside := func(c string) string { return `[{"type":"data_visualization","title":"x","chart":` + c + `}]` }
	refuse(t, slacksim.SurfaceMessage, inside, []refusal{
		{"pie", `{"type":"pie","segments":[6*({"label":"~20","value":0.5})]}`, ""},
		{"many slices", `{"type":"pie","segments":[7*({"label":"x","value":1})]}`, "/0/chart/segments"},
		{"no slice", `{"type":"pie","segments":[]}`, "/0/chart/segments"},
		{"empty slice", `{"type":"pie","segments":[{"label":"x","value":0}]}`, "/0/chart/segments/0/value"},
		{"long label", `{"type":"pie","segments":[{"label":"~21","value":1}]}`, "/0/chart/segments/0/label"},
		{"lines", `{"type":"line","series":[{"name":"~20","data":[{"label":"b","value":-1},{"label":"a","value":2}]}],"axis_config":{"categories":["a","b"],"x_label":"~50","y_label":"~50"}}`, ""},
		{"no axis", `{"type":"bar","series":[{"name":"n","data":[{"label":"a","value":1}]}]}`, "/0/chart missing required field: axis_config"},
		{"point missing", `{"type":"bar","series":[{"name":"n","data":[{"label":"a","value":1}]}],"axis_config":{"categories":["a","b"]}}`, "/0/chart/series/0/data"},
		{"point twice", `{"type":"bar","series":[{"name":"n","data":[2*({"label":"a","value":1})]}],"axis_config":{"categories":["a","b"]}}`, "/0/chart/series/0/data"},
		{"category twice", `{"type":"bar","series":[{"name":"n","data":[2*({"label":"a","value":1})]}],"axis_config":{"categories":["a","a"]}}`, "/0/chart/axis_config/categories"},
		{"name twice", `{"type":"area","series":[2*({"name":"n","data":[{"label":"a","value":1}]})],"axis_config":{"categories":["a"]}}`, "/0/chart/series"},
		{"many series", `{"type":"area","series":[{"name":"1","data":[{"label":"a","value":1}]},{"name":"2","data":[{"label":"a","value":1}]},{"name":"3","data":[{"label":"a","value":1}]},{"name":"4","data":[{"label":"a","value":1}]},{"name":"5","data":[{"label":"a","value":1}]},{"name":"6","data":[{"label":"a","value":1}]},{"name":"7","data":[{"label":"a","value":1}]}],"axis_config":{"categories":["a"]}}`, "/0/chart/series"},
		{"long axis", `{"type":"line","series":[{"name":"n","data":[{"label":"a","value":1}]}],"axis_config":{"categories":["a"],"y_label":"~51"}}`, "/0/chart/axis_config/y_label"},
		{"unknown", `{"type":"scatter"}`, "/0/chart/type"},
		{"none", `{}`, "/0/chart missing required field: type"},
	})
	refuse(t, slacksim.SurfaceMessage, alone, []refusal{
		{"long title", `{"type":"data_visualization","title":"~51","chart":{"type":"pie","segments":[{"label":"x","value":1}]}}`, "/0/title"},
	})
}

func TestCardsContainersAndTasks(t *testing.T) {
	t.Parallel()
	const text = `{"type":"mrkdwn","text":"x"}`
	const plain = `{"type":"plain_text","text":"x"}`
	const divider = `{"type":"divider"}`
	refuse(t, slacksim.SurfaceMessage, alone, []refusal{
		{"card", `{"type":"card","title":{"type":"mrkdwn","text":"~150"},"subtitle":{"type":"mrkdwn","text":"~150"},"body":{"type":"mrkdwn","text":"~200"},"subtext":{"type":"mrkdwn","text":"~200"},"slack_icon":{"type":"icon","name":"rocket"},"actions":[3*({"type":"button","text":` + plain + `})]}`, ""},
		{"empty card", `{"type":"card","subtitle":` + text + `}`, "/0"},
		{"long body", `{"type":"card","body":{"type":"mrkdwn","text":"~201"}}`, "/0/body/text"},
		{"four buttons", `{"type":"card","actions":[4*({"type":"button","text":` + plain + `})]}`, "/0/actions"},
		{"menu on a card", `{"type":"card","actions":[{"type":"users_select"}]}`, "/0/actions/0/type"},
		{"two icons", `{"type":"card","title":` + text + `,"icon":{"type":"image","image_url":"https://x","alt_text":"x"},"slack_icon":{"type":"icon","name":"x"}}`, "/0"},
		{"icon without name", `{"type":"card","title":` + text + `,"slack_icon":{"type":"icon"}}`, "/0/slack_icon missing required field: name"},
		{"carousel", `{"type":"carousel","elements":[10*({"type":"card","title":{"type":"mrkdwn","text":"x"}})]}`, ""},
		{"long carousel", `{"type":"carousel","elements":[11*({"type":"card","title":{"type":"mrkdwn","text":"x"}})]}`, "/0/elements"},
		{"carousel of others", `{"type":"carousel","elements":[` + divider + `]}`, "/0/elements/0/type"},
		{"container", `{"type":"container","title":` + plain + `,"subtitle":` + text + `,"width":"full","is_collapsible":true,"default_collapsed":true,"child_blocks":[10*({"type":"divider"})]}`, ""},
		{"nameless container", `{"type":"container","child_blocks":[` + divider + `]}`, "/0"},
		{"full container", `{"type":"container","title":` + plain + `,"child_blocks":[11*({"type":"divider"})]}`, "/0/child_blocks"},
		{"container in a container", `{"type":"container","title":` + plain + `,"child_blocks":[{"type":"container"}]}`, "/0/child_blocks/0/type"},
		{"wrong child", `{"type":"container","title":` + plain + `,"child_blocks":[{"type":"header"}]}`, "/0/child_blocks/0 missing required field: text"},
		{"collapsed but not collapsible", `{"type":"container","title":` + plain + `,"default_collapsed":true,"child_blocks":[` + divider + `]}`, "/0/default_collapsed"},
		{"divided and collapsible", `{"type":"container","title":` + plain + `,"is_collapsible":true,"has_header_divider":true,"child_blocks":[` + divider + `]}`, "/0/has_header_divider"},
		{"block id in a container", `{"type":"container","block_id":"b","title":` + plain + `,"child_blocks":[{"type":"divider","block_id":"b"}]}`, "/0/child_blocks/0/block_id"},
		{"layout", `{"type":"layout","label":"~150","is_label_visible":true,"grid_lines":"rows","rows":[5*({"items":[3*({"block":{"type":"divider"},"width":"wide","horizontal_alignment":"end"})]})],"fallback":[` + divider + `]}`, ""},
		{"layout without label", `{"type":"layout","rows":[{"items":[{"block":` + divider + `}]}]}`, "/0 missing required field: label"},
		{"markdown in a layout", `{"type":"layout","label":"x","rows":[{"items":[{"block":{"type":"markdown","text":"x"}}]}]}`, "/0/rows/0/items/0/block/type"},
		{"crowded row", `{"type":"layout","label":"x","rows":[{"items":[4*({"block":{"type":"divider"}})]}]}`, "/0/rows/0/items"},
		{"many rows", `{"type":"layout","label":"x","rows":[6*({"items":[{"block":{"type":"divider"}}]})]}`, "/0/rows"},
		{"three levels", `{"type":"layout","label":"x","rows":[{"items":[{"block":{"type":"container","title":` + plain + `,"child_blocks":[{"type":"layout","label":"y","rows":[{"items":[{"block":` + divider + `}]}]}]}}]}]}`, "/0/rows/0/items/0/block/child_blocks/0/rows/0/items/0/block"},
		{"modern fallback", `{"type":"layout","label":"x","rows":[{"items":[{"block":` + divider + `}]}],"fallback":[{"type":"actions"}]}`, "/0/fallback/0/type"},
		{"task", `{"type":"task_card","task_id":"1","title":"x","status":"complete","details":{"type":"rich_text","elements":[]},"sources":[{"type":"url","url":"https://x","text":"x"}],"hide_title":true}`, ""},
		{"task of no status", `{"type":"task_card","task_id":"1","title":"x","status":"late"}`, "/0/status"},
		{"task without title", `{"type":"task_card","task_id":"1"}`, "/0"},
		{"details in mrkdwn", `{"type":"task_card","task_id":"1","title":"x","details":` + text + `}`, "/0/details/type"},
		{"plan", `{"type":"plan","title":"x","tasks":[50*({"type":"task_card","task_id":"1","title":"x"})]}`, ""},
		{"plan of others", `{"type":"plan","title":"x","tasks":[` + divider + `]}`, "/0/tasks/0/type"},
	})
	refuse(t, slacksim.SurfaceModal, alone, []refusal{
		{"layout in a modal", `{"type":"layout","label":"x","rows":[{"items":[{"block":` + divider + `}]}]}`, ""},
		{"alert", `{"type":"alert","text":{"type":"mrkdwn","text":"~200"},"level":"success"}`, ""},
		{"long alert", `{"type":"alert","text":{"type":"mrkdwn","text":"~201"}}`, "/0/text/text"},
		{"alert of no level", `{"type":"alert","text":` + text + `,"level":"fatal"}`, "/0/level"},
		{"chart in a modal", `{"type":"data_visualization"}`, "/0/type"},
		{"card in a layout in a modal", `{"type":"layout","label":"x","rows":[{"items":[{"block":{"type":"card","title":` + text + `}}]}]}`, "/0/rows/0/items/0/block/type"},
	})
}
