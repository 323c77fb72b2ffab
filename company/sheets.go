package company

import (
	"slices"
	"strings"

	"steward/slm"
)

// A sheet of a workbook holds a section of the company file, a row for an
// entry. The first row has the headings of the columns, in any order. Rows and
// columns that begin with "# ", and sheets whose name does, are notes.
type sheet struct {
	name    string
	columns []column
}

// A column holds a value of each entry.
type column struct {
	key   string // in the company file
	part  string // such as "en" or "zh", where the value has parts: a text in both languages
	kind  columnKind
	help  string   // what to write
	words []string // what to choose from
}

// heading is what stands above the column.
func (c column) heading() string { return strings.TrimSpace(c.key + " " + c.part) }

// A columnKind says what else than words may stand in a cell.
type columnKind int

const (
	anyWords  columnKind = iota
	someDay              // a date of Excel
	someShare            // a number of Excel, in percent
	someFlag             // TRUE or FALSE
	someRole             // the key of a role
	someList             // several, with semicolons or line breaks between them
)

// note is how notes begin.
const note = "# "

// sheets are all sheets, in the order of the sections. Targets, which the file
// has within their agreements, have a sheet of their own, and so have the
// exceptions of calendars and the clauses of roles.
var sheets = []sheet{
	{"company", []column{en("name", "the company"), zh("name"), {key: "zone", help: "where days begin: Asia/Shanghai"}}},
	{"parties", []column{{key: "code", help: "HR, IT-OPS"}, {key: "side", help: "business, internal or supplier", words: []string{"business", "internal", "supplier"}}, en("name", "Human Resources"), zh("name")}},
	{"people", []column{
		{key: "email", help: "as in Slack"},
		en("name", "Lin Mei"), zh("name"),
		{key: "language", help: "en or zh", words: []string{"en", "zh"}},
		{key: "zone", help: "if not the company's"},
		{key: "party", help: "code of a party"},
		{key: "guest", kind: someFlag, help: "TRUE for a guest"},
		{key: "left", kind: someDay, help: "last day"},
	}},
	{"services", []column{
		{key: "code", help: "ORION-PAYROLL"},
		en("name", "Payroll"), zh("name"),
		{key: "aliases", kind: someList, help: "payroll; 工资"},
		{key: "state", help: "live unless written", words: []string{"pipeline", "live", "retired"}},
	}},
	{"roles", []column{
		{key: "key", help: "records-librarian; the four need no row"},
		en("name", "Records Librarian"), zh("name"),
		en("purpose", "what it is for"), zh("purpose"),
		{key: "from", kind: someDay, help: "first day, if it matters"},
	}},
	{"responsibilities", []column{{key: "role", help: "key of a role in the sheet roles"}, en("text", "files each signed agreement"), zh("text")}},
	{"qualifications", []column{{key: "role", help: "key of a role in the sheet roles"}, en("text", "works with care"), zh("text")}},
	{"calendars", []column{
		{key: "code", help: "OFFICE-CN"},
		en("name", "Office hours"), zh("name"),
		{key: "zone", help: "if not the company's"},
		hours("mon"), hours("tue"), hours("wed"), hours("thu"), hours("fri"), hours("sat"), hours("sun"),
		{key: "holidays", help: "of a country: CN", words: slm.Countries()},
		{key: "make-up hours", kind: someList, help: "of days that replace holidays"},
	}},
	{"exceptions", []column{
		{key: "calendar", help: "code of a calendar"},
		{key: "date", kind: someDay, help: "2026-12-24"},
		{key: "hours", kind: someList, help: "09:00-12:00; none: closed"},
		en("name", "Christmas Eve"), zh("name"),
	}},
	{"agreements", []column{
		{key: "code", help: "SLA-ORION-HR"},
		{key: "kind", help: "SLR, SLA, OLA or UC", words: []string{"SLR", "SLA", "OLA", "UC"}},
		en("title", "Payroll for HR"), zh("title"),
		{key: "provider", help: "code of a party"},
		{key: "consumer", help: "code of a party"},
		{key: "services", kind: someList, help: "codes: MAIL; WIKI"},
		{key: "underpins", kind: someList, help: "codes of agreements"},
		{key: "from", kind: someDay, help: "first day"},
		{key: "to", kind: someDay, help: "last day, if any"},
		{key: "state", help: "in force", words: states},
		{key: "zone", help: "if not the company's"},
		{key: "calendar", help: "code of a calendar, if not always"},
		{key: "notice", help: "3 months"},
		{key: "renewal", help: "12 months"},
		{key: "reminder", help: "30 days unless written"},
		{key: "requirement", help: "of an SLA: code of its SLR"},
		{key: "alert", help: "role to tell first", kind: someRole},
		{key: "answer within", help: "30m unless written"},
	}},
	{"targets", []column{
		{key: "agreement", help: "code of an agreement"},
		{key: "key", help: "availability"},
		en("name", "availability"), zh("name"),
		{key: "objective", kind: someShare, help: "99.9%"},
		{key: "value", help: "or a number that is compared", words: []string{"mean", "highest", "lowest", "last"}},
		{key: "at least", help: "4.2 points"},
		{key: "at most", help: "300 ms"},
		{key: "clock", help: "or a time per case: response"},
		{key: "within", help: "4h of open time"},
		{key: "priority", help: "of these cases only: P1"},
		{key: "calendar", help: "if not the agreement's"},
		{key: "window", help: "month, quarter, year or 30 days"},
	}},
	{"assignments", []column{
		{key: "role", help: "what is held", kind: someRole},
		{key: "holder", help: "e-mail of a person"},
		{key: "agreement", help: "for it alone, or"},
		{key: "service", help: "for it alone"},
		{key: "deputy", kind: someFlag, help: "TRUE for a deputy"},
		{key: "from", kind: someDay, help: "first day"},
		{key: "to", kind: someDay, help: "last day, if any"},
	}},
	{"covers", []column{
		{key: "absent", help: "e-mail of a person"},
		{key: "by", help: "e-mail of who stands in"},
		{key: "from", kind: someDay, help: "first day"},
		{key: "to", kind: someDay, help: "last day"},
		{key: "reason", help: "annual leave"},
	}},
	{"merges", []column{
		{key: "role", help: "what became part of", kind: someRole},
		{key: "into", help: "this role", kind: someRole},
		{key: "by", help: "e-mail of who decided it"},
		{key: "from", kind: someDay, help: "first day"},
		{key: "to", kind: someDay, help: "last day, if it was undone"},
		{key: "undone by", help: "e-mail of who undid it"},
	}},
}

