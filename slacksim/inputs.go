package slacksim

import (
	"fmt"
	"iter"
	"slices"
)

// input says how an element holds its value.
type input struct {
	field     string // in actions[] and state.values
	initial   string // in the element as the app sent it
	many      bool
	stateless bool // never part of the state
}

// inputs are the elements with a value, by type.
var inputs = map[string]input{
	"static_select":              {field: "selected_option", initial: "initial_option"},
	"external_select":            {field: "selected_option", initial: "initial_option"},
	"radio_buttons":              {field: "selected_option", initial: "initial_option"},
	"overflow":                   {field: "selected_option", stateless: true},
	"multi_static_select":        {field: "selected_options", initial: "initial_options", many: true},
	"multi_external_select":      {field: "selected_options", initial: "initial_options", many: true},
	"checkboxes":                 {field: "selected_options", initial: "initial_options", many: true},
	"users_select":               {field: "selected_user", initial: "initial_user"},
	"conversations_select":       {field: "selected_conversation", initial: "initial_conversation"},
	"channels_select":            {field: "selected_channel", initial: "initial_channel"},
	"multi_users_select":         {field: "selected_users", initial: "initial_users", many: true},
	"multi_conversations_select": {field: "selected_conversations", initial: "initial_conversations", many: true},
	"multi_channels_select":      {field: "selected_channels", initial: "initial_channels", many: true},
	"datepicker":                 {field: "selected_date", initial: "initial_date"},
	"timepicker":                 {field: "selected_time", initial: "initial_time"},
	"datetimepicker":             {field: "selected_date_time", initial: "initial_date_time"},
	"plain_text_input":           {field: "value", initial: "initial_value"},
	"number_input":               {field: "value", initial: "initial_value"},
	"email_text_input":           {field: "value", initial: "initial_value"},
	"url_text_input":             {field: "value", initial: "initial_value"},
	"rich_text_input":            {field: "rich_text_value", initial: "initial_value"},
	"file_input":                 {field: "files", many: true},
	"feedback_buttons":           {field: "value", stateless: true},
}

// allowed refuses an option that the element does not offer.
func (k input) allowed(e Block, value any) error {
	if e["type"] == "feedback_buttons" && thumb(e, value) == nil {
		return fmt.Errorf("there is no button with value %q", text(value))
	}
	offered := optionsOf(e)
	if len(offered) == 0 || value == nil {
		return nil
	}
	picked := []any{value}
	if k.many {
		picked, _ = value.([]any)
	}
	for _, v := range picked {
		option, _ := v.(map[string]any)
		if !slices.ContainsFunc(offered, func(o Block) bool { return text(o["value"]) == text(option["value"]) }) {
			return fmt.Errorf("there is no option with value %q", text(option["value"]))
		}
	}
	return nil
}

// thumb is the one of two feedback buttons that has the value.
func thumb(e Block, value any) Block {
	for _, name := range []string{"positive_button", "negative_button"} {
		if b, ok := e[name].(map[string]any); ok && b["value"] == value {
			return b
		}
	}
	return nil
}

// optionsOf lists the options of an element, those in groups too.
func optionsOf(e Block) []Block {
	all := blocksIn(e["options"])
	for _, group := range blocksIn(e["option_groups"]) {
		all = append(all, blocksIn(group["options"])...)
	}
	return all
}

// blocksIn gives the JSON objects of a JSON array.
func blocksIn(v any) []Block {
	if list, ok := v.([]Block); ok {
		return list
	}
	items, _ := v.([]any)
	var found []Block
	for _, item := range items {
		if b, ok := item.(map[string]any); ok {
			found = append(found, b)
		}
	}
	return found
}

// elementsOf lists the interactive elements of a block.
func elementsOf(b Block) []Block {
	switch b["type"] {
	case "section":
		if e, ok := b["accessory"].(map[string]any); ok {
			return []Block{e}
		}
	case "input":
		if e, ok := b["element"].(map[string]any); ok {
			return []Block{e}
		}
	case "actions", "context_actions":
		return blocksIn(b["elements"])
	case "card":
		return blocksIn(b["actions"])
	case "data_table":
		return cellElements(b)
	}
	return nil
}

// cellElements lists the buttons in the cells of a data table.
func cellElements(b Block) []Block {
	var found []Block
	rows, _ := b["rows"].([]any)
	for _, row := range rows {
		for _, cell := range blocksIn(row) {
			if e, ok := cell["element"].(map[string]any); ok {
				found = append(found, e)
			}
		}
	}
	return found
}

// children lists the blocks in a block.
func children(b Block) []Block {
	switch b["type"] {
	case "container":
		return blocksIn(b["child_blocks"])
	case "carousel":
		return blocksIn(b["elements"])
	case "layout":
		var found []Block
		for _, row := range blocksIn(b["rows"]) {
			for _, item := range blocksIn(row["items"]) {
				if inner, ok := item["block"].(map[string]any); ok {
					found = append(found, inner)
				}
			}
		}
		return found
	}
	return nil
}

// allBlocks lists blocks and the blocks in them, in the order in which people see them.
func allBlocks(blocks []Block) iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for _, b := range blocks {
			if !yield(b) {
				return
			}
			for inner := range allBlocks(children(b)) {
				if !yield(inner) {
					return
				}
			}
		}
	}
}

// findElement finds an element by its action id, in one block or, without a block id, in any.
func findElement(blocks []Block, blockID, actionID string) (block, element Block) {
	for b := range allBlocks(blocks) {
		if blockID != "" && b["block_id"] != blockID {
			continue
		}
		for _, e := range elementsOf(b) {
			if text(e["action_id"]) == actionID {
				return b, e
			}
		}
	}
	return nil, nil
}

// stateOf is state.values of the blocks: what was chosen, else the initial value, else null or nothing. A choice for
// an element of another type does not count.
func stateOf(blocks []Block, chosen Values) Values {
	values := Values{}
	for b := range allBlocks(blocks) {
		id := text(b["block_id"])
		for _, e := range elementsOf(b) {
			kind, known := inputs[text(e["type"])]
			if !known || kind.stateless {
				continue
			}
			entry := Block{"type": e["type"], kind.field: initialOf(kind, e)}
			if earlier := chosen[id][text(e["action_id"])]; earlier["type"] == e["type"] {
				if v, has := earlier[kind.field]; has {
					entry[kind.field] = v
				}
			}
			if values[id] == nil {
				values[id] = map[string]Block{}
			}
			values[id][text(e["action_id"])] = entry
		}
	}
	return values
}

func initialOf(k input, e Block) any {
	if v, ok := e[k.initial]; ok {
		return v
	}
	if k.many {
		return []any{}
	}
	return nil
}

// merge lays values over values, later ones on top.
func merge(all ...Values) Values {
	merged := Values{}
	for _, values := range all {
		for block, actions := range values {
			if merged[block] == nil {
				merged[block] = map[string]Block{}
			}
			for action, v := range actions {
				merged[block][action] = v
			}
		}
	}
	return merged
}
