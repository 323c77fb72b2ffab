package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// aCase and aClock begin statements about the clock of a case.
const (
	aCase  = `WITH c AS (INSERT INTO cases (source, ref, agreement) VALUES ('desk', 'T', 'SLA-1') RETURNING id) `
	aClock = `
		INSERT INTO case_clocks (case_id, target_id, state, standing, used, decided_at, within_seconds, calendar, calendar_version)
		SELECT id, (SELECT min(id) FROM targets), `
)

// office is Monday to Friday, 9 to 17, in UTC.
func office() slm.NamedCalendar {
	c := slm.NamedCalendar{Code: "OFFICE", Name: slm.Text{EN: "Office", ZH: "办公时间"}, Zone: "UTC"}
	for day := time.Monday; day <= time.Friday; day++ {
		c.Week[day] = []slm.Hours{{From: 9 * time.Hour, To: 17 * time.Hour}}
	}
	return c
}

// clocked gives SLA-1 clocks: 4 hours to resolve, 1 for P1, half an hour to
// respond.
func clocked(d *slm.Directory) {
	d.Calendars = append(d.Calendars, office())
	a := d.Agreement("SLA-1")
	a.Calendar = "OFFICE"
	clock := func(key, name, priority string, within time.Duration) slm.Target {
		return slm.Target{
			Key: key, Name: slm.Text{EN: key, ZH: key}, Kind: slm.ClockTarget, Objective: slm.Whole, Clock: name, Priority: priority, Within: within,
		}
	}
	a.Targets = append(a.Targets, clock("resolution", "resolution", "", 4*time.Hour),
		clock("resolution-p1", "resolution", "P1", time.Hour), clock("response", "response", "", 30*time.Minute))
}

// reports reads events such as "10:00 start, 11:00 pause, 12:00 stop response, 13:00 - P1":
// the time on noon's day (or so many days after it, as in 1+10:00), what
// happened, the clock, or the priority.
func reports(t *testing.T, ref, events string) []slm.CaseReport {
	t.Helper()
	var all []slm.CaseReport
	for e := range strings.SplitSeq(events, ",") {
		words := strings.Fields(e)
		days, clock, found := strings.Cut(words[0], "+")
		if !found {
			days, clock = "0", words[0]
		}
		var day int
		if _, err := fmt.Sscan(days, &day); err != nil {
			t.Fatal(err)
		}
		at, err := time.Parse("15:04:05", (clock + ":00")[:8])
		if err != nil {
			t.Fatal(err)
		}
		r := slm.CaseReport{
			Key: ref + " " + strings.Join(words, " "), Agreement: "SLA-1", Case: ref, What: slm.Happening(words[1]),
			At: noon.Truncate(24*time.Hour).AddDate(0, 0, day).Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute + time.Duration(at.Second())*time.Second),
		}
		if r.What == "-" {
			r.What = ""
		}
		for _, word := range words[2:] {
			if strings.HasPrefix(word, "P") {
				r.Priority = word
			} else {
				r.Clock = word
			}
		}
		all = append(all, r)
	}
	return all
}

// happened has a source tell events, all of which have to be taken.
func happened(t *testing.T, s *Store, at time.Time, es ...slm.CaseReport) {
	t.Helper()
	taken, err := s.TakeEvents(t.Context(), "desk", es, at)
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range taken {
		if o.Outcome != Stored {
			t.Fatalf("%s was %s: %v", es[i].Key, o.Outcome, o.Refusal)
		}
	}
}

// at gives a time of noon's day.
func at(t *testing.T, clock string) time.Time {
	t.Helper()
	return reports(t, "x", clock+" start")[0].At
}

