package slm_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"steward/slm"
)

// friday gives a time on Friday, 19 June 2026, or so many days after it.
func friday(t *testing.T, clock string) time.Time {
	t.Helper()
	days, clock, found := strings.Cut(clock, "+")
	if !found {
		clock, days = days, "0"
	}
	n := 0
	if _, err := fmt.Sscan(days, &n); err != nil {
		t.Fatal(err)
	}
	return moment(t, "2026-06-19T"+clock+":00Z").AddDate(0, 0, n)
}

// happened reads events such as "10:00 start, 3+09:30 stop": the time, after
// so many days, and what happened.
func happened(t *testing.T, events string) []slm.CaseEvent {
	t.Helper()
	var all []slm.CaseEvent
	for e := range strings.SplitSeq(events, ",") {
		at, what, ok := strings.Cut(strings.TrimSpace(e), " ")
		if ok {
			all = append(all, slm.CaseEvent{At: friday(t, at), What: slm.Happening(what)})
		}
	}
	return all
}

func TestJudgeCase(t *testing.T) {
	t.Parallel()
	// 4 hours of Monday to Friday, 9 to 17; day 3 is Monday.
	tests := []struct {
		name, events, now string
		state             slm.ClockState
		used              time.Duration
		standing          slm.Standing
		due               string
	}{
		{"nothing happened", "", "12:00", slm.Waiting, 0, slm.Unknown, ""},
		{"not yet", "13:00 start", "12:00", slm.Waiting, 0, slm.Unknown, ""},
		{"just started", "10:00 start", "10:00", slm.Running, 0, slm.Kept, "14:00"},
		{"running", "10:00 start", "12:00", slm.Running, 2 * time.Hour, slm.Kept, "14:00"},
		{"three quarters", "10:00 start", "13:00", slm.Running, 3 * time.Hour, slm.AtRisk, "14:00"},
		{"exactly the target", "10:00 start", "14:00", slm.Running, 4 * time.Hour, slm.AtRisk, "14:00"},
		{"a minute more", "10:00 start", "14:01", slm.Running, 4*time.Hour + time.Minute, slm.Breached, "14:00"},
		{"over the weekend", "16:00 start", "3+09:30", slm.Running, 90 * time.Minute, slm.Kept, "3+12:00"},
		{"started at night", "03:00 start", "08:00", slm.Running, 0, slm.Kept, "13:00"},
		{"due at closing", "13:00 start", "15:00", slm.Running, 2 * time.Hour, slm.Kept, "17:00"},
		{"started twice", "10:00 start, 11:00 start", "12:00", slm.Running, 2 * time.Hour, slm.Kept, "14:00"},

		{"paused", "10:00 start, 11:00 pause", "3+16:00", slm.Paused, time.Hour, slm.Kept, ""},
		{"paused at risk", "10:00 start, 13:30 pause", "16:00", slm.Paused, 210 * time.Minute, slm.AtRisk, ""},
		{"pause wins over breach", "10:00 start, 14:00 pause", "16:00", slm.Paused, 4 * time.Hour, slm.AtRisk, "14:00"},
		{"paused after breach", "10:00 start, 15:00 pause", "16:00", slm.Paused, 5 * time.Hour, slm.Breached, "14:00"},
		{"resumed", "10:00 start, 11:00 pause, 12:30 resume", "13:00", slm.Running, 90 * time.Minute, slm.Kept, "15:30"},
		{"paused twice, resumed once", "10:00 start, 11:00 pause, 11:30 pause, 12:30 resume", "13:00", slm.Running, 90 * time.Minute, slm.Kept, "15:30"},
		{"resumed without a pause", "10:00 start, 11:00 resume", "12:00", slm.Running, 2 * time.Hour, slm.Kept, "14:00"},
		{"paused outside hours", "16:00 start, 18:00 pause, 3+08:00 resume", "3+09:00", slm.Running, time.Hour, slm.Kept, "3+12:00"},
		{"paused before the start", "09:00 pause, 10:00 start, 11:00 resume", "12:00", slm.Running, time.Hour, slm.Kept, "15:00"},
		{"paused and resumed before the start", "08:00 pause, 09:00 resume, 10:00 start", "12:00", slm.Running, 2 * time.Hour, slm.Kept, "14:00"},
		{"still paused at the start", "09:00 pause, 10:00 start", "12:00", slm.Paused, 0, slm.Kept, ""},
		{"pause and resume at once", "10:00 start, 11:00 resume, 11:00 pause", "12:00", slm.Running, 2 * time.Hour, slm.Kept, "14:00"},
		{"resume and pause at once in a pause", "10:00 start, 11:00 pause, 12:00 pause, 12:00 resume", "13:00", slm.Paused, time.Hour, slm.Kept, ""},
		{"start in a pause and resume at once", "09:00 pause, 10:00 start, 10:00 resume", "12:00", slm.Running, 2 * time.Hour, slm.Kept, "14:00"},
		{"stop and reopen at once", "10:00 start, 11:00 stop, 11:00 reopen", "12:00", slm.Running, 2 * time.Hour, slm.Kept, "14:00"},
		{"reopen and stop at once when done", "10:00 start, 11:00 stop, 12:00 reopen, 12:00 stop", "13:00", slm.Stopped, time.Hour, slm.Kept, "15:00"},
		{"reopened and paused at once", "10:00 start, 11:00 stop, 12:00 reopen, 12:00 pause", "13:00", slm.Paused, time.Hour, slm.Kept, ""},
		{"resumed and stopped at once", "10:00 start, 11:00 pause, 12:00 resume, 12:00 stop", "13:00", slm.Stopped, time.Hour, slm.Kept, "15:00"},

		{"stopped in time", "10:00 start, 13:59 stop", "3+16:00", slm.Stopped, 239 * time.Minute, slm.Kept, "14:00"},
		{"stopped at the last moment", "10:00 start, 14:00 stop", "3+16:00", slm.Stopped, 4 * time.Hour, slm.Kept, "14:00"},
		{"stopped late", "10:00 start, 14:01 stop", "3+16:00", slm.Stopped, 241 * time.Minute, slm.Breached, "14:00"},
		{"stopped at once", "10:00 start, 10:00 stop", "16:00", slm.Stopped, 0, slm.Kept, "14:00"},
		{"stopped in a pause", "10:00 start, 11:00 pause, 12:00 stop", "16:00", slm.Stopped, time.Hour, slm.Kept, "15:00"},
		{"stopped twice", "10:00 start, 11:00 stop, 15:00 stop", "16:00", slm.Stopped, time.Hour, slm.Kept, "14:00"},
		{"paused after the stop", "10:00 start, 11:00 stop, 12:00 pause, 13:00 resume", "16:00", slm.Stopped, time.Hour, slm.Kept, "14:00"},
		{"stopped before the start", "09:00 stop, 10:00 start", "12:00", slm.Running, 2 * time.Hour, slm.Kept, "14:00"},
		{"not stopped yet", "10:00 start, 15:00 stop", "12:00", slm.Running, 2 * time.Hour, slm.Kept, "14:00"},

		{"reopened", "10:00 start, 11:00 stop, 13:00 reopen", "15:00", slm.Running, 3 * time.Hour, slm.AtRisk, "16:00"},
		{"reopened and stopped", "10:00 start, 11:00 stop, 13:00 reopen, 14:00 stop", "16:00", slm.Stopped, 2 * time.Hour, slm.Kept, "16:00"},
		{"reopened while running", "10:00 start, 11:00 reopen", "12:00", slm.Running, 2 * time.Hour, slm.Kept, "14:00"},
		{"reopened after a stop in a pause", "10:00 start, 11:00 pause, 12:00 stop, 13:00 reopen", "14:00", slm.Running, 2 * time.Hour, slm.Kept, "16:00"},

		{"cancelled", "10:00 start, 12:00 cancel", "16:00", slm.Cancelled, 2 * time.Hour, slm.Unknown, ""},
		{"cancelled after breach", "10:00 start, 15:00 cancel", "16:00", slm.Cancelled, 5 * time.Hour, slm.Unknown, ""},
		{"cancelled for good", "10:00 start, 12:00 cancel, 13:00 reopen, 13:00 start", "16:00", slm.Cancelled, 2 * time.Hour, slm.Unknown, ""},
		{"cancelled before the start", "09:00 cancel, 10:00 start", "16:00", slm.Cancelled, 0, slm.Unknown, ""},
	}
	office := calendar(t, "UTC", workdays(t, "09:00-17:00"), nil)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			events := happened(t, tt.events)
			c, err := slm.JudgeCase(office, 4*time.Hour, events, friday(t, tt.now))
			if err != nil {
				t.Fatal(err)
			}
			want := time.Time{}
			if tt.due != "" {
				want = friday(t, tt.due)
			}
			if c.State != tt.state || c.Used != tt.used || c.Standing != tt.standing || !c.Due.Equal(want) {
				t.Errorf("%s, %s, %s, due %s; want %s, %s, %s, due %s", c.State, c.Used, c.Standing, c.Due, tt.state, tt.used, tt.standing, want)
			}
			if c.Left() != 4*time.Hour-tt.used {
				t.Errorf("%s are left", c.Left())
			}
			twice := append(slices.Clone(events), events...)
			slices.Reverse(twice)
			again, err := slm.JudgeCase(office, 4*time.Hour, twice, friday(t, tt.now))
			if err != nil || fmt.Sprint(again) != fmt.Sprint(c) {
				t.Errorf("in another order and twice: %v, %v, want %v", again, err, c)
			}
		})
	}
}

