package store

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"steward/slm"
)

// watching gives a company in which a source "am" watches SLA-1 availability
// from noon on.
func watching(t *testing.T, change ...func(*Token)) *Store {
	t.Helper()
	s := company(t)
	token := Token{Source: "am", May: []Right{SendAlerts}, Only: []string{"SLA-1/availability"}}
	for _, change := range change {
		change(&token)
	}
	if _, err := s.MakeToken(t.Context(), token, noon); err != nil {
		t.Fatal(err)
	}
	return s
}

// down is an outage of SLA-1 in minutes after noon; to 0: it lasts.
func down(key string, from, to int) slm.OutageReport {
	r := slm.OutageReport{Key: key, Agreement: "SLA-1", Target: "availability", From: minutes(from)}
	if to != 0 {
		r.To = minutes(to)
	}
	return r
}

// tell stores outages and gives their outcomes.
func tell(t *testing.T, s *Store, at time.Time, rs ...slm.OutageReport) []Outcome {
	t.Helper()
	taken, err := s.TakeOutages(t.Context(), "am", rs, at)
	if err != nil {
		t.Fatal(err)
	}
	var outcomes []Outcome
	for _, o := range taken {
		outcomes = append(outcomes, o.Outcome)
	}
	return outcomes
}

// counts settles and compares the good and all seconds that are measured.
func counts(t *testing.T, s *Store, at time.Time, good, total int64) {
	t.Helper()
	if err := s.SettleOutages(t.Context(), at); err != nil {
		t.Fatal(err)
	}
	g := number(t, s, `SELECT coalesce(sum(good), 0)::bigint FROM measured WHERE key NOT IN (SELECT key FROM corrections)`)
	n := number(t, s, `SELECT coalesce(sum(total), 0)::bigint FROM measured WHERE key NOT IN (SELECT key FROM corrections)`)
	if g != good || n != total {
		t.Errorf("at %s: %d of %d seconds are good, want %d of %d", at.Format(time.TimeOnly), g, n, good, total)
	}
}

// TestWatchedWithoutAlerts: a target that is watched is good while no alert
// says otherwise, counted when it is final and in pieces that are not too
// small.
func TestWatchedWithoutAlerts(t *testing.T) {
	t.Parallel()
	s := watching(t)
	counts(t, s, minutes(20), 0, 0)
	counts(t, s, minutes(21), 900, 900)
	counts(t, s, minutes(21), 900, 900)
	counts(t, s, minutes(30), 900, 900)
	counts(t, s, minutes(60), 54*60, 54*60)
}

// TestOutageCountsWhileItLasts, each minute, with a delay in which its end may
// still be told.
func TestOutageCountsWhileItLasts(t *testing.T) {
	t.Parallel()
	s := watching(t)
	if got := tell(t, s, minutes(11), down("a", 10, 0)); !slices.Equal(got, []Outcome{Stored}) {
		t.Error(got)
	}
	counts(t, s, minutes(16), 0, 0)
	counts(t, s, minutes(17), 600, 660)
	counts(t, s, minutes(18), 600, 720)
	tell(t, s, minutes(20), down("a", 10, 15)) // Alertmanager tells so up to five minutes later
	counts(t, s, minutes(20), 600, 840)
	counts(t, s, minutes(21), 600, 900)
	counts(t, s, minutes(36), 1500, 1800)
	if n := number(t, s, `SELECT count(*) FROM breaches`); n != 1 {
		t.Errorf("%d breaches", n)
	}
}

// TestOrderOfAlerts: alerts may be repeated and come in any order.
func TestOrderOfAlerts(t *testing.T) {
	t.Parallel()
	told := []slm.OutageReport{down("a", 10, 0), down("a", 10, 12), down("b", 11, 14), down("a", 13, 0), down("a", 13, 15)}
	for name, order := range map[string][]int{
		"as it was": {0, 1, 2, 3, 4}, "backwards": {4, 3, 2, 1, 0}, "ends first": {1, 0, 4, 3, 2}, "all twice": {0, 0, 1, 2, 1, 3, 4, 2, 4, 3},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := watching(t)
			for _, i := range order {
				tell(t, s, minutes(16), told[i])
			}
			counts(t, s, minutes(36), 25*60, 30*60)
			for i, outcome := range tell(t, s, minutes(37), told...) {
				if outcome != Repeated {
					t.Errorf("alert %d again: %s", i, outcome)
				}
			}
		})
	}
}

