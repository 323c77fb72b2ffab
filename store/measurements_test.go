package store

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"steward/slm"
)

func TestTakeAnswersInOrder(t *testing.T) {
	t.Parallel()
	s := company(t)
	unknown, other, early := measured("d", 3, 0, 9), measured("e", 3, 0, 9), measured("f", 3, 0, 9)
	unknown.Agreement, other.Target = "SLA-2", "speed"
	early.From, early.To = early.From.AddDate(-1, 0, 0), early.To.AddDate(-1, 0, 0)
	want := []struct {
		m       slm.Measurement
		outcome Outcome
		refusal string
	}{
		{measured("a", 1, 0, 9), Stored, ""},
		{measured("a", 2, 0, 9), Repeated, "measurement.differs"}, // the first in the request counts
		{measured("", 1, 0, 9), Refused, "measurement.key"},
		{measured("b", -9, 0, 9), Refused, "measurement.future"},
		{unknown, Refused, "agreement"},
		{other, Refused, "target"},
		{early, Refused, "measurement.outside"},
		{measured("c", 1, 0, 9), Stored, ""},
	}
	var ms []slm.Measurement
	for _, w := range want {
		ms = append(ms, w.m)
	}
	taken := take(t, s, ms...)
	for i, w := range want {
		key := ""
		if taken[i].Refusal != nil {
			key = taken[i].Refusal.Key
		}
		if taken[i].Outcome != w.outcome || key != w.refusal {
			t.Errorf("measurement %d: %s %s, want %s %s", i, taken[i].Outcome, key, w.outcome, w.refusal)
		}
	}
	again := take(t, s, measured("new", 4, 0, 9), measured("a", 1, 9, 9), measured("c", 1, 0, 9))
	for i, want := range []Taken{{Stored, nil}, {Repeated, slm.Refuse(slm.Invalid, "measurement.differs", "key", "a")}, {Repeated, nil}} {
		if got := again[i]; got.Outcome != want.Outcome || (got.Refusal == nil) != (want.Refusal == nil) ||
			got.Refusal != nil && got.Refusal.Key != want.Refusal.Key {
			t.Errorf("sent again: measurement %d is %+v, want %+v", i, got, want)
		}
	}
	if n := number(t, s, `SELECT sum(total) FROM measurements`); n != 27 {
		t.Errorf("%d counted, want 27", n)
	}
}

func TestKeysOfTwoSourcesAreTwo(t *testing.T) {
	t.Parallel()
	s := company(t)
	take(t, s, measured("a", 1, 0, 9))
	taken, err := s.Take(t.Context(), "other probe", []slm.Measurement{measured("a", 1, 0, 9)}, noon)
	if err != nil || taken[0].Outcome != Stored {
		t.Errorf("the key of another source is %s, %v", taken[0].Outcome, err)
	}
}

// TestTakesAtOnceMissNoBreach: none of eight takes would break the promise by
// itself, all of them together do.
func TestTakesAtOnceMissNoBreach(t *testing.T) {
	t.Parallel()
	for range 2 {
		s := company(t)
		take(t, s, measured("good", 20, 0, 10_000))
		together(t, s, "measurements", 8, func(i int) {
			if _, err := s.Take(t.Context(), "probe", []slm.Measurement{measured(fmt.Sprint(i), i+1, 2, 2)}, noon); err != nil {
				t.Error(err)
			}
		})
		b := onlyBreach(t, s)
		if pings := number(t, s, `SELECT count(*) FROM pings WHERE breach_id = $1`, b.ID); pings != 1 {
			t.Errorf("%d pings, want 1", pings)
		}
	}
}

