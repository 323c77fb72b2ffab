package ask

import (
	"regexp"
	"strings"
	"time"
	"unicode"
)

const (
	monthName = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
	dayName   = `(monday|tuesday|tues|tue|wednesday|wed|thursday|thurs|thu|friday|fri|saturday|sunday)`
	yearSaid  = `(?:,? (20\d{2}|(?:last|this|next) year)\b)?`
	count     = `(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)`
	units4    = `(day|week|month|year)s?`
	numeral   = `(\d{1,2}|[一二三四五六七八九十]{1,3})`
	counted   = `(\d{1,3}|[一二两三四五六七八九十]{1,3})`
)

func saying(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)` + pattern) }

// datings are the ways to say a day, longest first: what one takes, the next
// ones do not see.
var datings = append(feastDatings(), []dating{
	{saying(`\b(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})\b`), true, func(c calendar, s []string) time.Time {
		return c.on(number(s[1]), number(s[2]), number(s[3]))
	}},
	{saying(`\b(\d{1,2})[./](\d{1,2})[./](20\d{2})\b`), true, func(c calendar, s []string) time.Time {
		if day := c.on(number(s[3]), number(s[2]), number(s[1])); !day.IsZero() {
			return day
		}
		return c.on(number(s[3]), number(s[1]), number(s[2])) // as Americans write it
	}},
	{saying(`\b(on|for|by|since|from|until|before|after|as of) (\d{1,2})/(\d{1,2})\b`), true, func(c calendar, s []string) time.Time {
		return c.slashed(number(s[2]), number(s[3]))
	}},
	{saying(`\b(\d{1,2})/(\d{1,2})\s*(?:那天|当天|这天|[日号时]|的)`), true, func(c calendar, s []string) time.Time {
		return c.slashed(number(s[1]), number(s[2]))
	}},
	{saying(`\b(on|for|by|since|from|until|before|after|as of) (\d{1,2})\.(\d{1,2})\.`), true, func(c calendar, s []string) time.Time {
		return c.near(number(s[3]), number(s[2]), 0)
	}},
	{saying(`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ` + monthName + `\b\.?` + yearSaid), true, func(c calendar, s []string) time.Time {
		return c.dated(s[3], monthOf(s[2]), number(s[1]))
	}},
	{saying(`\b(\d{1,2})[-/]` + monthName + `[-/](20\d{2})\b`), true, func(c calendar, s []string) time.Time {
		return c.dated(s[3], monthOf(s[2]), number(s[1]))
	}},
	{saying(`\b` + monthName + `\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?\b` + yearSaid), true, func(c calendar, s []string) time.Time {
		return c.dated(s[3], monthOf(s[1]), number(s[2]))
	}},
	{saying(`\b(last|final|first) day (?:of|in) (?:the )?(?:month of )?` + monthName + `\b(?:,? (?:of )?(20\d{2})\b)?`), true, func(c calendar, s []string) time.Time {
		return inMonth(c, []string{s[0], map[string]string{"last": "end", "final": "end"}[s[1]], s[2], s[3]})
	}},
	{saying(`\b(last|final|first) day of (?:the |this )?(next |last |)month\b`), true, func(c calendar, s []string) time.Time {
		said := map[string]string{"last": "end", "final": "end"}[s[1]]
		return edge(c.monthFrom(map[string]int{"next ": 1, "last ": -1}[s[2]]), said, 1)
	}},
	{saying(`\b(?:(last|next|end of|(?:late )?in|during|by|since|from|until|this|of|early|mid|start of|beginning of)[ -]+)` + monthName + `\b(?:,? (?:of )?(20\d{2})\b)?`), false, inMonth},
	{saying(`\b()` + monthName + ` (20\d{2})\b`), false, inMonth},
	{saying(`\b(?:in|during|since|back in|of|throughout) ((?:19|20)\d{2})\b`), false, func(c calendar, s []string) time.Time {
		return c.on(number(s[1]), 7, 1)
	}},
	{saying(`\b(?:before|until|prior to) (20\d{2})\b`), false, func(c calendar, s []string) time.Time {
		return c.on(number(s[1])-1, 12, 31)
	}},
	{saying(`(20\d{2})年(?:以前|之前)`), false, func(c calendar, s []string) time.Time {
		return c.on(number(s[1])-1, 12, 31)
	}},
	{saying(`\b(?:on )?the (\d{1,2})(?:st|nd|rd|th) of (this|next|last|the) month\b`), true, func(c calendar, s []string) time.Time {
		return c.monthFrom(map[string]int{"next": 1, "last": -1}[s[2]]).AddDate(0, 0, number(s[1])-1)
	}},
	{saying(`\b(on the) (\d{1,2})(?:st|nd|rd|th)\b`), true, func(c calendar, s []string) time.Time {
		return c.ofMonth(number(s[2]))
	}},
	{saying(`\b(?:the )?day (after|before) (?:tomorrow|yesterday)\b`), true, func(c calendar, s []string) time.Time {
		return c.after(0, 0, map[string]int{"after": 2, "before": -2}[s[1]])
	}},
	{saying(`\b(tomorrow|yesterday)\b`), true, func(c calendar, s []string) time.Time {
		return c.after(0, 0, map[string]int{"tomorrow": 1, "yesterday": -1}[s[1]])
	}},
	{saying(`\b(next|last|this|coming|previous)? ?` + dayName + `\b( next week| last week| this week|)`), true, onWeekday},
	{saying(`\b(next|last|coming|previous|following) (week|weekend|month|quarter|year)\b`), false, func(c calendar, s []string) time.Time {
		n := 1
		if s[1] == "last" || s[1] == "previous" {
			n = -1
		}
		return c.span(n, s[2])
	}},
	{saying(`\b(this|at the|on the) (weekend)\b`), true, func(c calendar, s []string) time.Time { return c.thatDay(6) }},
	{saying(`\bin ` + count + ` ` + units4 + `\b()`), true, func(c calendar, s []string) time.Time {
		return c.from(number(s[1]), s[2])
	}},
	{saying(`\b` + count + ` ` + units4 + ` (ago|earlier|back|from now|later|hence)\b`), true, func(c calendar, s []string) time.Time {
		if s[3] == "ago" || s[3] == "earlier" || s[3] == "back" {
			return c.from(-number(s[1]), s[2])
		}
		return c.from(number(s[1]), s[2])
	}},
	{saying(`\b(end) of (next |the |this )?(month|year)\b`), true, func(c calendar, s []string) time.Time {
		n := 0
		if s[2] == "next " {
			n = 1
		}
		if s[3] == "year" {
			return c.on(c.now.Year()+n, 12, 31)
		}
		return edge(c.monthFrom(n), "end", 1)
	}},

	{saying(`(20\d{2}|今|去|明|前|后)年()` + numeral + `月份?` + numeral + `[日号]`), true, func(c calendar, s []string) time.Time {
		return c.on(c.year(s[1]), number(s[3]), number(s[4]))
	}},
	{saying(numeral + `月份?` + numeral + `[日号]`), true, func(c calendar, s []string) time.Time {
		return c.near(number(s[1]), number(s[2]), 0)
	}},
	{saying(numeral + `月份?(上|中|下)旬`), false, func(c calendar, s []string) time.Time {
		return c.near(number(s[1]), map[string]int{"上": 5, "中": 15, "下": 25}[s[2]], 5)
	}},
	{saying(`(20\d{2}|今|去|明|前|后)年` + numeral + `月份?(初|底|末|)`), false, func(c calendar, s []string) time.Time {
		return edge(c.on(c.year(s[1]), number(s[2]), 1), s[3], 1)
	}},
	{saying(`(上上|下下|上|下|本|这)个?月()` + numeral + `[日号]`), true, func(c calendar, s []string) time.Time {
		return c.monthFrom(c.shift(s[1])).AddDate(0, 0, number(s[3])-1)
	}},
	{saying(`(上上|下下|上|下)个?(月|季度)(初|底|末|)`), false, func(c calendar, s []string) time.Time {
		if s[2] == "季度" {
			return c.span(c.shift(s[1]), "quarter")
		}
		return edge(c.monthFrom(c.shift(s[1])), s[3], 1)
	}},
	{saying(`(上上|下下|上|下|本|这)个?(?:周|星期|礼拜)([一二三四五六日天末])`), true, func(c calendar, s []string) time.Time {
		return c.weekday(c.shift(s[1]), dayOf(s[2]))
	}},
	{saying(`(上上|下下|上|下)个?(周|星期|礼拜)()`), false, func(c calendar, s []string) time.Time {
		return c.weekday(c.shift(s[1]), 1)
	}},
	{saying(`([每一两几]?)(?:周|星期|礼拜)([一二三四五六日天末])`), true, func(c calendar, s []string) time.Time {
		if s[1] != "" {
			return time.Time{}
		}
		return c.thatDay(dayOf(s[2]))
	}},
	{saying(`(大后|大前|明|后|昨|前)[天日儿]()`), true, func(c calendar, s []string) time.Time {
		return c.after(0, 0, map[string]int{"大后": 3, "后": 2, "明": 1, "昨": -1, "前": -2, "大前": -3}[s[1]])
	}},
	{saying(counted + `(天|周|个星期|个礼拜|个月|年)(之前|以前|前|之后|以后|后)`), true, func(c calendar, s []string) time.Time {
		if s[3] == "前" || s[3] == "之前" || s[3] == "以前" {
			return c.from(-number(s[1]), s[2])
		}
		return c.from(number(s[1]), s[2])
	}},
	{saying(`((?:19|20)\d{2})年`), false, func(c calendar, s []string) time.Time { return c.on(number(s[1]), 7, 1) }},
	{saying(`(去|明|前|后)年()`), false, func(c calendar, s []string) time.Time { return c.on(c.year(s[1]), 7, 1) }},
	{saying(`(每个|每|)(年|月)(?:底|末)`), true, func(c calendar, s []string) time.Time {
		switch {
		case s[1] != "":
			return time.Time{}
		case s[2] == "年":
			return c.on(c.now.Year(), 12, 31)
		}
		return edge(c.monthFrom(0), "end", 1)
	}},
	{saying(numeral + `月(份?)(初|底|末|)`), false, func(c calendar, s []string) time.Time {
		return edge(c.near(number(s[1]), 1, 27), s[3], 1)
	}},
	{saying(numeral + `[日号]([店楼仓线机房库门桥台厂站]?)`), true, func(c calendar, s []string) time.Time {
		if s[2] != "" {
			return time.Time{}
		}
		return c.ofMonth(number(s[1]))
	}},
}...)

// latinDatings and hanDatings are those of each language, in the same order.
var latinDatings, hanDatings = byLanguage(datings)

func byLanguage(all []dating) (latin, han []dating) {
	for _, d := range all {
		if strings.ContainsFunc(d.pattern.String(), func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			han = append(han, d)
		} else {
			latin = append(latin, d)
		}
	}
	return latin, han
}

// slashed is "3/4" as Chinese and Americans write it, unless only a European can
// have meant it.
func (c calendar) slashed(first, second int) time.Time {
	if first > 12 {
		first, second = second, first
	}
	return c.near(first, second, 0)
}

// dated is a day of a year, or of the year that fits where none was said.
func (c calendar) dated(year string, month, day int) time.Time {
	switch year {
	case "":
		return c.near(month, day, 0)
	case "last year", "this year", "next year":
		return c.on(c.now.Year()+map[byte]int{'l': -1, 'n': 1}[year[0]], month, day)
	}
	return c.on(number(year), month, day)
}

// inMonth reads "in October", "last March", "May 2026": the first day of it.
func inMonth(c calendar, s []string) time.Time {
	month := monthOf(s[2])
	switch {
	case s[1] == "this" && s[2] == "may":
		return time.Time{}
	case s[3] != "":
		return edge(c.on(number(s[3]), month, 1), s[1], 1)
	case s[1] == "last":
		c.tense = -1
	case s[1] == "next":
		c.tense = 1
	}
	return edge(c.near(month, 1, 27), s[1], 1)
}

// onWeekday reads "on Thursday", "last Wednesday", "Friday next week".
func onWeekday(c calendar, s []string) time.Time {
	day := dayOf(s[2])
	switch {
	case s[1] == "next", s[3] == " next week":
		return c.weekday(1, day)
	case s[3] == " last week":
		return c.weekday(-1, day)
	case s[1] == "last", s[1] == "previous":
		c.tense = -1
	}
	return c.thatDay(day)
}

// span gives the first day of the week, month, quarter or year so many of them
// from this one, the Saturday of a weekend and the middle of a year.
func (c calendar) span(n int, unit string) time.Time {
	switch unit {
	case "week":
		return c.weekday(n, 1)
	case "weekend":
		return c.weekday(n, 6)
	case "month":
		return c.monthFrom(n)
	case "quarter":
		return c.monthFrom(3*n - (int(c.now.Month())-1)%3)
	}
	return c.on(c.now.Year()+n, 7, 1)
}

// shift reads how many weeks or months before or after this one are meant.
func (c calendar) shift(said string) int {
	return map[string]int{"上上": -2, "上": -1, "下": 1, "下下": 2}[said]
}

// year reads "2026", "今" or "去".
func (c calendar) year(said string) int {
	if n := number(said); n > 1000 {
		return n
	}
	return c.now.Year() + map[string]int{"前": -2, "去": -1, "明": 1, "后": 2}[said]
}
