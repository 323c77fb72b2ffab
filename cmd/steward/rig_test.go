package main

import (
	"context"
	"flag"
	"io"
	"log/slog"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"steward/internal/devstack"
	"steward/slacksim"
	"steward/slm"
	"steward/store"
)

// asSteward, set in the environment, makes the test binary be Steward itself,
// as a process of its own that can be killed. It ends with the test: its
// standard input is a pipe that breaks then.
const asSteward = "STEWARD_TEST_PROCESS"

func TestMain(m *testing.M) {
	if os.Getenv(asSteward) != "" {
		go func() {
			_, _ = io.Copy(io.Discard, os.Stdin)
			os.Exit(1)
		}()
		main()
		os.Exit(0)
	}
	moreAtOnce(4)
	os.Exit(m.Run())
}

// moreAtOnce lets at least n parallel tests run at once, also where there are
// fewer cores, unless -parallel was given: most of these tests wait.
func moreAtOnce(n int) {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "test.parallel" })
	if !given && runtime.GOMAXPROCS(0) < n {
		_ = flag.Set("test.parallel", strconv.Itoa(n)) // a number is never refused
	}
}

// longWait is how long a test waits for what has to happen.
const longWait = 45 * time.Second

// A rig is all that copies of Steward stand on in a test: a database with the
// demo's company, a simulated workspace with an account for everybody, a token
// for measurements. Each test has its own.
type rig struct {
	t        testing.TB
	company  *slm.Directory // as it was imported; the ids of people differ in the database
	sim      *slacksim.Sim
	db       *pgxpool.Pool
	settings settings // of the copies; tests may change them before they start one
	token    string
	http     *http.Client
}

// newRig prepares a rig. Edits change the company before it is imported.
func newRig(t testing.TB, edits ...func(*slm.Directory)) *rig {
	t.Helper()
	_, redisURL := devstack.ForTest(t)
	r := &rig{t: t, http: &http.Client{Timeout: longWait}}
	r.settings = settings{DatabaseURL: devstack.Database(t, migrated), RedisURL: redisURL, Addr: "127.0.0.1:0"}
	var err error
	r.company, err = readDemoCompany(time.Now())
	r.must(err)
	for _, edit := range edits {
		edit(r.company)
	}
	r.db, err = pgxpool.New(t.Context(), r.settings.DatabaseURL)
	r.must(err)
	t.Cleanup(r.db.Close)
	r.fill()
	r.openWorkspace()
	return r
}