// TestTakeWaitsForTheTarget: while measurements of a target are not kept yet,
// others of it are not judged. Neither breaks the promise by itself, and a
// judgement that did not wait would see only its own.
func TestTakeWaitsForTheTarget(t *testing.T) {
	t.Parallel()
	s := company(t)
	take(t, s, measured("good", 20, 0, 10_000))
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	first, err := (&counter{d: d, now: noon, zones: map[string]*time.Location{}}).count(measured("first", 2, 6, 6))
	if err != nil {
		t.Fatal(err)
	}
	first.Source = "other probe"
	tx, err := s.db.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback(context.WithoutCancel(t.Context())) //nolint:errcheck // nothing to undo after the commit
	if err := storeMeasurements(t.Context(), tx, []*counted{first}, noon); err != nil {
		t.Fatal(err)
	}
	if err := s.judge(t.Context(), tx, d, []*counted{first}, noon); err != nil {
		t.Fatal(err)
	}
	taken := make(chan error, 1)
	go func() {
		_, err := s.Take(context.WithoutCancel(t.Context()), "probe", []slm.Measurement{measured("second", 1, 6, 6)}, noon)
		taken <- err
	}()
	for waiting := false; !waiting; {
		select {
		case err := <-taken:
			t.Fatalf("the target was judged (%v) while measurements of it were under way", err)
		default:
			waiting = number(t, s, `
				SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) > 0
		}
	}
	if err := tx.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := <-taken; err != nil {
		t.Fatal(err)
	}
	onlyBreach(t, s)
}

func TestBreachOncePerPeriod(t *testing.T) {
	t.Parallel()
	s, b := broken(t)
	take(t, s, measured("worse", 2, 500, 1000))
	take(t, s, measured("better", 3, 0, 1_000_000))
	take(t, s, measured("worse again", 4, 500_000, 1_000_000))
	if n := number(t, s, `SELECT count(*) FROM breaches`); n != 1 {
		t.Errorf("%d breaches of one target in one month", n)
	}
	if now := breachNow(t, s, b.ID); now.Sum != b.Sum || now.Attained != b.Attained {
		t.Errorf("the record was edited: %+v, before %+v", now.Sum, b.Sum)
	}
	may := measured("May", 24*20, 20, 1000)
	take(t, s, may)
	if n := number(t, s, `SELECT count(*) FROM breaches`); n != 2 {
		t.Errorf("%d breaches in two months, want 2", n)
	}
}

func TestBreachPinsWhatItWasJudgedBy(t *testing.T) {
	t.Parallel()
	_, b := broken(t)
	from := time.Date(2026, 5, 31, 16, 0, 0, 0, time.UTC) // the month begins in the agreement's zone
	want := slm.Breach{
		ID: b.ID, Target: b.Target, Agreement: "SLA-1", TargetKey: "availability", Version: 1, Objective: 999_000, Attained: 980_000,
		Sum: slm.Sum{Count: 1, Good: 980, Total: 1000}, Since: noon.Add(-time.Hour), Source: "probe", Key: "bad", FoundAt: noon,
	}
	if !b.Period.From.Equal(from) || !b.Period.To.Equal(from.AddDate(0, 1, -1)) {
		t.Errorf("the period is %s to %s", b.Period.From.UTC(), b.Period.To.UTC())
	}
	got := b.Breach
	if !got.Since.Equal(want.Since) || !got.FoundAt.Equal(want.FoundAt) {
		t.Errorf("since %s, found %s", got.Since, got.FoundAt)
	}
	want.Period, want.Since, want.FoundAt = got.Period, got.Since, got.FoundAt
	if got != want {
		t.Errorf("the breach is %+v\nwant          %+v", got, want)
	}
}

func TestSince(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		ms   []slm.Measurement
		want string // key
	}{
		{"the first", []slm.Measurement{measured("a", 9, 5, 10), measured("b", 8, 0, 10)}, "a"},
		{"after a good time", []slm.Measurement{measured("a", 9, 0, 1000), measured("b", 8, 0, 1000), measured("c", 7, 50, 100)}, "c"},
		{"after it had recovered", []slm.Measurement{measured("a", 9, 5, 10), measured("b", 8, 0, 100_000), measured("c", 7, 500, 1000), measured("d", 6, 1, 10)}, "c"},
		{"sent out of order", []slm.Measurement{measured("c", 7, 500, 1000), measured("b", 8, 0, 100_000), measured("d", 6, 1, 10), measured("a", 9, 5, 10)}, "c"},
		{"exactly the objective is not broken", []slm.Measurement{measured("a", 9, 1, 1000), measured("b", 8, 1, 999)}, "b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := company(t)
			take(t, s, tt.ms...)
			if b := onlyBreach(t, s); b.Key != tt.want {
				t.Errorf("broken since %s, want %s", b.Key, tt.want)
			}
		})
	}
}

// TestExplainedAsOfNow: what came after the breach was found is part of the
// account of its window.
func TestExplainedAsOfNow(t *testing.T) {
	t.Parallel()
	s := company(t)
	take(t, s, measured("b", 3, 70, 1000), measured("d", 1, 9, 1000))
	onlyBreach(t, s)
	take(t, s, measured("late", 5, 99, 1000))
	if got, want := explained(t, s), []string{"late counted  99", "b counted  70", "d counted  9"}; !slices.Equal(got, want) {
		t.Errorf("explained by %q, want %q", got, want)
	}
}

func TestReadings(t *testing.T) {
	t.Parallel()
	s := company(t)
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a := d.Agreement("SLA-1")
	read := func() Reading {
		t.Helper()
		readings, err := s.Readings(t.Context(), a, noon)
		if err != nil || len(readings) != 1 {
			t.Fatalf("%d readings, %v", len(readings), err)
		}
		return readings[0]
	}
	if r := read(); r.Standing != slm.Unknown || r.Coverage != 0 {
		t.Errorf("with nothing measured it is %s, covered %s", r.Standing, r.Coverage)
	}
	long := measured("a", 4, 0, 1000)
	long.From = time.Date(2026, 5, 31, 16, 0, 0, 0, time.UTC)
	long.To = long.From.Add(noon.Sub(long.From) / 4)
	take(t, s, long, measured("last month", 24*20, 0, 9))
	if r := read(); r.Standing != slm.Kept || r.Coverage != 250_000 || r.Total != 1000 {
		t.Errorf("it is %s, covered %s, of %d", r.Standing, r.Coverage, r.Total)
	}
}
