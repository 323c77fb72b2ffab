package slm

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func date(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func term(t *testing.T, s string) Term {
	t.Helper()
	if s == "" {
		return Term{}
	}
	v, err := ParseTerm(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// ending makes an agreement in force from 2020 with a last day in Shanghai,
// or none.
func ending(t *testing.T, last, notice, renewal string) *Agreement {
	t.Helper()
	a := &Agreement{Code: "A", State: InForce, Zone: "Asia/Shanghai", Notice: term(t, notice), Renewal: term(t, renewal)}
	a.From = date(t, "2020-01-01").In(a.zone(), 0)
	if last != "" {
		to := (date(t, last) + 1).In(a.zone(), 0)
		a.To = &to
	}
	return a
}

func TestTermEnds(t *testing.T) {
	for _, c := range []struct {
		name, last, notice, renewal, today string
		term, notices                      string // last day of the term that runs; last day of the next notice
	}{
		{"glpi #23084 in the first term", "2025-08-28", "2 months", "12 months", "2025-06-01", "2025-08-28", "2025-06-28"},
		{"glpi #23084 after the first term", "2025-08-28", "2 months", "12 months", "2025-09-01", "2026-08-28", "2026-06-28"},
		{"on the last day of notice", "2025-08-28", "2 months", "12 months", "2025-06-28", "2025-08-28", "2025-06-28"},
		{"a day after it", "2025-08-28", "2 months", "12 months", "2025-06-29", "2025-08-28", "2026-06-28"},
		{"on the last day", "2025-08-28", "2 months", "12 months", "2025-08-28", "2025-08-28", "2026-06-28"},
		{"no renewal", "2025-08-28", "2 months", "", "2025-01-01", "2025-08-28", "2025-06-28"},
		{"no renewal, long over", "2025-08-28", "2 months", "", "2030-01-01", "2025-08-28", "2025-06-28"},
		{"no notice", "2025-08-28", "", "12 months", "2025-08-29", "2026-08-28", "2026-08-28"},
		{"ends of months stay ends", "2025-06-30", "3 months", "6 months", "2025-07-01", "2025-12-31", "2025-09-30"},
		{"end of February in a leap year", "2025-02-28", "1 month", "12 months", "2028-01-01", "2028-02-29", "2028-01-31"},
		{"29 February", "2024-02-29", "1 month", "12 months", "2025-01-01", "2025-02-28", "2025-01-31"},
		{"month by month from the 30th does not drift", "2025-01-30", "", "1 month", "2025-02-01", "2025-02-28", "2025-02-28"},
		{"and is the 30th again", "2025-01-30", "", "1 month", "2025-03-01", "2025-03-30", "2025-03-30"},
		{"notice of half a year to the end of August", "2025-08-31", "6 months", "", "2025-01-01", "2025-08-31", "2025-02-28"},
		{"in days", "2025-12-31", "90 days", "365 days", "2026-01-01", "2026-12-31", "2026-10-02"},
		{"in months and days", "2025-12-31", "1 month 15 days", "1 year", "2025-06-01", "2025-12-31", "2025-11-16"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := ending(t, c.last, c.notice, c.renewal)
			at := date(t, c.today).In(a.zone(), 23*time.Hour)
			now, ok := a.TermAt(at)
			next, ok2 := a.NextNotice(at)
			if !ok || !ok2 || now.Last != date(t, c.term) || next.Notice != date(t, c.notices) {
				t.Errorf("term ends %v (%v), notice by %v (%v); want %s and %s", now.Last, ok, next.Notice, ok2, c.term, c.notices)
			}
		})
	}
	if _, ends := ending(t, "", "3 months", "").TermAt(time.Unix(0, 0)); ends {
		t.Error("an agreement without an end ends")
	}
}

// TestTermBefore: it is the latest date from which the term has passed.
func TestTermBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		term := Term{rapid.IntRange(0, 40).Draw(t, "months"), rapid.IntRange(0, 400).Draw(t, "days")}
		to := Date(rapid.IntRange(0, 60_000).Draw(t, "to"))
		from := term.Before(to)
		if term.After(from) > to || term.After(from+1) <= to {
			t.Fatalf("%v before %v is %v, after which it is %v, and a day later %v", term, to, from, term.After(from), term.After(from+1))
		}
	})
}

func TestSureUntil(t *testing.T) {
	for _, c := range []struct{ name, last, notice, renewal, today, want string }{
		{"no end, no notice", "", "", "", "2026-01-01", ""},
		{"no end, notice of three months", "", "3 months", "", "2026-01-31", "2026-04-30"},
		{"an end", "2027-06-30", "3 months", "", "2026-01-01", "2027-06-30"},
		{"renewal, notice possible", "2026-06-30", "3 months", "1 year", "2026-03-31", "2026-06-30"},
		{"renewal, notice too late", "2026-06-30", "3 months", "1 year", "2026-04-01", "2027-06-30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := ending(t, c.last, c.notice, c.renewal)
			got, ends := a.SureUntil(date(t, c.today).In(a.zone(), 12*time.Hour))
			if ends != (c.want != "") || ends && got != date(t, c.want) {
				t.Errorf("%v, %v; want %q", got, ends, c.want)
			}
		})
	}
}

func TestDecisions(t *testing.T) {
	monthly, yearly, draft, over := ending(t, "2026-01-31", "", "6 months"), ending(t, "2026-12-31", "3 months", "1 year"), ending(t, "2026-06-30", "", ""), ending(t, "2025-06-30", "", "")
	monthly.Code, yearly.Code, draft.State = "MONTHLY", "YEARLY", Draft
	d := (&Directory{Agreements: []Agreement{*yearly, *monthly, *draft, *over, *ending(t, "", "3 months", "")}}).Index()
	from := date(t, "2026-01-15").In(yearly.zone(), 0)
	var got []string
	for _, x := range d.Decisions(from, from.AddDate(1, 0, 0)) {
		got = append(got, x.Agreement+" "+x.By.String())
	}
	want := []string{"MONTHLY 2026-01-31", "MONTHLY 2026-07-31", "YEARLY 2026-09-30"}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("%v, want %v", got, want)
	}
}
