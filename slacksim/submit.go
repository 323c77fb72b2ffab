package slacksim

import (
	"encoding/json"
	"errors"
	"unicode/utf8"
)

// Submission is what became of a submitted modal.
type Submission struct {
	// Errors are shown under the inputs, by block id; the modal stays open.
	Errors map[string]string `json:"errors,omitempty"`
	// Action is what the app answered: "" (this modal closed), "errors", "update", "push" or "clear".
	Action string `json:"action,omitempty"`
}

// trouble is what people read when a modal's answer fails, and errTrouble what a test reads.
const trouble = "We had some trouble connecting. Try again?"

var errTrouble = errors.New("the app did not answer the form, or answered wrongly")

// submit sends a modal's values and applies the app's answer, for which it waits.
func (s *Sim) submit(user *person, viewID string, values Values) (Submission, error) {
	s.mu.Lock()
	v := s.views[viewID]
	stack := s.stacks[user.ID]
	if v == nil || len(stack) == 0 || stack[len(stack)-1] != v {
		s.mu.Unlock()
		return Submission{}, errors.New("that modal is not on top")
	}
	v.State.Values = stateOf(v.Blocks, merge(v.State.Values, values))
	if wrong := checkValues(v.Blocks, v.State.Values); len(wrong) > 0 {
		s.mu.Unlock()
		return Submission{Errors: wrong, Action: "errors"}, nil
	}
	payload := s.interaction("view_submission", v.app, user)
	payload["view"] = v.View
	payload["response_urls"] = s.responseURLs(v)
	s.begin()
	s.mu.Unlock()

	answer, err := s.ask(v.app, envelope{kind: "interactive", payload: payload, accepts: true})

	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.end()
	if err == nil {
		var done Submission
		if done, err = s.applySubmission(v, answer); err == nil {
			return done, nil
		}
	}
	s.cfg.Log.Warn("submission failed", "app", v.app.Name, "callback", v.CallbackID, "err", err)
	s.notice(user, nil, trouble)
	return Submission{}, errTrouble
}

// responseURLs are the addresses for answers into the conversations that were chosen in a modal, where the app asked
// for that.
func (s *Sim) responseURLs(v *view) []object {
	urls := []object{}
	for _, b := range v.Blocks {
		for _, e := range elementsOf(b) {
			kind := inputs[text(e["type"])]
			block, action := text(b["block_id"]), text(e["action_id"])
			in := s.channel(text(v.State.Values[block][action][kind.field]))
			if wanted, _ := e["response_url_enabled"].(bool); !wanted || b["type"] != "input" || in == nil {
				continue
			}
			urls = append(urls, object{
				"block_id": block, "action_id": action, "channel_id": in.id,
				"response_url": s.newHook("app", hook{app: v.app, user: v.user, in: in}),
			})
		}
	}
	return urls
}

func (s *Sim) applySubmission(v *view, payload []byte) (Submission, error) {
	said := ackArgs(payload)
	action := said.text("response_action")
	switch action {
	case "":
		if said != nil {
			return Submission{}, errors.New("the answer has no response_action")
		}
		s.dismiss(v)
	case "clear":
		for _, open := range s.stacks[v.user.ID] {
			s.dismiss(open)
		}
	case "errors":
		return submissionErrors(v, said)
	case "update", "push":
		sent, problems := parseView([]byte(said.text("view")))
		if len(problems) > 0 {
			s.violate("view_submission", problems)
			return Submission{}, errors.New("the view in the answer is wrong: " + problems[0].Message)
		}
		return Submission{Action: action}, s.followView(v, sent, action)
	default:
		return Submission{}, errors.New("there is no response_action " + action)
	}
	return Submission{Action: action}, nil
}

func (s *Sim) followView(v *view, sent View, action string) error {
	if action == "update" {
		s.changeView(v, sent)
		s.noteView(ViewUpdated, v)
		return nil
	}
	if len(s.stacks[v.user.ID]) >= stackLimit {
		return errors.New("push_limit_reached")
	}
	s.show(s.addView(v.app, v.user, sent), true)
	return nil
}

