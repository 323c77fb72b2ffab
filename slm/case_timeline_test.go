package slm_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"steward/slm"
)

func TestTimeline(t *testing.T) {
	t.Parallel()
	office := calendar(t, "UTC", workdays(t, "09:00-12:00", "13:00-17:00"), nil)
	type part struct {
		to   string
		what slm.StretchKind
	}
	tests := []struct {
		name, events, now string
		want              []part // from the start, each from the end of the one before
	}{
		{"not started", "", "12:00", nil},
		{"over lunch", "11:00 start", "14:00", []part{{"12:00", slm.Counts}, {"13:00", slm.Closed}, {"14:00", slm.Counts}}},
		{"a pause over the weekend", "16:00 start, 16:30 pause, 3+10:00 resume", "3+11:00", []part{
			{"16:30", slm.Counts}, {"3+10:00", slm.OnHold}, {"3+11:00", slm.Counts},
		}},
		{"started at night", "03:00 start", "10:00", []part{{"09:00", slm.Closed}, {"10:00", slm.Counts}}},
		{"reopened", "10:00 start, 10:30 stop, 11:00 reopen", "11:30", []part{
			{"10:30", slm.Counts}, {"11:00", slm.AllDone}, {"11:30", slm.Counts},
		}},
		{"stopped in a pause, reopened", "10:00 start, 10:10 pause, 10:30 stop, 11:00 reopen", "11:30", []part{
			{"10:10", slm.Counts}, {"10:30", slm.OnHold}, {"11:00", slm.AllDone}, {"11:30", slm.Counts},
		}},
		{"done", "10:00 start, 10:30 stop", "15:00", []part{{"10:30", slm.Counts}}},
		{"paused before the start", "09:30 pause, 10:00 start, 11:00 resume", "11:30", []part{{"11:00", slm.OnHold}, {"11:30", slm.Counts}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := slm.Timeline(office, happened(t, tt.events), friday(t, tt.now))
			if len(got) != len(tt.want) {
				t.Fatalf("%v, want %v", got, tt.want)
			}
			for i, s := range got {
				if s.What != tt.want[i].what || !s.To.Equal(friday(t, tt.want[i].to)) || i > 0 && !s.From.Equal(got[i-1].To) {
					t.Errorf("%s until %s, want %v", s.What, s.To, tt.want[i])
				}
			}
		})
	}
}

// TestTimelineAddsUp: a timeline has no gaps, and what counts in it is what
// the case has used.
func TestTimelineAddsUp(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		c, now := someCalendar(t, rt), someTime(rt, "now")
		var events []slm.CaseEvent
		for range rapid.IntRange(0, 8).Draw(rt, "events") {
			at := now.Add(-time.Duration(rapid.Int64Range(-3600, 30*24*3600).Draw(rt, "before")) * time.Second)
			events = append(events, slm.CaseEvent{At: at, What: rapid.SampledFrom(slm.Happenings).Draw(rt, "what")})
		}
		judged, err := slm.JudgeCase(c, time.Hour, events, now)
		if err != nil {
			rt.Fatal(err)
		}
		var used time.Duration
		all := slm.Timeline(c, events, now)
		for i, s := range all {
			used += s.Open
			if !s.From.Before(s.To) || i > 0 && !s.From.Equal(all[i-1].To) || (s.Open > 0) != (s.What == slm.Counts) {
				rt.Fatalf("%v does not go on from %v", s, all[:i])
			}
		}
		if used != judged.Used {
			rt.Fatalf("the timeline adds up to %s, used are %s: %v", used, judged.Used, all)
		}
	})
}
