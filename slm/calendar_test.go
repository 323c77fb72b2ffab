package slm_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"steward/slm"
)

// moment reads a time that is known to be one.
func moment(t *testing.T, s string) time.Time {
	t.Helper()
	v, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// date reads a date that is known to be one.
func date(t *testing.T, s string) slm.Date {
	t.Helper()
	d, err := slm.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// hours reads the hours of a day.
func hours(t *testing.T, spans ...string) []slm.Hours {
	t.Helper()
	var all []slm.Hours
	for _, s := range spans {
		h, err := slm.ParseHours(s)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, h)
	}
	return all
}

// workdays gives a week that is open from Monday to Friday.
func workdays(t *testing.T, spans ...string) slm.Week {
	t.Helper()
	h := hours(t, spans...)
	return slm.Week{nil, h, h, h, h, h, nil}
}

// calendar makes a calendar that is known to be one.
func calendar(t *testing.T, z string, week slm.Week, exceptions map[slm.Date][]slm.Hours) *slm.Calendar {
	t.Helper()
	c, err := slm.NewCalendar(zone(t, z), week, exceptions)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// wantRefusal fails unless the error is a refusal with the key.
func wantRefusal(t *testing.T, err error, key string) {
	t.Helper()
	var refusal *slm.Error
	if !errors.As(err, &refusal) || refusal.Key != key {
		t.Fatalf("got error %v, want the refusal %q", err, key)
	}
	if text, ok := refusal.Sentence(); !ok || text.EN == "" || text.ZH == "" {
		t.Errorf("no sentence in both languages for %q: %+v", key, text)
	}
}

func TestCalendarAdd(t *testing.T) {
	t.Parallel()
	office := calendar(t, "UTC", workdays(t, "09:00-17:00"), nil)
	lunch := calendar(t, "Asia/Shanghai", workdays(t, "09:00-12:00", "13:00-18:00"), map[slm.Date][]slm.Hours{
		date(t, "2026-10-01"): nil,                     // holiday
		date(t, "2026-10-10"): hours(t, "09:00-12:00"), // Saturday, made up
	})
	night := calendar(t, "UTC", slm.Week{5: hours(t, "22:00-24:00"), 6: hours(t, "00:00-06:00")}, nil)
	tests := []struct {
		name       string
		calendar   *slm.Calendar
		from, want string
		open       time.Duration
	}{
		{"over the night", office, "2020-04-01T09:15:00Z", "2020-04-02T12:00:00Z", 10*time.Hour + 45*time.Minute},
		{"from a day off", office, "2020-04-04T09:00:00Z", "2020-04-08T17:00:00Z", 24 * time.Hour},
		{"ends at closing", office, "2020-04-01T16:00:00Z", "2020-04-01T17:00:00Z", time.Hour},
		{"starts at closing", office, "2020-04-01T17:00:00Z", "2020-04-02T10:00:00Z", time.Hour},
		{"nothing inside", office, "2020-04-01T16:00:00Z", "2020-04-01T16:00:00Z", 0},
		{"nothing at opening", office, "2020-04-01T09:00:00Z", "2020-04-01T09:00:00Z", 0},
		{"nothing at closing", office, "2020-04-01T17:00:00Z", "2020-04-02T09:00:00Z", 0},
		{"nothing outside", office, "2020-04-04T03:00:00Z", "2020-04-06T09:00:00Z", 0},
		{"Friday afternoon", office, "2026-06-19T16:30:00Z", "2026-06-22T09:30:00Z", time.Hour},
		{"two years on", office, "2020-04-01T09:00:00Z", "2022-03-30T17:00:00Z", 521 * 8 * time.Hour},
		{"back over the night", office, "2020-04-02T12:00:00Z", "2020-04-01T09:15:00Z", -10*time.Hour - 45*time.Minute},
		{"back to an opening", office, "2020-04-02T12:00:00Z", "2020-04-02T09:00:00Z", -3 * time.Hour},
		{"back from a day off", office, "2020-04-05T12:00:00Z", "2020-04-03T16:00:00Z", -time.Hour},
		{"over lunch", lunch, "2026-09-29T11:30:00+08:00", "2026-09-29T13:30:00+08:00", time.Hour},
		{"over a holiday", lunch, "2026-09-30T17:30:00+08:00", "2026-10-02T09:30:00+08:00", time.Hour},
		{"on a make-up day", lunch, "2026-10-09T17:30:00+08:00", "2026-10-10T09:30:00+08:00", time.Hour},
		{"over midnight", night, "2026-06-19T23:00:00Z", "2026-06-20T01:00:00Z", 2 * time.Hour},
		{"to midnight", night, "2026-06-19T23:00:00Z", "2026-06-20T00:00:00Z", time.Hour},
		{"24x7", slm.AlwaysOpen(time.UTC), "2026-06-20T16:00:00Z", "2026-06-21T16:00:00Z", 24 * time.Hour},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			from, want := moment(t, tt.from), moment(t, tt.want)
			got, err := tt.calendar.Add(from, tt.open)
			if err != nil || !got.Equal(want) {
				t.Fatalf("Add = %v, %v, want %v", got, err, want)
			}
			if got.Location() != tt.calendar.Zone() {
				t.Errorf("the result is in %v", got.Location())
			}
			if between := tt.calendar.Between(from, got); tt.open >= 0 && between != tt.open {
				t.Errorf("Between the two = %v", between)
			}
		})
	}
}

func TestNewCalendarRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name       string
		week       slm.Week
		exceptions map[slm.Date][]slm.Hours
		refused    string
	}{
		{"never open", slm.Week{}, nil, "calendar.closed"},
		{"never open in spite of exceptions", slm.Week{}, map[slm.Date][]slm.Hours{1: nil}, "calendar.closed"},
		{"overlap", slm.Week{1: hours(t, "12:00-17:00", "09:00-12:01")}, nil, "hours.overlap"},
		{"overlap on an exception", workdays(t, "09:00-17:00"), map[slm.Date][]slm.Hours{1: hours(t, "09:00-10:00", "09:00-10:00")}, "hours.overlap"},
		{"backward", slm.Week{1: {{17 * time.Hour, 9 * time.Hour}}}, nil, "hours.backward"},
		{"longer than a day", slm.Week{1: {{0, 25 * time.Hour}}}, nil, "hours.backward"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := slm.NewCalendar(time.UTC, tt.week, tt.exceptions)
			wantRefusal(t, err, tt.refused)
		})
	}
}

func TestParseHours(t *testing.T) {
	t.Parallel()
	for _, good := range []string{"09:00-17:00", "00:00-24:00", "08:59:30-12:00", "23:59:59-24:00"} {
		if h, err := slm.ParseHours(good); err != nil || h.String() != good {
			t.Errorf("%s is read as %s, %v", good, h, err)
		}
	}
	tests := map[string]string{
		"": "hours.form", "09:00": "hours.form", "9:00-17:00": "hours.form", "09:00-25:00": "hours.form", "09:00-24:01": "hours.form",
		"09:00-17:00-18:00": "hours.form", " 09:00-17:00": "hours.form", "09:60-17:00": "hours.form", "09:00:00.5-17:00": "hours.form",
		"24:00-24:00": "hours.backward", "17:00-09:00": "hours.backward", "09:00-09:00": "hours.backward",
	}
	for bad, refused := range tests {
		_, err := slm.ParseHours(bad)
		wantRefusal(t, err, refused)
	}
}

// TestCalendarEnds looks for time where there is none any more.
func TestCalendarEnds(t *testing.T) {
	t.Parallel()
	once := calendar(t, "UTC", slm.Week{}, map[slm.Date][]slm.Hours{date(t, "2020-01-01"): hours(t, "09:00-10:00")})
	if got, err := once.Add(moment(t, "2019-01-01T00:00:00Z"), time.Hour); err != nil || !got.Equal(moment(t, "2020-01-01T10:00:00Z")) {
		t.Errorf("Add = %v, %v", got, err)
	}
	for _, open := range []time.Duration{0, 1, time.Hour} {
		_, err := once.Add(moment(t, "2020-01-01T10:00:00Z"), open)
		wantRefusal(t, err, "calendar.ends")
	}
	_, err := once.Add(moment(t, "2020-01-01T10:00:00Z"), -2*time.Hour)
	wantRefusal(t, err, "calendar.ends")
	seldom := calendar(t, "Europe/Berlin", slm.Week{1: hours(t, "09:00-09:01")}, nil)
	_, err = seldom.Add(moment(t, "2020-01-01T10:00:00Z"), 1<<63-1)
	wantRefusal(t, err, "calendar.far")
	_, err = seldom.Add(moment(t, "2020-01-01T10:00:00Z"), -1<<63+1)
	wantRefusal(t, err, "calendar.far")
}

