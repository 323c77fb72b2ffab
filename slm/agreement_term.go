package slm

import (
	"cmp"
	"slices"
	"time"
)

// After gives the date that is a term after another. A day that the month does
// not have counts as the first of the next: a month after 31 January is
// 1 March, so that a term which begins on the 31st lasts to the end of
// February.
func (t Term) After(from Date) Date {
	y, m, d := from.utc().Date()
	m += time.Month(t.Months)
	return min(NewDate(y, m, d), NewDate(y, m+1, 1)) + Date(t.Days)
}

// Before gives the latest date from which a term has passed until another.
func (t Term) Before(to Date) Date {
	y, m, d := (to - Date(t.Days)).utc().Date()
	m -= time.Month(t.Months)
	return min(NewDate(y, m, d), NewDate(y, m+1, 1)-1)
}

// A TermEnd is the end of one term of an agreement: the first, or one by which
// it was prolonged.
type TermEnd struct {
	Last   Date // the last day
	Notice Date // the last day on which notice can be given; Last where no notice is agreed
	Renews bool // it is prolonged unless somebody gives notice
}

// lastDay gives the last day of the term that was agreed.
func (a *Agreement) lastDay() Date { return DateOf(a.To.Add(-1).In(a.zone())) }

// zone gives the zone in which the agreement's days begin.
func (a *Agreement) zone() *time.Location {
	if zone, err := time.LoadLocation(a.Zone); err == nil {
		return zone
	}
	return time.UTC
}

// term gives the end of the nth term, from 0. Terms are counted from the end of
// the first, so that they do not drift where months are short.
func (a *Agreement) term(n int) TermEnd {
	next := Term{a.Renewal.Months * n, a.Renewal.Days * n}.After(a.lastDay() + 1) // the day after
	return TermEnd{Last: next - 1, Notice: a.Notice.Before(next) - 1, Renews: !a.Renewal.IsZero()}
}

// maxTerms is after how many terms looking for the next one stops: a renewal by
// a day, over 100 years.
const maxTerms = 40_000

// TermAt gives the end of the term that runs at a time, or is to run, and
// false for an agreement without an end.
func (a *Agreement) TermAt(at time.Time) (TermEnd, bool) {
	return a.firstTerm(at, func(e TermEnd) Date { return e.Last })
}

// NextNotice gives the end of the first term of which notice can still be
// given at a time. Of an agreement that ends for good it is the only one, also
// when that is over.
func (a *Agreement) NextNotice(at time.Time) (TermEnd, bool) {
	return a.firstTerm(at, func(e TermEnd) Date { return e.Notice })
}

// firstTerm gives the first term of which a day is not over.
func (a *Agreement) firstTerm(at time.Time, day func(TermEnd) Date) (TermEnd, bool) {
	if a.To == nil {
		return TermEnd{}, false
	}
	today := DateOf(at.In(a.zone()))
	for n := range maxTerms {
		if e := a.term(n); !e.Renews || day(e) >= today {
			return e, true
		}
	}
	return TermEnd{}, false
}

// EndsAt gives the moment from which the agreement binds nobody any more, or
// nil: nobody can say when one ends that is prolonged until somebody gives
// notice.
func (a *Agreement) EndsAt() *time.Time {
	if a.To == nil || !a.Renewal.IsZero() && a.State != Expired && a.State != Terminated {
		return nil
	}
	return a.To
}

// SureUntil gives the last day until which neither side can get out of the
// agreement any more at a time, and false for one that goes on for ever: it
// has neither an end nor a term of notice. Notice given today counts from
// tomorrow on.
func (a *Agreement) SureUntil(at time.Time) (Date, bool) {
	if e, ends := a.NextNotice(at); ends {
		return e.Last, true
	}
	if a.Notice.IsZero() {
		return 0, false
	}
	return a.Notice.After(DateOf(at.In(a.zone()))+1) - 1, true
}

// A Decision is what somebody has to decide: whether an agreement goes on.
type Decision struct {
	Agreement string
	By        Date // the last day to decide
	TermEnd
}

// Decisions gives what has to be decided in [from, to), the first due first:
// of each agreement that binds somebody, once for each term. What ends without
// renewal has to be decided by the day on which notice would be due, so that
// there is time to agree on what comes after.
func (d *Directory) Decisions(from, to time.Time) []Decision {
	var all []Decision
	for i := range d.Agreements {
		a := &d.Agreements[i]
		if !a.State.Binding() || a.State == Expired || a.State == Terminated {
			continue
		}
		at := from
		for {
			e, ends := a.NextNotice(at)
			due := e.Notice.In(a.zone(), 0)
			if !ends || !due.Before(to) || e.Last < DateOf(from.In(a.zone())) {
				break
			}
			all = append(all, Decision{a.Code, e.Notice, e})
			if at = (e.Notice + 1).In(a.zone(), 0); !e.Renews {
				break
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Decision) int { return cmp.Compare(a.By, b.By) })
	return all
}
