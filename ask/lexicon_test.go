package ask

import (
	"slices"
	"strings"
	"testing"

	"steward/slm"
)

// Every cue of a rule can be said, in both languages, and every clause is
// the answer to some rule.
func TestRulesCanBeReached(t *testing.T) {
	said := map[cue]bool{}
	for _, table := range [][]phrase{wants, named, deeds, qualities} {
		for _, p := range table {
			said[p.cue] = p.en != "" && p.zh != ""
		}
	}
	reached := map[string]bool{}
	for _, c := range append(combinations(rules), combinations(qualityRules)...) {
		for _, id := range c.clauses {
			reached[id] = true
		}
		for _, want := range c.cues {
			if !said[want] {
				t.Errorf("%v waits for %q, which nobody can say in both languages", c.clauses, want)
			}
		}
	}
	for _, r := range slm.Roles {
		for _, c := range slices.Concat(r.Responsibilities, r.Qualifications) {
			if !reached[c.ID] {
				t.Errorf("no rule leads to %s", c.ID)
			}
		}
	}
}

// The words of the roles themselves are understood: whoever copies a sentence
// of a role into a question gets that role.
func TestClausesFindThemselves(t *testing.T) {
	x := NewIndex((&slm.Directory{}).Index())
	for _, r := range slm.Roles {
		for _, c := range r.Responsibilities {
			for _, text := range []string{"who " + c.Text.EN + "?", "谁" + c.Text.ZH + "？"} {
				m := x.Understand(Question{Text: text})
				if !strings.Contains(strings.Join(m.Clauses, " "), c.ID) {
					t.Errorf("%s %s\n is understood as %s %v %v", c.ID, text, m.Intent, m.Roles, m.Clauses)
				}
			}
		}
	}
}
