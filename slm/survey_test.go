package slm_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"steward/slm"
)

func TestSummarize(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		invited int
		scores  []int
		want    string
	}{
		{"nobody asked", 0, nil, "0 of 0 (0.0 %) 0 ±0"},
		{"nobody answered", 4, nil, "0 of 4 (0.0 %) 0 ±0"},
		{"one", 4, []int{4}, "1 of 4 (25.0 %) 400 ±0"},
		{"all agree", 3, []int{5, 5, 5}, "3 of 3 (100.0 %) 500 ±0"},
		{"as far apart as can be", 2, []int{1, 5}, "2 of 2 (100.0 %) 300 ±200"},
		{"rounded up", 3, []int{1, 2, 2}, "3 of 3 (100.0 %) 167 ±47"},
		{"rounded down", 3, []int{1, 1, 2}, "3 of 3 (100.0 %) 133 ±47"},
		{"one each", 7, []int{1, 2, 3, 4, 5}, "5 of 7 (71.4285 %) 300 ±141"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var answers []slm.Answer
			counts := [6]int{}
			for _, score := range tt.scores {
				answers = append(answers, slm.Answer{Score: score})
				counts[score]++
			}
			s := slm.Summarize(tt.invited, answers)
			got := fmt.Sprintf("%d of %d (%s) %d ±%d", s.Count, s.Invited, s.Rate(), s.Average, s.Spread)
			if got != tt.want || s.Scores != counts {
				t.Errorf("Summarize = %s %v, want %s %v", got, s.Scores, tt.want, counts)
			}
		})
	}
}

func TestSurveyOpenAt(t *testing.T) {
	t.Parallel()
	closed := day(5)
	tests := []struct {
		name   string
		survey slm.Survey
		at     time.Time
		want   bool
	}{
		{"open", slm.Survey{ClosesAt: day(9)}, day(8), true},
		{"when its time is over", slm.Survey{ClosesAt: day(9)}, day(9), false},
		{"closed early", slm.Survey{ClosesAt: day(9), ClosedAt: &closed}, day(6), false},
	}
	for _, tt := range tests {
		if got := tt.survey.OpenAt(tt.at); got != tt.want {
			t.Errorf("%s: OpenAt = %v", tt.name, got)
		}
	}
}

func TestAudience(t *testing.T) {
	t.Parallel()
	// Everybody is of the party with their letter; SLA-1 is promised by A to B.
	sla := slm.Agreement{Code: "SLA-1", Provider: "A", Consumer: "B"}
	under := func(code, provider string, carries ...string) slm.Agreement {
		return slm.Agreement{Code: code, Provider: provider, Consumer: "E", Underpins: carries}
	}
	tests := []struct {
		name  string
		under []slm.Agreement
		spoil func(*slm.Directory)
		want  string
	}{
		{"provider and consumer", nil, nil, "AB"},
		{"who carries it", []slm.Agreement{under("OLA-1", "C", "SLA-1")}, nil, "ABC"},
		{"who carries what carries it", []slm.Agreement{under("UC-1", "D", "OLA-1"), under("OLA-1", "C", "SLA-1")}, nil, "ABCD"},
		{"not who carries something else", []slm.Agreement{under("OLA-1", "C", "SLA-2")}, nil, "AB"},
		{"not what it carries itself", []slm.Agreement{{Code: "SLR-1", Provider: "C", Consumer: "D"}}, nil, "AB"},
		{"a circle", []slm.Agreement{under("OLA-1", "C", "SLA-1", "UC-1"), under("UC-1", "D", "OLA-1")}, nil, "ABCD"},
		{"without a Slack account", nil, func(d *slm.Directory) { d.People[0].SlackID = "" }, "B"},
		{"who has left", nil, func(d *slm.Directory) { gone := day(15); d.People[1].LeftAt = &gone }, "A"},
		{"who leaves tomorrow", nil, func(d *slm.Directory) { gone := day(16); d.People[1].LeftAt = &gone }, "AB"},
		{"nobody", nil, func(d *slm.Directory) { d.People = nil }, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := &slm.Directory{Agreements: append([]slm.Agreement{sla}, tt.under...)}
			for id := ann; id <= eve; id++ {
				letter := string(letters[id])
				d.People = append(d.People, slm.Person{ID: id, SlackID: "U" + letter, Party: letter})
			}
			if tt.spoil != nil {
				tt.spoil(d)
			}
			d.Index()
			var got strings.Builder
			for _, p := range d.Audience(d.Agreement("SLA-1"), day(15)) {
				got.WriteByte(letters[p.ID])
			}
			if got.String() != tt.want {
				t.Errorf("Audience = %s, want %s", got.String(), tt.want)
			}
		})
	}
}
