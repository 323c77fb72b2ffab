package slacksim

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
)

// Workspace describes a whole workspace, in Go or as JSON.
type Workspace struct {
	Name     string    `json:"name"`
	Domain   string    `json:"domain"`
	People   []Person  `json:"people"`
	Channels []Channel `json:"channels"`
	Apps     []App     `json:"apps"`
	Groups   []Group   `json:"groups,omitempty"`
	// Emoji are the workspace's own: name to picture address, or "alias:name".
	Emoji map[string]string `json:"emoji,omitempty"`
}

// team is the workspace as the API names it.
type team struct{ id, name, domain string }

// ReadWorkspace reads a workspace's description from JSON and refuses fields it does not know.
func ReadWorkspace(r io.Reader) (Workspace, error) {
	var w Workspace
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	if err := d.Decode(&w); err != nil {
		return Workspace{}, fmt.Errorf("read workspace: %w", err)
	}
	return w, nil
}

// Load adds everything that w describes: people, then apps with their bot users, then channels (whose members may be
// any of these). It stops at the first thing that does not fit.
func (s *Sim) Load(w Workspace) error {
	s.mu.Lock()
	if w.Name != "" {
		s.team.name = w.Name
	}
	if w.Domain != "" {
		s.team.domain = w.Domain
	}
	maps.Copy(s.emoji, w.Emoji)
	s.mu.Unlock()
	for _, p := range w.People {
		if _, err := s.AddPerson(p); err != nil {
			return err
		}
	}
	for _, a := range w.Apps {
		if _, err := s.AddApp(a); err != nil {
			return err
		}
	}
	for _, c := range w.Channels {
		if _, err := s.AddChannel(c); err != nil {
			return err
		}
	}
	for _, g := range w.Groups {
		if _, err := s.AddGroup(g); err != nil {
			return err
		}
	}
	return nil
}
