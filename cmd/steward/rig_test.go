package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"slices"
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
	os.Exit(m.Run())
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

// A running is one copy of Steward.
type running struct {
	*rig
	url  string // of its HTTP server
	stop func() // asks it to stop and waits; in a process of its own: kills it
}

// start runs a copy in this process, and returns when it hears Slack.
func (r *rig) start() *running {
	r.t.Helper()
	listener, err := net.Listen("tcp", r.settings.Addr)
	r.must(err)
	ctx, cancel := context.WithCancel(context.WithoutCancel(r.t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, r.settings, listener, r.log()) }()
	c := &running{rig: r, url: "http://" + listener.Addr().String()}
	c.stop = func() {
		cancel()
		if err, first := <-ended; first {
			close(ended)
			if err != nil && !errors.Is(err, context.Canceled) {
				r.t.Errorf("Steward ended: %v", err)
			}
		}
	}
	r.t.Cleanup(c.stop)
	c.ready()
	return c
}

// spawn runs a copy as a process of its own, and returns when it takes
// measurements.
func (r *rig) spawn() *running {
	r.t.Helper()
	binary, err := os.Executable()
	r.must(err)
	cmd := exec.CommandContext(context.WithoutCancel(r.t.Context()), binary, "serve")
	s := r.settings
	cmd.Env = []string{
		asSteward + "=1", "SLACK_BOT_TOKEN=" + s.BotToken, "SLACK_APP_TOKEN=" + s.AppToken, "SLACK_API_URL=" + s.APIURL,
		"DATABASE_URL=" + s.DatabaseURL, "REDIS_URL=" + s.RedisURL, "STEWARD_ADDR=" + s.Addr,
	}
	life, err := cmd.StdinPipe()
	r.must(err)
	output, err := cmd.StderrPipe()
	r.must(err)
	r.must(cmd.Start())
	addr, ended := make(chan string, 1), make(chan struct{})
	go func() {
		defer close(ended)
		r.follow(output, addr)
		_ = cmd.Wait() // it was killed
		_ = life.Close()
	}()
	c := &running{rig: r}
	c.stop = func() {
		_ = cmd.Process.Kill() // SIGKILL; an error says that it has ended
		<-ended
	}
	r.t.Cleanup(c.stop)
	select {
	case a := <-addr:
		c.url = "http://" + a
	case <-ended:
		r.t.Fatal("Steward ended at once")
	}
	return c
}

// follow passes a process's log on, and finds out where it serves HTTP.
func (r *rig) follow(output io.Reader, addr chan<- string) {
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		fmt.Fprintln(r.t.Output(), lines.Text())
		var line struct{ Msg, Addr string }
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "running" {
			addr <- line.Addr
		}
	}
}

// ready waits until the copy hears Slack.
func (c *running) ready() {
	c.t.Helper()
	c.until("Steward is ready", func() bool {
		answer, err := c.http.Get(c.url + "/readyz")
		if err != nil {
			return false
		}
		defer answer.Body.Close() //nolint:errcheck // only read
		return answer.StatusCode == http.StatusOK
	})
}

// failing is a measurement that breaks the target at once: an hour of nothing
// but failures. Its key names the target, so that sending it twice is repeating.
func failing(agreement, target string) sample {
	now := time.Now()
	return sample{
		Key: "outage/" + agreement + "/" + target, Agreement: agreement, Target: target,
		From: now.Add(-time.Hour), To: now, Good: 0, Total: 3600,
	}
}

// measure sends measurements and fails unless each is stored.
func (c *running) measure(samples ...sample) {
	c.t.Helper()
	outcomes, err := c.send(samples...)
	c.must(err)
	for i, o := range outcomes {
		if o != store.Stored {
			c.t.Fatalf("measurement %s was %s", samples[i].Key, o)
		}
	}
}

// send sends measurements as a source does, and gives what became of each.
func (c *running) send(samples ...sample) ([]store.Outcome, error) {
	body, err := json.Marshal(samples)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequest(http.MethodPost, c.url+"/v1/measurements", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+c.token)
	answer, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close() //nolint:errcheck // only read
	var got struct {
		Error   string
		Results []struct{ Outcome store.Outcome }
	}
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil || got.Error != "" {
		return nil, errors.Join(err, errors.New(got.Error))
	}
	var outcomes []store.Outcome
	for _, result := range got.Results {
		outcomes = append(outcomes, result.Outcome)
	}
	return outcomes, nil
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