// submissionErrors checks that errors hang under input blocks of the view.
func submissionErrors(v *view, said args) (Submission, error) {
	var found map[string]string
	if raw, err := json.Marshal(said["errors"]); err != nil || json.Unmarshal(raw, &found) != nil || len(found) == 0 {
		return Submission{}, errors.New("the answer has no errors in it")
	}
	for id := range found {
		known := false
		for b := range allBlocks(v.Blocks) {
			known = known || b["type"] == "input" && b["block_id"] == id
		}
		if !known {
			return Submission{}, errors.New("errors name a block that is not an input: " + id)
		}
	}
	return Submission{Errors: found, Action: "errors"}, nil
}

// checkValues does what a client checks before it submits: what is required is there, and texts are long enough.
func checkValues(blocks []Block, values Values) map[string]string {
	wrong := map[string]string{}
	for b := range allBlocks(blocks) {
		e, ok := b["element"].(map[string]any)
		if b["type"] != "input" || !ok {
			continue
		}
		id, kind := text(b["block_id"]), inputs[text(e["type"])]
		v := values[id][text(e["action_id"])][kind.field]
		if optional, _ := b["optional"].(bool); isEmpty(v) {
			if !optional {
				wrong[id] = "Please complete this required field."
			}
			continue
		}
		length := float64(utf8.RuneCountInString(text(v)))
		least, hasLeast := e["min_length"].(float64)
		most, hasMost := e["max_length"].(float64)
		if hasLeast && length < least || hasMost && length > most {
			wrong[id] = "The text is too short or too long."
		}
	}
	return wrong
}

func isEmpty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	}
	return false
}

// closeView closes a modal as a person does, and tells the app if it wants to know.
func (s *Sim) closeView(user *person, viewID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	v := s.views[viewID]
	stack := s.stacks[user.ID]
	if v == nil || len(stack) == 0 || stack[len(stack)-1] != v {
		return errors.New("that modal is not on top")
	}
	whole := v.ClearOnClose || len(stack) == 1
	closing := []*view{v}
	if v.ClearOnClose {
		closing = stack
	}
	for _, closed := range closing {
		if closed.NotifyOnClose {
			payload := s.interaction("view_closed", closed.app, user)
			delete(payload, "trigger_id")
			payload["view"], payload["is_cleared"] = closed.View, whole
			s.askFor(closed.app, user, payload)
		}
	}
	s.dismiss(closing[0])
	return nil
}

// openHome opens an app's Home tab and returns what was last published there, or nil.
func (s *Sim) openHome(user *person, appName string) (*View, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.app(appName)
	if a == nil {
		return nil, errors.New("there is no app " + appName)
	}
	in := s.dm(user.ID, a.BotUserID)
	at := stamp(s.now().UnixMicro())
	home := a.homes[user.ID]
	s.emit(event{name: "app_home_opened", only: a, body: func(*app) object {
		o := object{"type": "app_home_opened", "user": user.ID, "channel": in.id, "tab": "home", "event_ts": at}
		if home != nil {
			o["view"] = home.View
		}
		return o
	}})
	if home == nil {
		return nil, nil
	}
	shown := home.View
	return &shown, nil
}

// shortcut runs a global shortcut, or a message shortcut on the message at a place.
func (s *Sim) shortcut(user *person, callbackID string, at Place) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.apps {
		for _, sc := range a.Shortcuts {
			if sc.CallbackID != callbackID {
				continue
			}
			payload, err := s.shortcutPayload(a, sc, user, at)
			if err != nil {
				return err
			}
			s.askFor(a, user, payload)
			return nil
		}
	}
	return errors.New("there is no shortcut " + callbackID)
}

func (s *Sim) shortcutPayload(a *app, sc Shortcut, user *person, at Place) (object, error) {
	kind := "shortcut"
	if sc.Type == "message" {
		kind = "message_action"
	}
	o := s.interaction(kind, a, user)
	o["callback_id"], o["action_ts"] = sc.CallbackID, stamp(s.now().UnixMicro())
	if kind == "shortcut" {
		return o, nil
	}
	in := s.channel(at.Channel)
	if in == nil || !in.open(user) || in.find(at.TS) == nil {
		return nil, errors.New("there is no such message")
	}
	m := in.find(at.TS)
	o["message"], o["message_ts"] = m.stripped(), m.TS
	o["channel"] = object{"id": in.id, "name": in.shownName()}
	o["response_url"] = s.newHook("actions", hook{app: a, user: user, in: in, thread: m.ThreadTS})
	return o, nil
}
