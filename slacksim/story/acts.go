package story

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"steward/slacksim"
)

// worldly are the acts of nobody in particular, by their first word.
var worldly = map[string]func(*player, context.Context, string) error{
	"at":      (*player).at,
	"after":   (*player).after,
	"fault":   (*player).fault,
	"faults":  (*player).faults,
	"sockets": (*player).sockets,
}

// after moves the clock on.
func (p *player) after(_ context.Context, text string) error {
	d, err := time.ParseDuration(text)
	switch {
	case err != nil:
		return fmt.Errorf("read duration: %w", err)
	case d <= 0:
		return errors.New("time only goes forward")
	case p.SetTime == nil:
		return errors.New("this story has no clock to set")
	}
	p.SetTime(p.Sim.Now().Add(d))
	p.Sim.Tick()
	return nil
}

// fault injects what "fault METHOD KIND 2s x1" says.
func (p *player) fault(_ context.Context, text string) error {
	args, err := words(text)
	if err != nil {
		return err
	}
	f, err := readFault(args)
	if err != nil {
		return err
	}
	return p.Sim.Inject(f)
}

// lasting are the kinds that hit no method, so that none is named.
var lasting = map[slacksim.FaultKind]bool{
	slacksim.FaultRevokeToken: true, slacksim.FaultUninstall: true, slacksim.FaultClockSkew: true, slacksim.FaultArchive: true,
	slacksim.FaultRemoveUser: true, slacksim.FaultLinkDisabled: true, slacksim.FaultRefuseBlock: true, slacksim.FaultDuplicate: true, slacksim.FaultLate: true,
}

// ofCalls are the kinds that a method may be hit by, in the words of a story.
var ofCalls = map[string]slacksim.FaultKind{
	"ratelimited": slacksim.FaultRateLimited, "rate_limited": slacksim.FaultRateLimited, "delay": slacksim.FaultDelay,
	"lose_answer": slacksim.FaultLoseAnswer, "cut": slacksim.FaultCut,
}

func readFault(args []string) (slacksim.Fault, error) {
	var f slacksim.Fault
	switch {
	case len(args) > 0 && lasting[slacksim.FaultKind(args[0])]:
		f.Kind = slacksim.FaultKind(args[0])
		args = args[1:]
	case len(args) > 1:
		f.Method = args[0]
		f.Kind, f.Status, f.Error = kindOf(args[1])
		args = args[2:]
	default:
		return f, errors.New("a fault needs a method and a kind")
	}
	for _, arg := range args {
		if err := detail(&f, arg); err != nil {
			return f, err
		}
	}
	return f, nil
}

// kindOf reads a kind, a status or the name of an error.
func kindOf(word string) (kind slacksim.FaultKind, status int, code string) {
	if kind, known := ofCalls[word]; known {
		return kind, 0, ""
	}
	if status, err := strconv.Atoi(word); err == nil {
		return slacksim.FaultStatus, status, ""
	}
	return slacksim.FaultError, 0, word
}

// detail reads "2s", "x3", "#channel" or "@person".
func detail(f *slacksim.Fault, arg string) error {
	if channel, ok := strings.CutPrefix(arg, "#"); ok {
		f.Channel = channel
		return nil
	}
	if person, ok := strings.CutPrefix(arg, "@"); ok {
		f.User = person
		return nil
	}
	if f.Kind == slacksim.FaultRefuseBlock {
		f.Block = arg
		return nil
	}
	if times, ok := strings.CutPrefix(arg, "x"); ok {
		n, err := strconv.Atoi(times)
		if err != nil || n < 1 {
			return fmt.Errorf("%q is not a number of times", arg)
		}
		f.Count = n
		return nil
	}
	d, err := time.ParseDuration(arg)
	if err != nil {
		return fmt.Errorf("%q is neither seconds nor a number of times", arg)
	}
	f.Seconds = int(d.Seconds())
	return nil
}

func (p *player) faults(_ context.Context, text string) error {
	if text != "end" {
		return fmt.Errorf("faults can only end, not %q", text)
	}
	p.Sim.ClearFaults()
	return nil
}

// sockets breaks the app's connections and waits until it has made new ones.
func (p *player) sockets(ctx context.Context, text string) error {
	switch text {
	case "drop":
		p.Sim.DropSockets()
	case "refresh":
		p.Sim.Refresh()
	default:
		return fmt.Errorf("sockets drop or refresh, they do not %q", text)
	}
	return p.Sim.WaitConnected(ctx, p.app())
}

// useMessage does what is done to messages, and says whether it was any of that.
func (p *player) useMessage(who *slacksim.Actor, deed string, args []string) (bool, error) {
	switch {
	case (deed == "reacts" || deed == "unreacts") && len(args) > 0:
		return true, p.reactTo(who, deed, args)
	case deed == "runs" && (len(args) == 1 || len(args) == 3 && args[1] == "on"):
		return true, p.shortcut(who, args)
	case deed == "edits" && len(args) == 3 && args[1] == "as":
		return true, p.atMessage(who.FindOwn, args[0], func(at slacksim.Place) error { return who.Edit(at.Channel, at.TS, args[2]) })
	case deed == "deletes" && len(args) == 1:
		return true, p.atMessage(who.FindOwn, args[0], func(at slacksim.Place) error { return who.Delete(at.Channel, at.TS) })
	case deed == "shares" && len(args) == 3 && args[1] == "in":
		channel := strings.TrimPrefix(args[2], "#")
		p.channel = p.Sim.ChannelID(channel)
		ts, err := who.Share(channel, args[0], []byte(args[0]), "")
		p.message = ts
		return true, err
	}
	return false, nil
}

// atMessage finds the message with these words and does something there.
func (p *player) atMessage(find func(string) (slacksim.Place, error), words string, do func(slacksim.Place) error) error {
	at, err := find(words)
	if err != nil {
		return err
	}
	p.channel = at.Channel
	return do(at)
}

func (p *player) reactTo(who *slacksim.Actor, deed string, args []string) error {
	words := ""
	if len(args) == 3 && args[1] == "to" {
		words = args[2]
	}
	emoji := strings.Trim(args[0], ":")
	return p.atMessage(who.Find, words, func(at slacksim.Place) error {
		if deed == "unreacts" {
			return who.Unreact(at.Channel, at.TS, emoji)
		}
		return who.React(at.Channel, at.TS, emoji)
	})
}

// shortcut runs a shortcut by its name or callback id.
func (p *player) shortcut(who *slacksim.Actor, args []string) error {
	id := args[0]
	for _, a := range p.Sim.Apps() {
		for _, s := range a.Shortcuts {
			if strings.EqualFold(s.Name, args[0]) {
				id = s.CallbackID
			}
		}
	}
	if len(args) == 1 {
		return who.Shortcut(id, slacksim.Place{})
	}
	return p.atMessage(who.Find, args[2], func(at slacksim.Place) error { return who.Shortcut(id, at) })
}
