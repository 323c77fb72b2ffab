package store

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"steward/slm"
)

// judgedAs gives the standings of SLA-1's target, as they were written down,
// with what caused them.
func judgedAs(t *testing.T, s *Store) []string {
	t.Helper()
	all, err := s.Judgements(t.Context(), onlyTarget(t, s).ID, slm.Period{From: noon.AddDate(-1, 0, 0), To: noon.AddDate(1, 0, 0)})
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, j := range all {
		texts = append(texts, fmt.Sprintf("%s %s %s", j.Standing, j.Cause, j.Key))
	}
	return texts
}

func wantJudged(t *testing.T, s *Store, want ...string) {
	t.Helper()
	if got := judgedAs(t, s); !slices.Equal(got, want) {
		t.Errorf("judged %q, want %q", got, want)
	}
}

// onlyTarget gives SLA-1's target.
func onlyTarget(t *testing.T, s *Store) slm.Target {
	t.Helper()
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return d.Agreement("SLA-1").Targets[0]
}

func reading(t *testing.T, s *Store, now time.Time) Reading {
	t.Helper()
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	readings, err := s.Readings(t.Context(), d.Agreement("SLA-1"), now)
	if err != nil || len(readings) != 1 {
		t.Fatalf("%d readings, %v", len(readings), err)
	}
	return readings[0]
}

// TestJudgementsAreWrittenWhenTheyChange, and only then.
func TestJudgementsAreWrittenWhenTheyChange(t *testing.T) {
	t.Parallel()
	s := company(t)
	take(t, s, measured("a", 9, 0, 10_000))
	take(t, s, measured("b", 8, 0, 10_000))
	take(t, s, measured("c", 7, 17, 1000))
	take(t, s, measured("d", 6, 100, 1000))
	take(t, s, measured("e", 5, 100, 1000))
	wantJudged(t, s, "kept measured a", "at risk measured c", "breached measured d")
}

// asTarget makes SLA-1's target another one.
func asTarget(change func(*slm.Target)) func(*slm.Directory) {
	return func(d *slm.Directory) { change(&d.Agreement("SLA-1").Targets[0]) }
}

func TestQuarterIsJudgedAsAWhole(t *testing.T) {
	t.Parallel()
	s := company(t, asTarget(func(t *slm.Target) { t.Window = slm.Window{Unit: slm.Quarter} }))
	take(t, s, measured("April", 24*60, 0, 100_000))
	take(t, s, measured("June", 1, 50, 1000))
	if n := number(t, s, `SELECT count(*) FROM breaches`); n != 0 {
		t.Error("the month is broken, but the quarter is not")
	}
	take(t, s, measured("May", 24*30, 60, 1000))
	b := onlyBreach(t, s)
	if b.Total != 102_000 || b.Period.From.UTC().Format(time.RFC3339) != "2026-03-31T16:00:00Z" {
		t.Errorf("of %d since %s", b.Total, b.Period.From)
	}
}

// TestRollingWindowBreaksOnceUntilItRecovers: every day is another window, but
// nobody is told every day.
func TestRollingWindowBreaksOnceUntilItRecovers(t *testing.T) {
	t.Parallel()
	s := company(t, asTarget(func(t *slm.Target) { t.Window = slm.Window{Unit: slm.Rolling, Days: 3} }))
	day := func(n int, bad int64) {
		t.Helper()
		now := noon.AddDate(0, 0, n)
		m := measured(fmt.Sprint("day ", n), 1, bad, 1000)
		m.From, m.To = now.Add(-time.Hour), now
		if _, err := s.Take(t.Context(), "probe", []slm.Measurement{m}, now); err != nil {
			t.Fatal(err)
		}
	}
	breaches := func(want int64) {
		t.Helper()
		if n := number(t, s, `SELECT count(*) FROM breaches`); n != want {
			t.Errorf("%d breaches, want %d", n, want)
		}
	}
	day(0, 20)
	breaches(1)
	day(1, 0)
	day(2, 20)
	breaches(1)
	day(3, 0)
	day(4, 0)
	day(5, 0)
	wantJudged(t, s, "breached measured day 0", "kept measured day 5")
	day(6, 20)
	breaches(2)
}

