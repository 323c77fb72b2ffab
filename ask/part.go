package ask

import (
	"maps"
	"regexp"
	"slices"
	"time"

	"steward/slm"
)

// told reports whether the cue is only told around the question: the part of
// the sentence that asks who, between one mark and the next, does not have it,
// and names a deed or a role: "who signs it? Petri is on leave".
func (s *sentence) told(c cue) bool {
	asked := false
	for from := 0; from < len(s.units); {
		to := s.partEnd(from)
		cues := s.cuesIn(from, to)
		if cues[who] {
			if cues[c] || !slices.ContainsFunc(slices.Collect(maps.Keys(cues)), asksFor) {
				return false
			}
			asked = true
		}
		from = to
	}
	return asked
}

// asksSame reports whether the rules find the one clause behind every word that
// asks who: "who negotiates and who signs".
func (s *sentence) asksSame(clause sense) bool {
	to := len(s.units)
	for _, h := range slices.Backward(s.hits) {
		if !slices.Contains(h.cues, who) {
			continue
		}
		if ids, _ := best(duties, s.cuesIn(h.to, to)); len(ids) != 1 || ids[0] != clause {
			return false
		}
		to = h.from
	}
	return true
}

// partEnd gives the end of the part that starts at a unit: the next mark, or the
// next "who".
func (s *sentence) partEnd(from int) int {
	for i := from + 1; i < len(s.units); i++ {
		if s.units[i].gap || s.units[i].text == "who" || s.units[i].text == "whos" {
			return i
		}
	}
	return len(s.units)
}

// asksFor reports whether a cue says what is asked of somebody: a deed or a role.
func asksFor(c cue) bool {
	_, role := slm.RoleOf(slm.RoleKey(c))
	return role || isDeed(c)
}

// deedless reports whether the sentence says of nothing what is done with it,
// but for what was done: "the contract that we signed", "签的合同".
func (s *sentence) deedless() bool {
	return !slices.ContainsFunc(s.hits, func(h hit) bool {
		return !s.done(h) && !(h.han && slices.Contains(h.cues, plain)) && slices.ContainsFunc(h.cues, func(c cue) bool { return !idle[c] })
	})
}

// done reports whether the hit only says of an agreement what was done with it,
// as in "签的那份合同".
func (s *sentence) done(h hit) bool {
	after := h.to
	if s.units[after-1].text != "的" {
		if after == len(s.units) || s.units[after].text != "的" {
			return false
		}
		after++
	}
	for i := after; i < min(after+3, len(s.units)); i++ {
		if s.kindAt(i) {
			return true
		}
	}
	return false
}

// idle are the cues that say nothing about a deed.
var idle = map[cue]bool{
	who: true, what: true, handle: true, plain: true, here: true, me: true, greet: true, thank: true, must: true, "actual": true,
	agreement: true, "contract": true, aService: true, aParty: true, "business": true,
	kindSLA: true, kindOLA: true, kindUC: true, kindSLR: true,
}

// brings reports whether the classifier takes the sentence for a question about
// what the holder of a role must bring, of whichever qualification.
func (s *sentence) brings() bool {
	all := float32(0)
	for _, g := range s.guesses {
		if g.sense == senseQuals || isQuality(g.sense) {
			all += g.likely
		}
	}
	return all > 0.6
}

// oneQuality reports whether a question about a role asks for one of its
// qualifications, which the classifier is sure of and whose own words are said,
// and not for all of them.
func (s *sentence) oneQuality() bool {
	ruled, _ := best(requirements, s.cues)
	return isQuality(s.decided()) && (len(ruled) > 0 || s.yesNo() || s.guesses[0].likely >= certain)
}

// vacant gives the roles that nobody holds for the organisation at the time of
// the sentence.
func (x *Index) vacant(s *sentence) []slm.RoleKey {
	var keys []slm.RoleKey
	for _, role := range x.dir.RolesAt(s.at) {
		rungs := x.dir.Responsible(role.Key, slm.Scope{Kind: slm.Organisation}, s.at)
		if !slices.ContainsFunc(rungs, func(r slm.Rung) bool { return r.Why != slm.NoOne && r.Why != slm.Left }) {
			keys = append(keys, role.Key)
		}
	}
	return keys
}

// begins reports whether the agreement comes into force on the day, or in its
// month where no day was said: "the SLA starts in October, who handles it?" asks
// for now.
func (x *Index) begins(code string, at time.Time, exact bool) bool {
	a := x.dir.Agreement(code)
	if a == nil || at.IsZero() || a.From.Year() != at.Year() || a.From.Month() != at.Month() {
		return false
	}
	return !exact || a.From.Day() == at.Day()
}

// commands are what an order begins with that the bot does not take.
var commands = regexp.MustCompile(`(?i)^\W*(?:(?:hi|hello|hey|steward|bot|ok|please|pls|now|and|just|can you|could you)\W+)*(?:` +
	`(?:delete|remove|erase|wipe|drop|purge|appoint|promote|rename|assign|reset|overwrite|grant|set|nominate|demote)\b|` +
	`(?:add|make|put|register|enter|list|name)\s+(?:me|him|her|us|them|my|\w+(?:\s+\w+)?\s+(?:as|to|the))\b)` +
	`|^\W*(?:(?:hi|hello|hey|steward|bot|ok|please|pls|just|can|could|would|will|you)\W+)*(?:write|compose|sing|draw|tell|make up|invent|recite|generate|draft)(?: me| us)? (?:an?|some|another)\b` +
	`|^\W*(?:请|麻烦|帮我|帮忙|给我|你|能|可以|来)*(?:写|作|画|唱|讲|编|翻译|来)一?[首个封篇段张句幅]` +
	`|^\W*(?:请|麻烦|帮我|帮忙|给我|你)*(?:(?:把|将).*(?:删|改成|改为|设为|设成|换成|撤|加为|加成|加到|加入|添加|列为|任命|登记)|删除|删掉|删了|清空|任命|撤掉|撤销|改成)`)

// orders reports whether the sentence tells the bot to change something, and
// asks nothing.
func (s *sentence) orders(text string) bool {
	return !s.cues[who] && !s.cues[what] && !s.cues[other] && commands.MatchString(text)
}

// cuesIn gives the cues of a part of the sentence.
func (s *sentence) cuesIn(from, to int) map[cue]bool {
	cues := map[cue]bool{}
	for _, h := range s.hits {
		if from <= h.from && h.to <= to {
			for _, c := range h.cues {
				cues[c] = true
			}
		}
	}
	return cues
}

// awayIn is the day that the meaning is about. Where a month or a week was said
// and it is about who covers for somebody, it is the first day of that on which
// somebody does.
func (x *Index) awayIn(m Meaning, day moment) time.Time {
	at := day.about(m)
	if day.start && x.begins(m.Agreement, at, day.exact) {
		return time.Time{}
	}
	if m.Intent != Cover || m.Person == 0 || at.IsZero() || day.exact {
		return at
	}
	end := at.AddDate(0, 0, 7)
	if at.Day() == 1 {
		end = at.AddDate(0, 1, 0)
	}
	first := end
	for _, c := range x.dir.Covers {
		if from := c.From.Add(12 * time.Hour); c.Person == m.Person && c.To.After(at) && from.Before(first) {
			first = from
		}
	}
	if first.Before(at) || first.Equal(end) {
		return at
	}
	return first
}
