package ask

import (
	"slices"
	"strings"

	"steward/slm"
)

// context takes what the thread or channel is about where the question names
// nothing itself.
func (x *Index) context(m *Meaning, s *sentence, q Question, n *naming) {
	if n.one != nil || len(n.several) > 0 || m.Person != 0 {
		return
	}
	act, _ := x.activity(s)
	if !s.cues[here] && (slices.ContainsFunc(act, companyWide) || s.deedless() && !without(s.contentMask(), s.heardMask()).empty()) {
		return // the second is something that nobody knows: "who handles the zeppelin"
	}
	kinds := s.kinds()
	thread, channel := x.dir.Agreement(q.Agreement), x.dir.Service(q.Service)
	switch {
	case thread != nil && (kinds == nil || slices.Contains(kinds, thread.Kind)):
		m.Agreement = thread.Code
		return
	case thread != nil && s.definite():
		n.several = x.agreementsOn(thread.Services, kinds)
	case channel != nil && s.definite() && kinds != nil:
		n.several = x.agreementsOn([]string{channel.Code}, kinds)
	}
	if len(n.several) == 1 {
		m.place(&x.things[n.several[0].thing])
		n.several = nil
	} else if channel != nil {
		m.Service = channel.Code
	}
}

// narrow takes the agreement with a party where there is one, and asks back
// where there are several: those who negotiate and sign differ.
func (x *Index) narrow(m *Meaning, s *sentence, n *naming) {
	party := x.dir.Party(m.Party)
	if m.Intent != Who || party == nil || len(m.Clauses) == 0 ||
		slices.ContainsFunc(m.Clauses, func(id string) bool { return id != "SM-4" && id != "SA-3" }) {
		return
	}
	kinds := s.kinds()
	if kinds == nil {
		kinds = map[slm.Side][]slm.AgreementKind{slm.Business: {slm.SLA, slm.SLR}, slm.Internal: {slm.OLA}, slm.Supplier: {slm.UC}}[party.Side]
	}
	var ms []match
	for _, t := range x.things {
		if a := t.agreement; a != nil && slices.Contains(kinds, a.Kind) && (a.Provider == party.Code || a.Consumer == party.Code) {
			ms = append(ms, match{thing: t.place, share: 1, recall: 1})
		}
	}
	switch len(ms) {
	case 0:
	case 1:
		m.Party = ""
		m.place(&x.things[ms[0].thing])
	default:
		n.several = ms
	}
}

// required takes the requirement on a service, where it is what the question
// asks for and there is one: "the requirements for the portal".
func (x *Index) required(m *Meaning, s *sentence) {
	if m.Intent != Who || m.Service == "" || !slices.Contains(m.Clauses, "SM-1") && !(s.cues["need"] && slices.Contains(m.Clauses, "SM-4")) || s.cues["process"] {
		return
	}
	if ms := x.agreementsOn([]string{m.Service}, []slm.AgreementKind{slm.SLR}); len(ms) == 1 {
		m.Service = ""
		m.place(&x.things[ms[0].thing])
		m.Roles, m.Clauses = answering(agreed[slm.SLR])
	}
}

// agreementsOn gives the agreements of the kinds on one of the services.
func (x *Index) agreementsOn(services []string, kinds []slm.AgreementKind) []match {
	var ms []match
	for _, t := range x.things {
		if a := t.agreement; a != nil && slices.Contains(kinds, a.Kind) &&
			slices.ContainsFunc(a.Services, func(code string) bool { return slices.Contains(services, code) }) {
			ms = append(ms, match{thing: t.place, share: 1, recall: 1})
		}
	}
	return ms
}

// companyWide reports whether the responsibility is for the process or the
// catalogue as a whole, and not for one agreement or service.
func companyWide(clause string) bool {
	switch clause {
	case "SM-1", "SM-2", "SM-3", "SM-8", "SA-1", "SA-2":
		return true
	}
	return strings.HasPrefix(clause, "P") || strings.HasPrefix(clause, "process")
}
