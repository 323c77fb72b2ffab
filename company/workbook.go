package company

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
	"go.yaml.in/yaml/v3"
)

// maxCells is how many cells of a workbook are read, and maxUnzipped how long
// its parts may be together, in bytes.
const (
	maxCells    = 2_000_000
	maxUnzipped = 64 << 20
)

// isWorkbook reports whether a file begins as a workbook does: new or old.
func isWorkbook(text []byte) bool {
	return bytes.HasPrefix(text, []byte("PK\x03\x04")) || bytes.HasPrefix(text, []byte("\xd0\xcf\x11\xe0"))
}

// A workbook is one under way to become the nodes of a company file. Each node
// has the number of its cell as its line. Formulas count as what Excel last
// calculated for them.
type workbook struct {
	r     *reader
	book  *excelize.File
	epoch bool // days are counted from 1904
	cells int
	base  int
}

// workbook gives the top node of a workbook, or nil and a problem.
func (r *reader) workbook(file string, text []byte) *yaml.Node {
	w := &workbook{r: r, base: r.problems.beginWorkbook(file)}
	if len(text) > MaxSize {
		r.problems.add(w.base, "is longer than %d MiB; split the company or leave out what is over", MaxSize>>20)
		return nil
	}
	var err error
	w.book, err = excelize.OpenReader(bytes.NewReader(text), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
	})
	if err != nil {
		r.problems.add(w.base, "is not a workbook that can be read (%v); save it as .xlsx, without a password", err)
		return nil
	}
	defer w.book.Close() //nolint:errcheck // only read
	if props, err := w.book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		w.epoch = *props.Date1904
	}
	return w.file()
}

func (w *workbook) file() *yaml.Node {
	rows := map[string][]*yaml.Node{}
	for _, name := range w.book.GetSheetList() {
		if strings.HasPrefix(name, strings.TrimSpace(note)) {
			continue
		}
		s := sheetNamed(name)
		if s == nil {
			w.stranger(name)
			continue
		}
		if rows[s.name] != nil {
			w.r.problems.add(w.place(name, 0, 1), "there are two sheets %s; keep one", s.name)
		}
		rows[s.name] = append(rows[s.name], w.sheet(name, s)...)
	}
	for _, in := range inners {
		w.attach(in, rows[in.name], rows[in.section()])
	}
	root := &yaml.Node{Kind: yaml.MappingNode, Line: w.base}
	for _, s := range sheets {
		switch {
		case innerNamed(s.name) != nil || len(rows[s.name]) == 0:
		case s.name == "company":
			root.Content = append(root.Content, keyNode(s.name, w.base), rows[s.name][0])
			for _, other := range rows[s.name][1:] {
				w.r.problems.add(other.Line, "the company is one row; take this one out")
			}
		default:
			root.Content = append(root.Content, keyNode(s.name, w.base), &yaml.Node{Kind: yaml.SequenceNode, Line: w.base, Content: rows[s.name]})
		}
	}
	if len(root.Content) == 0 {
		w.r.problems.add(w.base, "is empty; begin with one of the sheets %s", strings.Join(sheetNames(), ", "))
		return nil
	}
	return root
}

func sheetNames() []string {
	names := make([]string, len(sheets))
	for i, s := range sheets {
		names[i] = s.name
	}
	return names
}

// stranger reports a sheet that is none of ours, unless it is empty.
func (w *workbook) stranger(name string) {
	rows, err := w.book.Rows(name)
	if err != nil {
		return // a chart
	}
	defer rows.Close() //nolint:errcheck // only read
	if !rows.Next() {
		return
	}
	hint := "its sheets are " + strings.Join(sheetNames(), ", ") + `; put "# " before the name if it holds notes`
	if near := w.r.nearest(name, sheetNames()); near != "" {
		hint = "did you mean " + near + "?"
	}
	w.r.problems.add(w.place(name, 0, 1), "a company has no sheet %q; %s", short(name), hint)
}

// place numbers a cell: the column from 0, the row from 1.
func (w *workbook) place(sheet string, column, row int) int {
	return w.r.problems.cell(sheet + "!" + cellName(column, row))
}

