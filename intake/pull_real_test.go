package intake

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// TestRealPrometheus fetches from a real one what was put into its storage.
func TestRealPrometheus(t *testing.T) {
	var data strings.Builder
	data.WriteString("# TYPE requests counter\n")
	for i, start := 0, noon.Add(-2*time.Hour); i <= 120; i++ { // 100 a minute, 1 of them bad in the second hour
		bad := max(0, i-60)
		at := start.Add(time.Duration(i) * time.Minute).Unix()
		fmt.Fprintf(&data, "requests_total{code=\"200\"} %d %d\nrequests_total{code=\"500\"} %d %d\n", 1000+i*100-bad, at, bad, at)
	}
	url := realPrometheus(t, bySeries(strings.Split(strings.TrimSpace(data.String()), "\n")))
	p := newPrometheus(t) // not asked
	puller, log := pulling(t, p)
	pull := &puller.Pulls[0]
	pull.Server.URL = url
	pull.Good, pull.Total = `sum(increase(requests_total{code!~"5.."}[$step]))`, `sum(increase(requests_total[$step]))`
	puller.round(t.Context(), p.Client())
	// The first steps lack the minute before the data; the last is not whole.
	got := sum(t, puller.Store)
	t.Logf("%+v", got)
	if got.Count != 23 || got.Total < 11_000 || got.Total > 11_600 || got.Total-got.Good < 50 || got.Total-got.Good > 60 {
		t.Errorf("%+v %s", got, log)
	}
	pull.Good = `requests_total[$step]` // no vector
	puller.Now = func() time.Time { return noon.Add(10 * time.Minute) }
	if puller.round(t.Context(), p.Client()); !strings.Contains(log.String(), "status 400") {
		t.Errorf("a wrong query is logged as %q", log)
	}
}

// TestRealPrometheusDistribution fetches from a real one a gauge, a percentile
// of a histogram, and its buckets.
func TestRealPrometheusDistribution(t *testing.T) {
	var data strings.Builder
	data.WriteString("# TYPE load gauge\n# TYPE seconds histogram\n")
	for _, s := range []struct {
		series string
		value  func(i int) float64 // after i minutes
	}{
		{"load", func(i int) float64 { return float64(i) / 8 }},
		{`seconds_bucket{le="0.1"}`, func(i int) float64 { return float64(i * 80) }},
		{`seconds_bucket{le="0.3"}`, func(i int) float64 { return float64(i * 96) }},
		{`seconds_bucket{le="+Inf"}`, func(i int) float64 { return float64(i * 100) }},
		{"seconds_count", func(i int) float64 { return float64(i * 100) }},
		{"seconds_sum", func(i int) float64 { return float64(i * 10) }},
	} {
		for i := range 121 {
			fmt.Fprintf(&data, "%s %g %d\n", s.series, s.value(i), noon.Add(time.Duration(i-120)*time.Minute).Unix())
		}
	}
	url := realPrometheus(t, data.String())
	p := newPrometheus(t) // not asked
	puller, log := pulling(t, p)
	most := slm.Bound{Sense: slm.AtMost, At: 300_000_000, Unit: "ms"}
	promised(
		t, puller.Store,
		slm.Target{Key: "load", Kind: slm.ValueTarget, Objective: slm.Whole, Statistic: slm.Highest, Bound: slm.Bound{Sense: slm.AtMost, At: 20_000_000, Unit: "jobs"}},
		slm.Target{Key: "p95", Kind: slm.ValueTarget, Objective: slm.Whole, Statistic: slm.Mean, Bound: most},
		slm.Target{Key: "speed", Kind: slm.LevelTarget, Objective: 900_000, Bound: most},
	)
	server := Server{Name: "main", URL: url, Delay: time.Minute}
	pull := func(target string) Pull {
		return Pull{Agreement: "SLA-1", Target: target, Server: server, Step: 5 * time.Minute}
	}
	load, p95, speed := pull("load"), pull("p95"), pull("speed")
	load.Value = "max_over_time(load[$step])"
	p95.Value, p95.Times = "histogram_quantile(0.95, sum by (le) (rate(seconds_bucket[$step])))", 1_000_000_000
	speed.Histogram, speed.Times = "sum by (le) (increase(seconds_bucket[$step]))", 1_000_000_000
	puller.Pulls = []Pull{load, p95, speed}
	puller.round(t.Context(), p.Client())
	d, err := puller.Store.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got, err := puller.Store.Readings(t.Context(), d.Agreement("SLA-1"), noon)
	if err != nil {
		t.Fatal(err)
	}
	got = got[len(got)-3:] // after the availability that the agreement has
	// After 115 of the 120 minutes, the last whole step but one.
	if v := got[0].Value; v != 115_000_000/8 {
		t.Errorf("load %d", v)
	}
	// 95 % lies fifteen sixteenths of the way from 0.1 to 0.3 seconds.
	if v := got[1].Value; v < 287_499_000 || v > 287_501_000 {
		t.Errorf("p95 %d", v)
	}
	if l := got[2].Level; l.Standing != slm.Kept || l.Attained < 959_000 || l.Attained > 961_000 || l.Total < 11_000 {
		t.Errorf("speed %+v", l)
	}
	if log.Len() > 0 {
		t.Error(log.String())
	}
}

// realPrometheus starts one with metrics in its storage, as OpenMetrics writes
// them, and gives its address.
func realPrometheus(t *testing.T, metrics string) string {
	t.Helper()
	server, tool := program(t, "prometheus"), program(t, "promtool")
	dir := t.TempDir()
	input := filepath.Join(dir, "data.om")
	if err := os.WriteFile(input, []byte(metrics+"# EOF\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), tool, "tsdb", "create-blocks-from", "openmetrics", input, filepath.Join(dir, "tsdb")).CombinedOutput(); err != nil {
		t.Fatalf("promtool: %v\n%s", err, out)
	}
	config := filepath.Join(dir, "prometheus.yml")
	if err := os.WriteFile(config, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	return start(t, server, "/-/ready", func(addr string) []string {
		return []string{"--config.file=" + config, "--storage.tsdb.path=" + filepath.Join(dir, "tsdb"), "--storage.tsdb.retention.time=100y", "--web.listen-address=" + addr}
	})
}

// bySeries puts the lines of each series together, as OpenMetrics wants them.
func bySeries(lines []string) string {
	var all strings.Builder
	all.WriteString(lines[0] + "\n")
	for _, code := range []string{`"200"`, `"500"`} {
		for _, line := range lines[1:] {
			if strings.Contains(line, code) {
				all.WriteString(line + "\n")
			}
		}
	}
	return all.String()
}
