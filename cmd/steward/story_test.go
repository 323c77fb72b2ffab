package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"steward/bot"
	"steward/commands"
	"steward/company"
	"steward/intake"
	"steward/internal/devstack"
	"steward/slacksim"
	"steward/slacksim/story"
	"steward/store"
)

var update = flag.Bool("update", false, "rewrite what the bot says in the stories")

// TestStories plays every story against the real bot, over the simulated
// workspace, with real Postgres and Redis.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("../../stories/*.story")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories found: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".story"), func(t *testing.T) {
			t.Parallel()
			s := newStage(t, panes[filepath.Base(file)])
			story.Run(t, file, story.World{
				Sim: s.sim, App: "Steward", Settle: s.bot.Settle, SetTime: s.clock.set, Update: *update,
				Verbs: map[string]func(context.Context, []string) error{"measure": s.measure, "case": s.happens, "days": s.days, "leaves": s.leaves, "returns": s.returns, "renames": s.renames, "says": s.says, "check": s.check, "expects": s.expects, "feed": s.feed, "file": s.file},
			})
			if v := s.sim.Violations(); len(v) > 0 {
				t.Errorf("Slack would refuse: %+v", v)
			}
		})
	}
}

// panes are the stories in which Steward has a pane, of the present or of the
// older kind.
var panes = map[string]func(*slacksim.App){
	"pane.story": withPane,
	"pane-threads.story": func(a *slacksim.App) {
		a.AssistantView = true
		a.BotScopes = slices.Concat(a.BotScopes, bot.PaneScopes)
		a.Events = append(slices.Clip(a.Events), "assistant_thread_started", "assistant_thread_context_changed")
	},
}

// storyStart is when stories begin unless they say otherwise; the days of the
// demo's company are counted from it.
var storyStart = time.Date(2026, 6, 15, 9, 0, 0, 0, time.FixedZone("CST", 8*3600))

// a storyClock stands still until a story moves it.
type storyClock struct {
	mu sync.Mutex
	at time.Time
}

func (c *storyClock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *storyClock) set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = t
}

// a stage is a company, its workspace and the bot, all on a story's clock.
type stage struct {
	clock  *storyClock
	sim    *slacksim.Sim
	bot    *bot.Bot
	intake http.Handler
	db     *store.Store
	token  string
	count  int // measurements sent
}

func newStage(t *testing.T, change func(*slacksim.App)) *stage {
	t.Helper()
	ctx := t.Context()
	s := &stage{clock: &storyClock{at: storyStart}}
	log := slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelWarn}))
	_, redisURL := devstack.ForTest(t)
	db, err := store.Open(ctx, devstack.Database(t, migrated), redisURL, log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	s.db = db
	company, err := readDemoCompany(storyStart)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Import(ctx, company, "story", false, s.clock.now()); err != nil {
		t.Fatal(err)
	}
	if s.token, err = db.NewToken(ctx, "probe", s.clock.now()); err != nil {
		t.Fatal(err)
	}
	s.intake = intake.Handler(intake.Config{Store: db, Log: log, Now: s.clock.now, Words: commands.English})

	s.sim = slacksim.New(slacksim.Config{Now: s.clock.now, Log: log})
	t.Cleanup(s.sim.Close)
	workspace := workspaceOf(company)
	if change != nil {
		change(&workspace.Apps[0])
	}
	if err := s.sim.Load(workspace); err != nil {
		t.Fatal(err)
	}
	server, err := s.sim.Start(ctx, "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	app, _ := s.sim.App("Steward")
	s.bot = bot.New(bot.Config{
		Store: db, Log: log, Now: s.clock.now,
		BotToken: app.BotToken, AppToken: app.AppToken, APIURL: server.APIURL(),
	})
	s.run(t)
	return s
}

// run starts the bot, waits until it hears, and stops it with the test.
func (s *stage) run(t *testing.T) {
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- s.bot.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the bot ended with %v", err)
		}
	})
	for {
		more := s.sim.More()
		if connected, hearing := s.bot.Ready(); connected && hearing {
			return
		}
		select {
		case <-more:
		case <-time.After(5 * time.Millisecond):
		case err := <-ended:
			t.Fatalf("the bot ended with %v", err)
		}
	}
}

// measure is the verb
//
//	measure SLA-ORION-HR availability good=980 total=1000
//	measure SLA-MAIL-HR satisfaction value=4.4
//	measure SLA-ORION-HR availability good=1000 total=1000 key=mended corrects=bad
//
// for the hour that ends now.
func (s *stage) measure(ctx context.Context, args []string) error {
	if len(args) < 3 {
		return fmt.Errorf("measure AGREEMENT TARGET good=N total=N")
	}
	item := map[string]any{
		"agreement": args[0], "target": args[1],
		"from": s.clock.now().Add(-time.Hour), "to": s.clock.now(),
	}
	for _, arg := range args[2:] {
		name, value, _ := strings.Cut(arg, "=")
		if item[name] = json.Number(value); name == "key" || name == "corrects" {
			item[name] = value
		}
	}
	return s.send(ctx, item)
}

