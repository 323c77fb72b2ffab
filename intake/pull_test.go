package intake

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"steward/slm"
	"steward/store"
)

// a prometheus answers range queries as a real one does. Its values are
// functions of the time, in minutes before noon.
type prometheus struct {
	*httptest.Server
	mu      sync.Mutex
	queries []string // good or total, and how many steps
	values  map[string]func(minute int) string
	answer  func(http.ResponseWriter, *http.Request) bool // instead, if it gives true
}

func newPrometheus(t *testing.T) *prometheus {
	t.Helper()
	p := &prometheus{values: map[string]func(int) string{
		"good[300s]":  func(int) string { return "299.6" },
		"total[300s]": func(int) string { return "300" },
	}}
	p.Server = httptest.NewServer(http.HandlerFunc(p.query))
	t.Cleanup(p.Close)
	return p
}

// answers makes it answer otherwise from now on; nil: as before.
func (p *prometheus) answers(answer func(http.ResponseWriter, *http.Request) bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.answer = answer
}

func (p *prometheus) query(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	answer := p.answer
	p.mu.Unlock()
	if answer != nil && answer(w, r) {
		return
	}
	number := func(name string) int64 { n, _ := strconv.ParseInt(r.PostFormValue(name), 10, 64); return n }
	start, end, step := number("start"), number("end"), number("step")
	value, known := p.values[r.PostFormValue("query")]
	if r.URL.Path != "/api/v1/query_range" || !known || step == 0 || (end-start)/step > 11000 {
		w.WriteHeader(http.StatusBadRequest)
		_, _ = w.Write([]byte(`{"status":"error","errorType":"bad_data","error":"parse error"}`))
		return
	}
	p.mu.Lock()
	p.queries = append(p.queries, fmt.Sprint(r.PostFormValue("query"), " ", (end-start)/step+1))
	p.mu.Unlock()
	values := [][2]any{}
	for at := start; at <= end; at += step {
		if v := value(int(noon.Unix()-at) / 60); v != "" {
			values = append(values, [2]any{at, v})
		}
	}
	result := []any{}
	if len(values) > 0 {
		result = append(result, map[string]any{"metric": map[string]string{}, "values": values})
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"status": "success", "data": map[string]any{"resultType": "matrix", "result": result}})
}

// asked gives the queries since it was called last.
func (p *prometheus) asked() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	all := strings.Join(p.queries, ",")
	p.queries = nil
	return all
}

// pulling gives a puller that fetches SLA-1 availability from p, and what it
// logs.
func pulling(t *testing.T, p *prometheus) (*Puller, *bytes.Buffer) {
	t.Helper()
	_, s, _ := serve(t)
	var log bytes.Buffer
	return &Puller{
		Store: s, Log: slog.New(slog.NewTextHandler(&log, nil)), Now: func() time.Time { return noon },
		Pulls: []Pull{{
			Agreement: "SLA-1", Target: "availability", Good: "good[$step]", Total: "total[$step]", Step: 5 * time.Minute,
			Server: Server{Name: "main", URL: p.URL + "/", Delay: time.Minute},
		}},
	}, &log
}

// sum gives what is measured of SLA-1 in the month of noon.
func sum(t *testing.T, s *store.Store) slm.Sum {
	t.Helper()
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	readings, err := s.Readings(t.Context(), d.Agreement("SLA-1"), noon)
	if err != nil {
		t.Fatal(err)
	}
	return readings[0].Sum
}

// steps are the whole five minutes from the start of June to a minute before
// noon of the 15th.
const steps = (14*24+12)*12 - 1

func TestPull(t *testing.T) {
	t.Parallel()
	p := newPrometheus(t)
	puller, log := pulling(t, p)
	puller.round(t.Context(), p.Client())
	if got, want := sum(t, puller.Store), (slm.Sum{Count: steps, Good: steps * 300, Total: steps * 300}); got != want {
		t.Errorf("from the start of the month: %+v, want %+v", got, want)
	}
	asked := p.asked()
	if want := "good[300s] 1000,total[300s] 1000,good[300s] 1000,"; !strings.HasPrefix(asked, want) || strings.Count(asked, ",") != 9 {
		t.Errorf("asked for %s", asked)
	}
	puller.round(t.Context(), p.Client())
	if again := p.asked(); again != "" {
		t.Errorf("asked again for %s", again)
	}
	puller.Now = func() time.Time { return noon.Add(26 * time.Minute) } // after a time away
	puller.round(t.Context(), p.Client())
	if asked := p.asked(); asked != "good[300s] 6,total[300s] 6" {
		t.Errorf("afterwards asked for %s", asked)
	}
	if log.Len() > 0 {
		t.Error(log.String())
	}
}

