package ask

import (
	"slices"
	"strings"

	"github.com/mozillazg/go-pinyin"
)

// longestSpelt bounds the names that are spelt in pinyin: longer ones are
// titles, which nobody types that way.
const longestSpelt = 10

// spell lets things be found by the pinyin of their Chinese names, in whole and
// in part: "xinzi", "liehuxinzi".
func (x *Index) spell(t int32, names ...string) {
	for _, name := range names {
		syllables := x.pinyin(name)
		if len(syllables) < 2 || len(syllables) > longestSpelt {
			continue
		}
		whole := x.post(strings.Join(syllables, ""), t)
		x.things[t].names = append(x.things[t].names, []int32{whole})
		for from := range syllables {
			for to := from + 2; to <= len(syllables) && to <= from+4; to++ {
				part := x.post(strings.Join(syllables[from:to], ""), t)
				x.things[t].names = append(x.things[t].names, []int32{part, whole})
			}
		}
	}
}

// spellPerson lets a person be found by surname and given name in pinyin, in
// either order: "zhang wei", "weizhang".
func (x *Index) spellPerson(t int32, name string) {
	s := x.pinyin(name)
	if len(s) < 2 || len(s) > 4 {
		return
	}
	family, given := s[0], strings.Join(s[1:], "")
	x.post(units(name)[0].text, t)
	x.post(given+family, t)
	names := &x.things[t].names
	*names = append(*names, []int32{x.post(family, t), x.post(given, t)}, []int32{x.post(given+family, t)})
}

// pinyin gives the syllables of a name in Han characters, without tones, and
// nothing for any other name.
func (x *Index) pinyin(name string) []string {
	var syllables []string
	for _, u := range units(name) {
		s := x.syllable(u)
		if s == "" {
			return nil
		}
		syllables = append(syllables, s)
	}
	return syllables
}

// lookSound finds a name with other characters of the same sound: "定货" for
// "订货".
func (x *Index) lookSound(s *sentence, i int) {
	joined := ""
	for n := 1; n <= 4 && i+n <= len(s.units) && s.units[i+n-1].han; n++ {
		joined += sound(s.units[i+n-1].text)
		w, ok := x.words[joined]
		if !ok || n < 2 || !s.content[i] && !s.content[i+n-1] {
			continue
		}
		for _, t := range x.posts[w] {
			if x.spelledWith(t, s.units[i:i+n]) {
				s.see(w, false, i, i+n)
				s.terms[len(s.terms)-1].thing = t
			}
		}
	}
}

// spelledWith reports whether a name of the thing has one of the characters at
// least: sound alone says too little.
func (x *Index) spelledWith(thing int32, us []unit) bool {
	t := &x.things[thing]
	var names string
	switch t.kind {
	case serviceKind:
		service := x.dir.Service(t.id)
		names = service.Name.ZH + strings.Join(service.Aliases, "")
	case partyKind:
		names = x.dir.Party(t.id).Name.ZH
	case personKind:
		names = x.dir.Person(t.person).Name.ZH
	}
	return slices.ContainsFunc(us, func(u unit) bool { return strings.Contains(names, u.text) })
}

// sound is the pinyin of a Han character, without its tone.
func sound(han string) string {
	if all := pinyin.SinglePinyin([]rune(han)[0], pinyin.NewArgs()); len(all) > 0 {
		return all[0]
	}
	return ""
}

// syllable remembers what it looked up, since names share their characters.
func (x *Index) syllable(u unit) string {
	if !u.han {
		return ""
	}
	s, ok := x.spelt[u.text]
	if !ok {
		s = sound(u.text)
		x.spelt[u.text] = s
	}
	return s
}
