package slacksim

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"
)

// call is one call of a Web API method, made by an app.
type call struct {
	*Sim
	method string
	app    *app
	args   args
	base   string // scheme and host that the client used
}

// method is one row of the table of methods.
type method struct {
	run    func(*call) (object, error)
	scopes []string // any one of them is enough; none needed when empty
	tier   int      // calls per minute; 0 is not limited by tier
	level  string   // "app" for methods that want an app-level token
}

// apiError is an answer with ok:false.
type apiError struct {
	code     string
	needed   string   // with missing_scope
	messages []string // with invalid_blocks and invalid_arguments
}

func (e *apiError) Error() string { return "slack answers " + e.code }

func fail(code string, messages ...string) error { return &apiError{code: code, messages: messages} }

// serveAPI answers /api/METHOD.
func (s *Sim) serveAPI(w http.ResponseWriter, r *http.Request) {
	started := time.Now()
	c := &call{Sim: s, method: strings.TrimPrefix(r.URL.Path, "/api/"), base: baseOf(r)}
	var err error
	if c.args, err = readArgs(r); err != nil {
		c.args = args{}
		err = fail("invalid_form_data")
	}
	s.inHand(1)
	defer s.inHand(-1)

	where := or(s.ChannelID(c.args.text("channel")), c.args.text("channel"))
	if s.faultBefore(w, r, c.method, where) {
		return
	}
	var answer object
	if err == nil {
		answer, err = s.serve(c, token(r, c.args))
	}

	status := http.StatusOK
	var limited *limitedError
	if errors.As(err, &limited) {
		status = http.StatusTooManyRequests
		w.Header().Set("Retry-After", limited.retryAfter())
	}
	if err != nil {
		answer = errorAnswer(c.app, err)
	} else {
		answer["ok"] = true
	}
	if c.app != nil {
		w.Header().Set("X-OAuth-Scopes", strings.Join(c.app.BotScopes, ","))
		w.Header().Set("X-Accepted-OAuth-Scopes", strings.Join(methods[c.method].scopes, ","))
	}
	s.logCall(c, started, answer, status)
	s.faultAfter(r, c.method, where)
	writeJSON(w, status, answer)
}

// inHand counts API calls for Quiet.
func (s *Sim) inHand(change int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if change > 0 {
		s.begin()
	} else {
		s.end()
	}
}

// serve finds the method and the app and runs the one for the other, one call at a time.
func (s *Sim) serve(c *call, token string) (object, error) {
	m, known := methods[c.method]
	if !known {
		return nil, fail("unknown_method")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := c.authorise(m, token); err != nil {
		return nil, err
	}
	c.app.base = c.base
	if err := s.limit(c, m); err != nil {
		return nil, err
	}
	return m.run(c)
}

// authorise finds the app by its token and checks the kind of token and the scopes.
func (c *call) authorise(m method, token string) error {
	if token == "" {
		return fail("not_authed")
	}
	for _, a := range c.apps {
		switch token {
		case a.AppToken:
			c.app = a
			if m.level != "app" {
				return fail("not_allowed_token_type")
			}
			return nil
		case a.BotToken:
			c.app = a
			if m.level == "app" {
				return fail("not_allowed_token_type")
			}
			return c.need(m.scopes...)
		}
	}
	return fail("invalid_auth")
}

// need fails with missing_scope unless the app has one of the scopes.
func (c *call) need(scopes ...string) error {
	for _, scope := range scopes {
		if c.app.has(scope) {
			return nil
		}
	}
	if len(scopes) == 0 {
		return nil
	}
	return &apiError{code: "missing_scope", needed: strings.Join(scopes, ",")}
}

func token(r *http.Request, a args) string {
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return strings.TrimSpace(bearer)
	}
	return a.text("token")
}

func errorAnswer(a *app, err error) object {
	var limited *limitedError
	if errors.As(err, &limited) {
		return object{"ok": false, "error": "ratelimited"}
	}
	var refused *apiError
	if !errors.As(err, &refused) {
		return object{"ok": false, "error": "internal_error"}
	}
	answer := object{"ok": false, "error": refused.code}
	if refused.needed != "" {
		answer["needed"] = refused.needed
		answer["provided"] = strings.Join(a.BotScopes, ",")
	}
	if len(refused.messages) > 0 {
		answer["response_metadata"] = object{"messages": refused.messages}
	}
	return answer
}

func baseOf(r *http.Request) string {
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // the client has gone away; nothing can be done about it
}
