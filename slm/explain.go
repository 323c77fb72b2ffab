package slm

import (
	"cmp"
	"slices"
	"time"
)

// A Fact is a measurement with what became of it.
type Fact struct {
	Measurement
	Excluded    bool   // all of it lies in time that does not count
	CorrectedBy string // key of the measurement that replaced it; empty: none did
}

// An Entry is a span of time in an explanation: what was measured in it and
// whether it counts, or why nothing was.
type Entry struct {
	Period
	What   EntryKind
	Tally  Tally
	Source string // and Key: of the measurement, where it is one alone
	Key    string
	By     string // Replaced: key of the measurement that counts instead
}

// An EntryKind says whether an entry counts, and why not.
type EntryKind string

// The kinds of entries. Only the first counts.
const (
	InFigure   EntryKind = "counted"
	LeftOut    EntryKind = "excluded"     // agreed to be left out
	Replaced   EntryKind = "corrected"    // another measurement counts instead
	Unmeasured EntryKind = "not measured" // nobody knows
	ToCome     EntryKind = "to come"
)

// An Explanation says what a figure is made of: every span of the window, what
// counts and what does not, and the sum.
type Explanation struct {
	Target   Target
	Period   Period
	Now      time.Time
	Entries  []Entry // in the order of time
	Reported Budget  // of what counts; of a value its Level and Coverage alone
	Measured Level   // with what is left out
}

// Explain says how a figure comes about at now from the facts of its window.
// Measurements that follow one another and are wholly good become one entry;
// every other one has its own. What is not measured is an entry, too, so the
// entries cover the window without gaps; where sources overlap they do.
func Explain(t Target, period Period, facts []Fact, windows []Period, now time.Time) Explanation {
	facts = slices.Clone(facts)
	slices.SortStableFunc(facts, func(a, b Fact) int {
		return cmp.Or(a.From.Compare(b.From), a.To.Compare(b.To), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Key, b.Key))
	})
	e := Explanation{Target: t, Period: period, Now: now}
	var counted, all []Measurement
	var known []Period
	for _, f := range facts {
		entry := entryOf(f)
		e.Entries = appendEntry(e.Entries, entry, t)
		if entry.What == Replaced {
			continue
		}
		known, all = append(known, entry.Period), append(all, f.Measurement)
		if entry.What == InFigure {
			counted = append(counted, f.Measurement)
		}
	}
	e.Entries = append(e.Entries, unknown(period, known, windows, now)...)
	slices.SortStableFunc(e.Entries, func(a, b Entry) int { return cmp.Or(a.From.Compare(b.From), a.To.Compare(b.To)) })
	e.Measured = t.Judge(TallyOf(all))
	e.Reported.Level = t.Judge(TallyOf(counted))
	if t.Kind != ValueTarget {
		e.Reported = BudgetOf(t.Objective, period, counted, now)
	}
	e.Reported.Coverage = Coverage(period, append(known, windows...), now)
	return e
}

func entryOf(f Fact) Entry {
	e := Entry{
		Period: Period{f.From, f.To}, What: InFigure, Tally: TallyOf([]Measurement{f.Measurement}),
		Source: f.Source, Key: f.Key, By: f.CorrectedBy,
	}
	switch {
	case f.CorrectedBy != "":
		e.What = Replaced
	case f.Excluded:
		e.What = LeftOut
	}
	return e
}

// appendEntry adds an entry, to the one before where both say the same.
func appendEntry(entries []Entry, e Entry, t Target) []Entry {
	if n := len(entries); n > 0 {
		last := &entries[n-1]
		plain := t.Kind != ValueTarget && last.Tally.Good == last.Tally.Total && e.Tally.Good == e.Tally.Total
		if plain && e.What != Replaced && last.What == e.What && last.Source == e.Source && last.To.Equal(e.From) {
			last.To, last.Tally, last.Key = e.To, last.Tally.Plus(e.Tally), ""
			return entries
		}
	}
	return append(entries, e)
}

// unknown gives the entries of the time for which nothing was measured.
func unknown(period Period, known, windows []Period, now time.Time) (entries []Entry) {
	for _, gap := range period.Subtract(known) {
		for _, p := range gap.Subtract(windows) {
			if past := p.within(Period{period.From, now}); past.From.Before(past.To) {
				entries = append(entries, Entry{Period: past, What: Unmeasured})
			}
			if next := p.within(Period{now, period.To}); next.From.Before(next.To) {
				entries = append(entries, Entry{Period: next, What: ToCome})
			}
		}
		for _, w := range Union(windows) {
			if w = w.within(gap); w.From.Before(w.To) {
				entries = append(entries, Entry{Period: w, What: LeftOut})
			}
		}
	}
	return entries
}
