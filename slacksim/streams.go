package slacksim

import (
	"slices"
	"unicode/utf8"
)

// writing is what an app has written so far on a message that grows before people's eyes.
type writing struct {
	markdown string
	tasks    []Block // task_card blocks by the order in which they came
	plan     string  // title
	asPlan   bool
	blocks   []Block
	stopped  bool // by a person
}

// chunk is one piece of a stream.
type chunk struct {
	Type    string  `json:"type"`
	Text    string  `json:"text"`
	ID      string  `json:"id"`
	Title   string  `json:"title"`
	Status  string  `json:"status"`
	Details any     `json:"details"`
	Output  any     `json:"output"`
	Sources any     `json:"sources"`
	Blocks  []Block `json:"blocks"`
}

func (c *call) startStream() (object, error) {
	in, err := c.target()
	if err != nil {
		return nil, err
	}
	mode := c.args.text("task_display_mode")
	switch {
	case in.mpim:
		return nil, fail("channel_type_not_supported")
	case !in.im && c.args.text("recipient_user_id") == "":
		return nil, fail("missing_recipient_user_id")
	case !in.im && c.args.text("recipient_team_id") == "":
		return nil, fail("missing_recipient_team_id")
	case mode != "" && mode != "timeline" && mode != "plan":
		return nil, fail("invalid_arguments", "[ERROR] must be timeline or plan [json-pointer:/task_display_mode]")
	}
	d := draft{user: c.app.bot}
	if err := c.intoThread(in, &d); err != nil {
		return nil, err
	}
	st := &writing{asPlan: mode == "plan"}
	if err := c.write(st); err != nil {
		return nil, err
	}
	d.text, d.blocks = st.markdown, c.normalise(st.shown())
	m := c.post(in, d)
	m.stream = st
	return object{"channel": in.id, "ts": m.TS}, nil
}

func (c *call) appendStream() (object, error) {
	in, m, err := c.streaming()
	if err != nil {
		return nil, err
	}
	if c.args.text("markdown_text") == "" && c.args.text("chunks") == "" {
		return nil, fail("no_text")
	}
	if err := c.write(m.stream); err != nil {
		return nil, err
	}
	c.showStream(in, m)
	return object{"channel": in.id, "ts": m.TS}, nil
}

func (c *call) stopStream() (object, error) {
	in, m, err := c.streaming()
	if err != nil {
		return nil, err
	}
	if err := c.write(m.stream); err != nil {
		return nil, err
	}
	blocks, err := c.blocks(SurfaceMessage)
	if err != nil {
		return nil, err
	}
	var meta Metadata
	if given, err := c.args.decode("metadata", &meta); err != nil {
		return nil, fail("invalid_metadata_format")
	} else if given {
		m.Metadata = &meta
	}
	before := m.stripped()
	m.stream.blocks = append(m.stream.blocks, blocks...)
	c.showStream(in, m)
	m.stream = nil
	c.emitChanged(in, "message_changed", object{"message": m.stripped(), "previous_message": before})
	return object{"channel": in.id, "ts": m.TS, "message": m.shown(true)}, nil
}

// streaming finds the message that the app still writes on.
func (c *call) streaming() (*channel, *message, error) {
	in, m, err := c.findMessage("ts")
	switch {
	case err != nil:
		return nil, nil, err
	case m.User != c.app.BotUserID:
		return nil, nil, fail("message_not_owned_by_app")
	case m.stream == nil:
		return nil, nil, fail("message_not_in_streaming_state")
	case m.stream.stopped:
		return nil, nil, fail("stopped_by_user")
	}
	return in, m, nil
}

// write adds what the call brings: markdown_text or chunks.
func (c *call) write(st *writing) error {
	words := c.args.text("markdown_text")
	var chunks []chunk
	if _, err := c.args.decode("chunks", &chunks); err != nil {
		return fail("invalid_chunks")
	}
	if words != "" && len(chunks) > 0 {
		return fail("markdown_text_conflict")
	}
	if words != "" {
		chunks = []chunk{{Type: "markdown_text", Text: words}}
	}
	for _, k := range chunks {
		if err := st.take(k); err != nil {
			return err
		}
	}
	if utf8.RuneCountInString(st.markdown) > markdownMost {
		return fail("msg_too_long")
	}
	return nil
}

func (st *writing) take(k chunk) error {
	switch k.Type {
	case "markdown_text":
		st.markdown += k.Text
	case "plan_update":
		st.plan = k.Title
	case "blocks":
		if len(CheckBlocks(k.Blocks, SurfaceMessage)) > 0 {
			return fail("invalid_blocks")
		}
		st.blocks = append(st.blocks, k.Blocks...)
	case "task_update":
		if k.ID == "" || k.Title == "" {
			return fail("invalid_chunks")
		}
		st.task(k)
	default:
		return fail("invalid_chunks")
	}
	return nil
}

// task adds a task or brings the one with that id up to date.
func (st *writing) task(k chunk) {
	card := Block{"type": "task_card", "task_id": k.ID, "title": k.Title, "status": or(k.Status, "pending")}
	for name, v := range map[string]any{"details": k.Details, "output": k.Output, "sources": k.Sources} {
		if words, plain := v.(string); plain && words != "" {
			section := Block{"type": "rich_text_section", "elements": []any{Block{"type": "text", "text": words}}}
			card[name] = Block{"type": "rich_text", "elements": []any{section}}
		} else if !plain && v != nil {
			card[name] = v
		}
	}
	i := slices.IndexFunc(st.tasks, func(t Block) bool { return t["task_id"] == k.ID })
	if i < 0 {
		st.tasks = append(st.tasks, card)
		return
	}
	st.tasks[i] = card
}

// shown is the stream as the blocks of a message.
func (st *writing) shown() []Block {
	var all []Block
	if st.asPlan && len(st.tasks) > 0 {
		tasks := make([]any, len(st.tasks))
		for i, t := range st.tasks {
			tasks[i] = t
		}
		all = append(all, Block{"type": "plan", "title": or(st.plan, "Plan"), "tasks": tasks})
	} else {
		all = append(all, st.tasks...)
	}
	if st.markdown != "" {
		all = append(all, Block{"type": "markdown", "text": st.markdown})
	}
	return append(all, st.blocks...)
}

func (s *Sim) showStream(in *channel, m *message) {
	m.Text, m.Blocks = m.stream.markdown, s.normalise(m.stream.shown())
	s.note(Change{Kind: Marked, Channel: in.id, User: m.User, Message: &m.Message})
}
