package slm

import "time"

// A Silence is a time in which a source was expected to be heard, and was not.
type Silence struct {
	Source string        `json:"source"`
	From   time.Time     `json:"from"`             // when it was heard for the last time before
	To     time.Time     `json:"to,omitzero"`      // when it was heard again; zero: it is silent
	Expect time.Duration `json:"expect,omitempty"` // it was expected to be heard within

	Learned bool `json:"learned,omitempty"` // nobody said so: it goes by how it was heard before
}
