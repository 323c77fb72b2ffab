package store

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"steward/slm"
)

// turn lets time pass until a moment.
func turnAt(t *testing.T, s *Store, now time.Time) {
	t.Helper()
	if err := s.TurnWindows(t.Context(), now); err != nil {
		t.Fatal(err)
	}
}

// rolling makes SLA-1's target one over so many days.
func rolling(days int) func(*slm.Directory) {
	return asTarget(func(t *slm.Target) { t.Window = slm.Window{Unit: slm.Rolling, Days: days} })
}

// TestRollingWindowRecoversByTime: what was bad leaves the window, and nothing
// needs to come for that.
func TestRollingWindowRecoversByTime(t *testing.T) {
	t.Parallel()
	s := company(t, rolling(3))
	take(t, s, measured("bad", 25, 20, 1000), measured("good", 1, 0, 1000))
	turnAt(t, s, noon)
	midnight := time.Date(2026, 6, 16, 0, 0, 0, 0, time.FixedZone("Asia/Shanghai", 8*3600))
	for day := range 3 {
		turnAt(t, s, midnight.AddDate(0, 0, day).Add(-time.Second))
		turnAt(t, s, midnight.AddDate(0, 0, day))
	}
	wantJudged(t, s, "breached measured bad", "kept passed ", "unknown passed ")
	at := time.Time{}
	if err := s.db.QueryRow(t.Context(), `SELECT at FROM judgements WHERE standing = 'kept'`).Scan(&at); err != nil {
		t.Fatal(err)
	}
	if want := midnight.AddDate(0, 0, 1); !at.Equal(want) { // the bad hour is of the 14th
		t.Errorf("it recovered at %s, not at %s", at, want)
	}
}

// TestRollingWindowBreaksByTime: what was good leaves the window, and a person
// is told.
func TestRollingWindowBreaksByTime(t *testing.T) {
	t.Parallel()
	s := company(t, rolling(3))
	take(t, s, measured("good", 49, 0, 50_000), measured("bad", 25, 20, 1000))
	if n := number(t, s, `SELECT count(*) FROM breaches`); n != 0 {
		t.Fatal("it is broken before the good left")
	}
	turnAt(t, s, noon)
	turnAt(t, s, noon.AddDate(0, 0, 1))
	b := onlyBreach(t, s)
	if b.Key != "bad" || b.Total != 1000 {
		t.Errorf("of %d since %s", b.Total, b.Key)
	}
	if n := number(t, s, `SELECT count(*) FROM pings WHERE kind = 'breach' AND person_id = $1`, ann); n != 1 {
		t.Errorf("%d people are told", n)
	}
	wantJudged(t, s, "kept measured good", "breached passed ")
}

// TestRollingWarningComesOnce, not on every day on which the target is at
// risk.
func TestRollingWarningComesOnce(t *testing.T) {
	t.Parallel()
	s := company(t, rolling(3))
	for n := 1; n <= 24; n++ {
		take(t, s, measured(fmt.Sprint(n), n, 0, 1000))
	}
	take(t, s, measured("risky", 25, 23, 2000))
	for day := range 2 {
		turnAt(t, s, noon.AddDate(0, 0, day))
	}
	if n := number(t, s, `SELECT count(*) FROM pings WHERE kind = 'warning'`); n != 1 {
		t.Errorf("%d warnings", n)
	}
	wantJudged(t, s, "kept measured 1", "at risk measured risky")
}

