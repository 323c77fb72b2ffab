package slacksim

import (
	"regexp"
	"strconv"
	"time"
)

// dispatch says when a text input tells the app.
var dispatch = may("dispatch_action_config", objectOf(shape{
	may("trigger_actions_on", listOf(1, 2, oneOf("on_enter_pressed", "on_character_entered"))),
}))

var (
	lineShape = shape{actionID, may("initial_value", chars(0, 3000)), dispatch, focus, placeholder}
	textShape = lineShape.with(
		may("multiline", flag), may("min_length", whole(0, 3000)), may("max_length", whole(1, 3000)),
	)
	numberShape = shape{
		actionID, must("is_decimal_allowed", flag), may("initial_value", numeral), may("min_value", numeral),
		may("max_value", numeral), dispatch, focus, placeholder,
	}
	richInputShape = shape{
		actionID, may("initial_value", onlyRichText), may("min_lines", whole(1, 100)), may("max_lines", whole(1, 100)),
		dispatch, focus, placeholder,
	}
)

func onlyRichText(k *checker, at string, v any) {
	b, ok := k.object(at, v)
	switch {
	case !ok:
	case b["type"] != "rich_text":
		k.unsupported(at, b, "rich_text")
	default:
		k.fields(at, b, blockShape(must("elements", listOf(0, 1000, richTextPart))))
	}
}

// numeral is a number written as text.
func numeral(k *checker, at string, v any) {
	s, ok := v.(string)
	if !ok {
		k.unfit(at, "a string")
		return
	}
	if _, err := strconv.ParseFloat(s, 64); err != nil {
		k.breaks(at, "format", "number", v, "must be a number in a string")
	}
}

// dayText is a day such as 2026-11-22.
func dayText(k *checker, at string, v any) {
	if _, err := time.Parse(time.DateOnly, text(v)); err != nil {
		k.breaks(at, "format", "date", v, "must be a date such as 2026-11-22")
	}
}

var clockTime = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9]$`)

func timeOfDay(k *checker, at string, v any) {
	if !clockTime.MatchString(text(v)) {
		k.breaks(at, "pattern", clockTime.String(), v, "must be a time such as 09:30")
	}
}

func zone(k *checker, at string, v any) {
	if _, err := time.LoadLocation(text(v)); err != nil || v == "" {
		k.breaks(at, "format", "time zone", v, "must be a time zone such as Europe/Berlin")
	}
}

// moment is a Unix time of ten digits.
func moment(k *checker, at string, v any) { whole(1_000_000_000, 9_999_999_999)(k, at, v) }

func (k *checker) textBounds(at string, e Block) { k.ordered(at, e, "min_length", "max_length") }
func (k *checker) lineBounds(at string, e Block) { k.ordered(at, e, "min_lines", "max_lines") }

// numberBounds are written as text.
func (k *checker) numberBounds(at string, e Block) {
	least, err1 := strconv.ParseFloat(text(e["min_value"]), 64)
	most, err2 := strconv.ParseFloat(text(e["max_value"]), 64)
	if err1 == nil && err2 == nil && least > most {
		k.wrong(at+"/min_value", "must not be more than max_value")
	}
}

func (k *checker) ordered(at string, e Block, least, most string) {
	a, has1 := e[least].(float64)
	b, has2 := e[most].(float64)
	if has1 && has2 && a > b {
		k.wrong(at+"/"+least, "must not be more than %s", most)
	}
}
