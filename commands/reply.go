package commands

import (
	"strings"
	"time"

	"steward/slm"
)

// Markup is text that is safe to show in Slack as it is: what people wrote
// has been escaped in it. Only say and the mention helpers make it.
type Markup string

// A Reply is what to show a person, from top to bottom.
type Reply struct {
	Text  Markup // one line that says it all: notification, screen reader, old client
	Parts []Part // empty: Text is all there is
	About string // code of the agreement or service that it is about, for what follows

	// Settles says that the buttons of the message that was clicked are of no
	// use any more: where only the reader sees it, the reply takes its place.
	Settles bool
}

// A Part is one piece of a reply. Exactly one of its fields is set, but for
// Accessory, which goes with Body.
type Part struct {
	Head      string   // a headline, plain text
	Body      Markup   // a paragraph
	Fields    []Markup // short texts in two columns
	Accessory *Button  // beside Body
	Quote     string   // somebody's own words, shown as they are: nothing in them formats
	Note      Markup   // small print
	Buttons   []Button
	Line      bool // a dividing line
	Chart     *Chart
}

// A Chart shows how figures went. Where charts cannot be shown, Instead is.
type Chart struct {
	Title   string   // at most 50 characters
	Points  []string // along the bottom: 1 to 20, different from each other, at most 20 characters each
	Series  []Series // 1 to 6
	Unit    string   // of the values
	Instead Markup   // says the same in words and signs; empty: nothing is lost
}

// A Series is one line of a chart, with a value for each of its points. Charts
// are only looked at, so these may be floats.
type Series struct {
	Name   string // at most 20 characters
	Values []float64
}

// A Button does what it says. Action names an entry of Clicks, Value tells it
// about what.
type Button struct {
	Label   string
	Action  string
	Value   string
	URL     string // opens this instead; Action is only noted
	Primary bool
	Danger  bool
}

// A Form is asked for in a window of its own. ID names an entry of Submits,
// Value tells it about what.
type Form struct {
	ID     string
	Value  string
	Title  string // at most 24 characters
	Send   string // on the button
	Cancel string // on the other button
	Body   Markup
	Inputs []Input
}

// An Input is one field of a form: a text, or what Kind says.
type Input struct {
	ID      string
	Kind    InputKind
	Label   string
	Hint    string
	Initial string   // text, Slack id, value of an option, or date as 2006-01-02
	Options []Option // of a choice
	Long    bool     // several lines of text
	Max     int      // characters of text
	May     bool     // may stay empty
}

// An InputKind is what a field takes.
type InputKind int

// The kinds of fields.
const (
	TextInput   InputKind = iota
	PersonInput           // gives a Slack id
	ChoiceInput           // gives the value of an option
	DateInput             // gives 2006-01-02
)

// An Option is one of those to choose from.
type Option struct{ Label, Value string }

// A Request is what somebody asks: who, what, when, and in which language to
// answer.
type Request struct {
	SlackID string
	Lang    slm.Lang
	Zone    *time.Location
	Person  *slm.Person // nil when the directory does not know the account
	Guest   bool        // no colleague: of a supplier, say
	Text    string      // what was typed after the command
	Place   Place       // where it was typed
	Value   string      // of the button or form
	Fields  map[string]string
	Dir     *slm.Directory // as of At, or of it what the person may see
	At      time.Time
}

// A Place says what "it" and "here" mean. Either code may be empty.
type Place struct {
	Service   string // that the channel belongs to
	Agreement string // that the thread is about
}

// PlaceOf gives the place for what was talked about before, an agreement's or
// service's code, and for the name of a channel: one that is named after a
// service or agreement is about it. Both may be empty.
func PlaceOf(d *slm.Directory, about, channel string) Place {
	var p Place
	for _, code := range []string{strings.ToUpper(channel), about} { // the thread is narrower
		if d.Service(code) != nil {
			p = Place{Service: code}
		}
		if d.Agreement(code) != nil {
			p.Agreement = code
		}
	}
	return p
}

// ID gives the asking person's id, or 0.
func (r Request) ID() int64 {
	if r.Person == nil {
		return 0
	}
	return r.Person.ID
}
