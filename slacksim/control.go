package slacksim

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// control serves the page's own API. It knows no log-in, so it answers only this machine, only under a name of the
// loopback interface (a foreign name that resolves here would be somebody else's page), and only its own page.
func (s *Sim) control() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /control/state", s.asking(s.controlState))
	mux.HandleFunc("GET /control/messages", s.asking(s.controlMessages))
	mux.HandleFunc("GET /control/events", s.serveEvents)
	mux.HandleFunc("GET /control/traffic", func(w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusOK, object{"entries": s.Traffic()})
	})
	mux.HandleFunc("GET /control/faults", func(w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusOK, object{"faults": s.Faults()})
	})
	mux.HandleFunc("DELETE /control/faults", s.controlClear)
	mux.HandleFunc("POST /control/faults", s.controlFault)
	mux.HandleFunc("POST /control/request_url", s.controlRequestURL)
	mux.HandleFunc("POST /control/upload", s.controlUpload)
	for name, run := range deeds {
		mux.HandleFunc("POST /control/"+name, s.doing(run))
	}
	return http.NewCrossOriginProtection().Handler(onLoopback(mux))
}

func onLoopback(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		from, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil || !loopback(from) || host != "localhost" && !loopback(host) {
			refuse(w, http.StatusForbidden, errors.New("this page is only for the machine it runs on"))
			return
		}
		next.ServeHTTP(w, r)
	})
}

func loopback(address string) bool {
	ip := net.ParseIP(strings.Trim(address, "[]"))
	return ip != nil && ip.IsLoopback()
}

func refuse(w http.ResponseWriter, status int, err error) {
	writeJSON(w, status, object{"error": err.Error()})
}

// asking wraps a question; user is nil when ?as is missing.
func (s *Sim) asking(answer func(r *http.Request, user *person) (object, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		user := s.person(r.URL.Query().Get("as"))
		found, err := answer(r, user)
		var text []byte
		if err == nil {
			text, err = json.Marshal(found) // under the lock: what it shows may change
		}
		s.mu.Unlock()
		if err != nil {
			refuse(w, http.StatusBadRequest, err)
			return
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		_, _ = w.Write(text)
	}
}

func (s *Sim) controlFault(w http.ResponseWriter, r *http.Request) {
	var f Fault
	if err := readBody(r, &f); err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	if err := s.Inject(f); err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	writeJSON(w, http.StatusOK, object{"ok": true})
}

// controlClear lets everything go well again or, with index=N, takes back the fault at that place of the list.
func (s *Sim) controlClear(w http.ResponseWriter, r *http.Request) {
	switch at, err := strconv.Atoi(r.URL.Query().Get("index")); {
	case !r.URL.Query().Has("index"):
		s.ClearFaults()
	case err != nil || !s.dropFault(at):
		refuse(w, http.StatusUnprocessableEntity, errors.New("there is no such fault any more"))
		return
	}
	writeJSON(w, http.StatusOK, object{"ok": true})
}

// dropFault takes back one fault of those that Faults lists.
func (s *Sim) dropFault(at int) bool {
	s.mu.Lock()
	if at >= 0 && at < len(s.faults) {
		s.faults = slices.Delete(s.faults, at, at+1)
		s.mu.Unlock()
		return true
	}
	at -= len(s.faults)
	var h *Hold
	if at >= 0 && at < len(s.holds) {
		h = s.holds[at]
	}
	s.mu.Unlock()
	if h != nil {
		h.Release()
	}
	return h != nil
}

func readBody(r *http.Request, into any) error {
	r.Body = http.MaxBytesReader(nil, r.Body, bodyLimit)
	if err := json.NewDecoder(r.Body).Decode(into); err != nil {
		return fmt.Errorf("the request is not readable: %w", err)
	}
	return nil
}

// controlState is everything the page needs to draw itself for one person.
func (s *Sim) controlState(_ *http.Request, user *person) (object, error) {
	people, channels, apps, views := []object{}, []object{}, []object{}, []View{}
	for _, p := range s.people {
		people = append(people, pagePerson(p))
	}
	id := ""
	var me object
	if user != nil {
		id, me = user.ID, pagePerson(user)
	}
	for _, c := range s.channels {
		if c.sees(id) && (user == nil || c.open(user)) {
			channels = append(channels, s.pageChannel(c, user))
		}
	}
	for _, a := range s.apps {
		apps = append(apps, pageApp(a))
	}
	for _, v := range s.stacks[id] {
		views = append(views, v.View)
	}
	return object{
		"workspace": object{"name": s.team.name, "domain": s.team.domain}, "me": me, "people": people,
		"channels": channels, "apps": apps, "views": views,
	}, nil
}

func pagePerson(p *person) object {
	return object{
		"id": p.ID, "handle": p.Handle, "real_name": p.RealName, "display_name": p.DisplayName, "title": p.Title,
		"locale": p.Locale, "tz": p.TZ, "guest": p.Guest, "bot": p.Bot, "deactivated": p.Deactivated,
		"presence": p.Presence, "status_emoji": p.StatusEmoji, "status_text": p.StatusText,
		"dnd_start": p.DNDStart, "dnd_end": p.DNDEnd,
	}
}

func pageApp(a *app) object {
	commands, shortcuts := []object{}, []object{}
	for _, c := range a.Commands {
		commands = append(commands, object{"name": c.Name, "usage": c.Usage, "about": c.About})
	}
	for _, sc := range a.Shortcuts {
		shortcuts = append(shortcuts, object{"name": sc.Name, "type": sc.Type, "callback_id": sc.CallbackID})
	}
	return object{
		"id": a.ID, "name": a.Name, "bot_user_id": a.BotUserID, "commands": commands, "shortcuts": shortcuts,
		"agent_view": a.AgentView, "assistant_view": a.AssistantView,
	}
}

// pageChannel is a channel as the page shows it to user, who may be nil.
func (s *Sim) pageChannel(c *channel, user *person) object {
	o := object{
		"id": c.id, "name": c.name, "kind": "channel", "topic": c.topic, "members": c.members, "archived": c.archived,
		"member": false, "unread": 0, "last_ts": "",
	}
	if c.private {
		o["kind"] = "private"
	}
	if c.mpim {
		o["kind"] = "mpim"
	}
	if len(c.messages) > 0 {
		o["last_ts"] = c.messages[len(c.messages)-1].TS
	}
	if user == nil {
		return o
	}
	o["member"] = c.has(user.ID)
	o["unread"] = c.unread(user)
	if c.im {
		o["kind"], o["with"] = "im", c.with(user.ID)
	}
	return o
}

// unread counts what others said since the person last looked.
func (c *channel) unread(user *person) int {
	count := 0
	for i := len(c.messages) - 1; i >= 0; i-- {
		m := c.messages[i]
		if m.TS <= user.read[c.id] {
			break
		}
		if !m.quiet() && m.User != user.ID {
			count++
		}
	}
	return count
}

func (s *Sim) controlMessages(r *http.Request, user *person) (object, error) {
	c := s.channel(r.URL.Query().Get("channel"))
	if user == nil || c == nil || !c.open(user) {
		return nil, errors.New("there is no such channel for that person")
	}
	wanted := func(m *message) bool {
		return !m.quiet()
	}
	if thread := r.URL.Query().Get("thread"); thread != "" {
		wanted = func(m *message) bool { return m.TS == thread || m.ThreadTS == thread }
	}
	return object{"messages": append([]Message{}, c.seenBy(user.ID, wanted)...), "panes": s.pagePanes(c)}, nil
}
