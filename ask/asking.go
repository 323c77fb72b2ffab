package ask

import (
	"maps"
	"slices"
	"strings"
)

// askingPart gives the only part of several that asks who, if it names
// something: what is told around it may be of another field.
func (s *sentence) askingPart() (from, to int, ok bool) {
	named := and(s.heardMask(), s.contentMask())
	for at := 0; at < len(s.units); {
		end := s.partEnd(at)
		if s.cuesIn(at, end)[who] {
			if ok {
				return 0, 0, false
			}
			from, to, ok = at, end, true
		}
		at = end
	}
	inside := false
	for i := from; i < to; i++ {
		inside = inside || named.has(i)
	}
	return from, to, ok && inside && to-from < len(s.units)
}

// fromTo gives the two clauses of the same work that two deeds are, of a range or
// of both: "for the agreements, from negotiating to filing".
func (s *sentence) fromTo() []string {
	var ends []int
	for i, u := range s.units {
		switch {
		case u.text == "from" || u.text == "both" || u.text == "从":
			ends = []int{i}
		case len(ends) == 1 && (u.text == "to" || u.text == "到" || u.text == "and" && s.units[ends[0]].text == "both"):
			ends = append(ends, i)
		}
	}
	if len(ends) < 2 {
		return nil
	}
	var clauses []string
	for i, end := range [...]int{ends[1], len(s.units)} {
		cues := s.cuesIn(ends[i], end)
		if !slices.ContainsFunc(slices.Collect(maps.Keys(cues)), isDeed) {
			return nil
		}
		for c := range s.cues {
			cues[c] = cues[c] || isObject(c) && c != "records"
		}
		ids, _ := best(duties, cues)
		clauses = append(clauses, ids...)
	}
	for _, pair := range shared {
		if slices.Contains(clauses, pair[0]) && slices.Contains(clauses, pair[1]) {
			return pair[:]
		}
	}
	return nil
}

// onlyNames reports whether what follows the first word that asks who says that
// somebody is responsible, and besides that only what for.
func (s *sentence) onlyNames() bool {
	from := slices.IndexFunc(s.hits, func(h hit) bool { return slices.Contains(h.cues, who) })
	if from < 0 {
		return false
	}
	start := 0
	if !s.hits[from].han { // in Chinese what is asked for stands before it
		start = s.hits[from].from
	}
	cues := s.cuesIn(start, len(s.units))
	for c := range cues {
		if !idle[c] {
			return false
		}
	}
	return cues[handle]
}

// demands reports whether the sentence asks who is responsible for a
// requirement, as in "who works on the requirement of the branches", and not who
// finds out what is required.
func (s *sentence) demands() bool {
	said := false
	for _, h := range s.hits {
		text := squeeze(s.units[h.from:h.to])
		switch {
		case slices.Contains(h.cues, "need") && (strings.HasPrefix(text, "requirement") || strings.HasSuffix(text, "需求")):
			said = true
		case slices.ContainsFunc(h.cues, func(c cue) bool { return !idle[c] && c != duty && c != "solve" && c != "carry" }): // "works on the", "handles the"
			return false
		}
	}
	return said
}

// pointsAtNothing reports whether the sentence says of "it" what is done, and
// nothing about what that is: "which of you signs it?", "这个谁签".
func (s *sentence) pointsAtNothing() bool {
	if slices.ContainsFunc(s.hits, func(h hit) bool {
		return slices.ContainsFunc(h.cues, func(c cue) bool { return !idle[c] && !isDeed(c) || isObject(c) || c == "business" })
	}) {
		return false
	}
	for i, h := range s.hits {
		if !slices.Contains(pronouns, squeeze(s.units[h.from:h.to])) {
			continue
		}
		behind := i > 0 && slices.ContainsFunc(s.hits[i-1].cues, isDeed) && (h.to == len(s.units) || s.units[h.to].gap)
		ahead := i+1 < len(s.hits) && h.han && slices.Contains(s.hits[i+1].cues, who)
		if behind || ahead {
			return true
		}
	}
	return false
}

// pronouns stand for one thing that was named before.
var pronouns = []string{"it", "this", "that", "thisone", "thatone", "它", "这个", "那个", "这份", "那份"}
