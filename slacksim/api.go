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
	acting *person // whose token it is, for methods that want a person's
	args   args
	base   string // scheme and host that the client used
}

// method is one row of the table of methods.
type method struct {
	run    func(*call) (object, error)
	scopes []string // any one of them is enough; none needed when empty
	tier   int      // calls per minute; 0 is not limited by tier
	level  string   // the kind of token; a bot's when empty
}

// apiError is an answer with ok:false.
type apiError struct {
	code       string
	needed     string    // with missing_scope
	messages   []string  // with invalid_blocks and invalid_arguments
	problems   []Problem // where the answer lists errors
	constraint bool      // whether these have a code
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
	if c.app != nil && methods[c.method].level == "" {
		w.Header().Set("X-OAuth-Scopes", strings.Join(c.app.BotScopes, ","))
		w.Header().Set("X-Accepted-OAuth-Scopes", strings.Join(methods[c.method].scopes, ","))
	}
	s.logCall(c, started, answer, status)
	s.faultAfter(r, c.method, where)
	s.cutAnswer(w, c.method, where, answer)
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
	if c.app != nil {
		c.app.base = c.base
	}
	if err := s.limit(c, m); err != nil {
		return nil, err
	}
	return m.run(c)
}

// listed are the problems as an answer lists them.
func (e *apiError) listed() []object {
	var list []object
	for _, p := range e.problems {
		o := object{"message": p.Message, "pointer": p.Pointer}
		if e.constraint {
			o["code"] = p.Code
			if p.Constraint != nil {
				o["constraint"] = p.Constraint
			}
		}
		list = append(list, o)
	}
	return list
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
	if len(refused.problems) > 0 {
		answer["errors"] = refused.listed()
	}
	if refused.code == "invalid_blocks" && len(refused.messages) > 0 {
		answer["errors"] = bare(refused.messages)
	}
	if len(refused.messages) > 0 {
		answer["response_metadata"] = object{"messages": refused.messages}
	}
	return answer
}

// bare are messages without their "[ERROR]", as answers about blocks list them a second time.
func bare(messages []string) []string {
	list := make([]string, 0, len(messages))
	for _, m := range messages {
		list = append(list, strings.TrimPrefix(m, "[ERROR] "))
	}
	return list
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
