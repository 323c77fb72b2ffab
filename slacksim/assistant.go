package slacksim

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Prompt is one that an app suggests to somebody who opened it: what stands on it, and what is said for a click.
type Prompt struct {
	Title   string `json:"title"`
	Message string `json:"message"`
}

// pane is what an app shows beside one conversation: in a thread of the assistant view, or for the agent view, which has
// no thread, above the conversation as a whole.
type pane struct {
	heading string
	prompts []Prompt
	title   string
}

// pane finds or makes the pane of a conversation; s.mu is held.
func (s *Sim) pane(channelID, thread string) *pane {
	key := channelID + " " + thread
	if s.panes[key] == nil {
		s.panes[key] = &pane{}
	}
	return s.panes[key]
}

// OpenAssistant opens the pane of an app, maybe while looking at a channel, and tells the app. In the assistant view that
// begins a thread, in the agent view it is the conversation.
func (a *Actor) OpenAssistant(appName, looking string) (Place, error) {
	s := a.sim
	s.mu.Lock()
	defer s.mu.Unlock()
	p, of, seen, err := a.lookingFrom(appName, looking)
	if err != nil {
		return Place{}, err
	}
	in := s.dm(p.ID, of.BotUserID)
	at := stamp(s.now().UnixMicro())
	if of.AgentView {
		s.emit(event{name: "app_home_opened", only: of, body: func(*app) object {
			return object{"type": "app_home_opened", "user": p.ID, "channel": in.id, "tab": "messages", "context": s.entities(seen), "event_ts": at}
		}})
		return Place{Channel: in.id}, nil
	}
	root := s.post(in, draft{user: of.bot, text: "New Assistant Thread", subtype: "assistant_app_thread", mute: true})
	root.ThreadTS = root.TS
	s.emitThread("assistant_thread_started", of, p, Place{Channel: in.id, TS: root.TS}, seen)
	return Place{Channel: in.id, TS: root.TS}, nil
}

// LookAt turns to another channel while the pane is open, and tells the app.
func (a *Actor) LookAt(appName string, at Place, channelName string) error {
	s := a.sim
	s.mu.Lock()
	defer s.mu.Unlock()
	p, of, seen, err := a.lookingFrom(appName, channelName)
	switch {
	case err != nil:
		return err
	case seen == nil:
		return errors.New("there is no channel to look at")
	case of.AgentView:
		in := s.dm(p.ID, of.BotUserID)
		s.emit(event{name: "app_context_changed", scope: "assistant:write", only: of, body: func(*app) object {
			return object{"type": "app_context_changed", "user": p.ID, "channel": in.id, "context": s.entities(seen), "event_ts": s.stampNow()}
		}})
		return nil
	}
	s.emitThread("assistant_thread_context_changed", of, p, at, seen)
	return nil
}

// lookingFrom finds who opens which app's pane and what they look at, and keeps the latter; s.mu is held.
func (a *Actor) lookingFrom(appName, channelName string) (*person, *app, *channel, error) {
	p, err := a.me()
	if err != nil {
		return nil, nil, nil, err
	}
	of := a.sim.app(appName)
	if of == nil || !of.AgentView && !of.AssistantView {
		return nil, nil, nil, fmt.Errorf("%s is no app with an assistant", appName)
	}
	var seen *channel
	if channelName != "" {
		if seen = a.sim.channel(channelName); seen == nil || !seen.open(p) {
			return nil, nil, nil, fmt.Errorf("%s sees no channel %s", a.who, channelName)
		}
	}
	of.looking[p.ID] = seen
	return p, of, seen, nil
}

// emitThread tells of a thread of the assistant view; s.mu is held.
func (s *Sim) emitThread(name string, a *app, p *person, at Place, seen *channel) {
	context := object{}
	if seen != nil {
		context = object{"channel_id": seen.id, "team_id": s.team.id, "enterprise_id": nil}
	}
	s.emit(event{name: name, scope: "assistant:write", only: a, body: func(*app) object {
		return object{"type": name, "event_ts": s.stampNow(), "assistant_thread": object{
			"user_id": p.ID, "context": context, "channel_id": at.Channel, "thread_ts": at.TS,
		}}
	}})
}

