package slm

import (
	"slices"
	"time"
)

// OpenTo gives the codes of the agreements that a guest sees at the time, in
// the order of the directory, or all: those of the guest's organisation, and
// those at which the guest holds a role. Who holds one for the whole
// organisation sees all. Of a guest who is not in the directory the person is
// nil.
func (d *Directory) OpenTo(p *Person, at time.Time) (codes []string, all bool) {
	open := map[string]bool{}
	if p != nil {
		for i := range d.Assignments {
			a := &d.Assignments[i]
			if !a.activeAt(at) || !d.fills(a, p.ID, at) {
				continue
			}
			if a.Scope.Kind == Organisation {
				return nil, true
			}
			d.open(open, a.Scope)
		}
	}
	for i := range d.Agreements {
		a := &d.Agreements[i]
		own := p != nil && p.Party != "" && (a.Provider == p.Party || a.Consumer == p.Party)
		if own || open[a.Code] {
			codes = append(codes, a.Code)
		}
	}
	return codes, false
}

// fills reports whether the person holds what is assigned, or stands in.
func (d *Directory) fills(a *Assignment, person int64, at time.Time) bool {
	rung := d.rung(a, at)
	return a.Person == person || rung.Person != nil && rung.Person.ID == person
}

// open adds the agreements of a scope: one, or those on a service.
func (d *Directory) open(codes map[string]bool, s Scope) {
	for i := range d.Agreements {
		a := &d.Agreements[i]
		if s.Kind == AgreementScope && a.Code == s.Code || s.Kind == ServiceScope && slices.Contains(a.Services, s.Code) {
			codes[a.Code] = true
		}
	}
}

// Only gives the directory with these agreements alone: with their services and
// parties, and of the assignments those for them and for the whole
// organisation. People stay, since names of people are no secret in a
// workspace.
func (d *Directory) Only(agreements []string) *Directory {
	part := *d
	part.Agreements = filter(d.Agreements, func(a *Agreement) bool { return slices.Contains(agreements, a.Code) })
	services, parties := map[string]bool{}, map[string]bool{}
	for i := range part.Agreements {
		a := &part.Agreements[i]
		parties[a.Provider], parties[a.Consumer] = true, true
		for _, code := range a.Services {
			services[code] = true
		}
		a.Underpins = filter(a.Underpins, func(code *string) bool { return slices.Contains(agreements, *code) })
	}
	here := func(s Scope) bool {
		return s.Kind == Organisation || s.Kind == ServiceScope && services[s.Code] || s.Kind == AgreementScope && slices.Contains(agreements, s.Code)
	}
	part.Services = filter(d.Services, func(s *Service) bool { return services[s.Code] })
	part.Parties = filter(d.Parties, func(p *Party) bool { return parties[p.Code] })
	part.Assignments = filter(d.Assignments, func(a *Assignment) bool { return here(a.Scope) })
	part.Lessons = filter(d.Lessons, func(l *Lesson) bool { return here(l.Scope()) && (l.Party == "" || parties[l.Party]) })
	return part.Index()
}

// filter gives a copy of what fits.
func filter[T any](all []T, fits func(*T) bool) []T {
	var kept []T
	for i := range all {
		if fits(&all[i]) {
			kept = append(kept, all[i])
		}
	}
	return kept
}