// migrated brings the schema of a database up to date, as every copy does at
// its start.
func migrated(ctx context.Context, databaseURL string) error {
	db, err := store.Open(ctx, databaseURL, noRedis, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	db.Close()
	return nil
}

// noRedis is the address of a Redis that is not there.
const noRedis = "unix:///nonexistent/redis.sock"

func (r *rig) fill() {
	db := r.open()
	defer db.Close()
	_, err := db.Import(r.t.Context(), r.company, "test", false, time.Now())
	r.must(err)
	r.token, err = db.NewToken(r.t.Context(), "test", time.Now())
	r.must(err)
}

// open opens a store of its own on the rig's database.
func (r *rig) open() *store.Store {
	r.t.Helper()
	db, err := store.Open(r.t.Context(), r.settings.DatabaseURL, r.settings.RedisURL, r.log())
	r.must(err)
	return db
}

func (r *rig) openWorkspace() {
	r.sim = slacksim.New(slacksim.Config{Log: r.log(), RetryAfter: []time.Duration{time.Second, 5 * time.Second}})
	r.must(r.sim.Load(workspaceOf(r.company)))
	slack, err := r.sim.Start(context.WithoutCancel(r.t.Context()), "127.0.0.1:0")
	r.must(err)
	r.t.Cleanup(slack.Close)
	app, _ := r.sim.App("Steward")
	r.settings.BotToken, r.settings.AppToken, r.settings.APIURL = app.BotToken, app.AppToken, slack.APIURL()
}

// log goes with the output of the test, which is shown when it fails.
func (r *rig) log() *slog.Logger { return slog.New(slog.NewTextHandler(r.t.Output(), nil)) }

func (r *rig) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

// until waits for something to come true.
func (r *rig) until(what string, done func() bool) {
	r.t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	late := time.NewTimer(longWait)
	defer late.Stop()
	for !done() {
		select {
		case <-tick.C:
		case <-late.C:
			r.t.Fatalf("not true after %s: %s", longWait, what)
		}
	}
}

// count gives the number that a query counts.
func (r *rig) count(sql string, args ...any) int {
	r.t.Helper()
	var n int
	r.must(r.db.QueryRow(r.t.Context(), sql, args...).Scan(&n))
	return n
}

func (r *rig) exec(sql string, args ...any) {
	r.t.Helper()
	_, err := r.db.Exec(r.t.Context(), sql, args...)
	r.must(err)
}

// settle waits until nothing is owed: every ping was sent and shows how things
// stand, or was dropped, and every question was answered.
func (r *rig) settle() {
	r.t.Helper()
	r.until("nothing is owed", func() bool {
		return r.count(`SELECT (SELECT count(*) FROM pings WHERE dropped_at IS NULL AND drawn < want)
			+ (SELECT count(*) FROM inbox WHERE done_at IS NULL)`) == 0
	})
}

// posted gives every message that was ever posted with a key in its metadata,
// by that key.
func (r *rig) posted() map[string][]slacksim.Message {
	found := map[string][]slacksim.Message{}
	for _, c := range r.sim.Changes(0) {
		if c.Kind == slacksim.Posted && c.Message.Metadata != nil {
			key, _ := c.Message.Metadata.EventPayload["k"].(string)
			found[key] = append(found[key], *c.Message)
		}
	}
	return found
}

// a ping is what a test looks at of a row.
type ping struct {
	Key, Slack, Handle, Channel, TS string
	Dropped                         string
}

// pings gives all pings, oldest first.
func (r *rig) pings() []ping {
	r.t.Helper()
	rows, _ := r.db.Query(r.t.Context(), `
		SELECT key, coalesce(slack_id, '') AS slack, split_part(email, '@', 1) AS handle, coalesce(channel, '') AS channel,
			coalesce(ts, '') AS ts, coalesce(dropped_why, '') AS dropped
		FROM pings JOIN people ON people.id = person_id ORDER BY pings.id`)
	pings, err := pgx.CollectRows(rows, pgx.RowToStructByName[ping])
	r.must(err)
	return pings
}

// checkPings proves what is promised of every ping, once nothing is owed: it
// was posted exactly once, in private between its own person and Steward, where
// its row says; and nothing was posted that no row asks for.
func (r *rig) checkPings() {
	r.t.Helper()
	app, _ := r.sim.App("Steward")
	posted := r.posted()
	for _, p := range r.pings() {
		messages := posted[p.Key]
		delete(posted, p.Key)
		if p.Dropped != "" {
			if len(messages) > 0 {
				r.t.Errorf("%s to %s was dropped (%s), and posted", p.Key, p.Handle, p.Dropped)
			}
			continue
		}
		if len(messages) != 1 {
			r.t.Errorf("%s to %s was posted %d times", p.Key, p.Handle, len(messages))
			continue
		}
		m := messages[0]
		if m.Channel != p.Channel || m.TS != p.TS {
			r.t.Errorf("%s stands at %s/%s, and its row says %s/%s", p.Key, m.Channel, m.TS, p.Channel, p.TS)
		}
		if with := r.sim.DMWith(m.Channel); len(with) != 2 || !slices.Contains(with, p.Slack) || !slices.Contains(with, app.BotUserID) {
			r.t.Errorf("%s is owed to %s and was posted in %s, which is between %v", p.Key, p.Slack, m.Channel, with)
		}
	}
	for key, messages := range posted {
		if len(messages) > 1 || r.count(`SELECT count(*) FROM inbox WHERE id = $1`, key) != 1 {
			r.t.Errorf("%q was posted %d times, and no row asks for it so often", key, len(messages))
		}
	}
	if wrong := r.sim.Violations(); len(wrong) > 0 {
		r.t.Errorf("Slack would refuse: %v", wrong)
	}
}
