package intake

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// told gives what was read of rows.
func told(rows []Row, err error) string {
	if err != nil {
		return err.Error()
	}
	var lines []string
	for _, r := range rows {
		if r.Why != nil {
			lines = append(lines, fmt.Sprintf("%s: %v", r.At, r.Why))
			continue
		}
		m := r.Measurement
		lines = append(lines, fmt.Sprintf("%s: %s %s %s %s-%s %d/%d", r.At, m.Key, m.Agreement, m.Target,
			m.From.UTC().Format("02T15:04:05"), m.To.UTC().Format("02T15:04:05"), m.Good, m.Total))
	}
	return strings.Join(lines, "\n")
}

const heads = "key,agreement,target,from,to,good,total\n"

func TestReadTable(t *testing.T) {
	t.Parallel()
	shanghai, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	newYork, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	const good = "line 2: a SLA-1 availability 15T11:00:00-15T12:00:00 9/10"
	tests := []struct {
		name, text string
		zone       *time.Location
		want       string
	}{
		{"as it should be", heads + "a,sla-1,availability,2026-06-15T11:00:00Z,2026-06-15T20:00:00+08:00,9,10\n", nil, good},
		{"from a spreadsheet", "\ufeffTotal; good ;Key;Agreement;Target;From;To\r\n10;9;a;SLA-1;availability;2026-06-15 19:00;2026/6/15 20:00\r\n", shanghai, good},
		{"with tabs and notes in quotes", strings.ReplaceAll(heads, ",", "\t") + "a\tSLA-1\t\"availability\"\t2026-06-15T11:00\t2026-06-15 12:00:00\t9\t10\n\n", time.UTC, good},
		{"empty lines", "\n,,\n" + heads + "\n,,,\na,SLA-1,availability,2026-06-15T11:00:00Z,2026-06-15T12:00:00Z,9,10", nil, strings.Replace(good, "line 2", "line 6", 1)},
		{"no zone", heads + "a,SLA-1,availability,2026-06-15 11:00,2026-06-15T12:00:00Z,9,10", nil, `line 2, column 4: "2026-06-15 11:00" might be anywhere on earth`},
		{"no time", heads + "a,SLA-1,availability,2026-06-15T11:00:00Z,noon,9,10", time.UTC, `line 2, column 5: this must be a time`},
		{"half an event", heads + "a,SLA-1,availability,2026-06-15T11:00:00Z,2026-06-15T12:00:00Z,9.5,10", nil, `line 2, column 6: this must be a whole number, not "9.5".`},
		{"a short row", heads + "a,SLA-1,availability,2026-06-15T11:00:00Z,2026-06-15T12:00:00Z,9", nil, "line 2: A measurement needs good and total"},
		{"a comma in a number", heads + "a,SLA-1,availability,2026-06-15T11:00:00Z,2026-06-15T12:00:00Z,0,1,000", nil, `line 2, column 8: there is no heading above "000"`},
		{"a time that clocks skip", heads + "a,SLA-1,availability,2026-03-08 02:30,2026-03-08 03:30,9,10", newYork, `line 2, column 4: "2026-03-08 02:30" is skipped by the clocks of America/New_York`},
		{"a heading that is none", "key,agreement,target,from,to,god\n", nil, `line 1, column 6: there is no column "god"`},
		{"a heading twice", "key,agreement,target,from,to,Key\n", nil, `line 1, column 6: the heading "key" is there twice`},
		{"a heading missing", "key,agreement,from,to\n", nil, `the column target is missing`},
		{"nothing", "", nil, `the column key is missing`},
		{"bad quotes", heads + "\"a\n", nil, `this is no CSV`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := told(ReadTable([]byte(tt.text), tt.zone)); !strings.HasPrefix(got, tt.want) {
				t.Errorf("%s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestReadWorkbook(t *testing.T) {
	t.Parallel()
	book := excelize.NewFile()
	day := time.Date(2026, 6, 15, 11, 0, 0, 0, time.UTC)
	for i, row := range [][]any{
		{"key", "agreement", "target", "from", "to", "good", "total"},
		{"a", "SLA-1", "availability", day, day.Add(time.Hour), 9, 10},
		nil,
		{"b", "SLA-1", "availability", "2026-06-15T11:00:00Z", day.Add(10 * time.Minute), 9, 10},
		{"c", "SLA-1", "availability", day, day.Add(time.Hour), 9.5, 10},
	} {
		if err := book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var content bytes.Buffer
	if err := book.Write(&content); err != nil {
		t.Fatal(err)
	}
	want := `Sheet1!2: a SLA-1 availability 15T11:00:00-15T12:00:00 9/10
Sheet1!4: b SLA-1 availability 15T11:00:00-15T11:10:00 9/10
Sheet1!F5: this must be a whole number, not "9.5".`
	if got := told(ReadTable(content.Bytes(), time.UTC)); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got := told(ReadTable(content.Bytes(), nil)); !strings.HasPrefix(got, `Sheet1!D2: "46188.458`) {
		t.Error(got)
	}
	if got := told(ReadTable(content.Bytes()[:100], nil)); !strings.Contains(got, "no workbook that can be read") {
		t.Error(got)
	}
}

func FuzzReadTable(f *testing.F) {
	f.Add([]byte(heads + "a,SLA-1,availability,2026-06-15 11:00,2026-06-15T12:00:00Z,9,10"))
	f.Add([]byte("key;value\n\"\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if bytes.HasPrefix(content, []byte("PK")) {
			return // the library's
		}
		rows, err := ReadTable(content, time.UTC)
		if err != nil && rows != nil {
			t.Error("rows and an error")
		}
		for _, r := range rows {
			if r.At == "" || r.Why != nil && !strings.HasSuffix(r.Why.Error(), ".") {
				t.Errorf("%q: %v", r.At, r.Why)
			}
		}
	})
}