// promised changes the targets of SLA-1.
func promised(t *testing.T, s *store.Store, targets ...slm.Target) {
	t.Helper()
	d := company()
	d.Agreements[0].Targets = targets
	if _, err := s.Import(t.Context(), d, "test", false, noon); err != nil {
		t.Fatal(err)
	}
}

// TestPullWindows: a target is fetched from the start of its own window, also
// when that becomes longer later on; each step once.
func TestPullWindows(t *testing.T) {
	t.Parallel()
	const day = 24 * 12
	for _, tt := range []struct {
		window slm.Window
		days   int // before the 15th of June
	}{
		{slm.Window{Unit: slm.Quarter}, 30 + 31 + 14},
		{slm.Window{Unit: slm.Year}, 31 + 28 + 31 + 30 + 31 + 14},
		{slm.Window{Unit: slm.Rolling, Days: 30}, 29},
	} {
		for _, later := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s %d later %t", tt.window.Unit, tt.window.Days, later), func(t *testing.T) {
				t.Parallel()
				p := newPrometheus(t)
				puller, _ := pulling(t, p)
				if later {
					puller.round(t.Context(), p.Client())
				}
				target := company().Agreements[0].Targets[0]
				target.Window = tt.window
				promised(t, puller.Store, target)
				puller.round(t.Context(), p.Client())
				if got, want := sum(t, puller.Store).Count, int64(tt.days*day+12*12-1); got != want {
					t.Errorf("%d steps, want %d", got, want)
				}
				p.asked()
				if puller.round(t.Context(), p.Client()); p.asked() != "" {
					t.Error("it is asked again")
				}
			})
		}
	}
}

// TestPullUnknown: where there is no number that can be, nothing is measured,
// and the time goes on.
func TestPullUnknown(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name        string
		good, total string // of the step that ends five minutes before noon
		want        slm.Sum
		logs        string
	}{
		{"rounded to the nearest", "99.5", "299.4", slm.Sum{Count: 1, Good: 100, Total: 299}, ""},
		{"no traffic", "0", "0", slm.Sum{Count: 1}, ""},
		{"all bad", "0", "5", slm.Sum{Count: 1, Total: 5}, ""},
		{"written with an exponent", "1e+06", "1.0000004e+06", slm.Sum{Count: 1, Good: 1_000_000, Total: 1_000_000}, ""},
		{"sums of fractions", "300.00000000000006", "300", slm.Sum{Count: 1, Good: 300, Total: 300}, ""},
		{"not a number", "NaN", "300", slm.Sum{}, ""},
		{"endless", "300", "+Inf", slm.Sum{}, ""},
		{"no good", "", "300", slm.Sum{}, ""},
		{"no total", "300", "", slm.Sum{}, ""},
		{"nothing", "", "", slm.Sum{}, ""},
		{"more good than there is", "301", "300", slm.Sum{}, "301 good of 300"},
		{"less than nothing", "-1", "300", slm.Sum{}, "-1 good of 300"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := newPrometheus(t)
			puller, log := pulling(t, p)
			only := func(v string) func(int) string {
				return func(minute int) string {
					if minute == 5 {
						return v
					}
					return ""
				}
			}
			p.values["good[300s]"], p.values["total[300s]"] = only(tt.good), only(tt.total)
			puller.round(t.Context(), p.Client())
			if got := sum(t, puller.Store); got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
			if !strings.Contains(log.String(), tt.logs) || (log.Len() > 0) != (tt.logs != "") {
				t.Errorf("logged %q, want %q", log, tt.logs)
			}
			p.asked()
			if puller.round(t.Context(), p.Client()); p.asked() != "" {
				t.Error("it is asked again")
			}
		})
	}
}

