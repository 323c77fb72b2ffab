package commands

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"steward/slm"
	"steward/store"
)

// slots are the names in braces, also those that only choose a plural.
var slots = regexp.MustCompile(`\{([a-z]+)(\|[^}]*)?\}`)

func slotsOf(sentence string) []string {
	names := map[string]bool{}
	for _, m := range slots.FindAllStringSubmatch(sentence, -1) {
		names[m[1]] = true
	}
	return slices.Sorted(maps.Keys(names))
}

func TestWordsInBothLanguages(t *testing.T) {
	t.Parallel()
	n := 0
	for _, table := range wordTables {
		n += len(table)
	}
	if len(words) != n {
		t.Error("a key stands in two tables")
	}
	for key, text := range words {
		if (text.EN == "" || text.ZH == "") && key != "because." { // nothing is said of an event without a rule
			t.Errorf("%s lacks a language: %+v", key, text)
		}
		if en, zh := slotsOf(text.EN), slotsOf(text.ZH); !slices.Equal(en, zh) {
			t.Errorf("%s has the slots %v in English and %v in Chinese", key, en, zh)
		}
		for _, sentence := range []string{text.EN, text.ZH} {
			if rest := slots.ReplaceAllString(sentence, ""); strings.ContainsAny(rest, "{}") {
				t.Errorf("%s has braces that are no slot: %s", key, sentence)
			}
		}
	}
}

// composed are the keys that are put together from a prefix and something
// else, with all that can follow.
func composed(t *testing.T) map[string][]string {
	t.Helper()
	scores := []string{"1", "2", "3", "4", "5"}
	return map[string][]string{
		"refuse.": slices.Sorted(maps.Keys(refusals(t))),
		"event.":  eventKinds(t),
		"because.": texts(store.Rule(""), store.ByBreach, store.ByTime, store.ByHand, store.ByReroute, store.ByUnreachable,
			store.ByWarning, store.ByReport, store.ByPriority, store.ByCancel, store.ByCorrection, store.ByExclusion, store.ByLateData),
		"clock.":      texts(slm.Waiting, slm.Running, slm.Paused, slm.Stopped),
		"clock.late.": texts(slm.Running, slm.Paused, slm.Stopped),
		"stretch.":    texts(slm.Counts, slm.Closed, slm.OnHold, slm.AllDone),
		"standing.":   texts(slm.Kept, slm.AtRisk, slm.Breached, slm.Unknown),
		"side.":       texts(slm.Business, slm.Internal, slm.Supplier),
		"scope.":      texts(slm.Organisation, slm.ServiceScope, slm.AgreementScope),
		"gap.":        texts(slm.Vacancy, slm.Departed, slm.Unreachable, slm.Uncovered),
		"state.":      texts(slm.States...),
		"sense.":      texts(slm.AtMost, slm.AtLeast),
		"step.":       texts(slm.Draft, slm.Negotiating),
		"score.":      scores,
		"window.":     texts(slm.Month, slm.Quarter, slm.Year, slm.Rolling),
		"span.":       texts(slm.Month, slm.Quarter, slm.Year, slm.Rolling),
		"entry.":      texts(slm.InFigure, slm.LeftOut, slm.Replaced, slm.Unmeasured, slm.ToCome),
		"ahead.":      texts(slm.KeptAlready, slm.LostAlready, slm.EachWithin, slm.OneWithin, slm.LastWithin, slm.RestWithin),
		"statistic.":  texts(slm.Mean, slm.Highest, slm.Lowest, slm.Latest),
		"kindof.":     store.Kinds,
		"subject.":    store.Kinds,
		"field.":      recordedFields(),
		"unit.":       {"d", "h", "min", "s"},
		"weekday.":    {"0", "1", "2", "3", "4", "5", "6"},
		"kind.":       texts(slm.SLR, slm.SLA, slm.OLA, slm.UC),
		"chain.key.":  {"state", "from", "to", "notice", "calendar", "objective", "window", "within"},
	}
}

