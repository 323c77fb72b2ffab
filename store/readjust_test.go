package store

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"steward/slm"
)

// changeTo changes the small company.
func changeTo(t *testing.T, s *Store, now time.Time, change ...func(*slm.Directory)) {
	t.Helper()
	d := small()
	for _, change := range change {
		change(d)
	}
	if _, err := s.Import(t.Context(), d.Index(), "test", false, now); err != nil {
		t.Fatal(err)
	}
}

// inZone moves SLA-1 into another zone.
func inZone(zone string) func(*slm.Directory) {
	return func(d *slm.Directory) { d.Agreement("SLA-1").Zone = zone }
}

// asMeasured fails unless the days of SLA-1's target are what they would be if
// everything were measured only now.
func asMeasured(t *testing.T, s *Store, zone string) {
	t.Helper()
	in, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	all := slm.Period{From: noon.AddDate(-1, 0, 0), To: noon.AddDate(1, 0, 0)}
	facts, err := s.Facts(t.Context(), onlyTarget(t, s), all)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int64{}
	for _, f := range facts {
		want[fmt.Sprint(slm.DayOf(f.From, in).From.UTC(), f.Excluded)] += f.Total
	}
	days, err := readDays(t.Context(), s.db, onlyTarget(t, s).ID, all)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int64{}
	for _, d := range days {
		got[fmt.Sprint(d.from.UTC(), d.excluded)] += d.Total
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the days of %s are\n%v, want\n%v", zone, got, want)
	}
}

// TestAnotherZoneHasOtherDays: what was added up by days is added up anew, and
// the month of now is judged by its new borders.
func TestAnotherZoneHasOtherDays(t *testing.T) {
	t.Parallel()
	for _, zone := range []string{"UTC", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Santiago"} {
		t.Run(zone, func(t *testing.T) {
			t.Parallel()
			s := company(t)
			var ms []slm.Measurement
			for n := range 120 { // some of them in the hours that are of another month
				ms = append(ms, measured(fmt.Sprint(n), 1+n*5, 0, int64(1000+n)))
			}
			take(t, s, ms...)
			changeTo(t, s, minutes(1), inZone(zone))
			asMeasured(t, s, zone)
			take(t, s, measured("later", 3, 0, 1000))
			asMeasured(t, s, zone)
			changeTo(t, s, minutes(2))
			asMeasured(t, s, "Asia/Shanghai")
		})
	}
}

// TestMonthOfAnotherZoneIsJudged: the bad hour before midnight of Shanghai's
// June is of UTC's May.
func TestMonthOfAnotherZoneIsJudged(t *testing.T) {
	t.Parallel()
	s := company(t)
	bad := measured("bad", 0, 20, 1000)
	bad.From = time.Date(2026, 5, 31, 16, 30, 0, 0, time.UTC)
	bad.To = bad.From.Add(time.Hour)
	take(t, s, bad, measured("good", 1, 0, 1000))
	changeTo(t, s, minutes(1), inZone("UTC"))
	wantJudged(t, s, "breached measured bad", "kept changed ")
	if r := reading(t, s, noon); r.Total != 1000 {
		t.Errorf("%d count in June", r.Total)
	}
	changeTo(t, s, minutes(2))
	wantJudged(t, s, "breached measured bad", "kept changed ", "breached changed ")
	if n := number(t, s, `SELECT count(*) FROM breaches`); n != 1 {
		t.Errorf("%d breaches of one month", n)
	}
}

