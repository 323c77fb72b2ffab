package slacksim

import (
	"regexp"
	"slices"
	"strconv"
	"time"
)

// holder is a block that holds elements.
type holder string

const (
	inSection        holder = "section"
	inActions        holder = "actions"
	inInput          holder = "input"
	inContextActions holder = "context_actions"
)

// elementRule says which blocks may hold an element and what must hold in it.
type elementRule struct {
	in    []holder
	on    []Surface // everywhere when empty
	check func(k *checker, at string, e Block)
}

var (
	inAll     = []holder{inSection, inActions, inInput}
	pressable = []holder{inSection, inActions}
	writable  = []holder{inInput}
)

// elementRules are the elements by type.
var elementRules = map[string]elementRule{
	"button":                     {in: pressable, check: (*checker).button},
	"workflow_button":            {in: pressable},
	"overflow":                   {in: pressable, check: (*checker).overflow},
	"image":                      {in: []holder{inSection}, check: (*checker).picture},
	"static_select":              {in: inAll, check: (*checker).staticSelect},
	"multi_static_select":        {in: []holder{inSection, inInput}, check: (*checker).staticSelect},
	"external_select":            {in: inAll, check: (*checker).anySelect},
	"multi_external_select":      {in: []holder{inSection, inInput}, check: (*checker).anySelect},
	"users_select":               {in: inAll, check: (*checker).anySelect},
	"multi_users_select":         {in: []holder{inSection, inInput}, check: (*checker).anySelect},
	"conversations_select":       {in: inAll, check: (*checker).anySelect},
	"multi_conversations_select": {in: []holder{inSection, inInput}, check: (*checker).anySelect},
	"channels_select":            {in: inAll, check: (*checker).anySelect},
	"multi_channels_select":      {in: []holder{inSection, inInput}, check: (*checker).anySelect},
	"radio_buttons":              {in: inAll, check: (*checker).fewOptions},
	"checkboxes":                 {in: inAll, check: (*checker).fewOptions},
	"datepicker":                 {in: inAll, check: (*checker).datepicker},
	"timepicker":                 {in: inAll, check: (*checker).timepicker},
	"datetimepicker":             {in: []holder{inActions, inInput}},
	"plain_text_input":           {in: writable, check: (*checker).textInput},
	"email_text_input":           {in: writable, on: modalOnly, check: (*checker).textInput},
	"url_text_input":             {in: writable, on: modalOnly, check: (*checker).textInput},
	"number_input":               {in: writable, on: modalOnly, check: (*checker).numberInput},
	"rich_text_input":            {in: writable, on: []Surface{SurfaceModal, SurfaceHome}},
	"file_input":                 {in: writable, on: modalOnly},
	"feedback_buttons":           {in: []holder{inContextActions}},
	"icon_button":                {in: []holder{inContextActions}},
}

// element checks one element in a block that holds elements.
func (k *checker) element(at string, v any, in holder) {
	e, ok := v.(map[string]any)
	if !ok {
		k.wrong(at, "must provide an object")
		return
	}
	rule, known := elementRules[text(e["type"])]
	if !known || !slices.Contains(rule.in, in) || rule.on != nil && !slices.Contains(rule.on, k.surface) {
		k.wrong(at+"/type", "unsupported type: %v", e["type"])
		return
	}
	if rule.check != nil {
		rule.check(k, at, e)
	}
	if e["confirm"] != nil {
		k.confirm(at+"/confirm", e["confirm"])
	}
}

func (k *checker) confirm(at string, v any) {
	c, ok := v.(map[string]any)
	if !ok {
		k.wrong(at, "must provide an object")
		return
	}
	k.text(at+"/title", c["title"], textRule{most: 100, plain: true})
	k.text(at+"/text", c["text"], textRule{most: 300, needed: true})
	k.text(at+"/confirm", c["confirm"], textRule{most: 30, plain: true})
	k.text(at+"/deny", c["deny"], textRule{most: 30, plain: true})
	k.style(at, c)
}

