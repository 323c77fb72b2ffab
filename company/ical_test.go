package company

import (
	"strings"
	"testing"
	"time"

	"steward/slm"
)

func day26(t *testing.T, s string) slm.Date {
	t.Helper()
	d, err := slm.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// event makes a feed of one event.
func event(lines ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

func TestReadICal(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a day", event("DTSTART;VALUE=DATE:20261001", "SUMMARY:National Day"), "2026-10-01 00:00-24:00 National Day"},
		{"days", event("DTSTART;VALUE=DATE:20261001", "DTEND;VALUE=DATE:20261003", "SUMMARY:国庆节（休）"), "2026-10-01 00:00-24:00 国庆节（休）, 2026-10-02 00:00-24:00 国庆节（休）"},
		{"a working day of Apple's", event("DTSTART;VALUE=DATE:20261010", "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY", "SUMMARY:国庆节"), "2026-10-10 works 国庆节"},
		{"a working day in words", event("DTSTART;VALUE=DATE:20261010", "SUMMARY:国庆节 补班"), "2026-10-10 works 国庆节 补班"},
		{"an afternoon", event("DTSTART;TZID=Asia/Shanghai:20261231T140000", "DTEND;TZID=Asia/Shanghai:20261231T180000", "SUMMARY:Inventory"), "2026-12-31 14:00-18:00 Inventory"},
		{"an afternoon in UTC", event("DTSTART:20261231T060000Z", "DTEND:20261231T100000Z", "SUMMARY:x"), "2026-12-31 14:00-18:00 x"},
		{"over midnight", event("DTSTART:20261230T220000", "DTEND:20261231T020000"), "2026-12-30 22:00-24:00 , 2026-12-31 00:00-02:00 "},
		{"folded, escaped, with an alarm", event("DTSTART;VALUE=DATE:20261001", "SUMMARY:National\\, ", " Day\\nof China", "BEGIN:VALARM", "DTSTART:rubbish", "END:VALARM"), "2026-10-01 00:00-24:00 National, Day of China"},
		{"cancelled", event("DTSTART;VALUE=DATE:20261001", "STATUS:CANCELLED"), ""},
		{"out of range", event("DTSTART;VALUE=DATE:20280101"), ""},
		{"every year", event("DTSTART;VALUE=DATE:19991225", "RRULE:FREQ=YEARLY", "SUMMARY:Christmas"), "2026-12-25 00:00-24:00 Christmas, 2027-12-25 00:00-24:00 Christmas"},
		{"Thanksgiving", event("DTSTART;VALUE=DATE:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"), "2026-11-26 00:00-24:00 , 2027-11-25 00:00-24:00 "},
		{"the last Monday of May", event("DTSTART;VALUE=DATE:20200525", "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;WKST=SU"), "2026-05-25 00:00-24:00 , 2027-05-31 00:00-24:00 "},
		{"the last day of February", event("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"), "2026-02-28 00:00-24:00 , 2027-02-28 00:00-24:00 "},
		{"29 February", event("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"), ""},
		{"so many times", event("DTSTART;VALUE=DATE:20240501", "RRULE:FREQ=YEARLY;COUNT=3"), "2026-05-01 00:00-24:00 "},
		{"every other year", event("DTSTART;VALUE=DATE:20230501", "RRULE:FREQ=YEARLY;INTERVAL=2"), "2027-05-01 00:00-24:00 "},
		{"until", event("DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=YEARLY;UNTIL=20261231"), "2026-05-01 00:00-24:00 "},
		{"but not then", event("DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20260501,20280501"), "2027-05-01 00:00-24:00 "},
		{"over the new year", event("DTSTART;VALUE=DATE:20201230", "DTEND;VALUE=DATE:20210102", "RRULE:FREQ=YEARLY;UNTIL=20251231"), "2026-01-01 00:00-24:00 "},
	} {
		t.Run(c.name, func(t *testing.T) {
			zone, err := time.LoadLocation("Asia/Shanghai")
			if err != nil {
				t.Fatal(err)
			}
			all, err := ReadICal(strings.NewReader(c.text), "f", zone, day26(t, "2026-01-01"), day26(t, "2027-12-31"))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, x := range all {
				what := x.Hours.String()
				if x.Work {
					what = "works"
				}
				got = append(got, x.Date.String()+" "+what+" "+x.Name.EN+x.Name.ZH)
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("\n got %s\nwant %s", strings.Join(got, ", "), c.want)
			}
		})
	}
}

func TestReadICalSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a web page", "<html>", "f: is not an iCalendar file, which begins with BEGIN:VCALENDAR; take the address that the site calls iCal or .ics"},
		{"Latin 1", "BEGIN:VCALENDAR\r\nSUMMARY:\xe9", "f: is not UTF-8; save it as UTF-8"},
		{"no start", event("SUMMARY:x"), "f:3: the event has no DTSTART; take another feed"},
		{"no date", event("DTSTART:tomorrow"), `f:4: "tomorrow" is not a date such as 20261001 or a time such as 20261001T090000`},
		{"no such day", event("DTSTART;VALUE=DATE:20260230"), `f:4: "20260230" is not a date such as 20261001 or a time such as 20261001T090000`},
		{"no such zone", event("DTSTART;TZID=\"China Standard Time\":20261001T090000"), `f:4: "China Standard Time" is not a time zone that I know; take a feed with zones such as Asia/Shanghai`},
		{"backward", event("DTSTART;VALUE=DATE:20261003", "DTEND;VALUE=DATE:20261001"), "f:3: the event does not last from a minute to 400 days; take another feed"},
		{"no end", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261003", "f:2: the event has no end; save the whole feed"},
		{"every week", event("DTSTART;VALUE=DATE:20261003", "RRULE:FREQ=WEEKLY"), `f:5: the rule "FREQ=WEEKLY" does not come every year; a holiday does, so take a feed of holidays only`},
		{"every second", event("DTSTART;VALUE=DATE:20261003", "RRULE:FREQ=YEARLY;BYSECOND=1"), `f:5: the rule "FREQ=YEARLY;BYSECOND=1" has BYSECOND=1, which I do not know; write the event out for each year`},
		{"thirteenth month", event("DTSTART;VALUE=DATE:20261003", "RRULE:FREQ=YEARLY;BYMONTH=13"), `f:5: the rule "FREQ=YEARLY;BYMONTH=13" has BYMONTH=13, which cannot be; take another feed`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadICal(strings.NewReader(c.text), "f", time.UTC, 0, 30_000)
			if err == nil || err.Error() != c.want {
				t.Errorf("\n got %v\nwant %s", err, c.want)
			}
		})
	}
}

