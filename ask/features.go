package ask

import (
	"slices"
	"strings"
)

// textFeatures gives the features of a text to learn from.
func textFeatures(text string) []string {
	us := units(strings.ReplaceAll(text, nameSign, " nnn "))
	tokens := make([]string, len(us))
	for i, u := range us {
		if tokens[i] = u.text; u.text == "nnn" {
			tokens[i] = nameSign
		}
	}
	cues := map[cue]bool{}
	for _, h := range prepared().find(us, make([]bool, len(us))) {
		for _, c := range h.cues {
			cues[c] = true
		}
	}
	return features(tokens, cues)
}

// features gives what the classifier looks at, each once: the words and Han
// characters, those side by side, parts of longer words, so that endings and
// slips matter less, and the cues and every two of them. Cues are where what is
// known about the language of the process comes in.
func features(tokens []string, cues map[cue]bool) []string {
	fs := make([]string, 0, 8*len(tokens))
	for i, t := range tokens {
		fs = append(fs, t)
		if i+1 < len(tokens) {
			fs = append(fs, t+" "+tokens[i+1])
		}
		han := t[0] >= 0x80
		if han && i+2 < len(tokens) {
			fs = append(fs, t+" "+tokens[i+1]+" "+tokens[i+2])
		}
		if !han && len(t) > 4 {
			edged := "^" + t + "$"
			for j := 0; j+4 <= len(edged); j++ {
				fs = append(fs, "~"+edged[j:j+4])
			}
		}
	}
	var said []string
	for c := range cues {
		if c != plain {
			said = append(said, "#"+string(c))
		}
	}
	slices.Sort(said)
	for i, c := range said {
		fs = append(fs, c)
		for _, d := range said[i+1:] {
			fs = append(fs, c+d)
		}
	}
	for _, rules := range [...][]combination{duties, requirements} {
		ids, _ := best(rules, cues)
		for _, id := range ids {
			fs = append(fs, "@"+id)
		}
	}
	slices.Sort(fs)
	return slices.Compact(fs)
}

// tokens gives the words of a part of the sentence, with a sign in place of each
// name.
func (s *sentence) tokens(from, to int) []string {
	named := and(s.heardMask(), s.contentMask())
	named.or(s.partOf)
	tokens := make([]string, 0, len(s.units))
	if s.person != 0 {
		tokens = append(tokens, nameSign)
	}
	for i, u := range s.units[:to] {
		switch {
		case i < from:
		case !named.has(i):
			tokens = append(tokens, u.text)
		case i == from || !named.has(i-1):
			tokens = append(tokens, nameSign)
		}
	}
	return tokens
}
