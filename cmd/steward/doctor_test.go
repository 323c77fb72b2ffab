package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"steward/bot"
	"steward/internal/devstack"
	"steward/slacksim"
)

// variables gives settings as the environment holds them.
func variables(s settings) map[string]string {
	return map[string]string{
		"DATABASE_URL": s.DatabaseURL, "REDIS_URL": s.RedisURL, "SLACK_API_URL": s.APIURL,
		"SLACK_BOT_TOKEN": s.BotToken, "SLACK_APP_TOKEN": s.AppToken, "SLACK_SIGNING_SECRET": s.SigningSecret,
	}
}

func TestDoctor(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	install := func(name string, scopes []string) slacksim.App {
		app, err := r.sim.AddApp(slacksim.App{Name: name, BotScopes: scopes})
		r.must(err)
		return app
	}
	narrow, deaf := install("Narrow", bot.Scopes[2:]), install("Deaf", bot.Scopes)
	empty := devstack.Database(t, migrated)

	tests := []struct {
		name   string
		set    map[string]string // besides what is right
		ahead  time.Duration     // of our clock
		want   []string
		not    []string
		faults int // problems
	}{
		{
			name: "all is well",
			want: []string{
				"ok       Settings:", "ok       Postgres: version", "ok       Tables", "ok       Redis answers.", "ok       SLACK_APP_TOKEN",
				"ok       The clock agrees", "ok       SLACK_BOT_TOKEN: we are steward in the workspace Orion Works.", "ok       Scopes: all",
				"ok       Channels: Steward is in #general, #helpdesk,", "ok       Company:", "ok       People:",
				"warning  Nobody holds these roles for the whole organisation, or all who do are away: SLM Process Execution Lead.", // as the demo's company has it
			},
			not: []string{"problem"},
		},
		{
			name: "scopes are missing", set: map[string]string{"SLACK_BOT_TOKEN": narrow.BotToken, "SLACK_APP_TOKEN": narrow.AppToken},
			want: []string{"problem  The app lacks these scopes: app_mentions:read, channels:history. Paste"}, faults: 1,
		},
		{
			name: "in no channel", set: map[string]string{"SLACK_BOT_TOKEN": deaf.BotToken, "SLACK_APP_TOKEN": deaf.AppToken},
			want: []string{"warning  Steward is in no channel."},
		},
		{
			name: "tokens that are none", set: map[string]string{"SLACK_BOT_TOKEN": "xoxb-no", "SLACK_APP_TOKEN": "xapp-no"}, faults: 2,
			want: []string{"problem  SLACK_BOT_TOKEN does not work: Slack answers invalid_auth. Copy", "problem  SLACK_APP_TOKEN does not work: Slack answers invalid_auth. Make"},
			not:  []string{"Scopes", "People:"},
		},
		{
			name: "Slack out of reach", set: map[string]string{"SLACK_API_URL": "http://127.0.0.1:1/api/"}, faults: 2,
			want: []string{"Check that this machine reaches Slack"}, not: []string{"The clock"},
		},
		{
			name: "no address of Slack", set: map[string]string{"SLACK_API_URL": "slack"}, faults: 1,
			want: []string{"problem  Settings: SLACK_API_URL", "ok       Company"}, not: []string{"Scopes", "SLACK_BOT_TOKEN"},
		},
		{name: "Redis away", set: map[string]string{"REDIS_URL": noRedis}, want: []string{"warning  Redis does not answer", "ok       Company"}},
		{
			name: "Postgres away", set: map[string]string{"DATABASE_URL": "postgres://nobody:pst@127.0.0.1:1/no"}, faults: 1,
			want: []string{"problem  Postgres does not answer", "ok       Scopes"}, not: []string{"Tables", "Redis answers", "pst"},
		},
		{name: "clock a little ahead", ahead: 2 * time.Minute, want: []string{"warning  The clock differs from Slack's by "}},
		{name: "clock behind", ahead: -time.Hour, want: []string{"problem  The clock differs from Slack's by "}, faults: 1},
		{name: "no company yet", set: map[string]string{"DATABASE_URL": empty}, want: []string{"warning  The company is empty. Write"}},
		{
			name: "over HTTP", set: map[string]string{"SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": "abc"},
			want: []string{"ok       SLACK_SIGNING_SECRET is set."}, not: []string{"SLACK_APP_TOKEN", "abc"},
		},
		{
			name: "settings missing", faults: 3,
			set:  map[string]string{"DATABASE_URL": "", "REDIS_URL": "", "SLACK_BOT_TOKEN": ""},
			want: []string{"problem  Settings: DATABASE_URL", "problem  Settings: REDIS_URL", "problem  Settings: SLACK_BOT_TOKEN", "ok       SLACK_APP_TOKEN"},
			not:  []string{"Postgres does not"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			set := variables(r.settings)
			for name, value := range tt.set {
				set[name] = value
			}
			var out bytes.Buffer
			d := &examination{
				environment: environment{getenv: func(name string) string { return set[name] }, stdout: &out},
				now:         func() time.Time { return time.Now().Add(tt.ahead) },
			}
			d.examine(t.Context())
			for _, want := range tt.want {
				if !strings.Contains(out.String(), want) {
					t.Errorf("the doctor does not say %q but\n%s", want, &out)
				}
			}
			for _, not := range tt.not {
				if strings.Contains(out.String(), not) {
					t.Errorf("the doctor says %q:\n%s", not, &out)
				}
			}
			if d.problems != tt.faults {
				t.Errorf("%d problems, want %d:\n%s", d.problems, tt.faults, &out)
			}
		})
	}
}

