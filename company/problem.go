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
	Line int // from 1; 0 when it concerns the whole file
	Text string
}

// Error gives "company.yaml:12: what is wrong".
func (p *Problem) Error() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Text)
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
}

// enough is how many problems are put in order. A file of millions has another
// problem, and the first to be found tell which.
const enough = 20 * MaxProblems

// problems collects what is wrong with one file.
type problems struct {
	file string
	all  []*Problem
	more int // beyond enough, only counted
}

func (p *problems) add(line int, format string, args ...any) {
	if len(p.all) == enough {
		p.more++
		return
	}
	p.all = append(p.all, &Problem{File: p.file, Line: line, Text: fmt.Sprintf(format, args...)})
}

// err joins the problems in the order of their lines, or gives nil. Those
// beyond MaxProblems are only counted.
func (p *problems) err() error {
	slices.SortStableFunc(p.all, func(a, b *Problem) int { return cmp.Compare(a.Line, b.Line) })
	var errs []error
	for i, problem := range p.all {
		if i == MaxProblems {
			rest := &Problem{File: p.file, Text: fmt.Sprintf("and %d more; mend these first", len(p.all)-i+p.more)}
			errs = append(errs, rest)
			break
		}
		errs = append(errs, problem)
	}
	return errors.Join(errs...)
}
