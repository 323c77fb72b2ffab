package ask

import "strings"

// A cue is what a phrase contributes to the meaning of a question.
type cue string

// A phrase is a row of the lexicon: a cue and the ways to say it, separated by
// bars. English verbs stand in their base form: endings are taken off the words
// of a question. The longest phrase that fits wins.
type phrase struct {
	cue    cue
	en, zh string
}

// A hit is a phrase found in a question: the units [from, to).
type hit struct {
	cues     []cue
	from, to int
	han      bool
}

// node is a place in the trie of phrases.
type node struct {
	next map[string]*node
	cues []cue
}

// lexicon finds phrases. It is built once and never changed.
type lexicon struct {
	root  node
	words map[string]bool   // every English word of a phrase
	typos *typos            // of the longer ones
	spelt map[string][]unit // pinyin -> the phrase in Han characters
}

func newLexicon(tables ...[]phrase) *lexicon {
	l := &lexicon{words: map[string]bool{}, spelt: spellings(tables...)}
	var long []string
	for _, table := range tables {
		for _, p := range table {
			for _, said := range [...]string{p.en, p.zh} {
				for _, us := range alternatives(said) {
					l.add(us, p.cue)
					if isKind(p.cue) {
						l.add(us, agreement)
					}
					for _, u := range us {
						if !u.han && !l.words[u.text] {
							l.words[u.text] = true
							long = append(long, endings(u.text)...)
						}
					}
				}
			}
		}
	}
	l.typos = newTypos(long)
	return l
}

func isKind(c cue) bool {
	return c == kindSLA || c == kindOLA || c == kindUC || c == kindSLR
}

// alternatives cuts the ways to say something at the bars.
func alternatives(said string) [][]unit {
	var all [][]unit
	for part := range strings.SplitSeq(said, "|") {
		if us := units(part); len(us) > 0 {
			all = append(all, us)
		}
	}
	return all
}

func (l *lexicon) add(us []unit, c cue) {
	n := &l.root
	for _, u := range us {
		if n.next == nil {
			n.next = map[string]*node{}
		}
		if n.next[u.text] == nil {
			n.next[u.text] = &node{}
		}
		n = n.next[u.text]
	}
	n.cues = append(n.cues, c)
}

// find gives the phrases in a text, first to last, none overlapping another or
// reaching into a unit that is taken.
func (l *lexicon) find(us []unit, taken []bool) []hit {
	var hits []hit
	for i := 0; i < len(us); {
		to, cues := l.longest(us, taken, i)
		if to == i {
			i++
			continue
		}
		if to == i+1 && goesOn(us[i:]) {
			cues = []cue{plain}
		}
		hits = append(hits, hit{cues, i, to, us[i].han})
		i = to
	}
	return hits
}

// goesOn reports whether the units begin with "keeps" of what somebody does
// again and again, as in "they keep mailing me", and not of what is maintained.
func goesOn(us []unit) bool {
	if len(us) < 2 || !strings.HasSuffix(us[1].text, "ing") || len(us[1].text) < 6 {
		return false
	}
	switch us[0].text {
	case "keep", "keeps", "kept":
		return true
	}
	return false
}

// longest gives the end and the cues of the longest phrase that starts at a
// unit, and that start where there is none. A word is tried as it stands and
// without its ending.
func (l *lexicon) longest(us []unit, taken []bool, from int) (to int, cues []cue) {
	to = from
	var walk func(n *node, i int)
	walk = func(n *node, i int) {
		if n.cues != nil && i > to {
			to, cues = i, n.cues
		}
		if i == len(us) || taken[i] || i > from && (us[i].han && us[i].gap || us[i].stop) {
			return
		}
		if next := n.next[us[i].text]; next != nil {
			walk(next, i+1)
		}
		for _, base := range bases(us[i]) {
			if next := n.next[base]; next != nil {
				walk(next, i+1)
			}
		}
	}
	walk(&l.root, from)
	return to, cues
}

// knows reports whether the word, without its ending if need be, is part of a
// phrase.
func (l *lexicon) knows(u unit) bool {
	if l.words[u.text] {
		return true
	}
	for _, base := range bases(u) {
		if l.words[base] {
			return true
		}
	}
	return false
}

// bases gives the forms that an English word may have without its ending:
// "signing", "planned", "policies", "makes".
func bases(u unit) []string {
	w, n := u.text, len(u.text)
	if base, ok := irregular[w]; ok {
		return []string{base}
	}
	if u.han || n < 4 {
		return nil
	}
	switch {
	case w[n-3:] == "ies":
		return []string{w[:n-3] + "y", w[:n-1]}
	case w[n-2:] == "es":
		return []string{w[:n-1], w[:n-2]}
	case w[n-1] == 's':
		return []string{w[:n-1]}
	case w[n-3:] == "ied":
		return []string{w[:n-3] + "y"}
	case w[n-2:] == "ed":
		return undouble(w[:n-2], w[:n-1])
	case w[n-3:] == "ing" && n > 5:
		return undouble(w[:n-3], w[:n-3]+"e")
	}
	return nil
}

// irregular are past forms that no ending tells.
var irregular = map[string]string{
	"led": "lead", "kept": "keep", "held": "hold", "wrote": "write", "written": "write", "ran": "run", "took": "take", "taken": "take",
	"gave": "give", "built": "build", "drew": "draw", "drawn": "draw", "sent": "send", "drove": "drive",
	"chose": "choose", "chosen": "choose", "brought": "bring", "dealt": "deal", "oversaw": "oversee", "taught": "teach",
}

// meant gives, of words that are perhaps meant, one that is a phrase by itself
// rather than one that only occurs in longer phrases.
func (l *lexicon) meant(near []int32) string {
	for _, i := range near {
		w := l.typos.words[i]
		for _, form := range append(bases(unit{text: w}), w) {
			if n := l.root.next[form]; n != nil && n.cues != nil {
				return w
			}
		}
	}
	return l.typos.words[near[0]]
}

// endings gives the forms of a word that are worth correcting to: the longer
// ones, since a slip in a short word makes another word.
func endings(w string) []string {
	var forms []string
	for _, form := range []string{w, w + "s", w + "ed", w + "ing", strings.TrimSuffix(w, "e") + "ing"} {
		if len(form) >= 5 && len(w) >= 4 {
			forms = append(forms, form)
		}
	}
	return forms
}

// undouble adds the stem with a single last letter to the forms, for "planned".
func undouble(stem string, other string) []string {
	n := len(stem)
	if n > 2 && stem[n-1] == stem[n-2] {
		return []string{stem, other, stem[:n-1]}
	}
	return []string{stem, other}
}
