package slm

import "fmt"

// A Kind says what sort of refusal an Error is.
type Kind string

// The kinds of refusal.
const (
	Invalid   Kind = "invalid"   // what was typed or sent cannot be used
	NotFound  Kind = "not found" // it names something that is not there
	Forbidden Kind = "forbidden" // the person does not hold a role that may
	Late      Kind = "late"      // it was possible once and is over
)

// An Error is a refusal meant for the person who asked. It carries no sentence
// but the key of one: the reader's language is known only where it is shown.
// Every other error is internal: it is logged, and the person sees a
// reference.
type Error struct {
	Kind Kind
	Key  string   // of the sentence in the catalogue, after "refuse."
	Args []string // slot, value, slot, value, ...
	Hint string   // what to type instead, or, when Forbidden, what to ask of those who may
	Who  []Rung   // Forbidden: the people who may, best first

	Field string // of the form that it was typed in, if it is that field's fault
}

// Refuse makes a refusal: the sentence's key, then slots and their values.
func Refuse(kind Kind, key string, args ...string) *Error {
	return &Error{Kind: kind, Key: key, Args: args}
}

// Try adds a hint: what the person could type instead.
func (e *Error) Try(hint string) *Error {
	e.Hint = hint
	return e
}

// At says which field of a form is to blame, so that it is shown there.
func (e *Error) At(field string) *Error {
	e.Field = field
	return e
}

// Error is for logs; people are shown the sentence from the catalogue.
func (e *Error) Error() string {
	return fmt.Sprintf("refused (%s): %s %q", e.Kind, e.Key, e.Args)
}
