package slm

import (
	"slices"
	"time"
)

// A Person is somebody with an e-mail and, once matched, a Slack account.
type Person struct {
	ID      int64
	Email   string // lower case, unique
	Name    Text
	SlackID string // empty until matched
	Called  string // the name of the Slack account, at most 200 characters; empty until it is known
	Lang    Lang
	Zone    string // IANA id
	Party   string // code of the organisation, may be empty
	Guest   bool   // of a supplier, say
	LeftAt  *time.Time

	// Status is what the Slack account says of the person at the moment, such as
	// "On holiday", at most 100 characters; mostly empty.
	// It is of the moment only, and in no record of changes.
	Status      string     `json:"-"`
	StatusUntil *time.Time `json:"-"` // nil: until it is taken away
}

// StatusAt gives the status of the person's Slack account at the time, or "".
func (p *Person) StatusAt(at time.Time) string {
	if p.StatusUntil != nil && !at.Before(*p.StatusUntil) {
		return ""
	}
	return p.Status
}

// ActiveAt reports whether the person has not left at the time.
func (p *Person) ActiveAt(at time.Time) bool {
	return p.LeftAt == nil || at.Before(*p.LeftAt)
}

// A Side is what a party is to the company's IT.
type Side string

// The sides a promise can have.
const (
	Business Side = "business" // a customer or business unit
	Internal Side = "internal" // an internal team
	Supplier Side = "supplier"
)

// A Party is a customer or business unit, an internal team or a supplier.
type Party struct {
	Code string
	Name Text
	Side Side
}

// A Service is an entry of the service catalogue.
type Service struct {
	Code    string
	Name    Text
	Aliases []string
	State   string // pipeline, live or retired
}

// An AgreementKind is what sort of promise an agreement is.
type AgreementKind string

// The kinds of agreement.
const (
	SLR AgreementKind = "SLR" // what a customer requires
	SLA AgreementKind = "SLA" // promised to a customer
	OLA AgreementKind = "OLA" // promised by an internal team
	UC  AgreementKind = "UC"  // promised by a supplier
)

// An Agreement is a promise of a provider to a consumer about services.
type Agreement struct {
	Code         string
	Kind         AgreementKind
	Title        Text
	Provider     string // party code
	Consumer     string // party code
	Services     []string
	Underpins    []string // codes of the agreements that this one carries
	State        State
	Version      int
	From         time.Time
	To           *time.Time // nil: no end agreed
	Zone         string     // IANA id: months begin and end there
	AlertRole    RoleKey    // who is told first of a breach
	AnswerWithin time.Duration
	Calendar     string // code of the hours in which it holds; empty: always
	Notice       Term   // how long before its end it has to be given notice
	Renewal      Term   // by how much it is prolonged when nobody gives notice; none: it ends
	Reminder     Term   // how long before its end, or before the last day of notice, it is expiring; none: 30 days
	Requirement  string // of an SLA: code of the SLR that it grew out of, if any
	Targets      []Target
}

// A Scope is where an assignment holds: the whole organisation, one service,
// or one agreement.
type Scope struct {
	Kind ScopeKind
	Code string // of the service or agreement; empty for the organisation
}

// A ScopeKind says how wide a scope is.
type ScopeKind string

// The scopes, widest first.
const (
	Organisation   ScopeKind = "organisation"
	ServiceScope   ScopeKind = "service"
	AgreementScope ScopeKind = "agreement"
)

// An Assignment makes a person the holder of a role at a scope, in
// [From, To). Deputies come after those who are first.
type Assignment struct {
	ID     int64
	Role   RoleKey
	Scope  Scope
	Person int64
	Deputy bool
	From   time.Time
	To     *time.Time

	// Who entered it: a person's e-mail, or a command; empty where that is not
	// known. The record of changes has both beside it.
	EnteredBy string    `json:"-"`
	EnteredAt time.Time `json:"-"`
}

// A Cover says that a person is absent in [From, To) and who stands in. By is
// 0 when nobody does.
type Cover struct {
	ID     int64
	Person int64
	By     int64
	From   time.Time
	To     time.Time
	Reason string
}

