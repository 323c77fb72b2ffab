package slacksim_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// soon is a time an hour from now as Slack takes it.
func soon() string { return strconv.FormatInt(time.Now().Add(time.Hour).Unix(), 10) }

// post sends a body and wants it to be taken.
func post(t *testing.T, address, body string) error {
	t.Helper()
	resp, err := http.Post(address, "application/octet-stream", strings.NewReader(body)) //nolint:noctx // a test
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("post to %s: %s", address, resp.Status)
	}
	return nil
}

// answering is an app that answers everything in the same way.
func answering(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(body)) }
}
