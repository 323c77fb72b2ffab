package company

import (
	"strings"
	"testing"
	"time"

	"steward/slm"
)

// promises are a company with calendars and targets of every kind.
const promises = `company: {zone: Asia/Shanghai}
parties: [{code: HR, side: business, name: HR}, {code: IT, side: internal, name: IT}]
services: [{code: MAIL, name: Mail}]
calendars:
  - code: OFFICE
    name: {en: Office hours, zh: 办公时间}
    week: {mon-fri: [09:00-12:00, 13:00-18:00], sat: [10:00-12:00]}
    holidays: CN
    make-up hours: [09:00-17:00]
    exceptions:
      - {date: 2026-12-24, hours: [09:00-12:00], name: Christmas Eve}
      - {date: 2026-12-31}
agreements:
  - code: SLA-1
    kind: SLA
    title: Mail
    provider: IT
    consumer: HR
    services: [MAIL]
    from: 2026-01-01
    to: 2026-12-31
    state: in force
    calendar: OFFICE
    notice: 2 months
    renewal: 1 year
    targets:
      - {key: up, name: up, objective: 99.9%, window: quarter}
      - {key: fast, name: fast, objective: 95%, at most: 300 ms, window: 30 days}
      - {key: liked, name: liked, value: mean, at least: 4.2 points}
      - {key: answer, name: answer, clock: response, within: 15m, priority: P1, calendar: 24x7}
      - {key: solve, name: solve, clock: resolution, within: 4h, objective: 95%}
`

func TestReadPromises(t *testing.T) {
	d, err := Read(strings.NewReader(promises), "f")
	if err != nil {
		t.Fatal(err)
	}
	a := d.Agreement("SLA-1")
	if a.Calendar != "OFFICE" || a.Notice != (slm.Term{Months: 2}) || a.Renewal != (slm.Term{Months: 12}) {
		t.Errorf("%+v", a)
	}
	month := slm.Window{Unit: slm.Month}
	for i, want := range []slm.Target{
		{Kind: slm.LevelTarget, Objective: 999_000, Window: slm.Window{Unit: slm.Quarter}},
		{Kind: slm.LevelTarget, Objective: 950_000, Bound: slm.Bound{Sense: slm.AtMost, At: 300_000_000, Unit: "ms"}, Window: slm.Window{Unit: slm.Rolling, Days: 30}},
		{Kind: slm.ValueTarget, Objective: slm.Whole, Statistic: slm.Mean, Bound: slm.Bound{Sense: slm.AtLeast, At: 4_200_000, Unit: "points"}, Window: month},
		{Kind: slm.ClockTarget, Objective: slm.Whole, Clock: "response", Within: 15 * time.Minute, Priority: "P1", Calendar: slm.Always, Window: month},
		{Kind: slm.ClockTarget, Objective: 950_000, Clock: "resolution", Within: 4 * time.Hour, Window: month},
	} {
		got := a.Targets[i]
		want.ID, want.Agreement, want.Key, want.Name = int64(i+1), "SLA-1", got.Key, got.Name
		if got != want {
			t.Errorf("target %s:\n got %+v\nwant %+v", got.Key, got, want)
		}
	}
	c, _, err := d.Calendar("OFFICE", "")
	if err != nil {
		t.Fatal(err)
	}
	for date, want := range map[string]time.Duration{
		"2026-06-15": 8 * time.Hour,   // a Monday
		"2026-06-20": 0,               // a Saturday of the Dragon Boat festival
		"2026-06-27": 2 * time.Hour,   // a Saturday
		"2026-10-01": 0,               // a holiday
		"2026-10-10": 8 * time.Hour,   // a working Saturday (调休)
		"2026-12-24": 3 * time.Hour,   // an exception
		"2026-12-31": 0,               // another
		"2026-12-25": 8 * time.Hour,   // no holiday in China
		"2026-12-27": 0 * time.Minute, // a Sunday
	} {
		day, _ := slm.ParseDate(date)
		if open := c.Between(day.In(c.Zone(), 0), (day+1).In(c.Zone(), 0)); open != want {
			t.Errorf("%s is open for %v, want %v", date, open, want)
		}
	}
}

