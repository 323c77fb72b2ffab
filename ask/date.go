package ask

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A moment is a day that a question speaks of.
type moment struct {
	at    time.Time // noon of the day; zero if none was said
	exact bool      // a day was said, and not a month or a year, for which its first day stands
	of    bool      // said of a thing, as in "last month's report"
	ends  bool      // the day on which a thing ends, as in "it expires in August"
	start bool      // perhaps the day on which a thing begins, as in "it starts in August"
}

// about is the day that the meaning is about. Who does an activity is asked for
// now, unless a day was said: "who writes last month's report" is no question
// about last month.
func (d moment) about(m Meaning) time.Time {
	if d.ends || m.active && (d.of || !d.exact) {
		return time.Time{}
	}
	return d.at
}

// A calendar turns what was said into days, seen from the day of the question.
type calendar struct {
	now   time.Time
	month time.Time // of which a day is said next; zero if none was said
	tense int       // of the question: -1 past, 1 future, 0 unknown
}

// A dating is one way to say a day. Day gets what the groups matched, and gives
// a zero time for what is no day after all.
type dating struct {
	pattern *regexp.Regexp
	exact   bool
	day     func(c calendar, said []string) time.Time
}

var (
	pastTense   = regexp.MustCompile(`(?i)\b(?:was|were|did|had|used to|ago|back then|previously)\b|当时|那时|那会|曾|之前|原来|以前`)
	futureTense = regexp.MustCompile(`(?i)\b(?:will|ll|going to|gonna|shall|would|becomes|upcoming|starting)\b|将|会是|以后|起|之后|到时`)
	nowadays    = regexp.MustCompile(`(?i)\b(?:now|currently|at the moment|at present)\b|现在|目前|如今|当前|眼下`)
	possessive  = regexp.MustCompile(`^\s*(?:['’]s\b|的(?:[^时]|$))`)
	endsBefore  = regexp.MustCompile(`(?i)\b(?:expir\w*|ends?|ending|r[ua]ns? out|lapses?)\s*(?:(?:on|at|in|by)(?: the)?)?\s*$`)
	startBefore = regexp.MustCompile(`(?i)\b(?:starts?|starting|begins?|beginning|effective|takes? effect|in force|kicks? in)\s*(?:(?:on|at|in|from|as of)(?: the)?)?\s*$`)
	startAfter  = regexp.MustCompile(`^\s*(?:就|将|要|才|会|正式|开始)*(?:生效|起|开始|启用|实施)`)
	bracketed   = regexp.MustCompile(`[今去明前后]年\s*[（(]\s*(20\d{2})年?\s*[)）]`)
	endsAfter   = regexp.MustCompile(`^\s*(?:就|将|要|才|会)?(?:到期|过期|届满|截止|结束)`)
	apart       = regexp.MustCompile(`(\d) +([年月日号天周个])|([年月]) +(\d)`)
)

// when takes the days out of a text and gives the first. Names reports whether
// a number is part of some name, so that it is no year.
func when(text string, now time.Time, names func(string) bool) (rest string, said moment) {
	datings := datingsFor(text)
	if now.IsZero() || len(datings) == 0 {
		return text, said
	}
	c := calendar{now: now}
	switch past, future := pastTense.MatchString(text), futureTense.MatchString(text); {
	case past && !future:
		c.tense = -1
	case future && !past:
		c.tense = 1
	}
	text = bracketed.ReplaceAllString(apart.ReplaceAllString(text, "$1$2$3$4"), "${1}年")
	for _, d := range datings {
		for from := 0; ; {
			at := d.pattern.FindStringSubmatchIndex(text[from:])
			if at == nil {
				break
			}
			groups := make([]string, len(at)/2)
			for i := range groups {
				if at[2*i] >= 0 {
					groups[i] = strings.ToLower(text[from+at[2*i] : from+at[2*i+1]])
				}
			}
			day := d.day(c, groups)
			if day.IsZero() || len(groups) == 2 && names(groups[1]) || inName(text, from+at[0], from+at[1], names) {
				from += at[1]
				continue
			}
			if said.at.IsZero() || d.exact && !said.exact && !c.month.IsZero() {
				before, after := text[:from+at[0]], text[from+at[1]:]
				said = moment{
					at: day, exact: d.exact, of: possessive.MatchString(after),
					ends:  endsBefore.MatchString(before) || endsAfter.MatchString(after),
					start: startBefore.MatchString(before) || startAfter.MatchString(after),
				}
			}
			if !d.exact {
				c.month = day
			}
			text = text[:from+at[0]] + " " + text[from+at[1]:]
			from += at[0] + 1
		}
	}
	return text, said
}

// datingsFor gives those datings that a text may have: most questions say no day,
// and need not be searched for sixty ways to say one.
func datingsFor(text string) []dating {
	digits := strings.ContainsAny(text, "0123456789")
	var fit []dating
	if digits || english(strings.ToLower(text)) {
		fit = latinDatings
	}
	if strings.ContainsAny(text, hanTimes) {
		fit = append(slices.Clip(fit), hanDatings...)
	}
	return fit
}

// hanTimes are characters without which no day is said in Chinese.
const hanTimes = "年月季日号周星礼天儿元旦圣安跨春节大端午中秋劳五国十"

