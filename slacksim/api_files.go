package slacksim

// fileRef is one entry of the argument "files".
type fileRef struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

func (c *call) completeUpload() (object, error) {
	found, err := c.uploads()
	if err != nil {
		return nil, err
	}
	where, err := c.shareTargets()
	if err != nil {
		return nil, err
	}
	d := draft{user: c.app.bot, text: linkURLs(c.args.text("initial_comment")), subtype: "file_share"}
	if d.blocks, err = c.blocks(SurfaceMessage); err != nil {
		return nil, err
	}
	if ts := c.args.text("thread_ts"); ts != "" {
		if len(where) != 1 {
			return nil, fail("invalid_thread_ts")
		}
		if err := c.intoThread(where[0], &d); err != nil {
			return nil, fail("invalid_thread_ts")
		}
	}
	if err := c.customise(&d); err != nil {
		return nil, err
	}
	d.subtype = "file_share"
	short := make([]object, 0, len(found))
	for _, f := range found {
		f.done = true
		short = append(short, c.fileObject(f))
	}
	c.shareLater(where, d, found)
	return object{"files": short}, nil
}

// uploads reads the files of a call: uploaded, its own, not yet completed.
func (c *call) uploads() ([]*file, error) {
	var refs []fileRef
	given, err := c.args.decode("files", &refs)
	switch {
	case err != nil:
		return nil, fail("invalid_arguments", "[ERROR] must be a list of files [json-pointer:/files]")
	case !given || len(refs) == 0:
		return nil, fail("missing_argument")
	}
	var found []*file
	for _, ref := range refs {
		f := c.files[ref.ID]
		switch {
		case f == nil || f.app != c.app:
			return nil, fail("file_not_found")
		case f.content == nil || f.done:
			return nil, fail("file_update_failed")
		}
		f.title = or(ref.Title, f.title)
		found = append(found, f)
	}
	return found, nil
}

// shareTargets are the channels that channel_id or channels name; the bot has to be in there.
func (c *call) shareTargets() ([]*channel, error) {
	names := split(c.args.text("channels"))
	if one := c.args.text("channel_id"); one != "" {
		names = []string{one}
	}
	if len(names) > channelsMost {
		return nil, fail("channels_limit_exceeded")
	}
	var where []*channel
	for _, name := range names {
		c.args["channel"] = name
		in, err := c.target()
		if err != nil {
			return nil, err
		}
		where = append(where, in)
	}
	return where, nil
}

// shareLater shares files after the call was answered, as Slack does.
func (s *Sim) shareLater(where []*channel, d draft, files []*file) {
	if len(where) == 0 {
		return
	}
	s.begin()
	s.spawn(func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		defer s.end()
		for _, c := range where {
			s.share(c, d, files)
		}
	})
}

// share posts the message with the files and tells the apps of each.
func (s *Sim) share(c *channel, d draft, files []*file) *message {
	for _, f := range files {
		f.done = true
		d.files = append(d.files, s.fileObject(f))
	}
	m := s.post(c, d)
	for i, f := range files {
		f.shares[c.id] = append(f.shares[c.id], object{
			"ts": m.TS, "reply_users": []string{}, "reply_users_count": 0, "reply_count": 0, "channel_name": c.name,
			"team_id": s.team.id, "share_user_id": d.user.ID,
		})
		m.Files[i] = s.fileObject(f)
		s.emit(event{name: "file_shared", scope: "files:read", in: c, body: func(*app) object {
			return object{
				"type": "file_shared", "file_id": f.id, "user_id": d.user.ID, "channel_id": c.id,
				"file": object{"id": f.id}, "event_ts": m.TS,
			}
		}})
	}
	return m
}

func (c *call) theFile() (*file, error) {
	f := c.files[c.args.text("file")]
	if f == nil || !f.done || !c.mayRead(c.app, f) {
		return nil, fail("file_not_found")
	}
	return f, nil
}

func (c *call) fileInfo() (object, error) {
	f, err := c.theFile()
	if err != nil {
		return nil, err
	}
	return object{"file": c.fileObject(f), "comments": []object{}, "response_metadata": object{"next_cursor": ""}}, nil
}

func (c *call) deleteFile() (object, error) {
	f, err := c.theFile()
	switch {
	case err != nil:
		return nil, err
	case f.app != c.app:
		return nil, fail("cant_delete_file")
	}
	delete(c.files, f.id)
	return object{}, nil
}

// pictures checks that the pictures in blocks that name a file of Slack's name one that is there and is a picture.
func (c *call) pictures(v any) error {
	switch v := v.(type) {
	case []Block:
		for _, b := range v {
			if err := c.pictures(b); err != nil {
				return err
			}
		}
	case []any:
		for _, item := range v {
			if err := c.pictures(item); err != nil {
				return err
			}
		}
	case map[string]any:
		if ref, ok := v["slack_file"].(map[string]any); ok && !c.isPicture(ref) {
			c.violate(c.method, []Problem{{Message: "invalid slack file"}})
			return fail("invalid_blocks", "[ERROR] invalid slack file [json-pointer:/blocks]")
		}
		for _, item := range v {
			if err := c.pictures(item); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *call) isPicture(ref Block) bool {
	for _, f := range c.files {
		if f.id == text(ref["id"]) || text(ref["url"]) != "" && c.fileObject(f)["url_private"] == ref["url"] {
			return f.done && f.image() && c.mayRead(c.app, f)
		}
	}
	return false
}

// Share lets the person share a file in a channel, with words beside it.
func (a *Actor) Share(channelName, name string, content []byte, words string) (ts string, err error) {
	p, in, err := a.where(channelName)
	if err != nil {
		return "", err
	}
	s := a.sim
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.addFile(name, p, s.base)
	f.content, f.length = content, len(content)
	said, blocks := s.sayText(words)
	if words == "" {
		blocks = nil
	}
	s.joinChannel(in, p.ID)
	return s.share(in, draft{user: p, text: said, blocks: blocks, subtype: "file_share", typed: true}, []*file{f}).TS, nil
}