// TestDoctorSeesPeople checks the company against the accounts, and the exit.
func TestDoctorSeesPeople(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	for _, handle := range []string{"mei.lin", "he.xin"} {
		r.must(r.sim.ChangePerson(handle, func(p *slacksim.Person) { p.Deactivated = true }))
	}
	set := variables(r.settings)
	var out bytes.Buffer
	err := run(t.Context(), []string{"doctor"}, func(name string) string { return set[name] }, &out, &out)
	if err == nil || err.Error() != "problems found: 1" {
		t.Errorf("the doctor ends with %v", err)
	}
	for _, want := range []string{
		"problem  These hold a role and have no active Slack account, so no ping reaches them: mei.lin@orion.example.",
		"warning  These have no active Slack account: he.xin@orion.example.",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the doctor does not say %q but\n%s", want, &out)
		}
	}
}

// TestExampleCompany imports the file that the README begins with: it stays
// right, a second import changes nothing, and no role in it is vacant.
func TestExampleCompany(t *testing.T) {
	t.Parallel()
	_, redisURL := devstack.ForTest(t)
	set := map[string]string{"DATABASE_URL": devstack.Database(t, migrated), "REDIS_URL": redisURL}
	getenv := func(name string) string { return set[name] }
	for _, want := range []string{"20 added, 1 changed, 0 ended: imported.", "0 added, 0 changed, 0 ended: imported."} {
		var out bytes.Buffer
		if err := run(t.Context(), []string{"import", "../../docs/example-company.yaml"}, getenv, &out, &out); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("import says not %q but\n%s", want, &out)
		}
	}
	var out bytes.Buffer
	_ = run(t.Context(), []string{"doctor"}, getenv, &out, &out) // there is no Slack
	if want := "ok       Roles: each is held for the whole organisation."; !strings.Contains(out.String(), want) {
		t.Errorf("the doctor says not %q but\n%s", want, &out)
	}
}

// TestReadme keeps what the README shows true: its transcript is part of a
// story, and it names every setting.
func TestReadme(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	story, err := os.ReadFile("../../stories/who.story")
	if err != nil {
		t.Fatal(err)
	}
	_, transcript, _ := strings.Cut(string(readme), "```\n")
	transcript, _, _ = strings.Cut(transcript, "```")
	if transcript == "" || !strings.Contains(string(story), transcript) {
		t.Errorf("the README's transcript is not in stories/who.story:\n%s", transcript)
	}
	for name := range variables(settings{}) {
		if !strings.Contains(string(readme), "| `"+name+"` |") {
			t.Errorf("the README does not explain %s", name)
		}
	}
}
