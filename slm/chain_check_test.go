package slm

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// chained makes a directory with an SLA and what carries it, all in force from
// 2026-01-01 in Shanghai.
func chained(t *testing.T, change func(sla, ola, uc *Agreement), calendars ...NamedCalendar) *Directory {
	t.Helper()
	agreement := func(code string, kind AgreementKind, carries ...string) Agreement {
		a := Agreement{Code: code, Kind: kind, State: InForce, Zone: "Asia/Shanghai", Underpins: carries}
		a.From = date(t, "2026-01-01").In(a.zone(), 0)
		return a
	}
	d := &Directory{Agreements: []Agreement{agreement("OLA", OLA, "SLA"), agreement("SLA", SLA), agreement("UC", UC, "SLA")}, Calendars: calendars}
	change(&d.Agreements[1], &d.Agreements[0], &d.Agreements[2])
	return d.Index()
}

func up(objective Share, window Window) Target {
	return Target{Key: "up", Kind: LevelTarget, Objective: objective, Window: window}.Complete()
}

func clockOf(name, priority string, within time.Duration, calendar string) Target {
	return Target{Key: name + priority, Kind: ClockTarget, Clock: name, Priority: priority, Within: within, Calendar: calendar, Objective: Whole}.Complete()
}

// nineToFive is open from 9 to 17 from Monday to Friday, in a zone, with the
// holidays of a country.
func nineToFive(code, zone, country string) NamedCalendar {
	c := NamedCalendar{Code: code, Version: 1, Zone: zone, Country: country}
	for day := time.Monday; day <= time.Friday; day++ {
		c.Week[day] = []Hours{{9 * time.Hour, 17 * time.Hour}}
	}
	return c
}

// said writes a gap on one line.
func said(g ChainGap) string {
	place := func(p Provision) string {
		return strings.ReplaceAll(p.Agreement+"/"+p.Target+"/"+p.Field, "//", "/")
	}
	s := string(g.Kind) + " " + place(g.Above) + " <"
	for _, b := range g.Below {
		s += " " + place(b)
	}
	switch g.Kind {
	case SupportUnsigned:
		s += " " + string(g.State)
	case SupportEnds:
		s += " " + g.Sure.String()
		if !g.Endless {
			s += " " + g.Until.String()
		}
	case SupportClosed:
		s += fmt.Sprintf(" %v from %s", g.Missing, g.First.From.UTC().Format(time.RFC3339))
	case SupportWeak:
		s += fmt.Sprintf(" %v %v", g.Promised, g.Carried)
	case SupportSlow:
		s += fmt.Sprintf(" %v %v", g.Within, g.Needed)
	case SupportLong:
		s += fmt.Sprintf(" %v %v", g.Window, g.Longer)
	}
	return s
}

