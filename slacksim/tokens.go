package slacksim

import (
	"net/http"
	"slices"
	"strings"
)

// authorise finds out whose token it is, and checks its kind and the scopes.
func (c *call) authorise(m method, token string) error {
	if m.level == levelNone {
		return nil
	}
	if token == "" {
		return fail("not_authed")
	}
	if isConfigToken(token) || m.level == levelConfig {
		return c.configured(m, token)
	}
	level, err := c.whose(token)
	switch {
	case err != nil:
		return err
	case level != m.level:
		return fail("not_allowed_token_type")
	case c.app.dead != "":
		return fail(c.app.dead)
	case level == levelApp:
		return c.needApp(m.scopes...)
	}
	return c.need(m.scopes...)
}

// whose finds the app, and for a person's token the person, and says what kind of token it is.
func (c *call) whose(token string) (level string, err error) {
	for _, a := range c.apps {
		switch token {
		case a.AppToken:
			c.app = a
			return levelApp, nil
		case a.BotToken:
			c.app = a
			return "", nil
		}
	}
	g := c.grants[token]
	switch {
	case g == nil || g.kind != "access" && g.kind != "user":
		return "", fail("invalid_auth")
	case !g.until.IsZero() && c.now().After(g.until):
		return "", fail("token_expired")
	case g.kind == "user":
		c.app, c.acting = g.app, g.user
		return levelUser, nil
	}
	c.app = g.app
	return "", nil
}

// configured takes configuration tokens, all of which are good here: they belong to people, not to apps.
func (c *call) configured(m method, token string) error {
	switch {
	case m.level != levelConfig:
		return fail("not_allowed_token_type")
	case isConfigToken(token):
		return nil
	}
	if _, err := c.whose(token); err != nil {
		return err
	}
	return fail("not_allowed_token_type")
}

// need fails with missing_scope unless the app has one of the scopes.
func (c *call) need(scopes ...string) error {
	for _, scope := range scopes {
		if c.app.has(scope) {
			return nil
		}
	}
	return missing(scopes)
}

func (c *call) needApp(scopes ...string) error {
	for _, scope := range scopes {
		if slices.Contains(c.app.AppScopes, scope) {
			return nil
		}
	}
	return missing(scopes)
}

func missing(scopes []string) error {
	if len(scopes) == 0 {
		return nil
	}
	return &apiError{code: "missing_scope", needed: strings.Join(scopes, ",")}
}

func isConfigToken(token string) bool { return strings.HasPrefix(token, "xoxe.xoxp-") }

func token(r *http.Request, a args) string {
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return strings.TrimSpace(bearer)
	}
	return a.text("token")
}
