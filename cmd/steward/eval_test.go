package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var misses = flag.Bool("misses", false, "show every question for building that is not answered right")

// A set is a file of questions about a company, and the figures that answers
// have reached: how much of the questions of a language must be right at least,
// and may be wrong at most, in per mille. They get worse only where other companies
// gain more by it, and the commit says so.
type set struct {
	company string
	file    string // "build", or "final", which nobody looks at while building
	reached map[string]bounds
}

type bounds struct{ right, wrong int }

var sets = []set{
	{"heron", "build", map[string]bounds{"en": {983, 16}, "zh": {993, 0}, "mixed": {1000, 0}}},
	{"heron", "final", map[string]bounds{"en": {978, 16}, "zh": {959, 20}, "mixed": {1000, 0}}},
	{"danubia", "build", map[string]bounds{"en": {990, 9}, "zh": {1000, 0}, "mixed": {1000, 0}}},
	{"danubia", "final", map[string]bounds{"en": {948, 0}, "zh": {1000, 0}, "mixed": {1000, 0}}},
	{"pujiang", "build", map[string]bounds{"en": {979, 0}, "zh": {990, 0}, "mixed": {1000, 0}}},
	{"pujiang", "final", map[string]bounds{"en": {1000, 0}, "zh": {1000, 0}, "mixed": {1000, 0}}},
	{"kestrel", "build", map[string]bounds{"en": {983, 11}, "zh": {994, 0}, "mixed": {1000, 0}}},
	{"crane", "build", map[string]bounds{"en": {989, 0}, "zh": {995, 0}, "mixed": {1000, 0}}},
	{"firnberg", "build", map[string]bounds{"en": {988, 5}, "zh": {994, 0}, "mixed": {975, 25}}},
	{"maresia", "build", map[string]bounds{"en": {992, 7}, "zh": {984, 7}, "mixed": {1000, 0}}},
	{"tarn", "build", map[string]bounds{"en": {982, 5}, "zh": {1000, 0}, "mixed": {1000, 0}}},
	{"longhai", "build", map[string]bounds{"en": {986, 6}, "zh": {1000, 0}, "mixed": {1000, 0}}},
	{"lanternfox", "build", map[string]bounds{"en": {937, 13}, "zh": {965, 6}, "mixed": {1000, 0}}},
	{"norland", "final", map[string]bounds{"en": {978, 5}, "zh": {982, 0}, "mixed": {1000, 0}}},
	{"eschenried", "build", map[string]bounds{"en": {974, 0}, "zh": {991, 8}, "mixed": {1000, 0}}},
	{"artelan", "build", map[string]bounds{"en": {957, 0}, "zh": {974, 0}, "mixed": {1000, 0}}},
	{"tideway", "final", map[string]bounds{"en": {982, 8}, "zh": {982, 0}, "mixed": {1000, 0}}},
}

// TestAnswers measures how right the answers are, as ask/eval/README.md says.
func TestAnswers(t *testing.T) {
	for _, set := range sets {
		t.Run(set.company+" "+set.file, func(t *testing.T) {
			total, byKind := tally{}, tally{}
			for _, q := range examine(t, set) {
				grade := q.Want.judge(q.got)
				total.add(q.Lang, grade)
				byKind.add(q.Kind+" "+q.Lang, grade)
				if *misses && set.file == "build" && grade != right {
					t.Logf("%s %s %s %s: %s\n  want %s\n  got  %s", grade, q.ID, q.Lang, q.Kind, q.Text, q.wanted, q.said)
				}
			}
			t.Logf("\n%s\n%s", byKind, total)
			for lang, want := range set.reached {
				n := total[lang]
				if n.perMille(right) < want.right || n.perMille(wrong) > want.wrong {
					t.Errorf("%s: %d ‰ right and %d ‰ wrong, but %d ‰ and %d ‰ were reached before",
						lang, n.perMille(right), n.perMille(wrong), want.right, want.wrong)
				}
			}
		})
	}
}

// An exam is a question with the answer that is wanted and the one given.
type exam struct {
	ID     string
	Lang   string
	Kind   string
	Text   string
	Want   want
	wanted json.RawMessage
	got    answered
	said   string
}

