package company

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// smallBook gives the small company as a workbook, changed. Its entries begin
// in row 3.
func smallBook(t testing.TB, change func(*excelize.File)) []byte {
	t.Helper()
	d, err := Read(strings.NewReader(small), "small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := WriteWorkbook(&b, d); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	change(f)
	b.Reset()
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// set puts values into cells: "people!A3", value, ...
func set(pairs ...any) func(*excelize.File) {
	return func(f *excelize.File) {
		for i := 0; i < len(pairs); i += 2 {
			sheet, cell, _ := strings.Cut(pairs[i].(string), "!")
			if f.SetCellValue(sheet, cell, pairs[i+1]) != nil {
				panic(pairs[i])
			}
		}
	}
}

func TestWorkbookSaysWhatIsWrong(t *testing.T) {
	tests := []struct {
		name   string
		change func(*excelize.File)
		want   string
	}{
		{"a wrong word", set("parties!B3", "busyness"), `parties!B3: "busyness" is not a side; did you mean business?`},
		{"nothing", set("people!A3", ""), `people!A3: a person needs "email"; write one such as mei.lin@orion.example`},
		{"no name", set("people!B4", " "), `people!B4: a person needs "name"; write one such as {en: Lin Mei, zh: 林梅}`},
		{"twice", set("people!A4", "mei.lin@orion.example"), `people!A4: there is a person mei.lin@orion.example already, in people!A3; each needs its own`},
		{"a reference", set("people!F3", "IT-OSP"), `people!F3: there is no party "IT-OSP"; did you mean IT-OPS?`},
		{"a heading", set("people!F1", "prty"), `people!F1: the sheet people has no column "prty"; did you mean "party"?`},
		{"a strange heading", set("people!F1", "department", "people!F3", ""), `people!F1: the sheet people has no column "department"; its columns are email, name en, name zh, language, zone, party, guest, left`},
		{"a heading twice", set("people!F1", "zone"), `people!F1: the sheet people has the column "zone" twice; keep one`},
		{"a sheet", func(f *excelize.File) { _ = f.SetSheetName("people", "peopel") }, `peopel!A1: a company has no sheet "peopel"; did you mean people?`},
		{"a strange sheet", func(f *excelize.File) { _, _ = f.NewSheet("Budget"); set("Budget!A1", 1)(f) }, `Budget!A1: a company has no sheet "Budget"; its sheets are company, parties, people, services, roles, responsibilities, qualifications, calendars, exceptions, agreements, targets, assignments, covers, merges; put "# " before the name if it holds notes`},
		{"two companies", set("company!A4", "Other"), `company!A4: the company is one row; take this one out`},
		{"no zone", func(f *excelize.File) { _ = f.DeleteSheet("company") }, `people!A3: there is no time zone for a person; write one such as Asia/Shanghai in the sheet "company"`},
		{"a day", set("assignments!F3", "1.1.2026"), `assignments!F3: "1.1.2026" is not a day from 1970-01-01 to 2199-12-31; write one such as 2026-01-31`},
		{"a time", set("assignments!F3", 46023.5), `assignments!F3: "2026-01-01 12:00:00" is not a day from 1970-01-01 to 2199-12-31; write one such as 2026-01-31`},
		{"a day too late", set("agreements!J3", "2025-12-31"), `agreements!J3: "to" (2025-12-31) is before "from" (2026-01-01); write the first day as "from" and the last day as "to"`},
		{"a share", set("targets!E3", 0.5), `targets!E3: "0.5" is not a percentage above 0% and up to 100%, with at most four decimals; write one such as 99.9%`},
		{"a share too fine", set("targets!E3", 99.99999), `targets!E3: "99.99999%" is not a percentage above 0% and up to 100%, with at most four decimals; write one such as 99.9%`},
		{"yes", set("people!G3", "yes"), `people!G3: "yes" is not true or false; write true or false`},
		{"a target of nothing", set("targets!A3", ""), `targets!A3: a target needs "agreement"; write one such as SLA-ORION-HR`},
		{"a target of a stranger", set("targets!A3", "SLA-ORION-HQ"), `targets!A3: there is no agreement "SLA-ORION-HQ"; did you mean SLA-ORION-HR?`},
		{"a target of nobody", set("targets!A3", "UC"), `targets!A3: there is no agreement "UC"; add it to the sheet "agreements"`},
		{"both scopes", set("assignments!D4", "ORION-PAYROLL"), `assignments!D4: an assignment is for an agreement or for a service; write two assignments for both`},
		{"an assignment twice", set("assignments!A5", "service-level-manager", "assignments!B5", "mei.lin@orion.example", "assignments!F5", "2026-01-01"), `assignments!A5: this is in assignments!A3 already; take one of the two out`},
		{"a clause of nobody", set("responsibilities!A3", "clerk", "responsibilities!B3", "files"), `responsibilities!A3: there is no role "clerk"; add it to the sheet "roles"`},
		{"a clause without words", set("roles!A3", "clerk", "roles!B3", "Clerk", "roles!C3", "文员", "responsibilities!A3", "clerk", "responsibilities!B3", " "), `responsibilities!A3: a responsibility needs words; write them in one language, or in both`},
		{"an error", set("parties!C3", "#N/A"), `parties!C3: the cell has the error #N/A; write the value itself`},
		{"a line break", set("parties!C3", "a\nb"), `parties!C3: "a\nb" has a line break or control character; write it on one line`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(bytes.NewReader(smallBook(t, tt.change)), "f.xlsx")
			if err == nil || !strings.Contains("\n"+err.Error()+"\n", "\nf.xlsx: "+tt.want+"\n") {
				t.Errorf("\n got %v\nwant f.xlsx: %s", err, tt.want)
			}
		})
	}
}

func TestFilesThatAreNoWorkbooks(t *testing.T) {
	empty := &bytes.Buffer{}
	if err := excelize.NewFile().Write(empty); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct{ text, want string }{
		"torn": {"PK\x03\x04 and no more", "is not a workbook that can be read (zip: not a valid zip file); save it as .xlsx, without a password"},
		"old":  {"\xd0\xcf\x11\xe0 and no more", "; save it as .xlsx, without a password"},
		"long": {"PK\x03\x04" + strings.Repeat("x", MaxSize), "is longer than 10 MiB; split the company or leave out what is over"},
		"bare": {empty.String(), "is empty; begin with one of the sheets company, parties, people, services, roles, responsibilities, qualifications, calendars, exceptions, agreements, targets, assignments, covers, merges"},
	} {
		if _, err := Read(strings.NewReader(tt.text), "f.xlsx"); err == nil || !strings.HasPrefix(err.Error(), "f.xlsx: ") || !strings.HasSuffix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}

// TestWorkbookIsTolerant: what Excel makes of what people type is understood.
func TestWorkbookIsTolerant(t *testing.T) {
	percent := func(f *excelize.File) {
		id, err := f.NewStyle(&excelize.Style{NumFmt: 9}) // shows 99.9% as 100%
		if err != nil || f.SetCellStyle("targets", "E3", "E3", id) != nil {
			panic("no style")
		}
		set("targets!E3", 0.999)(f)
	}
	for name, change := range map[string]func(*excelize.File){
		"a share in percent":  percent,
		"a share as a number": set("targets!E3", 99.9),
		"a date":              set("agreements!I3", time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)),
		"a date with strokes": set("agreements!I3", "2026/1/1"),
		"a Chinese date":      set("agreements!I3", "2026年1月1日"),
		"spaces":              set("parties!A3", "  HR\u00a0", "people!A3", " Mei.Lin@Orion.example "),
		"headings":            set("people!A1", " E-Mail ", "people!A1", " EMAIL  ", "people!B1", "Name  EN"),
		"an empty row":        set("people!A5", "  ", "people!C9", ""),
		"a note":              set("people!A5", "# later: Anna"),
		"a column of notes":   set("people!I1", "# to ask", "people!I3", "her boss"),
		"a sheet of notes":    func(f *excelize.File) { _, _ = f.NewSheet("# Notes"); set("# Notes!A1", 1)(f) },
		"an empty sheet":      func(f *excelize.File) { _, _ = f.NewSheet("Sheet9") },
		"capital sheets":      func(f *excelize.File) { _ = f.SetSheetName("people", "People") },
		"words for flags":     set("assignments!E4", "TRUE", "people!G3", "false", "people!G4", 0),
		"lists with breaks":   set("services!D3", "payroll\r\n工资系统\n"),
		"a wide semicolon":    set("services!D3", "payroll；工资系统"),
	} {
		d, err := Read(bytes.NewReader(smallBook(t, change)), "f.xlsx")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want, err := Read(strings.NewReader(small), "small.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := written(t, d), written(t, want); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// TestFilesTogether: one names what stands in the other.
func TestFilesTogether(t *testing.T) {
	head, tail, _ := strings.Cut(small, "agreements:")
	sources := func(second string) []Source {
		return []Source{{"b.yaml", strings.NewReader(second)}, {"a.yaml", strings.NewReader(head)}}
	}
	d, err := ReadAll(sources("agreements:" + tail)...)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := Read(strings.NewReader(small), "small.yaml")
	if err != nil || written(t, d) != written(t, whole) {
		t.Errorf("%v\n%s", err, written(t, d))
	}
	book := Source{"c.xlsx", bytes.NewReader(smallBook(t, set()))}
	_, err = ReadAll(append(sources("parties: [{code: LAB, side: busines, name: Lab}]"), book)...)
	for _, want := range []string{
		`b.yaml:1: "busines" is not a side; did you mean business?`,
		`c.xlsx: company!A3: the company is described on line 1 of a.yaml already; do so in one file`,
		`c.xlsx: parties!A3: there is a party HR already, on line 3 of a.yaml; each needs its own`,
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %s in\n%v", want, err)
		}
	}
}

// FuzzWorkbook puts any text in the place of one part of a workbook. To change
// the bytes of the whole would only break its checksums.
func FuzzWorkbook(f *testing.F) {
	whole := smallBook(f, set("targets!E3", 99.9))
	parts, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		f.Fatal(err)
	}
	for i, part := range parts.File {
		if text := unzipped(f, part); len(text) < 4000 {
			f.Add(uint(i), text)
		}
	}
	f.Fuzz(func(t *testing.T, place uint, text []byte) {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for i, part := range parts.File {
			content := text
			if uint(i) != place%uint(len(parts.File)) {
				content = unzipped(t, part)
			}
			entry, err := w.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Store})
			if err != nil {
				t.Fatal(err)
			}
			_, _ = entry.Write(content) // to memory
		}
		_ = w.Close()
		if d, err := Read(&b, "f.xlsx"); (d == nil) == (err == nil) {
			t.Fatalf("directory %v, error %v", d, err)
		}
	})
}

func unzipped(t testing.TB, part *zip.File) []byte {
	t.Helper()
	r, err := part.Open()
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// FuzzCells looks for what in a cell makes the reader panic.
func FuzzCells(f *testing.F) {
	f.Add("agreements", 8, 3, "46023.5")
	f.Add("targets", 4, 1, "objective")
	f.Fuzz(func(t *testing.T, sheet string, column, row int, text string) {
		if sheetNamed(sheet) == nil || column < 0 || column > 20 || row < 1 || row > 20 {
			return
		}
		b := smallBook(t, func(f *excelize.File) { _ = f.SetCellStr(sheet, cellName(column, row), text) })
		if d, err := Read(bytes.NewReader(b), "f.xlsx"); (d == nil) == (err == nil) {
			t.Fatalf("directory %v, error %v", d, err)
		}
	})
}
