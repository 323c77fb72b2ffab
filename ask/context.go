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
