package ask

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed synonyms.txt
var synonyms string

// A thesaurus says which words mean nearly the same, in both languages: it has
// the groups of each word by the word's stem, or its Han characters.
type thesaurus map[string][]int

// longestPhrase is how many English words, or Han characters, an entry has.
const longestPhrase = 5

// thesauri is the thesaurus, which is the same for every directory.
var thesauri = sync.OnceValue(func() thesaurus {
	all := thesaurus{}
	group := 0
	for line := range strings.Lines(synonyms) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		group++
		for word := range strings.FieldsSeq(strings.ReplaceAll(line, "|", " ")) {
			key := phraseKey(units(strings.ReplaceAll(word, "_", " ")))
			all[key] = append(all[key], group)
		}
	}
	return all
})

// phraseKey gives what stands for units in the thesaurus.
func phraseKey(us []unit) string {
	if us[0].han {
		return squeeze(us)
	}
	words := make([]string, len(us))
	for i, u := range us {
		words[i] = stem(u.text)
	}
	return strings.Join(words, " ")
}

// longest gives the longest entry that the units begin with, and how many of
// them that takes, 0 for none.
func (t thesaurus) longest(us []unit) (key string, n int) {
	for n := min(longestPhrase, len(us)); n > 0; n-- {
		if mixed(us[:n]) {
			continue
		}
		if key := phraseKey(us[:n]); t[key] != nil {
			return key, n
		}
	}
	return "", 0
}

// begins reports whether the units begin with an entry.
func (t thesaurus) begins(us []unit) bool {
	_, n := t.longest(us)
	return n > 0
}

// mixed reports whether the units are of both scripts, or parted by a mark.
func mixed(us []unit) bool {
	for _, u := range us[1:] {
		if u.han != us[0].han || u.gap {
			return true
		}
	}
	return false
}

// stem takes the usual endings off an English word, so that "files", "filed"
// and "filing" are one, and "planned" and "plan".
func stem(word string) string {
	if word[0] >= 0x80 {
		return word
	}
	for _, ending := range []string{"ing", "ies", "ed", "es", "s", "y", "e"} {
		rest, found := strings.CutSuffix(word, ending)
		if !found || len(rest) < 3 {
			continue
		}
		if n := len(rest); (ending == "ing" || ending == "ed") && rest[n-1] == rest[n-2] && strings.IndexByte("bdgmnprt", rest[n-1]) >= 0 {
			return rest[:n-1]
		}
		return strings.TrimSuffix(rest, "e")
	}
	return word
}
