package company

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
	"go.yaml.in/yaml/v3"
)

// errorCells are what Excel shows for a formula that fails.
var errorCells = []string{"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}

// value turns a cell into a value as the company file has it.
func (w *workbook) value(sheet string, c *column, cell string, column, row int) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: cell, Line: w.place(sheet, column, row)}
	if slices.Contains(errorCells, cell) {
		w.r.problems.add(n.Line, "the cell has the error %s; write the value itself", cell)
		cell = ""
	}
	if strings.TrimSpace(cell) == "" {
		n.Tag = "!!null"
		return n
	}
	switch c.kind {
	case someDay:
		n.Value = w.day(cell)
	case someShare:
		n.Value = w.share(sheet, cell, column, row)
	case someFlag:
		n.Value = flagOf(cell)
	case someList:
		n.Kind, n.Value, n.Tag = yaml.SequenceNode, "", "!!seq"
		for _, word := range split(cell) {
			n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: word, Line: n.Line})
		}
	}
	return n
}

// day gives a date of Excel, which is a number, or one that was written with
// other signs, in the form of the company file.
func (w *workbook) day(cell string) string {
	if number, err := strconv.ParseFloat(cell, 64); err == nil && number >= 20_000 && number <= 120_000 {
		t, err := excelize.ExcelDateToTime(number, w.epoch)
		switch {
		case err != nil:
			return cell
		case number == math.Trunc(number):
			return t.Format(time.DateOnly)
		}
		return t.Format("2006-01-02 15:04:05") // no day: the reader says so
	}
	for _, form := range []string{"2006-1-2", "2006/1/2", "2006.1.2", "2006年1月2日"} {
		if t, err := time.Parse(form, cell); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return cell
}

// share gives a number of Excel as a percentage: 0.999 where Excel shows
// 99.9%, 99.9 where it shows that.
func (w *workbook) share(sheet, cell string, column, row int) string {
	number, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return cell
	}
	if w.percent(sheet, cellName(column, row)) {
		number *= 100
	} else if number <= 1 {
		return cell // of a whole or of a hundred? The reader asks for the sign.
	}
	return strconv.FormatFloat(math.Round(number*1e6)/1e6, 'f', -1, 64) + "%"
}

// percent reports whether Excel shows a cell in percent.
func (w *workbook) percent(sheet, cell string) bool {
	id, err := w.book.GetCellStyle(sheet, cell)
	if err != nil {
		return false
	}
	style, err := w.book.GetStyle(id)
	if err != nil {
		return false
	}
	return style.NumFmt == 9 || style.NumFmt == 10 || style.CustomNumFmt != nil && strings.Contains(*style.CustomNumFmt, "%")
}

func flagOf(cell string) string {
	switch strings.ToLower(cell) {
	case "1":
		return "true"
	case "0":
		return "false"
	}
	return strings.ToLower(cell)
}

// split takes a list apart at its line breaks or, where there are none, at its
// semicolons.
func split(cell string) []string {
	separators := ";；"
	if strings.Contains(cell, "\n") {
		separators = "\r\n"
	}
	var all []string
	for _, word := range strings.FieldsFunc(cell, func(c rune) bool { return strings.ContainsRune(separators, c) }) {
		if word = strings.TrimSpace(word); word != "" {
			all = append(all, word)
		}
	}
	return all
}
