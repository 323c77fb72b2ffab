package slm_test

import (
	"fmt"
	"testing"
	"time"

	"steward/slm"
)

// rungs gives a ladder from letters: a person each, "-" a vacancy, lower case
// somebody who stands higher on the ladder already.
func rungs(t *testing.T, line string) []slm.Rung {
	t.Helper()
	var ladder []slm.Rung
	for _, c := range line {
		switch {
		case c == '-':
			ladder = append(ladder, slm.Rung{Why: slm.NoOne})
		case c >= 'A' && c <= 'E':
			ladder = append(ladder, slm.Rung{Why: slm.Holds, Person: &slm.Person{ID: int64(c-'A') + ann}})
		case c >= 'a' && c <= 'e':
			ladder = append(ladder, slm.Rung{Why: slm.Already, Person: &slm.Person{ID: int64(c-'a') + ann}})
		default:
			t.Fatalf("no rung: %c", c)
		}
	}
	return ladder
}

func told(t *testing.T, line string) map[int64]bool {
	t.Helper()
	told := map[int64]bool{}
	for _, r := range rungs(t, line) {
		told[r.Person.ID] = true
	}
	return told
}

func TestNextStep(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, ladder, told string
		round              int
		want               string
	}{
		{"the first", "ABC", "", 0, "A, round 0"},
		{"the second", "ABC", "A", 0, "B, round 0"},
		{"the last", "ABC", "AB", 0, "C, round 0"},
		{"everybody was told", "ABC", "ABC", 0, "C, round 1"},
		{"everybody was reminded", "ABC", "ABC", 4, "C, round 5"},
		{"vacant at the beginning", "--C", "", 0, "C, round 0, skipped 2"},
		{"vacant on the way", "A--D", "A", 0, "D, round 0, skipped 2"},
		{"vacant before those told does not count again", "-BC", "B", 0, "C, round 0"},
		{"vacant at the end", "AB-", "AB", 0, "B, round 1"},
		{"a second role is no vacancy", "ABaD", "AB", 0, "D, round 0"},
		{"a second role and a vacancy", "AB-aD", "AB", 0, "D, round 0, skipped 1"},
		{"nobody at all", "----", "", 0, "nobody, round 0, skipped 4"},
		{"nobody left, once more", "--", "A", 2, "nobody, round 2, skipped 2"},
		{"somebody new above those told", "EABC", "AB", 0, "E, round 0"},
		{"somebody new between", "AEB", "AB", 0, "E, round 0"},
		{"the one told is gone from the ladder", "BC", "A", 0, "B, round 0"},
		{"the order changed", "CBA", "A", 0, "C, round 0"},
		{"only somebody told remains", "B", "AB", 0, "B, round 1"},
		{"told out of order", "ABC", "C", 0, "A, round 0"},
		{"one person", "A", "A", 0, "A, round 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			step := slm.NextStep(rungs(t, tt.ladder), told(t, tt.told), tt.round)
			got := "nobody"
			if !step.Nobody {
				got = string(letters[step.Rung.Person.ID])
			}
			got += fmt.Sprintf(", round %d", step.Round)
			if len(step.Skipped) > 0 {
				got += fmt.Sprintf(", skipped %d", len(step.Skipped))
			}
			if got != tt.want {
				t.Errorf("NextStep = %s, want %s", got, tt.want)
			}
		})
	}
}

// TestNextStepTellsEverybodyOnce walks every ladder of up to five rungs to its
// end: each person is told exactly once before anybody is reminded.
func TestNextStepTellsEverybodyOnce(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 5; n++ {
		for vacancies := range 1 << n {
			line, people := "", 0
			for i := range n {
				if vacancies>>i&1 == 1 {
					line += "-"
				} else {
					line += string(rune('A' + i))
					people++
				}
			}
			heard := map[int64]bool{}
			for i := range people + 3 {
				step := slm.NextStep(rungs(t, line), heard, 0)
				if step.Nobody != (people == 0) {
					t.Fatalf("%s: nobody is %v at step %d", line, step.Nobody, i)
				}
				if step.Nobody {
					break
				}
				if again := heard[step.Rung.Person.ID]; again != (i >= people) || (step.Round > 0) != again {
					t.Fatalf("%s: step %d goes to %d, round %d", line, i, step.Rung.Person.ID, step.Round)
				}
				heard[step.Rung.Person.ID] = true
			}
		}
	}
}

func TestWait(t *testing.T) {
	t.Parallel()
	tests := []struct {
		limit time.Duration
		round int
		want  time.Duration
	}{
		{15 * time.Minute, 0, 15 * time.Minute},
		{15 * time.Minute, 1, 30 * time.Minute},
		{15 * time.Minute, 3, 2 * time.Hour},
		{15 * time.Minute, 6, 16 * time.Hour},
		{15 * time.Minute, 7, 24 * time.Hour},
		{15 * time.Minute, 1000, 24 * time.Hour},
		{12 * time.Hour, 1, 24 * time.Hour},
		{24 * time.Hour, 0, 24 * time.Hour},
		{time.Second, 1 << 30, 24 * time.Hour},
	}
	for _, tt := range tests {
		if got := slm.Wait(tt.limit, tt.round); got != tt.want {
			t.Errorf("Wait(%s, %d) = %s, want %s", tt.limit, tt.round, got, tt.want)
		}
	}
}

func TestFollowOpen(t *testing.T) {
	t.Parallel()
	if !(slm.Follow{}).Open() || (slm.Follow{By: ann}).Open() {
		t.Error("a breach is open until somebody answers")
	}
}
