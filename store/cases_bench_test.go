package store

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// openClocks is how many clocks are open in the benchmark.
const openClocks = 1_000_000

// BenchmarkDueClocks has a million clocks open, of which in every second some
// are due and break their promise, and times how long it takes from then until
// they are found, judged, and their breaches recorded and pings owed for good.
// The reference is the query alone that finds them.
//
//	go test ./store -run '^$' -bench DueClocks -benchtime 200x
func BenchmarkDueClocks(b *testing.B) {
	s := company(b, clocked, func(d *slm.Directory) { d.Agreement("SLA-1").Calendar = "" })
	began := time.Now()
	first := fillClocks(b, s, 100)
	b.Logf("%d open clocks after %s", number(b, s, `SELECT count(*) FROM case_clocks WHERE next_at IS NOT NULL`), time.Since(began).Round(time.Second))
	for _, due := range []int{1, 10, 100, 1000} {
		b.Run(fmt.Sprintf("%d due", due), func(b *testing.B) {
			var found, done []time.Duration
			for b.Loop() {
				now := first.Add(time.Duration(due) * (time.Second / 100)) // as many as that are due since
				start := time.Now()
				if n := number(b, s, `SELECT count(*) FROM (SELECT FROM case_clocks WHERE next_at <= $1 ORDER BY next_at LIMIT 1000) due`, now); n != int64(due) {
					b.Fatalf("%d are due, want %d", n, due)
				}
				found = append(found, time.Since(start))
				start = time.Now()
				for n := 1; n > 0; {
					var err error
					if n, err = s.JudgeDue(b.Context(), now, 500); err != nil {
						b.Fatal(err)
					}
				}
				done = append(done, time.Since(start))
				first = now
			}
			b.ReportMetric(percentile(found, 99), "query-p99-ms")
			b.ReportMetric(percentile(done, 50), "judged-p50-ms")
			b.ReportMetric(percentile(done, 99), "judged-p99-ms")
		})
	}
}

func percentile(all []time.Duration, p int) float64 {
	slices.Sort(all)
	return float64(all[(len(all)-1)*p/100].Microseconds()) / 1000
}

// fillClocks opens a million clocks by COPY: so many are due in every second,
// one after the other, from a time on that it gives.
func fillClocks(b *testing.B, s *Store, aSecond int) time.Time {
	b.Helper()
	ctx := b.Context()
	d, err := s.Directory(ctx)
	if err != nil {
		b.Fatal(err)
	}
	a := d.Agreement("SLA-1")
	target := a.Targets[slices.IndexFunc(a.Targets, func(t slm.Target) bool { return t.Key == "resolution" })]
	late := func(i int) time.Time { return noon.Add(time.Duration(i) * time.Second / time.Duration(aSecond)) }
	start := func(i int) time.Time { return late(i).Add(-target.Within - time.Microsecond) }
	tables := []struct {
		name    string
		columns []string
		row     func(i int) []any
	}{
		{"cases", []string{"id", "source", "ref", "agreement"}, func(i int) []any { return []any{i, "desk", fmt.Sprint("INC-", i), a.Code} }},
		{"case_events", []string{"case_id", "source", "key", "at", "what", "clock", "received_at"}, func(i int) []any {
			return []any{i, "desk", fmt.Sprint("k", i), start(i), "start", target.Clock, start(i)}
		}},
		{
			"case_clocks", []string{
				"case_id", "target_id", "state", "standing", "used", "started_at", "due_at", "next_at", "within_seconds", "calendar", "calendar_version",
			}, func(i int) []any {
				return []any{
					i, target.ID, slm.Running, slm.AtRisk, target.Within * 9 / 10, start(i), late(i).Add(-time.Microsecond), late(i),
					int64(target.Within / time.Second), slm.Always, 0,
				}
			},
		},
	}
	for _, t := range tables {
		rows := pgx.CopyFromSlice(openClocks, func(i int) ([]any, error) { return t.row(i + 1), nil })
		if _, err := s.db.CopyFrom(ctx, pgx.Identifier{t.name}, t.columns, rows); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := s.db.Exec(ctx, `VACUUM ANALYZE cases, case_events, case_clocks`); err != nil {
		b.Fatal(err)
	}
	return noon
}
