package company

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// A Deed is what became of an entry.
type Deed string

// The deeds, in the order of a plan.
const (
	Added   Deed = "added"
	Changed Deed = "changed"
	Ended   Deed = "ended" // by a date, or taken out before it began
)

// A Difference is an entry that two directories do not have in common.
type Difference struct {
	Deed   Deed
	What   string // such as "agreement SLA-ORION-HR"
	Fields []Field
}

// A Field is a value that differs, as the company file writes it. A value that
// is not there is empty.
type Field struct {
	Key      string // such as "title", or "objective of availability"
	Old, New string
}

// String writes a difference on one line, and each field that changed on
// another.
func (d Difference) String() string {
	if d.Deed == Added {
		return "+ " + d.What
	}
	sign := "~ "
	if d.Deed == Ended {
		sign = "- "
	}
	lines := []string{sign + d.What}
	for _, f := range d.Fields {
		lines = append(lines, fmt.Sprintf("    %s: %s -> %s", f.Key, orNone(f.Old), orNone(f.New)))
	}
	return strings.Join(lines, "\n")
}

func orNone(s string) string {
	if s == "" {
		return "(none)"
	}
	return s
}

// Compare gives what differs from one directory to the next, field by field,
// section by section in the order of the file.
func Compare(before, after *slm.Directory) []Difference {
	var all []Difference
	old, now := draw(before).sections, draw(after).sections
	for i := range now {
		all = append(all, compare(entries(old[i]), entries(now[i]))...)
	}
	return all
}

// An entry is one entry of a section, told from the others by what it is.
type entry struct {
	what   string
	fields []Field // only with New
}

func compare(before, after []entry) []Difference {
	old := map[string]entry{}
	for _, e := range before {
		old[e.what] = e
	}
	var all []Difference
	for _, e := range after {
		was, there := old[e.what]
		delete(old, e.what)
		d := Difference{What: e.what, Deed: Changed, Fields: differing(was.fields, e.fields)}
		switch {
		case !there:
			d.Deed = Added
		case len(d.Fields) == 0:
			continue
		case ends(d.Fields):
			d.Deed = Ended
		}
		all = append(all, d)
	}
	for _, e := range before {
		if _, gone := old[e.what]; gone {
			all = append(all, Difference{What: e.what, Deed: Ended})
		}
	}
	return all
}

// ends reports whether the fields say that an entry ends, and nothing else.
func ends(fields []Field) bool {
	found := false
	for _, f := range fields {
		switch {
		case (f.Key == "to" || f.Key == "left") && f.Old == "":
			found = true
		case f.Key != "state" || f.New != "terminated":
			return false
		}
	}
	return found
}

func differing(before, after []Field) []Field {
	old := map[string]string{}
	for _, f := range before {
		old[f.Key] = f.New
	}
	var all []Field
	for _, f := range after {
		if was := old[f.Key]; was != f.New {
			all = append(all, Field{Key: f.Key, Old: was, New: f.New})
		}
		delete(old, f.Key)
	}
	for _, f := range before {
		if was, gone := old[f.Key]; gone {
			all = append(all, Field{Key: f.Key, Old: was})
		}
	}
	return all
}

// entries takes a section apart.
func entries(s section) []entry {
	switch {
	case s.node == nil:
		return nil
	case s.name == "company":
		return []entry{{"company", plain(s.node)}}
	}
	all := make([]entry, len(s.node.Content))
	seen := map[string]int{}
	for i, n := range s.node.Content {
		all[i] = entry{identity(s.name, n), plain(n)}
		if seen[all[i].what]++; seen[all[i].what] > 1 {
			all[i].what += " (" + strconv.Itoa(seen[all[i].what]) + ")"
		}
	}
	return all
}

// identity names an entry by what makes it different from every other.
func identity(section string, n *yaml.Node) string {
	get := func(key string) string { return said(value(n, key)) }
	switch section {
	case "parties":
		return "party " + get("code")
	case "people":
		return "person " + get("email")
	case "services":
		return "service " + get("code")
	case "roles":
		return "role " + get("key")
	case "agreements":
		return "agreement " + get("code")
	case "merges":
		return fmt.Sprintf("merge of %s into %s from %s", get("role"), get("into"), get("from"))
	case "calendars":
		return "calendar " + get("code")
	case "covers":
		by := get("by")
		if by == "" {
			by = "nobody"
		}
		return fmt.Sprintf("cover of %s by %s from %s", get("absent"), by, get("from"))
	}
	where := get("agreement") + get("service")
	if where == "" {
		where = "the organisation"
	}
	return fmt.Sprintf("assignment of %s as %s for %s from %s", get("holder"), get("role"), where, get("from"))
}

// plain gives the values of an entry as words. What a target or an exception
// has is called after its key or date, the hours of a week after their day.
func plain(n *yaml.Node) []Field {
	var all []Field
	for i := 0; i < len(n.Content); i += 2 {
		key, v := n.Content[i].Value, n.Content[i+1]
		switch key {
		case "targets":
			for _, t := range v.Content {
				all = append(all, parts(t, "key", " of ")...)
			}
		case "exceptions":
			for _, e := range v.Content {
				if value(e, "hours") == nil { // else nothing would say that it is closed
					all = append(all, Field{Key: "hours on " + said(value(e, "date")), New: "closed"})
				}
				all = append(all, parts(e, "date", " on ")...)
			}
		case "week":
			all = append(all, parts(v, "", "")...)
		default:
			all = append(all, Field{Key: key, New: said(v)})
		}
	}
	return all
}

// parts gives the values of a part of an entry, called after the value of one
// key.
func parts(n *yaml.Node, key, joint string) []Field {
	var all []Field
	for i := 0; i < len(n.Content); i += 2 {
		if k := n.Content[i].Value; k != key {
			all = append(all, Field{Key: k + joint + said(value(n, key)), New: said(n.Content[i+1])})
		}
	}
	return all
}

// value gives the value of a key, or nil.
func value(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// said writes a value in words: a list with commas, both languages with a
// stroke.
func said(n *yaml.Node) string {
	switch {
	case n == nil:
		return ""
	case n.Kind == yaml.ScalarNode:
		return n.Value
	}
	var all []string
	separator := ", "
	for i, c := range n.Content {
		if n.Kind == yaml.SequenceNode || i%2 == 1 {
			all = append(all, said(c))
		}
	}
	if n.Kind == yaml.MappingNode {
		separator = " / "
	}
	return strings.Join(all, separator)
}
