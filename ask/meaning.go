package ask

import (
	"time"

	"steward/slm"
)

// A Question is what somebody typed, and where.
type Question struct {
	Text      string // as Slack gives it; mentions of the bot itself are stripped before
	Asker     int64  // id of the person who asks, 0 if unknown
	Service   string // code of the service that the channel belongs to, may be empty
	Agreement string // code of the agreement that the thread is about, may be empty
	// Now is the time of asking, in the zone of the person who asks: "next
	// week" counts from here. Zero leaves the days of the question unread.
	Now time.Time

	told *story // where the text is a part of a longer one
}

// An Intent is what a question wants.
type Intent string

// The intents.
const (
	Who            Intent = "who"            // who handles something, does an activity, or holds a role
	RoleInfo       Intent = "role"           // what does a role do
	Qualifications Intent = "qualifications" // what must the holder of a role bring
	Duties         Intent = "duties"         // what is a person responsible for
	Next           Intent = "next"           // who is next if somebody does not answer
	Cover          Intent = "cover"          // who stands in for somebody, or deputises
	AllHeld        Intent = "all held"       // which role is vacant: none is
	Greeting       Intent = "greeting"
	Thanks         Intent = "thanks"
	Help           Intent = "help"
	AskBack        Intent = "ask back" // several things fit: see Candidates
	Unknown        Intent = "unknown"  // out of scope, noise, or a name that is not there
)

// A Meaning is what a question was understood to mean.
type Meaning struct {
	Intent Intent
	// Asked is what the question wants once one of the Candidates is chosen. It
	// equals Intent unless that is AskBack.
	Asked Intent
	// Roles answer, best first: for Who those that hold the responsibility, for
	// RoleInfo, Qualifications, Next and Cover those that the question names.
	Roles []slm.RoleKey
	// Clauses are the ids of the responsibilities that the answer rests on; for
	// RoleInfo all those of Roles, for Qualifications the qualifications.
	Clauses []string
	// Agreement, Service and Party are the codes of what the question names or,
	// for follow-ups, of what the thread or channel is about; "" if nothing.
	Agreement, Service, Party string
	// Person is the id of the person whom the question names, 0 if nobody.
	Person int64
	// Candidates are up to five things that were perhaps meant, best first.
	Candidates []Candidate
	// At is noon of the day that the question is about, in the zone of Now; zero
	// if it is about now. For a month it is the first day, for a year the middle.
	At         time.Time
	Lang       slm.Lang // of the question's own words, not of the names in it
	Confidence float64  // from 0 to 1

	active bool // Clauses are those of an activity that the question names
}

// A Candidate is one thing that a question perhaps names.
type Candidate struct {
	Kind  string // agreement, service, party, person or role
	ID    string // its code, e-mail (of a person) or key (of a role)
	Score float64
}

// The kinds of candidates.
const (
	agreementKind = "agreement"
	serviceKind   = "service"
	partyKind     = "party"
	personKind    = "person"
	roleKind      = "role"
)
