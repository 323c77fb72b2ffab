package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/slack-go/slack"

	"steward/commands"
	"steward/store"
)

// listen wakes the poster whenever the store says that pings are due, and who
// waits for clocks whenever it says that these changed. While the connection is
// broken the ticks do.
func (b *Bot) listen(ctx context.Context) {
	for ctx.Err() == nil {
		err := b.Store.Listen(ctx, b.wake, b.clocks.wake)
		if ctx.Err() != nil {
			return
		}
		b.Log.Warn("stopped hearing of due pings; listening again", "err", err)
		pause := time.NewTimer(time.Second)
		select {
		case <-pause.C:
		case <-ctx.Done():
			pause.Stop()
		}
	}
}

// wake makes the poster look for due pings; once is enough.
func (b *Bot) wake() {
	select {
	case b.due <- struct{}{}:
	default:
	}
}

// post sends what is due, whenever something is, until ctx ends.
func (b *Bot) post(ctx, work context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-b.due:
		}
		for ctx.Err() == nil {
			n, err := b.round(work)
			if err != nil {
				b.Log.Error("cannot claim pings", "err", err)
			}
			if n == 0 {
				break
			}
		}
	}
}

// round claims what is due and begins to deliver it; it says how many pings
// that are. What is claimed is in hand.
func (b *Bot) round(ctx context.Context) (int, error) {
	free := inHand - int(b.pings.Load())
	if free < inHand/2 { // a claim costs a commit, so not for a few: deliver's end wakes us at half
		return 0, nil
	}
	b.hand.take() // so that nobody takes the moment between claim and begin for rest
	defer b.hand.done()
	pings, err := b.Store.ClaimPings(ctx, b.Now(), lease, free)
	if err != nil {
		return 0, err
	}
	b.pings.Add(int64(len(pings)))
	for _, p := range pings {
		b.begin(func() {
			defer func() {
				if b.pings.Add(-1) == inHand/2 {
					b.wake()
				}
			}()
			if err := b.deliver(ctx, p); err != nil {
				b.Log.Error("cannot store what became of a ping", "ping", p.ID, "key", p.Key, "err", err)
			}
		})
	}
	return len(pings), nil
}

// sweep is the safety net: on every tick it looks for pings that are due
// again, steps and rounds whose job was lost, and events whose answerer died.
func (b *Bot) sweep(ctx, work context.Context) {
	people := b.Now()
	for {
		select {
		case <-ctx.Done():
			return
		case _, ok := <-b.Tick:
			if !ok {
				return
			}
		}
		b.overdue(work)
		b.wake()
		if now := b.Now(); now.Sub(people) >= time.Hour {
			people = now
			b.begin(func() {
				if err := b.MatchPeople(work); err != nil {
					b.Log.Warn("cannot match people", "err", err)
				}
			})
		}
	}
}

// margin is how late a job may be before the sweep does its work.
const margin = 5 * time.Second

func (b *Bot) overdue(ctx context.Context) {
	now := b.Now()
	breaches, err := b.Store.OverdueBreaches(ctx, now.Add(-margin), 100)
	for _, id := range breaches {
		if _, stepErr := b.Store.Step(ctx, id, now, store.ByTime); stepErr != nil {
			err = errors.Join(err, stepErr)
		}
	}
	err = errors.Join(err, b.judgeClocks(ctx))
	surveys, listErr := b.Store.OverdueSurveys(ctx, now.Add(-margin))
	err = errors.Join(err, listErr)
	for _, id := range surveys {
		err = errors.Join(err, b.Store.CloseSurvey(ctx, id, now))
	}
	events, claimErr := b.Store.ClaimEvents(ctx, now, leaseOfEvent, 20)
	err = errors.Join(err, claimErr)
	for _, stored := range events {
		b.again(ctx, stored)
	}
	if err != nil {
		b.Log.Error("sweep", "err", err)
	}
}

