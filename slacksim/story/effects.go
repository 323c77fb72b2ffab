package story

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"steward/slacksim"
)

// effect is one visible change: where it is seen, and what.
type effect struct {
	place string // groups the effects that have an order among each other
	about string // ts of the message: in a place, older ones come first, whichever changed first
	lines []string
}

// effects turns changes into lines, the act's own place first.
func (p *player) effects(changes []slacksim.Change) []string {
	var all []effect
	for _, block := range slices.Sorted(maps.Keys(p.errors)) {
		all = append(all, entry("", "errors for "+p.who, block+": "+p.errors[block]))
	}
	for _, c := range changes {
		if e, visible := p.effect(c); visible {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b effect) int {
		return cmp.Or(strings.Compare(a.place, b.place), strings.Compare(a.about, b.about))
	})
	var lines []string
	for _, e := range all {
		lines = append(lines, e.lines...)
	}
	return lines
}

// entry writes an effect: the head on the first line, what follows on lines of its own when it is long.
func entry(place, head, body string) effect {
	parts := strings.Split(strings.Trim(body, "\n"), "\n")
	lines := []string{strings.TrimRight("> "+head+": "+parts[0], " ")}
	for _, part := range parts[1:] {
		lines = append(lines, strings.TrimRight(">   "+part, " "))
	}
	return effect{place: place, lines: lines}
}

// effect describes one change; what people do themselves is no effect.
func (p *player) effect(c slacksim.Change) (effect, bool) {
	by, _ := p.Sim.Person(c.User)
	switch c.Kind {
	case slacksim.Posted, slacksim.EditedMessage, slacksim.Deleted, slacksim.Reacted, slacksim.Unreacted, slacksim.Marked:
		if !by.Bot {
			return effect{}, false
		}
		return p.messageEffect(c), true
	case slacksim.Whispered, slacksim.WhisperEdited, slacksim.WhisperDeleted:
		return p.messageEffect(c), true
	case slacksim.ViewOpened:
		return entry("~form "+c.VisibleTo, "form for "+p.name(c.VisibleTo), p.view(c.View)), true
	case slacksim.ViewUpdated:
		return entry("~form "+c.VisibleTo, "form now for "+p.name(c.VisibleTo), p.view(c.View)), true
	case slacksim.HomePublished:
		return p.homeEffect(c)
	case slacksim.Prompted:
		return entry("", "prompts for "+p.name(c.VisibleTo), p.plain(c.Text)), true
	case slacksim.Titled:
		return entry("", "title for "+p.name(c.VisibleTo), c.Text), true
	case slacksim.Thought:
		return entry("", "status for "+p.name(c.VisibleTo), c.Text), true
	case slacksim.Noticed:
		return entry("", "notice for "+p.name(c.VisibleTo), p.plain(c.Text)), true
	}
	return effect{}, false
}

// homeEffect leaves out a Home tab that shows what it showed before.
func (p *player) homeEffect(c slacksim.Change) (effect, bool) {
	who, shown := p.name(c.VisibleTo), p.view(c.View)
	if p.homes[who] == shown {
		return effect{}, false
	}
	p.homes[who] = shown
	return entry("~home "+who, "home of "+who, shown), true
}

func (p *player) messageEffect(c slacksim.Change) effect {
	where := p.where(c)
	body := p.messageText(c.Message)
	deed := map[slacksim.Kind]string{
		slacksim.EditedMessage: "edit ", slacksim.WhisperEdited: "edit ", slacksim.Deleted: "deleted ",
		slacksim.WhisperDeleted: "deleted ", slacksim.Reacted: "reaction ",
		slacksim.Unreacted: "reaction taken back ", slacksim.Marked: "edit ",
	}[c.Kind]
	if c.Kind == slacksim.Reacted || c.Kind == slacksim.Unreacted {
		body = ":" + c.Text + ":"
	}
	place := where
	if c.Channel == p.channel && p.channel != "" {
		place = "" // the act's own place comes first
	}
	e := entry(place, deed+where, body)
	if strings.HasPrefix(place, "to ") {
		e.about = c.Message.TS
	}
	return e
}

// where says in which place a message is, in the words of the transcript.
func (p *player) where(c slacksim.Change) string {
	place := "in " + p.channelName(c.Channel)
	if with := p.dmWith(c.Channel); with != "" {
		place = "to " + with
	}
	if c.VisibleTo != "" {
		only := "only " + p.name(c.VisibleTo)
		if c.Channel == p.channel || strings.HasPrefix(place, "to ") {
			return only
		}
		return only + " " + place
	}
	m := c.Message
	switch reply := m.ThreadTS != "" && m.ThreadTS != m.TS; {
	case reply && m.ThreadTS == p.message:
		return "in thread"
	case reply:
		return place + " thread"
	}
	return place
}

// name is the handle of a person.
func (p *player) name(id string) string {
	if who, known := p.Sim.Person(id); known {
		return who.Handle
	}
	return id
}

// groupName is the handle of a user group.
func (p *player) groupName(id string) string {
	if g, known := p.Sim.Group(id); known {
		return g.Handle
	}
	return id
}

func (p *player) channelName(id string) string {
	if c, known := p.Sim.Channel(id); known {
		return "#" + c.Name
	}
	return id
}

// dmWith names the person on the other side of a bot's direct messages, or "".
func (p *player) dmWith(id string) string {
	for _, user := range p.Sim.DMWith(id) {
		if who, known := p.Sim.Person(user); known && !who.Bot {
			return who.Handle
		}
	}
	return ""
}

// equal compares expected lines with those that came; "..." stands for any text.
func equal(expected, got []string) bool {
	return slices.EqualFunc(expected, got, lineMatches)
}

func lineMatches(expected, got string) bool {
	parts := strings.Split(expected, "...")
	if len(parts) == 1 {
		return expected == got
	}
	first, last := parts[0], parts[len(parts)-1]
	rest, ok := strings.CutPrefix(got, first)
	if !ok || !strings.HasSuffix(rest, last) {
		return false
	}
	rest = strings.TrimSuffix(rest, last)
	for _, part := range parts[1 : len(parts)-1] {
		at := strings.Index(rest, part)
		if at < 0 {
			return false
		}
		rest = rest[at+len(part):]
	}
	return true
}

// diff shows an act with its effects: what fits, what is missing (-), what came instead (+).
func diff(act string, expected, got []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "    %s\n", act)
	i, j := 0, 0
	for i < len(expected) || j < len(got) {
		switch {
		case i < len(expected) && j < len(got) && lineMatches(expected[i], got[j]):
			fmt.Fprintf(&b, "    %s\n", got[j])
			i, j = i+1, j+1
		case i < len(expected) && !containsLine(got[j:], expected[i]):
			fmt.Fprintf(&b, "  - %s\n", expected[i])
			i++
		case j < len(got):
			fmt.Fprintf(&b, "  + %s\n", got[j])
			j++
		}
	}
	return b.String()
}

func containsLine(got []string, expected string) bool {
	return slices.ContainsFunc(got, func(line string) bool { return lineMatches(expected, line) })
}
