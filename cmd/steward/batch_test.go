package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// answers runs a batch command on its input and gives the lines it answers.
func answers(t *testing.T, args []string, input string) []string {
	t.Helper()
	var out bytes.Buffer
	env := environment{getenv: func(string) string { return "" }, stdout: &out, stderr: &out}
	cmd := env.clock()
	if args[0] == "judge" {
		cmd = env.judge()
	}
	cmd.SetArgs(args[1:])
	cmd.SetIn(strings.NewReader(input))
	if err := cmd.Execute(); err != nil {
		t.Fatal(err)
	}
	text := strings.TrimSuffix(out.String(), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// A table holds results that others published, re-keyed. Where ours deviate,
// the row has theirs and the reason.
type table struct {
	Source    string
	Calendars map[string]json.RawMessage
	Rows      []struct {
		Name, Calendar, Op, From, To, Duration string
		Want, Theirs, Why                      string
	}
}

// TestPublicTables runs the tables that others wrote through the command.
func TestPublicTables(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../slm/testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var tables table
			if err := strictly(text, &tables); err != nil {
				t.Fatal(err)
			}
			var in bytes.Buffer
			for _, row := range tables.Rows {
				line := map[string]any{"id": row.Name, "op": row.Op, "calendar": tables.Calendars[row.Calendar], "from": row.From, "to": row.To, "duration": row.Duration}
				if err := json.NewEncoder(&in).Encode(line); err != nil {
					t.Fatal(err)
				}
			}
			for i, line := range answers(t, []string{"clock", "--batch"}, in.String()) {
				row := tables.Rows[i]
				var got struct{ ID, At, Duration, Error string }
				if err := json.Unmarshal([]byte(line), &got); err != nil {
					t.Fatalf("%s: %v", line, err)
				}
				answer := got.At + got.Duration
				if got.Error != "" && row.Want == "error" {
					answer = "error"
				}
				if got.ID != row.Name || answer != row.Want {
					t.Errorf("%s: %s, want %s", row.Name, line, row.Want)
				}
				if (row.Theirs == "") != (row.Why == "") || row.Theirs == row.Want {
					t.Errorf("%s: a deviation needs their result and the reason", row.Name)
				}
			}
		})
	}
}
