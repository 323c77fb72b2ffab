package slacksim

// canvasMost bounds a canvas, in bytes.
const canvasMost = 1 << 20

// canvas is one document; in names the channel whose own it is, if it is one.
type canvas struct {
	id, title, markdown string
	app                 *app
	in                  string
}

// document is the argument document_content.
type document struct {
	Type     string `json:"type"`
	Markdown string `json:"markdown"`
}

func (c *call) document(name string) (string, error) {
	var d document
	given, err := c.args.decode(name, &d)
	switch {
	case err != nil || given && d.Type != "markdown":
		return "", fail("canvas_creation_failed")
	case len(d.Markdown) > canvasMost:
		return "", fail("canvas_too_large")
	}
	return d.Markdown, nil
}

func (c *call) createCanvas() (object, error) {
	words, err := c.document("document_content")
	if err != nil {
		return nil, err
	}
	if c.args.text("channel_id") != "" {
		if _, err := c.findChannel("channel_id"); err != nil {
			return nil, err
		}
	}
	return object{"canvas_id": c.addCanvas(words, "").id}, nil
}

func (c *call) addCanvas(words, in string) *canvas {
	v := &canvas{id: c.nextID("F"), title: c.args.text("title"), markdown: words, app: c.app, in: in}
	c.canvases[v.id] = v
	return v
}

func (c *call) createChannelCanvas() (object, error) {
	in, err := c.findChannel("channel_id")
	if err != nil {
		return nil, err
	}
	for _, v := range c.canvases {
		if v.in == in.id {
			return nil, fail("channel_canvas_already_exists")
		}
	}
	words, err := c.document("document_content")
	if err != nil {
		return nil, err
	}
	return object{"canvas_id": c.addCanvas(words, in.id).id}, nil
}

func (c *call) theCanvas() (*canvas, error) {
	v := c.canvases[c.args.text("canvas_id")]
	if v == nil || v.app != c.app {
		return nil, fail("canvas_not_found")
	}
	return v, nil
}

// canvasChange is one entry of the argument "changes".
type canvasChange struct {
	Operation string   `json:"operation"`
	SectionID string   `json:"section_id"`
	Document  document `json:"document_content"`
	Title     document `json:"title_content"`
}

func (c *call) editCanvas() (object, error) {
	v, err := c.theCanvas()
	if err != nil {
		return nil, err
	}
	var changes []canvasChange
	if given, err := c.args.decode("changes", &changes); err != nil || !given || len(changes) != 1 {
		return nil, fail("invalid_arguments", "[ERROR] must be a list with one change [json-pointer:/changes]")
	}
	change := changes[0]
	words := change.Document.Markdown
	switch change.Operation {
	case "insert_at_start":
		v.markdown = words + "\n" + v.markdown
	case "insert_at_end":
		v.markdown += "\n" + words
	case "replace":
		if change.SectionID != "" {
			return nil, fail("section_not_found") // there are no sections here
		}
		v.markdown = words
	case "rename":
		v.title = change.Title.Markdown
	case "insert_after", "insert_before", "delete":
		return nil, fail("section_not_found")
	default:
		return nil, fail("canvas_editing_failed")
	}
	return object{}, nil
}

func (c *call) deleteCanvas() (object, error) {
	v, err := c.theCanvas()
	if err != nil {
		return nil, err
	}
	delete(c.canvases, v.id)
	return object{}, nil
}

func (c *call) canvasContent() (object, error) {
	v, err := c.theCanvas()
	if err != nil {
		return nil, err
	}
	return object{"canvas_id": v.id, "title": v.title, "document_content": document{Type: "markdown", Markdown: v.markdown}}, nil
}

// thinking is what an assistant says it is doing in a thread, until it posts there.
type thinking struct {
	status string
	until  int64 // Unix seconds
}

// thinkingLife is how long a status stays without a message, in seconds.
const thinkingLife = 120

// inThread finds the thread of a call about assistants.
func (c *call) inThread() (*channel, *message, error) {
	in, err := c.findChannel("channel_id")
	if err != nil {
		return nil, nil, err
	}
	ts := c.args.text("thread_ts")
	if ts == "" {
		return in, nil, nil
	}
	m := in.find(ts)
	if m == nil {
		return nil, nil, fail("invalid_thread_ts")
	}
	return in, m, nil
}

func (c *call) setThinking() (object, error) {
	in, m, err := c.inThread()
	var loading []string
	given, broken := c.args.decode("loading_messages", &loading)
	switch {
	case err != nil:
		return nil, err
	case m == nil:
		return nil, fail("invalid_thread_ts")
	case given && (broken != nil || len(loading) > 10):
		return nil, fail("invalid_arguments", "[ERROR] no more than 10 items allowed [json-pointer:/loading_messages]")
	}
	key := in.id + " " + or(m.ThreadTS, m.TS)
	delete(c.thinking, key)
	if status := c.args.text("status"); status != "" {
		c.note(Change{Kind: Thought, Channel: in.id, User: c.app.BotUserID, VisibleTo: c.opposite(in), Text: status})
		c.thinking[key] = &thinking{status: status, until: c.now().Unix() + thinkingLife}
	}
	return object{}, nil
}

// expireThinking takes old signs of thinking away; s.mu is held.
func (s *Sim) expireThinking() {
	for key, t := range s.thinking {
		if t.until <= s.now().Unix() {
			delete(s.thinking, key)
		}
	}
}

// Thinking is what an assistant says it is doing in a thread, or "".
func (s *Sim) Thinking(channelName, threadTS string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.expireThinking()
	if c := s.channel(channelName); c != nil && s.thinking[c.id+" "+threadTS] != nil {
		return s.thinking[c.id+" "+threadTS].status
	}
	return ""
}

// agentSession takes the state or the name of an agent's session, where agents are switched on.
func (c *call) agentSession() (object, error) {
	if !c.app.AgentView {
		return nil, fail("feature_disabled")
	}
	if _, _, err := c.inThread(); err != nil {
		return nil, err
	}
	switch status := c.args.text("status"); {
	case c.method == "agents.sessions.rename" && c.args.text("title") == "":
		return nil, fail("invalid_arguments", "[ERROR] missing required field: title")
	case c.method == "agents.sessions.setStatus" && status != "active" && status != "processing" && status != "suspended" && status != "closed":
		return nil, fail("invalid_arguments", "[ERROR] no such status [json-pointer:/status]")
	}
	return object{}, nil
}
