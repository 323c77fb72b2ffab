package slm

import (
	"strings"
	"time"
	"unicode/utf8"
)

// An Exclusion is a window of time that does not count, such as agreed
// maintenance, for one agreement or for all on a service. It counts from when
// a second person approved it until it ends. What is measured in it is kept
// and shown beside the reported figure.
//
// A measurement is excluded where all of its span lies in such windows. One
// that reaches out of them counts as a whole: which of its events happened in
// the window nobody knows, and guessing is no measuring. So sources that want
// maintenance left out exactly send spans that begin and end with it.
type Exclusion struct {
	ID     int64
	Scope  Scope // an agreement or a service
	Period Period
	Reason string // why, 1 to 1000 characters

	ProposedBy int64
	ProposedAt time.Time
	ApprovedBy int64 // 0: nobody yet
	ApprovedAt *time.Time
	EndedBy    int64 // who declined or withdrew it, 0: nobody
	EndedAt    *time.Time
}

// Counts reports whether time is left out because of it.
func (e Exclusion) Counts() bool { return e.ApprovedAt != nil && e.EndedAt == nil }

// Check refuses, as Invalid, exclusions without a reason, of no agreement or
// service, and spans that do not end after they begin or last more than a
// year.
func (e Exclusion) Check() error {
	switch length := utf8.RuneCountInString(strings.TrimSpace(e.Reason)); {
	case length == 0 || length > 1000 || strings.ContainsRune(e.Reason, 0):
		return Refuse(Invalid, "exclusion.reason")
	case e.Scope.Kind == Organisation || e.Scope.Code == "":
		return Refuse(Invalid, "exclusion.scope")
	case !e.Period.From.Before(e.Period.To) || e.Period.Length() > 366*24*time.Hour:
		return Refuse(Invalid, "exclusion.span")
	}
	return nil
}

// Inside reports whether all of a span lies in the windows.
func Inside(span Period, windows []Period) bool {
	return len(windows) > 0 && len(span.Subtract(windows)) == 0
}

// MayApprove refuses, as Forbidden, whoever proposed an exclusion, and whoever
// is neither a service level manager at its scope nor the process owner, who
// stands in where the only manager proposed it.
func (d *Directory) MayApprove(e Exclusion, person int64, at time.Time) error {
	holds := d.Holds(person, e.Scope, at, ServiceLevelManager, ProcessOwner)
	if holds && e.ProposedBy != person {
		return nil
	}
	refusal := Refuse(Forbidden, "exclusion.forbidden")
	if holds {
		refusal = Refuse(Forbidden, "exclusion.second")
	}
	for _, role := range []RoleKey{ServiceLevelManager, ProcessOwner} {
		for _, rung := range d.Responsible(role, e.Scope, at) {
			if rung.Person != nil && rung.Person.ID != e.ProposedBy {
				refusal.Who = append(refusal.Who, rung)
			}
		}
	}
	return refusal
}
