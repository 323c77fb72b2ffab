package devstack

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// TestDatabase has no parallel companions of its own name: the template is made once per binary, by the first test that asks.
func TestDatabase(t *testing.T) {
	var migrated atomic.Int64
	migrate := func(ctx context.Context, address string) error {
		migrated.Add(1)
		conn, err := pgx.Connect(ctx, address)
		if err != nil {
			return fmt.Errorf("connect: %w", err)
		}
		defer conn.Close(ctx)
		_, err = conn.Exec(ctx, "create table word (text text primary key)")
		return err
	}
	var old string
	t.Run("clones", func(t *testing.T) {
		first, second := Database(t, migrate), Database(t, migrate)
		for _, address := range []string{first, second} {
			query(t, address, "insert into word values ('mine') returning text")
		}
		// Names in Chinese are compared by their letters only under a locale that knows them.
		if got := query(t, first, "select lower('ÄÖ') || ('支付服务负责人' ~ '^\\w+$')::text"); got != "äötrue" {
			t.Errorf("the locale yields %q", got)
		}
		old = first
	})
	if migrated.Load() > 1 { // not at all when the test is repeated in one process
		t.Errorf("migrated %d times", migrated.Load())
	}
	if _, err := pgx.Connect(t.Context(), old); err == nil {
		t.Error("a test's database outlived the test")
	}
}

func TestOnlyDatabasesOfDeadTestsAreCleared(t *testing.T) {
	address, _ := ForTest(t)
	conn, err := pgx.Connect(t.Context(), address)
	noError(t, err)
	defer conn.Close(context.Background())
	exists := func(name string) (found bool) {
		noError(t, conn.QueryRow(t.Context(), "select exists (select from pg_database where datname = $1)", name).Scan(&found))
		return found
	}
	dead := fmt.Sprintf("%sdead%d_1", namePrefix, time.Now().UnixNano())
	_, err = conn.Exec(t.Context(), "create database "+dead)
	noError(t, err)

	var living, next template
	noError(t, living.create(t.Context(), address, nil))
	noError(t, next.create(t.Context(), address, nil))
	if exists(dead) {
		t.Error("the database of a dead test is still there")
	}
	for _, tpl := range []*template{&living, &next} {
		if !exists(tpl.name()) {
			t.Error("the database of a living test is gone")
		}
		tpl.admin.Close()
		_, err = conn.Exec(t.Context(), "drop database if exists "+tpl.name())
		noError(t, err)
	}
}

func TestRedisDB(t *testing.T) {
	address, one := RedisDB(t)
	_, other := RedisDB(t)
	noError(t, pingRedis(t.Context(), address))
	if one == other {
		t.Errorf("two tests share the prefix %s", one)
	}
}
