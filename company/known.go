package company

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// knows lets the files name what a directory has, without having it again:
// parties, people, services, roles, calendars, agreements, and the company's
// zone. What the files have themselves comes before it.
func (r *reader) knows(known *slm.Directory) {
	r.known = known
	for _, p := range known.Parties {
		r.parties.know(p.Code)
	}
	for _, p := range known.People {
		r.people.know(p.Email)
		r.lastPerson = max(r.lastPerson, p.ID)
	}
	for _, v := range known.Services {
		r.services.know(v.Code)
	}
	for _, c := range known.Calendars {
		r.calendars.know(c.Code)
	}
	for _, a := range known.Agreements {
		r.agreements.know(a.Code)
	}
	r.zone = r.loaded(known.Zone)
}

// roles gives those of the files, and those that are known besides.
func (r *reader) roles() []slm.Role {
	all := slices.Clone(r.dir.Roles)
	for _, known := range r.known.Roles {
		if _, here := r.dir.Role(known.Key); !here {
			all = append(all, known)
		}
	}
	return all
}

// partySide gives on which side a party stands, or "" where that is not known.
func (r *reader) partySide(code string) slm.Side {
	if p, here := r.parties.places[code]; here {
		return r.dir.Parties[p.index].Side
	}
	if p := r.known.Party(code); p != nil {
		return p.Side
	}
	return ""
}

// kindOf gives the kind of an agreement, or "" where that is not known.
func (r *reader) kindOf(code string) slm.AgreementKind {
	if p, here := r.agreements.places[code]; here {
		return r.dir.Agreements[p.index].Kind
	}
	if a := r.known.Agreement(code); a != nil {
		return a.Kind
	}
	return ""
}

// carriedBy gives what an agreement underpins once the files are taken over.
func (r *reader) carriedBy(code string) []string {
	var carried []string
	if p, here := r.agreements.places[code]; here {
		carried = r.dir.Agreements[p.index].Underpins
	}
	if a := r.known.Agreement(code); a != nil {
		carried = slices.Concat(carried, a.Underpins)
	}
	return carried
}

// personNamed gives whom an e-mail names, from the files or as known, or nil.
func (r *reader) personNamed(n *yaml.Node) *slm.Person {
	email := r.people.want(n, strings.ToLower(r.value(n)))
	if p, here := r.people.places[email]; here {
		return &r.dir.People[p.index]
	}
	return r.known.ByEmail(email)
}

// idOf gives the id of the person with the e-mail, or 0.
func (r *reader) idOf(n *yaml.Node) int64 {
	if p := r.personNamed(n); p != nil {
		return p.ID
	}
	return 0
}
