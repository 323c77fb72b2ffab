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
	lang  string // "en" or "zh", where the value is a text in both languages
	kind  columnKind
	help  string   // what to write
	words []string // what to choose from
}

// heading is what stands above the column.
func (c column) heading() string { return strings.TrimSpace(c.key + " " + c.lang) }

// A columnKind says what else than words may stand in a cell.
type columnKind int

const (
	anyWords  columnKind = iota
	someDay              // a date of Excel
	someShare            // a number of Excel, in percent
	someFlag             // TRUE or FALSE
	someList             // several, with semicolons or line breaks between them
)

// note is how notes begin.
const note = "# "

// sheets are all sheets, in the order of the sections. Targets, which the file
// has within their agreements, have a sheet of their own.
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
		{key: "alert", help: "role to tell first", words: roleKeys()},
		{key: "answer within", help: "30m unless written"},
	}},
	{"targets", []column{
		{key: "agreement", help: "code of an agreement"},
		{key: "key", help: "availability"},
		en("name", "availability"), zh("name"),
		{key: "objective", kind: someShare, help: "99.9%"},
	}},
	{"assignments", []column{
		{key: "role", help: "what is held", words: roleKeys()},
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
}

func en(key, help string) column { return column{key: key, lang: "en", help: help} }
func zh(key string) column       { return column{key: key, lang: "zh", help: "中文"} }

// roleKeys are the keys of the roles that every company has.
func roleKeys() []string {
	keys := make([]string, len(slm.Roles))
	for i, r := range slm.Roles {
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