// clocksOf gives how the clocks of a case stand, a line each.
func clocksOf(t *testing.T, s *Store, ref string) string {
	t.Helper()
	rows, _ := s.db.Query(t.Context(), `
		SELECT t.key, k.state, k.standing, k.used::text, coalesce(to_char(due_at AT TIME ZONE 'UTC', 'DD HH24:MI:SS'), '-'),
			coalesce(to_char(next_at AT TIME ZONE 'UTC', 'DD HH24:MI:SS'), '-'), coalesce(to_char(decided_at AT TIME ZONE 'UTC', 'DD HH24:MI:SS'), '-')
		FROM case_clocks k JOIN cases c ON c.id = case_id JOIN targets t ON t.id = target_id WHERE c.ref = $1 ORDER BY t.key`, ref)
	var lines []string
	for rows.Next() {
		values, err := rows.Values()
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Trim(fmt.Sprint(values), "[]"))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return strings.Join(lines, "\n")
}

func TestTakeEvents(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, events, now, want string }{
		{
			"running", "10:00 start", "11:00",
			"resolution running kept 01:00:00 15 14:00:00 15 12:00:00 -\nresponse running breached 01:00:00 15 10:30:00 - 15 10:30:00",
		},
		{
			"answered, then paused", "10:00 start, 10:10 stop response, 10:30 pause", "11:00",
			"resolution paused kept 00:30:00 - - -\nresponse stopped kept 00:10:00 15 10:30:00 - 15 10:10:00",
		},
		{
			"done", "10:00 start, 10:10 stop response, 11:00 stop", "12:00",
			"resolution stopped kept 01:00:00 15 14:00:00 - 15 11:00:00\nresponse stopped kept 00:10:00 15 10:30:00 - 15 10:10:00",
		},
		{
			"done late", "10:00 start P1, 10:10 stop response, 11:30 stop", "12:00",
			"resolution-p1 stopped breached 01:30:00 15 11:00:00 - 15 11:00:00\nresponse stopped kept 00:10:00 15 10:30:00 - 15 10:10:00",
		},
		{
			"over night", "16:00 start, 16:10 stop response", "16:30",
			"resolution running kept 00:30:00 16 12:00:00 16 10:00:00 -\nresponse stopped kept 00:10:00 15 16:30:00 - 15 16:10:00",
		},
		{
			"priority raised: the same pause counts", "10:00 start, 10:05 stop response, 10:10 pause, 10:40 resume, 11:00 - P1", "11:00",
			"resolution-p1 running kept 00:30:00 15 11:30:00 15 11:15:00 -\nresponse stopped kept 00:05:00 15 10:30:00 - 15 10:05:00",
		},
		{
			"priority lowered in time", "10:00 start P1, 10:05 stop response, 10:50 - P3", "11:30",
			"resolution running kept 01:30:00 15 14:00:00 15 12:00:00 -\nresponse stopped kept 00:05:00 15 10:30:00 - 15 10:05:00",
		},
		{
			"priority lowered too late: the breach of the old one stays", "10:00 start P1, 10:05 stop response, 11:10 - P3", "11:30",
			"resolution running kept 01:30:00 15 14:00:00 15 12:00:00 -\n" +
				"resolution-p1 cancelled breached 01:10:00 15 11:00:00 - 15 11:00:00\nresponse stopped kept 00:05:00 15 10:30:00 - 15 10:05:00",
		},
		{
			"cancelled", "10:00 start, 10:10 cancel", "12:00",
			"resolution cancelled unknown 00:10:00 - - -\nresponse cancelled unknown 00:10:00 - - -",
		},
		{
			"reopened", "10:00 start, 11:00 stop resolution, 10:10 stop response, 13:00 reopen resolution", "13:30",
			"resolution running kept 01:30:00 15 16:00:00 15 14:00:00 -\nresponse stopped kept 00:10:00 15 10:30:00 - 15 10:10:00",
		},
		{
			"from a clock that is ahead", "10:00 start, 10:10 stop response, 12:04 pause", "12:00",
			"resolution running kept 02:00:00 15 14:00:00 15 12:04:00 -\nresponse stopped kept 00:10:00 15 10:30:00 15 12:04:00 15 10:10:00",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := company(t, clocked)
			es := reports(t, "T-1", tt.events)
			happened(t, s, at(t, tt.now), es...)
			if got := clocksOf(t, s, "T-1"); got != tt.want {
				t.Errorf("at once:\n%s\nwant\n%s", got, tt.want)
			}
			// One by one, in an order of the dice, ends the same.
			for i := range es {
				es[i].Case, es[i].Key = "T-2", "again "+es[i].Key
			}
			rand.Shuffle(len(es), func(i, j int) { es[i], es[j] = es[j], es[i] })
			for _, e := range es {
				happened(t, s, at(t, tt.now), e)
			}
			// A void clock is left where a priority came late; it says nothing.
			got := slices.DeleteFunc(strings.Split(clocksOf(t, s, "T-2"), "\n"), func(line string) bool {
				return strings.Contains(line, "cancelled unknown") && !strings.Contains(tt.want, "cancelled unknown")
			})
			if strings.Join(got, "\n") != tt.want {
				t.Errorf("one by one:\n%s\nwant\n%s", strings.Join(got, "\n"), tt.want)
			}
		})
	}
}

