package store

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"steward/slm"
)

// asked gives a store with an open round about SLA-1, which closes an hour
// after noon; Ann of Ops, Eve of HR and Sam of Cloud are asked.
func asked(t *testing.T) (*Store, slm.Survey) {
	t.Helper()
	s := company(t)
	v, err := s.OpenSurvey(t.Context(), round("SLA-1"), audience(t, s, ann, eve, sam))
	if err != nil {
		t.Fatal(err)
	}
	return s, v
}

func round(code string) slm.Survey {
	return slm.Survey{Agreement: code, OpenedBy: ann, OpenedAt: noon, ClosesAt: minutes(60)}
}

func audience(t *testing.T, s *Store, ids ...int64) []*slm.Person {
	t.Helper()
	var people []*slm.Person
	for _, id := range ids {
		people = append(people, person(t, s, id))
	}
	return people
}

func TestOpenSurvey(t *testing.T) {
	t.Parallel()
	s, v := asked(t)
	ctx := t.Context()
	if n := number(t, s, `SELECT count(*) FROM pings WHERE survey_id = $1`, v.ID); n != 3 {
		t.Errorf("%d messages are owed, want 3", n)
	}
	if n := number(t, s, `SELECT count(*) FROM river_job WHERE kind = 'close_survey' AND scheduled_at = $1`, v.ClosesAt); n != 1 {
		t.Errorf("%d jobs will close the round", n)
	}
	if _, err := s.OpenSurvey(ctx, round("SLA-1"), audience(t, s, ann)); !refusedAs(err, slm.Invalid, "survey.open") {
		t.Errorf("a second round at once: %v", err)
	}
	if _, err := s.OpenSurvey(ctx, round("UC-1"), nil); !refusedAs(err, slm.Invalid, "survey.nobody") {
		t.Errorf("a round that asks nobody: %v", err)
	}
	if _, err := s.OpenSurvey(ctx, round("UC-1"), audience(t, s, ann)); err != nil {
		t.Errorf("a round about another agreement: %v", err)
	}
	if err := s.CloseSurvey(ctx, v.ID, minutes(60)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.OpenSurvey(ctx, round("SLA-1"), audience(t, s, ann)); err != nil {
		t.Errorf("the next round: %v", err)
	}
	last, err := s.LastSurvey(ctx, "SLA-1")
	if err != nil || last.ID <= v.ID {
		t.Errorf("the last round is %d, %v", last.ID, err)
	}
}

func TestRoundsAtOnceAreOne(t *testing.T) {
	t.Parallel()
	s := company(t)
	people := audience(t, s, ann, eve)
	var group sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		group.Go(func() { _, errs[i] = s.OpenSurvey(t.Context(), round("SLA-1"), people) })
	}
	group.Wait()
	opened := 0
	for _, err := range errs {
		if err == nil {
			opened++
		} else if !refusedAs(err, slm.Invalid, "survey.open") {
			t.Error(err)
		}
	}
	if n := number(t, s, `SELECT count(*) FROM pings`); opened != 1 || n != 2 {
		t.Errorf("%d rounds, %d messages", opened, n)
	}
}

