package slacksim

import (
	"errors"
	"net/http"
)

// controlRequestURL sends an app's events to an address over HTTP from now on, once the address has answered Slack's
// challenge; without an address the app is back in Socket Mode.
func (s *Sim) controlRequestURL(w http.ResponseWriter, r *http.Request) {
	var to struct{ App, URL string }
	err := readBody(r, &to)
	if err == nil && to.App == "" {
		err = errors.New("there is no app named")
	}
	if err == nil {
		err = s.SetRequestURL(r.Context(), to.App, to.URL)
	}
	if err != nil {
		refuse(w, http.StatusUnprocessableEntity, err)
		return
	}
	writeJSON(w, http.StatusOK, object{"ok": true})
}
