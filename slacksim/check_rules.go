package slacksim

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Constraint is the rule that something breaks, as blocks.validate names it.
type Constraint struct {
	Type     string `json:"type"`
	Expected any    `json:"expected,omitempty"`
	Got      any    `json:"got,omitempty"`
}

// The codes of problems.
const (
	missingField     = "missing_field"
	invalidType      = "invalid_type"
	failedConstraint = "failed_constraint"
)

// rule checks one JSON value. Rules are made from each other: listOf(1, 10, plain(75)).
type rule func(k *checker, at string, v any)

// field is a field that an object has.
type field struct {
	name   string
	rule   rule
	needed bool
}

func must(name string, r rule) field { return field{name, r, true} }
func may(name string, r rule) field  { return field{name, r, false} }

// shape lists all fields of an object beside "type".
type shape []field

// with is a shape and further fields.
func (s shape) with(more ...field) shape { return slices.Concat(s, more) }

func (k *checker) add(p Problem) { k.problems = append(k.problems, p) }

// wrong notes what only words can say.
func (k *checker) wrong(at, format string, args ...any) {
	k.add(Problem{Pointer: at, Code: failedConstraint, Message: fmt.Sprintf(format, args...)})
}

func (k *checker) breaks(at, kind string, expected, got any, format string, args ...any) {
	k.add(Problem{
		Pointer: at, Code: failedConstraint, Message: fmt.Sprintf(format, args...),
		Constraint: &Constraint{Type: kind, Expected: expected, Got: got},
	})
}

func (k *checker) missing(at, name string) {
	k.add(Problem{Pointer: at, Code: missingField, Message: "missing required field: " + name, Field: name})
}

func (k *checker) extra(at, name string) {
	k.breaks(at, "additional_properties", nil, name, "invalid additional property: %s", name)
}

// unfit notes a value of another JSON type; what is "a string", "an object" ...
func (k *checker) unfit(at, what string) {
	k.add(Problem{Pointer: at, Code: invalidType, Message: "must provide " + what})
}

func (k *checker) unsupported(at string, b Block, known ...string) {
	p := Problem{Pointer: at + "/type", Code: failedConstraint, Message: fmt.Sprintf("unsupported type: %v", b["type"])}
	if len(known) > 0 {
		p.Constraint = &Constraint{Type: "enum", Expected: known}
	}
	k.add(p)
}

// fields checks an object's fields: those it needs, those it may have, and that there are no others.
func (k *checker) fields(at string, b Block, s shape) {
	known := 0
	for _, f := range s {
		v, given := b[f.name]
		switch {
		case given:
			known++
			f.rule(k, at+"/"+f.name, v)
		case f.needed:
			k.missing(at, f.name)
		}
	}
	if _, has := b["type"]; has {
		known++
	}
	if known == len(b) {
		return
	}
	var others []string
	for name := range b {
		if name != "type" && !slices.ContainsFunc(s, func(f field) bool { return f.name == name }) {
			others = append(others, name)
		}
	}
	slices.Sort(others)
	for _, name := range others {
		k.extra(at, name)
	}
}

func (k *checker) length(at, value string, least, most int) {
	n := utf8.RuneCountInString(value)
	switch {
	case n < least:
		k.breaks(at, "min_length", least, n, "must be more than %d characters", least-1)
	case n > most:
		k.breaks(at, "max_length", most, n, "must be less than %d characters", most+1)
	}
}

func (k *checker) count(at string, n, least, most int) {
	switch {
	case n < least:
		k.breaks(at, "min_items", least, n, "must provide at least %d items", least)
	case n > most:
		k.breaks(at, "max_items", most, n, "no more than %d items allowed", most)
	}
}

// anything is a rule that all values keep.
func anything(*checker, string, any) {}

// objectOf is a rule for an object without a type.
func objectOf(s shape) rule {
	return func(k *checker, at string, v any) {
		if b, ok := k.object(at, v); ok {
			k.fields(at, b, s)
		}
	}
}

func (k *checker) object(at string, v any) (Block, bool) {
	b, ok := v.(map[string]any)
	if !ok {
		k.unfit(at, "an object")
	}
	return b, ok
}

// chars is a rule for text of so many characters.
func chars(least, most int) rule {
	return func(k *checker, at string, v any) {
		s, ok := v.(string)
		if !ok {
			k.unfit(at, "a string")
			return
		}
		k.length(at, s, least, most)
	}
}

// link is a rule for an address that Slack fetches or shows.
func link(most int) rule {
	length := chars(1, most)
	return func(k *checker, at string, v any) {
		length(k, at, v)
		if s := text(v); s != "" && !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
			k.breaks(at, "format", "uri", nil, "must be a valid URL")
		}
	}
}

// flag is a rule for true and false.
func flag(k *checker, at string, v any) {
	if _, ok := v.(bool); !ok {
		k.add(Problem{Pointer: at, Code: invalidType, Message: "must be a boolean"})
	}
}

func number(k *checker, at string, v any) {
	if _, ok := v.(float64); !ok {
		k.unfit(at, "a number")
	}
}

// whole is a rule for integers from least to most.
func whole(least, most float64) rule {
	return func(k *checker, at string, v any) {
		n, ok := v.(float64)
		switch {
		case !ok || n != math.Trunc(n):
			k.unfit(at, "an integer")
		case n < least:
			k.breaks(at, "minimum", least, n, "must be greater than %v", least)
		case n > most:
			k.breaks(at, "maximum", most, n, "must be less than %v", most)
		}
	}
}

// oneOf is a rule for one of some words.
func oneOf(words ...string) rule {
	return func(k *checker, at string, v any) {
		if s, ok := v.(string); !ok || !slices.Contains(words, s) {
			k.breaks(at, "enum", words, v, "must be a valid enum value")
		}
	}
}

// listOf is a rule for an array of so many items.
func listOf(least, most int, item rule) rule {
	return func(k *checker, at string, v any) {
		items, ok := v.([]any)
		if !ok {
			k.unfit(at, "an array")
			return
		}
		k.count(at, len(items), least, most)
		for i, one := range items {
			item(k, at+"/"+strconv.Itoa(i), one)
		}
	}
}

var (
	plainShape  = shape{must("text", anything), may("emoji", flag)}
	mrkdwnShape = shape{must("text", anything), may("verbatim", flag)}
)

// plain is a rule for a plain_text object of at most so many characters, prose for one that may be mrkdwn too.
func plain(most int) rule { return textOf(most, "plain_text") }
func prose(most int) rule { return textOf(most, "plain_text", "mrkdwn") }

func textOf(most int, kinds ...string) rule {
	value := chars(1, most)
	return func(k *checker, at string, v any) {
		t, ok := k.object(at, v)
		if !ok {
			return
		}
		if t["type"] == nil {
			k.missing(at, "type")
			return
		}
		if !slices.Contains(kinds, text(t["type"])) {
			k.unsupported(at, t, kinds...)
			return
		}
		s := plainShape
		if t["type"] == "mrkdwn" {
			s = mrkdwnShape
		}
		k.fields(at, t, s)
		if words, given := t["text"]; given {
			value(k, at+"/text", words)
		}
	}
}
