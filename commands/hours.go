package commands

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"steward/slm"
)

var hours = Command{Name: "calendar", Usage: "usage.calendar", About: "about.calendar", Run: runHours}

// How far ahead a calendar is told, and how many calendars and special days
// one answer shows.
const (
	daysAhead      = 60
	calendarsShown = 20
	specialShown   = 15
)

// runHours shows when a calendar is open: now, in the week of a date, and on
// the holidays and make-up days that follow. Without a calendar's code it
// shows a line for each.
func runHours(_ context.Context, d *Desk, r Request) (Reply, error) {
	words, date, err := cutDate(r)
	if err != nil {
		return Reply{}, err
	}
	calendars, err := d.calendars(r, words)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	if len(calendars) == 1 {
		return v.calendar(r, calendars[0], date)
	}
	return v.calendarList(r, calendars)
}

// cutDate takes a date off the end of what was typed. There is none, or today
// is meant, where it gives nil.
func cutDate(r Request) (words string, date *slm.Date, err error) {
	fields := strings.Fields(r.Text)
	if len(fields) == 0 {
		return "", nil, nil
	}
	last := fields[len(fields)-1]
	on, err := slm.ParseDate(last)
	if err == nil {
		return strings.Join(fields[:len(fields)-1], " "), &on, nil
	}
	if last[0] >= '0' && last[0] <= '9' && last != slm.Always {
		return "", nil, slm.Refuse(slm.Invalid, "date", "value", last)
	}
	return strings.Join(fields, " "), nil, nil
}

// calendars gives the calendar with a code or name, those that an agreement
// or a service counts in, or all where nothing is named.
func (d *Desk) calendars(r Request, words string) ([]*slm.NamedCalendar, error) {
	var all []*slm.NamedCalendar
	for i := range r.Dir.Calendars {
		c := &r.Dir.Calendars[i]
		if words != "" && slices.ContainsFunc([]string{c.Code, c.Name.EN, c.Name.ZH}, func(s string) bool { return strings.EqualFold(s, words) }) {
			return []*slm.NamedCalendar{c}, nil
		}
		all = append(all, c)
	}
	if words == "" {
		if len(all) == 0 {
			return nil, slm.Refuse(slm.NotFound, "calendars")
		}
		return all, nil
	}
	var agreements []*slm.Agreement
	a, s, err := d.find(r, words)
	switch {
	case err != nil:
		return nil, slm.Refuse(slm.NotFound, "calendar", "words", words).Try("/sla calendar")
	case a != nil:
		agreements = []*slm.Agreement{a}
	default:
		agreements = agreementsOn(r.Dir, s.Code)
	}
	all = slices.DeleteFunc(all, func(c *slm.NamedCalendar) bool {
		return !slices.ContainsFunc(agreements, func(a *slm.Agreement) bool { return countsIn(a, c.Code) })
	})
	if len(all) == 0 {
		return nil, slm.Refuse(slm.NotFound, "calendar.always", "words", words)
	}
	return all, nil
}

// countsIn reports whether an agreement or one of its targets counts in the
// hours of a calendar.
func countsIn(a *slm.Agreement, code string) bool {
	return a.Calendar == code || slices.ContainsFunc(a.Targets, func(t slm.Target) bool { return t.Calendar == code })
}

// calendarList says of each calendar whether it is open, and until when.
func (v voice) calendarList(r Request, calendars []*slm.NamedCalendar) (Reply, error) {
	title := v.say("hours.title", "n", len(calendars))
	body := title
	for _, n := range calendars[:min(calendarsShown, len(calendars))] {
		c, err := n.Calendar()
		if err != nil {
			return Reply{}, err
		}
		body += "\n" + v.say("hours.line", "code", n.Code, "name", v.text(n.Name), "now", v.openNow(c, r.At))
	}
	reply := Reply{Text: title, Parts: []Part{{Body: body}}}
	if more := len(calendars) - calendarsShown; more > 0 {
		reply.Parts = append(reply.Parts, Part{Note: v.say("list.more", "n", more)})
	}
	reply.Parts = append(reply.Parts, Part{Note: v.say("hours.how")})
	return reply, nil
}

// calendar shows one calendar, in the week of a date or of today.
func (v voice) calendar(r Request, n *slm.NamedCalendar, date *slm.Date) (Reply, error) {
	c, err := n.Calendar()
	if err != nil {
		return Reply{}, err
	}
	today := slm.DateOf(r.At.In(c.Zone()))
	on := today
	if date != nil {
		on = *date
	}
	title := v.say("hours.head", "code", n.Code, "name", v.text(n.Name))
	last := max(on, today) + daysAhead
	special, err := n.SpecialDays(on-6, last)
	if err != nil {
		return Reply{}, err
	}
	v.zone = c.Zone() // days and hours are those of the calendar
	now := r.voice().openNow(c, r.At)
	parts := []Part{{Body: title + "\n" + now}, {Body: v.week(r, c, on, special)}}
	parts = append(parts, Part{Body: v.say("hours.ahead", "n", daysAhead) + v.ahead(r, special, sundayOf(on)+1)})
	if year, has := n.HolidaysEnd(); has && last.Year() > year {
		parts = append(parts, Part{Body: v.say("hours.unknown", "country", n.Country, "year", strconv.Itoa(year))})
	}
	parts = append(parts, Part{Body: v.usedBy(n.Code)},
		Part{Note: v.say("hours.zone", "zone", n.Zone, "version", n.Version)})
	return Reply{Text: title + "\n" + now, Parts: parts}, nil
}

