// Package devstack gives the demo and the tests a real Postgres and a real Redis. It looks for them along a ladder: configured
// addresses, binaries on this machine, a package manager, unpacked Debian packages, Docker, fetched binaries. What it starts listens on
// unix sockets only, so taken ports never matter, and ends when this process ends, however that happens.
//
// It is not for production: there, Steward is told where its Postgres and Redis are.
package devstack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
)

// Options say what a stack is for and what may be done to get it. The zero value starts a throw-away stack for a demo.
type Options struct {
	// DataDir keeps the data of Postgres between runs. Empty means that the data is thrown away at Stop.
	DataDir string
	// ForTests gives up durability for speed, allows 300 connections and refuses a simulated Redis.
	ForTests bool
	// Setup permits to install packages with apt-get or Homebrew.
	Setup bool
	// AllowMiniredis permits a simulated Redis in this process as the last resort. It has no effect with ForTests.
	AllowMiniredis bool
	// Say receives progress, and for every failed rung of the ladder why it failed and what would help. What was used in the end is in
	// Stack.Used. Nil means silence.
	Say func(sentence string)
	// Getenv reads DATABASE_URL, REDIS_URL and PATH. Nil means os.Getenv.
	Getenv func(name string) string
}

// Stack is a Postgres and a Redis that answer.
type Stack struct {
	// DatabaseURL is understood by pgx. Its user may create and drop databases.
	DatabaseURL string
	// RedisURL is understood by go-redis.
	RedisURL string
	// Used says in one line for each part where it came from.
	Used []string

	once  sync.Once
	stops []func()
}

// Start returns once both servers answer. An error names every rung that was tried. When Start launches a Postgres of its own, it removes
// the PG… variables from the environment of this process: they are meant for another server, and pgx would obey them.
func Start(ctx context.Context, opt Options) (*Stack, error) {
	l, err := newLauncher(opt)
	if err != nil {
		return nil, err
	}
	stack := &Stack{}
	postgres, err := l.climb(ctx, "PostgreSQL", l.postgresRungs())
	if err != nil {
		return nil, err
	}
	stack.stops = append(stack.stops, postgres.stop)
	redis, err := l.climb(ctx, "Redis", l.redisRungs())
	if err != nil {
		stack.Stop()
		return nil, err
	}
	stack.stops = append(stack.stops, redis.stop)
	stack.DatabaseURL, stack.RedisURL = postgres.url, redis.url
	stack.Used = []string{"PostgreSQL: " + postgres.used, "Redis: " + redis.used}
	return stack, nil
}

// Stop ends what Start started and removes throw-away data. Stopping twice does nothing the second time.
func (s *Stack) Stop() {
	s.once.Do(func() {
		for _, stop := range s.stops {
			stop()
		}
	})
}

// launcher holds what all rungs need.
type launcher struct {
	Options
	account account
}

func newLauncher(opt Options) (*launcher, error) {
	if opt.Say == nil {
		opt.Say = func(string) {}
	}
	if opt.Getenv == nil {
		opt.Getenv = os.Getenv
	}
	acc, err := serverAccount()
	if err != nil {
		return nil, err
	}
	return &launcher{Options: opt, account: acc}, nil
}

func (l *launcher) sayf(format string, args ...any) { l.Say(fmt.Sprintf(format, args...)) }

// server is one running part of a stack.
type server struct {
	url, used string
	stop      func()
}

// rung is one way to come by a server.
type rung struct {
	name string
	try  func(context.Context) (*server, error)
}

// errNotAsked is returned by a rung that does not apply and needs no mention.
var errNotAsked = errors.New("not asked for")

// finalError ends the climb: another server than the one that was asked for, or one without the data that were asked for, would hide the
// mistake.
type finalError struct{ error }

func (l *launcher) climb(ctx context.Context, part string, rungs []rung) (*server, error) {
	var reasons []string
	for _, r := range rungs {
		s, err := r.try(ctx)
		if err == nil {
			return s, nil
		}
		if errors.Is(err, errNotAsked) {
			continue
		}
		if ctx.Err() != nil {
			return nil, fmt.Errorf("start %s: %w", part, ctx.Err())
		}
		reason := fmt.Sprintf("%s: %v", r.name, err)
		l.sayf("%s, %s.", part, reason)
		reasons = append(reasons, reason)
		if _, final := errors.AsType[finalError](err); final {
			break
		}
	}
	return nil, fmt.Errorf("no %s could be started:\n  %s", part, strings.Join(reasons, "\n  "))
}