// deliver brings one claimed ping to its person, or edits it. It returns an
// error only when what became of it could not be stored: then the lease ends,
// and the next attempt looks for the message before it posts.
//
// A post whose answer we did not get may have arrived. Slack has no key that
// would make a post happen once, but it keeps metadata with a message, so the
// ping's key is in there and the next attempt looks for it in the history.
func (b *Bot) deliver(ctx context.Context, p store.Ping) error {
	dir, err := b.Store.Directory(ctx)
	if err != nil {
		return err
	}
	person := dir.Person(p.Person)
	if person == nil || person.SlackID == "" {
		return b.Store.GiveUpPing(ctx, p, store.ByUnreachable, "no Slack account", b.Now())
	}
	r := commands.Request{SlackID: person.SlackID, Lang: person.Lang, Person: person, Guest: person.Guest, Dir: dir, At: b.Now()}
	if r.Zone, err = time.LoadLocation(person.Zone); err != nil {
		r.Zone = time.UTC
	}
	if p.SentAt != nil {
		return b.redraw(ctx, p, r)
	}
	channel := p.DM
	if channel == "" {
		if channel, err = b.dm(ctx, person.SlackID); err != nil {
			return b.failed(ctx, p, err)
		}
	}
	thread := ""
	if p.Why.Round > 0 {
		if thread, err = b.Store.PingBefore(ctx, p); err != nil {
			return err
		}
	}
	if p.Look {
		ts, err := b.look(ctx, channel, thread, p)
		if err != nil {
			return b.Store.RetryPing(ctx, p, b.later(p), true, "cannot look for it: "+err.Error())
		}
		if ts != "" {
			p.Want = 0 // it shows how things stood at that attempt: draw it anew
			return b.Store.PingSent(ctx, p, channel, ts, b.Now())
		}
		p.Look = false
	}
	ok, rule, why, err := b.desk.Still(ctx, p, r)
	switch {
	case err != nil:
		return b.broken(ctx, p, err)
	case !ok && rule != "":
		return b.Store.GiveUpPing(ctx, p, rule, why, b.Now())
	case !ok:
		return b.Store.DropPing(ctx, p, why, b.Now())
	}
	return b.send(ctx, p, r, channel, thread)
}

// send posts a ping that was not sent yet, in a thread if there is one.
func (b *Bot) send(ctx context.Context, p store.Ping, r commands.Request, channel, thread string) error {
	reply, err := b.desk.Draw(ctx, p, r)
	if err != nil {
		return b.broken(ctx, p, err)
	}
	if wait, ok := b.slot(ctx, channel); !ok {
		return b.Store.RetryPing(ctx, p, b.Now().Add(wait), false, "")
	}
	options := []slack.MsgOption{b.trace(p.Key)}
	if thread != "" {
		options = append(options, slack.MsgOptionTS(thread))
	}
	posted, ts, err := b.call(ctx, func(ctx context.Context) (string, string, error) {
		if err := b.mine(ctx, p); err != nil {
			return "", "", err
		}
		return b.drawn(ctx, reply, func(drawn []slack.MsgOption) (string, string, error) {
			return b.api.PostMessageContext(ctx, channel, append(drawn, options...)...)
		})
	})
	if thread != "" && rootless(err) { // it has been deleted: the reminder has to stand by itself
		return b.send(ctx, p, r, channel, "")
	}
	if err != nil {
		return b.failed(ctx, p, err)
	}
	return b.Store.PingSent(ctx, p, posted, ts, b.Now())
}