// TestDecidedCasesOfAnotherZone: cases are counted on its days, too.
func TestDecidedCasesOfAnotherZone(t *testing.T) {
	t.Parallel()
	share := asTarget(func(t *slm.Target) {
		t.Kind, t.Clock, t.Within, t.Objective = slm.ClockTarget, "response", time.Hour, 900_000
	})
	s := company(t, share)
	solved := func(ref string, at time.Time) {
		t.Helper()
		happened(t, s, noon,
			slm.CaseReport{Key: ref + "1", Case: ref, Agreement: "SLA-1", What: slm.Start, At: at},
			slm.CaseReport{Key: ref + "2", Case: ref, Agreement: "SLA-1", What: slm.Stop, At: at.Add(time.Minute)})
	}
	solved("A", time.Date(2026, 5, 31, 17, 0, 0, 0, time.UTC))
	solved("B", noon.Add(-time.Hour))
	june := func(zone string) int64 {
		t.Helper()
		in, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		sum, err := s.DecidedCases(t.Context(), onlyTarget(t, s).ID, slm.MonthOf(noon, in))
		if err != nil {
			t.Fatal(err)
		}
		return sum.Total
	}
	before := june("Asia/Shanghai")
	changeTo(t, s, minutes(1), share, inZone("UTC"))
	if after := june("UTC"); before != 2 || after != 1 {
		t.Errorf("%d cases in June of Shanghai and %d of UTC, want 2 and 1", before, after)
	}
	solved("C", noon.Add(-2*time.Hour))
	if n := june("UTC"); n != 2 {
		t.Errorf("%d cases in June of UTC", n)
	}
}

// TestZoneChangesWhileMeasuring: nothing lands on a day of the zone before,
// also from a copy that has not seen the change.
func TestZoneChangesWhileMeasuring(t *testing.T) {
	t.Parallel()
	s := company(t)
	var wg sync.WaitGroup
	for writer := range 3 {
		wg.Go(func() {
			for n := range 15 {
				m := measured(fmt.Sprintf("%d/%d", writer, n), 1+n*7, 0, 1000)
				if _, err := s.Take(t.Context(), "probe", []slm.Measurement{m}, noon); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for n := range 4 {
		changeTo(t, s, minutes(2*n+1), inZone("America/New_York"))
		changeTo(t, s, minutes(2*n+2))
	}
	wg.Wait()
	asMeasured(t, s, "Asia/Shanghai")
}

// TestServiceUnderAnExclusion: an agreement that comes to be on a service for
// which some time does not count leaves that time out, until it is not on it
// any more.
func TestServiceUnderAnExclusion(t *testing.T) {
	t.Parallel()
	chat := func(d *slm.Directory) {
		d.Services = append(d.Services, slm.Service{Code: "CHAT", Name: slm.Text{EN: "Chat", ZH: "聊天"}, State: "live"})
	}
	on := func(d *slm.Directory) { d.Agreement("SLA-1").Services = []string{"MAIL", "CHAT"} }
	s := company(t, chat)
	take(t, s, measured("bad", 5, 20, 1000), measured("good", 1, 0, 1000))
	b := onlyBreach(t, s)
	e := slm.Exclusion{
		Scope: slm.Scope{Kind: slm.ServiceScope, Code: "CHAT"}, Reason: "move", ProposedBy: ann, ProposedAt: noon,
		Period: slm.Period{From: noon.Add(-6 * time.Hour), To: noon.Add(-3 * time.Hour)},
	}
	id, err := s.Propose(t.Context(), e, 0, noon)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Approve(t.Context(), id, bob, noon); err != nil {
		t.Fatal(err)
	}
	changeTo(t, s, minutes(1), chat, on)
	asMeasured(t, s, "Asia/Shanghai")
	if r := reading(t, s, noon); r.Total != 1000 || r.Excluded.Total != 1000 {
		t.Errorf("%d count, and %d do not", r.Total, r.Excluded.Total)
	}
	wantJudged(t, s, "breached measured bad", "kept excluded ")
	if _, corrected := breachNow(t, s, b.ID).Corrected(); !corrected {
		t.Error("the breach still stands")
	}
	changeTo(t, s, minutes(2), chat)
	asMeasured(t, s, "Asia/Shanghai")
	wantJudged(t, s, "breached measured bad", "kept excluded ", "breached counted again ")
}
