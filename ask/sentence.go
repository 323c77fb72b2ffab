package ask

import (
	"regexp"
	"slices"
	"strings"

	"steward/slm"
)

// read cuts a question and finds its days and cues.
func (x *Index) read(q Question) *sentence {
	text, users := strip(shorten(q.Text))
	text = excluded.ReplaceAllString(text, "$1 ")
	addresses := address.FindAllString(text, -1)
	text = address.ReplaceAllString(text, " ")
	text, day := when(text, q.Now, func(number string) bool { _, ok := x.words[number]; return ok })
	s := &sentence{units: x.respell(units(text)), day: day, at: q.Now, cues: map[cue]bool{}, sheet: x.blank()}
	if !day.at.IsZero() {
		s.at = day.at
	}
	if s.at.Before(q.Now) && nowadays.MatchString(text) { // what was is only told
		s.day, s.at = moment{}, q.Now
	}
	for _, id := range users {
		s.point(x.dir.BySlack(id))
	}
	for _, email := range addresses {
		s.point(x.dir.ByEmail(strings.ToLower(email)))
	}
	taken := x.takeTricky(s.units)
	for i, u := range s.units {
		if u.caps && (u.text == "it" || u.text == "us") && x.has(u) {
			taken[i] = true
		}
	}
	_, code := x.code(s)
	s.codes = x.noCode(s, text)
	s.codes.or(code)
	for i := range s.units {
		taken[i] = taken[i] || code.has(i) && i > 0 && code.has(i-1)
	}
	s.hits = x.lex.find(x.corrected(s.units), taken)
	for i, u := range s.units {
		if u.han {
			s.han.set(i)
		}
	}
	s.content = make([]bool, len(s.units))
	for i := range s.content {
		s.content[i] = true
	}
	s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { return x.partOfName(s, h) })
	for _, h := range s.hits {
		for _, c := range h.cues {
			s.cues[c] = true
		}
		for i := h.from; i < h.to; i++ {
			s.content[i] = false
		}
	}
	for i := range s.content {
		s.content[i] = s.content[i] && !s.counts(i) && !x.ourselves[s.units[i].text] && !x.atHome(s, i) || s.codes.has(i)
	}
	return s
}

// excluded is what the question says that it does not mean: "the payroll SLA,
// not the one for leave", "不是财务那份". A mark stands before and behind it.
var excluded = regexp.MustCompile(`(?i)((?:^|[,;:(（，；、]|\s[-–—]+)\s*)(?:and |but )?(?:not (?:the|that|for|with|about) [^,.;:!?()，。；！？）–—]*|(?:但|而|可)?不是[^,.;:!?()，。；！？）–—谁]*[份个项])(?:[,.;:!)，。；！）]|\s[-–—]|$)`)

// point takes the person to whom a mention or an e-mail points; nil is somebody
// whom the company does not know. The first one counts.
func (s *sentence) point(p *slm.Person) {
	switch {
	case p == nil:
		s.stranger = true
	case s.person == 0:
		s.person = p.ID
	}
}

// counts reports whether the unit is a number that counts an ordinary word, as
// in "store 12", and no part of a name.
func (s *sentence) counts(i int) bool {
	digits := strings.Trim(s.units[i].text, "0123456789") == ""
	return digits && i > 0 && !s.content[i-1] && !s.kindAt(i-1)
}

// has reports whether the unit is a word of some name.
func (x *Index) has(u unit) bool {
	if _, ok := x.words[u.text]; ok {
		return true
	}
	for _, base := range bases(u) {
		if _, ok := x.words[base]; ok {
			return true
		}
	}
	return false
}

// corrected gives the units with misspelt words of the lexicon put right. A
// word that is nearer to a name stays.
func (x *Index) corrected(us []unit) []unit {
	out := us
	for i, u := range us {
		if u.han || len(u.text) < 5 || x.lex.knows(u) || x.has(u) {
			continue
		}
		near, d := x.lex.typos.near(u.text)
		if len(near) == 0 {
			continue
		}
		if name, nd := x.typos.near(u.text); len(name) > 0 && nd <= d {
			continue
		}
		if &out[0] == &us[0] {
			out = append([]unit(nil), us...)
		}
		out[i].text = x.lex.meant(near)
	}
	return out
}

// roles gives the roles that the sentence names, in its order. A shorter role
// name inside a longer one does not count.
func (s *sentence) roles() []slm.RoleKey {
	var keys []slm.RoleKey
	seen := map[cue]bool{}
	for _, h := range s.hits {
		if s.process(h) || s.boss(h) {
			continue
		}
		for _, c := range h.cues {
			switch c {
			case roleOwner, roleLead, roleManager, roleAdmin:
				if !seen[c] {
					seen[c] = true
					keys = append(keys, slm.RoleKey(c))
				}
			}
		}
	}
	return keys
}

