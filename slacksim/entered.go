package slacksim

import (
	"regexp"
	"strconv"
	"unicode/utf8"
)

// checkValues does what a client checks before it submits, and says by block id what is wrong.
func checkValues(blocks []Block, values Values) map[string]string {
	wrong := map[string]string{}
	for b := range allBlocks(blocks) {
		e, ok := b["element"].(map[string]any)
		if b["type"] != "input" || !ok {
			continue
		}
		id, kind := text(b["block_id"]), inputs[text(e["type"])]
		v := values[id][text(e["action_id"])][kind.field]
		problem := ""
		if optional, _ := b["optional"].(bool); !isEmpty(v) {
			problem = checkValue(e, v)
		} else if !optional {
			problem = "Please complete this required field."
		}
		if problem != "" {
			wrong[id] = problem
		}
	}
	return wrong
}

func isEmpty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	}
	return false
}

var (
	mailTyped = regexp.MustCompile(`^[^\s@]+@[^\s@]+\.[^\s@]+$`)
	linkTyped = regexp.MustCompile(`^https?://\S+$`)
)

// checkValue says what is wrong with a value that is not empty.
func checkValue(e Block, v any) string {
	switch e["type"] {
	case "plain_text_input":
		length := float64(utf8.RuneCountInString(text(v)))
		least, hasLeast := e["min_length"].(float64)
		most, hasMost := e["max_length"].(float64)
		if hasLeast && length < least || hasMost && length > most {
			return "The text is too short or too long."
		}
	case "number_input":
		return checkNumber(e, text(v))
	case "email_text_input":
		if !mailTyped.MatchString(text(v)) {
			return "This is not an e-mail address."
		}
	case "url_text_input":
		if !linkTyped.MatchString(text(v)) {
			return "This is not a web address."
		}
	}
	if picked, ok := v.([]any); ok {
		if most, has := e["max_selected_items"].(float64); has && float64(len(picked)) > most {
			return "Too many are chosen."
		}
	}
	return ""
}

var (
	wholeTyped   = regexp.MustCompile(`^-?[0-9]+$`)
	decimalTyped = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
)

// checkNumber compares a number with its bounds; all three are written as text.
func checkNumber(e Block, typed string) string {
	shape := wholeTyped
	if decimals, _ := e["is_decimal_allowed"].(bool); decimals {
		shape = decimalTyped
	}
	if !shape.MatchString(typed) {
		return "This is not a number that fits here."
	}
	bound := func(name string, otherwise float64) float64 {
		if n, err := strconv.ParseFloat(text(e[name]), 64); err == nil {
			return n
		}
		return otherwise
	}
	if n, err := strconv.ParseFloat(typed, 64); err != nil || n < bound("min_value", n) || n > bound("max_value", n) {
		return "The number is too small or too large."
	}
	return ""
}
