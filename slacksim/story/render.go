package story

import (
	"fmt"
	"regexp"
	"strings"

	"steward/slacksim"
)

type block = slacksim.Block

// messageText is a message as lines of text: its blocks, or without any its text.
func (p *player) messageText(m *slacksim.Message) string {
	lines := []string{p.plain(m.Text)}
	if len(m.Blocks) > 0 {
		lines[0] = p.blocks(m.Blocks)
	}
	for _, a := range m.Attachments {
		lines = append(lines, "| "+p.attachment(a))
	}
	for _, f := range m.Files {
		lines = append(lines, "[file: "+str(f["title"])+"]")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// attachment is one of the older attachments, or an unfurled link: its blocks, or else its title and text.
func (p *player) attachment(a map[string]any) string {
	if shown := p.blocks(objects(a["blocks"])); shown != "" {
		return shown
	}
	words := strings.Trim(str(a["title"])+"\n"+str(a["text"]), "\n")
	if words == "" {
		words = str(a["fallback"])
	}
	return p.plain(words)
}

// view is a form or Home tab as lines of text.
func (p *player) view(v *slacksim.View) string {
	title := p.textOf(v.Title)
	shown := p.blocks(v.Blocks)
	switch {
	case title == "":
		return shown
	case v.Submit != nil:
		return title + "\n" + shown + "\n[" + p.textOf(v.Submit) + "]"
	}
	return title + "\n" + shown
}

func (p *player) blocks(all []block) string {
	var lines []string
	for _, b := range all {
		if line := p.block(b); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func (p *player) block(b block) string {
	switch b["type"] {
	case "section":
		return p.section(b)
	case "header":
		return "# " + p.textOf(b["text"])
	case "context":
		var parts []string
		for _, e := range objects(b["elements"]) {
			parts = append(parts, p.contextPart(e))
		}
		return "· " + strings.Join(parts, " · ")
	case "actions", "context_actions":
		var parts []string
		for _, e := range objects(b["elements"]) {
			parts = append(parts, p.element(e))
		}
		return strings.Join(parts, " ")
	case "input":
		e, _ := b["element"].(map[string]any)
		return p.textOf(b["label"]) + ": " + p.element(e)
	case "image":
		return "[image: " + str(b["alt_text"]) + "]"
	case "divider":
		return "---"
	case "rich_text":
		return p.richText(b)
	case "data_visualization":
		return chart(b)
	case "table":
		return p.table(b)
	case "markdown":
		return str(b["text"])
	}
	return "[" + str(b["type"]) + "]"
}

// chart names what a chart shows, with the first and the last value of each series.
func chart(b block) string {
	c, _ := b["chart"].(map[string]any)
	var parts []string
	for _, s := range objects(c["series"]) {
		points := objects(s["data"])
		if len(points) > 0 {
			first, last := points[0], points[len(points)-1]
			parts = append(parts, fmt.Sprintf("%s %.4g at %s to %.4g at %s", str(s["name"]), first["value"], str(first["label"]), last["value"], str(last["label"])))
		}
	}
	for _, s := range objects(c["segments"]) {
		parts = append(parts, fmt.Sprintf("%s %.4g", str(s["label"]), s["value"]))
	}
	return "[" + str(c["type"]) + " chart: " + str(b["title"]) + ": " + strings.Join(parts, "; ") + "]"
}

func (p *player) section(b block) string {
	var lines []string
	if t := p.textOf(b["text"]); t != "" {
		lines = append(lines, t)
	}
	for _, f := range objects(b["fields"]) {
		lines = append(lines, p.textOf(f))
	}
	if e, ok := b["accessory"].(map[string]any); ok && len(lines) > 0 {
		lines[len(lines)-1] += " " + p.element(e)
	}
	return strings.Join(lines, "\n")
}

func (p *player) contextPart(e block) string {
	if e["type"] == "image" {
		return "[image: " + str(e["alt_text"]) + "]"
	}
	return p.textOf(e)
}

// element is a button as [Label], something to choose from as [A | B], something to fill in as [____].
func (p *player) element(e block) string {
	if e["type"] == "button" {
		return "[" + p.textOf(e["text"]) + "]"
	}
	var labels []string
	for _, o := range options(e) {
		labels = append(labels, p.textOf(o["text"]))
	}
	if len(labels) > 0 {
		return "[" + strings.Join(labels, " | ") + "]"
	}
	for _, name := range []string{"initial_value", "initial_date", "initial_time"} {
		if v := str(e[name]); v != "" {
			return "[" + v + "]"
		}
	}
	if e["type"] == "image" {
		return "[image: " + str(e["alt_text"]) + "]"
	}
	return "[____]"
}

func options(e block) []block {
	all := objects(e["options"])
	for _, g := range objects(e["option_groups"]) {
		all = append(all, objects(g["options"])...)
	}
	return all
}

func (p *player) table(b block) string {
	var rows []string
	list, _ := b["rows"].([]any)
	for _, row := range list {
		var cells []string
		for _, c := range objects(row) {
			cells = append(cells, p.cell(c))
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	return strings.Join(rows, "\n")
}

func (p *player) cell(c block) string {
	if c["type"] == "rich_text" {
		return p.richText(c)
	}
	return str(c["text"])
}

func (p *player) richText(b block) string {
	var lines []string
	for _, part := range objects(b["elements"]) {
		switch part["type"] {
		case "rich_text_list":
			for _, item := range objects(part["elements"]) {
				lines = append(lines, "• "+p.inline(item))
			}
		default:
			lines = append(lines, p.inline(part))
		}
	}
	return strings.Join(lines, "\n")
}

func (p *player) inline(part block) string {
	var b strings.Builder
	for _, e := range objects(part["elements"]) {
		switch e["type"] {
		case "user":
			b.WriteString("@" + p.name(str(e["user_id"])))
		case "usergroup":
			b.WriteString("@" + p.groupName(str(e["usergroup_id"])))
		case "channel":
			b.WriteString(p.channelName(str(e["channel_id"])))
		case "emoji":
			b.WriteString(":" + str(e["name"]) + ":")
		case "date":
			b.WriteString(str(e["fallback"]))
		case "link":
			b.WriteString(linkText(str(e["url"]), str(e["text"])))
		default:
			b.WriteString(str(e["text"]))
		}
	}
	return b.String()
}

// textOf is the text of a text object.
func (p *player) textOf(v any) string {
	t, _ := v.(map[string]any)
	if t["type"] == "plain_text" {
		return str(t["text"])
	}
	return p.plain(str(t["text"]))
}

var unescape = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">")

var bracket = regexp.MustCompile(`<([^<>]+)>`)

// plain shows mrkdwn with names in the place of ids, fallbacks in the place of dates, and plain characters for
// entities.
func (p *player) plain(mrkdwn string) string {
	shown := bracket.ReplaceAllStringFunc(mrkdwn, func(found string) string {
		target, label, _ := strings.Cut(found[1:len(found)-1], "|")
		switch {
		case strings.HasPrefix(target, "@"):
			return "@" + p.name(target[1:])
		case strings.HasPrefix(target, "#"):
			return p.channelName(target[1:])
		case strings.HasPrefix(target, "!date"):
			return label
		case strings.HasPrefix(target, "!subteam^"):
			return "@" + p.groupName(strings.TrimPrefix(target, "!subteam^"))
		case strings.HasPrefix(target, "!"):
			return "@" + target[1:]
		}
		return linkText(target, label)
	})
	return unescape.Replace(shown)
}

func linkText(url, label string) string {
	if label == "" {
		return url
	}
	return label + " (" + url + ")"
}

// objects gives the JSON objects in a JSON array.
func objects(v any) []block {
	var found []block
	items, _ := v.([]any)
	for _, item := range items {
		if o, ok := item.(map[string]any); ok {
			found = append(found, o)
		}
	}
	return found
}

func str(v any) string {
	s, _ := v.(string)
	return s
}
