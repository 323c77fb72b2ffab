package devstack

import (
	"context"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/redis/go-redis/v9"
)

func TestStopLeavesNothing(t *testing.T) {
	t.Parallel()
	for _, forTests := range []bool{false, true} {
		stack, err := Start(t.Context(), Options{ForTests: forTests, Getenv: onlyPath})
		noError(t, err)
		a := addresses{stack.DatabaseURL, stack.RedisURL}
		if got := query(t, a.Database, "show server_encoding"); got != "UTF8" {
			t.Errorf("server_encoding = %s", got)
		}
		if got, want := query(t, a.Database, "show fsync"), map[bool]string{false: "on", true: "off"}[forTests]; got != want {
			t.Errorf("ForTests %t: fsync = %s, want %s", forTests, got, want)
		}
		noError(t, pingRedis(t.Context(), a.Redis))
		client, err := pgx.Connect(t.Context(), a.Database) // a client that stays must not keep the server from ending
		noError(t, err)
		defer client.Close(context.Background())
		stack.Stop()
		stack.Stop()
		for _, dir := range a.socketDirs(t) {
			gone(t, dir)
		}
	}
}

func TestChildrenEndWithAKilledParent(t *testing.T) {
	t.Parallel()
	h := startHelper(t, helperOptions{}, nil)
	dirs := h.ready(t).socketDirs(t)
	for _, dir := range dirs {
		if len(processes(t, dir)) < 2 {
			t.Errorf("%s: found %q, want a guard and a server", dir, processes(t, dir))
		}
	}
	h.kill()
	for _, dir := range dirs {
		gone(t, dir)
	}
}

func TestKilledWhileTheClusterIsMade(t *testing.T) {
	t.Parallel()
	data := filepath.Join(openDir(t), "data")
	h := startHelper(t, helperOptions{DataDir: data}, nil)
	var base string
	eventually(t, "initdb runs", func() bool {
		for _, line := range processes(t, data) {
			if _, after, ok := strings.Cut(line, "/guard "); ok {
				base, _, _ = strings.Cut(after, " ")
			}
		}
		return base != ""
	})
	h.kill()
	gone(t, base)
	eventually(t, "initdb is gone", func() bool { return len(processes(t, data)) == 0 })

	again := startHelper(t, helperOptions{DataDir: data}, nil)
	query(t, again.ready(t).Database, "select 'works'")
}

func TestDataSurviveAKilledParent(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		prepare func(*testing.T, *exec.Cmd)
	}{
		{"as oneself", func(*testing.T, *exec.Cmd) {}},
		{"as an ordinary user", asNobody},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := helperOptions{DataDir: filepath.Join(openDir(t), "a directory 目录")}
			prepare := func(cmd *exec.Cmd) { tt.prepare(t, cmd) }
			h := startHelper(t, o, prepare)
			execute(t, h.ready(t).Database, "create table kept as select 'kept' as word")
			h.kill()
			// At once: the killed one's server is still shutting down.
			again := startHelper(t, o, prepare)
			if got := query(t, again.ready(t).Database, "select word from kept"); got != "kept" {
				t.Errorf("read %q from the reused data", got)
			}
		})
	}
}

func TestRootGoesOnWithAnOrdinaryUsersData(t *testing.T) {
	t.Parallel()
	o := helperOptions{DataDir: filepath.Join(openDir(t), "data")}
	h := startHelper(t, o, func(cmd *exec.Cmd) { asNobody(t, cmd) })
	execute(t, h.ready(t).Database, "create table kept as select 'kept' as word")
	noError(t, h.stdin.Close())
	noError(t, h.cmd.Wait())
	again := startHelper(t, o, nil)
	query(t, again.ready(t).Database, "select word from kept")
}

func TestCallersEnvironmentDoesNotDisturb(t *testing.T) {
	t.Parallel()
	h := startHelper(t, helperOptions{ForTests: true}, func(cmd *exec.Cmd) {
		cmd.Env = append(cmd.Env, "PGDATA=/nowhere", "PGHOST=192.0.2.1", "PGPORT=1", "PGOPTIONS=-c nonsense=1", "PGSERVICE=nowhere",
			"PGREQUIREAUTH=scram-sha-256", "PGTZ=Nowhere/Land", "LC_ALL=xx_YY.UTF-8", "LANG=zh_CN.GBK", "TZ=Asia/Shanghai", "TMPDIR=/nowhere")
	})
	if got := query(t, h.ready(t).Database, "show timezone"); got == "Nowhere/Land" || got == "Asia/Shanghai" {
		t.Errorf("timezone = %s", got)
	}
}

func TestConfiguredAddressThatDoesNotAnswer(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"DATABASE_URL", "REDIS_URL"} {
		address := map[string]string{"DATABASE_URL": "postgres://127.0.0.1:1/x", "REDIS_URL": "redis://127.0.0.1:1"}[name]
		_, err := Start(t.Context(), Options{ForTests: true, Getenv: func(asked string) string {
			if asked == name {
				return address
			}
			return onlyPath(asked)
		}})
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v does not name it", name, err)
		}
	}
}