// FuzzReadICal: no feed breaks it, and what it gives lies where it was asked
// for and can be put into a calendar.
func FuzzReadICal(f *testing.F) {
	f.Add(event("DTSTART;VALUE=DATE:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=9", "SUMMARY:x"))
	f.Add(event("DTSTART;TZID=Europe/Berlin:20261231T140000", "DTEND:20270101T100000Z", "EXDATE:20261231"))
	f.Add(event("DTSTART;VALUE=DATE:20261010", "DTEND;VALUE=DATE:20261013", "SUMMARY:补班"))
	week := slm.Week{}
	for day := range week {
		week[day] = []slm.Hours{{From: 9 * time.Hour, To: 17 * time.Hour}}
	}
	f.Fuzz(func(t *testing.T, text string) {
		all, err := ReadICal(strings.NewReader(text), "f", time.FixedZone("", 3600), 20_000, 20_800)
		if err != nil {
			return
		}
		for _, x := range all {
			if x.Date < 20_000 || x.Date > 20_800 || x.From < 0 || x.From >= x.To || x.To > 24*time.Hour {
				t.Fatalf("%+v", x)
			}
		}
		c := slm.NamedCalendar{Code: "X", Zone: "UTC", Week: week}
		if _, _, err := c.With(all); err != nil {
			t.Fatal(err)
		}
	})
}
