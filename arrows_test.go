// Package steward_test guards the rules of the house that no compiler knows.
// It reads the source files and nothing else.
package steward_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows say what each package may import besides the standard library: our
// packages by their path, others by the path of their module. A new package
// goes here and into the README.
var arrows = map[string][]string{
	"slm":      {},
	"ask":      {"slm", "golang.org/x/text", "github.com/mozillazg/go-pinyin"},
	"company":  {"slm", "go.yaml.in/yaml/v3", "github.com/xuri/excelize/v2"},
	"store":    {"slm", "github.com/jackc/pgx/v5", "github.com/redis/go-redis/v9", "github.com/riverqueue/river", "github.com/pressly/goose/v3"},
	"commands": {"slm", "ask", "store"},
	"bot":      {"slm", "store", "commands", "github.com/slack-go/slack"},
	"intake":   {"slm", "store", "go.yaml.in/yaml/v3", "github.com/xuri/excelize/v2"},

	"slacksim":       {"github.com/gorilla/websocket"},
	"slacksim/story": {"slacksim"},
	// Tests only: other clients against the simulator.
	"slacksim/conformance": {},
	"internal/devstack": {
		"github.com/jackc/pgx/v5", "github.com/redis/go-redis/v9", "github.com/alicebob/miniredis/v2", "github.com/fergusstrange/embedded-postgres",
	},

	"cmd/devstack": {"internal/devstack"},
	"cmd/slacksim": {"slacksim"},
	"cmd/steward": {
		"ask", "bot", "commands", "company", "intake", "internal/devstack", "slacksim", "slm", "store",
		"github.com/spf13/cobra", "golang.org/x/sync",
	},
}

// starters are the packages that may start goroutines.
var starters = []string{"bot", "intake", "slacksim", "internal/devstack", "cmd/"}

// strangers are packages that even in their tests import nothing of ours from
// outside their own folder.
var strangers = []string{"slacksim"}

// a source is one file of Go.
type source struct {
	dir  string // of its package, with slashes
	name string
	test bool
	*ast.File
}

func TestArrows(t *testing.T) {
	t.Parallel()
	files, _ := sources(t)
	seen := map[string]bool{}
	for _, f := range files {
		allowed, known := arrows[f.dir]
		if !known && f.dir != "." {
			t.Errorf("the package of %s is new: put it into the table of this test and into the README", f.name)
			continue
		}
		seen[f.dir] = true
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if broken := breaks(f, imported, allowed); broken != "" {
				t.Errorf("%s imports %s: %s", f.name, imported, broken)
			}
		}
	}
	for dir := range arrows {
		if !seen[dir] {
			t.Errorf("the table of this test has a package that is not there: %s", dir)
		}
	}
}

// breaks says which rule an import breaks, or nothing.
func breaks(f source, imported string, allowed []string) string {
	ours, own := strings.CutPrefix(imported, "steward/")
	first, _, _ := strings.Cut(imported, "/")
	switch {
	case !own && !strings.Contains(first, "."):
		return "" // the standard library
	case own && slices.ContainsFunc(strangers, func(dir string) bool { return below(f.dir, dir) && !below(ours, dir) }):
		return "this package knows nothing of ours, also in tests"
	case f.test || own && ours == f.dir:
		return ""
	case own && slices.Contains(allowed, ours):
		return ""
	case !own && slices.ContainsFunc(allowed, func(module string) bool { return below(imported, module) }):
		return ""
	}
	return "the arrows do not allow it"
}

func below(path, dir string) bool { return path == dir || strings.HasPrefix(path, dir+"/") }

func TestBreaks(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, dir string
		test      bool
		imported  string
		broken    bool
	}{
		{name: "standard library", dir: "slm", imported: "encoding/json"},
		{name: "our package", dir: "ask", imported: "steward/slm"},
		{name: "our package against the arrow", dir: "slm", imported: "steward/store", broken: true},
		{name: "module below an allowed one", dir: "store", imported: "github.com/jackc/pgx/v5/pgxpool"},
		{name: "Slack's client outside bot", dir: "commands", imported: "github.com/slack-go/slack", broken: true},
		{name: "Postgres outside store", dir: "intake", imported: "github.com/jackc/pgx/v5", broken: true},
		{name: "YAML outside company", dir: "cmd/steward", imported: "go.yaml.in/yaml/v3", broken: true},
		{name: "anything in tests", dir: "slm", test: true, imported: "pgregory.net/rapid"},
		{name: "the simulator's tests", dir: "slacksim", test: true, imported: "steward/slm", broken: true},
		{name: "the simulator's stories", dir: "slacksim/story", imported: "steward/slacksim"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := breaks(source{dir: tt.dir, test: tt.test}, tt.imported, arrows[tt.dir])
			if (got != "") != tt.broken {
				t.Errorf("breaks(%s imports %s) = %q", tt.dir, tt.imported, got)
			}
		})
	}
}

// TestHabits forbids what makes code hard to test: functions that run by
// themselves, tests that wait for time to pass, goroutines without an owner.
func TestHabits(t *testing.T) {
	t.Parallel()
	files, set := sources(t)
	for _, f := range files {
		ast.Inspect(f.File, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Recv == nil && n.Name.Name == "init" {
					t.Errorf("%s: a function init; give the value to whoever needs it", set.Position(n.Pos()))
				}
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && f.test && x.Name == "time" && n.Sel.Name == "Sleep" {
					t.Errorf("%s: a test sleeps; wait for what should happen", set.Position(n.Pos()))
				}
			case *ast.GoStmt:
				if !f.test && !slices.ContainsFunc(starters, func(dir string) bool { return strings.HasPrefix(f.dir+"/", strings.TrimSuffix(dir, "/")+"/") }) {
					t.Errorf("%s: goroutines start in %v only", set.Position(n.Pos()), starters)
				}
			}
			return true
		})
	}
}

// clock is what asks Postgres for the time, which is given by the caller.
var clock = regexp.MustCompile(`(?i)\bnow\(\)|\b(clock|statement|transaction)_timestamp\b|\bcurrent_(timestamp|date|time)\b|\blocaltime(stamp)?\b`)

func TestSQLReadsNoClock(t *testing.T) {
	t.Parallel()
	files, set := sources(t)
	for _, f := range files {
		if f.dir != "store" || f.test {
			continue
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			if text, ok := n.(*ast.BasicLit); ok && text.Kind == token.STRING && clock.MatchString(text.Value) {
				t.Errorf("%s: SQL asks for the time; give it as an argument", set.Position(n.Pos()))
			}
			return true
		})
	}
	migrations, err := filepath.Glob("store/migrations/*.sql")
	if err != nil || len(migrations) == 0 {
		t.Fatalf("no migrations: %v", err)
	}
	for _, name := range migrations {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if found := clock.Find(text); found != nil {
			t.Errorf("%s asks for the time: %s", name, found)
		}
	}
}

// sources parses all Go files below this folder.
func sources(t *testing.T) ([]source, *token.FileSet) {
	t.Helper()
	set := token.NewFileSet()
	var files []source
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("parse: %w", err)
		}
		files = append(files, source{dir: path.Dir(name), name: name, test: strings.HasSuffix(name, "_test.go"), File: file})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 50 {
		t.Fatalf("found only %d files: is this the folder of the module?", len(files))
	}
	return files, set
}
