package store

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"testing"
	"time"

	"steward/internal/devstack"
	"steward/slm"
)

// noon is when the tests of this package begin: a Monday in June.
var noon = time.Date(2026, 6, 15, 12, 0, 0, 0, time.UTC)

// minutes gives the time so many minutes after noon.
func minutes(n int) time.Time { return noon.Add(time.Duration(n) * time.Minute) }

// The people of the small company, in the order of the ladder of SLA-1: the
// administrator, the manager, the execution lead, the owner. Eve is of the
// customer and Sam of the supplier; Zoe has no Slack account and Fay nothing
// to do with SLA-1.
const (
	ann int64 = iota + 1
	bob
	cat
	dan
	eve
	sam
	zoe
	fay
)

// small gives a company that fits on one page.
func small() *slm.Directory {
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	person := func(id int64, email, party string) slm.Person {
		return slm.Person{ID: id, Email: email + "@x.example", Name: slm.Text{EN: email, ZH: email}, Lang: slm.English, Zone: "UTC", Party: party}
	}
	org := slm.Scope{Kind: slm.Organisation}
	return (&slm.Directory{
		Parties: []slm.Party{
			{Code: "HR", Name: slm.Text{EN: "HR", ZH: "人力"}, Side: slm.Business},
			{Code: "OPS", Name: slm.Text{EN: "Ops", ZH: "运维"}, Side: slm.Internal},
			{Code: "CLOUD", Name: slm.Text{EN: "Cloud", ZH: "云"}, Side: slm.Supplier},
			{Code: "LAB", Name: slm.Text{EN: "Lab", ZH: "实验室"}, Side: slm.Business},
		},
		People: []slm.Person{
			person(ann, "ann", "OPS"), person(bob, "bob", "OPS"), person(cat, "cat", "OPS"), person(dan, "dan", ""),
			person(eve, "eve", "HR"), person(sam, "sam", "CLOUD"), person(zoe, "zoe", "HR"), person(fay, "fay", "LAB"),
		},
		Services: []slm.Service{{Code: "MAIL", Name: slm.Text{EN: "Mail", ZH: "邮件"}, Aliases: []string{"post"}, State: "live"}},
		Agreements: []slm.Agreement{
			{
				Code: "SLA-1", Kind: slm.SLA, Title: slm.Text{EN: "Mail for HR", ZH: "人力邮件"}, Provider: "OPS", Consumer: "HR", Services: []string{"MAIL"},
				State: "in force", From: from, Zone: "Asia/Shanghai", AlertRole: slm.ServiceLevelAdministrator, AnswerWithin: 15 * time.Minute,
				Targets: []slm.Target{{Key: "availability", Name: slm.Text{EN: "availability", ZH: "可用性"}, Objective: 999_000}},
			},
			{
				Code: "UC-1", Kind: slm.UC, Title: slm.Text{EN: "Cloud", ZH: "云"}, Provider: "CLOUD", Consumer: "OPS", Underpins: []string{"SLA-1"},
				State: "in force", From: from, Zone: "UTC", AlertRole: slm.ServiceLevelManager, AnswerWithin: time.Hour,
				Targets: []slm.Target{{Key: "availability", Name: slm.Text{EN: "availability", ZH: "可用性"}, Objective: 990_000}},
			},
		},
		Assignments: []slm.Assignment{
			{ID: 1, Role: slm.ServiceLevelAdministrator, Scope: slm.Scope{Kind: slm.AgreementScope, Code: "SLA-1"}, Person: ann, From: from},
			{ID: 2, Role: slm.ServiceLevelManager, Scope: org, Person: bob, From: from},
			{ID: 3, Role: slm.ProcessLead, Scope: org, Person: cat, From: from},
			{ID: 4, Role: slm.ProcessOwner, Scope: org, Person: dan, From: from},
		},
	}).Index()
}