// openNow says whether a calendar is open, and when that changes, in the
// reader's zone and, where its clocks differ, in that of the calendar.
func (v voice) openNow(c *slm.Calendar, at time.Time) Markup {
	if c.Open(at) {
		end, ends := c.Closes(at)
		if !ends {
			return v.say("hours.always")
		}
		return v.say("hours.open", "at", v.both(c, end, at))
	}
	next, err := c.Next(at)
	if err != nil {
		return v.say("hours.never")
	}
	return v.say("hours.closed", "at", v.both(c, next, at))
}

// both tells a moment in the reader's zone and in that of a calendar.
func (v voice) both(c *slm.Calendar, t, now time.Time) Markup {
	here := v.at(t, now)
	if t.In(v.zone).Format("15:04") == t.In(c.Zone()).Format("15:04") {
		return here
	}
	return v.say("hours.there", "at", here, "there", Markup(t.In(c.Zone()).Format("15:04")), "zone", c.Zone().String())
}

// week lists the hours of the week in which a date lies, Monday first.
func (v voice) week(r Request, c *slm.Calendar, on slm.Date, special []slm.SpecialDay) Markup {
	monday := sundayOf(on) - 6
	lines := v.say("hours.week", "day", v.dayOf(monday, r))
	for date := monday; date < monday+7; date++ {
		key := "hours.day"
		if date == on {
			key = "hours.that"
		}
		line := v.hoursOf(c.On(date))
		if i := slices.IndexFunc(special, func(s slm.SpecialDay) bool { return s.Date == date }); i >= 0 {
			line += v.named(special[i])
		}
		lines += "\n" + v.say(key, "weekday", v.weekday(date), "day", v.dayOf(date, r), "hours", line)
	}
	return lines
}

// sundayOf gives the last day of a date's week.
func sundayOf(date slm.Date) slm.Date { return date + slm.Date((7-date.Weekday())%7) }

// ahead lists the special days from a date on; a row of the same is one line.
func (v voice) ahead(r Request, special []slm.SpecialDay, from slm.Date) Markup {
	special = slices.DeleteFunc(slices.Clone(special), func(s slm.SpecialDay) bool { return s.Date < from })
	if len(special) == 0 {
		return "\n" + v.say("hours.none")
	}
	var lines []string
	for len(special) > 0 {
		n := 1
		for n < len(special) && special[n].Date == special[n-1].Date+1 && special[n].Name == special[0].Name && slices.Equal(special[n].Hours, special[0].Hours) {
			n++
		}
		day := v.say("hours.on", "day", v.dayOf(special[0].Date, r), "weekday", v.weekday(special[0].Date))
		if n > 1 {
			day = v.say("hours.span", "from", day, "to", v.say("hours.on", "day", v.dayOf(special[n-1].Date, r), "weekday", v.weekday(special[n-1].Date)))
		}
		lines = append(lines, string(v.say("hours.special", "days", day, "hours", v.hoursOf(special[0].Hours)+v.named(special[0]))))
		special = special[n:]
	}
	if more := len(lines) - specialShown; more > 0 {
		lines = append(lines[:specialShown], "\n"+string(v.say("list.more", "n", more)))
	}
	return Markup(strings.Join(lines, ""))
}

// named says what a special day is.
func (v voice) named(s slm.SpecialDay) Markup {
	var notes []string
	if s.Name != (slm.Text{}) {
		notes = append(notes, string(v.text(s.Name)))
	}
	if s.MakeUp {
		notes = append(notes, string(v.say("hours.makeup")))
	}
	if len(notes) == 0 {
		return ""
	}
	return " · " + join(notes)
}

func (v voice) hoursOf(hours []slm.Hours) Markup {
	if len(hours) == 0 {
		return v.say("hours.rest")
	}
	var spans []string
	for _, h := range hours {
		spans = append(spans, h.String())
	}
	return Markup(strings.Join(spans, ", "))
}

// dayOf tells a date; v.zone is that of the calendar.
func (v voice) dayOf(date slm.Date, r Request) Markup {
	return v.day(date.In(v.zone, 12*time.Hour), r.At)
}

func (v voice) weekday(date slm.Date) Markup {
	return v.say("weekday." + strconv.Itoa(int(date.Weekday())))
}

// usedBy lists the agreements that count in a calendar's hours.
func (v voice) usedBy(code string) Markup {
	var codes []string
	for i := range v.dir.Agreements {
		if a := &v.dir.Agreements[i]; countsIn(a, code) {
			codes = append(codes, a.Code)
		}
	}
	if len(codes) == 0 {
		return v.say("hours.unused")
	}
	more := Markup("")
	if n := len(codes) - calendarsShown; n > 0 {
		codes, more = codes[:calendarsShown], " "+v.say("list.more", "n", n)
	}
	return v.say("hours.used", "codes", strings.Join(codes, ", "), "more", more)
}