func TestTakeEventsOutcomes(t *testing.T) {
	t.Parallel()
	s := company(t, clocked, func(d *slm.Directory) {
		over := at(t, "08:00")
		a := *d.Agreement("SLA-1")
		a.Code, a.To, a.Underpins = "SLA-2", &over, nil
		d.Agreements = append(d.Agreements, a)
		a.Code, a.To, a.State = "SLA-3", nil, slm.Draft
		d.Agreements = append(d.Agreements, a)
	})
	change := func(f func(*slm.CaseReport)) slm.CaseReport {
		r := reports(t, "T-1", "10:00 start")[0]
		r.Key = fmt.Sprintf("key %d", rand.Int64())
		f(&r)
		return r
	}
	happened(t, s, noon, change(func(r *slm.CaseReport) { r.Key = "known" }), change(func(r *slm.CaseReport) { r.Key = "known too" }),
		change(func(r *slm.CaseReport) { r.Key = "known as well" }),
		change(func(r *slm.CaseReport) { r.Agreement, r.Case, r.At = "SLA-2", "T-2", at(t, "07:00") }))
	tests := []struct {
		name    string
		report  slm.CaseReport
		outcome Outcome
		why     string
	}{
		{"new", change(func(*slm.CaseReport) {}), Stored, ""},
		{"only the priority", change(func(r *slm.CaseReport) { r.What, r.Priority = "", "P1" }), Stored, ""},
		{"repeated", change(func(r *slm.CaseReport) { r.Key = "known" }), Repeated, ""},
		{"repeated in a case that is none", change(func(r *slm.CaseReport) { r.Key, r.Case = "known too", "T-9" }), Repeated, "case.differs"},
		{"repeated with another time", change(func(r *slm.CaseReport) { r.Key, r.At = "known as well", at(t, "10:01") }), Repeated, "case.differs"},
		{"no key", change(func(r *slm.CaseReport) { r.Key = "" }), Refused, "case.key"},
		{"NUL in the key", change(func(r *slm.CaseReport) { r.Key = "a\x00" }), Refused, "case.key"},
		{"no case", change(func(r *slm.CaseReport) { r.Case = " " }), Refused, "case.ref"},
		{"endless priority", change(func(r *slm.CaseReport) { r.Priority = strings.Repeat("P", 101) }), Refused, "case.priority"},
		{"nothing", change(func(r *slm.CaseReport) { r.What = "" }), Refused, "case.nothing"},
		{"unknown event", change(func(r *slm.CaseReport) { r.What = "sleep" }), Refused, "case.what"},
		{"no time", change(func(r *slm.CaseReport) { r.At = time.Time{} }), Refused, "case.at"},
		{"in the future", change(func(r *slm.CaseReport) { r.At = minutes(6) }), Refused, "case.future"},
		{"a link that runs", change(func(r *slm.CaseReport) { r.Link = "javascript:alert(1)" }), Refused, "case.link"},
		{"a link that breaks out", change(func(r *slm.CaseReport) { r.Link = "https://x.example/|a>" }), Refused, "case.link"},
		{"unknown agreement", change(func(r *slm.CaseReport) { r.Agreement = "SLA-9" }), Refused, "agreement"},
		{"no clocks in it", change(func(r *slm.CaseReport) { r.Agreement = "UC-1" }), Refused, "case.noclock"},
		{"unknown clock", change(func(r *slm.CaseReport) { r.Clock = "sun" }), Refused, "case.clock"},
		{"of another agreement", change(func(r *slm.CaseReport) { r.Agreement, r.At = "SLA-2", at(t, "07:00") }), Refused, "case.agreement"},
		{"before the agreement", change(func(r *slm.CaseReport) { r.At = noon.AddDate(-1, 0, 0) }), Refused, "measurement.outside"},
		{"begun after its end", change(func(r *slm.CaseReport) { r.Agreement, r.Case = "SLA-2", "T-3" }), Refused, "measurement.outside"},
		{"ended after its end", change(func(r *slm.CaseReport) { r.Agreement, r.Case, r.What = "SLA-2", "T-2", slm.Stop }), Stored, ""},
		{"of a draft", change(func(r *slm.CaseReport) { r.Agreement, r.Case = "SLA-3", "T-4" }), Refused, "measurement.outside"},
	}
	var es []slm.CaseReport
	for _, tt := range tests {
		es = append(es, tt.report)
	}
	taken, err := s.TakeEvents(t.Context(), "desk", es, noon)
	if err != nil {
		t.Fatal(err)
	}
	for i, tt := range tests {
		why := ""
		if taken[i].Refusal != nil {
			why = taken[i].Refusal.Key
		}
		if taken[i].Outcome != tt.outcome || why != tt.why {
			t.Errorf("%s: %s %q, want %s %q", tt.name, taken[i].Outcome, why, tt.outcome, tt.why)
		}
	}
	if n := number(t, s, `SELECT count(*) FROM cases`); n != 2 {
		t.Errorf("%d cases, want the two that have events", n)
	}
	if n := number(t, s, `SELECT count(*) FROM cases WHERE priority = 'P1'`); n != 1 {
		t.Errorf("%d cases have the priority, want 1", n)
	}
}

