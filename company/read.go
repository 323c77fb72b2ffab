// Package company reads, writes and compares company files: the YAML text or
// the workbook in which a service level manager writes down who works here,
// what is promised to whom, and who answers for it.
//
// A file has ten sections, all of them optional and in any order: company,
// parties, people, services, roles, calendars, agreements, assignments, covers
// and merges. Days are written as 2026-01-31 and every last day ("to", "left") is included. A day
// begins at midnight: an agreement's in its own zone, an assignment's in the
// company's, a cover's and a leaver's in the person's. A moment such as
// 2026-01-31T14:30:00+08:00 may stand in the place of a day.
//
// The file of the demo, cmd/steward/demo.yaml, shows every key.
//
// The package is strict, because a wrong name is worse than no name: unknown
// keys, doubtful dates and references to nothing are refused, each with its
// line or cell and what to write instead. A workbook is turned into the nodes
// that YAML would have, so that one reader checks both. The package stores
// nothing.
package company

import (
	"fmt"
	"io"
	"slices"
	"time"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// MaxSize is how long a company file may be, in bytes.
const MaxSize = 10 << 20

// A Source is one file of a company.
type Source struct {
	Name string // for messages
	Text io.Reader
}

// Read reads a company that is one file. See ReadAll.
func Read(r io.Reader, file string) (*slm.Directory, error) {
	return ReadAll(Source{Name: file, Text: r})
}

// ReadAll reads the files of one company, each YAML or a workbook, and gives
// its directory, indexed, with people, assignments, covers and targets
// numbered from 1 in the order of the files. What one file names may stand in
// another, before it or after it.
//
// Everything that is wrong with the files is reported at once: the error joins
// a Problem for each, in the order of files and lines, up to MaxProblems. There
// is no directory then. A failing reader is reported as the only error.
func ReadAll(sources ...Source) (*slm.Directory, error) {
	return ReadOnto(&slm.Directory{}, sources...)
}

// ReadOnto is ReadAll for files that add to a known company: they may name
// what it has without having it again, and stand in its zone. What is known
// is not in the directory that comes back; where that refers to a known
// person, it does so by the id in known, and the people of the files are
// numbered on from there.
func ReadOnto(known *slm.Directory, sources ...Source) (*slm.Directory, error) {
	rd := newReader(known)
	var roots []*yaml.Node
	for _, s := range sources {
		text, err := io.ReadAll(io.LimitReader(s.Text, MaxSize+1))
		if err != nil {
			return nil, fmt.Errorf("read company file %s: %w", s.Name, err)
		}
		parse := rd.parse
		if isWorkbook(text) {
			parse = rd.workbook
		}
		if root := parse(s.Name, text); root != nil {
			roots = append(roots, root)
		}
	}
	if len(roots) == len(sources) { // else what is missing might stand in a file that could not be read
		rd.files(roots)
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
	known    *slm.Directory // what the files may name without having it

	zone       *time.Location // the company's; nil when neither the files nor what is known name one
	zoneless   bool           // it was said that there is none
	zones      map[string]*time.Location
	companyAt  int          // where the company is described
	targets    int64        // how many were read
	lastPerson int64        // the highest id so far
	carries    []*yaml.Node // of each agreement, or nil
	required   []*yaml.Node // the same
	merges     []*yaml.Node
	entries    map[any]int // lines of what may stand in the file once
	parties    *names
	people     *names
	services   *names
	calendars  *names
	agreements *names
}

func newReader(known *slm.Directory) *reader {
	r := &reader{zones: map[string]*time.Location{}, entries: map[any]int{}}
	r.dir.Roles = slices.Clone(slm.Roles)
	r.parties = newNames(r, "party", "parties")
	r.people = newNames(r, "person", "people")
	r.services = newNames(r, "service", "services")
	r.calendars = newNames(r, "calendar", "calendars")
	r.agreements = newNames(r, "agreement", "agreements")
	r.knows(known)
	return r
}

// files reads the sections of all files. Their order here is that of their
// references: a section names only what stands in those before it.
func (r *reader) files(roots []*yaml.Node) {
	tops := make([]fields, len(roots))
	for i, root := range roots {
		tops[i] = r.fields(root, "a company file", "company", "parties", "people", "services", "roles", "calendars", "agreements", "assignments", "covers", "merges")
		if n := tops[i].may("company"); n != nil {
			r.company(n)
		}
	}
	for _, section := range []struct {
		name string
		read func(*yaml.Node)
	}{
		{"parties", r.party},
		{"people", r.person},
		{"services", r.service},
		{"roles", r.addedRole},
		{"calendars", r.calendar},
		{"agreements", r.agreement},
	} {
		for _, top := range tops {
			each(r, top.may(section.name), section.name, section.read)
		}
	}
	r.readReferences()
	r.sidesStay()
	for _, top := range tops {
		each(r, top.may("assignments"), "assignments", r.assignment)
	}
	for _, top := range tops {
		each(r, top.may("covers"), "covers", r.cover)
	}
	for _, top := range tops {
		each(r, top.may("merges"), "merges", r.merge)
	}
	r.checkMerges()
}

// company reads the company's name and its zone.
func (r *reader) company(n *yaml.Node) {
	f := r.fields(n, "the company", "name", "zone")
	if r.companyAt != 0 {
		r.problems.add(n.Line, "the company is described %s already; do so in one file", r.problems.where(r.companyAt, n.Line))
		return
	}
	r.companyAt = n.Line
	r.dir.Name = r.text(f.may("name"))
	if zone := f.may("zone"); zone != nil {
		r.dir.Zone, r.zone = r.location(zone)
		r.zoneless = r.zone == nil // which was just said
	}
}
