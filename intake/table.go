package intake

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"steward/slm"
)

// maxUnzipped is how large a workbook may be unpacked, in bytes.
const maxUnzipped = 64 << 20

// A Row is one measurement of a table.
type Row struct {
	At          string // its line in a CSV file, such as "line 7", or its row in a workbook, such as "Sheet1!7"; or the cell that is wrong
	Measurement slm.Measurement
	Why         error // it cannot be read
}

// columns are the headings of a table: the names of the fields in JSON.
var columns = []string{"key", "agreement", "target", "from", "to", "good", "total", "value", "corrects"}

// a table is a heading and rows of cells.
type table struct {
	heading []string
	rows    []tableRow
	dates   func(serial float64) (time.Time, error) // of a workbook
	place   func(row, column int) string            // of a cell
	line    func(row int) string
}

type tableRow struct {
	number int
	cells  []string
}

// ReadTable reads the measurements of a CSV file, or of the first sheet of a
// workbook (XLSX). The first row has the headings, in any order; empty rows are
// left out. Times without an offset are taken to be in the zone; nil refuses
// them. An error is about the whole file.
func ReadTable(content []byte, zone *time.Location) ([]Row, error) {
	read := readCSV
	if bytes.HasPrefix(content, []byte("PK")) {
		read = readWorkbook
	}
	t, err := read(content)
	if err != nil {
		return nil, err
	}
	place := map[string]int{}
	for i, name := range t.heading {
		name = strings.ToLower(strings.TrimSpace(name))
		if _, twice := place[name]; twice {
			return nil, fmt.Errorf("%s: the heading %q is there twice", t.place(1, i), name)
		}
		if name != "" && !slices.Contains(columns, name) {
			return nil, fmt.Errorf("%s: there is no column %q: the headings are %s", t.place(1, i), name, strings.Join(columns, ", "))
		}
		place[name] = i
	}
	for _, name := range columns[:5] {
		if _, there := place[name]; !there {
			return nil, fmt.Errorf("the column %s is missing: the headings are %s", name, strings.Join(columns, ", "))
		}
	}
	var rows []Row
	for _, r := range t.rows {
		rows = append(rows, t.row(r, place, zone))
	}
	return rows, nil
}

// row reads a row as JSON with the same fields would be read.
func (t table) row(r tableRow, place map[string]int, zone *time.Location) Row {
	row := Row{At: t.line(r.number)}
	var m measurement
	cell := func(name string) string {
		i, there := place[name]
		if !there || i >= len(r.cells) {
			return ""
		}
		return strings.TrimSpace(r.cells[i])
	}
	check := func(name string, err error) {
		if err != nil && row.Why == nil {
			row.At, row.Why = t.place(r.number, place[name]), err
		}
	}
	m.Key, m.Agreement, m.Target, m.Corrects = cell("key"), cell("agreement"), cell("target"), cell("corrects")
	var err error
	m.From, err = t.time(cell("from"), zone)
	check("from", err)
	m.To, err = t.time(cell("to"), zone)
	check("to", err)
	m.Good, err = whole(cell("good"))
	check("good", err)
	m.Total, err = whole(cell("total"))
	check("total", err)
	if text := cell("value"); text != "" {
		n := json.Number(text)
		_, err := millionths("value", n)
		check("value", err)
		m.Value = &n
	}
	if i, text := t.beyond(r); text != "" {
		row.At, row.Why = t.place(r.number, i), fmt.Errorf("there is no heading above %q: leave it out, or write numbers without commas.", text)
	}
	if row.Why == nil {
		row.Measurement, row.Why = m.read()
	}
	return row
}

// beyond finds what stands right of the headings in a CSV file, as "1,000" puts
// it there. In a workbook it is a note.
func (t table) beyond(r tableRow) (column int, text string) {
	if t.dates != nil {
		return 0, ""
	}
	for i, cell := range r.cells[min(len(t.heading), len(r.cells)):] {
		if text = strings.TrimSpace(cell); text != "" {
			return len(t.heading) + i, text
		}
	}
	return 0, ""
}

// whole reads a whole number; an empty cell is none.
func whole(text string) (*int64, error) {
	if text == "" {
		return nil, nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil, fmt.Errorf("this must be a whole number, not %q.", text)
	}
	return &n, nil
}

// time gives a cell as RFC 3339.
func (t table) time(text string, zone *time.Location) (string, error) {
	var at time.Time
	serial, err := strconv.ParseFloat(text, 64)
	switch {
	case text == "" || at.UnmarshalText([]byte(text)) == nil:
		return text, nil
	case err == nil && t.dates != nil:
		at, err = t.dates(serial)
	default:
		for _, layout := range []string{"2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006/1/2 15:04:05", "2006/1/2 15:04", time.DateOnly} {
			if at, err = time.Parse(layout, text); err == nil {
				break
			}
		}
	}
	switch {
	case err != nil:
		return "", fmt.Errorf("this must be a time such as 2026-06-15T12:00:00Z, not %q.", text)
	case zone == nil:
		return "", fmt.Errorf("%q might be anywhere on earth: add its offset, such as Z or +08:00, or say --zone.", text)
	}
	// A serial number of a workbook is exact to the millisecond at best.
	at = at.Round(time.Second)
	y, mo, d := at.Date()
	there := time.Date(y, mo, d, at.Hour(), at.Minute(), at.Second(), 0, zone)
	if there.Hour() != at.Hour() || there.Minute() != at.Minute() {
		return "", fmt.Errorf("%q is skipped by the clocks of %s: add its offset, such as Z or +08:00.", text, zone)
	}
	return there.Format(time.RFC3339), nil
}

func readCSV(content []byte) (table, error) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	first, _, _ := bytes.Cut(content, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(content))
	r.FieldsPerRecord = -1
	for _, comma := range []byte{';', '\t'} { // as spreadsheets write it where the comma is in numbers
		if bytes.IndexByte(first, comma) >= 0 && bytes.IndexByte(first, ',') < 0 {
			r.Comma = rune(comma)
		}
	}
	t := table{line: func(row int) string { return fmt.Sprintf("line %d", row) }}
	t.place = func(row, column int) string { return fmt.Sprintf("line %d, column %d", row, column+1) }
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return t, fmt.Errorf("this is no CSV: %w", err)
		}
		number, _ := r.FieldPos(0)
		t.add(number, cells)
	}
	return t, nil
}

func readWorkbook(content []byte) (table, error) {
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped})
	if err != nil {
		return table{}, fmt.Errorf("this is no workbook that can be read (%w): save it as .xlsx, without a password", err)
	}
	defer book.Close() //nolint:errcheck // only read
	sheet := book.GetSheetName(0)
	rows, err := book.GetRows(sheet)
	if err != nil {
		return table{}, fmt.Errorf("sheet %s: %w", sheet, err)
	}
	epoch := false
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		epoch = *props.Date1904
	}
	t := table{
		dates: func(serial float64) (time.Time, error) { return excelize.ExcelDateToTime(serial, epoch) },
		line:  func(row int) string { return fmt.Sprintf("%s!%d", sheet, row) },
	}
	t.place = func(row, column int) string {
		name, _ := excelize.CoordinatesToCellName(column+1, row) // they come from a sheet
		return sheet + "!" + name
	}
	for i, cells := range rows {
		t.add(i+1, cells)
	}
	return t, nil
}

// add takes the first row that is not empty for the heading.
func (t *table) add(number int, cells []string) {
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return
	}
	if t.heading == nil {
		t.heading = cells
		return
	}
	t.rows = append(t.rows, tableRow{number, cells})
}
