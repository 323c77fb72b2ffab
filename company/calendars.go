package company

import (
	"errors"
	"slices"
	"time"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// days are the keys of a week, in the order in which it is written.
var days = []struct {
	key string
	day time.Weekday
}{
	{"mon", time.Monday},
	{"tue", time.Tuesday},
	{"wed", time.Wednesday},
	{"thu", time.Thursday},
	{"fri", time.Friday},
	{"sat", time.Saturday},
	{"sun", time.Sunday},
}

// spansOfDays are further keys of a week: from the first to the last of days.
var spansOfDays = []struct {
	key         string
	first, last int
}{{"mon-thu", 0, 3}, {"mon-fri", 0, 4}, {"mon-sat", 0, 5}, {"mon-sun", 0, 6}, {"sat-sun", 5, 6}}

func (r *reader) calendar(n *yaml.Node) {
	f := r.fields(n, "a calendar", "code", "name", "zone", "week", "holidays", "make-up hours", "exceptions")
	code := f.must("code", "OFFICE-CN")
	zone, _ := r.zoneOf(f)
	c := slm.NamedCalendar{
		Code:    r.code(code),
		Version: 1,
		Name:    r.text(f.must("name", "{en: Office hours, zh: 办公时间}")),
		Zone:    zone,
		Country: oneOf(r, f.may("holidays"), "a country whose holidays are known", slm.Countries()...),
		MakeUp:  r.hours(f.may("make-up hours"), "make-up hours"),
	}
	week := f.must("week", "{mon-fri: [09:00-17:00]}")
	if week != nil {
		c.Week = r.week(week)
	}
	if makeUp := f.may("make-up hours"); makeUp != nil && c.Country == "" && f.may("holidays") == nil {
		r.problems.add(makeUp.Line, `"make-up hours" are those of working days that replace holidays; write holidays: CN, too`)
	}
	each(r, f.may("exceptions"), "exceptions", func(n *yaml.Node) { r.exception(n, &c) })
	if _, err := c.Calendar(); refused(err) == "calendar.closed" && week != nil {
		r.problems.add(week.Line, "the calendar never opens; give one day hours at least, such as mon: [09:00-17:00]")
	}
	r.calendars.enter(code, c.Code, len(r.dir.Calendars))
	r.dir.Calendars = append(r.dir.Calendars, c)
}

func (r *reader) week(n *yaml.Node) (week slm.Week) {
	var keys []string
	for _, d := range days {
		keys = append(keys, d.key)
	}
	for _, s := range spansOfDays {
		keys = append(keys, s.key)
	}
	f := r.fields(n, "a week", keys...)
	for _, d := range days {
		week[d.day] = r.hours(f.may(d.key), d.key)
	}
	for _, s := range spansOfDays {
		node := f.may(s.key)
		hours := r.hours(node, s.key)
		for _, d := range days[s.first : s.last+1] {
			if len(hours) > 0 && week[d.day] != nil {
				r.problems.add(node.Line, "%s has hours twice; take one of the two out", d.key)
				break
			}
			if hours != nil {
				week[d.day] = slices.Clone(hours)
			}
		}
	}
	return week
}

func (r *reader) exception(n *yaml.Node, c *slm.NamedCalendar) {
	f := r.fields(n, "an exception", "date", "hours", "name")
	node := f.must("date", "2026-12-24")
	e := slm.Exception{Hours: r.hours(f.may("hours"), "hours"), Name: r.text(f.may("name"))}
	date := r.value(node)
	if date == "" {
		return
	}
	var err error
	if e.Date, err = slm.ParseDate(date); err != nil || !dayForm.MatchString(date) {
		r.problems.add(node.Line, "%q is not a day from 1970-01-01 to 2199-12-31; write one such as 2026-12-24", short(date))
		return
	}
	if slices.ContainsFunc(c.Exceptions, func(other slm.Exception) bool { return other.Date == e.Date }) {
		r.problems.add(node.Line, "the calendar has an exception for %s already; write all its hours in one", date)
		return
	}
	c.Exceptions = append(c.Exceptions, e)
}

// hours reads the open time of a day, and gives nil for none.
func (r *reader) hours(n *yaml.Node, what string) []slm.Hours {
	var all []slm.Hours
	each(r, n, what, func(n *yaml.Node) {
		s := r.value(n)
		if s == "" {
			return
		}
		h, err := slm.ParseHours(s)
		switch refused(err) {
		case "":
			all = append(all, h)
		case "hours.backward":
			r.problems.add(n.Line, "%q ends before it starts; a night is two spans, until 24:00 and from 00:00 on the next day", short(s))
		default:
			r.problems.add(n.Line, "%q are no hours; write them as 09:00-17:00, with 24:00 for the end of the day", short(s))
		}
	})
	if len(all) < 2 {
		return all
	}
	if _, err := slm.NewCalendar(time.UTC, slm.Week{all}, nil); err != nil {
		r.problems.add(n.Line, "hours of %s overlap; write each hour once", what)
		return nil
	}
	return all
}

// refused gives the key of a refusal, or nothing for other errors and none.
func refused(err error) string {
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		return refusal.Key
	}
	return ""
}

// calendarNamed reads the code of a calendar; that of the one which is never
// closed needs no entry.
func (r *reader) calendarNamed(n *yaml.Node) string {
	if n != nil && n.Value == slm.Always {
		return slm.Always
	}
	return r.calendars.wantCode(n)
}

func (w *drawing) calendar(c *slm.NamedCalendar) *yaml.Node {
	week := flow(mapping())
	for _, d := range days {
		if hours := hourList(c.Week[d.day]); hours != nil {
			week.Content = append(week.Content, word(d.key), hours)
		}
	}
	n := mapping("code", word(c.Code), "name", text(c.Name), "zone", w.foreign(c.Zone), "week", week,
		"holidays", word(c.Country), "make-up hours", hourList(c.MakeUp))
	if len(c.Exceptions) > 0 {
		all := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		for _, e := range c.Exceptions {
			date := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!timestamp", Value: e.Date.String()}
			all.Content = append(all.Content, flow(mapping("date", date, "hours", hourList(e.Hours), "name", text(e.Name))))
		}
		n.Content = append(n.Content, word("exceptions"), all)
	}
	return n
}

func hourList(hours []slm.Hours) *yaml.Node {
	words := make([]string, len(hours))
	for i, h := range hours {
		words[i] = h.String()
	}
	return list(words)
}