// sheet gives a node for each row with values.
func (w *workbook) sheet(name string, s *sheet) []*yaml.Node {
	rows, err := w.book.Rows(name)
	if err != nil {
		w.r.problems.add(w.base, "the sheet %s cannot be read (%v); save the workbook again", name, err)
		return nil
	}
	defer rows.Close() //nolint:errcheck // only read
	var entries []*yaml.Node
	var columns []*column
	for row := 1; rows.Next(); row++ {
		cells, err := rows.Columns()
		if w.cells += len(cells) + 1; w.cells > maxCells {
			w.r.problems.add(w.base, "has more than %d cells; split the company or delete what is empty", maxCells)
			return nil
		}
		if err != nil {
			w.r.problems.add(w.place(name, 0, row), "the row cannot be read (%v); write it again", err)
			return entries
		}
		switch {
		case !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) || strings.HasPrefix(strings.TrimSpace(cells[0]), note):
		case columns == nil:
			columns = w.headings(name, s, cells, row)
		default:
			entries = append(entries, w.entry(name, columns, cells, row))
		}
	}
	return entries
}

// headings finds the column of the sheet that each heading names; nil where
// there is none.
func (w *workbook) headings(name string, s *sheet, cells []string, row int) []*column {
	columns := make([]*column, len(cells))
	known := s.headings()
	for i, cell := range cells {
		heading := strings.Join(strings.Fields(strings.ToLower(cell)), " ")
		if heading == "" || strings.HasPrefix(heading, strings.TrimSpace(note)) {
			continue
		}
		at := slices.Index(known, heading)
		if at < 0 {
			near := w.r.nearest(heading, known)
			hint := "did you mean " + strconv.Quote(near) + "?"
			if near == "" {
				hint = "its columns are " + strings.Join(known, ", ")
			}
			w.r.problems.add(w.place(name, i, row), "the sheet %s has no column %q; %s", s.name, short(cell), hint)
			at = slices.Index(known, near)
		}
		if at < 0 {
			continue
		}
		if slices.Contains(columns, &s.columns[at]) {
			w.r.problems.add(w.place(name, i, row), "the sheet %s has the column %q twice; keep one", s.name, known[at])
			continue
		}
		columns[i] = &s.columns[at]
	}
	return columns
}

// entry turns a row into an entry.
func (w *workbook) entry(name string, columns []*column, cells []string, row int) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Line: w.place(name, 0, row)}
	texts := map[string]*yaml.Node{} // values in parts
	for i, c := range columns {
		if c == nil {
			continue
		}
		cell := ""
		if i < len(cells) {
			cell = cells[i]
		}
		if c.kind != someList { // there a line break at the end says something
			cell = strings.TrimSpace(cell)
		}
		v := w.value(name, c, cell, i, row)
		if c.part == "" {
			n.Content = append(n.Content, keyNode(c.key, v.Line), v)
			continue
		}
		text := texts[c.key]
		if text == nil {
			text = &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: v.Line}
			texts[c.key] = text
			n.Content = append(n.Content, keyNode(c.key, v.Line), text)
		}
		if !blank(v) {
			text.Kind, text.Tag = yaml.MappingNode, "!!map"
			text.Content = append(text.Content, keyNode(c.part, v.Line), v)
		}
	}
	return n
}

func keyNode(key string, line int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key, Line: line}
}

// attach puts the rows of an inner sheet into the entries that they name.
func (w *workbook) attach(in inner, rows, entries []*yaml.Node) {
	byCode := map[string]*yaml.Node{}
	var codes []string
	for _, e := range entries {
		if code := value(e, in.id); code != nil && code.Value != "" {
			byCode[code.Value] = e
			codes = append(codes, code.Value)
		}
	}
	for _, row := range rows {
		code := value(row, in.column)
		if code == nil || blank(code) {
			w.r.problems.add(row.Line, "%s needs %q; write one such as %s", in.what, in.column, in.example)
			continue
		}
		e := byCode[code.Value]
		if e == nil {
			hint := fmt.Sprintf("add it to the sheet %q", in.section())
			if near := w.r.nearest(code.Value, codes); near != "" {
				hint = "did you mean " + near + "?"
			}
			w.r.problems.add(code.Line, "there is no %s %q; %s", in.column, short(code.Value), hint)
			continue
		}
		list := value(e, in.name)
		if list == nil {
			list = &yaml.Node{Kind: yaml.SequenceNode, Line: row.Line}
			e.Content = append(e.Content, keyNode(in.name, row.Line), list)
		}
		item := without(row, in.column)
		if in.item != "" {
			if item = value(row, in.item); item == nil || blank(item) {
				w.r.problems.add(row.Line, "%s needs words; write them in one language, or in both", in.what)
				continue
			}
		}
		list.Content = append(list.Content, item)
	}
}

// without gives a mapping without a key.
func without(n *yaml.Node, key string) *yaml.Node {
	rest := *n
	rest.Content = nil
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value != key {
			rest.Content = append(rest.Content, n.Content[i], n.Content[i+1])
		}
	}
	return &rest
}
