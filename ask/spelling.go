package ask

import (
	"regexp"
	"strings"
)

// longestRun is how many words a Chinese phrase in pinyin may be written in: as
// many as it has characters.
const longestRun = 8

// spellings gives the Chinese phrases of two to eight characters by their pinyin,
// written as one word, so that "fuwu mulu shei weihu" is read as
// "服务目录谁维护". Phrases without a meaning of their own are left out.
func spellings(tables ...[]phrase) map[string][]unit {
	spelt := map[string][]unit{"shei": units("谁"), "shui": units("谁")}
	for _, table := range tables {
		for _, p := range table {
			if p.cue == plain {
				continue
			}
			for _, us := range alternatives(p.zh) {
				if word := pinyinOf(us); len(us) > 1 && len(us) <= longestRun && word != "" && spelt[word] == nil {
					spelt[word] = us
				}
			}
		}
	}
	return spelt
}

// toned is pinyin with numbers in place of the marks of the tones.
var toned = regexp.MustCompile(`^(?:[a-z]{1,6}[1-5])+$`)

// toneless gives pinyin without its tones, and any other word as it is.
func toneless(word string) string {
	if !strings.ContainsAny(word, "12345") || !toned.MatchString(word) {
		return word
	}
	return strings.Map(func(r rune) rune {
		if r <= '9' {
			return -1
		}
		return r
	}, word)
}

// pinyinOf is the pinyin of Han characters as one word, and "" for others.
func pinyinOf(us []unit) string {
	var b strings.Builder
	for _, u := range us {
		if !u.han {
			return ""
		}
		b.WriteString(sound(u.text))
	}
	return b.String()
}

// respell puts the characters in place of phrases in pinyin, the longest first,
// but for words that are part of a name, or English.
func (x *Index) respell(us []unit) []unit {
	var out []unit
	for i := 0; i < len(us); {
		han, n := x.spoken(us[i:])
		if n == 0 {
			out = append(out, us[i])
			i++
			continue
		}
		out = append(out, han...)
		i += n
	}
	return out[:min(len(out), maxUnits)]
}

// spoken gives the characters of the longest phrase in pinyin that the units
// begin with, and how many units that takes.
func (x *Index) spoken(us []unit) (han []unit, taken int) {
	word := ""
	for n := 1; n <= min(longestRun, len(us)) && !us[n-1].han && (n == 1 || !us[n-1].gap); n++ {
		word += toneless(us[n-1].text)
		phrase := x.lex.spelt[word]
		if _, named := x.words[word]; phrase != nil && !named && !x.lex.words[word] {
			han, taken = phrase, n
		}
	}
	return han, taken
}
