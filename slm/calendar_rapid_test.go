package slm_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"steward/slm"
)

// someHours draws the hours of one day: up to three spans.
func someHours(rt *rapid.T) []slm.Hours {
	var all []slm.Hours
	at := 0
	for range rapid.IntRange(0, 3).Draw(rt, "spans") {
		from := rapid.IntRange(at, 95).Draw(rt, "from")
		to := rapid.IntRange(from+1, 96).Draw(rt, "to")
		all = append(all, slm.Hours{From: time.Duration(from) * 15 * time.Minute, To: time.Duration(to) * 15 * time.Minute})
		if at = to; at > 95 {
			break
		}
	}
	return all
}

// someCalendar draws a calendar with exceptions in 2026 and at least one day
// that is open each week.
func someCalendar(t *testing.T, rt *rapid.T) *slm.Calendar {
	week := slm.Week{1: {{From: 9 * time.Hour, To: 17 * time.Hour}}}
	for day := range week {
		if day != 1 {
			week[day] = someHours(rt)
		}
	}
	exceptions := map[slm.Date][]slm.Hours{}
	for range rapid.IntRange(0, 5).Draw(rt, "exceptions") {
		exceptions[slm.NewDate(2026, 1, rapid.IntRange(1, 365).Draw(rt, "date"))] = someHours(rt)
	}
	c, err := slm.NewCalendar(zone(t, rapid.SampledFrom(oracleZones).Draw(rt, "zone")), week, exceptions)
	if err != nil {
		rt.Fatal(err)
	}
	return c
}

// someTime draws a time around 2026, to the second.
func someTime(rt *rapid.T, label string) time.Time {
	start := time.Date(2025, 11, 1, 0, 0, 0, 0, time.UTC).Unix()
	return time.Unix(start+rapid.Int64Range(0, 500*24*3600).Draw(rt, label), 0).UTC()
}

func TestCalendarAddThenBetween(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		c, from := someCalendar(t, rt), someTime(rt, "at")
		open := time.Duration(rapid.Int64Range(1, 2000*3600).Draw(rt, "open")) * time.Second
		at, err := c.Add(from, open)
		if err != nil {
			rt.Fatal(err)
		}
		if got := c.Between(from, at); got != open {
			rt.Fatalf("%s after %s is %s, but between them are %s", open, from, at, got)
		}
		if got := c.Between(from, at.Add(-1)); got != open-1 {
			rt.Fatalf("%s after %s is %s, but a moment before were %s", open, from, at, got)
		}
		back, err := c.Add(at, -open)
		if err != nil {
			rt.Fatal(err)
		}
		if got := c.Between(back, at); got != open || !c.Open(back) {
			rt.Fatalf("%s before %s is %s, but between them are %s", open, at, back, got)
		}
	})
}

func TestCalendarSplit(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		c, a, b := someCalendar(t, rt), someTime(rt, "a"), someTime(rt, "b")
		if b.Before(a) {
			a, b = b, a
		}
		mid := time.Unix(rapid.Int64Range(a.Unix(), b.Unix()).Draw(rt, "mid"), 0)
		if whole, parts := c.Between(a, b), c.Between(a, mid)+c.Between(mid, b); whole != parts {
			rt.Fatalf("from %s to %s are %s, but %s when split at %s", a, b, whole, parts, mid)
		}
		sum := time.Duration(0)
		for p := range c.Spans(a, b) {
			sum += p.To.Sub(p.From)
		}
		if whole := c.Between(a, b); whole != sum {
			rt.Fatalf("from %s to %s are %s, but the spans have %s", a, b, whole, sum)
		}
	})
}

func TestCalendarNext(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		c, at := someCalendar(t, rt), someTime(rt, "at")
		next, err := c.Next(at)
		if err != nil || next.Before(at) || !c.Open(next) || c.Between(at, next) != 0 || c.Open(at) != next.Equal(at) {
			rt.Fatalf("Next(%s) = %s, %v", at, next, err)
		}
	})
}

// FuzzParseHours makes sure that what is read is written the same, and that
// nothing else is read.
func FuzzParseHours(f *testing.F) {
	for _, seed := range []string{"09:00-17:00", "00:00-24:00", "08:59:30-12:00", "24:00-24:00", "-", "9-17"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		h, err := slm.ParseHours(s)
		if err != nil {
			return
		}
		if again, err := slm.ParseHours(h.String()); err != nil || again != h || h.From < 0 || h.To > 24*time.Hour || h.From >= h.To {
			t.Errorf("%q is read as %s, and that as %s, %v", s, h, again, err)
		}
	})
}
