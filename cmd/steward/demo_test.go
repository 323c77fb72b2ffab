package main

import (
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"steward/internal/devstack"
	"steward/slm"
	"steward/store"
)

// TestDemoKeepsOffOtherCompanies: DATABASE_URL may be set for a real Steward.
func TestDemoKeepsOffOtherCompanies(t *testing.T) {
	t.Parallel()
	_, redisURL := devstack.ForTest(t)
	company, err := readDemoCompany(time.Now())
	if err != nil {
		t.Fatal(err)
	}
	d := &demonstration{log: slog.New(slog.DiscardHandler), company: company, stack: &devstack.Stack{
		DatabaseURL: devstack.Database(t, migrated), RedisURL: redisURL,
	}}
	for range 2 { // the second time is that of --data
		if err := d.fill(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	db, err := store.Open(t.Context(), d.stack.DatabaseURL, redisURL, d.log)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	other := *company
	other.People = append(slices.Clone(company.People), slm.Person{
		ID: 1000, Email: "somebody@real.example", Name: slm.Text{EN: "Somebody", ZH: "某人"}, Lang: slm.English, Zone: "UTC",
	})
	if _, err := db.Import(t.Context(), other.Index(), "test", false, time.Now()); err != nil {
		t.Fatal(err)
	}
	if err := d.fill(t.Context()); err == nil || !strings.Contains(err.Error(), "another company") {
		t.Errorf("fill over another company = %v", err)
	}
}
