// Package company reads the company file: the YAML text in which a service
// level manager writes down who works here, what is promised to whom, and who
// answers for it.
//
// A file has seven sections, all of them optional and in any order: company,
// parties, people, services, agreements, assignments and covers. Days are
// written as 2026-01-31 and every last day ("to", "left") is included. A day
// begins at midnight: an agreement's in its own zone, an assignment's in the
// company's, a cover's and a leaver's in the person's.
//
// The file of the demo, cmd/steward/demo.yaml, shows every key.
//
// The package is strict, because a wrong name is worse than no name: unknown
// keys, doubtful dates and references to nothing are refused, each with its
// line and what to write instead. It stores nothing and compares nothing with
// what was stored before.
package company

import (
	"fmt"
	"io"
	"time"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// MaxSize is how long a company file may be, in bytes.
const MaxSize = 10 << 20

// Read reads a company file and gives its directory, indexed, with people,
// assignments, covers and targets numbered from 1 in the order of the file.
// The name of the file is only for messages.
//
// Everything that is wrong with the file is reported at once: the error joins
// a Problem for each, in the order of the lines, up to MaxProblems. There is
// no directory then. A failing reader is reported as the only error.
func Read(r io.Reader, file string) (*slm.Directory, error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("read company file %s: %w", file, err)
	}
	rd := newReader(file)
	if root := rd.parse(text); root != nil {
		rd.file(root)
	}
	if err := rd.problems.err(); err != nil {
		return nil, err
	}
	return rd.dir.Index(), nil
}

// A reader turns nodes into a directory and collects what is wrong with them.
type reader struct {
	problems problems
	dir      slm.Directory

	zone       *time.Location // the company's; nil when the file names none
	zoneless   bool           // it was said that there is none
	zones      map[string]*time.Location
	targets    int64       // how many were read
	entries    map[any]int // lines of what may stand in the file once
	parties    *names
	people     *names
	services   *names
	agreements *names
}

func newReader(file string) *reader {
	r := &reader{problems: problems{file: file}, zones: map[string]*time.Location{}, entries: map[any]int{}}
	r.parties = newNames(r, "party", "parties")
	r.people = newNames(r, "person", "people")
	r.services = newNames(r, "service", "services")
	r.agreements = newNames(r, "agreement", "agreements")
	return r
}

// file reads the sections. Their order here is that of their references: a
// section names only what stands in those before it.
func (r *reader) file(root *yaml.Node) {
	top := r.fields(root, "a company file",
		"company", "parties", "people", "services", "agreements", "assignments", "covers")
	if n := top.may("company"); n != nil {
		r.company(n)
	}
	each(r, top.may("parties"), "parties", r.party)
	each(r, top.may("people"), "people", r.person)
	each(r, top.may("services"), "services", r.service)
	r.readAgreements(top.may("agreements"))
	each(r, top.may("assignments"), "assignments", r.assignment)
	each(r, top.may("covers"), "covers", r.cover)
}

// company reads the company's name and its zone.
func (r *reader) company(n *yaml.Node) {
	f := r.fields(n, "the company", "name", "zone")
	r.dir.Name = r.text(f.may("name"))
	if zone := f.may("zone"); zone != nil {
		r.dir.Zone, r.zone = r.location(zone)
		r.zoneless = r.zone == nil // which was just said
	}
}
