package company

import (
	"cmp"
	"time"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// exampleText shows how a text in two languages is written.
const exampleText = "{en: Payroll, zh: 薪资}"

func (r *reader) party(n *yaml.Node) {
	f := r.fields(n, "a party", "code", "side", "name")
	code := f.must("code", "HR")
	p := slm.Party{
		Code: r.code(code),
		Name: r.text(f.must("name", exampleText)),
		Side: oneOf(r, f.must("side", "business"), "a side", slm.Business, slm.Internal, slm.Supplier),
	}
	r.parties.enter(code, p.Code, len(r.dir.Parties))
	r.dir.Parties = append(r.dir.Parties, p)
}

func (r *reader) person(n *yaml.Node) {
	f := r.fields(n, "a person", "email", "name", "language", "zone", "party", "guest", "left")
	email := f.must("email", "mei.lin@orion.example")
	zone, loc := r.zoneOf(f)
	p := slm.Person{
		ID:     r.lastPerson + 1,
		Email:  r.email(email),
		Name:   r.text(f.must("name", "{en: Lin Mei, zh: 林梅}")),
		Lang:   oneOf(r, f.may("language"), "a language that Steward speaks", slm.English, slm.Chinese),
		Zone:   zone,
		Party:  r.parties.wantCode(f.may("party")),
		Guest:  r.yes(f.may("guest")),
		LeftAt: r.day(f.may("left")).end(loc),
	}
	if p.Lang == "" {
		p.Lang = slm.English
	}
	r.lastPerson = p.ID
	r.people.enter(email, p.Email, len(r.dir.People))
	r.dir.People = append(r.dir.People, p)
}

func (r *reader) service(n *yaml.Node) {
	f := r.fields(n, "a service", "code", "name", "aliases", "state")
	code := f.must("code", "ORION-PAYROLL")
	s := slm.Service{
		Code:  r.code(code),
		Name:  r.text(f.must("name", exampleText)),
		State: oneOf(r, f.may("state"), "the state of a service", "pipeline", "live", "retired"),
	}
	if s.State == "" {
		s.State = "live"
	}
	each(r, f.may("aliases"), "aliases", func(n *yaml.Node) {
		if alias := r.value(n); alias != "" {
			s.Aliases = append(s.Aliases, alias)
		}
	})
	r.services.enter(code, s.Code, len(r.dir.Services))
	r.dir.Services = append(r.dir.Services, s)
}

func (r *reader) assignment(n *yaml.Node) {
	f := r.fields(n, "an assignment", "role", "holder", "agreement", "service", "deputy", "from", "to")
	_, loc := r.zoneOf(f)
	from, to := r.span(f, loc, false)
	a := slm.Assignment{
		ID:     int64(len(r.dir.Assignments) + 1),
		Role:   r.role(f.must("role", string(slm.ServiceLevelManager))),
		Scope:  r.scope(f),
		Person: r.idOf(f.must("holder", "mei.lin@orion.example")),
		Deputy: r.yes(f.may("deputy")),
		From:   from,
		To:     to,
	}
	r.dir.Assignments = append(r.dir.Assignments, a)
	if a.Person != 0 {
		r.once(n, heldFrom{a.Role, a.Scope, a.Person, from.UnixMicro()})
	}
}

// heldFrom is what makes an assignment different from every other.
type heldFrom struct {
	role   slm.RoleKey
	scope  slm.Scope
	person int64
	from   int64
}

// awayFor is what makes a cover different from every other.
type awayFor struct {
	person, by int64
	from, to   int64
}

// once reports an entry that the file has already: it would be stored as two,
// or the second be lost.
func (r *reader) once(n *yaml.Node, entry any) {
	if first, again := r.entries[entry]; again {
		r.problems.add(n.Line, "this is %s already; take one of the two out", r.problems.where(first, n.Line))
		return
	}
	r.entries[entry] = n.Line
}

// role reads the key of one of the process's roles.
func (r *reader) role(n *yaml.Node) slm.RoleKey {
	roles := r.roles()
	keys := make([]slm.RoleKey, len(roles))
	for i, role := range roles {
		keys[i] = role.Key
	}
	return oneOf(r, n, "a role", keys...)
}

// scope reads where an assignment holds: at an agreement, at a service, or
// everywhere when neither is named.
func (r *reader) scope(f fields) slm.Scope {
	agreement, service := f.may("agreement"), f.may("service")
	switch {
	case agreement != nil && service != nil:
		r.problems.add(service.Line, "an assignment is for an agreement or for a service; write two assignments for both")
		return slm.Scope{}
	case agreement != nil:
		return slm.Scope{Kind: slm.AgreementScope, Code: r.agreements.wantCode(agreement)}
	case service != nil:
		return slm.Scope{Kind: slm.ServiceScope, Code: r.services.wantCode(service)}
	}
	return slm.Scope{Kind: slm.Organisation}
}

func (r *reader) cover(n *yaml.Node) {
	f := r.fields(n, "a cover", "absent", "by", "from", "to", "reason")
	absent, by := r.personNamed(f.must("absent", "mei.lin@orion.example")), f.may("by")
	c := slm.Cover{
		ID:     int64(len(r.dir.Covers) + 1),
		By:     r.idOf(by),
		Reason: r.value(f.may("reason")),
	}
	loc := time.UTC // only so that the rest can be checked
	if absent != nil {
		c.Person, loc = absent.ID, cmp.Or(r.loaded(absent.Zone), loc)
	}
	if c.Person != 0 && c.Person == c.By {
		r.problems.add(by.Line, `"absent" and "by" are the same person; name somebody else, or leave "by" out if nobody stands in`)
	}
	from, to := r.span(f, loc, true)
	if to != nil {
		c.From, c.To = from, *to
		if c.Person != 0 {
			r.once(n, awayFor{c.Person, c.By, from.UnixMicro(), to.UnixMicro()})
		}
	}
	r.dir.Covers = append(r.dir.Covers, c)
}
