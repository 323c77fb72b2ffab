package devstack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// postgresPlaces are where packagers put Postgres outside of PATH.
var postgresPlaces = []string{
	"/usr/lib/postgresql/*/bin",
	"/usr/pgsql-*/bin",
	"/opt/homebrew/opt/postgresql@*/bin",
	"/usr/local/opt/postgresql@*/bin",
	"/Applications/Postgres.app/Contents/Versions/*/bin",
}

// redisNames are servers that speak the protocol, the real one first.
var redisNames = []string{"redis-server", "valkey-server", "keydb-server"}

// redisPlaces are where packagers put Redis outside of an ordinary user's PATH.
var redisPlaces = []string{"/usr/bin", "/usr/local/bin", "/usr/sbin", "/opt/homebrew/bin", "/opt/homebrew/opt/redis/bin", "/opt/homebrew/opt/valkey/bin"}

// postgresBin is a directory with initdb and postgres of one version.
type postgresBin struct {
	dir   string
	major int
	env   []string
}

// findPostgres returns all installations, the newest first.
func findPostgres(ctx context.Context, path string) []postgresBin {
	dirs := filepath.SplitList(path)
	if out, err := command(ctx, "pg_config", "--bindir").Output(); err == nil {
		dirs = append(dirs, strings.TrimSpace(string(out)))
	}
	for _, pattern := range postgresPlaces {
		found, _ := filepath.Glob(pattern)
		dirs = append(dirs, found...)
	}
	var bins []postgresBin
	for _, dir := range dirs {
		if slices.ContainsFunc(bins, func(b postgresBin) bool { return b.dir == dir }) {
			continue
		}
		if b, ok := postgresIn(ctx, dir, nil); ok {
			bins = append(bins, b)
		}
	}
	slices.SortStableFunc(bins, func(a, b postgresBin) int { return b.major - a.major })
	return bins
}

var postgresVersion = regexp.MustCompile(`\(PostgreSQL\) (\d+)`)

// postgresIn looks into one directory and asks the server there for its version, which also shows that it can run.
func postgresIn(ctx context.Context, dir string, env []string) (postgresBin, bool) {
	if !isProgram(filepath.Join(dir, "initdb")) || !isProgram(filepath.Join(dir, "postgres")) {
		return postgresBin{}, false
	}
	cmd := command(ctx, filepath.Join(dir, "postgres"), "--version")
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.Output()
	match := postgresVersion.FindSubmatch(out)
	if err != nil || match == nil {
		return postgresBin{}, false
	}
	major, err := strconv.Atoi(string(match[1]))
	return postgresBin{dir: dir, major: major, env: env}, err == nil
}

// findRedis returns the path of a server, or "".
func findRedis(path string) string {
	for _, name := range redisNames {
		for _, dir := range append(filepath.SplitList(path), redisPlaces...) {
			if file := filepath.Join(dir, name); isProgram(file) {
				return file
			}
		}
	}
	return ""
}

func isProgram(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0 && filepath.IsAbs(file)
}

// command is exec.CommandContext that gives up soon after ctx ends, even when a grandchild holds the output open.
func command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.WaitDelay = time.Second
	return cmd
}

// run runs a program to its end; an error ends with the last line it wrote.
func run(cmd *exec.Cmd) error {
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w%s", filepath.Base(cmd.Path), err, lastLine(out))
	}
	return nil
}

// lastWords returns what a program whose output was read wrote last to standard error, after a colon.
func lastWords(err error) string {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return ""
	}
	return lastLine(exit.Stderr)
}

func lastLine(text []byte) string {
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return ": " + lines[len(lines)-1]
}
