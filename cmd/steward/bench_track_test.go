package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/slack-go/slack"

	"steward/internal/devstack"
	"steward/slacksim"
	"steward/slm"
	"steward/store"
)

// a track is all that a benchmark runs on: a Steward at work and a simulated
// workspace in which everybody was written to before.
type track struct {
	b        *testing.B
	ctx      context.Context
	intake   string // URL
	token    string
	http     *http.Client
	slack    *slack.Client
	db       *pgxpool.Pool
	posts    *postbox
	channels []string // of the people, in their order
}

func newTrack(b *testing.B) *track {
	ctx, cancel := context.WithCancel(context.Background())
	b.Cleanup(cancel)
	stack, err := devstack.Start(ctx, devstack.Options{Setup: os.Getenv("SETUP") == "1"})
	check(b, err)
	b.Cleanup(stack.Stop)
	company := benchCompany(time.Now())
	sim := slacksim.New(slacksim.Config{})
	b.Cleanup(sim.Close)
	check(b, sim.Load(workspaceOf(company)))
	posts := &postbox{next: sim.Handler()}
	workspace := httptest.NewServer(posts)
	b.Cleanup(workspace.Close)
	app, _ := sim.App("Steward")

	t := &track{b: b, ctx: ctx, posts: posts}
	t.http = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: benchAtOnce}}
	b.Cleanup(t.http.CloseIdleConnections)
	t.slack = slack.New(app.BotToken, slack.OptionAPIURL(workspace.URL+"/api/"), slack.OptionHTTPClient(t.http))
	t.fill(stack, company)
	t.run(settings{
		BotToken: app.BotToken, AppToken: app.AppToken, APIURL: workspace.URL + "/api/",
		DatabaseURL: stack.DatabaseURL, RedisURL: stack.RedisURL,
	})
	for i := range company.People {
		person, _, _ := strings.Cut(company.People[i].Email, "@")
		channel, err := sim.As(person).OpenDM("steward")
		check(b, err)
		t.channels = append(t.channels, channel)
	}
	t.oneRequest("warm")
	return t
}

// fill writes the company into the database, and a table for the bare loop.
func (t *track) fill(stack *devstack.Stack, company *slm.Directory) {
	db, err := store.Open(t.ctx, stack.DatabaseURL, stack.RedisURL, slog.New(slog.DiscardHandler))
	check(t.b, err)
	defer db.Close()
	_, err = db.Import(t.ctx, company, "benchmark", false, time.Now())
	check(t.b, err)
	t.token, err = db.NewToken(t.ctx, "benchmark", time.Now())
	check(t.b, err)
	config, err := pgxpool.ParseConfig(stack.DatabaseURL)
	check(t.b, err)
	config.MaxConns = benchAtOnce
	t.db, err = pgxpool.NewWithConfig(t.ctx, config)
	check(t.b, err)
	t.b.Cleanup(t.db.Close)
	_, err = t.db.Exec(t.ctx, `CREATE TABLE bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, channel text NOT NULL)`)
	check(t.b, err)
}

// run runs Steward as the program does, until the benchmark ends.
func (t *track) run(s settings) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(t.b, err)
	base := "http://" + listener.Addr().String()
	t.intake = base + "/v1/measurements"
	ctx, stop := context.WithCancel(t.ctx)
	ended := make(chan error, 1)
	go func() {
		ended <- serve(ctx, s, listener, slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
	}()
	t.b.Cleanup(func() {
		stop()
		if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
			t.b.Errorf("Steward ended: %v", err)
		}
	})
	t.every(10*time.Millisecond, func() bool {
		answer, err := t.http.Get(base + "/readyz")
		if err != nil {
			return false
		}
		_ = answer.Body.Close()
		return answer.StatusCode == http.StatusOK
	})
}

// every asks again at the pace until the answer is yes, for a minute.
func (t *track) every(pace time.Duration, yes func() bool) {
	t.b.Helper()
	tick := time.NewTicker(pace)
	defer tick.Stop()
	for deadline := time.Now().Add(time.Minute); !yes(); <-tick.C {
		if time.Now().After(deadline) {
			t.b.Fatal("waited a minute in vain")
		}
	}
}

// settle waits until Steward has stored what became of every ping.
func (t *track) settle() {
	t.b.Helper()
	t.every(5*time.Millisecond, func() bool {
		var pending int
		check(t.b, t.db.QueryRow(t.ctx, `SELECT count(*) FROM pings WHERE dropped_at IS NULL AND drawn < want`).Scan(&pending))
		return pending == 0
	})
}

