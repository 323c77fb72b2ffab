package slacksim

import (
	"slices"
	"strconv"
)

// blockRule says where a block may stand, which fields it has, and what else must hold.
type blockRule struct {
	on    []Surface
	shape shape
	also  func(k *checker, at string, b Block)
}

var (
	everywhere  = []Surface{SurfaceMessage, SurfaceModal, SurfaceHome}
	messageOnly = []Surface{SurfaceMessage}
	modalOnly   = []Surface{SurfaceModal}
	notAtHome   = []Surface{SurfaceMessage, SurfaceModal}
)

// blockID is the field that every block may have.
var blockID = may("block_id", chars(0, 255))

// blockShape is a shape of a block.
func blockShape(fields ...field) shape { return append(shape{blockID}, fields...) }

// blockRules are the blocks by type. "call" is missing: apps only receive it.
var blockRules = map[string]blockRule{
	"section": {on: everywhere, also: (*checker).section, shape: blockShape(
		may("text", prose(3000)), may("fields", listOf(1, 10, prose(2000))),
		may("accessory", elementIn(inSection)), may("expand", flag),
	)},
	"divider": {on: everywhere, shape: blockShape()},
	"header": {on: everywhere, shape: blockShape(
		must("text", plain(150)), may("level", whole(1, 4)),
	)},
	"context": {on: everywhere, shape: blockShape(must("elements", listOf(1, 10, contextElement)))},
	"actions": {on: everywhere, shape: blockShape(must("elements", listOf(1, 25, elementIn(inActions))))},
	"context_actions": {on: messageOnly, shape: blockShape(
		must("elements", listOf(1, 5, elementIn(inContextActions))),
	)},
	"image": {on: everywhere, also: pictureSource, shape: blockShape(may("title", plain(2000))).with(pictureShape...)},
	"input": {on: everywhere, also: (*checker).input, shape: blockShape(
		must("label", plain(2000)), must("element", elementIn(inInput)), may("hint", plain(2000)),
		may("optional", flag), may("dispatch_action", flag),
	)},
	"rich_text": {on: everywhere, shape: blockShape(must("elements", listOf(0, 1000, richTextPart)))},
	"markdown": {on: messageOnly, also: (*checker).markdownSum, shape: blockShape(
		must("text", chars(1, markdownSum)),
	)},
	"alert": {on: modalOnly, shape: blockShape(
		must("text", prose(200)), may("level", oneOf("default", "info", "warning", "error", "success")),
	)},
	"video": {on: everywhere, shape: blockShape(
		must("video_url", link(3000)), must("thumbnail_url", link(3000)), must("alt_text", chars(1, 2000)),
		must("title", plain(199)), may("title_url", link(2000)), may("author_name", chars(0, 49)),
		may("provider_name", chars(0, 50)), may("provider_icon_url", link(2000)), may("description", plain(200)),
	)},
	"file": {on: messageOnly, shape: blockShape(
		must("external_id", chars(1, 255)), must("source", oneOf("remote")),
	)},

	"table": {on: messageOnly, also: (*checker).oneTable, shape: blockShape(
		must("rows", listOf(1, 100, listOf(1, 20, tableCell))), may("column_settings", listOf(0, 20, columnSetting)),
	)},
	"data_table": {on: messageOnly, also: (*checker).dataTable, shape: blockShape(
		must("caption", chars(1, 3000)), must("rows", listOf(2, 101, listOf(1, 20, dataTableCell))),
		may("page_size", whole(1, 100)), may("row_header_column_index", whole(0, 19)),
	)},
	"data_visualization": {on: messageOnly, shape: blockShape(must("title", chars(1, 50)), must("chart", chart))},

	"card":     {on: messageOnly, also: (*checker).card, shape: cardShape},
	"carousel": {on: messageOnly, shape: blockShape(must("elements", listOf(1, 10, onlyBlock("card"))))},
	"container": {on: messageOnly, also: (*checker).container, shape: blockShape(
		must("child_blocks", listOf(1, 10, child(containerHolds))), may("title", plain(150)),
		may("rich_text_title", onlyBlock("rich_text")), may("subtitle", prose(150)), may("icon", picture),
		may("width", oneOf("narrow", "standard", "wide", "full")), may("is_collapsible", flag),
		may("default_collapsed", flag), may("has_header_divider", flag),
	)},
	"layout": {on: notAtHome, shape: blockShape(
		must("label", chars(1, 150)), must("rows", listOf(1, 5, layoutRow)), may("is_label_visible", flag),
		may("grid_lines", oneOf("none", "rows", "outer")), may("fallback", fallback),
	)},
	"task_card": {on: messageOnly, shape: taskShape},
	"plan": {on: messageOnly, shape: blockShape(
		must("title", chars(1, 3000)), may("tasks", listOf(0, 50, onlyBlock("task_card"))),
	)},
}

