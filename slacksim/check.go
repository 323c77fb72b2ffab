package slacksim

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
)

// viewBytes is the most a whole view may have.
const viewBytes = 250 << 10

// How many blocks a message, and a modal or Home tab, may have, and the characters of all its markdown blocks together.
const (
	messageBlocks = 50
	viewBlocks    = 100
	markdownSum   = 12_000
)

// surfaceAny is where blocks.validate judges a bare list of blocks: on whichever surface they fit.
const surfaceAny Surface = "any"

// checker collects what is wrong with the blocks of one message or view.
type checker struct {
	surface  Surface
	problems []Problem
	rules    map[string]blockRule
	blockIDs map[string]bool
	inputs   []string // where input blocks stand
	tables   int
	markdown int // characters so far
	depth    int // of containers and layouts in each other
}

func newChecker(surface Surface) *checker {
	return &checker{surface: surface, rules: blockRules, blockIDs: map[string]bool{}}
}

// CheckBlocks returns all that Slack would refuse in these blocks on this surface, with pointers into the list.
func CheckBlocks(blocks []Block, surface Surface) []Problem {
	k := newChecker(surface)
	k.blocks("", blocks)
	return k.problems
}

// without makes the checker refuse types of blocks that it knows.
func (k *checker) without(kinds map[string]bool) {
	if len(kinds) > 0 {
		k.rules = maps.Clone(k.rules)
		maps.DeleteFunc(k.rules, func(kind string, _ blockRule) bool { return kinds[kind] })
	}
}

// CheckView returns all that Slack would refuse in a modal or Home tab, with pointers into the view.
func CheckView(v View) []Problem {
	k := newChecker(SurfaceModal)
	switch v.Type {
	case "modal":
		if v.Title == nil {
			k.missing("", "title")
		}
		k.viewText("title", v.Title)
		k.viewText("submit", v.Submit)
		k.viewText("close", v.Close)
	case "home":
		k.surface = SurfaceHome
		k.onlyModals("title", v.Title)
		k.onlyModals("submit", v.Submit)
		k.onlyModals("close", v.Close)
	case "":
		k.missing("", "type")
	default:
		k.breaks("/type", "enum", []string{"modal", "home"}, v.Type, "unsupported type: %s", v.Type)
	}
	k.length("/private_metadata", v.PrivateMetadata, 0, 3000)
	k.length("/callback_id", v.CallbackID, 0, 255)
	k.length("/external_id", v.ExternalID, 0, 255)
	if v.Blocks == nil {
		k.missing("", "blocks")
	}
	k.blocks("/blocks", v.Blocks)
	if len(k.inputs) > 0 && v.Type == "modal" && v.Submit == nil {
		k.wrong(k.inputs[0], "must define `submit` to use an `input` block in modals")
	}
	return k.problems
}

func (k *checker) viewText(name string, t Block) {
	if t != nil {
		plain(24)(k, "/"+name, t)
	}
}

func (k *checker) onlyModals(name string, t Block) {
	if t != nil {
		k.extra("", name)
	}
}

func (k *checker) blocks(at string, blocks []Block) {
	most := viewBlocks
	if k.surface == SurfaceMessage {
		most = messageBlocks
	}
	k.count(at, len(blocks), 0, most)
	for i, b := range blocks {
		k.block(at+"/"+strconv.Itoa(i), b)
	}
}

// block checks one block, on a surface or in another block.
func (k *checker) block(at string, b Block) {
	kind := text(b["type"])
	if b["type"] == nil {
		k.missing(at, "type")
		return
	}
	rule, known := k.rules[kind]
	if !known || k.surface != surfaceAny && !slices.Contains(rule.on, k.surface) {
		k.unsupported(at, b)
		return
	}
	if id := text(b["block_id"]); id != "" {
		if k.blockIDs[id] {
			k.wrong(at+"/block_id", "`block_id` must be unique; another block has %q", id)
		}
		k.blockIDs[id] = true
	}
	k.fields(at, b, rule.shape)
	if rule.also != nil {
		rule.also(k, at, b)
	}
	k.actionIDs(at, b)
}

// actionIDs are unique within their block.
func (k *checker) actionIDs(at string, b Block) {
	seen := map[string]bool{}
	for _, e := range elementsOf(b) {
		id := text(e["action_id"])
		if id != "" && seen[id] {
			k.wrong(at, "`action_id` must be unique in its block; two elements have %q", id)
		}
		seen[id] = true
	}
}

// Validate judges what blocks.validate is given: what is "blocks", "message" or "view", and raw its JSON. It returns
// Slack's error code, empty when all is well, and what is wrong.
func Validate(what string, raw []byte) (code string, problems []Problem) {
	switch what {
	case "blocks":
		var list []Block
		if json.Unmarshal(raw, &list) != nil {
			return "invalid_blocks", []Problem{{Code: invalidType, Message: "must provide an array"}}
		}
		problems = CheckBlocks(list, surfaceAny)
	case "message":
		var m struct {
			Text        string  `json:"text"`
			Blocks      []Block `json:"blocks"`
			Attachments []Block `json:"attachments"`
		}
		if json.Unmarshal(raw, &m) != nil {
			return "invalid_message", []Problem{{Code: invalidType, Message: "must provide an object"}}
		}
		problems = checkMessage(m.Blocks, m.Attachments)
	case "view":
		_, problems = parseView(raw)
	default:
		return "invalid_arguments", nil
	}
	if len(problems) > 0 {
		code = "invalid_" + what
	}
	return code, problems
}

// checkMessage checks the blocks of a message and of its attachments.
func checkMessage(blocks, attachments []Block) []Problem {
	k := newChecker(SurfaceMessage)
	k.blocks("/blocks", blocks)
	k.count("/attachments", len(attachments), 0, 100)
	for i, a := range attachments {
		if a["blocks"] != nil {
			k.blocks("/attachments/"+strconv.Itoa(i)+"/blocks", blocksIn(a["blocks"]))
		}
	}
	return k.problems
}