// send sends a measurement by which the targets of some people are breached,
// and fails unless all of it was stored.
func (t *track) send(target string, from, to int) error {
	now := time.Now()
	var samples []sample
	for i := from; i < to; i++ {
		samples = append(samples, sample{
			Key: fmt.Sprintf("%s/%d", target, i), Agreement: benchAgreement(i), Target: target,
			From: now.Add(-time.Minute), To: now, Good: 1, Total: 60,
		})
	}
	body, err := json.Marshal(samples)
	if err != nil {
		return fmt.Errorf("write measurements: %w", err)
	}
	request, err := http.NewRequestWithContext(t.ctx, http.MethodPost, t.intake, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("send measurements: %w", err)
	}
	request.Header.Set("Authorization", "Bearer "+t.token)
	response, err := t.http.Do(request)
	if err != nil {
		return fmt.Errorf("send measurements: %w", err)
	}
	defer response.Body.Close() //nolint:errcheck // only read
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return fmt.Errorf("read answer: %w", err)
	}
	if stored := bytes.Count(answer, []byte(`"stored"`)); stored != to-from {
		return fmt.Errorf("%d of %d measurements were stored: %.300s", stored, to-from, answer)
	}
	return nil
}

// arrived waits until all posts that were expected have come, and says when
// each did.
func (t *track) arrived(all <-chan struct{}) map[string]time.Time {
	t.b.Helper()
	select {
	case <-all:
	case <-time.After(time.Minute):
		t.b.Fatal("waited a minute for messages in vain")
	}
	arrivals, err := t.posts.taken()
	check(t.b, err)
	return arrivals
}

// a postbox notes when posts arrive at the workspace.
type postbox struct {
	next http.Handler

	mu    sync.Mutex
	at    map[string]time.Time // by channel
	twice []string             // channels that more than one post came to
	left  int
	all   chan struct{}
}

// expect begins anew, and gives a channel that is closed at the nth post.
func (p *postbox) expect(n int) <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.at, p.twice, p.left, p.all = map[string]time.Time{}, nil, n, make(chan struct{})
	return p.all
}

// taken gives what came since expect; two posts to one person are an error.
func (p *postbox) taken() (map[string]time.Time, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.twice) > 0 {
		return nil, fmt.Errorf("told twice: %v", p.twice)
	}
	return p.at, nil
}

func (p *postbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/api/chat.postMessage" {
		now := time.Now()
		body, err := io.ReadAll(r.Body)
		form, parseErr := url.ParseQuery(string(body))
		if err = errors.Join(err, parseErr); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		p.note(form.Get("channel"), now)
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	p.next.ServeHTTP(w, r)
}

func (p *postbox) note(channel string, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, again := p.at[channel]; again {
		p.twice = append(p.twice, channel)
		return
	}
	if p.at == nil {
		return
	}
	p.at[channel] = now
	if p.left--; p.left == 0 {
		close(p.all)
	}
}

func benchAgreement(i int) string { return fmt.Sprintf("SLA-%04d", i) }

// benchCompany is a company in which everybody is responsible for one
// agreement.
func benchCompany(now time.Time) *slm.Directory {
	keys := []string{"warm", "idle"}
	for round := range benchRounds {
		keys = append(keys, fmt.Sprintf("one%d", round), fmt.Sprintf("many%d", round))
	}
	d := &slm.Directory{
		Parties: []slm.Party{
			{Code: "IT", Name: slm.Text{EN: "IT", ZH: "信息部"}, Side: slm.Internal},
			{Code: "SALES", Name: slm.Text{EN: "Sales", ZH: "销售部"}, Side: slm.Business},
		},
		Services: []slm.Service{{Code: "MAIL", Name: slm.Text{EN: "Mail", ZH: "邮箱"}, State: "live"}},
	}
	began := now.AddDate(0, -2, 0)
	for i := range benchPeople {
		id, lang := int64(i+1), []slm.Lang{slm.English, slm.Chinese}[i%2]
		d.People = append(d.People, slm.Person{
			ID: id, Email: fmt.Sprintf("person%04d@bench.example", i), Lang: lang, Zone: "Asia/Shanghai", Party: "IT",
			Name: slm.Text{EN: fmt.Sprintf("Person %d", i), ZH: fmt.Sprintf("人员 %d", i)},
		})
		a := slm.Agreement{
			Code: benchAgreement(i), Kind: slm.SLA, Title: slm.Text{EN: "Mail for Sales", ZH: "销售部邮箱服务"},
			Provider: "IT", Consumer: "SALES", Services: []string{"MAIL"}, State: "in force", From: began, Zone: "Asia/Shanghai",
			AlertRole: slm.ServiceLevelAdministrator, AnswerWithin: 24 * time.Hour,
		}
		for _, key := range keys {
			a.Targets = append(a.Targets, slm.Target{Key: key, Name: slm.Text{EN: key, ZH: key}, Objective: 999_000})
		}
		d.Agreements = append(d.Agreements, a)
		d.Assignments = append(d.Assignments, slm.Assignment{
			Role: slm.ServiceLevelAdministrator, Scope: slm.Scope{Kind: slm.AgreementScope, Code: a.Code}, Person: id, From: began,
		})
	}
	return d.Index()
}

func check(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}
