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
	act, _ := x.activity(s.cues)
	if !s.cues[here] && slices.ContainsFunc(act, companyWide) {
		return
	}
	kinds := s.kinds()
	if a := x.dir.Agreement(q.Agreement); a != nil && (kinds == nil || slices.Contains(kinds, a.Kind)) {
		m.Agreement = a.Code
		return
	}
	if x.dir.Service(q.Service) == nil {
		return
	}
	if kinds != nil && s.definite() {
		n.several = x.agreementsOn(q.Service, kinds)
	}
	if len(n.several) == 1 {
		m.place(&x.things[n.several[0].thing])
		n.several = nil
		return
	}
	m.Service = q.Service
}

// agreementsOn gives the agreements of the kinds on the service.
func (x *Index) agreementsOn(service string, kinds []slm.AgreementKind) []match {
	var ms []match
	for i, t := range x.things {
		if a := t.agreement; a != nil && slices.Contains(kinds, a.Kind) && slices.Contains(a.Services, service) {
			ms = append(ms, match{thing: int32(i), share: 1, recall: 1})
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
