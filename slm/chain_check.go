package slm

import (
	"math/big"
	"slices"
	"time"
)

// A ChainKind says what does not fit between an agreement and what carries it.
type ChainKind string

// The kinds of gaps in a chain.
const (
	SupportUnsigned ChainKind = "unsigned" // a support binds nobody: not signed yet, or over
	SupportLate     ChainKind = "later"    // a support begins after what it carries
	SupportEnds     ChainKind = "sooner"   // a support ends, or can be given notice, before what it carries ends
	SupportClosed   ChainKind = "hours"    // a support is closed while what it carries is open
	SupportWeak     ChainKind = "level"    // the levels of the supports multiply to less than is promised
	SupportLong     ChainKind = "window"   // a support's level is judged over a longer time, in which a bad month may hide
	SupportSlow     ChainKind = "time"     // the times of the supports are longer than the promised one
)

// A Provision is a place in an agreement: one of its fields, or a field of one of
// its targets, as the company file calls it.
type Provision struct {
	Agreement string
	Target    string // key; empty: the agreement itself
	Field     string
}

// A ChainGap is a promise that is not carried. Which values it has depends on
// its kind.
type ChainGap struct {
	Kind  ChainKind
	Above Provision   // what is promised
	Below []Provision // what should carry it

	Promised, Carried Share         // level: the second is rounded down
	Within, Needed    time.Duration // time: open time that is promised, and that the supports need
	Missing           time.Duration // hours: open time within a year that is not covered
	First             Period        // hours: the first of it
	Until, Sure       Date          // sooner: the last days; no Until where Above has no end
	Endless           bool          // sooner: Above has neither an end nor a term of notice
	From, Begins      time.Time     // later
	State             State         // unsigned: of the support
	Window, Longer    Window        // window
}

// CheckChain finds what does not fit between an agreement and all that carries
// it, directly or through others, at a time. Each agreement of the chain is
// compared with those that carry it directly, since what they promise includes
// what carries them in turn:
//
//   - every support is signed, has begun when what it carries begins, and
//     cannot end before that ends, by notice given from now on either;
//   - every support is open whenever what it carries is, over the next year;
//   - shares of good events under the same key multiply, since the service
//     needs all that carries it: the product is at least what is promised, and
//     none is judged over a longer time;
//   - times under the same name and for the same priority add up, since a case
//     may pass through all supports; of response only the longest counts, since
//     the first to answer has answered. A support that is open at least as
//     long passes its time at least as fast, so durations can be compared.
//
// A support without a promise of the same name is not compared: not everything
// that carries a service has to do with every promise.
func (d *Directory) CheckChain(code string, at time.Time) []ChainGap {
	c := chainCheck{d: d, at: at, seen: map[string]bool{}}
	c.agreement(code)
	return c.gaps
}

// Supports gives the agreements that carry another directly, in the order of
// the directory. One that is over is among them: it has to be taken out by
// hand, so that somebody sees what it leaves behind.
func (d *Directory) Supports(code string) []*Agreement {
	var all []*Agreement
	for i := range d.Agreements {
		if a := &d.Agreements[i]; slices.Contains(a.Underpins, code) {
			all = append(all, a)
		}
	}
	return all
}

type chainCheck struct {
	d    *Directory
	at   time.Time
	seen map[string]bool
	gaps []ChainGap
}

func (c *chainCheck) agreement(code string) {
	a := c.d.Agreement(code)
	if a == nil || c.seen[code] {
		return
	}
	c.seen[code] = true
	supports := c.d.Supports(code)
	for _, s := range supports {
		c.binds(a, s)
		c.ends(a, s)
		c.hours(a, nil, s, nil)
	}
	for i := range a.Targets {
		switch t := &a.Targets[i]; {
		case t.Kind == LevelTarget && t.Bound.Sense == "":
			c.level(a, t, supports)
		case t.Kind == ClockTarget:
			c.clock(a, t, supports)
		}
	}
	for _, s := range supports {
		c.agreement(s.Code)
	}
}

// binds compares who has signed, and first days.
func (c *chainCheck) binds(a, s *Agreement) {
	state := s.StateAt(c.at)
	if !state.Binding() || state == Expired || state == Terminated {
		c.gaps = append(c.gaps, ChainGap{Kind: SupportUnsigned, Above: Provision{a.Code, "", "state"}, Below: []Provision{{s.Code, "", "state"}}, State: state})
		return
	}
	from := a.From
	if c.at.After(from) {
		from = c.at // what was before cannot be mended
	}
	if s.From.After(from) {
		c.gaps = append(c.gaps, ChainGap{
			Kind: SupportLate, Above: Provision{a.Code, "", "from"}, Below: []Provision{{s.Code, "", "from"}}, From: from, Begins: s.From,
		})
	}
}

// ends compares how long both sides are bound. Of a support that is over it is
// said already that it is.
func (c *chainCheck) ends(a, s *Agreement) {
	if state := s.StateAt(c.at); state == Expired || state == Terminated {
		return
	}
	until, ends := a.SureUntil(c.at)
	sure, stops := s.SureUntil(c.at)
	if !stops || ends && sure >= until {
		return
	}
	g := ChainGap{
		Kind: SupportEnds, Above: Provision{a.Code, "", "to"}, Below: []Provision{{s.Code, "", "to"}}, Until: until, Sure: sure, Endless: !ends,
	}
	if s.To == nil || !s.Renewal.IsZero() {
		g.Below[0].Field = "notice"
	}
	c.gaps = append(c.gaps, g)
}