// migrated brings the template of all test databases up to date.
func migrated(ctx context.Context, databaseURL string) error {
	s, err := Open(ctx, databaseURL, "redis://127.0.0.1:1", slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	s.Close()
	return nil
}

// opened gives a store on an empty database of its own.
func opened(t testing.TB) *Store {
	t.Helper()
	_, redisURL := devstack.ForTest(t)
	return openedAt(t, devstack.Database(t, migrated), redisURL)
}

func openedAt(t testing.TB, databaseURL, redisURL string) *Store {
	t.Helper()
	s, err := Open(t.Context(), databaseURL, redisURL, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// company gives a store that knows the small company, everybody but Zoe with
// a Slack account. change may alter it first.
func company(t testing.TB, change ...func(*slm.Directory)) *Store {
	t.Helper()
	s := opened(t)
	d := small()
	for _, change := range change {
		change(d)
	}
	if _, err := s.Import(t.Context(), d.Index(), "test", false, noon); err != nil {
		t.Fatal(err)
	}
	var accounts []Account
	for _, p := range d.People {
		if p.ID != zoe {
			accounts = append(accounts, Account{SlackID: "U" + p.Name.EN, Email: p.Email, Lang: p.Lang, Zone: p.Zone})
		}
	}
	if _, err := s.MatchPeople(t.Context(), accounts, noon); err != nil {
		t.Fatal(err)
	}
	return s
}

// measured gives a measurement of SLA-1 for the hour that begins so many hours
// before noon.
func measured(key string, hoursAgo int, bad, total int64) slm.Measurement {
	from := noon.Add(-time.Duration(hoursAgo) * time.Hour)
	return slm.Measurement{Key: key, Agreement: "SLA-1", Target: "availability", From: from, To: from.Add(time.Hour), Good: total - bad, Total: total}
}

// broken gives a store of the small company in which SLA-1 was broken at noon.
func broken(t *testing.T, change ...func(*slm.Directory)) (*Store, BreachView) {
	t.Helper()
	s := company(t, change...)
	take(t, s, measured("bad", 1, 20, 1000))
	return s, onlyBreach(t, s)
}

func take(t *testing.T, s *Store, ms ...slm.Measurement) []Taken {
	t.Helper()
	taken, err := s.Take(t.Context(), "probe", ms, noon)
	if err != nil {
		t.Fatal(err)
	}
	return taken
}

func onlyBreach(t *testing.T, s *Store) BreachView {
	t.Helper()
	breaches, err := s.OpenBreaches(t.Context(), "", 10)
	if err != nil || len(breaches) != 1 {
		t.Fatalf("%d open breaches, %v; want 1", len(breaches), err)
	}
	return breachNow(t, s, breaches[0].ID)
}

func breachNow(t *testing.T, s *Store, id int64) BreachView {
	t.Helper()
	b, err := s.Breach(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// refusedAs reports whether an error is the refusal with the kind and key.
func refusedAs(err error, kind slm.Kind, key string) bool {
	var refusal *slm.Error
	return errors.As(err, &refusal) && refusal.Kind == kind && refusal.Key == key
}

// number gives the one number that a query gives.
func number(t testing.TB, s *Store, sql string, args ...any) int64 {
	t.Helper()
	var n int64
	if err := s.db.QueryRow(t.Context(), sql, args...).Scan(&n); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return n
}

func asRefusal(t *testing.T, err error) *slm.Error {
	t.Helper()
	var refusal *slm.Error
	if !errors.As(err, &refusal) {
		t.Fatalf("no refusal: %v", err)
	}
	return refusal
}

// lease is how long the tests hold a claim.
const lease = 10 * time.Second

// claimOne claims the one ping that is due and was not sent yet.
func claimOne(t *testing.T, s *Store, at time.Time) Ping {
	t.Helper()
	pings, err := s.ClaimPings(t.Context(), at, lease, 10)
	if err != nil {
		t.Fatal(err)
	}
	var unsent []Ping
	for _, p := range pings {
		if p.SentAt == nil {
			unsent = append(unsent, p)
		}
	}
	if len(unsent) != 1 {
		t.Fatalf("%d pings to send are due, want 1", len(unsent))
	}
	return unsent[0]
}

// together does something n times at once: all of them wait for the table
// before any of them goes on.
func together(t *testing.T, s *Store, table string, n int, do func(i int)) {
	t.Helper()
	var group sync.WaitGroup
	defer group.Wait() // after the gate is open, whatever happens
	gate, err := s.db.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer gate.Rollback(context.WithoutCancel(t.Context())) //nolint:errcheck // it opens the gate
	if _, err := gate.Exec(t.Context(), `LOCK TABLE `+table+` IN EXCLUSIVE MODE`); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		group.Go(func() { do(i) })
	}
	for waiting := int64(0); waiting < int64(n); {
		waiting = number(t, s, `
			SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)
	}
	if err := gate.Rollback(t.Context()); err != nil {
		t.Fatal(err)
	}
}