// recordedFields are those of the records whose changes are kept, and those
// that are written down by themselves.
func recordedFields() []string {
	fields := map[string]bool{"account": true, "language": true, "zone": true, "left": true, "person": true, "to": true, "reason": true}
	for _, record := range []any{
		slm.Party{}, slm.Service{}, slm.Person{}, slm.Agreement{}, slm.Role{}, slm.Merge{}, slm.Assignment{}, slm.Cover{}, slm.NamedCalendar{},
	} {
		for _, field := range reflect.VisibleFields(reflect.TypeOf(record)) {
			if field.IsExported() && field.Tag.Get("json") != "-" && field.Name != "ID" && field.Name != "Version" {
				fields[strings.ToLower(field.Name)] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(fields))
}

func texts[T ~string](values ...T) []string {
	var all []string
	for _, v := range values {
		all = append(all, string(v))
	}
	return all
}

// eventKinds are those that the database allows.
func eventKinds(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../store/migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	var list [][]byte
	for _, file := range files { // the last one counts
		schema, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if found := regexp.MustCompile(`kind in \(('told'[^)]*)\)`).FindSubmatch(schema); found != nil {
			list = found
		}
	}
	if list == nil {
		t.Fatal("the kinds of breach events are not where this test looks for them")
	}
	return strings.Split(strings.ReplaceAll(string(list[1]), "'", ""), ", ")
}

// TestEveryWordIsThere makes sure that whatever is said has words, with a
// value for every slot, and that no words are left over.
func TestEveryWordIsThere(t *testing.T) {
	t.Parallel()
	unused := map[string]bool{}
	for key := range words {
		unused[key] = true
	}
	rest := composed(t)
	need := func(where token.Position, key string, given []string, all bool) {
		text, ok := words[key]
		if !ok {
			t.Errorf("%s: no words for %q", where, key)
			return
		}
		delete(unused, key)
		for _, slot := range slotsOf(text.EN) {
			if !slices.Contains(given, slot) && !all {
				t.Errorf("%s: nothing for the slot {%s} of %q", where, slot, key)
			}
		}
	}
	for _, c := range said(t) {
		for _, key := range c.keys {
			need(c.at, key, c.slots, c.spread)
		}
		if c.prefix != "" {
			follow, ok := rest[c.prefix]
			if !ok {
				t.Errorf("%s: a new prefix %q: say in this test what can follow it", c.at, c.prefix)
			}
			for _, end := range follow {
				need(c.at, c.prefix+end, c.slots, c.spread)
			}
		}
	}
	for key, r := range refusals(t) {
		need(r.at, "refuse."+key, r.slots, false)
	}
	for key := range unused {
		t.Errorf("nobody says %q", key)
	}
}

// a call is one place where something is said.
type call struct {
	at     token.Position
	keys   []string // that are said
	prefix string   // or a prefix, and something behind it
	slots  []string // that get a value
	spread bool     // values come from elsewhere
}

// said finds all calls of say and plain in this package, and the keys in the
// table of commands.
func said(t *testing.T) []call {
	t.Helper()
	var calls []call
	eachFile(t, "*.go", func(set *token.FileSet, file *ast.File) {
		for _, decl := range file.Decls {
			ast.Inspect(decl, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.KeyValueExpr: // of a Command
					if name, ok := n.Key.(*ast.Ident); ok && (name.Name == "About" || name.Name == "Usage") {
						if key, ok := literal(n.Value); ok {
							calls = append(calls, call{at: set.Position(n.Pos()), keys: []string{key}})
						}
					}
				case *ast.IndexExpr: // of words itself
					if table, ok := n.X.(*ast.Ident); ok && table.Name == "words" {
						if key, ok := literal(n.Index); ok {
							calls = append(calls, call{at: set.Position(n.Pos()), keys: []string{key}})
						}
					}
				case *ast.CallExpr:
					if name := called(n); (name == "say" || name == "plain") && len(n.Args) > 0 {
						calls = append(calls, spoken(t, set, decl, n))
					}
				}
				return true
			})
		}
	})
	if len(calls) < 50 {
		t.Fatalf("found only %d places where something is said", len(calls))
	}
	return calls
}

// spoken reads one call of say or plain.
func spoken(t *testing.T, set *token.FileSet, within ast.Node, n *ast.CallExpr) call {
	t.Helper()
	c := call{at: set.Position(n.Pos()), spread: n.Ellipsis.IsValid()}
	for i := 1; i < len(n.Args); i += 2 {
		if slot, ok := literal(n.Args[i]); ok {
			c.slots = append(c.slots, slot)
		}
	}
	switch key := n.Args[0].(type) {
	case *ast.BasicLit:
		text, _ := literal(key)
		c.keys = []string{text}
	case *ast.BinaryExpr:
		c.prefix, _ = literal(key.X)
	case *ast.Ident: // a variable: all that is assigned to it in the function
		ast.Inspect(within, func(n ast.Node) bool {
			if assign, ok := n.(*ast.AssignStmt); ok {
				if name, ok := assign.Lhs[0].(*ast.Ident); ok && name.Name == key.Name {
					if text, ok := literal(assign.Rhs[0]); ok {
						c.keys = append(c.keys, text)
					}
				}
			}
			return true
		})
	}
	return c
}

// refusals finds every call of slm.Refuse, by key.
func refusals(t *testing.T) map[string]call {
	t.Helper()
	found := map[string]call{}
	for _, pattern := range []string{"../slm/*.go", "../store/*.go", "*.go", "../intake/*.go", "../ask/*.go", "../bot/*.go"} {
		eachFile(t, pattern, func(set *token.FileSet, file *ast.File) {
			ast.Inspect(file, func(n ast.Node) bool {
				c, ok := n.(*ast.CallExpr)
				if !ok || called(c) != "Refuse" {
					return true
				}
				key, ok := literal(c.Args[1])
				if !ok {
					t.Errorf("%s: write the key of a refusal out", set.Position(c.Pos()))
					return true
				}
				r := call{at: set.Position(c.Pos())}
				for i := 2; i < len(c.Args); i += 2 {
					slot, _ := literal(c.Args[i])
					r.slots = append(r.slots, slot)
				}
				if other, again := found[key]; again && !slices.Equal(other.slots, r.slots) {
					t.Errorf("%s gives %q the slots %v, %s gives %v", r.at, key, r.slots, other.at, other.slots)
				}
				found[key] = r
				return true
			})
		})
	}
	return found
}

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// eachFile parses the files of a pattern that are no tests.
func eachFile(t *testing.T, pattern string, do func(*token.FileSet, *ast.File)) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	set := token.NewFileSet()
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(fmt.Errorf("parse: %w", err))
		}
		do(set, file)
	}
}

func TestEnglish(t *testing.T) {
	t.Parallel()
	tests := []struct {
		refusal *slm.Error
		want    string
	}{
		{slm.Refuse(slm.Invalid, "measurement.key"), "A measurement needs a key of 1 to 200 characters."},
		{slm.Refuse(slm.NotFound, "agreement", "code", "SLA-<1> & more"), "I know no agreement SLA-<1> & more."},
		{slm.Refuse(slm.Invalid, "measurement.counts", "good", "3", "total", "2"), "3 good of 2 cannot be. Both must be 0 or more, and good at most total."},
	}
	for _, tt := range tests {
		if got := English(tt.refusal); got != tt.want {
			t.Errorf("English(%s) = %q, want %q", tt.refusal.Key, got, tt.want)
		}
	}
}
