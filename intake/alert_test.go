package intake

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"steward/commands"
	"steward/slm"
	"steward/store"
)

// notification is what Alertmanager 0.25 sent to a webhook, with other times.
const notification = `{"receiver":"steward","status":"firing","alerts":[%s],"groupLabels":{"alertname":"Down"},` +
	`"commonLabels":{"alertname":"Down"},"commonAnnotations":{"summary":"x"},"externalURL":"http://vm:19093","version":"4","groupKey":"{}:{alertname=\"Down\"}","truncatedAlerts":0}` + "\n"

// the alerts in it: firing, the same resolved, and one about nothing of ours.
const (
	firing = `{"status":"firing","labels":{"alertname":"Down","instance":"a","steward_agreement":"SLA-1","steward_target":"availability"},"annotations":{"summary":"x"},` +
		`"startsAt":"2026-06-15T11:57:29.907159174Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":"","fingerprint":"a4178f70ff89b12f"}`
	resolved = `{"status":"resolved","labels":{"alertname":"Down","instance":"a","steward_agreement":"SLA-1","steward_target":"availability"},"annotations":{},` +
		`"startsAt":"2026-06-15T11:57:29.907159174Z","endsAt":"2026-06-15T11:57:32Z","generatorURL":"","fingerprint":"a4178f70ff89b12f"}`
	watchdog = `{"status":"firing","labels":{"alertname":"Watchdog"},"annotations":{},"startsAt":"2026-06-15T11:57:29.907159174Z","endsAt":"0001-01-01T00:00:00Z",` +
		`"generatorURL":"","fingerprint":"003b0a0f7d3fa569"}`
)

