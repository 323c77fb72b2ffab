package intake

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"steward/slm"
	"steward/store"
)

// event is the start of case T-1, with more JSON that overrides it.
func event(key, more string) string {
	return fmt.Sprintf(`{"key": %q, "agreement": "SLA-1", "case": "T-1", "event": "start", "at": "2026-06-15T11:00:00Z"%s}`, key, more)
}

func TestCaseEvents(t *testing.T) {
	t.Parallel()
	h, s, token := serve(t)
	d := company()
	d.Agreements[0].Targets = append(d.Agreements[0].Targets,
		slm.Target{Key: "resolve", Kind: slm.ClockTarget, Clock: "resolution", Within: 4 * time.Hour, Objective: slm.Whole})
	if _, err := s.Import(t.Context(), d, "test", false, noon); err != nil {
		t.Fatal(err)
	}
	some, err := s.MakeToken(t.Context(), store.Token{Source: "b", May: []store.Right{store.SendCases}, Only: []string{"SLA-1/resolve"}}, noon)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, token, body, want string }{
		{"one", token, event("a", ""), `{"results":[{"key":"a","outcome":"stored"}]}`},
		{"several", token, "[" + event("a", "") + "," + event("b", `, "event": "pause", "at": "2026-06-15T11:30:00Z"`) + "]", `"a","outcome":"repeated"},{"key":"b","outcome":"stored"}`},
		{"everything", token, event("c", `, "case": "T-2", "clock": "resolution", "priority": "P1", "link": "https://desk.example/T-2", "agreement": "sla-1"`), `"c","outcome":"stored"`},
		{"no event", token, event("d", `, "event": "sneeze"`), `"refused","item":1,"why":"“sneeze” is no event.`},
		{"no time", token, event("e", `, "at": "11:00"`), `at must be a time such as`},
		{"time left out", token, event("f", `, "at": ""`), `An event needs the time`},
		{"a field that is none", token, event("g", `, "title": "x"`), `unknown field`},
		{"a token for one target", some, event("h", ""), "This token is not for all of SLA-1, as cases are. `steward token make SOURCE --for cases --only SLA-1` makes one that is."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, answer, _ := postTo(t, h, "/v1/cases/events", "Bearer "+tt.token, tt.body)
			if status != 200 || !strings.Contains(answer, tt.want) {
				t.Errorf("%d %s\nwant %s", status, answer, tt.want)
			}
		})
	}
}
