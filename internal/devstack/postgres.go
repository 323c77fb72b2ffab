package devstack

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// testSettings trade durability, which tests do not need, for half of their time.
var testSettings = []string{
	"fsync=off", "full_page_writes=off", "synchronous_commit=off", "wal_level=minimal", "max_wal_senders=0",
	"max_connections=300", "autovacuum=off", "shared_buffers=64MB",
}

func (l *launcher) postgresRungs() []rung {
	return []rung{
		{name: "DATABASE_URL", try: l.configuredPostgres},
		{name: "installed binaries", try: l.installedPostgres},
		{name: "package manager", try: l.packagedPostgres},
		{name: "Docker", try: l.dockerPostgres},
		{name: "unpacked Debian packages", try: l.unpackedPostgres},
		{name: "fetched binaries", try: l.fetchedPostgres},
	}
}

func (l *launcher) configuredPostgres(ctx context.Context) (*server, error) {
	address := l.Getenv("DATABASE_URL")
	if address == "" {
		return nil, errNotAsked
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if err := pingPostgres(ctx, address); err != nil {
		return nil, finalError{fmt.Errorf("it does not answer (%w); correct it, or unset it to let Steward start its own", err)}
	}
	return &server{url: address, used: "the one in DATABASE_URL", stop: func() {}}, nil
}

func (l *launcher) installedPostgres(ctx context.Context) (*server, error) {
	bins := findPostgres(ctx, l.Getenv("PATH"))
	if len(bins) == 0 {
		return nil, errors.New("found none; install PostgreSQL 15 or newer, for instance with apt-get install postgresql or brew install postgresql@17")
	}
	return l.launchPostgres(ctx, bins)
}

func (l *launcher) packagedPostgres(ctx context.Context) (*server, error) {
	if len(findPostgres(ctx, l.Getenv("PATH"))) > 0 {
		return nil, errNotAsked // there is one, but it did not start: installing it again will not help
	}
	if err := l.install(ctx, packages{apt: []string{"postgresql"}, brew: []string{"postgresql@17"}}); err != nil {
		return nil, err
	}
	return l.installedPostgres(ctx)
}

// launchPostgres starts the first of bins that fits the data.
func (l *launcher) launchPostgres(ctx context.Context, bins []postgresBin) (*server, error) {
	acc := l.account
	if l.DataDir != "" {
		acc = acc.ownerOf(filepath.Join(l.DataDir, "postgres"))
	}
	base, err := newBase(l.throwAwayParent(), "pg", acc)
	if err != nil {
		return nil, err
	}
	p := &postgresRun{launcher: l, acc: acc, base: base, data: filepath.Join(base, "data")}
	s, err := p.start(ctx, bins)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(base))
	}
	return s, nil
}

// postgresRun is one attempt to run a Postgres.
type postgresRun struct {
	*launcher
	acc        account
	base, data string
	bin        postgresBin
}

func (p *postgresRun) start(ctx context.Context, bins []postgresBin) (*server, error) {
	p.bin = bins[0]
	if p.DataDir != "" {
		if err := p.keepData(bins); err != nil {
			return nil, err
		}
	}
	if err := p.init(ctx); err != nil {
		return nil, err
	}
	forgetCallersPostgres()
	c, err := p.serve(ctx)
	if err != nil {
		return nil, err
	}
	used := fmt.Sprintf("version %d from %s, data in %s", p.bin.major, p.bin.dir, p.data)
	if p.DataDir == "" {
		used += " until it stops"
	}
	return &server{url: socketURL(p.base), used: used, stop: c.stop}, nil
}

