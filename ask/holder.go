package ask

import "slices"

// asksHolder reports whether "who" stands next to a role, as in "who is the
// process owner", so that the rest of the question cannot be an activity.
func (s *sentence) asksHolder() bool {
	if s.pointsBack() {
		return true
	}
	var last hit
	for _, h := range s.hits {
		if slices.Contains(h.cues, who) && s.hasPost(h.to) && len(s.roles()) > 0 {
			return true
		}
		if s.links(h) {
			continue
		}
		apart := s.units[h.from].gap && !s.units[h.from].han // as in "requirements for SLM, who works those out"
		if isRole(h) && slices.Contains(last.cues, who) && !s.toward(h.from) || isRole(last) && slices.Contains(h.cues, who) && !apart {
			return true
		}
		last = h
	}
	return false
}

// pointsBack reports whether a role is named, and a part of the sentence asks for
// nothing but who that is: "it says 'process owner' here, who is that?"
func (s *sentence) pointsBack() bool {
	if len(s.roles()) != 1 || len(s.guesses) > 0 && isDuty(s.guesses[0].sense) {
		return false
	}
	for from := 0; from < len(s.units); {
		to := s.partEnd(from)
		if cues := s.cuesIn(from, to); cues[who] && to-from > 1 && !slices.Contains(s.content[from:to], true) && !holdsMore(cues) {
			return true
		}
		from = to
	}
	return false
}

// holdsMore reports whether cues say more than that somebody is asked for.
func holdsMore(cues map[cue]bool) bool {
	for c := range cues {
		if c != who && c != plain && c != here && c != me {
			return true
		}
	}
	return false
}

// hasPost reports whether the units go on with "has the role" or the like.
func (s *sentence) hasPost(i int) bool {
	if i+2 >= len(s.units) || s.units[i].gap {
		return false
	}
	switch s.units[i].text {
	case "has", "have", "holds", "hold", "got", "took", "takes", "fills", "had", "held":
	default:
		return false
	}
	switch s.units[i+2].text {
	case "role", "job", "post", "position", "seat", "title", "office":
		return true
	}
	return false
}

// whichRole reports whether "which" stands before a role, as in "which manager
// for the payroll SLA".
func (s *sentence) whichRole() bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		return isRole(h) && h.from > 0 && s.units[h.from-1].text == "which"
	})
}

// greetsFrom reports whether the sentence begins with a greeting from somewhere,
// as in "hello from the payroll team".
func (s *sentence) greetsFrom() bool {
	return len(s.hits) > 0 && s.hits[0].from == 0 && slices.Contains(s.hits[0].cues, greet) &&
		s.hits[0].to < len(s.units) && s.units[s.hits[0].to].text == "from" && len(s.units) < 9
}

// inApposition reports whether a word for a role only says that what stands
// before it is one: "管理员这个岗位", "the role of administrator".
func (s *sentence) inApposition() bool {
	for i, h := range s.hits {
		if i == 0 || !slices.Contains(h.cues, "role") {
			continue
		}
		last := s.hits[i-1]
		if i > 1 && slices.Contains(last.cues, here) && last.to == h.from {
			last = s.hits[i-2]
		}
		if isRole(last) {
			return true
		}
	}
	return false
}

// toward reports whether the unit is what something is done to, as the role in
// "谁往流程主管那里上报" and "who escalates to the process owner".
func (s *sentence) toward(i int) bool {
	if i > 0 && s.units[i-1].text == "the" {
		i--
	}
	if i == 0 {
		return false
	}
	switch s.units[i-1].text {
	case "往", "向", "跟", "给", "到", "朝", "to", "with", "from":
		return true
	}
	return false
}

// links reports whether the hit is a word such as "is" or "the", which may stand
// between "who" and a role.
func (s *sentence) links(h hit) bool {
	if h.to > h.from+1 {
		return false
	}
	switch s.units[h.from].text {
	case "is", "are", "was", "were", "be", "the", "a", "an", "our", "my", "your", "current", "new", "now", "acting", "s", "是", "的", "任", "现":
		return true
	}
	return false
}

// bareRole reports whether a role stands beside what is understood only, and is
// no part of something else, as in "who informs the store managers".
func (s *sentence) bareRole() bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		before := h.from == 0 || s.units[h.from].gap || !s.content[h.from-1]
		return isRole(h) && before && (h.to == len(s.units) || s.units[h.to].gap || !s.content[h.to])
	})
}