func TestAnswers(t *testing.T) {
	t.Parallel()
	s, v := asked(t)
	ctx := t.Context()
	say := func(a slm.Answer, err error) slm.Answer {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	if a := say(s.Answer(ctx, v.ID, eve)); a.Score != 0 {
		t.Errorf("before anything is said: %+v", a)
	}
	say(s.Rate(ctx, v.ID, eve, 2, minutes(1)))
	say(s.Comment(ctx, v.ID, eve, "slow", minutes(2)))
	say(s.Rate(ctx, v.ID, eve, 4, minutes(3)))
	say(s.Rate(ctx, v.ID, sam, 5, minutes(4)))
	want := slm.Answer{Survey: v.ID, Person: eve, Side: slm.Business, Score: 4, Comment: "slow", At: minutes(3)}
	got := say(s.Answer(ctx, v.ID, eve))
	if !got.At.Equal(want.At) {
		t.Errorf("answered at %s", got.At)
	}
	if got.At = want.At; got != want {
		t.Errorf("the answer is %+v, want %+v", got, want)
	}
	answers, invited, err := s.Answers(ctx, v.ID)
	if err != nil || invited != 3 || len(answers) != 2 || answers[0].Person != sam || answers[0].Side != slm.Supplier || answers[1].Score != 4 {
		t.Errorf("answers %+v of %d, %v; want one each, newest first", answers, invited, err)
	}
	if n := number(t, s, `SELECT count(*) FROM answers WHERE person_id = $1`, eve); n != 3 {
		t.Errorf("%d rows: what was said before must stay", n)
	}
	if n := number(t, s, `SELECT want FROM pings WHERE person_id = $1`, eve); n != 4 {
		t.Errorf("the message changes %d times, want 3 changes", n)
	}
}

func TestAnswersThatAreRefused(t *testing.T) {
	t.Parallel()
	s, v := asked(t)
	ctx := t.Context()
	rate := func(person int64, at time.Time) error {
		_, err := s.Rate(ctx, v.ID, person, 3, at)
		return err
	}
	if err := rate(bob, minutes(1)); !refusedAs(err, slm.Forbidden, "survey.uninvited") {
		t.Errorf("somebody who was not asked: %v", err)
	}
	if _, err := s.Comment(ctx, v.ID, eve, "hello", minutes(1)); !refusedAs(err, slm.Invalid, "survey.scoreless") {
		t.Errorf("a comment without a score: %v", err)
	}
	if err := rate(eve, minutes(60).Add(-1)); err != nil {
		t.Errorf("at the last moment: %v", err)
	}
	if err := rate(eve, minutes(60)); !refusedAs(err, slm.Late, "survey.closed") {
		t.Errorf("when the time is over, before it was closed: %v", err)
	}
	if _, err := s.Comment(ctx, v.ID, eve, "late", minutes(61)); !refusedAs(err, slm.Late, "survey.closed") {
		t.Errorf("a comment afterwards: %v", err)
	}
	if _, err := s.Rate(ctx, v.ID+1, eve, 3, minutes(1)); !refusedAs(err, slm.Forbidden, "survey.uninvited") {
		t.Errorf("a round that is none: %v", err)
	}
	for _, score := range []int{-1, 6} {
		if _, err := s.Rate(ctx, v.ID, eve, score, minutes(1)); err == nil {
			t.Errorf("a score of %d was taken", score)
		}
	}
}

// TestAnswersAtOnce: clicks of one person that come at once are all kept, in
// some order, and the last one counts.
func TestAnswersAtOnce(t *testing.T) {
	t.Parallel()
	s, v := asked(t)
	var group sync.WaitGroup
	for i := range 10 {
		group.Go(func() {
			if _, err := s.Rate(t.Context(), v.ID, eve, i%5+1, minutes(1)); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if n := number(t, s, `SELECT count(*) FROM answers`); n != 10 {
		t.Errorf("%d of 10 kept", n)
	}
	if answers, _, err := s.Answers(t.Context(), v.ID); err != nil || len(answers) != 1 {
		t.Errorf("%d count, %v", len(answers), err)
	}
}

func TestSurveysToAnswer(t *testing.T) {
	t.Parallel()
	s, v := asked(t)
	ctx := t.Context()
	waiting := func(person int64, at time.Time) int {
		t.Helper()
		surveys, err := s.SurveysToAnswer(ctx, person, at)
		if err != nil {
			t.Fatal(err)
		}
		return len(surveys)
	}
	if waiting(eve, minutes(1)) != 1 || waiting(bob, minutes(1)) != 0 || waiting(eve, minutes(60)) != 0 {
		t.Error("an open round waits for those asked, while it is open")
	}
	if _, err := s.Rate(ctx, v.ID, eve, 3, minutes(1)); err != nil {
		t.Fatal(err)
	}
	if waiting(eve, minutes(2)) != 0 {
		t.Error("an answered round still waits")
	}
}

func TestCloseSurvey(t *testing.T) {
	t.Parallel()
	s, v := asked(t)
	ctx := t.Context()
	for _, at := range []int{59, 60, 61} {
		if err := s.CloseSurvey(ctx, v.ID, minutes(at)); err != nil {
			t.Fatal(err)
		}
		got, err := s.Survey(ctx, v.ID)
		if err != nil {
			t.Fatal(err)
		}
		if at < 60 != (got.ClosedAt == nil) || got.ClosedAt != nil && !got.ClosedAt.Equal(minutes(60)) {
			t.Errorf("closed in minute %d: %v", at, got.ClosedAt)
		}
	}
	if n := number(t, s, `SELECT sum(want) FROM pings`); n != 6 {
		t.Errorf("the messages change %d times, want once each", n-3)
	}
	if ids, err := s.OverdueSurveys(ctx, minutes(90)); err != nil || len(ids) != 0 {
		t.Errorf("a closed round is overdue: %v, %v", ids, err)
	}
}

func TestOverdueSurveys(t *testing.T) {
	t.Parallel()
	s, v := asked(t)
	for at, want := range map[int]string{59: "[]", 60: fmt.Sprint([]int64{v.ID})} {
		if ids, err := s.OverdueSurveys(t.Context(), minutes(at)); err != nil || fmt.Sprint(ids) != want {
			t.Errorf("overdue in minute %d: %v, %v", at, ids, err)
		}
	}
}

func TestNoSurvey(t *testing.T) {
	t.Parallel()
	s := company(t)
	if _, err := s.Survey(t.Context(), 1); !refusedAs(err, slm.NotFound, "survey.none") {
		t.Errorf("Survey = %v", err)
	}
	if _, err := s.LastSurvey(t.Context(), "SLA-1"); !refusedAs(err, slm.NotFound, "survey.none") {
		t.Errorf("LastSurvey = %v", err)
	}
}
