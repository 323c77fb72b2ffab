package ask

import (
	"strings"

	"steward/slm"
)

// A rule says which responsibilities answer for a combination of cues. Where
// two rules hold equally many cues, the earlier one wins.
type rule struct {
	clauses string // ids, or the key of a role whose purpose answers, best first
	when    string // cues that must all be there; combinations separated by bars
}

var rules = []rule{
	{"PO-4", "role merge|role determine|role determine merge"},
	{"PL-1", "engage stakeholder resource align|engage stakeholder process|engage stakeholder resource|resource process|resource align escalate|resource align|resource stakeholder|engage stakeholder|engage process|engage|resource|align resource escalate"},
	{"PO-2", "align stakeholder|align stakeholder process|align stakeholder need process|align process|align|align business stakeholder"},
	{"PO-2 PL-1", "stakeholder"},
	{"PO-3", "ensure improvement|ensure improvement process"},
	{"PL-3", "carry improvement|carry improvement process"},
	{"PO-3 PL-3", "improvement|improvement process"},
	{"PL-2", "align neighbour|align neighbour process|neighbour|interface process|interface neighbour process|neighbour process"},
	{"SM-8", "kpi|kpi determine|kpi process|training|training write|training process|training kpi|training kpi process"},
	{"SA-6", "survey SLR|survey SLR business|collect SLR|collect SLR business|survey need|survey need business|need business|collect need|collect need business|survey business|feedback need|feedback need business|analyse need business"},
	{"SM-4", "SLR|SLR agreement|SLR determine|SLR sign|SLR negotiate|need determine|need determine business|SLR determine agreement|SLR need determine agreement"},
	{"SM-1", "need process|collect need process|need hold process|survey need process|need determine process|need process analyse"},
	{"SM-1 SM-4 SA-6", "need"},
	{"SM-7", "problem|problem process|problem solve|problem solve process|escalate|escalate problem|problem escalate process|breach|breach solve|breach escalate|problem report|breach report|problem breach|problem hold process|escalate process|problem maintain"},
	{"SA-7", "feedback|feedback collect|feedback survey|feedback analyse|feedback compare|feedback business|feedback record|feedback hold|feedback collect analyse|feedback business collect|feedback report|feedback survey business hold"},
	{"SA-5", "report compare agreement|report actual compare agreement|report|report write|report data|report data write|report actual|report record|report actual write"},
	{"SM-6", "review|review hold|review hold process|review feedback|review report hold|review write"},
	{"SM-2", "build catalogue|build catalogue business"},
	{"SM-2 SA-1", "catalogue|maintain catalogue|catalogue record|build maintain catalogue|catalogue change"},
	{"SM-3", "build structure|hold structure|determine structure|build structure process|ensure structure|build hold structure"},
	{"SA-2", "maintain structure|maintain structure process"},
	{"SM-3 SA-2", "structure|structure process"},
	{"SM-5", "actual|compare actual|analyse actual|compare actual analyse|compare agreement|compare actual agreement|analyse actual agreement|analyse compare agreement|compare agreement data|compare actual data agreement|analyse compare actual data|actual data compare|actual agreement"},
	{"SA-4", "record data|record records data|records data agreement|record records data agreement|record data agreement|collect data|maintain data|records data|record analyse data|record analyse compare data|record data actual|data write"},
	{"SA-4 SM-5", "monitor agreement|monitor data|monitor actual|data|analyse data|compare data|analyse compare data"},
	{"SM-4", "sign|negotiate|sign agreement|negotiate agreement|negotiate sign agreement|build agreement|determine agreement|change agreement|write agreement|sign business agreement|negotiate business agreement|negotiate business|merge agreement"},
	{"SA-3", "records|maintain agreement|record agreement|records agreement|record records agreement|maintain records agreement|maintain records|collect agreement records"},
	{"process-lead", "monitor process|monitor effective|carry process|monitor carry process|process monitor ensure"},
	{"PO-1", "ensure carry process|ensure carry effective process|process|effective process|ensure process|ensure effective process|ensure process hold|hold process effective"},
}

// duties and requirements are the rules made ready.
var (
	duties       = combinations(rules)
	requirements = combinations(qualityRules)
)

// agreed answers for an agreement that a question names without an activity.
var agreed = map[slm.AgreementKind][]string{
	slm.SLA: {"SM-4", "SA-3"},
	slm.OLA: {"SM-4", "SA-3"},
	slm.UC:  {"SM-4", "SA-3"},
	slm.SLR: {"SM-4"},
	"":      {"SM-4", "SA-3"},
}

// weight is how much a cue says about the activity. The general verbs say
// little, since people use them with everything.
func weight(c cue) float64 {
	switch c {
	case "process", "business", "hold", "carry", "write", "ensure", "merge", "collect":
		return 0.4
	case "agreement", "determine", "survey", "record", "solve", "maintain", "change", able:
		return 0.6
	case "role":
		return 0.8
	}
	return 1
}

// combination is a rule made ready: one of its combinations.
type combination struct {
	cues    []cue
	clauses []string
	weight  float64
}

func combinations(rules []rule) []combination {
	var all []combination
	for _, r := range rules {
		for when := range strings.SplitSeq(r.when, "|") {
			c := combination{clauses: strings.Fields(r.clauses)}
			for _, word := range strings.Fields(when) {
				c.cues = append(c.cues, cue(word))
				c.weight += weight(cue(word))
			}
			all = append(all, c)
		}
	}
	return all
}

// best gives the clauses of the weightiest combination that is there, and its
// weight.
func best(rules []combination, cues map[cue]bool) ([]string, float64) {
	var best *combination
	for i := range rules {
		c := &rules[i]
		if c.in(cues) && (best == nil || c.weight > best.weight+1e-9) {
			best = c
		}
	}
	if best == nil {
		return nil, 0
	}
	return best.clauses, best.weight
}

func (c *combination) in(cues map[cue]bool) bool {
	for _, want := range c.cues {
		if !cues[want] {
			return false
		}
	}
	return true
}
