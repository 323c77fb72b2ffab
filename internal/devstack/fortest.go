package devstack

import (
	"context"
	"crypto/rand"
	"os"
	"sync"
	"testing"
	"time"
)

// The names under which cmd/devstack hands one stack to all test binaries of a run.
const (
	TestDatabaseURL = "STEWARD_TEST_DATABASE_URL"
	TestRedisURL    = "STEWARD_TEST_REDIS_URL"
)

// testStack is the one stack of this test binary. A process-wide value is right here: the stack belongs to the process, which by its end
// stops the servers.
var testStack = sync.OnceValues(func() (*Stack, error) {
	database, redis := os.Getenv(TestDatabaseURL), os.Getenv(TestRedisURL)
	if database != "" && redis != "" {
		return &Stack{DatabaseURL: database, RedisURL: redis}, nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	return Start(ctx, Options{ForTests: true, Setup: os.Getenv("SETUP") == "1"})
})

// ForTest returns the addresses of the Postgres and the Redis of this test run: those that cmd/devstack started, else one stack for this
// test binary. Where none can be had the test fails and says what would help; it never skips.
func ForTest(t testing.TB) (databaseURL, redisURL string) {
	t.Helper()
	stack, err := testStack()
	if err != nil {
		t.Fatalf("this test needs a real Postgres and Redis: %v", err)
	}
	return stack.DatabaseURL, stack.RedisURL
}

// RedisDB returns the address of the Redis of this test run and a prefix for keys that no other test uses.
func RedisDB(t testing.TB) (redisURL, prefix string) {
	t.Helper()
	_, redisURL = ForTest(t)
	return redisURL, "test:" + rand.Text() + ":"
}