// entities is what somebody looks at, as the agent view tells it.
func (s *Sim) entities(seen *channel) object {
	all := []object{}
	if seen != nil {
		all = append(all, object{"type": "slack#/types/channel_id", "value": seen.id, "team_id": s.team.id})
	}
	return object{"entities": all}
}

// Prompts are those that an app last suggested in a thread of its assistant, or with an empty ts in the conversation.
func (s *Sim) Prompts(channelName, threadTS string) (heading string, prompts []Prompt) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.channel(channelName); c != nil && s.panes[c.id+" "+threadTS] != nil {
		return s.panes[c.id+" "+threadTS].heading, s.panes[c.id+" "+threadTS].prompts
	}
	return "", nil
}

// pagePanes is what the apps show beside the conversations of a channel, in the words of the page: by thread, what they
// suggest, its title, and what they say they are doing. s.mu is held.
func (s *Sim) pagePanes(in *channel) []object {
	s.expireThinking()
	threads := map[string]bool{}
	for key := range s.panes {
		threads[key] = true
	}
	for key := range s.thinking {
		threads[key] = true
	}
	all := []object{}
	for _, key := range slices.Sorted(maps.Keys(threads)) {
		thread, here := strings.CutPrefix(key, in.id+" ")
		if !here {
			continue
		}
		shown, status := pane{}, ""
		if p := s.panes[key]; p != nil {
			shown = *p
		}
		if t := s.thinking[key]; t != nil {
			status = t.status
		}
		all = append(all, object{
			"thread": thread, "heading": shown.heading, "prompts": append([]Prompt{}, shown.prompts...), "title": shown.title, "status": status,
		})
	}
	return all
}

// threadTitle takes the title of an assistant's thread.
func (c *call) threadTitle() (object, error) {
	in, m, err := c.inThread()
	title := strings.TrimSpace(c.args.text("title"))
	switch {
	case err != nil:
		return nil, err
	case m == nil:
		return nil, fail("invalid_thread_ts")
	case title == "":
		return nil, fail("invalid_arguments", "[ERROR] missing required field: title")
	}
	c.pane(in.id, m.TS).title = title
	c.note(Change{Kind: Titled, Channel: in.id, User: c.app.BotUserID, VisibleTo: c.opposite(in), Text: title})
	return object{}, nil
}

// suggestedPrompts takes the prompts of an assistant.
func (c *call) suggestedPrompts() (object, error) {
	in, m, err := c.inThread()
	var prompts []Prompt
	given, broken := c.args.decode("prompts", &prompts)
	switch {
	case err != nil:
		return nil, err
	case m == nil && !c.app.AgentView:
		return nil, fail("invalid_thread_ts")
	case !given || broken != nil || len(prompts) == 0 || len(prompts) > 4:
		return nil, fail("invalid_arguments", "[ERROR] must be a list of 1 to 4 prompts [json-pointer:/prompts]")
	}
	lines := []string{c.args.text("title")}
	for _, p := range prompts {
		if p.Title == "" || p.Message == "" || utf8.RuneCountInString(p.Title) > 255 {
			return nil, fail("invalid_arguments", "[ERROR] every prompt needs a title and a message [json-pointer:/prompts]")
		}
		lines = append(lines, "["+p.Title+"] "+p.Message)
	}
	thread := ""
	if m != nil {
		thread = m.TS
	}
	shown := c.pane(in.id, thread)
	shown.heading, shown.prompts = c.args.text("title"), prompts
	c.note(Change{Kind: Prompted, Channel: in.id, User: c.app.BotUserID, VisibleTo: c.opposite(in), Text: strings.Join(lines, "\n")})
	return object{}, nil
}

// opposite is the person whom the calling app talks with in direct messages, or "".
func (c *call) opposite(in *channel) string {
	for _, id := range in.members {
		if in.im && id != c.app.BotUserID {
			return id
		}
	}
	return ""
}
