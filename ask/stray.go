package ask

import (
	"slices"
	"strings"
	"unicode"
)

// doubtNames drops what was perhaps named in a question whose activity is
// clear: words that nobody has to know, as long as they stand where no name is
// expected.
func (x *Index) doubtNames(s *sentence, n *naming, act []string) {
	switch {
	case n.unknown && (!x.strange(s) || x.surelyWide(s, act)), len(n.several) > 1 && disjoint(n.several) && slices.ContainsFunc(act, companyWide),
		len(n.several) > 0 && (s.indefinite() || x.aside(s, n.several, act)):
		*n = naming{person: n.person, confidence: 0.7}
	case n.one != nil && x.byTheWay(s, n.one):
		n.one, n.confidence = nil, 0.7
	case n.one != nil && slices.ContainsFunc(act, companyWide) && !s.definite() && x.recall(s, n.one) < inAll:
		n.one, n.confidence = nil, 0.7
	}
}

// surelyWide reports whether the activity is one for the whole company without
// any doubt, so that a word which nothing explains need not be a name, unless it
// is written like one.
func (x *Index) surelyWide(s *sentence, act []string) bool {
	least := float32(0.95)
	heard := s.heardMask()
	for i, u := range s.units {
		switch {
		case !s.content[i] || heard.has(i):
		case s.codes.has(i), u.caps, u.title && i > 0:
			return false
		case u.han:
			least = 0.99
		}
	}
	return s.guesses[0].likely >= least && !slices.ContainsFunc(act, func(id string) bool { return !companyWide(id) && id != "SA-6" })
}

// aside reports whether the matches are for words that have nothing to do with
// the activity: one that is for the whole company, or a single word that stands
// where no name is expected.
func (x *Index) aside(s *sentence, ms []match, act []string) bool {
	if x.strange(s) || s.speaks(ms) {
		return false
	}
	return slices.ContainsFunc(act, companyWide) || s.weight(and(ms[0].mask, s.contentMask())) <= 1
}

// byTheWay reports whether what was found of the thing is a single word that
// stands where no name is expected, and less than most of the name.
func (x *Index) byTheWay(s *sentence, t *thing) bool {
	said := and(s.wide[t.place], s.contentMask())
	return s.weight(said) <= 1 && x.fullest(s, t) < 0.6 && !s.speaks([]match{{mask: said}})
}

// fullest is how much was said of the best name of the thing, or of what it is
// related to.
func (x *Index) fullest(s *sentence, t *thing) float64 {
	full := x.recall(s, t)
	for _, r := range t.related {
		full = max(full, x.recall(s, &x.things[r]))
	}
	return full
}

// speaks reports whether one of the matches is named at a place where a name is
// expected, or nearly in full.
func (s *sentence) speaks(ms []match) bool {
	for _, m := range ms {
		named := and(m.mask, s.contentMask())
		for i := range s.units {
			if named.has(i) && (s.slot(i) || m.recall > inAll) {
				return true
			}
		}
	}
	return false
}

// named gives the content without the words that nobody has to know: those that
// are in no name and do not look like a part of one. Where it is open what the
// question is about, every word counts.
func (x *Index) named(s *sentence) mask {
	content := s.contentMask()
	if sense := s.decided(); sense == "" || sense == senseNone {
		return content
	}
	heard := s.heardMask()
	for i := range s.units {
		if content.has(i) && !heard.has(i) && !x.strangeAt(s, i, heard) {
			content = without(content, one(i))
		}
	}
	return content
}

// strange reports whether a word that nothing explains looks like a name.
func (x *Index) strange(s *sentence) bool { return x.strangeIn(s, s.contentMask()) }

// strangeIn reports the same of some of the words.
func (x *Index) strangeIn(s *sentence, some mask) bool {
	heard := s.heardMask()
	for i := range s.units {
		if some.has(i) && x.strangeAt(s, i, heard) {
			return true
		}
	}
	return false
}

