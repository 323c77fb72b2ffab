package bot

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	neturl "net/url"
	"regexp"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"steward/commands"
	"steward/slm"
)

// takeCommand answers a slash command, which is acknowledged already.
func (b *Bot) takeCommand(ctx context.Context, payload json.RawMessage) {
	var c struct {
		UserID      string `json:"user_id"`
		Text        string `json:"text"`
		Channel     string `json:"channel_name"`
		TriggerID   string `json:"trigger_id"`
		ResponseURL string `json:"response_url"`
	}
	if err := json.Unmarshal(payload, &c); err != nil {
		b.Log.Warn("unreadable command", "err", err)
		return
	}
	quick, cancel := context.WithTimeout(ctx, formTime)
	r, err := b.request(quick, c.UserID)
	cancel()
	r.Text = unescape(c.Text)
	if form, ok := commands.FormFor(r); ok && err == nil {
		b.open(ctx, c.TriggerID, form)
		return
	}
	if err != nil {
		r, err = b.request(ctx, c.UserID)
		r.Text = unescape(c.Text)
	}
	var reply commands.Reply
	if err == nil {
		r.Place = commands.PlaceOf(r.Dir, "", c.Channel)
		reply, err = b.desk.Command(ctx, r)
	}
	if err != nil {
		reply = b.sorry(r, "command", err)
	}
	b.respond(ctx, c.ResponseURL, c.UserID, reply)
}

// an interaction is a click, a form, or a closed form; only what we read.
type interaction struct {
	Type        string `json:"type"`
	TriggerID   string `json:"trigger_id"`
	ResponseURL string `json:"response_url"`
	User        struct {
		ID string `json:"id"`
	} `json:"user"`
	CallbackID string `json:"callback_id"`
	Message    struct {
		Text string `json:"text"`
	} `json:"message"`
	Channel struct {
		Name string `json:"name"`
	} `json:"channel"`
	Actions []struct {
		ActionID string `json:"action_id"`
		Value    string `json:"value"`
	} `json:"actions"`
	Container struct {
		Ephemeral bool `json:"is_ephemeral"`
	} `json:"container"`
	View struct {
		ID         string `json:"id"`
		Type       string `json:"type"`
		CallbackID string `json:"callback_id"`
		Metadata   string `json:"private_metadata"`
		Blocks     []struct {
			Type    string `json:"type"`
			BlockID string `json:"block_id"`
		} `json:"blocks"`
		State struct {
			Values map[string]map[string]entry `json:"values"`
		} `json:"state"`
	} `json:"view"`
}

// replaces makes a reply that settles what was clicked take the place of the
// message with the button, if only its reader sees that.
func (in interaction) replaces(reply commands.Reply) []slack.MsgOption {
	if !reply.Settles || !in.Container.Ephemeral {
		return nil
	}
	return []slack.MsgOption{slack.MsgOptionReplaceOriginal(in.ResponseURL)}
}

// an entry is what somebody filled into one field; what is set depends on its
// kind.
type entry struct {
	Value    string `json:"value"`
	User     string `json:"selected_user"`
	Date     string `json:"selected_date"`
	Selected struct {
		Value string `json:"value"`
	} `json:"selected_option"`
}

func (e entry) text() string {
	return cmp.Or(e.Value, e.User, e.Date, e.Selected.Value)
}

// takeInteraction acknowledges and answers a click or a form.
func (b *Bot) takeInteraction(ctx context.Context, payload json.RawMessage, ack func(any)) {
	var in interaction
	if err := json.Unmarshal(payload, &in); err != nil {
		b.Log.Warn("unreadable interaction", "err", err)
		ack(nil)
		return
	}
	switch in.Type {
	case "block_actions":
		ack(nil)
		for _, a := range in.Actions {
			id, _, _ := strings.Cut(a.ActionID, ".")
			b.click(ctx, in, id, a.Value)
		}
	case "view_submission":
		b.submit(ctx, in, ack)
	case "message_action":
		ack(nil)
		b.shortcut(ctx, in)
	default:
		ack(nil)
	}
}

// whoShortcut is the entry in the menu of every message that asks who is
// responsible for what the message is about.
const whoShortcut = "who"

// shortcut answers that question, to the one who asks only.
func (b *Bot) shortcut(ctx context.Context, in interaction) {
	r, err := b.request(ctx, in.User.ID)
	var reply commands.Reply
	if err == nil && in.CallbackID == whoShortcut {
		r.Text, r.Place = b.withoutUs(unescape(in.Message.Text)), commands.PlaceOf(r.Dir, "", in.Channel.Name)
		reply, err = b.desk.Pointed(ctx, r)
	}
	if err != nil {
		reply = b.sorry(r, "shortcut", err)
	}
	b.respond(ctx, in.ResponseURL, in.User.ID, reply)
}

// formTime is how long we look for the person's language before a form is
// opened without it: the permission to open one lasts three seconds.
const formTime = time.Second