// TestEndThatWasNeverTold: an alert that is firing anew is over as it was before, although
// nobody said so.
func TestEndThatWasNeverTold(t *testing.T) {
	t.Parallel()
	told := []slm.OutageReport{down("a", 10, 0), down("a", 13, 15), down("b", 12, 14)}
	for name, order := range map[string][]int{"as it was": {0, 1, 2}, "backwards": {2, 1, 0}, "counted meanwhile": {0, -1, 1, 2}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := watching(t)
			for _, i := range order {
				if i < 0 {
					counts(t, s, minutes(24), 600, 18*60)
					continue
				}
				tell(t, s, minutes(24), told[i])
			}
			counts(t, s, minutes(36), 25*60, 30*60) // bad from 10 to 15
		})
	}
}

// TestLateOutage: what was counted before an alert came, or before its end was
// told, is corrected, as often as need be.
func TestLateOutage(t *testing.T) {
	t.Parallel()
	s := watching(t)
	counts(t, s, minutes(36), 1800, 1800)
	tell(t, s, minutes(37), down("a", 10, 20), down("b", 15, 25))
	tell(t, s, minutes(37), down("a", 10, 20), down("c", 12, 18))
	counts(t, s, minutes(37), 960, 1860) // of 31 minutes
	tell(t, s, minutes(38), down("b", 15, 26))
	counts(t, s, minutes(38), 960, 1920)
	tell(t, s, minutes(38), down("d", 5, 0))
	counts(t, s, minutes(38), 300, 1920)
	tell(t, s, minutes(39), down("d", 5, 7))
	counts(t, s, minutes(39), (5+3+7)*60, 33*60) // bad from 5 to 7 and from 10 to 26
	counts(t, s, minutes(39), (5+3+7)*60, 33*60)
}

// TestLateInAGap: an outage in time that was left unknown is known afterwards.
func TestLateInAGap(t *testing.T) {
	t.Parallel()
	s := watching(t, func(t *Token) { t.Expect = 10 * time.Minute })
	ctx := t.Context()
	for _, n := range []int{60, 65} { // a gap from 0 to 60
		if err := s.Hear(ctx, "am", minutes(n)); err != nil {
			t.Fatal(err)
		}
	}
	counts(t, s, minutes(75), 9*60, 9*60)
	tell(t, s, minutes(75), down("a", 50, 62))
	counts(t, s, minutes(75), 7*60, 9*60+10*60)
	counts(t, s, minutes(75), 7*60, 9*60+10*60)
}

// TestSilentSource: while a source is silent that is expected to be heard,
// only what it tells later is known.
func TestSilentSource(t *testing.T) {
	t.Parallel()
	s := watching(t)
	ctx := t.Context()
	if _, err := s.db.Exec(ctx, `UPDATE sources SET expect_seconds = 600`); err != nil {
		t.Fatal(err)
	}
	hear := func(n int) {
		t.Helper()
		if err := s.Hear(ctx, "am", minutes(n)); err != nil {
			t.Fatal(err)
		}
	}
	hear(10)
	hear(20)
	counts(t, s, minutes(26), 1200, 1200)
	counts(t, s, minutes(90), 1200, 1200) // silent since minute 20
	hear(91)
	tell(t, s, minutes(91), down("a", 60, 65))
	counts(t, s, minutes(91), 1200, 1500)
	hear(100)
	hear(105)
	counts(t, s, minutes(112), 1200+15*60, 1500+15*60) // from minute 91
}