func TestCalendarSpans(t *testing.T) {
	t.Parallel()
	c := calendar(t, "UTC", workdays(t, "09:00-12:00", "13:00-17:00"), nil)
	var got []string
	for p := range c.Spans(moment(t, "2026-06-19T11:00:00Z"), moment(t, "2026-06-22T10:00:00Z")) {
		got = append(got, p.From.Format("2 15:04")+"-"+p.To.Format("15:04"))
	}
	if want := []string{"19 11:00-12:00", "19 13:00-17:00", "22 09:00-10:00"}; !slices.Equal(got, want) {
		t.Errorf("Spans = %q, want %q", got, want)
	}
	for s, want := range map[string]bool{"08:59": false, "09:00": true, "11:59": true, "12:00": false, "17:00": false} {
		if got := c.Open(moment(t, "2026-06-19T"+s+":00Z")); got != want {
			t.Errorf("Open at %s = %v", s, got)
		}
	}
	if got := c.Between(moment(t, "2026-06-19T12:00:00Z"), moment(t, "2026-06-12T12:00:00Z")); got != 0 {
		t.Errorf("Between backwards = %v", got)
	}
}

func TestDateIn(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, zone, date, clock, want string }{
		{"skipped", "America/Los_Angeles", "2014-03-09", "02:30", "2014-03-09T03:30:00-07:00"},
		{"last before what is skipped", "America/Los_Angeles", "2014-03-09", "01:59", "2014-03-09T01:59:00-08:00"},
		{"first that is skipped", "America/Los_Angeles", "2014-03-09", "02:00", "2014-03-09T03:00:00-07:00"},
		{"first after what is skipped", "America/Los_Angeles", "2014-03-09", "03:00", "2014-03-09T03:00:00-07:00"},
		{"twice", "America/Los_Angeles", "2014-11-02", "01:30", "2014-11-02T01:30:00-07:00"},
		{"after twice", "America/Los_Angeles", "2014-11-02", "02:00", "2014-11-02T02:00:00-08:00"},
		{"midnight is skipped", "America/Sao_Paulo", "2017-10-15", "00:00", "2017-10-15T01:00:00-02:00"},
		{"half an hour", "Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-04T02:45:00+11:00"},
		{"the day is skipped", "Pacific/Apia", "2011-12-30", "09:00", "2011-12-31T09:00:00+14:00"},
		{"long ago", "Europe/Berlin", "1800-01-01", "00:00", "1799-12-31T23:06:32Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			clock := hours(t, tt.clock+"-24:00")[0].From
			if got := date(t, tt.date).In(zone(t, tt.zone), clock); !got.Equal(moment(t, tt.want)) {
				t.Errorf("In = %v, want %s", got, tt.want)
			}
		})
	}
}

// TestCalendarLeapYears covers the last day of leap years, of which Go 1.26
// says that its zone has changed already.
func TestCalendarLeapYears(t *testing.T) {
	t.Parallel()
	c := calendar(t, "Europe/Berlin", workdays(t, "09:00-17:00"), nil)
	got, err := c.Add(moment(t, "2039-01-03T09:00:00+01:00"), 782*8*time.Hour)
	if want := moment(t, "2041-12-31T17:00:00+01:00"); err != nil || !got.Equal(want) {
		t.Errorf("Add = %v, %v, want %v", got, err, want)
	}
}

// TestCalendarSkippedMidnight walks whole weeks from a date whose midnight
// clocks skip, and with it the only open hour of that week.
func TestCalendarSkippedMidnight(t *testing.T) {
	t.Parallel()
	c := calendar(t, "Atlantic/Azores", slm.Week{0: hours(t, "00:00-01:00")}, nil)
	from, to := moment(t, "2026-03-21T00:00:00-01:00"), moment(t, "2026-05-03T12:00:00Z")
	if got := c.Between(from, to); got != 6*time.Hour {
		t.Errorf("of seven Sundays %s are open, want 6 hours", got)
	}
	got, err := c.Next(moment(t, "2026-03-22T01:00:00-01:00"))
	if want := moment(t, "2026-04-05T00:00:00Z"); err != nil || !got.Equal(want) {
		t.Errorf("Next = %v, %v, want %v", got, err, want)
	}
}
