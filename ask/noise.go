package ask

import "slices"

// noise reports whether what is left unexplained does not look like a name that
// belongs to the one that was found: a stray word somewhere else, or one or two
// Han characters.
func (s *sentence) noise(left, named mask) bool {
	count := 0
	for i, u := range s.units {
		if !left.has(i) {
			continue
		}
		count++
		near := func(j int) bool {
			return j >= 0 && j < len(s.units) && (left.has(j) || named.has(j) || s.kindAt(j))
		}
		switch {
		case count > 2, s.beforeObject(i):
			return false
		case u.han:
			if s.introduced(i) || count > 1 && (near(i-1) && !left.has(i-1) || near(i+1) && !left.has(i+1)) {
				return false
			}
		case near(i - 1), near(i + 1), u.caps, u.title && i > 0, s.introduced(i):
			return false
		}
	}
	return true
}

// introduced reports whether a preposition stands before the unit, so that a
// name is to be expected.
func (s *sentence) introduced(i int) bool {
	for _, u := range s.units[max(0, i-2):i] {
		switch u.text {
		case "for", "of", "with", "from", "by", "at", "in", "to", "called", "named", "和", "跟", "与", "对", "叫":
			return true
		}
	}
	return false
}

// beforeObject reports whether the unit stands right before what something is
// done to, as the unknown names in "the Zeppelin report" and "火星的目录" do.
func (s *sentence) beforeObject(i int) bool {
	for i++; i < len(s.units) && s.units[i].han && (s.content[i] || s.plainAt(i)); {
		i++
	}
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		return h.from == i && slices.ContainsFunc(h.cues, isObject)
	})
}

// plainAt reports whether the unit belongs to an ordinary word.
func (s *sentence) plainAt(i int) bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		return h.from <= i && i < h.to && !slices.ContainsFunc(h.cues, func(c cue) bool { return c != plain })
	})
}

func isObject(c cue) bool {
	switch c {
	case agreement, aService, aParty, "catalogue", "data", "report", "review", "feedback", "kpi", "training",
		"structure", "improvement", "records", "need", "process", "problem", "breach", "stakeholder", "neighbour":
		return true
	}
	return false
}

// kindAt reports whether the unit is a word for an agreement or a service.
func (s *sentence) kindAt(i int) bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		return h.from <= i && i < h.to && (slices.Contains(h.cues, agreement) || slices.Contains(h.cues, aService))
	})
}
