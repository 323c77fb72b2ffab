package company

import "go.yaml.in/yaml/v3"

// names are the codes (or e-mails) that the entries of one section have.
type names struct {
	r       *reader
	what    string // "party"
	section string // "parties"
	all     []string
	known   map[string]bool // those that need not stand in the files
	places  map[string]place
}

// A place is where an entry stands.
type place struct {
	line  int
	index int // in the section
}

func newNames(r *reader, what, section string) *names {
	return &names{r: r, what: what, section: section, known: map[string]bool{}, places: map[string]place{}}
}

// enter notes the name of an entry. Two of the same name are a problem.
func (n *names) enter(node *yaml.Node, name string, index int) {
	if node == nil || name == "" {
		return
	}
	if first, taken := n.places[name]; taken {
		n.r.problems.add(node.Line, "there is a %s %s already, %s; each needs its own", n.what, name, n.r.problems.where(first.line, node.Line))
		return
	}
	n.all = append(n.all, name)
	n.places[name] = place{line: node.Line, index: index}
}

// know notes a name that is known without an entry.
func (n *names) know(name string) {
	n.all = append(n.all, name)
	n.known[name] = true
}

// want gives the name if an entry has it, or it is known without. Otherwise it gives nothing and
// reports the name, with the nearest one.
func (n *names) want(node *yaml.Node, name string) string {
	if node == nil || name == "" {
		return ""
	}
	if _, ok := n.places[name]; ok || n.known[name] {
		return name
	}
	if near := n.r.nearest(name, n.all); near != "" {
		n.r.problems.add(node.Line, "there is no %s %q; did you mean %s?", n.what, short(name), near)
	} else {
		n.r.problems.add(node.Line, `there is no %s %q; add it under "%s:"`, n.what, short(name), n.section)
	}
	return ""
}

// wantCode gives the code written in a node if an entry has it.
func (n *names) wantCode(node *yaml.Node) string { return n.want(node, n.r.value(node)) }
