package slacksim

import (
	"maps"
	"strings"
)

// Surface is where blocks are shown.
type Surface string

// The three surfaces.
const (
	SurfaceMessage Surface = "message"
	SurfaceModal   Surface = "modal"
	SurfaceHome    Surface = "home"
)

// Problem is one thing that Slack would refuse. In JSON it is an entry of what blocks.validate answers.
type Problem struct {
	Code       string      `json:"code"` // missing_field, invalid_type or failed_constraint
	Message    string      `json:"message"`
	Pointer    string      `json:"pointer"` // where: a JSON pointer
	Field      string      `json:"field,omitempty"`
	Constraint *Constraint `json:"constraint,omitempty"`
}

// String is the problem as Slack writes it into response_metadata.messages, without "[ERROR]".
func (p Problem) String() string { return p.Message + " [json-pointer:" + p.Pointer + "]" }

// Violation is a problem together with the call or answer that had it.
type Violation struct {
	Where string // the method, "ack" or "view_submission"
	Problem
}

// String names the call too.
func (v Violation) String() string { return v.Where + ": " + v.Problem.String() }

// Violations returns all that apps sent so far and Slack would have refused.
func (s *Sim) Violations() []Violation {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Violation{}, s.broken...)
}

// violationsKept bounds the report.
const violationsKept = 1_000

// violate writes problems into the report; s.mu is held.
func (s *Sim) violate(where string, problems []Problem) {
	for _, p := range problems {
		s.cfg.Log.Warn("refused", "where", where, "pointer", p.Pointer, "problem", p.Message)
		if len(s.broken) < violationsKept {
			s.broken = append(s.broken, Violation{Where: where, Problem: p})
		}
	}
}

// messagesOf writes problems as response_metadata.messages has them.
func messagesOf(problems []Problem, prefix string) []string {
	var lines []string
	for _, p := range problems {
		p.Pointer = prefix + p.Pointer
		lines = append(lines, "[ERROR] "+p.String())
	}
	return lines
}

// normalise returns the blocks as Slack gives them back: with block ids, action ids and the defaults of text objects.
func (s *Sim) normalise(blocks []Block) []Block {
	if blocks == nil {
		return nil
	}
	list := make([]Block, 0, len(blocks))
	for _, b := range blocks {
		list = append(list, s.filled(b))
	}
	for b := range allBlocks(list) {
		if text(b["block_id"]) == "" {
			b["block_id"] = strings.ToLower(s.nextID("b"))
		}
	}
	return list
}

// filled copies an object deeply and fills in what Slack fills in.
func (s *Sim) filled(b Block) Block {
	b = maps.Clone(b)
	for k, v := range b {
		b[k] = s.filledValue(v)
	}
	switch b["type"] {
	case "plain_text":
		if _, given := b["emoji"]; !given {
			b["emoji"] = true
		}
	case "mrkdwn":
		if _, given := b["verbatim"]; !given {
			b["verbatim"] = false
		}
	}
	if kind := text(b["type"]); interactive(kind) && text(b["action_id"]) == "" {
		b["action_id"] = strings.ToLower(s.nextID("a"))
	}
	return b
}

func (s *Sim) filledValue(v any) any {
	switch v := v.(type) {
	case map[string]any:
		return s.filled(v)
	case []any:
		list := make([]any, len(v))
		for i, item := range v {
			list[i] = s.filledValue(item)
		}
		return list
	}
	return v
}

func interactive(kind string) bool {
	_, input := inputs[kind]
	return input || kind == "button" || kind == "icon_button" || kind == "workflow_button"
}