// click opens the form that a button offers, and does what the button says.
func (b *Bot) click(ctx context.Context, in interaction, id, value string) {
	quick, cancel := context.WithTimeout(ctx, formTime)
	r, err := b.request(quick, in.User.ID)
	cancel()
	r.Value = value
	opened := ""
	if form, ok := commands.FormOf(id, r); ok {
		opened = b.open(ctx, in.TriggerID, form)
	}
	if err != nil {
		r, err = b.request(ctx, in.User.ID)
		r.Value = value
	}
	var reply commands.Reply
	if err == nil {
		reply, err = b.desk.Click(ctx, id, r)
	}
	if err != nil {
		reply = b.sorry(r, "click", err)
		if opened != "" {
			b.replace(ctx, opened, r, reply) // the form would pretend that all is well
		}
	}
	b.respond(ctx, in.ResponseURL, in.User.ID, reply, in.replaces(reply)...)
	if in.View.Type == "home" {
		b.home(ctx, in.User.ID)
	}
}

// open opens a form and gives its id, or "" if Slack would not.
func (b *Bot) open(ctx context.Context, trigger string, form commands.Form) string {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	view, err := b.api.OpenViewContext(ctx, trigger, modal(form))
	if err != nil {
		b.Log.Warn("cannot open form", "form", form.ID, "err", err)
		return ""
	}
	return view.ID
}

// replace shows a reply where a form was.
func (b *Bot) replace(ctx context.Context, view string, r commands.Request, reply commands.Reply) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	request := modal(commands.Notice(r, reply))
	if _, err := b.api.UpdateViewContext(ctx, request, "", "", view); err != nil {
		b.Log.Warn("cannot replace form", "err", err)
	}
}

// submitTime is how long a form's deed may take before the form is closed and
// the answer comes as a message: Slack waits three seconds.
const submitTime = 2 * time.Second

// submit does what a form says. A refusal is shown in the form, which stays
// open, so that nothing typed is lost.
func (b *Bot) submit(ctx context.Context, in interaction, ack func(any)) {
	type outcome struct {
		r     commands.Request
		reply commands.Reply
		err   error
	}
	done := make(chan outcome, 1)
	b.begin(func() {
		r, err := b.request(ctx, in.User.ID)
		r.Value, r.Fields = in.View.Metadata, map[string]string{}
		for block, actions := range in.View.State.Values {
			for _, a := range actions {
				r.Fields[block] = a.text()
			}
		}
		var reply commands.Reply
		if err == nil {
			reply, err = b.desk.Submit(ctx, in.View.CallbackID, r)
		}
		done <- outcome{r, reply, err}
	})
	late := time.NewTimer(submitTime)
	defer late.Stop()
	var o outcome
	select {
	case o = <-done:
		if block := blamed(in, o.err); o.err != nil && block != "" {
			reply := b.sorry(o.r, "form", o.err)
			text := withNames(o.r, plainText(reply))
			ack(map[string]any{"response_action": "errors", "errors": map[string]string{block: text}})
			return
		}
		ack(nil)
	case <-late.C:
		ack(nil)
		o = <-done
	}
	if o.err != nil {
		o.reply = b.sorry(o.r, "form", o.err)
	}
	b.respond(ctx, "", in.User.ID, o.reply)
}

// withNames puts names in place of mentions, for places that show text as it is.
func withNames(r commands.Request, text string) string {
	return mention.ReplaceAllStringFunc(text, func(m string) string {
		if p := r.Dir.BySlack(mention.FindStringSubmatch(m)[1]); p != nil {
			return p.Name.In(r.Lang)
		}
		return m
	})
}

var mention = regexp.MustCompile(`<@([A-Z0-9]+)>`)

// blamed gives the field of a form that an error is shown under: the one that
// it names, else the first.
func blamed(in interaction, err error) string {
	var refusal *slm.Error
	errors.As(err, &refusal)
	first := ""
	for _, block := range in.View.Blocks {
		switch {
		case block.Type != "input":
		case refusal != nil && block.BlockID == refusal.Field:
			return block.BlockID
		case first == "":
			first = block.BlockID
		}
	}
	return first
}

// respond shows a reply to the one who asked, and to nobody else; in private
// where there is no place to respond in. An empty reply says nothing.
func (b *Bot) respond(ctx context.Context, url, user string, reply commands.Reply, more ...slack.MsgOption) {
	if reply.Text == "" {
		return
	}
	_, _, err := b.call(ctx, func(ctx context.Context) (string, string, error) {
		if url != "" {
			return b.drawn(ctx, reply, func(drawn []slack.MsgOption) (string, string, error) {
				return b.api.PostMessageContext(ctx, user, append(append(drawn, slack.MsgOptionResponseURL(url, slack.ResponseTypeEphemeral)), more...)...)
			})
		}
		channel, err := b.dm(ctx, user)
		if err != nil {
			return "", "", err
		}
		return b.drawn(ctx, reply, func(drawn []slack.MsgOption) (string, string, error) {
			return b.api.PostMessageContext(ctx, channel, drawn...)
		})
	})
	if err != nil {
		var call *neturl.Error // it names the address, which anybody may post to
		if errors.As(err, &call) {
			err = call.Err
		}
		b.Log.Warn("cannot respond", "user", user, "err", err)
	}
}

// sorry turns an error into what the person sees: a refusal in the person's
// language, or, for anything else, a reference under which the cause is
// logged. No other code puts an error before a person.
func (b *Bot) sorry(r commands.Request, what string, err error) commands.Reply {
	var refusal *slm.Error
	if errors.As(err, &refusal) && r.Dir != nil {
		return b.desk.Refusal(r, refusal)
	}
	ref := reference()
	b.Log.Error("internal error", "ref", ref, "at", what, "user", r.SlackID, "err", err)
	return commands.Sorry(r.Lang, ref)
}
