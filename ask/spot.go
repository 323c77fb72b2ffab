package ask

import (
	"slices"
	"strings"
	"time"
)

// A sentence is a question on its way to a meaning.
type sentence struct {
	units []unit
	day   moment    // that it speaks of
	at    time.Time // that day, or when it is asked; zero if neither is known
	hits  []hit
	cues  map[cue]bool
	// content marks the units that are no ordinary words: they must be part of
	// a name, or the question is about something unknown.
	content  []bool
	person   int64   // mentioned
	stranger bool    // somebody is mentioned whom the directory does not have
	terms    []term  // what the units may be part of
	guesses  []guess // what the classifier takes it for, likeliest first
	// thingOnly: it asks who is responsible for what is named, and for no deed.
	thingOnly bool

	*sheet      // what was found in the index
	han    mask // units that are Han characters
	codes  mask // units that are the code of an agreement, or written like one
	partOf mask // units that would be phrases, were they no part of a name
	doubt  mask // units that are a slip away from a name, but look like another
}

// A term is a word of the index found in the sentence.
type term struct {
	word  int32
	thing int32 // the only one that it is a word of, or anything
	mask  mask
}

// anything stands for all things that have a word.
const anything = -1

// look finds the words of the index in the sentence.
func (x *Index) look(s *sentence) {
	for i := 0; i < len(s.units); i++ {
		if s.units[i].han {
			x.lookHan(s, i)
			continue
		}
		x.lookJoined(s, i)
		x.lookWord(s, i)
	}
	for _, t := range s.terms {
		if t.thing != anything {
			x.hear(s, t.thing, t.mask)
			continue
		}
		for _, th := range x.posts[t.word] {
			x.hear(s, th, t.mask)
		}
	}
	s.inOrder()
}

// hear notes that the thing explains units, and so do, with its help, the
// agreements that are related to it.
func (x *Index) hear(s *sentence, thing int32, m mask) {
	s.masks[thing].or(m)
	s.widen(thing, m)
	for _, a := range x.things[thing].relates {
		s.widen(a, m)
	}
}

func (s *sentence) see(word int32, sure bool, from, to int) {
	t := term{word: word, thing: anything}
	for i := from; i < to; i++ {
		t.mask.set(i)
	}
	s.terms = append(s.terms, t)
	quality := uint8(1)
	if sure {
		quality = 2
	}
	s.found[word] = max(s.found[word], quality)
}

func (x *Index) lookHan(s *sentence, i int) {
	us := s.units
	known := false
	if i+1 < len(us) && us[i+1].han {
		w, ok := x.words[us[i].text+us[i+1].text]
		if known = ok; ok {
			s.see(w, true, i, i+2)
		}
	}
	if w, ok := x.words[us[i].text]; ok && s.content[i] && (x.wordOfThing(w) || s.surname(i) || len(x.posts[w]) > 1 && s.familiar(i)) {
		s.see(w, true, i, i+1)
		for j := range s.titled(i) {
			s.content[i+1+j] = false
		}
	}
	if !known && s.content[i] {
		x.lookSound(s, i)
	}
}

// surname reports whether the character is said to be somebody's surname, as in
// "姓吴的" and "吴经理".
func (s *sentence) surname(i int) bool {
	return i > 0 && s.units[i-1].text == "姓" || s.titled(i) > 0
}

// familiar reports whether the character is a surname as friends say it, "小张".
// That may be anybody of the name.
func (s *sentence) familiar(i int) bool {
	return i > 0 && (s.units[i-1].text == "小" || s.units[i-1].text == "老") && (i+1 == len(s.units) || !s.content[i+1])
}

// titled gives how many characters after a surname are a title: two of "吴经理".
func (s *sentence) titled(i int) int {
	next := ""
	for _, u := range s.units[i+1 : min(i+3, len(s.units))] {
		next += u.text
	}
	for _, title := range [...]string{"总", "工", "经理", "老师", "先生", "女士", "哥", "姐"} {
		if strings.HasPrefix(next, title) {
			return len(title) / len("总")
		}
	}
	return 0
}

// wordOfThing reports whether the word is part of the name of something that is
// no person.
func (x *Index) wordOfThing(w int32) bool {
	return slices.ContainsFunc(x.posts[w], func(t int32) bool { return x.things[t].kind != personKind })
}

// lookJoined finds a word written apart: "pay roll", "xin zi".
func (x *Index) lookJoined(s *sentence, i int) {
	joined := s.units[i].text
	for n := 2; n <= 4 && i+n <= len(s.units); n++ {
		u := s.units[i+n-1]
		if u.han {
			break
		}
		joined += u.text
		w, ok := x.words[joined]
		if ok && (s.content[i] || s.content[i+n-1]) {
			s.see(w, true, i, i+n)
		}
	}
}

func (x *Index) lookWord(s *sentence, i int) {
	u := s.units[i]
	if glue[u.text] || len(u.text) == 1 && u.text > "9" {
		return
	}
	if w, ok := x.words[u.text]; ok {
		s.see(w, true, i, i+1)
		return
	}
	for _, base := range bases(u) {
		if w, ok := x.words[base]; ok {
			s.see(w, true, i, i+1)
			return
		}
	}
	if !s.content[i] {
		return
	}
	if x.lookCode(s, i) {
		return
	}
	if x.lookSwapped(s, i) {
		return
	}
	if len(u.text) < 7 && x.senses.knows(u.text) {
		return // a word of its own, and no slip: "line" is not "linen"
	}
	near, _ := x.typos.near(u.text)
	for _, at := range near {
		s.see(x.typoAt[at], false, i, i+1)
		if !sameStart(u.text, x.typos.words[at]) && !sameLetters(u.text, x.typos.words[at]) {
			s.doubt.set(i)
		}
	}
}

// lookCode finds names run together: "slaorionhr", "orionpayroll".
func (x *Index) lookCode(s *sentence, i int) bool {
	th, ok := x.codes[s.units[i].text]
	if !ok {
		return false
	}
	for _, name := range x.things[th].names {
		for _, w := range name {
			s.see(w, true, i, i+1)
			s.terms[len(s.terms)-1].thing = th
		}
	}
	return true
}

// takeTricky finds names that hold ordinary words, such as "Service Review
// Board", so that those are not taken for what the question wants.
func (x *Index) takeTricky(us []unit) []bool {
	taken := make([]bool, len(us))
	for i := range us {
		longest := 0
		for _, t := range x.tricky[us[i].text] {
			if len(t.units) > longest && startsWith(us[i:], t.units) {
				longest = len(t.units)
			}
		}
		for j := i; j < i+longest; j++ {
			taken[j] = true
		}
	}
	return taken
}

func startsWith(us, name []unit) bool {
	return len(us) >= len(name) && slices.EqualFunc(us[:len(name)], name, func(a, b unit) bool {
		return strings.EqualFold(a.text, b.text)
	})
}
