package commands

import (
	"strings"
	"unicode"
)

// lowLine stands for an underscore at the edge of a word; within one it does
// not format, and codes have it there.
const lowLine = "ˍ"

// escape makes text of people harmless: Slack reads &, < and > for mentions and
// links, and formats what stands between two stars, tildes, backticks or
// underscores. The latter are shown by signs that look like them.
func escape(s string) string {
	s = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "*", "∗", "~", "∼", "`", "ˋ").Replace(s)
	if !strings.Contains(s, "_") {
		return s
	}
	inWord := func(c rune) bool { return c == '_' || unicode.IsLetter(c) || unicode.IsDigit(c) }
	signs := []rune(s)
	var b strings.Builder
	for i, c := range signs {
		if c == '_' && (i == 0 || i == len(signs)-1 || !inWord(signs[i-1]) || !inWord(signs[i+1])) {
			b.WriteString(lowLine)
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}

// unescape gives the text of people back as they wrote it, for places that read
// no markup.
func unescape(s string) string {
	return strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "∗", "*", "∼", "~", "ˋ", "`", lowLine, "_").Replace(s)
}
