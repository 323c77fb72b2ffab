package ask

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// A unit is the smallest part of a text that is looked up: a word in lower
// case, or one Han character in its simplified form.
type unit struct {
	text  string
	han   bool
	caps  bool // written in capitals only: "IT", but not "it"
	title bool // written with a capital first
	gap   bool // punctuation stands before it
	stop  bool // a comma or the end of a sentence stands before it
}

// maxUnits bounds the work for a text. Nobody asks who is responsible in more.
const (
	maxUnits = 160
	maxBytes = 4096
)

// shorten cuts what is too long for a question, between two letters.
func shorten(text string) string {
	if len(text) <= maxBytes {
		return text
	}
	return strings.ToValidUTF8(text[:maxBytes], "")
}

var (
	mention = regexp.MustCompile(`<@([A-Z0-9]+)(?:\|[^>]*)?>(?:['’]s\b)?`)
	markup  = regexp.MustCompile(`<[#!][^>|]*(?:\|([^>]*))?>|<(?:https?|mailto):[^>|]*(?:\|([^>]*))?>`)
	hours   = regexp.MustCompile(`\b\d{1,2}:\d{2}\b`)
	emoji   = regexp.MustCompile(`:[a-z][a-z0-9_+-]*:`)
	address = regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)
	entity  = strings.NewReplacer("&amp;", " and ", "&lt;", "<", "&gt;", ">")
)

// strip takes Slack's markup and hours out of a text and gives the ids of the
// users whom it mentions. The labels of links and channels stay, since they are words.
func strip(text string) (plain string, users []string) {
	for _, m := range mention.FindAllStringSubmatch(text, -1) {
		users = append(users, m[1])
	}
	text = mention.ReplaceAllString(text, " ")
	text = markup.ReplaceAllString(text, " $1$2 ")
	text = hours.ReplaceAllString(text, " ")
	return entity.Replace(emoji.ReplaceAllString(text, " , ")), users
}

// units folds a text and cuts it. Width, case and variants of characters make
// no difference, nor does punctuation inside a code.
func units(text string) []unit {
	var us []unit
	var word []rune
	upper, gap, stop := true, false, false
	flush := func() {
		if len(word) == 0 {
			return
		}
		s := string(word)
		us = append(us, unit{text: strings.ToLower(s), caps: upper && len(word) > 1, title: unicode.IsUpper(word[0]), gap: gap, stop: stop})
		word, upper, gap, stop = word[:0], true, false, false
	}
	for _, r := range fold(text) {
		if len(us) >= maxUnits {
			break
		}
		switch {
		case unicode.Is(unicode.Han, r):
			flush()
			us = append(us, unit{text: string(simplified(r)), han: true, gap: gap, stop: stop})
			gap, stop = false, false
		case unicode.IsLetter(r), unicode.IsDigit(r):
			upper = upper && !unicode.IsLower(r)
			word = append(word, r)
		case unicode.Is(unicode.Mn, r):
		case r == '\'', r == '’':
			word = append(word, '\'')
		default:
			flush()
			gap = gap || !unicode.IsSpace(r)
			stop = stop || strings.ContainsRune(",;!?。、", r)
		}
	}
	flush()
	return tidy(us)
}

// tidy takes the apostrophes out: "HR's" is "hr", "doesn't" is "doesnt".
func tidy(us []unit) []unit {
	kept := us[:0]
	for _, u := range us {
		u.text = strings.TrimSuffix(strings.Trim(u.text, "'"), "'s")
		u.text = strings.ReplaceAll(u.text, "'", "")
		if u.text != "" {
			kept = append(kept, u)
		}
	}
	return kept
}

// fold makes letters of every width and composition alike, and drops accents.
func fold(text string) string {
	if strings.IndexFunc(text, folds) < 0 {
		return text
	}
	return norm.NFKD.String(width.Fold.String(norm.NFKC.String(text)))
}

// folds reports whether a letter may have other forms: neither plain letters
// nor the usual Han characters have.
func folds(r rune) bool { return r >= 0x80 && (r < 0x4e00 || r > 0x9fff) }

// squeeze joins units to one string, so that "SLA－ORION－HR", "sla orion hr"
// and "slaorionhr" are the same code.
func squeeze(us []unit) string {
	var b strings.Builder
	for _, u := range us {
		b.WriteString(u.text)
	}
	return b.String()
}

//go:embed variants.txt
var variants string

// simple gives the simplified form of traditional characters.
var simple = func() map[rune]rune {
	m := map[rune]rune{}
	for line := range strings.Lines(variants) {
		if rs := []rune(strings.TrimSpace(line)); rs[0] != '#' {
			for i := 0; i+1 < len(rs); i += 2 {
				m[rs[i]] = rs[i+1]
			}
		}
	}
	return m
}()

func simplified(r rune) rune {
	if s, ok := simple[r]; ok {
		return s
	}
	return r
}