// redraw edits a sent ping to show how things stand now.
func (b *Bot) redraw(ctx context.Context, p store.Ping, r commands.Request) error {
	reply, err := b.desk.Draw(ctx, p, r)
	if err != nil {
		return b.broken(ctx, p, err)
	}
	if wait, ok := b.slot(ctx, p.Channel); !ok {
		return b.Store.RetryPing(ctx, p, b.Now().Add(wait), false, "")
	}
	_, _, err = b.call(ctx, func(ctx context.Context) (string, string, error) {
		if err := b.mine(ctx, p); err != nil {
			return "", "", err
		}
		return b.drawn(ctx, reply, func(drawn []slack.MsgOption) (string, string, error) {
			channel, ts, _, err := b.api.UpdateMessageContext(ctx, p.Channel, p.TS, drawn...)
			return channel, ts, err
		})
	})
	var refusal slack.SlackErrorResponse
	if errors.As(err, &refusal) && gone[refusal.Err] {
		b.Log.Warn("a sent message cannot be edited any more", "ping", p.ID, "err", err)
		return b.Store.PingDrawn(ctx, p, b.Now())
	}
	if err != nil {
		return b.failed(ctx, p, err)
	}
	return b.Store.PingDrawn(ctx, p, b.Now())
}

// errLost says that a claim ran out while the ping waited for its turn.
var errLost = errors.New("another copy has it now")

// mine sees to it, right before a call of Slack, that no other copy claims the
// ping while the call lasts. Asking the store is only needed after a long wait.
func (b *Bot) mine(ctx context.Context, p store.Ping) error {
	now := b.Now()
	if now.Add(timeout + settle).Before(p.Until) {
		return nil
	}
	kept, err := b.Store.KeepPing(ctx, p, now.Add(lease))
	if err == nil && !kept {
		return errLost
	}
	return err
}

// broken handles a fault of our own: the ping stays owed.
func (b *Bot) broken(ctx context.Context, p store.Ping, err error) error {
	b.Log.Error("cannot draw ping", "ping", p.ID, "key", p.Key, "err", err)
	return b.Store.RetryPing(ctx, p, b.later(p), p.Look, err.Error())
}

// failed stores what an error of Slack means for a ping: try again later,
// look first, or give up on this person.
func (b *Bot) failed(ctx context.Context, p store.Ping, err error) error {
	if errors.Is(err, errLost) {
		return nil
	}
	verdict, wait := judge(err)
	b.Log.Warn("ping not delivered", "ping", p.ID, "key", p.Key, "verdict", string(verdict), "err", err)
	now := b.Now()
	switch verdict {
	case unsure:
		return b.Store.RetryPing(ctx, p, now.Add(settle), true, err.Error())
	case limited:
		return b.Store.RetryPing(ctx, p, now.Add(wait), p.Look, err.Error())
	case unreachable:
		if p.SentAt != nil {
			return b.Store.PingDrawn(ctx, p, now)
		}
		if p.Attempts < 2 { // the channel that we remember may be an old one
			if err := b.Store.SetDM(ctx, b.slackOf(ctx, p.Person), ""); err != nil {
				return err
			}
			return b.Store.RetryPing(ctx, p, now, p.Look, err.Error())
		}
		return b.Store.GiveUpPing(ctx, p, store.ByUnreachable, err.Error(), now)
	}
	return b.Store.RetryPing(ctx, p, b.later(p), p.Look, err.Error())
}

func (b *Bot) slackOf(ctx context.Context, person int64) string {
	if dir, err := b.Store.Directory(ctx); err == nil && dir.Person(person) != nil {
		return dir.Person(person).SlackID
	}
	return ""
}

// later gives when to try again: after 2, 4, 8 ... seconds, a minute at most.
func (b *Bot) later(p store.Ping) time.Time {
	return b.Now().Add(min(time.Minute, time.Second<<min(p.Attempts, 6)))
}

// again answers an event whose answerer died.
func (b *Bot) again(ctx context.Context, stored store.Event) {
	var e event
	if err := json.Unmarshal(stored.Payload, &e); err != nil {
		b.finish(ctx, stored.ID, fmt.Errorf("read stored event: %w", err))
		return
	}
	b.begin(func() { b.answer(ctx, stored, e) })
}