func TestAlerts(t *testing.T) {
	t.Parallel()
	h, s, _ := serve(t)
	token, err := s.MakeToken(t.Context(), store.Token{Source: "am", May: []store.Right{store.SendAlerts}, Only: []string{"SLA-1/availability"}}, noon)
	if err != nil {
		t.Fatal(err)
	}
	without := func(label string) string { return strings.Replace(firing, label, "other", 1) }
	tests := []struct{ name, alerts, want string }{
		{"firing", firing, `"a4178f70ff89b12f","outcome":"stored"`},
		{"firing again", firing, `"repeated"`},
		{"one about nothing of ours", watchdog, `"003b0a0f7d3fa569","outcome":"ignored"`},
		{"resolved beside another", watchdog + "," + resolved, `"ignored"},{"key":"a4178f70ff89b12f","outcome":"stored"`},
		{"firing after it is resolved", firing, `"repeated"`},
		{"one label", without("steward_target"), `"refused","item":1,"why":"The alert needs both labels, steward_agreement and steward_target, or steward_service instead of the first."`},
		{"a target of others", strings.ReplaceAll(firing, "availability", "speed"), `This token is not for speed of SLA-1.`},
		{"resolved without an end", strings.Replace(resolved, `2026-06-15T11:57:32Z`, `0001-01-01T00:00:00Z`, 1), `A resolved alert needs its endsAt.`},
		{"another status", strings.Replace(firing, `"firing"`, `"asleep"`, 1), `not \"asleep\".`},
		{"no fingerprint", strings.Replace(firing, `a4178f70ff89b12f`, ``, 1), `An alert needs a fingerprint`},
		{"ends before it starts", strings.Replace(resolved, `11:57:32Z`, `11:57:02Z`, 1), `that is not before it`},
		{"none", "", `{"results":[]}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, answer, _ := postTo(t, h, "/v1/alertmanager", "Bearer "+token, fmt.Sprintf(notification, tt.alerts))
			if status != 200 || !strings.Contains(answer, tt.want) {
				t.Errorf("%d %s\nwant %s", status, answer, tt.want)
			}
		})
	}
	for name, body := range map[string]string{
		"no JSON": "{", "another version": `{"version":"5","alerts":[]}`, "no time": fmt.Sprintf(notification, strings.Replace(firing, "2026-06-15T", "", 1)), "a measurement": sample("a", ""),
	} {
		if status, answer, _ := postTo(t, h, "/v1/alertmanager", "Bearer "+token, body); status != 400 || !strings.Contains(answer, "no notification") {
			t.Errorf("%s: %d %s", name, status, answer)
		}
	}
}

// TestAlertLabels: the token says which labels name what; a service stands for
// its SLAs in force that the token is for.
func TestAlertLabels(t *testing.T) {
	t.Parallel()
	h, s, _ := serve(t)
	d := company()
	d.Services = []slm.Service{{Code: "PAYROLL", Aliases: []string{"工资"}, State: "live"}}
	d.Agreements[0].Services = []string{"PAYROLL"}
	for code, change := range map[string]func(*slm.Agreement){
		"SLA-2": func(*slm.Agreement) {},
		"SLA-3": func(a *slm.Agreement) { a.State = slm.Draft },
		"SLA-4": func(a *slm.Agreement) { a.Targets = []slm.Target{{Key: "speed", Objective: 999_000}} },
		"OLA-5": func(a *slm.Agreement) { a.Kind = slm.OLA },
	} {
		a := d.Agreements[0]
		a.Code = code
		change(&a)
		d.Agreements = append(d.Agreements, a)
	}
	if _, err := s.Import(t.Context(), d.Index(), "test", false, noon); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, labels string // of the alert
		only         []string
		want         string
	}{
		{"the usual labels mean nothing", `"steward_agreement":"SLA-1","steward_target":"availability"`, nil, `"ignored"`},
		{"an agreement", `"sla":"sla-1","slo":"availability"`, nil, `"stored"`},
		{"a service", `"app":"payroll","slo":"availability"`, []string{"SLA-2"}, `"stored"`},
		{"an alias", `"app":"工资","slo":"availability"`, nil, `"stored"`},
		{"again", `"app":"PAYROLL","slo":"availability"`, nil, `"repeated"`},
		{"a service alone", `"app":"PAYROLL"`, nil, `"ignored"`},
		{"a target of a draft", `"app":"PAYROLL","slo":"speed"`, []string{"SLA-3"}, `No SLA in force about the service \"PAYROLL\" has a target speed that this token is for.`},
		{"no such service", `"app":"MAIL","slo":"availability"`, nil, `No SLA in force about the service \"MAIL\"`},
	} {
		token, err := s.MakeToken(t.Context(), store.Token{
			Source: "am", May: []store.Right{store.SendAlerts}, Only: tt.only, Labels: store.AlertLabels{Agreement: "sla", Target: "slo", Service: "app"},
		}, noon)
		if err != nil {
			t.Fatal(err)
		}
		body := strings.Replace(firing, `"steward_agreement":"SLA-1","steward_target":"availability"`, tt.labels, 1)
		status, answer, _ := postTo(t, h, "/v1/alertmanager", "Bearer "+token, fmt.Sprintf(notification, body))
		if status != 200 || !strings.Contains(answer, tt.want) {
			t.Errorf("%s: %d %s, want %s", tt.name, status, answer, tt.want)
		}
	}
}

// TestRealAlertmanager lets a real one tell of an outage and its end.
func TestRealAlertmanager(t *testing.T) {
	program := program(t, "prometheus-alertmanager", "alertmanager")
	_, s, _ := serve(t)
	token, err := s.NewToken(t.Context(), "am", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	answers := make(chan string, 100)
	handler := Handler(Config{Store: s, Log: slog.New(slog.DiscardHandler), Now: time.Now, Words: commands.English})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		kept := httptest.NewRecorder()
		handler.ServeHTTP(kept, r)
		answers <- kept.Body.String()
		w.WriteHeader(kept.Code)
	}))
	defer server.Close()
	dir := t.TempDir()
	config := filepath.Join(dir, "am.yml")
	text := fmt.Sprintf(`{route: {receiver: steward, group_by: [alertname], group_wait: 10ms, group_interval: 100ms, repeat_interval: 1h},
receivers: [{name: steward, webhook_configs: [{url: %q, http_config: {authorization: {credentials: %q}}}]}]}`, server.URL+"/v1/alertmanager", token)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	url := start(t, program, "/-/ready", func(addr string) []string {
		return []string{"--config.file=" + config, "--storage.path=" + dir, "--web.listen-address=" + addr, "--cluster.listen-address="}
	})
	for _, alert := range []map[string]any{{}, {"endsAt": time.Now()}} {
		alert["labels"] = map[string]string{"alertname": "Down", "steward_agreement": "SLA-1", "steward_target": "availability"}
		body, err := json.Marshal([]any{alert})
		if err != nil {
			t.Fatal(err)
		}
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/api/v2/alerts", bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		w, err := http.DefaultClient.Do(r)
		if err != nil || w.StatusCode != 200 {
			t.Fatalf("alert: %v, %v", w, err)
		}
		_ = w.Body.Close()
		select {
		case answer := <-answers:
			if !strings.Contains(answer, `"stored"`) {
				t.Fatalf("%v: %s", alert, answer)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%v: Alertmanager sent nothing", alert)
		}
	}
}

// program finds a program that is tried with us if it is there.
func program(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	t.Skipf("*** NOT RUN: there is no %s here (for instance: apt-get install %s)", names[len(names)-1], names[0])
	return ""
}

// start runs a program that serves HTTP until the test is over, and gives its
// address once it is ready.
func start(t *testing.T, program, ready string, args func(addr string) []string) string {
	t.Helper()
	free, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := free.Addr().String()
	_ = free.Close()
	var said bytes.Buffer
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	cmd := exec.CommandContext(ctx, program, args(addr)...)
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		stop()
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		_ = cmd.Wait() // killed
		if t.Failed() {
			t.Logf("%s said: %s", program, said.String())
		}
	})
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); <-time.After(20 * time.Millisecond) {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+addr+ready, nil)
		if err != nil {
			t.Fatal(err)
		}
		if w, err := http.DefaultClient.Do(r); err == nil {
			_ = w.Body.Close()
			if w.StatusCode == 200 {
				return "http://" + addr
			}
		}
	}
	t.Fatalf("%s is not ready", program)
	return ""
}