// TestJudgeCaseTargetChanged gives a running case another target: what was
// paused stays paused.
func TestJudgeCaseTargetChanged(t *testing.T) {
	t.Parallel()
	office := calendar(t, "UTC", workdays(t, "09:00-17:00"), nil)
	events := happened(t, "10:00 start, 11:00 pause, 13:00 resume")
	for target, due := range map[time.Duration]string{time.Hour: "11:00", 2 * time.Hour: "14:00", 8 * time.Hour: "3+12:00"} {
		c, err := slm.JudgeCase(office, target, events, friday(t, "13:30"))
		if err != nil || !c.Due.Equal(friday(t, due)) || c.Used != 90*time.Minute {
			t.Errorf("with %s: due %s, used %s, %v; want %s", target, c.Due, c.Used, err, due)
		}
	}
	for _, target := range []time.Duration{0, -time.Hour} {
		_, err := slm.JudgeCase(office, target, events, friday(t, "13:30"))
		wantRefusal(t, err, "clock.target")
	}
}

func TestJudgeCaseWarns(t *testing.T) {
	t.Parallel()
	office := calendar(t, "UTC", workdays(t, "09:00-17:00"), nil)
	tests := []struct {
		name, events, now string
		want              []string // at 50, 75, 90 % of 10 hours
	}{
		{"running", "14:00 start", "15:00", []string{"3+11:00", "3+13:30", "3+15:00"}},
		{"paused between", "10:00 start, 16:00 pause", "3+10:00", []string{"15:00", "", ""}},
		{"stopped between", "10:00 start, 16:00 stop", "3+10:00", []string{"15:00", "3+09:30", "3+11:00"}},
		{"not started", "16:00 start", "15:00", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c, err := slm.JudgeCase(office, 10*time.Hour, happened(t, tt.events), friday(t, tt.now))
			if err != nil || len(c.Warns) != len(tt.want) {
				t.Fatalf("%v, %v", c.Warns, err)
			}
			for i, w := range c.Warns {
				want := time.Time{}
				if tt.want[i] != "" {
					want = friday(t, tt.want[i])
				}
				if !w.At.Equal(want) {
					t.Errorf("%d %% at %s, want %s", w.Percent, w.At, want)
				}
			}
		})
	}
}

