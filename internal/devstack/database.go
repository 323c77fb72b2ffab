package devstack

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// namePrefix begins the name of every database that tests create.
const namePrefix = "steward_test_"

// testTemplate is the migrated database of this test binary; like testStack it belongs to the process.
var testTemplate template

// template is a database that is migrated once and then cloned for every test.
type template struct {
	once   sync.Once
	err    error
	admin  *pgxpool.Pool
	prefix string // of all databases of this process
	count  atomic.Int64
	clone  string // options of create database
}

// Database returns the address of a fresh database, which is dropped when the test ends. migrate runs once per test binary, on the
// template that every test's database is cloned from; so all tests of a package pass the same function. Nil leaves it empty.
func Database(t testing.TB, migrate func(ctx context.Context, databaseURL string) error) string {
	t.Helper()
	address, _ := ForTest(t)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	tpl := &testTemplate
	tpl.once.Do(func() { tpl.err = tpl.create(ctx, address, migrate) })
	if tpl.err != nil {
		t.Fatalf("prepare the template database: %v", tpl.err)
	}
	name := fmt.Sprintf("%s_%d", tpl.prefix, tpl.count.Add(1))
	if _, err := tpl.admin.Exec(ctx, "create database "+name+" template "+tpl.name()+tpl.clone); err != nil {
		t.Fatalf("create a database for the test: %v", err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if _, err := tpl.admin.Exec(ctx, "drop database if exists "+name+" with (force)"); err != nil {
			t.Errorf("drop the database of the test: %v", err)
		}
	})
	return withDatabase(address, name)
}

func (tpl *template) name() string { return tpl.prefix + "_tpl" }

// create connects, clears away what dead test processes left, and makes the template.
func (tpl *template) create(ctx context.Context, address string, migrate func(context.Context, string) error) error {
	tpl.prefix = namePrefix + strings.ToLower(rand.Text()[:12])
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return fmt.Errorf("read address: %w", err)
	}
	// The name of these connections shows other test processes that this one lives, see clearDead; so one is always kept.
	config.ConnConfig.RuntimeParams["application_name"] = tpl.prefix
	config.MaxConns, config.MinConns, config.MaxConnLifetime = 4, 1, 24*time.Hour
	if tpl.admin, err = pgxpool.NewWithConfig(context.Background(), config); err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	var version int
	if err := tpl.admin.QueryRow(ctx, "select current_setting('server_version_num')::int").Scan(&version); err != nil {
		return fmt.Errorf("read version: %w", err)
	}
	if version >= 150000 {
		tpl.clone = " strategy = file_copy" // twice as fast as the default, which writes the copy to the log
	}
	if err := tpl.clearDead(ctx); err != nil {
		return err
	}
	if _, err := tpl.admin.Exec(ctx, "create database "+tpl.name()+" template template0"); err != nil {
		return fmt.Errorf("create: %w", err)
	}
	if migrate == nil {
		return nil
	}
	if err := migrate(ctx, withDatabase(address, tpl.name())); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// clearDead drops databases whose test process is gone. Servers of ours take them along; a configured one would gather them.
func (tpl *template) clearDead(ctx context.Context) error {
	rows, err := tpl.admin.Query(ctx, `
		select d.datname from pg_database d
		where starts_with(d.datname, $1) and d.datdba = current_user::regrole
		and not exists (select 1 from pg_stat_activity a where a.application_name <> '' and starts_with(d.datname, a.application_name))`,
		namePrefix)
	if err != nil {
		return fmt.Errorf("look for databases of dead tests: %w", err)
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return fmt.Errorf("read databases of dead tests: %w", err)
	}
	var failed error
	for _, name := range names {
		if _, err := tpl.admin.Exec(ctx, "drop database if exists "+pgx.Identifier{name}.Sanitize()+" with (force)"); err != nil {
			failed = errors.Join(failed, fmt.Errorf("drop the database of a dead test: %w", err))
		}
	}
	return failed
}

// withDatabase returns address with another database in it, for both ways to write an address.
func withDatabase(address, name string) string {
	u, err := url.Parse(address)
	if err != nil || !strings.HasPrefix(u.Scheme, "postgres") {
		return address + " dbname=" + name
	}
	u.Path = "/" + name
	q := u.Query()
	q.Del("dbname")
	q.Del("database")
	u.RawQuery = q.Encode()
	return u.String()
}
