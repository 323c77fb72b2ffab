package commands

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"steward/slm"
)

// A voice speaks to one reader: in the reader's language, time zone, and with
// the people of one directory.
type voice struct {
	lang slm.Lang
	zone *time.Location
	dir  *slm.Directory
	self string // Slack id of the reader: people are "you" to themselves
	// guest says that the reader is no colleague: why somebody is away is none
	// of their business.
	guest bool
	// past says that it speaks of another day, on which it is not known who had
	// an account.
	past bool
}

func (r Request) voice() voice {
	zone := r.Zone
	if zone == nil {
		zone = time.UTC
	}
	return voice{lang: r.Lang, zone: zone, dir: r.Dir, self: r.SlackID, guest: r.Guest}
}

// say gives the sentence under key with its slots filled: pairs of a slot's
// name and its value. A Markup goes in as it is, everything else is escaped.
// "{n|answer|answers}" chooses by the number in slot n.
func (v voice) say(key string, pairs ...any) Markup {
	text, ok := words[key]
	if !ok {
		return Markup("⟦" + key + "⟧") // a test makes sure that this is never seen
	}
	return Markup(smooth(fill(text.In(v.lang), pairs)))
}

// smooth makes "you" fit where a name would stand: a capital at the beginning
// of an English sentence, no spaces around it in Chinese.
func smooth(sentence string) string {
	if rest, found := strings.CutPrefix(sentence, "you"); found && (rest == "" || !unicode.IsLetter(rune(rest[0]))) {
		sentence = "You" + rest
	}
	before, after, found := strings.Cut(sentence, "您")
	for out := ""; ; before, after, found = strings.Cut(after, "您") {
		if !found {
			return out + before
		}
		if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " ")); unicode.Is(unicode.Han, last) {
			before = strings.TrimRight(before, " ")
		}
		if next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " ")); unicode.Is(unicode.Han, next) {
			after = strings.TrimLeft(after, " ")
		}
		out += before + "您"
	}
}

// plain is say for places that show no markup, such as buttons.
func (v voice) plain(key string, pairs ...any) string {
	return unescape(string(v.say(key, pairs...)))
}

func fill(sentence string, pairs []any) string {
	slots := make(map[string]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		slots[pairs[i].(string)] = value(pairs[i+1])
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		slot, after, _ := strings.Cut(rest, "}")
		name, forms, plural := strings.Cut(slot, "|")
		if plural {
			singular, many, _ := strings.Cut(forms, "|")
			if slots[name] == "1" {
				many = singular
			}
			b.WriteString(many)
		} else {
			b.WriteString(slots[name])
		}
		sentence = after
	}
}

func value(v any) string {
	switch v := v.(type) {
	case Markup:
		return string(v)
	case string:
		return escape(v)
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case fmt.Stringer:
		return escape(v.String())
	}
	return escape(fmt.Sprint(v))
}

// who names a person: "you" to themselves, a mention to others, the plain name
// when there is no Slack account.
func (v voice) who(p *slm.Person) Markup {
	switch {
	case p == nil:
		return v.say("somebody")
	case p.SlackID == "":
		return Markup(escape(p.Name.In(v.lang)))
	case p.SlackID == v.self:
		return Markup(words["you"].In(v.lang)) // not said yet: smooth looks at whole sentences
	}
	return Markup("<@" + p.SlackID + ">")
}

// person is who for an id.
func (v voice) person(id int64) Markup { return v.who(v.dir.Person(id)) }

// at tells a moment in the reader's time zone, without the date if it is the
// same day as now.
func (v voice) at(t, now time.Time) Markup {
	t, now = t.In(v.zone), now.In(v.zone)
	if t.YearDay() == now.YearDay() && t.Year() == now.Year() {
		return Markup(t.Format("15:04"))
	}
	return v.day(t, now) + Markup(t.Format(" 15:04"))
}

// date tells the day of a record, such as the first day of an assignment. It
// begins at midnight of the company, so it is told in the company's zone:
// elsewhere it would be the day before.
func (v voice) date(t, now time.Time) Markup {
	if zone, err := time.LoadLocation(v.dir.Zone); err == nil {
		v.zone = zone
	}
	return v.day(t, now)
}

// starts tells the first day of a cover that begins at midnight, and otherwise
// the moment.
func (v voice) starts(c *slm.Cover, now time.Time) Markup {
	if zone := v.midnight(c, c.From); zone != nil {
		v.zone = zone
		return v.day(c.From, now)
	}
	return v.at(c.From, now)
}