// An inner sheet has what the file writes within the entries of another
// section, called after it: targets in agreements. A column of it has the code
// of the entry.
type inner struct {
	name    string // of the sheet, and of the list in the entry
	column  string
	id      string // what the file calls the code of the entry
	item    string // the column that is all there is of an item, where it has no keys of its own
	what    string // "a target"
	example string // of a code
}

// section is where the entries are.
func (in inner) section() string { return in.column + "s" }

var inners = []inner{
	{"targets", "agreement", "code", "", "a target", "SLA-ORION-HR"},
	{"exceptions", "calendar", "code", "", "an exception", "OFFICE-CN"},
	{"responsibilities", "role", "key", "text", "a responsibility", "records-librarian"},
	{"qualifications", "role", "key", "text", "a qualification", "records-librarian"},
}

// innerNamed gives the inner sheet with the name, or nil.
func innerNamed(name string) *inner {
	i := slices.IndexFunc(inners, func(in inner) bool { return in.name == name })
	if i < 0 {
		return nil
	}
	return &inners[i]
}

func en(key, help string) column { return column{key: key, part: "en", help: help} }
func zh(key string) column       { return column{key: key, part: "zh", help: "中文"} }

// hours are the open time on a day of the week.
func hours(day string) column {
	return column{key: "week", part: day, kind: someList, help: "09:00-12:00; 13:00-18:00"}
}

// rolesOf gives the keys of the roles that a company has.
func rolesOf(d *slm.Directory) []string {
	roles := d.Roles
	if roles == nil {
		roles = slm.Roles
	}
	keys := make([]string, len(roles))
	for i, r := range roles {
		keys[i] = string(r.Key)
	}
	return keys
}

// sheetNamed gives the sheet with the name in any case, or nil.
func sheetNamed(name string) *sheet {
	i := slices.IndexFunc(sheets, func(s sheet) bool { return strings.EqualFold(s.name, strings.TrimSpace(name)) })
	if i < 0 {
		return nil
	}
	return &sheets[i]
}

// headings are those of all columns.
func (s *sheet) headings() []string {
	all := make([]string, len(s.columns))
	for i, c := range s.columns {
		all[i] = c.heading()
	}
	return all
}
