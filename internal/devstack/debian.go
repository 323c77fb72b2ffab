package devstack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// unpackedPostgres and unpackedRedis take servers out of Debian packages without installing them, which needs neither root nor consent.

func (l *launcher) unpackedPostgres(ctx context.Context) (*server, error) {
	if len(findPostgres(ctx, l.Getenv("PATH"))) > 0 {
		return nil, errNotAsked // what is here already did not start; more of the same will not either
	}
	root, err := l.unpacked(ctx, "postgresql", "usr/lib/postgresql/*/bin/postgres")
	if err != nil {
		return nil, err
	}
	found, _ := filepath.Glob(filepath.Join(root, "usr/lib/postgresql/*/bin"))
	for _, dir := range found {
		if bin, ok := postgresIn(ctx, dir, unpackedEnv(root)); ok {
			return l.launchPostgres(ctx, []postgresBin{bin})
		}
	}
	return nil, fmt.Errorf("what was unpacked in %s does not run; install postgresql", root)
}

func (l *launcher) unpackedRedis(ctx context.Context) (*server, error) {
	if findRedis(l.Getenv("PATH")) != "" {
		return nil, errNotAsked
	}
	root, err := l.unpacked(ctx, "redis-server", "usr/bin/redis-*")
	if err != nil {
		return nil, err
	}
	return l.launchRedis(ctx, filepath.Join(root, "usr/bin/redis-server"), unpackedEnv(root))
}

// unpacked returns a directory that holds the files of the package and of all it needs and this machine lacks. It is made once; program is
// a pattern for what must be in it.
func (l *launcher) unpacked(ctx context.Context, name, program string) (string, error) {
	for _, tool := range []string{"apt-get", "dpkg-deb"} {
		if _, err := exec.LookPath(tool); err != nil {
			return "", fmt.Errorf("there is no %s here", tool)
		}
	}
	cache, err := l.cacheDir()
	if err != nil {
		return "", err
	}
	root := filepath.Join(cache, "debian-"+name)
	if found, _ := filepath.Glob(filepath.Join(root, program)); len(found) > 0 {
		return root, nil
	}
	l.sayf("Unpacking the Debian package %s into %s, without installing it.", name, cache)
	scratch, err := os.MkdirTemp(cache, "unpack-")
	if err != nil {
		return "", fmt.Errorf("create a scratch directory: %w", err)
	}
	defer os.RemoveAll(scratch)
	apt := aptPrivate{dir: scratch}
	err = apt.unpack(ctx, name)
	if err != nil { // perhaps the lists of this machine are missing or old
		if err = apt.update(ctx); err == nil {
			err = apt.unpack(ctx, name)
		}
	}
	if err != nil {
		return "", fmt.Errorf("%w; as root, run: apt-get update && apt-get install %s", err, name)
	}
	if found, _ := filepath.Glob(filepath.Join(scratch, "root", program)); len(found) == 0 {
		return "", fmt.Errorf("the package %s brought no server; install it: apt-get install %s", name, name)
	}
	if err := os.Chmod(filepath.Join(scratch, "root"), 0o755); err != nil {
		return "", fmt.Errorf("open what was unpacked: %w", err)
	}
	_ = os.RemoveAll(root) // unfinished work of an earlier time
	if err := os.Rename(filepath.Join(scratch, "root"), root); err != nil {
		return "", fmt.Errorf("keep what was unpacked: %w", err)
	}
	return root, nil
}

// aptPrivate drives apt-get without touching what belongs to the machine.
type aptPrivate struct {
	dir     string
	options []string
}

// update fetches lists of packages into a directory of its own.
func (a *aptPrivate) update(ctx context.Context) error {
	lists := filepath.Join(a.dir, "lists")
	if err := os.MkdirAll(filepath.Join(lists, "partial"), 0o755); err != nil {
		return fmt.Errorf("create a directory for package lists: %w", err)
	}
	a.options = []string{
		"-o", "Dir::State::Lists=" + lists, "-o", "Dir::Cache=" + a.dir, "-o", "APT::Sandbox::User=root",
		"-o", "APT::Update::Post-Invoke::=", "-o", "Debug::NoLocking=1",
	}
	return run(a.command(ctx, "update"))
}

// unpack downloads the package with everything it needs and this machine lacks, and unpacks all into root.
func (a *aptPrivate) unpack(ctx context.Context, name string) error {
	out, err := a.command(ctx, "install", "--print-uris", "-y", "--no-install-recommends", name).Output()
	if err != nil {
		return fmt.Errorf("ask apt-get what %s needs: %w%s", name, err, lastWords(err))
	}
	names := missingPackages(string(out))
	if len(names) == 0 {
		return errors.New("it is installed already, but was not found")
	}
	if err := run(a.command(ctx, append([]string{"download"}, names...)...)); err != nil {
		return fmt.Errorf("download: %w", err)
	}
	debs, _ := filepath.Glob(filepath.Join(a.dir, "*.deb"))
	for _, deb := range debs {
		if err := run(command(ctx, "dpkg-deb", "--extract", deb, filepath.Join(a.dir, "root"))); err != nil {
			return fmt.Errorf("unpack: %w", err)
		}
	}
	return nil
}

func (a *aptPrivate) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := command(ctx, "apt-get", append(a.options, args...)...)
	cmd.Dir, cmd.Env = a.dir, append(os.Environ(), "LC_ALL=C")
	return cmd
}

// missingPackages reads what apt-get install --print-uris prints: 'address' name_version_architecture.deb size digest.
func missingPackages(printed string) []string {
	var names []string
	for line := range strings.Lines(printed) {
		fields := strings.Fields(line)
		if len(fields) < 2 || !strings.HasPrefix(line, "'") {
			continue
		}
		if name, _, ok := strings.Cut(fields[1], "_"); ok {
			names = append(names, name)
		}
	}
	return names
}

// unpackedEnv lets programs find the libraries that were unpacked beside them.
func unpackedEnv(root string) []string {
	var dirs []string
	for _, pattern := range []string{"usr/lib/*-linux-*", "lib/*-linux-*"} {
		found, _ := filepath.Glob(filepath.Join(root, pattern))
		dirs = append(dirs, found...)
	}
	return []string{"LD_LIBRARY_PATH=" + strings.Join(dirs, ":")}
}