func (k *checker) section(at string, b Block) {
	if b["text"] == nil && b["fields"] == nil {
		k.wrong(at+"/type", "must define either `text` or `fields`")
	}
}

func (k *checker) input(at string, b Block) {
	k.inputs = append(k.inputs, at+"/input")
	e, _ := b["element"].(map[string]any)
	if dispatches, _ := b["dispatch_action"].(bool); dispatches && e["type"] == "file_input" {
		k.wrong(at+"/dispatch_action", "must not be set for a file_input")
	}
}

// markdownSum bounds all markdown blocks of a message together.
func (k *checker) markdownSum(at string, b Block) {
	before := k.markdown
	k.markdown += len([]rune(text(b["text"])))
	if before > 0 && k.markdown > markdownSum {
		k.breaks(at+"/text", "max_length", markdownSum, k.markdown, "all markdown blocks together must be less than %d characters", markdownSum+1)
	}
}

// contextElement is a text or a picture.
func contextElement(k *checker, at string, v any) {
	if e, ok := v.(map[string]any); ok && e["type"] == "image" {
		picture(k, at, v)
		return
	}
	textOf(3000, "plain_text", "mrkdwn", "image")(k, at, v)
}

// pictureShape is what image blocks and image elements have in common.
var pictureShape = shape{
	must("alt_text", chars(1, 2000)), may("image_url", link(3000)), may("slack_file", slackFile),
	may("image_width", number), may("image_height", number), may("image_bytes", number),
}

// picture is a rule for an image element.
func picture(k *checker, at string, v any) {
	e, ok := k.object(at, v)
	switch {
	case !ok:
	case e["type"] != "image":
		k.unsupported(at, e, "image")
	default:
		k.fields(at, e, pictureShape)
		pictureSource(k, at, e)
	}
}

func pictureSource(k *checker, at string, b Block) {
	if (b["image_url"] == nil) == (b["slack_file"] == nil) {
		k.wrong(at, "must define either `image_url` or `slack_file`")
	}
}

func slackFile(k *checker, at string, v any) {
	f, ok := k.object(at, v)
	if !ok {
		return
	}
	k.fields(at, f, shape{may("id", chars(1, 255)), may("url", link(3000))})
	if (f["id"] == nil) == (f["url"] == nil) {
		k.wrong(at, "must define either `id` or `url`")
	}
}

// child is a rule for a block in a container or layout.
func child(holds []string) rule {
	return func(k *checker, at string, v any) {
		b, ok := k.object(at, v)
		switch {
		case !ok:
		case !slices.Contains(holds, text(b["type"])):
			k.unsupported(at, b, holds...)
		case k.depth >= 2:
			k.wrong(at, "containers and layouts may be nested two levels deep")
		default:
			k.depth++
			k.block(at, b)
			k.depth--
		}
	}
}

// onlyBlock is a rule for a block of one type in another block; the surface has already let the outer one pass.
func onlyBlock(kind string) rule {
	return func(k *checker, at string, v any) {
		b, ok := k.object(at, v)
		switch {
		case !ok:
		case b["type"] != kind:
			k.unsupported(at, b, kind)
		default:
			k.block(at, b)
		}
	}
}

// letters counts the characters that an object shows.
func letters(v any) int {
	switch v := v.(type) {
	case map[string]any:
		sum := len([]rune(text(v["text"])))
		for name, inner := range v {
			if name != "text" || sum == 0 {
				sum += letters(inner)
			}
		}
		return sum
	case []any:
		sum := 0
		for _, item := range v {
			sum += letters(item)
		}
		return sum
	}
	return 0
}

// rowsOf gives the rows of a table, and where each is.
func rowsOf(at string, b Block, each func(at string, cells []any)) {
	rows, _ := b["rows"].([]any)
	for i, row := range rows {
		if cells, ok := row.([]any); ok {
			each(at+"/rows/"+strconv.Itoa(i), cells)
		}
	}
}
