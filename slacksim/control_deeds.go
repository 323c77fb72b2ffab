package slacksim

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// deed is what the page sends when a person does something. Which fields count depends on what is done.
type deed struct {
	As         string `json:"as"`
	With       string `json:"with"`
	Channel    string `json:"channel"`
	Text       string `json:"text"`
	ThreadTS   string `json:"thread_ts"`
	MessageTS  string `json:"message_ts"`
	TS         string `json:"ts"`
	ViewID     string `json:"view_id"`
	BlockID    string `json:"block_id"`
	ActionID   string `json:"action_id"`
	CallbackID string `json:"callback_id"`
	App        string `json:"app"`
	Name       string `json:"name"`
	State      Values `json:"state"`
	Values     Values `json:"values"`

	user *person
	all  Block // the whole body: an element's value has the name that its type gives it
}

func (d deed) place() Place { return Place{Channel: d.Channel, TS: d.MessageTS, ViewID: d.ViewID} }

// deeds are what people can do on the page.
var deeds = map[string]func(*Sim, deed) (any, error){
	"say":       (*Sim).deedSay,
	"open_dm":   (*Sim).deedOpenDM,
	"command":   (*Sim).deedCommand,
	"action":    (*Sim).deedAction,
	"submit":    (*Sim).deedSubmit,
	"close":     func(s *Sim, d deed) (any, error) { return done(s.closeView(d.user, d.ViewID)) },
	"home":      (*Sim).deedHome,
	"shortcut":  func(s *Sim, d deed) (any, error) { return done(s.shortcut(d.user, d.CallbackID, d.place())) },
	"assistant": (*Sim).deedAssistant,
	"suggest":   (*Sim).deedSuggest,
	"read":      (*Sim).deedRead,
	"react":     (*Sim).deedReact,
	"unreact":   (*Sim).deedUnreact,
}

func done(err error) (any, error) { return object{"ok": true}, err }

// doing reads a deed, finds out who does it, and does it.
func (s *Sim) doing(run func(*Sim, deed) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var d deed
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, bodyLimit))
		if err == nil {
			err = errors.Join(json.Unmarshal(body, &d), json.Unmarshal(body, &d.all))
		}
		if err != nil {
			refuse(w, http.StatusBadRequest, fmt.Errorf("the request is not readable: %w", err))
			return
		}
		s.mu.Lock()
		d.user = s.person(d.As)
		s.mu.Unlock()
		if d.user == nil {
			refuse(w, http.StatusBadRequest, errors.New("there is no such person"))
			return
		}
		answer, err := run(s, d)
		if err != nil {
			refuse(w, http.StatusUnprocessableEntity, err)
			return
		}
		writeJSON(w, http.StatusOK, answer)
	}
}

// seen finds a channel that the person of the deed can see.
func (s *Sim) seen(d deed) (*channel, error) {
	_, c, err := s.As(d.user.ID).where(d.Channel)
	return c, err
}

func (s *Sim) deedSay(d deed) (any, error) {
	c, err := s.seen(d)
	if err != nil {
		return nil, err
	}
	ts, err := s.say(d.user, c, d.Text, d.ThreadTS)
	return object{"ok": true, "ts": ts}, err
}

func (s *Sim) deedOpenDM(d deed) (any, error) {
	id, err := s.As(d.user.ID).OpenDM(d.With)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return object{"channel": s.pageChannel(s.channel(id), d.user)}, nil
}

func (s *Sim) deedCommand(d deed) (any, error) {
	c, err := s.seen(d)
	if err != nil {
		return nil, err
	}
	return done(s.command(d.user, c, d.Text))
}

func (s *Sim) deedAction(d deed) (any, error) {
	return done(s.act(press{
		user: d.user, at: d.place(), blockID: d.BlockID, actionID: d.ActionID, value: d.all, state: d.State,
	}))
}

func (s *Sim) deedSubmit(d deed) (any, error) {
	result, err := s.submit(d.user, d.ViewID, d.Values)
	if err != nil {
		return nil, err
	}
	if len(result.Errors) > 0 {
		return object{"errors": result.Errors}, nil
	}
	return object{"ok": true, "action": result.Action}, nil
}

func (s *Sim) deedHome(d deed) (any, error) {
	v, err := s.openHome(d.user, d.App)
	return object{"view": v}, err
}

// deedAssistant opens the pane of an app, maybe while looking at a channel.
func (s *Sim) deedAssistant(d deed) (any, error) {
	at, err := s.As(d.user.ID).OpenAssistant(d.App, d.Channel)
	return object{"channel": at.Channel, "thread_ts": at.TS}, err
}

func (s *Sim) deedSuggest(d deed) (any, error) {
	return s.suggest(d.user, d.place(), d.BlockID, d.ActionID, text(d.all["value"]))
}

func (s *Sim) deedRead(d deed) (any, error) {
	c, err := s.seen(d)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(c.messages) > 0 {
		d.user.read[c.id] = c.messages[len(c.messages)-1].TS
	}
	return done(nil)
}

func (s *Sim) deedReact(d deed) (any, error) {
	return done(s.As(d.user.ID).React(d.Channel, d.TS, d.Name))
}
