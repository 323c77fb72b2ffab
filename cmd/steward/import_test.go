package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"steward/internal/devstack"
)

// A shell runs Steward's commands on a database of its own.
type shell struct {
	t   *testing.T
	env map[string]string
}

func newShell(t *testing.T) shell {
	t.Helper()
	return shell{t, map[string]string{"DATABASE_URL": devstack.Database(t, migrated), "REDIS_URL": noRedis}}
}

// says runs a command and gives what it prints.
func (s shell) says(args ...string) string {
	s.t.Helper()
	var out bytes.Buffer
	if err := run(s.t.Context(), args, func(name string) string { return s.env[name] }, &out, io.Discard); err != nil {
		s.t.Fatalf("steward %s: %v", strings.Join(args, " "), err)
	}
	return out.String()
}

// file writes a file and gives its name.
func file(t *testing.T, name, text string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

const nothing = "0 added, 0 changed, 0 ended: imported.\n"

// TestExportImportsNothing: what was exported changes nothing, in the database
// it comes from and, imported into another, exports as the same text.
func TestExportImportsNothing(t *testing.T) {
	t.Parallel()
	questions, err := os.ReadFile("../../ask/eval/company.yaml")
	if err != nil {
		t.Fatal(err)
	}
	demo := relativeDay.ReplaceAllString(demoCompany, "2026-06-15")
	for name, text := range map[string]string{"demo": demo, "questions": string(questions)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			here, there := newShell(t), newShell(t)
			here.says("import", file(t, "company.yaml", text))
			exported := here.says("export")
			for _, complete := range []string{"--complete=false", "--complete"} {
				if plan := lastLine(here.says("import", complete, file(t, "again.yaml", exported))); plan != nothing {
					t.Errorf("importing the export: %s", plan)
				}
			}
			there.says("import", file(t, "elsewhere.yaml", exported))
			if again := there.says("export"); again != exported {
				t.Errorf("exported elsewhere\n%s\nhere\n%s", again, exported)
			}
		})
	}
}

// lastLine gives the last line, or everything if there are changes in it.
func lastLine(plan string) string {
	lines := strings.SplitAfter(plan, "\n")
	for _, line := range lines {
		if strings.HasPrefix(line, "+") || strings.HasPrefix(line, "~") || strings.HasPrefix(line, "-") {
			return plan
		}
	}
	return lines[len(lines)-2]
}