func TestValueIsJudged(t *testing.T) {
	t.Parallel()
	s := company(t, asTarget(func(t *slm.Target) {
		t.Kind, t.Objective, t.Statistic = slm.ValueTarget, slm.Whole, slm.Mean
		t.Bound = slm.Bound{Sense: slm.AtLeast, At: 4_000_000, Unit: "points"}
	}))
	valued := func(key string, hoursAgo int, value int64) slm.Measurement {
		m := measured(key, hoursAgo, 0, 0)
		m.Value = &value
		return m
	}
	taken := take(t, s, valued("a", 4, 5_000_000), valued("b", 3, 3_200_000), measured("counts", 2, 0, 9))
	if taken[2].Refusal == nil || taken[2].Refusal.Key != "measurement.value" {
		t.Errorf("counts of a value are %+v", taken[2])
	}
	if r := reading(t, s, noon); r.Standing != slm.Kept || r.Value != 4_100_000 {
		t.Errorf("%s at %d", r.Standing, r.Value)
	}
	take(t, s, valued("c", 2, 3_500_000))
	b := onlyBreach(t, s)
	if b.Key != "b" || b.Count != 3 {
		t.Errorf("broken since %s, by %d", b.Key, b.Count)
	}
	if again := take(t, s, valued("c", 2, 3_600_000)); again[0].Refusal == nil {
		t.Error("another value under the same key is not told")
	}
}

// TestDaysAddUpAsMeasured: what is added up measurement by measurement is what
// is added up anew from all of them; and it is what Postgres makes of it.
func TestDaysAddUpAsMeasured(t *testing.T) {
	t.Parallel()
	s := company(t, asTarget(func(t *slm.Target) { t.Bound = slm.Bound{Sense: slm.AtMost, At: 5} }))
	var all []slm.Measurement
	for i := range 60 {
		m := measured(fmt.Sprint(i), 1+i*7%100, int64(i%3), 10)
		if i%2 == 0 {
			value := int64(i % 9)
			m.Good, m.Total, m.Value = 0, 0, &value
		}
		all = append(all, m)
	}
	take(t, s, all[:1]...)
	take(t, s, all[1:20]...)
	take(t, s, all[20:]...)
	const days = `SELECT md5(string_agg(d::text, E'\n' ORDER BY day)) FROM measured_days d`
	read := func() (sum string) {
		t.Helper()
		if err := s.db.QueryRow(t.Context(), days).Scan(&sum); err != nil {
			t.Fatal(err)
		}
		return sum
	}
	before := read()
	zone := time.FixedZone("+8", 8*60*60)
	var anew []dayOf
	for d := slm.DayOf(noon.AddDate(0, 0, -5), zone); d.From.Before(noon); d = slm.DayOf(d.To, zone) {
		anew = append(anew, dayOf{onlyTarget(t, s).ID, d})
	}
	rebuild(t, s, anew)
	if after := read(); after != before {
		t.Error("the days add up to something else anew")
	}
}

// TestFullRequests: enough measurements for COPY are stored once, and a key
// among them that was stored before keeps none of the others out.
func TestFullRequests(t *testing.T) {
	t.Parallel()
	s := company(t)
	var ms []slm.Measurement
	for i := range 3 * copyAt {
		ms = append(ms, measured(fmt.Sprint(i), 2*i+1, 0, 10))
	}
	take(t, s, ms[:copyAt]...)
	other := ms[copyAt-1]
	other.Good = 0
	taken := take(t, s, append(slices.Clone(ms[copyAt:]), other, ms[0])...)
	for i, got := range taken[:2*copyAt] {
		if got.Outcome != Stored {
			t.Fatalf("measurement %d is %s", i, got.Outcome)
		}
	}
	if got := taken[2*copyAt]; got.Outcome != Repeated || got.Refusal == nil {
		t.Errorf("one with other content is %+v", got)
	}
	if got := taken[2*copyAt+1]; got.Outcome != Repeated || got.Refusal != nil {
		t.Errorf("one sent again is %+v", got)
	}
	if n := number(t, s, `SELECT sum(count)::bigint FROM measured_days`); n != int64(len(ms)) {
		t.Errorf("%d are counted, want %d", n, len(ms))
	}
	if n := number(t, s, `SELECT count(*) FROM pg_inherits WHERE inhparent = 'measured'::regclass`); n != 2 {
		t.Errorf("%d partitions, want those of two months", n)
	}
}
