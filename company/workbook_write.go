package company

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"github.com/xuri/excelize/v2"
	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// WriteWorkbook writes the directory as a workbook of Excel, which reads back
// as the same directory. Below the headings a note says what to write.
func WriteWorkbook(w io.Writer, d *slm.Directory) error {
	book := excelize.NewFile()
	defer book.Close() //nolint:errcheck // nothing was opened
	sections := map[string]*yaml.Node{}
	for _, s := range draw(d).sections {
		sections[s.name] = s.node
	}
	for _, in := range inners {
		sections[in.name] = in.rows(sections[in.section()])
	}
	if company := sections["company"]; company != nil {
		sections["company"] = &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{company}}
	}
	p := &printer{book: book, roles: rolesOf(d)}
	p.styles()
	for i, s := range sheets {
		if i == 0 {
			p.do(book.SetSheetName("Sheet1", s.name))
		} else {
			_, err := book.NewSheet(s.name)
			p.do(err)
		}
		p.sheet(s, sections[s.name])
	}
	p.do(book.Write(w))
	if p.err != nil {
		return fmt.Errorf("write workbook: %w", p.err)
	}
	return nil
}

// rows gives what the entries have for the sheet, each with the entry's code.
func (in inner) rows(entries *yaml.Node) *yaml.Node {
	all := &yaml.Node{Kind: yaml.SequenceNode}
	if entries == nil {
		return all
	}
	for _, e := range entries.Content {
		if list := value(e, in.name); list != nil {
			for _, p := range list.Content {
				row := mapping(in.column, value(e, in.id))
				if in.item != "" {
					p = mapping(in.item, p)
				}
				row.Content = append(row.Content, p.Content...)
				all.Content = append(all.Content, row)
			}
		}
	}
	return all
}

// A printer fills a workbook and keeps the first error.
type printer struct {
	book             *excelize.File
	bold, grey, date int
	roles            []string // keys to choose from
	err              error
}

func (p *printer) do(err error) {
	if p.err == nil {
		p.err = err
	}
}

func (p *printer) styles() {
	style := func(s *excelize.Style) int {
		id, err := p.book.NewStyle(s)
		p.do(err)
		return id
	}
	form := "yyyy-mm-dd"
	p.bold = style(&excelize.Style{Font: &excelize.Font{Bold: true}})
	p.grey = style(&excelize.Style{Font: &excelize.Font{Italic: true, Color: "808080"}})
	p.date = style(&excelize.Style{CustomNumFmt: &form})
}

func (p *printer) sheet(s sheet, entries *yaml.Node) {
	for i, c := range s.columns {
		help := c.help
		if i == 0 {
			help = note + help
		}
		p.do(p.book.SetCellStr(s.name, cellName(i, 1), c.heading()))
		p.do(p.book.SetCellStr(s.name, cellName(i, 2), help))
		name, err := excelize.ColumnNumberToName(i + 1)
		p.do(err)
		p.do(p.book.SetColWidth(s.name, name, name, 22))
		words := c.words
		if c.kind == someRole {
			words = p.roles
		}
		p.choice(s.name, name, words)
	}
	last := len(s.columns) - 1
	p.do(p.book.SetCellStyle(s.name, "A1", cellName(last, 1), p.bold))
	p.do(p.book.SetCellStyle(s.name, "A2", cellName(last, 2), p.grey))
	p.do(p.book.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"}))
	if entries == nil {
		return
	}
	for row, n := range entries.Content {
		for i, c := range s.columns {
			p.cell(s.name, cellName(i, row+3), c, n)
		}
	}
}

// maxChoice is how long what there is to choose from may be, in letters: Excel
// takes no more.
const maxChoice = 200

// choice lets people choose in a column from the words, unless these are too
// many.
func (p *printer) choice(sheet, column string, words []string) {
	if words == nil || len(strings.Join(words, ", ")) > maxChoice {
		return
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(column + "3:" + column + "5000")
	p.do(v.SetDropList(words))
	v.SetError(excelize.DataValidationErrorStyleWarning, "Steward", "Choose one of: "+strings.Join(words, ", "))
	p.do(p.book.AddDataValidation(sheet, v))
}

func (p *printer) cell(sheet, cell string, c column, entry *yaml.Node) {
	n := value(entry, c.key)
	if c.part != "" {
		n = partOf(n, c.part)
	}
	if n == nil {
		return
	}
	day, err := time.Parse(time.DateOnly, n.Value)
	switch {
	case c.kind == someDay && err == nil:
		p.do(p.book.SetCellValue(sheet, cell, day))
		p.do(p.book.SetCellStyle(sheet, cell, cell, p.date))
	case c.kind == someFlag:
		p.do(p.book.SetCellBool(sheet, cell, n.Value == "true"))
	case c.kind == someList:
		p.do(p.book.SetCellStr(sheet, cell, joined(n)))
	default:
		p.do(p.book.SetCellStr(sheet, cell, n.Value))
	}
}

// partOf gives a part of a value, or nil. A text that is not in parts is in the
// language in which it is written.
func partOf(n *yaml.Node, part string) *yaml.Node {
	switch {
	case n == nil:
		return nil
	case n.Kind == yaml.MappingNode:
		return value(n, part)
	case strings.ContainsFunc(n.Value, func(c rune) bool { return unicode.Is(unicode.Han, c) }) == (part == "zh"):
		return n
	}
	return nil
}

// joined puts a list into a cell: with semicolons, or with line breaks where
// a semicolon is part of what is listed.
func joined(n *yaml.Node) string {
	var all []string
	for _, c := range n.Content {
		all = append(all, c.Value)
	}
	if s := strings.Join(all, "\n"); strings.ContainsAny(s, ";；") {
		return s + "\n"
	}
	return strings.Join(all, "; ")
}

// cellName gives the name of a cell: the column from 0, the row from 1.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return "A1" // beyond what a sheet can have
	}
	return name
}
