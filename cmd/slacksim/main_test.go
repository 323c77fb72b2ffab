package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestServesAWorkspaceFromAFile(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "w.json")
	workspace := `{"name":"Acme","people":[{"handle":"mei.lin"}],"apps":[{"name":"Steward","bot_token":"xoxb-1"}],
		"channels":[{"name":"helpdesk","members":["mei.lin","steward"]}]}`
	if err := os.WriteFile(file, []byte(workspace), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	said, out := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, []string{"-addr", "127.0.0.1:0", "-workspace", file, "-limits"}, out) }()
	lines := bufio.NewScanner(said)
	page, token := "", ""
	for token == "" && lines.Scan() {
		if address, ok := strings.CutPrefix(lines.Text(), "Page:"); ok {
			page = strings.TrimSpace(address)
		}
		if value, ok := strings.CutPrefix(lines.Text(), "SLACK_BOT_TOKEN="); ok {
			token = value
		}
	}
	go func() { _, _ = io.Copy(io.Discard, said) }()
	if token != "xoxb-1" {
		t.Errorf("token %q", token)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, page+"control/state", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.Errorf("the page's API answers %s", resp.Status)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	bad := filepath.Join(t.TempDir(), "bad.json")
	if err := os.WriteFile(bad, []byte(`{"peeple":[]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	manifest := filepath.Join(t.TempDir(), "app.json")
	if err := os.WriteFile(manifest, []byte(`{"display_information":{"name":""}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"no name":       {"-manifest", manifest},
		"no file":       {"-workspace", filepath.Join(t.TempDir(), "no.json")},
		"unknown field": {"-workspace", bad},
		"bad address":   {"-addr", "127.0.0.1:99999"},
	} {
		if err := run(t.Context(), args, io.Discard); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