// english reports whether a text in lower case has a part of a word for a time.
func english(text string) bool {
	for _, stem := range [...]string{
		"day", "week", "month", "year", "quarter", "tomorrow", "tue", "wed", "thu", "fri", "ago", "christmas", "xmas", "festival", "autumn",
		"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
	} {
		if strings.Contains(text, stem) {
			return true
		}
	}
	return false
}

// inName reports whether the word between two places of the text is a part of a
// name that more of is said beside it, as in "Nguyen Thu Ha".
func inName(text string, from, to int, names func(string) bool) bool {
	word := strings.ToLower(strings.TrimSpace(text[from:to]))
	if strings.ContainsAny(word, "0123456789") || len(word) > 3 || !names(word) {
		return false
	}
	before, after := strings.Fields(strings.ToLower(text[:from])), strings.Fields(strings.ToLower(text[to:]))
	return len(before) > 0 && names(before[len(before)-1]) || len(after) > 0 && names(after[0])
}

// on gives noon of a day. A month or day that does not exist is none.
func (c calendar) on(year, month, day int) time.Time {
	t := time.Date(year, time.Month(month), day, 12, 0, 0, 0, c.now.Location())
	if t.Day() != day || int(t.Month()) != month || year < 1990 || year > 2100 {
		return time.Time{}
	}
	return t
}

// near gives the day of the year that fits the tense of the question, of this
// year where that does not tell. Span is how long what was said lasts, in days.
func (c calendar) near(month, day, span int) time.Time {
	t := c.on(c.now.Year(), month, day)
	if t.IsZero() {
		return t
	}
	switch {
	case c.tense < 0 && t.After(c.now):
		return c.on(t.Year()-1, month, day)
	case c.tense > 0 && t.AddDate(0, 0, span).Before(c.now):
		return c.on(t.Year()+1, month, day)
	}
	return t
}

// after gives the day so many years, months and days from today.
func (c calendar) after(years, months, days int) time.Time {
	return c.on(c.now.Year(), int(c.now.Month()), c.now.Day()).AddDate(years, months, days)
}

// ofMonth gives a day of the month that was said, of this one where none was.
func (c calendar) ofMonth(day int) time.Time {
	if c.month.IsZero() {
		return c.on(c.now.Year(), int(c.now.Month()), day)
	}
	return c.on(c.month.Year(), int(c.month.Month()), day)
}

// monthFrom gives the first day of the month so many months from this one.
func (c calendar) monthFrom(months int) time.Time {
	first := c.on(c.now.Year(), int(c.now.Month()), 1)
	return first.AddDate(0, months, 0)
}

// weekday gives a day, 1 for Monday to 7, of the week so many weeks from this.
func (c calendar) weekday(weeks, day int) time.Time {
	today := (int(c.now.Weekday()) + 6) % 7
	return c.after(0, 0, 7*weeks+day-1-today)
}

// thatDay gives the weekday that was or comes next, as the tense says.
func (c calendar) thatDay(day int) time.Time {
	t := c.weekday(0, day)
	today := c.after(0, 0, 0)
	switch {
	case c.tense < 0 && !t.Before(today):
		return t.AddDate(0, 0, -7)
	case c.tense >= 0 && t.Before(today):
		return t.AddDate(0, 0, 7)
	}
	return t
}

// edge moves the first day of a span to its last, where that was said.
func edge(first time.Time, said string, months int) time.Time {
	if strings.HasPrefix(said, "end") || strings.ContainsAny(said, "底末") {
		return first.AddDate(0, months, -1)
	}
	return first
}

// from gives the day so many units from today, back with a negative number.
func (c calendar) from(n int, unit string) time.Time {
	switch {
	case strings.HasPrefix(unit, "day"), unit == "天":
		return c.after(0, 0, n)
	case strings.HasPrefix(unit, "week"), strings.ContainsAny(unit, "周星礼"):
		return c.after(0, 0, 7*n)
	case strings.HasPrefix(unit, "month"), strings.Contains(unit, "月"):
		return c.after(0, n, 0)
	}
	return c.after(n, 0, 0)
}

// number reads a number in digits, in English or in Chinese, up to 99.
func number(said string) int {
	if n, err := strconv.Atoi(said); err == nil {
		return n
	}
	for i, word := range strings.Fields("zero one two three four five six seven eight nine ten") {
		if said == word {
			return i
		}
	}
	switch said {
	case "a", "an":
		return 1
	case "两":
		return 2
	}
	n, digit := 0, 0
	for _, r := range said {
		if r == '十' {
			n, digit = 10*max(digit, 1), 0
			continue
		}
		for i, d := range []rune("零一二三四五六七八九") {
			if r == d {
				digit = i
			}
		}
	}
	return n + digit
}

// monthOf reads the name of a month or its number.
func monthOf(said string) int {
	for i, m := range strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec") {
		if strings.HasPrefix(said, m) {
			return i + 1
		}
	}
	return number(said)
}

// dayOf reads the name of a weekday, 1 for Monday to 7.
func dayOf(said string) int {
	for i, d := range strings.Fields("mon tue wed thu fri sat sun") {
		if strings.HasPrefix(said, d) {
			return i + 1
		}
	}
	if said == "天" || said == "日" {
		return 7
	}
	if said == "末" || said == "weekend" {
		return 6
	}
	return number(said)
}
