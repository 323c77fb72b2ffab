package ask

import (
	"cmp"
	"slices"
	"strings"
)

// A guess is what the classifier takes a sentence for, and how likely it is,
// from 0 to 1.
type guess struct {
	sense  sense
	likely float32
}

// How likely a guess must be to decide by itself, and how likely to be believed
// where the rules say the same.
const (
	certain   = 0.9 // to be believed without a word for the deed
	decisive  = 0.5
	plausible = 0.2
	possible  = 0.25
	nearby    = 0.15 // of the likeliest, to be named beside it
)

// guess fills in what the classifier takes the sentence for, likeliest first.
func (x *Index) guess(s *sentence) {
	s.guesses = x.senses.guesses(features(s.tokens(0, len(s.units)), s.cues))
	if from, to, ok := s.askingPart(); ok && s.guesses[0].sense == senseNone {
		part := x.senses.guesses(features(s.tokens(from, to), s.cuesIn(from, to)))
		if isDuty(part[0].sense) && part[0].likely >= decisive {
			s.guesses = part
		}
	}
}

// asksTwice reports whether the sentence asks for two people: "who signs it and
// who keeps it". What stands between the two must end, or go on with "and", so
// that "who is the one who" asks for one. "分别是谁" asks for each.
func (s *sentence) asksTwice() bool {
	if strings.Contains(squeeze(s.units), "分别") || strings.Contains(squeeze(s.units), "respectively") || strings.Contains(squeeze(s.units), "whodoeswhat") {
		return true
	}
	asked, deed := false, false
	for _, h := range s.hits {
		first := s.units[h.from]
		deed = deed || asked && slices.ContainsFunc(h.cues, func(c cue) bool { return isDeed(c) || isObject(c) || c == handle })
		again := strings.HasPrefix(first.text, "who") || strings.ContainsAny(squeeze(s.units[h.from:h.to]), "谁哪")
		switch {
		case !again || !slices.Contains(h.cues, who) && !slices.Contains(h.cues, next):
		case !asked:
			asked = true
		case s.units[h.from-1].text == "and" || s.units[h.from-1].text == "&":
			return true
		case deed && (first.han || first.gap && s.deedAfter(h.to)): // but not "I don't know whom to expect: who signs it?"
			return true
		}
	}
	return false
}

// deedAfter reports whether something that the process knows is done follows.
func (s *sentence) deedAfter(i int) bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		return h.from >= i && slices.ContainsFunc(h.cues, func(c cue) bool { return c != plain && c != here && c != handle })
	})
}

func isDeed(c cue) bool {
	switch c {
	case "sign", "negotiate", "determine", "build", "maintain", "record", "records", "collect", "analyse", "compare",
		"hold", "ensure", "carry", "monitor", "align", "engage", "survey", "write":
		return true
	}
	return false
}

// guesses gives the senses, likeliest first.
func (c *classifier) guesses(features []string) []guess {
	all := make([]guess, len(c.classes))
	for i, l := range c.likely(features) {
		all[i] = guess{c.classes[i], l}
	}
	slices.SortStableFunc(all, func(a, b guess) int { return cmp.Compare(b.likely, a.likely) })
	return all
}

// likely is how likely the sense is.
func likely(guesses []guess, wanted sense) float32 {
	for _, g := range guesses {
		if g.sense == wanted {
			return g.likely
		}
	}
	return 0
}

// decided is the sense that the classifier is sure of, or "".
func (s *sentence) decided() sense {
	if s.guesses[0].likely < decisive {
		return ""
	}
	return s.guesses[0].sense
}

// isDuty and isQuality report whether a sense is a responsibility, or a
// qualification.
func isDuty(id sense) bool    { return !isQuality(id) && strings.Contains(id, "-") }
func isQuality(id sense) bool { return strings.Contains(id, "-Q") }

// shared are the pairs of clauses of two roles for the same work.
var shared = [...][2]sense{
	{"SM-2", "SA-1"},
	{"SM-3", "SA-2"},
	{"SM-4", "SA-3"},
	{"SA-4", "SM-5"},
	{"PO-3", "PL-3"},
	{"PO-2", "PL-1"},
	{"SA-6", "SM-4"},
	{"PO-3", "PL-3"},
	{"PO-Q3", "SA-Q3"},
	{"PO-Q5", "PL-Q4"},
}

// activity gives the responsibilities that the sentence asks for, best first,
// and how clearly it does; nothing if it asks for none. The classifier decides
// where it is sure, and otherwise the rules where it thinks the same possible.
func (x *Index) activity(s *sentence) ([]string, float64) {
	if s.thingOnly {
		return nil, 0
	}
	ruled, clarity := best(duties, s.cues)
	if both := s.fromTo(); both != nil {
		return both, 2
	}
	switch ids := s.meant(ruled); {
	case ids != nil && isDuty(ids[0]):
		return ids, 2
	case s.guesses[0].likely >= decisive && s.guesses[0].sense != senseNone, s.guesses[0].likely > offTopic:
		return nil, 0
	}
	for _, id := range ruled {
		if likely(s.guesses, id) >= possible {
			return ruled, clarity
		}
	}
	return nil, 0
}

// meant gives the clause that the classifier is sure of, or nil. To it belongs
// the clause of another role for the same work, where the classifier finds that
// nearly as likely, the rules have both, or the sentence asks who does the one
// and who the other.
func (s *sentence) meant(ruled []string) []string {
	first := s.guesses[0]
	if !isDuty(first.sense) && !isQuality(first.sense) {
		return nil
	}
	pair, other := s.sharing(first.sense)
	switch both := first.likely + other; {
	case first.likely >= plausible && len(ruled) > 1 && slices.Contains(ruled, first.sense):
		return ruled
	case pair != nil && both >= decisive && (s.asksTwice() && !s.asksSame(first.sense) || other > nearby*first.likely && (pair[0] != "SM-4" && pair[1] != "SM-4" || 2*other > first.likely)):
		return pair
	case first.likely >= decisive, pair != nil && both >= decisive:
		return []string{first.sense}
	}
	return nil
}

// sharing gives the pair for the same work that a clause belongs to, if any,
// and how likely the other one of it is.
func (s *sentence) sharing(id sense) (pair []string, other float32) {
	for _, p := range shared {
		for i, member := range p {
			if l := likely(s.guesses, p[1-i]); member == id && (pair == nil || l > other) {
				pair, other = p[:], l
			}
		}
	}
	return pair, other
}
