package ask

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/mozillazg/go-pinyin"

	"steward/slm"
)

// A title is one of the names of a role as it may be written: in words, some of
// them abbreviated, or in Han characters, or those in pinyin.
type title struct {
	words  []string // of a Latin title
	han    string   // Han characters, which may have a 的 between them
	pinyin string   // of a Han title, as one word
	as     string   // what is read in its place: a name that the lexicon knows; "" for an added role
	extra  int      // place of the added role
}

// A token is a word or a Han character of a text, and where it stands there.
type token struct {
	text     string
	han      bool
	from, to int
}

var tokenPattern = regexp.MustCompile(`\p{Han}|[a-zA-Z0-9]+(?:['’][a-zA-Z]+)?`)

// tokensOf cuts a text that was folded.
func tokensOf(text string) []token {
	spans := tokenPattern.FindAllStringIndex(text, maxUnits)
	tokens := make([]token, len(spans))
	for i, at := range spans {
		word := strings.ToLower(text[at[0]:at[1]])
		word = strings.TrimSuffix(strings.ReplaceAll(word, "’", "'"), "'s")
		tokens[i] = token{strings.ReplaceAll(word, "'", ""), word[0] >= 0x80, at[0], at[1]}
	}
	return tokens
}

// builtIn are the titles of the four, of more than one word: only shortened ones
// have to be put in full, since the lexicon knows the rest.
var builtIn = sync.OnceValue(func() []title {
	var all []title
	for _, p := range named {
		if _, ok := slm.RoleOf(slm.RoleKey(p.cue)); !ok {
			continue
		}
		for _, name := range alternatives(p.en) {
			if words := textsOf(name); len(words) > 1 {
				all = append(all, title{words: words, as: strings.Join(words, " "), extra: -1})
			}
		}
	}
	return all
})

func textsOf(us []unit) []string {
	words := make([]string, len(us))
	for i, u := range us {
		words[i] = u.text
	}
	return words
}

// titlesOf gives the titles of an added role: its names and key, the last word
// of its English name where that means nothing else, as in "the librarian", and
// whoever does what the rest of the name says, as in "the records guy".
func (x *Index) titlesOf(role *slm.Role, at int) []title {
	var all []title
	for _, name := range []string{role.Name.EN, role.Short.EN, string(role.Key)} {
		words := textsOf(units(name))
		if len(words) == 0 {
			continue
		}
		all = append(all, title{words: words, extra: at})
		if n := len(words); n > 1 {
			if last := words[n-1]; !x.has(unit{text: last}) && len(last) > 4 && !x.lex.words[last] {
				all = append(all, title{words: []string{last}, extra: at})
			}
			for _, somebody := range somebodies {
				all = append(all, title{words: append(slices.Clone(words[:n-1]), somebody), extra: at})
			}
		}
	}
	for _, name := range []string{role.Name.ZH, role.Short.ZH} {
		for _, han := range shortHan(name) {
			for _, spelt := range readings(han) {
				all = append(all, title{han: han, pinyin: spelt, extra: at})
			}
		}
	}
	return all
}

// somebodies stand for the last word of a title.
var somebodies = []string{"guy", "person", "lady", "man", "woman", "people", "folks", "colleague"}

// shortHan gives a Chinese title and what may be left of it: without the last
// character where that only says that it is somebody, and without its middle.
func shortHan(name string) []string {
	us := units(name)
	if len(us) < 2 || pinyinOf(us) == "" {
		return nil
	}
	full := squeeze(us)
	all := []string{full}
	if n := len(us); n > 4 {
		last := us[n-1].text
		if strings.Contains("员人师者官", last) {
			all = append(all, squeeze(us[:n-1]))
		}
		all = append(all, squeeze(us[:2])+last, squeeze(us[:2])+squeeze(us[n-2:]))
	}
	return all
}

// readings gives a Han text in pinyin, in each of the ways that it may be read:
// 调 is "tiao" and "diao". Of very many it gives the first.
func readings(han string) []string {
	all := []string{""}
	args := pinyin.NewArgs()
	args.Heteronym = true
	for _, r := range han {
		var longer []string
		for _, sound := range pinyin.SinglePinyin(r, args) {
			for _, before := range all {
				if said := before + sound; !slices.Contains(longer, said) && len(longer) < 16 {
					longer = append(longer, said)
				}
			}
		}
		all = longer
	}
	return all
}

