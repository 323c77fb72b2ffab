package slacksim

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Lives of what OAuth gives out.
const (
	codeLife  = 10 * time.Minute
	tokenLife = 12 * time.Hour // with rotation
)

// grant is one code or token that OAuth gave out.
type grant struct {
	kind     string // "code", "access", "refresh" or "user"
	app      *app
	user     *person
	redirect string
	until    time.Time // never when zero
}

func (s *Sim) grant(prefix string, g grant) string {
	token := prefix + rand.Text()
	s.grants[token] = &g
	return token
}

// OAuthCode is what an installation by the person sends to the app's redirect URL: good once, for ten minutes.
func (s *Sim) OAuthCode(appName, who, redirect string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, p := s.app(appName), s.person(who)
	if a == nil || p == nil {
		return "", fmt.Errorf("install %s by %s: no such app or person", appName, who)
	}
	return s.grant("", grant{kind: "code", app: a, user: p, redirect: redirect, until: s.now().Add(codeLife)}), nil
}

// UserToken is a token with which the app acts for a person; the simulator takes it for users.profile.set only.
func (s *Sim) UserToken(appName, who string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, p := s.app(appName), s.person(who)
	if a == nil || p == nil {
		return "", fmt.Errorf("user token of %s for %s: no such app or person", appName, who)
	}
	return s.grant("xoxp-sim-", grant{kind: "user", app: a, user: p}), nil
}

// serveAuthorize installs at once, as if the first person had pressed "Allow", and sends the browser back.
func (s *Sim) serveAuthorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.apps, func(a *app) bool { return a.ClientID == q.Get("client_id") })
	if i < 0 || len(s.people) == 0 {
		http.Error(w, "invalid_client_id", http.StatusBadRequest)
		return
	}
	a := s.apps[i]
	back, err := url.Parse(or(q.Get("redirect_uri"), a.RedirectURL))
	if err != nil || a.RedirectURL == "" || !strings.HasPrefix(back.String(), a.RedirectURL) {
		http.Error(w, "bad_redirect_uri", http.StatusBadRequest)
		return
	}
	code := s.grant("", grant{
		kind: "code", app: a, user: s.people[0], redirect: q.Get("redirect_uri"), until: s.now().Add(codeLife),
	})
	values := back.Query()
	values.Set("code", code)
	values.Set("state", q.Get("state"))
	back.RawQuery = values.Encode()
	http.Redirect(w, r, back.String(), http.StatusFound)
}

// oauthAccess turns a code, or a refresh token, into tokens. Its caller shows itself by client id and secret.
func (c *call) oauthAccess() (object, error) {
	i := slices.IndexFunc(c.apps, func(a *app) bool { return a.ClientID == c.args.text("client_id") })
	if i < 0 {
		return nil, fail("invalid_client_id")
	}
	a := c.apps[i]
	if a.ClientSecret != c.args.text("client_secret") {
		return nil, fail("bad_client_secret")
	}
	kind, word, wrong := "code", c.args.text("code"), "invalid_code"
	switch c.args.text("grant_type") {
	case "", "authorization_code":
	case "refresh_token":
		kind, word, wrong = "refresh", c.args.text("refresh_token"), "invalid_refresh_token"
	default:
		return nil, fail("invalid_grant_type")
	}
	g := c.grants[word]
	switch {
	case g == nil || g.kind != kind || g.app != a || !g.until.IsZero() && c.now().After(g.until):
		return nil, fail(wrong)
	case kind == "code" && g.redirect != c.args.text("redirect_uri"):
		return nil, fail("bad_redirect_uri")
	case len(a.BotScopes) == 0:
		return nil, fail("no_scopes")
	}
	delete(c.grants, word)
	return c.tokens(g), nil
}

func (c *call) tokens(g *grant) object {
	a := g.app
	o := object{
		"app_id": a.ID, "access_token": a.BotToken, "token_type": "bot", "scope": strings.Join(a.BotScopes, ","),
		"bot_user_id": a.BotUserID, "team": object{"id": c.team.id, "name": c.team.name}, "enterprise": nil,
		"is_enterprise_install": false,
	}
	if g.user != nil {
		o["authed_user"] = object{"id": g.user.ID}
	}
	if a.Rotation {
		o["access_token"] = c.grant("xoxe.xoxb-1-", grant{kind: "access", app: a, until: c.now().Add(tokenLife)})
		o["refresh_token"] = c.grant("xoxe-1-", grant{kind: "refresh", app: a, user: g.user})
		o["expires_in"] = int(tokenLife.Seconds())
	}
	return o
}

// exchangeToken swaps a long-lived bot token for one that has to be refreshed.
func (c *call) exchangeToken() (object, error) {
	i := slices.IndexFunc(c.apps, func(a *app) bool { return a.ClientID == c.args.text("client_id") })
	switch {
	case i < 0:
		return nil, fail("invalid_client_id")
	case c.apps[i].ClientSecret != c.args.text("client_secret"):
		return nil, fail("bad_client_secret")
	case c.apps[i].BotToken != c.args.text("token"):
		return nil, fail("invalid_token")
	case !c.apps[i].Rotation:
		return nil, fail("token_rotation_not_enabled")
	}
	return c.tokens(&grant{app: c.apps[i]}), nil
}
