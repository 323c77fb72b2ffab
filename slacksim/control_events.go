package slacksim

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
)

// stream is one page that listens to news.
type stream struct {
	sim     *Sim
	user    *person
	w       http.ResponseWriter
	seen    int // last change sent
	traffic int // last traffic entry sent; -1 when the page does not want them
}

// serveEvents sends the changes a person can see as server-sent events until the page goes away.
func (s *Sim) serveEvents(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	st := &stream{sim: s, user: s.person(r.URL.Query().Get("as")), w: w, seen: s.journal.last, traffic: -1}
	if r.URL.Query().Get("traffic") == "1" {
		st.traffic = s.traffic.last
	}
	s.mu.Unlock()
	if st.user == nil {
		refuse(w, http.StatusBadRequest, errors.New("there is no such person"))
		return
	}
	if last, err := strconv.Atoi(r.Header.Get("Last-Event-ID")); err == nil {
		st.seen = min(last, st.seen)
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusOK)
	flusher := http.NewResponseController(w)
	for {
		changed, logged, text := st.next()
		if _, err := w.Write(text); err != nil {
			return
		}
		if err := flusher.Flush(); err != nil {
			return
		}
		select {
		case <-changed:
		case <-logged:
		case <-r.Context().Done():
			return
		case <-s.ctx.Done():
			return
		}
	}
}

// next writes what is new, and what to wait for before there is more.
func (st *stream) next() (changed, logged <-chan struct{}, text []byte) {
	s := st.sim
	s.mu.Lock()
	defer s.mu.Unlock()
	text = []byte(": listening\n\n")
	for _, c := range s.changesSince(st.seen) {
		st.seen = c.Seq
		if !s.visible(c, st.user.ID) {
			continue
		}
		if news := s.news(c, st.user); news != nil {
			text = appendEvent(text, c.Seq, news)
		}
	}
	if st.traffic < 0 {
		return s.journal.more, nil, text
	}
	for _, entry := range s.traffic.entries {
		if entry.ID > st.traffic {
			st.traffic = entry.ID
			text = appendEvent(text, 0, object{"type": "traffic", "entry": entry})
		}
	}
	return s.journal.more, s.traffic.more, text
}

// news is a change in the words of the page.
func (s *Sim) news(c Change, user *person) object {
	switch c.Kind {
	case Posted, EditedMessage, Deleted, Whispered, WhisperEdited, WhisperDeleted:
		return object{"type": c.Kind, "channel": c.Channel, "message": c.Message}
	case Reacted, Unreacted, Threaded, Marked:
		return object{"type": EditedMessage, "channel": c.Channel, "message": c.Message}
	case ViewOpened, ViewUpdated, ViewClosed:
		return object{"type": c.Kind, "view": c.View}
	case HomePublished:
		return object{"type": c.Kind, "app": c.View.AppID, "view": c.View}
	case Noticed:
		return object{"type": c.Kind, "text": c.Text}
	case Prompted, Titled, Thought:
		if in := s.channel(c.Channel); in != nil {
			return object{"type": "panes", "channel": in.id, "panes": s.pagePanes(in)}
		}
	case ChannelChanged:
		if in := s.channel(c.Channel); in != nil {
			return object{"type": c.Kind, "channel": s.pageChannel(in, user)}
		}
	case PersonChanged:
		if p := s.person(c.User); p != nil {
			return object{"type": c.Kind, "person": pagePerson(p)}
		}
	}
	return nil
}

// appendEvent writes one event; those of the traffic log carry no id, since pages resume by changes.
func appendEvent(text []byte, id int, news object) []byte {
	data, err := json.Marshal(news)
	if err != nil {
		return text
	}
	if id > 0 {
		text = fmt.Appendf(text, "id: %d\n", id)
	}
	return fmt.Appendf(text, "data: %s\n\n", data)
}
