package company

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// MaxProblems is how many problems of one file are reported.
const MaxProblems = 50

// A Problem is one thing that is wrong with a company file, and what to write
// instead.
type Problem struct {
	File string
	Line int    // of a YAML file, from 1; 0 when it concerns the whole file
	Cell string // of a workbook, such as "people!C7"
	Text string
}

// Error gives "company.yaml:12: what is wrong" or "company.xlsx: people!C7:
// what is wrong".
func (p *Problem) Error() string {
	switch {
	case p.Cell != "":
		return fmt.Sprintf("%s: %s: %s", p.File, p.Cell, p.Text)
	case p.Line != 0:
		return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
	}
	return fmt.Sprintf("%s: %s", p.File, p.Text)
}

// enough is how many problems are put in order. A company of millions has
// another problem, and the first to be found tell which.
const enough = 20 * MaxProblems

// problems collects what is wrong with the files of one company.
type problems struct {
	origins []origin // in the order of their lines
	next    int      // base of the next
	all     []*found
	more    int // beyond enough, only counted
}

// An origin is one of the files. Its lines are numbered on from those of the
// file before, so that a number is enough to tell a place: base is the file as
// a whole, base+1 its first line.
type origin struct {
	file  string
	base  int
	cells []string // of a workbook: the names of its places, from base+1
}

// A found problem and its place.
type found struct {
	Problem
	place int
}

// begin begins a file of at most so many lines and gives its base.
func (p *problems) begin(file string, lines int) int {
	base := p.next
	p.origins = append(p.origins, origin{file: file, base: base})
	p.next += lines + 2
	return base
}

// beginWorkbook begins a workbook, whose places are the cells that are named.
func (p *problems) beginWorkbook(file string) int {
	base := p.begin(file, 0)
	p.origins[len(p.origins)-1].cells = []string{}
	return base
}

// cell names a cell of the workbook that was begun last, and gives its place.
func (p *problems) cell(name string) int {
	o := &p.origins[len(p.origins)-1]
	o.cells = append(o.cells, name)
	p.next = o.base + len(o.cells) + 1
	return o.base + len(o.cells)
}

// origin gives the file in which a place is.
func (p *problems) origin(place int) origin {
	i, exact := slices.BinarySearchFunc(p.origins, place, func(o origin, place int) int { return cmp.Compare(o.base, place) })
	if !exact {
		i--
	}
	return p.origins[i]
}

// sheet reports whether a place is in a workbook.
func (p *problems) sheet(place int) bool { return p.origin(place).cells != nil }

func (p *problems) add(place int, format string, args ...any) {
	if len(p.all) == enough {
		p.more++
		return
	}
	o := p.origin(place)
	problem := Problem{File: o.file, Text: fmt.Sprintf(format, args...)}
	switch local := place - o.base; {
	case o.cells == nil:
		problem.Line = local
	case local > 0:
		problem.Cell = o.cells[local-1]
	}
	p.all = append(p.all, &found{problem, place})
}

// where names a place for a problem at another: "on line 12", "in people!C7",
// "on line 3 of it.yaml".
func (p *problems) where(place, from int) string {
	o, other := p.origin(place), p.origin(from)
	text := fmt.Sprintf("on line %d", place-o.base)
	if o.cells != nil {
		text = "in " + o.cells[place-o.base-1]
	}
	if o.base != other.base {
		text += " of " + o.file
	}
	return text
}

// err joins the problems in the order of their places, or gives nil. Those
// beyond MaxProblems are only counted.
func (p *problems) err() error {
	slices.SortStableFunc(p.all, func(a, b *found) int { return cmp.Compare(a.place, b.place) })
	var errs []error
	for i, problem := range p.all {
		if i == MaxProblems {
			rest := &Problem{File: problem.File, Text: fmt.Sprintf("and %d more; mend these first", len(p.all)-i+p.more)}
			errs = append(errs, rest)
			break
		}
		errs = append(errs, &problem.Problem)
	}
	return errors.Join(errs...)
}