// A place is where a title stands in a text: tokens [from, to).
type place struct {
	title    *title
	from, to int
}

// titlesIn gives the titles in a text, the longest first where several begin at
// the same place.
func (x *Index) titlesIn(tokens []token) []place {
	var found []place
	for i := 0; i < len(tokens); {
		best := place{from: i, to: i}
		for _, titles := range [...][]title{x.titles, builtIn()} {
			for j := range titles {
				if n := x.match(tokens[i:], &titles[j]); i+n > best.to && (n > 1 || tokens[i].han || single(tokens, i)) {
					best.title, best.to = &titles[j], i+n
				}
			}
		}
		if best.title != nil {
			found = append(found, best)
		}
		i = max(best.to, i+1)
	}
	return found
}

// single reports whether nothing before the word says that it is the end of
// another title, as in "processing clerk".
func single(tokens []token, i int) bool {
	if i == 0 || tokens[i-1].han || glue[tokens[i-1].text] {
		return true
	}
	switch tokens[i-1].text {
	case "our", "your", "my", "this", "that", "who", "whos", "which", "are", "was", "current", "acting", "new", "former":
		return true
	}
	return false
}

// match gives how many tokens at the beginning are the title, 0 for none.
func (x *Index) match(tokens []token, t *title) int {
	switch {
	case tokens[0].han:
		return matchHan(tokens, t.han)
	case t.words != nil:
		return x.matchWords(tokens, t)
	}
	return matchPinyin(tokens, t.pinyin)
}

func matchHan(tokens []token, han string) int {
	n := 0
	for _, r := range han {
		if n > 0 && n < len(tokens) && tokens[n].text == "的" {
			n++
		}
		if n == len(tokens) || tokens[n].text != string(r) {
			return 0
		}
		n++
	}
	return n
}

// matchPinyin allows for any spaces, and for tones written as numbers.
func matchPinyin(tokens []token, spelt string) int {
	for n, t := range tokens {
		if t.han {
			return 0
		}
		rest, ok := strings.CutPrefix(spelt, toneless(t.text))
		switch {
		case !ok || t.text == "":
			return 0
		case rest == "":
			return n + 1
		}
		spelt = rest
	}
	return 0
}

// matchWords allows for abbreviated words, and in titles of added roles for
// misspelt ones. A title of the four counts only where it is abbreviated.
func (x *Index) matchWords(tokens []token, t *title) int {
	if len(tokens) < len(t.words) {
		return 0
	}
	short := false
	for i, word := range t.words {
		said := tokens[i].text
		switch {
		case tokens[i].han:
			return 0
		case said == word || said == word+"s":
		case len(t.words) > 1 && abbreviates(said, word) && !x.means(said), misspells(said, word) && !x.means(said) && (t.as == "" || !x.lex.knows(unit{text: said})):
			short = true
		default:
			return 0
		}
	}
	if t.as != "" && !short {
		return 0
	}
	return len(t.words)
}

// means reports whether a word is a name, or a phrase for anything but a role.
func (x *Index) means(word string) bool {
	if _, name := x.words[word]; name {
		return true
	}
	node := x.lex.root.next[word]
	return node != nil && slices.ContainsFunc(node.cues, func(c cue) bool {
		_, role := slm.RoleOf(slm.RoleKey(c))
		return !role
	})
}

// abbreviates reports whether short is the beginning of a word or, as in "mgr"
// and "lvl", some of its consonants.
func abbreviates(short, word string) bool {
	if len(short) < 3 || len(short)+2 > len(word) && len(short) > 3 || short[0] != word[0] {
		return false
	}
	if strings.HasPrefix(word, short) {
		return len(short) < len(word)-1
	}
	rest := word[1:]
	for _, letter := range short[1:] {
		at := strings.IndexRune(rest, letter)
		if at < 0 || strings.ContainsRune("aeiou", letter) {
			return false
		}
		rest = rest[at+1:]
	}
	return len(short) < 6
}

func misspells(said, word string) bool {
	limit := slips(len(word))
	return len(word) > 4 && len(said) > 4 && limit > 0 && sameStart(said, word) && slip(said, word, limit) <= limit
}

// plainText is a text with its letters made alike, for finding titles.
func plainText(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return simplified(r)
	}, fold(text))
}