// send hands one measurement to the intake, under a key of its own.
func (s *stage) send(ctx context.Context, item map[string]any) error {
	if s.count++; item["key"] == nil {
		item["key"] = strconv.Itoa(s.count)
	}
	body, err := json.Marshal(item)
	if err != nil {
		return err
	}
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "/v1/measurements", bytes.NewReader(body))
	request.Header.Set("Authorization", "Bearer "+s.token)
	answer := httptest.NewRecorder()
	s.intake.ServeHTTP(answer, request)
	if !strings.Contains(answer.Body.String(), `"stored"`) {
		return fmt.Errorf("not stored: %d %s", answer.Code, answer.Body)
	}
	return nil
}

// days is the verb
//
//	days SLA-ORION-HR availability 2026-06-01 0 520 0
//
// for whole days from a date on in the story's zone, measured in seconds, of
// which so many were bad. A day that is "-" was not measured.
func (s *stage) days(ctx context.Context, args []string) error {
	if len(args) < 4 {
		return fmt.Errorf("days AGREEMENT TARGET DATE BAD ...")
	}
	from, err := time.ParseInLocation(time.DateOnly, args[2], storyStart.Location())
	if err != nil {
		return err
	}
	for i, arg := range args[3:] {
		if arg == "-" {
			continue
		}
		bad, err := strconv.ParseInt(arg, 10, 64)
		if err != nil {
			return err
		}
		const total = 24 * 60 * 60
		item := map[string]any{"agreement": args[0], "target": args[1], "good": total - bad, "total": total}
		item["from"], item["to"] = from.AddDate(0, 0, i), from.AddDate(0, 0, i+1)
		if err := s.send(ctx, item); err != nil {
			return err
		}
	}
	return nil
}

// check is the verb
//
//	check
//
// for the hourly check.
func (s *stage) check(ctx context.Context, _ []string) error {
	return errors.Join(s.db.Check(ctx, s.clock.now()), s.db.TellSilence(ctx, s.clock.now()))
}

// expects is the verb
//
//	expects probe 4m
//
// for a source that is expected to be heard within the time; the source of the
// verb measure is probe.
func (s *stage) expects(ctx context.Context, args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("expects SOURCE TIME")
	}
	every, err := time.ParseDuration(args[1])
	if err != nil {
		return err
	}
	return s.db.Expect(ctx, args[0], every, s.clock.now())
}

// feed is the verb
//
//	feed OFFICE-CN 20261224 "Christmas Eve"
//
// for the holidays of a feed, proposed for a calendar: here one whole day.
func (s *stage) feed(ctx context.Context, args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("feed CALENDAR DATE NAME")
	}
	text := "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:" + args[1] + "\nSUMMARY:" + args[2] + "\nEND:VEVENT\nEND:VCALENDAR\n"
	return proposeFeed(ctx, s.db, feed{strings.NewReader(text), "feed.ics", args[0], "2026-01-01", "2027-12-31"}, io.Discard, s.clock.now())
}

// file is the verb
//
//	file olga.petrova@orion.example process-lead
//
// for the import of a company file with a person who has no account, and with
// the role that the person holds from today on.
func (s *stage) file(ctx context.Context, args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("file EMAIL ROLE")
	}
	text := fmt.Sprintf(`
company: {zone: Asia/Shanghai}
people: [{email: %[1]s, name: {en: Olga Petrova, zh: 奥尔加}, language: en}]
assignments: [{role: %[2]s, holder: %[1]s, from: %[3]s}]`, args[0], args[1], s.clock.now().Format(time.DateOnly))
	d, err := company.Read(strings.NewReader(text), "newcomer.yaml")
	if err != nil {
		return err
	}
	_, err = s.db.Import(ctx, d, "steward import", false, s.clock.now())
	return err
}

// leaves is the verb
//
//	leaves jonas.weber
//
// whose account is deactivated.
func (s *stage) leaves(_ context.Context, args []string) error {
	return s.sim.ChangePerson(args[0], func(p *slacksim.Person) { p.Deactivated = true })
}

// returns is the verb
//
//	returns jonas.weber
//
// whose account is active again.
func (s *stage) returns(_ context.Context, args []string) error {
	return s.sim.ChangePerson(args[0], func(p *slacksim.Person) { p.Deactivated = false })
}

// renames is the verb
//
//	renames mei.lin "Mei Larsson"
//
// for a new name of the account.
func (s *stage) renames(_ context.Context, args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("renames HANDLE NAME")
	}
	return s.sim.ChangePerson(args[0], func(p *slacksim.Person) { p.RealName = args[1] })
}

// says is the verb
//
//	says mei.lin "On holiday"
//
// for a status of the account; "" takes it away.
func (s *stage) says(_ context.Context, args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("says HANDLE STATUS")
	}
	return s.sim.ChangePerson(args[0], func(p *slacksim.Person) { p.StatusText = args[1] })
}
