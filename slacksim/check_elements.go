package slacksim

import "slices"

// holder is a block, or part of one, that holds elements.
type holder string

const (
	inSection        holder = "section"
	inActions        holder = "actions"
	inInput          holder = "input"
	inContextActions holder = "context_actions"
	inCard           holder = "card"
	inCell           holder = "action_cell"
)

// elementRule says where an element may be, which fields it has, and what else must hold.
type elementRule struct {
	in    []holder
	on    []Surface // everywhere when empty
	shape shape
	also  func(k *checker, at string, e Block)
}

var (
	inAll     = []holder{inSection, inActions, inInput}
	pressable = []holder{inSection, inActions}
	writable  = []holder{inInput}
)

// What many elements have.
var (
	actionID    = may("action_id", chars(0, 255))
	confirm     = may("confirm", confirmation)
	focus       = may("focus_on_load", flag)
	placeholder = may("placeholder", plain(150))
	mostItems   = may("max_selected_items", whole(1, 1000))
	style       = may("style", oneOf("primary", "danger"))
	spoken      = may("accessibility_label", chars(0, 75))
	someID      = chars(1, 255)
	someIDs     = listOf(0, 1000, someID)
)

// chooser is the shape of something chosen from a list.
func chooser(fields ...field) shape {
	return append(shape{actionID, confirm, focus, placeholder}, fields...)
}

// elementRules are the elements by type.
var elementRules = map[string]elementRule{
	"button": {in: append([]holder{inCard, inCell}, pressable...), shape: shape{
		actionID, must("text", plain(75)), may("value", chars(0, 2000)), may("url", chars(0, 3000)), style, spoken, confirm,
	}},
	"workflow_button": {in: pressable, shape: shape{
		actionID, must("text", plain(75)), must("workflow", objectOf(shape{must("trigger", workflowTrigger)})), style, spoken, confirm,
	}},
	"overflow": {in: pressable, shape: shape{actionID, must("options", listOf(1, 5, option(true))), confirm}},
	"image":    {in: []holder{inSection}, shape: pictureShape, also: pictureSource},
	"feedback_buttons": {in: []holder{inContextActions}, shape: shape{
		actionID, must("positive_button", feedbackButton), must("negative_button", feedbackButton),
	}},
	"icon_button": {in: []holder{inContextActions}, shape: shape{
		actionID, must("icon", oneOf("trash")), must("text", plain(75)), may("value", chars(0, 2000)), spoken, confirm,
		may("visible_to_user_ids", listOf(0, 10, someID)),
	}},

	"static_select": {in: inAll, also: (*checker).optionsOrGroups, shape: chooser(
		may("options", options), may("option_groups", groups), may("initial_option", option(false)),
	)},
	"multi_static_select": {in: inAll, also: (*checker).optionsOrGroups, shape: chooser(
		may("options", options), may("option_groups", groups), may("initial_options", listOf(0, 100, option(false))), mostItems,
	)},
	"external_select": {in: inAll, shape: chooser(
		may("initial_option", option(false)), may("min_query_length", whole(0, 1000)),
	)},
	"multi_external_select": {in: inAll, shape: chooser(
		may("initial_options", listOf(0, 100, option(false))), may("min_query_length", whole(0, 1000)), mostItems,
	)},
	"users_select":          {in: inAll, shape: chooser(may("initial_user", someID))},
	"multi_users_select":    {in: inAll, shape: chooser(may("initial_users", someIDs), mostItems)},
	"channels_select":       {in: inAll, shape: chooser(may("initial_channel", someID), may("response_url_enabled", flag))},
	"multi_channels_select": {in: inAll, shape: chooser(may("initial_channels", someIDs), mostItems)},
	"conversations_select": {in: inAll, shape: chooser(
		may("initial_conversation", someID), may("default_to_current_conversation", flag), may("filter", filter),
		may("response_url_enabled", flag),
	)},
	"multi_conversations_select": {in: inAll, shape: chooser(
		may("initial_conversations", someIDs), may("default_to_current_conversation", flag), may("filter", filter), mostItems,
	)},
	"radio_buttons": {in: inAll, also: (*checker).initial, shape: shape{
		actionID, must("options", listOf(1, 10, markedOption)), may("initial_option", markedOption), confirm, focus,
	}},
	"checkboxes": {in: inAll, also: (*checker).initial, shape: shape{
		actionID, must("options", listOf(1, 10, markedOption)), may("initial_options", listOf(1, 10, markedOption)), confirm, focus,
	}},

	"datepicker":       {in: inAll, shape: chooser(may("initial_date", dayText))},
	"timepicker":       {in: inAll, shape: chooser(may("initial_time", timeOfDay), may("timezone", zone))},
	"datetimepicker":   {in: []holder{inActions, inInput}, shape: shape{actionID, may("initial_date_time", moment), confirm, focus}},
	"plain_text_input": {in: writable, shape: textShape, also: (*checker).textBounds},
	"email_text_input": {in: writable, on: modalOnly, shape: lineShape},
	"url_text_input":   {in: writable, on: modalOnly, shape: lineShape},
	"number_input":     {in: writable, on: modalOnly, shape: numberShape, also: (*checker).numberBounds},
	"rich_text_input": {
		in: []holder{inInput, inActions}, on: []Surface{SurfaceModal, SurfaceHome}, shape: richInputShape,
		also: (*checker).lineBounds,
	},
	"file_input": {in: writable, on: modalOnly, shape: shape{
		actionID, may("filetypes", listOf(0, 100, chars(1, 255))), may("max_files", whole(1, 10)),
	}},
}

