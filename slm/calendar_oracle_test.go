package slm_test

import (
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// The oracle counts open time minute by minute. It asks the zone only what a
// clock on the wall shows, and so shares no thought with package slm.
type oracle struct {
	from time.Time
	wall []int64       // what the clock shows at each minute, in minutes since 1970
	seen map[int64]int // the first minute that shows it
	open []bool        // each minute
}

// watch looks at the wall clock for some days.
func watch(from time.Time, days int) *oracle {
	o := &oracle{from: from, seen: map[int64]int{}}
	for i := range days * 24 * 60 {
		t := from.Add(time.Duration(i) * time.Minute)
		y, m, d := t.Date()
		shown := time.Date(y, m, d, t.Hour(), t.Minute(), 0, 0, time.UTC).Unix() / 60
		o.wall = append(o.wall, shown)
		if _, twice := o.seen[shown]; !twice {
			o.seen[shown] = i
		}
	}
	return o
}

// border finds the minute of a time on the wall: the first that shows it, or,
// where clocks skip it, the one that shows as much later as they skip.
func (o *oracle) border(shown int64) (int, bool) {
	if i, ok := o.seen[shown]; ok {
		return i, true
	}
	for i := 1; i < len(o.wall); i++ {
		if before, after := o.wall[i-1], o.wall[i]; before < shown && shown < after {
			return i + int(shown-before-1), true
		}
	}
	return 0, false
}

// mark opens the hours of each weekday, such as "09:00-17:00".
func (o *oracle) mark(t *testing.T, week [7]string) {
	o.open = make([]bool, len(o.wall))
	for date := o.wall[0]/1440 - 1; date <= o.wall[len(o.wall)-1]/1440+1; date++ {
		for _, span := range strings.Fields(week[(date+4)%7]) { // 1 January 1970 was a Thursday
			h := hours(t, span)[0]
			first, ok1 := o.border(date*1440 + int64(h.From/time.Minute))
			last, ok2 := o.border(date*1440 + int64(h.To/time.Minute))
			if midnight, ok := o.border((date + 1) * 1440); ok {
				last = min(last, midnight) // nothing moves out of its date
			}
			for i := first; ok1 && ok2 && i < last; i++ {
				o.open[i] = true
			}
		}
	}
}

// oracleZones change their clocks in all ways there are: at midnight, by half
// an hour, backwards in winter, around Ramadan, for good, not at all.
var oracleZones = []string{
	"Europe/Berlin", "Europe/London", "Europe/Dublin", "Atlantic/Azores", "Africa/Casablanca", "Africa/Cairo", "Asia/Beirut",
	"Asia/Jerusalem", "Asia/Gaza", "Asia/Tehran", "Asia/Shanghai", "Australia/Lord_Howe", "Australia/Sydney", "Pacific/Auckland",
	"Pacific/Chatham", "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Havana", "America/Santiago",
	"America/Sao_Paulo", "America/Asuncion", "America/Nuuk",
}

// oracleWeeks are open around every hour at which clocks change.
var oracleWeeks = map[string][7]string{
	"office": {"", "09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00", ""},
	"always": everyDay("00:00-24:00"),
	"night":  everyDay("00:00-06:00 22:00-24:00"),
	"pieces": everyDay("00:15-00:45 00:45-01:30 01:45-02:30 02:40-03:10 03:15-04:00 22:50-23:20 23:30-24:00"),
	"lunch":  {"08:00-12:00 13:00-23:15", "", "01:00-02:45", "02:15-02:45", "", "12:00-24:00", "00:00-12:00"},
}

func everyDay(spans string) (week [7]string) {
	for day := range week {
		week[day] = spans
	}
	return week
}

// TestCalendarClockChanges counts around each change of clocks in ten years.
func TestCalendarClockChanges(t *testing.T) {
	t.Parallel()
	for _, name := range oracleZones {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			loc := zone(t, name)
			for _, change := range changes(loc, 2016, 2025) {
				o := watch(change.Add(-50*time.Hour).Truncate(time.Minute), 4)
				for name, spans := range oracleWeeks {
					o.mark(t, spans)
					week := slm.Week{}
					for day, s := range spans {
						week[day] = hours(t, strings.Fields(s)...)
					}
					o.compare(t, name, calendar(t, loc.String(), week, nil))
				}
			}
		})
	}
}

// changes finds the hours before which a zone's clocks change, in some years,
// and a quiet one for zones that never do.
func changes(loc *time.Location, first, last int) []time.Time {
	all := []time.Time{time.Date(first, 5, 5, 0, 0, 0, 0, time.UTC).In(loc)}
	end := time.Date(last+1, 1, 1, 0, 0, 0, 0, time.UTC)
	_, before := all[0].Zone()
	for at := time.Date(first, 1, 1, 0, 0, 0, 0, time.UTC).In(loc); at.Before(end); at = at.Add(time.Hour) {
		if _, offset := at.Zone(); offset != before {
			before = offset
			all = append(all, at)
		}
	}
	return all
}

// compare counts to each minute that the calendar and the oracle should agree
// on. The days at both ends are left out: the oracle does not see them whole.
func (o *oracle) compare(t *testing.T, name string, c *slm.Calendar) {
	t.Helper()
	const margin = 26 * 60
	from := o.from.Add(margin * time.Minute)
	open := time.Duration(0)
	for i := margin; i < len(o.wall)-margin; i++ {
		at := o.from.Add(time.Duration(i) * time.Minute)
		if i%53 == 0 || i%60 == 0 {
			if got := c.Between(from, at); got != open {
				t.Fatalf("%s: from %s to %s are %s, not %s", name, from, at, got, open)
			}
		}
		if !o.open[i] {
			continue
		}
		open += time.Minute
		if i%47 == 0 {
			want := at.Add(time.Minute)
			if got, err := c.Add(from, open); err != nil || !got.Equal(want) {
				t.Fatalf("%s: %s and %s is %s, %v, not %s", name, from, open, got, err, want)
			}
			if got := c.Open(at); !got {
				t.Fatalf("%s: closed at %s", name, at)
			}
		}
	}
}
