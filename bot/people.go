package bot

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"steward/commands"
	"steward/slm"
	"steward/store"
)

// reference gives a short word by which a log line can be found.
func reference() string { return rand.Text()[:6] }

// keepStranger is how long we rely on what Slack says of somebody who is not in
// the directory.
const keepStranger = time.Hour

// request starts a request of the Slack user: who it is, and in which language
// and time zone to answer. Also with an error it says as much as is known.
func (b *Bot) request(ctx context.Context, user string) (commands.Request, error) {
	r := commands.Request{SlackID: user, Lang: slm.English, Zone: time.UTC, At: b.Now()}
	dir, err := b.Store.Directory(ctx)
	if err != nil {
		return r, err
	}
	r.Dir, r.Person = dir, dir.BySlack(user)
	lang, zone := "", ""
	if r.Person != nil {
		lang, zone, r.Guest = string(r.Person.Lang), r.Person.Zone, r.Person.Guest
	} else {
		lang, zone, r.Guest = b.stranger(ctx, user)
	}
	r.Lang, r.Dir = slm.Lang(lang), b.desk.Seen(r)
	if loc, err := time.LoadLocation(zone); err == nil {
		r.Zone = loc
	}
	return r, nil
}

// stranger asks Slack for the language and time zone of somebody who is not in
// the directory, and whether it is a guest. Anybody may ask; those of whom
// nothing is known are answered in English, as guests are.
func (b *Bot) stranger(ctx context.Context, user string) (lang, zone string, guest bool) {
	if known := strings.Fields(b.Store.Cached(ctx, "stranger:"+user)); len(known) == 3 {
		return known[0], known[1], known[2] == "guest"
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	info, err := b.api.GetUserInfoContext(ctx, user)
	if err != nil {
		b.Log.Warn("cannot read language", "user", user, "err", err)
		return string(slm.English), "UTC", true
	}
	lang, zone, guest = string(slm.LangOf(info.Locale)), cmp.Or(info.TZ, "UTC"), info.IsRestricted || info.IsUltraRestricted
	kind := "colleague"
	if guest {
		kind = "guest"
	}
	b.Store.Cache(ctx, "stranger:"+user, lang+" "+zone+" "+kind, keepStranger)
	return lang, zone, guest
}

// MatchPeople matches everybody in the directory to their Slack accounts.
func (b *Bot) MatchPeople(ctx context.Context) error {
	users, err := b.api.GetUsersContext(ctx)
	if err != nil {
		return fmt.Errorf("list Slack users: %w", err)
	}
	var accounts []store.Account
	for _, u := range users {
		if a, ok := account(u); ok {
			accounts = append(accounts, a)
		}
	}
	unmatched, err := b.Store.MatchPeople(ctx, accounts, b.Now())
	if err != nil {
		return err
	}
	if len(unmatched) > 0 {
		b.Log.Warn("people without a Slack account", "count", len(unmatched), "first", unmatched[0])
	}
	return nil
}

func account(u slack.User) (store.Account, bool) {
	if u.IsBot || u.Profile.Email == "" {
		return store.Account{}, false
	}
	a := store.Account{
		SlackID: u.ID, Email: u.Profile.Email, Name: cmp.Or(u.Profile.RealName, u.RealName), Lang: slm.LangOf(u.Locale), Zone: u.TZ, Gone: u.Deleted,
		Status: html.UnescapeString(u.Profile.StatusText),
	}
	if until := u.Profile.StatusExpiration; until > 0 {
		t := time.Unix(int64(until), 0).UTC()
		a.StatusUntil = &t
	}
	return a, true
}

// personChanged takes over what Slack tells of one person. The event does not
// always carry the locale, so it is asked for.
func (b *Bot) personChanged(ctx context.Context, payload json.RawMessage) {
	var u slack.User
	if err := json.Unmarshal(payload, &u); err != nil {
		b.Log.Warn("unreadable person", "err", err)
		return
	}
	if !u.Deleted {
		ctx, cancel := context.WithTimeout(ctx, timeout)
		defer cancel()
		info, err := b.api.GetUserInfoContext(ctx, u.ID)
		if err != nil {
			b.Log.Warn("cannot read person", "user", u.ID, "err", err)
			return
		}
		u = *info
	}
	a, ok := account(u)
	if !ok {
		return
	}
	if _, err := b.Store.MatchPeople(ctx, []store.Account{a}, b.Now()); err != nil {
		b.Log.Error("cannot match person", "user", u.ID, "err", err)
	}
}

// home shows somebody's home tab as things stand now.
func (b *Bot) home(ctx context.Context, user string) {
	r, err := b.request(ctx, user)
	var reply commands.Reply
	if err == nil {
		reply, err = b.desk.Home(ctx, r)
	}
	if err != nil {
		reply = b.sorry(r, "home", err)
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	request := slack.PublishViewContextRequest{UserID: user, View: homeTab(reply)}
	if _, err := b.api.PublishViewContext(ctx, request); err != nil {
		b.Log.Warn("cannot show home", "user", user, "err", err)
	}
}

// dm gives the channel in which we talk with a Slack user in private.
func (b *Bot) dm(ctx context.Context, user string) (string, error) {
	known, err := b.Store.DM(ctx, user)
	if err != nil || known != "" {
		return known, err
	}
	channel, _, _, err := b.api.OpenConversationContext(ctx, &slack.OpenConversationParameters{Users: []string{user}})
	if err != nil {
		return "", err
	}
	if channel.ID == "" {
		return "", errors.New("Slack gave no channel")
	}
	return channel.ID, b.Store.SetDM(ctx, user, channel.ID)
}