// strangeAt reports whether the unit looks like a name: it is no word that people
// use when they speak of the process, and it is written like a name, or stands
// where one is expected, or beside a word of a name that was heard.
func (x *Index) strangeAt(s *sentence, i int, heard mask) bool {
	if s.codes.has(i) {
		return true
	}
	if x.ordinary(s, i) {
		return false
	}
	u := s.units[i]
	beside := i > 0 && s.content[i-1] && heard.has(i-1) && !u.gap ||
		i+1 < len(s.units) && s.content[i+1] && heard.has(i+1) && !s.units[i+1].gap
	behind := !u.han && i > 0 && s.oneKindAt(i-1) && (u.gap || u.caps || u.title)
	if s.oneKindAt(i+1) || s.oneKindFor(i) || behind || beside && !heard.has(i) {
		return true
	}
	return s.asked(i) && (s.slot(i) || u.caps || u.title && i > 0 || s.introduced(i) || s.beforeObject(i)) ||
		u.title && s.beforeObject(i)
}

// asked reports whether the unit is part of what is asked, and not of what is
// told around it: no punctuation is between it and the word that asks, which in
// English stands before it.
func (s *sentence) asked(i int) bool {
	for _, h := range s.hits {
		if (slices.Contains(h.cues, who) || !s.cues[who] && slices.Contains(h.cues, what)) && (s.units[i].han || h.from < i || h.han && (s.units[i].caps || s.units[i].title)) && !s.parted(min(h.from, i), max(h.from, i)) {
			return true
		}
	}
	return !s.cues[who] && !s.cues[what]
}

// parted reports whether there is punctuation between two units.
func (s *sentence) parted(from, to int) bool {
	return slices.ContainsFunc(s.units[from+1:to+1], func(u unit) bool { return u.gap })
}

// slot reports whether a name is expected at the unit: beside a word for an
// agreement or a service, or behind a preposition.
func (s *sentence) slot(i int) bool {
	if s.nameAhead(i) {
		return true
	}
	if i > 0 && !s.kindAt(i+1) && pointing[s.units[i-1].text] {
		return false
	}
	if s.units[i].han {
		return s.kindAt(i+1) || s.kindAt(i-1) || s.oneKindAt(i+1)
	}
	return s.kindAt(i+1) || s.kindAt(i-1) || s.introduced(i)
}

// indefinite reports whether the sentence speaks of an agreement that there is
// not yet: "a new SLA", "一份OLA".
func (s *sentence) indefinite() bool {
	words := slices.Concat(anyOnes, newOnes)
	if s.cues[here] {
		words = newOnes // "they have an agreement with us, who signs that"
	}
	for i := 1; i < len(s.units); i++ {
		if !s.oneKindAt(i) {
			continue
		}
		before := squeeze(s.units[max(0, i-2):i])
		if slices.ContainsFunc(words, func(said string) bool { return strings.HasSuffix(before, said) }) {
			return true
		}
	}
	return false
}

// newOnes are the words before an agreement that there is not yet, and anyOnes
// those before one that perhaps there is not.
var (
	newOnes = []string{"new", "another", "anew", "新", "新的"}
	anyOnes = []string{"a", "an", "一份", "一个"}
)

// pointing are the words that stand before no name: "in this house".
var pointing = map[string]bool{"this": true, "that": true, "these": true, "those": true, "my": true, "your": true, "a": true, "an": true}

// nameAhead reports whether the unit begins what ends with a word for an
// agreement: "the card approvals SLA".
func (s *sentence) nameAhead(i int) bool {
	for j := i + 1; j < min(i+5, len(s.units)) && !s.units[j].gap; j++ {
		if s.oneKindAt(j) {
			return true
		}
		if !s.content[j] && !glue[s.units[j].text] && !counting[s.units[j].text] {
			return false
		}
	}
	return false
}

// counting are the characters between a name and what it names: "航芯那份合同".
var counting = map[string]bool{"的": true, "那": true, "这": true, "个": true, "份": true, "项": true, "条": true, "张": true}

// ordinary reports whether the classifier learned from texts with the word, or
// with the Han character and one beside it.
func (x *Index) ordinary(s *sentence, i int) bool {
	us := s.units
	known := x.senses.knows
	if s.kindAt(i + 1) {
		return known(us[i].text + " " + us[i+1].text)
	}
	if !us[i].han {
		return known(us[i].text) || len(us[i].text) < 3 || unicode.IsDigit(rune(us[i].text[0])) && len(us[i].text) < 4
	}
	return i+1 < len(us) && known(us[i].text+" "+us[i+1].text) || i > 0 && known(us[i-1].text+" "+us[i].text)
}
