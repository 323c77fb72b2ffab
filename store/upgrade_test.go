package store

import (
	"io/fs"
	"maps"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"steward/internal/devstack"
	"steward/slm"
)

// before gives an empty database with the schema as it was after a migration,
// and its address.
func before(t *testing.T, version int64) (*pgxpool.Pool, string) {
	t.Helper()
	address := devstack.Database(t, migrated)
	db, err := pgxpool.New(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	do(t, db, `DROP SCHEMA public CASCADE`)
	do(t, db, `CREATE SCHEMA public`)
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	sqlDB := stdlib.OpenDBFromPool(db)
	defer sqlDB.Close()
	provider, err := goose.NewProvider(goose.DialectPostgres, sqlDB, files)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.UpTo(t.Context(), version); err != nil {
		t.Fatal(err)
	}
	return db, address
}

func do(t *testing.T, db *pgxpool.Pool, sql string, args ...any) int64 {
	t.Helper()
	tag, err := db.Exec(t.Context(), sql, args...)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return tag.RowsAffected()
}

// oldTake is how the version before measurements had months and day sums
// wrote them.
const oldTake = `
	INSERT INTO measurements (target_id, source, key, from_at, to_at, good, total, received_at)
	SELECT 1, 'probe', key, from_at, from_at + interval '10 minutes', good, 100, now()
	FROM unnest($1::text[], $2::timestamptz[], $3::bigint[]) AS new (key, from_at, good)
	ON CONFLICT DO NOTHING
	RETURNING key`

// TestUpgradeKeepsMeasurements measures with the schema of an older version,
// brings it up to date, goes on to write as the older version does while it
// still runs, and then by this version.
func TestUpgradeKeepsMeasurements(t *testing.T) {
	db, address := before(t, 5)
	do(t, db, `INSERT INTO parties (code, name_en, name_zh, side) VALUES ('HR', 'HR', '人力', 'business'), ('OPS', 'Ops', '运维', 'internal')`)
	do(t, db, `INSERT INTO agreements (code, kind, title_en, title_zh, provider, consumer, state, version, from_at, zone, alert_role, answer_seconds)
		VALUES ('SLA-1', 'SLA', 'Mail', '邮件', 'OPS', 'HR', 'in force', 1, '2026-01-01Z', 'Asia/Shanghai', 'service-level-manager', 900)`)
	do(t, db, `INSERT INTO targets (agreement, key, name_en, name_zh, objective) VALUES ('SLA-1', 'availability', 'availability', '可用性', 999000)`)
	may := time.Date(2026, 5, 31, 15, 50, 0, 0, time.UTC) // the last ten minutes of May in Shanghai
	do(t, db, oldTake, []string{"a", "b", "c"}, []time.Time{may, may.Add(10 * time.Minute), noon}, []int64{100, 90, 100})

	_, redisURL := devstack.ForTest(t)
	s := openedAt(t, address, redisURL)
	if n := do(t, db, oldTake, []string{"c", "d"}, []time.Time{noon, minutes(10)}, []int64{0, 100}); n != 1 {
		t.Errorf("the older version stored %d measurements through the view, want the new one alone", n)
	}
	var old int
	if err := db.QueryRow(t.Context(), `SELECT sum(good) FROM measurements WHERE target_id = 1`).Scan(&old); err != nil || old != 390 {
		t.Errorf("the older version reads %d good (%v), want 390", old, err)
	}
	taken, err := s.Take(t.Context(), "probe", []slm.Measurement{
		{Key: "d", Agreement: "SLA-1", Target: "availability", From: minutes(10), To: minutes(20), Good: 100, Total: 100},
		{Key: "e", Agreement: "SLA-1", Target: "availability", From: minutes(20), To: minutes(30), Total: 100},
	}, minutes(60))
	if err != nil || taken[0].Outcome != Repeated || taken[1].Outcome != Stored {
		t.Fatalf("this version took %v, %v", taken, err)
	}
	days := map[string]slm.Sum{}
	rows, _ := s.db.Query(t.Context(), `
		SELECT to_char(day AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), count, good, total FROM measured_days WHERE target_id = 1`)
	var day string
	var sum slm.Sum
	if _, err := pgx.ForEachRow(rows, []any{&day, &sum.Count, &sum.Good, &sum.Total}, func() error { days[day] = sum; return nil }); err != nil {
		t.Fatal(err)
	}
	want := map[string]slm.Sum{
		"2026-05-31": {Count: 1, Good: 100, Total: 100},
		"2026-06-01": {Count: 1, Good: 90, Total: 100},
		"2026-06-15": {Count: 3, Good: 200, Total: 300},
	}
	if !maps.Equal(days, want) {
		t.Errorf("the days add up to %v, want %v", days, want)
	}
	if b := onlyBreach(t, s); b.Good != 290 || b.Total != 400 {
		t.Errorf("the breach of June counts %d of %d, want 290 of 400", b.Good, b.Total)
	}
}

// TestUpgradeEndsUndonePauses: a clock that an older version left standing
// after a pause of no length runs on.
func TestUpgradeEndsUndonePauses(t *testing.T) {
	db, address := before(t, 80)
	do(t, db, `INSERT INTO parties (code, name_en, name_zh, side) VALUES ('HR', 'HR', '人力', 'business'), ('OPS', 'Ops', '运维', 'internal')`)
	do(t, db, `INSERT INTO agreements (code, kind, title_en, title_zh, provider, consumer, state, version, from_at, zone, alert_role, answer_seconds)
		VALUES ('SLA-1', 'SLA', 'Mail', '邮件', 'OPS', 'HR', 'in force', 1, '2026-01-01Z', 'Asia/Shanghai', 'service-level-manager', 900)`)
	do(t, db, `INSERT INTO targets (agreement, key, name_en, name_zh, objective, kind, clock, within_seconds, calendar)
		VALUES ('SLA-1', 'response', 'response', '响应', 1000000, 'clock', 'response', 3600, '24x7')`)
	do(t, db, `INSERT INTO cases (source, ref, agreement) VALUES ('desk', 'undone', 'SLA-1'), ('desk', 'paused', 'SLA-1')`)
	do(t, db, `INSERT INTO case_events (case_id, source, key, at, what, received_at)
		SELECT c.id, 'desk', c.ref || what, at, what, at FROM cases c,
			(VALUES ('start', $1::timestamptz), ('pause', $1 + interval '10 minutes'), ('resume', $1 + interval '10 minutes')) AS e (what, at)
		WHERE c.ref = 'undone' OR what <> 'resume'`, noon)
	do(t, db, `INSERT INTO case_clocks (case_id, target_id, state, standing, used, started_at, within_seconds, calendar, calendar_version)
		SELECT id, 1, 'paused', 'kept', '10 minutes', $1, 3600, '24x7', 0 FROM cases`, noon)

	_, redisURL := devstack.ForTest(t)
	s := openedAt(t, address, redisURL)
	if n, err := s.JudgeDue(t.Context(), minutes(30), 10); err != nil || n != 1 {
		t.Fatalf("%d cases are due, %v", n, err)
	}
	for ref, want := range map[string]int64{"undone": 1, "paused": 0} {
		n := number(t, s, `SELECT count(*) FROM case_clocks k JOIN cases c ON c.id = k.case_id WHERE ref = $1 AND state = 'running' AND due_at = $2`, ref, minutes(60))
		if n != want {
			t.Errorf("%s: %d clocks run, want %d", ref, n, want)
		}
	}
}

// TestUpgradeOutOfOrder: a migration that was merged after one with a higher
// number reaches databases that have the latter.
func TestUpgradeOutOfOrder(t *testing.T) {
	db, address := before(t, 90)
	do(t, db, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (1000, true)`)
	_, redisURL := devstack.ForTest(t)
	s := openedAt(t, address, redisURL)
	if n := number(t, s, `SELECT count(*) FROM goose_db_version WHERE version_id = 91`); n != 1 {
		t.Error("the migration in between is missing")
	}
}
