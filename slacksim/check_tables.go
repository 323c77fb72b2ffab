package slacksim

import "slices"

// tableLetters is the most that the cells of one table may show. Newer lists say 20,000 for data tables; ours keeps to
// the lower number, which works everywhere.
const tableLetters = 10_000

// cellShapes are the cells by type; rich_text and action_cell have rules of their own.
var cellShapes = map[string]shape{
	"raw_text":   {must("text", chars(1, tableLetters))},
	"raw_number": {must("value", number), may("text", chars(0, 255))},
}

func tableCell(k *checker, at string, v any) { k.cell(at, v, "raw_text", "raw_number", "rich_text") }

func dataTableCell(k *checker, at string, v any) {
	k.cell(at, v, "raw_text", "raw_number", "rich_text", "action_cell")
}

func (k *checker) cell(at string, v any, kinds ...string) {
	c, ok := k.object(at, v)
	kind := text(c["type"])
	switch {
	case !ok:
	case !slices.Contains(kinds, kind):
		k.unsupported(at, c, kinds...)
	case kind == "rich_text":
		k.fields(at, c, k.rules["rich_text"].shape)
	case kind == "action_cell":
		k.fields(at, c, shape{must("element", elementIn(inCell)), may("fallback", tableCell)})
	default:
		k.fields(at, c, cellShapes[kind])
	}
}

// columnSetting may be null, for a column that stays as it is.
func columnSetting(k *checker, at string, v any) {
	if v != nil {
		objectOf(shape{may("align", oneOf("left", "center", "right")), may("is_wrapped", flag)})(k, at, v)
	}
}

// oneTable allows one table in a message.
func (k *checker) oneTable(at string, b Block) {
	k.tables++
	if k.tables > 1 {
		k.wrong(at, "only_one_table_allowed")
	}
	k.tableSum(at, b)
}

func (k *checker) tableSum(at string, b Block) {
	if n := letters(b["rows"]); n > tableLetters {
		k.breaks(at+"/rows", "max_length", tableLetters, n, "must be less than %d characters", tableLetters+1)
	}
}

// dataTable has rows of one length, and a header without rich text.
func (k *checker) dataTable(at string, b Block) {
	k.tableSum(at, b)
	columns := -1
	rowsOf(at, b, func(at string, cells []any) {
		if columns < 0 {
			columns = len(cells)
			k.tableHeader(at, cells)
		}
		if len(cells) != columns {
			k.wrong(at, "must have %d cells as the first row has", columns)
		}
	})
	if n, ok := b["row_header_column_index"].(float64); ok && columns >= 0 && int(n) >= columns {
		k.breaks(at+"/row_header_column_index", "maximum", columns-1, n, "must be less than %d", columns)
	}
}

func (k *checker) tableHeader(at string, cells []any) {
	for _, v := range cells {
		c, _ := v.(map[string]any)
		if kind := text(c["type"]); kind == "rich_text" || kind == "action_cell" {
			k.wrong(at, "header cells must be raw_text or raw_number, not %s", kind)
		}
	}
}
