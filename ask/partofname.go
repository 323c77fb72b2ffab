package ask

import (
	"slices"
	"strings"
)

// partOfName reports whether the phrase is said where a name is expected, and
// is a part of one: "the data OLA", "the agreement for the stores". A title
// behind a surname, as in "吴经理", is no role.
func (x *Index) partOfName(s *sentence, h hit) bool {
	if isRole(h) {
		return h.han && h.from > 0 && h.to == h.from+2 && x.isSurname(s.units[h.from-1]) && !s.units[h.from].gap
	}
	if h.han && !slices.ContainsFunc(h.cues, isThing) && x.inRun(s, h) {
		return true
	}
	if !slices.ContainsFunc(h.cues, mayName) || slices.ContainsFunc(h.cues, isThing) || !x.spells(s, h.from, h.to) {
		return false
	}
	if s.oneKindFor(h.from) {
		return true
	}
	if !h.han && !s.determined(h.from) {
		return false
	}
	for i := h.to; i < min(h.to+4, len(s.units)); i++ {
		if s.oneKindAt(i) {
			return !s.codes.has(i)
		}
		if !x.has(s.units[i]) && !glue[s.units[i].text] && !h.han {
			return false
		}
	}
	return false
}

// longRun is how many Han characters of one name in a row are no chance.
const longRun = 5

// inRun reports whether the phrase is within many characters of one name, as
// "数据" and "给" are in "比赛数据供给".
func (x *Index) inRun(s *sentence, h hit) bool {
	from, to := h.from, h.from+1
	pair := func(i int) bool {
		if i < 0 || i+1 >= len(s.units) || !s.units[i].han || !s.units[i+1].han || s.units[i+1].gap {
			return false
		}
		_, known := x.words[s.units[i].text+s.units[i+1].text]
		return known
	}
	for pair(from - 1) {
		from--
	}
	for pair(to - 1) {
		to++
	}
	if to < h.to || to-from < longRun {
		return false
	}
	things := x.posts[x.words[s.units[from].text+s.units[from+1].text]]
	return slices.ContainsFunc(things[:min(len(things), 8)], func(t int32) bool {
		for i := from + 1; i+1 < to; i++ {
			if _, has := slices.BinarySearch(x.posts[x.words[s.units[i].text+s.units[i+1].text]], t); !has {
				return false
			}
		}
		return true
	})
}

// mayName reports whether phrases with the cue may as well be part of a name:
// what is done cannot, what it is done to can.
func mayName(c cue) bool {
	return isObject(c) || isDeed(c) || c == plain || c == absent
}

// isThing reports whether the cue is for the kinds of things that names are of.
func isThing(c cue) bool {
	return c == agreement || c == aService || c == aParty || c == "business" || c == who || c == handle || c == here
}

// spells reports whether all of the units are words of names.
func (x *Index) spells(s *sentence, from, to int) bool {
	if s.units[from].han {
		_, ok := x.words[s.units[from].text+s.units[min(from+1, len(s.units)-1)].text]
		return ok && to == from+2
	}
	for _, u := range s.units[from:to] {
		if glue[u.text] || !x.has(u) {
			return false
		}
		if _, exact := x.words[u.text]; !exact && strings.HasSuffix(u.text, "ed") { // a signed OLA is none on sign-on
			return false
		}
	}
	return true
}

// determined reports whether an article or the like stands up to three words
// before the unit, with only words of a name in between.
func (s *sentence) determined(i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		switch s.units[j].text {
		case "the", "our", "this", "that", "a", "for", "of", "by", "on":
			return true
		case "who", "whos", "to", "can", "may", "should", "must":
			return false
		}
	}
	return i == 0
}

// isSurname reports whether the unit is the surname of somebody.
func (x *Index) isSurname(u unit) bool {
	w, ok := x.words[u.text]
	return ok && u.han && !x.wordOfThing(w)
}

// oneKindAt reports whether a word for one agreement stands at the unit.
func (s *sentence) oneKindAt(i int) bool {
	if i < len(s.units) && s.units[i].text == "的" {
		i++
	}
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		return h.from == i && slices.Contains(h.cues, agreement) && !strings.HasSuffix(s.units[h.to-1].text, "s")
	})
}

// oneKindFor reports whether a word for one agreement, and "for" or the like,
// stand before the unit.
func (s *sentence) oneKindFor(i int) bool {
	if i > 0 && s.units[i-1].text == "the" {
		i--
	}
	if i < 2 {
		return false
	}
	switch s.units[i-1].text {
	case "for", "on", "about", "with":
		return s.oneKindAt(i - 2)
	}
	return false
}
