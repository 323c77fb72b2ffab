package company

import (
	"cmp"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// maxText is how many characters a name, title or reason may have: more does
// not fit where Slack shows it.
const maxText = 200

// value gives the text of a single value exactly as written, so that a code
// 007 or a name No keeps its letters whatever YAML takes them for.
func (r *reader) value(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	s := strings.TrimSpace(n.Value)
	switch {
	case n.Kind != yaml.ScalarNode:
		r.problems.add(n.Line, "a single value belongs here, not %s", shape(n))
	case s == "":
		r.problems.add(n.Line, "there is an empty text here; write something or take its key out")
	case utf8.RuneCountInString(s) > maxText:
		r.problems.add(n.Line, "%q has more than %d characters; write it shorter", short(s), maxText)
	case strings.ContainsFunc(s, unicode.IsControl):
		r.problems.add(n.Line, "%q has a line break or control character; write it on one line", short(s))
	default:
		return s
	}
	return ""
}

// text reads words in both languages: {en: ..., zh: ...}, or one for both.
func (r *reader) text(n *yaml.Node) slm.Text {
	if n == nil {
		return slm.Text{}
	}
	if n.Kind == yaml.ScalarNode {
		s := r.value(n)
		if strings.ContainsFunc(s, func(c rune) bool { return unicode.Is(unicode.Han, c) }) {
			return slm.Text{ZH: s}
		}
		return slm.Text{EN: s}
	}
	f := r.fields(n, "a text in two languages", "en", "zh")
	if f.of != nil && len(f.of) == 0 {
		r.problems.add(n.Line, "there is a text without words here; write {en: ..., zh: ...}")
	}
	return slm.Text{EN: r.value(f.may("en")), ZH: r.value(f.may("zh"))}
}

// oneOf reads one of a few words, and gives "" and a problem for any other.
func oneOf[T ~string](r *reader, n *yaml.Node, what string, known ...T) T {
	s := r.value(n)
	if s == "" || slices.Contains(known, T(s)) {
		return T(s)
	}
	words := make([]string, len(known))
	for i, k := range known {
		words[i] = string(k)
	}
	last := len(words) - 1
	hint := "write " + strings.Join(words[:last], ", ") + " or " + words[last]
	if near := r.nearest(s, words); near != "" {
		hint = "did you mean " + near + "?"
	}
	r.problems.add(n.Line, "%q is not %s; %s", short(s), what, hint)
	return ""
}

// yes reads true or false. YAML's other spellings are refused: "no" is also
// Norway.
func (r *reader) yes(n *yaml.Node) bool {
	return oneOf(r, n, "true or false", "true", "false") == "true"
}

var (
	codeForm = regexp.MustCompile(`^[A-Z0-9]+(-[A-Z0-9]+)*$`)
	keyForm  = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	mailForm = regexp.MustCompile(`^[!-?A-~]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`) // besides what net/mail checks
	odd      = regexp.MustCompile(`[^A-Za-z0-9]+`)
)

// dashed puts a single dash for everything in s that a code may not have.
func dashed(s string) string { return strings.Trim(odd.ReplaceAllString(s, "-"), "-") }

// code reads a code of capital letters, digits and dashes. It mends any other,
// so that what names it rightly is not reported too.
func (r *reader) code(n *yaml.Node) string {
	s := r.value(n)
	if s == "" || codeForm.MatchString(s) {
		return s
	}
	better := strings.ToUpper(dashed(s))
	r.problems.add(n.Line, "%q is not a code, which has capital letters, digits and single dashes; write %s",
		short(s), cmp.Or(better, "one such as SLA-ORION-HR"))
	return better
}

// key reads the key of a target, of small letters, digits and dashes.
func (r *reader) key(n *yaml.Node) string {
	s := r.value(n)
	if s == "" || keyForm.MatchString(s) {
		return s
	}
	better := strings.ToLower(dashed(s))
	r.problems.add(n.Line, "%q is not a key, which has small letters, digits and single dashes; write %s",
		short(s), cmp.Or(better, "one such as availability"))
	return better
}

// email reads an e-mail address and gives it in lower case. Letters beyond
// ASCII are refused: programs do not agree on what their lower case is.
func (r *reader) email(n *yaml.Node) string {
	s := r.value(n)
	if s == "" {
		return ""
	}
	a, err := mail.ParseAddress(s)
	switch {
	case err != nil || !mailForm.MatchString(a.Address):
		r.problems.add(n.Line, "%q is not an e-mail address; write one such as mei.lin@orion.example", short(s))
		return ""
	case a.Address != s:
		r.problems.add(n.Line, "%q has more than an e-mail address; write %s", short(s), a.Address)
		s = a.Address
	}
	return strings.ToLower(s)
}

// share reads a percentage such as 99.9%. To promise 0% is to promise nothing.
func (r *reader) share(n *yaml.Node) slm.Share {
	s := r.value(n)
	if s == "" {
		return 0
	}
	share, err := slm.ParseShare(s)
	if err != nil || share == 0 {
		r.problems.add(n.Line, "%q is not a percentage above 0%% and up to 100%%, with at most four decimals; write one such as 99.9%%", short(s))
	}
	return share
}

// maxAnswer is the longest time an agreement may give for an answer.
const maxAnswer = 30 * 24 * time.Hour

// duration reads a length of time such as 15m or 1h30m, in whole seconds.
func (r *reader) duration(n *yaml.Node) time.Duration {
	s := r.value(n)
	if s == "" {
		return 0
	}
	d, err := time.ParseDuration(strings.ReplaceAll(s, " ", ""))
	if err != nil || d < time.Second || d > maxAnswer || d%time.Second != 0 {
		r.problems.add(n.Line, "%q is not a length of time from 1s to 720h; write one such as 15m, 2h or 1h30m", short(s))
	}
	return d
}