func TestCheckChain(t *testing.T) {
	month, year := Window{Unit: Month}, Window{Unit: Year}
	to := func(a *Agreement, last string) {
		end := (date(t, last) + 1).In(a.zone(), 0)
		a.To = &end
	}
	for _, c := range []struct {
		name   string
		change func(sla, ola, uc *Agreement)
		want   []string
	}{
		{"nothing promised", func(sla, ola, uc *Agreement) {}, nil},
		{"product is enough, exactly", func(sla, ola, uc *Agreement) {
			sla.Targets, ola.Targets, uc.Targets = []Target{up(998_001, month)}, []Target{up(999_000, month)}, []Target{up(999_000, month)}
		}, nil},
		{"product is a millionth short", func(sla, ola, uc *Agreement) {
			sla.Targets, ola.Targets, uc.Targets = []Target{up(998_002, month)}, []Target{up(999_000, month)}, []Target{up(999_000, month)}
		}, []string{"level SLA/up/objective < OLA/up/objective UC/up/objective 99.8002 % 99.8001 %"}},
		{"less than a millionth short", func(sla, ola, uc *Agreement) {
			sla.Targets, ola.Targets, uc.Targets = []Target{up(999_998, month)}, []Target{up(999_999, month)}, []Target{up(999_998, month)}
		}, []string{"level SLA/up/objective < OLA/up/objective UC/up/objective 99.9998 % 99.9997 %"}},
		{"another name", func(sla, ola, uc *Agreement) {
			sla.Targets, ola.Targets = []Target{up(999_000, month)}, []Target{{Key: "backups", Kind: LevelTarget, Objective: 900_000}}
		}, nil},
		{"judged over a year", func(sla, ola, uc *Agreement) {
			sla.Targets, ola.Targets = []Target{up(990_000, month)}, []Target{up(999_000, year)}
		}, []string{"window SLA/up/window < OLA/up/window month year"}},
		{"times add up", func(sla, ola, uc *Agreement) {
			sla.Targets, ola.Targets, uc.Targets = []Target{clockOf("resolution", "", 8*time.Hour, "")}, []Target{clockOf("resolution", "", 4*time.Hour, "")}, []Target{clockOf("resolution", "", 4*time.Hour, "")}
		}, nil},
		{"to a second too much", func(sla, ola, uc *Agreement) {
			sla.Targets, ola.Targets, uc.Targets = []Target{clockOf("resolution", "", 8*time.Hour, "")}, []Target{clockOf("resolution", "", 4*time.Hour, "")}, []Target{clockOf("resolution", "", 4*time.Hour+time.Second, "")}
		}, []string{"time SLA/resolution/within < OLA/resolution/within UC/resolution/within 8h0m0s 8h0m1s"}},
		{"of response the longest counts", func(sla, ola, uc *Agreement) {
			sla.Targets, ola.Targets, uc.Targets = []Target{clockOf("response", "", time.Hour, "")}, []Target{clockOf("response", "", time.Hour, "")}, []Target{clockOf("response", "", time.Hour, "")}
		}, nil},
		{"other priorities do not count", func(sla, ola, uc *Agreement) {
			sla.Targets, ola.Targets = []Target{clockOf("resolution", "P1", time.Hour, "")}, []Target{clockOf("resolution", "P1", time.Hour, ""), clockOf("resolution", "P3", 9*time.Hour, "")}
		}, nil},
		{"a time for all priorities carries one", func(sla, ola, uc *Agreement) {
			sla.Targets, ola.Targets = []Target{clockOf("resolution", "P1", time.Hour, "")}, []Target{clockOf("resolution", "", 2*time.Hour, "")}
		}, []string{"time SLA/resolutionP1/within < OLA/resolution/within 1h0m0s 2h0m0s"}},
		{"a promise to all needs the slowest", func(sla, ola, uc *Agreement) {
			sla.Targets, ola.Targets = []Target{clockOf("resolution", "", 4*time.Hour, "")}, []Target{clockOf("resolution", "P1", time.Hour, ""), clockOf("resolution", "P3", 9*time.Hour, "")}
		}, []string{"time SLA/resolution/within < OLA/resolutionP3/within 4h0m0s 9h0m0s"}},
		{"the same hours", func(sla, ola, uc *Agreement) { sla.Calendar, ola.Calendar = "CN", "CN" }, nil},
		{"longer hours", func(sla, ola, uc *Agreement) { sla.Calendar, ola.Calendar = "CN", "" }, nil},
		// The Sunday 20 September and the Saturday 10 October 2026 are working
		// days in China, of which the plain week knows nothing.
		{"no make-up days", func(sla, ola, uc *Agreement) { sla.Calendar, ola.Calendar = "CN", "PLAIN" }, []string{"hours SLA/calendar < OLA/calendar 16h0m0s from 2026-09-20T01:00:00Z"}},
		{"another zone", func(sla, ola, uc *Agreement) { sla.Calendar, ola.Calendar = "TUESDAY", "TOKYO" }, []string{"hours SLA/calendar < OLA/calendar 52h0m0s from 2026-06-16T08:00:00Z"}},
		{"around the clock for one priority", func(sla, ola, uc *Agreement) {
			sla.Calendar, ola.Calendar, uc.Calendar = "TUESDAY", "TUESDAY", ""
			sla.Targets, ola.Targets = []Target{clockOf("response", "", time.Hour, "TUESDAY")}, []Target{clockOf("response", "", time.Hour, Always)}
		}, nil},
		{"but only in office hours below", func(sla, ola, uc *Agreement) {
			sla.Calendar, ola.Calendar, uc.Calendar = "TUESDAY", "TUESDAY", ""
			sla.Targets, ola.Targets = []Target{clockOf("response", "", time.Hour, Always)}, []Target{clockOf("response", "", time.Hour, "")}
		}, []string{"hours SLA/response/calendar < OLA/response/calendar 8344h0m0s from 2026-06-15T01:00:00Z"}},
		{"a support ends sooner", func(sla, ola, uc *Agreement) { to(sla, "2027-12-31"); to(uc, "2027-12-30") }, []string{"sooner SLA/to < UC/to 2027-12-30 2027-12-31"}},
		{"a support ends on the same day", func(sla, ola, uc *Agreement) { to(sla, "2027-12-31"); to(uc, "2027-12-31") }, nil},
		{"a support can be given notice", func(sla, ola, uc *Agreement) { to(sla, "2027-12-31"); uc.Notice = Term{Months: 3} }, []string{"sooner SLA/to < UC/notice 2026-09-15 2027-12-31"}},
		{"a support is prolonged, but notice is possible", func(sla, ola, uc *Agreement) {
			to(sla, "2027-12-31")
			to(uc, "2026-12-31")
			uc.Notice, uc.Renewal = Term{Months: 3}, Term{Months: 12}
		}, []string{"sooner SLA/to < UC/notice 2026-12-31 2027-12-31"}},
		{"what has no end needs what has none", func(sla, ola, uc *Agreement) { to(uc, "2099-12-31") }, []string{"sooner SLA/to < UC/to 2099-12-31"}},
		{"a draft", func(sla, ola, uc *Agreement) { ola.State = Draft }, []string{"unsigned SLA/state < OLA/state draft"}},
		{"terminated", func(sla, ola, uc *Agreement) { ola.State = Terminated }, []string{"unsigned SLA/state < OLA/state terminated"}},
		{"expired", func(sla, ola, uc *Agreement) { to(ola, "2026-05-31") }, []string{"unsigned SLA/state < OLA/state expired"}},
		{"began later, in the past", func(sla, ola, uc *Agreement) { ola.From = date(t, "2026-06-01").In(ola.zone(), 0) }, nil},
		{"begins later", func(sla, ola, uc *Agreement) {
			ola.State, ola.From = Signed, date(t, "2026-07-01").In(ola.zone(), 0)
		}, []string{"later SLA/from < OLA/from"}},
		{"two levels down", func(sla, ola, uc *Agreement) {
			uc.Underpins = []string{"OLA"}
			sla.Targets, ola.Targets, uc.Targets = []Target{up(990_000, month)}, []Target{up(999_000, month)}, []Target{up(995_000, month)}
		}, []string{"level OLA/up/objective < UC/up/objective 99.9 % 99.5 %"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tuesday := NamedCalendar{Code: "TUESDAY", Version: 1, Zone: "Asia/Shanghai", Week: Week{time.Tuesday: {{9 * time.Hour, 17 * time.Hour}}}}
			d := chained(t, c.change, nineToFive("CN", "Asia/Shanghai", "CN"), nineToFive("PLAIN", "Asia/Shanghai", ""), tuesday, nineToFive("TOKYO", "Asia/Tokyo", ""))
			at := date(t, "2026-06-15").In(d.Agreement("SLA").zone(), 9*time.Hour)
			var got []string
			for _, g := range d.CheckChain("SLA", at) {
				got = append(got, said(g))
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
			}
		})
	}
}