// until tells the last day of a cover that ends at midnight, and otherwise the
// moment.
func (v voice) until(c *slm.Cover, now time.Time) Markup {
	if zone := v.midnight(c, c.To); zone != nil {
		v.zone = zone
		return v.day(c.To.In(zone).AddDate(0, 0, -1), now)
	}
	return v.at(c.To, now)
}

// midnight gives the zone in which a day of a cover begins at the time, or nil:
// the company's, in which files are read, or that of the person who is away, in
// which forms are.
func (v voice) midnight(c *slm.Cover, t time.Time) *time.Location {
	zones := []string{v.dir.Zone}
	if p := v.dir.Person(c.Person); p != nil {
		zones = append(zones, p.Zone)
	}
	for _, name := range zones {
		if zone, err := time.LoadLocation(name); err == nil {
			if t := t.In(zone); t.Hour() == 0 && t.Minute() == 0 {
				return zone
			}
		}
	}
	return nil
}

// count writes a large number with separators: "1,901,673".
func count(n int64) Markup {
	digits := strconv.FormatInt(n, 10)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return Markup(digits)
}

// day tells a date, without the year if it is the same as now's.
func (v voice) day(t, now time.Time) Markup {
	t, now = t.In(v.zone), now.In(v.zone)
	layout := "2 Jan"
	if v.lang == slm.Chinese {
		layout = "1月2日"
	}
	if t.Year() != now.Year() {
		if layout += " 2006"; v.lang == slm.Chinese {
			layout = "2006年1月2日"
		}
	}
	return Markup(t.Format(layout))
}

// zoneOf gives the time zone in which an agreement's months begin and end.
func (v voice) zoneOf(code string) *time.Location {
	if a := v.dir.Agreement(code); a != nil {
		if zone, err := time.LoadLocation(a.Zone); err == nil {
			return zone
		}
	}
	return v.zone
}

// month tells a month such as "June 2026".
func (v voice) month(t time.Time) Markup {
	if v.lang == slm.Chinese {
		return Markup(t.Format("2006年1月"))
	}
	return Markup(t.Format("January 2006"))
}

// role names a role.
func (v voice) role(key slm.RoleKey) Markup {
	if v.dir != nil {
		if role, ok := v.dir.Role(key); ok {
			return Markup(escape(role.Name.In(v.lang)))
		}
	}
	return Markup(escape(string(key)))
}

// text escapes words that exist in both languages.
func (v voice) text(t slm.Text) Markup { return Markup(escape(t.In(v.lang))) }

// Refusal gives a refusal's words for its reader: one sentence, what to do
// instead, and a way to ask somebody who may.
func (d *Desk) Refusal(r Request, e *slm.Error) Reply {
	v := r.voice()
	pairs := make([]any, len(e.Args))
	for i, arg := range e.Args {
		pairs[i] = arg
	}
	reply := Reply{}
	if text, ok := e.Sentence(); ok { // of a pure package, which has its own words
		reply.Text = v.text(text)
	} else {
		reply.Text = v.say("refuse."+e.Key, pairs...)
	}
	if e.Hint != "" && e.Kind != slm.Forbidden {
		reply.Text += "\n" + v.say("refuse.try", "hint", e.Hint)
	}
	if e.Kind != slm.Forbidden || len(e.Who) == 0 {
		return reply
	}
	i := slices.IndexFunc(e.Who, func(rung slm.Rung) bool { return rung.Person != nil })
	if i < 0 {
		reply.Text += "\n" + v.say("refuse.nobody", "role", v.role(e.Who[0].Role))
		return reply
	}
	may := e.Who[i].Person
	reply.Text += "\n" + v.say("refuse.may", "person", v.who(may), "role", v.role(e.Who[i].Role))
	reply.Parts = []Part{{Body: reply.Text}}
	if r.Person != nil && e.Hint != "" {
		reply.Parts = append(reply.Parts, Part{Buttons: []Button{{
			Label:  v.plain("refuse.ask", "person", may.Name.In(v.lang)),
			Action: askThem.ID, Value: strconv.FormatInt(may.ID, 10) + " " + e.Hint,
		}}})
	}
	return reply
}

// Notice gives a form that only says something.
func Notice(r Request, reply Reply) Form {
	v := r.voice()
	return Form{Title: v.plain("notice.title"), Cancel: v.plain("notice.close"), Body: reply.Text}
}

// Sorry gives the words for an internal error: only a reference is shown.
func Sorry(lang slm.Lang, ref string) Reply {
	return Reply{Text: voice{lang: lang}.say("sorry", "ref", ref)}
}