// A Directory is everybody and everything that answers need, as of one
// version. It is a value: nobody changes it once New has indexed it, so it may
// be shared.
type Directory struct {
	Version     int64
	Name        Text   // of the company
	Zone        string // IANA id: where the company's days begin
	People      []Person
	Parties     []Party
	Services    []Service
	Agreements  []Agreement
	Assignments []Assignment
	Covers      []Cover
	Roles       []Role          // the four and those added; nil means the four
	Merges      []Merge         // also undone ones, oldest first
	Lessons     []Lesson        // what questions mean, as it was taught
	Calendars   []NamedCalendar // without Always

	people     map[int64]*Person
	slack      map[string]*Person
	emails     map[string]*Person
	parties    map[string]*Party
	services   map[string]*Service
	agreements map[string]*Agreement
	held       map[heldKey][]*Assignment
	away       map[int64][]*Cover
	merges     map[RoleKey][]*Merge
	calendars  map[string]*madeCalendar
}

type heldKey struct {
	role  RoleKey
	scope Scope
}

// Index makes the directory ready for use and returns it.
func (d *Directory) Index() *Directory {
	d.people, d.slack, d.emails = map[int64]*Person{}, map[string]*Person{}, map[string]*Person{}
	for i := range d.People {
		p := &d.People[i]
		d.people[p.ID], d.emails[p.Email] = p, p
		if p.SlackID != "" {
			d.slack[p.SlackID] = p
		}
	}
	d.parties = byCode(d.Parties, func(p *Party) string { return p.Code })
	d.services = byCode(d.Services, func(s *Service) string { return s.Code })
	d.agreements = byCode(d.Agreements, func(a *Agreement) string { return a.Code })
	d.held = map[heldKey][]*Assignment{}
	for i := range d.Assignments {
		a := &d.Assignments[i]
		key := heldKey{a.Role, a.Scope}
		d.held[key] = append(d.held[key], a)
	}
	for _, as := range d.held {
		slices.SortStableFunc(as, byRank)
	}
	d.away = map[int64][]*Cover{}
	for i := range d.Covers {
		c := &d.Covers[i]
		d.away[c.Person] = append(d.away[c.Person], c)
	}
	if d.Roles == nil {
		d.Roles = slices.Clip(Roles)
	}
	d.calendars = madeCalendars(d.Calendars)
	d.merges = map[RoleKey][]*Merge{}
	for i := range d.Merges {
		m := &d.Merges[i]
		d.merges[m.From] = append(d.merges[m.From], m)
	}
	return d
}

func byCode[T any](all []T, code func(*T) string) map[string]*T {
	m := make(map[string]*T, len(all))
	for i := range all {
		m[code(&all[i])] = &all[i]
	}
	return m
}

// byRank puts those who are first before deputies, and the longest-serving
// first among equals.
func byRank(a, b *Assignment) int {
	if a.Deputy != b.Deputy {
		if a.Deputy {
			return 1
		}
		return -1
	}
	if c := a.From.Compare(b.From); c != 0 {
		return c
	}
	return int(a.ID - b.ID)
}

// Person gives the person with the id, or nil.
func (d *Directory) Person(id int64) *Person { return d.people[id] }

// BySlack gives the person with the Slack user id, or nil.
func (d *Directory) BySlack(id string) *Person { return d.slack[id] }

// Matched reports whether any of the people are matched to Slack accounts: as
// long as none is, that somebody has no account says nothing.
func (d *Directory) Matched() bool { return len(d.slack) > 0 }

// ByEmail gives the person with the e-mail (lower case), or nil.
func (d *Directory) ByEmail(email string) *Person { return d.emails[email] }

// Party gives the party with the code, or nil.
func (d *Directory) Party(code string) *Party { return d.parties[code] }

// Service gives the service with the code, or nil.
func (d *Directory) Service(code string) *Service { return d.services[code] }

// Agreement gives the agreement with the code, or nil.
func (d *Directory) Agreement(code string) *Agreement { return d.agreements[code] }