// TestMonthThatEnds is judged once more, also if nothing was measured.
func TestMonthThatEnds(t *testing.T) {
	t.Parallel()
	july := time.Date(2026, 7, 1, 0, 0, 0, 0, time.FixedZone("Asia/Shanghai", 8*3600))
	closed := func(t *testing.T, s *Store) (lines []string) {
		t.Helper()
		all, err := s.Judgements(t.Context(), onlyTarget(t, s).ID, slm.Period{From: noon.AddDate(-1, 0, 0), To: noon.AddDate(1, 0, 0)})
		if err != nil {
			t.Fatal(err)
		}
		for _, j := range all {
			if j.Cause == slm.WindowEnded {
				lines = append(lines, fmt.Sprintf("%s %s %d/%d %s", j.Period.To.In(july.Location()).Format(time.DateOnly), j.Standing, j.Good, j.Total, *j.Coverage))
			}
		}
		return lines
	}
	for name, test := range map[string]struct {
		ms   []slm.Measurement
		now  time.Time
		want []string
	}{
		"before":               {nil, july.Add(-time.Second), nil},
		"nothing measured":     {nil, july, []string{"2026-07-01 unknown 0/0 0.0 %"}},
		"three of 720 hours":   {[]slm.Measurement{measured("a", 3, 0, 10), measured("b", 2, 0, 10), measured("c", 1, 0, 10)}, july, []string{"2026-07-01 kept 30/30 0.4166 %"}},
		"nobody looked so far": {nil, july.AddDate(0, 2, 0), []string{"2026-07-01 unknown 0/0 0.0 %", "2026-08-01 unknown 0/0 0.0 %", "2026-09-01 unknown 0/0 0.0 %"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := company(t)
			take(t, s, test.ms...)
			turnAt(t, s, noon)
			turnAt(t, s, test.now)
			turnAt(t, s, test.now)
			if got := closed(t, s); fmt.Sprint(got) != fmt.Sprint(test.want) {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// TestTurnsEndWithTheAgreement: its last window is judged at its end, and none
// after it; targets that every case must keep have no turn.
func TestTurnsEndWithTheAgreement(t *testing.T) {
	t.Parallel()
	end := noon.AddDate(0, 0, 3)
	s := company(t, func(d *slm.Directory) {
		d.Agreement("SLA-1").To = &end
		each := slm.Target{Key: "each", Kind: slm.ClockTarget, Clock: "response", Within: time.Hour, Objective: slm.Whole, Name: slm.Text{EN: "e", ZH: "e"}}
		d.Agreement("SLA-1").Targets = append(d.Agreement("SLA-1").Targets, each)
		d.Agreement("UC-1").State = slm.Terminated
		d.Agreement("UC-1").To = &noon
	})
	for _, day := range []int{0, 4, 20, 50, 100} {
		turnAt(t, s, noon.AddDate(0, 0, day))
	}
	if n := number(t, s, `SELECT count(*) FROM judgements WHERE cause = 'ended'`); n != 2 {
		t.Errorf("%d windows ended, of two agreements one each is to", n)
	}
	if n := number(t, s, `SELECT count(*) FROM window_turns`); n != 0 {
		t.Errorf("%d targets still have a turn", n)
	}
}

// TestChangedPromiseIsJudged without anything being measured after it.
func TestChangedPromiseIsJudged(t *testing.T) {
	t.Parallel()
	s := company(t)
	take(t, s, measured("a", 1, 5, 10_000))
	d := small()
	d.Agreement("SLA-1").Targets[0].Objective = 999_900
	if _, err := s.Import(t.Context(), d, "test", false, minutes(1)); err != nil {
		t.Fatal(err)
	}
	turnAt(t, s, minutes(2))
	wantJudged(t, s, "kept measured a", "breached changed ")
}

// TestTurnOfManyAtOnce: several copies turn the same targets once.
func TestTurnOfManyAtOnce(t *testing.T) {
	t.Parallel()
	s := company(t)
	turnAt(t, s, noon)
	july := noon.AddDate(0, 0, 20)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if err := s.TurnWindows(t.Context(), july); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := number(t, s, `SELECT count(*) FROM judgements`); n != 2 {
		t.Errorf("%d judgements of two targets", n)
	}
}

// TestTurnsAreAJob: nobody has to ask for them.
func TestTurnsAreAJob(t *testing.T) {
	t.Parallel()
	s := company(t)
	turnAt(t, s, noon)
	ctx, stop := context.WithTimeout(t.Context(), 30*time.Second)
	defer stop()
	var jobs sync.WaitGroup
	jobs.Go(func() {
		if err := s.RunJobs(ctx, func() time.Time { return noon.AddDate(0, 1, 0) }); err != nil {
			t.Error(err)
		}
	})
	for tick := time.NewTicker(20 * time.Millisecond); ctx.Err() == nil; <-tick.C {
		if number(t, s, `SELECT count(*) FROM judgements WHERE cause = 'ended'`) == 2 {
			stop()
			jobs.Wait()
			return
		}
	}
	jobs.Wait()
	t.Error("June has not ended")
}

// TestTurnOfAnOlderRelease: targets that nobody gave a turn get one.
func TestTurnOfAnOlderRelease(t *testing.T) {
	t.Parallel()
	s := company(t)
	if _, err := s.db.Exec(t.Context(), `DELETE FROM window_turns`); err != nil {
		t.Fatal(err)
	}
	if err := s.tidy(t.Context(), noon); err != nil {
		t.Fatal(err)
	}
	if n := number(t, s, `SELECT count(*) FROM window_turns`); n != 2 {
		t.Errorf("%d targets have a turn", n)
	}
}
