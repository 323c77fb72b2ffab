package slm

import (
	"math"
	"time"
)

// A Survey is one round of asking an agreement's people how satisfied they
// are.
type Survey struct {
	ID        int64
	Agreement string
	OpenedBy  int64
	OpenedAt  time.Time
	ClosesAt  time.Time
	ClosedAt  *time.Time
}

// OpenAt reports whether answers are taken at the time.
func (s Survey) OpenAt(at time.Time) bool { return s.ClosedAt == nil && at.Before(s.ClosesAt) }

// An Answer is what one person says in one round: the last one counts.
type Answer struct {
	Survey  int64
	Person  int64
	Side    Side // of the person's party at the time
	Score   int  // 1 very dissatisfied to 5 very satisfied
	Comment string
	At      time.Time
}

// A Summary is what a round's answers add up to.
type Summary struct {
	Invited int
	Count   int
	Scores  [6]int // how many gave each score; index 0 is unused
	Average int    // in hundredths of a point, 0 when nobody answered
	Spread  int    // standard deviation in hundredths of a point
}

// Rate is the share of those invited who answered.
func (s Summary) Rate() Share {
	if s.Invited == 0 {
		return 0
	}
	return Share(mulDiv(int64(s.Count), int64(Whole), int64(s.Invited)))
}

// Summarize adds up answers, one a person.
func Summarize(invited int, answers []Answer) Summary {
	s := Summary{Invited: invited, Count: len(answers)}
	sum, squares := 0, 0
	for _, a := range answers {
		s.Scores[a.Score]++
		sum += a.Score
		squares += a.Score * a.Score
	}
	if n := len(answers); n > 0 {
		s.Average = (sum*100 + n/2) / n
		variance := float64(n*squares-sum*sum) / float64(n*n)
		s.Spread = int(math.Round(math.Sqrt(variance) * 100))
	}
	return s
}

// Audience gives the people asked about an agreement: everybody of its
// consumer and its provider, and of the suppliers and internal teams whose
// agreements carry it, who has a Slack account and has not left.
func (d *Directory) Audience(a *Agreement, at time.Time) []*Person {
	parties := map[string]bool{a.Consumer: true, a.Provider: true}
	seen := map[string]bool{a.Code: true}
	for again := true; again; {
		again = false
		for i := range d.Agreements {
			under := &d.Agreements[i]
			for _, code := range under.Underpins {
				if seen[code] && !seen[under.Code] {
					seen[under.Code], parties[under.Provider], again = true, true, true
				}
			}
		}
	}
	var people []*Person
	for i := range d.People {
		p := &d.People[i]
		if parties[p.Party] && p.SlackID != "" && p.ActiveAt(at) {
			people = append(people, p)
		}
	}
	return people
}
