package slacksim

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"time"
)

// faultBefore does what goes wrong before a call is applied, and says whether it has answered.
func (s *Sim) faultBefore(w http.ResponseWriter, r *http.Request, method, channel string) bool {
	if gone := s.holdHere(r.Context(), method, channel, BeforeApply); gone {
		panic(http.ErrAbortHandler) // the client never got as far as Slack
	}
	if f := s.takeFault(method, channel, FaultDelay); f != nil {
		pause(r.Context(), time.Duration(f.Seconds)*time.Second)
	}
	f := s.takeFault(method, channel, FaultError, FaultRateLimited, FaultStatus)
	if f == nil {
		return false
	}
	s.mu.Lock()
	s.log(Traffic{Kind: "call", Method: method, Summary: "fault: " + string(f.Kind) + " " + f.Error})
	s.mu.Unlock()
	switch f.Kind {
	case FaultRateLimited:
		w.Header().Set("Retry-After", strconv.Itoa(max(f.Seconds, 1)))
		writeJSON(w, http.StatusTooManyRequests, object{"ok": false, "error": "ratelimited"})
	case FaultStatus:
		status := f.Status
		if status < 400 || status > 599 {
			status = http.StatusInternalServerError
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(status)
		_, _ = w.Write([]byte("<html><body>Something broke here.</body></html>"))
	default:
		writeJSON(w, http.StatusOK, object{"ok": false, "error": or(f.Error, "internal_error")})
	}
	return true
}

// faultAfter does what goes wrong once a call is applied. It does not return when the answer is to be lost.
func (s *Sim) faultAfter(r *http.Request, method, channel string) {
	s.holdHere(r.Context(), method, channel, AfterApply)
	if f := s.takeFault(method, channel, FaultLoseAnswer); f != nil {
		panic(http.ErrAbortHandler) // how net/http lets a handler cut the connection
	}
}

// cutAnswer sends half of an answer and cuts the connection, if that is to go wrong now.
func (s *Sim) cutAnswer(w http.ResponseWriter, method, channel string, answer any) {
	f := s.takeFault(method, channel, FaultCut)
	if f == nil {
		return
	}
	whole, err := json.Marshal(answer)
	if err != nil {
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(whole)))
	_, _ = w.Write(whole[:len(whole)/2])
	_ = http.NewResponseController(w).Flush()
	panic(http.ErrAbortHandler)
}

func pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}