// hours compares open time over a year: of two agreements, or of two of their
// clocks.
func (c *chainCheck) hours(a *Agreement, t *Target, s *Agreement, u *Target) {
	above, below := Provision{a.Code, "", "calendar"}, Provision{s.Code, "", "calendar"}
	if t == nil {
		t, u = &Target{}, &Target{}
	} else {
		above.Target, below.Target = t.Key, u.Key
	}
	promised, _, err := c.d.CalendarOf(a, t)
	if err != nil {
		return
	}
	carried, _, err := c.d.CalendarOf(s, u)
	if err != nil {
		return
	}
	missing, first := uncovered(promised, carried, Period{c.at, c.at.AddDate(1, 0, 0)})
	if missing > 0 {
		c.gaps = append(c.gaps, ChainGap{Kind: SupportClosed, Above: above, Below: []Provision{below}, Missing: missing, First: first})
	}
}

// uncovered gives the open time of one calendar in which another is closed,
// and the first stretch of it.
func uncovered(open, by *Calendar, p Period) (missing time.Duration, first Period) {
	covers := slices.Collect(by.Spans(p.From, p.To))
	for span := range open.Spans(p.From, p.To) {
		for len(covers) > 0 && !covers[0].To.After(span.From) {
			covers = covers[1:]
		}
		at := span.From
		for _, cover := range covers {
			if !cover.From.Before(span.To) {
				break
			}
			missing = miss(missing, &first, Period{at, cover.From})
			if cover.To.After(at) {
				at = cover.To
			}
		}
		missing = miss(missing, &first, Period{at, span.To})
	}
	return missing, first
}

// miss adds what is not covered, if p is a stretch at all.
func miss(missing time.Duration, first *Period, p Period) time.Duration {
	if !p.From.Before(p.To) {
		return missing
	}
	if missing == 0 {
		*first = p
	}
	return missing + p.To.Sub(p.From)
}

// level compares a share with the product of those that carry it.
func (c *chainCheck) level(a *Agreement, t *Target, supports []*Agreement) {
	above := Provision{a.Code, t.Key, "objective"}
	var below []Provision
	product, whole := big.NewInt(1), big.NewInt(1)
	for _, s := range supports {
		i := slices.IndexFunc(s.Targets, func(u Target) bool { return u.Kind == LevelTarget && u.Bound.Sense == "" && u.Key == t.Key })
		if i < 0 {
			continue
		}
		u := &s.Targets[i]
		below = append(below, Provision{s.Code, u.Key, "objective"})
		product.Mul(product, big.NewInt(int64(u.Objective)))
		whole.Mul(whole, big.NewInt(int64(Whole)))
		if u.Window.days() > t.Window.days() {
			c.gaps = append(c.gaps, ChainGap{
				Kind: SupportLong, Above: Provision{a.Code, t.Key, "window"}, Below: []Provision{{s.Code, u.Key, "window"}},
				Window: t.Window, Longer: u.Window,
			})
		}
	}
	if len(below) == 0 {
		return
	}
	// In millionths of a whole: product/whole >= objective/Whole.
	product.Mul(product, big.NewInt(int64(Whole)))
	if promised := new(big.Int).Mul(whole, big.NewInt(int64(t.Objective))); product.Cmp(promised) < 0 {
		carried := Share(product.Quo(product, whole).Int64())
		c.gaps = append(c.gaps, ChainGap{Kind: SupportWeak, Above: above, Below: below, Promised: t.Objective, Carried: carried})
	}
}

// days gives the most days that a window may have.
func (w Window) days() int {
	switch w.Unit {
	case Quarter:
		return 92
	case Year:
		return 366
	case Rolling:
		return w.Days
	}
	return 31
}

// response is the clock of which only the longest support counts.
const response = "response"

// clock compares a time with those that carry it.
func (c *chainCheck) clock(a *Agreement, t *Target, supports []*Agreement) {
	var below []Provision
	var needed time.Duration
	for _, s := range supports {
		u := s.clockFor(t)
		if u == nil {
			continue
		}
		if t.Calendar != "" || u.Calendar != "" { // else the agreements were compared
			c.hours(a, t, s, u)
		}
		below = append(below, Provision{s.Code, u.Key, "within"})
		if t.Clock == response {
			needed = max(needed, u.Within)
		} else {
			needed += u.Within
		}
	}
	if needed > t.Within {
		c.gaps = append(c.gaps, ChainGap{Kind: SupportSlow, Above: Provision{a.Code, t.Key, "within"}, Below: below, Within: t.Within, Needed: needed})
	}
}

// clockFor gives the agreement's clock of the same name for the cases of
// another: for their priority, or else for every priority. Of several for a
// promise that is about every priority, the slowest counts.
func (a *Agreement) clockFor(t *Target) *Target {
	var found *Target
	for i := range a.Targets {
		u := &a.Targets[i]
		if u.Kind != ClockTarget || u.Clock != t.Clock || u.Priority != t.Priority && u.Priority != "" && t.Priority != "" {
			continue
		}
		better := found == nil || u.Within > found.Within
		if found != nil && t.Priority != "" && u.Priority != found.Priority {
			better = u.Priority == t.Priority
		}
		if better {
			found = u
		}
	}
	return found
}
