package main

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"strings"

	"steward/intake"
)

// settings are read once, from the environment.
type settings struct {
	BotToken      string
	AppToken      string // Socket Mode
	SigningSecret string // events over HTTP
	APIURL        string // empty: Slack's own
	DatabaseURL   string
	RedisURL      string
	Addr          string // host:port of the HTTP server
	Pulls         []intake.Pull
}

// defaultAddr serves intake and health checks, and Slack's events over HTTP.
const defaultAddr = "127.0.0.1:8080"

// readSettings reads what serving needs, and reports everything that is
// missing or wrong at once. No value of a secret is ever repeated.
func readSettings(getenv func(string) string) (settings, error) {
	s, err := readDatabase(getenv)
	var wrong []error
	if err != nil {
		wrong = append(wrong, err)
	}
	s.BotToken, s.AppToken, s.SigningSecret = getenv("SLACK_BOT_TOKEN"), getenv("SLACK_APP_TOKEN"), getenv("SLACK_SIGNING_SECRET")
	switch {
	case s.BotToken == "":
		wrong = append(wrong, errors.New("SLACK_BOT_TOKEN is missing: the Bot User OAuth Token from your app's page, OAuth & Permissions; it begins with xoxb-"))
	case !strings.HasPrefix(s.BotToken, "xoxb-") && !strings.HasPrefix(s.BotToken, "xoxe.xoxb-"):
		wrong = append(wrong, errors.New("SLACK_BOT_TOKEN does not begin with xoxb-: it must be the Bot User OAuth Token, not a user's or an app-level one"))
	}
	switch {
	case s.AppToken == "" && s.SigningSecret == "":
		wrong = append(wrong, errors.New("SLACK_APP_TOKEN (Socket Mode, begins with xapp-) or SLACK_SIGNING_SECRET (events over HTTP) is missing: set one; both are on your app's page, Basic Information"))
	case s.AppToken != "" && s.SigningSecret != "":
		wrong = append(wrong, errors.New("SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: keep the first for Socket Mode, or the second for events over HTTP"))
	case s.AppToken != "" && !strings.HasPrefix(s.AppToken, "xapp-"):
		wrong = append(wrong, errors.New("SLACK_APP_TOKEN does not begin with xapp-: it must be an app-level token with the scope connections:write"))
	}
	if s.APIURL = getenv("SLACK_API_URL"); s.APIURL != "" {
		if err := checkURL("SLACK_API_URL", s.APIURL, "https://slack.com/api/", "http", "https"); err != nil {
			wrong = append(wrong, err)
		}
		if !strings.HasSuffix(s.APIURL, "/") {
			s.APIURL += "/"
		}
	}
	if s.Addr = getenv("STEWARD_ADDR"); s.Addr == "" {
		s.Addr = defaultAddr
	}
	_, port, err := net.SplitHostPort(s.Addr)
	if n, bad := strconv.Atoi(port); err != nil || bad != nil || n < 0 || n > 65535 {
		wrong = append(wrong, fmt.Errorf("STEWARD_ADDR is no address: write host:port, such as %s or :8080 for all interfaces", defaultAddr))
	}
	return s, errors.Join(wrong...)
}

// readDatabase reads what commands without Slack need.
func readDatabase(getenv func(string) string) (settings, error) {
	s := settings{DatabaseURL: getenv("DATABASE_URL"), RedisURL: getenv("REDIS_URL")}
	return s, errors.Join(
		checkURL("DATABASE_URL", s.DatabaseURL, "postgres://steward:password@localhost:5432/steward", "postgres", "postgresql"),
		checkURL("REDIS_URL", s.RedisURL, "redis://localhost:6379", "redis", "rediss", "unix"),
	)
}

// checkURL refuses a missing or wrong URL without repeating it: it may hold a
// password.
func checkURL(name, value, example string, schemes ...string) error {
	if value == "" {
		return fmt.Errorf("%s is missing: set it, such as %s", name, example)
	}
	u, err := url.Parse(value)
	if err == nil {
		for _, scheme := range schemes {
			if u.Scheme == scheme {
				return nil
			}
		}
	}
	return fmt.Errorf("%s is no %s URL: write it as %s", name, schemes[0], example)
}
