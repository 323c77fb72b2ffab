package story

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"steward/slacksim"
)

// player plays the acts of one story, one after the other.
type player struct {
	World
	seen    int                       // the last change that was looked at
	pane    map[string]slacksim.Place // what each person opened of the app
	homes   map[string]string         // what each person's Home tab showed last
	channel string                    // id of the channel of the last act, "" when it was in none
	message string                    // ts of the message that the last writing act wrote
	errors  map[string]string         // what the last submission was refused for
	who     string                    // who acted
}

// play does one act, waits until its effects are there and returns them as lines.
func (p *player) play(ctx context.Context, a act) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	p.errors = nil
	p.channel = ""
	if err := p.do(ctx, a.text); err != nil {
		return nil, err
	}
	if err := p.settle(ctx); err != nil {
		return nil, err
	}
	changes := p.Sim.Changes(p.seen)
	if len(changes) > 0 {
		p.seen = changes[len(changes)-1].Seq
	}
	return p.effects(changes), nil
}

// settle waits until neither the workspace nor the bot moves any more. What a bot does makes new events, so it looks
// again until nothing was new.
func (p *player) settle(ctx context.Context) error {
	for {
		before := p.Sim.LastChange()
		if err := p.Sim.Quiet(ctx); err != nil {
			return err
		}
		if p.Settle != nil {
			if err := p.Settle(ctx); err != nil {
				return fmt.Errorf("wait for the bot: %w", err)
			}
		}
		if err := p.Sim.Quiet(ctx); err != nil {
			return err
		}
		if p.Sim.LastChange() == before {
			return nil
		}
	}
}

// do finds out what an act's line means and does it.
func (p *player) do(ctx context.Context, line string) error {
	first, rest, _ := strings.Cut(line, " ")
	if verb, own := p.Verbs[first]; own {
		args, err := words(rest)
		if err != nil {
			return err
		}
		return verb(ctx, args)
	}
	if own, known := worldly[first]; known {
		return own(p, ctx, rest)
	}
	if _, known := p.Sim.Person(first); !known {
		return fmt.Errorf("%q is neither a person nor a verb", first)
	}
	p.who = first
	deed, rest, _ := strings.Cut(rest, " ")
	switch deed {
	case "in", "to":
		where, said, found := strings.Cut(rest, ": ")
		if !found {
			return fmt.Errorf("after %q and a place comes a colon and a text", deed)
		}
		return p.say(deed, where, said)
	}
	args, err := words(rest)
	if err != nil {
		return err
	}
	return p.use(deed, args)
}

func (p *player) at(_ context.Context, text string) error {
	when, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return fmt.Errorf("read time: %w", err)
	}
	if p.SetTime == nil {
		return errors.New("this story has no clock to set")
	}
	p.SetTime(when)
	p.Sim.Tick()
	return nil
}

// say writes a message or runs a command, in a channel, a thread or direct messages.
func (p *player) say(deed, where, said string) error {
	who := p.Sim.As(p.who)
	channel, thread := strings.TrimPrefix(where, "#"), ""
	switch {
	case deed == "to":
		id, err := who.OpenDM(where)
		if err != nil {
			return err
		}
		channel = id
	case where == "thread":
		at, found := p.messageOf(p.message)
		if !found {
			return errors.New("there is no message yet to reply to")
		}
		channel, thread = at.Channel, at.TS
	}
	p.channel = p.Sim.ChannelID(channel)
	if strings.HasPrefix(said, "/") && thread == "" {
		command, text, _ := strings.Cut(said, " ")
		return who.Command(channel, command, text)
	}
	ts, err := who.Reply(channel, thread, said)
	if err == nil && thread == "" {
		p.message = ts
	}
	return err
}

// messageOf finds where a message was posted: in the pane of who acts, or by the journal.
func (p *player) messageOf(ts string) (slacksim.Place, bool) {
	if at := p.pane[p.who]; at.TS == ts && ts != "" {
		return at, true // somebody else's may have begun at the same moment
	}
	for _, c := range p.Sim.Changes(0) {
		if c.Kind == slacksim.Posted && c.Message.TS == ts && ts != "" {
			return slacksim.Place{Channel: c.Channel, TS: ts}, true
		}
	}
	return slacksim.Place{}, false
}

// use does what is not writing.
func (p *player) use(deed string, args []string) error {
	who := p.Sim.As(p.who)
	switch {
	case deed == "clicks" && len(args) == 1:
		return p.click(who, args[0])
	case deed == "clicks" && len(args) == 3 && args[1] == "on" && args[2] == "home":
		home, found := who.Home(p.app())
		if !found {
			return errors.New("there is no Home tab yet")
		}
		return who.Click(slacksim.Place{ViewID: home.ID}, args[0])
	case deed == "chooses" && len(args) == 3 && args[1] == "in":
		at, err := who.Newest(args[2])
		if err != nil {
			return err
		}
		p.channel = at.Channel
		return who.Choose(at, args[2], args[0])
	case deed == "submits":
		return p.submit(who, args)
	case deed == "closes" && len(args) == 1 && args[0] == "form":
		return who.CloseView("")
	case deed == "opens" && len(args) == 1 && args[0] == "home":
		delete(p.homes, p.who) // who opens it sees it, changed or not
		return who.OpenHome(p.app())
	case deed == "opens" && len(args) > 0 && args[0] == "assistant":
		return p.openAssistant(who, args[1:])
	case deed == "looks" && len(args) == 2 && args[0] == "at":
		return who.LookAt(p.app(), p.pane[p.who], strings.TrimPrefix(args[1], "#"))
	}
	if done, err := p.useMessage(who, deed, args); done {
		return err
	}
	return fmt.Errorf("%q is not an act", strings.Join(append([]string{p.who, deed}, args...), " "))
}

// openAssistant opens the app's pane, maybe while looking at a channel: "in #CHANNEL".
func (p *player) openAssistant(who *slacksim.Actor, args []string) error {
	looking := ""
	if len(args) == 2 && args[0] == "in" {
		looking = strings.TrimPrefix(args[1], "#")
	} else if len(args) > 0 {
		return errors.New(`an assistant is opened, or opened "in #CHANNEL"`)
	}
	at, err := who.OpenAssistant(p.app(), looking)
	p.pane[p.who], p.channel, p.message = at, at.Channel, at.TS
	return err
}

func (p *player) click(who *slacksim.Actor, button string) error {
	at, err := who.Newest(button)
	if err != nil {
		return err
	}
	p.channel = at.Channel
	return who.Click(at, button)
}

func (p *player) submit(who *slacksim.Actor, args []string) error {
	values := map[string]string{}
	for _, arg := range args {
		name, value, found := strings.Cut(arg, "=")
		if !found {
			return fmt.Errorf("%q is not NAME=VALUE", arg)
		}
		values[name] = value
	}
	done, err := who.Submit("", values)
	p.errors = done.Errors
	return err
}

// app names the app under test.
func (p *player) app() string {
	if p.App != "" {
		return p.App
	}
	if apps := p.Sim.Apps(); len(apps) > 0 {
		return apps[0].ID
	}
	return ""
}
