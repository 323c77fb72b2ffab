package commands

import "steward/slm"

// drawSilence tells the administrator which sources have fallen silent, and
// which are heard again.
func (v voice) drawSilence(r Request, all []slm.Silence) Reply {
	var silent, over []Markup
	for _, s := range all {
		if s.To.IsZero() {
			line := "silence.line"
			if s.Learned {
				line = "silence.learned"
			}
			silent = append(silent, v.say(line, "source", s.Source, "at", v.at(s.From, r.At), "every", v.lasts(s.Expect)))
		} else {
			over = append(over, v.say("silence.over", "source", s.Source, "lasts", v.lasts(s.To.Sub(s.From))))
		}
	}
	var reply Reply
	if len(silent) > 0 {
		reply.Text = v.say("silence.title", "n", len(silent))
		reply.Parts = []Part{{Body: under(reply.Text, silent)}, {Note: v.say("silence.note")}}
	}
	if len(over) > 0 {
		if reply.Text == "" {
			reply.Text = over[0]
		}
		reply.Parts = append([]Part{{Body: under("", over)}}, reply.Parts...)
	}
	return reply
}

// under puts lines below a title, as many as a message takes.
func under(title Markup, lines []Markup) Markup {
	const most = 20
	for _, line := range lines[:min(most, len(lines))] {
		if title != "" {
			title += "\n"
		}
		title += line
	}
	return title
}
