package bot

import (
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"steward/commands"
)

// Slack's limits, in characters. A message that breaks one is refused as a
// whole, so everything longer is cut.
const (
	maxText    = 3000
	maxField   = 2000
	maxHead    = 150
	maxLabel   = 75
	maxTitle   = 24
	maxBlocks  = 49 // of 50, so that there is room to say that something was cut
	maxHome    = 99 // of 100
	maxFields  = 10
	maxRow     = 25
	maxOptions = 100
	maxPlain   = 4000
)

// message draws a reply as a message, with Slack's own charts or without.
func message(r commands.Reply, charts bool) []slack.MsgOption {
	options := []slack.MsgOption{
		slack.MsgOptionText(cut(string(r.Text), maxPlain), false),
		slack.MsgOptionDisableLinkUnfurl(),
		slack.MsgOptionDisableMediaUnfurl(),
	}
	if len(r.Parts) == 0 {
		return options
	}
	if !charts {
		r.Parts = withoutCharts(r.Parts)
	}
	return append(options, slack.MsgOptionBlocks(blocks(r.Parts, maxBlocks)...))
}

// homeTab draws a reply as somebody's home tab.
func homeTab(r commands.Reply) slack.HomeTabViewRequest {
	parts := r.Parts
	if len(parts) == 0 {
		parts = []commands.Part{{Body: r.Text}}
	}
	return slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: blocks(withoutCharts(parts), maxHome)}}
}

// modal draws a form.
func modal(f commands.Form) slack.ModalViewRequest {
	view := slack.ModalViewRequest{
		Type: slack.VTModal, CallbackID: f.ID, PrivateMetadata: f.Value,
		Title: plain(f.Title, maxTitle), Close: plain(f.Cancel, maxTitle),
	}
	if f.Body != "" {
		view.Blocks.BlockSet = append(view.Blocks.BlockSet, slack.NewSectionBlock(markup(f.Body, maxText), nil, nil))
	}
	for _, in := range f.Inputs {
		var hint *slack.TextBlockObject
		if in.Hint != "" {
			hint = plain(in.Hint, maxField)
		}
		block := slack.NewInputBlock(in.ID, plain(in.Label, maxField), hint, element(in))
		block.Optional = in.May
		view.Blocks.BlockSet = append(view.Blocks.BlockSet, block)
	}
	if len(f.Inputs) > 0 {
		view.Submit = plain(f.Send, maxTitle)
	}
	return view
}

// element draws what a field takes.
func element(in commands.Input) slack.BlockElement {
	switch in.Kind {
	case commands.PersonInput:
		e := slack.NewOptionsSelectBlockElement(slack.OptTypeUser, nil, in.ID)
		e.InitialUser = in.Initial
		return e
	case commands.ChoiceInput:
		e := slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, nil, in.ID)
		for _, o := range in.Options[:min(maxOptions, len(in.Options))] {
			option := slack.NewOptionBlockObject(o.Value, plain(o.Label, maxLabel), nil)
			if e.Options = append(e.Options, option); o.Value == in.Initial {
				e.InitialOption = option
			}
		}
		return e
	case commands.DateInput:
		e := slack.NewDatePickerBlockElement(in.ID)
		e.InitialDate = in.Initial
		return e
	}
	e := slack.NewPlainTextInputBlockElement(nil, in.ID)
	e.Multiline, e.InitialValue, e.MaxLength = in.Long, in.Initial, in.Max
	return e
}

// blocks draws parts, at most limit of them and one that says how many more
// there are.
func blocks(parts []commands.Part, limit int) []slack.Block {
	var drawn []slack.Block
	for i, p := range parts {
		block := draw(p)
		if block == nil {
			continue
		}
		if len(drawn) == limit {
			more := "… +" + strconv.Itoa(len(parts)-i)
			return append(drawn, slack.NewContextBlock("", markup(commands.Markup(more), maxText)))
		}
		drawn = append(drawn, block)
	}
	return drawn
}

func draw(p commands.Part) slack.Block {
	switch {
	case p.Line:
		return slack.NewDividerBlock()
	case p.Chart != nil:
		return chart(*p.Chart)
	case p.Head != "":
		return slack.NewHeaderBlock(plain(p.Head, maxHead))
	case p.Quote != "":
		return slack.NewSectionBlock(plain(p.Quote, maxText), nil, nil)
	case p.Note != "":
		return slack.NewContextBlock("", markup(p.Note, maxText))
	case len(p.Buttons) > 0:
		return row(p.Buttons)
	case len(p.Fields) > 0:
		var fields []*slack.TextBlockObject
		for _, f := range p.Fields[:min(maxFields, len(p.Fields))] {
			fields = append(fields, markup(f, maxField))
		}
		return slack.NewSectionBlock(nil, fields, nil)
	case strings.TrimSpace(string(p.Body)) != "":
		var accessory *slack.Accessory
		if p.Accessory != nil {
			accessory = slack.NewAccessory(button(*p.Accessory, 0))
		}
		return slack.NewSectionBlock(markup(p.Body, maxText), nil, accessory)
	}
	return nil
}

func row(buttons []commands.Button) slack.Block {
	var elements []slack.BlockElement
	for i, b := range buttons[:min(maxRow, len(buttons))] {
		elements = append(elements, button(b, i))
	}
	return slack.NewActionBlock("", elements...)
}

// button draws one button. Slack wants different action ids in one row, so the
// place in the row follows the action after a dot.
func button(b commands.Button, i int) *slack.ButtonBlockElement {
	e := slack.NewButtonBlockElement(b.Action+"."+strconv.Itoa(i), b.Value, plain(b.Label, maxLabel))
	e.URL = b.URL
	switch {
	case b.Primary:
		e.Style = slack.StylePrimary
	case b.Danger:
		e.Style = slack.StyleDanger
	}
	return e
}

func plain(s string, limit int) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, clip(s, limit), false, false)
}

func markup(m commands.Markup, limit int) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.MarkdownType, cut(strings.TrimRight(string(m), "\n"), limit), false, false)
}

// plainText gives a reply without markup, for places that show none.
func plainText(r commands.Reply) string {
	return clip(unescape(strings.NewReplacer("*", "", "`", "").Replace(string(r.Text))), maxText)
}

// clip shortens plain text to limit characters.
func clip(s string, limit int) string {
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return s
}

// cut shortens markup to limit characters, and not within a mention or an
// escaped character, which would show as rubbish or ping somebody else.
func cut(s string, limit int) string {
	runes := []rune(s)
	if len(runes) <= limit {
		return s
	}
	short := string(runes[:limit-1])
	if open := strings.LastIndexByte(short, '<'); open > strings.LastIndexByte(short, '>') {
		short = short[:open]
	}
	if amp := strings.LastIndexByte(short, '&'); amp >= 0 && !strings.Contains(short[amp:], ";") {
		short = short[:amp]
	}
	return short + "…"
}
