package main

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// enough are settings with which serving works over Socket Mode.
var enough = map[string]string{
	"SLACK_BOT_TOKEN": "xoxb-hidden1",
	"SLACK_APP_TOKEN": "xapp-hidden2",
	"DATABASE_URL":    "postgres://steward:hidden3@db.example/steward",
	"REDIS_URL":       "rediss://:hidden4@cache.example:6380",
}

// with gives enough settings with changes: name, value, name, value ...
func with(changes ...string) func(string) string {
	env := map[string]string{}
	for name, value := range enough {
		env[name] = value
	}
	for i := 0; i < len(changes); i += 2 {
		env[changes[i]] = changes[i+1]
	}
	return func(name string) string { return env[name] }
}

// setting finds the name that each line of an error begins with.
var setting = regexp.MustCompile(`(?m)^(SLACK_[A-Z_]+|DATABASE_URL|REDIS_URL|STEWARD_ADDR)\b`)

func TestReadSettings(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		getenv func(string) string
		wrong  []string
	}{
		{"socket mode", with(), nil},
		{"over HTTP", with("SLACK_APP_TOKEN", "", "SLACK_SIGNING_SECRET", "hidden5"), nil},
		{"rotating bot token", with("SLACK_BOT_TOKEN", "xoxe.xoxb-1-hidden1"), nil},
		{"Redis on a socket", with("REDIS_URL", "unix:///run/redis.sock"), nil},
		{"any interface", with("STEWARD_ADDR", ":8080"), nil},

		{"nothing", func(string) string { return "" }, []string{"DATABASE_URL", "REDIS_URL", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"}},
		{
			"everything wrong", with("SLACK_BOT_TOKEN", "xoxp-hidden1", "SLACK_APP_TOKEN", "xoxb-hidden2", "DATABASE_URL", "mysql://u:hidden3@h",
				"REDIS_URL", "http://:hidden4@h", "SLACK_API_URL", "ftp://hidden6@h", "STEWARD_ADDR", "here"),
			[]string{"DATABASE_URL", "REDIS_URL", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_API_URL", "STEWARD_ADDR"},
		},
		{"both ways to hear", with("SLACK_SIGNING_SECRET", "hidden5"), []string{"SLACK_APP_TOKEN"}},
		{"a user's token", with("SLACK_BOT_TOKEN", "xoxp-hidden1"), []string{"SLACK_BOT_TOKEN"}},
		{"no URL at all", with("DATABASE_URL", "host=db password=hidden3"), []string{"DATABASE_URL"}},
		{"URL that cannot be read", with("DATABASE_URL", "postgres://u:hidden3@h:port/%zz"), []string{"DATABASE_URL"}},
		{"port only", with("STEWARD_ADDR", "8080"), []string{"STEWARD_ADDR"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := readSettings(tt.getenv)
			said := ""
			if err != nil {
				said = err.Error()
			}
			if wrong := setting.FindAllString(said, -1); !slices.Equal(wrong, tt.wrong) {
				t.Errorf("named %v, want %v:\n%s", wrong, tt.wrong, said)
			}
			if strings.Contains(said, "hidden") {
				t.Errorf("a secret is repeated: %s", said)
			}
		})
	}
}

func TestSettingsAsRead(t *testing.T) {
	t.Parallel()
	s, err := readSettings(with("SLACK_API_URL", "http://127.0.0.1:1/api"))
	want := settings{
		BotToken: "xoxb-hidden1", AppToken: "xapp-hidden2", APIURL: "http://127.0.0.1:1/api/", // slack-go needs the slash
		DatabaseURL: enough["DATABASE_URL"], RedisURL: enough["REDIS_URL"], Addr: defaultAddr,
	}
	if err != nil || !reflect.DeepEqual(s, want) {
		t.Errorf("read %+v, %v\nwant %+v", s, err, want)
	}
}
