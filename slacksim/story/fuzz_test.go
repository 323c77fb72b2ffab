package story

import (
	"strings"
	"testing"
)

// FuzzParse looks for stories that break the parser, or that it does not write back as they were.
func FuzzParse(f *testing.F) {
	for _, source := range []string{
		"", "# x\n", "at 2026-06-15T09:00:00Z\n> a\n", "a in #b: c\n> d\n>   e\n\n# tail\n", "> loose\n", "x \"y\n", "\r\n",
	} {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, source string) {
		acts, err := parse(source)
		if err != nil {
			return
		}
		for _, a := range acts {
			if a.text == "" {
				t.Errorf("line %d is an act without words", a.line)
			}
			if _, rest, found := strings.Cut(a.text, " "); found {
				_, _ = words(rest)
			}
		}
		_ = tail(source)
	})
}

// FuzzFault looks for words that break the reading of faults.
func FuzzFault(f *testing.F) {
	for _, line := range []string{"chat.postMessage ratelimited 2s x1", "late 3s", "archive_channel #x", "x 503 x2 @me", "\"a b\" c"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		args, err := words(line)
		if err != nil {
			return
		}
		if fault, err := readFault(args); err == nil && fault.Kind == "" {
			t.Errorf("%q is a fault of no kind", line)
		}
	})
}