func (k *checker) style(at string, e Block) {
	if style, given := e["style"]; given && style != "primary" && style != "danger" {
		k.wrong(at+"/style", "must be primary or danger")
	}
}

func (k *checker) button(at string, e Block) {
	k.text(at+"/text", e["text"], textRule{most: 75, plain: true, needed: true})
	k.field(at, e, "value", 2000, false)
	k.field(at, e, "url", 3000, false)
	k.field(at, e, "accessibility_label", 75, false)
	k.style(at, e)
}

func (k *checker) overflow(at string, e Block) { k.options(at+"/options", e["options"], 1, 5) }

func (k *checker) fewOptions(at string, e Block) {
	k.options(at+"/options", e["options"], 1, 10)
	k.initial(at, e)
}

func (k *checker) anySelect(at string, e Block) {
	k.text(at+"/placeholder", e["placeholder"], textRule{most: 150, plain: true})
}

func (k *checker) staticSelect(at string, e Block) {
	k.anySelect(at, e)
	switch {
	case (e["options"] == nil) == (e["option_groups"] == nil):
		k.wrong(at, "must provide either options or option_groups")
	case e["options"] != nil:
		k.options(at+"/options", e["options"], 1, 100)
	default:
		groups := k.list(at+"/option_groups", e["option_groups"], 1, 100)
		k.each(at+"/option_groups", groups, func(at string, g Block) {
			k.text(at+"/label", g["label"], textRule{most: 75, plain: true, needed: true})
			k.options(at+"/options", g["options"], 1, 100)
		})
	}
	k.initial(at, e)
}

func (k *checker) options(at string, v any, least, most int) {
	k.each(at, k.list(at, v, least, most), func(at string, o Block) {
		k.text(at+"/text", o["text"], textRule{most: 75, needed: true})
		k.text(at+"/description", o["description"], textRule{most: 75})
		k.field(at, o, "value", 150, true)
	})
}

// initial options have to be among the options.
func (k *checker) initial(at string, e Block) {
	kind := inputs[text(e["type"])]
	picked := blocksIn(e["initial_options"])
	if o, ok := e["initial_option"].(map[string]any); ok {
		picked = append(picked, o)
	}
	for _, p := range picked {
		if !slices.ContainsFunc(optionsOf(e), func(o Block) bool { return o["value"] == p["value"] }) {
			k.wrong(at+"/"+kind.initial, "must be one of the options")
		}
	}
}

var clockTime = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9]$`)

func (k *checker) datepicker(at string, e Block) {
	k.anySelect(at, e)
	if v, given := e["initial_date"]; given {
		if _, err := time.Parse(time.DateOnly, text(v)); err != nil {
			k.wrong(at+"/initial_date", "must be a date such as 2026-11-22")
		}
	}
}

func (k *checker) timepicker(at string, e Block) {
	k.anySelect(at, e)
	if v, given := e["initial_time"]; given && !clockTime.MatchString(text(v)) {
		k.wrong(at+"/initial_time", "must be a time such as 09:30")
	}
}

func (k *checker) textInput(at string, e Block) {
	k.anySelect(at, e)
	least, hasLeast := e["min_length"].(float64)
	most, hasMost := e["max_length"].(float64)
	switch {
	case hasLeast && (least < 0 || least > 3000):
		k.wrong(at+"/min_length", "must be between 0 and 3000")
	case hasMost && (most < 1 || most > 3000):
		k.wrong(at+"/max_length", "must be between 1 and 3000")
	case hasLeast && hasMost && least > most:
		k.wrong(at+"/min_length", "must not be more than max_length")
	}
}

func (k *checker) numberInput(at string, e Block) {
	k.anySelect(at, e)
	if _, given := e["is_decimal_allowed"].(bool); !given {
		k.wrong(at+"/is_decimal_allowed", "is required")
	}
	for _, name := range []string{"min_value", "max_value", "initial_value"} {
		if v, given := e[name]; given {
			if _, err := strconv.ParseFloat(text(v), 64); err != nil {
				k.wrong(at+"/"+name, "must be a number in a string")
			}
		}
	}
}