// TestTakeEventsTogether has sources tell one case at once: no event is judged
// without the others.
func TestTakeEventsTogether(t *testing.T) {
	t.Parallel()
	s := company(t, clocked)
	es := reports(t, "T-1", "10:00 start, 10:10 stop response, 10:20 pause, 10:30 resume, 10:40 pause, 10:50 resume, 11:00 pause, 11:30 resume")
	together(t, s, "cases", len(es), func(i int) {
		if _, err := s.TakeEvents(t.Context(), "desk", es[i:i+1], noon); err != nil {
			t.Error(err)
		}
	})
	want := "resolution running kept 01:10:00 15 14:50:00 15 12:50:00 -"
	if got := clocksOf(t, s, "T-1"); !strings.HasPrefix(got, want) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestOpenCases: of the clocks of a case those count that have started and are
// not decided.
func TestOpenCases(t *testing.T) {
	t.Parallel()
	s := company(t, clocked)
	happened(t, s, at(t, "10:10"), reports(t, "running", "10:00 start")...)
	happened(t, s, at(t, "10:10"), reports(t, "paused", "10:00 start,10:05 pause")...)
	happened(t, s, at(t, "10:10"), reports(t, "done", "10:00 start,10:05 stop")...)
	happened(t, s, at(t, "10:10"), reports(t, "void", "10:00 start,10:05 cancel")...)
	happened(t, s, at(t, "10:10"), reports(t, "never answered", "10:00 start resolution")...)
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]int64{"resolution": 3, "response": 2} {
		_, target, err := named(d, "SLA-1/"+key)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := s.OpenCases(t.Context(), target.ID); err != nil || n != want {
			t.Errorf("%s: %d cases are open (%v), want %d", key, n, err, want)
		}
	}
}
