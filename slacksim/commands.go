package slacksim

import (
	"errors"
	"fmt"
	"strings"
)

// command sends a slash command as typed ("/sla who x") and applies the answer when it comes. It returns at once.
func (s *Sim) command(user *person, in *channel, typed string) error {
	name, rest, _ := strings.Cut(strings.TrimSpace(typed), " ")
	s.mu.Lock()
	defer s.mu.Unlock()
	a, cmd := s.findCommand(name)
	switch {
	case a == nil:
		return fmt.Errorf("%s is not a command here", name)
	case !a.has("commands"):
		return fmt.Errorf("%s lacks the scope commands", a.Name)
	case !in.open(user):
		return fmt.Errorf("%s is not in that channel", user.Handle)
	}
	rest = strings.TrimSpace(rest)
	if cmd.Escape {
		rest = s.escapeCommand(rest)
	}
	h := hook{app: a, user: user, in: in}
	payload := object{
		"token": "simulated", "team_id": s.team.id, "team_domain": s.team.domain, "channel_id": in.id,
		"channel_name": in.shownName(), "user_id": user.ID, "user_name": user.Handle, "command": cmd.Name, "text": rest,
		"response_url": s.newHook("commands", h), "trigger_id": s.newTrigger(a, user), "api_app_id": a.ID,
		"is_enterprise_install": "false",
	}
	s.begin()
	s.spawn(func() {
		answer, err := s.ask(a, envelope{kind: "slash_commands", payload: payload, accepts: true})
		s.mu.Lock()
		defer s.mu.Unlock()
		defer s.end()
		if said := ackArgs(answer); err == nil && said != nil {
			h.typed = strings.TrimSpace(typed)
			err = s.respond(&h, said)
		}
		if err != nil {
			s.notice(user, in, fmt.Sprintf("%s failed with the error %q", cmd.Name, shownError(err)))
		}
	})
	return nil
}

func (s *Sim) findCommand(name string) (*app, Command) {
	for _, a := range s.apps {
		for _, c := range a.Commands {
			if strings.EqualFold(c.Name, name) {
				return a, c
			}
		}
	}
	return nil, Command{}
}

// notice shows a person an error in the workspace's own name; s.mu is held.
func (s *Sim) notice(user *person, in *channel, words string) {
	c := Change{Kind: Noticed, VisibleTo: user.ID, User: user.ID, Text: words}
	if in != nil {
		c.Channel = in.id
	}
	s.note(c)
}

// shownError is the short name of an error that a person reads.
func shownError(err error) string {
	var refused *apiError
	if errors.As(err, &refused) {
		return refused.code
	}
	for _, known := range []error{errNobody, errTimeout, errStatus, errTLS, errRedirects, errConnect} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	return "internal_error"
}
