package slm

import (
	"regexp"
	"slices"
	"strings"
)

var codeForm = regexp.MustCompile(`^[A-Z0-9]+(-[A-Z0-9]+)*$`)

// maxCode is how many characters a code may have.
const maxCode = 60

// CheckAgreement refuses, as Invalid, an agreement that the directory could
// not hold as it is: a code, parties, services or calendars that are not
// there, parties on the wrong side, dates that end before they begin, a
// chain that leads back to itself, and a requirement that turns into an SLA. The company file is read by the same rules.
func (d *Directory) CheckAgreement(a *Agreement) error {
	for _, check := range []func(*Agreement) error{
		d.checkTitle, d.checkParties, d.checkServices, d.checkTerms, d.checkCalendars, d.checkUnderpins, d.CheckGrowth, d.checkRequirement,
	} {
		if err := check(a); err != nil {
			return err
		}
	}
	return nil
}

func (d *Directory) checkTitle(a *Agreement) error {
	switch {
	case !codeForm.MatchString(a.Code) || len(a.Code) > maxCode:
		return Refuse(Invalid, "agreement.code", "code", a.Code)
	case a.Title == Text{}:
		return Refuse(Invalid, "agreement.title")
	case !slices.Contains([]AgreementKind{SLR, SLA, OLA, UC}, a.Kind):
		return Refuse(Invalid, "agreement.kind")
	}
	return nil
}

func (d *Directory) checkParties(a *Agreement) error {
	provider, consumer := d.Party(a.Provider), d.Party(a.Consumer)
	switch {
	case provider == nil:
		return Refuse(NotFound, "agreement.party", "code", a.Provider)
	case consumer == nil:
		return Refuse(NotFound, "agreement.party", "code", a.Consumer)
	case provider == consumer:
		return Refuse(Invalid, "agreement.self", "code", a.Provider)
	case (a.Kind == SLA || a.Kind == SLR) && consumer.Side != Business:
		return Refuse(Invalid, "agreement.business", "code", a.Consumer)
	case a.Kind == OLA && provider.Side != Internal:
		return Refuse(Invalid, "agreement.internal", "code", a.Provider)
	case a.Kind == UC && provider.Side != Supplier:
		return Refuse(Invalid, "agreement.supplier", "code", a.Provider)
	}
	return nil
}

func (d *Directory) checkServices(a *Agreement) error {
	if len(a.Services) == 0 {
		return Refuse(Invalid, "agreement.services")
	}
	for i, code := range a.Services {
		if d.Service(code) == nil || slices.Contains(a.Services[:i], code) {
			return Refuse(NotFound, "agreement.service", "code", code)
		}
	}
	return nil
}

func (d *Directory) checkTerms(a *Agreement) error {
	switch {
	case a.To != nil && !a.From.Before(*a.To):
		return Refuse(Invalid, "span")
	case a.To == nil && !a.Renewal.IsZero():
		return Refuse(Invalid, "agreement.renewal")
	}
	return nil
}

func (d *Directory) checkCalendars(a *Agreement) error {
	codes := []string{a.Calendar}
	for i, t := range a.Targets {
		codes = append(codes, t.Calendar)
		if slices.ContainsFunc(a.Targets[:i], func(other Target) bool { return other.Key == t.Key }) {
			return Refuse(Invalid, "agreement.target", "key", t.Key)
		}
	}
	for _, code := range codes {
		if code != "" && code != Always && d.NamedCalendar(code) == nil {
			return Refuse(NotFound, "agreement.calendar", "code", code)
		}
	}
	return nil
}

func (d *Directory) checkUnderpins(a *Agreement) error {
	if len(a.Underpins) > 0 && a.Kind != OLA && a.Kind != UC {
		return Refuse(Invalid, "agreement.carries", "code", a.Code)
	}
	for _, code := range a.Underpins {
		if d.Agreement(code) == nil && code != a.Code {
			return Refuse(NotFound, "agreement.unknown", "code", code)
		}
		if way := d.wayTo(code, a.Code, nil); way != nil {
			return Refuse(Invalid, "agreement.circle", "way", strings.Join(append([]string{a.Code}, way...), " > "))
		}
	}
	return nil
}

// wayTo gives the way from an agreement over what it carries to another, or
// nil.
func (d *Directory) wayTo(from, to string, seen []string) []string {
	if from == to {
		return []string{to}
	}
	a := d.Agreement(from)
	if a == nil || slices.Contains(seen, from) {
		return nil
	}
	for _, next := range a.Underpins {
		if rest := d.wayTo(next, to, append(seen, from)); rest != nil {
			return append([]string{from}, rest...)
		}
	}
	return nil
}
