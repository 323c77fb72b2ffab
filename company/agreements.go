package company

import (
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// defaultAnswer is how long whoever is told first has to answer, unless the
// agreement says otherwise.
const defaultAnswer = 30 * time.Minute

// states are those that an agreement can be in.
var states = wordsOf(slm.States)

func wordsOf[T ~string](all []T) []string {
	words := make([]string, len(all))
	for i, v := range all {
		words[i] = string(v)
	}
	return words
}

// readReferences reads what the agreements underpin and grew out of: that may be an agreement
// further down.
func (r *reader) readReferences() {
	for i := range r.dir.Agreements {
		r.underpins(&r.dir.Agreements[i], r.carries[i])
		r.requirement(&r.dir.Agreements[i], r.required[i])
	}
}

// requirement reads which SLR an SLA grew out of.
func (r *reader) requirement(a *slm.Agreement, n *yaml.Node) {
	a.Requirement = r.agreements.wantCode(n)
	switch {
	case a.Requirement == "":
	case a.Kind != slm.SLA:
		r.problems.add(n.Line, "only an SLA grows out of a requirement; take this out of %s", a.Code)
	case r.kindOf(a.Requirement) != slm.SLR:
		r.problems.add(n.Line, "%s is no SLR; name the requirement that %s grew out of", a.Requirement, a.Code)
	}
}

func (r *reader) agreement(n *yaml.Node) {
	f := r.fields(n, "an agreement", "code", "kind", "title", "provider", "consumer", "services",
		"underpins", "from", "to", "state", "zone", "calendar", "notice", "renewal", "reminder", "requirement", "alert", "answer within", "targets")
	r.carries = append(r.carries, f.may("underpins"))
	r.required = append(r.required, f.may("requirement"))
	code := f.must("code", "SLA-ORION-HR")
	zone, loc := r.zoneOf(f)
	from, to := r.span(f, loc, false)
	a := slm.Agreement{
		Code:  r.code(code),
		Kind:  oneOf(r, f.must("kind", "SLA"), "a kind of agreement", slm.SLR, slm.SLA, slm.OLA, slm.UC),
		Title: r.text(f.must("title", "{en: Payroll for Human Resources, zh: 人力资源部薪资服务}")),
		State: oneOf(r, f.must("state", "in force"), "the state of an agreement",
			slm.States...),
		Version:      1,
		From:         from,
		To:           to,
		Zone:         zone,
		AlertRole:    r.role(f.may("alert")),
		AnswerWithin: r.duration(f.may("answer within")),
		Calendar:     r.calendarNamed(f.may("calendar")),
		Notice:       r.term(f.may("notice")),
		Renewal:      r.term(f.may("renewal")),
		Reminder:     r.term(f.may("reminder")),
	}
	if a.Calendar == slm.Always {
		a.Calendar = "" // which means the same
	}
	if n := f.may("renewal"); n != nil && f.may("to") == nil {
		r.problems.add(n.Line, `a renewal prolongs an agreement beyond its last day; write "to", too, or take "renewal" out`)
	}
	if a.AlertRole == "" {
		a.AlertRole = slm.ServiceLevelAdministrator
	}
	if f.may("answer within") == nil {
		a.AnswerWithin = defaultAnswer
	}
	r.agreements.enter(code, a.Code, len(r.dir.Agreements))
	r.sides(f, &a)
	r.agreementServices(f, &a)
	each(r, f.may("targets"), "targets", func(n *yaml.Node) { r.target(n, &a) })
	r.dir.Agreements = append(r.dir.Agreements, a)
}

// sides reads who promises to whom. The kind of an agreement says on which
// side they stand, and the two are easily written the wrong way round.
func (r *reader) sides(f fields, a *slm.Agreement) {
	provider, consumer := f.must("provider", "IT-OPS"), f.must("consumer", "HR")
	a.Provider = r.parties.wantCode(provider)
	a.Consumer = r.parties.wantCode(consumer)
	if a.Provider != "" && a.Provider == a.Consumer {
		r.problems.add(consumer.Line, "%s cannot promise something to itself; name another provider or consumer", a.Provider)
		return
	}
	at, code := consumer, a.Consumer
	rule, promises, side := sideOf(a.Kind)
	if promises {
		at, code = provider, a.Provider
	}
	if is := r.partySide(code); code != "" && side != "" && is != side && is != "" {
		r.problems.add(at.Line, "%s, and %s is %s; name another party or kind of agreement", rule, code, sideWords(is))
	}
}

// sideOf says on which side one party of an agreement of the kind stands, in
// words, too: the provider if promises, else the consumer.
func sideOf(kind slm.AgreementKind) (rule string, promises bool, side slm.Side) {
	switch kind {
	case slm.SLR:
		return "an SLR is required by a customer or business unit", false, slm.Business
	case slm.SLA:
		return "an SLA is promised to a customer or business unit", false, slm.Business
	case slm.OLA:
		return "an OLA is promised by an internal team", true, slm.Internal
	case slm.UC:
		return "a UC is promised by a supplier", true, slm.Supplier
	}
	return "", false, ""
}

// sidesStay refuses a party that would no longer stand where an agreement needs
// it that is known and that the files do not have.
func (r *reader) sidesStay() {
	for i := range r.known.Agreements {
		a := &r.known.Agreements[i]
		if _, here := r.agreements.places[a.Code]; here {
			continue
		}
		rule, promises, side := sideOf(a.Kind)
		code := a.Consumer
		if promises {
			code = a.Provider
		}
		at, here := r.parties.places[code]
		if is := r.partySide(code); here && side != "" && is != side && is != "" {
			r.problems.add(at.line, "%s is %s, but %s, as %s is; leave the side, or write that agreement with another party, too", code, sideWords(is), rule, a.Code)
		}
	}
}

func sideWords(s slm.Side) string {
	switch s {
	case slm.Business:
		return "a customer or business unit"
	case slm.Internal:
		return "an internal team"
	default:
		return "a supplier"
	}
}

func (r *reader) agreementServices(f fields, a *slm.Agreement) {
	list := f.must("services", "[ORION-PAYROLL]")
	each(r, list, "services", func(n *yaml.Node) {
		code := r.services.wantCode(n)
		switch {
		case code == "":
		case slices.Contains(a.Services, code):
			r.problems.add(n.Line, "service %s is named twice; keep one", code)
		default:
			a.Services = append(a.Services, code)
		}
	})
	if list != nil && list.Kind == yaml.SequenceNode && len(list.Content) == 0 {
		r.problems.add(list.Line, "an agreement is about one service at least; write services: [ORION-PAYROLL]")
	}
}

// underpins reads which agreements this one carries.
func (r *reader) underpins(a *slm.Agreement, n *yaml.Node) {
	each(r, n, "underpins", func(n *yaml.Node) {
		code := r.agreements.wantCode(n)
		switch {
		case code == "":
		case a.Kind != slm.OLA && a.Kind != slm.UC:
			r.problems.add(n.Line, "only an OLA or a UC underpins; write %s under the agreement that carries it", a.Code)
		case slices.Contains(a.Underpins, code):
			r.problems.add(n.Line, "agreement %s is named twice; keep one", code)
		default:
			a.Underpins = append(a.Underpins, code)
			if path := r.circle(a.Code, code); path != nil {
				r.problems.add(n.Line, "an agreement cannot carry itself (%s); take one of these out", strings.Join(path, " > "))
			}
		}
	})
}

// circle gives the way from one agreement over what it carries back to itself,
// or nil. The step from code to next is the one that was just written.
func (r *reader) circle(code, next string) []string {
	seen := map[string]bool{}
	var way func(from string) []string
	way = func(from string) []string {
		if from == code {
			return []string{code}
		}
		if seen[from] {
			return nil
		}
		seen[from] = true
		for _, carried := range r.carriedBy(from) {
			if rest := way(carried); rest != nil {
				return append([]string{from}, rest...)
			}
		}
		return nil
	}
	if rest := way(next); rest != nil {
		return append([]string{code}, rest...)
	}
	return nil
}