// keepData points the run at the data directory that the caller wants to keep, and at binaries of the version that made it.
func (p *postgresRun) keepData(bins []postgresBin) error {
	dir, err := filepath.Abs(p.DataDir)
	if err != nil {
		return fmt.Errorf("find data directory: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("create data directory: %w", err)
	}
	if err := p.acc.reaches(dir); err != nil {
		return finalError{err}
	}
	if _, err := os.Stat(filepath.Join(dir, inDocker)); err == nil {
		return fmt.Errorf("the data in %s were made in Docker; start Docker or choose another directory", dir)
	}
	p.data = filepath.Join(dir, "postgres")
	version, err := os.ReadFile(filepath.Join(p.data, "PG_VERSION"))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the version of the data: %w", err)
	}
	made := strings.TrimSpace(string(version))
	i := slices.IndexFunc(bins, func(b postgresBin) bool { return fmt.Sprint(b.major) == made })
	if i < 0 {
		return fmt.Errorf("the data in %s were made by PostgreSQL %s, but only version %d is here; install that version or choose another directory",
			p.data, made, p.bin.major)
	}
	p.bin = bins[i]
	return nil
}

// init makes a cluster unless there is one. It works beside the final place and renames, so that a cluster is either whole or not there.
func (p *postgresRun) init(ctx context.Context) error {
	if _, err := os.Stat(filepath.Join(p.data, "PG_VERSION")); err == nil {
		return nil
	}
	var failed error
	for _, locale := range []string{"C.UTF-8", "C"} { // C.UTF-8 knows Chinese letters, but not every system knows C.UTF-8
		fresh := p.data + ".new"
		if err := p.emptyDir(fresh); err != nil {
			return err
		}
		argv := []string{
			filepath.Join(p.bin.dir, "initdb"), "--pgdata=" + fresh, "--username=postgres", "--auth=trust",
			"--encoding=UTF8", "--locale=" + locale, "--lc-messages=C", "--no-sync",
		}
		c, err := spawn(p.acc, p.base, p.bin.env, argv)
		if err != nil {
			return err
		}
		if failed = c.wait(ctx); failed == nil {
			return os.Rename(fresh, p.data)
		}
		if ctx.Err() != nil {
			break
		}
	}
	return fmt.Errorf("create a database cluster: %w", failed)
}

func (p *postgresRun) emptyDir(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("remove an unfinished cluster: %w", err)
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		return fmt.Errorf("create a directory for the cluster: %w", err)
	}
	return p.acc.give(dir)
}

// serve starts the server and waits until it answers. A predecessor killed a moment ago may still hold the data: its guard is shutting
// it down, so trying again for a while is all that is needed.
func (p *postgresRun) serve(ctx context.Context) (*child, error) {
	argv := []string{filepath.Join(p.bin.dir, "postgres"), "-D", p.data, "-k", p.base, "-p", "5432", "-c", "listen_addresses="}
	if p.ForTests {
		for _, s := range testSettings {
			argv = append(argv, "-c", s)
		}
	}
	patience := time.Now().Add(15 * time.Second)
	for attempt := 1; ; attempt++ {
		c, err := spawn(p.acc, p.base, p.bin.env, argv)
		if err != nil {
			return nil, err
		}
		err = c.ready(ctx, func(ctx context.Context) error { return pingPostgres(ctx, socketURL(p.base)) })
		if err == nil {
			return c, nil
		}
		held := strings.Contains(err.Error(), "postmaster.pid")
		if !held || time.Now().After(patience) {
			c.stop()
			if held {
				err = finalError{fmt.Errorf("another server uses %s; stop it or choose another directory (%w)", p.data, err)}
			}
			return nil, err
		}
		if attempt == 1 {
			p.sayf("Waiting for an earlier server to leave %s.", p.data)
		}
		if err := os.Truncate(c.logTo, 0); err != nil {
			return nil, fmt.Errorf("begin a new log: %w", err)
		}
		pause(ctx, 200*time.Millisecond)
	}
}

func socketURL(dir string) string {
	q := url.Values{"host": {dir}, "port": {"5432"}, "sslmode": {"disable"}}
	return "postgres://postgres@/postgres?" + q.Encode()
}

func pingPostgres(ctx context.Context, address string) error {
	conn, err := pgx.Connect(ctx, address)
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	return conn.Close(ctx)
}

// forgetCallersPostgres removes PGSERVICE, PGOPTIONS and their like, which no connection string can override.
func forgetCallersPostgres() {
	for _, pair := range os.Environ() {
		if name, _, _ := strings.Cut(pair, "="); strings.HasPrefix(name, "PG") {
			_ = os.Unsetenv(name)
		}
	}
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