// TestNobodyMayTell: what a source would have told is unknown from when its last
// token for the target ends, until another is made.
func TestNobodyMayTell(t *testing.T) {
	t.Parallel()
	end := minutes(22)
	for name, test := range map[string]struct {
		change func(*Token)
		told   []slm.OutageReport
		end    func(context.Context, *Store) error
		good   int64
		total  int64
	}{
		"revoked":                  {nil, nil, revoke, 20 * 60, 20 * 60},
		"expired":                  {func(k *Token) { k.ExpiresAt = &end }, nil, nil, 22 * 60, 22 * 60},
		"revoked during an outage": {nil, []slm.OutageReport{down("a", 10, 0)}, revoke, 10 * 60, 20 * 60},
		"another token is left": {nil, nil, func(ctx context.Context, s *Store) error {
			if _, err := s.MakeToken(ctx, Token{Source: "am", May: []Right{SendAlerts}}, minutes(15)); err != nil {
				return err
			}
			_, err := s.RevokeToken(ctx, 1, minutes(20))
			return err
		}, 84 * 60, 84 * 60},
		"one for something else is left": {nil, nil, func(ctx context.Context, s *Store) error {
			if _, err := s.MakeToken(ctx, Token{Source: "am", May: Rights, Only: []string{"UC-1"}}, minutes(15)); err != nil {
				return err
			}
			_, err := s.RevokeToken(ctx, 1, minutes(20))
			return err
		}, 20 * 60, 20 * 60},
		"made anew": {nil, nil, func(ctx context.Context, s *Store) error {
			if err := revoke(ctx, s); err != nil {
				return err
			}
			_, err := s.MakeToken(ctx, Token{Source: "am", May: []Right{SendAlerts}}, minutes(50))
			return err
		}, 20*60 + 34*60, 20*60 + 34*60},
		"another source takes over": {nil, nil, func(ctx context.Context, s *Store) error {
			if err := revoke(ctx, s); err != nil {
				return err
			}
			_, err := s.MakeToken(ctx, Token{Source: "new", May: []Right{SendAlerts}, Only: []string{"SLA-1/availability"}}, minutes(50))
			return err
		}, 20*60 + 34*60, 20*60 + 34*60},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := watching(t, func(k *Token) {
				if test.change != nil {
					test.change(k)
				}
			})
			tell(t, s, minutes(11), test.told...)
			if test.end != nil {
				if err := test.end(t.Context(), s); err != nil {
					t.Fatal(err)
				}
			}
			counts(t, s, minutes(90), test.good, test.total)
			counts(t, s, minutes(90), test.good, test.total)
		})
	}
}

func revoke(ctx context.Context, s *Store) error {
	_, err := s.RevokeTokens(ctx, "am", minutes(20))
	return err
}

// TestSettlingIsCutShort: what is owed to the measurements is paid later, once.
func TestSettlingIsCutShort(t *testing.T) {
	t.Parallel()
	s := watching(t)
	tell(t, s, minutes(11), down("a", 10, 12))
	var cut context.CancelFunc
	ctx, cut := context.WithCancel(t.Context())
	cut()
	if err := s.SettleOutages(ctx, minutes(30)); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// As it is when the process dies after it wrote down what it owes.
	_, target := targetOf(d, number(t, s, `SELECT target_id FROM watches`))
	w := watch{Target: target.ID, Source: "am", From: noon, CountedTo: noon, Until: minutes(24)}
	owed, err := s.watched(t.Context(), d, w)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec(t.Context(), `UPDATE watches SET owed = $1, counted_to = $2`, owed, w.Until); err != nil {
		t.Fatal(err)
	}
	counts(t, s, minutes(31), 22*60, 24*60)
	counts(t, s, minutes(31), 22*60, 24*60)
	if n := number(t, s, `SELECT count(*) FROM watches WHERE owed <> '[]'`); n != 0 {
		t.Error("something is still owed")
	}
	counts(t, s, minutes(45), 37*60, 39*60)
}

func TestRefusedOutages(t *testing.T) {
	t.Parallel()
	s := watching(t)
	unknown, speed := down("a", 1, 0), down("b", 1, 0)
	unknown.Agreement, speed.Target = "SLA-9", "speed"
	taken, err := s.TakeOutages(t.Context(), "am", []slm.OutageReport{unknown, speed, down("", 1, 0), down("c", 1, 0)}, minutes(2))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"agreement", "target", "outage.key", ""} {
		got := ""
		if taken[i].Refusal != nil {
			got = taken[i].Refusal.Key
		}
		if got != want || (taken[i].Outcome == Refused) != (want != "") {
			t.Errorf("outage %d: %s %q, want %q", i, taken[i].Outcome, got, want)
		}
	}
}