// process reports whether the hit is "SLM" for the process, as in "SLM的流程主管"
// and "SLM PO", and not for the role.
func (s *sentence) process(h hit) bool {
	if s.units[h.from].text != "slm" || h.to != h.from+1 || h.to == len(s.units) || s.units[h.to].gap {
		return false
	}
	next := h.to
	if s.units[next].text == "的" {
		next++
	}
	return slices.ContainsFunc(s.hits, func(o hit) bool { return o.from == next && isRole(o) })
}

// boss reports whether the hit is somebody's own manager, as in "my manager
// proposed me", and no role of the process.
func (s *sentence) boss(h hit) bool {
	if h.from == 0 || h.to > h.from+1 || s.units[h.from].text != "manager" {
		return false
	}
	switch s.units[h.from-1].text {
	case "my", "his", "her", "their", "your", "whose":
		return true
	}
	return false
}

// yesNo reports whether the sentence can be answered with yes or no.
func (s *sentence) yesNo() bool {
	if len(s.units) == 0 {
		return false
	}
	switch s.units[0].text {
	case "is", "are", "was", "were", "does", "did", "has", "have", "will", "would", "should", "must":
		return true
	}
	return false
}

// escalates reports whether the sentence asks who escalates, and not where to
// escalate to: a bare "who" stands before it.
func (s *sentence) escalates() bool {
	asked := false
	for _, h := range s.hits {
		if slices.Contains(h.cues, "escalate") {
			return asked
		}
		asked = asked || slices.Contains(h.cues, who) && h.to == h.from+1
	}
	return false
}

func isRole(h hit) bool {
	return slices.ContainsFunc(h.cues, func(c cue) bool {
		return c == roleOwner || c == roleLead || c == roleManager || c == roleAdmin
	})
}

// definite reports whether the sentence speaks of one agreement or service, as
// in "the SLA" or "this OLA", and not of all, nor of those of a place as in "the
// agreements here".
func (s *sentence) definite() bool {
	for i, u := range s.units[:max(0, len(s.units)-1)] {
		if u.text == "the" && !s.content[i+1] && s.oneKindAt(i+1) {
			return true
		}
	}
	return s.cues[here] && !s.placeOnly()
}

// placeOnly reports whether the sentence points to a place and to nothing else.
func (s *sentence) placeOnly() bool {
	return !slices.ContainsFunc(s.hits, func(h hit) bool {
		return slices.Contains(h.cues, here) && !slices.Contains(places, squeeze(s.units[h.from:h.to]))
	})
}

// places are the words that point to the place where the question is asked.
var places = []string{"here", "thischannel", "这里", "这边", "本频道", "这个频道", "咱们这", "我们这"}

// lang is the language of the phrases, so that a Chinese name in an English
// question does not make it Chinese.
func (s *sentence) lang() slm.Lang {
	han, latin := 0, 0
	for _, h := range s.hits {
		switch {
		case h.han:
			han += h.to - h.from
		case !s.acronym(h):
			latin += 2 * (h.to - h.from)
		}
	}
	if han == 0 && latin == 0 {
		for _, u := range s.units {
			if u.han {
				return slm.Chinese
			}
		}
	}
	if han > latin {
		return slm.Chinese
	}
	return slm.English
}

// acronym reports whether the hit is a word that both languages use.
func (s *sentence) acronym(h hit) bool {
	switch s.units[h.from].text {
	case "sla", "ola", "uc", "slr", "slm", "kpi", "slas", "olas", "it", "poc", "owner", "hi", "hello", "ok":
		return true
	}
	return false
}

// unhear drops the cues that are part of the name of the thing, such as
// "updates" in "the Paywell updates contract".
func (s *sentence) unhear(t *thing) {
	own := s.wide[t.place]
	named := and(own, s.contentMask())
	for i, u := range s.units {
		if glue[u.text] && i > 0 && i+1 < len(s.units) && (named.has(i-1) || named.has(i+1)) {
			named.set(i)
		}
	}
	kept := map[cue]bool{}
	for i, h := range s.hits {
		to := h.to
		if to < len(s.units)-1 && (s.units[to].text == "的" || s.units[to].text == "s") {
			to++
		}
		beside := h.from > 0 && named.has(h.from-1) || to < len(s.units) && named.has(to)
		asked := i > 0 && slices.Contains(s.hits[i-1].cues, who)
		if !asked && beside && own.has(h.from) && own.has(h.to-1) && !slices.Contains(h.cues, agreement) {
			for j := h.from; j < h.to; j++ {
				s.partOf.set(j)
			}
			continue
		}
		for _, c := range h.cues {
			kept[c] = true
		}
	}
	s.cues = kept
}