// TestPullFails: what is not answered wholly is asked again, from where it
// stopped, and the log says why.
func TestPullFails(t *testing.T) {
	t.Parallel()
	say := func(status int, body string) func(http.ResponseWriter, *http.Request) bool {
		return func(w http.ResponseWriter, _ *http.Request) bool {
			w.WriteHeader(status)
			_, _ = w.Write([]byte(body))
			return true
		}
	}
	two := `{"status":"success","data":{"resultType":"matrix","result":[{"values":[]},{"values":[]}]}}`
	tests := []struct {
		name   string
		answer func(http.ResponseWriter, *http.Request) bool
		logs   string
	}{
		{"a wrong query", say(400, `{"status":"error","errorType":"bad_data","error":"parse error"}`), "status 400: parse error"},
		{"not Prometheus", say(200, `<html>`), "no answer to a query"},
		{"a proxy in between", say(502, `Bad Gateway`), "status 502"},
		{"a part only", say(200, `{"status":"success","warnings":["a store is away"],"data":{"resultType":"matrix","result":[]}}`), "a store is away"},
		{"no range", say(200, `{"status":"success","data":{"resultType":"vector","result":[]}}`), "the answer is a vector"},
		{"two series", say(200, two), "2 series: make it one, for instance with sum(...)"},
		{"no value", say(200, `{"status":"success","data":{"resultType":"matrix","result":[{"values":[[1,"x"]]}]}}`), "is no value"},
		{"it hangs up", func(http.ResponseWriter, *http.Request) bool { panic(http.ErrAbortHandler) }, "EOF"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := newPrometheus(t)
			puller, log := pulling(t, p)
			p.answers(tt.answer)
			puller.round(t.Context(), p.Client())
			if !strings.Contains(log.String(), tt.logs) || sum(t, puller.Store) != (slm.Sum{}) {
				t.Errorf("logged %s, want %s", log, tt.logs)
			}
			p.answers(nil)
			puller.round(t.Context(), p.Client())
			if got := sum(t, puller.Store).Count; got != steps {
				t.Errorf("afterwards %d steps, want %d", got, steps)
			}
		})
	}
}

// TestPullRuns: Run fetches at each tick and ends with its context; and says
// who it is.
func TestPullRuns(t *testing.T) {
	t.Parallel()
	p := newPrometheus(t)
	puller, _ := pulling(t, p)
	puller.Pulls[0].Server.Token, puller.Pulls[0].Server.Headers = "secret", map[string]string{"X-Scope-OrgID": "team"}
	p.answers(func(w http.ResponseWriter, r *http.Request) bool {
		if r.Header.Get("Authorization") == "Bearer secret" && r.Header.Get("X-Scope-OrgID") == "team" {
			return false
		}
		w.WriteHeader(http.StatusUnauthorized)
		return true
	})
	tick := make(chan time.Time)
	puller.Tick = tick
	ended := make(chan error, 1)
	go func() { ended <- puller.Run(t.Context()) }()
	t.Cleanup(func() {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	tick <- noon
	tick <- noon // taken when the first round is over
	if got := sum(t, puller.Store).Count; got != steps {
		t.Errorf("%d steps, want %d", got, steps)
	}
}

// TestClaims: of two copies one fetches a target.
func TestClaims(t *testing.T) {
	t.Parallel()
	_, s, _ := serve(t)
	ctx := t.Context()
	claim := func(minute int) *store.Pull {
		t.Helper()
		at := noon.Add(time.Duration(minute) * time.Minute)
		c, err := s.ClaimPull(ctx, "prometheus main", "sla-1", "availability", at, at.Add(claimTime))
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	first := claim(0)
	if first == nil || claim(1) != nil {
		t.Fatal("two have it")
	}
	if claim(5) == nil {
		t.Error("nobody has it after the first one died")
	}
	if err := s.ReleasePull(ctx, first); err != nil {
		t.Fatal(err)
	}
	if claim(6) == nil {
		t.Error("nobody has it after it was let go of")
	}
	if _, err := s.ClaimPull(ctx, "prometheus main", "SLA-1", "speed", noon, noon); err == nil {
		t.Error("a target that is not there")
	}
}
