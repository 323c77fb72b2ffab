package main

import (
	"encoding/json"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"

	"steward/slm"
	"steward/store"
)

// explained gives a shell of the demo's company in which a good day, a bad
// minute and its correction were measured in June 2026.
func explained(t *testing.T) (shell, *store.Store) {
	t.Helper()
	s := newShell(t)
	s.says("import", file(t, "company.yaml", relativeDay.ReplaceAllString(demoCompany, "2026-12-01")))
	db, err := store.Open(t.Context(), s.env["DATABASE_URL"], noRedis, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	from := time.Date(2026, 6, 10, 0, 0, 0, 0, time.UTC)
	m := slm.Measurement{Key: "day", Agreement: brokenAgreement, Target: brokenTarget, From: from, To: from.AddDate(0, 0, 1), Good: 86_400, Total: 86_400}
	bad, mended := m, m
	bad.Key, bad.From, bad.To, bad.Good, bad.Total = "bad", m.To, m.To.Add(time.Minute), 0, 60
	mended.Key, mended.Corrects, mended.From, mended.To, mended.Good, mended.Total = "mended", "bad", bad.From, bad.To, 50, 60
	for _, m := range []slm.Measurement{m, bad, mended} {
		taken, err := db.Take(t.Context(), "probe", []slm.Measurement{m}, from.AddDate(0, 0, 2))
		if err != nil || taken[0].Outcome != store.Stored {
			t.Fatalf("%s: %v, %v", m.Key, taken, err)
		}
	}
	return s, db
}

func TestExplainCommand(t *testing.T) {
	t.Parallel()
	s, _ := explained(t)
	text := s.says("explain", strings.ToLower(brokenAgreement), brokenTarget, "--period", "2026-Q2")
	if again := s.says("explain", brokenAgreement, brokenTarget, "--period", "2026-06-15"); again == text {
		t.Error("April and June are one")
	}
	text = s.says("explain", brokenAgreement, brokenTarget, "--period", "2026-06")
	for _, want := range []string{
		"0 of 60 from probe (bad), corrected by mended",
		"50 of 60 from probe (mended)",
		"86400 of 86400 from probe (day)",
		"86450 / 86460 = 99.9884 %, rounded down: kept",
		"not measured",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	var doc struct {
		Good, Total int64
		Entries     []entryDoc
	}
	if err := json.Unmarshal([]byte(s.says("explain", brokenAgreement, brokenTarget, "--period", "2026-06", "--json")), &doc); err != nil {
		t.Fatal(err)
	}
	for _, e := range doc.Entries {
		if e.What == slm.InFigure {
			doc.Good, doc.Total = doc.Good-e.Good, doc.Total-e.Total
		}
	}
	if doc.Good != 0 || doc.Total != 0 || len(doc.Entries) != 5 {
		t.Errorf("%d entries, %d of %d are unexplained", len(doc.Entries), doc.Good, doc.Total)
	}
}

// TestExplainOfAClock says where cases are explained.
func TestExplainOfAClock(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.says("import", file(t, "company.yaml", relativeDay.ReplaceAllString(demoCompany, "2026-12-01")))
	err := run(t.Context(), []string{"explain", "OLA-FIRST-CALL", "solution"}, func(name string) string { return s.env[name] }, io.Discard, io.Discard)
	if err == nil || !strings.Contains(err.Error(), "/sla cases OLA-FIRST-CALL") {
		t.Errorf("%v does not say where to look", err)
	}
}

func TestVerifyCommand(t *testing.T) {
	t.Parallel()
	s, db := explained(t)
	if text := s.says("verify"); text != "0 breaches are as they were recorded\n" {
		t.Error(text)
	}
	at := time.Date(2026, 6, 20, 0, 0, 0, 0, time.UTC)
	if _, err := db.Take(t.Context(), "probe", []slm.Measurement{
		{Key: "outage", Agreement: brokenAgreement, Target: brokenTarget, From: at, To: at.Add(time.Hour), Total: 3600},
	}, at.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	text := s.says("verify")
	if !strings.HasPrefix(text, "place 1: seal ") || !strings.HasSuffix(text, "\n1 breaches are as they were recorded\n") {
		t.Error(text)
	}
}
