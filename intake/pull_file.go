package intake

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// a pullFile says what is fetched from where. Secrets stay in the environment;
// the file has the names of their variables.
type pullFile struct {
	Servers map[string]serverEntry `yaml:"servers"`
	Targets []targetEntry          `yaml:"targets"`
}

type serverEntry struct {
	URL         string            `yaml:"url"`
	TokenEnv    string            `yaml:"token_env"`
	User        string            `yaml:"user"`
	PasswordEnv string            `yaml:"password_env"`
	Headers     map[string]string `yaml:"headers"`
	Delay       string            `yaml:"delay"`
}

type targetEntry struct {
	Agreement string `yaml:"agreement"`
	Target    string `yaml:"target"`
	Server    string `yaml:"server"`
	Good      string `yaml:"good"`
	Total     string `yaml:"total"`
	Value     string `yaml:"value"`
	Histogram string `yaml:"histogram"`
	Times     string `yaml:"times"`
	Step      string `yaml:"step"`
}

// usualDelay is how old data has to be to be complete, unless the file says
// otherwise: a minute for scraping it.
const usualDelay = time.Minute

// ReadPulls reads what is to be fetched from Prometheus. Every mistake is
// named, not only the first; no secret is repeated. Whether agreements and
// targets are there is seen when they are fetched.
func ReadPulls(file io.Reader, getenv func(string) string) ([]Pull, error) {
	var f pullFile
	decoder := yaml.NewDecoder(file)
	decoder.KnownFields(true)
	if err := decoder.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	var wrong mistakes
	servers := map[string]Server{}
	for _, name := range slices.Sorted(maps.Keys(f.Servers)) {
		servers[name] = f.Servers[name].read(name, getenv, &wrong)
	}
	seen := map[string]bool{}
	pulls := make([]Pull, len(f.Targets))
	for i, t := range f.Targets {
		at := fmt.Sprintf("target %d, %s of %s", i+1, t.Target, t.Agreement)
		server, known := servers[t.Server]
		wrong.check(known, "%s: there is no server %q", at, t.Server)
		pulls[i] = t.read(at, &wrong)
		pulls[i].Server = server
		key := pulls[i].Agreement + "/" + t.Target
		wrong.check(!seen[key], "%s: it is there twice", at)
		seen[key] = true
	}
	return pulls, errors.Join(wrong...)
}

// mistakes are sentences about a file.
type mistakes []error

// check adds a mistake unless something is right.
func (m *mistakes) check(right bool, format string, args ...any) {
	if !right {
		*m = append(*m, fmt.Errorf(format, args...))
	}
}

func (s serverEntry) read(name string, getenv func(string) string, wrong *mistakes) Server {
	at := fmt.Sprintf("server %q", name)
	u, err := url.Parse(s.URL)
	wrong.check(err == nil && u.Host != "" && u.User == nil && (u.Scheme == "http" || u.Scheme == "https"),
		"%s: write its url as https://prometheus.example.com, and a password under password_env", at)
	wrong.check(s.TokenEnv == "" || s.User == "", "%s: keep either token_env, or user and password_env", at)
	for header := range s.Headers {
		wrong.check(http.CanonicalHeaderKey(header) != "Authorization",
			"%s: keep secrets out of the file: use token_env, or user and password_env", at)
	}
	for _, variable := range []string{s.TokenEnv, s.PasswordEnv} {
		wrong.check(variable == "" || getenv(variable) != "", "%s: the environment has no %s", at, variable)
	}
	delay := usualDelay
	if s.Delay != "" {
		delay, err = time.ParseDuration(s.Delay)
		wrong.check(err == nil && delay >= 0 && delay <= time.Hour, "%s: its delay is a time up to 1h, such as 1m, not %q", at, s.Delay)
	}
	server := Server{Name: name, URL: s.URL, User: s.User, Headers: s.Headers, Delay: delay}
	if s.TokenEnv != "" {
		server.Token = getenv(s.TokenEnv)
	}
	if s.PasswordEnv != "" {
		server.Password = getenv(s.PasswordEnv)
	}
	return server
}

func (t targetEntry) read(at string, wrong *mistakes) Pull {
	wrong.check(t.Agreement != "" && t.Target != "", "%s: it needs an agreement and a target", at)
	step, err := time.ParseDuration(t.Step)
	wrong.check(err == nil && step >= 15*time.Second && step <= time.Hour && time.Hour%step == 0,
		"%s: its step is 15s to 1h and divides an hour, such as 5m, not %q", at, t.Step)
	p := Pull{
		Agreement: strings.ToUpper(t.Agreement), Target: t.Target, Step: step,
		Good: t.Good, Total: t.Total, Value: t.Value, Histogram: t.Histogram,
	}
	counts := t.Good != "" || t.Total != ""
	ways := 0
	for _, way := range []bool{counts, t.Value != "", t.Histogram != ""} {
		if way {
			ways++
		}
	}
	wrong.check(ways == 1, "%s: it needs good and total, or a value, or a histogram", at)
	wrong.check(!counts || strings.Contains(t.Good, "$step") && strings.Contains(t.Total, "$step"),
		"%s: good and total are queries over the last $step, such as sum(increase(requests_total[$step]))", at)
	wrong.check(t.Histogram == "" || strings.Contains(t.Histogram, "$step"),
		"%s: a histogram is a query over the last $step, such as sum by (le) (increase(request_seconds_bucket[$step]))", at)
	if t.Times != "" {
		p.Times, err = millionths("times", json.Number(t.Times))
		wrong.check(err == nil && p.Times > 0 && p.Times <= most, "%s: times is a number from 0.000001 to 1000000, such as 1000, not %q", at, t.Times)
		wrong.check(!counts, "%s: good and total are numbers of events: take times out", at)
	}
	return p
}
