package slacksim

import "strconv"

// blockRule says where a block may stand and what must hold in it; without check only its place is known.
type blockRule struct {
	on    []Surface
	check func(k *checker, at string, b Block)
}

var (
	everywhere  = []Surface{SurfaceMessage, SurfaceModal, SurfaceHome}
	messageOnly = []Surface{SurfaceMessage}
	modalOnly   = []Surface{SurfaceModal}
)

// blockRules are the blocks by type.
var blockRules = map[string]blockRule{
	"section":   {everywhere, (*checker).section},
	"divider":   {everywhere, nil},
	"header":    {everywhere, (*checker).header},
	"context":   {everywhere, (*checker).context},
	"actions":   {everywhere, (*checker).actions},
	"image":     {everywhere, (*checker).image},
	"input":     {everywhere, (*checker).input},
	"rich_text": {everywhere, (*checker).richText},
	"video":     {everywhere, nil},
	"table":     {messageOnly, (*checker).table},
	"markdown":  {messageOnly, (*checker).markdown},
	"file":      {messageOnly, nil},

	"context_actions":    {messageOnly, (*checker).contextActions},
	"data_table":         {messageOnly, nil},
	"data_visualization": {messageOnly, nil},
	"card":               {messageOnly, nil},
	"carousel":           {messageOnly, nil},
	"container":          {messageOnly, nil},
	"plan":               {messageOnly, nil},
	"task_card":          {messageOnly, nil},
	"alert":              {modalOnly, nil},
}

func (k *checker) section(at string, b Block) {
	if b["text"] == nil && b["fields"] == nil {
		k.wrong(at, "either text or fields must be provided")
	}
	k.text(at+"/text", b["text"], textRule{most: 3000})
	if b["fields"] != nil {
		k.each(at+"/fields", k.list(at+"/fields", b["fields"], 1, 10), func(at string, f Block) {
			k.text(at, f, textRule{most: 2000, needed: true})
		})
	}
	if b["accessory"] != nil {
		k.element(at+"/accessory", b["accessory"], inSection)
	}
}

func (k *checker) header(at string, b Block) {
	k.text(at+"/text", b["text"], textRule{most: 150, plain: true, needed: true})
}

func (k *checker) context(at string, b Block) {
	at += "/elements"
	k.each(at, k.list(at, b["elements"], 1, 10), func(at string, e Block) {
		if e["type"] == "image" {
			k.picture(at, e)
			return
		}
		k.text(at, e, textRule{most: 3000, needed: true})
	})
}

func (k *checker) actions(at string, b Block) {
	at += "/elements"
	k.each(at, k.list(at, b["elements"], 1, 25), func(at string, e Block) { k.element(at, e, inActions) })
}

func (k *checker) contextActions(at string, b Block) {
	at += "/elements"
	k.each(at, k.list(at, b["elements"], 1, 5), func(at string, e Block) { k.element(at, e, inContextActions) })
}

func (k *checker) image(at string, b Block) {
	k.picture(at, b)
	k.text(at+"/title", b["title"], textRule{most: 2000, plain: true})
}

// picture is what image blocks and image elements have in common.
func (k *checker) picture(at string, b Block) {
	if (b["image_url"] == nil) == (b["slack_file"] == nil) {
		k.wrong(at, "must provide either image_url or slack_file")
	}
	k.field(at, b, "image_url", 3000, false)
	k.field(at, b, "alt_text", 2000, true)
}

func (k *checker) input(at string, b Block) {
	k.inputs++
	k.text(at+"/label", b["label"], textRule{most: 2000, plain: true, needed: true})
	k.text(at+"/hint", b["hint"], textRule{most: 2000, plain: true})
	k.element(at+"/element", b["element"], inInput)
}

// richTextParts are the elements of a rich_text block.
var richTextParts = map[string]bool{
	"rich_text_section": true, "rich_text_list": true, "rich_text_preformatted": true, "rich_text_quote": true,
}

func (k *checker) richText(at string, b Block) {
	at += "/elements"
	k.each(at, k.list(at, b["elements"], 0, 1000), func(at string, e Block) {
		if !richTextParts[text(e["type"])] {
			k.wrong(at+"/type", "unsupported type: %v", e["type"])
		}
	})
}

func (k *checker) table(at string, b Block) {
	k.tables++
	if k.tables > 1 {
		k.wrong(at, "only_one_table_allowed")
	}
	letters := 0
	rows := k.list(at+"/rows", b["rows"], 1, 100)
	for i, row := range rows {
		here := at + "/rows/" + strconv.Itoa(i)
		k.each(here, k.list(here, row, 1, 20), func(at string, cell Block) {
			letters += k.cell(at, cell)
		})
	}
	if letters > 10_000 {
		k.wrong(at+"/rows", "the cells have more than 10000 characters")
	}
	k.list(at+"/column_settings", b["column_settings"], 0, 20)
}

// cell checks one cell of a table and says how many characters it has.
func (k *checker) cell(at string, c Block) int {
	switch c["type"] {
	case "raw_text":
		k.field(at, c, "text", 10_000, true)
		return len([]rune(text(c["text"])))
	case "raw_number":
		if _, ok := c["value"].(float64); !ok {
			k.wrong(at+"/value", "must be a number")
		}
	case "rich_text":
		k.richText(at, c)
	default:
		k.wrong(at+"/type", "unsupported type: %v", c["type"])
	}
	return 0
}

func (k *checker) markdown(at string, b Block) { k.field(at, b, "text", 12_000, true) }
