package slacksim

// cardShape is a card, alone or in a carousel.
var cardShape = blockShape(
	may("hero_image", picture), may("icon", picture), may("slack_icon", slackIcon), may("title", prose(150)),
	may("subtitle", prose(150)), may("body", prose(200)), may("subtext", prose(200)),
	may("actions", listOf(1, 3, elementIn(inCard))),
)

func slackIcon(k *checker, at string, v any) {
	objectOf(shape{must("type", oneOf("icon")), must("name", chars(1, 255))})(k, at, v)
}

func (k *checker) card(at string, b Block) {
	if b["hero_image"] == nil && b["title"] == nil && b["body"] == nil && b["actions"] == nil {
		k.wrong(at, "must define one of `hero_image`, `title`, `body` or `actions`")
	}
	if b["icon"] != nil && b["slack_icon"] != nil {
		k.wrong(at, "must define only one of `icon` and `slack_icon`")
	}
}

// containerHolds are the blocks that a container may hold.
var containerHolds = []string{
	"actions", "context", "divider", "file", "header", "image", "input", "rich_text", "section", "table", "video", "layout",
}

func (k *checker) container(at string, b Block) {
	collapsible, _ := b["is_collapsible"].(bool)
	collapsed, _ := b["default_collapsed"].(bool)
	divided, _ := b["has_header_divider"].(bool)
	if b["title"] == nil && b["rich_text_title"] == nil {
		k.wrong(at, "must define either `title` or `rich_text_title`")
	}
	if collapsed && !collapsible {
		k.wrong(at+"/default_collapsed", "must have `is_collapsible` too")
	}
	if divided && collapsible {
		k.wrong(at+"/has_header_divider", "must not be set together with `is_collapsible`")
	}
}

// plainBlocks are the blocks that old clients know; layoutHolds are those that a layout may hold.
var (
	plainBlocks = []string{"context", "divider", "header", "image", "rich_text", "section", "table", "video"}
	layoutHolds = append([]string{
		"actions", "alert", "card", "carousel", "container", "data_table", "data_visualization", "file", "input",
	}, plainBlocks...)
)

func layoutRow(k *checker, at string, v any) {
	objectOf(shape{must("items", listOf(1, 3, objectOf(shape{
		must("block", child(layoutHolds)), may("width", oneOf("narrow", "standard", "wide")),
		may("horizontal_alignment", oneOf("start", "center", "end")),
	})))})(k, at, v)
}

// fallback is shown instead of the layout, so its blocks count for themselves: they may have the same ids.
func fallback(k *checker, at string, v any) {
	alone := &checker{surface: k.surface, rules: k.rules, blockIDs: map[string]bool{}}
	listOf(0, 50, child(plainBlocks))(alone, at, v)
	k.problems = append(k.problems, alone.problems...)
}

var taskShape = blockShape(
	must("task_id", chars(1, 255)), must("title", chars(1, 3000)),
	may("status", oneOf("pending", "in_progress", "complete", "error")),
	may("details", onlyBlock("rich_text")), may("output", onlyBlock("rich_text")), may("hide_title", flag),
	may("sources", listOf(0, 100, objectOf(shape{
		must("type", oneOf("url")), must("url", link(3000)), must("text", chars(1, 3000)),
	}))),
)