// TestReadSaysWhatIsWrongWithPromises is TestReadSaysWhatIsWrong for
// calendars, terms and targets.
func TestReadSaysWhatIsWrongWithPromises(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"never open", "{mon-fri: [09:00-12:00, 13:00-18:00], sat: [10:00-12:00]}\n    holidays: CN\n    make-up hours: [09:00-17:00]\n    exceptions:\n      - {date: 2026-12-24, hours: [09:00-12:00], name: Christmas Eve}", "{mon: []}\n    exceptions:", "f:7: the calendar never opens; give one day hours at least, such as mon: [09:00-17:00]"},
		{"hours overlap", "13:00-18:00", "11:00-18:00", "f:7: hours of mon-fri overlap; write each hour once"},
		{"hours backward", "13:00-18:00", "22:00-06:00", `f:7: "22:00-06:00" ends before it starts; a night is two spans, until 24:00 and from 00:00 on the next day`},
		{"hours in words", "13:00-18:00", "1pm-6pm", `f:7: "1pm-6pm" are no hours; write them as 09:00-17:00, with 24:00 for the end of the day`},
		{"a day twice", "sat: [", "fri: [", "f:7: fri has hours twice; take one of the two out"},
		{"a day that is none", "sat: [", "caturday: [", `f:7: a week has no key "caturday"; its keys are mon, tue, wed, thu, fri, sat, sun, mon-thu, mon-fri, mon-sat, mon-sun, sat-sun`},
		{"country", "holidays: CN", "holidays: ATLANTIS", `f:8: "ATLANTIS" is not a country whose holidays are known; write AT, AU, BE, BR, CA, CH, CN, DE, DK, ES, FR, GB, HK, IE, IN, IT, JP, KR, MX, NL, NO, NZ, PL, PT, SE, SG, TW or US`},
		{"make-up without holidays", "holidays: CN", "zone: Asia/Shanghai", `f:9: "make-up hours" are those of working days that replace holidays; write holidays: CN, too`},
		{"exception twice", "{date: 2026-12-31}", "{date: 2026-12-24}", "f:12: the calendar has an exception for 2026-12-24 already; write all its hours in one"},
		{"exception on no day", "{date: 2026-12-31}", "{date: 31.12.2026}", `f:12: "31.12.2026" is not a day from 1970-01-01 to 2199-12-31; write one such as 2026-12-24`},
		{"exception without day", "{date: 2026-12-31}", "{hours: []}", `f:12: an exception needs "date"; write date: 2026-12-24`},
		{"no such calendar", "calendar: OFFICE", "calendar: OFICE", `f:23: there is no calendar "OFICE"; did you mean OFFICE?`},
		{"no such calendar of a clock", "calendar: 24x7", "calendar: NIGHT", `f:30: there is no calendar "NIGHT"; add it under "calendars:"`},
		{"notice", "2 months", "soon", `f:24: "soon" is not a length of time; write one such as 12 months, 90 days or 1 year`},
		{"renewal of what does not end", "to: 2026-12-31\n    ", "", `f:24: a renewal prolongs an agreement beyond its last day; write "to", too, or take "renewal" out`},
		{"window", "window: quarter", "window: 400 days", `f:27: "400 days" is not a window; write month, quarter, year or a number of days up to 366, such as 30 days`},
		{"level without objective", "objective: 99.9%, ", "", `f:27: a target needs "objective"; write objective: 99.9%`},
		{"level with a priority", "window: quarter", "priority: P1", `f:27: a share of what is good has no "priority"; take it out, or write "clock: response" for a time per case`},
		{"bound in words", "300 ms", "fast", `f:28: "fast" is not a number with a unit; write one such as 300 ms or 4.2 points, with at most six decimals`},
		{"two bounds", "at most: 300 ms", "at most: 300 ms, at least: 3 ms", `f:28: a bound is "at least" or "at most"; write two targets for both`},
		{"value with an objective", "value: mean", "value: mean, objective: 90%", `f:29: a value has no "objective"; take it out: the value itself is within its bound or is not`},
		{"value without a bound", ", at least: 4.2 points", "", `f:29: a value needs a bound; write "at least: 4.2 points" or "at most: 300 ms"`},
		{"statistic", "value: mean", "value: median", `f:29: "median" is not how values become one; write mean, highest, lowest or last`},
		{"clock and value", "clock: response", "clock: response, value: mean", "f:30: a target is a clock or a value; write two targets for both"},
		{"clock without time", "within: 15m, ", "", `f:30: a target needs "within"; write within: 4h`},
		{"clock with a bound", "within: 15m", "within: 15m, at most: 15 min", `f:30: a clock has no "at most"; its bound is "within", such as within: 4h`},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(promises, c.old, c.new, 1)
			if text == promises {
				t.Fatalf("the company has no %q to spoil", c.old)
			}
			if _, err := Read(strings.NewReader(text), "f"); err == nil || err.Error() != c.want {
				t.Errorf("\n got %v\nwant %s", err, c.want)
			}
		})
	}
}

// TestComparePromises: the plan says in words what becomes of calendars and
// targets.
func TestComparePromises(t *testing.T) {
	before, err := Read(strings.NewReader(promises), "f")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"hours of a day", "sat: [10:00-12:00]", "sat: [10:00-13:00]", "~ calendar OFFICE\n    sat: 10:00-12:00 -> 10:00-13:00"},
		{"hours of a date", "hours: [09:00-12:00], name", "name", "~ calendar OFFICE\n    hours on 2026-12-24: 09:00-12:00 -> closed"},
		{"notice", "notice: 2 months\n    ", "", "~ agreement SLA-1\n    notice: 2 months -> (none)"},
		{"time of a clock", "within: 15m", "within: 20m", "~ agreement SLA-1\n    within of answer: 15m -> 20m"},
		{"bound", "4.2 points", "4.0 points", "~ agreement SLA-1\n    at least of liked: 4.2 points -> 4 points"},
	} {
		t.Run(c.name, func(t *testing.T) {
			after, err := Read(strings.NewReader(strings.Replace(promises, c.old, c.new, 1)), "f")
			if err != nil {
				t.Fatal(err)
			}
			var lines []string
			for _, d := range Compare(before, after) {
				lines = append(lines, d.String())
			}
			if got := strings.Join(lines, "\n"); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}
