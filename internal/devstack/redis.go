package devstack

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"
)

func (l *launcher) redisRungs() []rung {
	return []rung{
		{name: "REDIS_URL", try: l.configuredRedis},
		{name: "installed binaries", try: l.installedRedis},
		{name: "package manager", try: l.packagedRedis},
		{name: "Docker", try: l.dockerRedis},
		{name: "unpacked Debian packages", try: l.unpackedRedis},
		{name: "simulation", try: l.simulatedRedis},
	}
}

func (l *launcher) configuredRedis(ctx context.Context) (*server, error) {
	address := l.Getenv("REDIS_URL")
	if address == "" {
		return nil, errNotAsked
	}
	if err := pingRedis(ctx, address); err != nil {
		return nil, finalError{fmt.Errorf("it does not answer (%w); correct it, or unset it to let Steward start its own", err)}
	}
	return &server{url: address, used: "the one in REDIS_URL", stop: func() {}}, nil
}

func (l *launcher) installedRedis(ctx context.Context) (*server, error) {
	bin := findRedis(l.Getenv("PATH"))
	if bin == "" {
		return nil, errors.New("found none; install Redis or Valkey, for instance with apt-get install redis-server or brew install redis")
	}
	return l.launchRedis(ctx, bin, nil)
}

func (l *launcher) packagedRedis(ctx context.Context) (*server, error) {
	if findRedis(l.Getenv("PATH")) != "" {
		return nil, errNotAsked
	}
	if err := l.install(ctx, packages{apt: []string{"redis-server"}, brew: []string{"redis"}}); err != nil {
		return nil, err
	}
	return l.installedRedis(ctx)
}

func (l *launcher) launchRedis(ctx context.Context, bin string, env []string) (*server, error) {
	base, err := newBase("/tmp", "redis", l.account)
	if err != nil {
		return nil, err
	}
	socket := filepath.Join(base, "redis.sock")
	address := (&url.URL{Scheme: "unix", Path: socket}).String()
	c, err := spawn(l.account, base, env, []string{
		bin, "--port", "0", "--unixsocket", socket, "--dir", base,
		"--save", "", "--appendonly", "no", "--daemonize", "no", "--loglevel", "warning",
	})
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(base))
	}
	err = c.ready(ctx, func(ctx context.Context) error {
		if _, err := os.Stat(socket); err != nil {
			return fmt.Errorf("look for its socket: %w", err)
		}
		return pingRedis(ctx, address)
	})
	if err != nil {
		c.stop()
		return nil, err
	}
	return &server{url: address, used: bin + ", keeping nothing on disk", stop: c.stop}, nil
}

// simulatedRedis is good enough to look at Steward, but no proof of anything: tests never use it.
func (l *launcher) simulatedRedis(context.Context) (*server, error) {
	if l.ForTests || !l.AllowMiniredis {
		return nil, errors.New("not allowed here; set REDIS_URL, or install a real one with " +
			"apt-get install redis-server, brew install redis, or docker run -p 6379:6379 redis:7-alpine and REDIS_URL=redis://127.0.0.1:6379")
	}
	mini, err := miniredis.Run()
	if err != nil {
		return nil, fmt.Errorf("listen on loopback: %w", err)
	}
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		age(mini, quit)
	}()
	stop := func() {
		close(quit)
		<-done
		mini.Close()
	}
	return &server{url: "redis://" + mini.Addr(), used: "simulated in this process, as no real one was found", stop: stop}, nil
}

// age makes keys expire: the clock of miniredis stands still by itself.
func age(mini *miniredis.Miniredis, quit <-chan struct{}) {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	last := time.Now()
	for {
		select {
		case <-quit:
			return
		case now := <-tick.C:
			mini.FastForward(now.Sub(last))
			last = now
		}
	}
}

func pingRedis(ctx context.Context, address string) error {
	opt, err := redis.ParseURL(address)
	if err != nil {
		return fmt.Errorf("read address: %w", err)
	}
	opt.MaxRetries, opt.DialerRetries, opt.DialTimeout = 1, 1, 2*time.Second
	dialer := net.Dialer{Timeout: opt.DialTimeout}
	conn, err := dialer.DialContext(ctx, opt.Network, opt.Addr) // go-redis would log by itself that nobody is there
	if err != nil {
		return fmt.Errorf("dial: %w", err)
	}
	conn.Close()
	client := redis.NewClient(opt)
	defer client.Close()
	if err := client.Ping(ctx).Err(); err != nil {
		return fmt.Errorf("ping: %w", err)
	}
	return nil
}
