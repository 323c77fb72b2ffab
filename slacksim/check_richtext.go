package slacksim

import (
	"maps"
	"regexp"
	"slices"
)

// styles are the marks of a rich text.
var styles = may("style", objectOf(shape{
	may("bold", flag), may("italic", flag), may("strike", flag), may("code", flag), may("underline", flag),
	may("highlight", flag), may("client_highlight", flag), may("unlink", flag),
}))

// inlineShapes are the pieces of rich text by type. A nil shape is a piece of a newer kind, whose fields are not published.
var inlineShapes = map[string]shape{
	"text": {must("text", chars(1, 40_000)), styles},
	"link": {
		must("url", chars(1, 3000)), may("text", chars(0, 40_000)), may("unsafe", flag), may("from_llm", flag),
		may("is_slack_url", flag), may("truncated", flag), styles,
	},
	"user":      {must("user_id", chars(1, 255)), may("from_llm", flag), styles},
	"usergroup": {must("usergroup_id", chars(1, 255)), styles},
	"channel":   {must("channel_id", chars(1, 255)), may("tab_id", chars(0, 255)), may("from_llm", flag), styles},
	"team":      {must("team_id", chars(1, 255)), styles},
	"broadcast": {must("range", oneOf("here", "channel", "everyone")), styles},
	"color":     {must("value", colour), styles},
	"emoji": {
		must("name", chars(1, 255)), may("skin_tone", whole(1, 6)), may("unicode", chars(0, 255)),
		may("url", chars(0, 3000)), styles,
	},
	"date": {
		must("timestamp", number), must("format", chars(1, 255)), may("timezone", chars(0, 255)),
		may("url", chars(0, 3000)), may("fallback", chars(0, 3000)), styles,
	},
	"attachment_mention": nil, "canvas": nil, "canvas_message_unfurl": nil, "canvas_user_mention": nil, "citation": nil,
	"file": nil, "list_record": nil, "message_mention": nil, "salesforce_data_field": nil, "tag": nil,
	"work_object_mention": nil, "workflow_mention": nil,
}

var hexColour = regexp.MustCompile(`^#[0-9a-fA-F]{3,8}$`)

func colour(k *checker, at string, v any) {
	if !hexColour.MatchString(text(v)) {
		k.breaks(at, "pattern", hexColour.String(), v, "must match pattern: %s", hexColour)
	}
}

func inline(k *checker, at string, v any) {
	e, ok := k.object(at, v)
	if !ok {
		return
	}
	s, known := inlineShapes[text(e["type"])]
	switch {
	case !known:
		k.unsupported(at, e, slices.Sorted(maps.Keys(inlineShapes))...)
	case s != nil:
		k.fields(at, e, s)
	}
}

var (
	inlines = must("elements", listOf(0, 1000, inline))
	border  = may("border", whole(0, 1))
)

// partShapes are the parts of a rich text by type; lists hold sections.
var partShapes = map[string]shape{
	"rich_text_section":      {inlines},
	"rich_text_quote":        {inlines, border},
	"rich_text_preformatted": {inlines, border, may("language", chars(0, 255))},
	"rich_text_list": {
		must("style", oneOf("bullet", "ordered")), must("elements", listOf(0, 1000, richTextSection)),
		may("indent", whole(0, 8)), may("offset", whole(0, 1_000_000)), border,
	},
}

func richTextSection(k *checker, at string, v any) {
	e, ok := k.object(at, v)
	switch {
	case !ok:
	case e["type"] != "rich_text_section":
		k.unsupported(at, e, "rich_text_section")
	default:
		k.fields(at, e, shape{inlines})
	}
}

func richTextPart(k *checker, at string, v any) {
	e, ok := k.object(at, v)
	if !ok {
		return
	}
	s, known := partShapes[text(e["type"])]
	if !known {
		k.unsupported(at, e, slices.Sorted(maps.Keys(partShapes))...)
		return
	}
	k.fields(at, e, s)
}
