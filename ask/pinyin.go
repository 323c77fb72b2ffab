package ask

import (
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

// syllable remembers what it looked up, since names share their characters.
func (x *Index) syllable(u unit) string {
	if !u.han {
		return ""
	}
	s, ok := x.spelt[u.text]
	if !ok {
		if all := pinyin.SinglePinyin([]rune(u.text)[0], pinyin.NewArgs()); len(all) > 0 {
			s = all[0]
		}
		x.spelt[u.text] = s
	}
	return s
}