func TestClimb(t *testing.T) {
	t.Parallel()
	works := func(context.Context) (*server, error) { return &server{used: "the good one"}, nil }
	fails := func(context.Context) (*server, error) { return nil, errors.New("it is broken; mend it") }
	final := func(context.Context) (*server, error) { return nil, finalError{errors.New("it is broken; mend it")} }
	unasked := func(context.Context) (*server, error) { return nil, errNotAsked }
	for _, tt := range []struct {
		name  string
		rungs []rung
		said  string
		err   string
	}{
		{name: "first works", rungs: []rung{{try: works}, {try: fails}}},
		{name: "unasked is not mentioned", rungs: []rung{{try: unasked}, {try: works}}},
		{name: "falls to the next", rungs: []rung{{name: "a", try: fails}, {try: works}}, said: "X, a: it is broken; mend it."},
		{
			name: "final", rungs: []rung{{name: "a", try: final}, {try: works}},
			said: "X, a: it is broken; mend it.", err: "no X could be started:\n  a: it is broken; mend it",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var said []string
			l := &launcher{Options: Options{Say: func(s string) { said = append(said, s) }}}
			_, err := l.climb(t.Context(), "X", tt.rungs)
			if got := strings.Join(said, "\n"); got != tt.said {
				t.Errorf("said %q, want %q", got, tt.said)
			}
			if (err == nil) != (tt.err == "") || err != nil && err.Error() != tt.err {
				t.Errorf("error %v, want %q", err, tt.err)
			}
		})
	}
}

func TestSimulatedRedis(t *testing.T) {
	t.Parallel()
	l, err := newLauncher(Options{AllowMiniredis: true})
	noError(t, err)
	s, err := l.simulatedRedis(t.Context())
	noError(t, err)
	defer s.stop()
	opt, err := redis.ParseURL(s.url)
	noError(t, err)
	client := redis.NewClient(opt)
	defer client.Close()
	noError(t, client.Set(t.Context(), "short", "lived", 20e6).Err())
	eventually(t, "the key expires", func() bool { return client.Exists(t.Context(), "short").Val() == 0 })

	l.ForTests = true
	if _, err := l.simulatedRedis(t.Context()); err == nil {
		t.Error("tests got a simulated Redis")
	}
}

func TestFindPostgresPrefersTheNewest(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	var path []string
	for _, version := range []string{"9998", "9999"} {
		dir := filepath.Join(root, "with space "+version)
		noError(t, os.Mkdir(dir, 0o755))
		script := "#!/bin/sh\necho 'postgres (PostgreSQL) " + version + ".1 (Somewhere)'\n"
		for _, name := range []string{"initdb", "postgres"} {
			noError(t, os.WriteFile(filepath.Join(dir, name), []byte(script), 0o755))
		}
		path = append(path, dir)
	}
	found := findPostgres(t.Context(), strings.Join(path, string(os.PathListSeparator)))
	if len(found) < 2 || found[0].major != 9999 || found[0].dir != path[1] || found[1].major != 9998 {
		t.Errorf("found %+v", found)
	}
}

func TestWithDatabase(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ address, want string }{
		{"postgres://u:p@h:5/old?sslmode=disable", "postgres://u:p@h:5/new?sslmode=disable"},
		{"postgresql://h?dbname=old", "postgresql://h/new"},
		{"postgres://postgres@/postgres?host=%2Ftmp%2Fa+b", "postgres://postgres@/new?host=%2Ftmp%2Fa+b"},
		{"host=h dbname=old", "host=h dbname=old dbname=new"},
	} {
		if got := withDatabase(tt.address, "new"); got != tt.want {
			t.Errorf("withDatabase(%q) = %q, want %q", tt.address, got, tt.want)
		}
	}
	if _, err := url.Parse(socketURL("/tmp/a b")); err != nil {
		t.Error(err)
	}
}

// onlyPath is an environment in which nothing is configured.
func onlyPath(name string) string {
	if name == "PATH" {
		return os.Getenv(name)
	}
	return ""
}

// TestKilledWhileStarting kills parents at moments when their servers do not yet listen to signals.
func TestKilledWhileStarting(t *testing.T) {
	t.Parallel()
	acc, err := serverAccount()
	noError(t, err)
	for range 10 {
		base, err := newBase("/tmp", "early", acc)
		noError(t, err)
		c, err := spawn(acc, base, nil, []string{findRedis(os.Getenv("PATH")), "--port", "0", "--unixsocket", base + "/redis.sock", "--dir", base})
		noError(t, err)
		noError(t, c.hold.Close())
		<-c.ended
		gone(t, base)
	}
}
