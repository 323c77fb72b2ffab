package company

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// parse gives the top node of a YAML file, or nil and a problem.
func (r *reader) parse(file string, text []byte) *yaml.Node {
	base := r.problems.begin(file, len(text)) // no text has more lines than letters
	if len(text) > MaxSize {
		r.problems.add(base, "is longer than %d MiB; split the company or leave out what is over", MaxSize>>20)
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	var doc, second yaml.Node
	switch err := decoder.Decode(&doc); {
	case errors.Is(err, io.EOF), err == nil && blank(doc.Content[0]):
		r.problems.add(base, `is empty; begin with "company:", "parties:" or another section`)
		return nil
	case err != nil:
		r.syntax(base, err)
		return nil
	}
	switch err := decoder.Decode(&second); {
	case err == nil:
		r.problems.add(base+second.Line, `a company file is one document; take out the line "---"`)
		return nil
	case !errors.Is(err, io.EOF):
		r.syntax(base, err)
		return nil
	}
	move(&doc, base)
	return doc.Content[0]
}

// move adds to the lines of a node and of all below it.
func move(n *yaml.Node, lines int) {
	n.Line += lines
	for _, c := range n.Content {
		move(c, lines)
	}
}

// yamlLine matches how the YAML library says where it stumbled.
var yamlLine = regexp.MustCompile(`^yaml: line (\d+): `)

// syntax reports text that is not YAML at all.
func (r *reader) syntax(base int, err error) {
	text := err.Error()
	m := yamlLine.FindStringSubmatch(text)
	if m == nil {
		r.problems.add(base, "is not YAML: %s; look at the first lines, save it as UTF-8, and quote a text that begins with *", strings.TrimPrefix(text, "yaml: "))
		return
	}
	line, _ := strconv.Atoi(m[1])
	r.problems.add(base+line, "is not YAML: %s; look at the indentation, colons and quotes here and just above", text[len(m[0]):])
}

// blank reports whether a value was left out: nothing after the colon, or
// null.
func blank(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null"
}

// shape names what somebody wrote, for messages.
func shape(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys and values"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "a reference (*)"
	default:
		return strconv.Quote(short(n.Value))
	}
}

// short cuts what is quoted in a message.
func short(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:60]) + "..."
	}
	return s
}

// fields are the values of one entry by their keys, without those left blank.
type fields struct {
	r    *reader
	what string // "a person"
	line int
	of   map[string]*yaml.Node
	left map[string]int // places of the values left blank
}

// fields takes an entry apart. Only the given keys may stand in it, each once.
// A misspelt key is read as the one that was probably meant, so that nothing
// else seems to be missing for it.
func (r *reader) fields(n *yaml.Node, what string, keys ...string) fields {
	f := fields{r: r, what: what, line: n.Line, of: map[string]*yaml.Node{}, left: map[string]int{}}
	if n.Kind != yaml.MappingNode {
		r.problems.add(n.Line, "%s is written as keys and values, not as %s; its keys are %s",
			what, shape(n), strings.Join(keys, ", "))
		return fields{r: r} // its missing keys are not worth a word more
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		node, value := n.Content[i], n.Content[i+1]
		key := node.Value
		if node.Kind != yaml.ScalarNode || !slices.Contains(keys, key) {
			key = r.nearest(node.Value, keys)
			hint := "did you mean " + strconv.Quote(key) + "?"
			if key == "" {
				hint = "its keys are " + strings.Join(keys, ", ")
			}
			r.problems.add(node.Line, "%s has no key %s; %s", what, shape(node), hint)
		} else if seen[key] {
			r.problems.add(node.Line, "%s has the key %q twice; keep one", what, key)
		}
		switch {
		case seen[key]:
		case blank(value):
			f.left[key] = value.Line
		default:
			f.of[key] = value
		}
		seen[key] = true
	}
	return f
}

// may gives the value of a key, or nil where it was left out.
func (f fields) may(key string) *yaml.Node { return f.of[key] }

// must gives the value of a key, or nil and a problem where it was left out.
func (f fields) must(key, example string) *yaml.Node {
	n := f.of[key]
	if n == nil && f.of != nil {
		if place := cmp.Or(f.left[key], f.line); f.r.problems.sheet(place) {
			f.r.problems.add(place, "%s needs %q; write one such as %s", f.what, key, example)
		} else {
			f.r.problems.add(f.line, "%s needs %q; write %s: %s", f.what, key, key, example)
		}
	}
	return n
}

// each reads every entry of a list, which may have been left out.
func each(r *reader, n *yaml.Node, what string, read func(*yaml.Node)) {
	if n == nil {
		return
	}
	if n.Kind != yaml.SequenceNode {
		r.problems.add(n.Line, `%s is a list, not %s; begin each entry with "- ", or write [one, two]`, what, shape(n))
		return
	}
	for _, entry := range n.Content {
		if blank(entry) {
			r.problems.add(entry.Line, `an entry of %s is empty; write it after the "- " or take the "- " out`, what)
			continue
		}
		read(entry)
	}
}
