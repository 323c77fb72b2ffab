package slacksim

import (
	"crypto/rand"
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

// Rules of a response_url.
const (
	hookUses = 5
	hookLife = 30 * time.Minute
)

// hook is one response_url: where answers to one interaction go.
type hook struct {
	app    *app
	user   *person
	in     *channel
	origin string // ts of the message with the button, or ""
	thread string
	made   time.Time
	uses   int
	typed  string // the command, to be shown above an answer for all
}

// newHook makes a response_url; kind is "commands" or "actions"; s.mu is held.
func (s *Sim) newHook(kind string, h hook) string {
	now := s.now()
	for path, old := range s.hooks {
		if now.Sub(old.made) > 2*hookLife {
			delete(s.hooks, path)
		}
	}
	path := "/hooks/" + kind + "/" + s.team.id + "/" + strings.ToLower(rand.Text())
	h.made = now
	s.hooks[path] = &h
	return h.app.base + path
}

// serveHook answers a POST to a response_url.
func (s *Sim) serveHook(w http.ResponseWriter, r *http.Request) {
	s.inHand(1)
	defer s.inHand(-1)
	if s.faultBefore(w, r, "response_url", "") {
		return
	}
	sent, err := readArgs(r)
	status, body := http.StatusOK, "ok"
	if err != nil {
		status, body = http.StatusBadRequest, "invalid_payload"
	} else if err := s.useHook(r.URL.Path, sent); err != nil {
		status, body = http.StatusNotFound, text(errorAnswer(&app{}, err)["error"])
	}
	s.mu.Lock()
	s.log(Traffic{Kind: "response_url", Method: "response_url", Summary: sent.text("text"), Request: object(sent), Response: body, Status: status})
	s.mu.Unlock()
	s.faultAfter(r, "response_url", "")
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(body))
}

func (s *Sim) useHook(path string, sent args) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.hooks[path]
	switch {
	case h == nil:
		return fail("no_such_url")
	case s.now().Sub(h.made) > hookLife:
		return fail("expired_url")
	case h.uses >= hookUses:
		return fail("used_url")
	}
	h.uses++
	return s.respond(h, sent)
}

// respond applies an answer to an interaction: from its response_url, or from the acknowledgement of a command.
func (s *Sim) respond(h *hook, sent args) error {
	c := &call{Sim: s, method: "response", app: h.app, args: sent}
	original := h.in.findFor(h.origin, h.user.ID)
	if sent.flag("delete_original") && original != nil {
		s.remove(h.in, original)
		return nil
	}
	if meta := sent.text("metadata"); strings.Contains(meta, `"event_type":""`) {
		delete(sent, "metadata")
	}
	d, err := c.draft(SurfaceMessage)
	if err != nil {
		return err
	}
	switch {
	case sent.flag("replace_original") && original != nil:
		s.edit(h.in, original, d)
		return nil
	case sent.text("thread_ts") != "":
		if err := c.intoThread(h.in, &d); err != nil {
			return err
		}
	default:
		d.thread = h.thread
	}
	if sent.text("response_type") == "in_channel" {
		if h.typed != "" && d.thread == "" {
			s.post(h.in, draft{user: h.user, text: entities.Replace(h.typed), mute: true})
		}
		s.post(h.in, d)
		return nil
	}
	s.whisper(h.in, h.user, d)
	return nil
}

// ackArgs reads the payload of an acknowledgement as arguments; plain text is a message's text. Nothing said is nil.
func ackArgs(payload []byte) args {
	trimmed := strings.TrimSpace(string(payload))
	if trimmed == "" || trimmed == "{}" || trimmed == "null" {
		return nil
	}
	var a args
	if json.Unmarshal([]byte(trimmed), &a) != nil {
		return args{"text": trimmed}
	}
	return a
}
