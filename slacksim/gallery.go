package slacksim

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

// galleryJSON has every block and every element, each at least once; tests check that all of it is valid.
//
//go:embed gallery.json
var galleryJSON []byte

// ShowGallery lets an app post every block there is into a channel (both by name or id), and gives everybody its Home
// tab: a look at what the page can draw, without a bot. It does so anew each time it is called.
func (s *Sim) ShowGallery(appName, channelName string) error {
	var gallery struct {
		Messages []struct {
			Text   string
			Blocks []Block
		}
		Homes []View
	}
	if err := json.Unmarshal(galleryJSON, &gallery); err != nil {
		return fmt.Errorf("show gallery: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	a, c := s.app(appName), s.channel(channelName)
	if a == nil || c == nil {
		return fmt.Errorf("show gallery: no app %q or no channel %q", appName, channelName)
	}
	s.joinChannel(c, a.BotUserID)
	for _, m := range gallery.Messages {
		s.post(c, draft{user: a.bot, text: m.Text, blocks: s.normalise(m.Blocks)})
	}
	for _, p := range s.people {
		if p.Bot || p.Deactivated {
			continue
		}
		v := s.addView(a, p, gallery.Homes[0])
		a.homes[p.ID] = v
		s.noteView(HomePublished, v)
	}
	return nil
}
