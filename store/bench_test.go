package store

import (
	"context"
	"fmt"
	"os"
	"slices"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/internal/devstack"
	"steward/slm"
)

// The size of the benchmarks.
const (
	benchTargets = 10_000
	benchBatch   = 10_000 // measurements in one request: what one may have
	benchRounds  = 15
	benchFed     = 100 // targets that one request is about
)

// benchStore gives a store, on a Postgres that keeps its promises, of very many
// targets in a tenth as many agreements.
func benchStore(b *testing.B) *Store {
	if testing.Short() {
		b.Skip("needs a Postgres of its own")
	}
	stack, err := devstack.Start(b.Context(), devstack.Options{Setup: os.Getenv("SETUP") == "1"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(stack.Stop)
	s := openedAt(b, stack.DatabaseURL, stack.RedisURL)
	d := small()
	one := *d.Agreement("SLA-1")
	for i := range benchTargets / 10 {
		a := one
		a.Code, a.Targets = fmt.Sprintf("SLA-%04d", i), nil
		for k := range 10 {
			a.Targets = append(a.Targets, slm.Target{Key: fmt.Sprintf("t%d", k), Name: slm.Text{EN: "x", ZH: "x"}, Objective: 990_000})
		}
		d.Agreements = append(d.Agreements, a)
	}
	if _, err := s.Import(b.Context(), d.Index(), "bench", false, noon); err != nil {
		b.Fatal(err)
	}
	return s
}

// benchMeasurements gives a request of spans of a minute, spread evenly over
// so many targets.
func benchMeasurements(name string, n, targets, round int) []slm.Measurement {
	ms := make([]slm.Measurement, n)
	for i := range ms {
		from, target := noon.Add(-time.Duration(round*n/targets+i/targets+1)*time.Minute), i%targets
		ms[i] = slm.Measurement{
			Key:       fmt.Sprintf("%s/%05d/%s", name, target, from.Format(time.RFC3339)),
			Agreement: fmt.Sprintf("SLA-%04d", target/10), Target: fmt.Sprintf("t%d", target%10),
			From: from, To: from.Add(time.Minute), Good: 60, Total: 60,
		}
	}
	return ms
}

// BenchmarkTake compares how fast full requests are taken (checked, stored
// once per key, added up by day, and judged) with a bare loop that writes the
// same rows with COPY into one table, as many in a transaction: with the two
// indexes that are needed, so that a key counts once and a target is found; with
// the first of them; and with none.
func BenchmarkTake(b *testing.B) {
	s := benchStore(b)
	ctx := b.Context()
	const columns = `(target_id bigint NOT NULL, source text NOT NULL, key text NOT NULL, from_at timestamptz NOT NULL,
		to_at timestamptz NOT NULL, good bigint NOT NULL, total bigint NOT NULL, received_at timestamptz NOT NULL`
	for _, sql := range []string{
		`CREATE TABLE bare_both ` + columns + `, PRIMARY KEY (source, key))`, `CREATE INDEX ON bare_both (target_id, from_at)`,
		`CREATE TABLE bare_keyed ` + columns + `, PRIMARY KEY (source, key))`, `CREATE TABLE bare_heap ` + columns + `)`,
	} {
		if _, err := s.db.Exec(ctx, sql); err != nil {
			b.Fatal(err)
		}
	}
	bare := func(table string) func([]slm.Measurement) {
		return func(ms []slm.Measurement) { bareCopy(b, s, table, ms) }
	}
	steward := func(ms []slm.Measurement) {
		if taken, err := s.Take(ctx, "bench", ms, noon); err != nil || taken[0].Outcome != Stored {
			b.Fatal(taken[0], err)
		}
	}
	ways := []struct {
		name    string
		targets int
		do      func([]slm.Measurement)
	}{
		{"bare COPY, both indexes", benchFed, bare("bare_both")},
		{"bare COPY, unique index", benchFed, bare("bare_keyed")},
		{"bare COPY, no index", benchFed, bare("bare_heap")},
		{"Steward, about 100 targets", benchFed, steward},
		{"Steward, each about its own", benchTargets, steward},
	}
	for b.Loop() {
		laps := make([][]time.Duration, len(ways))
		for round := range benchRounds {
			for i, w := range ways {
				ms := benchMeasurements(w.name, benchBatch, w.targets, round)
				began := time.Now()
				w.do(ms)
				laps[i] = append(laps[i], time.Since(began))
			}
		}
		out := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintf(out, "\nrequests of %d, median of %d\trows/s\tof both\tof unique\tof none\t\n", benchBatch, benchRounds)
		of := func(i, bare int) float64 { return float64(middle(laps[bare])) / float64(middle(laps[i])) }
		for i, w := range ways {
			fmt.Fprintf(out, "%s\t%.0f\t%.2f\t%.2f\t%.2f\t\n", w.name, benchBatch/middle(laps[i]).Seconds(), of(i, 0), of(i, 1), of(i, 2))
		}
		_ = out.Flush() // to the terminal
		b.ReportMetric(of(3, 0), "of-bare-copy")
		b.ReportMetric(of(3, 1), "of-bare-unique")
		b.ReportMetric(of(3, 2), "of-bare-heap")
	}
}

func bareCopy(b *testing.B, s *Store, table string, ms []slm.Measurement) {
	rows := pgx.CopyFromSlice(len(ms), func(i int) ([]any, error) {
		m := ms[i]
		return []any{int64(i % benchFed), "bench", m.Key, m.From, m.To, m.Good, m.Total, noon}, nil
	})
	columns := []string{"target_id", "source", "key", "from_at", "to_at", "good", "total", "received_at"}
	err := s.inTx(b.Context(), func(tx pgx.Tx) error {
		_, err := tx.CopyFrom(b.Context(), pgx.Identifier{table}, columns, rows)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}

func middle(laps []time.Duration) time.Duration {
	laps = slices.Sorted(slices.Values(laps))
	return laps[len(laps)/2]
}

// BenchmarkJudge compares one measurement each for 1 % of 10,000 targets, of
// which half a month is known, with one for all of them: only targets that got
// something new are judged, from their days.
func BenchmarkJudge(b *testing.B) {
	s := benchStore(b)
	if _, err := s.db.Exec(b.Context(), `
		INSERT INTO measured_days (target_id, day, excluded, count, good, total, covered)
		SELECT id, day, false, 1440, 86400, 86400, tstzmultirange(tstzrange(day, day + interval '1 day'))
		FROM targets, generate_series($1::timestamptz, $1::timestamptz + interval '14 days', interval '1 day') AS day
		WHERE agreement LIKE 'SLA-____'`, noon.AddDate(0, 0, -15).Truncate(24*time.Hour).Add(16*time.Hour)); err != nil {
		b.Fatal(err)
	}
	if _, err := s.db.Exec(b.Context(), `ANALYZE measured_days`); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		few, all := make([]time.Duration, benchRounds), make([]time.Duration, benchRounds)
		for round := range benchRounds {
			few[round] = judgeLap(b, s, "few", benchTargets/100, round)
			all[round] = judgeLap(b, s, "all", benchTargets, round)
		}
		fmt.Printf("\n1 %% of %d targets judged in %s, all of them in %s\n", benchTargets, middle(few), middle(all))
		b.ReportMetric(float64(middle(few).Microseconds())/1000, "ms/1%")
		b.ReportMetric(float64(middle(all))/float64(middle(few)), "all/1%")
	}
}

func judgeLap(b *testing.B, s *Store, name string, targets, round int) time.Duration {
	ms := benchMeasurements(name, targets, targets, round)
	began := time.Now()
	if _, err := s.Take(context.WithoutCancel(b.Context()), "bench", ms, noon); err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}
