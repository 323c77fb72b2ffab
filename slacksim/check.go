package slacksim

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"
)

// viewBytes is the most a whole view may have.
const viewBytes = 250 << 10

// checker collects what is wrong with the blocks of one message or view.
type checker struct {
	surface  Surface
	problems []Problem
	blockIDs map[string]bool
	tables   int
	inputs   int
}

// CheckBlocks returns all that Slack would refuse in these blocks on this surface, with pointers into the list.
func CheckBlocks(blocks []Block, surface Surface) []Problem {
	k := &checker{surface: surface, blockIDs: map[string]bool{}}
	k.blocks("", blocks)
	return k.problems
}

// CheckView returns all that Slack would refuse in a modal or Home tab, with pointers into the view.
func CheckView(v View) []Problem {
	k := &checker{surface: SurfaceModal, blockIDs: map[string]bool{}}
	switch v.Type {
	case "modal":
		k.text("/title", v.Title, textRule{most: 24, plain: true, needed: true})
		k.text("/submit", v.Submit, textRule{most: 24, plain: true})
		k.text("/close", v.Close, textRule{most: 24, plain: true})
	case "home":
		k.surface = SurfaceHome
	default:
		k.wrong("/type", "must be modal or home")
	}
	k.chars("/private_metadata", v.PrivateMetadata, 3000)
	k.chars("/callback_id", v.CallbackID, 255)
	k.chars("/external_id", v.ExternalID, 255)
	if v.Blocks == nil {
		k.wrong("/blocks", "must be a list of blocks")
	}
	k.blocks("/blocks", v.Blocks)
	if k.inputs > 0 && v.Type == "modal" && v.Submit == nil {
		k.wrong("/submit", "is required in a modal with input blocks")
	}
	return k.problems
}

func (k *checker) wrong(at, format string, args ...any) {
	k.problems = append(k.problems, Problem{Pointer: at, Message: fmt.Sprintf(format, args...)})
}

func (k *checker) blocks(at string, blocks []Block) {
	most := 100
	if k.surface == SurfaceMessage {
		most = 50
	}
	if len(blocks) > most {
		k.wrong(at, "no more than %d items allowed", most)
	}
	for i, b := range blocks {
		k.block(at+"/"+strconv.Itoa(i), b)
	}
}

func (k *checker) block(at string, b Block) {
	rule, known := blockRules[text(b["type"])]
	if !known || !slices.Contains(rule.on, k.surface) {
		k.wrong(at+"/type", "unsupported type: %v", b["type"])
		return
	}
	if id := text(b["block_id"]); id != "" {
		k.chars(at+"/block_id", id, 255)
		if k.blockIDs[id] {
			k.wrong(at+"/block_id", "is used by another block")
		}
		k.blockIDs[id] = true
	}
	if rule.check != nil {
		rule.check(k, at, b)
	}
	k.actionIDs(at, b)
}

// actionIDs are unique within their block.
func (k *checker) actionIDs(at string, b Block) {
	seen := map[string]bool{}
	for _, e := range elementsOf(b) {
		id := text(e["action_id"])
		if id == "" {
			continue
		}
		k.chars(at+"/action_id", id, 255)
		if seen[id] {
			k.wrong(at, "action_id %q is used twice in this block", id)
		}
		seen[id] = true
	}
}

// chars checks the length of a text in characters.
func (k *checker) chars(at, value string, most int) {
	if utf8.RuneCountInString(value) > most {
		k.wrong(at, "must be less than %d characters", most+1)
	}
}

// field checks a field that is plain text in JSON.
func (k *checker) field(at string, b Block, name string, most int, needed bool) {
	v, given := b[name]
	value, isText := v.(string)
	switch {
	case given && v != nil && !isText:
		k.wrong(at+"/"+name, "must be a string")
	case needed && value == "":
		k.wrong(at+"/"+name, "is required and may not be empty")
	default:
		k.chars(at+"/"+name, value, most)
	}
}

// textRule says what a text object may be.
type textRule struct {
	most   int
	plain  bool
	needed bool
}

// text checks a text object; v is a JSON value or a Block.
func (k *checker) text(at string, v any, rule textRule) {
	t, isObject := v.(map[string]any)
	if v == nil || isObject && t == nil {
		if rule.needed {
			k.wrong(at, "is required")
		}
		return
	}
	kind := text(t["type"])
	value, isText := t["text"].(string)
	switch {
	case !isObject:
		k.wrong(at, "must provide an object")
	case kind != "plain_text" && (kind != "mrkdwn" || rule.plain):
		k.wrong(at+"/type", "unsupported type: %q", kind)
	case !isText || value == "":
		k.wrong(at+"/text", "must be more than 0 characters")
	default:
		k.chars(at+"/text", value, rule.most)
	}
}

// list checks the number of items of a list and gives them.
func (k *checker) list(at string, v any, least, most int) []any {
	var items []any
	switch v := v.(type) {
	case []any:
		items = v
	case nil:
	default:
		k.wrong(at, "must be a list")
		return nil
	}
	switch {
	case len(items) < least:
		k.wrong(at, "no less than %d items allowed", least)
	case len(items) > most:
		k.wrong(at, "no more than %d items allowed", most)
	}
	return items
}

// each runs check on the items of a list that are objects; others are wrong.
func (k *checker) each(at string, items []any, check func(at string, item Block)) {
	for i, item := range items {
		here := at + "/" + strconv.Itoa(i)
		if b, ok := item.(map[string]any); ok {
			check(here, b)
		} else {
			k.wrong(here, "must provide an object")
		}
	}
}