// elementIn is a rule for an element in that holder.
func elementIn(in holder) rule {
	return func(k *checker, at string, v any) {
		e, ok := k.object(at, v)
		if !ok {
			return
		}
		r, known := elementRules[text(e["type"])]
		switch {
		case e["type"] == nil:
			k.missing(at, "type")
		case !known || !slices.Contains(r.in, in) || k.surface != surfaceAny && r.on != nil && !slices.Contains(r.on, k.surface):
			k.unsupported(at, e)
		default:
			k.fields(at, e, r.shape)
			if r.also != nil {
				r.also(k, at, e)
			}
		}
	}
}

var confirmShape = shape{
	may("title", plain(100)), must("text", prose(300)), may("confirm", plain(30)), may("deny", plain(30)), style,
}

func confirmation(k *checker, at string, v any) { objectOf(confirmShape)(k, at, v) }

func workflowTrigger(k *checker, at string, v any) {
	objectOf(shape{must("url", link(3000)), may("customizable_input_parameters", listOf(0, 100, objectOf(shape{
		must("name", chars(1, 255)), must("value", chars(0, 3000)),
	})))})(k, at, v)
}

func feedbackButton(k *checker, at string, v any) {
	objectOf(shape{must("text", plain(75)), must("value", chars(0, 2000)), spoken})(k, at, v)
}

var (
	options = listOf(1, 100, option(false))
	groups  = listOf(1, 100, objectOf(shape{must("label", plain(75)), must("options", listOf(1, 100, option(false)))}))
)

// option is a rule for an option of a menu; those of an overflow may lead somewhere.
func option(mayLead bool) rule {
	s := shape{must("text", plain(75)), must("value", chars(1, 150)), may("description", plain(75))}
	if mayLead {
		s = s.with(may("url", chars(0, 3000)))
	}
	return objectOf(s)
}

// markedOption is an option of radio buttons and check boxes, whose texts may be mrkdwn.
func markedOption(k *checker, at string, v any) {
	objectOf(shape{must("text", prose(75)), must("value", chars(1, 150)), may("description", prose(75))})(k, at, v)
}

// filter says which conversations a menu offers.
func filter(k *checker, at string, v any) {
	objectOf(shape{
		may("include", listOf(1, 4, oneOf("im", "mpim", "private", "public"))),
		may("exclude_external_shared_channels", flag), may("exclude_bot_users", flag),
	})(k, at, v)
	if f, ok := v.(map[string]any); ok && len(f) == 0 {
		k.wrong(at, "must define at least one field")
	}
}

func (k *checker) optionsOrGroups(at string, e Block) {
	if (e["options"] == nil) == (e["option_groups"] == nil) {
		k.wrong(at, "must define either `options` or `option_groups`")
	}
	k.initial(at, e)
}

// initial options equal one that is offered.
func (k *checker) initial(at string, e Block) {
	offered := optionsOf(e)
	same := func(p Block) bool {
		return slices.ContainsFunc(offered, func(o Block) bool {
			return o["value"] == p["value"] && sameText(o["text"], p["text"])
		})
	}
	if p, ok := e["initial_option"].(map[string]any); ok && !same(p) {
		k.wrong(at+"/initial_option", "must be one of the options")
	}
	for _, p := range blocksIn(e["initial_options"]) {
		if !same(p) {
			k.wrong(at+"/initial_options", "must be one of the options")
		}
	}
}

func sameText(a, b any) bool {
	x, _ := a.(map[string]any)
	y, _ := b.(map[string]any)
	return x["type"] == y["type"] && x["text"] == y["text"]
}
