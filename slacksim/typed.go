package slacksim

import (
	"regexp"
	"strings"
)

// typedPart finds what a client turns into something else than plain text: ids in brackets, names, addresses.
var typedPart = regexp.MustCompile(`<@[UW][A-Z0-9]+>|<#C[A-Z0-9]+(?:\|[^>]*)?>|https?://[^\s<>]+|[@#][\p{L}\p{N}._-]+`)

// part is one piece of a typed text: plain text, or one of the others.
type part struct{ plain, user, group, channel, link, all string }

// parts takes a typed text apart. Names are matched as far as they name somebody: "@mei.lin." and "@Steward谁" work.
func (s *Sim) parts(typed string) []part {
	var all []part
	plain := func(t string) {
		if t != "" {
			all = append(all, part{plain: t})
		}
	}
	for typed != "" {
		at := typedPart.FindStringIndex(typed)
		if at == nil {
			break
		}
		found := typed[at[0]:at[1]]
		p, used := s.part(found)
		if used == 0 || found[0] == '@' && at[0] > 0 && isWord(typed[at[0]-1]) {
			plain(typed[:at[1]])
			typed = typed[at[1]:]
			continue
		}
		plain(typed[:at[0]])
		all = append(all, p)
		typed = typed[at[0]+used:]
	}
	plain(typed)
	return all
}

// isWord says whether a name cannot start after this byte, as in an e-mail address.
func isWord(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

// part reads one special piece and says how many of its bytes belong to it; 0 means that it is plain.
func (s *Sim) part(found string) (part, int) {
	switch {
	case strings.HasPrefix(found, "http"):
		return part{link: found}, len(found)
	case strings.HasPrefix(found, "<@"):
		if p := s.person(found[2 : len(found)-1]); p != nil {
			return part{user: p.ID}, len(found)
		}
	case strings.HasPrefix(found, "<#"):
		id, _, _ := strings.Cut(found[2:len(found)-1], "|")
		if c := s.channel(id); c != nil {
			return part{channel: c.id}, len(found)
		}
	case found[0] == '@':
		for _, all := range []string{"channel", "here", "everyone"} {
			rest, found := strings.CutPrefix(found[1:], all)
			if found && (rest == "" || !isWord(rest[0])) {
				return part{all: all}, 1 + len(all)
			}
		}
		for name := found[1:]; name != ""; name = shorten(name) {
			if p := s.named(name); p != nil {
				return part{user: p.ID}, 1 + len(name)
			}
			if g := s.group(name); g != nil && g.deleted == 0 {
				return part{group: g.ID}, 1 + len(name)
			}
		}
	default:
		for name := found[1:]; name != ""; name = shorten(name) {
			if c := s.channel(name); c != nil {
				return part{channel: c.id}, 1 + len(name)
			}
		}
	}
	return part{}, 0
}

// named finds a person by handle, or an app's bot by the app's name.
func (s *Sim) named(name string) *person {
	if p := s.person(name); p != nil {
		return p
	}
	for _, a := range s.apps {
		if strings.EqualFold(a.Name, name) {
			return a.bot
		}
	}
	return nil
}

func shorten(name string) string {
	r := []rune(name)
	return string(r[:len(r)-1])
}

var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// sayText is a typed text the way a message stores it, with the block that a client makes of it.
func (s *Sim) sayText(typed string) (string, []Block) {
	var b strings.Builder
	var elements []any
	for _, p := range s.parts(typed) {
		switch {
		case p.user != "":
			b.WriteString("<@" + p.user + ">")
			elements = append(elements, Block{"type": "user", "user_id": p.user})
		case p.group != "":
			b.WriteString("<!subteam^" + p.group + ">")
			elements = append(elements, Block{"type": "usergroup", "usergroup_id": p.group})
		case p.all != "":
			b.WriteString("<!" + p.all + ">")
			elements = append(elements, Block{"type": "broadcast", "range": p.all})
		case p.channel != "":
			b.WriteString("<#" + p.channel + "|" + s.nameOf(p.channel) + ">")
			elements = append(elements, Block{"type": "channel", "channel_id": p.channel})
		case p.link != "":
			b.WriteString("<" + entities.Replace(p.link) + ">")
			elements = append(elements, Block{"type": "link", "url": p.link})
		default:
			b.WriteString(entities.Replace(p.plain))
			elements = append(elements, Block{"type": "text", "text": p.plain})
		}
	}
	section := Block{"type": "rich_text_section", "elements": elements}
	return b.String(), s.normalise([]Block{{"type": "rich_text", "elements": []any{section}}})
}

// escapeCommand is a typed command's text under should_escape: names become ids with the name behind a bar.
func (s *Sim) escapeCommand(typed string) string {
	var b strings.Builder
	for _, p := range s.parts(typed) {
		switch {
		case p.user != "":
			b.WriteString("<@" + p.user + "|" + s.person(p.user).Handle + ">")
		case p.group != "":
			b.WriteString("<!subteam^" + p.group + "|@" + s.group(p.group).Handle + ">")
		case p.all != "":
			b.WriteString("<!" + p.all + ">")
		case p.channel != "":
			b.WriteString("<#" + p.channel + "|" + s.nameOf(p.channel) + ">")
		case p.link != "":
			b.WriteString("<" + entities.Replace(p.link) + ">")
		default:
			b.WriteString(entities.Replace(p.plain))
		}
	}
	return b.String()
}

func (s *Sim) nameOf(channelID string) string {
	if c := s.channel(channelID); c != nil {
		return c.name
	}
	return ""
}