// TestOutageFromBeforeTheWatch: what a source tells of an outage counts from
// when it began, also where the source was not watching yet: what was before
// and beside it stays unknown.
func TestOutageFromBeforeTheWatch(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		told        []slm.OutageReport
		good, total int64
	}{
		"over before it":           {[]slm.OutageReport{down("a", -30, -10)}, 24 * 60, 24*60 + 20*60},
		"reaching into it":         {[]slm.OutageReport{down("a", -30, 5)}, 19 * 60, 24*60 + 30*60},
		"lasting":                  {[]slm.OutageReport{down("a", -30, 0)}, 0, 24*60 + 30*60},
		"lasting, and then it end": {[]slm.OutageReport{down("a", -30, 0), down("a", -30, -20)}, 24 * 60, 24*60 + 10*60},
		"two that overlap":         {[]slm.OutageReport{down("a", -30, -10), down("b", -20, -5)}, 24 * 60, 24*60 + 25*60},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := watching(t)
			for i, r := range test.told {
				tell(t, s, minutes(2+i), r)
			}
			counts(t, s, minutes(30), test.good, test.total)
			counts(t, s, minutes(30), test.good, test.total)
		})
	}
}

// TestEndOfAnOutageFromBeforeTheWatch: the time after it, in which nobody
// watched, does not become good.
func TestEndOfAnOutageFromBeforeTheWatch(t *testing.T) {
	t.Parallel()
	s := watching(t)
	tell(t, s, minutes(2), down("a", -30, 0))
	counts(t, s, minutes(10), 0, 34*60)
	tell(t, s, minutes(11), down("a", -30, -20))
	counts(t, s, minutes(30), 24*60, 24*60+10*60)
	if r := reading(t, s, minutes(30)); r.Total != 34*60 {
		t.Errorf("the day adds up to %d seconds", r.Total)
	}
}

// TestLongOutageCountsInEachMonth: an outage of weeks before the watch counts
// on each day by the agreement's clock, so that each month gets its own part.
func TestLongOutageCountsInEachMonth(t *testing.T) {
	t.Parallel()
	s := watching(t)
	tell(t, s, minutes(2), down("a", -20*24*60, -10*24*60)) // 26 May to 5 June
	counts(t, s, minutes(30), 24*60, 24*60+10*24*3600)
	zone := time.FixedZone("Asia/Shanghai", 8*3600)
	june := slm.MonthOf(noon, zone)
	days, err := readDays(t.Context(), s.db, onlyTarget(t, s).ID, june)
	if err != nil {
		t.Fatal(err)
	}
	var bad int64
	for _, d := range days {
		bad += d.Total - d.Good
	}
	if want := int64(noon.AddDate(0, 0, -10).Sub(june.From) / time.Second); bad != want {
		t.Errorf("%d seconds of June are bad, want %d", bad, want)
	}
}

// TestOutageOutsideTheAgreement: what can never count is refused and not taken
// as if it did; what lasts until the agreement is in force counts from then.
func TestOutageOutsideTheAgreement(t *testing.T) {
	t.Parallel()
	s := company(t, func(d *slm.Directory) {
		d.Agreement("SLA-1").From = minutes(-10)
		end := minutes(60)
		d.Agreement("SLA-1").To = &end
		d.Agreement("UC-1").State = slm.Draft
	})
	if _, err := s.MakeToken(t.Context(), Token{Source: "am", May: []Right{SendAlerts}}, noon); err != nil {
		t.Fatal(err)
	}
	draft := down("d", 1, 2)
	draft.Agreement = "UC-1"
	got := tell(t, s, minutes(90), down("before", -30, -20), down("after", 70, 0), draft, down("into", -30, -5))
	if want := []Outcome{Refused, Refused, Refused, Stored}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	counts(t, s, minutes(90), 60*60, 65*60)
}
