// Package store keeps what must not be lost in Postgres, and what may be lost
// in Redis. It holds the only SQL and the only Redis commands of Steward, one
// file a subject. What is true of the rows is decided by package slm; time is
// always given by the caller.
//
// The life of a ping, the row before every message that nobody asked for:
//
//	owed     inserted in the transaction that decided it, under a key that makes it once
//	claimed  due_at moved to the end of a lease; unsure until the outcome is known
//	sent     channel and ts stored; drawn = want
//	stale    want > drawn: its looks changed, the message has to be edited
//	dropped  nobody needs it any more, with the reason
//
// A copy of the bot that dies while a ping is claimed leaves it unsure: the
// next copy looks for it in the channel's history before it posts again.
package store

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"steward/slm"
)

// A Store is the way to everything that Steward remembers. It is safe for use
// by several goroutines and by several copies of the program at once.
type Store struct {
	db     *pgxpool.Pool
	redis  *redis.Client
	space  string // before every key in Redis, which others may share
	log    *slog.Logger
	jobs   *river.Client[pgx.Tx] // inserts only; RunJobs starts one that works
	slots  localSlots            // stands in for Redis while it is away
	months months                // partitions that are there

	mu        sync.Mutex
	dir       *slm.Directory // as of its version
	recounted int64          // version of the directory by whose terms all open clocks are judged
}

// Open connects to Postgres and Redis and brings the schema up to date.
// Several copies may do so at once. Redis need not be there: what it holds may
// be lost, and Steward is only slower without it.
func Open(ctx context.Context, databaseURL, redisURL string, log *slog.Logger) (*Store, error) {
	config, err := pgxpool.ParseConfig(databaseURL)
	if err != nil {
		return nil, fmt.Errorf("read DATABASE_URL: %w", err)
	}
	if config.MaxConns < 10 {
		config.MaxConns = 10
	}
	options, err := redis.ParseURL(redisURL)
	if err != nil {
		return nil, fmt.Errorf("read REDIS_URL: %w", err)
	}
	db, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("open Postgres: %w", err)
	}
	version, err := versionOf(ctx, db)
	if err == nil && version < OldestPostgres {
		err = fmt.Errorf("Postgres is version %d: Steward needs %d or later", version, OldestPostgres)
	}
	if err == nil {
		err = migrate(ctx, db, log)
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	jobs, err := river.NewClient(riverpgxv5.New(db), &river.Config{Logger: quiet(log)})
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("open jobs: %w", err)
	}
	s := &Store{db: db, redis: newRedis(options), log: log, jobs: jobs}
	err = db.QueryRow(ctx, `
		SELECT 'steward:' || md5(install::text || current_database()) || ':' FROM directory`).Scan(&s.space)
	if err != nil {
		s.Close()
		return nil, fmt.Errorf("read installation: %w", err)
	}
	return s, nil
}

// OldestPostgres is the first major version of Postgres that Steward runs on.
const OldestPostgres = 14

// PostgresVersion gives the major version of a Postgres, and changes nothing
// in it.
func PostgresVersion(ctx context.Context, databaseURL string) (int, error) {
	conn, err := pgx.Connect(ctx, databaseURL)
	if err != nil {
		return 0, fmt.Errorf("open Postgres: %w", err)
	}
	defer conn.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing follows
	return versionOf(ctx, conn)
}

func versionOf(ctx context.Context, db querier) (int, error) {
	rows, _ := db.Query(ctx, `SELECT current_setting('server_version_num')::int / 10000`)
	version, err := pgx.CollectOneRow(rows, pgx.RowTo[int])
	if err != nil {
		return 0, fmt.Errorf("read version of Postgres: %w", err)
	}
	return version, nil
}

// newRedis opens a client that gives up fast: with the library's defaults one
// read of a dead Redis takes more than a second.
func newRedis(options *redis.Options) *redis.Client {
	options.MaxRetries = 1
	options.DialerRetries = 1
	options.DialTimeout = 500 * time.Millisecond
	options.ReadTimeout = 500 * time.Millisecond
	options.ContextTimeoutEnabled = true
	options.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	return redis.NewClient(options)
}

// Close lets go of all connections.
func (s *Store) Close() {
	s.db.Close()
	_ = s.redis.Close() // nothing is lost with it
}

// Ping reports whether Postgres answers.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.db.Ping(ctx); err != nil {
		return fmt.Errorf("ping Postgres: %w", err)
	}
	return nil
}

// PingRedis reports whether Redis answers.
func (s *Store) PingRedis(ctx context.Context) error {
	if err := s.redis.Ping(ctx).Err(); err != nil {
		return fmt.Errorf("ping Redis: %w", err)
	}
	return nil
}

// inTx runs do in one transaction: all of it is kept, or nothing.
func (s *Store) inTx(ctx context.Context, do func(pgx.Tx) error) error {
	return pgx.BeginFunc(ctx, s.db, do)
}

// one collects the single row of a query; a missing row is (nil, nil).
func one[T any](rows pgx.Rows, scan pgx.RowToFunc[T]) (*T, error) {
	v, err := pgx.CollectOneRow(rows, scan)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &v, nil
}
