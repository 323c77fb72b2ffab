package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"steward/bot"
)

// slackURL is Slack's own Web API.
const slackURL = "https://slack.com/api/"

// How far the clocks may be apart. Slack signs with its time, and a signature
// older than five minutes is refused.
const (
	skewFine = time.Minute
	skewMost = 5 * time.Minute
)

// an answer is what Slack says to a call; only what the doctor reads.
type answer struct {
	OK      bool
	Error   string
	Team    string
	User    string
	Members []struct {
		Deleted bool
		IsBot   bool `json:"is_bot"`
		Profile struct{ Email string }
	}
	Channels []struct{ Name string }
	Metadata struct {
		Cursor string `json:"next_cursor"`
	} `json:"response_metadata"`

	header http.Header
}

// call calls one method of the Web API. A plain call shows the headers of
// refusals too, which are half of what the doctor wants to know.
func (d *examination) call(ctx context.Context, token, method string, args url.Values) (a answer, err error) {
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	address := d.settings.APIURL
	if address == "" {
		address = slackURL
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address+method, strings.NewReader(args.Encode()))
	if err != nil {
		return a, err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return a, err
	}
	defer response.Body.Close() //nolint:errcheck // only read
	a.header = response.Header
	if response.StatusCode != http.StatusOK {
		return a, fmt.Errorf("HTTP status %s", response.Status)
	}
	if err := json.NewDecoder(io.LimitReader(response.Body, 64<<20)).Decode(&a); err != nil {
		return a, fmt.Errorf("read answer: %w", err)
	}
	if !a.OK {
		return a, fmt.Errorf("Slack answers %s", a.Error)
	}
	return a, nil
}

// checkSlack checks tokens, scopes, the clock and the channels, and gives the
// e-mails of active accounts, or nil if they cannot be known.
func (d *examination) checkSlack(ctx context.Context, wrong map[string]bool) map[string]bool {
	if d.settings.AppToken != "" && !wrong["SLACK_APP_TOKEN"] {
		d.checkAppToken(ctx)
	} else if d.settings.SigningSecret != "" {
		d.say(fine, "SLACK_SIGNING_SECRET is set. Only Slack can show whether it is right: on your app's page, Event Subscriptions, the request URL must say Verified.")
	}
	if wrong["SLACK_BOT_TOKEN"] {
		return nil
	}
	self, err := d.call(ctx, d.settings.BotToken, "auth.test", nil)
	d.checkClock(self.header)
	if err != nil {
		d.say(problem, "SLACK_BOT_TOKEN does not work: %v. %s", err, remedy(self, "Copy the Bot User OAuth Token again from your app's page, OAuth & Permissions."))
		return nil
	}
	d.say(fine, "SLACK_BOT_TOKEN: we are %s in the workspace %s.", self.User, self.Team)
	granted := strings.FieldsFunc(self.header.Get("X-OAuth-Scopes"), func(r rune) bool { return r == ',' || r == ' ' })
	d.checkScopes(granted)
	if contains(granted, "channels:read", "groups:read") {
		d.checkChannels(ctx)
	}
	if contains(granted, "users:read", "users:read.email") {
		return d.accounts(ctx)
	}
	return nil
}

func contains(all []string, wanted ...string) bool {
	for _, w := range wanted {
		if !slices.Contains(all, w) {
			return false
		}
	}
	return true
}

// remedy gives what to do about a call that failed: what is said, or, when
// Slack was not even reached, to look at the network.
func remedy(a answer, refused string) string {
	if a.Error == "" {
		return "Check that this machine reaches Slack over HTTPS, and its proxy."
	}
	return refused
}

func (d *examination) checkAppToken(ctx context.Context) {
	a, err := d.call(ctx, d.settings.AppToken, "apps.connections.open", nil)
	if err != nil {
		d.say(problem, "SLACK_APP_TOKEN does not work: %v. %s", err, remedy(a,
			"Make a new one with the scope connections:write on your app's page, Basic Information, App-Level Tokens, and see that Socket Mode is on."))
		return
	}
	d.say(fine, "SLACK_APP_TOKEN opens connections.")
}

// checkScopes names what the app may not do although Steward needs it.
func (d *examination) checkScopes(granted []string) {
	var missing []string
	for _, scope := range bot.Scopes {
		if !slices.Contains(granted, scope) {
			missing = append(missing, scope)
		}
	}
	if len(missing) > 0 {
		d.say(problem, "The app lacks these scopes: %s. Paste the output of steward manifest into your app's page, App Manifest, then choose Install App, Reinstall.", strings.Join(missing, ", "))
		return
	}
	d.say(fine, "Scopes: all %d are granted.", len(bot.Scopes))
}

// checkClock compares our clock with the one that Slack answered by.
func (d *examination) checkClock(header http.Header) {
	theirs, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		return // not reached; that is said elsewhere
	}
	const todo = "Let a time service such as NTP set it."
	switch skew := d.now().Sub(theirs).Abs().Round(time.Second); {
	case skew > skewMost:
		d.say(problem, "The clock differs from Slack's by %s. Signatures fail, and breaches get wrong times. %s", skew, todo)
	case skew >= skewFine:
		d.say(warning, "The clock differs from Slack's by %s. From five minutes on signatures fail. %s", skew, todo)
	default:
		d.say(fine, "The clock agrees with Slack's.")
	}
}

// pages calls a listing method until its last page.
func (d *examination) pages(ctx context.Context, method string, args url.Values, take func(answer)) error {
	args.Set("limit", "999") // as many as Slack gives: it allows few calls a minute
	for {
		a, err := d.call(ctx, d.settings.BotToken, method, args)
		if err != nil {
			return err
		}
		take(a)
		if a.Metadata.Cursor == "" {
			return nil
		}
		args.Set("cursor", a.Metadata.Cursor)
	}
}

// checkChannels names the channels in which Steward hears its name.
func (d *examination) checkChannels(ctx context.Context) {
	var names []string
	args := url.Values{"types": {"public_channel,private_channel"}, "exclude_archived": {"true"}}
	err := d.pages(ctx, "users.conversations", args, func(a answer) {
		for _, c := range a.Channels {
			names = append(names, "#"+c.Name)
		}
	})
	switch {
	case err != nil:
		d.say(warning, "Channels cannot be listed: %v. Try again.", err)
	case len(names) == 0:
		d.say(warning, "Steward is in no channel. Write /invite @Steward where people should be able to ask; in private and with /sla they can anyway.")
	default:
		d.say(fine, "Channels: Steward is in %s. (If /sla or buttons do nothing, compare your app with steward manifest; that cannot be seen from here.)", list(names))
	}
}

// accounts gives the e-mails of active accounts of people, or nil if they
// cannot be listed.
func (d *examination) accounts(ctx context.Context) map[string]bool {
	emails := map[string]bool{}
	err := d.pages(ctx, "users.list", url.Values{}, func(a answer) {
		for _, m := range a.Members {
			if !m.Deleted && !m.IsBot && m.Profile.Email != "" {
				emails[strings.ToLower(m.Profile.Email)] = true
			}
		}
	})
	if err != nil {
		d.say(warning, "Accounts cannot be listed, so people were not compared with them: %v. Try again.", err)
		return nil
	}
	return emails
}