// TestJudgeCaseOrder shuffles and repeats events, and lets time pass until a
// case is due.
func TestJudgeCaseOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		c, now := someCalendar(t, rt), someTime(rt, "now")
		target := time.Duration(rapid.Int64Range(1, 500*3600).Draw(rt, "target")) * time.Second
		var events []slm.CaseEvent
		for range rapid.IntRange(0, 8).Draw(rt, "events") {
			at := now.Add(-time.Duration(rapid.Int64Range(-3600, 30*24*3600).Draw(rt, "before")) * time.Second)
			events = append(events, slm.CaseEvent{At: at, What: rapid.SampledFrom(slm.Happenings).Draw(rt, "what")})
		}
		one, err := slm.JudgeCase(c, target, events, now)
		if err != nil {
			rt.Fatal(err)
		}
		shuffled := append(slices.Clone(events), events...)
		rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 0)).Shuffle(len(shuffled), func(i, j int) {
			shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
		})
		other, err := slm.JudgeCase(c, target, shuffled, now)
		if err != nil || fmt.Sprint(one) != fmt.Sprint(other) {
			rt.Fatalf("%v, but in another order and twice %v, %v", one, other, err)
		}
		if one.State != slm.Running || !one.Due.After(now) {
			return
		}
		past := slices.DeleteFunc(events, func(e slm.CaseEvent) bool { return e.At.After(now) })
		if due, err := slm.JudgeCase(c, target, past, one.Due); err != nil || due.Used != target || due.Standing == slm.Breached {
			rt.Fatalf("when due, %s of %s are used: %s, %v", due.Used, target, due.Standing, err)
		}
	})
}
