package devstack

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// inDocker is where in a data directory the container keeps its own: other users, other access rules, maybe another version.
const inDocker = "postgres-docker"

// container describes a server in Docker.
type container struct {
	image, port string
	flags       []string // of docker run
	argv        []string // of the server
}

func (l *launcher) dockerPostgres(ctx context.Context) (*server, error) {
	c := container{
		image: "postgres:17-alpine", port: "5432",
		flags: []string{"-e", "POSTGRES_HOST_AUTH_METHOD=trust", "-e", "POSTGRES_INITDB_ARGS=--locale=C.UTF-8"},
		argv:  []string{"postgres"},
	}
	if l.ForTests {
		for _, s := range testSettings {
			c.argv = append(c.argv, "-c", s)
		}
	}
	if l.DataDir != "" {
		dir, err := filepath.Abs(l.DataDir)
		if err != nil {
			return nil, fmt.Errorf("find data directory: %w", err)
		}
		if _, err := os.Stat(filepath.Join(dir, "postgres")); err == nil {
			return nil, fmt.Errorf("the data in %s were made outside of Docker", dir)
		}
		c.flags = append(c.flags, "--mount", "type=bind,source="+filepath.Join(dir, inDocker)+",target=/var/lib/postgresql/data")
		if err := os.MkdirAll(filepath.Join(dir, inDocker), 0o755); err != nil {
			return nil, fmt.Errorf("create data directory: %w", err)
		}
	}
	return l.launchContainer(ctx, c, func(hostPort string) string {
		u := url.URL{Scheme: "postgres", User: url.User("postgres"), Host: hostPort, Path: "/postgres", RawQuery: "sslmode=disable"}
		return u.String()
	}, pingPostgres)
}

func (l *launcher) dockerRedis(ctx context.Context) (*server, error) {
	c := container{image: "redis:7-alpine", port: "6379", argv: []string{"redis-server", "--save", "", "--appendonly", "no"}}
	return l.launchContainer(ctx, c, func(hostPort string) string { return "redis://" + hostPort }, pingRedis)
}

// launchContainer runs a container in the foreground under the guard, so that it ends as any other child does: docker run passes the
// interrupt on, and --rm removes what is left.
func (l *launcher) launchContainer(
	ctx context.Context, c container, address func(hostPort string) string, ping func(context.Context, string) error,
) (*server, error) {
	if err := l.fetchImage(ctx, c.image); err != nil {
		return nil, err
	}
	self := account{} // the docker socket is ours to use, not that of the account
	base, err := newBase("/tmp", "docker", self)
	if err != nil {
		return nil, err
	}
	name := "steward-" + strings.ToLower(rand.Text()[:12])
	argv := []string{"docker", "run", "--rm", "--name", name, "-p", "127.0.0.1::" + c.port}
	argv = append(append(append(argv, c.flags...), c.image), c.argv...)
	run, err := spawn(self, base, dockerEnv(), argv)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(base))
	}
	var where string
	err = run.ready(ctx, func(ctx context.Context) error {
		out, err := command(ctx, "docker", "port", name, c.port+"/tcp").Output()
		if err != nil {
			return fmt.Errorf("ask for the port: %w", err)
		}
		where = address(strings.TrimSpace(strings.SplitN(string(out), "\n", 2)[0]))
		return ping(ctx, where)
	})
	if err != nil {
		run.stop()
		return nil, err
	}
	return &server{url: where, used: "a Docker container of " + c.image, stop: run.stop}, nil
}

// fetchImage pulls the image unless it is there. It fails quickly where no daemon answers.
func (l *launcher) fetchImage(ctx context.Context, image string) error {
	if _, err := exec.LookPath("docker"); err != nil {
		return errors.New("it is not installed")
	}
	asked, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if err := command(asked, "docker", "version", "--format", "{{.Server.Version}}").Run(); err != nil {
		return errors.New("its daemon does not answer; start it, or join its group")
	}
	if command(ctx, "docker", "image", "inspect", image).Run() == nil {
		return nil
	}
	l.sayf("Pulling the Docker image %s.", image)
	if err := run(command(ctx, "docker", "pull", "-q", image)); err != nil {
		return fmt.Errorf("pull %s: %w", image, err)
	}
	return nil
}

// dockerEnv passes on what tells the client which daemon to use.
func dockerEnv() []string {
	var env []string
	for _, pair := range os.Environ() {
		if strings.HasPrefix(pair, "DOCKER_") || strings.HasPrefix(pair, "HOME=") || strings.HasPrefix(pair, "XDG_RUNTIME_DIR=") {
			env = append(env, pair)
		}
	}
	return env
}
