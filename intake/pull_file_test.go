package intake

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const pulled = `
servers:
  main:
    url: https://prometheus.example.com/
    token_env: PROMETHEUS_TOKEN
    headers: {X-Scope-OrgID: team}
  slow:
    url: http://thanos:9090
    user: steward
    password_env: THANOS_PASSWORD
    delay: 10m
targets:
  - agreement: sla-1
    target: availability
    server: main
    good: sum(increase(requests_total{code!~"5.."}[$step]))
    total: sum(increase(requests_total[$step]))
    step: 5m
  - {agreement: SLA-2, target: availability, server: slow, good: "good[$step]", total: "total[$step]", step: 1h}
  - {agreement: SLA-2, target: speed, server: slow, histogram: "sum by (le) (increase(seconds_bucket[$step]))", times: 1000, step: 1h}
`

func environment(name string) string {
	return map[string]string{"PROMETHEUS_TOKEN": "t0ken", "THANOS_PASSWORD": "passw0rd"}[name]
}

func TestReadPulls(t *testing.T) {
	t.Parallel()
	got, err := ReadPulls(strings.NewReader(pulled), environment)
	if err != nil {
		t.Fatal(err)
	}
	want := []Pull{{
		Agreement: "SLA-1", Target: "availability", Step: 5 * time.Minute,
		Good: `sum(increase(requests_total{code!~"5.."}[$step]))`, Total: `sum(increase(requests_total[$step]))`,
		Server: Server{Name: "main", URL: "https://prometheus.example.com/", Token: "t0ken", Headers: map[string]string{"X-Scope-OrgID": "team"}, Delay: time.Minute},
	}, {
		Agreement: "SLA-2", Target: "availability", Step: time.Hour, Good: "good[$step]", Total: "total[$step]",
		Server: Server{Name: "slow", URL: "http://thanos:9090", User: "steward", Password: "passw0rd", Delay: 10 * time.Minute},
	}, {
		Agreement: "SLA-2", Target: "speed", Step: time.Hour, Histogram: "sum by (le) (increase(seconds_bucket[$step]))", Times: 1_000_000_000,
		Server: Server{Name: "slow", URL: "http://thanos:9090", User: "steward", Password: "passw0rd", Delay: 10 * time.Minute},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got, err := ReadPulls(strings.NewReader(""), environment); err != nil || len(got) != 0 {
		t.Errorf("an empty file: %v, %v", got, err)
	}
}

func TestReadPullsRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, old, new, want string }{
		{"unknown field", "delay: 10m", "dely: 10m", "line 11: field dely not found"},
		{"no address", "https://prometheus.example.com/", "prometheus:9090", `server "main": write its url as`},
		{"a password in the address", "http://thanos", "http://a:hidden@thanos", `server "slow": write its url as`},
		{"a secret in the file", "X-Scope-OrgID", "authorization", "keep secrets out of the file"},
		{"no such variable", "PROMETHEUS_TOKEN", "PROMETHEUS_TOKN", "the environment has no PROMETHEUS_TOKN"},
		{"two ways in", "    user: steward", "    token_env: PROMETHEUS_TOKEN\n    user: steward", "keep either token_env, or user"},
		{"a long delay", "10m", "2h", `its delay is a time up to 1h`},
		{"no server", "server: main", "server: mian", `target 1, availability of sla-1: there is no server "mian"`},
		{"no target", "target: availability\n", "target: ''\n", "it needs an agreement and a target"},
		{"no step", "step: 5m", "step: soon", `not "soon"`},
		{"a step that divides no hour", "step: 5m", "step: 7m", "divides an hour"},
		{"a step that is too short", "step: 5m", "step: 10s", "15s to 1h"},
		{"a span of its own", "requests_total[$step]", "requests_total[5m]", "queries over the last $step"},
		{"nothing to ask for", `good: "good[$step]", total: "total[$step]", `, "", "it needs good and total, or a value, or a histogram"},
		{"two ways to measure", `good: "good[$step]"`, `value: up, good: "good[$step]"`, "it needs good and total, or a value, or a histogram"},
		{"a histogram of all time", `good: "good[$step]", total: "total[$step]"`, "histogram: request_seconds_bucket", "a histogram is a query over the last $step"},
		{"no factor", `good: "good[$step]", total: "total[$step]"`, "value: up, times: -1", `not "-1"`},
		{"a factor of events", "step: 1h", "step: 1h, times: 1000", "take times out"},
		{"twice", "SLA-2", "SLA-1", "it is there twice"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			text := strings.Replace(pulled, tt.old, tt.new, 1)
			if text == pulled {
				t.Fatal("nothing is replaced")
			}
			_, err := ReadPulls(strings.NewReader(text), environment)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v, want %q", err, tt.want)
			}
			for _, secret := range []string{"t0ken", "passw0rd", "hidden"} {
				if err != nil && strings.Contains(err.Error(), secret) {
					t.Errorf("it says the secret: %v", err)
				}
			}
		})
	}
}