// examine puts a file of questions to the command itself.
func examine(t *testing.T, set set) []exam {
	t.Helper()
	folder := "../../ask/eval/" + set.company + "/"
	lines, err := os.ReadFile(folder + set.file + ".jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	env := environment{os.Getenv, &out, &errs}
	cmd := env.ask()
	cmd.SetArgs([]string{"--batch", "--company", folder + "company.yaml"})
	cmd.SetIn(bytes.NewReader(lines))
	if err := cmd.ExecuteContext(t.Context()); err != nil {
		t.Fatalf("ask --batch: %v %s", err, &errs)
	}
	answers := bytes.Split(bytes.TrimSpace(out.Bytes()), []byte("\n"))
	var all []exam
	for i, line := range bytes.Split(bytes.TrimSpace(lines), []byte("\n")) {
		var e exam
		var raw struct{ Want json.RawMessage }
		if err := errorOf(json.Unmarshal(line, &e), json.Unmarshal(line, &raw), json.Unmarshal(answers[i], &e.got)); err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		e.wanted, e.said = raw.Want, string(answers[i])
		all = append(all, e)
	}
	return all
}

func errorOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// A want is what an answer has to say. A field that is missing is not judged.
type want struct {
	Outcome          string
	Roles            *[]string
	Responsibilities *[]string
	Qualifications   *[]string
	Holders          *[]string
	Agreement        json.RawMessage // null: none may be named
	Candidates       []candidate
	May              struct {
		Outcome                                          []string
		Roles, Responsibilities, Qualifications, Holders []string
	}
}

// A grade is what becomes of an answer.
type grade string

const (
	right     grade = "right"
	abstained grade = "abstained"
	wrong     grade = "wrong"
)

func (w want) judge(a answered) grade {
	switch {
	case a.Outcome == w.Outcome && w.fits(a), a.Outcome != w.Outcome && slices.Contains(w.May.Outcome, a.Outcome):
		return right
	case a.Outcome == "answer" || a.Outcome == "":
		return wrong
	}
	return abstained
}

// fits reports whether an answer with the wanted outcome says what is wanted
// and nothing else.
func (w want) fits(a answered) bool {
	switch w.Outcome {
	case "decline":
		return true
	case "ask_back":
		for _, c := range w.Candidates {
			if !slices.Contains(a.Candidates, c) {
				return false
			}
		}
		return true
	}
	var roles []string
	for _, key := range a.Roles {
		roles = append(roles, string(key))
	}
	return says(roles, w.Roles, w.May.Roles) &&
		says(a.Responsibilities, w.Responsibilities, w.May.Responsibilities) &&
		says(a.Qualifications, w.Qualifications, w.May.Qualifications) &&
		says(a.Holders, w.Holders, w.May.Holders) &&
		w.agrees(a.Agreement)
}

func (w want) agrees(code *string) bool {
	if w.Agreement == nil {
		return true
	}
	got, err := json.Marshal(code)
	return err == nil && bytes.Equal(got, w.Agreement)
}

// says reports whether all that is wanted is there, and nothing that is
// neither wanted nor allowed.
func says(got []string, want *[]string, may []string) bool {
	if want == nil {
		return true
	}
	for _, w := range *want {
		if !slices.Contains(got, w) {
			return false
		}
	}
	return !slices.ContainsFunc(got, func(g string) bool { return !slices.Contains(*want, g) && !slices.Contains(may, g) })
}

// A tally counts grades under names.
type tally map[string]counts

type counts map[grade]int

func (t tally) add(name string, v grade) {
	if t[name] == nil {
		t[name] = counts{}
	}
	t[name][v]++
}

func (c counts) all() int { return c[right] + c[abstained] + c[wrong] }

func (c counts) perMille(v grade) int { return 1000 * c[v] / max(1, c.all()) }

func (t tally) String() string {
	var names []string
	for name := range t {
		names = append(names, name)
	}
	slices.Sort(names)
	var b strings.Builder
	fmt.Fprintf(&b, "%-22s %5s %9s %5s\n", "", right, abstained, wrong)
	for _, name := range names {
		c := t[name]
		fmt.Fprintf(&b, "%-22s %5d %9d %5d   %5.1f %% right, %.1f %% wrong of %d\n", name, c[right], c[abstained], c[wrong],
			100*float64(c[right])/float64(c.all()), 100*float64(c[wrong])/float64(c.all()), c.all())
	}
	return b.String()
}
