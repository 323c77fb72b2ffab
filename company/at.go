package company

import (
	"time"

	"steward/slm"
)

// At gives the part of a directory that held at noon of a day in the company's
// zone: without the people who had left, and without agreements, assignments,
// covers and merges that had not begun or were over. Names, aliases and objectives
// are those of the directory.
func At(d *slm.Directory, day time.Time) *slm.Directory {
	y, m, dd := day.Date()
	noon := time.Date(y, m, dd, 12, 0, 0, 0, locationOf(d.Zone))
	held := func(from time.Time, to *time.Time) bool { return !noon.Before(from) && (to == nil || noon.Before(*to)) }
	part := *d
	part.People = keep(d.People, func(p *slm.Person) bool { return p.ActiveAt(noon) })
	part.Agreements = keep(d.Agreements, func(a *slm.Agreement) bool { return held(a.From, a.EndsAt()) })
	part.Index()
	for i := range part.Agreements {
		a := &part.Agreements[i]
		a.Underpins = keep(a.Underpins, func(code *string) bool { return part.Agreement(*code) != nil })
	}
	part.Assignments = keep(d.Assignments, func(a *slm.Assignment) bool {
		here := a.Scope.Kind != slm.AgreementScope || part.Agreement(a.Scope.Code) != nil
		return here && held(a.From, a.To) && part.Person(a.Person) != nil
	})
	part.Covers = keep(d.Covers, func(c *slm.Cover) bool { return held(c.From, &c.To) && part.Person(c.Person) != nil })
	part.Merges = keep(d.Merges, func(m *slm.Merge) bool { return held(m.At, m.UndoneAt) && part.Person(m.By) != nil })
	for i := range part.Merges {
		part.Merges[i].UndoneAt, part.Merges[i].UndoneBy = nil, 0 // that was to come
	}
	return part.Index()
}

// keep gives a copy of what fits.
func keep[T any](all []T, fits func(*T) bool) []T {
	var kept []T
	for i := range all {
		if fits(&all[i]) {
			kept = append(kept, all[i])
		}
	}
	return kept
}
